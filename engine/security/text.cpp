#include "engine/security/text.h"

#include "engine/security/base64url.h"

#include <algorithm>

namespace qob {

std::string lowerCase(std::string_view text)
{
    std::string lower(text);
    std::transform(lower.begin(), lower.end(), lower.begin(), [](char c) {
        return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    });
    return lower;
}

std::string percentEncoded(std::string_view text)
{
    std::string encoded;
    for (char const c : text) {
        bool const plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                           c == '-' || c == '.' || c == '_' || c == '~';
        encoded += plain ? std::string(1, c) : "%" + toHex(std::string_view(&c, 1));
    }
    return encoded;
}

} // namespace qob
