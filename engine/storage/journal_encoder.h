#pragma once

#include "engine/storage/journal_format.h"
#include "engine/storage/journal_options.h"

#include <memory>
#include <vector>

namespace qob {

// Where a journal ends and how its last segment is laid out; what the next record is written behind.
struct JournalEnd {
    HighWaterMark last; // segment 0: there is no segment yet
    std::uint64_t segmentBytes = 0;
    std::uint32_t sectorBytes = 0;
};

// Bytes that belong together into one segment.
struct JournalPiece {
    std::uint64_t segment = 0;
    std::uint64_t firstSequence = 0; // names the segment when the piece begins it
    std::uint64_t offset = 0;        // in the segment; 0: the piece begins it, header included
    std::size_t begin = 0;           // in the batch
    std::size_t size = 0;
};

// Encoded records on their way to the disk. Its memory is taken once.
class JournalBatch {
public:
    explicit JournalBatch(std::size_t capacity);

    // Behind what is there; `other` has to fit.
    void append(JournalBatch const& other);
    void clear();

    [[nodiscard]] bool empty() const { return m_used == 0; }

    [[nodiscard]] std::size_t used() const { return m_used; }

    [[nodiscard]] std::size_t free() const { return m_capacity - m_used; }

    [[nodiscard]] std::vector<JournalPiece> const& pieces() const { return m_pieces; }

    [[nodiscard]] std::span<std::byte const> bytes(JournalPiece const& piece) const
    {
        return {m_bytes.get() + piece.begin, piece.size};
    }

    // The last record in it.
    [[nodiscard]] HighWaterMark const& last() const { return m_last; }

private:
    friend class JournalEncoder;

    std::unique_ptr<std::byte[]> m_bytes;
    std::size_t m_capacity;
    std::size_t m_used = 0;
    std::vector<JournalPiece> m_pieces;
    HighWaterMark m_last;
};

// Numbers and chains records, encodes them into a batch and decides where in which segment they lie. It knows
// no files; one thread.
class JournalEncoder {
public:
    JournalEncoder(JournalOptions const& options, JournalEnd const& end);

    enum class Room : std::uint8_t {
        Yes,
        BatchFull, // commit the batch first
        NoSegment, // the segment is full (for this class of record) and the next one is not ready
        TooLarge,  // for any segment
    };

    // `readySegment`: the highest segment number there are files for.
    [[nodiscard]] Room
    roomFor(std::size_t payloadBytes, RecordClass recordClass, std::uint64_t readySegment) const
    {
        auto const size = recordBytes(payloadBytes);
        bool const all = readySegment > m_segment || recordClass == RecordClass::Essential;
        if (m_offset + size <= (all ? m_segmentBytes : m_normalBytes) &&
            size + maxSectorBytes <= m_batch.free() && payloadBytes <= m_maxPayloadBytes) [[likely]] {
            return Room::Yes;
        }
        return roomElsewhere(payloadBytes, readySegment);
    }

    // There is room for it. Returns its sequence.
    std::uint64_t add(std::uint16_t kind, Timestamp time, std::span<std::byte const> payload);

    // Pads to the end of the sector: what is added from now on is of the next commit, and no sector that
    // holds a durable record is written again.
    void closeBatch();

    [[nodiscard]] JournalBatch& batch() { return m_batch; }

    [[nodiscard]] HighWaterMark const& last() const { return m_last; }

    [[nodiscard]] std::size_t maxPayload() const { return m_maxPayloadBytes; }

private:
    [[nodiscard]] Room roomElsewhere(std::size_t payloadBytes, std::uint64_t readySegment) const;
    void beginSegment();
    void beginPiece();
    void setSegmentSize(std::uint64_t bytes, std::uint32_t sectorBytes);

    std::uint64_t const m_newSegmentBytes;
    std::uint64_t const m_reserveBytes;
    std::uint32_t const m_newSectorBytes;
    std::size_t const m_maxPayloadBytes;
    // The current segment.
    std::uint64_t m_segment;
    std::uint64_t m_offset;
    std::uint64_t m_segmentBytes = 0;
    std::uint64_t m_normalBytes = 0; // of them, without the reserve
    std::uint64_t m_sectorBytes = 0;
    HighWaterMark m_last;
    JournalBatch m_batch;
};

} // namespace qob
