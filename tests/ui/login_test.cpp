// A terminal's login at a server whose answers the test plays.

#include "engine/gateway/certificate.h"
#include "engine/wire/session_codec.h"
#include "tests/support/remote_client.h"

#include <gtest/gtest.h>

#include <QCoreApplication>
#include <QPointer>
#include <QSslKey>
#include <QSslServer>
#include <QSslSocket>
#include <QWebSocket>
#include <QWebSocketServer>

namespace qob {
namespace {

using test::FirstAttempt;
using Phase = RemoteStatus::Phase;

// Says hello to who has logged in; renews a login when it is told to.
class LoginServer : public QObject {
public:
    explicit LoginServer(std::int64_t loginSeconds) : m_loginSeconds(loginSeconds)
    {
        auto const made = makeCertificate({"127.0.0.1"}, clock.now()).value();
        certificate = QSslCertificate(QByteArray::fromStdString(made.chain));
        auto tls = QSslConfiguration::defaultConfiguration();
        tls.setLocalCertificate(certificate);
        tls.setPrivateKey(QSslKey(QByteArray::fromStdString(made.key), QSsl::Ec));
        m_server.setSslConfiguration(tls);
        EXPECT_TRUE(m_server.listen(QHostAddress::LocalHost));
        connect(&m_server, &QSslServer::pendingConnectionAvailable, this, [this] {
            auto* const socket = m_server.nextPendingConnection();
            connect(socket, &QTcpSocket::readyRead, this, [this, socket] { take(*socket); });
        });
        connect(&m_streams, &QWebSocketServer::newConnection, this, [this] {
            stream = m_streams.nextPendingConnection();
            stream->setParent(this);
            ++streams;
            if (refusesStreams) {
                stream->abort();
                return;
            }
            stream->sendBinaryMessage(QByteArray::fromStdString(encode(ServerHello{})));
        });
        settings = test::settingsFor(m_server.serverPort());
    }

    ~LoginServer() override
    {
        session.reset();
        qDeleteAll(findChildren<QWebSocket*>());
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    }

    LoginServer(LoginServer const&) = delete;
    LoginServer& operator=(LoginServer const&) = delete;

    void open()
    {
        m_first = std::make_unique<FirstAttempt>();
        session = std::make_unique<RemoteSession>(settings, clock, pins, m_first->hear());
    }

    RemoteOutcome outcome() { return m_first->wait(); }

    template <class Condition>
    bool waitFor(Condition condition)
    {
        for (int i = 0; i < 2000 && !condition(); ++i) {
            QCoreApplication::processEvents(QEventLoop::AllEvents, 10);
            QThread::msleep(5);
        }
        return condition();
    }

    bool waitForPhase(Phase phase)
    {
        return waitFor([&] { return session->status().phase == phase; });
    }

    void dropRefreshes()
    {
        for (auto const& socket : std::exchange(m_refreshes, {})) {
            if (socket) {
                socket->abort();
            }
        }
    }

