#include "engine/market/instrument_list.h"
#include "engine/market/json_feed.h"
#include "engine/market/symbol_name.h"
#include "engine/venue/all_specs.h"

#include <array>

namespace qob {

namespace {

// Spot and futures: the same frames, levels as pairs or as {"p","s"}, a futures trade's side as the sign of
// its size.
class GateFeed final : public JsonFeed {
    using JsonFeed::JsonFeed;

    JsonError read(JsonDocument& message, std::string_view url, FeedBatch& out) override
    {
        if (url.find("/order_book") != std::string_view::npos) {
            return readSnapshot(message, url, out);
        }
        if (!url.empty()) {
            return skip(message);
        }
        auto const channel = peek("channel");
        auto const event = peek("event");
        bool const book = channel.ends_with(".order_book_update") && event == "update";
        bool const trades = channel.ends_with(".trades") && event == "update";
        bool const tickers = channel == "futures.tickers" && event == "update";
        auto error = eachTopField(message, [&](std::string_view name, JsonValue value) {
            if (name == "error") {
                return eachFieldOf(value, [&](std::string_view field, JsonValue part) {
                    return field == "message" ? readInto(part, out.refused) : passOver(part);
                });
            }
            if (name != "result" || !(book || trades || tickers)) {
                return passOver(value);
            }
            auto const readOne = [&](JsonObject object) {
                return book     ? readBook(object, out.add())
                       : trades ? readTrade(object, out.add())
                                : readTicker(object, out.add());
            };
            if (isArray(value)) {
                return eachObjectOf(value, readOne);
            }
            JsonObject object;
            auto const wrong = value.get_object().get(object);
            return wrong ? wrong : readOne(object);
        });
        for (std::size_t i = 0; i < out.size() && book && !error; ++i) {
            if (out[i].span.first == 0 || out[i].span.first > out[i].span.last) {
                error = missing("order_book_update: expected the fields U and u, U at most u");
            }
        }
        return error;
    }

    JsonError readBook(JsonObject object, FeedMessage& m) const
    {
        m.kind = Kind::Delta;
        return eachField(object, [&](std::string_view name, JsonValue value) {
            return name == "t"   ? readTime(value, milliseconds(1), m.venueTime)
                   : name == "s" ? readText(value, m.symbol)
                   : name == "U" ? readCount(value, m.span.first)
                   : name == "u" ? readCount(value, m.span.last)
                   : name == "b" ? readEither(value, m, Side::Buy)
                   : name == "a" ? readEither(value, m, Side::Sell)
                                 : passOver(value);
        });
    }

    // [["p","s"],...] or [{"p":..,"s":..},...]
    JsonError readEither(JsonValue value, FeedMessage& m, Side side) const
    {
        bool const bids = side == Side::Buy;
        if (spec().kinds == products::spot) {
            return bids ? readBids(value, m) : readAsks(value, m);
        }
        m.parts |= bids ? FeedMessage::bidPart : FeedMessage::askPart;
        return readNamedLevels(value, "p", "s", bids ? m.bids : m.asks);
    }

    static JsonError readTrade(JsonObject object, FeedMessage& m)
    {
        m.kind = Kind::Trade;
        auto const error = eachField(object, [&](std::string_view name, JsonValue value) {
            return name == "currency_pair" || name == "contract" ? readText(value, m.symbol)
                   : name == "side"                              ? readSide(value, m)
                   : name == "amount" || name == "size"          ? readQty(value, m)
                   : name == "price"                             ? readPrice(value, m)
                   : name == "id"                                ? readTradeId(value, m)
                   : name == "create_time_ms" ? readTime(value, milliseconds(1), m.venueTime)
                                              : passOver(value);
        });
        if ((m.parts & FeedMessage::sidePart) == 0 && (m.parts & FeedMessage::qtyPart) != 0) {
            m.aggressor = m.qty.digits < 0 ? Side::Sell : Side::Buy;
            m.qty.digits = m.qty.digits < 0 ? -m.qty.digits : m.qty.digits;
        }
        return error;
    }

    static JsonError readTicker(JsonObject object, FeedMessage& m)
    {
        m.kind = Kind::Statistics;
        return eachField(object, [&](std::string_view name, JsonValue value) {
            return name == "contract"       ? readText(value, m.symbol)
                   : name == "mark_price"   ? readMark(value, m)
                   : name == "index_price"  ? readIndex(value, m)
                   : name == "funding_rate" ? readFunding(value, m)
                   : name == "total_size"   ? readInterest(value, m)
                                            : passOver(value);
        });
    }

