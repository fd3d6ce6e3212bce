#include "engine/security/address_rule.h"
#include "engine/security/base64url.h"
#include "engine/security/digest.h"
#include "engine/security/identity.h"

#include <algorithm>
#include <charconv>

namespace qob {

namespace {

constexpr std::string_view bearer = "Bearer ";
constexpr std::uint32_t readMarketOnly = std::uint32_t{1} << static_cast<unsigned>(Permission::ReadMarket);
constexpr Duration usedEvery = minutes(5); // how often it is written down that a key is in use

bool mayComeFrom(ApiKeyRecord const& key, std::string_view address)
{
    if (key.addresses.empty()) {
        return true;
    }
    auto const from = IpAddress::parse(address);
    return from && std::any_of(key.addresses.begin(), key.addresses.end(), [&](std::string const& text) {
               auto const rule = AddressRule::parse(text);
               return rule && rule->covers(*from);
           });
}

// Changes with the secret. Of what is sealed, so it tells nothing of what is in it.
std::string secretName(ApiKeyRecord const& key)
{
    return toHex(sha256(key.secret));
}

std::optional<UserId> userOf(std::string const& subject)
{
    UserId id;
    auto const [end, error] = std::from_chars(subject.data(), subject.data() + subject.size(), id.value);
    bool const whole = error == std::errc() && end == subject.data() + subject.size() && id.value != 0;
    return whole ? std::optional(id) : std::nullopt;
}

} // namespace

Expected<Principal> Identity::principalOf(RequestFacts const& request)
{
    auto const authorization = request.header("authorization");
    auto const own = request.header("qob-key");
    auto const binance = request.header("x-mbx-apikey");
    for (auto const* const header : {&authorization, &own, &binance}) {
        if (!*header) {
            return tl::unexpected(header->error());
        }
    }
    auto const kinds =
        (*authorization != nullptr ? 1 : 0) + (*own != nullptr ? 1 : 0) + (*binance != nullptr ? 1 : 0);
    if (kinds > 1) {
        return fail(ErrorCode::RequestMalformed, "credentials of two kinds");
    }
    if (*authorization != nullptr) {
        if (!(*authorization)->starts_with(bearer)) {
            return fail(ErrorCode::AuthTokenInvalid, "expected 'Authorization: Bearer …'");
        }
        return byToken(std::string_view(**authorization).substr(bearer.size()));
    }
    if (*own != nullptr) {
        return bySignature(readOwnSignature(request), request);
    }
    if (*binance == nullptr) {
        return Principal{};
    }
    for (std::string_view const name : {"signature", "timestamp"}) {
        for (std::string_view const text : {request.query, request.body}) {
            bool present = false;
            if (auto const found = rawParameter(text, name, present); !found || present) {
                return bySignature(readBinanceSignature(request), request);
            }
        }
    }
    auto limited = byKey(**binance, request.address);
    if (limited) {
        limited->permissions &= readMarketOnly;
        keyUsed(limited->key);
    }
    return limited;
}

Expected<Principal> Identity::byToken(std::string_view token) const
{
    auto const now = m_clock.now();
    auto const claims = verifyToken(token, m_tokenKeys, m_tokenRules, now);
    if (!claims) {
        return tl::unexpected(claims.error());
    }
    auto const id = userOf(claims->subject);
    if (!id) {
        return fail(ErrorCode::AuthTokenInvalid);
    }
    const std::lock_guard lock(m_mutex);
    auto const user = m_users.find(*id);
    auto const login = m_logins.find(claims->login);
    if (user == m_users.end() || user->second.disabled || claims->issued < user->second.tokensValidFrom ||
        login == m_logins.end() || login->second.user != *id || login->second.expires <= now) {
        return fail(ErrorCode::AuthRevoked);
    }
    auto who = principal(user->second);
    who.login = claims->login;
    who.validUntil = claims->expires;
    return who;
}

Expected<Principal> Identity::bySignature(Expected<SignedRequest> request, RequestFacts const& facts)
{
    if (!request) {
        return tl::unexpected(request.error());
    }
    auto const now = m_clock.now();
    if (auto const inTime = checkWindow(request->at, request->window, now); !inTime) {
        return tl::unexpected(inTime.error());
    }
    auto who = byKey(request->key, facts.address);
    if (!who) {
        return who;
    }
    auto const record = key(request->key);
    if (!record || record->revoked) {
        return fail(ErrorCode::AuthKeyUnknown);
    }
    auto const secret = m_sealer.open(record->secret, keyIdentity(record->id));
    if (!secret) {
        return tl::unexpected(secret.error());
    }
    if (!equalInConstantTime(hmacSha256(secret->view(), request->text), request->signature)) {
        return fail(ErrorCode::AuthSignatureWrong);
    }
    if (!request->once.empty()) {
        auto const until = request->at + request->window;
        if (auto const first = m_replays.remember(request->key, request->once, until, now); !first) {
            return tl::unexpected(first.error());
        }
    }
    keyUsed(request->key);
    return who;
}

Expected<Principal> Identity::byKey(std::string const& id, std::string_view address) const
{
    auto const now = m_clock.now();
    const std::lock_guard lock(m_mutex);
    auto const found = m_keys.find(id);
    if (found == m_keys.end()) {
        return fail(ErrorCode::AuthKeyUnknown);
    }
    ApiKeyRecord const& key = found->second;
    auto const user = m_users.find(key.user);
    if (key.revoked || user == m_users.end() || user->second.disabled) {
        return fail(ErrorCode::AuthRevoked);
    }
    if (key.expires <= now) {
        return fail(ErrorCode::AuthTokenExpired, "the key's time is over");
    }
    if (!mayComeFrom(key, address)) {
        return fail(ErrorCode::AuthAddressForbidden);
    }
    auto who = principal(user->second);
    who.key = id;
    who.keySecret = secretName(key);
    who.permissions &= key.permissions;
    who.validUntil = key.expires;
    return who;
}

Expected<Principal> Identity::refreshed(Principal const& before) const
{
    if (before.user.value == 0) {
        return before;
    }
    auto const now = m_clock.now();
    if (before.validUntil <= now) {
        return fail(ErrorCode::AuthTokenExpired);
    }
    const std::lock_guard lock(m_mutex);
    auto const user = m_users.find(before.user);
    if (user == m_users.end() || user->second.disabled) {
        return fail(ErrorCode::AuthRevoked);
    }
    auto after = principal(user->second);
    after.login = before.login;
    after.key = before.key;
    after.keySecret = before.keySecret;
    after.validUntil = before.validUntil;
    if (!before.key.empty()) {
        auto const key = m_keys.find(before.key);
        if (key == m_keys.end() || key->second.revoked || secretName(key->second) != before.keySecret) {
            return fail(ErrorCode::AuthRevoked);
        }
        // What was let in without a signature stays without the rights of one.
        after.permissions &= key->second.permissions & before.permissions;
    } else if (m_logins.count(before.login) == 0) {
        return fail(ErrorCode::AuthRevoked);
    }
    return after;
}

Principal Identity::principal(UserRecord const& user) const
{
    Principal who;
    who.user = user.id;
    who.name = user.name;
    who.role = user.role;
    who.tier = user.tier;
    who.account = user.account;
    who.permissions = permissionsOf(user.role);
    return who;
}

// Written down now and then, in the background: nobody waits for it, and nothing depends on it.
void Identity::keyUsed(std::string const& id)
{
    auto const now = m_clock.now();
    {
        const std::lock_guard lock(m_mutex);
        auto const found = m_keys.find(id);
        if (found == m_keys.end() || now - found->second.lastUsed < usedEvery) {
            return;
        }
        found->second.lastUsed = now;
    }
    static_cast<void>(m_pool.post([this, id, now] {
        const std::lock_guard lock(m_writing);
        if (auto record = key(id)) {
            record->lastUsed = now;
            static_cast<void>(save(*record));
        }
    }));
}

} // namespace qob
