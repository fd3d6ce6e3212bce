#include "engine/market/json_feed.h"
#include "engine/market/symbol_name.h"
#include "engine/venue/all_specs.h"

#include <array>

namespace qob {

namespace {

// The fifty best levels, whole each time: all of them, which deltas could be added to, need a key, and what
// lies beyond a part of them would be missing once the price gets there. Deltas are read of recordings.
class KucoinFeed final : public JsonFeed {
    using JsonFeed::JsonFeed;

    JsonError read(JsonDocument& message, std::string_view url, FeedBatch& out) override
    {
        if (url.find("/symbols") != std::string_view::npos) {
            return readSymbols(message, out);
        }
        FeedMessage& m = out.add();
        bool const answer = url.find("/orderbook/level2") != std::string_view::npos;
        std::string_view subject;
        std::string_view topic;
        std::string_view type;
        std::string_view problem;
        auto const error = eachTopField(message, [&](std::string_view name, JsonValue value) {
            return name == "data"      ? readData(value, m, answer, problem)
                   : name == "subject" ? readText(value, subject)
                   : name == "topic"   ? readText(value, topic)
                   : name == "type"    ? readText(value, type)
                                       : passOver(value);
        });
        constexpr std::string_view depth = "/spotMarket/level2Depth50:";
        if (answer) {
            m.kind = Kind::Snapshot;
            m.symbol = queryValue(url, "symbol");
        } else if (topic.starts_with(depth)) {
            m.kind = subject == "level2" ? Kind::StreamStart : Kind::Other;
            m.symbol = topic.substr(depth.size());
        } else if (subject == "trade.l2update") {
            m.kind = Kind::Delta;
        } else if (subject == "trade.l3match") {
            m.kind = Kind::Trade;
        } else if (type == "error") {
            out.refused = problem;
        }
        return error;
    }

    JsonError readData(JsonValue data, FeedMessage& m, bool answer, std::string_view& problem) const
    {
        if (!isObject(data)) {
            return readText(data, problem);
        }
        return eachFieldOf(data, [&](std::string_view name, JsonValue value) {
            if (name == "sequence") {
                readTradeId(value, m);
                return answer ? readCount(value, m.span.last) : passOver(value);
            }
            return name == "sequenceStart" ? readCount(value, m.span.first)
                   : name == "sequenceEnd" ? readCount(value, m.span.last)
                   : name == "changes"     ? readChanges(value, m)
                   : name == "bids"        ? readBids(value, m)
                   : name == "asks"        ? readAsks(value, m)
                   : name == "timestamp"   ? readTime(value, milliseconds(1), m.venueTime)
                   : name == "symbol"      ? readText(value, m.symbol)
                   : name == "side"        ? readSide(value, m)
                   : name == "price"       ? readPrice(value, m)
                   : name == "size"        ? readQty(value, m)
                                           : passOver(value);
        });
    }

    // A price of 0 is no level: it says that a number went by without a change.
    JsonError readChanges(JsonValue value, FeedMessage& m) const
    {
        auto const error = eachFieldOf(value, [&](std::string_view name, JsonValue part) {
            return name == "asks" ? readAsks(part, m) : name == "bids" ? readBids(part, m) : passOver(part);
        });
        for (auto* side : {&m.bids, &m.asks}) {
            std::erase_if(*side, [](auto const& level) { return level.price.digits == 0; });
        }
        return error;
    }

