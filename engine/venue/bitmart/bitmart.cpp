#include "engine/market/json_feed.h"
#include "engine/market/symbol_name.h"
#include "engine/venue/all_specs.h"

#include <array>

namespace qob {

namespace {

class BitmartFeed final : public JsonFeed {
    using JsonFeed::JsonFeed;

    JsonError read(JsonDocument& message, std::string_view url, FeedBatch& out) override
    {
        if (!url.empty()) {
            return skip(message);
        }
        std::string_view table;
        auto const error = eachTopField(message, [&](std::string_view name, JsonValue value) {
            if (name == "data") {
                return eachObjectOf(value, [&](JsonObject object) { return readData(object, out.add()); });
            }
            return name == "table"          ? readText(value, table)
                   : name == "errorMessage" ? readInto(value, out.refused)
                                            : passOver(value);
        });
        bool const book = table.starts_with("spot/depth/increase");
        for (std::size_t i = 0; i < out.size(); ++i) {
            out[i].kind = table == "spot/trade" ? Kind::Trade : book ? out[i].kind : Kind::Other;
            if (book && !error && out[i].span.last == 0) {
                return missing("depth: expected the field version");
            }
        }
        return error;
    }

    JsonError readData(JsonObject object, FeedMessage& m) const
    {
        std::string_view type;
        auto const error = eachField(object, [&](std::string_view name, JsonValue value) {
            return name == "symbol"    ? readText(value, m.symbol)
                   : name == "type"    ? readText(value, type)
                   : name == "version" ? readCount(value, m.span.last)
                   : name == "ms_t"    ? readTime(value, milliseconds(1), m.venueTime)
                   : name == "bids"    ? readBids(value, m)
                   : name == "asks"    ? readAsks(value, m)
                   : name == "price"   ? readPrice(value, m)
                   : name == "size"    ? readQty(value, m)
                   : name == "side"    ? readSide(value, m)
                                       : passOver(value);
        });
        m.span.first = m.span.last;
        m.kind = type == "snapshot" ? Kind::StreamStart : Kind::Delta;
        return error;
    }
};

// Canonical: BTC_USDT -> BTC-USDT.
InstrumentTerms termsOf(VenueSpec const& /*spec*/, std::string_view symbol)
{
    return pairTerms(symbol, '_');
}

constexpr std::array<std::string_view, 1> addresses{"bitmart.com"};
constexpr std::array endpoints{VenueEndpoint{"wss://ws-manager-compress.bitmart.com/api?protocol=1.1", {}}};
constexpr std::array forms{
    SubscribeForm{
        Channel::Book,
        R"({"op":"subscribe","args":[$items]})",
        R"("spot/depth/increase100:$symbol")",
        R"({"op":"unsubscribe","args":[$items]})",
        20},
    SubscribeForm{
        Channel::Trades,
        R"({"op":"subscribe","args":[$items]})",
        R"("spot/trade:$symbol")",
        R"({"op":"unsubscribe","args":[$items]})",
        20},
};

const SyncRule rule = inWords(contiguousRule, "version = the one before + 1");

constexpr std::array instruments{VenueRequest{"https://api-cloud.bitmart.com/spot/v1/symbols/details"}};
constexpr std::array lists{ListForm{
    .url = "/symbols/details",
    .list = "data.symbols",
    .symbol = "symbol",
    .base = "base_currency",
    .quote = "quote_currency",
    .tickDecimals = "price_max_precision",
    .lotSize = "quote_increment",
    .minQty = "base_min_size",
    .minNotional = "min_buy_amount",
    .status = "trade_status",
    .trading = "trading"}};

} // namespace

std::span<VenueSpec const> bitmartSpecs()
{
    static const std::array specs{VenueSpec{
        .id = "BITMART",
        .name = "BitMart",
        .example = "BTC_USDT",
        .proof = Proof::Documented,
        .addresses = addresses,
        .rule = &rule,
        .depth = 100,
        .shortNumbers = true,
        .aggressor = "side: the taker's (not proven)",
        .endpoints = endpoints,
        .packing = Packing::RawDeflate,
        .forms = forms,
        .heartbeat = {.interval = seconds(15), .frame = "ping", .silence = seconds(40)},
        .limits = {.subscriptionsPerConnection = 100},
        .instruments = instruments,
        .lists = lists,
        .makeFeed = makeFeedOf<BitmartFeed>,
        .termsOf = termsOf,
    }};
    return specs;
}

} // namespace qob
