#pragma once

#include "engine/api/session.h"
#include "engine/base/clock.h"
#include "engine/base/log.h"
#include "engine/database/database.h"

#include <condition_variable>
#include <deque>
#include <functional>
#include <map>
#include <thread>

namespace qob {

// What is kept of an instrument; neither: nothing is.
struct ArchiveChoice {
    bool ticks = false;
    std::vector<CandleInterval> candles;
};

struct MarketArchiveSettings {
    std::function<ArchiveChoice(Instrument const&)> choose; // called on the archive's thread
    std::size_t queueRows = 200'000;                        // more than that waiting is lost, and a gap
    std::size_t batchRows = 5'000;
    Duration interval = seconds(1); // how long rows wait for others
    Duration firstRetry = milliseconds(200);
    Duration longestRetry = seconds(15);
};

struct MarketArchiveStatus {
    bool up = false; // the last thing asked of the database was done
    std::size_t waiting = 0;
    std::uint64_t written = 0; // rows
    std::uint64_t lost = 0;    // rows, each in a gap
    std::optional<Error> problem;
};

// Keeps closed candles and trades of chosen instruments in a database, on a thread of its own ("archive").
// Unlike orders they are in no journal: while the database is away they wait in a bounded queue, and what
// finds no room there, or was dropped before it came here, is written down as a gap, never silent. Trades
// from before the archive began to watch are not its.
class MarketArchive {
public:
    using OpenDatabase = std::function<Expected<std::unique_ptr<Database>>()>;

    // All references must outlive it; `open` is called on its thread.
    MarketArchive(
        Session& session, MarketArchiveSettings settings, OpenDatabase open, Clock const& clock, Log& log
    );
    // Writes what waits, if the database is there.
    ~MarketArchive();
    MarketArchive(MarketArchive const&) = delete;
    MarketArchive& operator=(MarketArchive const&) = delete;

    // Any thread.
    [[nodiscard]] MarketArchiveStatus status() const;

private:
    // What came of one topic at once.
    struct Arrival {
        Topic topic;
        bool snapshot = false;
        std::variant<InstrumentList, TradeBatch, CandleBatch> what;
    };

    // What of a stream found no room.
    struct Loss {
        Timestamp begins;
        Timestamp ends;
        std::uint64_t rows = 0;
    };

    struct Inbox final : EventSink {
        explicit Inbox(std::size_t most) : mostRows(most) {}

        bool onEvent(Event const& event) override;
        void lose(Topic const& topic, Timestamp begins, Timestamp ends, std::uint64_t count);

        std::size_t const mostRows;
        std::mutex mutex;
        std::condition_variable wake;
        std::deque<Arrival> arrivals;
        std::size_t rows = 0;
        std::map<Topic, Loss> losses;
        std::uint64_t lost = 0;
        bool stop = false;
    };

    // An instrument that is watched.
    struct Series {
        Instrument instrument;
        bool begun = false;        // something came of its trades
        bool stored = false;       // one of them was kept
        std::optional<Trade> last; // the newest that was seen
        std::vector<Subscription> subscriptions;
    };

    void run();
    [[nodiscard]] bool isToEnd(bool written);
    [[nodiscard]] bool collect();
    void take(Arrival const& arrival);
    void take(InstrumentList const& list);
    void take(Series& series, TradeBatch const& batch, bool snapshot);
    void take(Series& series, CandleBatch const& batch);
    void take(Topic const& topic, Loss const& loss);
    void addTick(Series& series, Trade const& trade);
    [[nodiscard]] Expected<void> write();
    [[nodiscard]] Expected<void> noteBeginnings();

    Session& m_session;
    MarketArchiveSettings const m_settings;
    OpenDatabase const m_open;
    Log& m_log;
    Inbox m_inbox;
    Subscription m_instruments;

    // Of its thread.
    std::unique_ptr<Database> m_database;
    std::map<InstrumentId, Series> m_series;
    MarketBatch m_batch;
    std::vector<GapRow> m_begun; // where series begin in this program
    std::uint64_t m_nextTick;    // unlike any that was given before, as it begins with the time

    mutable std::mutex m_mutex;
    MarketArchiveStatus m_status;
    std::thread m_thread;
};

} // namespace qob
