#pragma once

#include "engine/gateway/http_message.h"

#include <memory>

namespace qob {

// A message as it goes out, shared by all who get it.
using StreamMessage = std::shared_ptr<std::string const>;

// The near end of a WebSocket. On the gateway's thread.
class StreamOut {
public:
    virtual ~StreamOut() = default;

    // Queues it. False: more is queued already than a connection may have, and this was not taken.
    virtual bool send(StreamMessage message, bool binary) = 0;

    [[nodiscard]] virtual std::size_t queuedBytes() const = 0;

    // What is queued goes out first. `code` of RFC 6455, section 7.4.
    virtual void close(std::uint16_t code, std::string_view reason) = 0;
};

// What is behind a WebSocket: made when it opens, destroyed when it is gone. On the gateway's thread.
class Stream {
public:
    virtual ~Stream() = default;

    virtual void onMessage(std::string_view message, bool binary) = 0;

    // The queue has come down to nothing.
    virtual void onDrained() = 0;
};

// Makes the stream behind a path, or says why not: then the handshake is refused with that error's status.
using OpenStream = std::function<Expected<std::unique_ptr<Stream>>(WebRequest const&, StreamOut&)>;

struct StreamRoute {
    std::string_view path; // "/ws"; "/ws/*" also takes what is below
    OpenStream open;
};

} // namespace qob
