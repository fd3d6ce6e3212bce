#include "engine/market/instrument_list.h"
#include "engine/market/json_feed.h"
#include "engine/market/symbol_name.h"
#include "engine/venue/all_specs.h"

#include <array>

namespace qob {

namespace {

// v2 of the stream; v1's trades were arrays and are still read, for recordings.
class BitgetFeed final : public JsonFeed {
    using JsonFeed::JsonFeed;

    JsonError read(JsonDocument& message, std::string_view url, FeedBatch& out) override
    {
        if (!url.empty()) {
            return skip(message);
        }
        std::string_view channel;
        std::string_view symbol;
        std::string_view action;
        std::string_view event;
        std::string_view problem;
        auto const error = eachTopField(message, [&](std::string_view name, JsonValue value) {
            if (name == "arg") {
                return eachFieldOf(value, [&](std::string_view field, JsonValue part) {
                    return field == "channel"  ? readText(part, channel)
                           : field == "instId" ? readText(part, symbol)
                                               : passOver(part);
                });
            }
            if (name == "data") {
                return eachElementOf(value, [&](std::size_t /*index*/, JsonValue part) {
                    return readData(part, out.add());
                });
            }
            return name == "action"  ? readText(value, action)
                   : name == "event" ? readText(value, event)
                   : name == "msg"   ? readText(value, problem)
                                     : passOver(value);
        });
        bool const first = action == "snapshot";
        for (std::size_t i = 0; i < out.size(); ++i) {
            FeedMessage& m = out[i];
            m.symbol = symbol;
            m.kind = channel.starts_with("books") ? first ? Kind::StreamStart : Kind::Delta
                     // The trades that follow a subscription are past ones.
                     : channel == "trade" && !first ? Kind::Trade
                     : channel == "ticker"          ? Kind::Statistics
                                                    : Kind::Other;
        }
        if (event == "error") {
            out.refused = problem;
        }
        return error;
    }

