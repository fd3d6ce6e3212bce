// A terminal at a server that does not speak as one.

#include "engine/gateway/certificate.h"
#include "engine/wire/session_codec.h"
#include "tests/support/remote_client.h"

#include <gtest/gtest.h>

#include <QCoreApplication>
#include <QSslKey>
#include <QSslServer>
#include <QSslSocket>
#include <QWebSocket>
#include <QWebSocketServer>

namespace qob {
namespace {

using test::FirstAttempt;
using Phase = RemoteStatus::Phase;

// Lets anybody in and then says what it was told to say.
class WrongServer : public QObject {
public:
    explicit WrongServer(std::vector<std::string> frames) : m_frames(std::move(frames))
    {
        auto const made = makeCertificate({"127.0.0.1"}, SystemClock().now()).value();
        const QSslCertificate certificate(QByteArray::fromStdString(made.chain));
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
            auto* const stream = m_streams.nextPendingConnection();
            stream->setParent(this);
            for (std::string const& frame : m_frames) {
                stream->sendBinaryMessage(QByteArray::fromStdString(frame));
            }
        });
        m_settings = test::settingsFor(m_server.serverPort());
        m_pins.pin(m_settings.server, fingerprintOf(certificate));
        m_session = std::make_unique<RemoteSession>(m_settings, m_clock, m_pins, m_first.hear());
    }

    ~WrongServer() override
    {
        m_session.reset();
        qDeleteAll(findChildren<QWebSocket*>());
        // Sockets that were given up go with the event loop, which is not run any more.
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    }

    WrongServer(WrongServer const&) = delete;
    WrongServer& operator=(WrongServer const&) = delete;

    template <class Condition>
    bool waitFor(Condition condition)
    {
        for (int i = 0; i < 2000 && !condition(m_session->status()); ++i) {
            QCoreApplication::processEvents(QEventLoop::AllEvents, 10);
            QThread::msleep(5);
        }
        return condition(m_session->status());
    }

    // The error of the first attempt, which ends the session.
    std::optional<Error> firstProblem()
    {
        EXPECT_TRUE(waitFor([](RemoteStatus const& status) { return status.phase == Phase::Ended; }));
        return m_first.wait().problem;
    }

private:
    void take(QTcpSocket& socket)
    {
        if (socket.peek(4) == "GET ") {
            socket.disconnect(this);
            m_streams.handleConnection(&socket);
        } else if (socket.peek(1 << 16).contains("\r\n\r\n{")) {
            socket.readAll();
            const QByteArray body = R"({"accessToken":"a","refreshToken":"r","accessExpires":4000000000})";
            socket.write(
                "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: " +
                QByteArray::number(body.size()) + "\r\n\r\n" + body
            );
        }
    }

    std::vector<std::string> m_frames;
    QSslServer m_server;
    QWebSocketServer m_streams{QString(), QWebSocketServer::NonSecureMode};
    SystemClock m_clock;
    CertificatePins m_pins{{}};
    RemoteSettings m_settings;
    FirstAttempt m_first;
    std::unique_ptr<RemoteSession> m_session;
};

TEST(WrongServer, WhatIsNoFrameEndsTheAttempt)
{
    WrongServer server({"\x07 nonsense"});
    EXPECT_EQ(server.firstProblem().value().code, ErrorCode::FrameMalformed);
}

TEST(WrongServer, NothingIsBelievedBeforeItsHello)
{
    WrongServer server({encode(ServerTaken{1})});
    EXPECT_EQ(server.firstProblem().value().code, ErrorCode::FrameMalformed);
}

TEST(WrongServer, AnotherVersionIsNamed)
{
    WrongServer server({encode(ServerGoodbye{9, {ErrorCode::NetHandshake, {}}})});
    auto const problem = server.firstProblem();
    EXPECT_EQ(problem.value().code, ErrorCode::NetHandshake);
    EXPECT_NE(problem->detail.find("version 9"), std::string::npos);
}

TEST(WrongServer, NonsenseLaterIsALossAndItIsTriedAgain)
{
    WrongServer server({encode(ServerHello{}), "\x02"});
    EXPECT_TRUE(server.waitFor([](RemoteStatus const& status) { return status.losses >= 2; }));
}

TEST(WrongServer, EventsOfNobodyArePassedOver)
{
    WrongServer server({encode(ServerHello{}), encodeEventPart(77, true, {})});
    EXPECT_TRUE(server.waitFor([](RemoteStatus const& status) { return status.bytesIn > 0; }));
    EXPECT_TRUE(server.waitFor([](RemoteStatus const& status) { return status.phase == Phase::Live; }));
}

} // namespace
} // namespace qob
