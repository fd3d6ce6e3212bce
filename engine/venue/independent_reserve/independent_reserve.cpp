#include "engine/market/instrument_list.h"
#include "engine/market/json_feed.h"
#include "engine/market/symbol_name.h"
#include "engine/venue/all_specs.h"

#include <array>
#include <map>
#include <set>

namespace qob {

namespace {

// Orders one by one. An order of a coin stands in the books of four currencies at once, at a price in each.
// Nonce counts a coin's events; the snapshot of a pair has none, but taking up events that it holds already
// changes nothing: every order has its id.
class IndependentReserveFeed final : public JsonFeed {
    using JsonFeed::JsonFeed;

    static constexpr std::array<std::string_view, 4> currencies{"aud", "usd", "nzd", "sgd"};

    struct Event {
        std::string_view name;
        std::string_view channel;
        std::string_view type;
        std::string_view guid;
        std::string_view side;
        std::uint64_t nonce = 0;
        Timestamp time = Timestamp::min();
        std::array<WrittenNumber, currencies.size()> prices;
        WrittenNumber qty;
        bool sized = false;
        bool priced = false;
    };

    JsonError read(JsonDocument& message, std::string_view url, FeedBatch& out) override
    {
        if (!url.empty()) {
            auto const asked = [url](std::string_view method) {
                return url.find(method) != std::string_view::npos;
            };
            return asked("GetAllOrders")                ? readSnapshot(message, out)
                   : asked("GetOrderMinimumVolumes")    ? readMinimums(message)
                   : asked("GetPrimaryCurrencyConfig2") ? readCoins(message, out)
                                                        : skip(message);
        }
        Event event;
        auto const error = eachTopField(message, [&](std::string_view name, JsonValue value) {
            if (name == "Data" && isObject(value)) {
                return eachFieldOf(value, [&](std::string_view field, JsonValue part) {
                    return readData(field, part, event);
                });
            }
            return name == "Event"     ? readText(value, event.name)
                   : name == "Channel" ? readText(value, event.channel)
                   : name == "Nonce"   ? readCount(value, event.nonce)
                   : name == "Time"    ? readTime(value, milliseconds(1), event.time)
                                       : passOver(value);
        });
        if (error) {
            return error;
        }
        if (event.name == "NewOrder" || event.name == "OrderChanged" || event.name == "OrderCanceled") {
            return addOrder(event, out);
        }
        if (event.name == "Trade") {
            return addTrade(event, out);
        }
        return {};
    }

    static JsonError readData(std::string_view name, JsonValue value, Event& event)
    {
        if (name == "Price" && isObject(value)) {
            return eachFieldOf(value, [&](std::string_view currency, JsonValue part) {
                for (std::size_t i = 0; i < currencies.size(); ++i) {
                    if (currency == currencies[i]) {
                        event.priced = true;
                        return needDecimal(part, event.prices[i]);
                    }
                }
                return passOver(part);
            });
        }
        return name == "OrderType"   ? readText(value, event.type)
               : name == "OrderGuid" ? readText(value, event.guid)
               : name == "Volume"    ? readDecimal(value, event.qty, event.sized)
               : name == "Side"      ? readText(value, event.side)
               : name == "Price"     ? readDecimal(value, event.prices[0], event.priced)
                                     : passOver(value);
    }

    JsonError addOrder(Event const& event, FeedBatch& out)
    {
        bool const gone = event.name == "OrderCanceled";
        bool const added = event.name == "NewOrder";
        if (event.guid.empty() || event.nonce == 0 || (!event.sized && !gone) || (added && !event.priced)) {
            return missing("an order: expected the fields Nonce, OrderGuid, Price and Volume");
        }
        constexpr std::string_view head = "orderbook-";
        auto const coin = event.channel.substr(std::min(event.channel.size(), head.size()));
        auto const id = idOf(event.guid);
        bool const bid = event.type.ends_with("Bid");
        for (std::size_t i = 0; i < currencies.size(); ++i) {
            FeedMessage& m = out.add();
            m.kind = Kind::Delta;
            m.symbol = symbolOf(coin, currencies[i]);
            m.venueTime = event.time;
            m.span = {event.nonce, event.nonce, 0};
            m.parts = FeedMessage::bidPart;
            addLevel(
                m,
                bid ? Side::Buy : Side::Sell,
                {added ? event.prices[i] : WrittenNumber{}, gone ? WrittenNumber{} : event.qty}
            );
            (bid ? m.bidIds : m.askIds).push_back(id);
        }
        return {};
    }

