#include "engine/market/json_feed.h"
#include "engine/market/symbol_name.h"
#include "engine/venue/all_specs.h"

#include <array>
#include <cctype>

namespace qob {

namespace {

// Prices and sizes are whole numbers of a power of ten that the list of products tells. The sequence grows
// but is shared with what we do not see, so that a hole cannot be told.
class PhemexFeed final : public JsonFeed {
    using JsonFeed::JsonFeed;

    JsonError read(JsonDocument& message, std::string_view url, FeedBatch& out) override
    {
        if (!url.empty()) {
            return url.find("/products") == std::string_view::npos ? skip(message)
                                                                   : readProducts(message, out);
        }
        auto const symbol = peek("symbol");
        bool const whole = peek("type") == "snapshot";
        std::uint64_t number = 0;
        Timestamp time = Timestamp::min();
        auto const error = eachTopField(message, [&](std::string_view name, JsonValue value) {
            if (name == "book") {
                FeedMessage& m = out.add();
                m.kind = whole ? Kind::StreamStart : Kind::Delta;
                return eachFieldOf(value, [&](std::string_view side, JsonValue part) {
                    return side == "bids"   ? readBids(part, m)
                           : side == "asks" ? readAsks(part, m)
                                            : passOver(part);
                });
            }
            if (name == "market24h") {
                return readDay(value, out.add());
            }
            // The trades that follow a subscription are past ones.
            if (name == "trades" && !whole) {
                return readTrades(value, out);
            }
            if (name == "error") {
                return eachFieldOf(value, [&](std::string_view field, JsonValue part) {
                    return field == "message" ? readInto(part, out.refused) : passOver(part);
                });
            }
            return name == "sequence"    ? readCount(value, number)
                   : name == "timestamp" ? readTime(value, nanoseconds(1), time)
                                         : passOver(value);
        });
        for (std::size_t i = 0; i < out.size(); ++i) {
            out[i].symbol = out[i].symbol.empty() ? symbol : out[i].symbol;
            if (out[i].kind != Kind::Trade && out[i].kind != Kind::Statistics) {
                out[i].venueTime = time;
                out[i].span = {number, number, 0};
            }
        }
        return error;
    }

    // Prices scaled as elsewhere, the funding rate by 10^8.
    static JsonError readDay(JsonValue value, FeedMessage& m)
    {
        m.kind = Kind::Statistics;
        auto const error = eachFieldOf(value, [&](std::string_view name, JsonValue part) {
            return name == "symbol"         ? readText(part, m.symbol)
                   : name == "markPrice"    ? readMark(part, m)
                   : name == "indexPrice"   ? readIndex(part, m)
                   : name == "fundingRate"  ? readFunding(part, m)
                   : name == "openInterest" ? readInterest(part, m)
                   : name == "timestamp"    ? readTime(part, nanoseconds(1), m.venueTime)
                                            : passOver(part);
        });
        constexpr int rateDecimals = 8;
        bool const rated = (m.statistics.parts & WrittenStatistics::fundingPart) != 0;
        m.statistics.fundingRate.decimals += rated ? rateDecimals : 0;
        return error;
    }

    // [[nanoseconds,"Buy",price,size],...]
    static JsonError readTrades(JsonValue value, FeedBatch& out)
    {
        return eachElementOf(value, [&](std::size_t /*index*/, JsonValue trade) {
            FeedMessage& m = out.add();
            m.kind = Kind::Trade;
            return eachElementOf(trade, [&](std::size_t index, JsonValue part) {
                return index == 0   ? readTime(part, nanoseconds(1), m.venueTime)
                       : index == 1 ? readSide(part, m)
                       : index == 2 ? readPrice(part, m)
                       : index == 3 ? readQty(part, m)
                                    : passOver(part);
            });
        });
    }

    // {"data":{"products":[{"symbol":"BTCUSD","priceScale":4,"contractSize":1,"settleCurrency":"BTC",...}],
    // ...}}; a contract's size may have its unit behind it ("1 USD").
    JsonError readProducts(JsonDocument& message, FeedBatch& out) const
    {
        return eachTopField(message, [&](std::string_view top, JsonValue data) {
            if (top != "data") {
                return passOver(data);
            }
            return eachFieldOf(data, [&](std::string_view name, JsonValue products) {
                return name != "products" ? passOver(products)
                                          : eachObjectOf(products, [&](JsonObject product) {
                                                return readProduct(product, out);
                                            });
            });
        });
    }

