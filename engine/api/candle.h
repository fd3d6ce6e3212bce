#pragma once

#include "engine/api/types.h"
#include "engine/base/expected.h"

#include <array>
#include <string_view>
#include <vector>

namespace qob {

// How long a candle is. All begin at whole multiples of their length since 1970-01-01T00:00Z, except weeks,
// which begin on Monday, and months, which are the calendar's; UTC.
enum class CandleInterval : std::uint8_t {
    Sec1,
    Sec5,
    Sec15,
    Sec30,
    Min1,
    Min3,
    Min5,
    Min15,
    Min30,
    Hour1,
    Hour2,
    Hour4,
    Hour6,
    Hour8,
    Hour12,
    Day1,
    Day3,
    Week1,
    Month1,
};

inline constexpr std::size_t candleIntervals = 19;

// "1s" to "1M" (1m is a minute), as most exchanges write them.
std::string_view intervalName(CandleInterval interval);

// ConfigBadValue, with those there are.
Expected<CandleInterval> parseInterval(std::string_view name);

// When the candle that `time` lies in begins, and when the one after it does.
Timestamp candleStart(CandleInterval interval, Timestamp time);
Timestamp candleEnd(CandleInterval interval, Timestamp start);

// Trades of a span of time. There is none for a span without trades: whoever draws may carry the close on.
struct Candle {
    Timestamp start;
    Price open;
    Price high;
    Price low;
    Price close;
    Amount volume;    // traded, in what the instrument's quantity counts: base units, or contracts
    Amount buyVolume; // of it by aggressors that bought
    Amount turnover;  // what it was worth: quoteTurnover()
    std::uint64_t trades = 0;
    bool incomplete = false; // trades of it may be missing: watching began, ended or was disturbed in it
    bool closed = false;     // its time is over; a late trade may still change it

    friend bool operator==(Candle const&, Candle const&) = default;
};

// Each replaces an earlier one of the same start.
struct CandleBatch {
    CandleInterval interval{};
    std::vector<Candle> candles; // oldest first
};

} // namespace qob
