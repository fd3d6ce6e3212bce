#include "engine/market/instrument_list.h"
#include "engine/market/json_feed.h"
#include "engine/market/symbol_name.h"
#include "engine/venue/all_specs.h"

#include <array>

namespace qob {

namespace {

// The last part of a channel's name: diff_order_book_btcusd.
std::string_view symbolOf(std::string_view channel)
{
    return channel.substr(std::min(channel.size(), channel.rfind('_') + 1));
}

// .../order_book/btcusd/?group=1
std::string_view symbolInPath(std::string_view url)
{
    url = url.substr(0, url.find('?'));
    while (url.ends_with('/')) {
        url.remove_suffix(1);
    }
    return url.substr(url.rfind('/') + 1);
}

// Levels (BITSTAMP) numbered by microseconds, so that a hole cannot be seen; orders one by one (BITSTAMP_L3).
class BitstampFeed final : public JsonFeed {
    using JsonFeed::JsonFeed;

    JsonError read(JsonDocument& message, std::string_view url, FeedBatch& out) override
    {
        if (url.find("/order_book/") != std::string_view::npos) {
            return readSnapshot(message, url, out);
        }
        if (!url.empty()) {
            return skip(message);
        }
        FeedMessage& m = out.add();
        std::string_view event;
        std::string_view channel;
        Fields fields;
        auto const error = eachTopField(message, [&](std::string_view name, JsonValue value) {
            return name == "event"     ? readText(value, event)
                   : name == "channel" ? readText(value, channel)
                   : name == "data"    ? readData(value, m, fields)
                                       : passOver(value);
        });
        m.symbol = symbolOf(channel);
        if (channel.starts_with("diff_order_book_") && event == "data") {
            m.kind = Kind::Delta;
            m.span.first = m.span.last = fields.micros;
        } else if (event == "trade") {
            m.kind = Kind::Trade;
            m.aggressor = fields.type == 0 ? Side::Buy : fields.type == 1 ? Side::Sell : Side::Undisclosed;
        } else if (event.starts_with("order_") && channel.starts_with("live_orders_")) {
            readOrder(event, m, fields);
        }
        out.reconnect = event == "bts:request_reconnect";
        if (event == "bts:error") {
            out.refused = channel;
        }
        return error;
    }

    struct Fields {
        std::uint64_t micros = 0;
        std::uint64_t type = 2;
        std::uint64_t id = 0;
    };

    JsonError readData(JsonValue value, FeedMessage& m, Fields& fields) const
    {
        bool text = false;
        return eachFieldOf(value, [&](std::string_view name, JsonValue part) {
            if (name == "microtimestamp") {
                return readMicros(part, fields.micros, m);
            }
            if (name == "price_str" || name == "amount_str") {
                text = true;
                return name == "price_str" ? readPrice(part, m) : readQty(part, m);
            }
            if (name == "id") {
                fields.id = 0;
                readCount(part, fields.id);
                return readTradeId(part, m);
            }
            return name == "bids"                           ? readBids(part, m)
                   : name == "asks"                         ? readAsks(part, m)
                   : name == "price" && !text               ? readPrice(part, m)
                   : name == "amount" && !text              ? readQty(part, m)
                   : name == "type" || name == "order_type" ? readCount(part, fields.type)
                                                            : passOver(part);
        });
    }

    static void readOrder(std::string_view event, FeedMessage& m, Fields const& fields)
    {
        constexpr unsigned all = FeedMessage::pricePart | FeedMessage::qtyPart;
        if ((m.parts & all) != all || fields.type > 1 || fields.id == 0) {
            return;
        }
        m.kind = Kind::Delta;
        m.span.first = m.span.last = fields.micros;
        bool const bid = fields.type == 0;
        const WrittenNumber qty = event == "order_deleted" ? WrittenNumber{} : m.qty;
        addLevel(m, bid ? Side::Buy : Side::Sell, {m.price, qty});
        (bid ? m.bidIds : m.askIds).push_back(fields.id);
        m.parts |= FeedMessage::bidPart;
    }

    // group=1: levels; group=2: orders with their ids behind price and size.
    // A number and the time it is; a value must not be read twice.
    static JsonError readMicros(JsonValue value, std::uint64_t& number, FeedMessage& m)
    {
        bool present = false;
        constexpr std::uint64_t latest = 9'000'000'000'000'000; // the year 2255
        auto const error = readCount(value, number, &present);
        if (present && number < latest) {
            m.venueTime = Timestamp(microseconds(static_cast<std::int64_t>(number)).value);
        }
        return error;
    }

