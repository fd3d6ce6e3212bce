#pragma once

#include "engine/history/heat_files.h"
#include "engine/history/segment_reader.h"
#include "engine/history/segment_writer.h"

#include <memory>

namespace qob {

struct HistorySettings {
    std::string directory;
    int level = HistoryCodec::defaultLevel; // of zstd
    std::size_t blockEvents = 16'384;       // a block ends with the batch that fills it,
    Duration blockTime = seconds(5);        // or that takes it over so much market time
    Duration keyTime = minutes(5);          // from key frame to key frame
    Duration segmentTime = hours(1); // a segment ends at the key frame where a multiple of it is passed,
    std::uint64_t segmentBytes = 64U << 20U; // or it is so long
    bool heat = true;                        // coarse heat maps, too
    Duration keepTime;           // segments older than the newest event by more are deleted; 0: none
    std::uint64_t keepBytes = 0; // the oldest segments are deleted when there is more; 0: never
};

// Writes events into a directory's segments: blocks, key frames, rotation, retention. Whole segments are
// deleted, never the present one. Holds history.lock. Errors are HistoryFull, HistoryIoFailed, StorageInUse
// and StorageFileMissing; after one nothing more is written. One thread.
class HistoryWriter {
public:
    // Makes the directory, puts right what a crash left. HistoryOutOfOrder where there are events from after
    // `begin` already.
    static Expected<std::unique_ptr<HistoryWriter>>
    open(FileSystem& files, HistorySettings const& settings, Timestamp begin);

    // What happened, in order; a batch of Kind::Key holds all books as they are then, and is where a segment
    // may end: see keyAfter(). `settle`: nobody waits, so what was written is made to survive the loss of
    // power.
    Expected<void> write(HistoryBlock const& batch, bool settle);

    // Writes what is held back and closes the segment.
    Expected<void> finish();

    // The present segment is as long as it should become: a key frame is wanted.
    [[nodiscard]] bool wantsKey() const { return m_segment && m_segment->bytes() >= m_settings.segmentBytes; }

    // What was found when it opened.
    [[nodiscard]] std::vector<std::string> const& notices() const { return m_notices; }

    // All that this one has written so far.
    [[nodiscard]] std::uint64_t bytes() const { return m_closedBytes + (m_segment ? m_segment->bytes() : 0); }

private:
    struct Kept {
        std::string path;
        std::uint64_t bytes;
        Timestamp last;
    };

    HistoryWriter(FileSystem& files, HistorySettings const& settings);

    Expected<void> findKept(Timestamp begin);
    Expected<void> writeEvents(HistoryBlock const& batch);
    Expected<void> addEvents(HistoryBlock const& batch);
    Expected<void> writeKey(HistoryBlock const& batch);
    Expected<void> writeRaw(HistoryBlock const& batch);
    [[nodiscard]] bool isFull() const;
    Expected<void> cut();
    Expected<void> cutRaw();
    Expected<void> writeBlock(HistoryBlockHeader::Kind kind, HistoryBlock const& block);
    Expected<void> openSegment(Timestamp first);
    void addHeat(InstrumentId instrument, Duration columnTime, HeatTick tick, HeatChunk const& chunk);
    Expected<void> writeHeat();
    Expected<void> closeSegment(bool last = false);
    Expected<void> removeOld();
    [[nodiscard]] bool segmentDue(Timestamp time) const;

    FileSystem& m_files;
    HistorySettings m_settings;
    std::unique_ptr<File> m_lock;
    HistoryCodec m_codec;
    HistorySummary m_summary;
    HistoryBlock m_block;
    HistoryBlock m_raw;
    std::size_t m_rawBytes = 0;
    HistoryBlock m_key;
    HeatFiles m_heat;
    std::vector<std::pair<HistoryBlockHeader, std::vector<std::byte>>> m_heatBlocks; // to be written
    std::optional<SegmentWriter> m_segment;
    std::uint64_t m_nextNumber = 1;
    std::uint64_t m_run = 0;
    Timestamp m_last = Timestamp::min();
    std::uint64_t m_closedBytes = 0;
    bool m_unsynced = false;
    std::vector<Kept> m_kept; // closed segments, oldest first
    std::vector<std::string> m_notices;
    std::vector<std::byte> m_payload;
};

// When the next key frame is due after one at `time`.
Timestamp keyAfter(HistorySettings const& settings, Timestamp time);

} // namespace qob
