#include "engine/market/instrument_list.h"
#include "engine/market/json_feed.h"
#include "engine/market/symbol_name.h"
#include "engine/venue/all_specs.h"

#include <array>

namespace qob {

namespace {

// Spot and swaps. `depthStep0` messages are whole books; `mbp` (spot) and `high_freq` (swaps) are deltas.
class HtxFeed final : public JsonFeed {
    using JsonFeed::JsonFeed;

    JsonError read(JsonDocument& message, std::string_view url, FeedBatch& out) override
    {
        if (url.find("/swap_funding_rate") != std::string_view::npos) {
            return readFundingAnswer(message, out);
        }
        if (!url.empty()) {
            return skip(message);
        }
        std::string_view channel;
        std::string_view answer;
        std::string_view ping;
        std::string_view problem;
        Timestamp time = Timestamp::min();
        FeedMessage& m = out.add();
        std::string_view event;
        auto const error = eachTopField(message, [&](std::string_view name, JsonValue value) {
            return name == "ch"                       ? readText(value, channel)
                   : name == "rep"                    ? readText(value, answer)
                   : name == "ping"                   ? readWord(value, ping)
                   : name == "err-msg"                ? readText(value, problem)
                   : name == "ts"                     ? readTime(value, milliseconds(1), time)
                   : name == "tick" || name == "data" ? readTick(value, m, event, out)
                                                      : passOver(value);
        });
        if (!ping.empty()) {
            out.answer.assign(R"({"pong":)").append(ping).append("}");
        }
        out.refused = problem;
        auto const topic = channel.empty() ? answer : channel;
        for (std::size_t i = 0; i < out.size(); ++i) {
            out[i].symbol = symbolOf(topic);
            out[i].venueTime = out[i].venueTime == Timestamp::min() ? time : out[i].venueTime;
        }
        decide(topic, !answer.empty(), event, m);
        return error;
    }

    // {"status":"ok","data":{"contract_code":"BTC-USDT","funding_rate":"0.0001","funding_time":"1603699200000",..}}
    static JsonError readFundingAnswer(JsonDocument& message, FeedBatch& out)
    {
        FeedMessage& m = out.add();
        return eachTopField(message, [&](std::string_view top, JsonValue data) {
            if (top != "data") {
                return passOver(data);
            }
            m.kind = Kind::Statistics;
            return eachFieldOf(data, [&](std::string_view name, JsonValue value) {
                return name == "contract_code"  ? readText(value, m.symbol)
                       : name == "funding_rate" ? readFunding(value, m)
                       : name == "funding_time" ? readNextFunding(value, milliseconds(1), m)
                                                : passOver(value);
            });
        });
    }

    static void decide(std::string_view topic, bool answer, std::string_view event, FeedMessage& m)
    {
        m.span.first = m.span.last;
        if (answer && topic.find(".mbp.") != std::string_view::npos) {
            m.kind = Kind::Snapshot;
        } else if (topic.find(".mbp.") != std::string_view::npos) {
            m.kind = m.span.previous == 0 ? Kind::StreamStart : Kind::Delta; // mbp.refresh is whole
        } else if (topic.find(".depth.") != std::string_view::npos) {
            m.kind = event == "update" ? Kind::Delta : Kind::StreamStart;
        }
    }

    // market.SYMBOL.depth.step0
    static std::string_view symbolOf(std::string_view topic)
    {
        constexpr std::string_view head = "market.";
        if (!topic.starts_with(head)) {
            return {};
        }
        topic.remove_prefix(head.size());
        return topic.substr(0, topic.find('.'));
    }

    JsonError readTick(JsonValue tick, FeedMessage& m, std::string_view& event, FeedBatch& out) const
    {
        return eachFieldOf(tick, [&](std::string_view name, JsonValue value) {
            if (name == "data") {
                return eachObjectOf(value, [&](JsonObject trade) { return readTrade(trade, out.add()); });
            }
            return name == "bids"                          ? readBids(value, m)
                   : name == "asks"                        ? readAsks(value, m)
                   : name == "seqNum" || name == "version" ? readCount(value, m.span.last)
                   : name == "prevSeqNum"                  ? readCount(value, m.span.previous)
                   : name == "event"                       ? readText(value, event)
                                                           : passOver(value);
        });
    }

