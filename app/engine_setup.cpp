#include "app/engine_setup.h"

#include "engine/history/heat_hour.h"
#include "engine/history/history_market.h"
#include "engine/live/venue_check.h"
#include "engine/market/replay_market.h"
#include "engine/matching/sim_market.h"
#include "engine/storage/posix_file_system.h"
#include "engine/venue/venues.h"

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <system_error>

namespace qob {

namespace {

Expected<TradingSettings> tradingSettings(Config const& config)
{
    TradingSettings settings;
    auto deposits = parseDeposits(config.accountDeposits);
    auto const maker = parseFeeBps(config.paperMakerFeeBps);
    auto const taker = parseFeeBps(config.paperTakerFeeBps);
    if (!deposits) {
        return fail(ErrorCode::ConfigBadValue, "account.deposits: " + deposits.error().detail);
    }
    if (!maker || !taker) {
        return fail(
            ErrorCode::ConfigBadValue,
            maker ? "paper.taker_fee_bps: " + taker.error().message()
                  : "paper.maker_fee_bps: " + maker.error().message()
        );
    }
    settings.deposits = std::move(*deposits);
    settings.paperLatency = milliseconds(config.paperLatencyMs);
    settings.paperMakerFee = *maker;
    settings.paperTakerFee = *taker;
    settings.ordersKept = config.accountOrdersKept;
    return settings;
}

std::unique_ptr<Sequencer> simSequencer(TradingSettings const& settings, Runtime& runtime)
{
    const Duration history = minutes(runtime.config.simHistoryMinutes);
    const Timestamp now = runtime.clock.now();
    const Timestamp wholeSecond(now.value / seconds(1).value * seconds(1).value);
    auto market =
        std::make_unique<SimMarket>(SimSettings{runtime.config.simSeed, wholeSecond - history, history});
    SimMarket& venue = *market;
    return std::make_unique<Sequencer>(std::move(market), &venue, settings, runtime.log);
}

PosixFileSystem* runtimeDisk()
{
    static PosixFileSystem disk;
    return &disk;
}

// Where the terminal's switch records to: a directory a kind of market, below the user's data.
std::string historyDirectory(Mode mode)
{
    auto const variable = [](char const* name) {
        char const* const value = std::getenv(name); // NOLINT(concurrency-mt-unsafe): nothing sets variables
        return std::string(value == nullptr ? "" : value);
    };
    auto const data =
        variable("XDG_DATA_HOME").empty() ? variable("HOME") + "/.local/share" : variable("XDG_DATA_HOME");
    return data + "/qob/history/" + (mode == Mode::Live ? "live" : mode == Mode::Replay ? "replay" : "sim");
}

OpenRecorder recorderOf(CommandLine const& line, FileSystem& disk)
{
    return [directory = historyDirectory(line.mode), &disk](Market const& market, Timestamp now) {
        std::error_code ignored; // HistoryRecorder::open says what is wrong
        std::filesystem::create_directories(directory, ignored);
        RecorderSettings settings;
        settings.history.directory = directory;
        return HistoryRecorder::open(disk, settings, market, now);
    };
}

// What the terminal recorded itself, and of a played history what that holds.
ReadPastHeat pastOf(CommandLine const& line, FileSystem& disk)
{
    std::vector<std::string> paths{historyDirectory(line.mode)};
    if (line.mode == Mode::Replay) {
        paths = line.files;
    }
    return [paths, &disk](Instrument const& instrument, std::int64_t hour) {
        return heatHour(disk, paths, instrument, hour);
    };
}

// Stateless; markets keep references.
Venues const& allVenues()
{
    static const Venues venues;
    return venues;
}

} // namespace

Expected<std::unique_ptr<LiveMarket>> openLive(CommandLine const& line, Runtime& runtime)
{
    auto const& venues = allVenues();
    auto const symbols = parseLiveSymbols(line.liveSymbols, venues);
    if (!symbols) {
        return tl::unexpected(symbols.error());
    }
    auto settings = netSettings(line);
    if (!settings) {
        return tl::unexpected(settings.error());
    }
    const Rng rng(static_cast<std::uint64_t>(runtime.clock.now().value));
    return std::make_unique<LiveMarket>(
        LiveMarket::World{
            std::make_shared<NetThread>(std::move(*settings)), venues, runtime.clock, runtime.log, rng},
        *symbols
    );
}

Expected<std::unique_ptr<Market>> openReplay(std::vector<std::string> const& files)
{
    PosixFileSystem& disk = *runtimeDisk();
    if (!files.empty() && HistoryReader::isHistory(disk, files.front())) {
        return HistoryMarket::open(disk, files);
    }
    return ReplayMarket::open(files, allVenues());
}

Expected<NetSettings> netSettings(CommandLine const& line)
{
    NetSettings settings;
    settings.caFile = line.caFile;
    for (std::string const& place : line.connectTo) {
        auto const equals = place.find('=');
        if (equals == std::string::npos || equals == 0 || equals + 1 == place.size()) {
            return fail(ErrorCode::ConfigBadValue, "'" + place + "'; expected HOST=ADDRESS:PORT");
        }
        settings.connectTo[place.substr(0, equals)] = place.substr(equals + 1);
    }
    return settings;
}

Expected<void> reachable(CommandLine const& line, Runtime& runtime, Duration limit)
{
    if (line.mode != Mode::Live) {
        return {};
    }
    auto const& venues = allVenues();
    auto const symbols = parseLiveSymbols(line.liveSymbols, venues);
    if (!symbols) {
        return tl::unexpected(symbols.error());
    }
    auto const settings = netSettings(line);
    if (!settings) {
        return tl::unexpected(settings.error());
    }
    std::vector<VenueSpec const*> chosen;
    for (LiveSymbol const& symbol : *symbols) {
        VenueSpec const* const spec = venues.find(symbol.venue);
        if (std::find(chosen.begin(), chosen.end(), spec) == chosen.end()) {
            chosen.push_back(spec);
        }
    }
    NetThread net(*settings);
    return anyReachable(net, runtime.clock, chosen, limit);
}

Expected<std::unique_ptr<LocalSession>>
openSession(CommandLine const& line, Runtime& runtime, std::unique_ptr<OrderJournal> journal)
{
    auto const settings = tradingSettings(line.config);
    if (!settings) {
        return tl::unexpected(settings.error());
    }
    std::unique_ptr<Sequencer> sequencer;
    if (line.mode == Mode::Live) {
        auto market = openLive(line, runtime);
        if (!market) {
            return tl::unexpected(market.error());
        }
        sequencer = std::make_unique<Sequencer>(std::move(*market), nullptr, *settings, runtime.log);
    } else if (line.mode == Mode::Replay) {
        auto market = openReplay(line.files);
        if (!market) {
            return tl::unexpected(market.error());
        }
        sequencer = std::make_unique<Sequencer>(std::move(*market), nullptr, *settings, runtime.log);
    } else {
        sequencer = simSequencer(*settings, runtime);
    }
    return std::make_unique<LocalSession>(
        std::move(sequencer),
        runtime.clock,
        runtime.log,
        LocalSessionSettings{
            .speed = line.speed.value_or(1.0),
            .paused = line.paused,
            .openRecorder = recorderOf(line, *runtimeDisk()),
            .readPast = pastOf(line, *runtimeDisk()),
            .journal = std::move(journal)}
    );
}

} // namespace qob
