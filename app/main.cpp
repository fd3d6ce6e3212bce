#include "app/backup_command.h"
#include "app/command_line.h"
#include "app/doctor_command.h"
#include "app/history_command.h"
#include "app/journal_command.h"
#include "app/record_command.h"
#include "app/replay_command.h"
#include "app/serve_command.h"
#include "app/serve_state.h"
#include "app/sim_command.h"
#include "app/terminal_command.h"
#include "app/venues_command.h"

#include <unistd.h>

#include <exception>
#include <iostream>

namespace {

int backup(qob::CommandLine const& line)
{
    const qob::BackupRequest request{
        line.files.front(), qob::serveDirectory(line.config).string(), line.config.serveDatabase};
    return line.restore  ? qob::runRestore(request)
           : line.verify ? qob::runVerifyBackup(request)
                         : qob::runBackup(request);
}

int run(qob::CommandLine const& line, qob::Runtime& runtime, int argc, char** argv)
{
    if (line.mode == qob::Mode::Journal) {
        return qob::runJournal(line);
    }
    if (line.mode == qob::Mode::Exchange) {
        return qob::runExchange(line, runtime);
    }
    if (line.mode == qob::Mode::Venues) {
        return qob::runVenues(line);
    }
    if (line.mode == qob::Mode::Doctor) {
        return qob::runDoctor(line, runtime);
    }
    if (line.mode == qob::Mode::Record) {
        return qob::runRecord(line, runtime);
    }
    if (line.mode == qob::Mode::History) {
        return qob::runHistory(line);
    }
    if (line.mode == qob::Mode::Serve) {
        return qob::runServe(line, runtime);
    }
    if (line.mode == qob::Mode::User) {
        return qob::runUser(line, runtime);
    }
    if (line.mode == qob::Mode::Audit) {
        return qob::runAudit(line, runtime);
    }
    if (line.mode == qob::Mode::Backup) {
        return backup(line);
    }
    if (line.headless) {
        return line.mode == qob::Mode::Replay ? qob::runReplayHeadless(line, runtime)
                                              : qob::runSimHeadless(line, runtime);
    }
    return qob::runTerminalCommand(line, runtime, argc, argv);
}

} // namespace

int main(int argc, char** argv)
{
    try {
        const qob::CommandLine line = qob::parseCommandLine(argc, argv, environ);
        if (line.mode == qob::Mode::Exit) {
            return line.exitCode;
        }
        qob::SystemClock clock;
        qob::Log log(line.config.log);
        qob::Runtime runtime{clock, log, line.config};
        return run(line, runtime, argc, argv);
    } catch (std::exception const& problem) {
        std::cerr << "qob: " << problem.what() << '\n';
        return 1;
    }
}
