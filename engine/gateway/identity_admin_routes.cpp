#include "engine/gateway/identity_handlers.h"

#include <algorithm>

namespace qob {

namespace {

// What an admin changes of a user: those fields that are there, in this order, until one cannot be.
Expected<void> changeUser(Identity& identity, WebRequest const& request)
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

// On the pool: it reads files.
Handler auditHandler(IdentityWorld const& world)
{
    return [world](WebRequest const& request, Respond const& respond) {
        auto const taken = world.identity.inBackground([&audit = world.audit, &request, respond] {
            constexpr std::uint64_t usual = 100;
            constexpr std::uint64_t most = 1'000;
            auto const limit = request.parameter("limit") == nullptr
                                   ? usual
                                   : std::clamp<std::uint64_t>(numberOf(request, "limit"), 1, most);
            auto const page = audit.page(
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

} // namespace

void addUserRoutes(Routes& routes, IdentityWorld const& world)
{
    Identity& identity = world.identity;
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
         atOnce([&identity](WebRequest const&) { return jsonResponse(usersJson(identity.users())); })}
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
             [&identity](WebRequest const& request) {
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
         "Changes a user; a new password or disabling ends the user's logins, disabling cancels his orders, "
         "too",
         {id},
         {{"role", roles, false, ""},
          {"tier", "free|professional|enterprise", false, ""},
          {"disabled", "boolean", false, ""},
          {"password", "string", false, ""}},
         {},
         inBackground(
             identity,
             [&identity, onDisabled = world.onDisabled](WebRequest const& request) {
                 auto const changed = changeUser(identity, request);
                 auto const user = identity.user(pathUser(request));
                 if (changed && user && user->disabled && onDisabled) {
                     onDisabled(user->account);
                 }
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
             [&identity](WebRequest const& request) {
                 return answerOf(identity.resetTotp(pathUser(request), actorOf(request)));
             }
         )}
    );
}

void addAuditRoutes(Routes& routes, IdentityWorld const& world)
{
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
}

} // namespace qob
