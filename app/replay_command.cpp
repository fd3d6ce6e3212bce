#include "app/replay_command.h"

#include "app/pacing.h"
#include "app/replay_watch.h"
#include "engine/api/command.h"
#include "engine/base/json_writer.h"
#include "engine/market/replay_market.h"
#include "engine/venue/venues.h"

#include <cstdio>
#include <iostream>
#include <memory>

namespace qob {

namespace {

// A recording that is over says nothing against the book it ends on.
std::string_view stateName(FeedState state)
{
    switch (state) {
    case FeedState::AwaitingSnapshot:
        return "awaiting snapshot";
    case FeedState::Stale:
        return "stale";
    case FeedState::Live:
    case FeedState::Ended:
        break;
    }
    return "live";
}

void writeLevels(JsonWriter& json, Instrument const& instrument, std::vector<PriceLevel> const& levels)
{
    json.beginArray();
    for (auto const& level : levels) {
        json.beginArray();
        json.string(formatTrimmed(level.price.value, instrument.priceScale));
        json.string(formatTrimmed(level.qty.value, instrument.qtyScale));
        json.endArray();
    }
    json.endArray();
}

std::string bookJson(FeedBook const& book, std::size_t levels)
{
    DepthView view;
    book.depth(levels, view);
    const FeedStatus status = book.status();
    const Instrument instrument = book.instrument().value_or(Instrument{});
    JsonWriter json;
    json.beginObject();
    json.key("venue").string(book.venue());
    json.key("symbol").string(book.symbol());
    json.key("sequence").integer(view.sequence);
    json.key("messages").integer(status.messages);
    json.key("trades").integer(status.trades);
    json.key("gaps").integer(status.gaps);
    json.key("checksumsOk").integer(status.checksumsOk);
    json.key("checksumsBad").integer(status.checksumsBad);
    json.key("state").string(stateName(status.state));
    json.key("bids");
    writeLevels(json, instrument, view.bids);
    json.key("asks");
    writeLevels(json, instrument, view.asks);
    json.endObject();
    return json.text() + "\n";
}

// To a file, or to standard output for "-".
bool writeOut(std::string const& text, std::string const& path)
{
    struct Close {
        void operator()(std::FILE* file) const { std::fclose(file); }
    };

    std::unique_ptr<std::FILE, Close> file;
    if (path != "-") {
        file.reset(std::fopen(path.c_str(), "wb"));
    }
    std::FILE* const out = path == "-" ? stdout : file.get();
    bool const good = out != nullptr && std::fwrite(text.data(), 1, text.size(), out) == text.size() &&
                      std::fflush(out) == 0;
    if (!good) {
        std::cerr << "qob: " << path << " cannot be written\n";
    }
    return good;
}

std::string allBooks(ReplayMarket const& market, int levels)
{
    const std::size_t count = levels == 0 ? std::size_t(-1) : static_cast<std::size_t>(levels);
    std::string text;
    for (FeedBook const* book : market.books()) {
        text += bookJson(*book, count);
    }
    return text;
}

} // namespace

int runReplayHeadless(CommandLine const& line, Runtime& runtime)
{
    constexpr std::size_t usualLevels = 10; // of a consolidated book
    ReplayMarket market(line.files, Venues());
    ReplayWatch watch(market, line.consolidated);
    runPaced(market, watch, market.end(), line.speed.value_or(replaySpeedMax), runtime.clock);
    market.runUntil(Timestamp::max(), watch); // what was found behind the last message
    bool good = line.dumpBook.empty() || writeOut(allBooks(market, line.levels), line.dumpBook);
    if (!line.candles.first.empty()) {
        auto const interval = parseInterval(line.candles.first).value_or(CandleInterval::Min1);
        good = writeOut(watch.candlesCsv(interval), line.candles.second) && good;
    }
    if (!line.consolidated.empty()) {
        auto const levels = line.levels == 0 ? usualLevels : static_cast<std::size_t>(line.levels);
        good = writeOut(watch.consolidatedJson(levels), "-") && good;
    }
    return good && market.openErrors().empty() ? 0 : 1;
}

} // namespace qob
