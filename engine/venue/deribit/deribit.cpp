#include "engine/market/json_feed.h"
#include "engine/market/symbol_name.h"
#include "engine/venue/all_specs.h"

#include <array>

namespace qob {

namespace {

class DeribitFeed final : public JsonFeed {
    using JsonFeed::JsonFeed;

    JsonError read(JsonDocument& message, std::string_view url, FeedBatch& out) override
    {
        if (!url.empty()) {
            return skip(message);
        }
        std::string_view method;
        std::string_view channel;
        std::string_view type;
        auto const error = eachTopField(message, [&](std::string_view name, JsonValue value) {
            if (name == "error") {
                return eachFieldOf(value, [&](std::string_view field, JsonValue part) {
                    return field == "message" ? readInto(part, out.refused) : passOver(part);
                });
            }
            if (name != "params") {
                return name == "method" ? readText(value, method) : passOver(value);
            }
            return eachFieldOf(value, [&](std::string_view field, JsonValue part) {
                if (field == "data") {
                    return readDatas(part, out);
                }
                return field == "channel" ? readText(part, channel)
                       : field == "type"  ? readText(part, type)
                                          : passOver(part);
            });
        });
        if (method == "heartbeat" && type == "test_request") {
            out.answer = R"({"jsonrpc":"2.0","id":8212,"method":"public/test","params":{}})";
        }
        bool const book = channel.starts_with("book.");
        bool const trades = channel.starts_with("trades.");
        bool const ticker = channel.starts_with("ticker.");
        for (std::size_t i = 0; i < out.size(); ++i) {
            FeedMessage& m = out[i];
            m.kind = trades ? Kind::Trade : ticker ? Kind::Statistics : !book ? Kind::Other : m.kind;
            if (book && !error && (m.span.last == 0 || (m.kind == Kind::Delta && m.span.previous == 0))) {
                return missing("book: expected the fields change_id and prev_change_id");
            }
        }
        return error;
    }

    static JsonError readDatas(JsonValue value, FeedBatch& out)
    {
        if (isArray(value)) {
            return eachObjectOf(value, [&](JsonObject object) { return readData(object, out.add()); });
        }
        JsonObject object;
        if (!isObject(value)) {
            return passOver(value);
        }
        auto const error = value.get_object().get(object);
        return error ? error : readData(object, out.add());
    }

    static JsonError readData(JsonObject object, FeedMessage& m)
    {
        std::string_view type;
        auto const error = eachField(object, [&](std::string_view name, JsonValue value) {
            return name == "type"              ? readText(value, type)
                   : name == "instrument_name" ? readText(value, m.symbol)
                   : name == "change_id"       ? readCount(value, m.span.last)
                   : name == "prev_change_id"  ? readCount(value, m.span.previous)
                   : name == "timestamp"       ? readTime(value, milliseconds(1), m.venueTime)
                   : name == "bids"            ? readChanges(value, m, Side::Buy)
                   : name == "asks"            ? readChanges(value, m, Side::Sell)
                   : name == "price"           ? readPrice(value, m)
                   : name == "amount"          ? readQty(value, m)
                   : name == "direction"       ? readSide(value, m)
                   : name == "trade_seq"       ? readTradeId(value, m)
                   : name == "mark_price"      ? readMark(value, m)
                   : name == "index_price"     ? readIndex(value, m)
                   : name == "current_funding" ? readFunding(value, m)
                   : name == "open_interest"   ? readInterest(value, m)
                                               : passOver(value);
        });
        m.span.first = m.span.last;
        m.kind = type == "snapshot" ? Kind::StreamStart : Kind::Delta;
        return error;
    }

