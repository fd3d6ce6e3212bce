#pragma once

#include "engine/base/error.h"
#include "engine/net/net_thread.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace qob {

// Hears one WebSocket, on io.
class WebSocketListener {
public:
    virtual ~WebSocketListener() = default;

    virtual void onOpen() = 0;

    // A whole message, valid during the call.
    virtual void onFrame(std::string_view payload, bool binary) = 0;

    // A ping, pong or the like: the other side lives.
    virtual void onSign() = 0;

    // It is over, also when it never opened: NetResolve, NetConnect, NetTls, NetHandshake, NetTimeout,
    // NetClosed. The last call.
    virtual void onClosed(Error const& why) = 0;
};

// A client's WebSocket over TLS. Pings are answered by itself. All on io; dropping the last pointer, or
// close(), ends it without another call to the listener, which must outlive that.
class WebSocket {
public:
    static constexpr std::size_t mostMessageBytes = std::size_t{16} << 20U;
    static constexpr std::size_t mostQueuedBytes = std::size_t{1} << 20U; // waiting to be sent

    virtual ~WebSocket() = default;

    // Text. False: too much is waiting to be sent already; nothing was queued.
    virtual bool send(std::string frame) = 0;
    virtual void ping() = 0;

    // Says goodbye, where it can be done at once, and ends.
    virtual void close() = 0;
};

// Starts opening; `origin` is a header some servers insist on, empty: none.
std::shared_ptr<WebSocket>
openWebSocket(NetThread& net, std::string const& url, std::string const& origin, WebSocketListener& listener);

} // namespace qob
