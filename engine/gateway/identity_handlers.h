#pragma once

// What the files of the identity routes share; for them only.

#include "engine/gateway/identity_json.h"
#include "engine/gateway/identity_routes.h"
#include "engine/security/rate_limit.h"

#include <charconv>

namespace qob {

// Each adds its part of identityRoutes.
void addKeyRoutes(Routes& routes, Identity& identity);
void addUserRoutes(Routes& routes, IdentityWorld const& world);
void addAuditRoutes(Routes& routes, IdentityWorld const& world);
void addOidcRoutes(Routes& routes, IdentityWorld const& world);

inline constexpr std::string_view tokensSchema =
    R"({"type":"object","required":["accessToken","refreshToken"],"properties":{"accessToken":{"type":"string"},)"
    R"("tokenType":{"type":"string"},"accessExpires":{"type":"integer"},"refreshToken":{"type":"string"},)"
    R"("refreshExpires":{"type":"integer"},"login":{"type":"string"},"user":{"type":"integer"}}})";
inline constexpr std::string_view okSchema = R"({"type":"object","properties":{"ok":{"type":"boolean"}}})";

inline Actor actorOf(WebRequest const& request)
{
    return {request.principal.name, request.address};
}

inline std::string textOf(WebRequest const& request, std::string_view name)
{
    auto const* const text = request.parameter(name);
    return text == nullptr ? std::string() : *text;
}

inline std::string headerOf(WebRequest const& request, std::string_view name)
{
    auto const* const text = request.header(name);
    return text == nullptr ? std::string() : *text;
}

inline std::uint64_t numberOf(WebRequest const& request, std::string_view name)
{
    auto const text = textOf(request, name);
    std::uint64_t number = 0;
    std::from_chars(text.data(), text.data() + text.size(), number);
    return number;
}

inline UserId pathUser(WebRequest const& request)
{
    return UserId(numberOf(request, "id"));
}

inline WebResponse okResponse()
{
    return jsonResponse(R"({"ok":true})");
}

// An answer from an Expected<T>, by `write`; without it {"ok":true}.
template <class T, class Write>
WebResponse answerOf(Expected<T> const& result, Write write)
{
    return result ? jsonResponse(write(*result)) : errorResponse(result.error());
}

inline WebResponse answerOf(Expected<void> const& result)
{
    return result ? okResponse() : errorResponse(result.error());
}

// Runs `work(request)` on the pool and answers with what it returns. The request stays until it is answered.
template <class Work>
Handler inBackground(Identity& identity, Work work)
{
    return [&identity, work](WebRequest const& request, Respond const& respond) {
        if (!request.query.empty()) {
            respond(errorResponse(
                {ErrorCode::RequestMalformed, "expected the fields in the body, not in the query"}
            ));
            return;
        }
        auto const taken = identity.inBackground([&request, respond, work] { respond(work(request)); });
        if (!taken) {
            respond(errorResponse(taken.error()));
        }
    };
}

// Answers at once.
template <class Work>
Handler atOnce(Work work)
{
    return [work](WebRequest const& request, Respond const& respond) {
        respond(work(request));
    };
}

} // namespace qob
