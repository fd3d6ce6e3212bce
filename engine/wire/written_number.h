#pragma once

#include "engine/base/expected.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace qob {

// A decimal number as it was written, exactly: digits * 10^-decimals. "0.0500" is 500 and 4. How a feed's
// numbers are held until the instrument, and with it the scale, is known.
struct WrittenNumber {
    std::int64_t digits = 0;
    std::int32_t decimals = 0;

    friend bool operator==(WrittenNumber const&, WrittenNumber const&) = default;
};

inline constexpr int mostWrittenDigits = 18; // any so many digits fit 64 bits

// Plain digits with at most one point and an optional minus. A text of more than 18 digits is held without
// its trailing zeros; NumberTooLarge where that does not help. NumberEmpty, NumberBadCharacter.
Expected<WrittenNumber> readWritten(std::string_view text);

// The same for a JSON number, which may have an exponent: "2e-8".
Expected<WrittenNumber> readNumeral(std::string_view text);

bool rescale(WrittenNumber number, int scale, std::int64_t& units);

// The number in units of 10^-scale, 0 <= scale <= 18. False when that is not exact or not within 64 bits.
inline bool toUnits(WrittenNumber number, int scale, std::int64_t& units)
{
    units = number.digits;
    return number.decimals == scale || rescale(number, scale, units);
}

// The nearest count of units of 10^-scale; at least 1 of what is more than 0. False when not within 64 bits.
bool toNearest(WrittenNumber number, int scale, std::int64_t& units);

// Decimals before the trailing zeros; digits before the point, at least 1.
int significantDecimals(WrittenNumber number);
int wholeDigits(WrittenNumber number);

// For people: "0.05".
std::string textOf(WrittenNumber number);

// Digits only, within 64 bits; false otherwise.
bool parseUnsigned(std::string_view text, std::uint64_t& number);

// Reads an unsigned number at `at` up to the first character that can be none of it, which there must be.
// Returns that character's place, or null where it takes readWritten() to tell.
inline char const* scanWritten(char const* at, WrittenNumber& number)
{
    auto const digitAt = [](char const* c) {
        return static_cast<unsigned char>(*c) - unsigned{'0'};
    };
    char const* const start = at;
    std::uint64_t value = 0;
    unsigned digit = digitAt(at);
    if (digit > 9) {
        return nullptr;
    }
    do {
        value = value * 10 + digit;
        digit = digitAt(++at);
    } while (digit <= 9);
    char const* point = at;
    if (*at == '.') {
        digit = digitAt(++at);
        ++point;
        while (digit <= 9) {
            value = value * 10 + digit;
            digit = digitAt(++at);
        }
    }
    if (at - start > mostWrittenDigits) {
        return nullptr;
    }
    number.digits = static_cast<std::int64_t>(value);
    number.decimals = static_cast<std::int32_t>(at - point);
    return at;
}

} // namespace qob
