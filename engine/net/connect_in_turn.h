#pragma once

// Only for this room's .cpp files: it costs its includers Beast.

#include "engine/net/name_lookup.h"

#include <boost/beast/core/tcp_stream.hpp>

namespace qob {

using Connected =
    std::function<void(boost::system::error_code const& error, boost::asio::ip::tcp::endpoint const& at)>;

// Connects to the first of `places` that answers. One that swallows packets must not keep the others from
// being tried: each but the last has two seconds, or its share of `time` where that is less. Calls `done`
// once, with the last error; who closes the stream ends it. What `done` holds must keep the stream.
inline void connectInTurn(
    boost::beast::tcp_stream& stream,
    NameLookup::Found const& places,
    Duration time,
    Connected done,
    std::size_t first = 0
)
{
    bool const last = first + 1 >= places.size();
    if (last) {
        stream.expires_never();
    } else {
        auto const share = time.value / static_cast<std::int64_t>(places.size());
        stream.expires_after(std::chrono::nanoseconds(std::min(share, seconds(2).value)));
    }
    auto const place = places.at(first);
    stream.async_connect(
        place,
        [&stream, places, time, done = std::move(done), first, last](boost::system::error_code const& error) {
            if (error && !last && error != boost::asio::error::operation_aborted) {
                stream.close();
                connectInTurn(stream, places, time, done, first + 1);
                return;
            }
            stream.expires_never();
            done(error, places[first]);
        }
    );
}

} // namespace qob
