#pragma once

// Only for the .cpp files that talk to sockets.

#include "engine/gateway/gateway_thread.h"

#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/io_context.hpp>

#include <thread>

namespace qob {

struct GatewayThread::Impl {
    boost::asio::io_context io{1};
    boost::asio::executor_work_guard<boost::asio::io_context::executor_type> work{io.get_executor()};
    std::thread thread;
};

} // namespace qob
