#include "engine/gateway/connection.h"

#include "engine/gateway/compression.h"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/beast/core/bind_handler.hpp>
#include <boost/beast/http/parser.hpp>
#include <boost/beast/http/read.hpp>
#include <boost/beast/http/write.hpp>
#include <boost/beast/version.hpp>
#include <boost/beast/websocket/rfc6455.hpp>

#include <algorithm>
#include <exception>

namespace qob {

namespace {

namespace http = beast::http;
using boost::system::error_code;

std::chrono::nanoseconds chrono(Duration duration)
{
    return std::chrono::nanoseconds(duration.value);
}

std::optional<HttpMethod> methodOf(http::verb verb)
{
    switch (verb) {
    case http::verb::get:
    case http::verb::head:
        return HttpMethod::Get;
    case http::verb::post:
        return HttpMethod::Post;
    case http::verb::put:
        return HttpMethod::Put;
    case http::verb::patch:
        return HttpMethod::Patch;
    case http::verb::delete_:
        return HttpMethod::Delete;
    default:
        return std::nullopt;
    }
}

std::string lower(std::string_view text)
{
    std::string result(text);
    std::transform(result.begin(), result.end(), result.begin(), [](unsigned char c) {
        return c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : static_cast<char>(c);
    });
    return result;
}

// What two readers of the same bytes could take for different requests is refused.
Expected<void> checkFraming(BeastRequest const& request)
{
    if (request.version() != 11 && request.version() != 10) {
        return fail(ErrorCode::RequestMalformed, "expected HTTP/1.1");
    }
    if (request.count(http::field::content_length) > 1 || request.count(http::field::transfer_encoding) > 1 ||
        (request.count(http::field::content_length) == 1 && request.count(http::field::transfer_encoding) == 1
        )) {
        return fail(ErrorCode::RequestMalformed, "its length is said more than once");
    }
    if (request.version() == 11 && request.count(http::field::host) != 1) {
        return fail(ErrorCode::RequestMalformed, "expected exactly one Host header");
    }
    return {};
}

// 16 bytes in base64, as RFC 6455 wants them.
bool isHandshakeKey(std::string_view key)
{
    constexpr std::size_t digits = 22;
    constexpr std::string_view alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    return key.size() == digits + 2 && key.ends_with("==") &&
           key.substr(0, digits).find_first_not_of(alphabet) == std::string_view::npos;
}

// RFC 6455, section 4.2.1; nothing: it is well formed. `early`: bytes that came before it was answered.
std::optional<WebResponse> checkHandshake(WebRequest const& request, std::size_t early)
{
    constexpr int upgradeRequired = 426;
    auto const* const version = request.header("sec-websocket-version");
    auto const* const key = request.header("sec-websocket-key");
    auto const keys = std::count_if(request.headers.begin(), request.headers.end(), [](auto const& header) {
        return header.first == "sec-websocket-key";
    });
    if (version == nullptr || *version != "13") {
        auto response = errorResponse({ErrorCode::RequestMalformed, "expected Sec-WebSocket-Version: 13"});
        response.status = upgradeRequired;
        response.headers.emplace_back("Sec-WebSocket-Version", "13");
        return response;
    }
    if (keys != 1 || !isHandshakeKey(*key)) {
        return errorResponse({ErrorCode::RequestMalformed, "expected one Sec-WebSocket-Key of 16 bytes"});
    }
    // What stands between us and the client may take these bytes for something else than we do.
    if (!request.body.empty() || early > 0) {
        return errorResponse({ErrorCode::RequestMalformed, "expected nothing after the handshake's headers"});
    }
    return std::nullopt;
}

Expected<WebRequest> translated(BeastRequest& from, std::string const& address)
{
    WebRequest request;
    request.address = address;
    auto const method = methodOf(from.method());
    if (!method) {
        return fail(ErrorCode::RequestWrongMethod, std::string(from.method_string()));
    }
    request.method = *method;
    request.target = std::string(from.target());
    request.body = std::move(from.body());
    for (auto const& field : from) {
        request.headers.emplace_back(lower(field.name_string()), std::string(field.value()));
    }
    if (auto const read = readTarget(request); !read) {
        return tl::unexpected(read.error());
    }
    return request;
}

class HttpConnection final : public Connection, public std::enable_shared_from_this<HttpConnection> {
public:
    HttpConnection(std::shared_ptr<ServerCore> core, TlsStream stream, std::string address)
        : m_shared(std::move(core))
        , m_core(*m_shared)
        , m_stream(std::move(stream))
        , m_address(std::move(address))
        , m_deadline(m_stream.get_executor())
        , m_id(++m_core.lastId)
    {
        ++m_core.ofAddress[m_address];
        ++m_core.counts.connections;
    }

