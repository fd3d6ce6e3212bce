#pragma once

#include "engine/base/clock.h"
#include "engine/security/audit_record.h"
#include "engine/security/password.h"
#include "engine/security/request_signature.h"
#include "engine/security/sealed_secret.h"
#include "engine/security/token.h"
#include "engine/security/try_counter.h"
#include "engine/security/user_store.h"
#include "engine/security/work_pool.h"

#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

namespace qob {

struct IdentitySettings {
    std::string issuer = "qob";   // of tokens, and the name that authenticator apps show
    std::string audience = "qob"; // this installation; servers that share users share it
    bool openRegistration = false;
    Role newUserRole = Role::Trader; // of who registers himself
    PasswordCost cost;
    JwsAlgorithm tokenAlgorithm = JwsAlgorithm::EdDSA;
    unsigned tokenKeyGeneration = 1; // raising it makes a new key; tokens of the one before stay good
    Duration accessLife = minutes(15);
    Duration refreshLife = hours(24 * 30);
    TryLimits tries;
    std::size_t mostKeysPerUser = 50;
    std::size_t mostLoginsPerUser = 50; // the oldest is ended for another one
    std::size_t poolThreads = 2;
    std::size_t poolWaiting = 64;
};

// Who does something, for the audit trail.
struct Actor {
    std::string name;
    std::string address;
};

struct LoginAttempt {
    std::string name;
    std::string password;
    std::string code; // of the second factor, or a recovery code; empty: none
    std::string address;
    std::string userAgent;
};

struct NewUser {
    std::string name; // 3 to 32 of a-z A-Z 0-9 . _ -, a letter first
    std::string email;
    std::string password;
};

struct Tokens {
    UserId user;
    std::string login;
    std::string access;
    std::string refresh;
    Timestamp accessExpires;
    Timestamp refreshExpires;
};

struct NewKey {
    std::string label;
    std::uint32_t permissions = 0;
    std::vector<std::string> addresses;   // CIDR; empty: from anywhere
    Timestamp expires = Timestamp::max(); // max: never
};

struct KeySecret {
    ApiKeyRecord key;
    std::string secret; // shown this once
};

struct TotpOffer {
    std::string secret; // base32
    std::string uri;    // for a QR code
};

// What a login provider has proven.
struct ExternalUser {
    std::string issuer;
    std::string subject;
    std::string email;
    std::string name; // as the provider would call him; empty: it does not say
};

// Who everybody is and may be: users, passwords, second factors, logins, API keys. Everything is in memory
// and written through to the store.
//
// Any thread. `principalOf` and what only reads wait for nobody. What is marked slow hashes a password (20 to
// 50 ms) or waits for the store: not on the gateway's or the engine's thread, but through `inBackground`.
// Every call that changes something leaves a record in the audit trail and is refused when it could not.
class Identity {
public:
    // Reads the store. CryptoFailed; SecretUnavailable; what the store says.
    static Expected<std::unique_ptr<Identity>> open(
        IdentitySettings settings,
        UserStore& store,
        std::vector<MasterKey> keys, // the first is current
        RandomSource& random,
        Clock const& clock,
        AuditSink& audit
    );
    ~Identity();
    Identity(Identity const&) = delete;
    Identity& operator=(Identity const&) = delete;

    // On the pool. RequestBusy: too many are waiting; `work` was not taken.
    [[nodiscard]] Expected<void> inBackground(std::function<void()> work)
    {
        return m_pool.post(std::move(work));
    }

    // Before what its work answers to is gone: nothing is taken any more, and what was taken is done.
    void endBackground() { m_pool.end(); }

    // Who a request is from. Nobody (user 0) where it carries no credentials; an error where it carries wrong
    // ones, or two kinds. Takes "Authorization: Bearer", the own signed form, Binance's signed form, and
    // x-mbx-apikey alone, which may only ReadMarket.
    [[nodiscard]] Expected<Principal> principalOf(RequestFacts const& request);

    // What principalOf would say of it now: for streams that live longer than a request. AuthRevoked,
    // AuthTokenExpired; otherwise with the permissions as they are now.
    [[nodiscard]] Expected<Principal> refreshed(Principal const& principal) const;