    JsonError readProduct(JsonObject product, FeedBatch& out) const
    {
        std::string_view symbol;
        std::string base;
        std::string quote;
        std::string settle;
        std::uint64_t priceScale = 0;
        std::string contract;
        bool scaled = false;
        auto const error = eachField(product, [&](std::string_view name, JsonValue value) {
            return name == "symbol"           ? readText(value, symbol)
                   : name == "baseCurrency"   ? readInto(value, base)
                   : name == "quoteCurrency"  ? readInto(value, quote)
                   : name == "settleCurrency" ? readInto(value, settle)
                   : name == "contractSize"   ? readInto(value, contract)
                   : name == "priceScale"     ? readCount(value, priceScale, &scaled)
                                              : passOver(value);
        });
        constexpr std::uint64_t most = 12;
        if (!symbol.empty() && scaled && priceScale <= most) {
            auto terms = VenueFeed::termsOf(symbol);
            terms.priceShift = static_cast<int>(priceScale);
            terms.base = base.empty() ? terms.base : upperCase(base);
            terms.quote = quote.empty() ? terms.quote : upperCase(quote);
            if (terms.kind != ContractKind::Spot) {
                setContract(upperCase(settle), contract.substr(0, contract.find(' ')), terms);
            }
            out.instruments.push_back(std::move(terms));
        }
        return error;
    }

    // What settles in the base is inverse, its contracts are of so many quote units; elsewhere they are of so
    // much of the base.
    static void setContract(std::string const& settle, std::string const& size, InstrumentTerms& terms)
    {
        auto const number = readNumeral(size);
        auto const text = number ? textOf(*number) : std::string();
        if (!settle.empty()) {
            terms.kind = settle == terms.base ? ContractKind::Inverse : ContractKind::Linear;
        }
        bool const inverse = terms.kind == ContractKind::Inverse;
        auto const dollars = parseScaled(text, 0);
        terms.contractValue = inverse && dollars && *dollars > 0 ? *dollars : 1;
        terms.contractSize = inverse ? "" : text;
        terms.inContracts = !inverse;
    }
};

// Canonical: sBTCUSDT -> BTC-USDT, BTCUSD and cETHUSD -> BTC-USD-PERP and ETH-USD-PERP (settled in coins),
// ETHUSD and uBTCUSD the same (settled in dollars). What settles in what, the list says.
InstrumentTerms termsOf(VenueSpec const& /*spec*/, std::string_view symbol)
{
    constexpr int spotScale = 8;
    constexpr int contractScale = 4;
    // Behind the mark names are in capitals, and may begin with a digit: s1INCHUSDT, u1000SHIBUSD.
    bool const marked = symbol.size() > 1 &&
                        std::string_view("scu").find(symbol[0]) != std::string_view::npos &&
                        std::islower(static_cast<unsigned char>(symbol[1])) == 0;
    char const mark = marked ? symbol.front() : '\0';
    bool const spot = mark == 's';
    auto terms = pairTerms(spot || mark == 'c' || mark == 'u' ? symbol.substr(1) : symbol, '\0');
    terms.symbol = symbol;
    terms.priceShift = spot ? spotScale : contractScale;
    terms.qtyShift = spot ? spotScale : 0;
    if (!spot) {
        bool const coins = mark == 'c' || (mark != 'u' && terms.base == "BTC");
        terms.kind = coins ? ContractKind::Inverse : ContractKind::Linear;
        terms.suffix = "PERP";
        terms.inContracts = terms.kind == ContractKind::Linear;
    }
    return terms;
}

constexpr std::array<std::string_view, 1> addresses{"phemex.com"};
constexpr std::array endpoints{VenueEndpoint{"wss://ws.phemex.com", {}}};
constexpr std::array instruments{VenueRequest{"https://api.phemex.com/public/products"}};
constexpr std::array forms{
    SubscribeForm{
        Channel::Book,
        R"({"id":$id,"method":"orderbook.subscribe","params":["$symbol"]})",
        {},
        R"({"id":$id,"method":"orderbook.unsubscribe","params":["$symbol"]})",
        1},
    SubscribeForm{
        Channel::Trades,
        R"({"id":$id,"method":"trade.subscribe","params":["$symbol"]})",
        {},
        R"({"id":$id,"method":"trade.unsubscribe","params":["$symbol"]})",
        1},
    SubscribeForm{
        Channel::Statistics,
        R"({"id":$id,"method":"market24h.subscribe","params":[]})",
        {},
        R"({"id":$id,"method":"market24h.unsubscribe","params":[]})",
        1000,
        true},
};

const SyncRule rule = inWords(growingRule, "sequence grows, with holes");

} // namespace

std::span<VenueSpec const> phemexSpecs()
{
    static const std::array specs{VenueSpec{
        .id = "PHEMEX",
        .name = "Phemex",
        .example = "BTCUSD",
        .proof = Proof::CaptureProven,
        .kinds = products::spot | products::perpetual,
        .addresses = addresses,
        .rule = &rule,
        .shortNumbers = true,
        .aggressor = "side: the taker's",
        .endpoints = endpoints,
        .forms = forms,
        .heartbeat = {.interval = seconds(10), .frame = R"({"id":$id,"method":"server.ping","params":[]})"},
        .limits = {.subscriptionsPerConnection = 20},
        .instruments = instruments,
        .makeFeed = makeFeedOf<PhemexFeed>,
        .termsOf = termsOf,
    }};
    return specs;
}

} // namespace qob
