#include "engine/net/http_request.h"

#include "engine/net/connect_in_turn.h"
#include "engine/net/net_thread_impl.h"

#include <boost/asio/ssl/host_name_verification.hpp>
#include <boost/beast/core.hpp>
#include <boost/beast/http.hpp>
#include <boost/beast/ssl.hpp>

#include <algorithm>
#include <charconv>
#include <ctime>
#include <iomanip>
#include <locale>
#include <sstream>

namespace qob {

namespace {

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace http = boost::beast::http;
using boost::system::error_code;

// "Sun, 06 Nov 1994 08:49:37 GMT" (RFC 9110, 5.6.7, the form that servers must write); min: it is not one.
Timestamp httpDate(std::string const& text)
{
    std::tm parts{};
    std::istringstream in(text);
    in.imbue(std::locale::classic());
    in >> std::get_time(&parts, "%a, %d %b %Y %H:%M:%S");
    return in.fail() ? Timestamp::min() : Timestamp(seconds(timegm(&parts)).value);
}

class Question final : public std::enable_shared_from_this<Question> {
public:
    Question(NetThread& net, Url url, std::function<void(Expected<HttpAnswer>)> done)
        : m_net(net.impl())
        , m_url(std::move(url))
        , m_done(std::move(done))
        , m_deadline(m_net.io)
        , m_socket(m_net.io, m_net.tls)
    {}

    void ask(HttpQuestion const& request, Duration timeout)
    {
        m_request.method_string(request.method);
        m_request.target(m_url.target);
        m_request.version(11);
        m_request.set(http::field::host, m_url.authority());
        m_request.set(http::field::user_agent, "qob");
        m_request.set(http::field::accept, "application/json");
        if (!request.body.empty()) {
            m_request.set(http::field::content_type, request.contentType);
            m_request.body() = request.body;
        }
        if (!request.authorization.empty()) {
            m_request.set(http::field::authorization, request.authorization);
        }
        m_request.prepare_payload();
        m_parser.body_limit(mostHttpBytes);
        auto const [host, port] = m_net.placeOf(m_url);
        m_deadline.expires_after(std::chrono::nanoseconds(timeout.value));
        m_deadline.async_wait([weak = weak_from_this()](error_code const& error) {
            auto const self = weak.lock();
            if (!error && self) {
                self->failed(ErrorCode::NetTimeout, "it took too long", beast::error::timeout);
            }
        });
        m_net.names.find(
            host,
            port,
            [weak = weak_from_this()](error_code const& error, NameLookup::Found const& found) {
                auto const self = weak.lock();
                if (self && !self->failed(ErrorCode::NetResolve, "the name was not found", error)) {
                    self->connect(found);
                }
            }
        );
    }

    void drop()
    {
        m_done = nullptr;
        m_deadline.cancel();
        tcp().cancel();
    }

private:
    beast::tcp_stream& tcp() { return beast::get_lowest_layer(m_socket); }

    bool failed(ErrorCode code, std::string_view step, error_code const& error)
    {
        if (!m_done) {
            return true;
        }
        if (!error) {
            return false;
        }
        finish(tl::unexpected(netError(code, m_url, step, error)));
        return true;
    }

    void finish(Expected<HttpAnswer> answer)
    {
        m_deadline.cancel();
        tcp().close();
        std::exchange(m_done, nullptr)(std::move(answer));
    }

    void connect(NameLookup::Found const& found)
    {
        auto const connected = [self = shared_from_this()](error_code const& error, auto const& /*at*/) {
            if (!self->failed(ErrorCode::NetConnect, "no connection", error)) {
                self->secure();
            }
        };
        connectInTurn(tcp(), found, m_net.settings.openTimeout, connected);
    }

    void secure()
    {
        SSL_set_tlsext_host_name(m_socket.native_handle(), m_url.host.c_str());
        m_socket.set_verify_callback(asio::ssl::host_name_verification(m_url.host));
        m_socket.async_handshake(
            asio::ssl::stream_base::client,
            [self = shared_from_this()](error_code const& error) {
                if (!self->failed(ErrorCode::NetTls, "TLS", error)) {
                    self->write();
                }
            }
        );
    }

    void write()
    {
        http::async_write(
            m_socket,
            m_request,
            [self = shared_from_this()](error_code const& error, std::size_t) {
                if (!self->failed(ErrorCode::NetClosed, "sending", error)) {
                    self->read();
                }
            }
        );
    }

    void read()
    {
        http::async_read(
            m_socket,
            m_buffer,
            m_parser,
            [self = shared_from_this()](error_code const& error, std::size_t) {
                if (!self->failed(ErrorCode::NetClosed, "reading the answer", error)) {
                    self->finish(self->answer());
                }
            }
        );
    }

    HttpAnswer answer()
    {
        auto message = m_parser.release();
        HttpAnswer answer;
        answer.status = static_cast<int>(message.result_int());
        auto const wait = message[http::field::retry_after];
        std::int64_t waitSeconds = 0;
        std::from_chars(wait.data(), wait.data() + wait.size(), waitSeconds);
        constexpr std::int64_t longest = 86'400;
        answer.retryAfter = seconds(std::clamp<std::int64_t>(waitSeconds, 0, longest));
        answer.date = httpDate(std::string(message[http::field::date]));
        answer.body = std::move(message.body());
        return answer;
    }

    NetThread::Impl& m_net;
    Url m_url;
    std::function<void(Expected<HttpAnswer>)> m_done; // null: it is over
    asio::steady_timer m_deadline;
    beast::ssl_stream<beast::tcp_stream> m_socket;
    beast::flat_buffer m_buffer;
    http::request<http::string_body> m_request;
    http::response_parser<http::string_body> m_parser;
};

} // namespace

std::shared_ptr<void> httpRequest(
    NetThread& net,
    HttpQuestion const& request,
    Duration timeout,
    std::function<void(Expected<HttpAnswer>)> done
)
{
    auto url = parseUrl(request.url);
    if (!url) {
        auto const asked = std::make_shared<int>();
        net.post([watched = std::weak_ptr(asked), done = std::move(done), error = url.error()] {
            if (!watched.expired()) {
                done(tl::unexpected(error));
            }
        });
        return asked;
    }
    auto const question = std::make_shared<Question>(net, std::move(*url), std::move(done));
    question->ask(request, timeout);
    return {question.get(), [question](void*) {
                question->drop();
            }};
}

} // namespace qob
