#pragma once

#include "engine/history/history_books.h"
#include "engine/history/segment_reader.h"
#include "engine/history/segment_writer.h"

#include <memory>

namespace qob {

struct HistorySettings {
    std::string directory;
    int level = HistoryCodec::defaultLevel; // of zstd
    std::size_t blockEvents = 16'384;       // a block holds no more,
    Duration blockTime = seconds(5);        // nor more market time
    Duration keyTime = minutes(5);          // a key frame at least so often
    Duration segmentTime = hours(1);        // a segment ends where a multiple of it is passed
    std::uint64_t segmentBytes = 64U << 20U;
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

    // `settle`: nobody waits, so what was written is made to survive the loss of power.
    Expected<void> write(HistoryBlock const& batch, bool settle);

    // Writes what is held back and closes the segment.
    Expected<void> finish();

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

    HistoryWriter(FileSystem& files, HistorySettings const& settings)
        : m_files(files)
        , m_settings(settings)
        , m_codec(settings.level)
    {}

    Expected<void> findKept(Timestamp begin);
    Expected<void> add(HistoryItem const& item);
    void addRaw(RawFrame const& frame, Timestamp time);
    Expected<void> cut();
    Expected<void> cutRaw();
    Expected<void> writeBlock(HistoryBlockHeader::Kind kind, HistoryBlock const& block);
    Expected<void> writeKey(Timestamp time);
    Expected<void> openSegment(Timestamp first);
    Expected<void> closeSegment();
    Expected<void> removeOld();
    [[nodiscard]] bool keyDue() const;
    [[nodiscard]] bool segmentDue() const;

    FileSystem& m_files;
    HistorySettings m_settings;
    std::unique_ptr<File> m_lock;
    HistoryCodec m_codec;
    HistoryBooks m_books;
    HistorySummary m_summary;
    HistoryBlock m_block;
    HistoryBlock m_raw;
    std::size_t m_rawBytes = 0;
    std::optional<SegmentWriter> m_segment;
    std::uint64_t m_nextNumber = 1;
    std::uint64_t m_run = 0;
    Timestamp m_last = Timestamp::min();
    Timestamp m_keyAt;
    std::uint64_t m_keyBytes = 0; // of the last key frame
    std::uint64_t m_bytesSinceKey = 0;
    std::uint64_t m_closedBytes = 0;
    bool m_unsynced = false;
    std::vector<Kept> m_kept; // closed segments, oldest first
    std::vector<std::string> m_notices;
    std::vector<std::byte> m_payload;
    HistoryBlock m_key;
};

} // namespace qob
