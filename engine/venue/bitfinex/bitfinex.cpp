#include "engine/market/json_feed.h"
#include "engine/market/symbol_name.h"
#include "engine/market/written_book.h"
#include "engine/venue/all_specs.h"

#include <array>
#include <unordered_map>

namespace qob {

namespace {

constexpr std::size_t checkedLevels = 25;
const ChecksumRule checksumRule{
    .words = "CRC-32 of the 25 best bids and asks in turns, asks negative",
    .levels = checkedLevels,
    .order = ChecksumRule::Order::Turns,
    .separator = 1,
    .write = [](Side side, WrittenLevel const& level, char* text) {
        const std::int64_t sign = side == Side::Buy ? 1 : -1;
        return writeTerms(level.price, {sign * level.qty.digits, level.qty.decimals}, text);
    }};

// Frames are arrays that begin with a channel's number, which an event has told before:
// [number,[price,count,amount],sequence]. Flags 65536 (every frame ends with the connection's sequence) and
// 131072 (checksums) are asked for first of all.
class BitfinexFeed final : public JsonFeed {
    using JsonFeed::JsonFeed;

    enum class Content : std::uint8_t { Book, Trades, Other };

    struct Subscribed {
        Content content = Content::Other;
        std::string symbol;
    };

    JsonError read(JsonDocument& message, std::string_view url, FeedBatch& out) override
    {
        if (!url.empty()) {
            return url.find("pub:info:pair") == std::string_view::npos ? skip(message)
                                                                       : readPairs(message, out);
        }
        if (!text().empty() && text().front() == '[') {
            return readFrame(message, out);
        }
        return readEvent(message, out);
    }

    JsonError readEvent(JsonDocument& message, FeedBatch& out)
    {
        std::string_view event;
        std::string_view channel;
        std::string_view symbol;
        std::string_view problem;
        std::uint64_t id = 0;
        std::uint64_t code = 0;
        auto const error = eachTopField(message, [&](std::string_view name, JsonValue value) {
            return name == "event"     ? readText(value, event)
                   : name == "channel" ? readText(value, channel)
                   : name == "symbol"  ? readText(value, symbol)
                   : name == "chanId"  ? readCount(value, id)
                   : name == "msg"     ? readText(value, problem)
                   : name == "code"    ? readCount(value, code)
                                       : passOver(value);
        });
        constexpr std::uint64_t restart = 20051;
        constexpr std::size_t mostChannels = 1000;
        if (event == "subscribed" && m_channels.size() < mostChannels) {
            auto const content = channel == "book"     ? Content::Book
                                 : channel == "trades" ? Content::Trades
                                                       : Content::Other;
            m_channels[id] = {content, std::string(symbol)};
        } else if (event == "unsubscribed") {
            m_channels.erase(id);
        } else if (event == "error") {
            out.refused = problem;
        } else if (event == "conf") {
            m_numbered = true;
        }
        out.reconnect = event == "info" && code == restart;
        return error;
    }

    JsonError readFrame(JsonDocument& message, FeedBatch& out)
    {
        JsonArray frame;
        if (auto const error = message.get_array().get(frame)) {
            return error;
        }
        Subscribed const* channel = nullptr;
        std::string_view word;
        std::uint64_t last = 0;
        bool numbered = false;
        FeedMessage& m = out.add();
        auto const error = eachElement(frame, [&](std::size_t index, JsonValue part) {
            numbered = false;
            if (index == 0) {
                std::uint64_t id = 0;
                auto const wrong = readCount(part, id);
                auto const found = m_channels.find(id);
                channel = found == m_channels.end() ? nullptr : &found->second;
                return wrong;
            }
            if (index == 1 && firstCharacter(part) == '"') {
                return readText(part, word);
            }
            bool const content = index == 1 || (index == 2 && !word.empty());
            if (content && channel != nullptr && word == "cs") {
                return readChecksum(part, m);
            }
            if (content && isArray(part)) {
                return readContent(part, channel, word, m);
            }
            return readCount(part, last, &numbered);
        });
        if (channel != nullptr) {
            m.symbol = channel->symbol;
        }
        if (m.hasChecksum) {
            m.kind = Kind::Checksum;
        }
        if (m_numbered && numbered) {
            m_sequence.see(last, out);
        }
        return error;
    }

