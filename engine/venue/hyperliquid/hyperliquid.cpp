#include "engine/market/instrument_list.h"
#include "engine/market/json_feed.h"
#include "engine/market/symbol_name.h"
#include "engine/venue/all_specs.h"

#include <array>
#include <set>

namespace qob {

namespace {

// The best twenty levels of each side, whole each time.
class HyperliquidFeed final : public JsonFeed {
    using JsonFeed::JsonFeed;

    JsonError read(JsonDocument& message, std::string_view url, FeedBatch& out) override
    {
        if (!url.empty()) {
            return skip(message);
        }
        auto const channel = peek("channel");
        return eachTopField(message, [&](std::string_view name, JsonValue value) {
            if (name != "data") {
                return passOver(value);
            }
            if (channel == "l2Book") {
                return readBook(value, out.add());
            }
            if (channel == "trades") {
                return readTrades(value, out);
            }
            if (channel == "activeAssetCtx") {
                return readContext(value, out.add());
            }
            return channel == "error" ? readInto(value, out.refused) : passOver(value);
        });
    }

    static JsonError readBook(JsonValue data, FeedMessage& m)
    {
        m.kind = Kind::StreamStart;
        return eachFieldOf(data, [&](std::string_view name, JsonValue value) {
            if (name != "levels") {
                return name == "coin"   ? readText(value, m.symbol)
                       : name == "time" ? readTime(value, milliseconds(1), m.venueTime)
                                        : passOver(value);
            }
            m.parts |= FeedMessage::bidPart;
            return eachElementOf(value, [&](std::size_t index, JsonValue side) {
                return index > 1 ? passOver(side)
                                 : readNamedLevels(side, "px", "sz", index == 0 ? m.bids : m.asks);
            });
        });
    }

    // {"coin":"BTC","ctx":{"funding":..,"openInterest":..,"oraclePx":..,"markPx":..}}. Funding is paid each
    // hour.
    static JsonError readContext(JsonValue data, FeedMessage& m)
    {
        m.kind = Kind::Statistics;
        return eachFieldOf(data, [&](std::string_view name, JsonValue value) {
            if (name != "ctx") {
                return name == "coin" ? readText(value, m.symbol) : passOver(value);
            }
            return eachFieldOf(value, [&](std::string_view field, JsonValue part) {
                return field == "markPx"         ? readMark(part, m)
                       : field == "oraclePx"     ? readIndex(part, m)
                       : field == "funding"      ? readFunding(part, m)
                       : field == "openInterest" ? readInterest(part, m)
                                                 : passOver(part);
            });
        });
    }

    // The first of a coin that come on a connection are past ones.
    JsonError readTrades(JsonValue data, FeedBatch& out)
    {
        auto const error = eachObjectOf(data, [&](JsonObject trade) { return readTrade(trade, out.add()); });
        for (std::size_t i = 0; i < out.size() && !error; ++i) {
            out[i].kind = m_traded.contains(out[i].symbol) ? Kind::Trade : Kind::Other;
        }
        for (std::size_t i = 0; i < out.size() && !error; ++i) {
            m_traded.emplace(out[i].symbol);
        }
        return error;
    }

    // B: a buyer took, A: a seller did (it hit the asks' other side).
    static JsonError readTrade(JsonObject trade, FeedMessage& m)
    {
        m.kind = Kind::Trade;
        return eachField(trade, [&](std::string_view name, JsonValue value) {
            return name == "coin"   ? readText(value, m.symbol)
                   : name == "px"   ? readPrice(value, m)
                   : name == "sz"   ? readQty(value, m)
                   : name == "side" ? readSide(value, m)
                   : name == "tid"  ? readTradeId(value, m)
                   : name == "time" ? readTime(value, milliseconds(1), m.venueTime)
                                    : passOver(value);
        });
    }

