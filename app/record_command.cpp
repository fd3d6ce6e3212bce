#include "app/record_command.h"

#include "app/engine_setup.h"
#include "engine/history/history_recorder.h"
#include "engine/live/live_market.h"
#include "engine/matching/sim_market.h"
#include "engine/storage/posix_file_system.h"

#include <fmt/core.h>

#include <atomic>
#include <csignal>
#include <iostream>

namespace qob {

namespace {

constexpr Timestamp simStart(1'735'689'600'000'000'000); // 2025-01-01T00:00:00Z
constexpr Duration slice = seconds(1);                   // of market time, between two looks at the signals

// NOLINTNEXTLINE(cppcoreguidelines-avoid-non-const-global-variables): all that a signal's handler can reach
std::atomic<bool> stopAsked{false};

void askToStop(int /*signal*/)
{
    stopAsked = true;
}

// Records everything and tells people what went wrong.
class RecordedMarket final : public MarketListener {
public:
    explicit RecordedMarket(HistoryRecorder& recorder) : m_recorder(recorder) {}

    void onInstrument(Instrument const& instrument) override { m_recorder.onInstrument(instrument); }

    void onLevel(InstrumentId id, Side side, Price price, Qty qty, Timestamp time) override
    {
        m_recorder.onLevel(id, side, price, qty, time);
    }

    void onBookCleared(InstrumentId id, Timestamp time) override { m_recorder.onBookCleared(id, time); }

    void onBookUpdated(InstrumentId id, Timestamp time) override { m_recorder.onBookUpdated(id, time); }

    void onTrade(Trade const& trade) override { m_recorder.onTrade(trade); }

    void onStatistics(InstrumentStatistics const& said) override { m_recorder.onStatistics(said); }

    void onFeed(FeedStatus const& status) override { m_recorder.onFeed(status); }

    void onNotice(Notice const& notice) override
    {
        std::cerr << "qob: " << notice.text << '\n';
        m_recorder.onNotice(notice);
    }

private:
    HistoryRecorder& m_recorder;
};

struct Source {
    std::unique_ptr<Market> market;
    LiveMarket* live = nullptr; // the market, where it is one
    Timestamp end;
};

Expected<Source> openSource(CommandLine const& line, Runtime& runtime)
{
    Source source;
    if (line.history.source == "live") {
        auto live = openLive(line, runtime);
        if (!live) {
            return tl::unexpected(live.error());
        }
        source.live = live->get();
        source.market = std::move(*live);
        source.end = line.history.untilEnd ? Timestamp::max() : source.market->begin() + line.runFor;
    } else if (line.history.source == "replay") {
        auto replay = openReplay(line.files);
        if (!replay) {
            return tl::unexpected(replay.error());
        }
        source.market = std::move(*replay);
        source.end = line.history.untilEnd ? Timestamp::max() : source.market->begin() + line.runFor;
    } else {
        source.market = std::make_unique<SimMarket>(SimSettings{line.config.simSeed, simStart, Duration(0)});
        source.end = simStart + line.runFor;
    }
    return source;
}

RecorderSettings settingsOf(CommandLine const& line, bool live)
{
    RecorderSettings settings;
    settings.history.directory = line.history.to;
    settings.history.keepTime = hours(24) * line.history.keepDays;
    settings.history.keepBytes = line.history.keepBytes;
    settings.waitWhenFull = !live;
    settings.flushTime = live ? seconds(1) : seconds(10); // a replay may run thousands of times as fast
    return settings;
}

void printNotices(HistoryRecorder& recorder)
{
    for (Notice const& notice : recorder.takeNotices()) {
        std::cerr << "qob: " << notice.text << '\n';
    }
}

void run(Source& source, RecordedMarket& to, HistoryRecorder& recorder, Clock const& clock)
{
    while (!stopAsked && !recorder.progress().failed) {
        Timestamp next = source.market->nextEventTime();
        if (source.live != nullptr) {
            source.live->waitForData(milliseconds(100));
            next = clock.now();
        }
        if (next == Timestamp::max() || next > source.end) {
            break;
        }
        source.market->runUntil(source.live != nullptr ? next : std::min(next + slice, source.end), to);
        printNotices(recorder);
    }
    if (source.live == nullptr && source.market->nextEventTime() == Timestamp::max()) {
        source.market->runUntil(source.end, to); // what was found behind the last message
    }
}

} // namespace

int runRecord(CommandLine const& line, Runtime& runtime)
{
    auto source = openSource(line, runtime);
    if (!source) {
        std::cerr << "qob: " << source.error().message() << '\n';
        return 1;
    }
    PosixFileSystem disk;
    auto const settings = settingsOf(line, source->live != nullptr);
    auto recorder = HistoryRecorder::open(disk, settings, *source->market, source->market->begin());
    if (!recorder) {
        std::cerr << "qob: " << recorder.error().message() << '\n';
        return 1;
    }
    std::signal(SIGINT, askToStop);
    std::signal(SIGTERM, askToStop);
    printNotices(**recorder);
    RecordedMarket to(**recorder);
    source->market->hearRaw(line.history.raw ? recorder->get() : nullptr);
    run(*source, to, **recorder, runtime.clock);
    source->market->hearRaw(nullptr);
    auto const finished = (*recorder)->finish();
    printNotices(**recorder);
    if (!finished) {
        std::cerr << "qob: recording stopped: " << finished.error().message() << '\n';
    }
    auto const progress = (*recorder)->progress();
    fmt::print("recorded {} events in {} bytes to {}\n", progress.events, progress.bytes, line.history.to);
    return finished && progress.missed == 0 ? 0 : 1;
}

} // namespace qob
