#pragma once

#include "engine/api/session.h"
#include "engine/base/clock.h"
#include "engine/gateway/gateway_thread.h"

#include <deque>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <vector>

namespace qob {

class TopicState;

// Hears what is new in a topic, after its state was brought up to date. On the gateway's thread.
class TopicListener {
public:
    virtual ~TopicListener() = default;
    virtual void onTopic(TopicState const& state, Event const& event) = 0;

    // See EventSink::onStepEnd().
    virtual void onStepEnd() {}
};

// One stream of the engine as the gateway has it: subscribed once, whoever listens. On the gateway's thread.
// Only what belongs to the topic's kind is ever filled.
class TopicState final : public EventSink, public std::enable_shared_from_this<TopicState> {
public:
    static constexpr std::size_t keptTrades = 1000;

    TopicState(GatewayThread& thread, Topic topic) : m_thread(thread), m_topic(topic) {}

    [[nodiscard]] Topic const& topic() const { return m_topic; }

    // The snapshot has come. After a Resync it stays what it was until the next one.
    [[nodiscard]] bool ready() const { return m_ready; }

    DepthPtr depth;
    ConsolidatedPtr consolidated;
    std::deque<Trade> trades;
    std::map<Timestamp, Candle> candles;

    // The listener must be removed before it is gone.
    void add(TopicListener& listener) { m_listeners.push_back(&listener); }

    void remove(TopicListener& listener);

    // Now when it is ready, else once it is; null when that takes too long.
    void whenReady(std::function<void(TopicState const*)> then);

    // On the engine's thread.
    bool onEvent(Event const& event) override;
    void onStepEnd() override;

private:
    friend class EngineLink;

    void drainSoon();
    void drain();
    void apply(Event const& event);

    template <class Tell>
    void eachListener(Tell const& tell);

    GatewayThread& m_thread;
    Topic m_topic;
    bool m_ready = false;
    std::vector<TopicListener*> m_listeners;
    std::vector<std::function<void(TopicState const*)>> m_waiting;
    std::shared_ptr<void> m_waitTimer;
    std::mutex m_mutex;
    std::vector<Event> m_inbox; // under the mutex
    bool m_stepEnded = false;   // behind the first m_whole of them; under it, too, as are these
    std::size_t m_whole = 0;
    bool m_drainPosted = false;
    Subscription m_subscription;
};

using TopicStatePtr = std::shared_ptr<TopicState>;

// A session as the gateway uses it. On the gateway's thread; the session must outlive it.
class EngineLink {
public:
    EngineLink(Session& session, GatewayThread& thread, Clock& clock);
    ~EngineLink();
    EngineLink(EngineLink const&) = delete;
    EngineLink& operator=(EngineLink const&) = delete;

    // Stays subscribed for as long as somebody holds it and half a minute longer, for the next who asks.
    [[nodiscard]] TopicStatePtr watch(Topic const& topic);

    [[nodiscard]] Session& session() { return m_session; }

    [[nodiscard]] std::size_t topics() const { return m_topics.size(); }

private:
    struct Kept {
        TopicStatePtr state;
        Duration lastUsed;
    };

    void sweep();

    Session& m_session;
    GatewayThread& m_thread;
    Clock& m_clock;
    std::map<Topic, Kept> m_topics;
    std::shared_ptr<void> m_sweepTimer;
};

} // namespace qob
