#pragma once

#include "engine/base/time.h"
#include "engine/security/digest.h"
#include "engine/security/random_source.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace qob {

// The second factor: six digits that change every 30 seconds (RFC 6238, SHA-1, as all authenticator apps have
// it), and codes on paper for the day when the device is lost.

inline constexpr std::size_t totpSecretBytes = 20;

std::uint64_t totpStepAt(Timestamp time);
std::string totpCode(SecretBytes const& secret, std::uint64_t step);

// The step that a code is of: now's, the one before or the one after, but only one newer than `lastStep`, so
// that no code is taken twice. Nothing: it is wrong.
std::optional<std::uint64_t>
matchTotp(SecretBytes const& secret, std::string_view code, Timestamp now, std::uint64_t lastStep);

// As a user types it into an app, and as an app reads it from a picture.
std::string totpSecretText(SecretBytes const& secret);
std::string totpUri(std::string_view issuer, std::string_view userName, SecretBytes const& secret);

// Ten codes "xxxxx-xxxxx" of 50 random bits each.
std::vector<std::string> makeRecoveryCodes(RandomSource& random);

// What is kept of a code; blanks, hyphens and the case of letters do not matter. Under a key, because 50 bits
// could be tried through by whoever has the store.
std::string recoveryHash(SecretBytes const& key, std::string_view code);

} // namespace qob