    // ticker-xbt-aud
    JsonError addTrade(Event const& event, FeedBatch& out)
    {
        constexpr std::string_view head = "ticker-";
        auto const pair = event.channel.substr(std::min(event.channel.size(), head.size()));
        auto const dash = pair.find('-');
        if (dash == std::string_view::npos || !event.sized || !event.priced) {
            return missing("a trade: expected the fields Channel, Price and Volume");
        }
        FeedMessage& m = out.add();
        m.kind = Kind::Trade;
        m.symbol = symbolOf(pair.substr(0, dash), pair.substr(dash + 1));
        m.price = event.prices[0];
        m.qty = event.qty;
        m.parts = FeedMessage::pricePart | FeedMessage::qtyPart;
        m.venueTime = event.time;
        m.aggressor = sideOf(event.side);
        return {};
    }

    JsonError readSnapshot(JsonDocument& message, FeedBatch& out)
    {
        FeedMessage& m = out.add();
        m.kind = Kind::Snapshot;
        std::string_view coin;
        std::string_view currency;
        auto const error = eachTopField(message, [&](std::string_view name, JsonValue value) {
            return name == "BuyOrders"               ? readOrders(value, m, Side::Buy)
                   : name == "SellOrders"            ? readOrders(value, m, Side::Sell)
                   : name == "PrimaryCurrencyCode"   ? readText(value, coin)
                   : name == "SecondaryCurrencyCode" ? readText(value, currency)
                   : name == "CreatedTimestampUtc"   ? readIsoTime(value, m.venueTime)
                                                     : passOver(value);
        });
        m.symbol = symbolOf(coin, currency);
        return error;
    }

    static JsonError readOrders(JsonValue value, FeedMessage& m, Side side)
    {
        m.parts |= FeedMessage::bidPart;
        return eachObjectOf(value, [&](JsonObject order) -> JsonError {
            WrittenLevel level;
            std::string_view guid;
            bool priced = false;
            bool sized = false;
            auto const error = eachField(order, [&](std::string_view name, JsonValue part) {
                return name == "Guid"     ? readText(part, guid)
                       : name == "Price"  ? readDecimal(part, level.price, priced)
                       : name == "Volume" ? readDecimal(part, level.qty, sized)
                                          : passOver(part);
            });
            addLevel(m, side, level);
            (side == Side::Buy ? m.bidIds : m.askIds).push_back(idOf(guid));
            return !error && (!priced || !sized) ? simdjson::NUMBER_ERROR : error;
        });
    }

    // {"Xbt":0.0001,...}; kept for the coins, which are asked for behind it.
    JsonError readMinimums(JsonDocument& message)
    {
        m_minimums.clear();
        JsonValue coins;
        if (auto const error = message.get_value().get(coins)) {
            return error;
        }
        auto const error = eachFieldOf(coins, [&](std::string_view coin, JsonValue value) {
            WrittenNumber number;
            bool present = false;
            auto const wrong = readDecimal(value, number, present);
            if (present) {
                m_minimums[upperCase(coin)] = textOf(number);
            }
            return wrong;
        });
        return !error && m_minimums.empty() ? missing("least volumes: expected a number for each coin")
                                            : error;
    }

    // [{"Currency":"Xbt","IsTradeEnabled":true,"DecimalPlaces":{"OrderPrimaryCurrency":8,
    // "OrderSecondaryCurrency":2},...},...]: a coin is traded in every currency, in prices of so many
    // decimals.
    JsonError readCoins(JsonDocument& message, FeedBatch& out)
    {
        ListRow row;
        JsonValue coins;
        auto error = message.get_value().get(coins);
        if (!error) {
            error = eachObjectOf(coins, [&](JsonObject coin) {
                row.clear();
                auto const wrong = row.read(coin);
                addPairs(row, out);
                return wrong;
            });
        }
        return !error && out.instruments.empty()
                   ? missing("a list of coins: expected entries with the field Currency")
                   : error;
    }

