#include "tests/bench/gateway_load.h"

#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <csignal>
#include <cstdio>
#include <fstream>
#include <stdexcept>
#include <thread>

namespace qob::bench {

namespace {

namespace http = beast::http;

asio::ip::tcp::endpoint endpointOf(Load const& load)
{
    return {asio::ip::address_v4::loopback(), load.port};
}

// Started with its output at the end of a pipe.
int spawn(std::vector<std::string> const& words, int& output, std::string const& input)
{
    int out[2];
    int in[2];
    if (pipe(out) != 0 || pipe(in) != 0) {
        throw std::runtime_error("no pipe");
    }
    int const pid = fork();
    if (pid == 0) {
        dup2(in[0], STDIN_FILENO);
        dup2(out[1], STDOUT_FILENO);
        for (int const end : {in[0], in[1], out[0], out[1]}) {
            ::close(end);
        }
        std::vector<char*> arguments;
        for (std::string const& word : words) {
            arguments.push_back(const_cast<char*>(word.c_str()));
        }
        arguments.push_back(nullptr);
        execv(arguments.front(), arguments.data());
        _exit(127);
    }
    ::close(in[0]);
    ::close(out[1]);
    static_cast<void>(!::write(in[1], input.data(), input.size()));
    ::close(in[1]);
    output = out[0];
    return pid;
}

} // namespace

std::int64_t wallUs()
{
    return std::chrono::duration_cast<std::chrono::microseconds>(
               std::chrono::system_clock::now().time_since_epoch()
    )
        .count();
}

std::int64_t steadyUs()
{
    return std::chrono::duration_cast<std::chrono::microseconds>(
               std::chrono::steady_clock::now().time_since_epoch()
    )
        .count();
}

void Load::run(std::chrono::milliseconds limit, std::function<bool()> const& done)
{
    auto const end = std::chrono::steady_clock::now() + limit;
    io.restart();
    while (std::chrono::steady_clock::now() < end && !(done && done())) {
        io.run_for(std::chrono::milliseconds(5));
        io.restart();
    }
}

double Samples::quantile(double share)
{
    if (m_us.empty()) {
        return 0;
    }
    auto const at = static_cast<std::ptrdiff_t>(share * static_cast<double>(m_us.size() - 1));
    std::nth_element(m_us.begin(), m_us.begin() + at, m_us.end());
    return m_us[static_cast<std::size_t>(at)];
}

HttpCaller::HttpCaller(Load& load, std::string target, double perSecond, Samples& samples)
    : m_load(load)
    , m_samples(samples)
    , m_socket(load.io, load.tls)
    , m_timer(load.io)
    , m_request(http::verb::get, target, 11)
    , m_perSecond(perSecond)
{
    m_request.set(http::field::host, "localhost");
    if (!load.token.empty()) {
        m_request.set(http::field::authorization, "Bearer " + load.token);
    }
}

void HttpCaller::start()
{
    auto self = shared_from_this();
    beast::get_lowest_layer(m_socket).async_connect(endpointOf(m_load), [self](beast::error_code error) {
        if (error) {
            return;
        }
        beast::get_lowest_layer(self->m_socket).socket().set_option(asio::ip::tcp::no_delay(true));
        self->m_socket.async_handshake(asio::ssl::stream_base::client, [self](beast::error_code problem) {
            if (!problem) {
                self->m_due = steadyUs();
                self->send();
            }
        });
    });
}

void HttpCaller::send()
{
    auto self = shared_from_this();
    http::async_write(m_socket, m_request, [self](beast::error_code error, std::size_t) {
        self->m_response = {};
        if (!error) {
            http::async_read(
                self->m_socket,
                self->m_buffer,
                self->m_response,
                [self](beast::error_code got, std::size_t) { self->answered(got); }
            );
        }
    });
}

void HttpCaller::answered(beast::error_code error)
{
    if (error || m_stopped) {
        return;
    }
    auto const now = steadyUs();
    if (m_response.result_int() == 200) {
        m_samples.add(static_cast<double>(now - m_due));
    }
    if (m_perSecond <= 0) {
        m_due = now;
        send();
        return;
    }
    m_due += static_cast<std::int64_t>(1e6 / m_perSecond);
    if (m_due <= now) {
        send();
        return;
    }
    m_timer.expires_after(std::chrono::microseconds(m_due - now));
    m_timer.async_wait([self = shared_from_this()](beast::error_code) { self->send(); });
}

StreamCaller::StreamCaller(Load& load, std::string hello, OnMessage onMessage)
    : m_load(load)
    , m_socket(load.io, load.tls)
    , m_hello(std::move(hello))
    , m_onMessage(std::move(onMessage))
{}

void StreamCaller::start()
{
    auto self = shared_from_this();
    m_socket.set_option(
        beast::websocket::stream_base::decorator([this](beast::websocket::request_type& request) {
            if (!m_load.token.empty()) {
                request.set(http::field::authorization, "Bearer " + m_load.token);
            }
        })
    );
    beast::get_lowest_layer(m_socket).async_connect(endpointOf(m_load), [self](beast::error_code error) {
        if (error) {
            return;
        }
        beast::get_lowest_layer(self->m_socket).socket().set_option(asio::ip::tcp::no_delay(true));
        self->m_socket.next_layer().async_handshake(
            asio::ssl::stream_base::client,
            [self](beast::error_code problem) {
                if (problem) {
                    return;
                }
                self->m_socket.async_handshake("localhost", "/ws", [self](beast::error_code refused) {
                    self->m_open = !refused;
                    if (self->m_open && !self->m_hello.empty()) {
                        self->send(self->m_hello);
                    }
                    if (self->m_open) {
                        self->read();
                    }
                });
            }
        );
    });
}

void StreamCaller::send(std::string text)
{
    m_out = std::move(text);
    m_socket.async_write(asio::buffer(m_out), [self = shared_from_this()](beast::error_code, std::size_t) {});
}

void StreamCaller::cut()
{
    m_open = false;
    beast::get_lowest_layer(m_socket).close();
}

void StreamCaller::read()
{
    m_socket.async_read(m_buffer, [self = shared_from_this()](beast::error_code error, std::size_t) {
        if (error) {
            self->m_open = false;
            return;
        }
        ++self->m_messages;
        if (self->m_onMessage) {
            self->m_onMessage({static_cast<char const*>(self->m_buffer.data().data()), self->m_buffer.size()}
            );
        }
        self->m_buffer.consume(self->m_buffer.size());
        if (!self->m_stalled) {
            self->read();
        }
    });
}

ServedEngine::ServedEngine(std::string program, std::string directory, std::vector<std::string> settings)
{
    int output = -1;
    int const user = spawn(
        {program, "user", "add", "bench", "--role", "admin", "--data", directory},
        output,
        "a benchmark's password\n"
    );
    waitpid(user, nullptr, 0);
    ::close(output);
    std::vector<std::string> words{
        program,
        "serve",
        "--data",
        directory,
        "--port",
        "0",
        "--set",
        "serve.rate_limits=false",
        "--set",
        "sim.history_minutes=1"};
    for (std::string const& setting : settings) {
        words.insert(words.end(), {"--set", setting});
    }
    m_pid = spawn(words, output, {});
    std::string line;
    for (char c = 0; line.find("://127.0.0.1:") == std::string::npos || c != '\n';) {
        if (::read(output, &c, 1) != 1) {
            throw std::runtime_error("qob serve did not come up");
        }
        line += c;
    }
    m_port = static_cast<std::uint16_t>(std::stoi(line.substr(line.find("://127.0.0.1:") + 13)));
    ::close(output);
    static_cast<void>(std::signal(SIGPIPE, SIG_IGN));
}

ServedEngine::~ServedEngine()
{
    stop();
}

double ServedEngine::residentMib() const
{
    std::ifstream status("/proc/" + std::to_string(m_pid) + "/status");
    for (std::string word; status >> word;) {
        if (word == "VmRSS:") {
            double kib = 0;
            status >> kib;
            return kib / 1024;
        }
    }
    return 0;
}

double ServedEngine::stop()
{
    if (m_pid < 0) {
        return 0;
    }
    auto const begin = steadyUs();
    kill(m_pid, SIGTERM);
    waitpid(m_pid, nullptr, 0);
    m_pid = -1;
    return static_cast<double>(steadyUs() - begin) / 1e6;
}

std::string ask(Load& load, std::string const& method, std::string const& target, std::string const& body)
{
    asio::io_context io;
    beast::ssl_stream<beast::tcp_stream> socket(io, load.tls);
    beast::get_lowest_layer(socket).connect(endpointOf(load));
    socket.handshake(asio::ssl::stream_base::client);
    http::request<http::string_body> request(http::string_to_verb(method), target, 11);
    request.set(http::field::host, "localhost");
    request.set(http::field::content_type, "application/json");
    if (!load.token.empty()) {
        request.set(http::field::authorization, "Bearer " + load.token);
    }
    request.body() = body;
    request.prepare_payload();
    http::write(socket, request);
    beast::flat_buffer buffer;
    http::response<http::string_body> response;
    http::read(socket, buffer, response);
    return response.body();
}

} // namespace qob::bench
