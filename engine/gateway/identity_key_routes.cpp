#include "engine/gateway/identity_handlers.h"

namespace qob {

namespace {

constexpr std::string_view keySchema =
    R"({"type":"object","required":["id","secret"],"properties":{"id":{"type":"string"},"label":{"type":"string"},)"
    R"("secret":{"type":"string"},"scopes":{"type":"array"},"addresses":{"type":"array"},"created":{"type":"integer"},)"
    R"("expires":{"type":"integer"},"lastUsed":{"type":"integer"}}})";

} // namespace

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
         atOnce([&identity](WebRequest const& request) {
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
             [&identity](WebRequest const& request) {
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
             [&identity](WebRequest const& request) {
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
             [&identity](WebRequest const& request) {
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
         atOnce([&identity](WebRequest const& request) {
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
             [&identity](WebRequest const& request) {
                 return answerOf(
                     identity.revokeLogin(request.principal.user, textOf(request, "id"), actorOf(request))
                 );
             }
         )}
    );
}

} // namespace qob
