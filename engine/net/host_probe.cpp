#include "engine/net/host_probe.h"

#include "engine/net/connect_in_turn.h"
#include "engine/net/net_thread_impl.h"

#include <boost/asio/ssl/host_name_verification.hpp>
#include <boost/beast/ssl.hpp>

namespace qob {

namespace {

namespace asio = boost::asio;
using asio::ip::tcp;
using boost::system::error_code;

class Probe final : public std::enable_shared_from_this<Probe> {
public:
    Probe(
        NetThread& net,
        Clock const& clock,
        Url url,
        ProbeDepth depth,
        std::function<void(HostReport const&)> done
    )
        : m_net(net.impl())
        , m_clock(clock)
        , m_url(std::move(url))
        , m_depth(depth)
        , m_done(std::move(done))
        , m_deadline(m_net.io)
        , m_socket(m_net.io, m_net.tls)
    {}

    void start(Duration timeout)
    {
        auto const [host, port] = m_net.placeOf(m_url);
        m_begin = m_clock.steady();
        m_deadline.expires_after(std::chrono::nanoseconds(timeout.value));
        m_deadline.async_wait([weak = weak_from_this()](error_code const& error) {
            auto const self = weak.lock();
            if (!error && self) {
                self->ended(ErrorCode::NetTimeout, self->step(), asio::error::timed_out);
            }
        });
        m_net.names.find(
            host,
            port,
            [weak = weak_from_this()](error_code const& error, NameLookup::Found const& found) {
                auto const self = weak.lock();
                if (self && !self->ended(ErrorCode::NetResolve, self->step(), error)) {
                    self->m_report.found = self->spent();
                    self->connect(found);
                }
            }
        );
    }

    void drop()
    {
        m_done = nullptr;
        close();
    }

private:
    [[nodiscard]] std::string_view step() const
    {
        if (m_report.connected) {
            return "TLS";
        }
        return m_report.found ? "no connection" : "the name was not found";
    }

    [[nodiscard]] Duration spent() const { return m_clock.steady() - m_begin; }

    void close()
    {
        m_deadline.cancel();
        m_socket.next_layer().close();
    }

    // True: there is nothing more to do, because of the error or because it was over already.
    bool ended(ErrorCode code, std::string_view step, error_code const& error)
    {
        if (m_done && error) {
            m_report.problem = netError(code, m_url, step, error);
            finish();
        }
        return !m_done;
    }

    void finish()
    {
        close();
        std::exchange(m_done, nullptr)(m_report);
    }

    void connect(NameLookup::Found const& found)
    {
        auto const connected = [self = shared_from_this()](error_code const& error, tcp::endpoint const& at) {
            if (self->ended(ErrorCode::NetConnect, self->step(), error)) {
                return;
            }
            self->m_report.connected = self->spent();
            self->m_report.address = at.address().to_string() + ":" + std::to_string(at.port());
            self->m_depth == ProbeDepth::Tls ? self->secure() : self->finish();
        };
        connectInTurn(m_socket.next_layer(), found, m_net.settings.openTimeout, connected);
    }

    void secure()
    {
        SSL_set_tlsext_host_name(m_socket.native_handle(), m_url.host.c_str());
        m_socket.set_verify_callback(asio::ssl::host_name_verification(m_url.host));
        m_socket.async_handshake(
            asio::ssl::stream_base::client,
            [self = shared_from_this()](error_code const& error) {
                if (!self->ended(ErrorCode::NetTls, self->step(), error)) {
                    self->m_report.secured = self->spent();
                    self->finish();
                }
            }
        );
    }

    NetThread::Impl& m_net;
    Clock const& m_clock;
    Url m_url;
    ProbeDepth m_depth;
    std::function<void(HostReport const&)> m_done; // null: it is over
    asio::steady_timer m_deadline;
    boost::beast::ssl_stream<boost::beast::tcp_stream> m_socket;
    Duration m_begin{};
    HostReport m_report;
};

} // namespace

std::shared_ptr<void> probeHost(
    NetThread& net,
    Clock const& clock,
    std::string const& url,
    ProbeDepth depth,
    Duration timeout,
    std::function<void(HostReport const&)> done
)
{
    auto parsed = parseUrl(url);
    if (!parsed) {
        auto const asked = std::make_shared<int>();
        net.post([watched = std::weak_ptr(asked), done = std::move(done), error = parsed.error()] {
            if (!watched.expired()) {
                HostReport report;
                report.problem = error;
                done(report);
            }
        });
        return asked;
    }
    auto const probe = std::make_shared<Probe>(net, clock, std::move(*parsed), depth, std::move(done));
    probe->start(timeout);
    return {probe.get(), [probe](void*) {
                probe->drop();
            }};
}

} // namespace qob
