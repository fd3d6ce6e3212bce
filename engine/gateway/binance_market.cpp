#include "engine/gateway/binance_routes.h"
#include "engine/gateway/market_json.h"

#include <algorithm>
#include <optional>
#include <set>
#include <utility>

namespace qob {

namespace {

constexpr std::string_view listSchema = R"({"type":"array"})";
constexpr std::string_view infoSchema =
    R"({"type":"object","required":["serverTime","rateLimits","symbols"]})";
constexpr std::string_view depthSchema =
    R"({"type":"object","required":["lastUpdateId","bids","asks"],"properties":{"lastUpdateId":{"type":"integer"},"bids":{"type":"array"},"asks":{"type":"array"}}})";
const ParameterDoc symbolDoc{"symbol", "string", true, "BTCUSDT"};
const ParameterDoc anySymbolDoc{"symbol", "string", false, "BTCUSDT; none: all of the venue"};
const ParameterDoc limitDoc{"limit", "integer", false, "how many at most"};

void writeFilters(JsonWriter& json, Instrument const& instrument)
{
    json.key("filters").beginArray();
    auto const tick = instrument.priceText(instrument.tickSize);
    json.beginObject().key("filterType").string("PRICE_FILTER").key("minPrice").string(tick);
    json.key("maxPrice").string("0").key("tickSize").string(tick).endObject(); // "0": there is no such limit
    for (auto const* const type : {"LOT_SIZE", "MARKET_LOT_SIZE"}) {
        json.beginObject().key("filterType").string(type);
        json.key("minQty").string(instrument.qtyText(instrument.minQty));
        json.key("maxQty").string(instrument.qtyText(instrument.maxQty));
        json.key("stepSize").string(instrument.qtyText(instrument.lotSize)).endObject();
    }
    json.beginObject().key("filterType").string("NOTIONAL");
    json.key("minNotional").string(amountText(instrument.minNotional));
    json.key("applyMinToMarket").boolean(true).key("maxNotional").string("9000000000");
    json.key("applyMaxToMarket").boolean(false).key("avgPriceMins").integer(0).endObject();
    json.endArray();
}

void writeSymbol(JsonWriter& json, Instrument const& instrument, bool live)
{
    constexpr int precision = 8;
    json.beginObject().key("symbol").string(binanceSymbol(instrument)).key("status");
    json.string(live ? "TRADING" : "BREAK");
    json.key("baseAsset").string(instrument.base.view()).key("baseAssetPrecision").integer(precision);
    json.key("quoteAsset").string(instrument.quote.view()).key("quotePrecision").integer(precision);
    json.key("quoteAssetPrecision").integer(precision);
    json.key("baseCommissionPrecision").integer(precision);
    json.key("quoteCommissionPrecision").integer(precision);
    json.key("orderTypes").beginArray();
    for (auto const* const type : {"LIMIT", "LIMIT_MAKER", "MARKET", "STOP_LOSS", "STOP_LOSS_LIMIT"}) {
        json.string(type);
    }
    json.endArray();
    json.key("icebergAllowed").boolean(true).key("ocoAllowed").boolean(true);
    json.key("otoAllowed").boolean(true).key("quoteOrderQtyMarketAllowed").boolean(true);
    json.key("allowTrailingStop").boolean(true).key("cancelReplaceAllowed").boolean(true);
    json.key("isSpotTradingAllowed").boolean(true).key("isMarginTradingAllowed").boolean(false);
    writeFilters(json, instrument);
    json.key("permissions").beginArray().string("SPOT").endArray();
    json.key("permissionSets").beginArray().beginArray().string("SPOT").endArray().endArray();
    json.key("defaultSelfTradePreventionMode").string("NONE");
    json.key("allowedSelfTradePreventionModes").beginArray();
    for (auto const* const mode : {"NONE", "EXPIRE_TAKER", "EXPIRE_MAKER", "EXPIRE_BOTH", "DECREMENT"}) {
        json.string(mode);
    }
    json.endArray().endObject();
}

void writeInfoHead(JsonWriter& json, Timestamp now)
{
    json.beginObject().key("timezone").string("UTC").key("serverTime").integer(milliseconds(now));
    json.key("rateLimits").beginArray().endArray().key("exchangeFilters").beginArray().endArray();
}

// ["BTCUSDT","ETHUSDT"], as far as there are such; OrderUnknownSymbol: one of them is not there. Nothing:
// there is no such parameter.
Expected<std::optional<std::set<InstrumentId>>> symbolsOf(MarketBoard const& board, WebRequest const& request)
{
    auto const* const list = request.parameter("symbols");
    auto const* const one = request.parameter("symbol");
    auto const venue = binanceVenue(board, request);
    if (!venue || (list == nullptr && one == nullptr)) {
        return venue ? Expected<std::optional<std::set<InstrumentId>>>(std::nullopt)
                     : tl::unexpected(venue.error());
    }
    std::set<InstrumentId> found;
    std::string name;
    for (char const c : one != nullptr ? *one + "," : *list + ",") {
        if (c != ',' && c != ']') {
            name += c == '[' || c == '"' || c == ' ' ? std::string() : std::string(1, c);
        } else if (!name.empty()) {
            auto const instrument = binanceInstrument(board, *venue, std::exchange(name, {}));
            if (!instrument) {
                return tl::unexpected(instrument.error());
            }
            found.insert((*instrument)->id);
        }
    }
    return found;
}

Handler infoHandler(BinanceWorld& world)
{
    return [&world](WebRequest const& request, Respond const& respond) {
        auto const& board = world.world.board;
        auto const only = symbolsOf(board, request);
        if (!only) {
            respond(binanceErrors.answer(only.error()));
            return;
        }
        auto const venue = binanceVenue(board, request);
        JsonWriter json;
        writeInfoHead(json, world.world.clock.now());
        json.key("symbols").beginArray();
        for (auto const& [id, instrument] : board.instruments()) {
            if (instrument.venue == *venue && instrument.kind == ContractKind::Spot &&
                (!*only || (*only)->contains(id))) {
                auto const book = board.feed(id);
                bool const live = book == nullptr || book->state == FeedState::Live;
                writeSymbol(json, instrument, live);
            }
        }
        json.endArray();
        respond(jsonResponse(json.endObject().text()));
    };
}

// Of a market that there is not here.
Handler noMarketHandler(BinanceWorld& world)
{
    return [&world](WebRequest const&, Respond const& respond) {
        JsonWriter json;
        writeInfoHead(json, world.world.clock.now());
        json.key("symbols").beginArray().endArray().key("optionSymbols").beginArray().endArray();
        respond(jsonResponse(json.endObject().text()));
    };
}

Handler fixedHandler(std::string_view body)
{
    return [body](WebRequest const&, Respond const& respond) {
        respond(jsonResponse(std::string(body)));
    };
}

Handler timeHandler(BinanceWorld& world)
{
    return [&world](WebRequest const&, Respond const& respond) {
        JsonWriter json;
        json.beginObject().key("serverTime").integer(milliseconds(world.world.clock.now())).endObject();
        respond(jsonResponse(json.text()));
    };
}

Handler depthHandler(BinanceWorld& world)
{
    return [&world](WebRequest const& request, Respond const& respond) {
        auto const instrument = binanceInstrument(world.world.board, request);
        if (!instrument) {
            respond(binanceErrors.answer(instrument.error()));
            return;
        }
        auto const book = world.books.of(**instrument);
        auto const limit = binanceLimit(request, 100, 5000);
        book->topic().whenReady([book, limit, respond](TopicState const* ready) {
            auto const* const view = ready == nullptr ? nullptr : book->view().get();
            bool const good =
                view != nullptr && (view->state == FeedState::Live || view->state == FeedState::Ended);
            respond(
                !good ? binanceErrors.answer({ErrorCode::FeedNoSnapshot, {}})
                      : jsonResponse(binanceDepth(*book, limit))
            );
        });
    };
}

// Answers once the topic of the request's instrument has its snapshot.
using Make = std::function<WebResponse(Instrument const&, TopicState const&, WebRequest const&)>;

Handler withTopic(BinanceWorld& world, TopicKind kind, Make make)
{
    return [&world, kind, make = std::move(make)](WebRequest const& request, Respond const& respond) {
        auto const instrument = binanceInstrument(world.world.board, request);
        if (!instrument) {
            respond(binanceErrors.answer(instrument.error()));
            return;
        }
        Topic topic{kind, (*instrument)->id, {}, {}, {}};
        if (auto const* const name = request.parameter("interval")) {
            auto const interval = parseInterval(*name);
            if (!interval) {
                respond(binanceErrors.answer({ErrorCode::RequestBadValue, interval.error().detail}));
                return;
            }
            topic.interval = *interval;
        }
        auto const state = world.world.link.watch(topic);
        state->whenReady([&request, state, make, found = **instrument, respond](TopicState const* ready) {
            respond(
                ready == nullptr ? binanceErrors.answer({ErrorCode::FeedNoSnapshot, {}})
                                 : make(found, *ready, request)
            );
        });
    };
}

// With fromId or startTime the first ones from there, else the last ones.
std::vector<Trade> chosenTrades(TopicState const& state, WebRequest const& request)
{
    auto const* const fromText = request.parameter("fromId");
    auto const fromId = fromText == nullptr ? 0 : std::stoull(*fromText);
    const Timestamp from = binanceTime(request, "startTime", Timestamp::min());
    const Timestamp until = binanceTime(request, "endTime", Timestamp::max());
    std::vector<Trade> chosen;
    std::copy_if(
        state.trades.begin(),
        state.trades.end(),
        std::back_inserter(chosen),
        [&](Trade const& trade) { return trade.id >= fromId && trade.time >= from && trade.time <= until; }
    );
    auto const extra = static_cast<std::ptrdiff_t>(
        chosen.size() - std::min(chosen.size(), binanceLimit(request, 500, 1000))
    );
    bool const fromStart = fromText != nullptr || request.parameter("startTime") != nullptr;
    fromStart ? chosen.erase(chosen.end() - extra, chosen.end())
              : chosen.erase(chosen.begin(), chosen.begin() + extra);
    return chosen;
}

Make tradesMaker(void (*writeOne)(JsonWriter&, Instrument const&, Trade const&))
{
    return [writeOne](Instrument const& instrument, TopicState const& state, WebRequest const& request) {
        JsonWriter json;
        json.beginArray();
        for (Trade const& trade : chosenTrades(state, request)) {
            writeOne(json, instrument, trade);
        }
        return jsonResponse(json.endArray().text());
    };
}

WebResponse klines(Instrument const& instrument, TopicState const& state, WebRequest const& request)
{
    const Timestamp from = binanceTime(request, "startTime", Timestamp::min());
    const Timestamp until = binanceTime(request, "endTime", Timestamp::max());
    std::vector<Candle> chosen;
    for (auto const& [start, candle] : state.candles) {
        if (start >= from && start <= until) {
            chosen.push_back(candle);
        }
    }
    auto const extra = static_cast<std::ptrdiff_t>(
        chosen.size() - std::min(chosen.size(), binanceLimit(request, 500, 1000))
    );
    request.parameter("startTime") != nullptr ? chosen.erase(chosen.end() - extra, chosen.end())
                                              : chosen.erase(chosen.begin(), chosen.begin() + extra);
    JsonWriter json;
    json.beginArray();
    for (Candle const& candle : chosen) {
        writeBinanceKline(json, instrument, state.topic().interval, candle);
    }
    return jsonResponse(json.endArray().text());
}

using WriteTicker = std::function<void(JsonWriter&, Instrument const&, Ticker const&)>;

// One object with `symbol`; else an array, of `symbols` (["BTCUSDT"]) or of all.
Handler tickerHandler(BinanceWorld& world, WriteTicker writeOne)
{
    return [&world, writeOne = std::move(writeOne)](WebRequest const& request, Respond const& respond) {
        auto const& board = world.world.board;
        JsonWriter json;
        if (request.parameter("symbol") != nullptr) {
            auto const instrument = binanceInstrument(board, request);
            Ticker const* const ticker = instrument ? board.ticker((*instrument)->id) : nullptr;
            if (ticker == nullptr) {
                respond(binanceErrors.answer(
                    instrument ? Error{ErrorCode::FeedNoSnapshot, {}} : instrument.error()
                ));
                return;
            }
            writeOne(json, **instrument, *ticker);
            respond(jsonResponse(json.text()));
            return;
        }
        auto const wanted = symbolsOf(board, request);
        if (!wanted) {
            respond(binanceErrors.answer(wanted.error()));
            return;
        }
        auto const venue = binanceVenue(board, request);
        json.beginArray();
        for (auto const& [id, instrument] : board.instruments()) {
            Ticker const* const ticker = board.ticker(id);
            if (ticker != nullptr && venue && instrument.venue == *venue &&
                (!*wanted || (*wanted)->contains(id)) && instrument.kind == ContractKind::Spot) {
                writeOne(json, instrument, *ticker);
            }
        }
        respond(jsonResponse(json.endArray().text()));
    };
}

void writeDay(JsonWriter& json, Instrument const& instrument, Ticker const& ticker)
{
    writeBinanceTicker(json, instrument, ticker, true);
}

void writeLast(JsonWriter& json, Instrument const& instrument, Ticker const& ticker)
{
    json.beginObject().key("symbol").string(binanceSymbol(instrument));
    json.key("price").string(instrument.priceText(ticker.last)).endObject();
}

void writeBest(JsonWriter& json, Instrument const& instrument, Ticker const& ticker)
{
    json.beginObject().key("symbol").string(binanceSymbol(instrument));
    bool const good = ticker.state == FeedState::Live || ticker.state == FeedState::Ended;
    PriceLevel const bid = good ? ticker.bid : PriceLevel{};
    PriceLevel const ask = good ? ticker.ask : PriceLevel{};
    json.key("bidPrice").string(instrument.priceText(bid.price));
    json.key("bidQty").string(instrument.qtyText(bid.qty));
    json.key("askPrice").string(instrument.priceText(ask.price));
    json.key("askQty").string(instrument.qtyText(ask.qty)).endObject();
}

Route get(
    std::string_view path,
    std::string_view summary,
    std::vector<ParameterDoc> parameters,
    std::string_view answer,
    Handler handler,
    Permission permission = Permission::ReadMarket
)
{
    return {
        HttpMethod::Get,
        path,
        permission,
        binanceTag,
        summary,
        std::move(parameters),
        {},
        answer,
        std::move(handler),
        true,
        &binanceErrors};
}

} // namespace

Routes binanceMarketRoutes(BinanceWorld& world)
{
    const ParameterDoc start{"startTime", "integer", false, "ms; the first ones from here"};
    const ParameterDoc end{"endTime", "integer", false, "ms"};
    const ParameterDoc fromId{"fromId", "integer", false, "the first ones from here"};
    const std::vector<ParameterDoc> trades{symbolDoc, limitDoc, fromId, start, end};
    const std::vector<ParameterDoc> one{anySymbolDoc, {"symbols", "array", false, "[\"BTCUSDT\"]"}};
    constexpr std::string_view none = "Empty: there is no such market here";
    auto const recent = withTopic(world, TopicKind::Trades, tradesMaker(writeBinanceTrade));
    return {
        get("/api/v3/ping", "Nothing", {}, {}, fixedHandler("{}")),
        get("/api/v3/time", "The server's time", {}, {}, timeHandler(world)),
        get("/api/v3/exchangeInfo", "What there is to trade", one, infoSchema, infoHandler(world)),
        get("/api/v3/depth", "The book", {symbolDoc, limitDoc}, depthSchema, depthHandler(world)),
        get("/api/v3/trades", "The last trades", trades, listSchema, recent),
        get("/api/v3/historicalTrades", "The last trades", trades, listSchema, recent),
        get("/api/v3/aggTrades",
            "The last trades, each for itself",
            trades,
            listSchema,
            withTopic(world, TopicKind::Trades, tradesMaker(writeBinanceAggTrade))),
        get("/api/v3/klines",
            "Candles",
            {symbolDoc, {"interval", "string", true, "1s to 1M"}, start, end, limitDoc},
            listSchema,
            withTopic(world, TopicKind::Candles, klines)),
        get("/api/v3/ticker/24hr", "The last day", one, {}, tickerHandler(world, writeDay)),
        get("/api/v3/ticker/price", "The last price", one, {}, tickerHandler(world, writeLast)),
        get("/api/v3/ticker/bookTicker", "The best prices", one, {}, tickerHandler(world, writeBest)),
        get("/fapi/v1/exchangeInfo", none, {}, infoSchema, noMarketHandler(world)),
        get("/dapi/v1/exchangeInfo", none, {}, infoSchema, noMarketHandler(world)),
        get("/eapi/v1/exchangeInfo", none, {}, infoSchema, noMarketHandler(world)),
        get("/sapi/v1/margin/allPairs", none, {}, listSchema, fixedHandler("[]")),
        get("/sapi/v1/margin/isolated/allPairs", none, {}, listSchema, fixedHandler("[]")),
        get("/sapi/v1/system/status",
            "That it is up",
            {},
            {},
            fixedHandler(R"({"status":0,"msg":"normal"})"),
            Permission::Public),
        get("/sapi/v1/capital/config/getall",
            "Empty: nothing is deposited or withdrawn here",
            {},
            listSchema,
            fixedHandler("[]"),
            Permission::ReadOrders),
    };
}

std::size_t binanceLimit(WebRequest const& request, std::size_t usual, std::size_t most)
{
    auto const* const text = request.parameter("limit");
    return text == nullptr ? usual : std::min(static_cast<std::size_t>(std::stoull(*text)), most);
}

Timestamp binanceTime(WebRequest const& request, std::string_view name, Timestamp otherwise)
{
    auto const* const text = request.parameter(name);
    constexpr std::int64_t latest = 9'000'000'000'000; // of milliseconds that nanoseconds can say
    return text == nullptr
               ? otherwise
               : Timestamp(std::min<std::int64_t>(std::stoll(*text), latest) * milliseconds(1).value);
}

std::vector<ParameterDoc> binanceSigned(std::vector<ParameterDoc> parameters)
{
    parameters.push_back({"timestamp", "integer", false, "ms, of a signed request"});
    parameters.push_back({"recvWindow", "integer", false, "ms that it may take to come"});
    parameters.push_back({"signature", "string", false, "hex HMAC-SHA256 over what was sent before it"});
    return parameters;
}

Routes binanceRoutes(BinanceWorld& world)
{
    auto routes = binanceMarketRoutes(world);
    for (Routes& part :
         std::array{binanceTradingRoutes(world), binanceListRoutes(world), binanceAccountRoutes(world)}) {
        std::move(part.begin(), part.end(), std::back_inserter(routes));
    }
    return routes;
}

} // namespace qob
