#include "engine/security/jws_key.h"

#include "engine/base/check.h"
#include "engine/security/base64url.h"
#include "engine/security/json_members.h"

#include <openssl/bn.h>
#include <openssl/core_names.h>
#include <openssl/ec.h>
#include <openssl/evp.h>
#include <openssl/param_build.h>
#include <openssl/rsa.h>

#include <array>

namespace qob {

namespace {

constexpr std::size_t ed25519Bytes = 32;
constexpr std::size_t p256Bytes = 32;
constexpr int leastRsaBits = 2048;
constexpr int mostRsaBits = 8192;

template <class T, void (*Free)(T*)>
using Owned = std::unique_ptr<T, std::integral_constant<decltype(Free), Free>>;

using Key = Owned<EVP_PKEY, EVP_PKEY_free>;
using Context = Owned<EVP_PKEY_CTX, EVP_PKEY_CTX_free>;
using Digest = Owned<EVP_MD_CTX, EVP_MD_CTX_free>;
using Number = Owned<BIGNUM, BN_free>;
using Builder = Owned<OSSL_PARAM_BLD, OSSL_PARAM_BLD_free>;
using Params = Owned<OSSL_PARAM, OSSL_PARAM_free>;
using EcSignature = Owned<ECDSA_SIG, ECDSA_SIG_free>;

unsigned char const* octets(std::string_view text)
{
    return reinterpret_cast<unsigned char const*>(text.data());
}

Number numberOf(std::string_view bytes)
{
    return Number(BN_bin2bn(octets(bytes), static_cast<int>(bytes.size()), nullptr));
}

Key keyFrom(char const* type, OSSL_PARAM_BLD* builder)
{
    const Params params(OSSL_PARAM_BLD_to_param(builder));
    const Context context(EVP_PKEY_CTX_new_from_name(nullptr, type, nullptr));
    EVP_PKEY* key = nullptr;
    if (!params || !context || EVP_PKEY_fromdata_init(context.get()) != 1 ||
        EVP_PKEY_fromdata(context.get(), &key, EVP_PKEY_PUBLIC_KEY, params.get()) != 1) {
        return nullptr;
    }
    return Key(key);
}

// JWS writes r and s one behind the other (RFC 7518, 3.4); OpenSSL reads DER. Empty: no.
std::string derOf(std::string_view raw)
{
    const EcSignature signature(ECDSA_SIG_new());
    if (raw.size() != 2 * p256Bytes || ECDSA_SIG_set0(
                                           signature.get(),
                                           numberOf(raw.substr(0, p256Bytes)).release(),
                                           numberOf(raw.substr(p256Bytes)).release()
                                       ) != 1) {
        return {};
    }
    unsigned char* der = nullptr;
    int const size = i2d_ECDSA_SIG(signature.get(), &der);
    std::string text;
    if (size > 0) {
        text.assign(reinterpret_cast<char const*>(der), static_cast<std::size_t>(size));
        OPENSSL_free(der);
    }
    return text;
}

} // namespace

struct PublicKey {
    Key key;
};

std::string_view jwsName(JwsAlgorithm algorithm)
{
    constexpr std::array<std::string_view, 4> names{"EdDSA", "HS256", "RS256", "ES256"};
    return names[static_cast<std::size_t>(algorithm)];
}

VerifyKey::VerifyKey(JwsAlgorithm algorithm, std::shared_ptr<PublicKey const> key, SecretBytes secret)
    : m_algorithm(algorithm)
    , m_key(std::move(key))
    , m_secret(std::move(secret))
{}

Expected<VerifyKey> VerifyKey::ed25519(std::string_view publicKey)
{
    auto key = std::make_shared<PublicKey>();
    if (publicKey.size() == ed25519Bytes) {
        key->key.reset(
            EVP_PKEY_new_raw_public_key(EVP_PKEY_ED25519, nullptr, octets(publicKey), publicKey.size())
        );
    }
    if (!key->key) {
        return fail(ErrorCode::CryptoFailed, "expected an Ed25519 key of 32 bytes");
    }
    return VerifyKey(JwsAlgorithm::EdDSA, std::move(key), {});
}

Expected<VerifyKey> VerifyKey::hs256(SecretBytes secret)
{
    if (secret.view().size() < digestBytes) {
        return fail(ErrorCode::CryptoFailed, "expected an HS256 key of at least 32 bytes");
    }
    return VerifyKey(JwsAlgorithm::HS256, nullptr, std::move(secret));
}

Expected<VerifyKey> VerifyKey::rs256(std::string_view modulus, std::string_view exponent)
{
    auto const n = numberOf(modulus);
    auto const e = numberOf(exponent);
    const Builder builder(OSSL_PARAM_BLD_new());
    CHECK(n && e && builder);
    if (BN_num_bits(n.get()) < leastRsaBits || BN_num_bits(n.get()) > mostRsaBits ||
        BN_num_bits(e.get()) > 64) {
        return fail(ErrorCode::CryptoFailed, "expected an RSA key of 2048 to 8192 bits");
    }
    auto key = std::make_shared<PublicKey>();
    if (OSSL_PARAM_BLD_push_BN(builder.get(), OSSL_PKEY_PARAM_RSA_N, n.get()) == 1 &&
        OSSL_PARAM_BLD_push_BN(builder.get(), OSSL_PKEY_PARAM_RSA_E, e.get()) == 1) {
        key->key = keyFrom("RSA", builder.get());
    }
    if (!key->key) {
        return fail(ErrorCode::CryptoFailed, "expected an RSA key");
    }
    return VerifyKey(JwsAlgorithm::RS256, std::move(key), {});
}

Expected<VerifyKey> VerifyKey::es256(std::string_view x, std::string_view y)
{
    auto key = std::make_shared<PublicKey>();
    const Builder builder(OSSL_PARAM_BLD_new());
    std::string const point = '\x04' + std::string(x) + std::string(y);
    CHECK(builder);
    if (x.size() == p256Bytes && y.size() == p256Bytes &&
        OSSL_PARAM_BLD_push_utf8_string(builder.get(), OSSL_PKEY_PARAM_GROUP_NAME, "prime256v1", 0) == 1 &&
        OSSL_PARAM_BLD_push_octet_string(
            builder.get(), OSSL_PKEY_PARAM_PUB_KEY, point.data(), point.size()
        ) == 1) {
        key->key = keyFrom("EC", builder.get());
    }
    if (!key->key) {
        return fail(ErrorCode::CryptoFailed, "expected a point of P-256");
    }
    return VerifyKey(JwsAlgorithm::ES256, std::move(key), {});
}

Expected<VerifyKey> VerifyKey::fromJwk(std::string_view json)
{
    auto const members = JsonMembers::read(json);
    if (!members) {
        return tl::unexpected(members.error());
    }
    auto const word = [&](std::string_view name) {
        auto const* const text = members->text(name);
        return text == nullptr ? std::string() : *text;
    };
    auto const bytes = [&](std::string_view name) {
        return fromBase64Url(word(name)).value_or("");
    };
    auto const type = word("kty");
    auto const algorithm = word("alg");
    auto const made = [&]() -> Expected<VerifyKey> {
        if (type == "RSA") {
            return rs256(bytes("n"), bytes("e"));
        }
        if (type == "EC" && word("crv") == "P-256") {
            return es256(bytes("x"), bytes("y"));
        }
        if (type == "OKP" && word("crv") == "Ed25519") {
            return ed25519(bytes("x"));
        }
        return fail(ErrorCode::CryptoFailed, "key type '" + type + "'; expected RSA, P-256 or Ed25519");
    }();
    if (made && !algorithm.empty() && algorithm != jwsName(made->algorithm())) {
        return fail(ErrorCode::CryptoFailed, "key for '" + algorithm + "'");
    }
    return made;
}

bool VerifyKey::verifies(std::string_view text, std::string_view signature) const
{
    if (m_algorithm == JwsAlgorithm::HS256) {
        return equalInConstantTime(hmacSha256(m_secret.view(), text), signature);
    }
    std::string const der = m_algorithm == JwsAlgorithm::ES256 ? derOf(signature) : std::string(signature);
    const Digest digest(EVP_MD_CTX_new());
    EVP_MD const* const hash = m_algorithm == JwsAlgorithm::EdDSA ? nullptr : EVP_sha256();
    return !der.empty() && digest &&
           EVP_DigestVerifyInit(digest.get(), nullptr, hash, nullptr, m_key->key.get()) == 1 &&
           EVP_DigestVerify(digest.get(), octets(der), der.size(), octets(text), text.size()) == 1;
}

SigningKey::SigningKey(VerifyKey verify, std::string id) : m_verify(std::move(verify)), m_id(std::move(id)) {}

Expected<SigningKey> SigningKey::make(JwsAlgorithm algorithm, SecretBytes const& seed)
{
    if (seed.view().size() != ed25519Bytes) {
        return fail(ErrorCode::CryptoFailed, "expected 32 secret bytes");
    }
    auto const idOf = [](std::string_view bytes) {
        return toHex(sha256(std::string("qob key id ") + std::string(bytes)).substr(0, 8));
    };
    if (algorithm == JwsAlgorithm::HS256) {
        return SigningKey(*VerifyKey::hs256(seed), idOf(seed.view()));
    }
    if (algorithm != JwsAlgorithm::EdDSA) {
        return fail(ErrorCode::CryptoFailed, "tokens are signed with EdDSA or HS256");
    }
    auto key = std::make_shared<PublicKey>();
    key->key.reset(
        EVP_PKEY_new_raw_private_key(EVP_PKEY_ED25519, nullptr, octets(seed.view()), seed.view().size())
    );
    std::array<unsigned char, ed25519Bytes> shown{};
    auto size = shown.size();
    CHECK(key->key && EVP_PKEY_get_raw_public_key(key->key.get(), shown.data(), &size) == 1);
    auto id = idOf({reinterpret_cast<char const*>(shown.data()), size});
    return SigningKey(VerifyKey(JwsAlgorithm::EdDSA, std::move(key), {}), std::move(id));
}

std::string SigningKey::sign(std::string_view text) const
{
    if (m_verify.algorithm() == JwsAlgorithm::HS256) {
        return hmacSha256(m_verify.m_secret.view(), text);
    }
    std::array<unsigned char, 64> signature{};
    auto size = signature.size();
    const Digest digest(EVP_MD_CTX_new());
    CHECK(
        digest && EVP_DigestSignInit(digest.get(), nullptr, nullptr, nullptr, m_verify.m_key->key.get()) == 1
    );
    CHECK(EVP_DigestSign(digest.get(), signature.data(), &size, octets(text), text.size()) == 1);
    return {reinterpret_cast<char const*>(signature.data()), size};
}

} // namespace qob
