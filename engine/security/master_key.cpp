#include "engine/security/base64url.h"
#include "engine/security/sealed_secret.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstdlib>
#include <system_error>

namespace qob {

namespace {

constexpr std::size_t masterKeyBytes = 32;

tl::unexpected<Error> unavailable(std::string const& where, std::string const& why)
{
    return fail(ErrorCode::SecretUnavailable, where + ": " + why);
}

tl::unexpected<Error> systemFailure(std::string const& path)
{
    return unavailable(path, std::generic_category().message(errno));
}

// Closed when it goes.
struct Descriptor {
    explicit Descriptor(int opened) : number(opened) {}

    ~Descriptor()
    {
        if (number >= 0) {
            ::close(number);
        }
    }

    Descriptor(Descriptor const&) = delete;
    Descriptor& operator=(Descriptor const&) = delete;

    int number;
};

Expected<MasterKey> fromText(std::string_view text, std::string const& where)
{
    while (!text.empty() && (text.back() == '\n' || text.back() == '\r')) {
        text.remove_suffix(1);
    }
    auto bytes = fromHex(text);
    if (!bytes || bytes->size() != masterKeyBytes) {
        return unavailable(where, "expected 64 hex digits");
    }
    return masterKeyOf(SecretBytes(std::move(*bytes)));
}

} // namespace

Expected<MasterKey> masterKeyOf(SecretBytes bytes)
{
    if (bytes.view().size() != masterKeyBytes) {
        return fail(ErrorCode::CryptoFailed, "expected a master key of 32 bytes");
    }
    auto id = toHex(deriveKey(bytes, "master key id").view().substr(0, 4));
    return MasterKey{std::move(bytes), std::move(id)};
}

Expected<MasterKey> loadMasterKeyFile(std::string const& path)
{
    const Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));

    struct stat info {};

    if (file.number < 0 || ::fstat(file.number, &info) != 0) {
        return systemFailure(path);
    }
    if (!S_ISREG(info.st_mode)) {
        return unavailable(path, "expected a file");
    }
    if ((info.st_mode & (S_IRWXG | S_IRWXO)) != 0) {
        return unavailable(path, "others may read it; expected mode 0600");
    }
    if (info.st_uid != ::geteuid()) {
        return unavailable(path, "it belongs to another user");
    }
    std::array<char, 128> text{};
    auto const count = ::read(file.number, text.data(), text.size());
    if (count < 0) {
        return systemFailure(path);
    }
    return fromText({text.data(), static_cast<std::size_t>(count)}, path);
}

Expected<MasterKey> createMasterKeyFile(std::string const& path, RandomSource& random)
{
    const Descriptor file(::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600));
    if (file.number < 0) {
        return systemFailure(path);
    }
    auto bytes = randomBytes(random, masterKeyBytes);
    auto const text = toHex(bytes) + "\n";
    if (::write(file.number, text.data(), text.size()) != static_cast<ssize_t>(text.size()) ||
        ::fsync(file.number) != 0) {
        return systemFailure(path);
    }
    return masterKeyOf(SecretBytes(std::move(bytes)));
}

Expected<MasterKey> loadMasterKeyEnvironment(std::string const& name)
{
    char const* const text = std::getenv(name.c_str()); // NOLINT(concurrency-mt-unsafe): at start-up only
    if (text == nullptr) {
        return unavailable("$" + name, "not set");
    }
    return fromText(text, "$" + name);
}

} // namespace qob
