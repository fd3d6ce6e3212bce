// The sessions of an engine in this process, held against the contract.

#include "tests/support/faulty_file_system.h"
#include "tests/support/sim_session.h"

#include <gtest/gtest.h>

namespace qob {
namespace {

class LocalHost {
public:
    LocalHost() : m_session(test::simSequencer(m_log), m_clock, m_log, LocalSessionSettings{.speed = 20.0}) {}

    Session& session() { return m_session; }

    void close() { m_session.close(); }

private:
    SystemClock m_clock;
    Log m_log{LogSettings{.consoleLevel = LogLevel::Off}};
    LocalSession m_session;
};

// Another account of the same engine.
class AccountHost {
public:
    Session& session() { return *m_session; }

    void close() { m_engine.close(); }

private:
    SystemClock m_clock;
    Log m_log{LogSettings{.consoleLevel = LogLevel::Off}};
    LocalSession m_engine{test::simSequencer(m_log), m_clock, m_log, LocalSessionSettings{.speed = 20.0}};
    std::unique_ptr<Session> m_session = m_engine.accountSession(AccountId(4711));
};

// An account of an engine that journals before it tells.
class DurableHost {
public:
    DurableHost()
    {
        LocalSessionSettings settings;
        settings.speed = 20.0;
        settings.journal = OrderJournal::open(m_files, {.directory = "orders"}).value();
        m_engine =
            std::make_unique<LocalSession>(test::simSequencer(m_log), m_clock, m_log, std::move(settings));
        m_session = m_engine->accountSession(AccountId(12));
    }

    Session& session() { return *m_session; }

    void close() { m_engine->close(); }

private:
    test::FaultyFileSystem m_files;
    SystemClock m_clock;
    Log m_log{LogSettings{.consoleLevel = LogLevel::Off}};
    std::unique_ptr<LocalSession> m_engine;
    std::unique_ptr<Session> m_session;
};

using Hosts = testing::Types<LocalHost, AccountHost, DurableHost>;

} // namespace
} // namespace qob

#include "tests/contract/session_contract.h"
