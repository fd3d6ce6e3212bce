#pragma once

#include "engine/api/event.h"
#include "engine/base/json_writer.h"

#include <map>

namespace qob {

// How market data looks on the wire. Prices, sizes and money are decimal text; times are milliseconds since
// 1970-01-01T00:00Z; levels and candles are arrays, as most exchanges write them.

std::int64_t milliseconds(Timestamp time);

std::string_view feedStateName(FeedState state);
std::string_view marketKindName(MarketKind kind);
std::string_view sideName(Side side); // "BUY", "SELL", "UNKNOWN"

std::string amountText(Amount amount);

void write(JsonWriter& json, Instrument const& instrument);

// "bids" and "asks", each [["price","size"],…], best first, at most `limit` of them (0: all).
void writeLevels(JsonWriter& json, Instrument const& instrument, DepthView const& view, std::size_t limit);

// One side's difference between two pictures of a book: levels that are new, changed or gone (size 0), each
// ["price","size"], best first.
void writeLevelChanges(
    JsonWriter& json,
    Instrument const& instrument,
    std::vector<PriceLevel> const& before,
    std::vector<PriceLevel> const& now,
    std::size_t limit,
    bool bids
);

// The whole object.
void write(JsonWriter& json, Instrument const& instrument, DepthView const& view, std::size_t limit);
void write(JsonWriter& json, Instrument const& instrument, Trade const& trade);
void write(JsonWriter& json, Instrument const& instrument, Ticker const& ticker);
void write(JsonWriter& json, Instrument const& instrument, FeedStatus const& feed);
void write(JsonWriter& json, MarketStatus const& status);

// [openTime, open, high, low, close, volume, closeTime, turnover, trades, buyVolume, closed]
void write(JsonWriter& json, Instrument const& instrument, CandleInterval interval, Candle const& candle);

// Each level with the venues that make it.
void write(
    JsonWriter& json,
    ConsolidatedView const& view,
    std::map<InstrumentId, Instrument> const& instruments,
    std::size_t limit
);

} // namespace qob
