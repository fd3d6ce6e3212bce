#include "engine/gateway/http_message.h"

#include "engine/base/json_writer.h"

#include <simdjson.h>

#include <algorithm>
#include <array>
#include <cstdio>
#include <ctime>

namespace qob {

namespace {

int hexValue(char digit)
{
    if (digit >= '0' && digit <= '9') {
        return digit - '0';
    }
    char const lower = static_cast<char>(digit | 0x20);
    return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

std::string const*
findIn(std::vector<std::pair<std::string, std::string>> const& pairs, std::string_view name)
{
    auto const found =
        std::find_if(pairs.begin(), pairs.end(), [&](auto const& pair) { return pair.first == name; });
    return found == pairs.end() ? nullptr : &found->second;
}

// Each is looked for among all the others.
constexpr std::size_t mostParameters = 200;

Expected<void> notTooMany(WebRequest const& request)
{
    return request.parameters.size() <= mostParameters
               ? Expected<void>()
               : fail(
                     ErrorCode::RequestMalformed,
                     "too many fields; expected up to " + std::to_string(mostParameters)
                 );
}

bool isUtf8(std::string_view text)
{
    return simdjson::validate_utf8(text.data(), text.size());
}

Expected<void> readPairs(std::string_view text, WebRequest& request)
{
    while (!text.empty()) {
        auto const end = std::min(text.find('&'), text.size());
        auto const pair = text.substr(0, end);
        text.remove_prefix(std::min(end + 1, text.size()));
        if (pair.empty()) {
            continue;
        }
        auto const equals = std::min(pair.find('='), pair.size());
        auto const name = percentDecoded(pair.substr(0, equals), true);
        auto const value = percentDecoded(pair.substr(std::min(equals + 1, pair.size())), true);
        if (!name || !value || !isUtf8(*name) || !isUtf8(*value)) {
            return fail(
                ErrorCode::RequestMalformed, "a broken escape, or no UTF-8, in '" + std::string(pair) + "'"
            );
        }
        if (request.parameter(*name) != nullptr) {
            return fail(ErrorCode::RequestMalformed, "'" + *name + "' is there twice");
        }
        request.parameters.emplace_back(*name, *value);
        if (auto few = notTooMany(request); !few) {
            return few;
        }
    }
    return {};
}

using JsonError = simdjson::error_code;

// A string without its escapes, everything else as it is written: no price goes through a double.
JsonError readText(simdjson::ondemand::value value, std::string& text)
{
    simdjson::ondemand::json_type type{};
    if (auto const error = value.type().get(type)) {
        return error;
    }
    std::string_view raw;
    if (type == simdjson::ondemand::json_type::string) {
        auto const error = value.get_string().get(raw);
        text = raw;
        return error;
    }
    if (type == simdjson::ondemand::json_type::array) {
        simdjson::ondemand::array array;
        auto error = value.get_array().get(array);
        error = error ? error : array.raw_json().get(raw);
        text = raw;
        return error;
    }
    if (type == simdjson::ondemand::json_type::object) {
        simdjson::ondemand::object object;
        auto error = value.get_object().get(object);
        error = error ? error : object.raw_json().get(raw);
        text = raw;
        return error;
    }
    raw = value.raw_json_token();
    text = raw.substr(0, raw.find_last_not_of(" \t\r\n") + 1);
    // Read as well, so that no half a number or literal passes. Asked with get(): what it converts to throws.
    if (type == simdjson::ondemand::json_type::number) {
        double number = 0;
        return value.get_double().get(number);
    }
    bool flag = false;
    if (type == simdjson::ondemand::json_type::boolean) {
        return value.get_bool().get(flag);
    }
    auto const error = simdjson::simdjson_result<bool>(value.is_null()).get(flag);
    return error ? error : flag ? simdjson::SUCCESS : simdjson::N_ATOM_ERROR;
}

char firstOf(std::string_view text)
{
    return text.empty() ? '\0' : text.front();
}

JsonError readFields(simdjson::ondemand::document& document, WebRequest& request)
{
    simdjson::ondemand::object object;
    if (auto const error = document.get_object().get(object)) {
        return error;
    }
    for (auto field : object) {
        std::string_view name;
        simdjson::ondemand::value value;
        std::string text;
        JsonError error = field.unescaped_key().get(name);
        std::string const owned(name);
        error = error ? error : field.value().get(value);
        const std::string_view raw = error ? std::string_view() : value.raw_json_token();
        error = error ? error : readText(value, text);
        if (error) {
            return error;
        }
        if (firstOf(raw) == '[' || firstOf(raw) == '{') {
            request.nested.push_back(owned);
        }
        if (text != "null" || firstOf(raw) == '"') {
            request.parameters.emplace_back(owned, std::move(text));
        }
    }
    return document.current_location().error() == simdjson::OUT_OF_BOUNDS ? simdjson::SUCCESS
                                                                          : simdjson::TAPE_ERROR;
}

Expected<void> readJson(WebRequest& request)
{
    constexpr std::size_t mostDepth = 16;
    simdjson::ondemand::parser parser;
    const simdjson::padded_string padded(request.body);
    simdjson::ondemand::document document;
    auto const queryParameters = request.parameters.size();
    JsonError error =
        isUtf8(request.body) ? parser.allocate(request.body.size(), mostDepth) : simdjson::UTF8_ERROR;
    error = error ? error : parser.iterate(padded).get(document);
    error = error ? error : readFields(document, request);
    if (error) {
        return fail(
            ErrorCode::JsonMalformed,
            std::string("the body is not one JSON object: ") + simdjson::error_message(error)
        );
    }
    if (auto few = notTooMany(request); !few) {
        return few;
    }
    for (auto i = queryParameters; i < request.parameters.size(); ++i) {
        auto const& name = request.parameters[i].first;
        if (std::count_if(request.parameters.begin(), request.parameters.end(), [&](auto const& pair) {
                return pair.first == name;
            }) > 1) {
            return fail(ErrorCode::RequestMalformed, "'" + name + "' is there twice");
        }
    }
    return {};
}

} // namespace

std::string_view methodName(HttpMethod method)
{
    switch (method) {
    case HttpMethod::Get:
        return "GET";
    case HttpMethod::Post:
        return "POST";
    case HttpMethod::Put:
        return "PUT";
    case HttpMethod::Patch:
        return "PATCH";
    case HttpMethod::Delete:
        return "DELETE";
    }
    return "";
}

std::string const* WebRequest::header(std::string_view lowerCaseName) const
{
    return findIn(headers, lowerCaseName);
}

std::string const* WebRequest::parameter(std::string_view name) const
{
    if (auto const found = pathParameters.find(name); found != pathParameters.end()) {
        return &found->second;
    }
    return findIn(parameters, name);
}

std::optional<std::string> percentDecoded(std::string_view text, bool plusIsBlank)
{
    std::string decoded;
    decoded.reserve(text.size());
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '%') {
            int const high = i + 2 < text.size() ? hexValue(text[i + 1]) : -1;
            int const low = i + 2 < text.size() ? hexValue(text[i + 2]) : -1;
            if (high < 0 || low < 0) {
                return std::nullopt;
            }
            decoded += static_cast<char>(high * 16 + low);
            i += 2;
        } else {
            decoded += plusIsBlank && text[i] == '+' ? ' ' : text[i];
        }
    }
    return decoded;
}

