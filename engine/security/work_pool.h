#pragma once

#include "engine/base/expected.h"

#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace qob {

// A few threads for work that would hold others up: hashing passwords, waiting for a database. Bounded: a
// flood of logins costs its senders a refusal and not the server its memory. Each hash in work takes 19 MiB.
// Any thread may post. Destroying it finishes what was taken.
class WorkPool {
public:
    WorkPool(std::size_t threads, std::size_t mostWaiting);
    ~WorkPool();
    WorkPool(WorkPool const&) = delete;
    WorkPool& operator=(WorkPool const&) = delete;

    // RequestBusy when as much is waiting as may; `work` was not taken then. It must not throw.
    [[nodiscard]] Expected<void> post(std::function<void()> work);

    // Takes nothing more and waits for what was taken: afterwards nobody is told anything. Not from its own
    // work.
    void end();

private:
    void run();

    std::size_t const m_mostWaiting;
    std::mutex m_mutex;
    std::condition_variable m_wake;
    std::deque<std::function<void()>> m_waiting;
    bool m_stop = false;
    std::vector<std::thread> m_threads;
};

} // namespace qob
