#include "engine/market/json_feed.h"
#include "engine/market/symbol_name.h"
#include "engine/venue/all_specs.h"

#include <array>

namespace qob {

namespace {

// Upbit, and Bithumb since it took over Upbit's way of speaking: whole books, JSON in binary frames, long or
// short names. Bithumb's own older trades are still read, for recordings.
class UpbitFeed final : public JsonFeed {
    using JsonFeed::JsonFeed;

    JsonError read(JsonDocument& message, std::string_view url, FeedBatch& out) override
    {
        if (!url.empty()) {
            return skip(message);
        }
        FeedMessage& m = out.add();
        std::string_view type;
        auto const error = eachTopField(message, [&](std::string_view name, JsonValue value) {
            if (name == "obu" || name == "orderbook_units") {
                return readUnits(value, m);
            }
            if (name == "content") {
                return readOldTrades(value, out);
            }
            if (name == "error") {
                return eachFieldOf(value, [&](std::string_view field, JsonValue part) {
                    return field == "message" ? readInto(part, out.refused) : passOver(part);
                });
            }
            return name == "ty" || name == "type"             ? readText(value, type)
                   : name == "cd" || name == "code"           ? readText(value, m.symbol)
                   : name == "tms" || name == "timestamp"     ? readTime(value, milliseconds(1), m.venueTime)
                   : name == "tp" || name == "trade_price"    ? readPrice(value, m)
                   : name == "tv" || name == "trade_volume"   ? readQty(value, m)
                   : name == "ab" || name == "ask_bid"        ? readSide(value, m)
                   : name == "sid" || name == "sequential_id" ? readTradeId(value, m)
                                                              : passOver(value);
        });
        m.kind = type == "orderbook" ? Kind::StreamStart : type == "trade" ? Kind::Trade : Kind::Other;
        return error;
    }

    static JsonError readUnits(JsonValue value, FeedMessage& m)
    {
        m.parts |= isArray(value) ? FeedMessage::bidPart : 0U;
        return eachObjectOf(value, [&](JsonObject unit) {
            WrittenLevel ask;
            WrittenLevel bid;
            bool present = false;
            auto const error = eachField(unit, [&](std::string_view name, JsonValue part) {
                return name == "ap" || name == "ask_price"   ? readDecimal(part, ask.price, present)
                       : name == "bp" || name == "bid_price" ? readDecimal(part, bid.price, present)
                       : name == "as" || name == "ask_size"  ? readDecimal(part, ask.qty, present)
                       : name == "bs" || name == "bid_size"  ? readDecimal(part, bid.qty, present)
                                                             : passOver(part);
            });
            // A side with fewer levels is filled up with zeros.
            if (ask.price.digits != 0) {
                m.asks.push_back(ask);
            }
            if (bid.price.digits != 0) {
                m.bids.push_back(bid);
            }
            return error;
        });
    }

    // {"list":[{"buySellGb":"2","contPrice":"3.9","contQty":"12","symbol":"CON_KRW",...}]}: 2 is a buyer that
    // took.
    static JsonError readOldTrades(JsonValue value, FeedBatch& out)
    {
        return eachFieldOf(value, [&](std::string_view list, JsonValue trades) {
            if (list != "list") {
                return passOver(trades);
            }
            return eachObjectOf(trades, [&](JsonObject trade) {
                FeedMessage& m = out.add();
                m.kind = Kind::Trade;
                std::uint64_t side = 0;
                auto const error = eachField(trade, [&](std::string_view name, JsonValue part) {
                    return name == "symbol"      ? readText(part, m.symbol)
                           : name == "contPrice" ? readPrice(part, m)
                           : name == "contQty"   ? readQty(part, m)
                           : name == "buySellGb" ? readCount(part, side)
                                                 : passOver(part);
                });
                m.aggressor = side == 1 ? Side::Sell : side == 2 ? Side::Buy : Side::Undisclosed;
                return error;
            });
        });
    }
};

// Canonical: KRW-BTC -> BTC-KRW; CON_KRW -> CON-KRW.
InstrumentTerms termsOf(VenueSpec const& /*spec*/, std::string_view symbol)
{
    auto terms = pairTerms(symbol, symbol.find('_') == std::string_view::npos ? '-' : '_');
    if (symbol.find('-') != std::string_view::npos) {
        std::swap(terms.base, terms.quote);
    }
    return terms;
}

constexpr std::array<std::string_view, 1> addresses{"api.upbit.com"};
constexpr std::array endpoints{VenueEndpoint{"wss://api.upbit.com/websocket/v1", {}}};
constexpr std::array<std::string_view, 3> bithumbAddresses{
    "ws-api.bithumb.com", "pubwss.bithumb.com", "api.bithumb.com"};
constexpr std::array bithumbEndpoints{VenueEndpoint{"wss://ws-api.bithumb.com/websocket/v1", {}}};
// A request takes the place of the one before it on its connection: one asks for everything, of as many
// symbols as a connection has.
constexpr int symbolsPerConnection = 100;
constexpr std::array forms{SubscribeForm{
    Channel::Book,
    R"([{"ticket":"qob-$id"},{"type":"orderbook","codes":[$items]},)"
    R"({"type":"trade","codes":[$items],"isOnlyRealtime":true},{"format":"SIMPLE"}])",
    R"("$symbol")",
    {},
    symbolsPerConnection}};

// Who is listed, no more. A tick depends on the price: what Upbit tells of one (/v1/orderbook/instruments)
// holds until the price enters another band.
constexpr std::array instruments{VenueRequest{"https://api.upbit.com/v1/market/all"}};
constexpr std::array bithumbInstruments{VenueRequest{"https://api.bithumb.com/v1/market/all"}};
constexpr std::array lists{ListForm{.url = "/v1/market/all", .symbol = "market"}};

std::array<VenueSpec, 2> makeSpecs()
{
    VenueSpec upbit{
        .id = "UPBIT",
        .name = "Upbit",
        .example = "KRW-BTC",
        .proof = Proof::CaptureProven,
        .addresses = addresses,
        .rule = &unnumberedRule,
        .source = BookSource::EveryMessage,
        .shortNumbers = true,
        .aggressor = "ask_bid: the taker's",
        .endpoints = endpoints,
        .forms = forms,
        .heartbeat = {.interval = seconds(60)},
        .limits =
            {.subscriptionsPerConnection = symbolsPerConnection,
             .connectionsPerMinute = 60,
             .restPerMinute = 600},
        .instruments = instruments,
        .lists = lists,
        .makeFeed = makeFeedOf<UpbitFeed>,
        .termsOf = termsOf,
    };
    VenueSpec bithumb = upbit;
    bithumb.id = "BITHUMB";
    bithumb.name = "Bithumb";
    bithumb.proof = Proof::Documented; // a capture proves the older trades only
    bithumb.addresses = bithumbAddresses;
    bithumb.endpoints = bithumbEndpoints;
    bithumb.instruments = bithumbInstruments;
    return {upbit, bithumb};
}

} // namespace

std::span<VenueSpec const> upbitSpecs()
{
    static auto const specs = makeSpecs();
    return specs;
}

} // namespace qob
