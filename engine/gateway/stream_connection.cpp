#include "engine/gateway/corked_stream.h"

#include <boost/asio/redirect_error.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/beast/ssl.hpp>
#include <boost/beast/websocket.hpp>
#include <boost/beast/websocket/ssl.hpp>
#include <boost/beast/zlib/error.hpp>

#include <array>
#include <deque>

namespace qob {

namespace websocket = beast::websocket;
using boost::system::error_code;

// RFC 6455, section 5.2: a whole message from a server.
class PlainFrameHead {
public:
    PlainFrameHead(std::size_t size, bool binary)
    {
        push(0x80U | (binary ? 2U : 1U));
        if (size < 126) {
            push(size);
            return;
        }
        int const width = size < 65'536 ? 2 : 8;
        push(width == 2 ? 126 : 127);
        for (int shift = 8 * (width - 1); shift >= 0; shift -= 8) {
            push((size >> static_cast<unsigned>(shift)) & 0xFFU);
        }
    }

    [[nodiscard]] std::string_view bytes() const { return {m_bytes.data(), m_size}; }

private:
    void push(std::size_t byte) { m_bytes[m_size++] = static_cast<char>(byte); }

    std::array<char, 10> m_bytes{};
    std::size_t m_size = 0;
};

class StreamConnection final : public StreamOut, public std::enable_shared_from_this<StreamConnection> {
public:
    StreamConnection(ServerCore& core, TlsStream& stream, std::shared_ptr<Connection> owner)
        : m_core(core)
        , m_owner(std::move(owner))
        , m_socket(stream)
        , m_deadline(stream.get_executor())
    {
        m_socket.next_layer().keep(m_owner);
        ++m_core.counts.streams;
    }

    ~StreamConnection() override
    {
        m_socket.next_layer().release();
        --m_core.counts.streams;
    }

    StreamConnection(StreamConnection const&) = delete;
    StreamConnection& operator=(StreamConnection const&) = delete;
    StreamConnection(StreamConnection&&) = delete;
    StreamConnection& operator=(StreamConnection&&) = delete;

    Expected<void> openBehind(StreamRoute const& route, WebRequest const& request)
    {
        auto made = route.open(request, *this);
        if (!made) {
            return tl::unexpected(made.error());
        }
        m_behind = std::move(*made);
        return {};
    }

    asio::awaitable<void> run(BeastRequest request)
    {
        error_code error;
        configure();
        m_socket.next_layer().cork();
        co_await m_socket.async_accept(request, asio::redirect_error(asio::use_awaitable, error));
        request = {};
        if (!error) {
            m_open = true;
            m_socket.next_layer().onRoom([this] { sendPlain(); });
            sendPlain();
            write();
            while (!error) {
                co_await m_socket.async_read(m_buffer, asio::redirect_error(asio::use_awaitable, error));
                if (!error) {
                    take();
                }
            }
        }
        m_open = false;
        m_socket.next_layer().flush(); // an alert
        if (isInflating(error)) {
            co_await refusePayload();
        }
        m_deadline.cancel();
        m_socket.next_layer().release();
        m_behind.reset();
        m_queue.clear();
        // Whoever reads badly formed frames is told so by Beast; the socket is ours to let go.
        beast::get_lowest_layer(m_socket).close();
    }

    bool send(StreamMessage message, bool binary) override
    {
        if (m_closing) {
            return true; // nobody will read it
        }
        if (m_queuedBytes + costOf(*message) > m_core.settings.mostQueuedBytes) {
            return false;
        }
        if (m_plain && m_open && m_queue.empty() && gather(*message, binary)) {
            return true;
        }
        m_queuedBytes += costOf(*message);
        m_queue.emplace_back(std::move(message), binary);
        write();
        return true;
    }

    [[nodiscard]] std::size_t queuedBytes() const override { return m_queuedBytes; }

    void close(std::uint16_t code, std::string_view reason) override
    {
        if (!m_closing) {
            m_closing = true;
            m_reason.code = code;
            m_reason.reason =
                beast::string_view(reason.data(), std::min(reason.size(), m_reason.reason.max_size()));
            cutAfter(m_core.settings.handshakeTimeout);
            write();
        }
    }

private:
    // What a message takes of the queue's room: as much as it takes of memory.
    static std::size_t costOf(std::string const& message)
    {
        constexpr std::size_t itself = 128;
        return message.size() + itself;
    }

    // Whoever does not read cannot hold up an end.
    void cutAfter(Duration limit)
    {
        m_deadline.expires_after(std::chrono::nanoseconds(limit.value));
        m_deadline.async_wait([weak = weak_from_this()](error_code const& error) {
            auto const self = weak.lock();
            if (!error && self != nullptr) {
                beast::get_lowest_layer(self->m_socket).close();
            }
        });
    }

    void configure()
    {
        websocket::stream_base::timeout timeouts{};
        timeouts.handshake_timeout = std::chrono::nanoseconds(m_core.settings.handshakeTimeout.value);
        timeouts.idle_timeout = std::chrono::nanoseconds(m_core.settings.idleTimeout.value);
        timeouts.keep_alive_pings = true;
        m_socket.set_option(timeouts);
        m_socket.set_option(websocket::stream_base::decorator([this](websocket::response_type& response) {
            response.set(beast::http::field::server, "qob");
            m_plain = response.count(beast::http::field::sec_websocket_extensions) == 0;
        }));
        websocket::permessage_deflate deflate;
        deflate.server_enable = true;
        deflate.server_max_window_bits = 12; // 4 KiB: what a book's update is, at a sixteenth of the memory
        deflate.client_max_window_bits = 12;
        deflate.server_no_context_takeover = true;
        deflate.client_no_context_takeover = true;
        deflate.memLevel = 5;
        deflate.compLevel = 1;
        m_socket.set_option(deflate);
        m_socket.read_message_max(m_core.settings.mostMessageBytes);
        m_socket.auto_fragment(false);
    }

