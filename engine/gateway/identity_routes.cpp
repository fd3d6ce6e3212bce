#include "engine/gateway/identity_routes.h"

#include "engine/gateway/identity_handlers.h"

namespace qob {

namespace {

// A login's answer; where it has to wait, for how long.
WebResponse loginAnswer(
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

// Becoming somebody.
void addEntryRoutes(Routes& routes, Identity& identity)
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
             [&identity](WebRequest const& request) {
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
             [&identity](WebRequest const& request) {
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
         {{"refreshToken", "string", true, ""},
          {"requestId",
           "string",
           false,
           "16 random characters at least: asked again with it within 30 s, the answer is the same"}},
         tokensSchema,
         inBackground(
             identity,
             [&identity](WebRequest const& request) {
                 return answerOf(
                     identity.refresh(
                         textOf(request, "refreshToken"), request.address, textOf(request, "requestId")
                     ),
                     tokensJson
                 );
             }
         )}
    );
}

// Being somebody.
void addOwnRoutes(Routes& routes, Identity& identity)
{
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
             [&identity](WebRequest const& request) {
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
             [&identity](WebRequest const& request) {
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
         "Who the request is from, and what it may do",
         {},
         {},
         {},
         atOnce([&identity](WebRequest const& request) {
             auto const user = identity.user(request.principal.user);
             return user ? jsonResponse(meJson(*user, request.principal.permissions))
                         : errorResponse({ErrorCode::AuthUserUnknown, {}});
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
             [&identity](WebRequest const& request) {
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
             [&identity](WebRequest const& request) {
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
             [&identity](WebRequest const& request) {
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

void addMethodsRoute(Routes& routes, bool provider)
{
    routes.push_back(
        {HttpMethod::Get,
         "/api/v1/auth/methods",
         Permission::Public,
         "Users",
         "How one can log in: \"provider\" where one is configured",
         {},
         {},
         R"({"type":"object","properties":{"methods":{"type":"array","items":{"type":"string"}}}})",
         [provider](WebRequest const&, Respond const& respond) {
             respond(jsonResponse(
                 provider ? R"({"methods":["password","provider"]})" : R"({"methods":["password"]})"
             ));
         }}
    );
}

} // namespace

Routes identityRoutes(IdentityWorld const& world)
{
    Routes routes;
    addMethodsRoute(routes, world.oidc != nullptr);
    addEntryRoutes(routes, world.identity);
    addOwnRoutes(routes, world.identity);
    addTotpRoutes(routes, world.identity);
    addKeyRoutes(routes, world.identity);
    addUserRoutes(routes, world);
    if (world.oidc != nullptr) {
        addOidcRoutes(routes, world);
    }
    addAuditRoutes(routes, world);
    return routes;
}

} // namespace qob
