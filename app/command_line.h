#pragma once

#include "app/history_flags.h"
#include "engine/base/config.h"
#include "engine/base/time.h"

#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace qob {

enum class Mode : std::uint8_t {
    Terminal,
    Replay,
    Sim,
    Live,
    Journal,
    Exchange,
    Venues,
    Doctor,
    Record,
    History,
    Serve,
    User,
    Audit,
    Backup,
    Exit
};

// What the command line asked for, the configuration already merged.
struct CommandLine {
    Mode mode = Mode::Terminal;
    int exitCode = 0; // Mode::Exit
    Config config;

    bool headless = false;
    std::optional<double>
        speed; // market seconds a second; not given: 1 with a window, replaySpeedMax without
    bool paused = false;

    // replay
    std::vector<std::string> files;
    std::string dumpBook;                        // "-" for standard output
    int levels = 0;                              // 0: all
    std::pair<std::string, std::string> candles; // interval and file; "-" for standard output
    std::string consolidated;                    // a canonical name

    // live
    std::string liveSymbols; // "BINANCE:BTCUSDT,KRAKEN:XBT/USD"
    std::string caFile;
    std::vector<std::string> connectTo; // "host=address:port"

    // sim --headless
    Duration runFor = minutes(10);
    bool printHash = false;

    // record, history, export, import
    HistoryFlags history;

    // journal, exchange
    std::string journalAction;        // verify, dump, replay, snapshot, prune
    std::string journal;              // the directory
    bool noSnapshot = false;          // replay: from the first command on
    int keptSnapshots = 2;            // prune
    std::string durability = "group"; // sync, group, none
    std::string ack = "durable";      // matched, durable

    // serve, user, audit
    std::string userAction; // add, list, password
    std::string userName;
    std::string role = "trader";
    bool restore = false; // Backup: the other way
    bool verify = false;

    // terminal on a server
    std::string connect; // "wss://host:port"
    std::string user;
    bool passwordStdin = false;
    std::string fingerprint; // of its certificate

    // venues, doctor
    bool json = false;
    std::vector<std::string> venues; // none: all

    // terminal
    std::string screenshot;
    std::string workspace; // a name or an exported file; empty: the one that was open last
    std::string theme;     // empty: the chosen one
    std::string language;  // "de"; empty: the chosen one
    std::string panel;     // the screenshot is of such a panel alone
    double afterSeconds = 3.0;
    int width = 0; // of the window; 0: not said
    int height = 0;
    std::string symbol; // "SIM-A:BTC-USDT"
};

// Parses flags, reads the configuration (file, then QOB_* variables, then flags) and reports what is wrong on
// stderr: the result is then Mode::Exit with a non-zero exit code.
CommandLine parseCommandLine(int argc, char** argv, char** environment);

// "250ms", "10s", "10m", "2h"; a bare number is seconds.
Expected<Duration> parseDuration(std::string_view text);

// "0.1x", "10", "max"
Expected<double> parseSpeed(std::string_view text);

// "1600x900"
Expected<std::pair<int, int>> parseSize(std::string_view text);

} // namespace qob
