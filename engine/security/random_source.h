#pragma once

#include <cstddef>
#include <memory>
#include <span>
#include <string>

namespace qob {

// Where secrets come from. Any thread may call it.
class RandomSource {
public:
    RandomSource() = default;
    virtual ~RandomSource() = default;
    RandomSource(RandomSource const&) = delete;
    RandomSource& operator=(RandomSource const&) = delete;

    // Cryptographically strong bytes. It does not return without them.
    virtual void fill(std::span<unsigned char> bytes) = 0;
};

// OpenSSL's generator, seeded by the system.
std::unique_ptr<RandomSource> makeSystemRandom();

std::string randomBytes(RandomSource& random, std::size_t count);

// `bytes` random ones as base64url text.
std::string randomText(RandomSource& random, std::size_t bytes);

} // namespace qob
