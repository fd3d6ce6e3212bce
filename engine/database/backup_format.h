#pragma once

// The bytes of a backup, version 1: for this room's backup files.

#include "engine/database/backup_archive.h"

namespace qob::backup_format {

inline constexpr std::string_view magic = "QOBBACK\n";
inline constexpr std::size_t headBytes = 16;
inline constexpr std::size_t chunkBytes = std::size_t{1}
                                          << 17U; // a file's content comes in parts of up to it
inline constexpr std::size_t sumBytes = 64;       // in hex
inline constexpr std::uint8_t fileMark = 1;
inline constexpr std::uint8_t endMark = 0;

inline std::span<std::byte const> bytesOf(std::string_view text)
{
    return {reinterpret_cast<std::byte const*>(text.data()), text.size()};
}

// What the sum at the end is of.
inline std::string manifestOf(std::vector<BackupEntry> const& entries)
{
    std::string text;
    for (BackupEntry const& entry : entries) {
        text += entry.sha256 + " " + std::to_string(entry.size) + " " + entry.name + "\n";
    }
    return text;
}

} // namespace qob::backup_format
