#pragma once

#include "engine/api/session.h"

#include <map>
#include <memory>
#include <mutex>

namespace qob {

// One subscription of a terminal to an engine elsewhere. It numbers what it delivers, keeps what it needs to
// say that the market is no longer live, and asks for a snapshot after the sink had no room or the connection
// was lost. On the session's thread; only `revoke` may be called from another one.
class RemoteSubscriber {
public:
    RemoteSubscriber(Topic topic, EventSink& sink) : m_topic(topic), m_sink(&sink) {}

    [[nodiscard]] Topic const& topic() const { return m_topic; }

    // Hands on what the server sent. False: the sink had no room; what comes is passed over until the server
    // was asked for a snapshot again.
    bool deliver(Event const& event);

    // What this side has to say on the topic. It is left out where the sink has no room or no snapshot.
    void say(Payload payload);

    // The connection is gone: says of whatever is held that it is not live. Resync and a snapshot follow
    // once there is one again.
    void goStale(Error const& why);

    // The next one from the server is a snapshot of a fresh subscription.
    void startOver();

    // After it returns the sink is not called again.
    void revoke();

    [[nodiscard]] bool revoked() const;

private:
    bool send(Payload payload, bool snapshot);
    void remember(Payload const& payload);

    Topic m_topic;
    mutable std::recursive_mutex m_mutex; // a sink may end its own subscription
    EventSink* m_sink;
    std::uint64_t m_sequence = 0;
    bool m_wantsSnapshot = true;
    bool m_mustSayResync = false;

    // The newest of what can be called stale.
    DepthPtr m_depth;
    ConsolidatedPtr m_consolidated;
    std::map<InstrumentId, FeedStatus> m_feeds;
    std::map<InstrumentId, Ticker> m_tickers;
};

using RemoteSubscriberPtr = std::shared_ptr<RemoteSubscriber>;

} // namespace qob
