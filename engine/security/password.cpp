#include "engine/security/password.h"

#include "engine/security/text.h"

#include <argon2.h>

#include <algorithm>
#include <array>
#include <cstdio>

namespace qob {

namespace {

constexpr std::size_t saltBytes = 16;
constexpr std::size_t hashBytes = 32;
constexpr std::size_t mostPasswordBytes = mostPasswordCharacters * 4;
constexpr std::uint32_t mostMemoryKiB = 1U << 20U; // a stored hash that asks for more is not one of ours

// What passwords are most often made of; digits and signs around them add nothing worth having.
constexpr std::array<std::string_view, 40> commonWords{
    "password",  "passwort", "qwerty",   "qwertyuiop", "qwertz",   "azerty",   "letmein",  "welcome",
    "iloveyou",  "admin",    "login",    "abc",        "monkey",   "dragon",   "football", "baseball",
    "superman",  "batman",   "trustno",  "sunshine",   "princess", "master",   "shadow",   "changeme",
    "secret",    "default",  "michael",  "charlie",    "bitcoin",  "trading",  "exchange", "administrator",
    "asdfghjkl", "zxcvbnm",  "starwars", "whatever",   "passw",    "computer", "internet", "liverpool",
};

bool isLetter(char c)
{
    return c >= 'a' && c <= 'z';
}

// Signs that stand for letters, as the letters.
char plainLetter(char c)
{
    constexpr std::string_view signs = "@4301!5$7";
    constexpr std::string_view letters = "aaeoiisst";
    auto const at = signs.find(c);
    return at == std::string_view::npos ? c : letters[at];
}

std::string lettersOf(std::string_view text)
{
    std::string letters;
    std::copy_if(text.begin(), text.end(), std::back_inserter(letters), isLetter);
    return letters;
}

bool isCommon(std::string_view lower)
{
    std::string unsigned_;
    std::transform(lower.begin(), lower.end(), std::back_inserter(unsigned_), plainLetter);
    // Everything but ASCII letters and what stands for them counts as decoration, unless it is other script.
    bool const ascii = std::all_of(lower.begin(), lower.end(), [](char c) { return c > 0; });
    auto const known = [](std::string const& letters) {
        return std::any_of(commonWords.begin(), commonWords.end(), [&](std::string_view word) {
            return letters == word || letters == std::string(word) + std::string(word);
        });
    };
    // Digits at the end are a year or a count before they are letters.
    auto const stem = unsigned_.substr(0, lower.find_last_not_of("0123456789!.?*#$@-_ ") + 1);
    return ascii && (known(lettersOf(lower)) || known(lettersOf(unsigned_)) || known(lettersOf(stem)));
}

// The same few characters again and again, or each one step from the one before.
bool isPattern(std::string_view text)
{
    for (std::size_t period = 1; period <= 4; ++period) {
        if (std::equal(text.begin() + static_cast<std::ptrdiff_t>(period), text.end(), text.begin())) {
            return true;
        }
    }
    for (int const step : {1, -1}) {
        std::size_t steps = 0;
        for (std::size_t i = 1; i < text.size(); ++i) {
            bool const wraps =
                (text[i - 1] == '9' && text[i] == '0') || (text[i - 1] == '0' && text[i] == '9');
            steps += text[i] - text[i - 1] == step || wraps ? 1U : 0U;
        }
        if (steps + 2 >= text.size()) {
            return true;
        }
    }
    return false;
}

std::size_t charactersOf(std::string_view text)
{
    return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char c) {
        return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U;
    }));
}

bool readCost(std::string const& hash, PasswordCost& cost)
{
    // NOLINTNEXTLINE(cert-err34-c): too large a number is then out of the range below
    return std::sscanf(
               hash.c_str(), "$argon2id$v=19$m=%9u,t=%9u,p=%9u$", &cost.memoryKiB, &cost.passes, &cost.lanes
           ) == 3 &&
           cost.memoryKiB <= mostMemoryKiB && cost.passes <= 100 && cost.lanes <= 64;
}

PasswordCost atLeast(PasswordCost cost)
{
    const PasswordCost least;
    return {
        std::max(cost.memoryKiB, least.memoryKiB),
        std::max(cost.passes, least.passes),
        std::max(cost.lanes, least.lanes)};
}

} // namespace

Expected<void> checkPassword(std::string_view password, std::string_view userName)
{
    auto const characters = charactersOf(password);
    if (characters < leastPasswordCharacters || characters > mostPasswordCharacters ||
        password.size() > mostPasswordBytes) {
        return fail(ErrorCode::AuthPasswordWeak, "expected 10 to 256 characters");
    }
    auto const lower = lowerCase(password);
    if (isCommon(lower)) {
        return fail(ErrorCode::AuthPasswordWeak, "it is one of the commonest");
    }
    if (isPattern(lower)) {
        return fail(ErrorCode::AuthPasswordWeak, "it is one pattern repeated");
    }
    auto const name = lowerCase(userName);
    if (name.size() >= 3 && lower.find(name) != std::string::npos && lower.size() < name.size() + 8) {
        return fail(ErrorCode::AuthPasswordWeak, "it is hardly more than the user's name");
    }
    return {};
}

Expected<std::string> hashPassword(std::string_view password, PasswordCost cost, RandomSource& random)
{
    cost = atLeast(cost);
    auto const salt = randomBytes(random, saltBytes);
    std::string hash(
        argon2_encodedlen(cost.passes, cost.memoryKiB, cost.lanes, saltBytes, hashBytes, Argon2_id), '\0'
    );
    int const error = argon2id_hash_encoded(
        cost.passes,
        cost.memoryKiB,
        cost.lanes,
        password.data(),
        password.size(),
        salt.data(),
        salt.size(),
        hashBytes,
        hash.data(),
        hash.size()
    );
    if (error != ARGON2_OK) {
        return fail(ErrorCode::CryptoFailed, std::string("Argon2id: ") + argon2_error_message(error));
    }
    hash.resize(hash.find('\0'));
    return hash;
}

bool passwordMatches(std::string_view password, std::string const& hash)
{
    PasswordCost cost;
    return password.size() <= mostPasswordBytes && readCost(hash, cost) &&
           argon2id_verify(hash.c_str(), password.data(), password.size()) == ARGON2_OK;
}

bool needsRehash(std::string const& hash, PasswordCost cost)
{
    PasswordCost made;
    cost = atLeast(cost);
    return !readCost(hash, made) || made.memoryKiB < cost.memoryKiB || made.passes < cost.passes ||
           made.lanes < cost.lanes;
}

} // namespace qob
