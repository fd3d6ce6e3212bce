#include "engine/wire/json_walk.h"

#include "engine/wire/written_number.h"

namespace qob {

namespace {

constexpr int deepest = 64; // no venue nests deeper than a handful

// RFC 8259, of any size.
bool isNumber(std::string_view text)
{
    std::size_t at = 0;
    auto const digits = [&] {
        auto const start = at;
        while (at < text.size() && text[at] >= '0' && text[at] <= '9') {
            ++at;
        }
        return at > start;
    };
    auto const take = [&](char one, char other) {
        bool const there = at < text.size() && (text[at] == one || text[at] == other);
        at += there ? 1U : 0U;
        return there;
    };
    take('-', '-');
    auto const whole = at;
    if (!digits() || (text[whole] == '0' && at - whole > 1) || (take('.', '.') && !digits())) {
        return false;
    }
    if (take('e', 'E')) {
        take('+', '-');
        if (!digits()) {
            return false;
        }
    }
    return at == text.size();
}

// NOLINTBEGIN(misc-no-recursion): no deeper than `deepest`

JsonError walk(JsonValue value, int depth);

JsonError walkArray(simdjson::ondemand::array array, int depth)
{
    for (auto element : array) {
        JsonValue value;
        if (auto const error = element.get(value)) {
            return error;
        }
        if (auto const error = walk(value, depth + 1)) {
            return error;
        }
    }
    return simdjson::SUCCESS;
}

JsonError walkObject(JsonObject object, int depth)
{
    for (auto field : object) {
        JsonValue value;
        if (auto const error = field.value().get(value)) {
            return error;
        }
        if (auto const error = walk(value, depth + 1)) {
            return error;
        }
    }
    return simdjson::SUCCESS;
}

JsonError walkLiteral(JsonValue value, bool isNull)
{
    if (isNull) {
        bool really = false;
        auto const error = value.is_null().get(really);
        return error || really ? error : simdjson::N_ATOM_ERROR;
    }
    bool ignored = false;
    return value.get_bool().get(ignored);
}

JsonError walk(JsonValue value, int depth)
{
    using simdjson::ondemand::json_type;
    json_type type{};
    if (auto const error = value.type().get(type)) {
        return error;
    }
    switch (type) {
    case json_type::array: {
        simdjson::ondemand::array array;
        auto const error = depth < deepest ? value.get_array().get(array) : simdjson::DEPTH_ERROR;
        return error ? error : walkArray(array, depth);
    }
    case json_type::object: {
        JsonObject object;
        auto const error = depth < deepest ? value.get_object().get(object) : simdjson::DEPTH_ERROR;
        return error ? error : walkObject(object, depth);
    }
    case json_type::string: {
        simdjson::ondemand::raw_json_string text;
        return value.get_raw_json_string().get(text);
    }
    case json_type::number:
        return isNumber(rawScalar(value)) ? simdjson::SUCCESS : simdjson::NUMBER_ERROR;
    case json_type::boolean:
        return walkLiteral(value, false);
    case json_type::null:
        return walkLiteral(value, true);
    }
    return simdjson::TAPE_ERROR;
}

// NOLINTEND(misc-no-recursion)

} // namespace

JsonError walkJson(JsonValue value)
{
    return walk(value, 0);
}

JsonError passOver(JsonValue value)
{
    const std::string_view token = value.raw_json_token();
    std::uint64_t ignored = 0;
    bool const good = !token.empty() && (token.front() == '"' || parseUnsigned(token, ignored));
    return good ? simdjson::SUCCESS : walkJson(value);
}

tl::unexpected<Error> jsonFailure(JsonError error)
{
    return fail(ErrorCode::JsonMalformed, simdjson::error_message(error));
}

} // namespace qob
