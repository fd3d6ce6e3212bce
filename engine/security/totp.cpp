#include "engine/security/totp.h"

#include "engine/base/check.h"
#include "engine/security/base64url.h"
#include "engine/security/text.h"

#include <liboath/oath.h>
#include <openssl/crypto.h>

#include <array>
#include <cstdlib>

namespace qob {

namespace {

constexpr std::int64_t stepNs = 30'000'000'000;
constexpr unsigned digits = 6;
constexpr std::size_t recoveryCodes = 10;

} // namespace

std::uint64_t totpStepAt(Timestamp time)
{
    return static_cast<std::uint64_t>(time.value / stepNs);
}

std::string totpCode(SecretBytes const& secret, std::uint64_t step)
{
    static int const ready = oath_init();
    CHECK(ready == OATH_OK);
    std::array<char, digits + 1> code{};
    CHECK(
        oath_hotp_generate(
            secret.view().data(),
            secret.view().size(),
            step,
            digits,
            false,
            OATH_HOTP_DYNAMIC_TRUNCATION,
            code.data()
        ) == OATH_OK
    );
    return {code.data(), digits};
}

std::optional<std::uint64_t>
matchTotp(SecretBytes const& secret, std::string_view code, Timestamp now, std::uint64_t lastStep)
{
    auto const middle = totpStepAt(now);
    std::optional<std::uint64_t> found;
    for (auto step = middle == 0 ? 0 : middle - 1; step <= middle + 1; ++step) {
        if (equalInConstantTime(totpCode(secret, step), code) && step > lastStep) {
            found = step;
        }
    }
    return found;
}

std::string totpSecretText(SecretBytes const& secret)
{
    char* text = nullptr;
    std::size_t size = 0;
    CHECK(oath_base32_encode(secret.view().data(), secret.view().size(), &text, &size) == OATH_OK);
    std::string base32(text, size);
    OPENSSL_cleanse(text, size);
    std::free(text); // NOLINT(cppcoreguidelines-no-malloc): liboath's contract
    return base32;
}

std::string totpUri(std::string_view issuer, std::string_view userName, SecretBytes const& secret)
{
    auto const name = percentEncoded(issuer);
    return "otpauth://totp/" + name + ":" + percentEncoded(userName) + "?secret=" + totpSecretText(secret) +
           "&issuer=" + name + "&algorithm=SHA1&digits=6&period=30";
}

std::vector<std::string> makeRecoveryCodes(RandomSource& random)
{
    constexpr std::string_view letters = "abcdefghijkmnpqrstuvwxyz23456789"; // 32 that look different
    std::vector<std::string> codes;
    for (std::size_t i = 0; i < recoveryCodes; ++i) {
        std::string code;
        for (char const c : randomBytes(random, 10)) {
            code += letters[static_cast<unsigned char>(c) % letters.size()];
        }
        codes.push_back(code.insert(5, "-"));
    }
    return codes;
}

std::string recoveryHash(SecretBytes const& key, std::string_view code)
{
    std::string plain;
    for (char const c : lowerCase(code)) {
        if (c != ' ' && c != '-') {
            plain += c;
        }
    }
    return toHex(hmacSha256(key.view(), plain));
}

} // namespace qob
