#pragma once

#include "engine/api/command.h"
#include "engine/api/event.h"

#include <memory>

namespace qob {

enum class SubmitResult : std::uint8_t {
    Accepted, // it will be answered on its topic
    Busy,     // the inbox is full; nothing was queued, try again
    Closed,   // there is no engine any more
};

enum class SessionState : std::uint8_t { Opening, Open, Closed };

// Takes the events of a subscription, one at a time, on the session's thread. It must be quick and must not
// throw.
class EventSink {
public:
    virtual ~EventSink() = default;

    // False: there was no room. The session then sends Resync and a snapshot once there is.
    virtual bool onEvent(Event const& event) = 0;

    // What happened to orders in one step of the engine has been told whole: an order that came and traded at
    // once is reported twice before this is called. Sessions of other processes do not call it.
    virtual void onStepEnd() {}
};

// Destroying it ends the subscription; after that the sink is not called again.
class SubscriptionHandle {
public:
    virtual ~SubscriptionHandle() = default;
};

using Subscription = std::unique_ptr<SubscriptionHandle>;

// The one door to an engine, in this process or in another. Any thread may call; no call waits.
class Session {
public:
    virtual ~Session() = default;

    virtual SubmitResult submit(Command command) = 0;

    // The snapshot arrives later, on the session's thread. The sink must outlive the subscription, and the
    // session must outlive both.
    [[nodiscard]] virtual Subscription subscribe(Topic topic, EventSink& sink) = 0;

    [[nodiscard]] virtual SessionState state() const = 0;
};

} // namespace qob
