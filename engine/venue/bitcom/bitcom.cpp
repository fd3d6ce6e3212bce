#include "engine/market/json_feed.h"
#include "engine/market/symbol_name.h"
#include "engine/venue/all_specs.h"

#include <array>

namespace qob {

namespace {

class BitcomFeed final : public JsonFeed {
    using JsonFeed::JsonFeed;

    JsonError read(JsonDocument& message, std::string_view url, FeedBatch& out) override
    {
        if (!url.empty()) {
            return skip(message);
        }
        auto const channel = peek("channel");
        bool const book = channel == "depth";
        bool const trades = channel == "trade";
        Timestamp time = Timestamp::min();
        auto error = eachTopField(message, [&](std::string_view name, JsonValue value) {
            if (name == "data" && book) {
                return readBook(value, out.add());
            }
            if (name == "data" && trades) {
                return eachObjectOf(value, [&](JsonObject trade) { return readTrade(trade, out.add()); });
            }
            if (name == "data" && channel == "ticker") {
                return readTicker(value, out.add());
            }
            return name == "timestamp" ? readTime(value, milliseconds(1), time) : passOver(value);
        });
        if (book && !error && !out.empty() && out[0].span.last == 0) {
            error = missing("depth: expected the field sequence");
        }
        for (std::size_t i = 0; i < out.size(); ++i) {
            out[i].venueTime = time;
        }
        return error;
    }

    static JsonError readTicker(JsonValue data, FeedMessage& m)
    {
        m.kind = Kind::Statistics;
        return eachFieldOf(data, [&](std::string_view name, JsonValue value) {
            return name == "instrument_id" || name == "pair" ? readText(value, m.symbol)
                   : name == "mark_price"                    ? readMark(value, m)
                   : name == "index_price"                   ? readIndex(value, m)
                   : name == "funding_rate"                  ? readFunding(value, m)
                   : name == "open_interest"                 ? readInterest(value, m)
                                                             : passOver(value);
        });
    }

    JsonError readBook(JsonValue data, FeedMessage& m) const
    {
        std::string_view type;
        auto const error = eachFieldOf(data, [&](std::string_view name, JsonValue value) {
            return name == "type"                              ? readText(value, type)
                   : name == "instrument_id" || name == "pair" ? readText(value, m.symbol)
                   : name == "sequence"                        ? readCount(value, m.span.last)
                   : name == "prev_sequence"                   ? readCount(value, m.span.previous)
                   : name == "bids"                            ? readBids(value, m)
                   : name == "asks"                            ? readAsks(value, m)
                   : name == "changes"                         ? readSidedLevels(value, m)
                                                               : passOver(value);
        });
        m.kind = type == "snapshot" ? Kind::StreamStart : Kind::Delta;
        m.span.first = m.span.last;
        return error;
    }

    static JsonError readTrade(JsonObject trade, FeedMessage& m)
    {
        m.kind = Kind::Trade;
        return eachField(trade, [&](std::string_view name, JsonValue value) {
            return name == "instrument_id" || name == "pair" ? readText(value, m.symbol)
                   : name == "price"                         ? readPrice(value, m)
                   : name == "qty"                           ? readQty(value, m)
                   : name == "side"                          ? readSide(value, m)
                   : name == "trade_id"                      ? readTradeId(value, m)
                                                             : passOver(value);
        });
    }
};

// Canonical: BTC-USDT -> BTC-USDT, BTC-USDT-PERPETUAL -> BTC-USDT-PERP.
InstrumentTerms termsOf(VenueSpec const& /*spec*/, std::string_view symbol)
{
    auto terms = pairTerms(symbol, '-');
    auto const end = terms.quote.find('-');
    if (end != std::string::npos) {
        auto const rest = terms.quote.substr(end + 1);
        terms.quote.resize(end);
        terms.suffix = rest == "PERPETUAL" ? "PERP" : symbolDate(rest);
        terms.kind = ContractKind::Linear;
    }
    return terms;
}

std::size_t endpointOf(std::string_view symbol)
{
    return symbol.ends_with("-PERPETUAL") ? 1 : 0;
}

constexpr std::array<std::string_view, 1> addresses{"bit.com"};
constexpr std::array endpoints{
    VenueEndpoint{"wss://spot-ws.bit.com", {}}, VenueEndpoint{"wss://ws.bit.com", {}}};
constexpr std::array forms{
    SubscribeForm{
        Channel::Book,
        R"({"type":"subscribe","channels":["depth"],"interval":"raw","pairs":[$items]})",
        R"("$symbol")",
        R"({"type":"unsubscribe","channels":["depth"],"pairs":[$items]})",
        10},
    SubscribeForm{
        Channel::Trades,
        R"({"type":"subscribe","channels":["trade"],"interval":"raw","pairs":[$items]})",
        R"("$symbol")",
        R"({"type":"unsubscribe","channels":["trade"],"pairs":[$items]})",
        10},
    SubscribeForm{
        Channel::Statistics,
        R"({"type":"subscribe","channels":["ticker"],"interval":"100ms","instruments":[$items]})",
        R"("$symbol")",
        R"({"type":"unsubscribe","channels":["ticker"],"instruments":[$items]})",
        20,
        true},
};

const SyncRule rule = inWords(chainedRule, "prev_sequence = the sequence before");

constexpr std::array instruments{
    VenueRequest{"https://spot-api.bit.com/spot/v1/instruments"},
    VenueRequest{"https://api.bit.com/linear/v1/instruments?currency=USD&active=true"}};
constexpr std::array lists{
    ListForm{
        .url = "/spot/v1/instruments",
        .list = "data",
        .symbol = "pair",
        .base = "base_currency",
        .quote = "quote_currency",
        .tickSize = "price_step",
        .lotSize = "qty_step",
        .minQty = "qty_min",
        .minNotional = "quote_qty_min"},
    ListForm{
        .url = "/linear/v1/instruments",
        .list = "data",
        .symbol = "instrument_id",
        .tickSize = "price_step",
        .lotSize = "size_step",
        .minQty = "min_size"},
};

} // namespace

std::span<VenueSpec const> bitcomSpecs()
{
    static const std::array specs{VenueSpec{
        .id = "BIT.COM",
        .name = "Bit.com",
        .example = "BTC-USDT",
        .proof = Proof::CaptureProven,
        .kinds = products::spot | products::perpetual,
        .addresses = addresses,
        .rule = &rule,
        .aggressor = "side: the taker's (not proven)",
        .endpoints = endpoints,
        .endpointOf = endpointOf,
        .forms = forms,
        .heartbeat = {.interval = seconds(15), .frame = R"({"type":"ping","params":{"id":$id}})"},
        .instruments = instruments,
        .lists = lists,
        .makeFeed = makeFeedOf<BitcomFeed>,
        .termsOf = termsOf,
    }};
    return specs;
}

} // namespace qob
