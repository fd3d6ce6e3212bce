#pragma once

#include "engine/api/instrument.h"
#include "engine/base/expected.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace qob {

// A history's bytes; docs/history.md has the tables and what the versions differ in. The present version is
// written, all up to it are read.

constexpr std::uint32_t historyVersion = 2;
constexpr std::string_view historyMagic = "QOBHIST\n"; // a segment begins with it
constexpr std::string_view historyEndMagic = "QOBHEND\n";
constexpr std::uint32_t historyBlockMagic = 0x4b4c4248U; // "HBLK"
constexpr std::size_t historyHeaderBytes = 64;           // of a segment, and of each block
constexpr std::size_t historyTrailerBytes = 24;
constexpr std::uint32_t mostBlockBytes = 48U << 20U; // on the disk

// What a segment begins with.
struct HistorySegmentHeader {
    std::uint64_t number = 0; // 1, 2, …
    std::uint64_t run = 0;    // the same in all segments of one recording
    Timestamp first;          // of its first event
    bool continues = false;   // nothing is missing between this and the end of segment number - 1
};

struct HistoryBlockHeader {
    enum class Kind : std::uint8_t {
        Events,  // what happened
        Key,     // the state of every book, as events that make it: reading can begin here
        KeyMore, // goes on with the one before
        Raw,     // frames as they came
        Heat,    // heat-map columns of one instrument
        Index,   // of the segment's blocks, the last one
    };

    Kind kind{};
    std::uint32_t bytes = 0;  // of the payload, which follows
    std::uint32_t levels = 0; // level changes in it
    std::uint32_t trades = 0;
    std::uint32_t instrument = 0; // Heat
    std::uint32_t columnMs = 0;   // Heat: time of a column
    std::uint32_t crc = 0;        // of the payload
    Timestamp first;              // of what is in it
    Timestamp last;
    std::uint64_t number = 0; // of the block in its segment, from 0

    friend bool operator==(HistoryBlockHeader const&, HistoryBlockHeader const&) = default;
};

// What a segment holds of one instrument.
struct HistoryInstrument {
    Instrument instrument;
    Timestamp first;
    Timestamp last;
    std::uint64_t levels = 0;
    std::uint64_t trades = 0;
};

struct HistoryBlockPlace {
    std::uint64_t offset = 0; // of the block's header in the file
    HistoryBlockHeader header;
};

struct HistoryIndex {
    std::vector<HistoryBlockPlace> blocks; // without the index itself
    std::vector<HistoryInstrument> instruments;
};

void encodeHistoryHeader(HistorySegmentHeader const& header, std::byte* to);

// HistoryCorrupt or HistoryUnknownVersion; the detail says what is wrong, not where. So below.
Expected<HistorySegmentHeader> decodeHistoryHeader(std::span<std::byte const> bytes);

void encodeBlockHeader(HistoryBlockHeader const& header, std::byte* to);
Expected<HistoryBlockHeader> decodeBlockHeader(std::span<std::byte const> bytes);

// The plain bytes of an index block, before they are packed.
void encodeIndex(HistoryIndex const& index, std::vector<std::byte>& out);
Expected<HistoryIndex> decodeIndex(std::span<std::byte const> bytes);

// What a closed segment ends with: where its index lies.
void encodeTrailer(std::uint64_t indexOffset, std::byte* to);
Expected<std::uint64_t> decodeTrailer(std::span<std::byte const> bytes);

// "history-00000000000000000042.qh"; ".part" behind it while it is written.
std::string historySegmentName(std::uint64_t number);
inline constexpr std::string_view historyPart = ".part";

// The number in such a name, of either kind.
std::optional<std::uint64_t> parseHistoryName(std::string_view name);
bool isHistoryPart(std::string_view name);

inline constexpr std::string_view historyLockName = "history.lock";
inline constexpr std::string_view historyMendName = "history-mend.tmp"; // a segment being put right

// Storage's errors speak of the journal.
Error historyError(Error error);

} // namespace qob
