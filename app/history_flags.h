#pragma once

#include "engine/base/expected.h"
#include "engine/base/time.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace CLI {
class App;
} // namespace CLI

namespace qob {

struct CommandLine;

// What the commands about recorded histories were asked for.
struct HistoryFlags {
    std::string action; // list, verify, export, import
    std::string source; // record: sim, live, replay
    std::string to;     // record, import: the directory written to
    bool raw = false;   // record: frames as they came, too
    int keepDays = 0;   // 0: all
    std::uint64_t keepBytes = 0;
    bool untilEnd = true; // record: --for was not given

    std::vector<std::string> paths; // list, verify, export: one; import: files
    std::string format = "tardis";  // csv, tardis
    std::string type = "incremental_book_L2";
    std::string symbol;    // "VENUE:SYMBOL"; empty: all
    std::string out = "-"; // .gz: compressed
    Timestamp from = Timestamp::min();
    Timestamp until = Timestamp::max();
};

// list, verify, export, import.
void addHistoryCommands(CLI::App& app, CommandLine& line);

// --to and what else every source of a recording has.
void addRecordFlags(CLI::App& source, CommandLine& line);

// "2024-08-08T23:54:16.5Z", "2024-08-08", or nanoseconds since 1970. ConfigBadValue.
Expected<Timestamp> parseTime(std::string_view text);

// "500MB", "2GiB", "1000000". ConfigBadValue.
Expected<std::uint64_t> parseBytes(std::string_view text);

} // namespace qob
