#include "engine/database/projector.h"

#include "engine/storage/mark_file.h"

namespace qob {

Projector::Projector(
    FileSystem& files,
    ProjectorSettings settings,
    OpenDatabase open,
    std::unique_ptr<RecordTranslator> translator,
    Log& log
)
    : m_files(files)
    , m_settings(std::move(settings))
    , m_open(std::move(open))
    , m_translator(std::move(translator))
    , m_follower(
          {[this] { return durable(); },
           [this] { return begin(); },
           [this](std::uint64_t upTo) { return write(upTo); },
           [this] {
               close();
           }},
          m_settings.pace,
          log,
          "orders",
          "db"
      )
{}

// Where the database stands is the only truth about what was written: a commit may have been done although
// its answer was lost.
Expected<std::uint64_t> Projector::begin()
{
    auto opened = m_open();
    if (!opened) {
        return tl::unexpected(opened.error());
    }
    m_database = std::move(*opened);
    auto const state = m_database->projection();
    if (!state) {
        return tl::unexpected(state.error());
    }
    auto instruments = m_database->runInstruments();
    if (!instruments) {
        return tl::unexpected(instruments.error());
    }
    m_state = *state;
    ReplayFrom from{m_state.sequence + 1, {}};
    if (m_state.sequence > 0) {
        from.hashBefore = m_state.hash;
    }
    m_tail.emplace(m_files, m_settings.directory, from);
    m_translator->begin(std::move(*instruments));
    return m_state.sequence;
}

Expected<std::uint64_t> Projector::write(std::uint64_t upTo)
{
    if (upTo < m_state.sequence) {
        return fail(
            ErrorCode::SnapshotMismatch,
            "the database stands at record " + std::to_string(m_state.sequence) + ", the journal ends with " +
                std::to_string(upTo) + ": it is another journal's"
        );
    }
    RowBatch batch;
    batch.behind = m_state.sequence;
    auto const count = m_tail->read(upTo, m_settings.batchRecords, [&](JournalRecord const& record) {
        batch.sequence = record.sequence;
        batch.hash = record.hash;
        batch.time = record.time;
        return m_translator->translate(record, batch);
    });
    if (!count) {
        return tl::unexpected(count.error());
    }
    if (*count > 0) {
        if (auto applied = m_database->apply(batch); !applied) {
            return tl::unexpected(applied.error());
        }
        m_state = {batch.sequence, batch.hash, batch.time};
    }
    return m_state.sequence;
}

Expected<std::uint64_t> Projector::durable()
{
    if (m_settings.durable) {
        return m_settings.durable();
    }
    auto const mark = readMark(m_files, m_settings.directory);
    if (!mark) {
        return tl::unexpected(mark.error());
    }
    return *mark ? (*mark)->mark.sequence : 0;
}

void Projector::close()
{
    m_tail.reset();
    // A connection comes back by itself; one to a file that was taken away does not.
    m_database.reset();
}

} // namespace qob