    void addPairs(ListRow const& row, FeedBatch& out)
    {
        auto const coin = row.text("Currency");
        if (coin.empty()) {
            return;
        }
        auto const least = m_minimums.find(upperCase(coin));
        for (auto const currency : currencies) {
            auto terms = termsOf(symbolOf(coin, currency));
            terms.tickSize = row.step("DecimalPlaces.OrderSecondaryCurrency");
            terms.lotSize = row.step("DecimalPlaces.OrderPrimaryCurrency");
            terms.minQty = least == m_minimums.end() ? "" : least->second;
            terms.finerBooks = true;
            terms.trading = row.text("IsTradeEnabled") != "false";
            out.instruments.push_back(std::move(terms));
        }
    }

    // 64 bits of the order's 128: two orders that rest at the same time share them about never.
    static std::uint64_t idOf(std::string_view guid)
    {
        std::uint64_t hash = 14695981039346656037U;
        for (char const c : guid) {
            hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211U;
        }
        return hash;
    }

    // One text a pair, for as long as the connection lives.
    std::string_view symbolOf(std::string_view coin, std::string_view currency)
    {
        m_symbol.assign(upperCase(coin));
        m_symbol += '-';
        m_symbol += upperCase(currency);
        return *m_symbols.insert(m_symbol).first;
    }

    std::map<std::string, std::string> m_minimums; // by coin
    std::set<std::string, std::less<>> m_symbols;
    std::string m_symbol;
};

bool always(std::uint64_t /*last*/, SequenceSpan const& /*delta*/)
{
    return true;
}

bool never(std::uint64_t /*snapshot*/, SequenceSpan const& /*delta*/)
{
    return false;
}

SyncRule makeRule()
{
    SyncRule made = inWords(contiguousRule, "Nonce = the one before + 1, by coin; the snapshot has none");
    made.covered = never;
    made.bridges = always;
    return made;
}

const SyncRule rule = makeRule();

// Canonical: XBT-AUD -> BTC-AUD.
InstrumentTerms termsOf(VenueSpec const& /*spec*/, std::string_view symbol)
{
    auto terms = pairTerms(symbol, '-');
    useCommonNames(terms);
    return terms;
}

constexpr std::array<std::string_view, 1> addresses{"independentreserve.com"};
constexpr std::array endpoints{VenueEndpoint{"wss://websockets.independentreserve.com", {}}};
constexpr std::array forms{
    SubscribeForm{
        Channel::Book,
        R"({"Event":"Subscribe","Data":[$items]})",
        R"("orderbook-$lowerBase")",
        R"({"Event":"Unsubscribe","Data":[$items]})",
        20},
    SubscribeForm{
        Channel::Trades,
        R"({"Event":"Subscribe","Data":[$items]})",
        R"("ticker-$lower")",
        R"({"Event":"Unsubscribe","Data":[$items]})",
        20},
};

// Coins come last: the least volumes are told with them.
constexpr std::array instruments{
    VenueRequest{.url = "https://api.independentreserve.com/Public/GetOrderMinimumVolumes", .lists = false},
    VenueRequest{.url = "https://api.independentreserve.com/Public/GetPrimaryCurrencyConfig2"}};

} // namespace

std::span<VenueSpec const> independentReserveSpecs()
{
    static const std::array specs{VenueSpec{
        .id = "INDEPENDENT_RESERVE",
        .name = "Independent Reserve",
        .example = "XBT-AUD",
        .proof = Proof::CaptureProven,
        .addresses = addresses,
        .rule = &rule,
        .source = BookSource::Rest,
        .byOrder = true,
        .shortNumbers = true,
        .aggressor = "Side: the taker's (not proven)",
        .endpoints = endpoints,
        .forms = forms,
        .limits = {.restPerMinute = 60},
        .snapshot =
            {.url = "https://api.independentreserve.com/Public/"
                    "GetAllOrders?primaryCurrencyCode=$lowerBase&secondaryCurrencyCode=$lowerQuote"},
        .instruments = instruments,
        .makeFeed = makeFeedOf<IndependentReserveFeed>,
        .termsOf = termsOf,
    }};
    return specs;
}

} // namespace qob
