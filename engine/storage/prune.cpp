#include "engine/storage/journal_format.h"
#include "engine/storage/mark_file.h"
#include "engine/storage/snapshot.h"

#include <algorithm>

namespace qob {

namespace {

// The oldest of the newest `keep` snapshots that can be read; 0 when there are not so many.
Expected<std::uint64_t> oldestToKeep(
    FileSystem& files,
    std::string const& directory,
    std::vector<std::uint64_t> const& ascending,
    std::size_t keep
)
{
    std::size_t good = 0;
    for (auto sequence = ascending.rbegin(); sequence != ascending.rend(); ++sequence) {
        auto const snapshot = readSnapshot(files, directory, snapshotName(*sequence));
        if (snapshot && ++good >= keep) {
            return *sequence;
        }
    }
    return 0;
}

Expected<std::vector<std::uint64_t>> segmentStarts(FileSystem& files, std::string const& directory)
{
    auto const names = files.list(directory);
    if (!names) {
        return tl::unexpected(names.error());
    }
    std::vector<std::uint64_t> starts;
    for (auto const& name : *names) {
        if (auto const first = parseSegmentName(name)) {
            starts.push_back(*first);
        }
    }
    std::ranges::sort(starts);
    return starts;
}

} // namespace

Expected<PruneResult> pruneBefore(
    FileSystem& files, std::string const& directory, std::size_t keepSnapshots, std::uint64_t stillNeeded
)
{
    auto const snapshots = listSnapshots(files, directory);
    if (!snapshots) {
        return tl::unexpected(snapshots.error());
    }
    PruneResult result;
    auto const oldest = oldestToKeep(files, directory, *snapshots, std::max<std::size_t>(keepSnapshots, 1));
    if (!oldest) {
        return tl::unexpected(oldest.error());
    }
    auto const stored = readMark(files, directory);
    if (!stored) {
        return tl::unexpected(stored.error());
    }
    if (*oldest == 0 || !*stored) {
        return result;
    }
    result.oldestSnapshot = *oldest;
    for (auto const sequence : *snapshots) {
        if (sequence < *oldest) {
            result.removed.push_back(snapshotName(sequence));
        }
    }
    // A segment is superfluous when the next one begins at or before what replaying and the mark need.
    auto const needed = std::min({*oldest + 1, (*stored)->mark.sequence, stillNeeded});
    auto const starts = segmentStarts(files, directory);
    if (!starts) {
        return tl::unexpected(starts.error());
    }
    for (std::size_t i = 0; i + 1 < starts->size() && (*starts)[i + 1] <= needed; ++i) {
        result.removed.push_back(segmentName((*starts)[i]));
    }
    for (auto const& name : result.removed) {
        // One by one, so that losing power cannot leave a hole among the segments.
        auto removed =
            files.remove(pathIn(directory, name)).and_then([&] { return files.syncDirectory(directory); });
        if (!removed) {
            return tl::unexpected(removed.error());
        }
    }
    return result;
}

Expected<ReplayFrom> oldestReadable(FileSystem& files, std::string const& directory)
{
    auto const starts = segmentStarts(files, directory);
    if (!starts) {
        return tl::unexpected(starts.error());
    }
    if (starts->empty() || starts->front() <= 1) {
        return ReplayFrom{};
    }
    auto const snapshots = listSnapshots(files, directory);
    if (!snapshots) {
        return tl::unexpected(snapshots.error());
    }
    for (auto const sequence : *snapshots) {
        if (sequence + 1 >= starts->front() && readSnapshot(files, directory, snapshotName(sequence))) {
            return ReplayFrom{starts->front(), {}};
        }
    }
    return ReplayFrom{};
}

} // namespace qob
