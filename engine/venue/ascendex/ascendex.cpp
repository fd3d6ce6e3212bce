#include "engine/market/json_feed.h"
#include "engine/market/symbol_name.h"
#include "engine/venue/all_specs.h"

#include <array>

namespace qob {

namespace {

// Spot and futures. The snapshot is asked for on the stream.
class AscendexFeed final : public JsonFeed {
    using JsonFeed::JsonFeed;

    JsonError read(JsonDocument& message, std::string_view url, FeedBatch& out) override
    {
        if (!url.empty()) {
            return skip(message);
        }
        auto const type = peek("m");
        bool const book = type == "depth" || type == "depth-snapshot";
        std::string_view symbol;
        std::string_view problem;
        auto const error = eachTopField(message, [&](std::string_view name, JsonValue value) {
            if (name == "data" && book && isObject(value)) {
                return readBook(value, out.add());
            }
            if (name == "data" && type == "trades") {
                return eachObjectOf(value, [&](JsonObject trade) { return readTrade(trade, out.add()); });
            }
            if (name == "con" && type == "futures-pricing-data") {
                return eachObjectOf(value, [&](JsonObject one) { return readPricing(one, out.add()); });
            }
            return name == "symbol" || name == "s" ? readText(value, symbol)
                   : name == "reason"              ? readText(value, problem)
                                                   : passOver(value);
        });
        for (std::size_t i = 0; i < out.size() && type != "futures-pricing-data"; ++i) {
            out[i].symbol = symbol;
            out[i].kind = type == "depth" ? Kind::Delta : book ? Kind::Snapshot : Kind::Trade;
            if (book && !error && out[i].span.last == 0) {
                return missing("depth: expected the field seqnum");
            }
        }
        if (type == "ping") {
            out.answer = R"({"op":"pong"})";
        }
        if (type == "error") {
            out.refused = problem;
        }
        return error;
    }

    static JsonError readPricing(JsonObject one, FeedMessage& m)
    {
        m.kind = Kind::Statistics;
        return eachField(one, [&](std::string_view name, JsonValue value) {
            return name == "s"    ? readText(value, m.symbol)
                   : name == "mp" ? readMark(value, m)
                   : name == "ip" ? readIndex(value, m)
                   : name == "r"  ? readFunding(value, m)
                   : name == "f"  ? readNextFunding(value, milliseconds(1), m)
                   : name == "oi" ? readInterest(value, m)
                   : name == "t"  ? readTime(value, milliseconds(1), m.venueTime)
                                  : passOver(value);
        });
    }

    JsonError readBook(JsonValue data, FeedMessage& m) const
    {
        auto const error = eachFieldOf(data, [&](std::string_view name, JsonValue value) {
            return name == "seqnum" ? readCount(value, m.span.last)
                   : name == "ts"   ? readTime(value, milliseconds(1), m.venueTime)
                   : name == "asks" ? readAsks(value, m)
                   : name == "bids" ? readBids(value, m)
                                    : passOver(value);
        });
        m.span.first = m.span.last;
        return error;
    }

