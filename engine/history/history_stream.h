#pragma once

#include "engine/history/history_books.h"
#include "engine/history/segment_reader.h"

#include <memory>
#include <optional>
#include <set>
#include <vector>

namespace qob {

// One segment of a history, as it was when the directory was read.
struct HistorySegment {
    std::string path;
    HistorySegmentHeader header;
    Timestamp last; // event
    std::uint64_t bytes = 0;
    std::uint64_t levels = 0;
    std::uint64_t trades = 0;
    bool closed = true;
};

// What is recorded from `from` on and before `to`, event by event, in memory bounded by a block. It begins
// with the state of the books at `from`. What cannot be read, and time in which nothing was recorded, is a
// HistoryHole; behind one, levels of a book come only once it has been told anew. Ids are those of the
// recording and may mean another instrument after a new run: runs() counts those. One thread.
class HistoryStream {
public:
    // `files` must outlive it.
    HistoryStream(FileSystem& files, std::vector<HistorySegment> segments, Timestamp from, Timestamp to);

    // False at the end. What `item` points to is valid until the next call.
    bool next(HistoryItem& item);

    // How often ids have changed their meaning; 0 at first.
    [[nodiscard]] std::uint64_t runs() const { return m_runs; }

    // What could not be read so far.
    [[nodiscard]] std::uint64_t damaged() const { return m_damaged; }

private:
    bool nextOf(HistoryItem& item);
    bool rollTo(HistoryItem& item);
    bool load();
    bool openSegment();
    bool take(HistoryBlockPlace const& place);
    bool read(HistoryBlockPlace const& place);
    bool hole(Error why);
    bool isVoid(HistoryEvent const& event);
    void findStart();

    FileSystem& m_files;
    std::vector<HistorySegment> m_segments;
    Timestamp m_from;
    Timestamp m_to;
    std::size_t m_segment = 0; // the next to be opened
    std::unique_ptr<SegmentReader> m_reader;
    std::size_t m_place = 0;
    std::uint64_t m_expected = 0; // number of the next block
    HistoryCodec m_codec;
    HistoryBlock m_block;
    HistoryCursor m_cursor;
    HistoryBooks m_books; // until `from` is reached
    HistoryBlock m_start; // the state at `from`, then the first item from there on
    HistoryCursor m_startCursor;
    std::optional<HistoryItem> m_first;
    bool m_rolling;        // before `from`
    bool m_inSync = false; // what was handed out so far is all there was
    bool m_inKey = false;
    bool m_holed = false;              // a hole has been met,
    std::set<InstrumentId> m_toldAnew; // and these books have been told since
    bool m_over = false;
    std::optional<HistorySegmentHeader> m_before;
    Timestamp m_time = Timestamp::min();
    std::uint64_t m_runs = 0;
    std::uint64_t m_damaged = 0;
};

} // namespace qob