    JsonError readSnapshot(JsonDocument& message, std::string_view url, FeedBatch& out) const
    {
        FeedMessage& m = out.add();
        m.kind = Kind::Snapshot;
        m.symbol = queryValue(url, spec().kinds == products::spot ? "currency_pair" : "contract");
        return eachTopField(message, [&](std::string_view name, JsonValue value) {
            return name == "id"     ? readCount(value, m.span.last)
                   : name == "bids" ? readEither(value, m, Side::Buy)
                   : name == "asks" ? readEither(value, m, Side::Sell)
                                    : passOver(value);
        });
    }
};

// Canonical: BTC_USDT -> BTC-USDT; futures BTC-USDT-PERP; BTC_USDT_20240927 -> BTC-USDT-20240927.
InstrumentTerms termsOf(VenueSpec const& spec, std::string_view symbol)
{
    auto terms = pairTerms(symbol, '_');
    if (spec.kinds == products::spot) {
        return terms;
    }
    auto const end = terms.quote.find('_');
    terms.suffix = end == std::string::npos ? "PERP" : symbolDate(terms.quote.substr(end + 1));
    terms.quote = terms.quote.substr(0, end);
    terms.kind = terms.quote == "USD" ? ContractKind::Inverse : ContractKind::Linear;
    terms.inContracts = terms.kind == ContractKind::Linear;
    return terms;
}

constexpr std::array<std::string_view, 2> addresses{"api.gateio.ws/api/v4/spot", "api.gateio.ws/ws/v4"};
constexpr std::array endpoints{VenueEndpoint{"wss://api.gateio.ws/ws/v4/", {}}};
constexpr std::array forms{
    SubscribeForm{
        Channel::Book,
        R"({"time":$seconds,"channel":"spot.order_book_update","event":"subscribe","payload":["$symbol","100ms"]})",
        {},
        R"({"time":$seconds,"channel":"spot.order_book_update","event":"unsubscribe","payload":["$symbol","100ms"]})",
        1},
    SubscribeForm{
        Channel::Trades,
        R"({"time":$seconds,"channel":"spot.trades","event":"subscribe","payload":[$items]})",
        R"("$symbol")",
        R"({"time":$seconds,"channel":"spot.trades","event":"unsubscribe","payload":[$items]})",
        20},
};
constexpr std::array<std::string_view, 2> futuresAddresses{"fx-ws.gateio.ws", "api.gateio.ws/api/v4/futures"};
constexpr std::array futuresEndpoints{VenueEndpoint{"wss://fx-ws.gateio.ws/v4/ws/usdt", {}}};
constexpr std::array futuresForms{
    SubscribeForm{
        Channel::Book,
        R"({"time":$seconds,"channel":"futures.order_book_update","event":"subscribe","payload":["$symbol","100ms","100"]})",
        {},
        R"({"time":$seconds,"channel":"futures.order_book_update","event":"unsubscribe","payload":["$symbol","100ms","100"]})",
        1},
    SubscribeForm{
        Channel::Trades,
        R"({"time":$seconds,"channel":"futures.trades","event":"subscribe","payload":[$items]})",
        R"("$symbol")",
        R"({"time":$seconds,"channel":"futures.trades","event":"unsubscribe","payload":[$items]})",
        20},
    SubscribeForm{
        Channel::Statistics,
        R"({"time":$seconds,"channel":"futures.tickers","event":"subscribe","payload":[$items]})",
        R"("$symbol")",
        R"({"time":$seconds,"channel":"futures.tickers","event":"unsubscribe","payload":[$items]})",
        20,
        true},
};

const SyncRule rule = inWords(contiguousRule, "U = the u before + 1");

// Sizes are contracts: of so much of the base, or of one dollar.
bool finishContract(ListRow const& row, InstrumentTerms& terms)
{
    terms.lotSize = std::string(1, '1');
    terms.kind = row.text("type") == "inverse" ? ContractKind::Inverse : ContractKind::Linear;
    terms.contractSize = terms.kind == ContractKind::Inverse ? "" : row.number("quanto_multiplier");
    terms.trading = !row.flag("in_delisting");
    return true;
}

constexpr std::array instruments{VenueRequest{"https://api.gateio.ws/api/v4/spot/currency_pairs"}};
constexpr std::array futuresInstruments{VenueRequest{"https://api.gateio.ws/api/v4/futures/usdt/contracts"}};
constexpr std::array lists{
    ListForm{
        .url = "/spot/currency_pairs",
        .symbol = "id",
        .base = "base",
        .quote = "quote",
        .tickDecimals = "precision",
        .lotDecimals = "amount_precision",
        .minQty = "min_base_amount",
        .minNotional = "min_quote_amount",
        .status = "trade_status",
        .trading = "tradable"},
    ListForm{
        .url = "/contracts",
        .symbol = "name",
        .tickSize = "order_price_round",
        .minQty = "order_size_min",
        .maxQty = "order_size_max",
        .finish = finishContract},
};

std::array<VenueSpec, 2> makeSpecs()
{
    VenueSpec spot{
        .id = "GATEIO",
        .name = "Gate.io",
        .example = "BTC_USDT",
        .proof = Proof::CaptureProven,
        .addresses = addresses,
        .rule = &rule,
        .source = BookSource::Rest,
        .shortNumbers = true,
        .aggressor = "side: the taker's",
        .endpoints = endpoints,
        .forms = forms,
        .heartbeat = {.interval = seconds(15), .frame = R"({"time":$seconds,"channel":"spot.ping"})"},
        .limits = {.restPerMinute = 600},
        .snapshot =
            {.url =
                 "https://api.gateio.ws/api/v4/spot/order_book?currency_pair=$symbol&limit=100&with_id=true"},
        .instruments = instruments,
        .lists = lists,
        .makeFeed = makeFeedOf<GateFeed>,
        .termsOf = termsOf,
    };
    VenueSpec futures = spot;
    futures.id = "GATEIO_FUTURES";
    futures.name = "Gate.io futures";
    futures.kinds = products::perpetual | products::future;
    futures.instruments = futuresInstruments;
    futures.addresses = futuresAddresses;
    futures.aggressor = "sign of the size: the taker's";
    futures.endpoints = futuresEndpoints;
    futures.forms = futuresForms;
    futures.heartbeat.frame = R"({"time":$seconds,"channel":"futures.ping"})";
    futures.snapshot.url =
        "https://api.gateio.ws/api/v4/futures/usdt/order_book?contract=$symbol&limit=100&with_id=true";
    return {spot, futures};
}

} // namespace

std::span<VenueSpec const> gateioSpecs()
{
    static auto const specs = makeSpecs();
    return specs;
}

} // namespace qob
