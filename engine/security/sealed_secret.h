#pragma once

#include "engine/base/expected.h"
#include "engine/security/digest.h"
#include "engine/security/random_source.h"

#include <string>
#include <string_view>
#include <vector>

namespace qob {

// The key that all other secrets hang on, 32 bytes. Where it is kept is the operator's choice; it is never in
// the database beside what it protects.
struct MasterKey {
    SecretBytes bytes;
    std::string id; // names it in what it sealed; tells nothing of it
};

// CryptoFailed: not 32 bytes.
Expected<MasterKey> masterKeyOf(SecretBytes bytes);

// From a file of 64 hex digits that belongs to this user and that nobody else may read (0600 or less).
// SecretUnavailable says what is wrong with it.
Expected<MasterKey> loadMasterKeyFile(std::string const& path);

// Makes such a file; one that is there already is never touched: SecretUnavailable.
Expected<MasterKey> createMasterKeyFile(std::string const& path, RandomSource& random);

// From an environment variable of 64 hex digits. At start-up, before there are threads.
Expected<MasterKey> loadMasterKeyEnvironment(std::string const& name);

// Seals small secrets for the store with AES-256-GCM. The result is text: "1.<key id>.<nonce>.<ciphertext and
// tag>". `identity` says what the secret is of ("key/ab12"): a sealed one that was moved to another record
// does not open. The first master key seals; the others open what was sealed before it. Immutable; any
// thread.
class SecretSealer {
public:
    SecretSealer(std::vector<MasterKey> keys, RandomSource& random);

    [[nodiscard]] std::string seal(SecretBytes const& secret, std::string_view identity) const;

    // SecretUnavailable: sealed under a key that is not here. SecretCorrupt: changed, or of another record.
    [[nodiscard]] Expected<SecretBytes> open(std::string_view sealed, std::string_view identity) const;

    // It was sealed under an older key.
    [[nodiscard]] bool isOld(std::string_view sealed) const;

private:
    struct Key {
        std::string id;
        SecretBytes bytes; // derived: the master key itself encrypts nothing
    };

    std::vector<Key> m_keys;
    RandomSource& m_random;
};

} // namespace qob
