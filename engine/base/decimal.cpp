#include "engine/base/decimal.h"

#include <algorithm>
#include <array>
#include <limits>

namespace qob {

namespace {

template <class Integer>
constexpr Integer largest = std::numeric_limits<std::int64_t>::max();

template <>
constexpr Int128 largest<Int128> = ~(static_cast<Int128>(1) << 127);

// Digits of a decimal text folded into one integer; `negative` is applied at the end.
template <class Integer>
struct Folder {
    Integer value = 0;

    [[nodiscard]] bool push(int digit)
    {
        if (value > (largest<Integer> - digit) / 10) {
            return false;
        }
        value = value * 10 + digit;
        return true;
    }
};

tl::unexpected<Error> badNumber(ErrorCode code, std::string_view text)
{
    return fail(code, "'" + std::string(text.substr(0, 60)) + "'");
}

template <class Integer>
Expected<Integer> parseAs(std::string_view text, int scale)
{
    bool const negative = !text.empty() && text.front() == '-';
    const std::string_view body = negative ? text.substr(1) : text;
    if (body.empty() || body == ".") {
        return badNumber(ErrorCode::NumberEmpty, text);
    }
    Folder<Integer> folder;
    bool fraction = false;
    int decimals = 0;
    for (char c : body) {
        if (c == '.' && !fraction) {
            fraction = true;
            continue;
        }
        if (c < '0' || c > '9') {
            return badNumber(ErrorCode::NumberBadCharacter, text);
        }
        if (fraction && decimals == scale) {
            if (c != '0') {
                return badNumber(ErrorCode::NumberTooFine, text);
            }
            continue;
        }
        decimals += fraction ? 1 : 0;
        if (!folder.push(c - '0')) {
            return badNumber(ErrorCode::NumberTooLarge, text);
        }
    }
    for (; decimals < scale; ++decimals) {
        if (!folder.push(0)) {
            return badNumber(ErrorCode::NumberTooLarge, text);
        }
    }
    return negative ? -folder.value : folder.value;
}

// More decimals than an Int128 has digits.
constexpr int mostDecimals = 39;

// Writes the digits from the right end of the buffer; the sign and the point come with them. A scale that no
// number here has is said as such, so that a wrong one cannot pass for a number.
std::string formatAs(Int128 value, int scale, bool trim)
{
    if (scale < 0 || scale > mostDecimals) {
        return formatAs(value, 0, trim) + "e" + std::to_string(-std::int64_t{scale});
    }
    __extension__ using Unsigned = unsigned __int128;
    std::array<char, 64> buffer{};
    char* const end = buffer.data() + buffer.size();
    char* at = end;
    auto rest = value < 0 ? Unsigned{0} - static_cast<Unsigned>(value) : static_cast<Unsigned>(value);
    bool significant = !trim;
    for (int i = 0; i < scale; ++i) {
        auto const digit = static_cast<char>('0' + static_cast<int>(rest % 10));
        rest /= 10;
        significant = significant || digit != '0';
        if (significant) {
            *--at = digit;
        }
    }
    if (at != end) {
        *--at = '.';
    }
    do {
        *--at = static_cast<char>('0' + static_cast<int>(rest % 10));
        rest /= 10;
    } while (rest != 0);
    if (value < 0) {
        *--at = '-';
    }
    return {at, end};
}

} // namespace

Expected<std::int64_t> parseScaled(std::string_view text, int scale)
{
    return parseAs<std::int64_t>(text, scale);
}

Expected<Int128> parseScaled128(std::string_view text, int scale)
{
    return parseAs<Int128>(text, scale);
}

std::string formatTrimmed(Int128 value, int scale)
{
    return formatAs(value, scale, true);
}

std::string formatFixed(Int128 value, int scale)
{
    return formatAs(value, scale, false);
}

int writtenDecimals(std::string_view text)
{
    auto const point = text.find('.');
    return point == std::string_view::npos ? 0 : static_cast<int>(text.size() - point - 1);
}

int significantDecimals(std::string_view text)
{
    auto const point = text.find('.');
    if (point == std::string_view::npos) {
        return 0;
    }
    auto const last = text.find_last_not_of('0');
    return static_cast<int>(last - point);
}

} // namespace qob