    // Slow. AuthClosed, AuthNameBad, AuthNameTaken, AuthPasswordWeak, RequestBadValue (the address of
    // e-mail).
    Expected<UserId> registerUser(NewUser const& user, std::string const& address);

    // Slow. The same without asking whether registration is open; of any role.
    Expected<UserId> createUser(NewUser const& user, Role role, Actor const& by);

    // Slow. AuthFailed for an unknown name, a wrong password and a disabled user alike, after the same time;
    // AuthSecondFactorRequired, AuthSecondFactorWrong; AuthLocked after too many wrong tries.
    Expected<Tokens> login(LoginAttempt const& attempt);

    // How long a login for this name from there has to wait; zero: not at all.
    [[nodiscard]] Duration lockedFor(std::string_view name, std::string_view address) const;

    // Slow. By what a provider has proven: the user linked with it, or a new one where registration is open.
    Expected<Tokens>
    loginExternal(ExternalUser const& user, std::string const& address, std::string const& userAgent);

    // Slow. RequestConflict: the provider's user is another user here already.
    Expected<void> linkExternal(UserId user, ExternalUser const& external, Actor const& by);

    // Slow. A refresh token is good once. One that was used before ends the login: one of two who have it
    // stole it. AuthTokenInvalid, AuthTokenExpired, AuthRevoked.
    //
    // Whose answer was lost asks again with the same `requestId`, a secret of his own made for this one
    // token: within a quarter of an hour he gets the same answer. RequestBadValue: it is shorter than 16
    // characters, or too long.
    Expected<Tokens>
    refresh(std::string const& refreshToken, std::string const& address, std::string const& requestId = {});

    // Slow. Ends one login. RecordMissing: the user has none of that id.
    Expected<void> revokeLogin(UserId user, std::string const& login, Actor const& by);
    [[nodiscard]] std::vector<LoginRecord> loginsOf(UserId user) const; // those that are good, without hashes

    // Slow. Ends all other logins than `keep`.
    Expected<void> changePassword(
        UserId user,
        std::string const& old,
        std::string const& fresh,
        std::string const& keep,
        Actor const& by
    );

    // Slow. The second factor: offered, then confirmed with a code of it, which gives the recovery codes;
    // taken away with the password and a code. RequestConflict: there is one; RecordMissing: there is none.
    Expected<TotpOffer> beginTotp(UserId user, Actor const& by);
    Expected<std::vector<std::string>> confirmTotp(UserId user, std::string const& code, Actor const& by);
    Expected<void>
    disableTotp(UserId user, std::string const& password, std::string const& code, Actor const& by);

    // Slow. RequestBadValue: a scope that a key or the user cannot have, an address, a time in the past.
    Expected<KeySecret> createKey(UserId user, NewKey const& key, Actor const& by);
    Expected<KeySecret>
    rotateKey(UserId user, std::string const& key, Actor const& by); // the old secret ends at once
    Expected<void> revokeKey(UserId user, std::string const& key, Actor const& by);
    [[nodiscard]] std::vector<ApiKeyRecord> keysOf(UserId user) const; // not revoked; without secrets

    // Without hashes and secrets.
    [[nodiscard]] std::vector<UserRecord> users() const;
    [[nodiscard]] std::optional<UserRecord> user(UserId id) const;
    [[nodiscard]] std::optional<UserRecord> userNamed(std::string_view name) const;

    // Slow. RequestConflict: nobody would be left who is an admin.
    Expected<void> setRole(UserId user, Role role, Actor const& by);
    Expected<void> setTier(UserId user, Tier tier, Actor const& by);
    Expected<void> setDisabled(UserId user, bool disabled, Actor const& by);               // ends all logins
    Expected<void> setPassword(UserId user, std::string const& password, Actor const& by); // ends all logins

    // Slow. Takes a lost second factor away.
    Expected<void> resetTotp(UserId user, Actor const& by);

private:
    Identity(
        IdentitySettings settings,
        UserStore& store,
        std::vector<MasterKey> const& keys,
        RandomSource& random,
        Clock const& clock,
        AuditSink& audit
    );

    Expected<void> load(std::vector<MasterKey> const& keys);
    Expected<void> readStore();
    Expected<void> sealAnew();

