#include "engine/storage/journal_recovery.h"

#include <algorithm>

namespace qob {

namespace {

// Makes what a scan found the truth on the disk.
class Repair {
public:
    Repair(FileSystem& files, std::string const& directory, JournalScan const& scan)
        : m_files(files)
        , m_directory(directory)
        , m_scan(scan)
    {}

    // Data before directory before mark: if the power goes in between, the next recovery finds the same
    // records.
    Expected<void> run()
    {
        return openMark().and_then([&] { return repairData(); }
        ).and_then([&] {
             return removeBehind();
         }).and_then([&] { return moveMark(); });
    }

    [[nodiscard]] unsigned markSlot() const { return m_slot; }

private:
    Expected<void> openMark();
    Expected<void> repairData();
    Expected<void> repairSegment(SegmentSummary const& segment, bool last);
    static Expected<void> writeAgain(File& file, std::uint64_t begin, std::uint64_t end);
    static Expected<void> writeZeros(File& file, std::uint64_t begin, std::uint64_t end);
    Expected<void> removeBehind();
    Expected<void> moveMark();

    FileSystem& m_files;
    std::string const& m_directory;
    JournalScan const& m_scan;
    std::optional<MarkFile> m_mark;
    unsigned m_slot = 0;
};

// A mark another program wrote and did not live to sync must not lose its power while the data is worked on.
Expected<void> Repair::openMark()
{
    if (!m_scan.mark) {
        return {};
    }
    m_slot = m_scan.mark->slot;
    auto mark = MarkFile::open(m_files, m_directory, m_slot);
    if (!mark) {
        return tl::unexpected(mark.error());
    }
    m_mark = std::move(*mark);
    return m_mark->sync();
}

Expected<void> Repair::repairData()
{
    for (auto const& segment : m_scan.summary.segments) {
        bool const last = segment.number == m_scan.end.last.segment;
        if (last || segment.lastSequence > m_scan.summary.mark.sequence) {
            if (auto repaired = repairSegment(segment, last); !repaired) {
                return repaired;
            }
        }
    }
    return {};
}

// What lies above the mark was read, but perhaps only from memory: after a failed sync pages count as clean
// that never reached the disk. So it is written again before it is synced.
//
// Not so when a slot of the mark is lost. Then the mark may have been higher, and what looks to be above it
// must be left alone; and it was synced before the slot was written.
Expected<void> Repair::repairSegment(SegmentSummary const& segment, bool last)
{
    auto opened = m_files.open(pathIn(m_directory, segment.name), OpenMode::Write);
    if (!opened) {
        return tl::unexpected(opened.error());
    }
    auto& file = **opened;
    auto const& mark = m_scan.summary.mark;
    Expected<void> done;
    if (!m_scan.mark->slotLost && segment.lastSequence > mark.sequence) {
        auto const begin = segment.number == mark.segment ? alignUp(mark.offset, segment.sectorBytes) : 0;
        // Without syncs even the size may have been lost.
        done = file.preallocate(segment.fileBytes).and_then([&] {
            return writeAgain(file, begin, segment.usedBytes);
        });
    }
    if (done && last) {
        done = writeZeros(file, m_scan.tornBegin, m_scan.tornEnd);
    }
    // Also when nothing is wrong: an earlier recovery may have been killed before it came to this.
    return done.and_then([&] { return file.sync(); });
}

Expected<void> Repair::writeAgain(File& file, std::uint64_t begin, std::uint64_t end)
{
    std::vector<std::byte> bytes(1U << 20U);
    for (auto at = begin; at < end;) {
        auto const chunk = std::span(bytes).first(std::min<std::uint64_t>(bytes.size(), end - at));
        auto done = file.read(at, chunk).and_then([&](std::size_t count) {
            return file.write(at, chunk.first(count));
        });
        if (!done) {
            return done;
        }
        at += chunk.size();
    }
    return {};
}

Expected<void> Repair::writeZeros(File& file, std::uint64_t begin, std::uint64_t end)
{
    std::vector<std::byte> const zeros(1U << 20U);
    for (auto at = begin; at < end; at += zeros.size()) {
        auto const chunk = std::span(zeros).first(std::min<std::uint64_t>(zeros.size(), end - at));
        if (auto written = file.write(at, chunk); !written) {
            return written;
        }
    }
    return {};
}

Expected<void> Repair::removeBehind()
{
    auto const names = m_files.list(m_directory);
    if (!names) {
        return tl::unexpected(names.error());
    }
    for (auto const& name : *names) {
        if (name == nextSegmentName || name == markTempName) {
            if (auto removed = m_files.remove(pathIn(m_directory, name)); !removed) {
                return removed;
            }
        }
    }
    // From the end and one by one: no crash leaves a hole among the segments.
    for (auto name = m_scan.behind.rbegin(); name != m_scan.behind.rend(); ++name) {
        auto removed = m_files.remove(pathIn(m_directory, *name)).and_then([&] {
            return m_files.syncDirectory(m_directory);
        });
        if (!removed) {
            return removed;
        }
    }
    // Also when nothing was removed now: see repairSegment.
    return m_files.syncDirectory(m_directory);
}

Expected<void> Repair::moveMark()
{
    if (!m_scan.mark) {
        return MarkFile::create(m_files, m_directory);
    }
    auto const& stored = *m_scan.mark;
    auto const& end = m_scan.end.last;
    if (stored.slotLost) {
        // The lost slot first; then the other, which may have a bad copy.
        return m_mark->write(end).and_then([&] { return m_mark->write(end); });
    }
    if (auto written = m_mark->rewrite(stored.mark); !written) {
        return written;
    }
    if (end == stored.mark && stored.damage.empty()) {
        return {};
    }
    m_slot = 1 - m_slot;
    return m_mark->write(end);
}

} // namespace

Expected<RecoveryResult>
recover(FileSystem& files, std::string const& directory, ReplayFrom from, RecordVisitor const& visitor)
{
    if (auto made = files.createDirectory(directory); !made) {
        return tl::unexpected(made.error());
    }
    auto lock = files.lock(pathIn(directory, lockName));
    if (!lock) {
        return tl::unexpected(lock.error());
    }
    auto const scan = scanJournal(files, directory, from, visitor);
    if (!scan) {
        return tl::unexpected(scan.error());
    }
    Repair repair(files, directory, *scan);
    if (auto repaired = repair.run(); !repaired) {
        return tl::unexpected(repaired.error());
    }
    RecoveryResult result;
    static_cast<JournalSummary&>(result) = scan->summary;
    result.end = {scan->end, "", repair.markSlot(), std::move(*lock)};
    if (!scan->summary.segments.empty()) {
        result.end.segmentName = scan->summary.segments.back().name;
    }
    return result;
}

Expected<JournalSummary>
verify(FileSystem& files, std::string const& directory, ReplayFrom from, RecordVisitor const& visitor)
{
    return scanJournal(files, directory, from, visitor).map([](JournalScan&& scan) { return scan.summary; });
}

} // namespace qob
