#include "engine/storage/journal_tail.h"

#include "engine/storage/little_endian.h"

#include <algorithm>
#include <array>
#include <optional>

namespace qob {

namespace {

constexpr std::size_t chunkBytes = std::size_t{1} << 18U;

} // namespace

JournalTail::JournalTail(FileSystem& files, std::string directory, ReplayFrom from)
    : m_files(files)
    , m_directory(std::move(directory))
    , m_from(from)
    , m_next(from.sequence)
{}

Expected<std::size_t> JournalTail::read(std::uint64_t upTo, std::size_t most, RecordVisitor const& visitor)
{
    if (upTo > m_upTo) {
        m_bytes.clear(); // what lies behind the old end was perhaps read while it was being written
        m_bytesAt = m_offset;
        m_upTo = upTo;
    }
    std::size_t count = 0;
    if (!m_file && m_next <= upTo) {
        if (auto opened = openSegmentOf(m_from.sequence); !opened) {
            return tl::unexpected(opened.error());
        }
    }
    while (count < most && m_next <= upTo) {
        auto const handedOn = readOne(visitor);
        if (!handedOn) {
            return tl::unexpected(handedOn.error());
        }
        count += *handedOn ? 1U : 0U;
    }
    return count;
}

tl::unexpected<Error> JournalTail::refuse(ErrorCode code, std::string const& why) const
{
    return fail(code, m_name + ": byte " + std::to_string(m_offset) + ": " + why);
}

// The one that begins last of those that begin at or before the record.
Expected<void> JournalTail::openSegmentOf(std::uint64_t sequence)
{
    auto const names = m_files.list(m_directory);
    if (!names) {
        return tl::unexpected(names.error());
    }
    std::optional<std::uint64_t> best;
    for (std::string const& name : *names) {
        auto const first = parseSegmentName(name);
        if (first && *first <= sequence && (!best || *first > *best)) {
            best = first;
        }
    }
    if (!best) {
        return fail(
            ErrorCode::JournalGap,
            m_directory + ": there is no segment with record " + std::to_string(sequence) + " any more"
        );
    }
    auto opened = openSegment(segmentName(*best));
    if (opened) {
        m_next = *best;
        m_hash = m_header.hashBefore;
    }
    return opened;
}

Expected<void> JournalTail::openSegment(std::string name)
{
    auto file = m_files.open(pathIn(m_directory, name), OpenMode::Read);
    if (!file) {
        return tl::unexpected(file.error());
    }
    std::array<std::byte, segmentHeaderBytes> bytes{};
    auto const count = (*file)->read(0, bytes);
    if (!count) {
        return tl::unexpected(count.error());
    }
    auto const header = decodeSegmentHeader(std::span(bytes).first(*count));
    if (!header) {
        return fail(header.error().code, name + ": segment header: " + header.error().detail);
    }
    m_file = std::move(*file);
    m_name = std::move(name);
    m_header = *header;
    m_offset = segmentHeaderBytes;
    m_bytes.clear();
    m_bytesAt = m_offset;
    return {};
}

// So that `atLeast` bytes from the place on are there, or all up to the end of the file.
Expected<void> JournalTail::fill(std::size_t atLeast)
{
    auto const end = m_bytesAt + m_bytes.size();
    if (m_offset >= m_bytesAt && m_offset + atLeast <= end) {
        return {};
    }
    m_bytes.resize(std::min<std::uint64_t>(
        std::max(chunkBytes, atLeast), m_header.fileBytes - std::min(m_offset, m_header.fileBytes)
    ));
    m_bytesAt = m_offset;
    auto const count = m_file->read(m_offset, m_bytes);
    if (!count) {
        m_bytes.clear();
        return tl::unexpected(count.error());
    }
    m_bytes.resize(*count);
    return {};
}

// False: the place moved, but no record was handed on.
Expected<bool> JournalTail::readOne(RecordVisitor const& visitor)
{
    if (auto filled = fill(recordHeaderBytes); !filled) {
        return tl::unexpected(filled.error());
    }
    auto const bytes = [&] {
        return std::span<std::byte const>(m_bytes).subspan(m_offset - m_bytesAt);
    };
    std::uint32_t const length = bytes().size() < 4 ? 0 : loadLittle<std::uint32_t>(bytes().data());
    if (length == 0) {
        auto left = leaveHole();
        return left ? Expected<bool>(false) : tl::unexpected(left.error());
    }
    if (auto filled = fill(alignUp(std::min<std::size_t>(length, recordBytes(maxPayloadBytes)), 8));
        !filled) {
        return tl::unexpected(filled.error());
    }
    auto record = decodeRecord(bytes(), m_next, m_hash);
    if (!record) {
        return refuse(record.error().code, "record " + std::to_string(m_next) + ": " + record.error().detail);
    }
    if (m_next == m_from.sequence && m_from.hashBefore && *m_from.hashBefore != m_hash) {
        return refuse(
            ErrorCode::SnapshotMismatch,
            "the hash of record " + std::to_string(m_next - 1) + " is another in the journal"
        );
    }
    bool const wanted = m_next >= m_from.sequence;
    if (wanted) {
        record->file = m_name;
        record->offset = m_offset;
        if (auto visited = visitor(*record); !visited) {
            return tl::unexpected(visited.error());
        }
    }
    m_offset += recordBytes(record->payload.size());
    m_hash = record->hash;
    ++m_next;
    return wanted;
}

// To the next sector, or from the end of what was written to the next segment.
Expected<void> JournalTail::leaveHole()
{
    auto const sector = alignUp(m_offset, m_header.sectorBytes);
    if (sector != m_offset && sector < m_header.fileBytes) {
        m_offset = sector;
        return {};
    }
    auto const number = m_header.number;
    if (auto opened = openSegment(segmentName(m_next)); !opened) {
        bool const missing = opened.error().code == ErrorCode::StorageFileMissing;
        return missing ? refuse(
                             ErrorCode::JournalGap,
                             "nothing where record " + std::to_string(m_next) +
                                 " should be, nor a segment that begins with it"
                         )
                       : tl::unexpected(opened.error());
    }
    if (m_header.number != number + 1 || m_header.hashBefore != m_hash) {
        return refuse(ErrorCode::JournalCorrupt, "does not follow the segment before it");
    }
    return {};
}

} // namespace qob
