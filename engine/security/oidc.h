#pragma once

#include "engine/base/clock.h"
#include "engine/net/http_request.h"
#include "engine/security/identity.h"
#include "engine/security/jws_key.h"

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace qob {

struct OidcSettings {
    std::string issuer; // "https://id.example": its discovery document is below it
    std::string clientId;
    SecretBytes clientSecret; // empty: a public client, which PKCE alone protects
    std::string redirectUri;
    std::string scope = "openid profile email";
    Duration timeout = seconds(10);     // of each question to the provider
    Duration attemptLife = minutes(10); // between a start and its finish
    std::size_t mostAttempts = 10'000;
};

// A provider's public keys, by their "kid".
struct ProviderKey {
    std::string id;
    VerifyKey key;
};

// Those of a JWKS that we can use; others are left out.
Expected<std::vector<ProviderKey>> readProviderKeys(std::string_view jwks);

// What an id_token must say (OpenID Connect Core 1.0, 3.1.3.7).
struct IdTokenRules {
    std::string issuer;
    std::string clientId;
    std::string nonce;
    Duration clockSkew = seconds(30);
};

// AuthProviderFailed says why it is not proof of anybody. The key that the header's "kid" names decides on
// the algorithm; a header without "kid" is taken only where there is one key.
Expected<ExternalUser> checkIdToken(
    std::string_view token, std::vector<ProviderKey> const& keys, IdTokenRules const& rules, Timestamp now
);

// Where to send the browser, and what it has to bring back.
struct OidcStart {
    std::string url;
    std::string binding; // for a cookie: only the browser that began may finish
};

// What the provider sent back through the browser.
struct OidcReturn {
    std::string state;
    std::string code;
    std::string binding;
};

// Logins at an OpenID Connect provider: authorization code with PKCE (S256), state and nonce; each attempt is
// good once. Any thread may call it; answers come on io, once. NetThread and clock must outlive it;
// destroying it, not on io, drops what is under way without a call.
class Oidc {
public:
    Oidc(NetThread& net, OidcSettings settings, RandomSource& random, Clock const& clock);
    ~Oidc();
    Oidc(Oidc const&) = delete;
    Oidc& operator=(Oidc const&) = delete;

    // AuthProviderFailed: it cannot be reached or is not who it should be. RequestBusy: too many attempts.
    void start(std::function<void(Expected<OidcStart>)> done);

    // AuthProviderFailed: the attempt is unknown, over, or another browser's; or the provider does not
    // confirm it.
    void finish(OidcReturn back, std::function<void(Expected<ExternalUser>)> done);

private:
    struct Provider {
        std::string authorization;
        std::string token;
        std::string keys;
        bool basic = true; // how the client proves itself: in a header, or in the form
        Timestamp readAt;
    };

    struct Attempt {
        std::string verifier;
        std::string nonce;
        std::string binding;
        Timestamp expires;
    };

    using WithProvider = std::function<void(Expected<void>)>;
    using WithUser = std::function<void(Expected<ExternalUser>)>;

    // On io, all of them.
    void ask(HttpQuestion const& question, std::function<void(Expected<std::string>)> done);
    void discover(WithProvider done);
    Expected<void> readProvider(std::string const& json);
    Expected<OidcStart> begin();
    void exchange(std::string const& code, Attempt const& attempt, WithUser const& done);
    void check(std::string const& idToken, std::string const& nonce, bool keysAreFresh, WithUser const& done);

    NetThread& m_net;
    OidcSettings const m_settings;
    RandomSource& m_random;
    Clock const& m_clock;

    // Of io.
    std::optional<Provider> m_provider;
    std::vector<ProviderKey> m_keys;
    std::map<std::string, Attempt> m_attempts; // by state
    std::map<std::uint64_t, std::shared_ptr<void>> m_questions;
    std::uint64_t m_nextQuestion = 0;
};

} // namespace qob
