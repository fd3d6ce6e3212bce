#include "engine/market/instrument_list.h"
#include "engine/market/json_feed.h"
#include "engine/market/symbol_name.h"
#include "engine/venue/all_specs.h"

#include <array>

namespace qob {

namespace {

// `l2_orderbook`: whole books; `l2_updates`: a snapshot and numbered changes.
class DeltaFeed final : public JsonFeed {
    using JsonFeed::JsonFeed;

    JsonError read(JsonDocument& message, std::string_view url, FeedBatch& out) override
    {
        if (!url.empty()) {
            return skip(message);
        }
        FeedMessage& m = out.add();
        std::string_view type;
        std::string_view action;
        std::string_view buyer;
        std::string_view seller;
        auto const error = eachTopField(message, [&](std::string_view name, JsonValue value) {
            if (name == "buy" || name == "sell") {
                m.parts |= FeedMessage::bidPart;
                return readNamedLevels(value, "limit_price", "size", name == "buy" ? m.bids : m.asks);
            }
            return name == "type"           ? readText(value, type)
                   : name == "action"       ? readText(value, action)
                   : name == "symbol"       ? readText(value, m.symbol)
                   : name == "sequence_no"  ? readCount(value, m.span.last)
                   : name == "bids"         ? readBids(value, m)
                   : name == "asks"         ? readAsks(value, m)
                   : name == "timestamp"    ? readTime(value, microseconds(1), m.venueTime)
                   : name == "price"        ? readPrice(value, m)
                   : name == "size"         ? readQty(value, m)
                   : name == "buyer_role"   ? readText(value, buyer)
                   : name == "seller_role"  ? readText(value, seller)
                   : name == "mark_price"   ? readMark(value, m)
                   : name == "spot_price"   ? readIndex(value, m)
                   : name == "funding_rate" ? readFunding(value, m)
                   : name == "oi_contracts" ? readInterest(value, m)
                                            : passOver(value);
        });
        m.span.first = m.span.last;
        if (type == "l2_orderbook") {
            m.kind = Kind::StreamStart;
            m.span = {};
        } else if (type == "l2_updates") {
            m.kind = action == "snapshot" ? Kind::StreamStart : Kind::Delta;
            if (m.span.last == 0 && !error) {
                return missing("l2_updates: expected the field sequence_no");
            }
        } else if (type == "v2/ticker") {
            constexpr int percent = 2;
            m.kind = Kind::Statistics;
            bool const rated = (m.statistics.parts & WrittenStatistics::fundingPart) != 0;
            m.statistics.fundingRate.decimals += rated ? percent : 0;
        } else if (type == "all_trades") {
            m.kind = Kind::Trade;
            m.aggressor = buyer == "taker" ? Side::Buy : seller == "taker" ? Side::Sell : Side::Undisclosed;
        }
        return error;
    }
};

// Canonical: BTCUSD -> BTC-USD-PERP; C-ETH-3200-311221 -> ETH-USD-20211231-3200-C. Sizes are contracts.
InstrumentTerms termsOf(VenueSpec const& /*spec*/, std::string_view symbol)
{
    InstrumentTerms terms;
    terms.symbol = symbol;
    terms.kind = ContractKind::Linear;
    terms.inContracts = true;
    constexpr std::size_t dateLength = 6;
    bool const option = symbol.starts_with("C-") || symbol.starts_with("P-");
    auto const last = symbol.rfind('-');
    auto const second = option ? symbol.find('-', 2) : std::string_view::npos;
    if (option && second != std::string_view::npos && last > second &&
        symbol.size() - last - 1 == dateLength) {
        auto const date = symbol.substr(last + 1);
        terms.base = symbol.substr(2, second - 2);
        terms.quote = "USD";
        terms.suffix = "20" + std::string(date.substr(4)) + std::string(date.substr(2, 2)) +
                       std::string(date.substr(0, 2)) + "-" +
                       std::string(symbol.substr(second + 1, last - second - 1)) + "-" + symbol.front();
        return terms;
    }
    splitByQuote(symbol, terms);
    terms.suffix = "PERP";
    return terms;
}

constexpr std::array<std::string_view, 1> addresses{"delta.exchange"};
constexpr std::array endpoints{VenueEndpoint{"wss://socket.delta.exchange", {}}};
constexpr std::array forms{
    SubscribeForm{
        Channel::Book,
        R"({"type":"subscribe","payload":{"channels":[{"name":"l2_updates","symbols":[$items]}]}})",
        R"("$symbol")",
        R"({"type":"unsubscribe","payload":{"channels":[{"name":"l2_updates","symbols":[$items]}]}})",
        20},
    SubscribeForm{
        Channel::Trades,
        R"({"type":"subscribe","payload":{"channels":[{"name":"all_trades","symbols":[$items]}]}})",
        R"("$symbol")",
        R"({"type":"unsubscribe","payload":{"channels":[{"name":"all_trades","symbols":[$items]}]}})",
        20},
    SubscribeForm{
        Channel::Statistics,
        R"({"type":"subscribe","payload":{"channels":[{"name":"v2/ticker","symbols":[$items]}]}})",
        R"("$symbol")",
        R"({"type":"unsubscribe","payload":{"channels":[{"name":"v2/ticker","symbols":[$items]}]}})",
        20,
        true},
};

const SyncRule rule = inWords(contiguousRule, "sequence_no = the one before + 1");

// Sizes are contracts: of so much of the underlying, of so many dollars (inverse), or of so much of the
// settling asset a dollar (quanto).
bool finishProduct(ListRow const& row, InstrumentTerms& terms)
{
    auto const settle = row.text("settling_asset.symbol");
    terms.lotSize = std::string(1, '1');
    terms.inContracts = true;
    if (row.text("notional_type") == "inverse") {
        auto const value = parseScaled(row.number("contract_value"), 0);
        terms.kind = ContractKind::Inverse;
        terms.contractValue = value.value_or(1);
        terms.inContracts = !value || *value <= 0;
        return true;
    }
    terms.contractSize = row.number("contract_value");
    if (row.flag("is_quanto")) {
        terms.kind = ContractKind::Quanto;
        terms.settle = settle;
    }
    return true;
}

constexpr std::array instruments{VenueRequest{"https://api.delta.exchange/v2/products"}};
constexpr std::array lists{ListForm{
    .url = "/v2/products",
    .list = "result",
    .symbol = "symbol",
    .base = "underlying_asset.symbol",
    .quote = "quoting_asset.symbol",
    .tickSize = "tick_size",
    .status = "trading_status",
    .trading = "operational",
    .finish = finishProduct}};

} // namespace

std::span<VenueSpec const> deltaSpecs()
{
    static const std::array specs{VenueSpec{
        .id = "DELTA",
        .name = "Delta Exchange",
        .example = "BTCUSD",
        // A capture proves whole books, but not the numbers of l2_updates.
        .proof = Proof::Documented,
        .kinds = products::perpetual | products::option,
        .addresses = addresses,
        .rule = &rule,
        .shortNumbers = true,
        .aggressor = "buyer_role, seller_role",
        .endpoints = endpoints,
        .forms = forms,
        .greeting = R"({"type":"enable_heartbeat"})",
        .heartbeat = {.silence = seconds(40)},
        .instruments = instruments,
        .lists = lists,
        .makeFeed = makeFeedOf<DeltaFeed>,
        .termsOf = termsOf,
    }};
    return specs;
}

} // namespace qob
