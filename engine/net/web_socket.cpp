#include "engine/net/web_socket.h"

#include "engine/net/connect_in_turn.h"
#include "engine/net/net_thread_impl.h"

#include <boost/asio/post.hpp>
#include <boost/asio/ssl/host_name_verification.hpp>
#include <boost/beast/core.hpp>
#include <boost/beast/ssl.hpp>
#include <boost/beast/websocket.hpp>
#include <boost/beast/websocket/ssl.hpp>

#include <deque>

namespace qob {

namespace {

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace websocket = boost::beast::websocket;
using boost::system::error_code;

class TlsWebSocket final : public WebSocket, public std::enable_shared_from_this<TlsWebSocket> {
public:
    TlsWebSocket(NetThread& net, Url url, std::string origin, WebSocketListener& listener)
        : m_net(net.impl())
        , m_url(std::move(url))
        , m_origin(std::move(origin))
        , m_listener(&listener)
        , m_deadline(m_net.io)
        , m_socket(m_net.io, m_net.tls)
    {}

    void open()
    {
        auto const [host, port] = m_net.placeOf(m_url);
        limitOpening();
        m_net.names.find(
            host,
            port,
            [weak = weak_from_this()](error_code const& error, NameLookup::Found const& found) {
                auto const self = weak.lock();
                if (self && !self->failed(ErrorCode::NetResolve, "the name was not found", error)) {
                    self->connect(found);
                }
            }
        );
    }

    bool send(std::string frame) override
    {
        if (m_queuedBytes + frame.size() > mostQueuedBytes) {
            return false;
        }
        m_queuedBytes += frame.size();
        m_queue.push_back(std::move(frame));
        if (m_queue.size() == 1 && m_open) {
            write();
        }
        return true;
    }

    void ping() override
    {
        if (m_open && !m_pinging) {
            m_pinging = true;
            m_socket.async_ping({}, [self = shared_from_this()](error_code const&) {
                self->m_pinging = false; // reading tells what is wrong
            });
        }
    }

    void close() override
    {
        m_listener = nullptr;
        m_deadline.cancel();
        if (!m_open) {
            tcp().cancel();
            return;
        }
        m_open = false;
        m_deadline.expires_after(std::chrono::seconds(1)); // a server that does not answer is left
        m_deadline.async_wait([self = shared_from_this()](error_code const& error) {
            if (!error) {
                self->tcp().close();
            }
        });
        m_socket.async_close(websocket::close_code::normal, [self = shared_from_this()](error_code const&) {
            self->m_deadline.cancel();
            self->tcp().close();
        });
    }

private:
    using Stream = websocket::stream<beast::ssl_stream<beast::tcp_stream>>;

    beast::tcp_stream& tcp() { return beast::get_lowest_layer(m_socket); }

    void limitOpening()
    {
        m_deadline.expires_after(std::chrono::nanoseconds(m_net.settings.openTimeout.value));
        m_deadline.async_wait([weak = weak_from_this()](error_code const& error) {
            auto const self = weak.lock();
            if (!error && self && !self->m_open) {
                self->failed(ErrorCode::NetTimeout, "opening took too long", beast::error::timeout);
            }
        });
    }

    // Ends it where there is an error, or where nobody listens any more.
    bool failed(ErrorCode code, std::string_view step, error_code const& error)
    {
        if (m_listener == nullptr) {
            return true;
        }
        if (!error) {
            return false;
        }
        WebSocketListener* const listener = std::exchange(m_listener, nullptr);
        m_open = false;
        tcp().close();
        m_deadline.cancel();
        listener->onClosed(netError(code, m_url, step, error));
        return true;
    }

    void connect(NameLookup::Found const& found)
    {
        auto const connected = [self = shared_from_this()](error_code const& error, auto const& /*at*/) {
            if (!self->failed(ErrorCode::NetConnect, "no connection", error)) {
                self->secure();
            }
        };
        connectInTurn(tcp(), found, m_net.settings.openTimeout, connected);
    }

    void secure()
    {
        auto& tls = m_socket.next_layer();
        SSL_set_tlsext_host_name(tls.native_handle(), m_url.host.c_str());
        tls.set_verify_callback(asio::ssl::host_name_verification(m_url.host));
        tcp().socket().set_option(asio::ip::tcp::no_delay(true));
        tls.async_handshake(
            asio::ssl::stream_base::client,
            [self = shared_from_this()](error_code const& error) {
                if (!self->failed(ErrorCode::NetTls, "TLS", error)) {
                    self->greet();
                }
            }
        );
    }

