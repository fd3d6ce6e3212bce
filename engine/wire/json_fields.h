#pragma once

#include "engine/base/time.h"
#include "engine/wire/json_walk.h"
#include "engine/wire/written_number.h"

#include <cstdint>
#include <string_view>

namespace qob {

// Reading the fields of a message in one pass, in whatever order they come. A reader that is given another
// kind of value than it reads passes over it and leaves its target as it was: the same name means other
// things in other messages.

using JsonArray = simdjson::ondemand::array;

// A field's name without its quotes. Escapes stay: no name that is looked for has any.
inline std::string_view nameOf(simdjson::ondemand::raw_json_string key)
{
    char const* const start = key.raw();
    char const* end = start;
    while (*end != '"') {
        end += *end == '\\' ? 2 : 1;
    }
    return {start, static_cast<std::size_t>(end - start)};
}

// Each field of an object to `read(name, value)`, which returns a JsonError.
template <class Read>
JsonError eachField(JsonObject object, Read&& read)
{
    for (auto field : object) {
        simdjson::ondemand::raw_json_string key;
        JsonValue value;
        JsonError error = field.key().get(key);
        if (error || (error = field.value().get(value)) || (error = read(nameOf(key), value))) {
            return error;
        }
    }
    return simdjson::SUCCESS;
}

// Each element of an array to `read(index, value)`.
template <class Read>
JsonError eachElement(JsonArray array, Read&& read)
{
    std::size_t index = 0;
    for (auto element : array) {
        JsonValue value;
        JsonError error = element.get(value);
        if (error || (error = read(index, value))) {
            return error;
        }
        ++index;
    }
    return simdjson::SUCCESS;
}

inline char firstCharacter(JsonValue value)
{
    auto const token = value.raw_json_token();
    return token.empty() ? '\0' : token.front();
}

inline bool isObject(JsonValue value)
{
    return firstCharacter(value) == '{';
}

inline bool isArray(JsonValue value)
{
    return firstCharacter(value) == '[';
}

// The same for a value that is an object or an array; one that is not is passed over.
template <class Read>
JsonError eachFieldOf(JsonValue value, Read&& read)
{
    JsonObject object;
    if (!isObject(value)) {
        return passOver(value);
    }
    auto const error = value.get_object().get(object);
    return error ? error : eachField(object, read);
}

template <class Read>
JsonError eachElementOf(JsonValue value, Read&& read)
{
    JsonArray array;
    if (!isArray(value)) {
        return passOver(value);
    }
    auto const error = value.get_array().get(array);
    return error ? error : eachElement(array, read);
}

// Each object of an array to `read(object)`; other elements are passed over.
template <class Read>
JsonError eachObjectOf(JsonValue value, Read&& read)
{
    return eachElementOf(value, [&](std::size_t /*index*/, JsonValue element) {
        JsonObject object;
        if (!isObject(element)) {
            return passOver(element);
        }
        auto const error = element.get_object().get(object);
        return error ? error : read(object);
    });
}

// A text that was sent as a JSON string, escapes as they are. Does not move on.
JsonError readText(JsonValue value, std::string_view& text);

// The same, and a number or a literal as it is written.
JsonError readWord(JsonValue value, std::string_view& text);

// A whole number, in a string or not.
JsonError readCount(JsonValue value, std::uint64_t& number, bool* present = nullptr);

JsonError readFlag(JsonValue value, bool& flag, bool* present = nullptr);

// A decimal number, in a string or not. `present` is set when there was one.
JsonError readDecimal(JsonValue value, WrittenNumber& number, bool& present);

// The same, but of a number with more than 18 digits those behind them are left out: for what is no price or
// size.
JsonError readCutDecimal(JsonValue value, WrittenNumber& number, bool& present);

// The same where there must be one: NUMBER_ERROR.
JsonError needDecimal(JsonValue value, WrittenNumber& number);

// Text of a decimal number, or text as it is, into a string; for instrument lists.
JsonError readInto(JsonValue value, std::string& text);

// Unix time in the unit that one count of it is. Decimals beyond a nanosecond are cut off.
JsonError readTime(JsonValue value, Duration unit, Timestamp& time);

// "2021-04-17T16:43:30.244075Z"; false where it is none.
bool parseIsoTime(std::string_view text, Timestamp& time);
JsonError readIsoTime(JsonValue value, Timestamp& time);

} // namespace qob
