#include "engine/market/instrument_list.h"
#include "engine/market/json_feed.h"
#include "engine/market/symbol_name.h"
#include "engine/market/written_book.h"
#include "engine/venue/all_specs.h"

#include <array>

namespace qob {

namespace {

constexpr std::size_t checkedLevels = 10;

// Each price and size without its point and without leading zeros: the digits as they are held here.
const ChecksumRule checksumRule{
    .words = "CRC-32 of the ten best asks and bids, digits only",
    .levels = checkedLevels,
    .order = ChecksumRule::Order::AsksFirst,
    .write = [](Side /*side*/, WrittenLevel const& level, char* text) {
        std::size_t const price = writeNumber({level.price.digits, 0}, text);
        return price + writeNumber({level.qty.digits, 0}, text + price);
    }};

// The last two texts of a v1 frame: [...,"book-1000","XBT/USD"].
struct FrameName {
    std::string_view channel;
    std::string_view pair;
};

FrameName frameName(std::string_view text)
{
    auto const takeText = [&]() -> std::string_view {
        auto const end = text.rfind('"');
        auto const start = end == std::string_view::npos || end == 0 ? end : text.rfind('"', end - 1);
        if (start == std::string_view::npos || start == end) {
            return {};
        }
        auto const word = text.substr(start + 1, end - start - 1);
        text = text.substr(0, start);
        return word;
    };
    FrameName name;
    name.pair = takeText();
    name.channel = takeText();
    return name;
}

// Kraken spot, both versions of its stream: v1's frames are arrays, v2's objects.
class KrakenFeed final : public JsonFeed {
    using JsonFeed::JsonFeed;

    JsonError read(JsonDocument& message, std::string_view url, FeedBatch& out) override
    {
        if (!url.empty()) {
            return skip(message);
        }
        if (!text().empty() && text().front() == '[') {
            return readArray(message, out);
        }
        return readObject(message, out);
    }

    JsonError readArray(JsonDocument& message, FeedBatch& out) const
    {
        auto const name = frameName(text());
        bool const book = name.channel.starts_with("book");
        bool const trade = name.channel == "trade";
        JsonArray array;
        if (auto const error = message.get_array().get(array)) {
            return error;
        }
        FeedMessage& m = out.add();
        m.symbol = name.pair;
        bool snapshot = false;
        auto const error = eachElement(array, [&](std::size_t index, JsonValue part) {
            return trade && index == 1  ? readTradeArrays(part, name.pair, out)
                   : book && index != 0 ? readBookPart(part, m, snapshot)
                                        : passOver(part);
        });
        if (book) {
            m.kind = snapshot ? Kind::StreamStart : Kind::Delta;
            std::uint64_t depth = 0;
            auto const dash = name.channel.find('-');
            if (dash != std::string_view::npos && parseUnsigned(name.channel.substr(dash + 1), depth)) {
                m.depth = static_cast<std::size_t>(depth);
            }
        }
        return error;
    }

    // {"as":[..],"bs":[..]} or {"a":[..]} or {"b":[..],"c":"checksum"}; an update may come in two of them.
    JsonError readBookPart(JsonValue value, FeedMessage& m, bool& snapshot) const
    {
        return eachFieldOf(value, [&](std::string_view name, JsonValue part) {
            snapshot = snapshot || name == "as" || name == "bs";
            return name == "a" || name == "as"   ? readAsks(part, m)
                   : name == "b" || name == "bs" ? readBids(part, m)
                   : name == "c"                 ? readChecksum(part, m)
                                                 : passOver(part);
        });
    }

    // [[price,size,time,"b" or "s","m" or "l",misc],...]
    static JsonError readTradeArrays(JsonValue value, std::string_view pair, FeedBatch& out)
    {
        return eachElementOf(value, [&](std::size_t /*index*/, JsonValue trade) {
            FeedMessage& m = out.add();
            m.kind = Kind::Trade;
            m.symbol = pair;
            return eachElementOf(trade, [&](std::size_t index, JsonValue part) {
                return index == 0   ? readPrice(part, m)
                       : index == 1 ? readQty(part, m)
                       : index == 2 ? readTime(part, seconds(1), m.venueTime)
                       : index == 3 ? readSide(part, m)
                                    : passOver(part);
            });
        });
    }

