#pragma once

#include "engine/market/heat_recorder.h"
#include "engine/market/market.h"

#include <map>
#include <memory>

namespace qob {

// What the engine remembers of each instrument: its definition, its feed's state, its best prices, its last
// trades and its heat-map columns. One thread.
class MarketHistory final : public MarketListener {
public:
    static constexpr std::size_t keptTrades = 1000;

    struct Item {
        Instrument instrument;
        FeedStatus feed;
        Price bid; // 0: none
        Price ask;
        Price last; // last trade; 0: none
        std::deque<Trade> trades;
        std::uint64_t tradesSeen = 0;
        HeatRecorder heat;
        bool changed = false; // book or trades, since the flag was last cleared by the publisher

        Item(Instrument const& definition, HeatMerge& merge) : instrument(definition), heat(definition, merge)
        {}
    };

    explicit MarketHistory(Market const& market) : m_market(market) {}

    void onInstrument(Instrument const& instrument) override;
    void onLevel(InstrumentId instrument, Side side, Price price, Qty qty, Timestamp time) override;
    void onBookCleared(InstrumentId instrument, Timestamp time) override;
    void onBookUpdated(InstrumentId instrument, Timestamp time) override;
    void onTrade(Trade const& trade) override;
    void onFeed(FeedStatus const& status) override;

    void onNotice(Notice const& /*notice*/) override {}

    // Null when there is no such instrument.
    [[nodiscard]] Item* find(InstrumentId instrument);
    [[nodiscard]] Item const* find(InstrumentId instrument) const;

    [[nodiscard]] std::map<InstrumentId, std::unique_ptr<Item>> const& items() const { return m_items; }

    // Forgets what was recorded, not the instruments: the market was rewound.
    void forget();

private:
    Market const& m_market;
    HeatMerge m_merge;
    std::map<InstrumentId, std::unique_ptr<Item>> m_items;
    DepthView m_best; // reused
};

} // namespace qob
