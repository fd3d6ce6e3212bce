#include "engine/market/json_feed.h"
#include "engine/market/symbol_name.h"
#include "engine/venue/all_specs.h"

#include <array>

namespace qob {

namespace {

// Whole books now and then, changes between them, no numbers.
class BitflyerFeed final : public JsonFeed {
    using JsonFeed::JsonFeed;

    JsonError read(JsonDocument& message, std::string_view url, FeedBatch& out) override
    {
        if (!url.empty()) {
            return skip(message);
        }
        std::string_view channel;
        auto const error = eachTopField(message, [&](std::string_view top, JsonValue params) {
            if (top == "error") {
                return eachFieldOf(params, [&](std::string_view field, JsonValue part) {
                    return field == "message" ? readInto(part, out.refused) : passOver(part);
                });
            }
            return eachFieldOf(params, [&](std::string_view name, JsonValue value) {
                if (name == "message" && isArray(value)) {
                    return eachObjectOf(value, [&](JsonObject trade) { return readTrade(trade, out.add()); });
                }
                return name == "message"   ? readBoard(value, out.add())
                       : name == "channel" ? readText(value, channel)
                                           : passOver(value);
            });
        });
        decide(channel, out);
        return error;
    }

    static void decide(std::string_view channel, FeedBatch& out)
    {
        constexpr std::string_view snapshots = "lightning_board_snapshot_";
        constexpr std::string_view boards = "lightning_board_";
        constexpr std::string_view trades = "lightning_executions_";
        for (std::size_t i = 0; i < out.size(); ++i) {
            FeedMessage& m = out[i];
            if (channel.starts_with(snapshots)) {
                m.symbol = channel.substr(snapshots.size());
                m.kind = Kind::StreamStart;
            } else if (channel.starts_with(boards)) {
                m.symbol = channel.substr(boards.size());
                m.kind = Kind::Delta;
            } else if (channel.starts_with(trades)) {
                m.symbol = channel.substr(trades.size());
                m.kind = Kind::Trade;
            } else {
                m.kind = Kind::Other;
            }
        }
    }

    static JsonError readBoard(JsonValue value, FeedMessage& m)
    {
        auto const error = eachFieldOf(value, [&](std::string_view name, JsonValue part) {
            bool const bids = name == "bids";
            if (!bids && name != "asks") {
                return passOver(part);
            }
            m.parts |= FeedMessage::bidPart;
            return readNamedLevels(part, "price", "size", bids ? m.bids : m.asks);
        });
        // A price of 0 stands for market orders of an auction.
        for (auto* side : {&m.bids, &m.asks}) {
            std::erase_if(*side, [](auto const& level) { return level.price.digits == 0; });
        }
        return error;
    }

    static JsonError readTrade(JsonObject trade, FeedMessage& m)
    {
        return eachField(trade, [&](std::string_view name, JsonValue value) {
            return name == "price"       ? readPrice(value, m)
                   : name == "size"      ? readQty(value, m)
                   : name == "side"      ? readSide(value, m)
                   : name == "id"        ? readTradeId(value, m)
                   : name == "exec_date" ? readIsoTime(value, m.venueTime)
                                         : passOver(value);
        });
    }
};

// Canonical: BTC_JPY -> BTC-JPY, FX_BTC_JPY -> BTC-JPY-PERP, BTCJPY24DEC2021 -> BTC-JPY-20211224.
InstrumentTerms termsOf(VenueSpec const& /*spec*/, std::string_view symbol)
{
    constexpr std::string_view fx = "FX_";
    constexpr std::size_t pairLength = 6;
    InstrumentTerms terms;
    if (symbol.starts_with(fx)) {
        terms = pairTerms(symbol.substr(fx.size()), '_');
        terms.suffix = "PERP";
        terms.kind = ContractKind::Linear;
    } else if (symbol.find('_') == std::string_view::npos && symbol.size() > pairLength) {
        terms = pairTerms(symbol.substr(0, pairLength), '\0');
        terms.suffix = symbolDate(symbol.substr(pairLength));
        terms.kind = ContractKind::Linear;
    } else {
        terms = pairTerms(symbol, '_');
    }
    terms.symbol = symbol;
    return terms;
}

constexpr std::array<std::string_view, 1> addresses{"bitflyer.com"};
constexpr std::array endpoints{VenueEndpoint{"wss://ws.lightstream.bitflyer.com/json-rpc", {}}};
// The book needs both of its channels.
constexpr std::array forms{
    SubscribeForm{
        Channel::Book,
        R"({"method":"subscribe","params":{"channel":"lightning_board_snapshot_$symbol"}})",
        {},
        R"({"method":"unsubscribe","params":{"channel":"lightning_board_snapshot_$symbol"}})",
        1},
    SubscribeForm{
        Channel::Book,
        R"({"method":"subscribe","params":{"channel":"lightning_board_$symbol"}})",
        {},
        R"({"method":"unsubscribe","params":{"channel":"lightning_board_$symbol"}})",
        1},
    SubscribeForm{
        Channel::Trades,
        R"({"method":"subscribe","params":{"channel":"lightning_executions_$symbol"}})",
        {},
        R"({"method":"unsubscribe","params":{"channel":"lightning_executions_$symbol"}})",
        1},
};

// Who is listed, and no more: those of Japan, of the USA and of Europe, which are on one stream.
constexpr std::array instruments{
    VenueRequest{"https://api.bitflyer.com/v1/getmarkets"},
    VenueRequest{"https://api.bitflyer.com/v1/getmarkets/usa"},
    VenueRequest{"https://api.bitflyer.com/v1/getmarkets/eu"}};
constexpr std::array lists{ListForm{.url = "markets", .symbol = "product_code"}};

} // namespace

std::span<VenueSpec const> bitflyerSpecs()
{
    static const std::array specs{VenueSpec{
        .id = "BITFLYER",
        .name = "bitFlyer",
        .example = "BTC_JPY",
        .proof = Proof::CaptureProven,
        .kinds = products::spot | products::perpetual | products::future,
        .addresses = addresses,
        .rule = &unnumberedRule,
        .shortNumbers = true,
        .aggressor = "side: the taker's, none in auctions",
        .endpoints = endpoints,
        .forms = forms,
        .limits = {.restPerMinute = 100},
        .instruments = instruments,
        .lists = lists,
        .makeFeed = makeFeedOf<BitflyerFeed>,
        .termsOf = termsOf,
    }};
    return specs;
}

} // namespace qob
