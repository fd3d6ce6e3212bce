#pragma once

#include "engine/history/history_codec.h"
#include "engine/history/history_format.h"
#include "engine/storage/file_system.h"

#include <map>
#include <memory>

namespace qob {

// One segment, closed or still being written. Its list of blocks comes from its index; where there is none
// that is good, from the blocks' own headers. Errors name file and byte. One thread.
class SegmentReader {
public:
    // Errors are those of FileSystem, and HistoryCorrupt or HistoryUnknownVersion for a file that does not
    // begin as a segment.
    static Expected<std::unique_ptr<SegmentReader>> open(FileSystem& files, std::string const& path);

    [[nodiscard]] std::string const& path() const { return m_path; }

    [[nodiscard]] HistorySegmentHeader const& header() const { return m_header; }

    // Those that can be read; a number that is missing among them is a block that was lost.
    [[nodiscard]] std::vector<HistoryBlockPlace> const& blocks() const { return m_index.blocks; }

    // Of the last event; of the header where there is none.
    [[nodiscard]] Timestamp last() const;

    [[nodiscard]] std::uint64_t bytes() const { return m_bytes; }

    // It has an index; a segment that was not closed has none.
    [[nodiscard]] bool indexed() const { return m_indexed; }

    // Where the last good block ends.
    [[nodiscard]] std::uint64_t goodEnd() const { return m_goodEnd; }

    // What was met that should not be there. A torn end of a segment that was not closed is none.
    [[nodiscard]] std::vector<Error> const& damage() const { return m_damage; }

    // A block's payload, checked against its CRC, into `out`, which is overwritten.
    Expected<void> read(HistoryBlockPlace const& place, std::vector<std::byte>& out);

    // Reads and decodes a block of events.
    Expected<void> read(HistoryBlockPlace const& place, HistoryCodec& codec, HistoryBlock& out);

    // What there is of each instrument: of the index, or else by reading all blocks.
    std::vector<HistoryInstrument> summarise(HistoryCodec& codec);

private:
    SegmentReader(std::unique_ptr<File> file, std::string path)
        : m_file(std::move(file))
        , m_path(std::move(path))
    {}

    Expected<void> readHeader();
    Expected<void> readIndex();
    void walk();
    [[nodiscard]] std::optional<HistoryBlockPlace> blockAt(std::uint64_t offset);
    [[nodiscard]] std::optional<HistoryBlockPlace> nextBlock(std::uint64_t from);
    [[nodiscard]] Error corrupt(std::uint64_t offset, std::string const& what) const;

    std::unique_ptr<File> m_file;
    std::string m_path;
    std::uint64_t m_bytes = 0;
    std::uint64_t m_goodEnd = historyHeaderBytes;
    HistorySegmentHeader m_header;
    HistoryIndex m_index;
    bool m_indexed = false;
    std::vector<Error> m_damage;
    std::vector<std::byte> m_buffer;
};

// Adds what a block of events holds to what is known of the instruments.
class HistorySummary {
public:
    void add(HistoryCodec::Tally const& tally);
    void add(HistoryItem const& item);

    // In the order they were met; starts anew.
    std::vector<HistoryInstrument> take();

    // Of instruments that were defined before.
    void define(Instrument const& instrument);

private:
    HistoryInstrument& itemOf(InstrumentId id);

    std::map<InstrumentId, HistoryInstrument> m_items;
    InstrumentId m_lastId{0};
    HistoryInstrument* m_last = nullptr;
};

} // namespace qob
