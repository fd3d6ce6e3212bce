#include "engine/security/digest.h"

#include "engine/base/check.h"

#include <openssl/crypto.h>
#include <openssl/evp.h>
#include <openssl/hmac.h>

#include <utility>

namespace qob {

namespace {

unsigned char const* octets(std::string_view text)
{
    return reinterpret_cast<unsigned char const*>(text.data());
}

unsigned char* octets(std::string& text)
{
    return reinterpret_cast<unsigned char*>(text.data());
}

} // namespace

std::string sha256(std::string_view bytes)
{
    std::string digest(digestBytes, '\0');
    CHECK(EVP_Digest(bytes.data(), bytes.size(), octets(digest), nullptr, EVP_sha256(), nullptr) == 1);
    return digest;
}

std::string hmacSha256(std::string_view key, std::string_view bytes)
{
    std::string digest(digestBytes, '\0');
    unsigned size = 0;
    CHECK(
        HMAC(
            EVP_sha256(),
            key.data(),
            static_cast<int>(key.size()),
            octets(bytes),
            bytes.size(),
            octets(digest),
            &size
        ) != nullptr
    );
    return digest;
}

bool equalInConstantTime(std::string_view a, std::string_view b)
{
    return a.size() == b.size() && CRYPTO_memcmp(a.data(), b.data(), a.size()) == 0;
}

SecretBytes& SecretBytes::operator=(SecretBytes const& other)
{
    if (this != &other) {
        wipe();
        m_bytes = other.m_bytes;
    }
    return *this;
}

// A short string's bytes stay behind in the one moved from: it is copied and wiped.
SecretBytes::SecretBytes(SecretBytes&& other) noexcept : m_bytes(other.m_bytes)
{
    other.wipe();
}

SecretBytes& SecretBytes::operator=(SecretBytes&& other) noexcept
{
    if (this != &other) {
        wipe();
        m_bytes = other.m_bytes;
        other.wipe();
    }
    return *this;
}

void SecretBytes::wipe()
{
    OPENSSL_cleanse(m_bytes.data(), m_bytes.size());
    m_bytes.clear();
}

SecretBytes deriveKey(SecretBytes const& master, std::string_view purpose)
{
    return SecretBytes(hmacSha256(master.view(), std::string("qob 1 ") + std::string(purpose)));
}

} // namespace qob