    // [["new",price,amount],["delete",price,0],...]
    static JsonError readChanges(JsonValue value, FeedMessage& m, Side side)
    {
        m.parts |= FeedMessage::bidPart;
        return eachElementOf(value, [&](std::size_t /*index*/, JsonValue change) {
            WrittenLevel level;
            std::string_view word;
            std::size_t count = 0;
            auto const error = eachElementOf(change, [&](std::size_t index, JsonValue part) {
                ++count;
                return index == 0   ? readText(part, word)
                       : index == 1 ? needDecimal(part, level.price)
                       : index == 2 ? needDecimal(part, level.qty)
                                    : passOver(part);
            });
            level.qty = word == "delete" ? WrittenNumber{} : level.qty;
            addLevel(m, side, level);
            return !error && count < 3 ? simdjson::INDEX_OUT_OF_BOUNDS : error;
        });
    }
};

// Canonical: BTC-PERPETUAL -> BTC-USD-PERP (inverse), BTC_USDC-PERPETUAL -> BTC-USDC-PERP, BTC-27SEP24 ->
// BTC-USD-20240927, BTC-24SEP21-8000-P -> BTC-USD-20210924-8000-P, BTC_USDC -> BTC-USDC. An inverse future's
// sizes are dollars, an option's are coins; where it is of no pair its price is in coins, too.
InstrumentTerms termsOf(VenueSpec const& /*spec*/, std::string_view symbol)
{
    InstrumentTerms terms;
    terms.symbol = symbol;
    auto const dash = symbol.find('-');
    auto const asset = symbol.substr(0, dash);
    bool const paired = splitAt(asset, '_', terms);
    if (!paired) {
        terms.base = asset;
        terms.quote = "USD";
    }
    if (dash == std::string_view::npos) {
        return terms;
    }
    auto const rest = symbol.substr(dash + 1);
    auto const second = std::min(rest.size(), rest.find('-'));
    bool const option = second < rest.size();
    terms.suffix =
        rest == "PERPETUAL" ? "PERP" : symbolDate(rest.substr(0, second)) + std::string(rest.substr(second));
    terms.kind = paired ? ContractKind::Linear : option ? ContractKind::Quanto : ContractKind::Inverse;
    if (terms.kind == ContractKind::Quanto) {
        terms.settle = terms.base;
        terms.contractSize = "1";
    }
    return terms;
}

constexpr std::array<std::string_view, 1> addresses{"deribit.com"};
constexpr std::array endpoints{VenueEndpoint{"wss://www.deribit.com/ws/api/v2", {}}};
constexpr std::array forms{
    SubscribeForm{
        Channel::Book,
        R"({"jsonrpc":"2.0","id":$id,"method":"public/subscribe","params":{"channels":[$items]}})",
        R"("book.$symbol.100ms")",
        R"({"jsonrpc":"2.0","id":$id,"method":"public/unsubscribe","params":{"channels":[$items]}})",
        50},
    SubscribeForm{
        Channel::Trades,
        R"({"jsonrpc":"2.0","id":$id,"method":"public/subscribe","params":{"channels":[$items]}})",
        R"("trades.$symbol.100ms")",
        R"({"jsonrpc":"2.0","id":$id,"method":"public/unsubscribe","params":{"channels":[$items]}})",
        50},
    SubscribeForm{
        Channel::Statistics,
        R"({"jsonrpc":"2.0","id":$id,"method":"public/subscribe","params":{"channels":[$items]}})",
        R"("ticker.$symbol.100ms")",
        R"({"jsonrpc":"2.0","id":$id,"method":"public/unsubscribe","params":{"channels":[$items]}})",
        50,
        true},
};

const SyncRule rule = inWords(chainedRule, "prev_change_id = the change_id before");

constexpr std::array instruments{
    VenueRequest{"https://www.deribit.com/api/v2/public/get_instruments?currency=any&expired=false"}};
// Amounts are steps of the contract size, but those of options of the least that is traded, which is less.
constexpr std::array lists{ListForm{
    .url = "/public/get_instruments",
    .list = "result",
    .symbol = "instrument_name",
    .tickSize = "tick_size",
    .lotSize = "min_trade_amount",
    .status = "is_active",
    .trading = "true"}};

} // namespace

std::span<VenueSpec const> deribitSpecs()
{
    static const std::array specs{VenueSpec{
        .id = "DERIBIT",
        .name = "Deribit",
        .example = "BTC-PERPETUAL",
        .proof = Proof::CaptureProven,
        .kinds = products::spot | products::perpetual | products::future | products::option,
        .addresses = addresses,
        .rule = &rule,
        .shortNumbers = true,
        .aggressor = "direction: the taker's",
        .endpoints = endpoints,
        .forms = forms,
        .greeting = R"({"jsonrpc":"2.0","id":$id,"method":"public/set_heartbeat","params":{"interval":30}})",
        .instruments = instruments,
        .lists = lists,
        .makeFeed = makeFeedOf<DeribitFeed>,
        .termsOf = termsOf,
    }};
    return specs;
}

} // namespace qob
