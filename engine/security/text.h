#pragma once

#include <string>
#include <string_view>

namespace qob {

// ASCII only: names are compared by it, and names have no other letters.
std::string lowerCase(std::string_view text);

// For URIs and forms: letters, digits and "-._~" as they are, the rest as %XX (RFC 3986).
std::string percentEncoded(std::string_view text);

} // namespace qob
