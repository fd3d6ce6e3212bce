#include "engine/market/instrument_list.h"
#include "engine/market/json_feed.h"
#include "engine/market/symbol_name.h"
#include "engine/venue/all_specs.h"

#include <array>

namespace qob {

namespace {

// One number for all messages of a connection.
class BlockchainFeed final : public JsonFeed {
    using JsonFeed::JsonFeed;

    JsonError read(JsonDocument& message, std::string_view url, FeedBatch& out) override
    {
        if (!url.empty()) {
            return skip(message);
        }
        FeedMessage& m = out.add();
        std::string_view event;
        std::string_view channel;
        std::uint64_t number = 0;
        bool numbered = false;
        auto const error = eachTopField(message, [&](std::string_view name, JsonValue value) {
            if (name == "bids" || name == "asks") {
                m.parts |= FeedMessage::bidPart;
                return readNamedLevels(value, "px", "qty", name == "bids" ? m.bids : m.asks);
            }
            return name == "seqnum"      ? readCount(value, number, &numbered)
                   : name == "event"     ? readText(value, event)
                   : name == "channel"   ? readText(value, channel)
                   : name == "symbol"    ? readText(value, m.symbol)
                   : name == "timestamp" ? readIsoTime(value, m.venueTime)
                   : name == "price"     ? readPrice(value, m)
                   : name == "qty"       ? readQty(value, m)
                   : name == "side"      ? readSide(value, m)
                   : name == "trade_id"  ? readTradeId(value, m)
                   : name == "text"      ? readInto(value, out.refused)
                                         : passOver(value);
        });
        if (numbered) {
            m_sequence.see(number, out);
        }
        if (channel == "l2" && (event == "snapshot" || event == "updated")) {
            m.kind = event == "snapshot" ? Kind::StreamStart : Kind::Delta;
        } else if (channel == "trades" && event == "updated") {
            m.kind = Kind::Trade;
        }
        return error;
    }

    ConnectionSequence m_sequence;
};

// Canonical: BTC-USD -> BTC-USD.
InstrumentTerms termsOf(VenueSpec const& /*spec*/, std::string_view symbol)
{
    return pairTerms(symbol, '-');
}

constexpr std::array<std::string_view, 2> addresses{"blockchain.info", "api.blockchain.com"};
constexpr std::array endpoints{
    VenueEndpoint{"wss://ws.blockchain.info/mercury-gateway/v1/ws", "https://exchange.blockchain.com"}};
constexpr std::array forms{
    SubscribeForm{
        Channel::Book,
        R"({"action":"subscribe","channel":"l2","symbol":"$symbol"})",
        {},
        R"({"action":"unsubscribe","channel":"l2","symbol":"$symbol"})",
        1},
    SubscribeForm{
        Channel::Trades,
        R"({"action":"subscribe","channel":"trades","symbol":"$symbol"})",
        {},
        R"({"action":"unsubscribe","channel":"trades","symbol":"$symbol"})",
        1},
};

// Whole numbers and the decimals they have: "lot_size":1,"lot_size_scale":8. A status word is left as it is.
std::string scaled(ListRow const& row, std::string const& name)
{
    auto const number = parseScaled(row.text(name), 0);
    auto const scale = parseScaled(row.text(name + "_scale"), 0);
    bool const good = number && scale && *number > 0 && *scale >= 0 && *scale <= amountScale;
    return good ? formatTrimmed(*number, static_cast<int>(*scale)) : std::string();
}

bool finishSymbol(ListRow const& row, InstrumentTerms& terms)
{
    terms.tickSize = scaled(row, "min_price_increment");
    terms.lotSize = scaled(row, "lot_size");
    terms.minQty = scaled(row, "min_order_size");
    terms.maxQty = scaled(row, "max_order_size");
    if (terms.symbol.find('-') == std::string::npos) {
        return false;
    }
    return true;
}

constexpr std::array instruments{VenueRequest{"https://api.blockchain.com/v3/exchange/symbols"}};
constexpr std::array lists{
    ListForm{
        .url = "/v3/exchange/symbols",
        .symbol = "$key",
        .base = "base_currency",
        .quote = "counter_currency",
        .status = "status",
        .trading = "open",
        .finish = finishSymbol},
    ListForm{
        .url = "/mercury-gateway/v1/instruments",
        .symbol = "symbol",
        .base = "base_currency",
        .quote = "counter_currency",
        .status = "status",
        .trading = "open",
        .finish = finishSymbol},
};

} // namespace

std::span<VenueSpec const> blockchainSpecs()
{
    static const std::array specs{VenueSpec{
        .id = "BLOCKCHAIN",
        .name = "Blockchain.com",
        .example = "BTC-USD",
        .proof = Proof::CaptureProven,
        .addresses = addresses,
        .rule = &connectionRule,
        .shortNumbers = true,
        .aggressor = "side: the taker's (not proven)",
        .endpoints = endpoints,
        .forms = forms,
        .greeting = R"({"action":"subscribe","channel":"heartbeat"})",
        .instruments = instruments,
        .lists = lists,
        .makeFeed = makeFeedOf<BlockchainFeed>,
        .termsOf = termsOf,
    }};
    return specs;
}

} // namespace qob
