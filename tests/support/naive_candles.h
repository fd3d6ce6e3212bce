#pragma once

#include "engine/api/candle.h"
#include "engine/api/instrument.h"
#include "engine/api/market_data.h"

#include <algorithm>
#include <map>
#include <vector>

namespace qob::test {

// Candles by the book: all trades sorted by time, each put where it belongs. `incomplete` and `closed` are
// not set.
inline std::vector<Candle>
naiveCandles(Instrument const& instrument, std::vector<Trade> trades, CandleInterval interval)
{
    auto const timeOf = [](Trade const& trade) {
        return trade.venueTime == Timestamp::min() ? trade.time : trade.venueTime;
    };
    std::stable_sort(trades.begin(), trades.end(), [&](Trade const& a, Trade const& b) {
        return timeOf(a) < timeOf(b);
    });
    std::map<Timestamp, Candle> candles;
    for (auto const& trade : trades) {
        auto const start = candleStart(interval, timeOf(trade));
        auto& candle = candles[start];
        if (candle.trades == 0) {
            candle.start = start;
            candle.open = candle.high = candle.low = trade.price;
        }
        candle.high = std::max(candle.high, trade.price);
        candle.low = std::min(candle.low, trade.price);
        candle.close = trade.price;
        candle.volume += qtyAmount(instrument, trade.qty);
        candle.buyVolume += trade.aggressor == Side::Buy ? qtyAmount(instrument, trade.qty) : Amount(0);
        candle.turnover += quoteTurnover(instrument, trade.price, trade.qty);
        ++candle.trades;
    }
    std::vector<Candle> list;
    for (auto const& [start, candle] : candles) {
        list.push_back(candle);
    }
    return list;
}

// Without what naiveCandles() does not tell.
inline std::vector<Candle> plain(std::vector<Candle> candles)
{
    for (auto& candle : candles) {
        candle.incomplete = false;
        candle.closed = false;
    }
    return candles;
}

} // namespace qob::test
