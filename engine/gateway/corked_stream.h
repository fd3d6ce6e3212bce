#pragma once

// Only for stream_connection.cpp.

#include "engine/gateway/connection.h"

#include <boost/asio/compose.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/write.hpp>
#include <boost/beast/core/buffers_range.hpp>
#include <boost/beast/core/role.hpp>
#include <boost/beast/websocket/ssl.hpp>

#include <functional>

namespace qob {

// A TLS stream whose writes are gathered: what is written while the thread is busy, or while the record
// before is on its way, goes out as one. A write is done when it was taken over; with mostGathered waiting,
// when that is out. A WebSocket on it costs one system call a turn instead of one a message.
class CorkedStream {
public:
    using next_layer_type = TlsStream;
    using executor_type = TlsStream::executor_type;

    static constexpr std::size_t mostGathered = 64U << 10U;

    explicit CorkedStream(TlsStream& stream) : m_stream(stream), m_state(std::make_shared<State>()) {}

    [[nodiscard]] executor_type get_executor() { return m_stream.get_executor(); }

    [[nodiscard]] next_layer_type& next_layer() { return m_stream; }

    [[nodiscard]] next_layer_type const& next_layer() const { return m_stream; }

    // What is gathered keeps it alive until it is out.
    void keep(std::shared_ptr<void> owner) { m_state->owner = std::move(owner); }

    void release()
    {
        m_state->owner.reset();
        m_state->onRoom = {};
    }

    template <class Buffers, class Handler>
    auto async_read_some(Buffers const& buffers, Handler&& handler)
    {
        return m_stream.async_read_some(buffers, std::forward<Handler>(handler));
    }

    template <class Buffers, class Handler>
    auto async_write_some(Buffers const& buffers, Handler&& handler)
    {
        return asio::async_initiate<Handler, void(boost::system::error_code, std::size_t)>(
            [this, &buffers](auto done) {
                std::size_t size = 0;
                for (auto const buffer : beast::buffers_range_ref(buffers)) {
                    if (!m_state->error) {
                        m_state->gathered.append(static_cast<char const*>(buffer.data()), buffer.size());
                    }
                    size += buffer.size();
                }
                auto finish = [state = m_state,
                               size,
                               executor = get_executor(),
                               shared = std::make_shared<decltype(done)>(std::move(done))] {
                    asio::post(executor, [state, size, shared] { (*shared)(state->error, size); });
                };
                if (m_state->gathered.size() < mostGathered || m_state->error) {
                    finish();
                } else {
                    m_state->waiting.push_back(std::move(finish));
                }
                schedule();
            },
            handler
        );
    }

    // Takes bytes over at once, behind all that was written before; false: there is no room, or no use. For
    // whoever writes whole frames himself.
    bool gather(std::string_view head, std::string_view body)
    {
        if (m_state->gathered.size() >= mostGathered || m_state->error) {
            return false;
        }
        m_state->gathered.append(head).append(body);
        schedule();
        return true;
    }

    // Whenever there is room again.
    void onRoom(std::function<void()> handler) { m_state->onRoom = std::move(handler); }

    // After all that is gathered.
    template <class Handler>
    void whenOut(Handler handler)
    {
        if (m_state->error || (m_state->gathered.empty() && m_state->out.empty())) {
            handler();
            return;
        }
        m_state->afterwards.push_back(std::move(handler));
    }

private:
    struct State {
        std::string gathered;
        std::string out; // on its way
        bool scheduled = false;
        boost::system::error_code error;
        std::vector<std::function<void()>> waiting;
        std::vector<std::function<void()>> afterwards;
        std::function<void()> onRoom;
        std::shared_ptr<void> owner; // of the TLS stream
    };

    void schedule()
    {
        if (!m_state->scheduled && m_state->out.empty() && !m_state->error) {
            m_state->scheduled = true;
            asio::post(get_executor(), [&stream = m_stream, state = m_state, owner = m_state->owner] {
                state->scheduled = false;
                flush(stream, state, owner);
            });
        }
    }

    static void
    flush(TlsStream& stream, std::shared_ptr<State> const& state, std::shared_ptr<void> const& owner)
    {
        if (state->gathered.empty() || !state->out.empty()) {
            return;
        }
        std::swap(state->out, state->gathered);
        for (auto const& finish : std::exchange(state->waiting, {})) {
            finish();
        }
        asio::async_write(
            stream,
            asio::buffer(state->out),
            [&stream, state, owner](boost::system::error_code const& error, std::size_t) {
                constexpr std::size_t kept = 4096; // thousands of connections are quiet most of the time
                state->out.clear();
                if (state->out.capacity() > kept) {
                    std::string().swap(state->out);
                }
                if (error) {
                    state->error = error;
                    state->gathered.clear();
                    for (auto const& finish : std::exchange(state->waiting, {})) {
                        finish();
                    }
                }
                flush(stream, state, owner);
                if (state->onRoom && !state->error) {
                    state->onRoom();
                }
                if (state->error || (state->gathered.empty() && state->out.empty())) {
                    for (auto const& handler : std::exchange(state->afterwards, {})) {
                        handler();
                    }
                }
            }
        );
    }

    TlsStream& m_stream;
    std::shared_ptr<State> m_state;
};

// How Beast ends the connection below a WebSocket.
inline void teardown(beast::role_type role, CorkedStream& stream, boost::system::error_code& error)
{
    beast::teardown(role, stream.next_layer(), error);
}

template <class Handler>
void async_teardown(beast::role_type role, CorkedStream& stream, Handler&& handler)
{
    auto shared = std::make_shared<std::decay_t<Handler>>(std::forward<Handler>(handler));
    stream.whenOut([role, &stream, shared] {
        beast::async_teardown(role, stream.next_layer(), std::move(*shared));
    });
}

} // namespace qob
