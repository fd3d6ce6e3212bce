#pragma once

#include "engine/security/json_members.h"
#include "engine/security/jws_key.h"

namespace qob {

inline constexpr std::size_t mostTokenBytes = 8192;

// A signed text in JWS compact form (RFC 7515), taken apart. Nothing of it is to be believed before its
// signature has been checked.
struct Jws {
    JsonMembers header;
    std::string signedText; // what the signature is over
    std::string payload;
    std::string signature;
};

// AuthTokenInvalid: not three parts of strict base64url with a JSON object in front, too long, or a header
// that has "crit" in it: what we do not know must not be passed over.
Expected<Jws> readJws(std::string_view text);

std::string writeJws(std::string_view header, std::string_view payload, SigningKey const& key);

} // namespace qob
