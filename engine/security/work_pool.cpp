#include "engine/security/work_pool.h"

#include "engine/base/thread.h"

#include <utility>

namespace qob {

WorkPool::WorkPool(std::size_t threads, std::size_t mostWaiting) : m_mostWaiting(mostWaiting)
{
    for (std::size_t i = 0; i < threads; ++i) {
        m_threads.push_back(startThread("pool-" + std::to_string(i + 1), ThreadWork::Behind, [this] {
            run();
        }));
    }
}

WorkPool::~WorkPool()
{
    end();
}

void WorkPool::end()
{
    {
        const std::lock_guard lock(m_mutex);
        m_stop = true;
    }
    m_wake.notify_all();
    for (std::thread& thread : std::exchange(m_threads, {})) {
        thread.join();
    }
}

Expected<void> WorkPool::post(std::function<void()> work)
{
    {
        const std::lock_guard lock(m_mutex);
        if (m_stop) {
            return fail(ErrorCode::RequestBusy, "the server is stopping");
        }
        if (m_waiting.size() >= m_mostWaiting) {
            return fail(ErrorCode::RequestBusy, std::to_string(m_mostWaiting) + " others are waiting");
        }
        m_waiting.push_back(std::move(work));
    }
    m_wake.notify_one();
    return {};
}

void WorkPool::run()
{
    std::unique_lock lock(m_mutex);
    while (true) {
        m_wake.wait(lock, [&] { return m_stop || !m_waiting.empty(); });
        if (m_waiting.empty()) {
            return;
        }
        auto const work = std::move(m_waiting.front());
        m_waiting.pop_front();
        lock.unlock();
        work();
        lock.lock();
    }
}

} // namespace qob
