#pragma once

#include <openssl/evp.h>

#include <array>
#include <memory>
#include <span>
#include <string>

namespace qob {

// A SHA-256 that grows.
class Sha256 {
public:
    Sha256() : m_context(EVP_MD_CTX_new()) { EVP_DigestInit_ex(m_context.get(), EVP_sha256(), nullptr); }

    void add(std::span<std::byte const> bytes)
    {
        EVP_DigestUpdate(m_context.get(), bytes.data(), bytes.size());
    }

    // In hex. Nothing may be added afterwards.
    [[nodiscard]] std::string finish()
    {
        std::array<unsigned char, 32> sum{};
        EVP_DigestFinal_ex(m_context.get(), sum.data(), nullptr);
        constexpr std::string_view digits = "0123456789abcdef";
        std::string hex;
        for (unsigned char const byte : sum) {
            hex += digits[byte >> 4U];
            hex += digits[byte & 15U];
        }
        return hex;
    }

private:
    struct Freed {
        void operator()(EVP_MD_CTX* context) const { EVP_MD_CTX_free(context); }
    };

    std::unique_ptr<EVP_MD_CTX, Freed> m_context;
};

} // namespace qob