Expected<void> readTarget(WebRequest& request)
{
    const std::string_view target = request.target;
    auto const question = std::min(target.find('?'), target.size());
    auto const path = percentDecoded(target.substr(0, question), false);
    if (!path || path->empty() || path->front() != '/' || path->find('\0') != std::string::npos ||
        !isUtf8(*path) || path->find("/../") != std::string::npos || path->ends_with("/..")) {
        return fail(ErrorCode::RequestMalformed, "the path; expected one that begins with '/'");
    }
    request.path = *path;
    request.query = std::string(target.substr(std::min(question + 1, target.size())));
    return readPairs(request.query, request);
}

Expected<void> readBody(WebRequest& request)
{
    if (request.body.empty()) {
        return {};
    }
    auto const* const declared = request.header("content-type");
    const std::string_view type = declared == nullptr ? "application/json" : std::string_view(*declared);
    if (type.starts_with("application/json")) {
        return readJson(request);
    }
    if (type.starts_with("application/x-www-form-urlencoded")) {
        return readPairs(request.body, request);
    }
    return fail(
        ErrorCode::RequestMediaType,
        "'" + std::string(type) + "'; expected application/json or application/x-www-form-urlencoded"
    );
}

std::string readable(std::string text)
{
    if (!isUtf8(text)) {
        std::replace_if(
            text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) > 0x7f; }, '?'
        );
    }
    return text;
}

std::string httpDate(Timestamp time)
{
    constexpr std::array days{"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
    constexpr std::array months{
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    constexpr int firstYear = 1900;
    std::time_t const whole = time.value / seconds(1).value;
    std::tm parts{};
    gmtime_r(&whole, &parts);
    std::array<char, 40> text{};
    int const size = std::snprintf(
        text.data(),
        text.size(),
        "%s, %02d %s %04d %02d:%02d:%02d GMT",
        days.at(static_cast<std::size_t>(parts.tm_wday)),
        parts.tm_mday,
        months.at(static_cast<std::size_t>(parts.tm_mon)),
        parts.tm_year + firstYear,
        parts.tm_hour,
        parts.tm_min,
        parts.tm_sec
    );
    return {text.data(), static_cast<std::size_t>(std::clamp(size, 0, static_cast<int>(text.size()) - 1))};
}

WebResponse errorResponse(Error const& error)
{
    auto const& info = errorInfo(error.code);
    JsonWriter json;
    json.beginObject().key("error").beginObject();
    json.key("code").string(info.name);
    json.key("message").string(readable(error.message()));
    json.key("status").integer(info.httpStatus);
    json.endObject().endObject();
    auto response = jsonResponse(json.text(), info.httpStatus);
    response.refusal = error.code;
    return response;
}

WebResponse jsonResponse(std::string body, int status)
{
    WebResponse response;
    response.status = status;
    response.body = std::move(body);
    return response;
}

} // namespace qob
