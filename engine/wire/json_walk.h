#pragma once

#include "engine/base/expected.h"
#include "engine/wire/padded_text.h"

#include <simdjson.h>

#include <string_view>

namespace qob {

// Shared by every decoder that reads JSON with simdjson's on-demand front end. Costs its includers the large
// header, so only .cpp files use it. A decoder keeps one parser and reads one message at a time with it.

using JsonError = simdjson::error_code;
using JsonValue = simdjson::ondemand::value;
using JsonObject = simdjson::ondemand::object;
using JsonDocument = simdjson::ondemand::document;
using JsonParser = simdjson::ondemand::parser;

// Starts on a message.
inline JsonError openJson(JsonParser& parser, PaddedText text, JsonDocument& document)
{
    return parser.iterate(text.data(), text.size(), text.size() + textPadding).get(document);
}

// Nothing follows the message's value; asked when all of it has been read.
inline bool atJsonEnd(JsonDocument& document)
{
    return document.current_location().error() == simdjson::OUT_OF_BOUNDS;
}

// A scalar as written: a string without its quotes (escapes left as they are), a number or a literal. It does
// not move on from the value, which simdjson then skips by itself.
inline std::string_view rawScalar(JsonValue value)
{
    std::string_view token = value.raw_json_token();
    while (!token.empty() && static_cast<unsigned char>(token.back()) <= ' ') {
        token.remove_suffix(1);
    }
    if (token.size() >= 2 && token.front() == '"') {
        return token.substr(1, token.size() - 2);
    }
    return token;
}

// Goes through a value nobody needs, so that what is malformed in it is still found.
JsonError walkJson(JsonValue value);

// The same, quickly, for what is nearly always a string or a whole number. It does not move on from those.
JsonError passOver(JsonValue value);

// JsonMalformed, in words.
tl::unexpected<Error> jsonFailure(JsonError error);

} // namespace qob
