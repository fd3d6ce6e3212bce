#include "engine/security/identity.h"

#include "engine/base/check.h"
#include "engine/security/base64url.h"
#include "engine/security/text.h"

#include <algorithm>

namespace qob {

namespace {

// What is taken out of a record before anybody sees it.
UserRecord shown(UserRecord user)
{
    user.passwordHash.clear();
    user.totpSecret.clear();
    user.recoveryCodes.clear();
    return user;
}

SigningKey tokenKey(JwsAlgorithm algorithm, SecretBytes const& master, unsigned generation)
{
    auto const purpose = "token " + std::string(jwsName(algorithm)) + " " + std::to_string(generation);
    auto key = SigningKey::make(algorithm, deriveKey(master, purpose));
    CHECK(key.has_value());
    return *key;
}

} // namespace

std::string totpIdentity(UserId user)
{
    return "user/" + std::to_string(user.value) + "/totp";
}

std::string keyIdentity(std::string const& key)
{
    return "key/" + key;
}

std::string outcomeOf(Error const* error)
{
    return error == nullptr ? "ok" : std::string(errorInfo(error->code).name);
}

Identity::Identity(
    IdentitySettings settings,
    UserStore& store,
    std::vector<MasterKey> const& keys,
    RandomSource& random,
    Clock const& clock,
    AuditSink& audit
)
    : m_settings(std::move(settings))
    , m_store(store)
    , m_random(random)
    , m_clock(clock)
    , m_audit(audit)
    , m_sealer(keys, random)
    , m_tries(m_settings.tries)
    , m_pool(m_settings.poolThreads, m_settings.poolWaiting)
{}

Identity::~Identity() = default;

Expected<std::unique_ptr<Identity>> Identity::open(
    IdentitySettings settings,
    UserStore& store,
    std::vector<MasterKey> keys,
    RandomSource& random,
    Clock const& clock,
    AuditSink& audit
)
{
    if (keys.empty()) {
        return fail(ErrorCode::SecretUnavailable, "no master key");
    }
    if (settings.tokenAlgorithm != JwsAlgorithm::EdDSA && settings.tokenAlgorithm != JwsAlgorithm::HS256) {
        return fail(ErrorCode::CryptoFailed, "tokens are signed with EdDSA or HS256");
    }
    std::unique_ptr<Identity> identity(
        new Identity(std::move(settings), store, keys, random, clock, audit) // its constructor is private
    );
    if (auto const loaded = identity->load(keys); !loaded) {
        return tl::unexpected(loaded.error());
    }
    return identity;
}

Expected<void> Identity::load(std::vector<MasterKey> const& keys)
{
    auto const generation = m_settings.tokenKeyGeneration;
    for (MasterKey const& key : keys) {
        m_refreshKeys.push_back(deriveKey(key.bytes, "refresh"));
        m_recoveryKeys.push_back(deriveKey(key.bytes, "recovery"));
        m_tokenKeys.push_back(tokenKey(m_settings.tokenAlgorithm, key.bytes, generation));
        if (generation > 1) {
            m_tokenKeys.push_back(tokenKey(m_settings.tokenAlgorithm, key.bytes, generation - 1));
        }
    }
    m_tokenRules.issuer = m_settings.issuer;
    m_tokenRules.audience = m_settings.audience;
    m_tokenRules.longestLife = m_settings.accessLife;
    auto hash = hashPassword(randomText(m_random, 16), m_settings.cost, m_random);
    if (!hash) {
        return tl::unexpected(hash.error());
    }
    m_nobodysHash = *hash;
    if (auto read = readStore(); !read) {
        return read;
    }
    const std::lock_guard lock(m_writing);
    return sealAnew();
}

// What is sealed under an older master key, under the newest: so that the old one can be done away with.
Expected<void> Identity::sealAnew()
{
    auto const users = m_users;
    auto const keys = m_keys;
    for (auto [id, user] : users) {
        auto const secret = m_sealer.isOld(user.totpSecret) ? m_sealer.open(user.totpSecret, totpIdentity(id))
                                                            : fail(ErrorCode::RecordMissing);
        if (secret) {
            user.totpSecret = m_sealer.seal(*secret, totpIdentity(id));
            if (auto saved = save(user); !saved) {
                return saved;
            }
        }
    }
    for (auto [id, key] : keys) {
        auto const secret = m_sealer.isOld(key.secret) ? m_sealer.open(key.secret, keyIdentity(id))
                                                       : fail(ErrorCode::RecordMissing);
        if (secret) {
            key.secret = m_sealer.seal(*secret, keyIdentity(id));
            if (auto saved = save(key); !saved) {
                return saved;
            }
        }
    }
    return {};
}

Expected<void> Identity::readStore()
{
    auto users = m_store.users();
    auto keys = m_store.keys();
    auto logins = m_store.logins();
    if (!users) {
        return tl::unexpected(users.error());
    }
    if (!keys || !logins) {
        return tl::unexpected(!keys ? keys.error() : logins.error());
    }
    for (UserRecord& user : *users) {
        m_names[lowerCase(user.name)] = user.id;
        m_users[user.id] = std::move(user);
    }
    for (ApiKeyRecord& key : *keys) {
        m_keys[key.id] = std::move(key);
    }
    for (LoginRecord& login : *logins) {
        if (!login.revoked && login.expires > m_clock.now()) {
            m_logins[login.id] = std::move(login);
        }
    }
    return {};
}

std::optional<UserRecord> Identity::userNamed(std::string_view name) const
{
    const std::lock_guard lock(m_mutex);
    auto const id = m_names.find(lowerCase(name));
    return id == m_names.end() ? std::nullopt : std::optional(shown(m_users.at(id->second)));
}

std::optional<UserRecord> Identity::user(UserId id) const
{
    const std::lock_guard lock(m_mutex);
    auto const found = m_users.find(id);
    return found == m_users.end() ? std::nullopt : std::optional(shown(found->second));
}

std::vector<UserRecord> Identity::users() const
{
    std::vector<UserRecord> all;
    {
        const std::lock_guard lock(m_mutex);
        for (auto const& [id, user] : m_users) {
            all.push_back(shown(user));
        }
    }
    std::sort(all.begin(), all.end(), [](auto const& a, auto const& b) { return a.id < b.id; });
    return all;
}

std::vector<ApiKeyRecord> Identity::keysOf(UserId user) const
{
    std::vector<ApiKeyRecord> all;
    {
        const std::lock_guard lock(m_mutex);
        for (auto const& [id, key] : m_keys) {
            if (key.user == user && !key.revoked) {
                all.push_back(key);
                all.back().secret.clear();
            }
        }
    }
    std::sort(all.begin(), all.end(), [](auto const& a, auto const& b) {
        return std::tie(a.created, a.id) < std::tie(b.created, b.id);
    });
    return all;
}

std::vector<LoginRecord> Identity::loginsOf(UserId user) const
{
    std::vector<LoginRecord> all;
    auto const now = m_clock.now();
    {
        const std::lock_guard lock(m_mutex);
        for (auto const& [id, login] : m_logins) {
            if (login.user == user && !login.revoked && login.expires > now) {
                all.push_back(login);
                all.back().refreshHash.clear();
            }
        }
    }
    std::sort(all.begin(), all.end(), [](auto const& a, auto const& b) {
        return std::tie(a.created, a.id) < std::tie(b.created, b.id);
    });
    return all;
}

std::optional<ApiKeyRecord> Identity::key(std::string const& id) const
{
    const std::lock_guard lock(m_mutex);
    auto const found = m_keys.find(id);
    return found == m_keys.end() ? std::nullopt : std::optional(found->second);
}

std::optional<LoginRecord> Identity::loginOf(std::string const& id) const
{
    const std::lock_guard lock(m_mutex);
    auto const found = m_logins.find(id);
    return found == m_logins.end() ? std::nullopt : std::optional(found->second);
}

Expected<void> Identity::save(UserRecord const& user)
{
    if (auto stored = m_store.put(user); !stored) {
        return stored;
    }
    const std::lock_guard lock(m_mutex);
    m_names[lowerCase(user.name)] = user.id;
    m_users[user.id] = user;
    return {};
}

Expected<void> Identity::save(ApiKeyRecord const& key)
{
    if (auto stored = m_store.put(key); !stored) {
        return stored;
    }
    const std::lock_guard lock(m_mutex);
    m_keys[key.id] = key;
    return {};
}

Expected<void> Identity::save(LoginRecord const& login)
{
    if (auto stored = m_store.put(login); !stored) {
        return stored;
    }
    const std::lock_guard lock(m_mutex);
    if (login.revoked) {
        m_logins.erase(login.id);
    } else {
        m_logins[login.id] = login;
    }
    return {};
}

Expected<UserRecord> Identity::needUser(UserId id) const
{
    const std::lock_guard lock(m_mutex);
    auto const found = m_users.find(id);
    if (found == m_users.end()) {
        return fail(ErrorCode::AuthUserUnknown, std::to_string(id.value));
    }
    return found->second;
}

Expected<ApiKeyRecord> Identity::needKey(UserId user, std::string const& id) const
{
    auto found = key(id);
    if (!found || found->user != user || found->revoked) {
        return fail(ErrorCode::RecordMissing, "key '" + id + "'");
    }
    return *found;
}

void Identity::note(Actor const& by, std::string action, std::string target, Error const* error)
{
    // It was asked before whether this would be taken; that it is not now will stop the next change.
    static_cast<void>(
        m_audit.record({by.name, by.address, std::move(action), std::move(target), outcomeOf(error), {}})
    );
}

} // namespace qob
