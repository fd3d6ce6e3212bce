#include "engine/gateway/server.h"

#include "engine/gateway/connection.h"
#include "engine/gateway/gateway_thread_impl.h"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/use_awaitable.hpp>

#include <future>

namespace qob {

namespace {

using asio::ip::tcp;
using boost::system::error_code;

class TlsServer final : public Server {
public:
    TlsServer(GatewayThread& thread, ServerSettings settings, ServerWorld world)
        : m_thread(thread)
        , m_core(std::make_shared<ServerCore>(std::move(settings), std::move(world)))
        , m_acceptor(thread.impl().io)
        , m_retry(thread.impl().io)
    {}

    ~TlsServer() override { stop(Duration(0)); }

    TlsServer(TlsServer const&) = delete;
    TlsServer& operator=(TlsServer const&) = delete;

    Expected<void> open()
    {
        if (auto const secured = secure(); !secured) {
            return secured;
        }
        error_code error;
        auto const address = asio::ip::make_address(m_core->settings.address, error);
        const tcp::endpoint endpoint(address, m_core->settings.port);
        if (!error) {
            m_acceptor.open(endpoint.protocol(), error);
        }
        if (!error) {
            m_acceptor.set_option(tcp::acceptor::reuse_address(true), error);
            m_acceptor.bind(endpoint, error);
        }
        if (!error) {
            m_acceptor.listen(4096, error); // all come back at once after a restart
        }
        if (error) {
            return fail(
                ErrorCode::NetConnect,
                m_core->settings.address + ":" + std::to_string(m_core->settings.port) +
                    " cannot be listened at: " + error.message()
            );
        }
        m_port = m_acceptor.local_endpoint().port();
        asio::co_spawn(m_thread.impl().io, accept(), asio::detached);
        return {};
    }

    [[nodiscard]] std::uint16_t port() const override { return m_port; }

    [[nodiscard]] ServerCounts const& counts() const override { return m_core->counts; }

    void stop(Duration limit) override
    {
        m_thread.run([&] {
            m_core->stopping = true;
            error_code ignored;
            m_acceptor.close(ignored);
            m_retry.cancel();
            each([](Connection& connection) { connection.finish(); });
        });
        if (waitForNone(limit)) {
            return;
        }
        m_thread.run([&] { each([](Connection& connection) { connection.cut(); }); });
        waitForNone(seconds(1));
    }

private:
    Expected<void> secure()
    {
        auto& tls = m_tls;
        SSL_CTX* const context = tls.native_handle();
        SSL_CTX_set_min_proto_version(context, m_core->settings.tls12 ? TLS1_2_VERSION : TLS1_3_VERSION);
        // Of TLS 1.2 only what has forward secrecy and authenticates what it encrypts.
        SSL_CTX_set_cipher_list(context, "ECDHE+AESGCM:ECDHE+CHACHA20");
        SSL_CTX_set1_groups_list(context, "X25519:P-256:P-384"); // the others are slow, or weaker
        SSL_CTX_set_options(
            context, SSL_OP_NO_RENEGOTIATION | SSL_OP_CIPHER_SERVER_PREFERENCE | SSL_OP_NO_COMPRESSION
        );
        SSL_CTX_set_mode(context, SSL_MODE_RELEASE_BUFFERS);
        // A ticket is about as dear to serve as the handshake that it saves; without them nothing is kept.
        SSL_CTX_set_session_cache_mode(context, SSL_SESS_CACHE_OFF);
        error_code error;
        auto const& chain = m_core->settings.certificate;
        auto const& key = m_core->settings.privateKey;
        tls.use_certificate_chain(asio::buffer(chain), error);
        if (!error) {
            tls.use_private_key(asio::buffer(key), asio::ssl::context::pem, error);
        }
        if (!error && SSL_CTX_check_private_key(context) != 1) {
            return fail(ErrorCode::NetTls, "the private key is not the certificate's");
        }
        if (error) {
            return fail(ErrorCode::NetTls, "the certificate or its key: " + error.message());
        }
        return {};
    }

    asio::awaitable<void> accept()
    {
        auto const core = m_core; // when the last wait ends, the server may be gone
        while (!core->stopping) {
            error_code error;
            tcp::socket socket =
                co_await m_acceptor.async_accept(asio::redirect_error(asio::use_awaitable, error));
            if (core->stopping) {
                break;
            }
            if (error) { // no file descriptors left, say: those that end make room
                m_core->world.log.warning("gateway", "no connection taken", {{"error", error.message()}});
                m_retry.expires_after(std::chrono::milliseconds(100));
                co_await m_retry.async_wait(asio::redirect_error(asio::use_awaitable, error));
                continue;
            }
            take(std::move(socket));
        }
    }

    void take(tcp::socket socket)
    {
        error_code error;
        auto const remote = socket.remote_endpoint(error);
        if (error) {
            return; // gone already
        }
        auto const address = remote.address().to_string();
        auto const ofAddress = m_core->ofAddress.find(address);
        if (m_core->connections.size() >= m_core->settings.mostConnections ||
            (ofAddress != m_core->ofAddress.end() &&
             ofAddress->second >= m_core->settings.mostConnectionsOfAddress)) {
            ++m_core->counts.refused;
            return;
        }
        socket.set_option(tcp::no_delay(true), error);
        // Or the system takes megabytes for a client that does not read.
        socket.set_option(asio::socket_base::send_buffer_size(m_core->settings.sendBufferBytes), error);
        ++m_core->counts.accepted;
        startConnection(m_core, TlsStream(std::move(socket), m_tls), address);
    }

    template <class Do>
    void each(Do run)
    {
        std::vector<std::shared_ptr<Connection>> all;
        for (auto const& [id, weak] : m_core->connections) {
            if (auto connection = weak.lock()) {
                all.push_back(std::move(connection));
            }
        }
        for (auto const& connection : all) {
            run(*connection);
        }
    }

    // False: some were left when the time was over.
    bool waitForNone(Duration limit)
    {
        const Duration end = m_core->world.clock.steady() + limit;
        while (m_core->counts.connections > 0) {
            if (m_core->world.clock.steady() >= end) {
                return false;
            }
            std::promise<void> tick;
            std::shared_ptr<void> timer;
            m_thread.run([&] { timer = m_thread.after(milliseconds(5), [&] { tick.set_value(); }); });
            tick.get_future().wait();
        }
        return true;
    }

    GatewayThread& m_thread;
    std::shared_ptr<ServerCore> m_core;
    asio::ssl::context m_tls{asio::ssl::context::tls_server};
    tcp::acceptor m_acceptor;
    asio::steady_timer m_retry;
    std::uint16_t m_port = 0;
};

} // namespace

Expected<std::unique_ptr<Server>>
Server::open(GatewayThread& thread, ServerSettings settings, ServerWorld world)
{
    auto server = std::make_unique<TlsServer>(thread, std::move(settings), std::move(world));
    Expected<void> opened;
    thread.run([&] { opened = server->open(); });
    if (!opened) {
        return tl::unexpected(opened.error());
    }
    return std::unique_ptr<Server>(std::move(server));
}

} // namespace qob
