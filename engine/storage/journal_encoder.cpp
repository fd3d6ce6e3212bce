#include "engine/storage/journal_encoder.h"

#include "engine/base/check.h"

#include <algorithm>
#include <bit>
#include <cstring>

namespace qob {

namespace {

// A batch rarely touches more than two segments, unless they are tiny.
constexpr std::size_t usualPieces = 64;

// What a batch may hold besides a payload: a segment's and a record's header, padding of the record and of
// the last sector.
constexpr std::size_t batchOverhead = segmentHeaderBytes + recordBytes(0) + 8 + maxSectorBytes;

} // namespace

JournalBatch::JournalBatch(std::size_t capacity)
    : m_bytes(std::make_unique<std::byte[]>(capacity))
    , m_capacity(capacity)
{
    m_pieces.reserve(usualPieces);
}

void JournalBatch::append(JournalBatch const& other)
{
    CHECK(other.m_used <= free());
    std::memcpy(m_bytes.get() + m_used, other.m_bytes.get(), other.m_used);
    for (auto piece : other.m_pieces) {
        piece.begin += m_used;
        auto* const before = m_pieces.empty() ? nullptr : &m_pieces.back();
        if (before != nullptr && before->segment == piece.segment &&
            before->offset + before->size == piece.offset) {
            before->size += piece.size;
        } else {
            m_pieces.push_back(piece);
        }
    }
    m_used += other.m_used;
    m_last = other.m_last;
}

void JournalBatch::clear()
{
    m_used = 0;
    m_pieces.clear();
}

Expected<void> validate(JournalOptions const& options)
{
    auto const refuse = [](std::string why) {
        return fail(ErrorCode::JournalBadOptions, std::move(why));
    };
    auto const sector = options.sectorBytes;
    if (!std::has_single_bit(sector) || sector < minSectorBytes || sector > maxSectorBytes) {
        return refuse("a sector is a power of two from 512 to 4096 bytes, not " + std::to_string(sector));
    }
    if (options.segmentBytes < 4 * std::uint64_t{sector} || options.segmentBytes % sector != 0 ||
        options.segmentBytes > maxSegmentBytes) {
        return refuse("a segment is from 4 sectors to 4 GiB, in whole sectors");
    }
    if (options.reserveBytes > options.segmentBytes / 4) {
        return refuse("the reserve is at most a quarter of a segment");
    }
    if (options.bufferBytes < batchOverhead + minSectorBytes) {
        return refuse(
            "the buffer is smaller than " + std::to_string(batchOverhead + minSectorBytes) + " bytes"
        );
    }
    return {};
}

JournalEncoder::JournalEncoder(JournalOptions const& options, JournalEnd const& end)
    : m_newSegmentBytes(options.segmentBytes)
    , m_reserveBytes(options.reserveBytes)
    , m_newSectorBytes(options.sectorBytes)
    , m_maxPayloadBytes(std::min<std::size_t>(
          {maxPayloadBytes,
           options.segmentBytes - options.reserveBytes - segmentHeaderBytes - recordBytes(0) - 8,
           options.bufferBytes - batchOverhead}
      ))
    , m_segment(end.last.segment)
    , m_offset(end.last.offset)
    , m_last(end.last)
    , m_batch(options.bufferBytes)
{
    // Before the first segment it is as if there were one without room.
    setSegmentSize(end.segmentBytes, m_segment == 0 ? m_newSectorBytes : end.sectorBytes);
    m_offset = alignUp(m_offset, m_sectorBytes);
}

JournalEncoder::Room JournalEncoder::roomElsewhere(std::size_t payloadBytes, std::uint64_t readySegment) const
{
    auto const size = recordBytes(payloadBytes);
    if (payloadBytes > m_maxPayloadBytes) {
        return Room::TooLarge;
    }
    if (segmentHeaderBytes + size + maxSectorBytes > m_batch.free()) {
        return Room::BatchFull;
    }
    return readySegment > m_segment ? Room::Yes : Room::NoSegment;
}

std::uint64_t JournalEncoder::add(std::uint16_t kind, Timestamp time, std::span<std::byte const> payload)
{
    auto const size = recordBytes(payload.size());
    if (m_offset + size > m_segmentBytes) [[unlikely]] {
        beginSegment();
    } else if (m_batch.m_pieces.empty()) [[unlikely]] {
        beginPiece();
    }
    ++m_last.sequence;
    m_last.hash = encodeRecord(
        m_batch.m_bytes.get() + m_batch.m_used, m_last.sequence, m_last.hash, time, kind, payload
    );
    m_batch.m_used += size;
    m_batch.m_pieces.back().size += size;
    m_offset += size;
    return m_last.sequence;
}

void JournalEncoder::closeBatch()
{
    m_last.segment = m_segment;
    m_last.offset = m_offset;
    m_batch.m_last = m_last;
    auto const padding = alignUp(m_offset, m_sectorBytes) - m_offset;
    std::memset(m_batch.m_bytes.get() + m_batch.m_used, 0, padding);
    m_batch.m_used += padding;
    m_batch.m_pieces.back().size += padding;
    m_offset += padding;
}

void JournalEncoder::beginSegment()
{
    ++m_segment;
    m_offset = 0;
    setSegmentSize(m_newSegmentBytes, m_newSectorBytes);
    beginPiece();
    encodeSegmentHeader(
        {m_segment, m_last.sequence + 1, m_last.hash, m_segmentBytes, m_newSectorBytes},
        m_batch.m_bytes.get() + m_batch.m_used
    );
    m_batch.m_used += segmentHeaderBytes;
    m_batch.m_pieces.back().size = segmentHeaderBytes;
    m_offset = segmentHeaderBytes;
}

void JournalEncoder::setSegmentSize(std::uint64_t bytes, std::uint32_t sectorBytes)
{
    m_segmentBytes = bytes;
    // A segment of another run may be smaller than the reserve is now.
    m_normalBytes = bytes - std::min(m_reserveBytes, bytes / 4);
    m_sectorBytes = sectorBytes;
}

void JournalEncoder::beginPiece()
{
    m_batch.m_pieces.push_back({m_segment, m_last.sequence + 1, m_offset, m_batch.m_used, 0});
}

} // namespace qob
