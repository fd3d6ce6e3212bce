#include "engine/market/json_feed.h"
#include "engine/market/symbol_name.h"
#include "engine/venue/all_specs.h"

#include <array>

namespace qob {

namespace {

// v4 of the indexer; v3, which is gone, spoke nearly the same and is still read, for recordings. One number
// for all messages of a connection. Levels of different age may cross: the older one is void.
class DydxFeed final : public JsonFeed {
    using JsonFeed::JsonFeed;

    JsonError read(JsonDocument& message, std::string_view url, FeedBatch& out) override
    {
        if (!url.empty()) {
            return skip(message);
        }
        auto const channel = peek("channel");
        auto const type = peek("type");
        bool const book = channel.ends_with("_orderbook");
        bool const trades = channel.ends_with("_trades");
        bool const first = type == "subscribed";
        std::string_view symbol;
        std::uint64_t number = 0;
        bool numbered = false;
        bool const markets = channel == "v4_markets";
        auto const error = eachTopField(message, [&](std::string_view name, JsonValue value) {
            if (name == "contents" && markets) {
                return readMarkets(value, out);
            }
            if (name == "contents" && (book || trades)) {
                auto const readOne = [&](JsonObject object) {
                    return book ? readBook(object, out.add()) : readTrades(object, out);
                };
                // A batch holds several of them.
                if (isArray(value)) {
                    return eachObjectOf(value, readOne);
                }
                JsonObject object;
                auto const wrong = value.get_object().get(object);
                return wrong ? wrong : readOne(object);
            }
            return name == "message_id"                   ? readCount(value, number, &numbered)
                   : name == "id"                         ? readText(value, symbol)
                   : name == "message" && type == "error" ? readInto(value, out.refused)
                                                          : passOver(value);
        });
        if (numbered) {
            m_sequence.see(number, out);
        }
        for (std::size_t i = 0; i < out.size() && !markets; ++i) {
            out[i].symbol = symbol;
            out[i].kind = book ? first ? Kind::StreamStart : Kind::Delta : first ? Kind::Other : Kind::Trade;
        }
        return error;
    }

    // {"markets":{"BTC-USD":{..}}}, or, later, {"trading":{"BTC-USD":{..}},"oraclePrices":{"BTC-USD":{..}}};
    // several of them in an array.
    static JsonError readMarkets(JsonValue value, FeedBatch& out)
    {
        if (isArray(value)) {
            return eachElementOf(value, [&](std::size_t /*index*/, JsonValue one) {
                return readMarketLists(one, out);
            });
        }
        return readMarketLists(value, out);
    }

    static JsonError readMarketLists(JsonValue value, FeedBatch& out)
    {
        return eachFieldOf(value, [&](std::string_view kind, JsonValue list) {
            if (kind != "markets" && kind != "trading" && kind != "oraclePrices") {
                return passOver(list);
            }
            return eachFieldOf(list, [&](std::string_view symbol, JsonValue market) {
                FeedMessage& m = out.add();
                m.kind = Kind::Statistics;
                m.symbol = symbol;
                return eachFieldOf(market, [&](std::string_view name, JsonValue part) {
                    return name == "oraclePrice"       ? readIndex(part, m)
                           : name == "nextFundingRate" ? readFunding(part, m)
                           : name == "openInterest"    ? readInterest(part, m)
                                                       : passOver(part);
                });
            });
        });
    }

    JsonError readBook(JsonObject object, FeedMessage& m) const
    {
        return eachField(object, [&](std::string_view name, JsonValue value) {
            bool const bids = name == "bids";
            if (!bids && name != "asks") {
                return passOver(value);
            }
            m.parts |= FeedMessage::bidPart;
            return readEither(value, bids ? m.bids : m.asks);
        });
    }

    // [{"price":..,"size":..},...] in a snapshot, [["price","size"],...] in an update.
    JsonError readEither(JsonValue value, std::vector<WrittenLevel>& levels) const
    {
        auto const token = std::string_view(value.raw_json_token().data(), 2);
        return token == "[{" ? readNamedLevels(value, "price", "size", levels) : readLevels(value, levels);
    }

    static JsonError readTrades(JsonObject object, FeedBatch& out)
    {
        return eachField(object, [&](std::string_view name, JsonValue list) {
            if (name != "trades") {
                return passOver(list);
            }
            return eachObjectOf(list, [&](JsonObject trade) {
                FeedMessage& m = out.add();
                return eachField(trade, [&](std::string_view field, JsonValue value) {
                    return field == "size"        ? readQty(value, m)
                           : field == "price"     ? readPrice(value, m)
                           : field == "side"      ? readSide(value, m)
                           : field == "createdAt" ? readIsoTime(value, m.venueTime)
                                                  : passOver(value);
                });
            });
        });
    }

    // The answers to subscriptions come when they are ready.
    static constexpr std::uint64_t patience = 64;
    ConnectionSequence m_sequence{patience};
};

// Canonical: BTC-USD -> BTC-USD-PERP.
InstrumentTerms termsOf(VenueSpec const& /*spec*/, std::string_view symbol)
{
    auto terms = pairTerms(symbol, '-');
    terms.kind = ContractKind::Linear;
    terms.suffix = "PERP";
    return terms;
}

constexpr std::array<std::string_view, 1> addresses{"dydx."};
constexpr std::array endpoints{VenueEndpoint{"wss://indexer.dydx.trade/v4/ws", {}}};
constexpr std::array forms{
    SubscribeForm{
        Channel::Book,
        R"({"type":"subscribe","channel":"v4_orderbook","id":"$symbol"})",
        {},
        R"({"type":"unsubscribe","channel":"v4_orderbook","id":"$symbol"})",
        1},
    SubscribeForm{
        Channel::Trades,
        R"({"type":"subscribe","channel":"v4_trades","id":"$symbol"})",
        {},
        R"({"type":"unsubscribe","channel":"v4_trades","id":"$symbol"})",
        1},
    SubscribeForm{
        Channel::Statistics,
        R"({"type":"subscribe","channel":"v4_markets","batched":true})",
        {},
        R"({"type":"unsubscribe","channel":"v4_markets"})",
        1000,
        true},
};

constexpr std::array instruments{VenueRequest{"https://indexer.dydx.trade/v4/perpetualMarkets"}};
constexpr std::array lists{
    ListForm{
        .url = "/v4/perpetualMarkets",
        .list = "markets",
        .symbol = "$key",
        .tickSize = "tickSize",
        .lotSize = "stepSize",
        .status = "status",
        .trading = "ACTIVE"},
    ListForm{
        .url = "/v3/markets",
        .list = "markets",
        .symbol = "$key",
        .tickSize = "tickSize",
        .lotSize = "stepSize",
        .minQty = "minOrderSize",
        .status = "status",
        .trading = "ONLINE"},
};

} // namespace

std::span<VenueSpec const> dydxSpecs()
{
    static const std::array specs{VenueSpec{
        .id = "DYDX",
        .name = "dYdX",
        .example = "BTC-USD",
        .proof = Proof::Documented,
        .kinds = products::perpetual,
        .addresses = addresses,
        .rule = &connectionRule,
        .mayCross = true,
        .shortNumbers = true,
        .aggressor = "side: the taker's",
        .endpoints = endpoints,
        .forms = forms,
        .limits = {.subscriptionsPerConnection = 32, .framesPerSecond = 2},
        .instruments = instruments,
        .lists = lists,
        .makeFeed = makeFeedOf<DydxFeed>,
        .termsOf = termsOf,
    }};
    return specs;
}

} // namespace qob
