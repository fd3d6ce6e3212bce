#pragma once

#include "engine/base/expected.h"
#include "engine/security/principal.h"

#include <memory>
#include <string>
#include <vector>

namespace qob {

// What a store keeps of users. Texts are UTF-8; hashes and sealed secrets are printable text already, so a
// store needs no binary columns. A zero time means: never.

struct UserRecord {
    UserId id;                // from 1, given by Identity, never used again
    std::string name;         // unique, whatever the case of its letters
    std::string email;        // may be empty
    std::string passwordHash; // PHC string of Argon2id; empty: only the external provider can log in
    Role role = Role::Viewer;
    Tier tier = Tier::Free;
    AccountId account;
    bool disabled = false;
    Timestamp created;
    std::string totpSecret;                 // sealed; empty: no second factor
    bool totpConfirmed = false;             // before that it is not asked for
    std::uint64_t totpLastStep = 0;         // the newest time step that was accepted
    std::vector<std::string> recoveryCodes; // hashes of those that were not used yet
    Timestamp tokensValidFrom;              // tokens issued before are refused
    std::string externalSubject;            // "issuer|subject" of the login provider; unique unless empty

    friend bool operator==(UserRecord const&, UserRecord const&) = default;
};

struct ApiKeyRecord {
    std::string id; // what a request names; unique
    UserId user;
    std::string label;
    std::string secret;                 // sealed: signatures are checked with the secret itself
    std::uint32_t permissions = 0;      // the scopes, a bit a Permission
    std::vector<std::string> addresses; // CIDR rules; empty: from anywhere
    Timestamp created;
    Timestamp expires;
    Timestamp lastUsed;
    bool revoked = false;

    friend bool operator==(ApiKeyRecord const&, ApiKeyRecord const&) = default;
};

// A login: what a refresh token keeps alive. Revoked and expired ones may be removed by a store's upkeep.
struct LoginRecord {
    std::string id; // unique
    UserId user;
    std::string refreshHash; // SHA-256 of the one refresh token that is valid now, in hex
    Timestamp created;
    Timestamp expires;
    Timestamp lastSeen;
    std::string address;
    std::string userAgent;
    bool revoked = false;

    friend bool operator==(LoginRecord const&, LoginRecord const&) = default;
};

// Where users are kept. Identity reads everything once, keeps it in memory and writes every change through.
// `put` adds a record or replaces the one of the same id, and returns when it is durable. RecordExists:
// another user has this name (in any case of letters) or external subject. DatabaseUnavailable and
// DatabaseFailed pass through to the caller; nothing was changed then. Identity calls from one thread at a
// time, but from any.
class UserStore {
public:
    UserStore() = default;
    virtual ~UserStore() = default;
    UserStore(UserStore const&) = delete;
    UserStore& operator=(UserStore const&) = delete;

    // All of each kind, in no order.
    [[nodiscard]] virtual Expected<std::vector<UserRecord>> users() = 0;
    [[nodiscard]] virtual Expected<std::vector<ApiKeyRecord>> keys() = 0;
    [[nodiscard]] virtual Expected<std::vector<LoginRecord>> logins() = 0;

    [[nodiscard]] virtual Expected<void> put(UserRecord const& user) = 0;
    [[nodiscard]] virtual Expected<void> put(ApiKeyRecord const& key) = 0;
    [[nodiscard]] virtual Expected<void> put(LoginRecord const& login) = 0;
};

// Forgets everything when it is destroyed: for tests and trials.
std::unique_ptr<UserStore> makeMemoryUserStore();

} // namespace qob