    // Of this thread's view; empty: there is none.
    [[nodiscard]] std::optional<ApiKeyRecord> key(std::string const& id) const;
    [[nodiscard]] std::optional<LoginRecord> loginOf(std::string const& id) const;

    // To the store, then into memory. With m_writing held.
    Expected<void> save(UserRecord const& user);
    Expected<void> save(ApiKeyRecord const& key);
    Expected<void> save(LoginRecord const& login);

    // With m_writing held.
    [[nodiscard]] Expected<UserRecord> needUser(UserId id) const;
    [[nodiscard]] Expected<ApiKeyRecord> needKey(UserId user, std::string const& id) const;
    Expected<UserId> addUser(NewUser const& user, std::string hash, Role role, std::string external);
    Expected<void> endLogins(UserId user, std::string const& keep);
    Expected<void> acceptSecondFactor(UserRecord& user, std::string const& code);
    Expected<Tokens>
    startLogin(UserRecord const& user, std::string const& address, std::string const& userAgent);
    Expected<Tokens> issue(UserRecord const& user, LoginRecord login);
    [[nodiscard]] bool lastAdmin(UserId user) const;
    [[nodiscard]] std::string freeName(std::string wanted) const;

    Expected<Tokens> passwordLogin(LoginAttempt const& attempt);
    Expected<Tokens> loginWith(UserRecord user, LoginAttempt const& attempt);
    Expected<Tokens> refreshLogin(
        std::string const& token, std::string const& address, std::string const& requestId, std::string& name
    );

    // Runs a change with m_writing held, and writes down how it went.
    template <class Change>
    auto audited(Actor const& by, std::string action, std::string target, Change change)
        -> decltype(change());
    void note(Actor const& by, std::string action, std::string target, Error const* error);

    [[nodiscard]] Expected<Principal> byToken(std::string_view token) const;
    [[nodiscard]] Expected<Principal> bySignature(Expected<SignedRequest> request, RequestFacts const& facts);
    [[nodiscard]] Expected<Principal> byKey(std::string const& id, std::string_view address) const;
    [[nodiscard]] Principal principal(UserRecord const& user) const;
    void keyUsed(std::string const& id);

    IdentitySettings const m_settings;
    UserStore& m_store;
    RandomSource& m_random;
    Clock const& m_clock;
    AuditSink& m_audit;
    SecretSealer const m_sealer;
    // Of each master key; the first makes, all are good.
    std::vector<SecretBytes> m_refreshKeys;
    std::vector<SecretBytes> m_recoveryKeys;
    std::vector<SigningKey> m_tokenKeys;
    TokenRules m_tokenRules;
    std::string m_nobodysHash; // compared with where there is no user

    // The answer to a refresh, for whoever did not get it. Under m_writing.
    struct Refreshed {
        std::string requestId;
        std::string before; // hash of the token that was used up
        Tokens tokens;
        Timestamp until;
    };

    std::map<std::string, Refreshed> m_refreshedLogins; // by login
    TryCounter m_tries;
    ReplayMemory m_replays;

    std::mutex m_writing;       // held through a whole change, the store's part included
    mutable std::mutex m_mutex; // the maps below; never held while waiting
    std::unordered_map<UserId, UserRecord> m_users;
    std::unordered_map<std::string, UserId> m_names; // in lower case
    std::unordered_map<std::string, ApiKeyRecord> m_keys;
    std::unordered_map<std::string, LoginRecord> m_logins;

    WorkPool m_pool; // last: what is in it uses the rest
};

// What a user's and a key's sealed secret are bound to.
std::string totpIdentity(UserId user);
std::string keyIdentity(std::string const& key);

// For the audit trail.
std::string outcomeOf(Error const* error);

template <class Change>
auto Identity::audited(Actor const& by, std::string action, std::string target, Change change)
    -> decltype(change())
{
    if (auto const ready = m_audit.ready(); !ready) {
        return tl::unexpected(ready.error());
    }
    auto result = [&] {
        const std::lock_guard lock(m_writing);
        return change();
    }();
    note(by, std::move(action), std::move(target), result ? nullptr : &result.error());
    return result;
}

} // namespace qob
