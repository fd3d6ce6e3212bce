#include "engine/storage/committer.h"

namespace qob {

DirectCommitter::DirectCommitter(
    std::unique_ptr<JournalDisk> disk, std::uint64_t durable, DurableCallback onDurable
)
    : m_disk(std::move(disk))
    , m_onDurable(std::move(onDurable))
{
    publishDurable(durable);
    publishSpace(m_disk->readySegment(), m_disk->spaceLow());
}

void DirectCommitter::commit(JournalBatch& batch)
{
    if (failed()) {
        return;
    }
    if (!batch.empty()) {
        auto const result = m_disk->commit(batch);
        auto const sequence = batch.last().sequence;
        batch.clear();
        finish(result, sequence);
    }
    if (!failed()) {
        auto const prepared = m_disk->prepareNext();
        publishSpace(m_disk->readySegment(), m_disk->spaceLow());
        if (!prepared) {
            finish(prepared, 0);
        }
    }
}

void DirectCommitter::makeDurable()
{
    if (!failed()) {
        finish(m_disk->makeDurable(), durableSequence());
    }
}

void DirectCommitter::finish(Expected<void> const& result, std::uint64_t sequence)
{
    if (result) {
        publishDurable(sequence);
    } else {
        publishFailure(result.error());
    }
    if (m_onDurable) {
        m_onDurable(result ? Expected<std::uint64_t>(sequence) : tl::unexpected(failure()));
    }
}

} // namespace qob
