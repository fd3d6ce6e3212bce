#include "engine/wire/json_fields.h"

#include "engine/base/decimal.h"

#include <algorithm>
#include <cctype>
#include <string>

namespace qob {

namespace {

// Days since 1970-01-01 of a date (Howard Hinnant, "chrono-compatible low-level date algorithms").
std::int64_t daysFromCivil(std::int64_t year, unsigned month, unsigned day)
{
    year -= month <= 2 ? 1 : 0;
    auto const era = (year >= 0 ? year : year - 399) / 400;
    auto const yearOfEra = static_cast<unsigned>(year - era * 400);
    auto const dayOfYear = (153 * (month + (month > 2 ? -3U : 9U)) + 2) / 5 + day - 1;
    auto const dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear;
    return era * 146097 + static_cast<std::int64_t>(dayOfEra) - 719468;
}

// A number of exactly so many digits at `at`; false where there is none.
bool digitsAt(std::string_view text, std::size_t at, std::size_t count, unsigned& number)
{
    std::uint64_t value = 0;
    if (text.size() < at + count || !parseUnsigned(text.substr(at, count), value)) {
        return false;
    }
    number = static_cast<unsigned>(value);
    return true;
}

} // namespace

JsonError readText(JsonValue value, std::string_view& text)
{
    const std::string_view token = value.raw_json_token();
    if (token.size() < 2 || token.front() != '"') {
        return passOver(value);
    }
    text = token.substr(1, token.find_last_of('"') - 1);
    return simdjson::SUCCESS;
}

JsonError readWord(JsonValue value, std::string_view& text)
{
    auto const first = firstCharacter(value);
    if (first == '{' || first == '[') {
        return walkJson(value);
    }
    text = rawScalar(value);
    return simdjson::SUCCESS;
}

JsonError readCount(JsonValue value, std::uint64_t& number, bool* present)
{
    std::uint64_t read = 0;
    if (!parseUnsigned(rawScalar(value), read)) {
        return passOver(value);
    }
    number = read;
    if (present != nullptr) {
        *present = true;
    }
    return simdjson::SUCCESS;
}

JsonError readFlag(JsonValue value, bool& flag, bool* present)
{
    bool read = false;
    if (value.get_bool().get(read)) {
        return passOver(value);
    }
    flag = read;
    if (present != nullptr) {
        *present = true;
    }
    return simdjson::SUCCESS;
}

JsonError needDecimal(JsonValue value, WrittenNumber& number)
{
    const std::string_view token = value.raw_json_token();
    bool const quoted = !token.empty() && token.front() == '"';
    if (!token.empty()) {
        char const* const end = scanWritten(token.data() + (quoted ? 1 : 0), number);
        bool const more = end != nullptr && (*end == 'e' || *end == 'E');
        if (end != nullptr && !more && (quoted ? *end == '"' : end <= token.data() + token.size())) {
            return simdjson::SUCCESS;
        }
    }
    auto const read = readNumeral(rawScalar(value));
    if (!read) {
        return simdjson::NUMBER_ERROR;
    }
    number = *read;
    return simdjson::SUCCESS;
}

JsonError readDecimal(JsonValue value, WrittenNumber& number, bool& present)
{
    WrittenNumber read;
    if (needDecimal(value, read)) {
        return passOver(value);
    }
    number = read;
    present = true;
    return simdjson::SUCCESS;
}

JsonError readCutDecimal(JsonValue value, WrittenNumber& number, bool& present)
{
    bool read = false;
    auto const error = readDecimal(value, number, read);
    auto const text = rawScalar(value);
    auto const point = text.find('.');
    constexpr auto room = static_cast<std::size_t>(mostWrittenDigits);
    if (!error && !read && point < room && text.size() > room + 1 && isdigit(text.back()) != 0) {
        auto const cut = readWritten(text.substr(0, room + 1));
        read = cut.has_value();
        number = cut.value_or(number);
    }
    present = present || read;
    return error;
}

JsonError readInto(JsonValue value, std::string& text)
{
    std::string_view word;
    auto const error = readWord(value, word);
    auto const number = word.find_first_of("eE") != std::string_view::npos
                            ? readNumeral(word)
                            : Expected<WrittenNumber>(fail(ErrorCode::NumberEmpty));
    if (number) {
        text = textOf(*number);
    } else {
        text.assign(word);
    }
    return error;
}

JsonError readTime(JsonValue value, Duration unit, Timestamp& time)
{
    constexpr std::int64_t latest = 9'000'000'000'000'000'000; // the year 2255
    constexpr std::int64_t nanosPerSecond = 1'000'000'000;
    auto text = rawScalar(value);
    auto const point = text.find('.');
    auto const fraction = point == std::string_view::npos ? std::string_view() : text.substr(point + 1);
    std::uint64_t whole = 0;
    if (!parseUnsigned(text.substr(0, point), whole) ||
        whole > static_cast<std::uint64_t>(latest / unit.value)) {
        return passOver(value);
    }
    std::int64_t nanos = static_cast<std::int64_t>(whole) * unit.value;
    std::int64_t part = unit.value;
    for (auto const c : fraction) {
        part /= 10;
        if (c < '0' || c > '9' || part == 0 || unit.value > nanosPerSecond) {
            break;
        }
        nanos += (c - '0') * part;
    }
    time = Timestamp(nanos);
    return simdjson::SUCCESS;
}

bool parseIsoTime(std::string_view text, Timestamp& time)
{
    unsigned year = 0;
    unsigned month = 0;
    unsigned day = 0;
    unsigned hour = 0;
    unsigned minute = 0;
    unsigned second = 0;
    bool const good = digitsAt(text, 0, 4, year) && digitsAt(text, 5, 2, month) &&
                      digitsAt(text, 8, 2, day) && digitsAt(text, 11, 2, hour) &&
                      digitsAt(text, 14, 2, minute) && digitsAt(text, 17, 2, second) && text[4] == '-' &&
                      year >= 1970 && year < 2255 && month >= 1 && month <= 12 && day >= 1 && day <= 31 &&
                      hour < 24 && minute < 60 && second <= 60;
    if (!good) {
        return false;
    }
    std::int64_t nanos = ((daysFromCivil(year, month, day) * 24 + hour) * 60 + minute) * 60 + second;
    std::int64_t part = 1'000'000'000;
    nanos *= part;
    for (auto at = std::size_t{20}; at < text.size() && text[19] == '.'; ++at) {
        part /= 10;
        if (text[at] < '0' || text[at] > '9' || part == 0) {
            break;
        }
        nanos += (text[at] - '0') * part;
    }
    time = Timestamp(nanos);
    return true;
}

JsonError readIsoTime(JsonValue value, Timestamp& time)
{
    std::string_view text;
    auto const error = readText(value, text);
    parseIsoTime(text, time);
    return error;
}

} // namespace qob