    void greet()
    {
        m_socket.set_option(websocket::stream_base::decorator([origin = m_origin](auto& request) {
            request.set(beast::http::field::user_agent, "qob");
            if (!origin.empty()) {
                request.set(beast::http::field::origin, origin);
            }
        }));
        m_socket.read_message_max(mostMessageBytes);
        m_socket.control_callback([this](websocket::frame_type, beast::string_view) {
            if (m_listener != nullptr) {
                m_listener->onSign();
            }
        });
        m_socket.async_handshake(
            m_answer,
            m_url.authority(),
            m_url.target,
            [self = shared_from_this()](error_code const& error) {
                auto const said =
                    "the server refused the WebSocket with " + std::to_string(self->m_answer.result_int());
                if (!self->failed(ErrorCode::NetHandshake, said, error)) {
                    self->start();
                }
            }
        );
    }

    void start()
    {
        m_deadline.cancel(); // from here on whoever listens minds the silence
        m_open = true;
        m_listener->onOpen();
        if (!m_queue.empty()) {
            write();
        }
        read();
    }

    void read()
    {
        m_socket.async_read(m_buffer, [self = shared_from_this()](error_code const& error, std::size_t) {
            if (self->failed(ErrorCode::NetClosed, self->goodbye(), error)) {
                return;
            }
            auto const size = self->m_buffer.size();
            self->m_listener->onFrame(
                {static_cast<char const*>(self->m_buffer.data().data()), size}, self->m_socket.got_binary()
            );
            self->m_buffer.consume(size);
            self->read();
        });
    }

    // Of what the server said when it closed.
    [[nodiscard]] std::string goodbye() const
    {
        auto const& reason = m_socket.reason();
        return reason.code == websocket::close_code::none
                   ? std::string("the connection ended")
                   : "the server closed it with " + std::to_string(reason.code) + " " +
                         std::string(reason.reason.data(), reason.reason.size());
    }

    void write()
    {
        m_socket.text(true);
        m_socket.async_write(
            asio::buffer(m_queue.front()),
            [self = shared_from_this()](error_code const& error, std::size_t) {
                if (error || !self->m_open) {
                    return; // reading tells what is wrong
                }
                self->m_queuedBytes -= self->m_queue.front().size();
                self->m_queue.pop_front();
                if (!self->m_queue.empty()) {
                    self->write();
                }
            }
        );
    }

    NetThread::Impl& m_net;
    Url m_url;
    std::string m_origin;
    WebSocketListener* m_listener; // null: it is over
    asio::steady_timer m_deadline;
    Stream m_socket;
    websocket::response_type m_answer;
    beast::flat_buffer m_buffer;
    std::deque<std::string> m_queue;
    std::size_t m_queuedBytes = 0;
    bool m_open = false;
    bool m_pinging = false;
};

// Closes when it is let go of: the socket's own calls keep it alive otherwise.
class Holder final : public WebSocket {
public:
    explicit Holder(std::shared_ptr<TlsWebSocket> socket) : m_socket(std::move(socket)) {}

    ~Holder() override { close(); }

    Holder(Holder const&) = delete;
    Holder& operator=(Holder const&) = delete;

    bool send(std::string frame) override { return m_socket && m_socket->send(std::move(frame)); }

    void ping() override
    {
        if (m_socket) {
            m_socket->ping();
        }
    }

    void close() override
    {
        if (auto const socket = std::exchange(m_socket, nullptr)) {
            socket->close();
        }
    }

private:
    std::shared_ptr<TlsWebSocket> m_socket;
};

} // namespace

std::shared_ptr<WebSocket>
openWebSocket(NetThread& net, std::string const& url, std::string const& origin, WebSocketListener& listener)
{
    auto parsed = parseUrl(url);
    if (!parsed) {
        net.post([&listener, error = parsed.error()] { listener.onClosed(error); });
        return nullptr;
    }
    auto const socket = std::make_shared<TlsWebSocket>(net, std::move(*parsed), origin, listener);
    socket->open();
    return std::make_shared<Holder>(socket);
}

} // namespace qob
