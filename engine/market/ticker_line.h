#pragma once

#include "engine/api/ticker.h"
#include "engine/market/candles.h"

#include <deque>

namespace qob {

// What a ticker needs to know of one instrument beyond its candles. One thread.
class TickerLine {
public:
    void onBest(PriceLevel const& bid, PriceLevel const& ask);
    void onTrade(Trade const& trade);
    void onFeed(FeedState state);
    void onStatistics(InstrumentStatistics const& statistics);

    // As of `now`; `candles` are the instrument's.
    [[nodiscard]] Ticker make(InstrumentId instrument, Candles& candles, Timestamp now) const;

    [[nodiscard]] PriceLevel const& bid() const { return m_bid; }

    [[nodiscard]] PriceLevel const& ask() const { return m_ask; }

    bool changed = true; // since the flag was last cleared by the publisher

private:
    // What was closed by force in one minute.
    struct Forced {
        Timestamp minute;
        Amount longs;
        Amount shorts;
    };

    PriceLevel m_bid;
    PriceLevel m_ask;
    Trade m_last;
    FeedState m_state = FeedState::AwaitingSnapshot;
    InstrumentStatistics m_statistics;
    std::deque<Forced> m_forced; // of the last 24 hours, by minute
};

} // namespace qob
