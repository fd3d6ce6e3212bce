#include "engine/market/instrument_list.h"
#include "engine/market/json_feed.h"
#include "engine/market/symbol_name.h"
#include "engine/venue/all_specs.h"

#include <array>

namespace qob {

namespace {

// A level has an id, and only its insertion tells the price. So levels are taken for orders.
class BitmexFeed final : public JsonFeed {
    using JsonFeed::JsonFeed;

    JsonError read(JsonDocument& message, std::string_view url, FeedBatch& out) override
    {
        if (!url.empty()) {
            return skip(message);
        }
        auto const table = peek("table");
        auto const action = peek("action");
        bool const book = table.starts_with("orderBookL2");
        bool const trades = table == "trade" && action == "insert";
        auto const error = eachTopField(message, [&](std::string_view name, JsonValue value) {
            if (name == "data" && book) {
                return eachObjectOf(value, [&](JsonObject object) { return readLevel(object, action, out); });
            }
            if (name == "data" && trades) {
                return eachObjectOf(value, [&](JsonObject object) { return readTrade(object, out.add()); });
            }
            if (name == "data" && table == "instrument") {
                return eachObjectOf(value, [&](JsonObject object) { return readTicker(object, out.add()); });
            }
            if (name == "data" && table == "liquidation" && action == "insert") {
                return eachObjectOf(value, [&](JsonObject object) { return readForced(object, out.add()); });
            }
            return name == "error" ? readInto(value, out.refused) : passOver(value);
        });
        return error;
    }

    JsonError readLevel(JsonObject object, std::string_view action, FeedBatch& out)
    {
        std::string_view symbol;
        std::string_view word;
        WrittenLevel level;
        std::uint64_t id = 0;
        Timestamp time = Timestamp::min();
        bool priced = false;
        bool sized = false;
        auto const error = eachField(object, [&](std::string_view name, JsonValue value) {
            return name == "symbol"      ? readText(value, symbol)
                   : name == "id"        ? readCount(value, id)
                   : name == "side"      ? readText(value, word)
                   : name == "size"      ? readDecimal(value, level.qty, sized)
                   : name == "price"     ? readDecimal(value, level.price, priced)
                   : name == "timestamp" ? readIsoTime(value, time)
                                         : passOver(value);
        });
        bool const gone = action == "delete";
        bool const whole = action == "partial";
        auto const side = sideOf(word);
        if (error) {
            return error;
        }
        if (symbol.empty() || side == Side::Undisclosed || (!sized && !gone) || (whole && !priced)) {
            return missing("orderBookL2: expected the fields symbol, id, side, size and price");
        }
        if (out.empty() || out[out.size() - 1].symbol != symbol) {
            FeedMessage& m = out.add();
            m.symbol = symbol;
            m.kind = whole ? Kind::StreamStart : Kind::Delta;
            m.parts = FeedMessage::bidPart;
        }
        FeedMessage& m = out[out.size() - 1];
        m.venueTime = time;
        level.qty = gone ? WrittenNumber{} : level.qty;
        level.price = gone ? WrittenNumber{} : level.price;
        addLevel(m, side, level);
        (side == Side::Buy ? m.bidIds : m.askIds).push_back(id);
        return {};
    }

    static JsonError readTicker(JsonObject object, FeedMessage& m)
    {
        m.kind = Kind::Statistics;
        Timestamp next(0);
        auto const error = eachField(object, [&](std::string_view name, JsonValue value) {
            return name == "symbol"                  ? readText(value, m.symbol)
                   : name == "markPrice"             ? readMark(value, m)
                   : name == "indicativeSettlePrice" ? readIndex(value, m)
                   : name == "fundingRate"           ? readFunding(value, m)
                   : name == "openInterest"          ? readInterest(value, m)
                   : name == "fundingTimestamp"      ? readIsoTime(value, next)
                   : name == "timestamp"             ? readIsoTime(value, m.venueTime)
                                                     : passOver(value);
        });
        if (next > Timestamp(0)) {
            m.statistics.nextFunding = next;
            m.statistics.parts |= WrittenStatistics::nextPart;
        }
        return error;
    }