    JsonError readObject(JsonDocument& message, FeedBatch& out) const
    {
        auto const channel = peek("channel");
        bool const book = channel == "book";
        bool const trade = channel == "trade";
        std::string_view type;
        std::string_view problem;
        auto const error = eachTopField(message, [&](std::string_view name, JsonValue value) {
            if (name == "data" && (book || trade)) {
                return eachObjectOf(value, [&](JsonObject data) { return readData(data, out.add()); });
            }
            return name == "type"                              ? readText(value, type)
                   : name == "error" || name == "errorMessage" ? readText(value, problem)
                                                               : passOver(value);
        });
        out.refused = problem;
        bool const first = type == "snapshot";
        for (std::size_t i = 0; i < out.size(); ++i) {
            // The trades that follow a subscription are past ones.
            out[i].kind = book ? first ? Kind::StreamStart : Kind::Delta : first ? Kind::Other : Kind::Trade;
        }
        return error;
    }

    static JsonError readData(JsonObject data, FeedMessage& m)
    {
        return eachField(data, [&](std::string_view name, JsonValue value) {
            if (name == "bids" || name == "asks") {
                bool const bids = name == "bids";
                m.parts |= bids ? FeedMessage::bidPart : FeedMessage::askPart;
                return readNamedLevels(value, "price", "qty", bids ? m.bids : m.asks);
            }
            return name == "symbol"      ? readText(value, m.symbol)
                   : name == "checksum"  ? readChecksum(value, m)
                   : name == "timestamp" ? readIsoTime(value, m.venueTime)
                   : name == "price"     ? readPrice(value, m)
                   : name == "qty"       ? readQty(value, m)
                   : name == "side"      ? readSide(value, m)
                   : name == "trade_id"  ? readTradeId(value, m)
                                         : passOver(value);
        });
    }
};

// Kraken Futures: one level a message, numbered by product.
class KrakenFuturesFeed final : public JsonFeed {
    using JsonFeed::JsonFeed;

    JsonError read(JsonDocument& message, std::string_view url, FeedBatch& out) override
    {
        FeedMessage& m = out.add();
        std::string_view feed;
        std::string_view event;
        std::string_view type;
        auto error = eachTopField(message, [&](std::string_view name, JsonValue value) {
            return name == "feed"                          ? readText(value, feed)
                   : name == "event"                       ? readText(value, event)
                   : name == "product_id"                  ? readText(value, m.symbol)
                   : name == "seq"                         ? readCount(value, m.span.last)
                   : name == "price"                       ? readPrice(value, m)
                   : name == "qty"                         ? readQty(value, m)
                   : name == "side"                        ? readSide(value, m)
                   : name == "timestamp" || name == "time" ? readTime(value, milliseconds(1), m.venueTime)
                   : name == "type"                        ? readText(value, type)
                   : name == "markPrice"                   ? readMark(value, m)
                   : name == "index"                       ? readIndex(value, m)
                   : name == "relative_funding_rate"       ? readFunding(value, m)
                   : name == "next_funding_rate_time"      ? readNextFunding(value, milliseconds(1), m)
                   : name == "openInterest"                ? readInterest(value, m)
                   : name == "bids" && url.empty()         ? readSideOf(value, m, Side::Buy)
                   : name == "asks" && url.empty()         ? readSideOf(value, m, Side::Sell)
                                                           : passOver(value);
        });
        m.span.first = m.span.last;
        if (error || !event.empty()) {
            return error;
        }
        if (feed == "book_snapshot") {
            m.kind = Kind::StreamStart;
        } else if (feed == "book") {
            constexpr unsigned all = FeedMessage::pricePart | FeedMessage::qtyPart | FeedMessage::sidePart;
            if ((m.parts & all) != all || m.span.last == 0) {
                return missing("book: expected the fields side, seq, price and qty");
            }
            m.kind = Kind::Delta;
            m.parts |= FeedMessage::bidPart;
            addLevel(m, m.aggressor, {m.price, m.qty});
        } else if (feed == "trade") {
            m.kind = Kind::Trade;
            m.firstTradeId = m.lastTradeId = m.span.last;
            if (type == "liquidation") { // the trade is told, and that it was forced
                FeedMessage& forced = out.add();
                forced = m;
                forced.kind = Kind::Liquidation;
            }
        } else if (feed == "ticker") {
            m.kind = Kind::Statistics;
        }
        return {};
    }

