#include "engine/storage/journal_scan.h"

#include "engine/base/check.h"
#include "engine/storage/little_endian.h"
#include "engine/storage/segment_bytes.h"

#include <algorithm>
#include <array>

namespace qob {

namespace {

struct SegmentFile {
    std::uint64_t firstSequence;
    std::string name;
};

Expected<std::vector<SegmentFile>> findSegments(FileSystem& files, std::string const& directory)
{
    auto const names = files.list(directory);
    if (!names) {
        return tl::unexpected(names.error());
    }
    std::vector<SegmentFile> found;
    for (auto const& name : *names) {
        if (auto const sequence = parseSegmentName(name)) {
            found.push_back({*sequence, name});
        } else if (looksLikeSegment(name)) {
            return fail(ErrorCode::JournalCorrupt, name + ": not the name of a segment, but much like one");
        }
    }
    std::ranges::sort(found, {}, &SegmentFile::firstSequence);
    return found;
}

tl::unexpected<Error>
refuse(ErrorCode code, std::string const& file, std::uint64_t offset, std::string const& why)
{
    return fail(code, file + ": byte " + std::to_string(offset) + ": " + why);
}

class Scanner {
public:
    Scanner(FileSystem& files, std::string const& directory, ReplayFrom from, RecordVisitor const& visitor)
        : m_files(files)
        , m_directory(directory)
        , m_from(from)
        , m_visitor(visitor)
    {}

    Expected<JournalScan> run();

private:
    Expected<void> findFiles();
    [[nodiscard]] Expected<void> checkFirst() const;
    Expected<void> readSegments();
    Expected<void> passOver(std::size_t index);
    Expected<void> readSegment(std::size_t index);
    Expected<SegmentHeader> readHeader(SegmentFile const& file, File& opened);
    Expected<void> checkHeader(SegmentFile const& file, SegmentHeader const& header, File& opened);
    Expected<void> readRecords(std::size_t index, SegmentHeader const& header);
    Expected<void> takeRecord(SegmentFile const& file, SegmentHeader const& header);
    Expected<void> endOfRecords(std::size_t index, SegmentHeader const& header);
    void keep(SegmentFile const& file, SegmentHeader const& header);
    Expected<void> endBy(SegmentFile const& file, std::uint64_t offset, std::string const& why);
    [[nodiscard]] Expected<void> checkSnapshot() const;
    Expected<void> cutTail();
    Expected<void> finish();

    [[nodiscard]] HighWaterMark const& mark() const { return m_scan.mark->mark; }

    // The sequence of the next record.
    [[nodiscard]] std::uint64_t expected() const { return m_scan.end.last.sequence + 1; }

