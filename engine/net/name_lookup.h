#pragma once

// Only for this room's .cpp files: it costs its includers Asio.

#include "engine/net/net_thread.h"

#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>

#include <map>
#include <memory>

namespace qob {

// Finds hosts' addresses on threads of its own, up to eight at once: the system's way of asking blocks, for
// many seconds where a name server does not answer, and one dead name must not keep the others waiting. Such
// a thread is left alone: it is never waited for, and what it finds when nobody is there any more is dropped.
// On io; destroyed where io has ended.
class NameLookup {
public:
    using Found = std::vector<boost::asio::ip::tcp::endpoint>;
    using Done = std::function<void(boost::system::error_code const& error, Found const& found)>;

    static constexpr int mostThreads = 8;

    NameLookup(boost::asio::io_context& io, LookUpHost lookUp);
    ~NameLookup();
    NameLookup(NameLookup const&) = delete;
    NameLookup& operator=(NameLookup const&) = delete;

    // Calls `done` on io, once; not where this is gone before.
    void find(std::string const& host, std::string const& port, Done done);

private:
    struct Work;

    static void run(std::shared_ptr<Work> const& work);
    void found(std::string const& host, int error, std::vector<std::string> const& addresses);

    struct Waiting {
        std::string port;
        Done done;
    };

    boost::asio::io_context& m_io;
    std::shared_ptr<Work> m_work;                  // shared with the threads
    std::multimap<std::string, Waiting> m_waiting; // by host, which is asked for once
};

} // namespace qob
