#include "engine/market/json_feed.h"
#include "engine/market/symbol_name.h"
#include "engine/venue/all_specs.h"

#include <array>

namespace qob {

namespace {

// HitBTC, Bequant and FMFW.io: one house, one way of speaking. v3 of the stream, and v2 as it is still found
// in recordings.
class HitbtcFeed final : public JsonFeed {
    using JsonFeed::JsonFeed;

    JsonError read(JsonDocument& message, std::string_view url, FeedBatch& out) override
    {
        if (!url.empty()) {
            return skip(message);
        }
        auto const channel = peek("ch");
        auto const method = peek("method");
        return eachTopField(message, [&](std::string_view name, JsonValue value) {
            if (name == "snapshot" || name == "update") {
                bool const first = name == "snapshot";
                return eachFieldOf(value, [&](std::string_view symbol, JsonValue part) {
                    return channel.starts_with("orderbook/") ? readBook(part, symbol, first, out)
                           : channel == "trades" && !first   ? readTrades(part, symbol, out)
                                                             : walkJson(part);
                });
            }
            if (name == "params") {
                return readParams(value, method, out);
            }
            if (name == "error") {
                return eachFieldOf(value, [&](std::string_view field, JsonValue part) {
                    return field == "message" ? readInto(part, out.refused) : passOver(part);
                });
            }
            return passOver(value);
        });
    }

    // {"t":milliseconds,"s":sequence,"a":[["p","q"],..],"b":[..]}
    JsonError readBook(JsonValue value, std::string_view symbol, bool first, FeedBatch& out) const
    {
        FeedMessage& m = out.add();
        m.symbol = symbol;
        m.kind = first ? Kind::StreamStart : Kind::Delta;
        auto const error = eachFieldOf(value, [&](std::string_view name, JsonValue part) {
            return name == "t"   ? readTime(part, milliseconds(1), m.venueTime)
                   : name == "s" ? readCount(part, m.span.last)
                   : name == "a" ? readAsks(part, m)
                   : name == "b" ? readBids(part, m)
                                 : passOver(part);
        });
        m.span.first = m.span.last;
        return error;
    }

    static JsonError readTrades(JsonValue value, std::string_view symbol, FeedBatch& out)
    {
        return eachObjectOf(value, [&](JsonObject trade) {
            FeedMessage& m = out.add();
            m.symbol = symbol;
            m.kind = Kind::Trade;
            return eachField(trade, [&](std::string_view name, JsonValue part) {
                return name == "t" || name == "timestamp"  ? readAnyTime(part, m.venueTime)
                       : name == "i" || name == "id"       ? readTradeId(part, m)
                       : name == "p" || name == "price"    ? readPrice(part, m)
                       : name == "q" || name == "quantity" ? readQty(part, m)
                       : name == "s" || name == "side"     ? readSide(part, m)
                                                           : passOver(part);
            });
        });
    }

    static JsonError readAnyTime(JsonValue value, Timestamp& time)
    {
        return firstCharacter(value) == '"' ? readIsoTime(value, time)
                                            : readTime(value, milliseconds(1), time);
    }