    static JsonError readForced(JsonObject object, FeedMessage& m)
    {
        m.kind = Kind::Liquidation;
        return eachField(object, [&](std::string_view name, JsonValue value) {
            return name == "symbol"      ? readText(value, m.symbol)
                   : name == "side"      ? readSide(value, m)
                   : name == "leavesQty" ? readQty(value, m)
                   : name == "price"     ? readPrice(value, m)
                                         : passOver(value);
        });
    }

    static JsonError readTrade(JsonObject object, FeedMessage& m)
    {
        m.kind = Kind::Trade;
        return eachField(object, [&](std::string_view name, JsonValue value) {
            return name == "symbol"      ? readText(value, m.symbol)
                   : name == "side"      ? readSide(value, m)
                   : name == "size"      ? readQty(value, m)
                   : name == "price"     ? readPrice(value, m)
                   : name == "timestamp" ? readIsoTime(value, m.venueTime)
                                         : passOver(value);
        });
    }
};

// The month a futures letter stands for.
std::string letterMonth(char letter)
{
    constexpr std::string_view letters = "FGHJKMNQUVXZ";
    auto const month = letters.find(letter) + 1;
    return (month < 10 ? "0" : "") + std::to_string(month);
}

// Canonical: XBTUSD -> BTC-USD-PERP (inverse, one dollar a contract), XBTUSDT -> BTC-USDT-PERP (linear, sizes
// are contracts), XBTU21 -> BTC-USD-202109, XBT_USDT -> BTC-USDT. A pair such as ETHUSD is quanto: its
// contracts are neither coins nor dollars, and how much bitcoin they are the list says.
InstrumentTerms termsOf(VenueSpec const& /*spec*/, std::string_view symbol)
{
    InstrumentTerms terms;
    terms.symbol = symbol;
    constexpr std::string_view letters = "FGHJKMNQUVXZ";
    auto const size = symbol.size();
    auto const isDigit = [](char c) {
        return c >= '0' && c <= '9';
    };
    if (splitAt(symbol, '_', terms)) {
        useCommonNames(terms);
        return terms;
    }
    bool const dated = size > 3 && isDigit(symbol[size - 1]) && isDigit(symbol[size - 2]) &&
                       letters.find(symbol[size - 3]) != std::string_view::npos;
    if (dated) {
        splitByQuote(symbol.substr(0, size - 3), terms);
        terms.suffix = "20" + std::string(symbol.substr(size - 2)) + letterMonth(symbol[size - 3]);
    } else {
        splitByQuote(symbol, terms);
        terms.suffix = "PERP";
    }
    if (terms.quote.empty() || (dated && terms.base.empty())) {
        terms.quote = terms.base == "XBT" ? "USD" : "XBT";
    }
    useCommonNames(terms);
    bool const bitcoin = terms.base == "BTC";
    bool const dollars = terms.quote == "USD";
    terms.kind = !dollars ? ContractKind::Linear : bitcoin ? ContractKind::Inverse : ContractKind::Quanto;
    terms.settle = terms.kind == ContractKind::Quanto ? "BTC" : "";
    terms.inContracts = terms.kind != ContractKind::Inverse;
    return terms;
}

constexpr std::array<std::string_view, 1> addresses{"bitmex.com"};
constexpr std::array endpoints{VenueEndpoint{"wss://ws.bitmex.com/realtime", {}}};
constexpr std::array forms{
    SubscribeForm{
        Channel::Book,
        R"({"op":"subscribe","args":[$items]})",
        R"("orderBookL2:$symbol")",
        R"({"op":"unsubscribe","args":[$items]})",
        20},
    SubscribeForm{
        Channel::Trades,
        R"({"op":"subscribe","args":[$items]})",
        R"("trade:$symbol")",
        R"({"op":"unsubscribe","args":[$items]})",
        20},
    SubscribeForm{
        Channel::Statistics,
        R"({"op":"subscribe","args":[$items]})",
        R"("instrument:$symbol","liquidation:$symbol")",
        R"({"op":"unsubscribe","args":[$items]})",
        10,
        true},
};

// Decimals of the smallest units that BitMEX settles in.
int settleDecimals(std::string_view currency)
{
    return currency == "XBt" ? 8 : currency == "Gwei" || currency == "LAMp" ? 9 : currency == "USDt" ? 6 : -1;
}

// A count of 10^-decimals as the number it stands for; empty where it is none.
std::string scaledDown(std::string const& count, int decimals)
{
    auto number = readWritten(count);
    if (!number || number->decimals + decimals > mostWrittenDigits) {
        return {};
    }
    number->decimals += decimals;
    return textOf(*number);
}

// A contract is worth `multiplier` of the smallest units of the settle currency: times the price, or, where
// it is negative, divided by it.
bool finishContract(ListRow const& row, InstrumentTerms& terms)
{
    if (terms.kind == ContractKind::Spot) {
        // Sizes are counts of the smallest unit, lots and bounds as well.
        auto const units = row.number("underlyingToPositionMultiplier");
        terms.qtyShift = units.empty() ? 0 : static_cast<int>(units.size()) - 1;
        for (std::string* const size : {&terms.lotSize, &terms.minQty, &terms.maxQty}) {
            *size = scaledDown(*size, terms.qtyShift);
        }
        return true;
    }
    auto const currency = row.text("settlCurrency");
    int const decimals = settleDecimals(currency);
    auto const multiplier = parseScaled(row.number("multiplier"), 0);
    terms.inContracts = true;
    if (decimals < 0 || !multiplier || *multiplier == 0) {
        return true;
    }
    auto const worth = formatTrimmed(*multiplier < 0 ? -*multiplier : *multiplier, decimals);
    if (row.flag("isInverse")) {
        auto const quote = parseScaled(worth, 0);
        terms.kind = ContractKind::Inverse;
        terms.contractValue = quote.value_or(1);
        terms.inContracts = !quote;
        return true;
    }
    terms.contractSize = worth;
    terms.settle = currency == "XBt"    ? "BTC"
                   : currency == "Gwei" ? "ETH"
                   : currency == "LAMp" ? "SOL"
                                        : "USDT";
    terms.kind = row.flag("isQuanto") ? ContractKind::Quanto : ContractKind::Linear;
    return true;
}

constexpr std::array instruments{VenueRequest{"https://www.bitmex.com/api/v1/instrument/active"}};
constexpr std::array lists{ListForm{
    .url = "/instrument/active",
    .symbol = "symbol",
    .tickSize = "tickSize",
    .lotSize = "lotSize",
    .maxQty = "maxOrderQty",
    .status = "state",
    .trading = "Open",
    .finish = finishContract}};

} // namespace

std::span<VenueSpec const> bitmexSpecs()
{
    static const std::array specs{VenueSpec{
        .id = "BITMEX",
        .name = "BitMEX",
        .example = "XBTUSD",
        .proof = Proof::CaptureProven,
        .kinds = products::spot | products::perpetual | products::future,
        .addresses = addresses,
        .rule = &unnumberedRule,
        .byOrder = true,
        .shortNumbers = true,
        .aggressor = "side: the taker's",
        .endpoints = endpoints,
        .forms = forms,
        .heartbeat = {.interval = seconds(5), .frame = "ping", .silence = seconds(15)},
        .limits = {.connectionsPerMinute = 10, .restPerMinute = 30},
        .instruments = instruments,
        .lists = lists,
        .makeFeed = makeFeedOf<BitmexFeed>,
        .termsOf = termsOf,
    }};
    return specs;
}

} // namespace qob
