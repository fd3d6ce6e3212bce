#pragma once

#include "engine/base/expected.h"
#include "engine/net/net_thread.h"

#include <functional>
#include <string>

namespace qob {

struct HttpQuestion {
    std::string url;
    std::string method = "GET";
    std::string body;
    std::string contentType = "application/json"; // of the body
    std::string authorization;                    // the header's value; empty: none
};

struct HttpAnswer {
    int status = 0;
    std::string body;                  // as sent: a whole one, of at most mostHttpBytes
    Duration retryAfter{};             // of a Retry-After header in seconds; zero: not said
    Timestamp date = Timestamp::min(); // the server's clock in whole seconds; min: not said
};

inline constexpr std::size_t mostHttpBytes = std::size_t{64} << 20U;

// Asks over TLS and calls `done` on io, once: with the answer whatever its status, or with NetResolve,
// NetConnect, NetTls, NetTimeout or NetClosed. Dropping what is returned drops the question. On io.
[[nodiscard]] std::shared_ptr<void> httpRequest(
    NetThread& net,
    HttpQuestion const& request,
    Duration timeout,
    std::function<void(Expected<HttpAnswer>)> done
);

} // namespace qob
