#include "engine/venue/binance/binance_message.h"

#include "engine/wire/json_fields.h"

#include <cstring>

namespace qob {

namespace {

// A whole number; anything else is left out, since the same name means other things in other events.
JsonError readNumber(JsonValue value, std::optional<std::uint64_t>& number)
{
    std::uint64_t read = 0;
    if (parseUnsigned(rawScalar(value), read)) {
        number = read;
        return simdjson::SUCCESS;
    }
    return passOver(value);
}

// A decimal number in a string.
JsonError readWrittenNumber(JsonValue value, WrittenNumber& number)
{
    const std::string_view token = value.raw_json_token();
    if (token.empty() || token.front() != '"') {
        return simdjson::INCORRECT_TYPE;
    }
    char const* const end = scanWritten(token.data() + 1, number);
    if (end != nullptr && *end == '"') {
        return simdjson::SUCCESS;
    }
    auto const read = readWritten(rawScalar(value));
    if (!read) {
        return simdjson::NUMBER_ERROR;
    }
    number = *read;
    return simdjson::SUCCESS;
}

JsonError readPriceOrQty(JsonValue value, std::optional<WrittenNumber>& number)
{
    WrittenNumber read;
    if (readWrittenNumber(value, read)) {
        return passOver(value);
    }
    number = read;
    return simdjson::SUCCESS;
}

// Levels as Binance sends them, without blanks: [["price","qty"],...]. Reads straight from the bytes, which
// is what the feed's speed rests on; false for everything else, which then goes the long way. It cannot run
// out of the message: that ends with a brace, and no brace is part of what it reads.
bool scanLevels(char const* at, std::vector<WrittenLevel>& levels)
{
    if (*at != '[') {
        return false;
    }
    ++at;
    if (*at == ']') {
        return true;
    }
    while (true) {
        if (std::memcmp(at, "[\"", 2) != 0) {
            return false;
        }
        WrittenLevel& level = levels.emplace_back();
        at = scanWritten(at + 2, level.price);
        if (at == nullptr || std::memcmp(at, "\",\"", 3) != 0) {
            return false;
        }
        at = scanWritten(at + 3, level.qty);
        if (at == nullptr || std::memcmp(at, "\"]", 2) != 0) {
            return false;
        }
        at += 2;
        if (*at == ']') {
            return true;
        }
        if (*at != ',') {
            return false;
        }
        ++at;
    }
}

JsonError readLevel(JsonArray array, WrittenLevel& level)
{
    std::size_t count = 0;
    for (auto element : array) {
        JsonValue value;
        JsonError error = element.get(value);
        if (!error && count < 2) {
            error = readWrittenNumber(value, count == 0 ? level.price : level.qty);
        }
        if (error) {
            return error;
        }
        ++count;
    }
    return count < 2 ? simdjson::INDEX_OUT_OF_BOUNDS : simdjson::SUCCESS;
}

JsonError readLevels(JsonValue value, std::vector<WrittenLevel>& levels, bool& present)
{
    if (scanLevels(value.raw_json_token().data(), levels)) {
        present = true;
        return simdjson::SUCCESS;
    }
    levels.clear();
    JsonArray array;
    if (value.get_array().get(array)) {
        return passOver(value);
    }
    present = true;
    for (auto element : array) {
        JsonArray pair;
        JsonError error = element.get_array().get(pair);
        if (error || (error = readLevel(pair, levels.emplace_back()))) {
            return error;
        }
    }
    return simdjson::SUCCESS;
}

JsonError readSymbols(JsonValue value, BinanceFields& fields)
{
    JsonArray array;
    if (value.get_array().get(array)) {
        return passOver(value);
    }
    fields.hasSymbols = true;
    for (auto element : array) {
        JsonObject object;
        JsonError error = element.get_object().get(object);
        if (error || (error = readBinanceSymbol(object, fields.instruments.emplace_back()))) {
            return error;
        }
    }
    return simdjson::SUCCESS;
}

JsonError readFlag(JsonValue value, std::optional<bool>& flag)
{
    bool read = false;
    if (value.get_bool().get(read)) {
        return passOver(value);
    }
    flag = read;
    return simdjson::SUCCESS;
}

// forceOrder: what is closed by force, at its average price where that is known.
JsonError readOrder(JsonValue value, BinanceFields& fields)
{
    std::optional<WrittenNumber> average;
    auto const error = eachFieldOf(value, [&](std::string_view name, JsonValue part) {
        return name == "s"    ? readText(part, fields.s)
               : name == "S"  ? readText(part, fields.S)
               : name == "q"  ? readPriceOrQty(part, fields.q)
               : name == "p"  ? readPriceOrQty(part, fields.p)
               : name == "ap" ? readPriceOrQty(part, average)
               : name == "T"  ? readNumber(part, fields.T)
                              : passOver(part);
    });
    if (average && average->digits > 0) {
        fields.p = average;
    }
    return error;
}

JsonError readShortField(char name, JsonValue value, BinanceFields& fields, FeedMessage& out)
{
    switch (name) {
    case 'e':
        return readText(value, fields.e);
    case 's':
        return readText(value, fields.s);
    case 'X':
        return readText(value, fields.X);
    case 'p':
        return readPriceOrQty(value, fields.p);
    case 'q':
        return readPriceOrQty(value, fields.q);
    case 'i':
        return readPriceOrQty(value, fields.i);
    case 'r':
        return readPriceOrQty(value, fields.r);
    case 'S':
        return readText(value, fields.S);
    case 'T':
        return readNumber(value, fields.T);
    case 'o':
        return readOrder(value, fields);
    case 'E':
        return readNumber(value, fields.E);
    case 'U':
        return readNumber(value, fields.U);
    case 'u':
        return readNumber(value, fields.u);
    case 't':
        return readNumber(value, fields.t);
    case 'f':
        return readNumber(value, fields.f);
    case 'l':
        return readNumber(value, fields.l);
    case 'b':
        return readLevels(value, out.bids, fields.hasBids);
    case 'a':
        return readLevels(value, out.asks, fields.hasAsks);
    case 'm':
        return readFlag(value, fields.m);
    default:
        return passOver(value);
    }
}

JsonError readLongField(std::string_view name, JsonValue value, BinanceFields& fields, FeedMessage& out)
{
    if (name == "pu") {
        return readNumber(value, fields.pu);
    }
    if (name == "ps") {
        return readText(value, fields.ps);
    }
    if (name == "stream") {
        return readText(value, fields.stream);
    }
    if (name == "lastUpdateId") {
        return readNumber(value, fields.lastUpdateId);
    }
    if (name == "symbol") {
        return readText(value, fields.symbol);
    }
    if (name == "bids") {
        return readLevels(value, out.bids, fields.hasBids);
    }
    if (name == "asks") {
        return readLevels(value, out.asks, fields.hasAsks);
    }
    if (name == "openInterest") {
        return readPriceOrQty(value, fields.openInterest);
    }
    if (name == "symbols") {
        return readSymbols(value, fields);
    }
    return passOver(value);
}

JsonError readField(std::string_view name, JsonValue value, BinanceFields& fields, FeedMessage& out)
{
    return name.size() == 1 ? readShortField(name.front(), value, fields, out)
                            : readLongField(name, value, fields, out);
}

// What a stream's wrapper holds is read like a bare event.
JsonError readMessage(JsonObject message, BinanceFields& fields, FeedMessage& out)
{
    auto const ofEvent = [&](std::string_view name, JsonValue value) {
        return readField(name, value, fields, out);
    };
    return eachField(message, [&](std::string_view name, JsonValue value) {
        JsonObject event;
        if (name != "data" || value.get_object().get(event)) {
            return readField(name, value, fields, out);
        }
        return eachField(event, ofEvent);
    });
}

} // namespace

Expected<void>
readBinanceFields(JsonParser& parser, PaddedText message, BinanceFields& fields, FeedMessage& out)
{
    JsonDocument document;
    JsonObject object;
    auto error = openJson(parser, message, document);
    if (!error) {
        error = document.get_object().get(object);
    }
    if (!error) {
        error = readMessage(object, fields, out);
    }
    if (!error && !atJsonEnd(document)) {
        error = simdjson::TRAILING_CONTENT;
    }
    if (error) {
        return jsonFailure(error);
    }
    return {};
}

} // namespace qob
