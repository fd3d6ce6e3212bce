#include "app/replay_command.h"

#include "app/pacing.h"
#include "app/replay_watch.h"
#include "engine/api/command.h"
#include "engine/base/json_writer.h"
#include "engine/history/history_market.h"
#include "engine/market/replay_market.h"
#include "engine/storage/posix_file_system.h"
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

// What a dump says of a book, whatever kept it.
struct DumpedBook {
    std::string_view venue;
    std::string_view symbol;
    Instrument const& instrument;
    FeedStatus status;
    DepthView view;
};

std::string bookJson(DumpedBook const& book)
{
    JsonWriter json;
    json.beginObject();
    json.key("venue").string(book.venue);
    json.key("symbol").string(book.symbol);
    json.key("sequence").integer(book.view.sequence);
    json.key("messages").integer(book.status.messages);
    json.key("trades").integer(book.status.trades);
    json.key("gaps").integer(book.status.gaps);
    json.key("checksumsOk").integer(book.status.checksumsOk);
    json.key("checksumsBad").integer(book.status.checksumsBad);
    json.key("state").string(stateName(book.status.state));
    json.key("bids");
    writeLevels(json, book.instrument, book.view.bids);
    json.key("asks");
    writeLevels(json, book.instrument, book.view.asks);
    json.endObject();
    return json.text() + "\n";
}

// One line a book.
std::string allBooks(ReplayMarket const& market, std::size_t levels)
{
    std::string text;
    for (FeedBook const* book : market.books()) {
        DepthView view;
        book->depth(levels, view);
        const Instrument instrument = book->instrument().value_or(Instrument{});
        text += bookJson({book->venue(), book->symbol(), instrument, book->status(), view});
    }
    return text;
}

std::string allBooks(HistoryMarket const& market, std::size_t levels)
{
    std::string text;
    for (HistoryBooks::Book const* book : market.books()) {
        DepthView view;
        market.depth(book->status.instrument, levels, view);
        text +=
            bookJson({book->instrument.venue, book->instrument.symbol, book->instrument, book->status, view});
    }
    return text;
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

// False: something could not be written.
template <class Replayed>
bool playAndWrite(Replayed& market, CommandLine const& line, Runtime& runtime)
{
    constexpr std::size_t usualLevels = 10; // of a consolidated book
    ReplayWatch watch(market, line.consolidated);
    runPaced(market, watch, market.end(), line.speed.value_or(replaySpeedMax), runtime.clock);
    market.runUntil(Timestamp::max(), watch); // what was found behind the last message
    auto const all = line.levels == 0 ? std::size_t(-1) : static_cast<std::size_t>(line.levels);
    bool good = line.dumpBook.empty() || writeOut(allBooks(market, all), line.dumpBook);
    if (!line.candles.first.empty()) {
        auto const interval = parseInterval(line.candles.first).value_or(CandleInterval::Min1);
        good = writeOut(watch.candlesCsv(interval), line.candles.second) && good;
    }
    if (!line.consolidated.empty()) {
        auto const levels = line.levels == 0 ? usualLevels : static_cast<std::size_t>(line.levels);
        good = writeOut(watch.consolidatedJson(levels), "-") && good;
    }
    return good;
}

} // namespace

int runReplayHeadless(CommandLine const& line, Runtime& runtime)
{
    PosixFileSystem disk;
    if (!line.files.empty() && HistoryReader::isHistory(disk, line.files.front())) {
        auto market = HistoryMarket::open(disk, line.files);
        if (!market) {
            std::cerr << "qob: " << market.error().message() << '\n';
            return 1;
        }
        return playAndWrite(**market, line, runtime) ? 0 : 1;
    }
    ReplayMarket market(line.files, Venues());
    bool const written = playAndWrite(market, line, runtime);
    return written && market.openErrors().empty() ? 0 : 1;
}

} // namespace qob
