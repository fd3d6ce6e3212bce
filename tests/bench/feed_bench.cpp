// What a venue's messages cost from bytes to book, beside simdjson's bare walk over every value of the same
// bytes. Both run over the payloads of a capture that lies decompressed in memory; the files come from
// QOB_CAPTURES.

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
#include <utility>
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

    [[nodiscard]] qob::PaddedText text(Line const& line) const
    {
        return {bytes.data() + line.offset, line.size};
    }
};

struct NoListener final : qob::MarketListener {
    std::uint64_t events = 0;

    void onInstrument(qob::Instrument const& /*instrument*/) override {}

    void
    onLevel(qob::InstrumentId /*i*/, qob::Side /*s*/, qob::Price /*p*/, qob::Qty /*q*/, qob::Timestamp /*t*/)
        override
    {
        ++events;
    }

    void onBookCleared(qob::InstrumentId /*instrument*/, qob::Timestamp /*time*/) override {}

    void onBookUpdated(qob::InstrumentId /*instrument*/, qob::Timestamp /*time*/) override { ++events; }

    void onTrade(qob::Trade const& /*trade*/) override { ++events; }

    void onFeed(qob::FeedStatus const& /*status*/) override {}

    void onNotice(qob::Notice const& notice) override { std::cerr << notice.text << '\n'; }
};

// With `only` not empty: the snapshot and the messages that contain it.
std::shared_ptr<Capture> load(std::string const& path, std::string_view only)
{
    auto capture = std::make_shared<Capture>();
    auto reader = qob::CaptureReader::open(path);
    qob::CaptureRecord record;
    while (reader) {
        auto const read = (*reader)->next(record);
        if (!read || !*read) {
            break;
        }
        auto const text = record.payload.view();
        if (text.find(only) == std::string_view::npos &&
            text.find("lastUpdateId") == std::string_view::npos) {
            continue;
        }
        capture->lines.push_back({capture->bytes.size(), text.size(), record.time});
        capture->bytes += text;
    }
    capture->bytes.append(qob::textPadding, ' ');
    return capture;
}

void report(benchmark::State& state, Capture const& capture)
{
    constexpr double nanosecond = 1e-9;
    auto const flags = benchmark::Counter::kIsIterationInvariantRate | benchmark::Counter::kInvert;
    auto const messages = static_cast<double>(capture.lines.size());
    state.counters["ns_per_message"] = benchmark::Counter(messages * nanosecond, flags);
    state.SetBytesProcessed(
        static_cast<std::int64_t>(state.iterations()) * static_cast<std::int64_t>(capture.bytes.size())
    );
}

void feedWalk(benchmark::State& state, std::shared_ptr<Capture> const& capture)
{
    qob::JsonParser parser;
    for (auto unused : state) {
        for (auto const& line : capture->lines) {
            qob::JsonDocument document;
            qob::JsonValue value;
            if (qob::openJson(parser, capture->text(line), document) || document.get_value().get(value) ||
                qob::walkJson(value)) {
                state.SkipWithError("malformed JSON");
                return;
            }
        }
    }
    report(state, *capture);
}

void feedDecodeApply(
    benchmark::State& state,
    std::shared_ptr<Capture> const& capture,
    std::string const& venue,
    std::string const& symbol
)
{
    auto const feed = qob::Venues().open(venue);
    qob::FeedBatch batch;
    NoListener listener;
    for (auto unused : state) {
        qob::FeedBook book(qob::InstrumentId(1), feed->spec(), feed->termsOf(symbol));
        std::uint64_t number = 0;
        for (auto const& line : capture->lines) {
            if (!feed->decode(capture->text(line), {}, batch)) {
                state.SkipWithError("a message was refused");
                return;
            }
            for (std::size_t i = 0; i < batch.size(); ++i) {
                book.onMessage(batch[i], line.time, {"capture", ++number}, listener);
            }
        }
        if (book.status().gaps != 0 || book.status().state != qob::FeedState::Live) {
            state.SkipWithError("the book is not live");
            return;
        }
    }
    benchmark::DoNotOptimize(listener.events);
    report(state, *capture);
}

// With `only`: the depth messages alone, under the names feed_depth_walk and feed_depth.
void add(std::string const& path, std::string const& market, std::string_view only)
{
    auto const capture = load(path, only);
    const qob::Venues venues;
    std::string venue;
    std::string symbol;
    constexpr std::size_t firstLines = 1000;
    for (std::size_t i = 0; i < std::min(capture->lines.size(), firstLines) && venue.empty(); ++i) {
        auto const guess = venues.recognise(capture->text(capture->lines[i]));
        if (guess && guess->sure && !guess->symbol.empty()) {
            venue = guess->venue;
            symbol = guess->symbol;
        }
    }
    if (venue.empty()) {
        std::cerr << "feed_bench: skipped, no capture in " << path << '\n';
        return;
    }
    const std::string walk = only.empty() ? "feed_walk/" : "feed_depth_walk/";
    const std::string apply = only.empty() ? "feed_decode_apply/" : "feed_depth/";
    benchmark::RegisterBenchmark((walk + market).c_str(), feedWalk, capture);
    benchmark::RegisterBenchmark((apply + market).c_str(), feedDecodeApply, capture, venue, symbol);
}

} // namespace

int main(int argc, char** argv)
{
    char const* const set = std::getenv("QOB_CAPTURES");
    const std::filesystem::path folder = set == nullptr ? QOB_DEFAULT_CAPTURES : set;
    const std::pair<char const*, char const*> files[] = {
        {"spot", "spot_btcusdt_20240808.gz"},
        {"usdm", "usdm_btcusdt_20240808.gz"},
        {"coinm", "cm_btcusd_perp_20240808.gz"},
    };
    for (auto const& [market, file] : files) {
        const std::string path = (folder / "binance" / file).string();
        add(path, market, {});
        add(path, market, "depthUpdate");
    }
    benchmark::Initialize(&argc, argv);
    benchmark::RunSpecifiedBenchmarks();
    return 0;
}
