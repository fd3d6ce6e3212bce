#pragma once

#include "engine/base/strong.h"

#include <limits>

namespace qob {

// A span of time in nanoseconds.
using Duration = StrongQuantity<struct DurationTag, std::int64_t>;

// Nanoseconds since 1970-01-01T00:00:00Z.
struct Timestamp : Strong<struct TimestampTag, std::int64_t> {
    using Strong::Strong;

    static constexpr Timestamp max() { return Timestamp(std::numeric_limits<std::int64_t>::max()); }

    static constexpr Timestamp min() { return Timestamp(std::numeric_limits<std::int64_t>::min()); }

    friend constexpr auto operator<=>(Timestamp, Timestamp) = default;
    friend constexpr bool operator==(Timestamp, Timestamp) = default;

    friend constexpr Timestamp operator+(Timestamp t, Duration d) { return Timestamp(t.value + d.value); }

    friend constexpr Timestamp operator-(Timestamp t, Duration d) { return Timestamp(t.value - d.value); }

    friend constexpr Duration operator-(Timestamp a, Timestamp b) { return Duration(a.value - b.value); }

    constexpr Timestamp& operator+=(Duration d)
    {
        value += d.value;
        return *this;
    }
};

constexpr Duration nanoseconds(std::int64_t n)
{
    return Duration(n);
}

constexpr Duration microseconds(std::int64_t n)
{
    return Duration(n * 1'000);
}

constexpr Duration milliseconds(std::int64_t n)
{
    return Duration(n * 1'000'000);
}

constexpr Duration seconds(std::int64_t n)
{
    return Duration(n * 1'000'000'000);
}

constexpr Duration minutes(std::int64_t n)
{
    return seconds(n * 60);
}

constexpr Duration hours(std::int64_t n)
{
    return minutes(n * 60);
}

} // namespace qob
