#pragma once

#include "engine/storage/file_system.h"

#include <cstdint>
#include <functional>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace qob {

// A backup is one file: a head of 16 bytes ("QOBBACK\n", the version), then one zstd stream of files, each
// with its SHA-256, and at the end a manifest of them all with a sum of its own. docs/database.md has the
// bytes.

inline constexpr std::uint32_t backupVersion = 1;

struct BackupEntry {
    std::string name; // below the directory that was saved, with '/'
    std::uint64_t size = 0;
    std::string sha256; // hex

    friend bool operator==(BackupEntry const&, BackupEntry const&) = default;
};

// One thread. The file has its name when `finish` returned well, and is whole and safe then; before, and
// after any error, there is none.
class BackupWriter {
public:
    // FileUnreadable and what the file system says.
    [[nodiscard]] static Expected<std::unique_ptr<BackupWriter>> create(FileSystem& files, std::string path);
    virtual ~BackupWriter() = default;
    BackupWriter(BackupWriter const&) = delete;
    BackupWriter& operator=(BackupWriter const&) = delete;

    // The whole content as it is while it is read; a file that grows meanwhile is taken up to where it ended
    // when its turn came.
    [[nodiscard]] virtual Expected<void> add(std::string const& name, File& content) = 0;
    [[nodiscard]] virtual Expected<void> add(std::string const& name, std::string_view content) = 0;

    [[nodiscard]] virtual Expected<std::vector<BackupEntry>> finish() = 0;

protected:
    BackupWriter() = default;
};

// Takes the files of a backup one after the other. `end` is called when the sum was right.
class BackupSink {
public:
    BackupSink() = default;
    virtual ~BackupSink() = default;
    BackupSink(BackupSink const&) = delete;
    BackupSink& operator=(BackupSink const&) = delete;

    [[nodiscard]] virtual Expected<void> begin(std::string const& name) = 0;
    [[nodiscard]] virtual Expected<void> bytes(std::span<std::byte const> some) = 0;
    [[nodiscard]] virtual Expected<void> end() = 0;
};

// Reads all of it and checks every sum. BackupCorrupt says what is wrong with which file and what was
// expected; what was handed to the sink before is to be thrown away then.
[[nodiscard]] Expected<std::vector<BackupEntry>>
readBackup(FileSystem& files, std::string const& path, BackupSink& to);

// The same without keeping anything.
[[nodiscard]] Expected<std::vector<BackupEntry>> verifyBackup(FileSystem& files, std::string const& path);

} // namespace qob
