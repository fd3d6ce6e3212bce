#include "engine/security/base64url.h"
#include "engine/security/identity.h"
#include "engine/security/text.h"
#include "engine/security/totp.h"

#include <algorithm>

namespace qob {

namespace {

constexpr std::int64_t secondNs = 1'000'000'000;
constexpr std::size_t mostAgent = 200;
constexpr std::size_t mostCredential = 2'000;
constexpr std::size_t leastRequestId = 16;
constexpr Duration answerKept = minutes(15); // the life of the access token that came before

std::int64_t secondsUp(Timestamp time)
{
    return (time.value + secondNs - 1) / secondNs;
}

Timestamp wholeSecond(Timestamp time)
{
    return Timestamp(time.value / secondNs * secondNs);
}

// "<login>.<random>.<HMAC>": that it was ours can be told of an old one too.
std::string refreshText(SecretBytes const& key, std::string const& login, std::string const& random)
{
    auto const text = login + "." + random;
    return text + "." + toBase64Url(hmacSha256(key.view(), text));
}

tl::unexpected<Error> locked(Duration wait)
{
    return fail(
        ErrorCode::AuthLocked, "wait " + std::to_string((wait.value + secondNs - 1) / secondNs) + " s"
    );
}

// What a client says it is, for people to read.
std::string plainText(std::string_view text)
{
    std::string plain;
    for (char const c : text.substr(0, mostAgent)) {
        plain += c >= ' ' && c <= '~' ? c : '?';
    }
    return plain;
}

} // namespace

Duration Identity::lockedFor(std::string_view name, std::string_view address) const
{
    return m_tries.waitOf(name, address, m_clock.now());
}

Expected<Tokens> Identity::login(LoginAttempt const& attempt)
{
    if (auto const ready = m_audit.ready(); !ready) {
        return tl::unexpected(ready.error());
    }
    // A name that is nobody's may be a password typed into the wrong field.
    auto const known = userNamed(attempt.name);
    auto const actor = known ? known->name : std::string();
    auto tokens = [&]() -> Expected<Tokens> {
        auto const wait = m_tries.begin(attempt.name, attempt.address, m_clock.now());
        return wait.value > 0 ? Expected<Tokens>(locked(wait)) : passwordLogin(attempt);
    }();
    if (tokens) {
        m_tries.succeeded(attempt.name, attempt.address);
    } else if (tokens.error().code == ErrorCode::AuthSecondFactorRequired) {
        m_tries.wentHalfway(attempt.name, attempt.address); // the code is the next try
    }
    note(
        {actor, attempt.address}, "login", known ? actor : "unknown user", tokens ? nullptr : &tokens.error()
    );
    return tokens;
}

Expected<Tokens> Identity::passwordLogin(LoginAttempt const& attempt)
{
    if (attempt.name.size() > mostCredential || attempt.password.size() > mostCredential ||
        attempt.code.size() > mostCredential) {
        return fail(ErrorCode::AuthFailed);
    }
    std::optional<UserRecord> found;
    {
        const std::lock_guard lock(m_mutex);
        auto const id = m_names.find(lowerCase(attempt.name));
        if (id != m_names.end()) {
            found = m_users.at(id->second);
        }
    }
    bool const usable = found && !found->passwordHash.empty();
    bool const right = passwordMatches(attempt.password, usable ? found->passwordHash : m_nobodysHash);
    if (!usable || !right || found->disabled) {
        return fail(ErrorCode::AuthFailed);
    }
    if (found->totpConfirmed && attempt.code.empty()) {
        return fail(ErrorCode::AuthSecondFactorRequired);
    }
    return loginWith(std::move(*found), attempt);
}

// The password was right for this record.
Expected<Tokens> Identity::loginWith(UserRecord user, LoginAttempt const& attempt)
{
    std::optional<std::string> rehashed;
    if (needsRehash(user.passwordHash, m_settings.cost)) {
        if (auto hash = hashPassword(attempt.password, m_settings.cost, m_random)) {
            rehashed = std::move(*hash);
        }
    }
    const std::lock_guard lock(m_writing);
    auto fresh = needUser(user.id);
    // Between the check and this lock somebody may have changed it.
    if (!fresh || fresh->passwordHash != user.passwordHash || fresh->disabled) {
        return fail(ErrorCode::AuthFailed);
    }
    if (fresh->totpConfirmed) {
        if (auto accepted = acceptSecondFactor(*fresh, attempt.code); !accepted) {
            return tl::unexpected(accepted.error());
        }
    }
    if (rehashed) {
        fresh->passwordHash = *rehashed;
    }
    if (fresh->totpConfirmed || rehashed) {
        if (auto saved = save(*fresh); !saved) {
            return tl::unexpected(saved.error());
        }
    }
    return startLogin(*fresh, attempt.address, attempt.userAgent);
}

Expected<Tokens>
Identity::startLogin(UserRecord const& user, std::string const& address, std::string const& userAgent)
{
    auto const good = loginsOf(user.id);
    for (std::size_t i = 0; i + m_settings.mostLoginsPerUser < good.size() + 1; ++i) {
        auto oldest = *loginOf(good[i].id);
        oldest.revoked = true;
        if (auto saved = save(oldest); !saved) {
            return tl::unexpected(saved.error());
        }
    }
    LoginRecord login;
    login.id = randomText(m_random, 16);
    login.user = user.id;
    login.created = m_clock.now();
    login.expires = login.created + m_settings.refreshLife;
    login.address = address;
    login.userAgent = plainText(userAgent);
    return issue(user, std::move(login));
}

Expected<Tokens> Identity::issue(UserRecord const& user, LoginRecord login)
{
    auto const now = m_clock.now();
    Tokens tokens;
    tokens.user = user.id;
    tokens.login = login.id;
    tokens.refresh = refreshText(m_refreshKeys.front(), login.id, randomText(m_random, 16));
    tokens.refreshExpires = login.expires;
    login.refreshHash = toHex(sha256(tokens.refresh));
    login.lastSeen = now;
    if (auto saved = save(login); !saved) {
        return tl::unexpected(saved.error());
    }
    TokenClaims claims;
    claims.issuer = m_settings.issuer;
    claims.audience = m_settings.audience;
    claims.subject = std::to_string(user.id.value);
    claims.id = randomText(m_random, 12);
    claims.login = login.id;
    claims.issued = std::max(wholeSecond(now), user.tokensValidFrom);
    claims.notBefore = claims.issued;
    claims.expires = wholeSecond(claims.issued + m_settings.accessLife);
    tokens.access = signToken(m_tokenKeys.front(), claims);
    tokens.accessExpires = claims.expires;
    return tokens;
}

Expected<Tokens>
Identity::refresh(std::string const& refreshToken, std::string const& address, std::string const& requestId)
{
    if (!requestId.empty() && (requestId.size() < leastRequestId || requestId.size() > mostCredential)) {
        return fail(ErrorCode::RequestBadValue, "requestId; expected 16 characters at least");
    }
    if (auto const ready = m_audit.ready(); !ready) {
        return tl::unexpected(ready.error());
    }
    std::string name;
    auto tokens = [&] {
        const std::lock_guard lock(m_writing);
        return refreshLogin(refreshToken, address, requestId, name);
    }();
    note({name, address}, "login.refresh", name, tokens ? nullptr : &tokens.error());
    return tokens;
}

Expected<Tokens> Identity::refreshLogin(
    std::string const& token, std::string const& address, std::string const& requestId, std::string& name
)
{
    auto const first = token.find('.');
    auto const second = token.find('.', first == std::string::npos ? first : first + 1);
    bool const ours = second != std::string::npos && token.size() <= mostCredential &&
                      std::any_of(m_refreshKeys.begin(), m_refreshKeys.end(), [&](SecretBytes const& key) {
                          auto const random = token.substr(first + 1, second - first - 1);
                          return equalInConstantTime(refreshText(key, token.substr(0, first), random), token);
                      });
    if (!ours) {
        return fail(ErrorCode::AuthTokenInvalid);
    }
    auto login = loginOf(token.substr(0, first));
    if (!login) {
        return fail(ErrorCode::AuthRevoked);
    }
    auto const user = needUser(login->user);
    if (!user) {
        return fail(ErrorCode::AuthRevoked);
    }
    name = user->name;
    if (user->disabled) {
        return fail(ErrorCode::AuthRevoked);
    }
    auto const hash = toHex(sha256(token));
    std::erase_if(m_refreshedLogins, [now = m_clock.now()](auto const& one) {
        return one.second.until <= now;
    });
    if (auto const last = m_refreshedLogins.find(login->id); last != m_refreshedLogins.end()) {
        bool const again = !requestId.empty() && last->second.before == hash &&
                           equalInConstantTime(last->second.requestId, requestId) &&
                           login->refreshHash == toHex(sha256(last->second.tokens.refresh));
        if (again) {
            return last->second.tokens;
        }
    }
    if (!equalInConstantTime(login->refreshHash, hash)) {
        login->revoked = true;
        if (auto saved = save(*login); !saved) {
            return tl::unexpected(saved.error());
        }
        return fail(ErrorCode::AuthRevoked, "the refresh token was used before: the login is ended");
    }
    if (login->expires <= m_clock.now()) {
        return fail(ErrorCode::AuthTokenExpired);
    }
    login->address = address;
    auto const id = login->id;
    auto tokens = issue(*user, std::move(*login));
    if (tokens && !requestId.empty()) {
        m_refreshedLogins[id] = {requestId, hash, *tokens, m_clock.now() + answerKept};
    }
    return tokens;
}

Expected<void> Identity::revokeLogin(UserId user, std::string const& login, Actor const& by)
{
    return audited(by, "login.end", login, [&]() -> Expected<void> {
        auto found = loginOf(login);
        if (!found || found->user != user) {
            return fail(ErrorCode::RecordMissing, "login '" + plainText(login) + "'");
        }
        found->revoked = true;
        return save(*found);
    });
}

Expected<void> Identity::endLogins(UserId user, std::string const& keep)
{
    for (LoginRecord const& shown : loginsOf(user)) {
        if (shown.id == keep) {
            continue;
        }
        auto login = *loginOf(shown.id);
        login.revoked = true;
        if (auto saved = save(login); !saved) {
            return saved;
        }
    }
    if (keep.empty()) {
        auto found = needUser(user);
        if (!found) {
            return tl::unexpected(found.error());
        }
        // The next whole second, so that all tokens up to now are before it.
        found->tokensValidFrom = Timestamp(secondsUp(m_clock.now()) * secondNs);
        return save(*found);
    }
    return {};
}

Expected<Tokens> Identity::loginExternal(
    ExternalUser const& external, std::string const& address, std::string const& userAgent
)
{
    auto const subject = external.issuer + "|" + external.subject;
    auto const all = users();
    auto const known =
        std::find_if(all.begin(), all.end(), [&](auto const& one) { return one.externalSubject == subject; });
    // What the provider calls him may be another user's name here.
    auto const name = known == all.end() ? std::string() : known->name;
    return audited({name, address}, "login.external", subject, [&]() -> Expected<Tokens> {
        auto id = known == all.end() ? std::nullopt : std::optional(known->id);
        if (!id) {
            if (!m_settings.openRegistration) {
                return fail(ErrorCode::AuthClosed);
            }
            auto made =
                addUser({freeName(external.name), external.email, {}}, {}, m_settings.newUserRole, subject);
            if (!made) {
                return tl::unexpected(made.error());
            }
            id = *made;
        }
        auto const user = needUser(*id);
        if (!user || user->disabled) {
            return fail(ErrorCode::AuthFailed);
        }
        return startLogin(*user, address, userAgent);
    });
}

} // namespace qob
