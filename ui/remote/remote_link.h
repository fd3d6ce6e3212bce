#pragma once

#include "engine/base/rng.h"
#include "engine/wire/event_packing.h"
#include "engine/wire/session_codec.h"
#include "ui/remote/remote_session.h"
#include "ui/remote/remote_subscriber.h"

#include <QTimer>
#include <QWebSocket>

#include <deque>
#include <map>
#include <mutex>
#include <set>
#include <variant>
#include <vector>

namespace qob {

struct RemoteJoin {
    RemoteSubscriberPtr subscriber;
};

struct RemoteLeave {
    RemoteSubscriberPtr subscriber;
};

using RemoteRequest = std::variant<Command, RemoteJoin, RemoteLeave>;

// What the threads of a remote session share.
struct RemoteShared {
    static constexpr std::size_t mostCommands = 4096; // that wait for the session's thread

    std::mutex mutex;
    std::vector<RemoteRequest> requests;
    std::size_t commands = 0; // among them
    bool woken = false;
    RemoteStatus status;
    RemoteLink* link = nullptr; // none: its thread has ended

    [[nodiscard]] SessionState state();

    // False: there is no room.
    bool tryAsk(Command command);

    // For what must not be lost and is known to be rare.
    void ask(RemoteRequest request);

private:
    void wake(); // with the mutex held
};

// The connection of a remote session. On the session's thread.
class RemoteLink final : public QObject {
    Q_OBJECT

public:
    RemoteLink(
        RemoteSettings settings,
        Clock const& clock,
        CertificatePins const& pins,
        std::shared_ptr<RemoteShared> shared,
        RemoteSession::Opened opened
    );
    ~RemoteLink() override;

    void start();
    void stop();

    // Takes up what was asked from other threads.
    void drain();

private:
    // A subscription in the present connection.
    struct Line {
        RemoteSubscriberPtr subscriber;
        EventUnpacker unpacker;
        std::vector<std::byte> parts;
        std::uint64_t sequence = 0;
    };

    void logIn();
    void renew();
    void renewInTime();
    void takeTokens(Expected<LoginTokens> tokens);
    void openSocket();
    void greet();
    void takeFrame(QByteArray const& bytes);
    void take(ServerHello const& hello);
    void take(ServerTaken const& taken);
    void take(ServerEventPart const& part);
    void take(ServerRefused const& refused);
    void take(ServerGoodbye const& goodbye);
    void takeEvent(Line& line, std::uint32_t id);
    void tellAfter(RemoteSubscriber& subscriber, Payload const& snapshot);
    void join(RemoteSubscriberPtr const& subscriber);
    void leave(RemoteSubscriberPtr const& subscriber);
    void joinAgain(RemoteSubscriberPtr const& subscriber);
    void submit(Command command);
    void acknowledge();
    void ping();
    void socketError();
    // The connection is gone; tries again unless `why` says that it is of no use.
    void lose(Error const& why);
    void tellLoss(Error const& why);
    void waitAndRetry();
    void end(Error const& why);
    void retry();
    void send(ClientFrame const& frame);
    void dropSocket();
    void setPhase(RemoteStatus::Phase phase, std::optional<Error> problem);
    void tellNotice(Notice const& notice);

    RemoteSettings m_settings;
    Clock const& m_clock;
    std::shared_ptr<RemoteShared> m_shared;
    RemoteSession::Opened m_opened;
    ServerTrust m_trust;
    ServerLogin m_login;
    Rng m_rng;
    LoginTokens m_tokens;
    std::unique_ptr<QWebSocket> m_socket;
    bool m_renewing = false;   // the answer to it is under way
    bool m_unanswered = false; // the server may have made tokens that never came
    bool m_loginOver = false;  // however often it was renewed
    bool m_live = false;
    bool m_ended = false;
    std::optional<Error> m_goodbye; // said by the server of this connection
    int m_tries = 0;                // to connect again
    QTimer m_retryTimer;
    QTimer m_renewTimer;
    QTimer m_pingTimer;
    QTimer m_tookTimer;
    Duration m_lastSign;
    Duration m_pingAt;
    Timestamp m_lostAt;

    PackingTables m_packing;
    std::vector<RemoteSubscriberPtr> m_subscribers;
    std::map<std::uint32_t, Line> m_lines;
    std::uint32_t m_lastLine = 0;
    std::uint64_t m_lastCommand = 0;
    std::deque<std::pair<std::uint64_t, Command>> m_unconfirmed;
    std::vector<Command> m_lost;              // when the connection was lost last
    std::vector<Notice> m_ownNotices;         // of the last loss, told again behind the server's
    std::set<RemoteSubscriber const*> m_owed; // who is still to hear of both
    std::uint64_t m_took = 0;
    std::uint64_t m_saidTook = 0;
};

} // namespace qob
