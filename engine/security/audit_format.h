#pragma once

#include "engine/base/time.h"
#include "engine/security/audit_record.h"
#include "engine/security/digest.h"
#include "engine/storage/file_system.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace qob {

// The bytes of an audit trail, version 1; docs/security.md describes them. For this room's audit files.

// A place in the chain: the last record's sequence and hash. Zero: before the first.
struct AuditMark {
    std::uint64_t sequence = 0;
    std::string hash = std::string(digestBytes, '\0');

    friend bool operator==(AuditMark const&, AuditMark const&) = default;
};

inline constexpr std::string_view auditAnchorName = "anchor";
inline constexpr std::size_t mostAuditLine = 65'536;

// The line of a record without its newline, and the chain moved on to it.
std::string auditLine(AuditRecord const& record, Timestamp at, SecretBytes const& key, AuditMark& mark);

// The same of a line that was read: nothing when it is the next record of the chain under one of the keys,
// which is then moved on; otherwise what is wrong with it.
std::optional<std::string>
auditLineFault(std::string_view line, std::vector<SecretBytes> const& keys, AuditMark& mark);

// What a line says its record is; 0: it does not say.
std::uint64_t auditSequence(std::string_view line);

// The mark of the record that a line is of, unchecked.
std::optional<AuditMark> auditMarkOf(std::string_view line);

// A record as a line of the trail has it; the chain is not checked.
struct AuditLine {
    std::uint64_t sequence = 0;
    Timestamp at;
    AuditRecord record;
    std::string hash; // of it and all before it, in hexadecimal digits
};

// AuditCorrupt: it is no line of a trail.
Expected<AuditLine> parseAuditLine(std::string_view line);

std::string auditAnchor(AuditMark const& mark, SecretBytes const& key);
std::optional<AuditMark> readAuditAnchor(std::string_view text, std::vector<SecretBytes> const& keys);

// "audit-00000000000000000001.jsonl": named by its first record.
std::string auditFileName(std::uint64_t firstSequence);
std::optional<std::uint64_t> auditFileSequence(std::string_view name);

// The trail's files by their first record, ascending.
Expected<std::vector<std::uint64_t>> listAuditFiles(FileSystem& files, std::string const& directory);

// All of a file, at most `most` bytes from its end.
Expected<std::string> readWholeFile(FileSystem& files, std::string const& path, std::uint64_t most = ~0ULL);

// Through another file and a name, so that there is always a whole one.
Expected<void>
replaceFile(FileSystem& files, std::string const& directory, std::string_view name, std::string_view text);

} // namespace qob
