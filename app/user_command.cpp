#include "app/serve_command.h"
#include "app/serve_state.h"
#include "engine/security/audit_verify.h"

#include <fmt/core.h>
#include <termios.h>
#include <unistd.h>

#include <array>
#include <csignal>
#include <iostream>

namespace qob {

namespace {

// NOLINTNEXTLINE(cppcoreguidelines-avoid-non-const-global-variables): all that a signal's handler can reach
termios terminalBefore{};

// Whoever is stopped at the prompt leaves the terminal as it was.
void showAndGo(int signal)
{
    tcsetattr(STDIN_FILENO, TCSANOW, &terminalBefore);
    static_cast<void>(std::signal(signal, SIG_DFL));
    static_cast<void>(std::raise(signal));
}

// What is typed is not shown, as long as it lives and standard input is a terminal. One at a time.
class NoEcho {
public:
    NoEcho() : m_terminal(isatty(STDIN_FILENO) != 0 && tcgetattr(STDIN_FILENO, &terminalBefore) == 0)
    {
        if (m_terminal) {
            for (int const signal : ends) {
                static_cast<void>(std::signal(signal, showAndGo));
            }
            termios silent = terminalBefore;
            silent.c_lflag &= ~static_cast<tcflag_t>(ECHO);
            silent.c_lflag |= ICANON | ECHONL; // the end of the line is
            tcsetattr(STDIN_FILENO, TCSAFLUSH, &silent);
        }
    }

    ~NoEcho()
    {
        if (m_terminal) {
            tcsetattr(STDIN_FILENO, TCSANOW, &terminalBefore);
            for (int const signal : ends) {
                static_cast<void>(std::signal(signal, SIG_DFL));
            }
        }
    }

    NoEcho(NoEcho const&) = delete;
    NoEcho& operator=(NoEcho const&) = delete;

    [[nodiscard]] bool terminal() const { return m_terminal; }

private:
    static constexpr std::array ends{SIGINT, SIGTERM, SIGHUP, SIGQUIT};

    bool m_terminal;
};

// A line of standard input; asked for, and twice, where somebody types it unseen.
Expected<std::string> passwordFromInput()
{
    NoEcho const input;
    auto const ask = [&](char const* prompt) {
        if (input.terminal()) {
            std::cerr << prompt << std::flush;
        }
        std::string line;
        std::getline(std::cin, line);
        return line;
    };
    auto password = ask("Password: ");
    if (input.terminal() && ask("Once more: ") != password) {
        return fail(ErrorCode::ConfigBadValue, "the two passwords differ");
    }
    return password;
}

Expected<void> addUser(CommandLine const& line, Identity& identity)
{
    auto const role = parseRole(line.role);
    if (!role) {
        return fail(ErrorCode::ConfigBadValue, "--role " + line.role);
    }
    auto const password = passwordFromInput();
    if (!password) {
        return tl::unexpected(password.error());
    }
    auto const made = identity.createUser({line.userName, {}, *password}, *role, {"command line", {}});
    if (!made) {
        return tl::unexpected(made.error());
    }
    fmt::print("{} {} is user {}\n", line.role, line.userName, made->value);
    return {};
}

Expected<void> setPassword(CommandLine const& line, Identity& identity)
{
    auto const user = identity.userNamed(line.userName);
    if (!user) {
        return fail(ErrorCode::AuthUserUnknown, line.userName);
    }
    return passwordFromInput().and_then([&](std::string const& password) {
        return identity.setPassword(user->id, password, {"command line", {}});
    });
}

Expected<void> stateIsIn(std::filesystem::path const& directory)
{
    std::error_code error;
    return std::filesystem::exists(directory / "audit", error)
               ? Expected<void>()
               : Expected<void>(
                     fail(ErrorCode::StorageFileMissing, directory.string() + " holds no server's state")
                 );
}

void listUsers(Identity const& identity)
{
    for (UserRecord const& user : identity.users()) {
        fmt::print(
            "{:>6}  {:<32}  {:<8}  {:<12}  {}\n",
            user.id.value,
            user.name,
            roleName(user.role),
            tierName(user.tier),
            user.disabled ? "disabled" : ""
        );
    }
}

} // namespace

int runUser(CommandLine const& line, Runtime& runtime)
{
    // Only the first user makes a state.
    auto const there =
        line.userAction == "add" ? Expected<void>() : stateIsIn(serveDirectory(runtime.config));
    auto const state = there ? openServeState(runtime)
                             : Expected<std::unique_ptr<ServeState>>(tl::unexpected(there.error()));
    Expected<void> done = state ? Expected<void>() : tl::unexpected(state.error());
    if (state) {
        Identity& identity = *(*state)->identity;
        if (line.userAction == "list") {
            listUsers(identity);
        } else {
            done = line.userAction == "add" ? addUser(line, identity) : setPassword(line, identity);
        }
        auto const flushed = (*state)->audit->flush();
        done = done ? flushed : done;
    }
    if (!done) {
        std::cerr << "qob: " << done.error().message() << '\n';
        return 1;
    }
    return 0;
}

int runAudit(CommandLine const& /*line*/, Runtime& runtime)
{
    PosixFileSystem disk;
    auto const random = makeSystemRandom();
    auto const directory = serveDirectory(runtime.config);
    if (auto const there = stateIsIn(directory); !there) {
        std::cerr << "qob: " << there.error().message() << '\n';
        return 1;
    }
    auto const key = serveMasterKey(runtime.config, directory, *random);
    auto const report = key ? verifyAudit(disk, (directory / "audit").string(), auditKeys({*key}))
                            : tl::unexpected(key.error());
    if (!report) {
        std::cerr << "qob: " << report.error().message() << '\n';
        return 1;
    }
    if (report->finding) {
        auto const& finding = *report->finding;
        std::cerr << "qob: " << finding.file << ":" << finding.line << ": " << finding.what << '\n';
        return 1;
    }
    fmt::print("{} records in {} files are as they were written\n", report->records, report->files);
    if (report->unfinishedBytes > 0) {
        fmt::print("{} bytes of one more are being written, or were in a crash\n", report->unfinishedBytes);
    }
    return 0;
}

} // namespace qob
