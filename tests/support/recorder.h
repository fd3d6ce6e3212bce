#pragma once

#include "engine/api/session.h"

#include <chrono>
#include <condition_variable>
#include <mutex>
#include <vector>

namespace qob::test {

// Keeps what a subscription delivered, from whatever thread, and waits for it.
class Recorder final : public EventSink {
public:
    bool onEvent(Event const& event) override
    {
        const std::lock_guard lock(m_mutex);
        if (m_refuse > 0) {
            --m_refuse;
            return false;
        }
        m_events.push_back(event);
        m_ready.notify_all();
        return true;
    }

    // The next `count` events find no room.
    void refuse(int count)
    {
        const std::lock_guard lock(m_mutex);
        m_refuse = count;
    }

    [[nodiscard]] std::vector<Event> events() const
    {
        const std::lock_guard lock(m_mutex);
        return m_events;
    }

    // True once there are events and they satisfy the condition; false after a generous limit.
    template <class Condition>
    bool waitFor(Condition condition) const
    {
        std::unique_lock lock(m_mutex);
        return m_ready.wait_for(lock, std::chrono::seconds(20), [&] {
            return !m_events.empty() && condition(m_events);
        });
    }

    // True once there are that many events.
    [[nodiscard]] bool waitForCount(std::size_t count) const
    {
        return waitFor([count](auto const& events) { return events.size() >= count; });
    }

    template <class T>
    [[nodiscard]] std::vector<T> payloads() const
    {
        std::vector<T> found;
        for (Event const& event : events()) {
            if (const T* payload = std::get_if<T>(&event.payload)) {
                found.push_back(*payload);
            }
        }
        return found;
    }

private:
    mutable std::mutex m_mutex;
    mutable std::condition_variable m_ready;
    std::vector<Event> m_events;
    int m_refuse = 0;
};

} // namespace qob::test
