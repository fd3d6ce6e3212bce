// What recording costs the thread that runs the market, beside the same decoding and applying without it; how
// many bytes an event takes; how fast a history is read. Captures come from QOB_CAPTURES and lie decompressed
// in memory.

#include "engine/history/history_market.h"
#include "engine/history/history_recorder.h"
#include "engine/market/capture_reader.h"
#include "engine/market/feed_book.h"
#include "engine/storage/posix_file_system.h"
#include "engine/venue/venues.h"

#include <benchmark/benchmark.h>
#include <sched.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <iostream>
#include <memory>
#include <string>
#include <vector>

namespace {

using namespace qob;

struct Capture {
    struct Line {
        std::size_t offset;
        std::size_t size;
        Timestamp time;
    };

    std::string bytes; // the payloads, padded at the end
    std::vector<Line> lines;
    std::string venue;
    std::string symbol;

    [[nodiscard]] PaddedText text(Line const& line) const { return {bytes.data() + line.offset, line.size}; }
};

std::shared_ptr<Capture> load(std::string const& path)
{
    auto capture = std::make_shared<Capture>();
    auto reader = CaptureReader::open(path);
    CaptureRecord record;
    while (reader) {
        auto const read = (*reader)->next(record);
        if (!read || !*read) {
            break;
        }
        capture->lines.push_back({capture->bytes.size(), record.payload.view().size(), record.time});
        capture->bytes += record.payload.view();
    }
    capture->bytes.append(textPadding, ' ');
    const Venues venues;
    for (std::size_t i = 0; i < capture->lines.size() && capture->venue.empty(); ++i) {
        auto const guess = venues.recognise(capture->text(capture->lines[i]));
        if (guess && guess->sure && !guess->symbol.empty()) {
            capture->venue = guess->venue;
            capture->symbol = guess->symbol;
        }
    }
    return capture;
}

// One book, fed from the capture.
class BookMarket final : public Market {
public:
    explicit BookMarket(Capture const& capture)
        : m_capture(capture)
        , m_feed(Venues().open(capture.venue))
        , m_book(InstrumentId(1), m_feed->spec(), m_feed->termsOf(capture.symbol))
    {}

    void run(MarketListener& listener)
    {
        std::uint64_t number = 0;
        for (auto const& line : m_capture.lines) {
            if (!m_feed->decode(m_capture.text(line), {}, m_batch)) {
                std::cerr << "a message was refused\n";
                std::abort();
            }
            for (std::size_t i = 0; i < m_batch.size(); ++i) {
                m_book.onMessage(m_batch[i], line.time, {"capture", ++number}, listener);
            }
        }
    }

    [[nodiscard]] MarketKind kind() const override { return MarketKind::Replay; }

    [[nodiscard]] Timestamp begin() const override { return m_capture.lines.front().time; }

    [[nodiscard]] Timestamp end() const override { return m_capture.lines.back().time; }

    [[nodiscard]] Timestamp nextEventTime() override { return begin(); }

    void runUntil(Timestamp /*limit*/, MarketListener& listener) override { run(listener); }

    void depth(InstrumentId /*id*/, std::size_t levels, DepthView& out) const override
    {
        m_book.depth(levels, out);
    }

    [[nodiscard]] FeedStatus feed(InstrumentId /*id*/) const override { return m_book.status(); }

    [[nodiscard]] bool canRewind() const override { return false; }

    void rewind() override {}

    void rollHistory(InstrumentId /*id*/, std::size_t /*events*/, MarketListener& /*listener*/) override {}

    [[nodiscard]] std::vector<InstrumentId> historyPending() const override { return {}; }

private:
    Capture const& m_capture;
    std::unique_ptr<VenueFeed> m_feed;
    FeedBook m_book;
    FeedBatch m_batch;
};

struct NoListener final : MarketListener {
    std::uint64_t events = 0;

    void onInstrument(Instrument const& /*i*/) override {}

    void onLevel(InstrumentId /*i*/, Side /*s*/, Price /*p*/, Qty /*q*/, Timestamp /*t*/) override
    {
        ++events;
    }

    void onBookCleared(InstrumentId /*i*/, Timestamp /*t*/) override {}

    void onBookUpdated(InstrumentId /*i*/, Timestamp /*t*/) override { ++events; }

    void onTrade(Trade const& /*t*/) override { ++events; }

    void onFeed(FeedStatus const& /*s*/) override {}

    void onNotice(Notice const& notice) override { std::cerr << notice.text << '\n'; }
};

// Gone at the end.
class Folder {
public:
    Folder()
        : m_path(std::filesystem::temp_directory_path() / ("qob-history-bench-" + std::to_string(++s_count)))
    {
        std::filesystem::remove_all(m_path);
    }

