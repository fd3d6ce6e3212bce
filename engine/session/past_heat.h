#pragma once

#include "engine/base/mailbox.h"
#include "engine/session/subscriber.h"

#include <atomic>
#include <functional>
#include <thread>
#include <vector>

namespace qob {

// Reads one hour of what was recorded of an instrument: see heatHour. Called on a thread of its own.
using ReadPastHeat = std::function<HeatUpdate(Instrument const& instrument, std::int64_t hour)>;

// Answers subscriptions of TopicKind::HeatPast. Files are read on a thread of its own, "past", one request
// after the other; everything else is called on the engine's thread.
class PastHeat {
public:
    // Without `read` every hour is empty. `wake` is called on the thread "past" when there is something to
    // send.
    PastHeat(ReadPastHeat read, std::function<void()> wake);
    ~PastHeat();
    PastHeat(PastHeat const&) = delete;
    PastHeat& operator=(PastHeat const&) = delete;

    // Null: an instrument nobody knows, of which nothing was recorded.
    void add(SubscriberPtr const& subscriber, Instrument const* instrument);

    // Sends what was read.
    void send();

private:
    struct Page {
        SubscriberPtr subscriber;
        Instrument instrument;
        HeatUpdate heat;
    };

    void run();

    ReadPastHeat m_read;
    std::function<void()> m_wake;
    std::atomic<bool> m_stop{false};
    Mailbox<Page> m_asked{1};
    Mailbox<Page> m_found{1};
    std::vector<Page> m_ready; // taken; nobody has them yet
    std::vector<Page> m_taken; // reused
    std::thread m_thread;
};

} // namespace qob