    FileSystem& m_files;
    std::string const& m_directory;
    ReplayFrom const m_from;
    RecordVisitor const& m_visitor;
    std::vector<SegmentFile> m_segments;
    SegmentBytes m_bytes;
    JournalScan m_scan;
    std::uint64_t m_number = 0; // of the segment before; 0: not known
    std::uint64_t m_offset = 0; // in the segment being read
    bool m_hashKnown = false;   // of the record before the next
    bool m_closed = false;      // by its name, the next segment goes on exactly here
    bool m_ended = false;
    std::string m_torn; // where and why the journal ends before what was written does
};

Expected<JournalScan> Scanner::run()
{
    auto done = findFiles();
    if (done && !m_segments.empty()) {
        done = checkFirst().and_then([&] { return readSegments(); });
    }
    if (done) {
        done = finish();
    }
    if (!done) {
        return tl::unexpected(done.error());
    }
    return std::move(m_scan);
}

// The mark first: a journal may be read while it is written, and what this mark promises is there by now.
Expected<void> Scanner::findFiles()
{
    auto stored = readMark(m_files, m_directory);
    if (!stored) {
        return tl::unexpected(stored.error());
    }
    auto segments = findSegments(m_files, m_directory);
    if (!segments) {
        return tl::unexpected(segments.error());
    }
    m_segments = std::move(*segments);
    m_scan.mark = std::move(*stored);
    if (!m_scan.mark) {
        return m_segments.empty() ? Expected<void>()
                                  : fail(
                                        ErrorCode::JournalMarkLost,
                                        std::string(markName) + " is missing beside " + m_segments[0].name
                                    );
    }
    m_scan.summary.mark = mark();
    for (auto const& damage : m_scan.mark->damage) {
        m_scan.summary.notices.push_back(
            damage + "; a copy that is good says record " + std::to_string(mark().sequence)
        );
    }
    if (mark().sequence > 0 && m_segments.empty()) {
        return fail(
            ErrorCode::JournalGap,
            "no segment is left; the journal had reached record " + std::to_string(mark().sequence)
        );
    }
    return {};
}

Expected<void> Scanner::checkFirst() const
{
    auto const& first = m_segments[0];
    if (first.firstSequence > std::max<std::uint64_t>(mark().sequence, 1)) {
        return fail(
            ErrorCode::JournalGap,
            "the journal had reached record " + std::to_string(mark().sequence) +
                ", but the first segment is " + first.name
        );
    }
    if (m_from.sequence < first.firstSequence) {
        return fail(
            ErrorCode::JournalGap,
            "records from " + std::to_string(m_from.sequence) + " are asked for, but the first segment is " +
                first.name
        );
    }
    return {};
}

Expected<void> Scanner::readSegments()
{
    auto const wanted = std::min(m_from.sequence, mark().sequence);
    std::size_t index = 0;
    for (; index + 1 < m_segments.size() && m_segments[index + 1].firstSequence <= wanted; ++index) {
        if (auto passed = passOver(index); !passed) {
            return passed;
        }
    }
    m_scan.end.last.sequence = m_segments[index].firstSequence - 1;
    m_hashKnown = m_scan.end.last.sequence == 0;
    for (; index < m_segments.size() && !m_ended; ++index) {
        if (auto read = readSegment(index); !read) {
            return read;
        }
    }
    return m_torn.empty() ? Expected<void>() : cutTail();
}

Expected<void> Scanner::passOver(std::size_t index)
{
    auto const& file = m_segments[index];
    auto opened = m_files.open(pathIn(m_directory, file.name), OpenMode::Read);
    if (!opened) {
        return tl::unexpected(opened.error());
    }
    auto const header = readHeader(file, **opened);
    if (!header) {
        return tl::unexpected(header.error());
    }
    if (auto checked = checkHeader(file, *header, **opened); !checked) {
        return checked;
    }
    m_number = header->number;
    auto const last = m_segments[index + 1].firstSequence - 1;
    m_scan.summary.segments.push_back(
        {file.name, header->number, file.firstSequence, last, 0, header->fileBytes, header->sectorBytes}
    );
    return {};
}

Expected<void> Scanner::readSegment(std::size_t index)
{
    auto const& file = m_segments[index];
    CHECK(file.firstSequence == expected());
    auto opened = m_files.open(pathIn(m_directory, file.name), OpenMode::Read);
    if (!opened) {
        return tl::unexpected(opened.error());
    }
    auto const header = readHeader(file, **opened);
    if (!header) {
        if (header.error().code == ErrorCode::JournalCorrupt && expected() > mark().sequence) {
            m_torn = header.error().detail;
            m_ended = true;
            return {};
        }
        return tl::unexpected(header.error());
    }
    if (auto checked = checkHeader(file, *header, **opened); !checked) {
        return checked;
    }
    if (m_hashKnown && header->hashBefore != m_scan.end.last.hash) {
        return refuse(
            ErrorCode::JournalCorrupt, file.name, 32, "does not follow the segment before it (hash)"
        );
    }
    if (auto read = m_bytes.read(**opened, header->fileBytes); !read) {
        return read;
    }
    m_scan.end.last.hash = header->hashBefore;
    m_hashKnown = true;
    m_number = header->number;
    auto read = checkSnapshot().and_then([&] { return readRecords(index, *header); });
    keep(file, *header);
    return read;
}

Expected<SegmentHeader> Scanner::readHeader(SegmentFile const& file, File& opened)
{
    std::array<std::byte, segmentHeaderBytes> bytes{};
    auto const count = opened.read(0, bytes);
    if (!count) {
        return tl::unexpected(count.error());
    }
    auto header = decodeSegmentHeader(std::span(bytes).first(*count));
    if (!header) {
        return refuse(header.error().code, file.name, 0, "segment header: " + header.error().detail);
    }
    return header;
}

// What no crash can have done, wherever in the journal it is; only above the mark may a file be too short.
Expected<void> Scanner::checkHeader(SegmentFile const& file, SegmentHeader const& header, File& opened)
{
    if (header.firstSequence != file.firstSequence) {
        return refuse(
            ErrorCode::JournalCorrupt,
            file.name,
            24,
            "the header is of the segment of record " + std::to_string(header.firstSequence)
        );
    }
    if (m_number != 0 && header.number != m_number + 1) {
        return refuse(
            ErrorCode::JournalGap,
            file.name,
            16,
            "this is segment " + std::to_string(header.number) + ", the one before it is " +
                std::to_string(m_number)
        );
    }
    auto const size = opened.size();
    if (!size) {
        return tl::unexpected(size.error());
    }
    if (*size > header.fileBytes || (*size < header.fileBytes && file.firstSequence <= mark().sequence)) {
        return refuse(
            ErrorCode::JournalCorrupt,
            file.name,
            std::min(*size, header.fileBytes),
            "the file has " + std::to_string(*size) + " bytes instead of " + std::to_string(header.fileBytes)
        );
    }
    return {};
}

Expected<void> Scanner::readRecords(std::size_t index, SegmentHeader const& header)
{
    auto const& file = m_segments[index];
    m_offset = segmentHeaderBytes;
    while (true) {
        auto const rest = m_bytes.from(m_offset);
        m_closed = index + 1 < m_segments.size() && m_segments[index + 1].firstSequence == expected();
        if (!m_closed && rest.size() >= 4 && loadLittle<std::uint32_t>(rest.data()) != 0) {
            if (auto taken = takeRecord(file, header); !taken || m_ended) {
                return taken;
            }
            continue;
        }
        // Nothing up to the end of the sector; or of the segment, when it was left for the next one.
        auto const end = m_closed ? header.fileBytes : alignUp(m_offset, header.sectorBytes);
        if (auto const garbage = m_bytes.firstNonZero(m_offset, end); garbage != end) {
            return endBy(file, garbage, "bytes where nothing was written");
        }
        if (m_closed || m_offset == end) {
            return endOfRecords(index, header);
        }
        m_offset = end;
    }
}

Expected<void> Scanner::takeRecord(SegmentFile const& file, SegmentHeader const& header)
{
    auto record = decodeRecord(m_bytes.from(m_offset), expected(), m_scan.end.last.hash);
    if (!record) {
        return endBy(file, m_offset, "record " + std::to_string(expected()) + ": " + record.error().detail);
    }
    record->file = file.name;
    record->offset = m_offset;
    m_offset += recordBytes(record->payload.size());
    m_scan.end = {
        {record->sequence, record->hash, header.number, m_offset}, header.fileBytes, header.sectorBytes};
    if (record->sequence == mark().sequence && m_scan.end.last != mark()) {
        return refuse(
            ErrorCode::JournalCorrupt,
            file.name,
            record->offset,
            "record " + std::to_string(record->sequence) + " is not the one that " + std::string(markName) +
                " names"
        );
    }
    if (record->sequence >= m_from.sequence && m_visitor) {
        if (auto visited = m_visitor(*record); !visited) {
            return visited;
        }
    }
    return checkSnapshot();
}

Expected<void> Scanner::endOfRecords(std::size_t index, SegmentHeader const& header)
{
    if (m_closed) {
        return {};
    }
    auto const& file = m_segments[index];
    auto const written = m_bytes.writtenEnd(m_offset);
    if (expected() <= mark().sequence) {
        bool const missing = written == m_offset && mark().segment > header.number;
        return refuse(
            missing ? ErrorCode::JournalGap : ErrorCode::JournalCorrupt,
            file.name,
            m_offset,
            "nothing where record " + std::to_string(expected()) + " should " +
                (missing ? "be, nor a segment that begins with it" : "be")
        );
    }
    if (written > m_offset) {
        return endBy(file, m_offset, "nothing here, but bytes up to " + std::to_string(written));
    }
    if (index + 1 < m_segments.size()) {
        return endBy(file, m_offset, "the next segment, " + m_segments[index + 1].name + ", begins later");
    }
    if (file.firstSequence == expected()) {
        return endBy(file, m_offset, "a segment without a record");
    }
    m_ended = true;
    return {};
}

// The segment is of the journal when it has a record.
void Scanner::keep(SegmentFile const& file, SegmentHeader const& header)
{
    auto const& last = m_scan.end.last;
    if (last.segment == header.number) {
        m_scan.summary.segments.push_back(
            {file.name,
             header.number,
             file.firstSequence,
             last.sequence,
             last.offset,
             header.fileBytes,
             header.sectorBytes}
        );
        m_scan.tornEnd = m_bytes.writtenEnd(last.offset);
        m_scan.tornBegin = m_bytes.firstNonZero(last.offset, m_scan.tornEnd);
    }
}

// Ends the journal where it is damaged, if a crash can have done that; if not, refuses it.
Expected<void> Scanner::endBy(SegmentFile const& file, std::uint64_t offset, std::string const& why)
{
    bool const behindMark = expected() == mark().sequence + 1;
    // A sector that holds a durable record is never written again.
    bool const inDurableSector =
        behindMark && m_scan.end.last.segment == m_number &&
        offset < alignUp(mark().offset, std::max(m_scan.end.sectorBytes, minSectorBytes));
    if (expected() <= mark().sequence || (behindMark && (m_closed || inDurableSector))) {
        return refuse(ErrorCode::JournalCorrupt, file.name, offset, why);
    }
    m_torn = file.name + ": byte " + std::to_string(offset) + ": " + why;
    m_ended = true;
    return {};
}

// When the reading has come to where replaying begins: is this the journal the snapshot was taken of?
Expected<void> Scanner::checkSnapshot() const
{
    if (expected() == m_from.sequence && m_from.hashBefore && *m_from.hashBefore != m_scan.end.last.hash) {
        return fail(
            ErrorCode::SnapshotMismatch,
            "the hash of record " + std::to_string(m_from.sequence - 1) + " is another in the journal"
        );
    }
    return {};
}

// What lies behind the journal's end, and how much.
Expected<void> Scanner::cutTail()
{
    auto& summary = m_scan.summary;
    summary.tailCutBytes = m_scan.tornEnd - m_scan.tornBegin;
    for (auto const& segment : m_segments) {
        if (segment.firstSequence < expected()) {
            continue;
        }
        auto opened = m_files.open(pathIn(m_directory, segment.name), OpenMode::Read);
        if (!opened) {
            return tl::unexpected(opened.error());
        }
        if (auto read = m_bytes.read(**opened, maxSegmentBytes); !read) {
            return read;
        }
        summary.tailCutBytes += m_bytes.writtenEnd(0);
        m_scan.behind.push_back(segment.name);
    }
    summary.notices.push_back(
        m_torn + "; the journal ends with record " + std::to_string(m_scan.end.last.sequence) + ", " +
        std::to_string(summary.tailCutBytes) + " bytes behind it are a torn write"
    );
    return {};
}

Expected<void> Scanner::finish()
{
    auto const& last = m_scan.end.last;
    if (m_from.sequence > expected()) {
        return fail(
            ErrorCode::JournalGap,
            "records from " + std::to_string(m_from.sequence) +
                " are asked for, but the journal ends with record " + std::to_string(last.sequence)
        );
    }
    if (m_segments.empty()) {
        if (auto agreed = checkSnapshot(); !agreed) {
            return agreed;
        }
    }
    m_scan.summary.lastSequence = last.sequence;
    m_scan.summary.lastHash = last.hash;
    return {};
}

} // namespace

Expected<JournalScan>
scanJournal(FileSystem& files, std::string const& directory, ReplayFrom from, RecordVisitor const& visitor)
{
    return Scanner(files, directory, from, visitor).run();
}

} // namespace qob
