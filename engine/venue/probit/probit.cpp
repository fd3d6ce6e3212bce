#include "engine/market/json_feed.h"
#include "engine/market/symbol_name.h"
#include "engine/venue/all_specs.h"

#include <array>

namespace qob {

namespace {

class ProbitFeed final : public JsonFeed {
    using JsonFeed::JsonFeed;

    JsonError read(JsonDocument& message, std::string_view url, FeedBatch& out) override
    {
        if (!url.empty()) {
            return skip(message);
        }
        FeedMessage& book = out.add();
        std::string_view symbol;
        bool whole = false;
        auto const error = eachTopField(message, [&](std::string_view name, JsonValue value) {
            if (name == "order_books") {
                return readLevelsOfSides(value, book);
            }
            if (name == "recent_trades") {
                return eachObjectOf(value, [&](JsonObject trade) { return readTrade(trade, out.add()); });
            }
            return name == "market_id"   ? readText(value, symbol)
                   : name == "reset"     ? readFlag(value, whole)
                   : name == "errorCode" ? readInto(value, out.refused)
                                         : passOver(value);
        });
        bool const found = (book.parts & FeedMessage::bidPart) != 0;
        book.kind = !found ? Kind::Other : whole ? Kind::StreamStart : Kind::Delta;
        for (std::size_t i = 0; i < out.size(); ++i) {
            out[i].symbol = symbol;
            // The trades that come with the whole book are past ones.
            out[i].kind = i > 0 && whole ? Kind::Other : out[i].kind;
        }
        return error;
    }

    static JsonError readLevelsOfSides(JsonValue value, FeedMessage& m)
    {
        m.parts |= isArray(value) ? FeedMessage::bidPart : 0U;
        return eachObjectOf(value, [&](JsonObject object) -> JsonError {
            WrittenLevel level;
            std::string_view word;
            bool priced = false;
            bool sized = false;
            auto const error = eachField(object, [&](std::string_view name, JsonValue part) {
                return name == "price"      ? readDecimal(part, level.price, priced)
                       : name == "quantity" ? readDecimal(part, level.qty, sized)
                       : name == "side"     ? readText(part, word)
                                            : passOver(part);
            });
            addLevel(m, sideOf(word), level);
            return !error && (!priced || !sized || word.empty()) ? simdjson::NUMBER_ERROR : error;
        });
    }

    static JsonError readTrade(JsonObject trade, FeedMessage& m)
    {
        m.kind = Kind::Trade;
        return eachField(trade, [&](std::string_view name, JsonValue part) {
            return name == "price"      ? readPrice(part, m)
                   : name == "quantity" ? readQty(part, m)
                   : name == "side"     ? readSide(part, m)
                   : name == "time"     ? readIsoTime(part, m.venueTime)
                                        : passOver(part);
        });
    }
};

// Canonical: BTC-USDT -> BTC-USDT.
InstrumentTerms termsOf(VenueSpec const& /*spec*/, std::string_view symbol)
{
    return pairTerms(symbol, '-');
}

constexpr std::array<std::string_view, 1> addresses{"probit.com"};
constexpr std::array endpoints{VenueEndpoint{"wss://api.probit.com/api/exchange/v1/ws", {}}};
// Trades come with the book.
constexpr std::array forms{SubscribeForm{
    Channel::Book,
    R"({"type":"subscribe","channel":"marketdata","interval":100,"market_id":"$symbol","filter":["order_books","recent_trades"]})",
    {},
    R"({"type":"unsubscribe","channel":"marketdata","market_id":"$symbol"})",
    1}};

constexpr std::array instruments{VenueRequest{"https://api.probit.com/api/exchange/v1/market"}};
constexpr std::array lists{ListForm{
    .url = "/exchange/v1/market",
    .list = "data",
    .symbol = "id",
    .base = "base_currency_id",
    .quote = "quote_currency_id",
    .tickSize = "price_increment",
    .lotDecimals = "quantity_precision",
    .minQty = "min_quantity",
    .minNotional = "min_cost",
    .status = "closed",
    .trading = "false"}};

} // namespace

std::span<VenueSpec const> probitSpecs()
{
    static const std::array specs{VenueSpec{
        .id = "PROBIT",
        .name = "ProBit",
        .example = "BTC-USDT",
        .proof = Proof::CaptureProven,
        .addresses = addresses,
        .rule = &unnumberedRule,
        .shortNumbers = true,
        .aggressor = "side: the taker's (not proven)",
        .endpoints = endpoints,
        .forms = forms,
        .instruments = instruments,
        .lists = lists,
        .makeFeed = makeFeedOf<ProbitFeed>,
        .termsOf = termsOf,
    }};
    return specs;
}

} // namespace qob
