#pragma once

#include "engine/live/live_market.h"
#include "engine/net/host_probe.h"

#include <optional>
#include <vector>

namespace qob {

// How well one venue can be used from here, now.
struct VenueHealth {
    VenueSpec const* venue = nullptr;
    HostReport stream; // the host of its stream
    // A question by HTTP, where the venue has any to ask: how long the answer took.
    bool asked = false;
    std::optional<Duration> answered;
    std::optional<Error> answerProblem;
    // The venue's clock less ours, known to about a second.
    std::optional<Duration> clockOffset;
    // Its example's book, from subscribing until it was Live.
    std::optional<Duration> book;
    std::optional<Error> bookProblem;

    [[nodiscard]] bool good() const { return book && (!asked || answered); }
};

// Tries every venue named at once, through the same connections as a live market; takes at most about twice
// `timeout`. Not from io.
std::vector<VenueHealth>
checkVenues(LiveMarket::World const& world, std::vector<VenueSpec const*> const& venues, Duration timeout);

// Whether a connection to the stream of at least one of these venues opens within `timeout`; the error is the
// first venue's. Not from io.
Expected<void> anyReachable(
    NetThread& net, Clock const& clock, std::vector<VenueSpec const*> const& venues, Duration timeout
);

// What the reports mean, in plain words, the worst first; one sentence each.
std::vector<std::string> conclusions(std::vector<VenueHealth> const& reports);

} // namespace qob
