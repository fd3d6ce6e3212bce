#pragma once

#include "tests/support/served_engine.h"
#include "ui/remote/remote_session.h"

#include <chrono>
#include <condition_variable>
#include <mutex>

namespace qob::test {

// How the first attempt of a remote session went; waits for it.
class FirstAttempt {
public:
    RemoteSession::Opened hear()
    {
        return [this](RemoteOutcome outcome) {
            const std::lock_guard lock(m_mutex);
            m_outcome = std::move(outcome);
            m_ready.notify_all();
        };
    }

    RemoteOutcome wait()
    {
        std::unique_lock lock(m_mutex);
        auto const there =
            m_ready.wait_for(lock, std::chrono::seconds(20), [this] { return m_outcome.has_value(); });
        return there ? *m_outcome : RemoteOutcome{Error{ErrorCode::NetTimeout, "no answer in the test"}, {}};
    }

private:
    std::mutex m_mutex;
    std::condition_variable m_ready;
    std::optional<RemoteOutcome> m_outcome;
};

inline RemoteSettings settingsFor(std::uint16_t port, char const* user = "trader")
{
    RemoteSettings settings;
    settings.server = {QStringLiteral("127.0.0.1"), port};
    settings.credentials = {QString::fromLatin1(user), QString::fromLatin1(ServedEngine::password), {}};
    settings.shortestWait = milliseconds(20);
    settings.longestWait = milliseconds(200);
    return settings;
}

// A remote session on a served engine whose certificate is known; open, or the test has failed.
class RemoteClient {
public:
    explicit RemoteClient(ServedEngine& engine, char const* user = "trader")
        : RemoteClient(engine, settingsFor(engine.port(), user))
    {}

    RemoteClient(ServedEngine& engine, RemoteSettings const& settings)
    {
        pins.pin(settings.server, QString::fromStdString(engine.fingerprint()));
        session = std::make_unique<RemoteSession>(settings, engine.clock, pins, m_attempt.hear());
        auto const outcome = m_attempt.wait();
        EXPECT_FALSE(outcome.problem.has_value()) << outcome.problem->message();
    }

    // True once the status is so; false after a generous limit.
    template <class Condition>
    bool waitFor(Condition condition) const
    {
        for (int i = 0; i < 2000; ++i) {
            if (condition(session->status())) {
                return true;
            }
            QThread::msleep(10);
        }
        return false;
    }

    [[nodiscard]] bool waitForPhase(RemoteStatus::Phase phase) const
    {
        return waitFor([phase](RemoteStatus const& status) { return status.phase == phase; });
    }

    CertificatePins pins{{}};
    std::unique_ptr<RemoteSession> session;

private:
    FirstAttempt m_attempt;
};

} // namespace qob::test
