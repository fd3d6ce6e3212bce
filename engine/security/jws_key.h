#pragma once

#include "engine/base/expected.h"
#include "engine/security/digest.h"

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

namespace qob {

// RFC 7518 and RFC 8037. No others: "none" is not a way of signing.
enum class JwsAlgorithm : std::uint8_t { EdDSA, HS256, RS256, ES256 };

std::string_view jwsName(JwsAlgorithm algorithm); // as the header's "alg" writes it

struct PublicKey; // of OpenSSL

// A key that signatures are checked with. It knows the one algorithm that it is for, so that what a token's
// header claims can never choose another. Immutable; any thread.
class VerifyKey {
public:
    // CryptoFailed: these bytes are no such key.
    static Expected<VerifyKey> ed25519(std::string_view publicKey); // 32 bytes
    static Expected<VerifyKey> hs256(SecretBytes secret);           // at least 32 bytes
    static Expected<VerifyKey>
    rs256(std::string_view modulus, std::string_view exponent);               // at least 2048 bits
    static Expected<VerifyKey> es256(std::string_view x, std::string_view y); // 32 bytes each

    // Of a JWKS (RFC 7517): kty, crv, n, e, x, y. Symmetric keys are refused: a provider's key set is public.
    static Expected<VerifyKey> fromJwk(std::string_view json);

    [[nodiscard]] JwsAlgorithm algorithm() const { return m_algorithm; }

    [[nodiscard]] bool verifies(std::string_view text, std::string_view signature) const;

private:
    friend class SigningKey;

    VerifyKey(JwsAlgorithm algorithm, std::shared_ptr<PublicKey const> key, SecretBytes secret);

    JwsAlgorithm m_algorithm;
    std::shared_ptr<PublicKey const> m_key; // null for HS256
    SecretBytes m_secret;                   // of HS256
};

// A key of ours that tokens are signed with: Ed25519 or HS256. Immutable; any thread.
class SigningKey {
public:
    // From 32 secret bytes, which are the same key each time. CryptoFailed: they are too few.
    static Expected<SigningKey> make(JwsAlgorithm algorithm, SecretBytes const& seed);

    // Names the key in a token's header; tells nothing of it.
    [[nodiscard]] std::string const& id() const { return m_id; }

    [[nodiscard]] VerifyKey const& verifyKey() const { return m_verify; }

    [[nodiscard]] std::string sign(std::string_view text) const;

private:
    SigningKey(VerifyKey verify, std::string id);

    VerifyKey m_verify;
    std::string m_id;
};

} // namespace qob