    JsonError
    readContent(JsonValue part, Subscribed const* channel, std::string_view word, FeedMessage& m) const
    {
        if (channel == nullptr || channel->content == Content::Other) {
            return walkJson(part);
        }
        if (channel->content == Content::Trades) {
            return word == "te" ? readTrade(part, m) : walkJson(part);
        }
        // One level, or a list of them.
        m.parts |= FeedMessage::bidPart;
        std::array<WrittenNumber, 3> level;
        std::size_t numbers = 0;
        bool single = false;
        auto const error = eachElementOf(part, [&](std::size_t index, JsonValue element) {
            if (isArray(element)) {
                return readLevel(element, m);
            }
            single = true;
            numbers = index + 1;
            return index < level.size() ? needDecimal(element, level[index]) : passOver(element);
        });
        if (!error && single && numbers < level.size()) {
            return simdjson::INDEX_OUT_OF_BOUNDS;
        }
        if (single) {
            keepLevel(level, m);
        }
        m.kind = single ? Kind::Delta : Kind::StreamStart;
        return error;
    }

    static JsonError readLevel(JsonValue value, FeedMessage& m)
    {
        std::array<WrittenNumber, 3> level;
        std::size_t numbers = 0;
        auto const error = eachElementOf(value, [&](std::size_t index, JsonValue element) {
            numbers = index + 1;
            return index < level.size() ? needDecimal(element, level[index]) : passOver(element);
        });
        if (!error && numbers < level.size()) {
            return simdjson::INDEX_OUT_OF_BOUNDS;
        }
        keepLevel(level, m);
        return error;
    }

    // Price, number of orders (0: the level is gone), amount (negative: an ask).
    static void keepLevel(std::array<WrittenNumber, 3> const& level, FeedMessage& m)
    {
        bool const ask = level[2].digits < 0;
        WrittenNumber qty = level[1].digits == 0 ? WrittenNumber{} : level[2];
        qty.digits = ask ? -qty.digits : qty.digits;
        addLevel(m, ask ? Side::Sell : Side::Buy, {level[0], qty});
    }

    // [id,milliseconds,amount,price]; a negative amount was sold by the taker.
    static JsonError readTrade(JsonValue value, FeedMessage& m)
    {
        m.kind = Kind::Trade;
        auto const error = eachElementOf(value, [&](std::size_t index, JsonValue element) {
            return index == 0   ? readTradeId(element, m)
                   : index == 1 ? readTime(element, milliseconds(1), m.venueTime)
                   : index == 2 ? readQty(element, m)
                   : index == 3 ? readPrice(element, m)
                                : passOver(element);
        });
        m.aggressor = m.qty.digits < 0 ? Side::Sell : Side::Buy;
        m.qty.digits = m.qty.digits < 0 ? -m.qty.digits : m.qty.digits;
        return error;
    }

    // [[["BTCUSD",[null,null,null,"0.00006","2000.0",...]],...],...]: for each of what was asked for its
    // pairs, with the least and the most that an order may have.
    JsonError readPairs(JsonDocument& message, FeedBatch& out)
    {
        JsonValue lists;
        auto error = message.get_value().get(lists);
        if (!error) {
            error = eachElementOf(lists, [&](std::size_t /*index*/, JsonValue list) {
                return eachElementOf(list, [&](std::size_t /*which*/, JsonValue pair) {
                    return readPair(pair, out);
                });
            });
        }
        return !error && out.instruments.empty()
                   ? missing(R"(a list of instruments: expected entries like ["BTCUSD",[...]])")
                   : error;
    }