    static JsonError readTrade(JsonObject trade, FeedMessage& m)
    {
        m.kind = Kind::Trade;
        bool numbered = false;
        return eachField(trade, [&](std::string_view name, JsonValue value) {
            if (name == "tradeId" || (name == "id" && !numbered)) {
                numbered = name == "tradeId";
                return readTradeId(value, m);
            }
            return name == "amount"      ? readQty(value, m)
                   : name == "ts"        ? readTime(value, milliseconds(1), m.venueTime)
                   : name == "price"     ? readPrice(value, m)
                   : name == "direction" ? readSide(value, m)
                                         : passOver(value);
        });
    }
};

// Canonical: btcusdt -> BTC-USDT; swaps BTC-USDT -> BTC-USDT-PERP, BTC-USD -> BTC-USD-PERP (inverse),
// BTC-USDT-240927 -> BTC-USDT-20240927. A swap's sizes are contracts.
InstrumentTerms termsOf(VenueSpec const& spec, std::string_view symbol)
{
    auto terms = pairTerms(symbol, spec.kinds == products::spot ? '\0' : '-', spec.id);
    if (spec.kinds == products::spot) {
        return terms;
    }
    auto const end = terms.quote.find('-');
    terms.suffix = end == std::string::npos ? "PERP" : symbolDate(terms.quote.substr(end + 1));
    terms.quote = terms.quote.substr(0, end);
    terms.kind = terms.quote == "USD" ? ContractKind::Inverse : ContractKind::Linear;
    if (terms.kind == ContractKind::Inverse) {
        terms.contractValue = terms.base == "BTC" ? 100 : 10;
    }
    terms.inContracts = terms.kind == ContractKind::Linear;
    return terms;
}

std::size_t swapEndpointOf(std::string_view symbol)
{
    return symbol.ends_with("-USD") ? 1 : 0;
}

constexpr std::array<std::string_view, 2> addresses{"api.huobi.pro", "api-aws.huobi.pro"};
// Trades are on /ws only and the deltas of books on /feed only: whole books are on /ws as well.
constexpr std::array endpoints{VenueEndpoint{"wss://api.huobi.pro/ws", {}}};
constexpr std::array forms{
    SubscribeForm{
        Channel::Book,
        R"({"sub":"market.$symbol.depth.step0","id":"$id"})",
        {},
        R"({"unsub":"market.$symbol.depth.step0","id":"$id"})",
        1},
    SubscribeForm{
        Channel::Trades,
        R"({"sub":"market.$symbol.trade.detail","id":"$id"})",
        {},
        R"({"unsub":"market.$symbol.trade.detail","id":"$id"})",
        1},
};
constexpr std::array<std::string_view, 1> swapAddresses{"api.hbdm.com"};
constexpr std::array swapEndpoints{
    VenueEndpoint{"wss://api.hbdm.com/linear-swap-ws", {}}, VenueEndpoint{"wss://api.hbdm.com/swap-ws", {}}};
constexpr std::array swapForms{
    SubscribeForm{
        Channel::Book,
        R"({"sub":"market.$symbol.depth.size_150.high_freq","data_type":"incremental","id":"$id"})",
        {},
        R"({"unsub":"market.$symbol.depth.size_150.high_freq","data_type":"incremental","id":"$id"})",
        1},
    SubscribeForm{
        Channel::Trades,
        R"({"sub":"market.$symbol.trade.detail","id":"$id"})",
        {},
        R"({"unsub":"market.$symbol.trade.detail","id":"$id"})",
        1},
};

// Of recorded deltas.
const SyncRule rule = inWords(chainedRule, "whole books; prevSeqNum = the seqNum before");
const SyncRule swapRule = inWords(contiguousRule, "version = the one before + 1");

// Sizes are contracts: of so many dollars, or of so much of the base.
bool finishContract(ListRow const& row, InstrumentTerms& terms)
{
    auto const size = row.number("contract_size");
    terms.lotSize = std::string(1, '1');
    if (terms.kind == ContractKind::Inverse) {
        auto const value = parseScaled(size, 0);
        terms.contractValue = value && *value > 0 ? *value : terms.contractValue;
    } else {
        terms.contractSize = size;
    }
    return true;
}

constexpr std::array instruments{VenueRequest{"https://api.huobi.pro/v1/common/symbols"}};
constexpr std::array swapInstruments{
    VenueRequest{"https://api.hbdm.com/swap-api/v1/swap_contract_info"},
    VenueRequest{"https://api.hbdm.com/linear-swap-api/v1/swap_contract_info"}};
constexpr std::array lists{
    ListForm{
        .url = "/v1/common/symbols",
        .list = "data",
        .symbol = "symbol",
        .base = "base-currency",
        .quote = "quote-currency",
        .tickDecimals = "price-precision",
        .lotDecimals = "amount-precision",
        .minQty = "min-order-amt",
        .maxQty = "max-order-amt",
        .minNotional = "min-order-value",
        .status = "state",
        .trading = "online"},
    ListForm{
        .url = "/swap_contract_info",
        .list = "data",
        .symbol = "contract_code",
        .tickSize = "price_tick",
        .status = "contract_status",
        .trading = "1",
        .finish = finishContract},
};

std::array<VenueSpec, 2> makeSpecs()
{
    VenueSpec spot{
        .id = "HUOBI",
        .name = "HTX",
        .example = "btcusdt",
        // A capture proves frames, whole books and sides, but not the numbers of the deltas.
        .proof = Proof::Documented,
        .addresses = addresses,
        .rule = &rule,
        .source = BookSource::EveryMessage,
        .shortNumbers = true,
        .noisySizes = true,
        .aggressor = "direction: the taker's",
        .endpoints = endpoints,
        .packing = Packing::Gzip,
        .forms = forms,
        .heartbeat = {.silence = seconds(20)},
        .limits = {.subscriptionsPerConnection = 100, .restPerMinute = 600},
        .instruments = instruments,
        .lists = lists,
        .makeFeed = makeFeedOf<HtxFeed>,
        .termsOf = termsOf,
    };
    VenueSpec swap = spot;
    swap.id = "HUOBI_SWAP";
    swap.name = "HTX swaps";
    swap.example = "BTC-USDT";
    swap.kinds = products::perpetual | products::future;
    swap.instruments = swapInstruments;
    swap.statistics.url = "https://api.hbdm.com/linear-swap-api/v1/swap_funding_rate?contract_code=$symbol";
    swap.addresses = swapAddresses;
    swap.rule = &swapRule;
    swap.source = BookSource::Stream;
    swap.endpoints = swapEndpoints;
    swap.endpointOf = swapEndpointOf;
    swap.forms = swapForms;
    return {spot, swap};
}

} // namespace

std::span<VenueSpec const> htxSpecs()
{
    static auto const specs = makeSpecs();
    return specs;
}

} // namespace qob
