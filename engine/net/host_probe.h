#pragma once

#include "engine/base/clock.h"
#include "engine/base/error.h"
#include "engine/net/net_thread.h"

#include <functional>
#include <memory>
#include <optional>
#include <string>

namespace qob {

// How far one host could be come near to, and how long it took from the start. The first step that is missing
// is the one that failed, with the error.
struct HostReport {
    std::optional<Duration> found;     // its name has an address
    std::optional<Duration> connected; // TCP
    std::optional<Duration> secured;   // TLS: it is who it says it is
    std::string address;               // the one connected to: "203.0.113.7:443"
    std::optional<Error> problem;      // NetBadUrl, NetResolve, NetConnect, NetTls, NetTimeout
};

enum class ProbeDepth : std::uint8_t { Connect, Tls };

// Looks the URL's host up, connects, makes sure who it is, says goodbye, and calls `done` on io, once.
// Dropping what is returned ends it without the call. On io;
// the clock must outlive it.
[[nodiscard]] std::shared_ptr<void> probeHost(
    NetThread& net,
    Clock const& clock,
    std::string const& url,
    ProbeDepth depth,
    Duration timeout,
    std::function<void(HostReport const&)> done
);

} // namespace qob
