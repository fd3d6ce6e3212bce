#pragma once

#include "tests/support/ui_fixture.h"

#include <cmath>

// Candles of the fixture's Bitcoin market, a minute each.
namespace qob::test {

inline constexpr Timestamp start(1'783'000'020'000'000'000); // a whole minute

inline Candle candleAt(std::int64_t minute, std::int64_t close, bool closed = true)
{
    Candle candle;
    candle.start = start + minutes(minute);
    candle.open = Price(close - 20);
    candle.high = Price(close + 30);
    candle.low = Price(close - 40);
    candle.close = Price(close);
    candle.volume = Amount(static_cast<Int128>(3) * pow10(18));
    candle.buyVolume = Amount(static_cast<Int128>(2) * pow10(18));
    candle.turnover = Amount(static_cast<Int128>(close) * 3 * pow10(16));
    candle.trades = 9;
    candle.closed = closed;
    return candle;
}

inline CandleBatch batchOf(std::vector<Candle> const& candles)
{
    return {CandleInterval::Min1, candles};
}

inline std::vector<Candle> wave(int count)
{
    std::vector<Candle> candles;
    for (int i = 0; i < count; ++i) {
        candles.push_back(candleAt(i, 10'000 + static_cast<std::int64_t>(200 * std::sin(i * 0.2))));
    }
    candles.back().closed = false;
    return candles;
}

inline Topic
candlesTopic(CandleInterval interval = CandleInterval::Min1, Instrument const& of = UiFixture::btc())
{
    return {TopicKind::Candles, of.id, interval};
}

} // namespace qob::test