    void answerRefreshes()
    {
        for (auto const& socket : std::exchange(m_refreshes, {})) {
            if (socket) {
                answer(*socket, 4'000'000'000);
            }
        }
    }

    void refuseRefreshes(QByteArray const& code)
    {
        const QByteArray body = R"({"error":{"code":")" + code + R"("}})";
        for (auto const& socket : std::exchange(m_refreshes, {})) {
            if (socket) {
                socket->write(
                    "HTTP/1.1 401 Unauthorized\r\nContent-Type: application/json\r\nContent-Length: " +
                    QByteArray::number(body.size()) + "\r\n\r\n" + body
                );
            }
        }
    }

    QSslCertificate certificate;
    SystemClock clock;
    CertificatePins pins{{}};
    RemoteSettings settings;
    std::unique_ptr<RemoteSession> session;
    QPointer<QWebSocket> stream;
    bool refusesStreams = false; // who connects is turned away before a hello
    int streams = 0;
    int requests = 0;
    int refreshes = 0;
    QByteArrayList bodies; // of those

private:
    void take(QTcpSocket& socket)
    {
        if (socket.peek(4) == "GET ") {
            socket.disconnect(this);
            m_streams.handleConnection(&socket);
            return;
        }
        if (!socket.peek(1 << 16).contains("\r\n\r\n{")) {
            return;
        }
        ++requests;
        if (auto const text = socket.readAll(); text.contains("/auth/refresh")) {
            ++refreshes;
            bodies << text.mid(text.indexOf("\r\n\r\n"));
            m_refreshes.emplace_back(&socket);
        } else {
            answer(socket, clock.now().value / 1'000'000'000 + m_loginSeconds);
        }
    }

    static void answer(QTcpSocket& socket, std::int64_t expires)
    {
        const QByteArray body =
            R"({"accessToken":"a","refreshToken":"r","accessExpires":)" + QByteArray::number(expires) + "}";
        socket.write(
            "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: " +
            QByteArray::number(body.size()) + "\r\n\r\n" + body
        );
    }

    std::int64_t m_loginSeconds;
    QSslServer m_server;
    QWebSocketServer m_streams{QString(), QWebSocketServer::NonSecureMode};
    std::vector<QPointer<QTcpSocket>> m_refreshes;
    std::unique_ptr<FirstAttempt> m_first;
};

// Authorities that this program trusts, as long as it lives.
class MoreAuthorities {
public:
    explicit MoreAuthorities(QSslCertificate const& authority)
    {
        auto more = m_before;
        more.addCaCertificate(authority);
        QSslConfiguration::setDefaultConfiguration(more);
    }

    ~MoreAuthorities() { QSslConfiguration::setDefaultConfiguration(m_before); }

    MoreAuthorities(MoreAuthorities const&) = delete;
    MoreAuthorities& operator=(MoreAuthorities const&) = delete;

private:
    QSslConfiguration m_before = QSslConfiguration::defaultConfiguration();
};

TEST(RemoteLogin, APinIsKeptThoughAnAuthorityVouchesForAnother)
{
    LoginServer server(100'000);
    const MoreAuthorities authorities(server.certificate);
    server.open();
    EXPECT_TRUE(server.waitForPhase(Phase::Live)); // no pin: the authority is believed
    server.requests = 0;
    server.pins.pin(server.settings.server, QStringLiteral("AA:BB"));
    server.open();
    EXPECT_TRUE(server.waitForPhase(Phase::Ended));
    auto const outcome = server.outcome();
    ASSERT_TRUE(outcome.problem.has_value());
    EXPECT_EQ(outcome.problem->code, ErrorCode::NetTls);
    ASSERT_TRUE(outcome.doubtful.has_value());
    EXPECT_EQ(outcome.doubtful->pinned, QStringLiteral("AA:BB"));
    EXPECT_EQ(outcome.doubtful->fingerprint, fingerprintOf(server.certificate));
    EXPECT_EQ(server.requests, 0); // no password went there
    server.pins.pin(server.settings.server, fingerprintOf(server.certificate));
    server.open();
    EXPECT_TRUE(server.waitForPhase(Phase::Live));
}

TEST(RemoteLogin, IsRenewedByOneRequestAtATime)
{
    LoginServer server(2); // so short that each connection wants a new one
    server.pins.pin(server.settings.server, fingerprintOf(server.certificate));
    server.open();
    ASSERT_TRUE(server.waitForPhase(Phase::Live));
    ASSERT_TRUE(server.waitFor([&] { return server.refreshes == 1; })); // by its timer; the answer takes long
    server.stream->abort();
    ASSERT_TRUE(server.waitForPhase(Phase::Lost));
    int rounds = 0;
    server.waitFor([&] { return server.refreshes > 1 || ++rounds > 100; }); // many tries to connect again
    EXPECT_EQ(server.refreshes, 1);
    server.answerRefreshes();
    EXPECT_TRUE(server.waitForPhase(Phase::Live));
    EXPECT_EQ(server.refreshes, 1);
}

TEST(RemoteLogin, AnAnswerThatWasLostIsAskedForAgainAsTheSameRequest)
{
    LoginServer server(2);
    server.pins.pin(server.settings.server, fingerprintOf(server.certificate));
    server.open();
    ASSERT_TRUE(server.waitForPhase(Phase::Live));
    ASSERT_TRUE(server.waitFor([&] { return server.refreshes == 1; }));
    server.dropRefreshes();
    ASSERT_TRUE(server.waitFor([&] { return server.refreshes == 2; }));
    EXPECT_TRUE(server.bodies.at(0).contains("requestId")) << server.bodies.at(0).constData();
    EXPECT_EQ(server.bodies.at(0), server.bodies.at(1));
    server.answerRefreshes();
}

// The server has changed the tokens and gives its answer again for a while only: until it is had nothing else
// is tried, though the old access token would still do.
TEST(RemoteLogin, AnAnswerThatWasLostIsAskedForBeforeAnythingElse)
{
    LoginServer server(100'000);
    server.pins.pin(server.settings.server, fingerprintOf(server.certificate));
    server.open();
    ASSERT_TRUE(server.waitForPhase(Phase::Live));
    server.refusesStreams = true;
    server.stream->abort();
    ASSERT_TRUE(server.waitFor([&] { return server.refreshes == 1; })); // each third try renews
    server.refusesStreams = false;
    auto const streams = server.streams;
    server.dropRefreshes();
    ASSERT_TRUE(server.waitFor([&] { return server.refreshes == 2 || server.streams > streams; }));
    EXPECT_EQ(server.streams, streams);
    ASSERT_EQ(server.refreshes, 2);
    EXPECT_EQ(server.bodies.at(0), server.bodies.at(1));
    server.answerRefreshes();
    EXPECT_TRUE(server.waitForPhase(Phase::Live));
}

// A login is good for some time from its beginning, however often it was renewed.
TEST(RemoteLogin, EndsWhereTheLoginIsOverAndNotItsTokenAlone)
{
    LoginServer server(2);
    server.pins.pin(server.settings.server, fingerprintOf(server.certificate));
    server.open();
    ASSERT_TRUE(server.waitForPhase(Phase::Live));
    ASSERT_TRUE(server.waitFor([&] { return server.refreshes == 1; }));
    server.refuseRefreshes("AuthTokenExpired");
    EXPECT_TRUE(server.waitForPhase(Phase::Ended));
    EXPECT_EQ(server.session->status().problem->code, ErrorCode::AuthTokenExpired);
    EXPECT_EQ(server.refreshes, 1);
}

} // namespace
} // namespace qob
