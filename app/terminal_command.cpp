#include "app/terminal_command.h"

#include "app/market_switch.h"
#include "ui/shell/terminal.h"

#include <malloc.h>

#include <QStandardPaths>

#include <iostream>

namespace qob {

namespace {

ServerWish wishOf(CommandLine const& line)
{
    ServerWish wish;
    wish.server.address = QString::fromStdString(line.connect);
    wish.server.user = QString::fromStdString(line.user);
    wish.fingerprint = QString::fromStdString(line.fingerprint);
    std::string password;
    if (line.passwordStdin && std::getline(std::cin, password)) {
        wish.password = QString::fromStdString(password);
    }
    return wish;
}

TerminalOptions optionsOf(CommandLine const& line)
{
    TerminalOptions options;
    options.size = QSize(line.width, line.height);
    options.firstSymbol = QString::fromStdString(line.symbol);
    options.screenshotFile = QString::fromStdString(line.screenshot);
    options.screenshotAfterSeconds = line.afterSeconds;
    options.workspace = QString::fromStdString(line.workspace);
    options.panel = QString::fromStdString(line.panel);
    options.theme = QString::fromStdString(line.theme);
    options.connect = wishOf(line);
    options.language = QString::fromStdString(line.language);
    // A picture is of the program as it comes, and leaves nothing behind.
    if (line.screenshot.empty()) {
        options.settingsFolder =
            QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation) + QStringLiteral("/qob");
    }
    return options;
}

// Where Qt is to draw; false: nowhere, and it was said.
bool chooseDisplay(bool picture)
{
    if (!qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM")) {
        return true;
    }
    // Qt 6.4 cannot dock a panel again under Wayland, which has X11 beside it nearly everywhere.
    if (!qEnvironmentVariableIsEmpty("DISPLAY")) {
        return qputenv("QT_QPA_PLATFORM", "xcb;wayland"); // the latter where no X11 answers
    }
    if (!qEnvironmentVariableIsEmpty("WAYLAND_DISPLAY")) {
        return true;
    }
    if (picture) {
        return qputenv("QT_QPA_PLATFORM", "offscreen");
    }
    std::cerr
        << "qob: there is no display (neither DISPLAY nor WAYLAND_DISPLAY is set); qob --screenshot FILE "
           "draws a picture without one, qob serve needs none\n";
    return false;
}

bool isNetwork(ErrorCode code)
{
    return code == ErrorCode::NetResolve || code == ErrorCode::NetConnect || code == ErrorCode::NetTimeout;
}

} // namespace

int runTerminalCommand(CommandLine const& line, Runtime& runtime, int argc, char** argv)
{
    // Pieces of history come and go by the hundred: large blocks go back to the system when they are freed,
    // where the default would come to keep them, with holes between those that stay.
    constexpr int largeBlock = 64 << 10;
    mallopt(M_MMAP_THRESHOLD, largeBlock); // NOLINT(concurrency-mt-unsafe): there is one thread as yet
    if (!chooseDisplay(!line.screenshot.empty())) {
        return 1;
    }
    MarketSwitch markets(line, runtime);
    TerminalOptions options = optionsOf(line);
    // Unique to the run as long as no two runs start in the same nanosecond.
    PrefixedClOrdIds ids("q" + std::to_string(runtime.clock.now().value));
    if (!line.connect.empty()) {
        if (line.passwordStdin && options.connect.password.isEmpty()) {
            std::cerr << "qob: no password came on standard input\n";
            return 1;
        }
        return runTerminal(argc, argv, {markets, runtime.clock, ids}, nullptr, options);
    }
    auto session = markets.openNow(choiceOf(line));
    if (!session && line.mode == Mode::Live && isNetwork(session.error().code)) {
        std::cerr << "qob: " << session.error().message() << "; this is the simulated market\n";
        options.startProblem = session.error();
        options.firstSymbol.clear();
        session = markets.openNow({});
    }
    if (!session) {
        std::cerr << "qob: " << session.error().message() << '\n';
        return 1;
    }
    options.onFirstHeatMap = [&runtime] {
        runtime.log.info("terminal", "first heat map painted");
    };
    return runTerminal(argc, argv, {markets, runtime.clock, ids}, std::move(*session), options);
}

} // namespace qob
