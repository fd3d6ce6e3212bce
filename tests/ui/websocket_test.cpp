// Qt's own WebSocket client at /ws.

#include "tests/support/gateway_kit.h"

#include <gtest/gtest.h>

#include <QEventLoop>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSslConfiguration>
#include <QTimer>
#include <QWebSocket>

namespace qob::test {
namespace {

class QtClient {
public:
    explicit QtClient(std::uint16_t port)
    {
        auto tls = QSslConfiguration::defaultConfiguration();
        tls.setPeerVerifyMode(QSslSocket::VerifyNone);
        m_socket.setSslConfiguration(tls);
        QObject::connect(&m_socket, &QWebSocket::textMessageReceived, &m_socket, [this](QString const& text) {
            m_arrived.append(QJsonDocument::fromJson(text.toUtf8()).object());
        });
        QObject::connect(&m_socket, &QWebSocket::pong, &m_socket, [this](quint64, QByteArray const& payload) {
            m_pongs.append(payload);
        });
        m_socket.open(QUrl(QStringLiteral("wss://127.0.0.1:%1/ws").arg(port)));
    }

    QWebSocket& socket() { return m_socket; }

    template <class Condition>
    bool waitFor(Condition condition)
    {
        for (int i = 0; i < 2000 && !condition(); ++i) {
            QEventLoop loop;
            QTimer::singleShot(5, &loop, &QEventLoop::quit);
            loop.exec();
        }
        return condition();
    }

    QJsonObject next()
    {
        waitFor([&] { return !m_arrived.isEmpty(); });
        return m_arrived.isEmpty() ? QJsonObject() : m_arrived.takeFirst();
    }

    [[nodiscard]] QList<QByteArray> const& pongs() const { return m_pongs; }

private:
    QWebSocket m_socket;
    QList<QJsonObject> m_arrived;
    QList<QByteArray> m_pongs;
};

TEST(QtWebSocket, FollowsABookAndClosesCleanly)
{
    GatewayKit kit(GatewayKit::unlimited());
    QtClient client(kit.gateway->port());
    QWebSocket& socket = client.socket();
    ASSERT_TRUE(client.waitFor([&] { return socket.state() == QAbstractSocket::ConnectedState; }))
        << socket.errorString().toStdString();
    socket.sendTextMessage(R"({"method":"SUBSCRIBE","params":["depth50@SIM-A:BTC-USDT@50ms"],"id":1})");
    EXPECT_EQ(client.next()["result"].toArray().first().toString(), "depth50@SIM-A:BTC-USDT@50ms");
    auto const snapshot = client.next()["data"].toObject();
    EXPECT_EQ(snapshot["type"].toString(), "snapshot");
    EXPECT_FALSE(snapshot["bids"].toArray().isEmpty());
    auto sequence = snapshot["sequence"].toInteger();
    for (int i = 0; i < 10; ++i) {
        auto const delta = client.next()["data"].toObject();
        EXPECT_NE(delta["type"].toString(), "snapshot");
        EXPECT_EQ(delta["sequence"].toInteger(), ++sequence);
    }
    socket.ping("are you there");
    ASSERT_TRUE(client.waitFor([&] { return !client.pongs().isEmpty(); }));
    EXPECT_EQ(client.pongs().first(), "are you there");
    socket.close(QWebSocketProtocol::CloseCodeNormal, "seen enough");
    ASSERT_TRUE(client.waitFor([&] { return socket.state() == QAbstractSocket::UnconnectedState; }));
    EXPECT_EQ(socket.closeCode(), QWebSocketProtocol::CloseCodeNormal);
}

// Longer than Qt puts into one frame (16 KiB here), so it comes in pieces.
TEST(QtWebSocket, SendsALongMessageInPieces)
{
    GatewayKit kit(GatewayKit::unlimited());
    QtClient client(kit.gateway->port());
    QWebSocket& socket = client.socket();
    socket.setOutgoingFrameSize(16U << 10U);
    ASSERT_TRUE(client.waitFor([&] { return socket.state() == QAbstractSocket::ConnectedState; }));
    socket.sendTextMessage(R"({"method":"PING","id":5})" + QString(100'000, ' '));
    EXPECT_EQ(client.next()["result"].toString(), "pong");
}

} // namespace
} // namespace qob::test