    ~HttpConnection() override
    {
        m_core.connections.erase(m_id);
        --m_core.counts.connections;
        auto const found = m_core.ofAddress.find(m_address);
        if (--found->second == 0) {
            m_core.ofAddress.erase(found);
        }
    }

    HttpConnection(HttpConnection const&) = delete;
    HttpConnection& operator=(HttpConnection const&) = delete;

    void start()
    {
        m_core.connections[m_id] = weak_from_this();
        auto const self = shared_from_this();
        asio::co_spawn(
            m_stream.get_executor(),
            [self] { return self->run(); },
            [self](std::exception_ptr const& problem) {
                if (problem) {
                    self->abandon(problem);
                }
            }
        );
    }

    void finish() override
    {
        if (m_behind != nullptr) {
            finishStream(*m_behind);
        } else if (m_idle) {
            cut();
        }
    }

    void cut() override
    {
        if (m_socket.is_open()) {
            error_code ignored;
            m_socket.cancel(ignored);
            m_socket.shutdown(asio::ip::tcp::socket::shutdown_both, ignored);
        }
    }

private:
    // What nobody foresaw ends one connection and not the server.
    void abandon(std::exception_ptr const& problem)
    {
        std::string what = "unknown";
        try {
            std::rethrow_exception(problem);
        } catch (std::exception const& error) {
            what = error.what();
        } catch (...) { // what it is cannot be said
        }
        m_core.world.log.error("gateway", "a connection failed", {{"address", m_address}, {"error", what}});
        m_behind.reset(); // they hold each other
        cut();
    }

    using Parser = http::request_parser<http::string_body>;

    // What is under way is given up after so long; the connection can still be answered on. (The socket's own
    // timeouts would close it.)
    void within(Duration limit)
    {
        m_late = false;
        m_deadline.expires_after(chrono(limit));
        m_deadline.async_wait([weak = weak_from_this()](error_code const& error) {
            auto const self = weak.lock();
            if (!error && self) {
                self->m_late = true;
                error_code ignored;
                self->m_socket.cancel(ignored);
            }
        });
    }

    asio::awaitable<void> run()
    {
        error_code error;
        within(m_core.settings.handshakeTimeout);
        co_await m_stream.async_handshake(
            asio::ssl::stream_base::server, asio::redirect_error(asio::use_awaitable, error)
        );
        if (error) {
            ++m_core.counts.refused;
            m_deadline.cancel();
            m_core.world.log.debug("gateway", "no TLS", {{"address", m_address}, {"error", error.message()}});
            co_return;
        }
        while (!m_core.stopping && co_await one()) {
        }
        if (!m_upgraded && m_socket.is_open()) {
            within(seconds(1));
            co_await m_stream.async_shutdown(asio::redirect_error(asio::use_awaitable, error));
            m_deadline.cancel();
        }
    }

