#pragma once

#include "engine/base/expected.h"
#include "engine/base/time.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace qob {

// Version 1 of the journal's bytes; docs/journal.md has the tables. Records are numbered from 1 without
// holes, and each carries the hash of the one before, across segments.

constexpr std::uint32_t journalVersion = 1;
constexpr std::string_view segmentMagic = "QOBJRNL\n";
constexpr std::string_view markMagic = "QOBMARK\n";
constexpr std::size_t segmentHeaderBytes = 64;
constexpr std::size_t recordHeaderBytes = 40;
constexpr std::size_t markBytes = 64;
// The mark file: two slots, in different pages so that writing one cannot harm the other, of two copies each,
// in different sectors.
constexpr std::size_t markSlotSpacing = 4096;
constexpr std::size_t markCopySpacing = 512;
constexpr std::uint64_t genesisHash = 0; // "the hash of the record before" of record 1
constexpr std::uint32_t maxPayloadBytes = 1U << 20U;
constexpr std::uint64_t maxSegmentBytes = 4ULL << 30U;
constexpr std::uint32_t minSectorBytes = 512;
constexpr std::uint32_t maxSectorBytes = 4096;

// What a segment file begins with.
struct SegmentHeader {
    std::uint64_t number = 0;        // 1, 2, …; without holes
    std::uint64_t firstSequence = 0; // of its first record
    std::uint64_t hashBefore = 0;    // of the record before that
    std::uint64_t fileBytes = 0;     // size of the file
    std::uint32_t sectorBytes = 0;   // every commit begins at a multiple of it
};

// One record as it is handed to a reader; the payload is valid during the call only.
struct JournalRecord {
    std::uint64_t sequence = 0;
    Timestamp time;
    std::uint16_t kind = 0;
    std::span<std::byte const> payload;
    std::uint64_t hash = 0;
    std::string_view file;    // name of the segment
    std::uint64_t offset = 0; // of the record in it
};

// Up to where the journal is known to lie safely on the disk.
struct HighWaterMark {
    std::uint64_t sequence = 0; // of the last such record; 0: none yet
    std::uint64_t hash = genesisHash;
    std::uint64_t segment = 0; // number of the segment it lies in
    std::uint64_t offset = 0;  // where it ends there

    friend bool operator==(HighWaterMark const&, HighWaterMark const&) = default;
};

constexpr std::size_t alignUp(std::size_t n, std::size_t to)
{
    return (n + to - 1) / to * to;
}

// With the padding.
constexpr std::size_t recordBytes(std::size_t payloadBytes)
{
    return alignUp(recordHeaderBytes + payloadBytes, 8);
}

void encodeSegmentHeader(SegmentHeader const& header, std::byte* to);

// `bytes` may be shorter than a header. JournalCorrupt or JournalUnknownVersion; the detail says what is
// wrong, not where.
Expected<SegmentHeader> decodeSegmentHeader(std::span<std::byte const> bytes);

// Writes recordBytes(payload.size()) bytes and returns the record's hash.
std::uint64_t encodeRecord(
    std::byte* to,
    std::uint64_t sequence,
    std::uint64_t hashBefore,
    Timestamp time,
    std::uint16_t kind,
    std::span<std::byte const> payload
);

// The record that `bytes` begin with, which has to be number `sequence` behind a record of hash `hashBefore`.
// The length field has been seen to be other than zero. `file` and `offset` are left to the caller.
Expected<JournalRecord>
decodeRecord(std::span<std::byte const> bytes, std::uint64_t sequence, std::uint64_t hashBefore);

void encodeMark(HighWaterMark const& mark, std::byte* to);
Expected<HighWaterMark> decodeMark(std::span<std::byte const> bytes);

// "journal-00000000000000000042.qj". Every name that begins with "journal-" and ends with ".qj" should be
// one.
std::string segmentName(std::uint64_t firstSequence);
bool looksLikeSegment(std::string_view name);
std::optional<std::uint64_t> parseSegmentName(std::string_view name);

// Twenty digits, so that names sort as numbers do.
std::string twentyDigits(std::uint64_t number);
std::optional<std::uint64_t> parseTwentyDigits(std::string_view digits);

inline std::string pathIn(std::string const& directory, std::string_view name)
{
    return directory + "/" + std::string(name);
}

constexpr std::string_view markName = "journal.hwm";
constexpr std::string_view markTempName = "journal.hwm.tmp";
constexpr std::string_view nextSegmentName = "journal-next.tmp"; // preallocated, not part of the journal yet
constexpr std::string_view lockName = "journal.lock";

} // namespace qob
