#pragma once

#include "engine/base/expected.h"
#include "engine/base/time.h"

#include <string>
#include <vector>

namespace qob {

struct Certificate {
    std::string chain; // PEM
    std::string key;   // PEM
};

// A self-signed one (ECDSA P-256) for these names and addresses, good for two years from `now`. CryptoFailed.
Expected<Certificate> makeCertificate(std::vector<std::string> const& names, Timestamp now);

// SHA-256 of the first certificate of the chain, "AB:CD:…", as browsers show it. NetTls: it is none.
Expected<std::string> fingerprint(std::string const& chain);

} // namespace qob
