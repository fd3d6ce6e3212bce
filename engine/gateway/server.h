#pragma once

#include "engine/base/clock.h"
#include "engine/base/log.h"
#include "engine/gateway/router.h"
#include "engine/gateway/stream.h"

#include <atomic>
#include <memory>
#include <vector>

namespace qob {

struct ServerSettings {
    std::string address = "127.0.0.1";
    std::uint16_t port = 0;  // 0: whichever is free
    std::string certificate; // PEM, the chain
    std::string privateKey;  // PEM
    bool tls12 = false;      // also clients that cannot do TLS 1.3
    std::size_t mostConnections = 10'000;
    std::size_t mostConnectionsOfAddress = 6'000; // one of them cannot keep out all others
    std::size_t mostHeaderBytes = 16U << 10U;
    std::size_t mostBodyBytes = 1U << 20U;
    std::size_t mostMessageBytes = 256U << 10U; // of a WebSocket, coming in
    std::size_t mostQueuedBytes = 4U << 20U;    // of a WebSocket, going out
    int sendBufferBytes = 256 << 10;            // of the system, for each connection
    Duration handshakeTimeout = seconds(10);
    Duration requestTimeout = seconds(10); // for a request to come in whole, and for its answer to go out
    Duration idleTimeout = seconds(75);    // between two requests, or two signs of life of a WebSocket
    std::string allowedOrigins;            // of browsers' WebSockets, comma separated; empty: the same host
};

// Says who a request is from. On the gateway's thread; may answer later, from any thread, once.
using Authenticated = std::function<void(Expected<Principal>)>;
using Authenticate = std::function<void(WebRequest const&, Authenticated)>;

// Asked once it is known whom a request is from: nothing, or RequestTooMany with the wait, for Retry-After.
struct Refusal {
    Error error;
    Duration retryAfter;
};

using Admit = std::function<std::optional<Refusal>(WebRequest const&)>;

// What is counted, for /metrics. Written by the gateway's thread, read by any.
struct ServerCounts {
    std::atomic<std::uint64_t> connections{0}; // now
    std::atomic<std::uint64_t> streams{0};     // of them WebSockets
    std::atomic<std::uint64_t> accepted{0};
    std::atomic<std::uint64_t> refused{0}; // too many, or no TLS
    std::atomic<std::uint64_t> requests{0};
    std::atomic<std::uint64_t> messagesIn{0};
    std::atomic<std::uint64_t> messagesOut{0};
    std::atomic<std::uint64_t> bytesOut{0};
};

// Called after each answer: the route (null: none was found), what was answered, and how long it took.
using Answered = std::function<void(Route const*, WebResponse const& response, Duration took)>;

struct ServerWorld {
    Clock& clock;
    Log& log;
    Router const& router;
    std::vector<StreamRoute> streams;
    Authenticate authenticate;
    Admit admit;
    Answered answered;
};

class GatewayThread;

// HTTP/1.1 and WebSocket on one TLS port. Connections live on the gateway's thread; destroying it ends them.
class Server {
public:
    // NetConnect when the address cannot be bound, NetTls when the certificate cannot be used.
    static Expected<std::unique_ptr<Server>>
    open(GatewayThread& thread, ServerSettings settings, ServerWorld world);

    virtual ~Server() = default;

    [[nodiscard]] virtual std::uint16_t port() const = 0;
    [[nodiscard]] virtual ServerCounts const& counts() const = 0;

    // Takes nobody new, lets running requests be answered and says goodbye to streams; what is not done
    // after `limit` is cut. Waits; not from the gateway's thread.
    virtual void stop(Duration limit) = 0;
};

} // namespace qob
