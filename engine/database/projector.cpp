#include "engine/database/projector.h"

#include "engine/storage/mark_file.h"

#include <algorithm>
#include <chrono>

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
    , m_log(log)
    , m_translator(std::move(translator))
    , m_thread([this] { run(); })
{}

Projector::~Projector()
{
    {
        const std::lock_guard lock(m_mutex);
        m_stop = true;
    }
    m_wake.notify_one();
    m_thread.join();
}

void Projector::wake()
{
    {
        const std::lock_guard lock(m_mutex);
        m_woken = true;
    }
    m_wake.notify_one();
}

ProjectorStatus Projector::status() const
{
    const std::lock_guard lock(m_mutex);
    return m_status;
}

bool Projector::waitFor(std::uint64_t sequence, Duration limit)
{
    std::unique_lock lock(m_mutex);
    return m_progress.wait_for(lock, std::chrono::nanoseconds(limit.value), [&] {
        return m_status.projected >= sequence;
    });
}

void Projector::run()
{
    auto retry = m_settings.firstRetry;
    while (true) {
        auto const stepped = step();
        Duration pause(0);
        if (!stepped) {
            failed(stepped.error());
            pause = retry;
            retry = std::min(retry + retry, m_settings.longestRetry);
        } else {
            retry = m_settings.firstRetry;
            pause = *stepped ? Duration(0) : m_settings.poll;
        }
        std::unique_lock lock(m_mutex);
        // More in the journal is no reason to ask a database that is away.
        m_wake.wait_for(lock, std::chrono::nanoseconds(pause.value), [&] {
            return m_stop || (m_woken && stepped.has_value());
        });
        m_woken = false;
        if (m_stop) {
            return;
        }
    }
}

// One batch. False: there was nothing to do.
Expected<bool> Projector::step()
{
    // First of all, so that the lag is known while the database is away.
    auto const upTo = durable();
    if (!upTo) {
        return tl::unexpected(upTo.error());
    }
    if (!m_database) {
        auto opened = m_open();
        if (!opened) {
            return tl::unexpected(opened.error());
        }
        m_database = std::move(*opened);
    }
    if (!m_tail) {
        if (auto started = startReading(); !started) {
            return tl::unexpected(started.error());
        }
    }
    if (*upTo < m_state.sequence) {
        return fail(
            ErrorCode::SnapshotMismatch,
            "the database stands at record " + std::to_string(m_state.sequence) + ", the journal ends with " +
                std::to_string(*upTo) + ": it is another journal's"
        );
    }
    RowBatch batch;
    batch.behind = m_state.sequence;
    auto const count = m_tail->read(*upTo, m_settings.batchRecords, [&](JournalRecord const& record) {
        batch.sequence = record.sequence;
        batch.hash = record.hash;
        batch.time = record.time;
        return m_translator->translate(record, batch);
    });
    if (!count) {
        return tl::unexpected(count.error());
    }
    if (*count == 0) {
        succeeded(m_state.sequence, false);
        return false;
    }
    if (auto applied = m_database->apply(batch); !applied) {
        return tl::unexpected(applied.error());
    }
    m_state = {batch.sequence, batch.hash, batch.time};
    succeeded(m_state.sequence, true);
    return m_state.sequence < *upTo;
}

// Where the database stands is the only truth about what was written: a commit may have been done although
// its answer was lost.
Expected<void> Projector::startReading()
{
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
    const std::lock_guard lock(m_mutex);
    m_status.projected = m_state.sequence;
    return {};
}

Expected<std::uint64_t> Projector::durable()
{
    std::uint64_t sequence = 0;
    if (m_settings.durable) {
        sequence = m_settings.durable();
    } else {
        auto const mark = readMark(m_files, m_settings.directory);
        if (!mark) {
            return tl::unexpected(mark.error());
        }
        sequence = *mark ? (*mark)->mark.sequence : 0;
    }
    const std::lock_guard lock(m_mutex);
    m_status.durable = sequence;
    return sequence;
}

void Projector::succeeded(std::uint64_t projected, bool wrote)
{
    bool back = false;
    {
        const std::lock_guard lock(m_mutex);
        back = m_status.problem.has_value();
        m_status.up = true;
        m_status.problem.reset();
        m_status.projected = projected;
        m_status.batches += wrote ? 1U : 0U;
    }
    m_progress.notify_all();
    if (back) {
        m_log.info("db", "the database is back", {{"projected", projected}});
    }
}

void Projector::failed(Error const& error)
{
    bool news = false;
    {
        const std::lock_guard lock(m_mutex);
        news = !m_status.problem || m_status.problem->code != error.code;
        m_status.up = false;
        m_status.problem = error;
        ++m_status.failures;
    }
    m_tail.reset();
    // A connection comes back by itself; one to a file that was taken away does not.
    m_database.reset();
    if (news) {
        m_log.warning("db", "the database cannot be written, trading goes on", {{"error", error.message()}});
    }
}

} // namespace qob
