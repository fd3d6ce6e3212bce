#include "ui/remote/remote_link.h"

#include "ui/remote/order_aftermath.h"

#include <QNetworkRequest>
#include <QSslSocket>

#include <algorithm>

namespace qob {

namespace {

constexpr std::uint64_t tookBytes = 32U << 10U; // are said at once, fewer a little later
constexpr int tookDelayMs = 40;
constexpr int renewAgainMs = 5000;
constexpr int rejoinDelayMs = 50; // before a sink that had no room is sent its snapshot
constexpr qsizetype mostFrameBytes = 1 << 20;
constexpr std::int64_t nsOfMs = 1'000'000;
constexpr double renewAt = 0.7; // of a login's life

int millisecondsOf(Duration duration)
{
    return static_cast<int>(duration.value / nsOfMs);
}

// Why there is no WebSocket. That the server answered but would not have it is told like a refused
// connection, and only the text says which.
Error notOpened(QWebSocket const& socket, std::string const& name)
{
    auto const text = socket.errorString();
    if (text.contains(QLatin1String("handshake"), Qt::CaseInsensitive)) {
        return {ErrorCode::NetHandshake, name + ": " + text.toStdString()};
    }
    switch (socket.error()) {
    case QAbstractSocket::HostNotFoundError:
        return {ErrorCode::NetResolve, name};
    case QAbstractSocket::SocketTimeoutError:
        return {ErrorCode::NetTimeout, name};
    case QAbstractSocket::SslHandshakeFailedError:
        return {ErrorCode::NetTls, name};
    default:
        return {ErrorCode::NetConnect, name};
    }
}

} // namespace

RemoteLink::RemoteLink(
    RemoteSettings settings,
    Clock const& clock,
    CertificatePins const& pins,
    std::shared_ptr<RemoteShared> shared,
    RemoteSession::Opened opened
)
    : m_settings(std::move(settings))
    , m_clock(clock)
    , m_shared(std::move(shared))
    , m_opened(std::move(opened))
    , m_trust(pins, m_settings.server)
    , m_login(m_settings.server, m_trust, this)
    , m_rng(static_cast<std::uint64_t>(clock.now().value))
    , m_retryTimer(this)
    , m_renewTimer(this)
    , m_pingTimer(this)
    , m_tookTimer(this)
{
    for (QTimer* const timer : {&m_retryTimer, &m_renewTimer, &m_tookTimer}) {
        timer->setSingleShot(true);
    }
    m_pingTimer.setInterval(millisecondsOf(m_settings.pingEvery));
    connect(&m_retryTimer, &QTimer::timeout, this, &RemoteLink::retry);
    connect(&m_renewTimer, &QTimer::timeout, this, &RemoteLink::renew);
    connect(&m_pingTimer, &QTimer::timeout, this, &RemoteLink::ping);
    connect(&m_tookTimer, &QTimer::timeout, this, &RemoteLink::acknowledge);
}

RemoteLink::~RemoteLink() = default;

void RemoteLink::start()
{
    logIn();
}

void RemoteLink::stop()
{
    m_ended = true;
    m_live = false;
    m_opened = nullptr;
    for (QTimer* const timer : {&m_retryTimer, &m_renewTimer, &m_tookTimer, &m_pingTimer}) {
        timer->stop();
    }
    if (m_socket != nullptr) {
        m_socket->disconnect(this);
        m_socket->close();
        m_socket.reset();
    }
    m_lines.clear();
    m_subscribers.clear();
    setPhase(RemoteStatus::Phase::Ended, Error{ErrorCode::SessionClosed, {}});
}

void RemoteLink::logIn()
{
    m_login.login(m_settings.credentials, [this](Expected<LoginTokens> tokens) {
        m_settings.credentials.password.clear();
        m_settings.credentials.code.clear();
        takeTokens(std::move(tokens));
    });
}

void RemoteLink::renew()
{
    if (m_renewing) {
        return; // a refresh token is good for one request; the answer under way serves this one too
    }
    m_renewing = true;
    m_login.refresh(m_tokens.refresh, [this](Expected<LoginTokens> tokens) {
        m_renewing = false;
        m_unanswered = !tokens && tellsNothing(tokens.error().code);
        m_loginOver = !tokens && tokens.error().code == ErrorCode::AuthTokenExpired;
        takeTokens(std::move(tokens));
    });
}

void RemoteLink::takeTokens(Expected<LoginTokens> tokens)
{
    if (m_ended) {
        return;
    }
    if (!tokens && m_live && !endsLogin(tokens.error().code)) {
        m_renewTimer.start(renewAgainMs);
        return;
    }
    if (!tokens) {
        lose(tokens.error());
        return;
    }
    m_tokens = std::move(*tokens);
    renewInTime();
    if (m_live) {
        send(ClientToken{m_tokens.access.toStdString()});
    } else {
        openSocket();
    }
}

void RemoteLink::renewInTime()
{
    auto const left = m_tokens.accessExpires - m_clock.now();
    auto const wait = std::max(static_cast<double>(left.value) * renewAt, 1e9);
    m_renewTimer.start(millisecondsOf(Duration(static_cast<std::int64_t>(wait))));
}

void RemoteLink::openSocket()
{
    dropSocket();
    m_retryTimer.stop();
    m_goodbye.reset();
    m_socket = std::make_unique<QWebSocket>();
    m_socket->setSslConfiguration(m_trust.configuration());
    m_socket->setMaxAllowedIncomingMessageSize(mostFrameBytes);
    m_socket->setMaxAllowedIncomingFrameSize(mostFrameBytes);
    connect(m_socket.get(), &QWebSocket::connected, this, &RemoteLink::greet);
    connect(m_socket.get(), &QWebSocket::binaryMessageReceived, this, &RemoteLink::takeFrame);
    connect(m_socket.get(), &QWebSocket::disconnected, this, &RemoteLink::socketError);
    connect(
        m_socket.get(),
        QOverload<QAbstractSocket::SocketError>::of(&QWebSocket::error),
        this,
        &RemoteLink::socketError
    );
    connect(m_socket.get(), &QWebSocket::pong, this, [this] {
        m_lastSign = m_clock.steady();
        const std::lock_guard lock(m_shared->mutex);
        m_shared->status.roundTrip = m_lastSign - m_pingAt;
    });
    connect(m_socket.get(), &QWebSocket::sslErrors, this, [this](QList<QSslError> const& errors) {
        auto const* const socket = m_socket->findChild<QSslSocket*>();
        if (socket != nullptr && m_trust.accepts(socket->peerCertificate(), errors)) {
            m_socket->ignoreSslErrors();
        }
    });
    QNetworkRequest request(m_settings.server.stream());
    request.setRawHeader("Authorization", QByteArrayLiteral("Bearer") + ' ' + m_tokens.access.toLatin1());
    m_lastSign = m_clock.steady();
    m_pingTimer.start();
    m_socket->open(request);
}

void RemoteLink::greet()
{
    m_lastSign = m_clock.steady();
    send(ClientHello{sessionProtocolVersion, "qob"});
}

void RemoteLink::takeFrame(QByteArray const& bytes)
{
    m_lastSign = m_clock.steady();
    auto const frame = decodeServerFrame({bytes.constData(), static_cast<std::size_t>(bytes.size())});
    bool const greeted = frame && (m_live || std::holds_alternative<ServerHello>(*frame) ||
                                   std::holds_alternative<ServerGoodbye>(*frame));
    if (!greeted) {
        lose(frame ? Error{ErrorCode::FrameMalformed, "the server did not say hello first"} : frame.error());
        return;
    }
    if (std::holds_alternative<ServerEventPart>(*frame)) {
        m_took += static_cast<std::uint64_t>(bytes.size());
        const std::lock_guard lock(m_shared->mutex);
        m_shared->status.bytesIn += static_cast<std::uint64_t>(bytes.size());
        ++m_shared->status.messagesIn;
    }
    std::visit([this](auto const& one) { take(one); }, *frame);
    if (m_took - m_saidTook >= tookBytes) {
        acknowledge();
    } else if (m_took != m_saidTook && !m_tookTimer.isActive()) {
        m_tookTimer.start(tookDelayMs);
    }
}

void RemoteLink::take(ServerHello const& hello)
{
    if (m_live) {
        return;
    }
    m_live = true;
    m_tries = 0;
    if (!m_renewTimer.isActive() && !m_renewing) {
        renewInTime(); // it came back with the login it had
    }
    m_lastLine = 0;
    m_lastCommand = m_took = m_saidTook = 0;
    {
        const std::lock_guard lock(m_shared->mutex);
        m_shared->status.user = QString::fromStdString(hello.user);
        m_shared->status.mayTrade = hello.mayTrade;
        m_shared->status.mayOperate = hello.mayOperate;
    }
    if (m_lostAt != Timestamp{}) {
        auto const gone = static_cast<double>((m_clock.now() - m_lostAt).value) * 1e-9;
        m_ownNotices.push_back(
            {Notice::Level::Info,
             m_clock.now(),
             tr("Connected with %1 again after %2 s")
                 .arg(m_settings.server.text(), QString::number(gone, 'f', 1))
                 .toStdString(),
             std::nullopt}
        );
    }
    setPhase(RemoteStatus::Phase::Live, std::nullopt);
    for (RemoteSubscriberPtr const& subscriber : std::vector(m_subscribers)) {
        join(subscriber);
    }
    if (auto const opened = std::exchange(m_opened, nullptr)) {
        opened({});
    }
}

void RemoteLink::take(ServerTaken const& taken)
{
    while (!m_unconfirmed.empty() && m_unconfirmed.front().first <= taken.number) {
        m_unconfirmed.pop_front();
    }
}

void RemoteLink::take(ServerEventPart const& part)
{
    auto const found = m_lines.find(part.id);
    if (found == m_lines.end()) {
        return; // it was on the way when it was given up
    }
    auto& line = found->second;
    if (line.parts.size() + part.bytes.size() > mostEventBytes) {
        lose({ErrorCode::NetOverflow, "an event of more than 64 MiB"});
        return;
    }
    line.parts.insert(line.parts.end(), part.bytes.begin(), part.bytes.end());
    if (part.last) {
        takeEvent(line, part.id);
    }
}

void RemoteLink::takeEvent(Line& line, std::uint32_t id)
{
    auto const plain = line.unpacker.unpack(line.parts);
    line.parts.clear();
    auto const subscriber = line.subscriber;
    auto const event =
        plain ? decodeEvent(*plain, subscriber->topic()) : Expected<Event>(tl::unexpected(plain.error()));
    if (!event || event->sequence != ++line.sequence) {
        lose(event ? Error{ErrorCode::FrameMalformed, "an event is missing"} : event.error());
        return;
    }
    if (subscriber->deliver(*event)) {
        if (event->snapshot) {
            tellAfter(*subscriber, event->payload);
        }
        return;
    }
    m_lines.erase(id);
    send(ClientUnsubscribe{id});
    QTimer::singleShot(rejoinDelayMs, this, [this, subscriber] { joinAgain(subscriber); });
}

// What became of what was under way, and what this side has to say, behind the first snapshot after a loss.
void RemoteLink::tellAfter(RemoteSubscriber& subscriber, Payload const& snapshot)
{
    if (m_owed.erase(&subscriber) == 0) {
        return;
    }
    if (auto const* orders = std::get_if<OrderList>(&snapshot)) {
        for (Payload& payload : aftermathOf(m_lost, *orders, m_clock.now())) {
            subscriber.say(std::move(payload));
        }
    } else if (std::holds_alternative<NoticeList>(snapshot) && !m_ownNotices.empty()) {
        subscriber.say(NoticeList{m_ownNotices});
    }
}

void RemoteLink::take(ServerRefused const& refused)
{
    m_lines.erase(refused.id);
    tellNotice({Notice::Level::Error, m_clock.now(), refused.error.message(), refused.error.code});
}

void RemoteLink::take(ServerGoodbye const& goodbye)
{
    m_goodbye = goodbye.error;
    if (goodbye.version != sessionProtocolVersion) {
        end(
            {ErrorCode::NetHandshake,
             m_settings.server.text().toStdString() + " speaks version " + std::to_string(goodbye.version) +
                 " of the protocol, this terminal " + std::to_string(sessionProtocolVersion)}
        );
    }
}

void RemoteLink::join(RemoteSubscriberPtr const& subscriber)
{
    auto const id = ++m_lastLine;
    m_lines.emplace(id, Line{subscriber, EventUnpacker(m_packing), {}, 0});
    send(ClientSubscribe{id, subscriber->topic()});
}

void RemoteLink::joinAgain(RemoteSubscriberPtr const& subscriber)
{
    bool const known =
        std::find(m_subscribers.begin(), m_subscribers.end(), subscriber) != m_subscribers.end();
    bool const joined = std::any_of(m_lines.begin(), m_lines.end(), [&](auto const& line) {
        return line.second.subscriber == subscriber;
    });
    if (m_live && known && !joined) {
        join(subscriber);
    }
}

void RemoteLink::leave(RemoteSubscriberPtr const& subscriber)
{
    std::erase(m_subscribers, subscriber);
    m_owed.erase(subscriber.get());
    std::erase_if(m_lines, [&](auto const& line) {
        bool const its = line.second.subscriber == subscriber;
        if (its && m_live) {
            send(ClientUnsubscribe{line.first});
        }
        return its;
    });
}

void RemoteLink::submit(Command command)
{
    if (!m_live) {
        m_lost.push_back(std::move(command)); // it was accepted a moment before the loss
        return;
    }
    send(ClientSubmit{++m_lastCommand, command});
    m_unconfirmed.emplace_back(m_lastCommand, std::move(command));
}

void RemoteLink::drain()
{
    std::vector<RemoteRequest> requests;
    {
        const std::lock_guard lock(m_shared->mutex);
        requests.swap(m_shared->requests);
        m_shared->commands = 0;
        m_shared->woken = false;
    }
    for (RemoteRequest& request : requests) {
        if (auto* command = std::get_if<Command>(&request)) {
            submit(std::move(*command));
        } else if (auto const* asked = std::get_if<RemoteJoin>(&request)) {
            if (!m_ended && !asked->subscriber->revoked()) {
                m_subscribers.push_back(asked->subscriber);
                joinAgain(asked->subscriber);
            }
        } else {
            leave(std::get<RemoteLeave>(request).subscriber);
        }
    }
}

void RemoteLink::acknowledge()
{
    m_tookTimer.stop();
    if (m_live && m_took != m_saidTook) {
        m_saidTook = m_took;
        send(ClientTook{m_took});
    }
}

void RemoteLink::ping()
{
    if (m_socket == nullptr) {
        return;
    }
    if (m_clock.steady() - m_lastSign > m_settings.silenceLimit) {
        lose({ErrorCode::NetTimeout, m_settings.server.text().toStdString() + " is silent"});
    } else if (m_live) {
        m_pingAt = m_clock.steady();
        m_socket->ping();
    }
}

void RemoteLink::socketError()
{
    if (m_socket == nullptr || m_ended) {
        return;
    }
    auto const name = m_settings.server.text().toStdString();
    if (m_goodbye) {
        lose(*m_goodbye);
    } else if (m_trust.doubtful()) {
        lose(m_trust.problem());
    } else if (m_live) {
        lose({ErrorCode::NetClosed, name});
    } else {
        lose(notOpened(*m_socket, name));
    }
}

void RemoteLink::lose(Error const& why)
{
    if (m_ended) {
        return;
    }
    dropSocket();
    m_renewTimer.stop(); // who comes back renews the login if need be
    if (m_opened != nullptr) {
        end(why);
        return;
    }
    setPhase(RemoteStatus::Phase::Lost, why);
    if (std::exchange(m_live, false)) {
        tellLoss(why);
    }
    bool const otherServer = why.code == ErrorCode::NetTls && m_trust.doubtful();
    // A token that is over is renewed; where the answer to that says so it is the login.
    bool const renewable = why.code == ErrorCode::AuthTokenExpired && !m_loginOver;
    if (otherServer || (endsLogin(why.code) && !renewable)) {
        end(why);
        return;
    }
    waitAndRetry();
}

void RemoteLink::tellLoss(Error const& why)
{
    m_lostAt = m_clock.now();
    if (m_owed.empty()) {
        m_lost.clear(); // everybody has heard of what was lost before
    }
    for (auto& [number, command] : m_unconfirmed) {
        m_lost.push_back(std::move(command));
    }
    m_unconfirmed.clear();
    drain();
    m_ownNotices = aftermathNotices(m_lost, m_lostAt);
    m_ownNotices.insert(
        m_ownNotices.begin(),
        {Notice::Level::Warning,
         m_lostAt,
         tr("The connection was lost: %1").arg(QString::fromStdString(why.message())).toStdString(),
         why.code}
    );
    const Error stale{ErrorCode::NetClosed, m_settings.server.text().toStdString()};
    for (RemoteSubscriberPtr const& subscriber : m_subscribers) {
        if (subscriber->topic().kind == TopicKind::Notices) {
            subscriber->say(NoticeList{m_ownNotices});
        }
        subscriber->goStale(stale);
        m_owed.insert(subscriber.get());
    }
    m_lines.clear();
}

void RemoteLink::waitAndRetry()
{
    auto const longest = std::min<double>(
        static_cast<double>(m_settings.longestWait.value),
        static_cast<double>(m_settings.shortestWait.value) * static_cast<double>(1U << std::min(m_tries, 10))
    );
    ++m_tries;
    auto const wait = longest * (0.5 + 0.5 * static_cast<double>(m_rng.below(1000)) / 1000.0);
    m_retryTimer.start(millisecondsOf(Duration(static_cast<std::int64_t>(wait))));
}

void RemoteLink::end(Error const& why)
{
    if (m_ended) {
        return;
    }
    m_ended = true;
    m_live = false;
    dropSocket();
    m_retryTimer.stop();
    m_renewTimer.stop();
    setPhase(RemoteStatus::Phase::Ended, why);
    if (auto const opened = std::exchange(m_opened, nullptr)) {
        opened({why, m_trust.doubtful()});
        return;
    }
    for (RemoteSubscriberPtr const& subscriber : m_subscribers) {
        subscriber->goStale(why);
    }
}

// With the login there is while it is good for some time, else with a renewed one. An answer that never came
// is asked for first: the server gives it again for a while only, and a token that was used before ends the
// login.
void RemoteLink::retry()
{
    if (!m_unanswered && m_clock.now() + seconds(5) < m_tokens.accessExpires && m_tries % 3 != 0) {
        openSocket();
    } else {
        renew();
    }
}

void RemoteLink::send(ClientFrame const& frame)
{
    if (m_socket != nullptr) {
        auto const bytes = encode(frame);
        m_socket->sendBinaryMessage(QByteArray(bytes.data(), static_cast<qsizetype>(bytes.size())));
    }
}

void RemoteLink::dropSocket()
{
    m_pingTimer.stop();
    m_tookTimer.stop();
    if (m_socket != nullptr) {
        m_socket->disconnect(this);
        m_socket->abort();
        m_socket.release()->deleteLater(); // it may be what is calling
    }
}

void RemoteLink::setPhase(RemoteStatus::Phase phase, std::optional<Error> problem)
{
    const std::lock_guard lock(m_shared->mutex);
    auto& status = m_shared->status;
    status.losses += status.phase == RemoteStatus::Phase::Live && phase != RemoteStatus::Phase::Live ? 1 : 0;
    status.phase = phase;
    status.problem = std::move(problem);
    if (phase != RemoteStatus::Phase::Live) {
        status.roundTrip.reset();
    }
}

void RemoteLink::tellNotice(Notice const& notice)
{
    for (RemoteSubscriberPtr const& subscriber : m_subscribers) {
        if (subscriber->topic().kind == TopicKind::Notices) {
            subscriber->say(NoticeList{{notice}});
        }
    }
}

} // namespace qob
