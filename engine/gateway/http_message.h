#pragma once

#include "engine/base/expected.h"
#include "engine/base/time.h"
#include "engine/security/principal.h"

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace qob {

enum class HttpMethod : std::uint8_t { Get, Post, Put, Patch, Delete };

std::string_view methodName(HttpMethod method);

// A request as it came, checked for shape only.
struct WebRequest {
    HttpMethod method = HttpMethod::Get;
    std::string target; // as it was sent: path and query, still encoded
    std::string path;   // decoded
    std::string query;  // after the '?', as it was sent: what a signature may be over
    std::string body;
    std::vector<std::pair<std::string, std::string>> headers; // names in lower case
    // Of the query, then of the body: a form's fields decoded, a JSON object's with numbers and literals as
    // written, strings without their escapes, and arrays and objects as JSON. Names and types are those the
    // route's documentation has.
    std::vector<std::pair<std::string, std::string>> parameters;
    std::vector<std::string> nested; // those of them that are arrays or objects
    std::map<std::string, std::string, std::less<>> pathParameters; // "{id}" of the route
    std::string address;                                            // of the client, without its port
    Principal principal;                                            // set before a handler is called

    // The first of that name; null: it is not there.
    [[nodiscard]] std::string const* header(std::string_view lowerCaseName) const;
    [[nodiscard]] std::string const* parameter(std::string_view name) const;
};

struct WebResponse {
    int status = 200;
    std::string contentType = "application/json";
    std::string body;
    std::vector<std::pair<std::string, std::string>> headers;
    std::optional<ErrorCode> refusal; // why, where it is a refusal of ours
};

// To be called once, from any thread; a request whose connection is gone is answered into the void.
using Respond = std::function<void(WebResponse)>;

// "%41+b" of a query or a form. Nothing: a broken escape.
std::optional<std::string> percentDecoded(std::string_view text, bool plusIsBlank);

// What of it is UTF-8 is left; else every byte that is not ASCII becomes '?'. What is quoted in an answer
// goes through it, as the answer is JSON.
std::string readable(std::string text);

// "Sun, 06 Nov 1994 08:49:37 GMT", RFC 9110, section 5.6.7.
std::string httpDate(Timestamp time);

// Splits the target into path and query and reads the query's parameters. RequestMalformed.
Expected<void> readTarget(WebRequest& request);

// Reads the body's fields by its Content-Type. RequestMalformed, RequestMediaType, JsonMalformed.
Expected<void> readBody(WebRequest& request);

// {"error":{"code":"RequestMissing","message":"…","status":400}} with the status of the code's row.
WebResponse errorResponse(Error const& error);

// Whose body is JSON already.
WebResponse jsonResponse(std::string body, int status = 200);

} // namespace qob
