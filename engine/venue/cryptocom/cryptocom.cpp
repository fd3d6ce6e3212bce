#include "engine/market/json_feed.h"
#include "engine/market/symbol_name.h"
#include "engine/venue/all_specs.h"

#include <array>
#include <utility>

namespace qob {

namespace {

class CryptocomFeed final : public JsonFeed {
    using JsonFeed::JsonFeed;

    JsonError read(JsonDocument& message, std::string_view url, FeedBatch& out) override
    {
        if (!url.empty()) {
            return skip(message);
        }
        std::string_view method;
        std::string_view id;
        std::string_view symbol;
        std::string_view channel;
        std::string_view problem;
        auto const error = eachTopField(message, [&](std::string_view top, JsonValue value) {
            if (top == "result") {
                return eachFieldOf(value, [&](std::string_view name, JsonValue part) {
                    if (name == "data") {
                        return eachObjectOf(part, [&](JsonObject data) { return readData(data, out.add()); });
                    }
                    return name == "instrument_name" ? readText(part, symbol)
                           : name == "channel"       ? readText(part, channel)
                                                     : passOver(part);
                });
            }
            return top == "method"    ? readText(value, method)
                   : top == "id"      ? readWord(value, id)
                   : top == "message" ? readText(value, problem)
                                      : passOver(value);
        });
        if (method == "public/heartbeat") {
            out.answer = "{\"id\":" + std::string(id) + R"(,"method":"public/respond-heartbeat"})";
        }
        out.refused = problem;
        for (std::size_t i = 0; i < out.size(); ++i) {
            FeedMessage& m = out[i];
            m.symbol = m.symbol.empty() ? symbol : m.symbol;
            m.kind = channel == "book"                                                  ? Kind::StreamStart
                     : channel == "book.update"                                         ? Kind::Delta
                     : channel == "trade"                                               ? Kind::Trade
                     : channel == "ticker" || channel == "mark" || channel == "funding" ? Kind::Statistics
                                                                                        : Kind::Other;
            placeValue(m, channel);
            if (m.kind == Kind::Delta && !error && (m.span.last == 0 || m.span.previous == 0)) {
                return missing("book.update: expected the fields u and pu");
            }
        }
        if (channel == "trade" && newestFirst(out)) {
            out.reverse();
        }
        return error;
    }

    static bool newestFirst(FeedBatch const& trades)
    {
        auto const age = [](FeedMessage const& trade) {
            return std::pair(trade.venueTime, trade.lastTradeId);
        };
        return trades.size() > 1 && age(trades[0]) > age(trades[trades.size() - 1]);
    }

    // Each channel calls what it says "v": the mark price, the funding rate, or, with the open interest, a
    // volume.
    static void placeValue(FeedMessage& m, std::string_view channel)
    {
        WrittenStatistics& to = m.statistics;
        if (channel == "ticker") {
            to.parts &= WrittenStatistics::interestPart;
        } else if (channel == "funding" && (to.parts & WrittenStatistics::markPart) != 0) {
            to.fundingRate = to.markPrice;
            to.parts = WrittenStatistics::fundingPart;
        }
    }

    JsonError readData(JsonObject data, FeedMessage& m) const
    {
        auto const readBook = [&](std::string_view name, JsonValue value) {
            return name == "bids"   ? readBids(value, m)
                   : name == "asks" ? readAsks(value, m)
                                    : passOver(value);
        };
        auto const error = eachField(data, [&](std::string_view name, JsonValue value) {
            if (name == "bids" || name == "asks") {
                return readBook(name, value);
            }
            return name == "update"                 ? eachFieldOf(value, readBook)
                   : name == "u"                    ? readCount(value, m.span.last)
                   : name == "pu"                   ? readCount(value, m.span.previous)
                   : name == "t"                    ? readTime(value, milliseconds(1), m.venueTime)
                   : name == "i"                    ? readText(value, m.symbol)
                   : name == "p"                    ? readPrice(value, m)
                   : name == "q"                    ? readQty(value, m)
                   : name == "s"                    ? readSide(value, m)
                   : name == "d"                    ? readTradeId(value, m)
                   : name == "oi"                   ? readInterest(value, m)
                   : name == "v" && !isArray(value) ? readMark(value, m)
                                                    : passOver(value);
        });
        m.span.first = m.span.last;
        return error;
    }
};

// Canonical: BTC_USD -> BTC-USD, BTCUSD-PERP -> BTC-USD-PERP, BTCUSD-240927 -> BTC-USD-20240927.
InstrumentTerms termsOf(VenueSpec const& /*spec*/, std::string_view symbol)
{
    auto const dash = symbol.find('-');
    if (dash == std::string_view::npos) {
        return pairTerms(symbol, '_');
    }
    auto terms = pairTerms(symbol.substr(0, dash), '\0');
    terms.symbol = symbol;
    terms.kind = ContractKind::Linear;
    terms.suffix = symbol.ends_with("-PERP") ? "PERP" : symbolDate(symbol.substr(dash + 1));
    return terms;
}

constexpr std::array<std::string_view, 1> addresses{"crypto.com"};
constexpr std::array endpoints{VenueEndpoint{"wss://stream.crypto.com/exchange/v1/market", {}}};
constexpr std::array forms{
    SubscribeForm{
        Channel::Book,
        R"({"id":$id,"method":"subscribe","params":{"channels":[$items],"book_subscription_type":"SNAPSHOT_AND_UPDATE","book_update_frequency":10}})",
        R"("book.$symbol.50")",
        R"({"id":$id,"method":"unsubscribe","params":{"channels":[$items]}})",
        20},
    SubscribeForm{
        Channel::Trades,
        R"({"id":$id,"method":"subscribe","params":{"channels":[$items]}})",
        R"("trade.$symbol")",
        R"({"id":$id,"method":"unsubscribe","params":{"channels":[$items]}})",
        20},
    SubscribeForm{
        Channel::Statistics,
        R"({"id":$id,"method":"subscribe","params":{"channels":[$items]}})",
        R"("ticker.$symbol","mark.$symbol","funding.$symbol")",
        R"({"id":$id,"method":"unsubscribe","params":{"channels":[$items]}})",
        20,
        true},
};

const SyncRule rule = inWords(chainedRule, "pu = the u before");

constexpr std::array instruments{VenueRequest{"https://api.crypto.com/exchange/v1/public/get-instruments"}};
constexpr std::array lists{ListForm{
    .url = "/public/get-instruments",
    .list = "result.data",
    .symbol = "symbol",
    .tickSize = "price_tick_size",
    .lotSize = "qty_tick_size",
    .status = "tradable",
    .trading = "true"}};

} // namespace

std::span<VenueSpec const> cryptocomSpecs()
{
    static const std::array specs{VenueSpec{
        .id = "CRYPTO.COM",
        .name = "Crypto.com",
        .example = "BTC_USDT",
        .proof = Proof::Documented,
        .kinds = products::spot | products::perpetual | products::future,
        .addresses = addresses,
        .rule = &rule,
        .depth = 50,
        .shortNumbers = true,
        .aggressor = "s: the taker's",
        .endpoints = endpoints,
        .forms = forms,
        .heartbeat = {.silence = seconds(45)},
        .limits = {.subscriptionsPerConnection = 400, .afterConnect = seconds(1)},
        .instruments = instruments,
        .lists = lists,
        .makeFeed = makeFeedOf<CryptocomFeed>,
        .termsOf = termsOf,
    }};
    return specs;
}

} // namespace qob