    // One request; false: it was the last.
    asio::awaitable<bool> one()
    {
        Parser parser;
        parser.header_limit(static_cast<std::uint32_t>(m_core.settings.mostHeaderBytes));
        parser.body_limit(m_core.settings.mostBodyBytes);
        error_code const error = co_await read(parser);
        if (error == http::error::end_of_stream || error == asio::ssl::error::stream_truncated ||
            error == asio::error::operation_aborted || error == asio::error::connection_reset) {
            co_return false;
        }
        if (error) {
            co_return co_await refuse(error, m_buffer.size() > 0 || parser.got_some());
        }
        BeastRequest request = parser.release();
        const Duration begin = m_core.world.clock.steady();
        bool const keepAlive = request.keep_alive() && !m_core.stopping;
        bool const head = request.method() == http::verb::head;
        bool const zipped = request[http::field::accept_encoding].find("gzip") != beast::string_view::npos;
        ++m_core.counts.requests;
        if (auto const framing = checkFraming(request); !framing) {
            co_await write(errorResponse(framing.error()), false, false, false);
            co_return false;
        }
        if (beast::websocket::is_upgrade(request)) {
            co_return co_await upgrade(std::move(request), keepAlive);
        }
        Route const* route = nullptr;
        WebResponse const response = co_await answer(request, route);
        if (m_core.world.answered) {
            m_core.world.answered(route, response, m_core.world.clock.steady() - begin);
        }
        co_return co_await write(response, keepAlive, head, zipped);
    }

    // Waits for the first bytes as long as a client may be idle, then for the rest as long as a request may
    // take.
    asio::awaitable<error_code> read(Parser& parser)
    {
        error_code error;
        if (m_buffer.size() == 0) {
            constexpr std::size_t firstBytes = 2048;
            m_idle = true;
            within(m_core.settings.idleTimeout);
            auto const got = co_await m_stream.async_read_some(
                m_buffer.prepare(firstBytes), asio::redirect_error(asio::use_awaitable, error)
            );
            m_idle = false;
            m_buffer.commit(got);
            if (error) {
                co_return error_code(http::error::end_of_stream); // gone, or idle for too long
            }
        }
        within(m_core.settings.requestTimeout);
        co_await http::async_read_header(
            m_stream, m_buffer, parser, asio::redirect_error(asio::use_awaitable, error)
        );
        if (!error && !parser.is_done()) {
            if (parser.get()[http::field::expect] == "100-continue") {
                http::response<http::empty_body> go(http::status::continue_, 11);
                co_await http::async_write(m_stream, go, asio::redirect_error(asio::use_awaitable, error));
            }
            co_await http::async_read(
                m_stream, m_buffer, parser, asio::redirect_error(asio::use_awaitable, error)
            );
        }
        m_deadline.cancel();
        co_return error&& m_late ? error_code(beast::error::timeout) : error;
    }

    // Of what could not be read.
    asio::awaitable<bool> refuse(error_code const& error, bool began)
    {
        WebResponse response;
        if (error == beast::error::timeout) {
            if (!began) {
                co_return false;
            }
            response = errorResponse({ErrorCode::RequestTimeout, {}});
        } else if (error == http::error::body_limit) {
            response = errorResponse(
                {ErrorCode::RequestTooLarge,
                 "a body has at most " + std::to_string(m_core.settings.mostBodyBytes) + " bytes"}
            );
        } else if (error == http::error::header_limit) {
            constexpr int headerTooLarge = 431;
            response = errorResponse(
                {ErrorCode::RequestTooLarge,
                 "headers have at most " + std::to_string(m_core.settings.mostHeaderBytes) + " bytes"}
            );
            response.status = headerTooLarge;
        } else if (error.category() == http::make_error_code(http::error::bad_method).category()) {
            response = errorResponse({ErrorCode::RequestMalformed, error.message()});
        } else {
            co_return false;
        }
        if (m_core.world.answered) {
            m_core.world.answered(nullptr, response, Duration(0));
        }
        co_await write(response, false, false, false);
        co_return false;
    }

