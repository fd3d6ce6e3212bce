#pragma once

// Only for stream_connection.cpp.

#include "engine/gateway/tls_out.h"

#include <boost/asio/compose.hpp>
#include <boost/asio/post.hpp>
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

    // Of a connection whose TLS handshake is done.
    explicit CorkedStream(TlsStream& stream) : m_stream(stream), m_state(std::make_shared<State>(stream)) {}

    [[nodiscard]] executor_type get_executor() { return m_stream.get_executor(); }

    [[nodiscard]] next_layer_type& next_layer() { return m_stream; }

    [[nodiscard]] next_layer_type const& next_layer() const { return m_stream; }

    // Before the first write.
    void cork() { m_state->out.takeOver(); }

    // What is gathered keeps it alive until it is out.
    void keep(std::shared_ptr<void> owner) { m_state->owner = std::move(owner); }

    void release()
    {
        m_state->owner.reset();
        m_state->onRoom = {};
    }

    // What reading made for the other side to know, and what is gathered, as far as the socket takes it.
    void flush() { flush(m_stream, m_state, m_state->owner); }

    // To shut it down; what is not out by now is lost.
    [[nodiscard]] TlsStream& uncorked()
    {
        m_state->out.giveBack();
        return m_stream;
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
        if (m_state->isDone()) {
            handler();
            return;
        }
        m_state->afterwards.push_back(std::move(handler));
        schedule();
    }

private:
    struct State {
        explicit State(TlsStream& stream) : out(stream) {}

        [[nodiscard]] bool isDone() const { return error || (gathered.empty() && !out.waits()); }

        std::string gathered;
        TlsOut out;
        bool scheduled = false;
        bool blocked = false; // until the socket takes more
        boost::system::error_code error;
        std::vector<std::function<void()>> waiting;
        std::vector<std::function<void()>> afterwards;
        std::function<void()> onRoom;
        std::shared_ptr<void> owner; // of the TLS stream
    };

    void schedule()
    {
        if (!m_state->scheduled && !m_state->blocked && !m_state->error) {
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
        if (state->blocked || state->error) {
            return;
        }
        state->error = state->out.send();
        if (!state->error && !state->out.waits()) {
            state->error = sendGathered(*state);
        }
        if (!state->error && state->out.waits()) {
            state->blocked = true;
            beast::get_lowest_layer(stream).socket().async_wait(
                asio::socket_base::wait_write,
                [&stream, state, owner](boost::system::error_code const& error) {
                    state->blocked = false;
                    state->error = error;
                    error ? settle(*state) : flush(stream, state, owner);
                }
            );
        }
        settle(*state);
    }

    static boost::system::error_code sendGathered(State& state)
    {
        constexpr std::size_t kept = 4096; // thousands of connections are quiet most of the time
        auto const error = state.out.encrypt(state.gathered);
        state.gathered.clear();
        if (state.gathered.capacity() > kept) {
            std::string().swap(state.gathered);
        }
        for (auto const& finish : std::exchange(state.waiting, {})) {
            finish();
        }
        return error ? error : state.out.send();
    }

    // Tells who waited for room, for the end, or for either in vain.
    static void settle(State& state)
    {
        if (state.error) {
            state.gathered.clear();
            for (auto const& finish : std::exchange(state.waiting, {})) {
                finish();
            }
        } else if (state.onRoom && !state.blocked) {
            state.onRoom();
        }
        if (state.isDone()) {
            for (auto const& handler : std::exchange(state.afterwards, {})) {
                handler();
            }
        }
    }

    TlsStream& m_stream;
    std::shared_ptr<State> m_state;
};

// How Beast ends the connection below a WebSocket.
inline void teardown(beast::role_type role, CorkedStream& stream, boost::system::error_code& error)
{
    beast::teardown(role, stream.uncorked(), error);
}

template <class Handler>
void async_teardown(beast::role_type role, CorkedStream& stream, Handler&& handler)
{
    auto shared = std::make_shared<std::decay_t<Handler>>(std::forward<Handler>(handler));
    stream.whenOut([role, &stream, shared] {
        beast::async_teardown(role, stream.uncorked(), std::move(*shared));
    });
}

} // namespace qob
