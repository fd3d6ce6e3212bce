#include "app/history_flags.h"

#include "app/command_line.h"
#include "app/flag_value.h"

#include <array>
#include <charconv>
#include <chrono>
#include <limits>

namespace qob {

namespace {

// Digits off the front of `text`, exactly `count` of them and then `end` (none: 0).
bool takeNumber(std::string_view& text, std::size_t count, char end, int& value)
{
    auto const digits = text.substr(0, count);
    auto const parsed = std::from_chars(digits.data(), digits.data() + digits.size(), value);
    if (digits.size() != count || parsed.ec != std::errc{} || parsed.ptr != digits.data() + count ||
        value < 0) {
        return false;
    }
    text.remove_prefix(count);
    if (end != 0) {
        if (!text.starts_with(end)) {
            return false;
        }
        text.remove_prefix(1);
    }
    return true;
}

// ".25" and what else is behind the seconds.
bool takeFraction(std::string_view& text, std::int64_t& nanos)
{
    if (!text.starts_with('.')) {
        return true;
    }
    text.remove_prefix(1);
    std::int64_t unit = 100'000'000;
    while (!text.empty() && text.front() >= '0' && text.front() <= '9') {
        nanos += (text.front() - '0') * unit;
        unit /= 10;
        text.remove_prefix(1);
    }
    return true;
}

} // namespace

Expected<Timestamp> parseTime(std::string_view text)
{
    constexpr std::string_view expected =
        "a time like 2024-08-08T23:54:16.5Z, a day like 2024-08-08, or nanoseconds since 1970";
    std::int64_t count = 0;
    auto const whole = std::from_chars(text.data(), text.data() + text.size(), count);
    if (!text.empty() && whole.ec == std::errc{} && whole.ptr == text.data() + text.size()) {
        return Timestamp(count);
    }
    auto rest = text;
    int year = 0;
    int month = 0;
    int day = 0;
    bool good =
        takeNumber(rest, 4, '-', year) && takeNumber(rest, 2, '-', month) && takeNumber(rest, 2, 0, day);
    int hour = 0;
    int minute = 0;
    int second = 0;
    std::int64_t nanos = 0;
    if (good && rest.starts_with('T')) {
        rest.remove_prefix(1);
        good = takeNumber(rest, 2, ':', hour) && takeNumber(rest, 2, ':', minute) &&
               takeNumber(rest, 2, 0, second) && takeFraction(rest, nanos);
        rest = rest.substr(rest.starts_with('Z') ? 1 : 0);
    }
    auto const date = std::chrono::year(year) / std::chrono::month(static_cast<unsigned>(month)) /
                      std::chrono::day(static_cast<unsigned>(day));
    // Beyond these years nanoseconds do not fit.
    if (!good || !rest.empty() || !date.ok() || hour > 23 || minute > 59 || second > 60 || year < 1970 ||
        year > 2200) {
        return badText(text, expected);
    }
    auto const days = std::chrono::sys_days(date).time_since_epoch().count();
    auto const seconds = ((std::int64_t{days} * 24 + hour) * 60 + minute) * 60 + second;
    return Timestamp(seconds * 1'000'000'000 + nanos);
}

Expected<std::uint64_t> parseBytes(std::string_view text)
{
    constexpr std::array<std::pair<std::string_view, std::uint64_t>, 10> units{{
        {"KiB", 1ULL << 10U},
        {"MiB", 1ULL << 20U},
        {"GiB", 1ULL << 30U},
        {"TiB", 1ULL << 40U},
        {"KB", 1'000},
        {"MB", 1'000'000},
        {"GB", 1'000'000'000},
        {"TB", 1'000'000'000'000},
        {"B", 1},
        {"", 1},
    }};
    for (auto const& [suffix, unit] : units) {
        if (!text.ends_with(suffix)) {
            continue;
        }
        auto const number = text.substr(0, text.size() - suffix.size());
        std::uint64_t count = 0;
        auto const parsed = std::from_chars(number.data(), number.data() + number.size(), count);
        bool const good = !number.empty() && parsed.ec == std::errc{} &&
                          parsed.ptr == number.data() + number.size() &&
                          count <= std::numeric_limits<std::int64_t>::max() / unit;
        return good ? Expected<std::uint64_t>(count * unit) : badText(text, "a size like 500MB or 2GiB");
    }
    return badText(text, "a size like 500MB or 2GiB");
}

void addRecordFlags(CLI::App& source, CommandLine& line)
{
    auto& flags = line.history;
    source.add_option("--to", flags.to, "the directory to record into; made when it is missing")->required();
    source.add_flag("--raw", flags.raw, "frames as they came, too");
    source.add_option("--keep-days", flags.keepDays, "delete segments that are older; 0 keeps all")
        ->check(CLI::Range(0, 100'000));
    source.add_option(
        "--keep-bytes", taking(flags.keepBytes, parseBytes), "delete the oldest segments beyond this: 50GB"
    );
    if (source.get_option_no_throw("--for") == nullptr) {
        source.add_option(
            "--for",
            [&line](const CLI::results_t& values) {
                auto const parsed = parseDuration(values.front());
                if (!parsed) {
                    throw CLI::ValidationError(parsed.error().message());
                }
                line.runFor = *parsed;
                line.history.untilEnd = false;
                return true;
            },
            "how much market time to record: 10m; all of it without this"
        );
    }
}

void addHistoryCommands(CLI::App& app, CommandLine& line)
{
    auto& flags = line.history;
    auto const action = [&line](CLI::App* command, char const* name) {
        command->callback([&line, name] {
            line.mode = Mode::History;
            line.history.action = name;
        });
    };
    auto* history = app.add_subcommand("history", "look at what was recorded");
    history->require_subcommand(1);
    auto* list = history->add_subcommand("list", "what there is: venue, symbol, from, to, events, bytes");
    auto* verify = history->add_subcommand("verify", "read every byte and say whether it is good");
    auto* exported = app.add_subcommand("export", "write a history as CSV");
    auto* imported = app.add_subcommand("import", "make a history of CSV files in the Tardis layout");
    for (auto* command : {list, verify, exported}) {
        command->add_option("path", flags.paths, "the history's directory, or one segment")
            ->required()
            ->expected(1);
    }
    exported->add_option("--format", flags.format, "tardis: its columns; csv: ours")
        ->check(CLI::IsMember({"csv", "tardis"}));
    exported->add_option("--type", flags.type, "what is written")
        ->check(CLI::IsMember({"incremental_book_L2", "trades", "raw"}));
    exported->add_option("--symbol", flags.symbol, "VENUE:SYMBOL; all without it");
    exported->add_option("--from", taking(flags.from, parseTime), "not before this time");
    exported->add_option("--to", taking(flags.until, parseTime), "before this time");
    exported->add_option(
        "--out", flags.out, "file, compressed if its name ends with .gz; - for standard output"
    );
    imported->add_option("files", flags.paths, "CSV, compressed or not: incremental_book_L2 and trades")
        ->required();
    imported->add_option("--to", flags.to, "the directory to write into; made when it is missing")
        ->required();
    action(list, "list");
    action(verify, "verify");
    action(exported, "export");
    action(imported, "import");
}

} // namespace qob
