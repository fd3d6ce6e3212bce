#pragma once

#include "engine/storage/file_system.h"
#include "engine/storage/journal_encoder.h"
#include "engine/storage/journal_format.h"
#include "engine/storage/mark_file.h"

#include <functional>
#include <optional>
#include <vector>

namespace qob {

// Where replaying begins: behind a snapshot, or at the first record.
struct ReplayFrom {
    std::uint64_t sequence = 1;
    std::optional<std::uint64_t> hashBefore; // of the record before; SnapshotMismatch when it is another
};

// Called for each record in order. An error ends the reading and is handed on.
using RecordVisitor = std::function<Expected<void>(JournalRecord const&)>;

struct SegmentSummary {
    std::string name;
    std::uint64_t number = 0;
    std::uint64_t firstSequence = 0;
    std::uint64_t lastSequence = 0;
    std::uint64_t usedBytes = 0; // 0 when only its header was read
    std::uint64_t fileBytes = 0;
    std::uint32_t sectorBytes = 0;
};

struct JournalSummary {
    std::uint64_t lastSequence = 0; // 0: the journal is empty
    std::uint64_t lastHash = genesisHash;
    HighWaterMark mark; // as the disk has it
    std::vector<SegmentSummary> segments;
    std::uint64_t tailCutBytes = 0;   // of a torn tail: written, but not part of the journal
    std::vector<std::string> notices; // what was found and is no reason to refuse
};

// What a directory holds, and what recovery has to change in it.
struct JournalScan {
    JournalSummary summary;
    std::optional<StoredMark> mark; // nothing: no mark file, and no segment either
    JournalEnd end;
    std::uint64_t tornBegin = 0;     // between these, behind the end of the last segment,
    std::uint64_t tornEnd = 0;       // lie bytes that are not all zero
    std::vector<std::string> behind; // segment files that hold nothing of the journal
};

// Reads a journal without changing it. Records below `from` are passed over, whole segments of them unread
// but for their headers. Damage up to the high-water mark, and whatever no crash can leave behind, is an
// error that names file and byte; damage above it ends the journal there and is described in the result.
Expected<JournalScan>
scanJournal(FileSystem& files, std::string const& directory, ReplayFrom from, RecordVisitor const& visitor);

} // namespace qob
