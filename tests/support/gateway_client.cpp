#include "tests/support/gateway_client.h"

#include <boost/asio/connect.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/ssl/context.hpp>
#include <boost/beast/core.hpp>
#include <boost/beast/http.hpp>
#include <boost/beast/ssl.hpp>
#include <boost/beast/websocket.hpp>
#include <boost/beast/websocket/ssl.hpp>

#include <algorithm>

namespace qob::test {

namespace {

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace http = beast::http;
namespace websocket = beast::websocket;
using tcp = asio::ip::tcp;
using boost::system::error_code;
using Tls = beast::ssl_stream<beast::tcp_stream>;

asio::ssl::context& context()
{
    static asio::ssl::context shared(asio::ssl::context::tls_client);
    return shared;
}

tcp::endpoint at(std::uint16_t port)
{
    return {asio::ip::address_v4::loopback(), port};
}

std::string lower(beast::string_view text)
{
    std::string result(text);
    std::transform(result.begin(), result.end(), result.begin(), [](char c) {
        return c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c;
    });
    return result;
}

} // namespace

struct GatewayClient::Impl {
    void connect()
    {
        stream = std::make_unique<Tls>(io, context());
        beast::get_lowest_layer(*stream).connect(at(port));
        stream->handshake(asio::ssl::stream_base::client);
    }

    std::uint16_t port;
    std::string token;
    asio::io_context io;
    std::unique_ptr<Tls> stream;
    beast::flat_buffer buffer;
};

GatewayClient::GatewayClient(std::uint16_t port, std::string token) : m_impl(new Impl{port, std::move(token)})
{}

GatewayClient::~GatewayClient() = default;
GatewayClient::GatewayClient(GatewayClient&&) noexcept = default;
GatewayClient& GatewayClient::operator=(GatewayClient&&) noexcept = default;

Answer GatewayClient::request(
    std::string const& method,
    std::string const& target,
    std::string const& body,
    std::map<std::string, std::string> const& headers
)
{
    if (m_impl->stream == nullptr) {
        m_impl->connect();
    }
    http::request<http::string_body> request(http::string_to_verb(method), target, 11);
    request.set(http::field::host, "localhost");
    if (!m_impl->token.empty()) {
        request.set(http::field::authorization, "Bearer " + m_impl->token);
    }
    if (!body.empty()) {
        request.set(http::field::content_type, "application/json");
        request.body() = body;
    }
    for (auto const& [name, value] : headers) {
        request.set(name, value);
    }
    request.prepare_payload();
    error_code error;
    http::write(*m_impl->stream, request, error);
    http::response_parser<http::string_body> parser;
    parser.skip(method == "HEAD");
    if (!error) {
        http::read(*m_impl->stream, m_impl->buffer, parser, error);
    }
    auto const& response = parser.get();
    if (error) {
        m_impl->stream.reset();
        m_impl->buffer.clear();
        return {};
    }
    Answer answer{static_cast<int>(response.result_int()), response.body(), {}};
    for (auto const& field : response) {
        answer.headers[lower(field.name_string())] = std::string(field.value());
    }
    if (!response.keep_alive()) {
        m_impl->stream.reset();
        m_impl->buffer.clear();
    }
    return answer;
}

std::string sendRaw(std::uint16_t port, std::string_view bytes)
{
    asio::io_context io;
    Tls stream(io, context());
    beast::get_lowest_layer(stream).connect(at(port));
    stream.handshake(asio::ssl::stream_base::client);
    error_code error;
    asio::write(stream, asio::buffer(bytes.data(), bytes.size()), error);
    std::string got;
    std::array<char, 4096> part{};
    bool waiting = true;
    while (waiting) {
        waiting = false;
        beast::get_lowest_layer(stream).expires_after(std::chrono::seconds(1));
        stream.async_read_some(asio::buffer(part), [&](error_code const& problem, std::size_t size) {
            got.append(part.data(), size);
            waiting = !problem;
        });
        io.restart();
        io.run();
    }
    return got;
}

struct StreamClient::Impl {
    asio::io_context io;
    websocket::stream<Tls> socket{io, context()};
    beast::flat_buffer buffer;
    int refused = 0;
};

StreamClient::StreamClient(
    std::uint16_t port,
    std::string const& path,
    std::string const& token,
    std::map<std::string, std::string> const& headers,
    int receiveBufferBytes
)
    : m_impl(std::make_unique<Impl>())
{
    auto& socket = m_impl->socket;
    beast::get_lowest_layer(socket).socket().open(tcp::v4());
    if (receiveBufferBytes > 0) {
        beast::get_lowest_layer(socket).socket().set_option(
            asio::socket_base::receive_buffer_size(receiveBufferBytes)
        );
    }
    beast::get_lowest_layer(socket).connect(at(port));
    socket.next_layer().handshake(asio::ssl::stream_base::client);
    socket.set_option(websocket::stream_base::decorator([&](websocket::request_type& request) {
        if (!token.empty()) {
            request.set(http::field::authorization, "Bearer " + token);
        }
        for (auto const& [name, value] : headers) {
            request.set(name, value);
        }
    }));
    websocket::response_type response;
    error_code error;
    socket.handshake(response, "localhost", path, error);
    m_impl->refused = error ? static_cast<int>(response.result_int()) : 0;
}

StreamClient::~StreamClient() = default;

void StreamClient::send(std::string const& text)
{
    error_code error;
    m_impl->socket.write(asio::buffer(text), error);
}

std::string StreamClient::next()
{
    error_code error;
    m_impl->buffer.clear();
    m_impl->socket.read(m_impl->buffer, error);
    return error ? std::string() : beast::buffers_to_string(m_impl->buffer.data());
}

std::string StreamClient::nextWith(std::string_view part)
{
    for (std::string message = next(); !message.empty(); message = next()) {
        if (message.find(part) != std::string::npos) {
            return message;
        }
    }
    return {};
}

int StreamClient::refused() const
{
    return m_impl->refused;
}

int StreamClient::closeCode() const
{
    return m_impl->socket.reason().code;
}

void StreamClient::cut()
{
    beast::get_lowest_layer(m_impl->socket).close();
}

} // namespace qob::test
