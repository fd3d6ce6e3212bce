#pragma once

#include "engine/storage/journal_scan.h"

#include <limits>
#include <optional>
#include <span>
#include <vector>

namespace qob {

// The state of the engine at a point of its journal, so that replaying need not begin at the first record.
struct SnapshotInfo {
    std::uint64_t sequence = 0;    // the last record the state contains
    std::uint64_t journalHash = 0; // of that record: what the journal has to say, too
    std::uint64_t stateHash = 0;   // the caller's own fingerprint of the state
};

struct Snapshot : SnapshotInfo {
    std::string name;
    std::vector<std::byte> payload;
};

struct SnapshotSearch {
    std::optional<Snapshot> newest;   // that is good
    std::vector<std::string> refused; // newer ones, and why
};

// Writes "snapshot-<sequence, 20 digits>.qsnap"; when this returns it is there for good and whole, and before
// it is not there at all. The journal has to be durable up to `sequence` (JournalWriter::makeDurable). Any
// one thread.
[[nodiscard]] Expected<void> writeSnapshot(
    FileSystem& files,
    std::string const& directory,
    SnapshotInfo const& info,
    std::span<std::byte const> payload
);

// The newest good one; a damaged one is told and passed over. An empty or missing directory has none.
[[nodiscard]] Expected<SnapshotSearch> loadNewestSnapshot(FileSystem& files, std::string const& directory);

// SnapshotCorrupt names file and byte; JournalUnknownVersion.
[[nodiscard]] Expected<Snapshot>
readSnapshot(FileSystem& files, std::string const& directory, std::string const& name);

// The sequences snapshots are there of by name, ascending.
[[nodiscard]] Expected<std::vector<std::uint64_t>>
listSnapshots(FileSystem& files, std::string const& directory);

std::string snapshotName(std::uint64_t sequence);

// What a removal left.
struct PruneResult {
    std::uint64_t oldestSnapshot = 0; // 0: none is good, or fewer than to be kept; nothing was removed
    std::vector<std::string> removed;
};

// Removes what the newest `keepSnapshots` (at least 1) good snapshots make superfluous: older snapshots, and
// segments wholly below the oldest one kept, but never the segment of the high-water mark nor what others
// read from record `stillNeeded` on. Any one thread, also while the journal is being written.
[[nodiscard]] Expected<PruneResult> pruneBefore(
    FileSystem& files,
    std::string const& directory,
    std::size_t keepSnapshots,
    std::uint64_t stillNeeded = std::numeric_limits<std::uint64_t>::max()
);

// Where the journal that is left can be read from: its first record or, where a good snapshot stands for what
// was pruned, the first one that is there. With none it is the first record, which will be missed.
[[nodiscard]] Expected<ReplayFrom> oldestReadable(FileSystem& files, std::string const& directory);

} // namespace qob
