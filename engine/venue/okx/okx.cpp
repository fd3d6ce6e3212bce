#include "engine/market/instrument_list.h"
#include "engine/market/json_feed.h"
#include "engine/market/symbol_name.h"
#include "engine/venue/all_specs.h"

#include <array>

namespace qob {

namespace {

// Canonical: BTC-USDT; BTC-USDT-SWAP -> BTC-USDT-PERP; BTC-USD-240927 -> BTC-USD-20240927; options with
// strike and C or P behind the date. Derivatives' sizes are contracts; an option's price is in coins.
InstrumentTerms okxTerms(std::string_view symbol)
{
    InstrumentTerms terms = pairTerms(symbol, '-');
    auto const end = terms.quote.find('-');
    if (end == std::string::npos) {
        return terms;
    }
    auto const rest = terms.quote.substr(end + 1);
    terms.quote.resize(end);
    auto const date = symbolDate(rest.substr(0, rest.find('-')));
    terms.suffix = rest == "SWAP" ? "PERP" : date + rest.substr(std::min(rest.size(), rest.find('-')));
    bool const option = rest.find('-') != std::string::npos;
    terms.kind = terms.quote != "USD" ? ContractKind::Linear
                 : option             ? ContractKind::Quanto
                                      : ContractKind::Inverse;
    terms.settle = terms.kind == ContractKind::Quanto ? terms.base : "";
    if (terms.kind == ContractKind::Inverse) {
        terms.contractValue = terms.base == "BTC" ? 100 : 10;
    }
    terms.inContracts = terms.kind != ContractKind::Inverse;
    return terms;
}

class OkxFeed final : public JsonFeed {
    using JsonFeed::JsonFeed;

    JsonError read(JsonDocument& message, std::string_view /*url*/, FeedBatch& out) override
    {
        std::string_view channel;
        std::string_view symbol;
        std::string_view action;
        std::string_view event;
        std::string_view problem;
        // `arg` comes first; the whole text is looked through only where it does not.
        auto const isForced = [&] {
            constexpr std::string_view forced = "liquidation-orders";
            return channel.empty() ? text().find(forced) != std::string_view::npos : channel == forced;
        };
        auto const error = eachTopField(message, [&](std::string_view name, JsonValue value) {
            if (name == "arg") {
                return eachFieldOf(value, [&](std::string_view field, JsonValue part) {
                    return field == "channel"  ? readText(part, channel)
                           : field == "instId" ? readText(part, symbol)
                                               : passOver(part);
                });
            }
            if (name == "data") {
                return eachObjectOf(value, [&](JsonObject data) {
                    return isForced() ? readForced(data, out) : readData(data, out.add());
                });
            }
            return name == "action"  ? readText(value, action)
                   : name == "event" ? readText(value, event)
                   : name == "msg"   ? readText(value, problem)
                                     : passOver(value);
        });
        bool const book = channel.starts_with("book");
        for (std::size_t i = 0; i < out.size(); ++i) {
            FeedMessage& m = out[i];
            m.symbol = m.symbol.empty() ? symbol : m.symbol;
            // books5 and bbo-tbt are whole each time and bear no action.
            m.kind = channel == "trades"               ? Kind::Trade
                     : channel == "liquidation-orders" ? m.kind
                     : isStatistics(channel)           ? Kind::Statistics
                     : !book                           ? Kind::Other
                     : action == "update"              ? Kind::Delta
                                                       : Kind::StreamStart;
        }
        if (event == "error") {
            out.refused = problem;
        }
        return error;
    }

    static bool isStatistics(std::string_view channel)
    {
        return channel == "mark-price" || channel == "funding-rate" || channel == "open-interest";
    }

    // {"instId":..,"details":[{"side":"buy","bkPx":..,"sz":..,"ts":..},...]}
    static JsonError readForced(JsonObject data, FeedBatch& out)
    {
        std::string_view symbol;
        auto const first = out.size();
        auto const error = eachField(data, [&](std::string_view name, JsonValue value) {
            if (name != "details") {
                return name == "instId" ? readText(value, symbol) : passOver(value);
            }
            return eachObjectOf(value, [&](JsonObject one) {
                FeedMessage& m = out.add();
                m.kind = Kind::Liquidation;
                return eachField(one, [&](std::string_view field, JsonValue part) {
                    return field == "side"   ? readSide(part, m)
                           : field == "bkPx" ? readPrice(part, m)
                           : field == "sz"   ? readQty(part, m)
                           : field == "ts"   ? readTime(part, milliseconds(1), m.venueTime)
                                             : passOver(part);
                });
            });
        });
        for (auto i = first; i < out.size(); ++i) {
            out[i].symbol = symbol;
        }
        return error;
    }

