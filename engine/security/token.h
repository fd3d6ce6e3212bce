#pragma once

#include "engine/base/time.h"
#include "engine/security/jws_key.h"

#include <string>
#include <string_view>
#include <vector>

namespace qob {

// What an access token of ours says. Times are whole seconds.
struct TokenClaims {
    std::string issuer;
    std::string audience;
    std::string subject; // the user's id
    std::string id;
    std::string login; // the login session that it belongs to
    Timestamp issued;
    Timestamp notBefore;
    Timestamp expires;
};

struct TokenRules {
    std::string issuer;
    std::string audience;
    Duration clockSkew = seconds(5);  // that another of our servers may be ahead
    Duration longestLife = hours(24); // what is valid for longer was not made by us
};

std::string signToken(SigningKey const& key, TokenClaims const& claims);

// Strict: the header is {alg, kid, typ} and nothing else, `kid` names exactly one of `keys` and `alg` is what
// that key is for; the payload has all claims above and no others. AuthTokenExpired only for a token whose
// signature is right, AuthTokenInvalid for everything else.
Expected<TokenClaims> verifyToken(
    std::string_view text, std::vector<SigningKey> const& keys, TokenRules const& rules, Timestamp now
);

} // namespace qob
