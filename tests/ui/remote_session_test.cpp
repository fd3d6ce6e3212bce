// A terminal's session over the network where the network, the login or the certificate is not what it should
// be.

#include "engine/wire/session_codec.h"
#include "tests/support/recorder.h"
#include "tests/support/remote_client.h"
#include "ui/remote/order_aftermath.h"
#include "ui/remote/remote_subscriber.h"
#include "ui/remote/saved_servers.h"

#include <gtest/gtest.h>

#include <QEventLoop>
#include <QTemporaryDir>
#include <QTimer>
#include <QWebSocket>

namespace qob {
namespace {

using test::FirstAttempt;
using test::Recorder;
using test::RemoteClient;
using test::ServedEngine;
using test::settingsFor;
using Phase = RemoteStatus::Phase;

constexpr InstrumentId btc(1);

RemoteOutcome attempt(ServedEngine const& engine, RemoteSettings const& settings, CertificatePins const& pins)
{
    FirstAttempt first;
    RemoteSession session(settings, engine.clock, pins, first.hear());
    auto outcome = first.wait();
    EXPECT_EQ(session.state() == SessionState::Closed, outcome.problem.has_value());
    return outcome;
}

// That know the engine's certificate.
struct KnownPins : CertificatePins {
    explicit KnownPins(ServedEngine const& engine) : CertificatePins({})
    {
        pin(settingsFor(engine.port()).server, QString::fromStdString(engine.fingerprint()));
    }
};

NewOrderSingle restingBuy(char const* id)
{
    NewOrderSingle order;
    order.clOrdId = ClOrdId(id);
    order.instrument = btc;
    order.price = Price(300'000);
    order.orderQty = Qty(10);
    return order;
}

bool hasReport(std::vector<Event> const& events, std::string_view id, ExecType type)
{
    return std::any_of(events.begin(), events.end(), [&](Event const& event) {
        auto const* report = std::get_if<ExecutionReport>(&event.payload);
        return report != nullptr && report->clOrdId.view() == id && report->execType == type;
    });
}

void waitForBook(Session& session)
{
    Recorder depth;
    auto const subscription = session.subscribe({TopicKind::Depth, btc}, depth);
    ASSERT_TRUE(depth.waitForCount(2));
}

std::string base32Decoded(std::string_view text)
{
    std::string bytes;
    std::uint64_t bits = 0;
    unsigned count = 0;
    for (char const c : text) {
        auto const value = static_cast<unsigned>(c >= 'A' ? c - 'A' : c - '2' + 26);
        bits = bits << 5U | value;
        count += 5;
        if (count >= 8) {
            count -= 8;
            bytes.push_back(static_cast<char>(bits >> count & 0xffU));
        }
    }
    return bytes;
}

TEST(ServerAddress, IsOfAHostAndAPortAndAlwaysOverTls)
{
    EXPECT_EQ(
        parseServerAddress(QStringLiteral("wss://desk.example:9443")).value(),
        (ServerAddress{QStringLiteral("desk.example"), 9443})
    );
    EXPECT_EQ(
        parseServerAddress(QStringLiteral(" desk.example ")).value(),
        (ServerAddress{QStringLiteral("desk.example"), 8443})
    );
    EXPECT_EQ(
        parseServerAddress(QStringLiteral("https://10.0.0.1/")).value().text(),
        QStringLiteral("10.0.0.1:8443")
    );
    EXPECT_EQ(parseServerAddress(QStringLiteral("[::1]:7")).value().text(), QStringLiteral("[::1]:7"));
    for (char const* bad :
         {"",
          "ws://host:1",
          "http://host",
          "wss://",
          "wss://host/path",
          "wss://u:p@host",
          "host:0",
          "host:99999",
          "wss://host?x=1"}) {
        auto const parsed = parseServerAddress(QString::fromLatin1(bad));
        ASSERT_FALSE(parsed.has_value()) << bad;
        EXPECT_EQ(parsed.error().code, ErrorCode::NetBadUrl);
    }
}

TEST(RemoteSession, AnUnknownCertificateIsAskedAboutAndAKnownOneIsNot)
{
    const ServedEngine engine;
    CertificatePins pins({});
    auto const settings = settingsFor(engine.port());
    auto const first = attempt(engine, settings, pins);
    ASSERT_TRUE(first.problem.has_value());
    EXPECT_EQ(first.problem->code, ErrorCode::NetTls);
    ASSERT_TRUE(first.doubtful.has_value());
    EXPECT_EQ(first.doubtful->fingerprint.toStdString(), engine.fingerprint());
    EXPECT_TRUE(first.doubtful->pinned.isEmpty());
    pins.pin(settings.server, first.doubtful->fingerprint);
    EXPECT_FALSE(attempt(engine, settings, pins).problem.has_value());
}

TEST(RemoteSession, AChangedCertificateIsRefusedWithBothFingerprints)
{
    ServedEngine engine;
    const KnownPins pins(engine);
    auto const before = engine.fingerprint();
    engine.stop();
    engine.newCertificate();
    engine.start();
    auto const outcome = attempt(engine, settingsFor(engine.port()), pins);
    ASSERT_TRUE(outcome.problem && outcome.doubtful);
    EXPECT_EQ(outcome.problem->code, ErrorCode::NetTls);
    EXPECT_NE(outcome.problem->detail.find(before), std::string::npos);
    EXPECT_NE(outcome.problem->detail.find(engine.fingerprint()), std::string::npos);
}

TEST(RemoteSession, ACertificateThatChangesUnderWayEndsTheSession)
{
    ServedEngine engine;
    const RemoteClient client(engine);
    engine.stop();
    engine.newCertificate();
    engine.start();
    ASSERT_TRUE(client.waitForPhase(Phase::Ended));
    EXPECT_EQ(client.session->status().problem->code, ErrorCode::NetTls);
    EXPECT_EQ(client.session->state(), SessionState::Closed);
}

TEST(RemoteSession, PinsAreKeptInAFile)
{
    const QTemporaryDir folder;
    const ServerAddress server{QStringLiteral("desk"), 1};
    EXPECT_TRUE(
        CertificatePins(folder.filePath(QStringLiteral("c.json"))).pin(server, QStringLiteral("AB:CD"))
    );
    EXPECT_EQ(
        CertificatePins(folder.filePath(QStringLiteral("c.json"))).find(server), QStringLiteral("AB:CD")
    );
    EXPECT_TRUE(
        CertificatePins(folder.filePath(QStringLiteral("c.json"))).find({QStringLiteral("desk"), 2}).isEmpty()
    );
}

TEST(RemoteSession, AWrongPasswordIsSaidAndNothingIsTriedAgain)
{
    const ServedEngine engine;
    const KnownPins pins(engine);
    auto settings = settingsFor(engine.port());
    settings.credentials.password = QStringLiteral("not the one it is");
    EXPECT_EQ(attempt(engine, settings, pins).problem->code, ErrorCode::AuthFailed);
}

TEST(RemoteSession, NobodyThereIsSaid)
{
    ServedEngine engine;
    const KnownPins pins(engine);
    engine.stop();
    EXPECT_EQ(attempt(engine, settingsFor(engine.port()), pins).problem->code, ErrorCode::NetConnect);
}

TEST(RemoteSession, ASecondFactorIsAskedForAndTaken)
{
    const ServedEngine engine;
    const KnownPins pins(engine);
    auto const user = engine.user("trader");
    auto const offer = engine.identity->beginTotp(user, {});
    ASSERT_TRUE(offer.has_value());
    auto const step = totpStepAt(engine.clock.now());
    const SecretBytes bytes(base32Decoded(offer->secret));
    ASSERT_TRUE(engine.identity->confirmTotp(user, totpCode(bytes, step), {}).has_value());
    auto settings = settingsFor(engine.port());
    EXPECT_EQ(attempt(engine, settings, pins).problem->code, ErrorCode::AuthSecondFactorRequired);
    settings.credentials.code = QStringLiteral("000000");
    EXPECT_EQ(attempt(engine, settings, pins).problem->code, ErrorCode::AuthSecondFactorWrong);
    settings.credentials.code = QString::fromStdString(totpCode(bytes, step + 1));
    EXPECT_FALSE(attempt(engine, settings, pins).problem.has_value());
}

// The engine goes on while nobody can reach it; afterwards the terminal knows what a local one knows.
TEST(RemoteSession, AfterALossEveryStreamGoesOnWithTheTruth)
{
    ServedEngine engine;
    const RemoteClient client(engine);
    auto& session = *client.session;
    waitForBook(session);
    Recorder orders;
    Recorder depth;
    Recorder feeds;
    Recorder notices;
    auto const first = session.subscribe({TopicKind::Orders, {}}, orders);
    auto const second = session.subscribe({TopicKind::Depth, btc}, depth);
    auto const third = session.subscribe({TopicKind::Feed, {}}, feeds);
    auto const fourth = session.subscribe({TopicKind::Notices, {}}, notices);
    ASSERT_TRUE(
        orders.waitForCount(1) && depth.waitForCount(1) && feeds.waitForCount(1) && notices.waitForCount(1)
    );
    ASSERT_EQ(session.submit(restingBuy("before")), SubmitResult::Accepted);
    ASSERT_TRUE(orders.waitFor([](auto const& e) { return hasReport(e, "before", ExecType::New); }));

    engine.stop();
    ASSERT_TRUE(client.waitForPhase(Phase::Lost));
    // Nothing looks live meanwhile.
    ASSERT_TRUE(depth.waitFor([](auto const& e) {
        auto const* view = std::get_if<DepthPtr>(&e.back().payload);
        return view != nullptr && (*view)->state == FeedState::Stale;
    }));
    ASSERT_TRUE(feeds.waitFor([](auto const& e) {
        auto const* feed = std::get_if<FeedStatus>(&e.back().payload);
        return feed != nullptr && feed->state == FeedState::Stale &&
               feed->problem->code == ErrorCode::NetClosed;
    }));
    EXPECT_EQ(session.submit(restingBuy("meanwhile")), SubmitResult::Closed);
    EXPECT_EQ(session.state(), SessionState::Opening);
    ASSERT_TRUE(client.waitFor([](auto const& status) {
        return status.problem &&
               status.problem->code == ErrorCode::NetConnect; // tried again, nobody is there
    }));
    auto const mine = engine.session.accountSession(engine.identity->user(engine.user("trader"))->account);
    mine->submit(OrderCancelRequest{ClOrdId("elsewhere"), ClOrdId("before")});

    engine.start();
    ASSERT_TRUE(client.waitForPhase(Phase::Live));
    for (Recorder const* stream : {&orders, &depth, &feeds, &notices}) {
        ASSERT_TRUE(stream->waitFor([](auto const& e) {
            auto const resync = std::find_if(e.begin(), e.end(), [](Event const& event) {
                return std::holds_alternative<Resync>(event.payload);
            });
            return e.end() - resync > 1 && (resync + 1)->snapshot;
        }));
        auto const events = stream->events();
        for (std::size_t i = 0; i < events.size(); ++i) {
            ASSERT_EQ(events[i].sequence, i + 1);
        }
    }
    auto const list = orders.payloads<OrderList>().back();
    ASSERT_EQ(list.orders.size(), 1U);
    EXPECT_EQ(list.orders.front().ordStatus, OrdStatus::Canceled);
    Recorder local;
    auto const here = mine->subscribe({TopicKind::Orders, {}}, local);
    ASSERT_TRUE(local.waitForCount(1));
    auto const listThere = local.payloads<OrderList>().front();
    EXPECT_EQ(encode(Event{{}, 1, true, list}), encode(Event{{}, 1, true, listThere}));
    ASSERT_TRUE(depth.waitFor([](auto const& e) {
        auto const* view = std::get_if<DepthPtr>(&e.back().payload);
        return view != nullptr && (*view)->state == FeedState::Live;
    }));
    ASSERT_EQ(session.submit(restingBuy("after")), SubmitResult::Accepted);
    ASSERT_TRUE(orders.waitFor([](auto const& e) { return hasReport(e, "after", ExecType::New); }));
    EXPECT_EQ(client.session->status().losses, 1U);
}

// A sink that takes nothing for a while holds up neither the others nor the server.
TEST(RemoteSession, ASlowReaderGetsASnapshotLater)
{
    ServedEngine engine({.speed = 20.0});
    const RemoteClient client(engine);
    Recorder slow;
    Recorder quick;
    auto const first = client.session->subscribe({TopicKind::Trades, btc}, slow);
    auto const second = client.session->subscribe({TopicKind::Trades, btc}, quick);
    ASSERT_TRUE(slow.waitForCount(2));
    slow.refuse(10);
    auto const before = quick.events().size();
    ASSERT_TRUE(quick.waitForCount(before + 20));
    ASSERT_TRUE(slow.waitFor([](auto const& e) {
        return e.size() > 3 && e.back().sequence > 3 &&
               std::any_of(e.begin() + 1, e.end(), [](Event const& event) { return event.snapshot; });
    }));
    auto const events = slow.events();
    for (std::size_t i = 0; i < events.size(); ++i) {
        ASSERT_EQ(events[i].sequence, i + 1);
    }
}

TEST(RemoteSession, TheLoginIsRenewedBeforeItExpires)
{
    ServedEngine engine({.accessLife = seconds(3)});
    const RemoteClient client(engine);
    Recorder market;
    auto const subscription = client.session->subscribe({TopicKind::Market, {}}, market);
    ASSERT_TRUE(market.waitForCount(1));
    auto const begun = engine.clock.steady();
    ASSERT_TRUE(client.waitFor([&](auto const& status) {
        return status.phase != Phase::Live || engine.clock.steady() - begun > seconds(9);
    }));
    EXPECT_EQ(client.session->status().phase, Phase::Live);
    EXPECT_EQ(client.session->status().losses, 0U);
}

TEST(RemoteSession, ALoginThatWasEndedEndsTheSession)
{
    ServedEngine engine;
    const RemoteClient client(engine);
    auto const user = engine.user("trader");
    for (auto const& login : engine.identity->loginsOf(user)) {
        ASSERT_TRUE(engine.identity->revokeLogin(user, login.id, {}).has_value());
    }
    ASSERT_TRUE(client.waitForPhase(Phase::Ended));
    EXPECT_EQ(client.session->status().problem->code, ErrorCode::AuthRevoked);
    EXPECT_EQ(client.session->submit(restingBuy("late")), SubmitResult::Closed);
}

TEST(RemoteSession, AViewersOrderIsRefusedAsAnOrder)
{
    ServedEngine engine;
    const RemoteClient client(engine, "viewer");
    EXPECT_FALSE(client.session->status().mayTrade);
    Recorder orders;
    Recorder notices;
    auto const first = client.session->subscribe({TopicKind::Orders, {}}, orders);
    auto const second = client.session->subscribe({TopicKind::Notices, {}}, notices);
    ASSERT_TRUE(orders.waitForCount(1) && notices.waitForCount(1));
    client.session->submit(restingBuy("no"));
    ASSERT_TRUE(orders.waitFor([](auto const& e) { return hasReport(e, "no", ExecType::Rejected); }));
    EXPECT_EQ(orders.payloads<ExecutionReport>().front().reason->code, ErrorCode::AuthForbidden);
    client.session->submit(OrderCancelRequest{ClOrdId("c"), ClOrdId("o")});
    ASSERT_TRUE(orders.waitFor([](auto const& e) {
        return std::holds_alternative<OrderCancelReject>(e.back().payload);
    }));
    client.session->submit(ReplayRequest{ReplayRequest::Action::Pause, {}, 1.0});
    ASSERT_TRUE(notices.waitFor([](auto const& e) {
        auto const& list = std::get<NoticeList>(e.back().payload).notices;
        return !list.empty() && list.back().code == ErrorCode::AuthForbidden;
    }));
}

TEST(RemoteSession, AnOperatorMovesTheMarket)
{
    ServedEngine engine;
    const RemoteClient client(engine, "admin");
    Recorder market;
    auto const subscription = client.session->subscribe({TopicKind::Market, {}}, market);
    ASSERT_TRUE(market.waitForCount(1));
    client.session->submit(ReplayRequest{ReplayRequest::Action::Pause, {}, 1.0});
    EXPECT_TRUE(market.waitFor([](auto const& e) {
        auto const* status = std::get_if<MarketStatus>(&e.back().payload);
        return status != nullptr && status->paused;
    }));
}

// Speaks to the server as no terminal does.
class RawTerminal {
public:
    explicit RawTerminal(ServedEngine& engine)
    {
        auto const tokens = engine.identity->login({"trader", ServedEngine::password, {}, "127.0.0.1", {}});
        QNetworkRequest request(ServerAddress{QStringLiteral("127.0.0.1"), engine.port()}.stream());
        request.setRawHeader("Authorization", "Bearer " + QByteArray::fromStdString(tokens->access));
        QObject::connect(&m_socket, &QWebSocket::sslErrors, &m_socket, [this] {
            m_socket.ignoreSslErrors();
        });
        QObject::connect(
            &m_socket,
            &QWebSocket::binaryMessageReceived,
            &m_socket,
            [this](QByteArray const& bytes) {
                bytesIn += static_cast<std::size_t>(bytes.size());
                if (auto frame = decodeServerFrame(bytes.toStdString())) {
                    frames.push_back(std::move(*frame));
                }
            }
        );
        m_socket.open(request);
        EXPECT_TRUE(waitFor([this] { return m_socket.state() == QAbstractSocket::ConnectedState; }));
    }

    void send(ClientFrame const& frame) { sendBytes(encode(frame)); }

    void sendBytes(std::string const& bytes) { m_socket.sendBinaryMessage(QByteArray::fromStdString(bytes)); }

    void sendText(char const* text) { m_socket.sendTextMessage(QString::fromLatin1(text)); }

    // The error of the goodbye, once the server has ended the connection.
    std::optional<ServerGoodbye> goodbye()
    {
        EXPECT_TRUE(waitFor([this] { return m_socket.state() == QAbstractSocket::UnconnectedState; }));
        for (ServerFrame const& frame : frames) {
            if (auto const* said = std::get_if<ServerGoodbye>(&frame)) {
                return *said;
            }
        }
        return std::nullopt;
    }

    template <class Condition>
    bool waitFor(Condition condition, int limitMs = 15'000)
    {
        QEventLoop loop;
        QTimer poll;
        QTimer limit;
        QObject::connect(&poll, &QTimer::timeout, &loop, [&] {
            if (condition()) {
                loop.quit();
            }
        });
        QObject::connect(&limit, &QTimer::timeout, &loop, &QEventLoop::quit);
        poll.start(5);
        limit.start(limitMs);
        loop.exec();
        return condition();
    }

    std::vector<ServerFrame> frames;
    std::size_t bytesIn = 0;

private:
    QWebSocket m_socket;
};

TEST(TerminalStream, AnotherVersionIsTurnedAwayByName)
{
    ServedEngine engine;
    RawTerminal terminal(engine);
    terminal.send(ClientHello{99, "other"});
    auto const said = terminal.goodbye();
    ASSERT_TRUE(said.has_value());
    EXPECT_EQ(said->version, sessionProtocolVersion);
    EXPECT_EQ(said->error.code, ErrorCode::NetHandshake);
}

TEST(TerminalStream, MalformedFramesEndTheConnection)
{
    ServedEngine engine;
    const std::vector<std::function<void(RawTerminal&)>> wrong{
        [](RawTerminal& terminal) { terminal.sendBytes("\xff nonsense"); },
        [](RawTerminal& terminal) { terminal.sendText("{}"); },
        [](RawTerminal& terminal) {
            terminal.send(ClientSubscribe{1, {TopicKind::Depth, btc}});
        }, // no hello
        [](RawTerminal& terminal) {
            terminal.send(ClientHello{});
            terminal.send(ClientTook{1'000'000});
        },
        [](RawTerminal& terminal) {
            terminal.send(ClientHello{});
            terminal.send(ClientSubscribe{1, {TopicKind::Depth, btc}});
            terminal.send(ClientSubscribe{1, {TopicKind::Trades, btc}});
        },
        [](RawTerminal& terminal) {
            auto bytes = encode(ClientFrame(ClientHello{}));
            bytes.pop_back();
            terminal.sendBytes(bytes);
        }};
    for (auto const& mistake : wrong) {
        RawTerminal terminal(engine);
        mistake(terminal);
        auto const said = terminal.goodbye();
        ASSERT_TRUE(said.has_value());
        EXPECT_EQ(said->error.code, ErrorCode::FrameMalformed);
    }
}

// Who says nothing of having taken anything is sent a window's worth, and costs the server no more.
TEST(TerminalStream, ATerminalThatTakesNothingIsSentOneWindow)
{
    ServedEngine engine({.speed = 20.0});
    RawTerminal terminal(engine);
    terminal.send(ClientHello{});
    std::uint32_t id = 0;
    for (int i = 0; i < 40; ++i) {
        terminal.send(ClientSubscribe{++id, {TopicKind::Depth, btc}});
        terminal.send(ClientSubscribe{++id, {TopicKind::Candles, btc, CandleInterval::Sec1}});
    }
    EXPECT_TRUE(terminal.waitFor([&] { return terminal.bytesIn > sessionWindow - eventPartBytes; }));
    auto const reached = terminal.bytesIn;
    EXPECT_FALSE(terminal.waitFor([&] { return terminal.bytesIn > reached + 2 * eventPartBytes; }, 1500));
    EXPECT_LT(terminal.bytesIn, sessionWindow + 2 * eventPartBytes);
}

TEST(OrderAftermath, SaysOfEachCommandThatWasUnderWayWhatBecameOfIt)
{
    ExecutionReport working;
    working.clOrdId = ClOrdId("works");
    working.ordStatus = OrdStatus::New;
    ExecutionReport gone = working;
    gone.clOrdId = ClOrdId("gone");
    gone.ordStatus = OrdStatus::Canceled;
    const OrderList list{{working, gone}, {}};
    auto const told = aftermathOf(
        {restingBuy("works"),                                  // it came to be
         restingBuy("never"),                                  // it did not
         OrderCancelRequest{ClOrdId("c1"), ClOrdId("gone")},   // it was done
         OrderCancelRequest{ClOrdId("c2"), ClOrdId("works")}}, // it was not
        list,
        Timestamp(5)
    );
    ASSERT_EQ(told.size(), 2U);
    auto const& report = std::get<ExecutionReport>(told[0]);
    EXPECT_EQ(report.clOrdId.view(), "never");
    EXPECT_EQ(report.execType, ExecType::Rejected);
    EXPECT_EQ(report.reason->code, ErrorCode::NetClosed);
    auto const& reject = std::get<OrderCancelReject>(told[1]);
    EXPECT_EQ(reject.clOrdId.view(), "c2");
    EXPECT_EQ(reject.ordStatus, OrdStatus::New);
    EXPECT_EQ(aftermathNotices({OrderMassCancelRequest{}, SetRecording{}, restingBuy("x")}, {}).size(), 2U);
}

TEST(SavedServers, AreKeptWithoutSecretsTheLastUsedFirst)
{
    const QTemporaryDir folder;
    auto const path = folder.filePath(QStringLiteral("servers.json"));
    const SavedServer desk{
        QStringLiteral("Desk"), QStringLiteral("wss://desk:1"), QStringLiteral("me"), true};
    const SavedServer other{{}, QStringLiteral("wss://other:1"), QStringLiteral("me"), false};
    {
        SavedServers servers(path);
        EXPECT_TRUE(servers.put(desk));
        EXPECT_TRUE(servers.put(other));
        EXPECT_TRUE(servers.put(desk));
    }
    SavedServers servers(path);
    ASSERT_EQ(servers.all().size(), 2U);
    EXPECT_EQ(servers.all()[0], desk);
    EXPECT_EQ(servers.all()[1], other);
    EXPECT_TRUE(servers.remove(desk));
    EXPECT_EQ(SavedServers(path).all().size(), 1U);
}

} // namespace
} // namespace qob
