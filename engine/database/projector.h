#pragma once

#include "engine/base/clock.h"
#include "engine/base/log.h"
#include "engine/database/database.h"
#include "engine/storage/journal_tail.h"

#include <atomic>
#include <condition_variable>
#include <functional>
#include <thread>

namespace qob {

// What records of a journal mean as rows; whoever knows the records fills this in. One thread at a time.
class RecordTranslator {
public:
    RecordTranslator() = default;
    virtual ~RecordTranslator() = default;
    RecordTranslator(RecordTranslator const&) = delete;
    RecordTranslator& operator=(RecordTranslator const&) = delete;

    // Reading begins, anew or for the first time, behind records that said this much of instruments. What was
    // known before is forgotten.
    virtual void begin(std::vector<Instrument> instruments) = 0;

    // Adds what the record says; sequence, hash and time of the batch are the caller's. JournalCorrupt,
    // JournalUnknownVersion.
    [[nodiscard]] virtual Expected<void> translate(JournalRecord const& record, RowBatch& batch) = 0;
};

struct ProjectorSettings {
    std::string directory; // of the journal
    std::function<std::uint64_t()>
        durable; // the writer's durableSequence, any thread; none: the mark file is read
    std::size_t batchRecords = 2'000;
    Duration poll = milliseconds(250); // how long it waits for wake() when there is nothing to do
    Duration firstRetry = milliseconds(200);
    Duration longestRetry = seconds(15); // each wait is twice the one before, up to this
};

struct ProjectorStatus {
    bool up = false;             // the last thing asked of the database was done
    std::uint64_t projected = 0; // the last record that is in the tables
    std::uint64_t durable = 0;   // the last one there is
    std::uint64_t batches = 0;
    std::uint64_t failures = 0;
    std::optional<Error> problem; // why it is not up

    [[nodiscard]] std::uint64_t lag() const { return durable > projected ? durable - projected : 0; }
};

// Follows a journal into a database, on a thread of its own ("db"). Rows and the place they go up to are
// written together, so nothing is missing or twice in the tables, whatever is stopped when. A database that
// is away, or a journal that cannot be read, is tried again and again, and nobody else waits for it: the
// journal holds what is missing.
class Projector {
public:
    using OpenDatabase = std::function<Expected<std::unique_ptr<Database>>()>;

    // All references must outlive it; `open` is called on its thread.
    Projector(
        FileSystem& files,
        ProjectorSettings settings,
        OpenDatabase open,
        std::unique_ptr<RecordTranslator> translator,
        Log& log
    );
    // Finishes the batch it is at.
    ~Projector();
    Projector(Projector const&) = delete;
    Projector& operator=(Projector const&) = delete;

    // There is more in the journal. Any thread, does not wait; no need to call it for every record.
    void wake();

    // Any thread.
    [[nodiscard]] ProjectorStatus status() const;

    // Waits until the record is in the tables; false: it was not in time, by the steady clock's real time.
    // Any thread but its own.
    [[nodiscard]] bool waitFor(std::uint64_t sequence, Duration limit);

private:
    void run();
    [[nodiscard]] Expected<bool> step();
    [[nodiscard]] Expected<void> startReading();
    [[nodiscard]] Expected<std::uint64_t> durable();
    void succeeded(std::uint64_t projected, bool wrote);
    void failed(Error const& error);

    FileSystem& m_files;
    ProjectorSettings const m_settings;
    OpenDatabase const m_open;
    Log& m_log;

    // Of its thread.
    std::unique_ptr<RecordTranslator> m_translator;
    std::unique_ptr<Database> m_database;
    std::optional<JournalTail> m_tail;
    ProjectionState m_state;

    mutable std::mutex m_mutex;
    std::condition_variable m_wake;
    std::condition_variable m_progress;
    ProjectorStatus m_status;
    bool m_woken = false;
    bool m_stop = false;
    std::thread m_thread;
};

} // namespace qob
