#include "engine/base/json_writer.h"
#include "engine/gateway/identity_handlers.h"

#include <algorithm>
#include <deque>
#include <memory>
#include <mutex>

namespace qob {

namespace {

constexpr std::string_view bindingCookie = "__Host-qob-oidc";

// Attempts that are to link a user who is logged in with the provider's, by the binding of the browser that
// began. The attempt itself ends by time; here the oldest makes room. Any thread.
class WantedLinks {
public:
    void keep(std::string binding, UserId user)
    {
        constexpr std::size_t most = 1000;
        const std::lock_guard lock(m_mutex);
        m_wanted.emplace_back(std::move(binding), user);
        if (m_wanted.size() > most) {
            m_wanted.pop_front();
        }
    }

    // Once. Nothing: that browser wants to log in.
    std::optional<UserId> take(std::string const& binding)
    {
        const std::lock_guard lock(m_mutex);
        auto const found = std::find_if(m_wanted.begin(), m_wanted.end(), [&](auto const& wanted) {
            return wanted.first == binding;
        });
        if (found == m_wanted.end()) {
            return std::nullopt;
        }
        auto const user = found->second;
        m_wanted.erase(found);
        return user;
    }

private:
    std::mutex m_mutex;
    std::deque<std::pair<std::string, UserId>> m_wanted;
};

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

// A user who was disabled in between is not linked.
WebResponse linked(Identity& identity, UserId user, ExternalUser const& external, WebRequest const& request)
{
    auto const all = identity.users();
    auto const record = std::find_if(all.begin(), all.end(), [&](auto const& one) { return one.id == user; });
    if (record == all.end() || record->disabled) {
        return errorResponse({ErrorCode::AuthFailed, {}});
    }
    return answerOf(identity.linkExternal(user, external, {record->name, request.address}));
}

void finishOidc(
    IdentityWorld const& world,
    std::shared_ptr<WantedLinks> const& links,
    WebRequest const& request,
    Respond const& respond
)
{
    auto& identity = world.identity;
    auto const binding = cookieOf(request);
    world.oidc->finish(
        {textOf(request, "state"), textOf(request, "code"), binding},
        [&identity, &request, respond, link = links->take(binding)](Expected<ExternalUser> user) {
            if (!user) {
                respond(errorResponse(user.error()));
                return;
            }
            auto const taken =
                identity.inBackground([&identity, &request, respond, link, user = std::move(*user)] {
                    auto response = link ? linked(identity, *link, user, request)
                                         : answerOf(
                                               identity.loginExternal(
                                                   user, request.address, headerOf(request, "user-agent")
                                               ),
                                               tokensJson
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

void addLinkRoute(Routes& routes, IdentityWorld const& world, std::shared_ptr<WantedLinks> const& links)
{
    routes.push_back(
        {HttpMethod::Post,
         "/api/v1/auth/oidc/link",
         Permission::OwnUser,
         "Users",
         "Begins to link one's own user with the login provider's: send the browser to `url`",
         {},
         {},
         R"({"type":"object","required":["url"],"properties":{"url":{"type":"string"}}})",
         [world, links](WebRequest const& request, Respond const& respond) {
             world.oidc->start([links, user = request.principal.user, respond](Expected<OidcStart> start) {
                 if (!start) {
                     respond(errorResponse(start.error()));
                     return;
                 }
                 links->keep(start->binding, user);
                 JsonWriter json;
                 json.beginObject().key("url").string(start->url).endObject();
                 auto response = jsonResponse(json.text());
                 response.headers.emplace_back("Set-Cookie", setCookie(start->binding, 600));
                 respond(std::move(response));
             });
         }}
    );
}

} // namespace

void addOidcRoutes(Routes& routes, IdentityWorld const& world)
{
    auto const links = std::make_shared<WantedLinks>();
    addLinkRoute(routes, world, links);
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
         [world, links](WebRequest const& request, Respond const& respond) {
             if (request.parameter("code") == nullptr) {
                 respond(errorResponse(
                     {ErrorCode::AuthProviderFailed,
                      "it answered '" + textOf(request, "error").substr(0, 60) + "'"}
                 ));
                 return;
             }
             finishOidc(world, links, request, respond);
         },
         true}
    );
}

} // namespace qob
