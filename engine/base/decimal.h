#pragma once

#include "engine/base/expected.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace qob {

__extension__ typedef __int128
    Int128; // NOLINT(modernize-use-using): __extension__ silences -Wpedantic only here

// Decimal text <-> scaled integers. A number at scale s is an integer count of 10^-s. Nothing here rounds: a
// text with more significant decimals than the scale is NumberTooFine, never a near value. No exponents, no
// spaces.

// "61837.64" at scale 2 -> 6183764. Trailing zeros past the scale are accepted ("1.500" at scale 1 is 15).
Expected<std::int64_t> parseScaled(std::string_view text, int scale);
Expected<Int128> parseScaled128(std::string_view text, int scale);

// 6183764 at scale 2 -> "61837.64"; 150 at scale 2 -> "1.5" (trimmed) or "1.50" (fixed).
std::string formatTrimmed(Int128 value, int scale);
std::string formatFixed(Int128 value, int scale);

// How many decimals the text uses before its trailing zeros: "0.0500" -> 2, "7" -> 0.
int significantDecimals(std::string_view text);

// Decimals as written: "0.0500" -> 4.
int writtenDecimals(std::string_view text);

// 10^n as a 64-bit integer; 0 <= n <= 18.
constexpr std::int64_t pow10(int n)
{
    constexpr auto powers = [] {
        std::array<std::int64_t, 19> all{1};
        for (std::size_t i = 1; i < all.size(); ++i) {
            all[i] = all[i - 1] * 10;
        }
        return all;
    }();
    return powers[static_cast<std::size_t>(n)];
}

} // namespace qob
