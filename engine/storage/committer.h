#pragma once

#include "engine/storage/journal_disk.h"

#include <atomic>

namespace qob {

// Who makes a writer's batches durable. This is where another way to be durable (a second machine) would come
// in: a writer only sees sequences become durable. `commit`, `settle` and `makeDurable` belong to the
// writer's thread, everything else to any.
class Committer {
public:
    Committer() = default;
    virtual ~Committer() = default;
    Committer(Committer const&) = delete;
    Committer& operator=(Committer const&) = delete;

    // Takes what the batch holds and leaves it empty. An empty batch is an occasion to look for space again.
    virtual void commit(JournalBatch& batch) = 0;

    // Returns when all that was committed has been written and the next segment has been made, or could not
    // be.
    virtual void settle() = 0;

    // Returns when all that was committed lies on the disk, whatever the durability.
    virtual void makeDurable() = 0;

    // Returns when the sequence is durable or nothing will be any more.
    virtual void waitFor(std::uint64_t sequence) = 0;

    [[nodiscard]] std::uint64_t durableSequence() const { return m_durable.load(std::memory_order_acquire); }

    [[nodiscard]] std::uint64_t readySegment() const
    {
        return m_readySegment.load(std::memory_order_acquire);
    }

    [[nodiscard]] bool spaceLow() const { return m_spaceLow.load(std::memory_order_relaxed); }

    [[nodiscard]] bool failed() const { return m_failed.load(std::memory_order_acquire); }

    // The first failure; only when `failed`.
    [[nodiscard]] Error const& failure() const { return m_failure; }

protected:
    void publishDurable(std::uint64_t sequence) { m_durable.store(sequence, std::memory_order_release); }

    void publishSpace(std::uint64_t readySegment, bool spaceLow)
    {
        m_readySegment.store(readySegment, std::memory_order_release);
        m_spaceLow.store(spaceLow, std::memory_order_relaxed);
    }

    // The first failure is kept; to be called by the thread that commits only.
    void publishFailure(Error const& error)
    {
        if (!failed()) {
            m_failure = Error{ErrorCode::JournalIoFailed, error.detail};
            m_failed.store(true, std::memory_order_release);
        }
    }

private:
    std::atomic<std::uint64_t> m_durable{0};
    std::atomic<std::uint64_t> m_readySegment{0};
    std::atomic<bool> m_spaceLow{false};
    std::atomic<bool> m_failed{false};
    Error m_failure;
};

// Does everything on the writer's thread before `commit` returns.
class DirectCommitter final : public Committer {
public:
    DirectCommitter(std::unique_ptr<JournalDisk> disk, std::uint64_t durable, DurableCallback onDurable);

    void commit(JournalBatch& batch) override;

    void settle() override {}

    void makeDurable() override;

    void waitFor(std::uint64_t /*sequence*/) override {}

private:
    void finish(Expected<void> const& result, std::uint64_t sequence);

    std::unique_ptr<JournalDisk> m_disk;
    DurableCallback m_onDurable;
};

// Forgets every batch: for runs that need no journal and for measuring what the disk costs.
class MemoryCommitter final : public Committer {
public:
    MemoryCommitter() { publishSpace(~std::uint64_t{0}, false); }

    void commit(JournalBatch& batch) override
    {
        if (!batch.empty()) {
            publishDurable(batch.last().sequence);
            batch.clear();
        }
    }

    void settle() override {}

    void makeDurable() override {}

    void waitFor(std::uint64_t /*sequence*/) override {}
};

} // namespace qob
