#include "engine/market/json_feed.h"
#include "engine/market/symbol_name.h"
#include "engine/venue/all_specs.h"

#include <array>

namespace qob {

namespace {

class BackpackFeed final : public JsonFeed {
    using JsonFeed::JsonFeed;

    JsonError read(JsonDocument& message, std::string_view url, FeedBatch& out) override
    {
        FeedMessage& m = out.add();
        if (!url.empty()) {
            return readSnapshot(message, url, m);
        }
        std::string_view event;
        bool buyerMaker = false;
        bool sided = false;
        auto error = eachTopField(message, [&](std::string_view top, JsonValue data) {
            if (top != "data") {
                return passOver(data);
            }
            return eachFieldOf(data, [&](std::string_view name, JsonValue value) {
                return name == "e"   ? readText(value, event)
                       : name == "s" ? readText(value, m.symbol)
                       : name == "U" ? readCount(value, m.span.first)
                       : name == "u" ? readCount(value, m.span.last)
                       : name == "b" ? readBids(value, m)
                       : name == "a" ? readAsks(value, m)
                       : name == "p" ? readPrice(value, m)
                       : name == "q" ? readQty(value, m)
                       : name == "m" ? readFlag(value, buyerMaker, &sided)
                       : name == "t" ? readTradeId(value, m)
                       : name == "T" ? readTime(value, microseconds(1), m.venueTime)
                       : name == "f" ? readFunding(value, m)
                       : name == "i" ? readIndex(value, m)
                       : name == "n" ? readNextFunding(value, microseconds(1), m)
                       : name == "o" ? readInterest(value, m)
                       : name == "S" ? readSide(value, m)
                                     : passOver(value);
            });
        });
        if (event == "depth") {
            m.kind = Kind::Delta;
            if (!error && (m.span.first == 0 || m.span.first > m.span.last)) {
                error = missing("depth: expected the fields U and u, U at most u");
            }
        } else if (event == "markPrice") {
            m.kind = Kind::Statistics;
            m.statistics.markPrice = m.price;
            m.statistics.parts |= (m.parts & FeedMessage::pricePart) != 0 ? WrittenStatistics::markPart : 0U;
        } else if (event == "openInterest") {
            m.kind = Kind::Statistics;
            m.statistics.parts &= WrittenStatistics::interestPart;
        } else if (event == "liquidation") {
            m.kind = Kind::Liquidation;
        } else if (event == "trade") {
            m.kind = Kind::Trade;
            m.aggressor = !sided ? Side::Undisclosed : buyerMaker ? Side::Sell : Side::Buy;
        }
        return error;
    }

    JsonError readSnapshot(JsonDocument& message, std::string_view url, FeedMessage& m) const
    {
        if (url.find("/depth") == std::string_view::npos) {
            return skip(message);
        }
        m.kind = Kind::Snapshot;
        m.symbol = queryValue(url, "symbol");
        return eachTopField(message, [&](std::string_view name, JsonValue value) {
            return name == "lastUpdateId" ? readCount(value, m.span.last)
                   : name == "bids"       ? readBids(value, m)
                   : name == "asks"       ? readAsks(value, m)
                                          : passOver(value);
        });
    }
};

// Canonical: SOL_USDC -> SOL-USDC, SOL_USDC_PERP -> SOL-USDC-PERP.
InstrumentTerms termsOf(VenueSpec const& /*spec*/, std::string_view symbol)
{
    auto terms = pairTerms(symbol, '_');
    auto const end = terms.quote.find('_');
    if (end != std::string::npos) {
        terms.quote.resize(end);
        terms.suffix = "PERP";
        terms.kind = ContractKind::Linear;
    }
    return terms;
}

constexpr std::array<std::string_view, 1> addresses{"backpack.exchange"};
constexpr std::array endpoints{VenueEndpoint{"wss://ws.backpack.exchange", {}}};
constexpr std::array forms{
    SubscribeForm{
        Channel::Book,
        R"({"method":"SUBSCRIBE","params":[$items]})",
        R"("depth.$symbol")",
        R"({"method":"UNSUBSCRIBE","params":[$items]})",
        20},
    SubscribeForm{
        Channel::Trades,
        R"({"method":"SUBSCRIBE","params":[$items]})",
        R"("trade.$symbol")",
        R"({"method":"UNSUBSCRIBE","params":[$items]})",
        20},
    SubscribeForm{
        Channel::Statistics,
        R"({"method":"SUBSCRIBE","params":[$items]})",
        R"("markPrice.$symbol","openInterest.$symbol","liquidation.$symbol")",
        R"({"method":"UNSUBSCRIBE","params":[$items]})",
        20,
        true},
};

const SyncRule rule = inWords(contiguousRule, "U = the u before + 1");

constexpr std::array instruments{VenueRequest{"https://api.backpack.exchange/api/v1/markets"}};
constexpr std::array lists{ListForm{
    .url = "/api/v1/markets",
    .symbol = "symbol",
    .base = "baseSymbol",
    .quote = "quoteSymbol",
    .tickSize = "filters.price.tickSize",
    .lotSize = "filters.quantity.stepSize",
    .minQty = "filters.quantity.minQuantity",
    .maxQty = "filters.quantity.maxQuantity",
    .status = "orderBookState",
    .trading = "Open"}};

} // namespace

std::span<VenueSpec const> backpackSpecs()
{
    static const std::array specs{VenueSpec{
        .id = "BACKPACK",
        .name = "Backpack",
        .example = "BTC_USDC",
        .proof = Proof::Documented,
        .kinds = products::spot | products::perpetual,
        .addresses = addresses,
        .rule = &rule,
        .source = BookSource::Rest,
        .shortNumbers = true,
        .aggressor = "m: the buyer was the maker",
        .endpoints = endpoints,
        .forms = forms,
        .heartbeat = {.silence = seconds(90)},
        .snapshot = {.url = "https://api.backpack.exchange/api/v1/depth?symbol=$symbol"},
        .instruments = instruments,
        .lists = lists,
        .makeFeed = makeFeedOf<BackpackFeed>,
        .termsOf = termsOf,
    }};
    return specs;
}

} // namespace qob