    static JsonError readSymbols(JsonDocument& message, FeedBatch& out)
    {
        return eachTopField(message, [&](std::string_view top, JsonValue list) {
            if (top != "data") {
                return passOver(list);
            }
            return eachObjectOf(list, [&](JsonObject object) {
                InstrumentTerms terms;
                auto const error = eachField(object, [&](std::string_view name, JsonValue value) {
                    if (name == "enableTrading") {
                        terms.trading = rawScalar(value) != "false";
                        return passOver(value);
                    }
                    return name == "symbol"           ? readInto(value, terms.symbol)
                           : name == "baseCurrency"   ? readInto(value, terms.base)
                           : name == "quoteCurrency"  ? readInto(value, terms.quote)
                           : name == "priceIncrement" ? readInto(value, terms.tickSize)
                           : name == "baseIncrement"  ? readInto(value, terms.lotSize)
                           : name == "baseMinSize"    ? readInto(value, terms.minQty)
                                                      : passOver(value);
                });
                out.instruments.push_back(std::move(terms));
                return error;
            });
        });
    }
};

// {"data":{"token":"..","instanceServers":[{"endpoint":"wss://..","pingInterval":18000,...}]}}
Expected<StreamTicket> readTicket(PaddedText answer)
{
    JsonParser parser;
    JsonDocument document;
    JsonObject top;
    StreamTicket ticket;
    std::string_view token;
    std::string_view endpoint;
    std::uint64_t interval = 0;
    auto error = openJson(parser, answer, document);
    if (!error) {
        error = document.get_object().get(top);
    }
    auto const readServer = [&](JsonObject server) {
        return eachField(server, [&](std::string_view name, JsonValue value) {
            return name == "endpoint"       ? readText(value, endpoint)
                   : name == "pingInterval" ? readCount(value, interval)
                                            : passOver(value);
        });
    };
    if (!error) {
        error = eachField(top, [&](std::string_view name, JsonValue value) {
            if (name != "data") {
                return passOver(value);
            }
            return eachFieldOf(value, [&](std::string_view field, JsonValue part) {
                return field == "token"             ? readText(part, token)
                       : field == "instanceServers" ? eachObjectOf(part, readServer)
                                                    : passOver(part);
            });
        });
    }
    if (error) {
        return jsonFailure(error);
    }
    if (token.empty() || endpoint.empty()) {
        return fail(ErrorCode::MessageIncomplete, "KUCOIN: expected a token and an endpoint");
    }
    ticket.url = std::string(endpoint) + "?token=" + std::string(token) + "&connectId=1";
    ticket.pingInterval = milliseconds(static_cast<std::int64_t>(interval % 1'000'000));
    return ticket;
}

// Canonical: BTC-USDT -> BTC-USDT.
InstrumentTerms termsOf(VenueSpec const& /*spec*/, std::string_view symbol)
{
    return pairTerms(symbol, '-');
}

constexpr std::array<std::string_view, 1> addresses{"kucoin.com"};
constexpr std::array endpoints{VenueEndpoint{"wss://ws-api-spot.kucoin.com", {}}};
constexpr std::array instruments{VenueRequest{"https://api.kucoin.com/api/v2/symbols"}};
constexpr std::array forms{
    SubscribeForm{
        Channel::Book,
        R"({"id":"$id","type":"subscribe","topic":"/spotMarket/level2Depth50:$items","response":true})",
        "$symbol",
        R"({"id":"$id","type":"unsubscribe","topic":"/spotMarket/level2Depth50:$items","response":true})",
        50},
    SubscribeForm{
        Channel::Trades,
        R"({"id":"$id","type":"subscribe","topic":"/market/match:$items","response":true})",
        "$symbol",
        R"({"id":"$id","type":"unsubscribe","topic":"/market/match:$items","response":true})",
        50},
};

// Of recorded deltas.
const SyncRule rule = inWords(contiguousRule, "whole books; sequenceStart = the sequenceEnd before + 1");

} // namespace

std::span<VenueSpec const> kucoinSpecs()
{
    static const std::array specs{VenueSpec{
        .id = "KUCOIN",
        .name = "KuCoin",
        .example = "BTC-USDT",
        .proof = Proof::Documented, // a capture proves trades and deltas
        .addresses = addresses,
        .rule = &rule,
        .source = BookSource::EveryMessage,
        .shortNumbers = true,
        .aggressor = "side: the taker's",
        .endpoints = endpoints,
        .forms = forms,
        .heartbeat = {.interval = seconds(18), .frame = R"({"id":"$id","type":"ping"})"},
        .limits = {.subscriptionsPerConnection = 300, .framesPerSecond = 8, .restPerMinute = 240},
        .instruments = instruments,
        .ticket = {.url = "https://api.kucoin.com/api/v1/bullet-public", .method = "POST"},
        .readTicket = readTicket,
        .makeFeed = makeFeedOf<KucoinFeed>,
        .termsOf = termsOf,
    }};
    return specs;
}

} // namespace qob
