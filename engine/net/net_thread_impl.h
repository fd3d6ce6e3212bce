#pragma once

// Only for this room's .cpp files: it costs its includers Asio and OpenSSL.

#include "engine/base/expected.h"
#include "engine/net/name_lookup.h"
#include "engine/net/net_thread.h"
#include "engine/net/url.h"

#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/ssl/context.hpp>
#include <boost/asio/steady_timer.hpp>

#include <thread>

namespace qob {

struct NetThread::Impl {
    explicit Impl(NetSettings chosen);

    // Where to connect for a host: its own name and port, or what the settings say.
    [[nodiscard]] std::pair<std::string, std::string> placeOf(Url const& url) const;

    NetSettings settings;
    boost::asio::io_context io{1};
    NameLookup names{io, settings.lookUp};
    boost::asio::ssl::context tls{boost::asio::ssl::context::tls_client};
    boost::asio::executor_work_guard<boost::asio::io_context::executor_type> work{io.get_executor()};
    std::thread thread;
};

// What went wrong at `step` with `url`.
Error netError(ErrorCode code, Url const& url, std::string_view step, boost::system::error_code const& error);

} // namespace qob
