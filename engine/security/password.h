#pragma once

#include "engine/base/expected.h"
#include "engine/security/random_source.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace qob {

// What one guess costs (RFC 9106; the least that OWASP asks of Argon2id). Less is not taken.
struct PasswordCost {
    std::uint32_t memoryKiB = 19'456;
    std::uint32_t passes = 2;
    std::uint32_t lanes = 1;
};

inline constexpr std::size_t leastPasswordCharacters = 10;
inline constexpr std::size_t mostPasswordCharacters = 256;

// AuthPasswordWeak, saying what is wrong: the length, one of the commonest, a pattern, or the user's own
// name.
Expected<void> checkPassword(std::string_view password, std::string_view userName);

// A PHC string: "$argon2id$v=19$m=19456,t=2,p=1$salt$hash". Some 20 to 50 ms. CryptoFailed: no memory.
Expected<std::string> hashPassword(std::string_view password, PasswordCost cost, RandomSource& random);

// Takes as long for a wrong password as for a right one. False for what is no hash, too.
bool passwordMatches(std::string_view password, std::string const& hash);

// It was made at less cost than is asked for now.
bool needsRehash(std::string const& hash, PasswordCost cost);

} // namespace qob
