#include "engine/gateway/identity_routes.h"

#include "engine/base/json_writer.h"
#include "engine/gateway/identity_json.h"

#include <algorithm>
#include <charconv>

namespace qob {

namespace {

constexpr std::string_view tokensSchema =
    R"({"type":"object","required":["accessToken","refreshToken"],"properties":{"accessToken":{"type":"string"},)"
    R"("tokenType":{"type":"string"},"accessExpires":{"type":"integer"},"refreshToken":{"type":"string"},)"
    R"("refreshExpires":{"type":"integer"},"login":{"type":"string"},"user":{"type":"integer"}}})";
constexpr std::string_view keySchema =
    R"({"type":"object","required":["id","secret"],"properties":{"id":{"type":"string"},"label":{"type":"string"},)"
    R"("secret":{"type":"string"},"scopes":{"type":"array"},"addresses":{"type":"array"},"created":{"type":"integer"},)"
    R"("expires":{"type":"integer"},"lastUsed":{"type":"integer"}}})";
constexpr std::string_view okSchema = R"({"type":"object","properties":{"ok":{"type":"boolean"}}})";

constexpr std::string_view bindingCookie = "__Host-qob-oidc";

Actor actorOf(HttpRequest const& request)
{
    return {request.principal.name, request.address};
}

std::string textOf(HttpRequest const& request, std::string_view name)
{
    auto const* const text = request.parameter(name);
    return text == nullptr ? std::string() : *text;
}

std::string headerOf(HttpRequest const& request, std::string_view name)
{
    auto const* const text = request.header(name);
    return text == nullptr ? std::string() : *text;
}

std::uint64_t numberOf(HttpRequest const& request, std::string_view name)
{
    auto const text = textOf(request, name);
    std::uint64_t number = 0;
    std::from_chars(text.data(), text.data() + text.size(), number);
    return number;
}

UserId pathUser(HttpRequest const& request)
{
    return UserId(numberOf(request, "id"));
}

HttpResponse done()
{
    return jsonResponse(R"({"ok":true})");
}

// An answer from an Expected<T>, by `write`; without it {"ok":true}.
template <class T, class Write>
HttpResponse answerOf(Expected<T> const& result, Write write)
{
    return result ? jsonResponse(write(*result)) : errorResponse(result.error());
}

HttpResponse answerOf(Expected<void> const& result)
{
    return result ? done() : errorResponse(result.error());
}

// Runs `work(request)` on the pool and answers with what it returns. The request stays until it is answered.
template <class Work>
Handler inBackground(Identity& identity, Work work)
{
    return [&identity, work](HttpRequest const& request, Respond const& respond) {
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
    return [work](HttpRequest const& request, Respond const& respond) {
        respond(work(request));
    };
}

// A login's answer; where it has to wait, for how long.
HttpResponse loginAnswer(
    Identity const& identity,
    Expected<Tokens> const& tokens,
    std::string const& name,
    std::string const& address
)
{
    auto response = answerOf(tokens, tokensJson);
    if (!tokens && tokens.error().code == ErrorCode::AuthLocked) {
        auto const wait = retryAfterSeconds(identity.lockedFor(name, address));
        response.headers.emplace_back("Retry-After", std::to_string(wait));
    }
    return response;
}

void addPasswordRoutes(Routes& routes, Identity& identity)
{
    routes.push_back(
        {HttpMethod::Post,
         "/api/v1/auth/register",
         Permission::Public,
         "Users",
         "Makes a user, where that is open",
         {},
         {{"name", "string", true, "3 to 32 of a-z, 0-9, '.', '_', '-', a letter first"},
          {"password", "string", true, "10 to 256 characters"},
          {"email", "string", false, "name@host"}},
         R"({"type":"object","properties":{"id":{"type":"integer"}}})",
         inBackground(
             identity,
             [&identity](HttpRequest const& request) {
                 auto const made = identity.registerUser(
                     {textOf(request, "name"), textOf(request, "email"), textOf(request, "password")},
                     request.address
                 );
                 return answerOf(made, [&](UserId id) { return userJson(*identity.user(id)); });
             }
         )}
    );
    routes.push_back(
        {HttpMethod::Post,
         "/api/v1/auth/login",
         Permission::Public,
         "Users",
         "Logs in by name and password",
         {},
         {{"name", "string", true, ""},
          {"password", "string", true, ""},
          {"code", "string", false, "of the second factor, or a recovery code"}},
         tokensSchema,
         inBackground(
             identity,
             [&identity](HttpRequest const& request) {
                 auto const name = textOf(request, "name");
                 auto const tokens = identity.login(
                     {name,
                      textOf(request, "password"),
                      textOf(request, "code"),
                      request.address,
                      headerOf(request, "user-agent")}
                 );
                 return loginAnswer(identity, tokens, name, request.address);
             }
         )}
    );
    routes.push_back(
        {HttpMethod::Post,
         "/api/v1/auth/refresh",
         Permission::Public,
         "Users",
         "New tokens for a refresh token, which is used up",
         {},
         {{"refreshToken", "string", true, ""}},
         tokensSchema,
         inBackground(
             identity,
             [&identity](HttpRequest const& request) {
                 return answerOf(
                     identity.refresh(textOf(request, "refreshToken"), request.address), tokensJson
                 );
             }
         )}
    );
    routes.push_back(
        {HttpMethod::Post,
         "/api/v1/auth/logout",
         Permission::OwnUser,
         "Users",
         "Ends the login whose token it is asked with",
         {},
         {},
         okSchema,
         inBackground(
             identity,
             [&identity](HttpRequest const& request) {
                 return answerOf(
                     identity.revokeLogin(request.principal.user, request.principal.login, actorOf(request))
                 );
             }
         )}
    );
    routes.push_back(
        {HttpMethod::Post,
         "/api/v1/auth/password",
         Permission::OwnUser,
         "Users",
         "Changes the password and ends all other logins",
         {},
         {{"password", "string", true, "the one until now"},
          {"newPassword", "string", true, "10 to 256 characters"}},
         okSchema,
         inBackground(
             identity,
             [&identity](HttpRequest const& request) {
                 return answerOf(identity.changePassword(
                     request.principal.user,
                     textOf(request, "password"),
                     textOf(request, "newPassword"),
                     request.principal.login,
                     actorOf(request)
                 ));
             }
         )}
    );
    routes.push_back(
        {HttpMethod::Get,
         "/api/v1/auth/me",
         Permission::OwnUser,
         "Users",
         "Who the request is from",
         {},
         {},
         {},
         atOnce([&identity](HttpRequest const& request) {
             auto const user = identity.user(request.principal.user);
             return user ? jsonResponse(userJson(*user)) : errorResponse({ErrorCode::AuthUserUnknown, {}});
         })}
    );
}

void addTotpRoutes(Routes& routes, Identity& identity)
{
    routes.push_back(
        {HttpMethod::Post,
         "/api/v1/auth/totp",
         Permission::OwnUser,
         "Users",
         "Offers a second factor, to be confirmed with a code",
         {},
         {},
         R"({"type":"object","properties":{"secret":{"type":"string"},"uri":{"type":"string"}}})",
         inBackground(
             identity,
             [&identity](HttpRequest const& request) {
                 return answerOf(identity.beginTotp(request.principal.user, actorOf(request)), totpJson);
             }
         )}
    );
    routes.push_back(
        {HttpMethod::Post,
         "/api/v1/auth/totp/confirm",
         Permission::OwnUser,
         "Users",
         "Confirms it; the recovery codes are shown this once",
         {},
         {{"code", "string", true, "six digits"}},
         R"({"type":"object","properties":{"recoveryCodes":{"type":"array"}}})",
         inBackground(
             identity,
             [&identity](HttpRequest const& request) {
                 return answerOf(
                     identity.confirmTotp(request.principal.user, textOf(request, "code"), actorOf(request)),
                     recoveryJson
                 );
             }
         )}
    );
    routes.push_back(
        {HttpMethod::Post,
         "/api/v1/auth/totp/disable",
         Permission::OwnUser,
         "Users",
         "Takes the second factor away",
         {},
         {{"password", "string", true, ""}, {"code", "string", true, "six digits, or a recovery code"}},
         okSchema,
         inBackground(
             identity,
             [&identity](HttpRequest const& request) {
                 return answerOf(identity.disableTotp(
                     request.principal.user,
                     textOf(request, "password"),
                     textOf(request, "code"),
                     actorOf(request)
                 ));
             }
         )}
    );
}

void addKeyRoutes(Routes& routes, Identity& identity)
{
    const ParameterDoc id{"id", "string", true, "of the key"};
    routes.push_back(
        {HttpMethod::Get,
         "/api/v1/keys",
         Permission::OwnUser,
         "Keys",
         "One's API keys, without their secrets",
         {},
         {},
         {},
         atOnce([&identity](HttpRequest const& request) {
             return jsonResponse(keysJson(identity.keysOf(request.principal.user)));
         })}
    );
    routes.push_back(
        {HttpMethod::Post,
         "/api/v1/keys",
         Permission::OwnUser,
         "Keys",
         "Makes a key; its secret is shown this once",
         {},
         {{"label", "string", true, "1 to 64 bytes"},
          {"scopes",
           "array",
           true,
           "\"market:read\", \"orders:read\", \"trade\" and so on, of those one has"},
          {"addresses", "array", false, "where it may be used: addresses or CIDR ranges; none: everywhere"},
          {"expires", "integer", false, "seconds since 1970; none: never"}},
         keySchema,
         inBackground(
             identity,
             [&identity](HttpRequest const& request) {
                 auto const wanted = readNewKey(request);
                 if (!wanted) {
                     return errorResponse(wanted.error());
                 }
                 return answerOf(
                     identity.createKey(request.principal.user, *wanted, actorOf(request)), keySecretJson
                 );
             }
         )}
    );
    routes.push_back(
        {HttpMethod::Post,
         "/api/v1/keys/{id}/rotate",
         Permission::OwnUser,
         "Keys",
         "Gives it a new secret; the old one ends at once",
         {id},
         {},
         keySchema,
         inBackground(
             identity,
             [&identity](HttpRequest const& request) {
                 return answerOf(
                     identity.rotateKey(request.principal.user, textOf(request, "id"), actorOf(request)),
                     keySecretJson
                 );
             }
         )}
    );
    routes.push_back(
        {HttpMethod::Delete,
         "/api/v1/keys/{id}",
         Permission::OwnUser,
         "Keys",
         "Withdraws it",
         {id},
         {},
         okSchema,
         inBackground(
             identity,
             [&identity](HttpRequest const& request) {
                 return answerOf(
                     identity.revokeKey(request.principal.user, textOf(request, "id"), actorOf(request))
                 );
             }
         )}
    );
    routes.push_back(
        {HttpMethod::Get,
         "/api/v1/logins",
         Permission::OwnUser,
         "Users",
         "One's logins that are good",
         {},
         {},
         {},
         atOnce([&identity](HttpRequest const& request) {
             return jsonResponse(
                 loginsJson(identity.loginsOf(request.principal.user), request.principal.login)
             );
         })}
    );
    routes.push_back(
        {HttpMethod::Delete,
         "/api/v1/logins/{id}",
         Permission::OwnUser,
         "Users",
         "Ends one of one's logins",
         {{"id", "string", true, "of the login"}},
         {},
         okSchema,
         inBackground(
             identity,
             [&identity](HttpRequest const& request) {
                 return answerOf(
                     identity.revokeLogin(request.principal.user, textOf(request, "id"), actorOf(request))
                 );
             }
         )}
    );
}

// What an admin changes of a user: those fields that are there, in this order, until one cannot be.
Expected<void> changeUser(Identity& identity, HttpRequest const& request)
{
    auto const user = pathUser(request);
    auto const by = actorOf(request);
    Expected<void> result;
    if (auto const* const role = request.parameter("role"); role != nullptr && result) {
        result = identity.setRole(user, *parseRole(*role), by);
    }
    if (auto const* const tier = request.parameter("tier"); tier != nullptr && result) {
        result = identity.setTier(user, *parseTier(*tier), by);
    }
    if (auto const* const disabled = request.parameter("disabled"); disabled != nullptr && result) {
        result = identity.setDisabled(user, *disabled == "true", by);
    }
    if (auto const* const password = request.parameter("password"); password != nullptr && result) {
        result = identity.setPassword(user, *password, by);
    }
    return result;
}

void addUserRoutes(Routes& routes, Identity& identity)
{
    constexpr std::string_view roles = "viewer|trader|risk|admin|auditor";
    const ParameterDoc id{"id", "integer", true, "of the user"};
    routes.push_back(
        {HttpMethod::Get,
         "/api/v1/users",
         Permission::ManageUsers,
         "Administration",
         "All users",
         {},
         {},
         {},
         atOnce([&identity](HttpRequest const&) { return jsonResponse(usersJson(identity.users())); })}
    );
    routes.push_back(
        {HttpMethod::Post,
         "/api/v1/users",
         Permission::ManageUsers,
         "Administration",
         "Makes a user of any role",
         {},
         {{"name", "string", true, ""},
          {"password", "string", true, ""},
          {"email", "string", false, ""},
          {"role", roles, true, ""}},
         {},
         inBackground(
             identity,
             [&identity](HttpRequest const& request) {
                 auto const made = identity.createUser(
                     {textOf(request, "name"), textOf(request, "email"), textOf(request, "password")},
                     *parseRole(textOf(request, "role")),
                     actorOf(request)
                 );
                 return answerOf(made, [&](UserId user) { return userJson(*identity.user(user)); });
             }
         )}
    );
    routes.push_back(
        {HttpMethod::Patch,
         "/api/v1/users/{id}",
         Permission::ManageUsers,
         "Administration",
         "Changes a user; a new password or disabling ends the user's logins",
         {id},
         {{"role", roles, false, ""},
          {"tier", "free|professional|enterprise", false, ""},
          {"disabled", "boolean", false, ""},
          {"password", "string", false, ""}},
         {},
         inBackground(
             identity,
             [&identity](HttpRequest const& request) {
                 auto const changed = changeUser(identity, request);
                 auto const user = identity.user(pathUser(request));
                 return !changed ? errorResponse(changed.error())
                        : user   ? jsonResponse(userJson(*user))
                                 : errorResponse({ErrorCode::AuthUserUnknown, textOf(request, "id")});
             }
         )}
    );
    routes.push_back(
        {HttpMethod::Delete,
         "/api/v1/users/{id}/totp",
         Permission::ManageUsers,
         "Administration",
         "Takes a lost second factor away",
         {id},
         {},
         okSchema,
         inBackground(
             identity,
             [&identity](HttpRequest const& request) {
                 return answerOf(identity.resetTotp(pathUser(request), actorOf(request)));
             }
         )}
    );
}

// On the pool: it reads files.
Handler auditHandler(IdentityWorld const& world)
{
    return [world](HttpRequest const& request, Respond const& respond) {
        if (world.audit == nullptr) {
            respond(errorResponse({ErrorCode::RequestNotBuilt, "no audit trail is kept"}));
            return;
        }
        auto const taken = world.identity.inBackground([audit = world.audit, &request, respond] {
            constexpr std::uint64_t usual = 100;
            constexpr std::uint64_t most = 1'000;
            auto const limit = request.parameter("limit") == nullptr
                                   ? usual
                                   : std::clamp<std::uint64_t>(numberOf(request, "limit"), 1, most);
            auto const page = audit->page(
                numberOf(request, "before"), limit, {textOf(request, "actor"), textOf(request, "action")}
            );
            if (!page) {
                respond(errorResponse(page.error()));
                return;
            }
            std::string text;
            for (std::string const& line : page->lines) {
                text += (text.empty() ? "" : ",") + line;
            }
            auto const next = page->next == 0 ? "" : ",\"next\":" + std::to_string(page->next);
            respond(jsonResponse("{\"records\":[" + text + "]" + next + "}"));
        });
        if (!taken) {
            respond(errorResponse(taken.error()));
        }
    };
}

std::string cookieOf(HttpRequest const& request)
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

void finishOidc(IdentityWorld const& world, HttpRequest const& request, Respond const& respond)
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
         [world](HttpRequest const&, Respond const& respond) {
             world.oidc->start([respond](Expected<OidcStart> const& start) {
                 if (!start) {
                     respond(errorResponse(start.error()));
                     return;
                 }
                 HttpResponse response;
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
         [world](HttpRequest const& request, Respond const& respond) {
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

} // namespace

Routes identityRoutes(IdentityWorld const& world)
{
    Routes routes;
    addPasswordRoutes(routes, world.identity);
    addTotpRoutes(routes, world.identity);
    addKeyRoutes(routes, world.identity);
    addUserRoutes(routes, world.identity);
    if (world.oidc != nullptr) {
        addOidcRoutes(routes, world);
    }
    routes.push_back(
        {HttpMethod::Get,
         "/api/v1/audit",
         Permission::ReadAudit,
         "Administration",
         "What was done by whom, newest first",
         {{"before", "integer", false, "the 'next' of the page before"},
          {"limit", "integer", false, "1 to 1000; 100 where it is not there"},
          {"actor", "string", false, "only of this user"},
          {"action", "string", false, "only of this kind: \"login\", \"key.create\""}},
         {},
         R"({"type":"object","required":["records"],"properties":{"records":{"type":"array"},"next":{"type":"integer"}}})",
         auditHandler(world)}
    );
    return routes;
}

RequestFacts factsOf(HttpRequest const& request)
{
    RequestFacts facts;
    facts.method = methodName(request.method);
    facts.target = request.target;
    facts.query = request.query;
    facts.body = request.body;
    facts.address = request.address;
    facts.headers = &request.headers;
    return facts;
}

Authenticate authenticateBy(Identity& identity)
{
    return [&identity](HttpRequest const& request, Authenticated const& answer) {
        answer(identity.principalOf(factsOf(request)));
    };
}

Admit admitBy(RateLimiter& limiter, Clock const& clock)
{
    return [&limiter, &clock](HttpRequest const& request, bool authenticated) -> std::optional<Refusal> {
        RateSubject subject;
        if (authenticated) {
            subject.user = request.principal.user;
            subject.key = request.principal.key;
            subject.tier = request.principal.tier;
        } else {
            subject.address = request.address;
            for (std::string_view const name : {"authorization", "qob-key", "x-mbx-apikey"}) {
                subject.tier = request.header(name) != nullptr ? Tier::Enterprise : subject.tier;
            }
        }
        auto const wait = limiter.admit(subject, clock.steady());
        if (wait.value == 0) {
            return std::nullopt;
        }
        return Refusal{
            {ErrorCode::RequestTooMany, "wait " + std::to_string(retryAfterSeconds(wait)) + " s"}, wait};
    };
}

} // namespace qob
