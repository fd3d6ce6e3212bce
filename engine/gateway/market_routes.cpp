#include "engine/gateway/market_routes.h"

#include "engine/gateway/market_json.h"

#include <algorithm>
#include <set>

namespace qob {

namespace {

constexpr std::string_view bookSchema =
    R"({"type":"object","required":["venue","symbol","sequence","time","state","bids","asks"],"properties":{"venue":{"type":"string"},"symbol":{"type":"string"},"sequence":{"type":"integer"},"time":{"type":"integer"},"state":{"enum":["AWAITING_SNAPSHOT","LIVE","STALE","ENDED"]},"bids":{"type":"array","items":{"type":"array","items":{"type":"string"}}},"asks":{"type":"array","items":{"type":"array","items":{"type":"string"}}}}})";
constexpr std::string_view listSchema = R"({"type":"array"})";
constexpr std::string_view objectSchema = R"({"type":"object"})";

const ParameterDoc symbolDoc{
    "symbol", "string", true, "VENUE:SYMBOL, or a symbol of the first venue that has it"};
const ParameterDoc venueDoc{"venue", "string", false, "with it, symbol is the venue's own"};
const ParameterDoc pathVenue{"venue", "string", true, "SIM-A, BINANCE"};
const ParameterDoc pathSymbol{"symbol", "string", true, "as the venue writes it, or BTC-USDT"};
const ParameterDoc limitDoc{"limit", "integer", false, "how many at most"};

std::size_t limitOf(WebRequest const& request, std::size_t usual, std::size_t most)
{
    auto const* const text = request.parameter("limit");
    return text == nullptr ? usual : std::min(static_cast<std::size_t>(std::stoull(*text)), most);
}

Expected<Instrument const*> instrumentOf(MarketBoard const& board, WebRequest const& request)
{
    auto const* const venue = request.parameter("venue");
    auto const& symbol = *request.parameter("symbol");
    if (venue == nullptr) {
        return board.parse(symbol);
    }
    auto const* const found = board.find(*venue, symbol);
    if (found == nullptr) {
        return fail(ErrorCode::OrderUnknownSymbol, *venue + ":" + symbol);
    }
    return found;
}

// Answers once the topic of the request's instrument has its snapshot.
using Ready = std::function<WebResponse(Instrument const&, TopicState const&, WebRequest const&)>;

Handler withTopic(GatewayWorld& world, TopicKind kind, Ready make)
{
    return [&world, kind, make = std::move(make)](WebRequest const& request, Respond const& respond) {
        auto const instrument = instrumentOf(world.board, request);
        if (!instrument) {
            respond(errorResponse(instrument.error()));
            return;
        }
        Topic topic{kind, (*instrument)->id, {}, {}, {}};
        if (auto const* const name = request.parameter("interval")) {
            auto const interval = parseInterval(*name);
            if (!interval) {
                respond(errorResponse({ErrorCode::RequestBadValue, interval.error().detail}));
                return;
            }
            topic.interval = *interval;
        }
        auto const state = world.link.watch(topic);
        state->whenReady([&request, state, make, found = **instrument, respond](TopicState const* ready) {
            respond(
                ready == nullptr
                    ? errorResponse({ErrorCode::FeedNoSnapshot, found.venue + ":" + found.symbol})
                    : make(found, *ready, request)
            );
        });
    };
}

WebResponse depthAnswer(Instrument const& instrument, TopicState const& state, WebRequest const& request)
{
    JsonWriter json;
    write(json, instrument, *state.depth, limitOf(request, 100, 1000));
    return jsonResponse(json.text());
}

WebResponse tradesAnswer(Instrument const& instrument, TopicState const& state, WebRequest const& request)
{
    auto const count = std::min(limitOf(request, 500, TopicState::keptTrades), state.trades.size());
    JsonWriter json;
    json.beginArray();
    std::for_each(
        state.trades.end() - static_cast<std::ptrdiff_t>(count),
        state.trades.end(),
        [&](Trade const& trade) { write(json, instrument, trade); }
    );
    json.endArray();
    return jsonResponse(json.text());
}

Timestamp timeOf(WebRequest const& request, std::string_view name, Timestamp otherwise)
{
    auto const* const text = request.parameter(name);
    constexpr std::int64_t latest = 9'000'000'000'000; // of milliseconds that nanoseconds can say
    return text == nullptr
               ? otherwise
               : Timestamp(std::min<std::int64_t>(std::stoll(*text), latest) * milliseconds(1).value);
}

WebResponse klinesAnswer(Instrument const& instrument, TopicState const& state, WebRequest const& request)
{
    const Timestamp from = timeOf(request, "startTime", Timestamp::min());
    const Timestamp until = timeOf(request, "endTime", Timestamp::max());
    auto const limit = limitOf(request, 500, 1500);
    std::vector<Candle> chosen;
    for (auto const& [start, candle] : state.candles) {
        if (start >= from && start <= until) {
            chosen.push_back(candle);
        }
    }
    // The first ones from a given start, else the last ones.
    bool const fromStart = request.parameter("startTime") != nullptr;
    auto const count = std::min(limit, chosen.size());
    auto const first = fromStart ? chosen.begin() : chosen.end() - static_cast<std::ptrdiff_t>(count);
    JsonWriter json;
    json.beginArray();
    std::for_each(first, first + static_cast<std::ptrdiff_t>(count), [&](Candle const& candle) {
        write(json, instrument, state.topic().interval, candle);
    });
    json.endArray();
    return jsonResponse(json.text());
}

Handler symbolsHandler(GatewayWorld& world)
{
    return [&world](WebRequest const& request, Respond const& respond) {
        auto const* const venue = request.parameter("venue");
        JsonWriter json;
        json.beginArray();
        for (auto const& [id, instrument] : world.board.instruments()) {
            if (venue == nullptr || instrument.venue == *venue) {
                write(json, instrument);
            }
        }
        json.endArray();
        respond(jsonResponse(json.text()));
    };
}

Handler venuesHandler(GatewayWorld& world)
{
    return [&world](WebRequest const&, Respond const& respond) {
        JsonWriter json;
        json.beginArray();
        std::set<std::string> venues;
        for (auto const& [id, instrument] : world.board.instruments()) {
            venues.insert(instrument.venue);
        }
        for (std::string const& venue : venues) {
            json.beginObject().key("venue").string(venue).key("feeds").beginArray();
            for (auto const& [id, instrument] : world.board.instruments()) {
                FeedStatus const* const feed = world.board.feed(id);
                if (instrument.venue == venue && feed != nullptr) {
                    write(json, instrument, *feed);
                }
            }
            json.endArray().endObject();
        }
        json.endArray();
        respond(jsonResponse(json.text()));
    };
}

Handler tickersHandler(GatewayWorld& world)
{
    return [&world](WebRequest const& request, Respond const& respond) {
        JsonWriter json;
        if (request.parameter("symbol") != nullptr) {
            auto const instrument = instrumentOf(world.board, request);
            Ticker const* const ticker = instrument ? world.board.ticker((*instrument)->id) : nullptr;
            if (ticker == nullptr) {
                respond(errorResponse(
                    instrument ? Error{ErrorCode::FeedNoSnapshot, *request.parameter("symbol")}
                               : instrument.error()
                ));
                return;
            }
            json.beginArray();
            write(json, **instrument, *ticker);
            respond(jsonResponse(json.endArray().text()));
            return;
        }
        auto const* const venue = request.parameter("venue");
        json.beginArray();
        for (auto const& [id, instrument] : world.board.instruments()) {
            Ticker const* const ticker = world.board.ticker(id);
            if (ticker != nullptr && (venue == nullptr || instrument.venue == *venue)) {
                write(json, instrument, *ticker);
            }
        }
        respond(jsonResponse(json.endArray().text()));
    };
}

// A canonical name that some instrument has; RequestBadValue.
Expected<CanonicalName> nameOf(MarketBoard const& board, std::string const& text)
{
    for (auto const& [id, instrument] : board.instruments()) {
        if (!instrument.canonical.empty() &&
            (instrument.canonical == text || plainSymbol(instrument.canonical) == plainSymbol(text))) {
            return CanonicalName(instrument.canonical);
        }
    }
    return fail(ErrorCode::OrderUnknownSymbol, text + "; /api/v1/symbols has the names");
}

Handler consolidatedHandler(GatewayWorld& world, std::string_view parameter)
{
    return [&world, parameter](WebRequest const& request, Respond const& respond) {
        auto const name = nameOf(world.board, *request.parameter(parameter));
        if (!name) {
            respond(errorResponse(name.error()));
            return;
        }
        auto const* const fees = request.parameter("fees");
        auto const state =
            world.link.watch({TopicKind::Consolidated, {}, {}, *name, fees != nullptr && *fees == "true"});
        state->whenReady([&world, state, respond, limit = limitOf(request, 100, 500)](TopicState const* ready
                         ) {
            if (ready == nullptr) {
                respond(errorResponse({ErrorCode::FeedNoSnapshot, "the consolidated book"}));
                return;
            }
            JsonWriter json;
            write(json, *ready->consolidated, world.board.instruments(), limit);
            respond(jsonResponse(json.text()));
        });
    };
}

Handler structureHandler(GatewayWorld& world)
{
    return [&world](WebRequest const& request, Respond const& respond) {
        auto const instrument = instrumentOf(world.board, request);
        if (!instrument) {
            respond(errorResponse(instrument.error()));
            return;
        }
        auto const depth = world.link.watch({TopicKind::Depth, (*instrument)->id, {}, {}, {}});
        auto const trades = world.link.watch({TopicKind::Trades, (*instrument)->id, {}, {}, {}});
        depth->whenReady([depth, trades, respond, found = **instrument](TopicState const* first) {
            trades->whenReady([depth, trades, respond, found, first](TopicState const* second) {
                respond(
                    first == nullptr || second == nullptr
                        ? errorResponse({ErrorCode::FeedNoSnapshot, found.venue + ":" + found.symbol})
                        : jsonResponse(marketStructure(found, *depth->depth, trades->trades))
                );
            });
        });
    };
}

} // namespace

Handler klinesHandler(GatewayWorld& world)
{
    return withTopic(world, TopicKind::Candles, klinesAnswer);
}

std::vector<ParameterDoc> candleParameters()
{
    return {
        symbolDoc,
        venueDoc,
        {"interval", "string", true, "1s to 1M"},
        {"startTime", "integer", false, "ms; the first ones from here"},
        {"endTime", "integer", false, "ms"},
        limitDoc};
}

Routes marketRoutes(GatewayWorld& world)
{
    using enum HttpMethod;
    using enum Permission;
    const std::vector<ParameterDoc> bookParameters{symbolDoc, venueDoc, limitDoc};
    auto const depth = withTopic(world, TopicKind::Depth, depthAnswer);
    return {
        {Get,
         "/api/v1/depth",
         ReadMarket,
         "Market",
         "The book of one instrument",
         bookParameters,
         {},
         bookSchema,
         depth},
        {Get,
         "/api/market-data/order-book/{venue}/{symbol}",
         ReadMarket,
         "Market",
         "The same, by path",
         {pathVenue, pathSymbol, limitDoc},
         {},
         bookSchema,
         depth},
        {Get,
         "/api/v1/trades",
         ReadMarket,
         "Market",
         "The last trades, oldest first",
         bookParameters,
         {},
         listSchema,
         withTopic(world, TopicKind::Trades, tradesAnswer)},
        {Get,
         "/api/v1/klines",
         ReadMarket,
         "Market",
         "Candles",
         candleParameters(),
         {},
         listSchema,
         klinesHandler(world)},
        {Get,
         "/api/v1/tickers",
         ReadMarket,
         "Market",
         "All instruments in a line each, or one",
         {{"symbol", "string", false, symbolDoc.text}, venueDoc},
         {},
         listSchema,
         tickersHandler(world)},
        {Get,
         "/api/v1/symbols",
         ReadMarket,
         "Market",
         "What there is to trade, with its terms",
         {venueDoc},
         {},
         listSchema,
         symbolsHandler(world)},
        {Get,
         "/api/v1/venues",
         ReadMarket,
         "Market",
         "Venues and how their feeds are",
         {},
         {},
         listSchema,
         venuesHandler(world)},
        {Get,
         "/api/v1/consolidated",
         ReadMarket,
         "Market",
         "The books of all venues as one",
         {{"name", "string", true, "BTC-USDT"},
          {"fees", "boolean", false, "prices with the taker's fee in them"},
          limitDoc},
         {},
         objectSchema,
         consolidatedHandler(world, "name")},
        {Get,
         "/api/market-data/{symbol}",
         ReadMarket,
         "Market",
         "The same, by path",
         {{"symbol", "string", true, "BTC-USDT"}, {"fees", "boolean", false, {}}, limitDoc},
         {},
         objectSchema,
         consolidatedHandler(world, "symbol")},
        {Get,
         "/api/analytics/market-structure/{venue}/{symbol}",
         ReadMarket,
         "Analytics",
         "Spread, imbalance, depth near the middle, volume at price and delta of the last trades",
         {pathVenue, pathSymbol},
         {},
         objectSchema,
         structureHandler(world)},
    };
}

} // namespace qob
