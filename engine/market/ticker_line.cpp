#include "engine/market/ticker_line.h"

#include <algorithm>

namespace qob {

void TickerLine::onBest(PriceLevel const& bid, PriceLevel const& ask)
{
    changed = changed || bid != m_bid || ask != m_ask;
    m_bid = bid;
    m_ask = ask;
}

void TickerLine::onTrade(Trade const& trade)
{
    m_last = trade;
    changed = true;
}

void TickerLine::onFeed(FeedState state)
{
    changed = changed || state != m_state;
    m_state = state;
}

void TickerLine::onStatistics(InstrumentStatistics const& statistics)
{
    m_statistics.update(statistics);
    changed = true;
    if (!statistics.liquidation) {
        return;
    }
    constexpr Duration minute = minutes(1);
    const Timestamp start(statistics.time.value / minute.value * minute.value);
    if (m_forced.empty() || m_forced.back().minute < start) {
        m_forced.push_back({start, {}, {}});
    }
    while (m_forced.front().minute <= start - hours(24)) {
        m_forced.pop_front();
    }
    auto& sum = statistics.liquidation->side == Side::Sell ? m_forced.back().longs : m_forced.back().shorts;
    sum += statistics.liquidation->qty;
}

Ticker TickerLine::make(InstrumentId instrument, Candles& candles, Timestamp now) const
{
    Ticker ticker;
    ticker.instrument = instrument;
    ticker.time = now;
    ticker.state = m_state;
    ticker.bid = m_bid;
    ticker.ask = m_ask;
    ticker.last = m_last.price;
    ticker.lastQty = m_last.qty;
    ticker.lastSide = m_last.aggressor;
    auto const day = candles.day(now);
    ticker.dayOpen = day.open;
    ticker.dayHigh = day.high;
    ticker.dayLow = day.low;
    ticker.dayChange = day.trades == 0 ? Price(0) : m_last.price - day.open;
    ticker.dayVolume = day.volume;
    ticker.dayBuyVolume = day.buyVolume;
    ticker.dayTurnover = day.turnover;
    ticker.dayTrades = day.trades;
    ticker.daySince = std::max(day.from, std::min(candles.watchedSince(), now));
    ticker.dayIncomplete = candles.disturbed(day.from, now);
    ticker.statistics = m_statistics;
    ticker.statistics.instrument = instrument;
    for (auto const& forced : m_forced) {
        bool const within = forced.minute >= day.from;
        ticker.dayLiquidatedLong += within ? forced.longs : Amount(0);
        ticker.dayLiquidatedShort += within ? forced.shorts : Amount(0);
    }
    return ticker;
}

} // namespace qob