    asio::awaitable<WebResponse> answer(BeastRequest& from, Route const*& route)
    {
        auto request = translated(from, m_address);
        if (!request) {
            co_return errorResponse(request.error());
        }
        if (from.method() == http::verb::options) {
            co_return WebResponse{204, {}, {}, {{"Allow", "GET, HEAD, POST, PUT, PATCH, DELETE"}}};
        }
        auto const found = m_core.world.router.find(*request);
        ErrorForm const& errors = found ? *(*found)->errors : ownErrors;
        if (auto const problem = co_await identify(*request, errors)) {
            co_return *problem;
        }
        if (!found) {
            co_return errors.answer(found.error());
        }
        route = *found;
        if (auto const allowed = checkPermission(*route, request->principal); !allowed) {
            co_return errors.answer(allowed.error());
        }
        if (auto const body = readBody(*request); !body) {
            co_return errors.answer(body.error());
        }
        if (auto const checked = checkParameters(*route, *request); !checked) {
            co_return errors.answer(checked.error());
        }
        co_return co_await respond([&](Respond done) { route->handler(*request, std::move(done)); });
    }

    // Who it is from and whether so many are allowed; nothing: go on. Wrong credentials count as well.
    asio::awaitable<std::optional<WebResponse>>
    identify(WebRequest& request, ErrorForm const& errors = ownErrors)
    {
        std::optional<Error> problem;
        WebResponse const unused = co_await respond([&](Respond const& done) {
            m_core.world.authenticate(request, [&request, &problem, done](Expected<Principal> principal) {
                if (principal) {
                    request.principal = std::move(*principal);
                } else {
                    problem = principal.error();
                }
                done({});
            });
        });
        static_cast<void>(unused);
        if (auto refused = admit(request, errors)) {
            co_return refused;
        }
        co_return problem ? std::optional(errors.answer(*problem)) : std::nullopt;
    }

    std::optional<WebResponse> admit(WebRequest const& request, ErrorForm const& errors)
    {
        auto const refusal = m_core.world.admit ? m_core.world.admit(request) : std::nullopt;
        if (!refusal) {
            return std::nullopt;
        }
        auto response = errors.answer(refusal->error);
        auto const wait = (refusal->retryAfter.value + seconds(1).value - 1) / seconds(1).value;
        response.headers.emplace_back("Retry-After", std::to_string(std::max<std::int64_t>(wait, 1)));
        return response;
    }

    // Suspends until whoever `begin` hands the question to has answered it.
    template <class Begin>
    asio::awaitable<WebResponse> respond(Begin begin)
    {
        co_return co_await asio::async_initiate<asio::use_awaitable_t<> const, void(WebResponse)>(
            [&](auto handler) {
                auto shared = std::make_shared<decltype(handler)>(std::move(handler));
                begin([shared, executor = m_stream.get_executor()](WebResponse response) {
                    asio::post(executor, [shared, response = std::move(response)]() mutable {
                        (*shared)(std::move(response));
                    });
                });
            },
            asio::use_awaitable
        );
    }

    asio::awaitable<bool> write(WebResponse const& from, bool keepAlive, bool head, bool zipped)
    {
        http::response<http::string_body> response(static_cast<http::status>(from.status), 11);
        if (!from.contentType.empty()) {
            response.set(http::field::content_type, from.contentType);
        }
        response.set(http::field::date, httpDate(m_core.world.clock.now()));
        response.set(http::field::cache_control, "no-store");
        response.set("X-Content-Type-Options", "nosniff");
        response.set(http::field::strict_transport_security, "max-age=31536000");
        for (auto const& [name, value] : from.headers) {
            response.set(name, value);
        }
        if (from.status == errorInfo(ErrorCode::AuthRequired).httpStatus) {
            response.set(http::field::www_authenticate, "Bearer");
        }
        if (zipped && worthCompressing(from)) {
            response.set(http::field::content_encoding, "gzip");
            response.body() = gzipped(from.body);
        } else {
            response.body() = from.body;
        }
        response.keep_alive(keepAlive);
        response.prepare_payload();
        if (head) {
            response.body().clear(); // its length stays said
        }
        m_core.counts.bytesOut += response.body().size();
        error_code error;
        within(m_core.settings.requestTimeout);
        if (head) {
            http::response_serializer<http::string_body> serializer(response);
            serializer.split(true);
            co_await http::async_write_header(
                m_stream, serializer, asio::redirect_error(asio::use_awaitable, error)
            );
        } else {
            co_await http::async_write(m_stream, response, asio::redirect_error(asio::use_awaitable, error));
        }
        m_deadline.cancel();
        co_return !error && keepAlive && !m_core.stopping;
    }

