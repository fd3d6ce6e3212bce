#pragma once

#include "engine/api/session.h"
#include "engine/base/clock.h"
#include "ui/remote/certificate_pins.h"
#include "ui/remote/server_login.h"

#include <QThread>

#include <functional>
#include <memory>
#include <optional>

namespace qob {

struct RemoteSettings {
    ServerAddress server;
    Credentials credentials;
    Duration shortestWait = milliseconds(250); // between two tries to connect again
    Duration longestWait = seconds(10);
    Duration pingEvery = seconds(2);
    Duration silenceLimit = seconds(8); // without a sign of life: the connection is lost
};

// How the first attempt went: nothing where it is open, else why it is not. `doubtful` is set where the
// server's certificate is the reason.
struct RemoteOutcome {
    std::optional<Error> problem;
    std::optional<DoubtfulCertificate> doubtful;
};

struct RemoteStatus {
    enum class Phase : std::uint8_t {
        Connecting, // for the first time
        Live,
        Lost,  // tries again by itself
        Ended, // the login is over, or it was closed: it does not try again
    };

    Phase phase = Phase::Connecting;
    QString server;
    QString user;
    bool mayTrade = false;
    bool mayOperate = false;
    std::optional<Error> problem;      // why it is not live
    std::optional<Duration> roundTrip; // of a ping and its answer
    std::uint64_t bytesIn = 0;         // of events, as they came over the line
    std::uint64_t messagesIn = 0;
    std::uint32_t losses = 0;
};

class RemoteLink;
struct RemoteShared;

// An engine elsewhere, behind api/session.h. A thread of its own, "remote", holds the connection; sinks are
// called on it. It logs in, renews its login, and connects again after a loss. While the connection is lost
// feeds, books and tickers are told as Stale with NetClosed, submit() answers Closed, state() is Opening;
// then every stream goes on with Resync and a snapshot. What was under way is told by the orders' snapshot,
// or as refused where it never came to be.
class RemoteSession final : public Session {
public:
    using Opened = std::function<void(RemoteOutcome)>;

    // `opened` is called once, on the session's thread. After a problem the session stays closed: destroy it
    // and make another. Clock and pins must outlive it; not to be destroyed from its own thread.
    RemoteSession(RemoteSettings settings, Clock const& clock, CertificatePins const& pins, Opened opened);
    ~RemoteSession() override;
    RemoteSession(RemoteSession const&) = delete;
    RemoteSession& operator=(RemoteSession const&) = delete;

    SubmitResult submit(Command command) override;
    [[nodiscard]] Subscription subscribe(Topic topic, EventSink& sink) override;
    [[nodiscard]] SessionState state() const override;

    // Any thread.
    [[nodiscard]] RemoteStatus status() const;

    // Ends the connection and the login, and waits for the thread.
    void close();

private:
    class Handle;

    std::shared_ptr<RemoteShared> m_shared;
    QThread m_thread;
    RemoteLink* m_link; // lives on the thread
};

} // namespace qob
