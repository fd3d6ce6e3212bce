#include "engine/gateway/identity_json.h"

#include "engine/base/json_writer.h"
#include "engine/security/json_members.h"

#include <charconv>

namespace qob {

namespace {

constexpr std::int64_t secondNs = 1'000'000'000;
constexpr std::int64_t lastSecond = 9'000'000'000; // beyond it a Timestamp would overflow

// Left out where there is none.
void time(JsonWriter& json, std::string_view name, Timestamp at)
{
    if (at.value > 0 && at != Timestamp::max()) {
        json.key(name).integer(at.value / secondNs);
    }
}

void strings(JsonWriter& json, std::string_view name, std::vector<std::string> const& texts)
{
    json.key(name).beginArray();
    for (std::string const& text : texts) {
        json.string(text);
    }
    json.endArray();
}

std::vector<std::string> permissionNames(std::uint32_t permissions)
{
    std::vector<std::string> names;
    for (unsigned i = 0; i < permissionCount; ++i) {
        if ((permissions >> i & 1U) != 0) {
            names.emplace_back(permissionName(static_cast<Permission>(i)));
        }
    }
    return names;
}

// The object is left open.
void writeUserFields(JsonWriter& json, UserRecord const& user)
{
    json.beginObject().key("id").integer(user.id.value).key("name").string(user.name);
    json.key("email").string(user.email).key("role").string(roleName(user.role));
    json.key("tier").string(tierName(user.tier)).key("account").integer(user.account.value);
    json.key("disabled").boolean(user.disabled).key("totp").boolean(user.totpConfirmed);
    time(json, "created", user.created);
}

void writeUser(JsonWriter& json, UserRecord const& user)
{
    writeUserFields(json, user);
    json.endObject();
}

void writeKey(JsonWriter& json, ApiKeyRecord const& key, std::string const* secret)
{
    json.beginObject().key("id").string(key.id).key("label").string(key.label);
    if (secret != nullptr) {
        json.key("secret").string(*secret);
    }
    strings(json, "scopes", permissionNames(key.permissions));
    strings(json, "addresses", key.addresses);
    time(json, "created", key.created);
    time(json, "expires", key.expires);
    time(json, "lastUsed", key.lastUsed);
    json.endObject();
}

// A JSON array of texts that a parameter holds as it was written.
Expected<std::vector<std::string>> readTexts(WebRequest const& request, std::string_view name)
{
    auto const* const text = request.parameter(name);
    if (text == nullptr) {
        return std::vector<std::string>{};
    }
    auto const members = JsonMembers::read("{\"list\":" + *text + "}");
    auto const* const list = members ? members->find("list") : nullptr;
    if (list == nullptr || list->kind != JsonMember::Kind::List) {
        return fail(ErrorCode::RequestBadValue, std::string(name) + ": expected a list of texts");
    }
    return list->list;
}

} // namespace

std::string tokensJson(Tokens const& tokens)
{
    JsonWriter json;
    json.beginObject().key("accessToken").string(tokens.access).key("tokenType").string("Bearer");
    time(json, "accessExpires", tokens.accessExpires);
    json.key("refreshToken").string(tokens.refresh);
    time(json, "refreshExpires", tokens.refreshExpires);
    json.key("login").string(tokens.login).key("user").integer(tokens.user.value).endObject();
    return json.text();
}

std::string userJson(UserRecord const& user)
{
    JsonWriter json;
    writeUser(json, user);
    return json.text();
}

std::string meJson(UserRecord const& user, std::uint32_t permissions)
{
    JsonWriter json;
    writeUserFields(json, user);
    strings(json, "permissions", permissionNames(permissions));
    json.endObject();
    return json.text();
}

std::string usersJson(std::vector<UserRecord> const& users)
{
    JsonWriter json;
    json.beginObject().key("users").beginArray();
    for (UserRecord const& user : users) {
        writeUser(json, user);
    }
    json.endArray().endObject();
    return json.text();
}

std::string keysJson(std::vector<ApiKeyRecord> const& keys)
{
    JsonWriter json;
    json.beginObject().key("keys").beginArray();
    for (ApiKeyRecord const& key : keys) {
        writeKey(json, key, nullptr);
    }
    json.endArray().endObject();
    return json.text();
}

std::string keySecretJson(KeySecret const& key)
{
    JsonWriter json;
    writeKey(json, key.key, &key.secret);
    return json.text();
}

std::string loginsJson(std::vector<LoginRecord> const& logins, std::string const& current)
{
    JsonWriter json;
    json.beginObject().key("logins").beginArray();
    for (LoginRecord const& login : logins) {
        json.beginObject().key("id").string(login.id).key("address").string(login.address);
        json.key("userAgent").string(login.userAgent).key("current").boolean(login.id == current);
        time(json, "created", login.created);
        time(json, "lastSeen", login.lastSeen);
        time(json, "expires", login.expires);
        json.endObject();
    }
    json.endArray().endObject();
    return json.text();
}

std::string totpJson(TotpOffer const& offer)
{
    JsonWriter json;
    json.beginObject().key("secret").string(offer.secret).key("uri").string(offer.uri).endObject();
    return json.text();
}

std::string recoveryJson(std::vector<std::string> const& codes)
{
    JsonWriter json;
    json.beginObject();
    strings(json, "recoveryCodes", codes);
    json.endObject();
    return json.text();
}

Expected<NewKey> readNewKey(WebRequest const& request)
{
    NewKey key;
    key.label = *request.parameter("label");
    auto const scopes = readTexts(request, "scopes");
    auto addresses = readTexts(request, "addresses");
    if (!scopes || !addresses) {
        return tl::unexpected(!scopes ? scopes.error() : addresses.error());
    }
    for (std::string const& scope : *scopes) {
        auto const permission = parsePermission(scope);
        if (!permission) {
            return fail(ErrorCode::RequestBadValue, "scopes: there is no '" + scope + "'");
        }
        key.permissions |= std::uint32_t{1} << static_cast<unsigned>(*permission);
    }
    key.addresses = std::move(*addresses);
    if (auto const* const expires = request.parameter("expires")) {
        std::int64_t second = 0;
        std::from_chars(expires->data(), expires->data() + expires->size(), second);
        if (second > lastSecond) {
            return fail(ErrorCode::RequestBadValue, "expires: expected seconds since 1970");
        }
        key.expires = Timestamp(second * secondNs);
    }
    return key;
}

} // namespace qob
