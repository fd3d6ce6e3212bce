#include "engine/security/token.h"

#include "engine/base/json_writer.h"
#include "engine/security/jws.h"

#include <algorithm>
#include <array>

namespace qob {

namespace {

constexpr std::int64_t second = 1'000'000'000;
constexpr std::int64_t lastSecond = 9'000'000'000; // beyond it a Timestamp would overflow

tl::unexpected<Error> invalid(char const* why)
{
    return fail(ErrorCode::AuthTokenInvalid, why);
}

bool readTime(JsonMembers const& members, std::string_view name, Timestamp& time)
{
    auto const* const count = members.integer(name);
    if (count == nullptr || *count < 0 || *count > lastSecond) {
        return false;
    }
    time = Timestamp(*count * second);
    return true;
}

bool readText(JsonMembers const& members, std::string_view name, std::string& text)
{
    auto const* const found = members.text(name);
    if (found == nullptr || found->empty()) {
        return false;
    }
    text = *found;
    return true;
}

// The key whose id the header names, if it is for the algorithm that the header names.
SigningKey const* keyOf(JsonMembers const& header, std::vector<SigningKey> const& keys)
{
    auto const* const algorithm = header.text("alg");
    auto const* const id = header.text("kid");
    auto const* const type = header.text("typ");
    if (header.all().size() != 3 || algorithm == nullptr || id == nullptr || type == nullptr ||
        *type != "JWT") {
        return nullptr;
    }
    auto const key =
        std::find_if(keys.begin(), keys.end(), [&](SigningKey const& one) { return one.id() == *id; });
    if (key == keys.end() || jwsName(key->verifyKey().algorithm()) != *algorithm) {
        return nullptr;
    }
    return &*key;
}

bool readClaims(JsonMembers const& members, TokenClaims& claims)
{
    return members.all().size() == 8 && readText(members, "iss", claims.issuer) &&
           readText(members, "aud", claims.audience) && readText(members, "sub", claims.subject) &&
           readText(members, "jti", claims.id) && readText(members, "sid", claims.login) &&
           readTime(members, "iat", claims.issued) && readTime(members, "nbf", claims.notBefore) &&
           readTime(members, "exp", claims.expires);
}

} // namespace

std::string signToken(SigningKey const& key, TokenClaims const& claims)
{
    JsonWriter header;
    header.beginObject().key("alg").string(jwsName(key.verifyKey().algorithm())).key("kid").string(key.id());
    header.key("typ").string("JWT").endObject();
    JsonWriter payload;
    payload.beginObject().key("iss").string(claims.issuer).key("aud").string(claims.audience);
    payload.key("sub").string(claims.subject).key("jti").string(claims.id).key("sid").string(claims.login);
    payload.key("iat").integer(claims.issued.value / second);
    payload.key("nbf").integer(claims.notBefore.value / second);
    payload.key("exp").integer(claims.expires.value / second).endObject();
    return writeJws(header.text(), payload.text(), key);
}

Expected<TokenClaims> verifyToken(
    std::string_view text, std::vector<SigningKey> const& keys, TokenRules const& rules, Timestamp now
)
{
    auto const jws = readJws(text);
    if (!jws) {
        return tl::unexpected(jws.error());
    }
    auto const* const key = keyOf(jws->header, keys);
    if (key == nullptr) {
        return invalid("its header names no key and algorithm of ours");
    }
    if (!key->verifyKey().verifies(jws->signedText, jws->signature)) {
        return invalid("its signature is wrong");
    }
    auto const members = JsonMembers::read(jws->payload);
    TokenClaims claims;
    if (!members || !readClaims(*members, claims)) {
        return invalid("its claims are not those of an access token");
    }
    if (claims.issuer != rules.issuer || claims.audience != rules.audience) {
        return invalid("it is for another server");
    }
    if (claims.notBefore > now + rules.clockSkew || claims.issued > now + rules.clockSkew) {
        return invalid("it is not valid yet");
    }
    if (claims.expires - claims.issued > rules.longestLife) {
        return invalid("it is valid for too long");
    }
    if (now >= claims.expires) {
        return fail(ErrorCode::AuthTokenExpired);
    }
    return claims;
}

} // namespace qob