    static JsonError readTrade(JsonObject trade, FeedMessage& m)
    {
        bool buyerMaker = false;
        bool sided = false;
        auto const error = eachField(trade, [&](std::string_view name, JsonValue value) {
            return name == "p"        ? readPrice(value, m)
                   : name == "q"      ? readQty(value, m)
                   : name == "ts"     ? readTime(value, milliseconds(1), m.venueTime)
                   : name == "bm"     ? readFlag(value, buyerMaker, &sided)
                   : name == "seqnum" ? readTradeId(value, m)
                                      : passOver(value);
        });
        m.aggressor = !sided ? Side::Undisclosed : buyerMaker ? Side::Sell : Side::Buy;
        return error;
    }
};

// Canonical: BTC/USDT -> BTC-USDT, BTC-PERP -> BTC-USDT-PERP.
InstrumentTerms termsOf(VenueSpec const& spec, std::string_view symbol)
{
    if (spec.kinds == products::spot) {
        return pairTerms(symbol, '/');
    }
    InstrumentTerms terms;
    terms.symbol = symbol;
    terms.base = upperCase(symbol.substr(0, symbol.find('-')));
    terms.quote = "USDT";
    terms.kind = ContractKind::Linear;
    terms.suffix = "PERP";
    return terms;
}

constexpr std::array<std::string_view, 2> addresses{"ascendex.com/api/pro/v1", "ascendex.com/1/api/pro/v1"};
constexpr std::array endpoints{VenueEndpoint{"wss://ascendex.com/1/api/pro/v1/stream", {}}};
constexpr std::array<std::string_view, 2> futuresAddresses{
    "ascendex.com/api/pro/v2", "ascendex.com:443/api/pro/v2"};
constexpr std::array futuresEndpoints{VenueEndpoint{"wss://ascendex.com:443/api/pro/v2/stream", {}}};
constexpr std::array forms{
    SubscribeForm{
        Channel::Book,
        R"({"op":"sub","ch":"depth:$items"})",
        "$symbol",
        R"({"op":"unsub","ch":"depth:$items"})",
        10},
    SubscribeForm{
        Channel::Trades,
        R"({"op":"sub","ch":"trades:$items"})",
        "$symbol",
        R"({"op":"unsub","ch":"trades:$items"})",
        10},
};

const SyncRule rule = inWords(contiguousRule, "seqnum = the one before + 1");

constexpr std::array instruments{VenueRequest{"https://ascendex.com/api/pro/v1/products"}};
constexpr std::array futuresInstruments{VenueRequest{"https://ascendex.com/api/pro/v2/futures/contract"}};
constexpr std::array lists{
    ListForm{
        .url = "/pro/v1/products",
        .list = "data",
        .symbol = "symbol",
        .base = "baseAsset",
        .quote = "quoteAsset",
        .tickSize = "tickSize",
        .lotSize = "lotSize",
        .minNotional = "minNotional",
        .status = "status",
        .trading = "Normal"},
    ListForm{
        .url = "/v2/futures/contract",
        .list = "data",
        .symbol = "symbol",
        .tickSize = "priceFilter.tickSize",
        .lotSize = "lotSizeFilter.lotSize",
        .minQty = "lotSizeFilter.minQty",
        .maxQty = "lotSizeFilter.maxQty",
        .status = "status",
        .trading = "Normal"},
};

constexpr std::array futuresForms{
    forms[0],
    forms[1],
    SubscribeForm{
        Channel::Statistics,
        R"({"op":"sub","ch":"futures-pricing-data"})",
        {},
        R"({"op":"unsub","ch":"futures-pricing-data"})",
        1000,
        true},
};

std::array<VenueSpec, 2> makeSpecs()
{
    VenueSpec spot{
        .id = "ASCENDEX",
        .name = "AscendEX",
        .example = "BTC/USDT",
        .proof = Proof::CaptureProven,
        .addresses = addresses,
        .rule = &rule,
        .source = BookSource::StreamRequest,
        .shortNumbers = true,
        .aggressor = "bm: the buyer was the maker",
        .endpoints = endpoints,
        .forms = forms,
        .heartbeat = {.interval = seconds(15), .frame = R"({"op":"ping"})"},
        .snapshotFrame = R"({"op":"req","action":"depth-snapshot","args":{"symbol":"$symbol"}})",
        .instruments = instruments,
        .lists = lists,
        .makeFeed = makeFeedOf<AscendexFeed>,
        .termsOf = termsOf,
    };
    VenueSpec futures = spot;
    futures.id = "ASCENDEX_FUTURES";
    futures.name = "AscendEX futures";
    futures.example = "BTC-PERP";
    futures.kinds = products::perpetual;
    futures.addresses = futuresAddresses;
    futures.endpoints = futuresEndpoints;
    futures.instruments = futuresInstruments;
    futures.forms = futuresForms;
    return {spot, futures};
}

} // namespace

std::span<VenueSpec const> ascendexSpecs()
{
    static auto const specs = makeSpecs();
    return specs;
}

} // namespace qob
