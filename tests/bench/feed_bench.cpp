// What a venue's messages cost from bytes to book, beside simdjson's bare walk over every value of the same bytes.
// Both run over the payloads of a capture that lies decompressed in memory; the files come from QOB_CAPTURES.

#include "engine/market/capture_reader.h"
#include "engine/market/feed_book.h"
#include "engine/venue/venues.h"
#include "engine/wire/json_walk.h"

#include <benchmark/benchmark.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <iostream>
#include <map>
#include <memory>
#include <string>
#include <vector>

namespace {

struct Capture {
    struct Line {
        std::size_t offset;
        std::size_t size;
        qob::Timestamp time;
    };

    std::string bytes; // the payloads, padded at the end
    std::vector<Line> lines;

    [[nodiscard]] qob::PaddedText text(const Line& line) const { return {bytes.data() + line.offset, line.size}; }
};

struct NoListener final : qob::MarketListener {
    std::uint64_t events = 0;

    void onInstrument(const qob::Instrument& /*instrument*/) override {}

    void onLevel(qob::InstrumentId /*i*/, qob::Side /*s*/, qob::Price /*p*/, qob::Qty /*q*/, qob::Timestamp /*t*/)
        override
    {
        ++events;
    }

    void onBookCleared(qob::InstrumentId /*instrument*/, qob::Timestamp /*time*/) override {}

    void onBookUpdated(qob::InstrumentId /*instrument*/, qob::Timestamp /*time*/) override { ++events; }

    void onTrade(const qob::Trade& /*trade*/) override { ++events; }

    void onFeed(const qob::FeedStatus& /*status*/) override {}

    void onNotice(const qob::Notice& notice) override { std::cerr << notice.text << '\n'; }
};

// With `only` not empty: the snapshot and the messages that contain it.
std::shared_ptr<Capture> load(const std::string& path, std::string_view only)
{
    auto capture = std::make_shared<Capture>();
    auto reader = qob::CaptureReader::open(path);
    qob::CaptureRecord record;
    while (reader) {
        const auto read = (*reader)->next(record);
        if (!read || !*read) {
            break;
        }
        const auto text = record.payload.view();
        if (text.find(only) == std::string_view::npos && text.find("lastUpdateId") == std::string_view::npos) {
            continue;
        }
        capture->lines.push_back({capture->bytes.size(), text.size(), record.time});
        capture->bytes += text;
    }
    capture->bytes.append(qob::textPadding, ' ');
    return capture;
}

void report(benchmark::State& state, const Capture& capture)
{
    constexpr double nanosecond = 1e-9;
    const auto flags = benchmark::Counter::kIsIterationInvariantRate | benchmark::Counter::kInvert;
    const auto messages = static_cast<double>(capture.lines.size());
    state.counters["ns_per_message"] = benchmark::Counter(messages * nanosecond, flags);
    state.SetBytesProcessed(
        static_cast<std::int64_t>(state.iterations()) * static_cast<std::int64_t>(capture.bytes.size())
    );
}

void feedWalk(benchmark::State& state, const std::shared_ptr<Capture>& capture)
{
    qob::JsonParser parser;
    for (auto unused : state) {
        for (const auto& line : capture->lines) {
            qob::JsonDocument document;
            qob::JsonValue value;
            if (qob::openJson(parser, capture->text(line), document) || document.get_value().get(value)
                || qob::walkJson(value)) {
                state.SkipWithError("malformed JSON");
                return;
            }
        }
    }
    report(state, *capture);
}

void feedDecodeApply(
    benchmark::State& state, const std::shared_ptr<Capture>& capture, const std::string& venue, const std::string& symbol
)
{
    const auto feed = qob::Venues().open(venue);
    qob::FeedMessage message;
    NoListener listener;
    for (auto unused : state) {
        qob::FeedBook book(qob::InstrumentId(1), venue, feed->syncRule(), feed->termsOf(symbol));
        std::uint64_t number = 0;
        for (const auto& line : capture->lines) {
            if (!feed->decode(capture->text(line), {}, message)) {
                state.SkipWithError("a message was refused");
                return;
            }
            book.onMessage(message, line.time, {"capture", ++number}, listener);
        }
        if (book.status().gaps != 0 || book.status().state != qob::FeedState::Live) {
            state.SkipWithError("the book is not live");
            return;
        }
    }
    benchmark::DoNotOptimize(listener.events);
    report(state, *capture);
}

void add(const std::filesystem::path& folder, const std::string& file, std::string_view only, const std::string& name)
{
    const std::string path = (folder / "binance" / (file + ".gz")).string();
    const auto capture = load(path, only);
    const qob::Venues venues;
    std::string venue;
    std::string symbol;
    for (std::size_t i = 0; i < std::min<std::size_t>(capture->lines.size(), 1000) && venue.empty(); ++i) {
        const auto guess = venues.recognise(capture->text(capture->lines[i]));
        if (guess && guess->sure && !guess->symbol.empty()) {
            venue = guess->venue;
            symbol = guess->symbol;
        }
    }
    if (venue.empty()) {
        std::cerr << "feed_bench: skipped, no capture in " << path << '\n';
        return;
    }
    benchmark::RegisterBenchmark(("feed_walk/" + name).c_str(), feedWalk, capture);
    benchmark::RegisterBenchmark(("feed_decode_apply/" + name).c_str(), feedDecodeApply, capture, venue, symbol);
}

} // namespace

int main(int argc, char** argv)
{
    const char* const set = std::getenv("QOB_CAPTURES");
    const std::filesystem::path folder = set == nullptr ? QOB_DEFAULT_CAPTURES : set;
    for (const char* const file : {"spot_btcusdt_20240808", "usdm_btcusdt_20240808", "cm_btcusd_perp_20240808"}) {
        add(folder, file, {}, file);
        add(folder, file, "depthUpdate", std::string(file) + "_depth_only");
    }
    benchmark::Initialize(&argc, argv);
    benchmark::RunSpecifiedBenchmarks();
    return 0;
}
