#include "engine/storage/group_committer.h"

#include "engine/base/thread.h"

#include <utility>

namespace qob {

GroupCommitter::GroupCommitter(
    std::unique_ptr<JournalDisk> disk,
    std::uint64_t durable,
    std::size_t bufferBytes,
    DurableCallback onDurable
)
    : m_disk(std::move(disk))
    , m_onDurable(std::move(onDurable))
    , m_writing(bufferBytes)
    , m_pending(bufferBytes)
{
    publishDurable(durable);
    publishSpace(m_disk->readySegment(), m_disk->spaceLow());
    m_thread = startThread("journal", ThreadWork::Prompt, [this] { run(); });
}

GroupCommitter::~GroupCommitter()
{
    {
        std::scoped_lock const lock(m_mutex);
        m_stop = true;
    }
    m_work.notify_one();
    m_thread.join();
}

void GroupCommitter::commit(JournalBatch& batch)
{
    if (batch.empty() && !spaceLow()) {
        return;
    }
    bool wake = false;
    {
        std::unique_lock lock(m_mutex);
        m_done.wait(lock, [&] { return failed() || batch.used() <= m_pending.free(); });
        if (failed()) {
            return;
        }
        if (batch.empty()) {
            m_lookForSpace = true;
        } else {
            m_pending.append(batch);
            batch.clear();
        }
        wake = !m_busy;
    }
    if (wake) {
        m_work.notify_one();
    }
}

void GroupCommitter::settle()
{
    std::unique_lock lock(m_mutex);
    m_done.wait(lock, [&] { return failed() || (m_pending.empty() && !m_lookForSpace && !m_busy); });
}

void GroupCommitter::waitFor(std::uint64_t sequence)
{
    std::unique_lock lock(m_mutex);
    m_done.wait(lock, [&] { return failed() || durableSequence() >= sequence; });
}

void GroupCommitter::run()
{
    std::unique_lock lock(m_mutex);
    while (!failed()) {
        m_busy = false;
        m_done.notify_all();
        m_work.wait(lock, [&] { return m_stop || m_lookForSpace || !m_pending.empty(); });
        if (m_stop && m_pending.empty()) {
            return;
        }
        m_busy = true;
        m_lookForSpace = false;
        std::swap(m_pending, m_writing);
        m_done.notify_all(); // there is room again
        lock.unlock();
        commitWriting();
        lock.lock();
    }
    m_done.notify_all();
}

void GroupCommitter::commitWriting()
{
    auto const report = [this](Expected<std::uint64_t> const& durable) {
        if (m_onDurable) {
            m_onDurable(durable);
        }
    };
    Expected<void> result;
    if (!m_writing.empty()) {
        result = m_disk->commit(m_writing);
        if (result) {
            auto const sequence = m_writing.last().sequence;
            m_writing.clear();
            {
                std::scoped_lock const lock(m_mutex);
                publishDurable(sequence);
            }
            m_done.notify_all();
            report(sequence);
        }
    }
    if (result) {
        result = m_disk->prepareNext();
        publishSpace(m_disk->readySegment(), m_disk->spaceLow());
    }
    if (!result) {
        publishFailure(result.error());
        report(tl::unexpected(failure()));
    }
}

} // namespace qob
