#include "engine/market/json_feed.h"
#include "engine/market/symbol_name.h"
#include "engine/venue/all_specs.h"

#include <array>

namespace qob {

namespace {

class PoloniexFeed final : public JsonFeed {
    using JsonFeed::JsonFeed;

    JsonError read(JsonDocument& message, std::string_view url, FeedBatch& out) override
    {
        if (!url.empty()) {
            return skip(message);
        }
        std::string_view channel;
        std::string_view action;
        std::string_view event;
        std::string_view problem;
        auto const error = eachTopField(message, [&](std::string_view name, JsonValue value) {
            if (name == "data") {
                return eachObjectOf(value, [&](JsonObject object) { return readData(object, out.add()); });
            }
            return name == "channel"   ? readText(value, channel)
                   : name == "action"  ? readText(value, action)
                   : name == "event"   ? readText(value, event)
                   : name == "message" ? readText(value, problem)
                                       : passOver(value);
        });
        for (std::size_t i = 0; i < out.size(); ++i) {
            out[i].kind = channel == "trades"     ? Kind::Trade
                          : channel != "book_lv2" ? Kind::Other
                          : action == "snapshot"  ? Kind::StreamStart
                                                  : Kind::Delta;
        }
        if (event == "error") {
            out.refused = problem;
        }
        return error;
    }

    JsonError readData(JsonObject object, FeedMessage& m) const
    {
        auto const error = eachField(object, [&](std::string_view name, JsonValue value) {
            if (name == "id") {
                readTradeId(value, m);
                return readCount(value, m.span.last);
            }
            return name == "symbol"       ? readText(value, m.symbol)
                   : name == "asks"       ? readAsks(value, m)
                   : name == "bids"       ? readBids(value, m)
                   : name == "lastId"     ? readCount(value, m.span.previous)
                   : name == "createTime" ? readTime(value, milliseconds(1), m.venueTime)
                   : name == "quantity"   ? readQty(value, m)
                   : name == "price"      ? readPrice(value, m)
                   : name == "takerSide"  ? readSide(value, m)
                                          : passOver(value);
        });
        m.span.first = m.span.last;
        return error;
    }
};

// Canonical: BTC_USDT -> BTC-USDT.
InstrumentTerms termsOf(VenueSpec const& /*spec*/, std::string_view symbol)
{
    return pairTerms(symbol, '_');
}

constexpr std::array<std::string_view, 1> addresses{"poloniex.com"};
constexpr std::array endpoints{VenueEndpoint{"wss://ws.poloniex.com/ws/public", {}}};
constexpr std::array forms{
    SubscribeForm{
        Channel::Book,
        R"({"event":"subscribe","channel":["book_lv2"],"symbols":[$items]})",
        R"("$symbol")",
        R"({"event":"unsubscribe","channel":["book_lv2"],"symbols":[$items]})",
        20},
    SubscribeForm{
        Channel::Trades,
        R"({"event":"subscribe","channel":["trades"],"symbols":[$items]})",
        R"("$symbol")",
        R"({"event":"unsubscribe","channel":["trades"],"symbols":[$items]})",
        20},
};

const SyncRule rule = inWords(chainedRule, "lastId = the id before");

constexpr std::array instruments{VenueRequest{"https://api.poloniex.com/markets"}};
constexpr std::array lists{ListForm{
    .url = "/markets",
    .symbol = "symbol",
    .base = "baseCurrencyName",
    .quote = "quoteCurrencyName",
    .tickDecimals = "symbolTradeLimit.priceScale",
    .lotDecimals = "symbolTradeLimit.quantityScale",
    .minQty = "symbolTradeLimit.minQuantity",
    .minNotional = "symbolTradeLimit.minAmount",
    .status = "state",
    .trading = "NORMAL"}};

} // namespace

std::span<VenueSpec const> poloniexSpecs()
{
    static const std::array specs{VenueSpec{
        .id = "POLONIEX",
        .name = "Poloniex",
        .example = "BTC_USDT",
        .proof = Proof::CaptureProven,
        .addresses = addresses,
        .rule = &rule,
        .shortNumbers = true,
        .aggressor = "takerSide",
        .endpoints = endpoints,
        .forms = forms,
        .heartbeat = {.interval = seconds(25), .frame = R"({"event":"ping"})"},
        .instruments = instruments,
        .lists = lists,
        .makeFeed = makeFeedOf<PoloniexFeed>,
        .termsOf = termsOf,
    }};
    return specs;
}

} // namespace qob
