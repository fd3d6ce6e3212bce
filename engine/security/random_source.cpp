#include "engine/security/random_source.h"

#include "engine/base/check.h"
#include "engine/security/base64url.h"

#include <openssl/rand.h>

namespace qob {

namespace {

class SystemRandom final : public RandomSource {
public:
    void fill(std::span<unsigned char> bytes) override
    {
        // Without randomness every secret made from here on could be guessed.
        CHECK(RAND_bytes(bytes.data(), static_cast<int>(bytes.size())) == 1);
    }
};

} // namespace

std::unique_ptr<RandomSource> makeSystemRandom()
{
    return std::make_unique<SystemRandom>();
}

std::string randomBytes(RandomSource& random, std::size_t count)
{
    std::string bytes(count, '\0');
    random.fill({reinterpret_cast<unsigned char*>(bytes.data()), bytes.size()});
    return bytes;
}

std::string randomText(RandomSource& random, std::size_t bytes)
{
    return toBase64Url(randomBytes(random, bytes));
}

} // namespace qob