    JsonError readSnapshot(JsonDocument& message, std::string_view url, FeedBatch& out) const
    {
        FeedMessage& m = out.add();
        m.kind = Kind::Snapshot;
        m.symbol = symbolInPath(url);
        bool const orders = spec().byOrder;
        return eachTopField(message, [&](std::string_view name, JsonValue value) {
            if (orders && (name == "bids" || name == "asks")) {
                bool const bids = name == "bids";
                m.parts |= FeedMessage::bidPart;
                return readOrders(value, bids ? m.bids : m.asks, bids ? m.bidIds : m.askIds);
            }
            if (name == "microtimestamp") {
                return readMicros(value, m.span.last, m);
            }
            return name == "bids"   ? readBids(value, m)
                   : name == "asks" ? readAsks(value, m)
                                    : passOver(value);
        });
    }

    static JsonError
    readOrders(JsonValue value, std::vector<WrittenLevel>& levels, std::vector<std::uint64_t>& ids)
    {
        return eachElementOf(value, [&](std::size_t /*index*/, JsonValue order) {
            WrittenLevel level;
            std::uint64_t id = 0;
            std::size_t count = 0;
            auto const error = eachElementOf(order, [&](std::size_t index, JsonValue part) {
                ++count;
                return index == 0   ? needDecimal(part, level.price)
                       : index == 1 ? needDecimal(part, level.qty)
                       : index == 2 ? readCount(part, id)
                                    : passOver(part);
            });
            levels.push_back(level);
            ids.push_back(id);
            return !error && count < 3 ? simdjson::INDEX_OUT_OF_BOUNDS : error;
        });
    }
};

// Canonical: btcusd -> BTC-USD.
InstrumentTerms termsOf(VenueSpec const& /*spec*/, std::string_view symbol)
{
    return pairTerms(symbol, '\0');
}

constexpr std::array<std::string_view, 1> addresses{"bitstamp.net"};
constexpr std::array endpoints{VenueEndpoint{"wss://ws.bitstamp.net", {}}};
constexpr SubscribeForm tradesForm{
    Channel::Trades,
    R"({"event":"bts:subscribe","data":{"channel":"live_trades_$symbol"}})",
    {},
    R"({"event":"bts:unsubscribe","data":{"channel":"live_trades_$symbol"}})",
    1};
constexpr std::array forms{
    SubscribeForm{
        Channel::Book,
        R"({"event":"bts:subscribe","data":{"channel":"diff_order_book_$symbol"}})",
        {},
        R"({"event":"bts:unsubscribe","data":{"channel":"diff_order_book_$symbol"}})",
        1},
    tradesForm};
constexpr std::array orderForms{
    SubscribeForm{
        Channel::Book,
        R"({"event":"bts:subscribe","data":{"channel":"live_orders_$symbol"}})",
        {},
        R"({"event":"bts:unsubscribe","data":{"channel":"live_orders_$symbol"}})",
        1},
    tradesForm};

const SyncRule rule = inWords(growingRule, "microtimestamp grows; a hole cannot be seen");

// "name": "BTC/USD", "minimum_order": "20.0 USD"
bool finishPair(ListRow const& row, InstrumentTerms& terms)
{
    std::string name(row.text("name"));
    std::erase(name, '\\'); // "BTC\/USD"
    splitAt(name, '/', terms);
    auto const least = row.text("minimum_order");
    terms.minNotional = least.substr(0, least.find(' '));
    return true;
}

constexpr std::array instruments{VenueRequest{"https://www.bitstamp.net/api/v2/trading-pairs-info/"}};
constexpr std::array lists{ListForm{
    .url = "/trading-pairs-info",
    .symbol = "url_symbol",
    .tickDecimals = "counter_decimals",
    .lotDecimals = "base_decimals",
    .status = "trading",
    .trading = "Enabled",
    .finish = finishPair}};

std::array<VenueSpec, 2> makeSpecs()
{
    VenueSpec levels{
        .id = "BITSTAMP",
        .name = "Bitstamp",
        .example = "btcusd",
        .proof = Proof::CaptureProven,
        .addresses = addresses,
        .rule = &rule,
        .source = BookSource::Rest,
        .aggressor = "type: the taker's, 0 buy",
        .endpoints = endpoints,
        .forms = forms,
        .heartbeat = {.interval = seconds(30), .frame = R"({"event":"bts:heartbeat"})"},
        .limits = {.restPerMinute = 600},
        .snapshot = {.url = "https://www.bitstamp.net/api/v2/order_book/$symbol/?group=1"},
        .resyncEvery = minutes(5),
        .instruments = instruments,
        .lists = lists,
        .makeFeed = makeFeedOf<BitstampFeed>,
        .termsOf = termsOf,
    };
    VenueSpec orders = levels;
    orders.id = "BITSTAMP_L3";
    orders.name = "Bitstamp, order by order";
    orders.proof = Proof::Documented;
    orders.addresses = {};
    orders.byOrder = true;
    orders.forms = orderForms;
    orders.snapshot.url = "https://www.bitstamp.net/api/v2/order_book/$symbol/?group=2";
    return {levels, orders};
}

} // namespace

std::span<VenueSpec const> bitstampSpecs()
{
    static auto const specs = makeSpecs();
    return specs;
}

} // namespace qob
