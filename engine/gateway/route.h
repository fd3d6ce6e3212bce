#pragma once

#include "engine/gateway/http_message.h"

namespace qob {

// Runs on the gateway's thread and must not wait; what takes long is answered later. The request stays until
// it is answered.
using Handler = std::function<void(WebRequest const&, Respond)>;

// Of a path, a query or a form.
struct ParameterDoc {
    std::string_view name;
    // "string", "integer" (not negative), "decimal", "boolean", "array", "object", or the words that it may
    // be: "BUY|SELL".
    std::string_view type;
    bool required = false;
    std::string_view text;
};

// One thing the server does, and what /openapi.json says of it.
struct Route {
    HttpMethod method = HttpMethod::Get;
    std::string_view pattern; // "/api/orders/{id}"
    Permission permission = Permission::ReadMarket;
    std::string_view tag; // the group in the document: "Market"; none: a page, which is not in it
    std::string_view summary;
    std::vector<ParameterDoc> parameters; // of path and query; those of the path are always required
    std::vector<ParameterDoc> body;       // fields of a JSON object; empty: no body
    std::string_view answer;              // a JSON Schema of the 200 answer, as text; empty: any object
    Handler handler;
    bool open = false; // further parameters are passed over: the language of another exchange
};

using Routes = std::vector<Route>;

} // namespace qob
