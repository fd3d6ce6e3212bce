#pragma once

#include "engine/base/clock.h"
#include "engine/live/feed_inbox.h"
#include "engine/market/venue_spec.h"
#include "engine/net/http_request.h"

#include <deque>

namespace qob {

// Holds back what one venue would not allow, for all of its connections together: how often they open, and
// how many requests are asked. Requests wait in a queue and go one at a time; when the venue says that it was
// too much (429, 418, 503), all wait as long as it wants, and the inbox is told (Held). On io.
class VenueGate {
public:
    // Answers go to the inbox as of `number`.
    VenueGate(
        NetThread& net, Clock const& clock, FeedInbox& inbox, VenueSpec const& venue, std::uint32_t number
    );

    // How long to wait before the next connection is opened; counts it as opened then.
    Duration nextConnection();

    // Asks once it is allowed: Asked when it goes out, then an Answer or Failed. A URL that waits already is
    // not asked twice.
    void ask(VenueRequest const& request, std::string url, int weight);

    // The same, but answered to `done`: what a connection needs before it can open.
    void askFor(HttpQuestion request, int weight, std::function<void(Expected<HttpAnswer>)> done);

private:
    struct Waiting {
        HttpQuestion request;
        int weight;
        bool told; // when it goes out
        std::function<void(Expected<HttpAnswer>)> done;
    };

    void queue(Waiting question);
    void next();
    void hold(HttpAnswer const& answer);
    void answered(Expected<HttpAnswer> answer);
    void deliver(std::string const& url, Expected<HttpAnswer> const& answer);

    NetThread& m_net;
    Clock const& m_clock;
    FeedInbox& m_inbox;
    VenueSpec const& m_venue;
    std::uint32_t m_number;
    Duration m_connectAt; // the next connection, steady time
    Duration m_askAt;     // the next request, less what may come in a burst
    std::deque<Waiting> m_waiting;
    bool m_asked = false; // the first in the queue, and not answered yet
    std::shared_ptr<void> m_asking;
    std::shared_ptr<NetThread::Timer> m_timer;
    std::shared_ptr<int> m_alive = std::make_shared<int>();
};

} // namespace qob
