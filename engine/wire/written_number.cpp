#include "engine/wire/written_number.h"

#include "engine/base/check.h"
#include "engine/base/decimal.h"

#include <algorithm>
#include <array>

namespace qob {

namespace {

constexpr auto powersOfTen = [] {
    std::array<std::int64_t, mostWrittenDigits + 1> powers{};
    for (std::size_t i = 0; i < powers.size(); ++i) {
        powers[i] = pow10(static_cast<int>(i));
    }
    return powers;
}();

} // namespace

Expected<WrittenNumber> readWritten(std::string_view text)
{
    WrittenNumber number;
    number.decimals = writtenDecimals(text);
    if (text.size() > static_cast<std::size_t>(mostWrittenDigits)) {
        number.decimals = text.find('.') == std::string_view::npos ? 0 : significantDecimals(text);
    }
    auto const digits = parseScaled(text, std::min(number.decimals, mostWrittenDigits));
    if (!digits) {
        return tl::unexpected(digits.error());
    }
    number.digits = *digits;
    return number;
}

Expected<WrittenNumber> readNumeral(std::string_view text)
{
    auto const mark = text.find_first_of("eE");
    auto number = readWritten(text.substr(0, mark));
    if (!number || mark == std::string_view::npos) {
        return number;
    }
    auto exponent = text.substr(mark + 1);
    bool const down = exponent.starts_with('-');
    if (down || exponent.starts_with('+')) {
        exponent.remove_prefix(1);
    }
    std::uint64_t shift = 0;
    if (!parseUnsigned(exponent, shift)) {
        return fail(ErrorCode::NumberBadCharacter, std::string(text));
    }
    if (shift > static_cast<std::uint64_t>(mostWrittenDigits)) {
        return fail(ErrorCode::NumberTooLarge, std::string(text));
    }
    number->decimals += down ? static_cast<int>(shift) : -static_cast<int>(shift);
    if (number->decimals < 0) {
        auto const factor = powersOfTen[static_cast<std::size_t>(-number->decimals)];
        if (__builtin_mul_overflow(number->digits, factor, &number->digits)) {
            return fail(ErrorCode::NumberTooLarge, std::string(text));
        }
        number->decimals = 0;
    }
    while (number->decimals > mostWrittenDigits && number->digits % 10 == 0) {
        number->digits /= 10;
        --number->decimals;
    }
    return number->decimals > mostWrittenDigits ? fail(ErrorCode::NumberTooLarge, std::string(text)) : number;
}

bool rescale(WrittenNumber number, int scale, std::int64_t& units)
{
    CHECK(scale >= 0 && scale <= mostWrittenDigits);
    int const up = scale - number.decimals;
    if (up >= 0) {
        return !__builtin_mul_overflow(number.digits, powersOfTen[static_cast<std::size_t>(up)], &units);
    }
    const std::int64_t factor = powersOfTen[static_cast<std::size_t>(-up)];
    units = number.digits / factor;
    return units * factor == number.digits;
}

bool toNearest(WrittenNumber number, int scale, std::int64_t& units)
{
    int const down = number.decimals - scale;
    if (down <= 0) {
        return rescale(number, scale, units);
    }
    const std::int64_t factor = powersOfTen[static_cast<std::size_t>(std::min(down, mostWrittenDigits))];
    auto const rest = number.digits % factor;
    units = number.digits / factor + (rest >= factor - rest ? 1 : 0);
    units = units == 0 && number.digits > 0 ? 1 : units;
    return true;
}

int significantDecimals(WrittenNumber number)
{
    while (number.decimals > 0 && number.digits % 10 == 0) {
        number.digits /= 10;
        --number.decimals;
    }
    return number.decimals;
}

int wholeDigits(WrittenNumber number)
{
    std::int64_t whole = number.digits / pow10(number.decimals);
    int digits = 1;
    for (whole /= 10; whole != 0; whole /= 10) {
        ++digits;
    }
    return digits;
}

std::string textOf(WrittenNumber number)
{
    return formatTrimmed(number.digits, number.decimals);
}

bool parseUnsigned(std::string_view text, std::uint64_t& number)
{
    constexpr std::size_t safeDigits = 19;
    if (text.empty() || text.size() > safeDigits) {
        return false;
    }
    std::uint64_t value = 0;
    for (char const c : text) {
        auto const digit = static_cast<unsigned char>(c) - unsigned{'0'};
        if (digit > 9) {
            return false;
        }
        value = value * 10 + digit;
    }
    number = value;
    return true;
}

} // namespace qob
