#include "engine/market/instrument_list.h"
#include "engine/market/json_feed.h"
#include "engine/market/symbol_name.h"
#include "engine/venue/all_specs.h"

#include <array>

namespace qob {

namespace {

// v5 of the stream. Messages of v2, which is gone, are still read, for recordings: `orderBookL2_25` without
// numbers, and `trade`.
class BybitFeed final : public JsonFeed {
    using JsonFeed::JsonFeed;

    JsonError read(JsonDocument& message, std::string_view url, FeedBatch& out) override
    {
        if (!url.empty()) {
            return skip(message);
        }
        auto const topic = peek("topic");
        auto const symbol = topic.substr(std::min(topic.size(), topic.rfind('.') + 1));
        if (topic.starts_with("orderBookL2")) {
            return readOldBook(message, symbol, out);
        }
        bool const book = topic.starts_with("orderbook.");
        bool const trades = topic.starts_with("publicTrade.") || topic.starts_with("trade.");
        bool const ticker = topic.starts_with("tickers.");
        bool const forced = topic.starts_with("allLiquidation.");
        std::string_view type;
        std::string_view problem;
        bool success = true;
        auto error = eachTopField(message, [&](std::string_view name, JsonValue value) {
            if (name == "data" && book) {
                return readBook(value, out.add());
            }
            if (name == "data" && trades) {
                return eachObjectOf(value, [&](JsonObject trade) { return readTrade(trade, out.add()); });
            }
            if (name == "data" && forced) {
                return eachObjectOf(value, [&](JsonObject object) { return readForced(object, out.add()); });
            }
            if (name == "data" && ticker) {
                return readTicker(value, out.add());
            }
            return name == "type"      ? readText(value, type)
                   : name == "success" ? readFlag(value, success)
                   : name == "ret_msg" ? readText(value, problem)
                                       : passOver(value);
        });
        if (book && !out.empty()) {
            out[0].kind = type == "snapshot" ? Kind::StreamStart : Kind::Delta;
            if (out[0].span.last == 0 && !error) {
                error = missing("orderbook: expected the field u");
            }
        }
        if (!success) {
            out.refused = problem;
        }
        return error;
    }

    JsonError readBook(JsonValue value, FeedMessage& m) const
    {
        auto const error = eachFieldOf(value, [&](std::string_view name, JsonValue part) {
            return name == "s"   ? readText(part, m.symbol)
                   : name == "b" ? readBids(part, m)
                   : name == "a" ? readAsks(part, m)
                   : name == "u" ? readCount(part, m.span.last)
                                 : passOver(part);
        });
        m.span.first = m.span.last;
        return error;
    }

    static JsonError readTrade(JsonObject trade, FeedMessage& m)
    {
        m.kind = Kind::Trade;
        return eachField(trade, [&](std::string_view name, JsonValue part) {
            return name == "s" || name == "symbol"          ? readText(part, m.symbol)
                   : name == "S" || name == "side"          ? readSide(part, m)
                   : name == "v" || name == "size"          ? readQty(part, m)
                   : name == "p" || name == "price"         ? readPrice(part, m)
                   : name == "i"                            ? readTradeId(part, m)
                   : name == "T" || name == "trade_time_ms" ? readTime(part, milliseconds(1), m.venueTime)
                                                            : passOver(part);
        });
    }

    static JsonError readTicker(JsonValue value, FeedMessage& m)
    {
        m.kind = Kind::Statistics;
        return eachFieldOf(value, [&](std::string_view name, JsonValue part) {
            return name == "symbol"            ? readText(part, m.symbol)
                   : name == "markPrice"       ? readMark(part, m)
                   : name == "indexPrice"      ? readIndex(part, m)
                   : name == "fundingRate"     ? readFunding(part, m)
                   : name == "openInterest"    ? readInterest(part, m)
                   : name == "nextFundingTime" ? readNextFunding(part, milliseconds(1), m)
                                               : passOver(part);
        });
    }

    // S is the side of the position: Buy, a long one is closed.
    static JsonError readForced(JsonObject object, FeedMessage& m)
    {
        m.kind = Kind::Liquidation;
        auto const error = eachField(object, [&](std::string_view name, JsonValue part) {
            return name == "s"   ? readText(part, m.symbol)
                   : name == "S" ? readSide(part, m)
                   : name == "v" ? readQty(part, m)
                   : name == "p" ? readPrice(part, m)
                   : name == "T" ? readTime(part, milliseconds(1), m.venueTime)
                                 : passOver(part);
        });
        m.aggressor = m.aggressor == Side::Undisclosed ? m.aggressor : opposite(m.aggressor);
        return error;
    }

