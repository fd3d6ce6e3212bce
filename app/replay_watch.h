#pragma once

#include "engine/market/candles.h"
#include "engine/market/market_history.h"
#include "engine/market/replay_market.h"

#include <map>
#include <string>

namespace qob {

// What `qob replay --headless` is asked for besides books: candles and a consolidated book. Tells what went
// wrong on stderr. One thread.
class ReplayWatch final : public MarketListener {
public:
    // `canonical`: whose consolidated book to keep; empty: none.
    ReplayWatch(Market const& market, std::string canonical);

    // A line for each candle of each instrument, in the order of venue and symbol, below a line of names:
    // venue, symbol, start (UTC), open, high, low, close, volume and buy_volume in what quantities count,
    // turnover (quoteTurnover()), trades, incomplete (0 or 1).
    [[nodiscard]] std::string candlesCsv(CandleInterval interval) const;

    // One JSON object: the consolidated book as it was when the first recording of a member ended, or as it
    // is, with up to `levels` levels a side; how often its best prices changed, and how often they were
    // crossed then.
    [[nodiscard]] std::string consolidatedJson(std::size_t levels);

    void onInstrument(Instrument const& instrument) override;

    void onLevel(InstrumentId, Side, Price, Qty, Timestamp) override {}

    void onBookCleared(InstrumentId, Timestamp) override {}

    void onBookUpdated(InstrumentId instrument, Timestamp time) override;
    void onTrade(Trade const& trade) override;
    void onFeed(FeedStatus const& status) override;
    void onNotice(Notice const& notice) override;

private:
    struct Item {
        explicit Item(CandleLimits const& limits) : candles(limits) {}

        Instrument instrument;
        FeedState state = FeedState::AwaitingSnapshot;
        Candles candles;
    };

    Item& itemOf(InstrumentId id);
    void takeView();
    [[nodiscard]] std::string nameOf(InstrumentId id) const;

    Market const& m_market;
    std::string m_canonical;
    std::map<InstrumentId, Item> m_items;
    ConsolidatedMarket m_consolidated;
    ConsolidatedMarket::Entry* m_entry = nullptr;
    ConsolidatedView m_view;
    bool m_ended = false; // a member's recording; the view is of just before
    Timestamp m_now;
    ConsolidatedBest m_bid;
    ConsolidatedBest m_ask;
    std::uint64_t m_changes = 0;
    std::uint64_t m_crossed = 0;
    DepthView m_best; // reused
};

} // namespace qob