    ~Folder() { std::filesystem::remove_all(m_path); }

    Folder(Folder const&) = delete;
    Folder& operator=(Folder const&) = delete;

    [[nodiscard]] std::string path() const { return m_path.string(); }

private:
    static inline int s_count = 0;
    std::filesystem::path m_path;
};

std::unique_ptr<HistoryRecorder>
openRecorder(FileSystem& disk, std::string const& folder, BookMarket const& market)
{
    RecorderSettings settings;
    settings.history.directory = folder;
    settings.waitWhenFull = true;
    settings.flushTime = seconds(10);
    return HistoryRecorder::open(disk, settings, market, market.begin()).value();
}

void bare(benchmark::State& state, std::shared_ptr<Capture> const& capture)
{
    NoListener listener;
    for (auto unused : state) {
        state.PauseTiming();
        auto market = std::make_unique<BookMarket>(*capture);
        state.ResumeTiming();
        market->run(listener);
        state.PauseTiming();
        market.reset();
        state.ResumeTiming();
    }
    benchmark::DoNotOptimize(listener.events);
}

void record(benchmark::State& state, std::shared_ptr<Capture> const& capture)
{
    PosixFileSystem disk;
    double bytes = 0;
    double events = 0;
    for (auto unused : state) {
        state.PauseTiming();
        const Folder folder;
        auto market = std::make_unique<BookMarket>(*capture);
        auto recorder = openRecorder(disk, folder.path(), *market);
        state.ResumeTiming();
        market->run(*recorder);
        state.PauseTiming();
        if (!recorder->finish() || recorder->progress().missed != 0) {
            state.SkipWithError("not all was recorded");
        }
        bytes += static_cast<double>(recorder->progress().bytes);
        events += static_cast<double>(recorder->progress().events);
        recorder.reset();
        market.reset();
        state.ResumeTiming();
    }
    state.counters["bytes_per_event"] = bytes / events;
}

// With the thread that compresses and writes, to the end.
void recordAllThreads(benchmark::State& state, std::shared_ptr<Capture> const& capture)
{
    PosixFileSystem disk;
    for (auto unused : state) {
        const Folder folder;
        BookMarket market(*capture);
        auto const recorder = openRecorder(disk, folder.path(), market);
        market.run(*recorder);
        if (!recorder->finish()) {
            state.SkipWithError("not all was recorded");
        }
    }
}

void readBack(benchmark::State& state, std::shared_ptr<Capture> const& capture)
{
    PosixFileSystem disk;
    const Folder folder;
    BookMarket market(*capture);
    auto const recorder = openRecorder(disk, folder.path(), market);
    market.run(*recorder);
    if (!recorder->finish()) {
        state.SkipWithError("not all was recorded");
    }
    auto const reader = HistoryReader::open(disk, folder.path());
    double events = 0;
    for (auto unused : state) {
        auto const stream = reader->read();
        HistoryItem item;
        while (stream->next(item)) {
            events += isLevel(item.event.kind) || isTrade(item.event.kind) ? 1 : 0;
        }
    }
    state.counters["events_per_second"] = benchmark::Counter(events, benchmark::Counter::kIsRate);
}

// On one processor: what is measured is work, not what two threads on the halves of a core take from each
// other.
void stayOnOneProcessor()
{
    cpu_set_t set;
    CPU_ZERO(&set);
    CPU_SET(static_cast<unsigned>(std::max(sched_getcpu(), 0)), &set);
    static_cast<void>(sched_setaffinity(0, sizeof set, &set));
}

} // namespace

int main(int argc, char** argv)
{
    stayOnOneProcessor();
    char const* const set = std::getenv("QOB_CAPTURES");
    const std::filesystem::path captures = set == nullptr ? QOB_DEFAULT_CAPTURES : set;
    const std::pair<std::string, std::string> files[] = {
        {"spot", "spot_btcusdt_20240808.gz"}, {"usdm", "usdm_btcusdt_20240808.gz"}};
    for (auto const& [market, file] : files) {
        auto const capture = load((captures / "binance" / file).string());
        if (capture->venue.empty()) {
            std::cerr << "history_bench: skipped, no capture " << file << "; set QOB_CAPTURES\n";
            continue;
        }
        benchmark::RegisterBenchmark(("history_bare/" + market).c_str(), bare, capture);
        benchmark::RegisterBenchmark(("history_record/" + market).c_str(), record, capture);
        benchmark::RegisterBenchmark(
            ("history_record_all_threads/" + market).c_str(), recordAllThreads, capture
        )
            ->MeasureProcessCPUTime();
        benchmark::RegisterBenchmark(("history_read/" + market).c_str(), readBack, capture);
    }
    benchmark::Initialize(&argc, argv);
    benchmark::RunSpecifiedBenchmarks();
    return 0;
}
