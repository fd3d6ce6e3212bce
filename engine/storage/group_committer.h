#pragma once

#include "engine/storage/committer.h"

#include <condition_variable>
#include <mutex>
#include <thread>

namespace qob {

// Writes and syncs on a thread of its own ("journal") while the writer's thread goes on filling its batch:
// what is committed during one sync is made durable together by the next one.
//
// Threads: the writer's thread calls `commit`, `settle` and `makeDurable`; any thread may wait and read. The
// disk and the callback belong to the journal thread. The two meet in one batch under one mutex, held for a
// copy on one side and a swap on the other. Destroying it finishes what was committed.
class GroupCommitter final : public Committer {
public:
    GroupCommitter(
        std::unique_ptr<JournalDisk> disk,
        std::uint64_t durable,
        std::size_t bufferBytes,
        DurableCallback onDurable
    );
    ~GroupCommitter() override;
    GroupCommitter(GroupCommitter const&) = delete;
    GroupCommitter& operator=(GroupCommitter const&) = delete;

    // Waits for the disk only when it is a whole buffer behind.
    void commit(JournalBatch& batch) override;
    void settle() override;

    void makeDurable() override { settle(); }

    void waitFor(std::uint64_t sequence) override;

private:
    void run();
    void commitWriting();

    std::unique_ptr<JournalDisk> m_disk;
    DurableCallback m_onDurable;
    JournalBatch m_writing; // of the journal thread

    std::mutex m_mutex;
    std::condition_variable m_work; // for the journal thread
    std::condition_variable m_done; // for those who wait for it
    JournalBatch m_pending;
    bool m_lookForSpace = false;
    bool m_busy = false;
    bool m_stop = false;

    std::thread m_thread;
};

} // namespace qob
