#include "app/command_line.h"

#include "app/flag_value.h"
#include "engine/api/candle.h"
#include "engine/api/command.h"

#include <CLI/CLI.hpp>

#include <array>
#include <charconv>
#include <cstdlib>
#include <filesystem>
#include <iostream>

namespace qob {

namespace {

struct Flags {
    std::string configFile;
    std::vector<std::string> assignments; // --set
    std::string seed;
    std::pair<int, int> size{0, 0};
};

void addConfigFlags(CLI::App& app, Flags& flags)
{
    app.add_option("--config", flags.configFile, "TOML configuration file");
    app.add_option("--set", flags.assignments, "one setting: section.name=value (see --settings)");
}

// Of a window and of what runs in it.
void addViewFlags(CLI::App& app, Flags& flags, CommandLine& line)
{
    auto* screenshot =
        app.add_option("--screenshot", line.screenshot, "save a picture of the window and quit");
    app.add_option("--panel", line.panel, "with --screenshot: a picture of one kind of panel alone")
        ->needs(screenshot);
    app.add_option(
        "--workspace", line.workspace, "the workspace to open, or an exported one to import: FILE.json"
    );
    app.add_option("--language", line.language, "what it speaks, for this run")
        ->check(CLI::IsMember({"en", "de", "fr", "es", "pt_BR", "ru", "tr", "ja", "ko", "zh_CN"}));
    app.add_option("--theme", line.theme, "colours, for this run")
        ->check(CLI::IsMember({"dark", "light", "colourBlind", "highContrast"}));
    app.add_option("--after", line.afterSeconds, "seconds until the picture is taken")
        ->check(CLI::Range(0.0, 86'400.0));
    app.add_option("--size", taking(flags.size, parseSize), "size of the window: 1600x900");
    app.add_option("--symbol", line.symbol, "instrument shown first: VENUE:SYMBOL");
    app.add_option(
        "--speed", taking(line.speed, parseSpeed), "market seconds a second: 0.01x ... 10000x, max"
    );
    app.add_flag("--paused", line.paused, "start paused");
}

// A market is run, or only recorded: then there is nothing to look at.
enum class Use : std::uint8_t { Run, Record };

void addReplay(CLI::App& app, Flags& flags, CommandLine& line, Use use)
{
    auto* replay = app.add_subcommand("replay", "replay recorded market data");
    addConfigFlags(*replay, flags);
    replay->add_option("files", line.files, "capture files, or what was recorded: directories or segments")
        ->required();
    if (use == Use::Record) {
        return;
    }
    addViewFlags(*replay, flags, line);
    replay->add_flag("--headless", line.headless, "no window");
    replay->add_option("--dump-book", line.dumpBook, "headless: write the final books as JSON, - for stdout");
    replay->add_option(
        "--candles", line.candles, "headless: write candles as CSV: INTERVAL FILE, as in 1m -"
    );
    replay->add_option("--consolidated", line.consolidated, "headless: the book of all venues: BTC-USDT");
    replay->add_option("--levels", line.levels, "levels a side in the dump; 0 for all")
        ->check(CLI::Range(0, 1'000'000));
    replay->callback([&line] {
        line.mode = Mode::Replay;
        auto const interval =
            line.candles.first.empty() ? Expected<CandleInterval>() : parseInterval(line.candles.first);
        if (!interval) {
            throw CLI::ValidationError("--candles", interval.error().message());
        }
    });
}

void addSim(CLI::App& app, Flags& flags, CommandLine& line, Use use)
{
    auto* sim = app.add_subcommand("sim", "the simulated market");
    addConfigFlags(*sim, flags);
    sim->add_option("--seed", flags.seed, "seed of the market");
    bool const runs = use == Use::Run;
    sim->add_option(
        "--for",
        taking(line.runFor, parseDuration),
        runs ? "headless: how much market time to run: 10m" : "how much market time to record: 10m"
    );
    if (!runs) {
        return;
    }
    addViewFlags(*sim, flags, line);
    sim->add_flag("--headless", line.headless, "no window");
    sim->add_flag("--print-hash", line.printHash, "headless: print the hash of all events");
    sim->callback([&line] { line.mode = Mode::Sim; });
}

void addNetFlags(CLI::App& app, CommandLine& line)
{
    app.add_option("--ca", line.caFile, "certificate authorities to trust besides the system's (PEM)");
    app.add_option(
        "--connect-to", line.connectTo, "HOST=ADDRESS:PORT: where to find a host instead; * is every other"
    );
}

void addLive(CLI::App& app, Flags& flags, CommandLine& line, Use use)
{
    auto* live = app.add_subcommand("live", "public feeds of real exchanges; orders are paper");
    addConfigFlags(*live, flags);
    if (use == Use::Run) {
        addViewFlags(*live, flags, line);
    }
    addNetFlags(*live, line);
    live->add_option("books", line.liveSymbols, "VENUE:SYMBOL,... as each venue writes its symbols")
        ->required();
    live->callback([&line] { line.mode = Mode::Live; });
}

// What is recorded is named as it is for the commands of the same names.
void addRecord(CLI::App& app, Flags& flags, CommandLine& line)
{
    auto* record = app.add_subcommand("record", "write what a market does into a history");
    record->require_subcommand(1);
    addSim(*record, flags, line, Use::Record);
    addLive(*record, flags, line, Use::Record);
    addReplay(*record, flags, line, Use::Record);
    for (auto* source : record->get_subcommands(nullptr)) {
        source->callback([&line, name = source->get_name()] {
            line.mode = Mode::Record;
            line.history.source = name;
        });
        addRecordFlags(*source, line);
    }
}

void addVenues(CLI::App& app, CommandLine& line)
{
    auto* venues = app.add_subcommand("venues", "the exchanges it speaks with, and how surely");
    venues->add_flag("--json", line.json, "as one JSON array");
    venues->callback([&line] { line.mode = Mode::Venues; });
}

void addDoctor(CLI::App& app, CommandLine& line)
{
    auto* doctor =
        app.add_subcommand("doctor", "try the venues' names, certificates, clocks, requests and streams");
    doctor->add_flag("--json", line.json, "as one JSON object");
    addNetFlags(*doctor, line);
    doctor->add_option("venues", line.venues, "VENUE...: those to try; all without")->expected(0, -1);
    doctor->callback([&line] { line.mode = Mode::Doctor; });
}

void addJournal(CLI::App& app, CommandLine& line)
{
    auto* journal = app.add_subcommand("journal", "look at an exchange's journal");
    journal->require_subcommand(1);
    constexpr std::array actions{
        std::pair{"verify", "read every byte and say whether it is good"},
        std::pair{"dump", "print every command"},
        std::pair{"replay", "make the state anew, print its hash, audit its money"},
        std::pair{"snapshot", "write the state down, so that a restart is quick"},
        std::pair{"prune", "remove what the newest snapshots make superfluous"}};
    for (auto const& [name, help] : actions) {
        auto* action = journal->add_subcommand(name, help);
        action->add_option("directory", line.journal, "the journal's folder")->required();
        if (std::string_view(name) == "replay") {
            action->add_flag("--no-snapshot", line.noSnapshot, "from the first command on");
        }
        if (std::string_view(name) == "prune") {
            action->add_option("--keep", line.keptSnapshots, "how many good snapshots stay: 2")
                ->check(CLI::Range(1, 1000));
        }
        action->callback([&line, name = name] {
            line.mode = Mode::Journal;
            line.journalAction = name;
        });
    }
}

void addExchange(CLI::App& app, CommandLine& line)
{
    auto* exchange = app.add_subcommand("exchange", "a venue that reads commands and answers in JSON");
    exchange->add_option("--journal", line.journal, "folder of its journal; made when it is missing")
        ->required();
    exchange->add_option("--durability", line.durability, "when a command is on the disk")
        ->check(CLI::IsMember({"sync", "group", "none"}));
    exchange->add_option("--ack", line.ack, "what an answer promises")
        ->check(CLI::IsMember({"matched", "durable"}));
    exchange->add_option("file", line.files, "commands, a line each; standard input without it")
        ->expected(0, 1);
    exchange->callback([&line] { line.mode = Mode::Exchange; });
}

void addServe(CLI::App& app, Flags& flags, CommandLine& line)
{
    auto* serve = app.add_subcommand("serve", "the engine without a window, for others to connect to");
    auto const setting = [&flags](CLI::App& to, char const* flag, char const* key, char const* help) {
        to.add_option_function<std::string>(
            flag,
            [&flags, key](std::string const& value) { flags.assignments.push_back(key + ("=" + value)); },
            help
        );
    };
    serve->add_option("--config", flags.configFile, "TOML configuration file");
    serve->add_option("--set", flags.assignments, "one setting: section.name=value (see --settings)");
    serve->add_option("--live", line.liveSymbols, "VENUE:SYMBOL,...: public feeds; orders are paper");
    serve->add_option("--replay", line.files, "recorded market data");
    serve->add_option("--speed", taking(line.speed, parseSpeed), "of a replay: 0.01x ... 10000x, max");
    serve->add_option("--seed", flags.seed, "seed of the simulated market");
    setting(*serve, "--data", "serve.data", "directory of all its state");
    setting(*serve, "--address", "serve.address", "address to listen at");
    setting(*serve, "--port", "serve.port", "port; 0 for whichever is free");
    addNetFlags(*serve, line);
    serve->callback([&line] { line.mode = Mode::Serve; });

    auto* user = app.add_subcommand("user", "the server's users, while it does not run");
    user->require_subcommand(1);
    for (auto const& [name, help] :
         {std::pair{"add", "make one; its password is asked for, or a line of standard input"},
          std::pair{"password", "give one a new password, in the same way"},
          std::pair{"list", "all of them"}}) {
        auto* action = user->add_subcommand(name, help);
        action->add_option("--config", flags.configFile, "TOML configuration file");
        action->add_option("--set", flags.assignments, "one setting: section.name=value");
        setting(*action, "--data", "serve.data", "directory of all its state");
        if (std::string_view(name) != "list") {
            action->add_option("name", line.userName, "the user's name")->required();
        }
        if (std::string_view(name) == "add") {
            action->add_option("--role", line.role, "what he may do; trader without it")
                ->check(CLI::IsMember({"viewer", "trader", "risk", "admin", "auditor"}));
        }
        action->callback([&line, name = name] {
            line.mode = Mode::User;
            line.userAction = name;
        });
    }
    auto* audit = app.add_subcommand("audit", "what was done");
    audit->require_subcommand(1);
    auto* verify = audit->add_subcommand("verify", "whether anything of it was changed");
    verify->add_option("--config", flags.configFile, "TOML configuration file");
    verify->add_option("--set", flags.assignments, "one setting: section.name=value");
    setting(*verify, "--data", "serve.data", "directory of the server's state");
    verify->callback([&line] { line.mode = Mode::Audit; });
    for (bool const restore : {false, true}) {
        auto* command = app.add_subcommand(
            restore ? "restore" : "backup",
            restore ? "make the server's directory from a backup"
                    : "save the server's directory, also while it runs"
        );
        command->add_option("--config", flags.configFile, "TOML configuration file");
        command->add_option("--set", flags.assignments, "one setting: section.name=value");
        setting(*command, "--data", "serve.data", "directory of the server's state");
        command->add_option("file", line.files, "the backup")->required()->expected(1);
        if (!restore) {
            command->add_flag("--verify", line.verify, "only look whether it is whole");
        }
        command->callback([&line, restore] {
            line.mode = Mode::Backup;
            line.restore = restore;
        });
    }
}

std::string defaultConfigFile(std::map<std::string, std::string> const& environment)
{
    auto const variable = [&](char const* name) {
        const auto found = environment.find(name);
        return found == environment.end() ? std::string() : found->second;
    };
    auto const base =
        variable("XDG_CONFIG_HOME").empty() ? variable("HOME") + "/.config" : variable("XDG_CONFIG_HOME");
    auto const path = base + "/qob/qob.toml";
    return std::filesystem::exists(path) ? path : std::string();
}

Expected<void>
readConfig(Config& config, Flags const& flags, std::map<std::string, std::string> const& environment)
{
    auto const file = flags.configFile.empty() ? defaultConfigFile(environment) : flags.configFile;
    Expected<void> result;
    if (!file.empty()) {
        result = config.loadFile(file);
    }
    if (result) {
        result = config.loadEnvironment(environment);
    }
    for (auto const& assignment : flags.assignments) {
        auto const equals = assignment.find('=');
        if (result && equals == std::string::npos) {
            return badText(assignment, "section.name=value");
        }
        if (result) {
            result = config.set(assignment.substr(0, equals), assignment.substr(equals + 1));
        }
    }
    if (result && !flags.seed.empty()) {
        result = config.set("sim.seed", flags.seed);
    }
    return result;
}

std::map<std::string, std::string> environmentMap(char** environment)
{
    std::map<std::string, std::string> variables;
    for (char** entry = environment; entry != nullptr && *entry != nullptr; ++entry) {
        const std::string text(*entry);
        auto const equals = text.find('=');
        variables[text.substr(0, equals)] = equals == std::string::npos ? "" : text.substr(equals + 1);
    }
    return variables;
}

void printSettings()
{
    for (auto const& setting : configSettings()) {
        std::cout << setting.key << std::string(setting.key.size() < 24 ? 24 - setting.key.size() : 1, ' ')
                  << setting.help << '\n';
    }
}

// CLI11 says which argument was not expected; this adds the nearest one that exists.
std::string suggestion(const CLI::App& app)
{
    const CLI::App* active = app.get_subcommands().empty() ? &app : app.get_subcommands().front();
    std::vector<std::string> names;
    for (auto const* option : active->get_options()) {
        for (auto const& name : option->get_lnames()) {
            names.push_back("--" + name);
        }
    }
    for (auto const* subcommand : active->get_subcommands(nullptr)) {
        names.push_back(subcommand->get_name());
    }
    for (auto const& extra : app.remaining(true)) {
        if (auto const nearest = nearestWord(extra.substr(0, extra.find('=')), names); !nearest.empty()) {
            return "; did you mean '" + nearest + "'?";
        }
    }
    return {};
}

CommandLine exitWith(int code)
{
    CommandLine line;
    line.mode = Mode::Exit;
    line.exitCode = code;
    return line;
}

} // namespace

CommandLine parseCommandLine(int argc, char** argv, char** environment)
{
    CommandLine line;
    Flags flags;
    bool version = false;
    bool settings = false;
    CLI::App app("Quantum Order Book: a trading terminal with an exchange-grade engine inside", "qob");
    addConfigFlags(app, flags);
    addViewFlags(app, flags, line);
    app.add_option("--seed", flags.seed, "seed of the simulated market");
    auto* connect = app.add_option("--connect", line.connect, "the terminal on a server: wss://HOST:PORT");
    app.add_option("--user", line.user, "with --connect: who logs in")->needs(connect);
    auto* password =
        app.add_flag("--password-stdin", line.passwordStdin, "with --connect: read the password, ask nothing")
            ->needs(connect);
    app.add_option(
           "--fingerprint", line.fingerprint, "with --password-stdin: SHA-256 of the certificate to trust"
    )
        ->needs(password);
    app.add_flag("--version", version, "print the version");
    app.add_flag("--settings", settings, "list every setting");
    addReplay(app, flags, line, Use::Run);
    addSim(app, flags, line, Use::Run);
    addLive(app, flags, line, Use::Run);
    addJournal(app, line);
    addExchange(app, line);
    addVenues(app, line);
    addDoctor(app, line);
    addRecord(app, flags, line);
    addHistoryCommands(app, line);
    addServe(app, flags, line);
    app.require_subcommand(0, 1);
    try {
        app.parse(argc, argv);
    } catch (const CLI::ExtrasError& problem) {
        std::cerr << "qob: " << problem.what() << suggestion(app) << '\n';
        return exitWith(2);
    } catch (const CLI::ParseError& problem) {
        return exitWith(app.exit(problem) == 0 ? 0 : 2);
    }
    if (version || settings) {
        version ? static_cast<void>(std::cout << "qob " << QOB_VERSION << '\n') : printSettings();
        return exitWith(0);
    }
    auto const configured = readConfig(line.config, flags, environmentMap(environment));
    if (!configured) {
        std::cerr << "qob: " << configured.error().message() << '\n';
        return exitWith(2);
    }
    line.width = flags.size.first;
    line.height = flags.size.second;
    if (line.symbol.empty()) {
        line.symbol = line.config.uiSymbol;
    }
    return line;
}

Expected<Duration> parseDuration(std::string_view text)
{
    constexpr std::pair<std::string_view, std::int64_t> units[] = {
        {"ms", 1'000'000}, {"s", 1'000'000'000}, {"m", 60'000'000'000}, {"h", 3'600'000'000'000}};
    std::int64_t unit = 1'000'000'000;
    std::string_view number = text;
    for (auto const& [suffix, ns] : units) {
        if (text.ends_with(suffix)) {
            unit = ns;
            number = text.substr(0, text.size() - suffix.size());
            break;
        }
    }
    std::int64_t count = 0;
    auto const [end, problem] = std::from_chars(number.data(), number.data() + number.size(), count);
    if (number.empty() || problem != std::errc{} || end != number.data() + number.size() || count < 0 ||
        count > INT64_MAX / 4 / unit) {
        return badText(text, "a time like 250ms, 10s, 10m or 2h");
    }
    return nanoseconds(count * unit);
}

Expected<double> parseSpeed(std::string_view text)
{
    if (text == "max") {
        return replaySpeedMax;
    }
    const std::string number(text.ends_with('x') ? text.substr(0, text.size() - 1) : text);
    char* end = nullptr;
    double const speed = std::strtod(number.c_str(), &end);
    if (number.empty() || *end != '\0' || !(speed >= 0.01 && speed <= 10'000.0)) {
        return badText(text, "a speed from 0.01x to 10000x, or max");
    }
    return speed;
}

Expected<std::pair<int, int>> parseSize(std::string_view text)
{
    auto const cross = text.find('x');
    int width = 0;
    int height = 0;
    if (cross != std::string_view::npos) {
        std::from_chars(text.data(), text.data() + cross, width);
        std::from_chars(text.data() + cross + 1, text.data() + text.size(), height);
    }
    if (width < 200 || height < 120 || width > 16'384 || height > 16'384) {
        return badText(text, "WIDTHxHEIGHT, at least 200x120");
    }
    return std::pair(width, height);
}

} // namespace qob