    JsonError readData(JsonValue data, FeedMessage& m) const
    {
        if (isArray(data)) { // v1: [milliseconds,price,size,side]
            return eachElementOf(data, [&](std::size_t index, JsonValue part) {
                return index == 0   ? readTime(part, milliseconds(1), m.venueTime)
                       : index == 1 ? readPrice(part, m)
                       : index == 2 ? readQty(part, m)
                       : index == 3 ? readSide(part, m)
                                    : passOver(part);
            });
        }
        return eachFieldOf(data, [&](std::string_view name, JsonValue part) {
            return name == "asks"         ? readAsks(part, m)
                   : name == "bids"       ? readBids(part, m)
                   : name == "checksum"   ? readChecksum(part, m)
                   : name == "ts"         ? readTime(part, milliseconds(1), m.venueTime)
                   : name == "price"      ? readPrice(part, m)
                   : name == "size"       ? readQty(part, m)
                   : name == "side"       ? readSide(part, m)
                   : name == "tradeId"    ? readTradeId(part, m)
                   : name == "markPrice"  ? readMark(part, m)
                   : name == "indexPrice" ? readIndex(part, m)
                   : name == "fundingRate" || name == "capitalRate" ? readFunding(part, m)
                   : name == "holdingAmount" || name == "holding"   ? readInterest(part, m)
                   : name == "nextFundingTime" || name == "nextSettleTime"
                       ? readNextFunding(part, milliseconds(1), m)
                       : passOver(part);
        });
    }
};

// Canonical: BTCUSDT -> BTC-USDT; futures BTC-USDT-PERP; BTCPERP -> BTC-USDC-PERP.
InstrumentTerms termsOf(VenueSpec const& spec, std::string_view symbol)
{
    auto terms = pairTerms(symbol, '\0');
    if (spec.kinds == products::spot) {
        return terms;
    }
    terms.suffix = "PERP";
    terms.kind = terms.quote == "USD" ? ContractKind::Inverse : ContractKind::Linear;
    constexpr std::string_view perp = "PERP";
    if (symbol.ends_with(perp)) {
        terms.base = symbol.substr(0, symbol.size() - perp.size());
        terms.quote = "USDC";
    }
    return terms;
}

constexpr std::array<std::string_view, 1> addresses{"bitget.com"};
constexpr std::array endpoints{VenueEndpoint{"wss://ws.bitget.com/v2/ws/public", {}}};
constexpr std::array forms{
    SubscribeForm{
        Channel::Book,
        R"({"op":"subscribe","args":[$items]})",
        R"({"instType":"SPOT","channel":"books","instId":"$symbol"})",
        R"({"op":"unsubscribe","args":[$items]})",
        40},
    SubscribeForm{
        Channel::Trades,
        R"({"op":"subscribe","args":[$items]})",
        R"({"instType":"SPOT","channel":"trade","instId":"$symbol"})",
        R"({"op":"unsubscribe","args":[$items]})",
        40},
};
constexpr std::array futuresForms{
    SubscribeForm{
        Channel::Book,
        R"({"op":"subscribe","args":[$items]})",
        R"({"instType":"USDT-FUTURES","channel":"books","instId":"$symbol"})",
        R"({"op":"unsubscribe","args":[$items]})",
        40},
    SubscribeForm{
        Channel::Trades,
        R"({"op":"subscribe","args":[$items]})",
        R"({"instType":"USDT-FUTURES","channel":"trade","instId":"$symbol"})",
        R"({"op":"unsubscribe","args":[$items]})",
        40},
    SubscribeForm{
        Channel::Statistics,
        R"({"op":"subscribe","args":[$items]})",
        R"({"instType":"USDT-FUTURES","channel":"ticker","instId":"$symbol"})",
        R"({"op":"unsubscribe","args":[$items]})",
        20,
        true},
};

// A tick of 5 units in the last place: "priceEndStep":"5","pricePlace":"1" is 0.5. Version 1 has a word
// behind the symbol: BTCUSDT_UMCBL.
bool finishContract(ListRow const& row, InstrumentTerms& terms)
{
    auto const place = parseScaled(row.step("pricePlace"), amountScale);
    auto const step = parseScaled(row.text("priceEndStep"), 0);
    std::int64_t tick = 0;
    if (!place || !step || __builtin_mul_overflow(*place, *step, &tick)) {
        return false;
    }
    terms.tickSize = formatTrimmed(tick, amountScale);
    terms.symbol.resize(std::min(terms.symbol.size(), terms.symbol.find('_')));
    return true;
}

constexpr std::array instruments{VenueRequest{"https://api.bitget.com/api/v2/spot/public/symbols"}};
constexpr std::array futuresInstruments{
    VenueRequest{"https://api.bitget.com/api/v2/mix/market/contracts?productType=USDT-FUTURES"}};
constexpr std::array lists{
    ListForm{
        .url = "/v2/spot/public/symbols",
        .list = "data",
        .symbol = "symbol",
        .base = "baseCoin",
        .quote = "quoteCoin",
        .tickDecimals = "pricePrecision",
        .lotDecimals = "quantityPrecision",
        .minQty = "minTradeAmount",
        .minNotional = "minTradeUSDT",
        .status = "status",
        .trading = "online"},
    ListForm{
        .url = "/spot/v1/public/products",
        .list = "data",
        .symbol = "symbolName",
        .base = "baseCoin",
        .quote = "quoteCoin",
        .tickDecimals = "priceScale",
        .lotDecimals = "quantityScale",
        .minQty = "minTradeAmount",
        .status = "status",
        .trading = "online"},
    ListForm{
        .url = "/market/contracts",
        .list = "data",
        .symbol = "symbol",
        .base = "baseCoin",
        .quote = "quoteCoin",
        .lotDecimals = "volumePlace",
        .minQty = "minTradeNum",
        .minNotional = "minTradeUSDT",
        .status = "symbolStatus",
        .trading = "normal",
        .finish = finishContract},
};

std::array<VenueSpec, 2> makeSpecs()
{
    VenueSpec spot{
        .id = "BITGET",
        .name = "Bitget",
        .example = "BTCUSDT",
        .proof = Proof::CaptureProven,
        .addresses = addresses,
        .rule = &unnumberedRule,
        .checksum = &turnsChecksum,
        .shortNumbers = true,
        .aggressor = "side: the taker's",
        .endpoints = endpoints,
        .forms = forms,
        .heartbeat = {.interval = seconds(25), .frame = "ping", .silence = seconds(45)},
        .limits = {.subscriptionsPerConnection = 50, .framesPerSecond = 8, .restPerMinute = 600},
        .instruments = instruments,
        .lists = lists,
        .makeFeed = makeFeedOf<BitgetFeed>,
        .termsOf = termsOf,
    };
    VenueSpec futures = spot;
    futures.id = "BITGET_FUTURES";
    futures.name = "Bitget futures";
    futures.kinds = products::perpetual;
    futures.instruments = futuresInstruments;
    futures.addresses = {};
    futures.forms = futuresForms;
    return {spot, futures};
}

} // namespace

std::span<VenueSpec const> bitgetSpecs()
{
    static auto const specs = makeSpecs();
    return specs;
}

} // namespace qob
