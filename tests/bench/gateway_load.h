#pragma once

#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/ssl/context.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/beast/core.hpp>
#include <boost/beast/http.hpp>
#include <boost/beast/ssl.hpp>
#include <boost/beast/websocket.hpp>
#include <boost/beast/websocket/ssl.hpp>

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace qob::bench {

namespace asio = boost::asio;
namespace beast = boost::beast;

// The load's side: one thread, one event loop.
struct Load {
    asio::io_context io{1};
    asio::ssl::context tls{asio::ssl::context::tls_client};
    std::uint16_t port = 0;
    std::string token;

    // Until `done` says so, or for so long.
    void run(std::chrono::milliseconds limit, std::function<bool()> const& done = {});
};

// Microseconds that something took, in any order.
class Samples {
public:
    void add(double us) { m_us.push_back(us); }

    [[nodiscard]] std::size_t count() const { return m_us.size(); }

    [[nodiscard]] double quantile(double share);

private:
    std::vector<double> m_us;
};

std::int64_t wallUs();
std::int64_t steadyUs();

// Sends the same GET over and over on one connection: `perSecond` times, or as fast as it is answered. A
// request's time counts from when it was due.
class HttpCaller : public std::enable_shared_from_this<HttpCaller> {
public:
    HttpCaller(Load& load, std::string target, double perSecond, Samples& samples);

    void start();

    void stop() { m_stopped = true; }

private:
    using Socket = beast::ssl_stream<beast::tcp_stream>;

    void send();
    void answered(beast::error_code error);

    Load& m_load;
    Samples& m_samples;
    Socket m_socket;
    asio::steady_timer m_timer;
    beast::flat_buffer m_buffer;
    beast::http::request<beast::http::empty_body> m_request;
    beast::http::response<beast::http::string_body> m_response;
    double m_perSecond;
    std::int64_t m_due = 0;
    bool m_stopped = false;
};

// A WebSocket that says `hello` when it is open and hands on what comes.
class StreamCaller : public std::enable_shared_from_this<StreamCaller> {
public:
    using OnMessage = std::function<void(std::string_view)>;

    StreamCaller(Load& load, std::string hello, OnMessage onMessage);

    void start();
    void send(std::string text);
    void cut();

    // Nothing is read from now on.
    void stall() { m_stalled = true; }

    [[nodiscard]] bool open() const { return m_open; }

    [[nodiscard]] std::uint64_t messages() const { return m_messages; }

private:
    using Socket = beast::websocket::stream<beast::ssl_stream<beast::tcp_stream>>;

    void read();

    Load& m_load;
    Socket m_socket;
    beast::flat_buffer m_buffer;
    std::string m_hello;
    std::string m_out;
    OnMessage m_onMessage;
    std::uint64_t m_messages = 0;
    bool m_open = false;
    bool m_stalled = false;
};

// `qob serve` in a process of its own, with a data directory of its own. Destroying it stops it.
class ServedEngine {
public:
    ServedEngine(std::string program, std::string directory, std::vector<std::string> settings);
    ~ServedEngine();
    ServedEngine(ServedEngine const&) = delete;
    ServedEngine& operator=(ServedEngine const&) = delete;

    [[nodiscard]] std::uint16_t port() const { return m_port; }

    [[nodiscard]] double residentMib() const;

    // SIGTERM; seconds until it was gone.
    double stop();

private:
    int m_pid = -1;
    std::uint16_t m_port = 0;
};

// One request, waited for; the body.
std::string
ask(Load& load, std::string const& method, std::string const& target, std::string const& body = {});

} // namespace qob::bench
