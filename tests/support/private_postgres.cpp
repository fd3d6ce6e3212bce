#include "tests/support/private_postgres.h"

#include <fcntl.h>
#include <libpq-fe.h>
#include <pwd.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <csignal>
#include <fstream>
#include <initializer_list>
#include <sstream>
#include <thread>
#include <vector>

namespace qob::test {

namespace {

std::string programs()
{
    for (int version = 19; version >= 15; --version) {
        auto directory = "/usr/lib/postgresql/" + std::to_string(version) + "/bin";
        if (std::filesystem::exists(directory + "/initdb")) {
            return directory;
        }
    }
    return {};
}

// The server refuses to be root's.
passwd const* otherUser()
{
    if (::geteuid() != 0) {
        return nullptr;
    }
    passwd const* const user = ::getpwnam("postgres");
    return user != nullptr ? user : ::getpwnam("nobody");
}

// Starts it as a user without rights, its output going to `log`; it gets SIGQUIT when this process ends.
pid_t launch(std::vector<std::string> const& command, std::string const& log)
{
    passwd const* const user = otherUser();
    pid_t const child = ::fork();
    if (child != 0) {
        return child;
    }
    int const out = ::open(log.c_str(), O_WRONLY | O_CREAT | O_APPEND, 0666);
    ::dup2(out, STDOUT_FILENO);
    ::dup2(out, STDERR_FILENO);
    if (user != nullptr && (::setgid(user->pw_gid) != 0 || ::setuid(user->pw_uid) != 0)) {
        ::_exit(126);
    }
    ::prctl(PR_SET_PDEATHSIG, SIGQUIT);
    ::chdir("/") == 0 ? void() : ::_exit(126);
    std::vector<char*> arguments;
    for (std::string const& argument : command) {
        arguments.push_back(const_cast<char*>(argument.c_str()));
    }
    arguments.push_back(nullptr);
    ::setenv("LC_ALL", "C.UTF-8", 1);
    ::execv(arguments.front(), arguments.data());
    ::_exit(127);
}

std::string contentOf(std::string const& path)
{
    std::ostringstream text;
    text << std::ifstream(path).rdbuf();
    return text.str();
}

} // namespace

bool PrivatePostgres::installed()
{
    return !programs().empty();
}

PrivatePostgres::PrivatePostgres()
{
    if (passwd const* const user = otherUser(); user != nullptr) {
        if (::chown(m_directory.path().c_str(), user->pw_uid, user->pw_gid) != 0) {
            throw std::runtime_error("the server's directory cannot be given away");
        }
    }
    initialise();
    start();
}

PrivatePostgres::~PrivatePostgres()
{
    stop();
}

void PrivatePostgres::initialise()
{
    auto const log = m_directory.path() + "/initdb.log";
    pid_t const child = launch(
        {programs() + "/initdb",
         "-D",
         m_directory.path() + "/data",
         "-N",
         "-A",
         "trust",
         "-U",
         "qob",
         "-E",
         "UTF8"},
        log
    );
    int status = 0;
    ::waitpid(child, &status, 0);
    if (status != 0) {
        throw std::runtime_error("initdb failed: " + contentOf(log));
    }
}

void PrivatePostgres::start()
{
    if (m_server != 0) {
        return;
    }
    auto const log = m_directory.path() + "/server.log";
    m_server = launch(
        {programs() + "/postgres",
         "-D",
         m_directory.path() + "/data",
         "-k",
         m_directory.path(),
         "-c",
         "listen_addresses=",
         "-c",
         "fsync=off",
         "-c",
         "shared_buffers=32MB",
         "-c",
         "max_connections=20"},
        log
    );
    for (int tries = 0; tries < 600; ++tries) {
        if (PQping(connection("postgres").c_str()) == PQPING_OK) {
            return;
        }
        if (::waitpid(m_server, nullptr, WNOHANG) == m_server) {
            m_server = 0;
            break;
        }
        std::this_thread::sleep_for(std::chrono::milliseconds(50));
    }
    throw std::runtime_error("the server did not start: " + contentOf(log));
}

void PrivatePostgres::stop()
{
    if (m_server != 0) {
        ::kill(m_server, SIGQUIT);
        ::waitpid(m_server, nullptr, 0);
        m_server = 0;
    }
}

std::string PrivatePostgres::connection(std::string const& database) const
{
    return "host=" + m_directory.path() + " user=qob dbname=" + database;
}

std::string PrivatePostgres::makeDatabase()
{
    auto const name = "test" + std::to_string(++m_databases);
    PGconn* const connected = PQconnectdb(connection("postgres").c_str());
    PGresult* const made = PQexec(connected, ("CREATE DATABASE " + name).c_str());
    bool const good = PQresultStatus(made) == PGRES_COMMAND_OK;
    std::string const why = PQerrorMessage(connected);
    PQclear(made);
    PQfinish(connected);
    if (!good) {
        throw std::runtime_error(why);
    }
    return connection(name);
}

} // namespace qob::test
