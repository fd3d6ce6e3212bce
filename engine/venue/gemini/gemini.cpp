#include "engine/market/json_feed.h"
#include "engine/market/symbol_name.h"
#include "engine/venue/all_specs.h"

#include <array>

namespace qob {

namespace {

// The first `l2_updates` of a symbol is the whole book: it alone lists past trades.
class GeminiFeed final : public JsonFeed {
    using JsonFeed::JsonFeed;

    JsonError read(JsonDocument& message, std::string_view url, FeedBatch& out) override
    {
        if (!url.empty()) {
            return skip(message);
        }
        FeedMessage& m = out.add();
        std::string_view type;
        bool whole = false;
        auto const error = eachTopField(message, [&](std::string_view name, JsonValue value) {
            whole = whole || name == "trades";
            return name == "type"        ? readText(value, type)
                   : name == "symbol"    ? readText(value, m.symbol)
                   : name == "changes"   ? readSidedLevels(value, m)
                   : name == "price"     ? readPrice(value, m)
                   : name == "quantity"  ? readQty(value, m)
                   : name == "side"      ? readTradeSide(value, m)
                   : name == "event_id"  ? readTradeId(value, m)
                   : name == "timestamp" ? readTime(value, milliseconds(1), m.venueTime)
                                         : passOver(value);
        });
        m.kind = type == "trade"        ? Kind::Trade
                 : type != "l2_updates" ? Kind::Other
                 : whole                ? Kind::StreamStart
                                        : Kind::Delta;
        return error;
    }

    // A block trade has a side of that name, which is nobody's.
    static JsonError readTradeSide(JsonValue value, FeedMessage& m)
    {
        auto const error = readSide(value, m);
        if (rawScalar(value) == "block") {
            m.aggressor = Side::Undisclosed;
        }
        return error;
    }
};

// Canonical: BTCUSD -> BTC-USD, BTCGUSDPERP -> BTC-GUSD-PERP.
InstrumentTerms termsOf(VenueSpec const& spec, std::string_view symbol)
{
    constexpr std::string_view perp = "PERP";
    if (!symbol.ends_with(perp)) {
        return pairTerms(symbol, '\0', spec.id);
    }
    auto terms = pairTerms(symbol.substr(0, symbol.size() - perp.size()), '\0', spec.id);
    terms.symbol = symbol;
    terms.suffix = perp;
    terms.kind = ContractKind::Linear;
    return terms;
}

constexpr std::array<std::string_view, 1> addresses{"gemini.com"};
constexpr std::array endpoints{VenueEndpoint{"wss://api.gemini.com/v2/marketdata", {}}};
// Trades come with the book.
constexpr std::array forms{SubscribeForm{
    Channel::Book,
    R"({"type":"subscribe","subscriptions":[{"name":"l2","symbols":[$items]}]})",
    R"("$symbol")",
    R"({"type":"unsubscribe","subscriptions":[{"name":"l2","symbols":[$items]}]})",
    20}};

constexpr std::array instruments{VenueRequest{"https://api.gemini.com/v1/symbols/details/$symbol"}};
constexpr std::array lists{ListForm{
    .url = "/symbols/details/",
    .list = ".",
    .symbol = "symbol",
    .base = "base_currency",
    .quote = "quote_currency",
    .tickSize = "quote_increment",
    .lotSize = "tick_size",
    .minQty = "min_order_size",
    .status = "status",
    .trading = "open"}};

} // namespace

std::span<VenueSpec const> geminiSpecs()
{
    static const std::array specs{VenueSpec{
        .id = "GEMINI",
        .name = "Gemini",
        .example = "BTCUSD",
        .proof = Proof::CaptureProven,
        .kinds = products::spot | products::perpetual,
        .addresses = addresses,
        .rule = &unnumberedRule,
        .shortNumbers = true,
        .aggressor = "side: the taker's",
        .endpoints = endpoints,
        .forms = forms,
        .limits = {.restPerMinute = 120},
        .instruments = instruments,
        .lists = lists,
        .makeFeed = makeFeedOf<GeminiFeed>,
        .termsOf = termsOf,
    }};
    return specs;
}

} // namespace qob
