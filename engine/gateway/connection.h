#pragma once

// Only for the .cpp files that talk to sockets.

#include "engine/gateway/server.h"

#include <boost/asio/awaitable.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/ssl/context.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/core/tcp_stream.hpp>
#include <boost/beast/http/message.hpp>
#include <boost/beast/http/string_body.hpp>
#include <boost/beast/ssl/ssl_stream.hpp>

#include <unordered_map>

namespace qob {

namespace asio = boost::asio;
namespace beast = boost::beast;

using TlsStream = beast::ssl_stream<beast::tcp_stream>;
using BeastRequest = beast::http::request<beast::http::string_body>;

// A connection as the server keeps it, to end it with.
class Connection {
public:
    virtual ~Connection() = default;

    // After what is under way.
    virtual void finish() = 0;

    // Now.
    virtual void cut() = 0;
};

// What all connections of a server share, and keep alive. On the gateway's thread.
struct ServerCore {
    ServerCore(ServerSettings chosen, ServerWorld given)
        : settings(std::move(chosen))
        , world(std::move(given))
    {}

    ServerSettings settings;
    ServerWorld world;
    ServerCounts counts;
    bool stopping = false;
    std::unordered_map<std::uint64_t, std::weak_ptr<Connection>> connections;
    std::unordered_map<std::string, std::size_t> ofAddress;
    std::uint64_t lastId = 0;
};

// A socket until it is gone: TLS, then one request after the other; an upgrade makes it a stream. It stays
// alive by itself.
void startConnection(std::shared_ptr<ServerCore> const& core, TlsStream stream, std::string address);

// The socket of an upgrade request, from its handshake to its end.
class StreamConnection;

// Over the TLS stream of its connection, which it keeps alive.
std::shared_ptr<StreamConnection>
makeStreamConnection(ServerCore& core, TlsStream& stream, std::shared_ptr<Connection> owner);

// Makes what is behind it; the error says why the handshake is to be refused.
Expected<void> openBehind(StreamConnection& connection, StreamRoute const& route, WebRequest const& request);

// Shakes hands and runs it until it is gone.
asio::awaitable<void> runStream(std::shared_ptr<StreamConnection> connection, BeastRequest request);

// Says goodbye once what is queued is out.
void finishStream(StreamConnection& connection);

} // namespace qob
