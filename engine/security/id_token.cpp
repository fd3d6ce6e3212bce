#include "engine/security/jws.h"
#include "engine/security/oidc.h"

#include <algorithm>

namespace qob {

namespace {

constexpr std::int64_t secondNs = 1'000'000'000;
constexpr std::int64_t lastSecond = 9'000'000'000; // beyond it a Timestamp would overflow

tl::unexpected<Error> noProof(std::string why)
{
    return fail(ErrorCode::AuthProviderFailed, "its id_token " + std::move(why));
}

std::optional<Timestamp> timeOf(JsonMembers const& claims, std::string_view name)
{
    auto const* const count = claims.integer(name);
    if (count == nullptr || *count < 0 || *count > lastSecond) {
        return std::nullopt;
    }
    return Timestamp(*count * secondNs);
}

VerifyKey const* keyOf(JsonMembers const& header, std::vector<ProviderKey> const& keys)
{
    auto const* const id = header.text("kid");
    auto const* const algorithm = header.text("alg");
    VerifyKey const* found = nullptr;
    for (ProviderKey const& key : keys) {
        if (id == nullptr ? keys.size() == 1 : key.id == *id) {
            if (found != nullptr) {
                return nullptr; // two of one name: which one was meant?
            }
            found = &key.key;
        }
    }
    bool const sameAlgorithm =
        found != nullptr && algorithm != nullptr && *algorithm == jwsName(found->algorithm());
    return sameAlgorithm ? found : nullptr;
}

// OpenID Connect Core 1.0, 3.1.3.7, points 2 to 5.
bool isForUs(JsonMembers const& claims, std::string const& clientId)
{
    auto const* const audience = claims.find("aud");
    auto const* const party = claims.find("azp");
    if (audience == nullptr || (party != nullptr && party->text != clientId)) {
        return false;
    }
    if (audience->kind == JsonMember::Kind::Text) {
        return audience->text == clientId;
    }
    auto const& list = audience->list;
    return std::find(list.begin(), list.end(), clientId) != list.end() &&
           (list.size() == 1 || party != nullptr);
}

std::string textOf(JsonMembers const& members, std::string_view name)
{
    auto const* const text = members.text(name);
    return text == nullptr ? std::string() : *text;
}

} // namespace

Expected<std::vector<ProviderKey>> readProviderKeys(std::string_view jwks)
{
    auto const members = JsonMembers::read(jwks);
    auto const* const list = members ? members->find("keys") : nullptr;
    if (list == nullptr || list->kind != JsonMember::Kind::List) {
        return fail(ErrorCode::AuthProviderFailed, "its keys are no JSON Web Key Set");
    }
    std::vector<ProviderKey> keys;
    for (std::string const& json : list->list) {
        auto const parts = JsonMembers::read(json);
        if (!parts || (parts->find("use") != nullptr && textOf(*parts, "use") != "sig")) {
            continue;
        }
        if (auto key = VerifyKey::fromJwk(json)) {
            keys.push_back({textOf(*parts, "kid"), std::move(*key)});
        }
    }
    return keys;
}

Expected<ExternalUser> checkIdToken(
    std::string_view token, std::vector<ProviderKey> const& keys, IdTokenRules const& rules, Timestamp now
)
{
    auto const jws = readJws(token);
    if (!jws) {
        return noProof("cannot be read: " + jws.error().detail);
    }
    auto const* const key = keyOf(jws->header, keys);
    if (key == nullptr) {
        return noProof("names no key and algorithm of its key set");
    }
    if (!key->verifies(jws->signedText, jws->signature)) {
        return noProof("has a wrong signature");
    }
    auto const claims = JsonMembers::read(jws->payload);
    if (!claims) {
        return noProof("has claims that cannot be read");
    }
    if (textOf(*claims, "iss") != rules.issuer) {
        return noProof("is of another issuer");
    }
    if (!isForUs(*claims, rules.clientId)) {
        return noProof("is for somebody else");
    }
    auto const expires = timeOf(*claims, "exp");
    auto const issued = timeOf(*claims, "iat");
    if (!expires || !issued || now - rules.clockSkew >= *expires || *issued > now + rules.clockSkew) {
        return noProof("is not valid now");
    }
    if (rules.nonce.empty() || !equalInConstantTime(textOf(*claims, "nonce"), rules.nonce)) {
        return noProof("is of another login");
    }
    ExternalUser user;
    user.issuer = rules.issuer;
    user.subject = textOf(*claims, "sub");
    if (user.subject.empty() || user.subject.size() > 255) {
        return noProof("does not say who it is of");
    }
    auto const* const verified = claims->find("email_verified");
    user.email = verified != nullptr && verified->flag ? textOf(*claims, "email") : std::string();
    user.name = textOf(*claims, "preferred_username");
    return user;
}

} // namespace qob
