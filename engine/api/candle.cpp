#include "engine/api/candle.h"

#include <algorithm>
#include <string>

namespace qob {

namespace {

struct Kind {
    std::string_view name;
    Duration length; // zero: a calendar month
};

constexpr Duration day = hours(24);

constexpr std::array<Kind, candleIntervals> kinds{
    Kind{"1s", seconds(1)}, {"5s", seconds(5)}, {"15s", seconds(15)}, {"30s", seconds(30)},
    {"1m", minutes(1)},     {"3m", minutes(3)}, {"5m", minutes(5)},   {"15m", minutes(15)},
    {"30m", minutes(30)},   {"1h", hours(1)},   {"2h", hours(2)},     {"4h", hours(4)},
    {"6h", hours(6)},       {"8h", hours(8)},   {"12h", hours(12)},   {"1d", day},
    {"3d", day * 3},        {"1w", day * 7},    {"1M", Duration(0)},
};

// Before 1970 as well.
std::int64_t floorTo(std::int64_t value, std::int64_t step)
{
    auto const rest = value % step;
    return value - (rest < 0 ? rest + step : rest);
}

// 1970-01-01 was a Thursday.
constexpr Duration mondayOffset = day * 4;

// Months since 0000-01 of a day, and the first day of a month (Howard Hinnant, "chrono-compatible low-level
// date algorithms"); days since 1970-01-01.
std::int64_t monthOfDay(std::int64_t days)
{
    days += 719468;
    auto const era = floorTo(days, 146097) / 146097;
    auto const dayOfEra = days - era * 146097;
    auto const yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36524 - dayOfEra / 146096) / 365;
    auto const dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100);
    auto const fromMarch = (5 * dayOfYear + 2) / 153;
    return (era * 400 + yearOfEra) * 12 + fromMarch + 2;
}

std::int64_t firstDayOf(std::int64_t month)
{
    auto const fromMarch = floorTo(month - 2, 12);
    auto const year = fromMarch / 12;
    auto const era = floorTo(year, 400) / 400;
    auto const yearOfEra = year - era * 400;
    auto const dayOfYear = (153 * (month - 2 - fromMarch) + 2) / 5;
    return era * 146097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719468;
}

Kind const& kindOf(CandleInterval interval)
{
    return kinds[static_cast<std::size_t>(interval)];
}

std::int64_t dayOf(Timestamp time)
{
    return floorTo(time.value, day.value) / day.value;
}

} // namespace

std::string_view intervalName(CandleInterval interval)
{
    return kindOf(interval).name;
}

Expected<CandleInterval> parseInterval(std::string_view name)
{
    auto const found =
        std::find_if(kinds.begin(), kinds.end(), [&](Kind const& kind) { return kind.name == name; });
    if (found != kinds.end()) {
        return static_cast<CandleInterval>(found - kinds.begin());
    }
    std::string all;
    for (auto const& kind : kinds) {
        all += (all.empty() ? "" : ", ") + std::string(kind.name);
    }
    return fail(ErrorCode::ConfigBadValue, "'" + std::string(name) + "'; expected one of " + all);
}

Timestamp candleStart(CandleInterval interval, Timestamp time)
{
    switch (interval) {
    case CandleInterval::Month1:
        return Timestamp(firstDayOf(monthOfDay(dayOf(time))) * day.value);
    case CandleInterval::Week1:
        return Timestamp(floorTo(time.value - mondayOffset.value, day.value * 7) + mondayOffset.value);
    default:
        return Timestamp(floorTo(time.value, kindOf(interval).length.value));
    }
}

Timestamp candleEnd(CandleInterval interval, Timestamp start)
{
    return interval == CandleInterval::Month1
               ? Timestamp(firstDayOf(monthOfDay(dayOf(start)) + 1) * day.value)
               : start + kindOf(interval).length;
}

} // namespace qob
