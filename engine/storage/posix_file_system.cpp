#include "engine/storage/posix_file_system.h"

#include <dirent.h>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <string_view>
#include <system_error>

namespace qob {

namespace {

tl::unexpected<Error> failure(std::string_view call, std::string const& path, int error = errno)
{
    ErrorCode code = ErrorCode::JournalIoFailed;
    if (error == ENOSPC || error == EDQUOT) {
        code = ErrorCode::JournalFull;
    } else if (error == ENOENT || error == ENOTDIR) {
        code = ErrorCode::StorageFileMissing;
    } else if (error == EWOULDBLOCK) {
        code = ErrorCode::StorageInUse;
    }
    return fail(
        code,
        std::string(call) + " " + path + ": " + std::generic_category().message(error) + " (" +
            std::to_string(error) + ")"
    );
}

// Calls again while a signal interrupts it.
template <class Call>
auto retried(Call call)
{
    auto result = call();
    while (result < 0 && errno == EINTR) {
        result = call();
    }
    return result;
}

class PosixFile final : public File {
public:
    PosixFile(int descriptor, std::string path) : m_descriptor(descriptor), m_path(std::move(path)) {}

    ~PosixFile() override { ::close(m_descriptor); }

    PosixFile(PosixFile const&) = delete;
    PosixFile& operator=(PosixFile const&) = delete;
    PosixFile(PosixFile&&) = delete;
    PosixFile& operator=(PosixFile&&) = delete;

    Expected<std::uint64_t> size() override
    {
        struct stat info {};

        if (::fstat(m_descriptor, &info) != 0) {
            return failure("fstat", m_path);
        }
        return static_cast<std::uint64_t>(info.st_size);
    }

    Expected<std::size_t> read(std::uint64_t offset, std::span<std::byte> into) override
    {
        std::size_t done = 0;
        while (done < into.size()) {
            auto const count = retried([&] {
                return ::pread(
                    m_descriptor, into.data() + done, into.size() - done, static_cast<off_t>(offset + done)
                );
            });
            if (count < 0) {
                return failure("pread", m_path);
            }
            if (count == 0) {
                break;
            }
            done += static_cast<std::size_t>(count);
        }
        return done;
    }

    Expected<void> write(std::uint64_t offset, std::span<std::byte const> bytes) override
    {
        std::size_t done = 0;
        while (done < bytes.size()) {
            auto const count = retried([&] {
                return ::pwrite(
                    m_descriptor, bytes.data() + done, bytes.size() - done, static_cast<off_t>(offset + done)
                );
            });
            if (count <= 0) {
                return failure("pwrite", m_path, count == 0 ? EIO : errno);
            }
            done += static_cast<std::size_t>(count);
        }
        return {};
    }

    Expected<void> preallocate(std::uint64_t size) override
    {
        if (retried([&] { return ::fallocate(m_descriptor, 0, 0, static_cast<off_t>(size)); }) == 0) {
            return {};
        }
        if (errno != EOPNOTSUPP) {
            return failure("fallocate", m_path);
        }
        return writeZeros(size);
    }

    Expected<void> sync() override
    {
        // Not even after EINTR is it called again: the failure may have been told and forgotten.
        if (::fdatasync(m_descriptor) != 0) {
            return failure("fdatasync", m_path);
        }
        return {};
    }

private:
    // For file systems that cannot reserve space.
    Expected<void> writeZeros(std::uint64_t end)
    {
        static constexpr std::array<std::byte, 65536> zeros{};
        auto const begin = size();
        if (!begin) {
            return tl::unexpected(begin.error());
        }
        for (auto at = *begin; at < end;) {
            auto const count = std::min<std::uint64_t>(zeros.size(), end - at);
            if (auto written = write(at, std::span(zeros).first(count)); !written) {
                return written;
            }
            at += count;
        }
        return {};
    }

    int m_descriptor;
    std::string m_path;
};

Expected<std::unique_ptr<File>> openAt(std::string const& path, int flags)
{
    int const descriptor = retried([&] { return ::open(path.c_str(), flags | O_CLOEXEC, 0644); });
    if (descriptor < 0) {
        return failure("open", path);
    }
    return std::make_unique<PosixFile>(descriptor, path);
}

} // namespace

Expected<std::unique_ptr<File>> PosixFileSystem::open(std::string const& path, OpenMode mode)
{
    switch (mode) {
    case OpenMode::Read:
        return openAt(path, O_RDONLY);
    case OpenMode::Write:
        return openAt(path, O_RDWR);
    case OpenMode::Replace:
        break;
    }
    return openAt(path, O_RDWR | O_CREAT | O_TRUNC);
}

Expected<void> PosixFileSystem::rename(std::string const& from, std::string const& to)
{
    if (::rename(from.c_str(), to.c_str()) != 0) {
        return failure("rename", from);
    }
    return {};
}

Expected<void> PosixFileSystem::remove(std::string const& path)
{
    if (::unlink(path.c_str()) != 0) {
        return failure("unlink", path);
    }
    return {};
}

Expected<void> PosixFileSystem::syncDirectory(std::string const& path)
{
    int const descriptor = retried([&] { return ::open(path.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC); });
    if (descriptor < 0) {
        return failure("open", path);
    }
    int const result = ::fsync(descriptor);
    int const error = errno;
    ::close(descriptor);
    if (result != 0) {
        return failure("fsync", path, error);
    }
    return {};
}

Expected<void> PosixFileSystem::createDirectory(std::string const& path)
{
    if (::mkdir(path.c_str(), 0755) != 0 && errno != EEXIST) {
        return failure("mkdir", path);
    }
    return {};
}

Expected<std::vector<std::string>> PosixFileSystem::list(std::string const& path)
{
    std::unique_ptr<DIR, int (*)(DIR*)> const directory(::opendir(path.c_str()), ::closedir);
    if (!directory) {
        return failure("opendir", path);
    }
    std::vector<std::string> names;
    while (true) {
        errno = 0;
        // One stream, one thread: readdir is safe here.
        dirent const* const entry = ::readdir(directory.get()); // NOLINT(concurrency-mt-unsafe)
        if (entry == nullptr) {
            break;
        }
        std::string_view const name = static_cast<char const*>(entry->d_name);
        if (name != "." && name != "..") {
            names.emplace_back(name);
        }
    }
    if (errno != 0) {
        return failure("readdir", path);
    }
    return names;
}

Expected<std::unique_ptr<File>> PosixFileSystem::lock(std::string const& path)
{
    int const descriptor = retried([&] { return ::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0644); });
    if (descriptor < 0) {
        return failure("open", path);
    }
    auto file = std::make_unique<PosixFile>(descriptor, path);
    if (::flock(descriptor, LOCK_EX | LOCK_NB) != 0) {
        return failure("flock", path);
    }
    return file;
}

} // namespace qob