    static bool isInflating(error_code const& error)
    {
        return error && error.category() == make_error_code(beast::zlib::error::stream_error).category();
    }

    // Beast ends without a word what it cannot inflate.
    asio::awaitable<void> refusePayload()
    {
        constexpr std::array<unsigned char, 4> closeFrame{0x88, 2, 1007 >> 8, 1007 & 0xff};
        error_code ignored;
        auto& corked = m_socket.next_layer();
        cutAfter(seconds(1));
        co_await corked.async_write_some(
            asio::buffer(closeFrame), asio::redirect_error(asio::use_awaitable, ignored)
        );
        co_await asio::async_initiate<asio::use_awaitable_t<> const, void()>(
            [&corked](auto handler) {
                corked.whenOut([shared = std::make_shared<decltype(handler)>(std::move(handler)),
                                executor = corked.get_executor()] {
                    asio::post(executor, [shared] { (*shared)(); });
                });
            },
            asio::use_awaitable
        );
        co_await corked.uncorked().async_shutdown(asio::redirect_error(asio::use_awaitable, ignored));
    }

    void take()
    {
        ++m_core.counts.messagesIn;
        auto const size = m_buffer.size();
        const std::string_view message(static_cast<char const*>(m_buffer.data().data()), size);
        if (!m_closing) {
            m_behind->onMessage(message, m_socket.got_binary());
        }
        m_buffer.consume(size);
        constexpr std::size_t kept = 16U << 10U;
        if (m_buffer.capacity() > kept) {
            m_buffer = beast::flat_buffer();
        }
    }

    // A frame that is not compressed, all at once: an operation of Beast's for each of them costs more than
    // everything else there is to do for it. False: there is no room.
    bool gather(std::string_view message, bool binary)
    {
        if (!m_socket.is_open()) {
            return true; // a closing handshake has begun: nothing may follow
        }
        if (!m_socket.next_layer().gather(PlainFrameHead(message.size(), binary).bytes(), message)) {
            return false;
        }
        ++m_core.counts.messagesOut;
        m_core.counts.bytesOut += message.size();
        return true;
    }

    void sendPlain()
    {
        if (!m_plain || !m_open) {
            return;
        }
        bool const waited = !m_queue.empty();
        while (!m_queue.empty() && gather(*m_queue.front().first, m_queue.front().second)) {
            m_queuedBytes -= costOf(*m_queue.front().first);
            m_queue.pop_front();
        }
        if (m_queue.empty() && m_behind != nullptr) {
            m_behind->onDrained();
        }
        if (waited) {
            write();
        }
    }

    // NOLINTBEGIN(misc-no-recursion): they follow each other, but only when the one before has returned

    // One at a time, the next when it is out.
    void write()
    {
        if (!m_open || m_writing) {
            return;
        }
        if (m_plain && !m_queue.empty()) {
            return; // until there is room
        }
        if (!m_queue.empty()) {
            m_writing = true;
            auto const& [message, binary] = m_queue.front();
            m_socket.binary(binary);
            m_socket.async_write(
                asio::buffer(*message),
                [self = shared_from_this()](error_code const& error, std::size_t) { self->written(error); }
            );
        } else if (m_closing) {
            m_writing = true; // for good
            m_socket.async_close(m_reason, [self = shared_from_this()](error_code const&) {});
        }
    }

    void written(error_code const& error)
    {
        m_writing = false;
        if (error || m_queue.empty()) {
            return; // reading tells what is wrong
        }
        ++m_core.counts.messagesOut;
        m_core.counts.bytesOut += m_queue.front().first->size();
        m_queuedBytes -= costOf(*m_queue.front().first);
        m_queue.pop_front();
        if (m_queue.empty() && m_behind != nullptr) {
            m_behind->onDrained();
        }
        write();
    }

    // NOLINTEND(misc-no-recursion)

    ServerCore& m_core;
    std::shared_ptr<Connection> m_owner; // of the TLS stream
    websocket::stream<CorkedStream> m_socket;
    std::unique_ptr<Stream> m_behind;
    beast::flat_buffer m_buffer;
    std::deque<std::pair<StreamMessage, bool>> m_queue; // the first may be on its way
    std::size_t m_queuedBytes = 0;
    websocket::close_reason m_reason;
    asio::steady_timer m_deadline; // of the end
    bool m_open = false;
    bool m_plain = false; // nothing is compressed
    bool m_writing = false;
    bool m_closing = false;
};

std::shared_ptr<StreamConnection>
makeStreamConnection(ServerCore& core, TlsStream& stream, std::shared_ptr<Connection> owner)
{
    beast::get_lowest_layer(stream).expires_never(); // a WebSocket has timers of its own
    return std::make_shared<StreamConnection>(core, stream, std::move(owner));
}

Expected<void> openBehind(StreamConnection& connection, StreamRoute const& route, WebRequest const& request)
{
    return connection.openBehind(route, request);
}

asio::awaitable<void> runStream(std::shared_ptr<StreamConnection> connection, BeastRequest request)
{
    co_await connection->run(std::move(request));
}

void finishStream(StreamConnection& connection)
{
    connection.close(websocket::close_code::going_away, "the server is stopping");
}

} // namespace qob
