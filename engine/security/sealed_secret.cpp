#include "engine/security/sealed_secret.h"

#include "engine/base/check.h"
#include "engine/security/base64url.h"

#include <openssl/evp.h>

#include <algorithm>
#include <array>
#include <memory>
#include <optional>

namespace qob {

namespace {

constexpr std::size_t nonceBytes = 12;
constexpr std::size_t tagBytes = 16;
constexpr std::string_view version = "1";

using Cipher = std::unique_ptr<EVP_CIPHER_CTX, decltype(&EVP_CIPHER_CTX_free)>;

unsigned char const* octets(std::string_view text)
{
    return reinterpret_cast<unsigned char const*>(text.data());
}

unsigned char* octets(std::string& text)
{
    return reinterpret_cast<unsigned char*>(text.data());
}

Cipher newCipher()
{
    Cipher cipher(EVP_CIPHER_CTX_new(), &EVP_CIPHER_CTX_free);
    CHECK(cipher != nullptr);
    return cipher;
}

int sizeOf(std::string_view text)
{
    return static_cast<int>(text.size());
}

std::string
encrypt(std::string_view key, std::string_view nonce, std::string_view plain, std::string_view bound)
{
    auto const cipher = newCipher();
    std::string out(plain.size() + tagBytes, '\0');
    int size = 0;
    CHECK(EVP_EncryptInit_ex(cipher.get(), EVP_aes_256_gcm(), nullptr, octets(key), octets(nonce)) == 1);
    CHECK(EVP_EncryptUpdate(cipher.get(), nullptr, &size, octets(bound), sizeOf(bound)) == 1);
    CHECK(EVP_EncryptUpdate(cipher.get(), octets(out), &size, octets(plain), sizeOf(plain)) == 1);
    CHECK(EVP_EncryptFinal_ex(cipher.get(), octets(out) + plain.size(), &size) == 1);
    CHECK(EVP_CIPHER_CTX_ctrl(cipher.get(), EVP_CTRL_GCM_GET_TAG, tagBytes, octets(out) + plain.size()) == 1);
    return out;
}

Expected<SecretBytes>
decrypt(std::string_view key, std::string_view nonce, std::string_view sealed, std::string_view bound)
{
    auto const cipher = newCipher();
    auto const text = sealed.substr(0, sealed.size() - tagBytes);
    std::string tag(sealed.substr(text.size()));
    std::string out(text.size(), '\0');
    int size = 0;
    bool const opened =
        EVP_DecryptInit_ex(cipher.get(), EVP_aes_256_gcm(), nullptr, octets(key), octets(nonce)) == 1 &&
        EVP_DecryptUpdate(cipher.get(), nullptr, &size, octets(bound), sizeOf(bound)) == 1 &&
        EVP_DecryptUpdate(cipher.get(), octets(out), &size, octets(text), sizeOf(text)) == 1 &&
        EVP_CIPHER_CTX_ctrl(cipher.get(), EVP_CTRL_GCM_SET_TAG, tagBytes, octets(tag)) == 1 &&
        EVP_DecryptFinal_ex(cipher.get(), octets(out) + text.size(), &size) == 1;
    SecretBytes secret(std::move(out));
    if (!opened) {
        return fail(ErrorCode::SecretCorrupt);
    }
    return secret;
}

struct Parts {
    std::string_view keyId;
    std::string nonce;
    std::string sealed;
};

std::optional<Parts> partsOf(std::string_view text)
{
    std::array<std::string_view, 4> parts;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        auto const dot = text.find('.');
        bool const last = i + 1 == parts.size();
        if (last != (dot == std::string_view::npos)) {
            return std::nullopt;
        }
        parts[i] = text.substr(0, dot);
        text.remove_prefix(last ? text.size() : dot + 1);
    }
    auto nonce = fromBase64Url(parts[2]);
    auto sealed = fromBase64Url(parts[3]);
    if (parts[0] != version || !nonce || nonce->size() != nonceBytes || !sealed ||
        sealed->size() < tagBytes) {
        return std::nullopt;
    }
    return Parts{parts[1], std::move(*nonce), std::move(*sealed)};
}

} // namespace

SecretSealer::SecretSealer(std::vector<MasterKey> keys, RandomSource& random) : m_random(random)
{
    CHECK(!keys.empty());
    for (MasterKey const& key : keys) {
        m_keys.push_back({key.id, deriveKey(key.bytes, "seal")});
    }
}

std::string SecretSealer::seal(SecretBytes const& secret, std::string_view identity) const
{
    Key const& key = m_keys.front();
    auto const nonce = randomBytes(m_random, nonceBytes);
    return std::string(version) + "." + key.id + "." + toBase64Url(nonce) + "." +
           toBase64Url(encrypt(key.bytes.view(), nonce, secret.view(), identity));
}

Expected<SecretBytes> SecretSealer::open(std::string_view sealed, std::string_view identity) const
{
    auto const parts = partsOf(sealed);
    if (!parts) {
        return fail(ErrorCode::SecretCorrupt, std::string(identity));
    }
    auto const key =
        std::find_if(m_keys.begin(), m_keys.end(), [&](Key const& one) { return one.id == parts->keyId; });
    if (key == m_keys.end()) {
        return fail(ErrorCode::SecretUnavailable, std::string(identity) + " is under another master key");
    }
    auto secret = decrypt(key->bytes.view(), parts->nonce, parts->sealed, identity);
    if (!secret) {
        return fail(secret.error().code, std::string(identity));
    }
    return secret;
}

bool SecretSealer::isOld(std::string_view sealed) const
{
    auto const parts = partsOf(sealed);
    return parts && parts->keyId != m_keys.front().id;
}

} // namespace qob