    JsonError readPair(JsonValue pair, FeedBatch& out) const
    {
        constexpr std::size_t least = 3;
        constexpr std::size_t most = 4;
        std::string_view name;
        bool described = false;
        std::array<WrittenNumber, 2> bounds;
        std::array<bool, 2> told{};
        auto const error = eachElementOf(pair, [&](std::size_t index, JsonValue part) {
            if (index == 1 && isArray(part)) {
                described = true;
                return eachElementOf(part, [&](std::size_t at, JsonValue field) {
                    bool const bound = at == least || at == most;
                    return bound ? readDecimal(field, bounds[at - least], told[at - least]) : passOver(field);
                });
            }
            return index == 0 ? readText(part, name) : passOver(part);
        });
        if (!name.empty() && described) {
            auto terms = termsOf("t" + std::string(name));
            terms.minQty = told[0] ? textOf(bounds[0]) : "";
            terms.maxQty = told[1] ? textOf(bounds[1]) : "";
            terms.finerBooks = true;
            out.instruments.push_back(std::move(terms));
        }
        return error;
    }

    std::unordered_map<std::uint64_t, Subscribed> m_channels;
    bool m_numbered = false;
    ConnectionSequence m_sequence;
};

std::string assetName(std::string name)
{
    return name == "UST" ? "USDT" : name == "UDC" ? "USDC" : name;
}

// Canonical: tBTCUSD -> BTC-USD, tBTCUST -> BTC-USDT, tBTCF0:USTF0 -> BTC-USDT-PERP.
InstrumentTerms termsOf(VenueSpec const& /*spec*/, std::string_view symbol)
{
    InstrumentTerms terms;
    auto const pair = symbol.starts_with('t') ? symbol.substr(1) : symbol;
    constexpr std::size_t shortAsset = 3;
    if (!splitAt(pair, ':', terms) && pair.size() > shortAsset) {
        terms.base = pair.substr(0, pair.size() - shortAsset);
        terms.quote = pair.substr(pair.size() - shortAsset);
    } else if (terms.base.empty()) {
        terms.base = pair;
    }
    terms.symbol = symbol;
    if (terms.base.ends_with("F0") && terms.quote.ends_with("F0")) {
        terms.base.resize(terms.base.size() - 2);
        terms.quote.resize(terms.quote.size() - 2);
        terms.suffix = "PERP";
        terms.kind = ContractKind::Linear;
    }
    terms.base = assetName(terms.base);
    terms.quote = assetName(terms.quote);
    return terms;
}

constexpr std::array<std::string_view, 1> addresses{"bitfinex.com"};
constexpr std::array endpoints{VenueEndpoint{"wss://api-pub.bitfinex.com/ws/2", {}}};
constexpr std::array forms{
    SubscribeForm{
        Channel::Book,
        R"({"event":"subscribe","channel":"book","symbol":"$symbol","prec":"P0","freq":"F0","len":"250"})",
        {},
        {},
        1},
    SubscribeForm{
        Channel::Trades, R"({"event":"subscribe","channel":"trades","symbol":"$symbol"})", {}, {}, 1},
};

// No tick: prices have five digits that count, whatever the price.
constexpr std::array instruments{
    VenueRequest{"https://api-pub.bitfinex.com/v2/conf/pub:info:pair,pub:info:pair:futures"}};

} // namespace

std::span<VenueSpec const> bitfinexSpecs()
{
    static const std::array specs{VenueSpec{
        .id = "BITFINEX",
        .name = "Bitfinex",
        .example = "tBTCUSD",
        .proof = Proof::CaptureProven,
        .kinds = products::spot | products::perpetual,
        .addresses = addresses,
        .rule = &connectionRule,
        .checksum = &checksumRule,
        .shortNumbers = true,
        .aggressor = "sign of the amount: the taker's",
        .endpoints = endpoints,
        .forms = forms,
        .greeting = R"({"event":"conf","flags":196608})",
        .heartbeat = {.interval = seconds(30), .frame = R"({"event":"ping","cid":$id})"},
        .limits = {.subscriptionsPerConnection = 25, .connectionsPerMinute = 20, .restPerMinute = 30},
        .instruments = instruments,
        .makeFeed = makeFeedOf<BitfinexFeed>,
        .termsOf = termsOf,
    }};
    return specs;
}

} // namespace qob
