#include "app/history_command.h"

#include "engine/history/history_reader.h"
#include "engine/storage/posix_file_system.h"

#include <fmt/chrono.h>
#include <fmt/core.h>

#include <chrono>
#include <iostream>

namespace qob {

namespace {

int complain(Error const& error)
{
    std::cerr << "qob: " << error.message() << '\n';
    return 1;
}

std::string timeText(Timestamp time)
{
    auto const seconds = time.value / 1'000'000'000;
    auto const millis = time.value % 1'000'000'000 / 1'000'000;
    const std::chrono::sys_seconds at{std::chrono::seconds(seconds)};
    return fmt::format("{:%Y-%m-%dT%H:%M:%S}.{:03}Z", at, millis);
}

int listHistory(HistoryReader const& reader)
{
    fmt::print(
        "{:<18} {:<22} {:<24} {:<24} {:>12} {:>10} {:>12}\n",
        "venue",
        "symbol",
        "from",
        "to",
        "levels",
        "trades",
        "bytes"
    );
    for (HistoryListing const& one : reader.list()) {
        fmt::print(
            "{:<18} {:<22} {:<24} {:<24} {:>12} {:>10} {:>12}\n",
            one.instrument.venue,
            one.instrument.symbol,
            timeText(one.first),
            timeText(one.last),
            one.levels,
            one.trades,
            one.bytes
        );
    }
    for (Error const& problem : reader.problems()) {
        complain(problem);
    }
    return reader.problems().empty() ? 0 : 1;
}

int verifyHistory(HistoryReader const& reader)
{
    auto const check = reader.verify();
    for (Error const& damage : check.damage) {
        complain(damage);
    }
    fmt::print(
        "{}: {} segments, {} blocks, {} bytes, {} level changes, {} trades\n",
        check.damage.empty() ? "good" : "damaged",
        check.segments,
        check.blocks,
        check.bytes,
        check.levels,
        check.trades
    );
    return check.damage.empty() ? 0 : 1;
}

} // namespace

int runHistory(CommandLine const& line)
{
    PosixFileSystem disk;
    auto const& flags = line.history;
    auto const reader = HistoryReader::open(disk, flags.paths.front());
    if (!reader) {
        return complain(reader.error());
    }
    return flags.action == "list" ? listHistory(*reader) : verifyHistory(*reader);
}

} // namespace qob