    // Always false: from here on it is a stream, or it is over. Only a refusal lets it go on as it was.
    asio::awaitable<bool> upgrade(BeastRequest request, bool keepAlive)
    {
        auto asked = translated(request, m_address);
        if (!asked) {
            co_return co_await write(errorResponse(asked.error()), keepAlive, false, false);
        }
        if (auto const problem = co_await identify(*asked)) {
            co_return co_await write(*problem, keepAlive, false, false);
        }
        auto const early = m_buffer.size();
        if (auto const problem = checkHandshake(*asked, early)) {
            co_return co_await write(*problem, keepAlive && early == 0, false, false);
        }
        auto const& streams = m_core.world.streams;
        auto const route = std::find_if(streams.begin(), streams.end(), [&](StreamRoute const& one) {
            auto const fixed = one.path.substr(0, one.path.find('*'));
            return fixed == one.path ? asked->path == fixed : asked->path.starts_with(fixed);
        });
        if (route == streams.end()) {
            auto const problem = Error{ErrorCode::RequestUnknownRoute, asked->path};
            co_return co_await write(errorResponse(problem), keepAlive, false, false);
        }
        if (!fromAllowedOrigin(*asked)) {
            auto const problem = Error{ErrorCode::AuthForbidden, "a page of another host"};
            co_return co_await write(errorResponse(problem), keepAlive, false, false);
        }
        m_upgraded = true;
        m_behind = makeStreamConnection(m_core, m_stream, shared_from_this());
        if (auto const opened = openBehind(*m_behind, *route, *asked); !opened) {
            m_behind.reset();
            m_upgraded = false;
            co_return co_await write(errorResponse(opened.error()), keepAlive, false, false);
        }
        co_await runStream(m_behind, std::move(request));
        m_behind.reset(); // they hold each other
        co_return false;
    }

    // Browsers send cookies and may reach loopback: a page of another host gets no stream.
    [[nodiscard]] bool fromAllowedOrigin(WebRequest const& request) const
    {
        auto const* const origin = request.header("origin");
        if (origin == nullptr) {
            return true;
        }
        auto const* const host = request.header("host");
        if (host != nullptr && *origin == "https://" + *host) {
            return true;
        }
        std::string_view rest = m_core.settings.allowedOrigins;
        while (!rest.empty()) {
            auto const end = std::min(rest.find(','), rest.size());
            if (rest.substr(0, end) == *origin || rest.substr(0, end) == "*") {
                return true;
            }
            rest.remove_prefix(std::min(end + 1, rest.size()));
        }
        return false;
    }

    std::shared_ptr<ServerCore> m_shared;
    ServerCore& m_core;
    TlsStream m_stream;
    asio::ip::tcp::socket& m_socket = beast::get_lowest_layer(m_stream).socket();
    std::string m_address;
    asio::steady_timer m_deadline;
    bool m_late = false; // the deadline has passed
    std::uint64_t m_id;
    beast::flat_buffer m_buffer;
    std::shared_ptr<StreamConnection> m_behind;
    bool m_idle = false;
    bool m_upgraded = false;
};

} // namespace

void startConnection(std::shared_ptr<ServerCore> const& core, TlsStream stream, std::string address)
{
    std::make_shared<HttpConnection>(core, std::move(stream), std::move(address))->start();
}

} // namespace qob