    static JsonError readSideOf(JsonValue value, FeedMessage& m, Side side)
    {
        bool const bids = side == Side::Buy;
        m.parts |= bids ? FeedMessage::bidPart : FeedMessage::askPart;
        return readNamedLevels(value, "price", "qty", bids ? m.bids : m.asks);
    }
};

// Canonical: XBT/USD and BTC/USD -> BTC-USD.
InstrumentTerms spotTerms(VenueSpec const& /*spec*/, std::string_view symbol)
{
    auto terms = pairTerms(symbol, '/');
    useCommonNames(terms);
    return terms;
}

// The list, and the first version of the stream, say XBT/USD and XDG/USD; the second one says BTC/USD and
// DOGE/USD.
std::string spelling(std::string_view symbol)
{
    InstrumentTerms terms;
    if (!splitAt(symbol, '/', terms)) {
        return std::string(symbol);
    }
    useCommonNames(terms);
    return terms.base + "/" + terms.quote;
}

// Canonical: PI_XBTUSD -> BTC-USD-PERP (inverse), PF_XBTUSD -> BTC-USD-PERP (linear), FI_XBTUSD_240927 ->
// BTC-USD-20240927. Inverse contracts are of one dollar.
InstrumentTerms futuresTerms(VenueSpec const& /*spec*/, std::string_view symbol)
{
    InstrumentTerms terms;
    auto const start = symbol.find('_');
    auto const rest = start == std::string_view::npos ? symbol : symbol.substr(start + 1);
    auto const end = rest.find('_');
    splitByQuote(rest.substr(0, end), terms);
    useCommonNames(terms);
    terms.symbol = symbol;
    terms.kind =
        symbol.starts_with("PF_") || symbol.starts_with("FF_") ? ContractKind::Linear : ContractKind::Inverse;
    terms.suffix = end == std::string_view::npos ? "PERP" : symbolDate(rest.substr(end + 1));
    return terms;
}

constexpr std::array<std::string_view, 3> addresses{"ws.kraken.com", "api.kraken.com", "ws-beta.kraken.com"};
constexpr std::array endpoints{VenueEndpoint{"wss://ws.kraken.com/v2", {}}};
constexpr std::array instruments{VenueRequest{"https://api.kraken.com/0/public/AssetPairs"}};
constexpr std::array forms{
    SubscribeForm{
        Channel::Book,
        R"({"method":"subscribe","params":{"channel":"book","symbol":[$items],"depth":1000},"req_id":$id})",
        R"("$symbol")",
        R"({"method":"unsubscribe","params":{"channel":"book","symbol":[$items],"depth":1000},"req_id":$id})",
        20},
    SubscribeForm{
        Channel::Trades,
        R"({"method":"subscribe","params":{"channel":"trade","symbol":[$items]},"req_id":$id})",
        R"("$symbol")",
        R"({"method":"unsubscribe","params":{"channel":"trade","symbol":[$items]},"req_id":$id})",
        20},
};

constexpr std::array<std::string_view, 1> futuresAddresses{"futures.kraken.com"};
constexpr std::array futuresEndpoints{VenueEndpoint{"wss://futures.kraken.com/ws/v1", {}}};
constexpr std::array futuresForms{
    SubscribeForm{
        Channel::Book,
        R"({"event":"subscribe","feed":"book","product_ids":[$items]})",
        R"("$symbol")",
        R"({"event":"unsubscribe","feed":"book","product_ids":[$items]})",
        20},
    SubscribeForm{
        Channel::Trades,
        R"({"event":"subscribe","feed":"trade","product_ids":[$items]})",
        R"("$symbol")",
        R"({"event":"unsubscribe","feed":"trade","product_ids":[$items]})",
        20},
    SubscribeForm{
        Channel::Statistics,
        R"({"event":"subscribe","feed":"ticker","product_ids":[$items]})",
        R"("$symbol")",
        R"({"event":"unsubscribe","feed":"ticker","product_ids":[$items]})",
        20,
        true},
};

const SyncRule futuresRule = inWords(contiguousRule, "seq = the one before + 1, by product");

// The list writes symbols in small letters at times. An inverse contract is one dollar, a flexible one so
// much of the base that its sizes have decimals; what else there is (an alternative coin in bitcoins) is
// linear.
bool finishContract(ListRow const& row, InstrumentTerms& terms)
{
    auto const type = row.text("type");
    auto const decimals = row.step("contractValueTradePrecision");
    if (type.find("futures") == std::string_view::npos) {
        return false; // an index
    }
    terms.symbol = upperCase(terms.symbol);
    terms.kind = type == "futures_inverse" ? ContractKind::Inverse : ContractKind::Linear;
    terms.lotSize = decimals.empty() ? "1" : decimals;
    if (terms.kind == ContractKind::Linear && type == "futures_vanilla") {
        terms.contractSize = row.number("contractSize");
    }
    return true;
}

constexpr std::array futuresInstruments{
    VenueRequest{"https://futures.kraken.com/derivatives/api/v3/instruments"}};
constexpr std::array lists{
    ListForm{
        .url = "/0/public/AssetPairs",
        .list = "result",
        .symbol = "wsname",
        .tickDecimals = "pair_decimals",
        .lotDecimals = "lot_decimals",
        .minQty = "ordermin",
        .minNotional = "costmin",
        .status = "status",
        .trading = "online"},
    ListForm{
        .url = "/derivatives/api/v3/instruments",
        .list = "instruments",
        .symbol = "symbol",
        .base = "base",
        .quote = "quote",
        .tickSize = "tickSize",
        .status = "tradeable",
        .trading = "true",
        .finish = finishContract},
};

} // namespace

std::span<VenueSpec const> krakenSpecs()
{
    static const std::array specs{
        VenueSpec{
            .id = "KRAKEN",
            .name = "Kraken",
            .example = "BTC/USD",
            .proof = Proof::CaptureProven,
            .addresses = addresses,
            .rule = &unnumberedRule,
            .checksum = &checksumRule,
            .depth = 1000,
            .aggressor = "side: the taker's",
            .endpoints = endpoints,
            .forms = forms,
            .heartbeat = {.interval = seconds(30), .frame = R"({"method":"ping","req_id":$id})"},
            .limits = {.connectionsPerMinute = 15},
            .instruments = instruments,
            .lists = lists,
            .makeFeed = makeFeedOf<KrakenFeed>,
            .spelling = spelling,
            .termsOf = spotTerms,
        },
        VenueSpec{
            .id = "KRAKEN_FUTURES",
            .name = "Kraken Futures",
            .example = "PF_XBTUSD",
            .proof = Proof::CaptureProven,
            .kinds = products::perpetual | products::future,
            .addresses = futuresAddresses,
            .rule = &futuresRule,
            .shortNumbers = true,
            .aggressor = "side: the taker's",
            .endpoints = futuresEndpoints,
            .forms = futuresForms,
            .heartbeat = {.interval = seconds(30)},
            .limits = {.connectionsPerMinute = 15},
            .instruments = futuresInstruments,
            .lists = lists,
            .makeFeed = makeFeedOf<KrakenFuturesFeed>,
            .termsOf = futuresTerms,
        },
    };
    return specs;
}

} // namespace qob
