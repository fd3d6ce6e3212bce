#pragma once

#include "tests/support/temporary_directory.h"

#include <sys/types.h>

#include <optional>
#include <string>

namespace qob::test {

// A PostgreSQL server of the test's own: in a temporary directory, on a Unix socket in it, run by a user
// without rights when the test is root, ended with the test whatever becomes of it. It trusts everybody who
// can reach the socket and does not sync, so it survives being stopped, but not the loss of power.
class PrivatePostgres {
public:
    // Nothing: PostgreSQL 15 or newer is not installed here.
    static bool installed();

    // Throws std::runtime_error with what the server said when it does not start.
    PrivatePostgres();
    ~PrivatePostgres();
    PrivatePostgres(PrivatePostgres const&) = delete;
    PrivatePostgres& operator=(PrivatePostgres const&) = delete;

    // An empty database, and how to connect to it.
    std::string makeDatabase();

    // As if it had crashed: connections are cut, nothing is written down.
    void stop();
    void start();

private:
    [[nodiscard]] std::string connection(std::string const& database) const;
    void initialise();

    TemporaryDirectory m_directory;
    pid_t m_server = 0;
    int m_databases = 0;
};

} // namespace qob::test