    std::set<std::string, std::less<>> m_traded; // coins whose past trades have come
};

// Canonical: BTC -> BTC-USD-PERP; PURR/USDC -> PURR-USDC; "@107" is a spot pair whose name tells nothing.
InstrumentTerms termsOf(VenueSpec const& /*spec*/, std::string_view symbol)
{
    InstrumentTerms terms;
    terms.symbol = symbol;
    if (!symbol.starts_with('@') && !splitAt(symbol, '/', terms)) {
        terms.base = symbol;
        terms.quote = "USD";
        terms.suffix = "PERP";
        terms.kind = ContractKind::Linear;
    }
    return terms;
}

constexpr std::array<std::string_view, 1> addresses{"hyperliquid.xyz"};
constexpr std::array endpoints{VenueEndpoint{"wss://api.hyperliquid.xyz/ws", {}}};
constexpr std::array forms{
    SubscribeForm{
        Channel::Book,
        R"({"method":"subscribe","subscription":{"type":"l2Book","coin":"$symbol"}})",
        {},
        R"({"method":"unsubscribe","subscription":{"type":"l2Book","coin":"$symbol"}})",
        1},
    SubscribeForm{
        Channel::Trades,
        R"({"method":"subscribe","subscription":{"type":"trades","coin":"$symbol"}})",
        {},
        R"({"method":"unsubscribe","subscription":{"type":"trades","coin":"$symbol"}})",
        1},
    SubscribeForm{
        Channel::Statistics,
        R"({"method":"subscribe","subscription":{"type":"activeAssetCtx","coin":"$symbol"}})",
        {},
        R"({"method":"unsubscribe","subscription":{"type":"activeAssetCtx","coin":"$symbol"}})",
        1,
        true},
};

// Prices have at most five digits that count, and six decimals less those of sizes.
bool finishCoin(ListRow const& row, InstrumentTerms& terms)
{
    constexpr int priceDecimals = 6;
    auto const decimals = parseScaled(row.text("szDecimals"), 0);
    if (!decimals || *decimals < 0 || *decimals > priceDecimals) {
        return false;
    }
    terms.tickSize = formatTrimmed(1, priceDecimals - static_cast<int>(*decimals));
    terms.trading = !row.flag("isDelisted");
    return true;
}

constexpr std::array instruments{
    VenueRequest{.url = "https://api.hyperliquid.xyz/info", .method = "POST", .body = R"({"type":"meta"})"}};
constexpr std::array lists{ListForm{
    .url = "api.hyperliquid.xyz/info",
    .list = "universe",
    .symbol = "name",
    .lotDecimals = "szDecimals",
    .finish = finishCoin}};

} // namespace

std::span<VenueSpec const> hyperliquidSpecs()
{
    static const std::array specs{VenueSpec{
        .id = "HYPERLIQUID",
        .name = "Hyperliquid",
        .example = "BTC",
        .proof = Proof::CaptureProven,
        .kinds = products::spot | products::perpetual,
        .addresses = addresses,
        .rule = &unnumberedRule,
        .source = BookSource::EveryMessage,
        .shortNumbers = true,
        .aggressor = "side: B the buyer took, A the seller",
        .endpoints = endpoints,
        .forms = forms,
        .heartbeat = {.interval = seconds(30), .frame = R"({"method":"ping"})"},
        .limits = {.subscriptionsPerConnection = 1000, .restPerMinute = 1200},
        .instruments = instruments,
        .lists = lists,
        .makeFeed = makeFeedOf<HyperliquidFeed>,
        .termsOf = termsOf,
    }};
    return specs;
}

std::optional<VenueGuess> recogniseHyperliquid(PaddedText message)
{
    HyperliquidFeed feed(hyperliquidSpecs().front());
    FeedBatch batch;
    bool const read = feed.decode(message, {}, batch).has_value();
    if (!read || batch.empty() || batch[0].symbol.empty()) {
        return std::nullopt;
    }
    return VenueGuess{"HYPERLIQUID", std::string(batch[0].symbol), true};
}

} // namespace qob
