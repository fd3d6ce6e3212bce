#pragma once

#include <chrono>
#include <condition_variable>
#include <cstddef>
#include <mutex>
#include <utility>
#include <vector>

namespace qob {

// A bounded queue from many threads to one. Pushing never waits: a full box says so. The reader takes
// everything at once into a buffer of its own, so the lock is held for a swap.
template <class T>
class Mailbox {
public:
    explicit Mailbox(std::size_t capacity) : m_capacity(capacity) {}

    // False when the box is full; the item is then not queued.
    bool tryPush(T item)
    {
        {
            const std::lock_guard lock(m_mutex);
            if (m_items.size() >= m_capacity) {
                return false;
            }
            m_items.push_back(std::move(item));
        }
        m_ready.notify_one();
        return true;
    }

    // For what must not be lost and is known to be rare.
    void pushAlways(T item)
    {
        {
            const std::lock_guard lock(m_mutex);
            m_items.push_back(std::move(item));
        }
        m_ready.notify_one();
    }

    // Replaces `out` with what is queued, in order.
    void take(std::vector<T>& out)
    {
        out.clear();
        const std::lock_guard lock(m_mutex);
        std::swap(out, m_items);
    }

    // Waits until something is queued, wake() is called or the time is over; then like take().
    void waitAndTake(std::vector<T>& out, std::chrono::nanoseconds limit)
    {
        out.clear();
        std::unique_lock lock(m_mutex);
        m_ready.wait_for(lock, limit, [&] { return !m_items.empty() || m_woken; });
        m_woken = false;
        std::swap(out, m_items);
    }

    // Ends a wait without queueing anything.
    void wake()
    {
        {
            const std::lock_guard lock(m_mutex);
            m_woken = true;
        }
        m_ready.notify_one();
    }

private:
    std::size_t m_capacity;
    std::mutex m_mutex;
    std::condition_variable m_ready;
    std::vector<T> m_items;
    bool m_woken = false;
};

} // namespace qob
