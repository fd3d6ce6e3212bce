#include "engine/market/json_feed.h"
#include "engine/market/symbol_name.h"
#include "engine/venue/all_specs.h"

#include <array>

namespace qob {

namespace {

// Each update names the time of the one before. The snapshot is asked for on the stream.
class WooFeed final : public JsonFeed {
    using JsonFeed::JsonFeed;

    JsonError read(JsonDocument& message, std::string_view url, FeedBatch& out) override
    {
        if (!url.empty()) {
            return skip(message);
        }
        auto const topic = peek("topic");
        auto const event = peek("event");
        FeedMessage& m = out.add();
        std::uint64_t time = 0;
        auto error = eachTopField(message, [&](std::string_view name, JsonValue value) {
            return name == "data"       ? readData(value, m, topic)
                   : name == "errorMsg" ? readInto(value, out.refused)
                   : name == "ts"       ? readCount(value, time)
                                        : passOver(value);
        });
        constexpr std::uint64_t latest = 9'000'000'000'000;
        if (time < latest) {
            m.venueTime = Timestamp(milliseconds(static_cast<std::int64_t>(time)).value);
        }
        if (topic.ends_with("@orderbookupdate")) {
            m.kind = Kind::Delta;
            m.span.first = m.span.last = time;
            if (!error && (time == 0 || m.span.previous == 0)) {
                error = missing("orderbookupdate: expected the fields ts and prevTs");
            }
        } else if (event == "request" && (m.parts & FeedMessage::bidPart) != 0) {
            m.kind = Kind::Snapshot;
        } else if (isStatistics(topic)) {
            m.kind = Kind::Statistics;
        } else if (topic.ends_with("@trade")) {
            m.kind = Kind::Trade;
        }
        if (event == "ping") {
            out.answer = R"({"event":"pong"})";
        }
        return error;
    }

    static bool isStatistics(std::string_view topic)
    {
        return topic.ends_with("@markprice") || topic.ends_with("@openinterest") ||
               topic.ends_with("@estfundingrate");
    }

    JsonError readData(JsonValue data, FeedMessage& m, std::string_view topic) const
    {
        return eachFieldOf(data, [&](std::string_view name, JsonValue value) {
            if (name == "price" && topic.ends_with("@markprice")) {
                return readMark(value, m);
            }
            if (name == "fundingRate" || name == "openInterest" || name == "fundingTs") {
                return name == "fundingRate"    ? readFunding(value, m)
                       : name == "openInterest" ? readInterest(value, m)
                                                : readNextFunding(value, milliseconds(1), m);
            }
            return name == "symbol"   ? readText(value, m.symbol)
                   : name == "prevTs" ? readCount(value, m.span.previous)
                   : name == "ts"     ? readCount(value, m.span.last)
                   : name == "bids"   ? readBids(value, m)
                   : name == "asks"   ? readAsks(value, m)
                   : name == "price"  ? readPrice(value, m)
                   : name == "size"   ? readQty(value, m)
                   : name == "side"   ? readSide(value, m)
                                      : passOver(value);
        });
    }
};

// Canonical: SPOT_BTC_USDT -> BTC-USDT, PERP_BTC_USDT -> BTC-USDT-PERP.
InstrumentTerms termsOf(VenueSpec const& /*spec*/, std::string_view symbol)
{
    auto const start = symbol.find('_');
    auto terms = pairTerms(start == std::string_view::npos ? symbol : symbol.substr(start + 1), '_');
    terms.symbol = symbol;
    if (symbol.starts_with("PERP_")) {
        terms.suffix = "PERP";
        terms.kind = ContractKind::Linear;
    }
    return terms;
}

constexpr std::array<std::string_view, 2> addresses{"woox.io", "woo.org"};
constexpr std::array endpoints{VenueEndpoint{"wss://wss.woox.io/ws/stream/public", {}}};
constexpr std::array forms{
    SubscribeForm{
        Channel::Book,
        R"({"id":"$id","event":"subscribe","topic":"$symbol@orderbookupdate"})",
        {},
        R"({"id":"$id","event":"unsubscribe","topic":"$symbol@orderbookupdate"})",
        1},
    SubscribeForm{
        Channel::Trades,
        R"({"id":"$id","event":"subscribe","topic":"$symbol@trade"})",
        {},
        R"({"id":"$id","event":"unsubscribe","topic":"$symbol@trade"})",
        1},
    SubscribeForm{
        Channel::Statistics,
        R"({"id":"$id","event":"subscribe","topic":"$symbol@markprice"})",
        {},
        R"({"id":"$id","event":"unsubscribe","topic":"$symbol@markprice"})",
        1,
        true},
    SubscribeForm{
        Channel::Statistics,
        R"({"id":"$id","event":"subscribe","topic":"$symbol@openinterest"})",
        {},
        R"({"id":"$id","event":"unsubscribe","topic":"$symbol@openinterest"})",
        1,
        true},
    SubscribeForm{
        Channel::Statistics,
        R"({"id":"$id","event":"subscribe","topic":"$symbol@estfundingrate"})",
        {},
        R"({"id":"$id","event":"unsubscribe","topic":"$symbol@estfundingrate"})",
        1,
        true},
};

const SyncRule rule = inWords(chainedRule, "prevTs = the ts before");

constexpr std::array instruments{VenueRequest{"https://api.woox.io/v1/public/info"}};
constexpr std::array lists{ListForm{
    .url = "/v1/public/info",
    .list = "rows",
    .symbol = "symbol",
    .tickSize = "quote_tick",
    .lotSize = "base_tick",
    .minQty = "base_min",
    .maxQty = "base_max",
    .minNotional = "min_notional",
    .status = "status",
    .trading = "TRADING"}};

} // namespace

std::span<VenueSpec const> wooSpecs()
{
    static const std::array specs{VenueSpec{
        .id = "WOO",
        .name = "WOO X",
        .example = "SPOT_BTC_USDT",
        .proof = Proof::Documented,
        .kinds = products::spot | products::perpetual,
        .addresses = addresses,
        .rule = &rule,
        .source = BookSource::StreamRequest,
        .depth = 100,
        .shortNumbers = true,
        .aggressor = "side: the taker's",
        .endpoints = endpoints,
        .forms = forms,
        .heartbeat = {.interval = seconds(10), .frame = R"({"event":"ping"})"},
        .limits = {.subscriptionsPerConnection = 50},
        .snapshotFrame = R"({"id":"$id","event":"request","params":{"type":"orderbook","symbol":"$symbol"}})",
        .instruments = instruments,
        .lists = lists,
        .makeFeed = makeFeedOf<WooFeed>,
        .termsOf = termsOf,
    }};
    return specs;
}

} // namespace qob
