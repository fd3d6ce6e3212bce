#pragma once

#include "engine/history/history_writer.h"
#include "engine/market/market.h"

#include <atomic>
#include <condition_variable>
#include <deque>
#include <mutex>
#include <thread>
#include <unordered_map>

namespace qob {

struct RecorderSettings {
    HistorySettings history;
    std::size_t batches = 128; // that may wait for the disk: 32 KiB each
    // When that is full: wait for the disk (a replay has time), or leave events out and mark the hole (a live
    // market does not wait).
    bool waitWhenFull = false;
    // So much market time after the last, what is in the batch goes on its way: what a crash may cost beside
    // the last block.
    Duration flushTime = seconds(1);
};

struct HistoryProgress {
    std::uint64_t events = 0; // level changes and trades taken
    std::uint64_t bytes = 0;  // written
    std::uint64_t missed = 0; // events left out because the disk was behind
    bool failed = false;      // recording has stopped
};

// Records what a market does. The market's thread stores events in batches; a thread of its own, "history",
// makes blocks of them and writes those. Between them lies a bounded queue. When the disk is full or fails,
// recording stops and says so; the market goes on.
//
// All calls but progress() are of the market's thread.
class HistoryRecorder final : public MarketListener, public RawListener {
public:
    static constexpr std::size_t batchEvents = 1024;

    // As HistoryWriter::open. `files` and `market` must outlive it; the market is asked for books after a
    // hole, and for counters.
    static Expected<std::unique_ptr<HistoryRecorder>>
    open(FileSystem& files, RecorderSettings const& settings, Market const& market, Timestamp begin);

    ~HistoryRecorder() override;
    HistoryRecorder(HistoryRecorder const&) = delete;
    HistoryRecorder& operator=(HistoryRecorder const&) = delete;

    // Begins with these instruments and their books as they are, for a market that has been running.
    void begin(std::vector<Instrument> const& instruments, Timestamp now);

    void onInstrument(Instrument const& instrument) override;
    void onLevel(InstrumentId instrument, Side side, Price price, Qty qty, Timestamp time) override;
    void onBookCleared(InstrumentId instrument, Timestamp time) override;
    void onBookUpdated(InstrumentId instrument, Timestamp time) override;
    void onTrade(Trade const& trade) override;
    void onStatistics(InstrumentStatistics const& statistics) override;
    void onFeed(FeedStatus const& status) override;
    void onNotice(Notice const& notice) override;

    void onRaw(RawMessage const& message, Timestamp time) override;

    // Writes everything and ends the thread. The error that stopped it, if one did.
    Expected<void> finish();

    // What a user should be told since the last call: what was mended, a hole, the disk's failure.
    [[nodiscard]] std::vector<Notice> takeNotices();

    // Any thread.
    [[nodiscard]] HistoryProgress progress() const;

private:
    // Events lie in an array that only the market's thread writes, and which is not cleared in between: so it
    // stays in that thread's cache as far as it can.
    struct BatchData {
        std::unique_ptr<HistoryEvent[]> events = std::make_unique<HistoryEvent[]>(batchEvents);
        std::size_t used = 0; // 0: the events are the block's own
        HistoryBlock block;
    };

    using Batch = std::unique_ptr<BatchData>;

    struct Known {
        Instrument instrument;
        std::uint64_t messages = 0; // when the counters were last written
    };

    HistoryRecorder(
        std::unique_ptr<HistoryWriter> writer, RecorderSettings const& settings, Market const& market
    );

    void run();
    bool put(InstrumentId instrument, HistoryEvent::Kind kind, Price price, Qty qty, Timestamp time);
    HistoryEvent* makeRoom(); // null: the event is missed
    void add(HistoryExtra extra, InstrumentId instrument, Timestamp time);
    void flush(bool now);
    void handOver(bool now);
    void write(HistoryBlock const& block, bool settle);
    void useBatch(Batch batch);
    void flushRaw();
    void sample(Timestamp time);
    void addBook(Instrument const& instrument, Timestamp time);
    void writeKey(Timestamp time);
    void comeBack(Timestamp time);
    void tell(Notice::Level level, Timestamp time, Error const& error);

    Market const& m_market;
    RecorderSettings m_settings;
    std::unique_ptr<HistoryWriter> m_writer; // of the thread
    Batch m_batch;                           // null: events are being left out
    HistoryEvent* m_at = nullptr;            // the next of its events
    HistoryEvent* m_end = nullptr;
    std::vector<Known> m_known;
    std::unordered_map<InstrumentId, std::optional<InstrumentStatistics>> m_statistics; // keepLast()
    std::vector<Notice> m_notices;
    Timestamp m_now;
    Timestamp m_nextSample;
    Timestamp m_nextFlush;
    Timestamp m_nextKey;
    Timestamp m_holeFrom;
    std::uint64_t m_missed = 0;
    std::unique_ptr<HistoryBlock> m_raw; // frames
    std::size_t m_rawBytes = 0;
    DepthView m_depth;

    mutable std::mutex m_mutex;
    std::condition_variable m_work; // for the thread
    std::condition_variable m_room; // for the market's
    std::deque<Batch> m_full;
    std::deque<HistoryBlock> m_rawFull;
    std::vector<Batch> m_free;
    std::optional<Error> m_error;
    bool m_stop = false;
    std::atomic<bool> m_keyWanted{false};
    std::atomic<bool> m_failed{false};
    bool m_failureTold = false;
    std::atomic<std::uint64_t> m_bytes{0};
    std::atomic<std::uint64_t> m_events{0};
    std::atomic<std::uint64_t> m_missedInAll{0};
    std::thread m_thread;
};

} // namespace qob