    // v2: {"ask":[{"price","size"},..],"bid":[..],"sequence":..,"symbol":..} or {"data":[trades],"symbol":..}
    static JsonError readParams(JsonValue value, std::string_view method, FeedBatch& out)
    {
        bool const book = method == "snapshotOrderbook" || method == "updateOrderbook";
        bool const trades = method == "updateTrades";
        if (!book && !trades) {
            return walkJson(value);
        }
        std::string_view symbol;
        FeedMessage* const m = book ? &out.add() : nullptr;
        auto const error = eachFieldOf(value, [&](std::string_view name, JsonValue part) {
            if (name == "data" && trades) {
                return readTrades(part, {}, out);
            }
            if (book && (name == "ask" || name == "bid")) {
                m->parts |= FeedMessage::bidPart;
                return readNamedLevels(part, "price", "size", name == "bid" ? m->bids : m->asks);
            }
            return name == "symbol"              ? readText(part, symbol)
                   : book && name == "sequence"  ? readCount(part, m->span.last)
                   : book && name == "timestamp" ? readIsoTime(part, m->venueTime)
                                                 : passOver(part);
        });
        for (std::size_t i = 0; i < out.size(); ++i) {
            out[i].symbol = symbol;
        }
        if (book) {
            m->kind = method == "snapshotOrderbook" ? Kind::StreamStart : Kind::Delta;
            m->span.first = m->span.last;
        }
        return error;
    }
};

// Canonical: BTCUSDT -> BTC-USDT, BTCUSDT_PERP -> BTC-USDT-PERP.
InstrumentTerms termsOf(VenueSpec const& /*spec*/, std::string_view symbol)
{
    auto const end = symbol.find('_');
    auto terms = pairTerms(symbol.substr(0, end), '\0');
    terms.symbol = symbol;
    if (end != std::string_view::npos) {
        terms.suffix = "PERP";
        terms.kind = ContractKind::Linear;
    }
    return terms;
}

constexpr std::array<std::string_view, 1> addresses{"hitbtc.com"};
constexpr std::array endpoints{VenueEndpoint{"wss://api.hitbtc.com/api/3/ws/public", {}}};
constexpr std::array<std::string_view, 1> bequantAddresses{"bequant.io"};
constexpr std::array bequantEndpoints{VenueEndpoint{"wss://api.bequant.io/api/3/ws/public", {}}};
constexpr std::array<std::string_view, 1> fmfwAddresses{"fmfw.io"};
constexpr std::array fmfwEndpoints{VenueEndpoint{"wss://api.fmfw.io/api/3/ws/public", {}}};
constexpr std::array forms{
    SubscribeForm{
        Channel::Book,
        R"({"method":"subscribe","ch":"orderbook/full","params":{"symbols":[$items]},"id":$id})",
        R"("$symbol")",
        R"({"method":"unsubscribe","ch":"orderbook/full","params":{"symbols":[$items]},"id":$id})",
        20},
    SubscribeForm{
        Channel::Trades,
        R"({"method":"subscribe","ch":"trades","params":{"symbols":[$items]},"id":$id})",
        R"("$symbol")",
        R"({"method":"unsubscribe","ch":"trades","params":{"symbols":[$items]},"id":$id})",
        20},
};

const SyncRule rule = inWords(contiguousRule, "s = the one before + 1");

constexpr std::array instruments{VenueRequest{"https://api.hitbtc.com/api/3/public/symbol"}};
constexpr std::array bequantInstruments{VenueRequest{"https://api.bequant.io/api/3/public/symbol"}};
constexpr std::array fmfwInstruments{VenueRequest{"https://api.fmfw.io/api/3/public/symbol"}};
constexpr std::array lists{
    ListForm{
        .url = "/api/3/public/symbol",
        .symbol = "$key",
        .base = "base_currency",
        .quote = "quote_currency",
        .tickSize = "tick_size",
        .lotSize = "quantity_increment",
        .status = "status",
        .trading = "working"},
    ListForm{
        .url = "/api/2/public/symbol",
        .symbol = "id",
        .base = "baseCurrency",
        .quote = "quoteCurrency",
        .tickSize = "tickSize",
        .lotSize = "quantityIncrement"},
};

std::array<VenueSpec, 3> makeSpecs()
{
    VenueSpec hitbtc{
        .id = "HITBTC",
        .name = "HitBTC",
        .example = "BTCUSDT",
        .proof = Proof::CaptureProven,
        .addresses = addresses,
        .rule = &rule,
        .shortNumbers = true,
        .aggressor = "side: the taker's",
        .endpoints = endpoints,
        .forms = forms,
        .limits = {.restPerMinute = 600},
        .instruments = instruments,
        .lists = lists,
        .makeFeed = makeFeedOf<HitbtcFeed>,
        .termsOf = termsOf,
    };
    VenueSpec bequant = hitbtc;
    bequant.id = "BEQUANT";
    bequant.instruments = bequantInstruments;
    bequant.name = "Bequant";
    bequant.addresses = bequantAddresses;
    bequant.endpoints = bequantEndpoints;
    VenueSpec fmfw = hitbtc;
    fmfw.id = "FMFW";
    fmfw.instruments = fmfwInstruments;
    fmfw.name = "FMFW.io";
    fmfw.addresses = fmfwAddresses;
    fmfw.endpoints = fmfwEndpoints;
    return {hitbtc, bequant, fmfw};
}

} // namespace

std::span<VenueSpec const> hitbtcSpecs()
{
    static auto const specs = makeSpecs();
    return specs;
}

} // namespace qob
