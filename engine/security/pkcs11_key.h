#pragma once

#include "engine/security/sealed_secret.h"

#include <string>

namespace qob {

// Where a hardware security module keeps the key that the master key is made from.
struct Pkcs11Place {
    std::string module; // the maker's library: "/usr/lib/softhsm/libsofthsm2.so"
    std::string token;  // the label of the token
    std::string key;    // the label of a generic secret key in it that may sign (CKM_SHA256_HMAC)
    SecretBytes pin;
};

// The HMAC-SHA256 of a fixed text under a key that never leaves the module: the same master key each time,
// and none without the module. SecretUnavailable says which step failed. At start-up; loads the library into
// this process.
Expected<MasterKey> loadMasterKeyPkcs11(Pkcs11Place const& place);

} // namespace qob
