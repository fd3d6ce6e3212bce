#pragma once

#include "engine/base/expected.h"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <vector>

namespace qob {

// The disk as storage sees it, handed in so that tests can be full, failing or without power. Failures are
// JournalFull (no space left), StorageFileMissing, StorageInUse and JournalIoFailed for everything else; the
// detail names the call, the path and the system's error.

// An open file. One thread at a time. Destroying it closes it and syncs nothing.
class File {
public:
    File() = default;
    virtual ~File() = default;
    File(File const&) = delete;
    File& operator=(File const&) = delete;

    [[nodiscard]] virtual Expected<std::uint64_t> size() = 0;

    // Reads from `offset` until `into` is full or the file ends; how many bytes were read.
    [[nodiscard]] virtual Expected<std::size_t> read(std::uint64_t offset, std::span<std::byte> into) = 0;

    // All of `bytes`, or an error after which any part of them may have been written.
    [[nodiscard]] virtual Expected<void> write(std::uint64_t offset, std::span<std::byte const> bytes) = 0;

    // Grows the file to `size` bytes with zeros whose space is taken already: writing there cannot run out of
    // it.
    [[nodiscard]] virtual Expected<void> preallocate(std::uint64_t size) = 0;

    // On success everything written before, and the size, survives the loss of power. After a failure nobody
    // knows what was kept, and asking again would not tell.
    [[nodiscard]] virtual Expected<void> sync() = 0;
};

enum class OpenMode : std::uint8_t {
    Read,
    Write,   // read and write a file that exists
    Replace, // read and write an empty file, made so when there is one already
};

// Any thread may call it.
class FileSystem {
public:
    FileSystem() = default;
    virtual ~FileSystem() = default;
    FileSystem(FileSystem const&) = delete;
    FileSystem& operator=(FileSystem const&) = delete;

    [[nodiscard]] virtual Expected<std::unique_ptr<File>> open(std::string const& path, OpenMode mode) = 0;

    // Replaces `to`. Survives the loss of power once the directory is synced; so do creation and removal.
    [[nodiscard]] virtual Expected<void> rename(std::string const& from, std::string const& to) = 0;
    [[nodiscard]] virtual Expected<void> remove(std::string const& path) = 0;
    [[nodiscard]] virtual Expected<void> syncDirectory(std::string const& path) = 0;

    // Succeeds when it is there already.
    [[nodiscard]] virtual Expected<void> createDirectory(std::string const& path) = 0;

    // The names of the files in it, in no order.
    [[nodiscard]] virtual Expected<std::vector<std::string>> list(std::string const& path) = 0;

    // Holds `path` (made when missing) against every other holder, in this process and others, until the
    // result is destroyed. StorageInUse when somebody has it.
    [[nodiscard]] virtual Expected<std::unique_ptr<File>> lock(std::string const& path) = 0;
};

} // namespace qob
