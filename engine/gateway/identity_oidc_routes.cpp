#include "engine/gateway/identity_handlers.h"

#include <algorithm>

namespace qob {

namespace {

constexpr std::string_view bindingCookie = "__Host-qob-oidc";

std::string cookieOf(WebRequest const& request)
{
    auto const start = std::string(bindingCookie) + "=";
    std::string_view rest;
    auto const all = headerOf(request, "cookie");
    rest = all;
    while (!rest.empty()) {
        auto const end = std::min(rest.find(';'), rest.size());
        auto one = rest.substr(0, end);
        rest.remove_prefix(std::min(end + 1, rest.size()));
        one.remove_prefix(std::min(one.find_first_not_of(' '), one.size()));
        if (one.starts_with(start)) {
            return std::string(one.substr(start.size()));
        }
    }
    return {};
}

std::string setCookie(std::string const& value, int life)
{
    return std::string(bindingCookie) + "=" + value + "; Path=/; Max-Age=" + std::to_string(life) +
           "; Secure; HttpOnly; SameSite=Lax";
}

void finishOidc(IdentityWorld const& world, WebRequest const& request, Respond const& respond)
{
    auto& identity = world.identity;
    world.oidc->finish(
        {textOf(request, "state"), textOf(request, "code"), cookieOf(request)},
        [&identity, &request, respond](Expected<ExternalUser> user) {
            if (!user) {
                respond(errorResponse(user.error()));
                return;
            }
            auto const taken = identity.inBackground([&identity, &request, respond, user = std::move(*user)] {
                auto response = answerOf(
                    identity.loginExternal(user, request.address, headerOf(request, "user-agent")), tokensJson
                );
                response.headers.emplace_back("Set-Cookie", setCookie("", 0));
                respond(std::move(response));
            });
            if (!taken) {
                respond(errorResponse(taken.error()));
            }
        }
    );
}

} // namespace

void addOidcRoutes(Routes& routes, IdentityWorld const& world)
{
    routes.push_back(
        {HttpMethod::Get,
         "/api/v1/auth/oidc/start",
         Permission::Public,
         "Users",
         "Sends a browser to the login provider",
         {},
         {},
         {},
         [world](WebRequest const&, Respond const& respond) {
             world.oidc->start([respond](Expected<OidcStart> const& start) {
                 if (!start) {
                     respond(errorResponse(start.error()));
                     return;
                 }
                 WebResponse response;
                 response.status = 302;
                 response.headers.emplace_back("Location", start->url);
                 response.headers.emplace_back("Set-Cookie", setCookie(start->binding, 600));
                 respond(std::move(response));
             });
         }}
    );
    routes.push_back(
        {HttpMethod::Get,
         "/api/v1/auth/oidc/callback",
         Permission::Public,
         "Users",
         "Where the login provider sends the browser back to",
         {{"state", "string", true, ""}, {"code", "string", false, ""}, {"error", "string", false, ""}},
         {},
         tokensSchema,
         [world](WebRequest const& request, Respond const& respond) {
             if (request.parameter("code") == nullptr) {
                 respond(errorResponse(
                     {ErrorCode::AuthProviderFailed,
                      "it answered '" + textOf(request, "error").substr(0, 60) + "'"}
                 ));
                 return;
             }
             finishOidc(world, request, respond);
         },
         true}
    );
}

} // namespace qob
