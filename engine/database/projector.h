#pragma once

#include "engine/database/database.h"
#include "engine/database/follower.h"
#include "engine/storage/journal_tail.h"

#include <functional>

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
    FollowerPace pace = {};
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
    ~Projector() = default;
    Projector(Projector const&) = delete;
    Projector& operator=(Projector const&) = delete;

    // As Follower has them.
    void wake() { m_follower.wake(); }

    [[nodiscard]] FollowerStatus status() const { return m_follower.status(); }

    [[nodiscard]] bool waitFor(std::uint64_t sequence, Duration limit)
    {
        return m_follower.waitFor(sequence, limit);
    }

private:
    [[nodiscard]] Expected<std::uint64_t> durable();
    [[nodiscard]] Expected<std::uint64_t> begin();
    [[nodiscard]] Expected<std::uint64_t> write(std::uint64_t upTo);
    void close();

    FileSystem& m_files;
    ProjectorSettings const m_settings;
    OpenDatabase const m_open;
    std::unique_ptr<RecordTranslator> m_translator;
    std::unique_ptr<Database> m_database;
    std::optional<JournalTail> m_tail;
    ProjectionState m_state;
    Follower m_follower; // last: its thread uses what is before it
};

} // namespace qob
