#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace qob {

// Bytes as text and back. Each byte string has exactly one text in base64url: what is written otherwise
// (padding, other alphabets, bits left over) is refused.

// RFC 4648, section 5, without padding.
std::string toBase64Url(std::string_view bytes);
std::optional<std::string> fromBase64Url(std::string_view text);

// RFC 4648, section 4, padded: for HTTP's Basic.
std::string toBase64(std::string_view bytes);

// Lower case out; either case in.
std::string toHex(std::string_view bytes);
std::optional<std::string> fromHex(std::string_view text);

} // namespace qob
