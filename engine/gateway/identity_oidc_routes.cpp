#include "engine/base/json_writer.h"
#include "engine/gateway/identity_handlers.h"

#include <algorithm>
#include <deque>
#include <memory>
#include <mutex>

namespace qob {

namespace {

constexpr std::string_view bindingCookie = "__Host-qob-oidc";

constexpr int visitSeconds = 600; // at the provider's

// Browsers that were sent to the provider, by their binding: what each is to come back for. The attempt
// itself ends by time; here the oldest makes room. Any thread.
class OidcVisits {
public:
    struct Visit {
        std::string binding;
        std::optional<UserId> link;         // who is to be linked; nothing: it is a login
        bool page = false;                  // the administration page asks for what came of it
        std::optional<WebResponse> outcome; // then: what it will be told
    };

    void keep(Visit visit)
    {
        constexpr std::size_t most = 1000;
        const std::lock_guard lock(m_mutex);
        m_visits.push_back(std::move(visit));
        if (m_visits.size() > most) {
            m_visits.pop_front();
        }
    }

    // Once. One that nobody knows is a login.
    Visit take(std::string const& binding)
    {
        const std::lock_guard lock(m_mutex);
        auto const found = std::find_if(m_visits.begin(), m_visits.end(), [&](Visit const& visit) {
            return visit.binding == binding;
        });
        if (found == m_visits.end()) {
            return {binding, {}, false, {}};
        }
        auto visit = std::move(*found);
        m_visits.erase(found);
        return visit;
    }

private:
    std::mutex m_mutex;
    std::deque<Visit> m_visits;
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

WebResponse redirect(std::string to, std::string const& binding, int life)
{
    WebResponse response;
    response.status = 302;
    response.headers.emplace_back("Location", std::move(to));
    response.headers.emplace_back("Set-Cookie", setCookie(binding, life));
    return response;
}

// The answer to the browser; one that the page sent goes back there, and the page asks for it. So no token is
// ever in an address.
void endVisit(
    std::shared_ptr<OidcVisits> const& visits,
    OidcVisits::Visit visit,
    WebResponse outcome,
    Respond const& respond
)
{
    if (!visit.page) {
        outcome.headers.emplace_back("Set-Cookie", setCookie("", 0));
        respond(std::move(outcome));
        return;
    }
    constexpr int secondsToAsk = 60;
    auto const binding = visit.binding;
    visit.outcome = std::move(outcome);
    visits->keep(std::move(visit));
    respond(redirect("/?login=provider", binding, secondsToAsk));
}

void finishOidc(
    IdentityWorld const& world,
    std::shared_ptr<OidcVisits> const& visits,
    WebRequest const& request,
    Respond const& respond
)
{
    auto& identity = world.identity;
    auto const visit = visits->take(cookieOf(request));
    auto const end = [visits, visit, respond](WebResponse outcome) {
        endVisit(visits, visit, std::move(outcome), respond);
    };
    if (request.parameter("code") == nullptr) {
        end(errorResponse(
            {ErrorCode::AuthProviderFailed, "it answered '" + textOf(request, "error").substr(0, 60) + "'"}
        ));
        return;
    }
    world.oidc->finish(
        {textOf(request, "state"), textOf(request, "code"), visit.binding},
        [&identity, &request, end, link = visit.link](Expected<ExternalUser> user) {
            if (!user) {
                end(errorResponse(user.error()));
                return;
            }
            auto const taken =
                identity.inBackground([&identity, &request, end, link, user = std::move(*user)] {
                    end(link ? linked(identity, *link, user, request)
                             : answerOf(
                                   identity.loginExternal(
                                       user, request.address, headerOf(request, "user-agent")
                                   ),
                                   tokensJson
                               ));
                });
            if (!taken) {
                end(errorResponse(taken.error()));
            }
        }
    );
}

void addLinkRoute(Routes& routes, IdentityWorld const& world, std::shared_ptr<OidcVisits> const& visits)
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
         [world, visits](WebRequest const& request, Respond const& respond) {
             world.oidc->start([visits, user = request.principal.user, respond](Expected<OidcStart> start) {
                 if (!start) {
                     respond(errorResponse(start.error()));
                     return;
                 }
                 visits->keep({start->binding, user, false, {}});
                 JsonWriter json;
                 json.beginObject().key("url").string(start->url).endObject();
                 auto response = jsonResponse(json.text());
                 response.headers.emplace_back("Set-Cookie", setCookie(start->binding, visitSeconds));
                 respond(std::move(response));
             });
         }}
    );
}

void addStartRoute(Routes& routes, IdentityWorld const& world, std::shared_ptr<OidcVisits> const& visits)
{
    routes.push_back(
        {HttpMethod::Get,
         "/api/v1/auth/oidc/start",
         Permission::Public,
         "Users",
         "Sends a browser to the login provider",
         {{"page", "boolean", false, "true: it comes back to the administration page, which collects"}},
         {},
         {},
         [world, visits](WebRequest const& request, Respond const& respond) {
             bool const page = textOf(request, "page") == "true";
             world.oidc->start([visits, page, respond](Expected<OidcStart> const& start) {
                 if (!start) {
                     respond(errorResponse(start.error()));
                     return;
                 }
                 if (page) {
                     visits->keep({start->binding, {}, true, {}});
                 }
                 respond(redirect(start->url, start->binding, visitSeconds));
             });
         }}
    );
}

void addCollectRoute(Routes& routes, std::shared_ptr<OidcVisits> const& visits)
{
    routes.push_back(
        {HttpMethod::Post,
         "/api/v1/auth/oidc/collect",
         Permission::Public,
         "Users",
         "What came of the login that this browser began with page=true; once",
         {},
         {},
         tokensSchema,
         [visits](WebRequest const& request, Respond const& respond) {
             auto visit = visits->take(cookieOf(request));
             auto response =
                 visit.outcome ? std::move(*visit.outcome) : errorResponse({ErrorCode::AuthFailed, {}});
             if (!visit.outcome && visit.page) {
                 visits->keep(std::move(visit)); // it is still there
             }
             response.headers.emplace_back("Set-Cookie", setCookie("", 0));
             respond(std::move(response));
         }}
    );
}

} // namespace

void addOidcRoutes(Routes& routes, IdentityWorld const& world)
{
    auto const visits = std::make_shared<OidcVisits>();
    addLinkRoute(routes, world, visits);
    addStartRoute(routes, world, visits);
    addCollectRoute(routes, visits);
    routes.push_back(
        {HttpMethod::Get,
         "/api/v1/auth/oidc/callback",
         Permission::Public,
         "Users",
         "Where the login provider sends the browser back to",
         {{"state", "string", true, ""}, {"code", "string", false, ""}, {"error", "string", false, ""}},
         {},
         tokensSchema,
         [world, visits](WebRequest const& request, Respond const& respond) {
             finishOidc(world, visits, request, respond);
         },
         true}
    );
}

} // namespace qob
