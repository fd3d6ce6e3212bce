#pragma once

#include "engine/api/session.h"
#include "engine/gateway/gateway_thread.h"
#include "engine/wire/event_packing.h"

#include <atomic>
#include <deque>
#include <memory>
#include <mutex>
#include <optional>

namespace qob {

// Wakes a terminal's stream once for everything that has come since it last looked.
class TerminalWaker {
public:
    TerminalWaker(GatewayThread& thread, std::function<void()> work)
        : m_thread(thread)
        , m_work(std::make_shared<std::function<void()>>(std::move(work)))
    {}

    // Any thread.
    void wake()
    {
        if (!m_awake.exchange(true)) {
            m_thread.post([work = std::weak_ptr(m_work)] {
                if (auto const locked = work.lock()) {
                    (*locked)();
                }
            });
        }
    }

    // On the gateway's thread, before it looks.
    void looks() { m_awake = false; }

private:
    GatewayThread& m_thread;
    std::shared_ptr<std::function<void()>> m_work;
    std::atomic<bool> m_awake{false};
};

// What waits of one subscription of a terminal: the newest of what can be conflated, everything of the rest
// until that is too much.
class TerminalSubscription final : public EventSink {
public:
    TerminalSubscription(Topic topic, TerminalWaker& waker, PackingTables& packing)
        : m_topic(topic)
        , m_waker(waker)
        , m_packer(packing)
    {}

    // On the engine's thread.
    bool onEvent(Event const& event) override;

    // What the server itself has to say on this topic, behind what waits.
    [[nodiscard]] bool add(Payload payload, bool snapshot = false);

    // The next event, packed; nothing: there is none.
    [[nodiscard]] std::optional<std::vector<std::byte>> next();

    [[nodiscard]] Topic const& topic() const { return m_topic; }

    // The engine's; goes first.
    void attach(Subscription subscription) { m_subscription = std::move(subscription); }

    // Of what is being sent in parts.
    std::vector<std::byte> sending;
    std::size_t sent = 0;

private:
    struct Waiting {
        Payload payload;
        bool snapshot = false;
    };

    bool keep(Event const& event);

    Topic m_topic;
    TerminalWaker& m_waker;
    EventPacker m_packer;
    std::mutex m_mutex;
    std::deque<Waiting> m_waiting; // under the mutex
    bool m_begun = false;          // a snapshot waits or was sent
    std::uint64_t m_sequence = 0;
    Subscription m_subscription;
};

} // namespace qob
