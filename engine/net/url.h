#pragma once

#include "engine/base/expected.h"

#include <string>
#include <string_view>

namespace qob {

// An address apart: https://host:port/path?query or wss://... Others are refused: what comes over a plain
// connection could be anybody's.
struct Url {
    std::string scheme; // "https" or "wss"
    std::string host;
    std::string port;   // as text; that of TLS where none is said
    std::string target; // path and query, at least "/"

    // "host:port", without the port where it is the usual one.
    [[nodiscard]] std::string authority() const;
};

// NetBadUrl.
Expected<Url> parseUrl(std::string_view text);

} // namespace qob
