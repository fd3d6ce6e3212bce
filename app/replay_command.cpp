#include "app/replay_command.h"

#include "app/pacing.h"
#include "engine/api/command.h"
#include "engine/base/json_writer.h"
#include "engine/market/replay_market.h"
#include "engine/venue/venues.h"

#include <cstdio>
#include <iostream>
#include <memory>

namespace qob {

namespace {

// Only what went wrong is told; the books are read at the end.
class StderrNotices final : public MarketListener {
public:
    void onInstrument(Instrument const& /*instrument*/) override {}

    void
    onLevel(InstrumentId /*id*/, Side /*side*/, Price /*price*/, Qty /*qty*/, Timestamp /*time*/) override
    {}

    void onBookCleared(InstrumentId /*id*/, Timestamp /*time*/) override {}

    void onBookUpdated(InstrumentId /*id*/, Timestamp /*time*/) override {}

    void onTrade(Trade const& /*trade*/) override {}

    void onFeed(FeedStatus const& /*status*/) override {}

    void onNotice(Notice const& notice) override { std::cerr << "qob: " << notice.text << '\n'; }
};

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

bool dumpBooks(ReplayMarket const& market, std::string const& path, int levels)
{
    struct Close {
        void operator()(std::FILE* file) const { std::fclose(file); }
    };

    std::unique_ptr<std::FILE, Close> file;
    if (path != "-") {
        file.reset(std::fopen(path.c_str(), "wb"));
    }
    std::FILE* const out = path == "-" ? stdout : file.get();
    bool good = out != nullptr;
    const std::size_t count = levels == 0 ? std::size_t(-1) : static_cast<std::size_t>(levels);
    for (FeedBook const* book : market.books()) {
        const std::string text = bookJson(*book, count);
        good = good && std::fwrite(text.data(), 1, text.size(), out) == text.size();
    }
    good = good && std::fflush(out) == 0;
    if (!good) {
        std::cerr << "qob: the books cannot be written to " << path << '\n';
    }
    return good;
}

} // namespace

int runReplayHeadless(CommandLine const& line, Runtime& runtime)
{
    ReplayMarket market(line.files, Venues());
    StderrNotices notices;
    runPaced(market, notices, market.end(), line.speed.value_or(replaySpeedMax), runtime.clock);
    market.runUntil(Timestamp::max(), notices); // what was found behind the last message
    bool const dumped = line.dumpBook.empty() || dumpBooks(market, line.dumpBook, line.levels);
    return dumped && market.openErrors().empty() ? 0 : 1;
}

} // namespace qob