    // Levels as objects: a list of them, or lists called order_book, delete, update and insert.
    JsonError readOldBook(JsonDocument& message, std::string_view symbol, FeedBatch& out)
    {
        FeedMessage& m = out.add();
        m.symbol = symbol;
        m.parts |= FeedMessage::bidPart;
        std::string_view type;
        auto const error = eachTopField(message, [&](std::string_view name, JsonValue value) {
            if (name == "data" && isObject(value)) {
                return eachFieldOf(value, [&](std::string_view list, JsonValue levels) {
                    return readOldLevels(levels, m, list == "delete");
                });
            }
            return name == "data"           ? readOldLevels(value, m, false)
                   : name == "type"         ? readText(value, type)
                   : name == "timestamp_e6" ? readTime(value, microseconds(1), m.venueTime)
                                            : passOver(value);
        });
        m.kind = type == "snapshot" ? Kind::StreamStart : Kind::Delta;
        return error;
    }

    static JsonError readOldLevels(JsonValue levels, FeedMessage& m, bool gone)
    {
        return eachObjectOf(levels, [&](JsonObject object) -> JsonError {
            WrittenLevel level;
            std::string_view word;
            bool priced = false;
            bool sized = false;
            auto const error = eachField(object, [&](std::string_view name, JsonValue part) {
                return name == "price"  ? readDecimal(part, level.price, priced)
                       : name == "size" ? readDecimal(part, level.qty, sized)
                       : name == "side" ? readText(part, word)
                                        : passOver(part);
            });
            auto const side = sideOf(word);
            if (!error && (!priced || side == Side::Undisclosed || (!sized && !gone))) {
                return simdjson::NUMBER_ERROR;
            }
            level.qty = gone ? WrittenNumber{} : level.qty;
            addLevel(m, side, level);
            return error;
        });
    }
};

// The month a letter stands for; 0: none that ends a quarter.
int quarterMonth(char letter)
{
    return letter == 'H' ? 3 : letter == 'M' ? 6 : letter == 'U' ? 9 : letter == 'Z' ? 12 : 0;
}

// Inverse contracts with a date: BTCUSDZ26, quoted in dollars and delivered in a quarter's last month.
constexpr std::size_t datedEnd = 3; // "Z26"

bool isInverseDated(std::string_view symbol)
{
    auto const isDigit = [](char c) {
        return c >= '0' && c <= '9';
    };
    auto const size = symbol.size();
    return size > datedEnd && isDigit(symbol[size - 1]) && isDigit(symbol[size - 2]) &&
           quarterMonth(symbol[size - datedEnd]) != 0 && symbol.substr(0, size - datedEnd).ends_with("USD");
}

// Canonical: BTCUSDT -> BTC-USDT (BYBIT_SPOT) or BTC-USDT-PERP; BTCPERP -> BTC-USDC-PERP; BTCUSD ->
// BTC-USD-PERP (inverse, contracts of one dollar); BTC-27SEP24 -> BTC-USDC-20240927, BTCUSDT-27SEP24 ->
// BTC-USDT-20240927; BTCUSDZ26 -> BTC-USD-202612 (inverse), until the list tells the day.
InstrumentTerms termsOf(VenueSpec const& spec, std::string_view symbol)
{
    if (spec.kinds == products::spot) {
        return pairTerms(symbol, '\0');
    }
    bool const dated = isInverseDated(symbol);
    auto const dash = symbol.find('-');
    InstrumentTerms terms =
        pairTerms(dated ? symbol.substr(0, symbol.size() - datedEnd) : symbol.substr(0, dash), '\0');
    terms.symbol = symbol;
    terms.suffix = "PERP";
    if (dated) {
        int const month = quarterMonth(symbol[symbol.size() - datedEnd]);
        terms.suffix = "20" + std::string(symbol.substr(symbol.size() - 2)) + (month < 10 ? "0" : "") +
                       std::to_string(month);
    } else if (dash != std::string_view::npos) {
        terms.suffix = symbolDate(symbol.substr(dash + 1));
        terms.quote = terms.quote.empty() ? "USDC" : terms.quote;
    } else if (symbol.ends_with("PERP")) {
        terms.base = symbol.substr(0, symbol.size() - 4);
        terms.quote = "USDC";
    }
    terms.kind = terms.quote == "USD" ? ContractKind::Inverse : ContractKind::Linear;
    return terms;
}

std::size_t endpointOf(std::string_view symbol)
{
    return symbol.ends_with("USD") || isInverseDated(symbol) ? 1 : 0;
}

constexpr std::array forms{
    SubscribeForm{
        Channel::Book,
        R"({"op":"subscribe","args":[$items],"req_id":"$id"})",
        R"("orderbook.200.$symbol")",
        R"({"op":"unsubscribe","args":[$items],"req_id":"$id"})",
        10},
    SubscribeForm{
        Channel::Trades,
        R"({"op":"subscribe","args":[$items],"req_id":"$id"})",
        R"("publicTrade.$symbol")",
        R"({"op":"unsubscribe","args":[$items],"req_id":"$id"})",
        10},
};
constexpr std::array derivativeForms{
    forms[0],
    forms[1],
    SubscribeForm{
        Channel::Statistics,
        R"({"op":"subscribe","args":[$items],"req_id":"$id"})",
        R"("tickers.$symbol","allLiquidation.$symbol")",
        R"({"op":"unsubscribe","args":[$items],"req_id":"$id"})",
        5,
        true},
};
constexpr std::array<std::string_view, 4> addresses{
    "stream.bybit.com/realtime",
    "api.bybit.com",
    "stream.bybit.com/v5/public/linear",
    "stream.bybit.com/v5/public/inverse"};
constexpr std::array endpoints{
    VenueEndpoint{"wss://stream.bybit.com/v5/public/linear", {}},
    VenueEndpoint{"wss://stream.bybit.com/v5/public/inverse", {}}};
constexpr std::array<std::string_view, 1> spotAddresses{"stream.bybit.com/v5/public/spot"};
constexpr std::array spotEndpoints{VenueEndpoint{"wss://stream.bybit.com/v5/public/spot", {}}};

const SyncRule rule = inWords(contiguousRule, "u = the one before + 1; u = 1 starts anew");

// Contracts that settle in the base are inverse: quantities are dollars. Those with a date say when; of a
// perpetual the same field is the day it is taken off the list.
bool finishContract(ListRow const& row, InstrumentTerms& terms)
{
    constexpr std::uint64_t latest = 9'000'000'000'000; // as milliseconds since 1970, that a Timestamp can be
    auto const type = row.text("contractType");
    std::uint64_t delivery = 0;
    if (type.ends_with("Futures") && parseUnsigned(row.text("deliveryTime"), delivery) && delivery != 0 &&
        delivery < latest) {
        terms.suffix = dateOf(Timestamp(0) + milliseconds(static_cast<std::int64_t>(delivery)));
    }
    terms.kind = type.starts_with("Inverse") ? ContractKind::Inverse
                 : type.empty()              ? terms.kind
                                             : ContractKind::Linear;
    return true;
}

constexpr std::array instruments{
    VenueRequest{"https://api.bybit.com/v5/market/instruments-info?category=linear&limit=1000"},
    VenueRequest{"https://api.bybit.com/v5/market/instruments-info?category=inverse&limit=1000"}};
constexpr std::array spotInstruments{
    VenueRequest{"https://api.bybit.com/v5/market/instruments-info?category=spot&limit=1000"}};
constexpr std::array lists{
    ListForm{
        .url = "instruments-info?category=spot",
        .list = "result.list",
        .symbol = "symbol",
        .base = "baseCoin",
        .quote = "quoteCoin",
        .tickSize = "priceFilter.tickSize",
        .lotSize = "lotSizeFilter.basePrecision",
        .minQty = "lotSizeFilter.minOrderQty",
        .maxQty = "lotSizeFilter.maxOrderQty",
        .minNotional = "lotSizeFilter.minOrderAmt",
        .status = "status",
        .trading = "Trading"},
    ListForm{
        .url = "instruments-info?category=",
        .list = "result.list",
        .symbol = "symbol",
        .base = "baseCoin",
        .quote = "quoteCoin",
        .tickSize = "priceFilter.tickSize",
        .lotSize = "lotSizeFilter.qtyStep",
        .minQty = "lotSizeFilter.minOrderQty",
        .maxQty = "lotSizeFilter.maxOrderQty",
        .minNotional = "lotSizeFilter.minNotionalValue",
        .status = "status",
        .trading = "Trading",
        .finish = finishContract},
    ListForm{
        .url = "/v2/public/symbols",
        .list = "result",
        .symbol = "name",
        .base = "base_currency",
        .quote = "quote_currency",
        .tickSize = "price_filter.tick_size",
        .lotSize = "lot_size_filter.qty_step",
        .minQty = "lot_size_filter.min_trading_qty",
        .status = "status",
        .trading = "Trading"},
};

std::array<VenueSpec, 2> makeSpecs()
{
    VenueSpec bybit{
        .id = "BYBIT",
        .name = "Bybit derivatives",
        .example = "BTCUSDT",
        // A capture proves v2, which had no numbers.
        .proof = Proof::Documented,
        .kinds = products::perpetual | products::future,
        .addresses = addresses,
        .rule = &rule,
        .shortNumbers = true,
        .aggressor = "S: the taker's",
        .endpoints = endpoints,
        .endpointOf = endpointOf,
        .forms = derivativeForms,
        .heartbeat = {.interval = seconds(20), .frame = R"({"op":"ping","req_id":"$id"})"},
        .limits = {.connectionsPerMinute = 100, .restPerMinute = 600},
        .instruments = instruments,
        .lists = lists,
        .makeFeed = makeFeedOf<BybitFeed>,
        .termsOf = termsOf,
    };
    VenueSpec spot = bybit;
    spot.id = "BYBIT_SPOT";
    spot.name = "Bybit spot";
    spot.kinds = products::spot;
    spot.instruments = spotInstruments;
    spot.forms = forms;
    spot.addresses = spotAddresses;
    spot.endpoints = spotEndpoints;
    spot.endpointOf = nullptr;
    return {bybit, spot};
}

} // namespace

std::span<VenueSpec const> bybitSpecs()
{
    static auto const specs = makeSpecs();
    return specs;
}

} // namespace qob