    // fundingTime is when the rate is due.
    JsonError readData(JsonObject data, FeedMessage& m) const
    {
        auto const error = eachField(data, [&](std::string_view name, JsonValue value) {
            return name == "asks"          ? readAsks(value, m)
                   : name == "bids"        ? readBids(value, m)
                   : name == "checksum"    ? readChecksum(value, m)
                   : name == "seqId"       ? readCount(value, m.span.last)
                   : name == "prevSeqId"   ? readCount(value, m.span.previous)
                   : name == "ts"          ? readTime(value, milliseconds(1), m.venueTime)
                   : name == "instId"      ? readText(value, m.symbol)
                   : name == "px"          ? readPrice(value, m)
                   : name == "sz"          ? readQty(value, m)
                   : name == "side"        ? readSide(value, m)
                   : name == "tradeId"     ? readTradeId(value, m)
                   : name == "markPx"      ? readMark(value, m)
                   : name == "fundingRate" ? readFunding(value, m)
                   : name == "fundingTime" ? readNextFunding(value, milliseconds(1), m)
                   : name == "oi"          ? readInterest(value, m)
                                           : passOver(value);
        });
        m.span.first = m.span.last;
        // It is being taken out of service: 0 where it is not made any more.
        m.hasChecksum = m.hasChecksum && m.checksum != 0;
        return error;
    }
};

InstrumentTerms termsOf(VenueSpec const& /*spec*/, std::string_view symbol)
{
    return okxTerms(symbol);
}

constexpr std::array forms{
    SubscribeForm{
        Channel::Book,
        R"({"op":"subscribe","args":[$items]})",
        R"({"channel":"books","instId":"$symbol"})",
        R"({"op":"unsubscribe","args":[$items]})",
        50},
    SubscribeForm{
        Channel::Trades,
        R"({"op":"subscribe","args":[$items]})",
        R"({"channel":"trades","instId":"$symbol"})",
        R"({"op":"unsubscribe","args":[$items]})",
        50},
    SubscribeForm{
        Channel::Statistics,
        R"({"op":"subscribe","args":[$items]})",
        R"({"channel":"mark-price","instId":"$symbol"},{"channel":"funding-rate","instId":"$symbol"},{"channel":"open-interest","instId":"$symbol"})",
        R"({"op":"unsubscribe","args":[$items]})",
        15,
        true},
    SubscribeForm{
        Channel::Statistics,
        R"({"op":"subscribe","args":[{"channel":"liquidation-orders","instType":"SWAP"},{"channel":"liquidation-orders","instType":"FUTURES"}]})",
        {},
        R"({"op":"unsubscribe","args":[{"channel":"liquidation-orders","instType":"SWAP"},{"channel":"liquidation-orders","instType":"FUTURES"}]})",
        1000,
        true},
};
constexpr std::array<std::string_view, 2> addresses{"okx.com", "okex.com"};
constexpr std::array endpoints{VenueEndpoint{"wss://ws.okx.com:8443/ws/v5/public", {}}};
constexpr std::array instruments{
    VenueRequest{"https://www.okx.com/api/v5/public/instruments?instType=SPOT"},
    VenueRequest{"https://www.okx.com/api/v5/public/instruments?instType=SWAP"},
    VenueRequest{"https://www.okx.com/api/v5/public/instruments?instType=FUTURES"},
    VenueRequest{"https://www.okx.com/api/v5/public/instruments?instType=OPTION&instFamily=BTC-USD"},
    VenueRequest{"https://www.okx.com/api/v5/public/instruments?instType=OPTION&instFamily=ETH-USD"}};
constexpr std::array<std::string_view, 1> okcoinAddresses{"okcoin.com"};
constexpr std::array okcoinEndpoints{VenueEndpoint{"wss://real.okcoin.com:8443/ws/v5/public", {}}};
constexpr std::array okcoinInstruments{
    VenueRequest{"https://www.okcoin.com/api/v5/public/instruments?instType=SPOT"}};

const SyncRule rule = inWords(chainedRule, "prevSeqId = the seqId before");

// Sizes of derivatives are contracts: of so many dollars (inverse) or of so much of the base; what is said of
// one is `ctMult` times `ctVal`.
bool finishContract(ListRow const& row, InstrumentTerms& terms)
{
    auto const value = readWritten(row.number("ctVal"));
    auto const times = readWritten(row.number("ctMult")).value_or(WrittenNumber{1, 0});
    std::string size;
    if (WrittenNumber whole; value && !__builtin_mul_overflow(value->digits, times.digits, &whole.digits)) {
        whole.decimals = value->decimals + times.decimals;
        size = whole.decimals <= mostWrittenDigits ? textOf(whole) : "";
    }
    if (terms.kind == ContractKind::Inverse) {
        auto const dollars = parseScaled(size, 0);
        terms.contractValue = dollars && *dollars > 0 ? *dollars : terms.contractValue;
    } else if (terms.kind != ContractKind::Spot) {
        terms.contractSize = size;
    }
    return true;
}

constexpr std::array lists{ListForm{
    .url = "/public/instruments",
    .list = "data",
    .symbol = "instId",
    .tickSize = "tickSz",
    .lotSize = "lotSz",
    .minQty = "minSz",
    .maxQty = "maxLmtSz",
    .status = "state",
    .trading = "live",
    .finish = finishContract}};

std::array<VenueSpec, 2> makeSpecs()
{
    VenueSpec okx{
        .id = "OKX",
        .name = "OKX",
        .example = "BTC-USDT",
        .proof = Proof::CaptureProven,
        .kinds = products::spot | products::perpetual | products::future | products::option,
        .addresses = addresses,
        .rule = &rule,
        .checksum = &turnsChecksum,
        .shortNumbers = true,
        .aggressor = "side: the taker's",
        .endpoints = endpoints,
        .forms = forms,
        .heartbeat = {.interval = seconds(25), .frame = "ping", .silence = seconds(45)},
        .limits = {.subscriptionsPerConnection = 240, .framesPerSecond = 3, .connectionsPerMinute = 180},
        .instruments = instruments,
        .lists = lists,
        .makeFeed = makeFeedOf<OkxFeed>,
        .termsOf = termsOf,
    };
    VenueSpec okcoin = okx;
    okcoin.id = "OKCOIN";
    okcoin.name = "OKCoin";
    okcoin.kinds = products::spot;
    okcoin.addresses = okcoinAddresses;
    okcoin.endpoints = okcoinEndpoints;
    okcoin.instruments = okcoinInstruments;
    return {okx, okcoin};
}

} // namespace

std::span<VenueSpec const> okxSpecs()
{
    static auto const specs = makeSpecs();
    return specs;
}

} // namespace qob
