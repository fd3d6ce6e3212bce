// journal_crash_child DIRECTORY sync|group|none CALL RECORDS
//
// Recovers the journal in DIRECTORY, says how far it goes, then appends RECORDS records and says after each
// commit what is durable: a decimal number a line. Kills itself before, within or after its CALLth call to
// the file system (0: never), where the call is a write within it. Whoever started it may kill it too.

#include "engine/storage/journal_writer.h"
#include "engine/storage/posix_file_system.h"
#include "tests/support/journal_records.h"

#include <unistd.h>

#include <csignal>
#include <cstdlib>
#include <iostream>

namespace {

using namespace qob;

// Counts boundaries: one before a call, one within a write, one after it.
class Boundaries {
public:
    explicit Boundaries(std::uint64_t killAt) : m_killAt(killAt) {}

    void pass()
    {
        if (++m_passed == m_killAt) {
            ::kill(::getpid(), SIGKILL);
        }
    }

private:
    std::uint64_t m_killAt;
    std::uint64_t m_passed = 0;
};

class DeadlyFile final : public File {
public:
    DeadlyFile(std::unique_ptr<File> file, Boundaries& boundaries)
        : m_file(std::move(file))
        , m_boundaries(boundaries)
    {}

    Expected<std::uint64_t> size() override { return m_file->size(); }

    Expected<std::size_t> read(std::uint64_t offset, std::span<std::byte> into) override
    {
        return m_file->read(offset, into);
    }

    Expected<void> write(std::uint64_t offset, std::span<std::byte const> bytes) override
    {
        m_boundaries.pass();
        auto const half = bytes.size() / 2;
        auto written = m_file->write(offset, bytes.first(half));
        m_boundaries.pass();
        if (written) {
            written = m_file->write(offset + half, bytes.subspan(half));
        }
        m_boundaries.pass();
        return written;
    }

    Expected<void> preallocate(std::uint64_t size) override
    {
        m_boundaries.pass();
        return m_file->preallocate(size);
    }

    Expected<void> sync() override
    {
        m_boundaries.pass();
        auto synced = m_file->sync();
        m_boundaries.pass();
        return synced;
    }

private:
    std::unique_ptr<File> m_file;
    Boundaries& m_boundaries;
};

class DeadlyFileSystem final : public FileSystem {
public:
    explicit DeadlyFileSystem(std::uint64_t killAt) : m_boundaries(killAt) {}

    Expected<std::unique_ptr<File>> open(std::string const& path, OpenMode mode) override
    {
        m_boundaries.pass();
        return m_disk.open(path, mode).map([this](std::unique_ptr<File>&& file) -> std::unique_ptr<File> {
            return std::make_unique<DeadlyFile>(std::move(file), m_boundaries);
        });
    }

    Expected<void> rename(std::string const& from, std::string const& to) override
    {
        m_boundaries.pass();
        return m_disk.rename(from, to);
    }

    Expected<void> remove(std::string const& path) override
    {
        m_boundaries.pass();
        return m_disk.remove(path);
    }

    Expected<void> syncDirectory(std::string const& path) override
    {
        m_boundaries.pass();
        return m_disk.syncDirectory(path);
    }

    Expected<void> createDirectory(std::string const& path) override { return m_disk.createDirectory(path); }

    Expected<std::vector<std::string>> list(std::string const& path) override { return m_disk.list(path); }

    Expected<std::unique_ptr<File>> lock(std::string const& path) override { return m_disk.lock(path); }

private:
    PosixFileSystem m_disk;
    Boundaries m_boundaries;
};

// One write a line, so that the reader never sees half a number for a whole one.
void say(std::uint64_t number)
{
    auto const line = std::to_string(number) + "\n";
    if (::write(STDOUT_FILENO, line.data(), line.size()) < 0) {
        std::_Exit(2);
    }
}

int fail(Error const& error)
{
    std::cerr << error.message() << '\n';
    return 1;
}

int run(std::string const& directory, std::string const& mode, std::uint64_t killAt, std::uint64_t records)
{
    DeadlyFileSystem files(killAt);
    JournalOptions options;
    options.durability = mode == "sync"    ? Durability::Sync
                         : mode == "group" ? Durability::Group
                                           : Durability::None;
    options.segmentBytes = 4096;
    options.reserveBytes = 1024;
    options.bufferBytes = 16384;
    auto recovered = recover(files, directory);
    if (!recovered) {
        return fail(recovered.error());
    }
    say(recovered->lastSequence);
    auto const writer = JournalWriter::open(files, directory, options, std::move(recovered->end));
    if (!writer) {
        return fail(writer.error());
    }
    for (std::uint64_t i = 0; i < records; ++i) {
        if (auto const appended = test::appendNext(**writer); !appended) {
            return fail(appended.error());
        }
        if (i % 3 == 2) {
            auto const durable = (*writer)->commit();
            if (!durable) {
                return fail(durable.error());
            }
            say(*durable);
        }
    }
    return 0;
}

} // namespace

int main(int argc, char** argv)
{
    if (argc != 5) {
        return 64;
    }
    return run(argv[1], argv[2], std::strtoull(argv[3], nullptr, 10), std::strtoull(argv[4], nullptr, 10));
}
