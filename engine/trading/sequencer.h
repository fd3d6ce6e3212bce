#pragma once

#include "engine/api/command.h"
#include "engine/base/log.h"
#include "engine/market/market_history.h"
#include "engine/trading/latency_line.h"
#include "engine/trading/order_manager.h"
#include "engine/trading/paper_venue.h"

namespace qob {

struct TradingSettings {
    std::vector<Deposit> deposits;
    // Terms of paper trading, for instruments of a market that is not ours to match.
    Duration paperLatency = milliseconds(20);
    FeeRate paperMakerFee{10'000};
    FeeRate paperTakerFee{50'000};
};

// What leaves the engine as it happens; the rest is read from history() and account() when it is wanted.
class EngineOutput : public OrderEvents {
public:
    virtual void onInstrument(Instrument const& instrument) = 0;
    virtual void onNotice(Notice const& notice) = 0;
};

// The single writer: it alone moves the market, changes orders and books fills, in time order. Given the same
// market and the same commands at the same times it does the same, to the last event. One thread.
class Sequencer final : public MarketListener {
public:
    // `ownVenue` is where orders go when the market matches them itself (then it is the market's own); null:
    // they are paper.
    Sequencer(
        std::unique_ptr<Market> market, OrderVenue* ownVenue, TradingSettings const& settings, Log& log
    );

    // Set once, before anything else is called.
    void setOutput(EngineOutput& output);

    // Hears what the market does, too; null: nobody.
    void setTap(MarketListener* tap) { m_tap = tap; }

    // An order request, at market time `now` (not before what has been run).
    void apply(Command const& command, Timestamp now);

    // Everything up to and including `limit`.
    void advance(Timestamp limit);

    // When something happens next; Timestamp::max: never.
    [[nodiscard]] Timestamp nextEventTime();

    // Moves a recording to `target`: it runs from the start to there. Working orders are canceled first.
    Expected<void> seek(Timestamp target);

    void rollHistory(InstrumentId instrument, std::size_t events)
    {
        m_market->rollHistory(instrument, events, *this);
    }

    [[nodiscard]] Market& market() { return *m_market; }

    [[nodiscard]] MarketHistory& history() { return m_history; }

    [[nodiscard]] OrderManager const& orders() const { return m_orders; }

    [[nodiscard]] Ledger const& ledger() const { return m_portfolio.ledger(); }

    [[nodiscard]] AccountReport account() const;

    // MarketListener
    void onInstrument(Instrument const& instrument) override;
    void onLevel(InstrumentId instrument, Side side, Price price, Qty qty, Timestamp time) override;
    void onBookCleared(InstrumentId instrument, Timestamp time) override;
    void onBookUpdated(InstrumentId instrument, Timestamp time) override;
    void onTrade(Trade const& trade) override;
    void onStatistics(InstrumentStatistics const& statistics) override;
    void onFeed(FeedStatus const& status) override;
    void onNotice(Notice const& notice) override;

private:
    std::unique_ptr<Market> m_market;
    bool m_paper;
    TradingSettings m_settings;
    Log& m_log;
    EngineOutput* m_output = nullptr;
    MarketListener* m_tap = nullptr;
    MarketHistory m_history;
    Portfolio m_portfolio;
    PaperVenue m_paperVenue;
    LatencyLine m_line;
    OrderManager m_orders;
};

} // namespace qob
