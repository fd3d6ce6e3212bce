#include "engine/market/instrument_list.h"
#include "engine/market/json_feed.h"
#include "engine/market/symbol_name.h"
#include "engine/venue/all_specs.h"
#include "engine/wire/proto_reader.h"

#include <array>

namespace qob {

namespace {

// Fields of spot's frames, which are Protocol Buffers (PushDataV3ApiWrapper and what it holds).
namespace wrapper {

constexpr std::uint32_t symbol = 3;
constexpr std::uint32_t sendTime = 6;
constexpr std::uint32_t depths = 313;
constexpr std::uint32_t deals = 314;

} // namespace wrapper

// Spot: deltas and trades in Protocol Buffers, everything else in JSON.
class MexcFeed final : public VenueFeed {
public:
    explicit MexcFeed(VenueSpec const& spec) : VenueFeed(spec), m_answers(spec) {}

    Expected<void> decode(PaddedText message, std::string_view url, FeedBatch& out) override
    {
        bool const json = message.size() == 0 || message.data()[0] == '{' || message.data()[0] == '[';
        if (json || !url.empty()) {
            return m_answers.decode(message, url, out);
        }
        out.clear();
        return readFrame(message.view(), out);
    }

private:
    // {"lastUpdateId":..,"bids":[..],"asks":[..]} and what the stream says of itself.
    class Answers final : public JsonFeed {
        using JsonFeed::JsonFeed;

        JsonError read(JsonDocument& message, std::string_view url, FeedBatch& out) override
        {
            FeedMessage& m = out.add();
            bool const depth = url.find("/depth") != std::string_view::npos;
            std::uint64_t code = 0;
            std::string_view text;
            m.symbol = queryValue(url, "symbol");
            m.kind = depth ? Kind::Snapshot : Kind::Other;
            auto const error = eachTopField(message, [&](std::string_view name, JsonValue value) {
                return name == "lastUpdateId" ? readCount(value, m.span.last)
                       : name == "bids"       ? readBids(value, m)
                       : name == "asks"       ? readAsks(value, m)
                       : name == "code"       ? readCount(value, code)
                       : name == "msg"        ? readText(value, text)
                                              : passOver(value);
            });
            if (code != 0) {
                out.refused = text;
            }
            return error;
        }
    };

    static tl::unexpected<Error> broken(std::string_view what)
    {
        return fail(ErrorCode::MessageIncomplete, "MEXC: " + std::string(what));
    }

    static Expected<void> readFrame(std::string_view bytes, FeedBatch& out)
    {
        std::string_view symbol;
        Timestamp time = Timestamp::min();
        ProtoReader reader(bytes);
        for (ProtoField field; reader.next(field);) {
            if (field.number == wrapper::symbol) {
                symbol = field.bytes;
            } else if (field.number == wrapper::sendTime && field.value < 9'000'000'000'000U) {
                time = Timestamp(milliseconds(static_cast<std::int64_t>(field.value)).value);
            } else if (field.number == wrapper::depths || field.number == wrapper::deals) {
                bool const book = field.number == wrapper::depths;
                if (auto read = book ? readDepth(field.bytes, out.add()) : readDeals(field.bytes, out);
                    !read) {
                    return read;
                }
            }
        }
        if (!reader.good() || (symbol.empty() && !out.empty())) {
            return broken("a frame: expected fields of PushDataV3ApiWrapper and a symbol");
        }
        for (std::size_t i = 0; i < out.size(); ++i) {
            out[i].symbol = symbol;
            out[i].venueTime = time;
        }
        return {};
    }

    static Expected<void> readDepth(std::string_view bytes, FeedMessage& m)
    {
        constexpr std::uint32_t bids = 2;
        constexpr std::uint32_t from = 4;
        constexpr std::uint32_t to = 5;
        m.kind = FeedMessage::Kind::Delta;
        ProtoReader reader(bytes);
        bool numbered = true;
        for (ProtoField field; reader.next(field);) {
            if (field.number <= bids) {
                WrittenLevel level;
                std::uint64_t ignored = 0;
                if (!readItem(field.bytes, level, ignored, ignored)) {
                    return broken("a level: expected a price and a quantity");
                }
                (field.number == bids ? m.bids : m.asks).push_back(level);
            } else if (field.number == from) {
                numbered = numbered && parseUnsigned(field.bytes, m.span.first);
            } else if (field.number == to) {
                numbered = numbered && parseUnsigned(field.bytes, m.span.last);
            }
        }
        if (!reader.good() || !numbered || m.span.first == 0 || m.span.last < m.span.first) {
            return broken("a depth: expected fromVersion and toVersion");
        }
        return {};
    }

    static Expected<void> readDeals(std::string_view bytes, FeedBatch& out)
    {
        ProtoReader reader(bytes);
        for (ProtoField field; reader.next(field);) {
            if (field.number != 1) {
                continue;
            }
            FeedMessage& m = out.add();
            m.kind = FeedMessage::Kind::Trade;
            WrittenLevel deal;
            std::uint64_t type = 0;
            std::uint64_t time = 0;
            if (!readItem(field.bytes, deal, type, time)) {
                return broken("a deal: expected a price and a quantity");
            }
            m.price = deal.price;
            m.qty = deal.qty;
            m.aggressor = type == 1 ? Side::Buy : type == 2 ? Side::Sell : Side::Undisclosed;
        }
        return reader.good() ? Expected<void>() : broken("deals: expected a list");
    }

    // price = 1, quantity = 2, and of a deal tradeType = 3, time = 4.
    static bool
    readItem(std::string_view bytes, WrittenLevel& level, std::uint64_t& type, std::uint64_t& time)
    {
        ProtoReader reader(bytes);
        unsigned found = 0;
        for (ProtoField field; reader.next(field);) {
            if (field.number == 1 || field.number == 2) {
                auto const number = readWritten(field.bytes);
                if (!number) {
                    return false;
                }
                (field.number == 1 ? level.price : level.qty) = *number;
                found |= field.number;
            } else if (field.number == 3) {
                type = field.value;
            } else if (field.number == 4) {
                time = field.value;
            }
        }
        return reader.good() && found == 3;
    }

    Answers m_answers;
};

// Contracts: JSON, numbered by version.
class MexcFuturesFeed final : public JsonFeed {
    using JsonFeed::JsonFeed;

    JsonError read(JsonDocument& message, std::string_view url, FeedBatch& out) override
    {
        bool const answer = url.find("/depth/") != std::string_view::npos;
        if (!url.empty() && !answer) {
            return skip(message);
        }
        auto const channel = peek("channel");
        bool const book = channel == "push.depth" || answer;
        bool const deals = channel == "push.deal";
        bool const ticker = channel == "push.ticker";
        std::string_view symbol = answer ? url.substr(url.rfind('/') + 1) : std::string_view();
        symbol = symbol.substr(0, symbol.find('?'));
        auto const error = eachTopField(message, [&](std::string_view name, JsonValue value) {
            if (name == "data" && ticker) {
                return readTicker(value, out.add());
            }
            if (name == "data" && (book || deals)) {
                if (isArray(value)) {
                    return eachObjectOf(value, [&](JsonObject object) {
                        return readData(object, out.add());
                    });
                }
                JsonObject object;
                auto const wrong = value.get_object().get(object);
                return wrong ? wrong : readData(object, out.add());
            }
            if (name == "data" && channel == "rs.error") {
                return readInto(value, out.refused);
            }
            return name == "symbol" ? readText(value, symbol) : passOver(value);
        });
        for (std::size_t i = 0; i < out.size(); ++i) {
            FeedMessage& m = out[i];
            m.symbol = symbol;
            m.kind = deals ? Kind::Trade : ticker ? Kind::Statistics : answer ? Kind::Snapshot : Kind::Delta;
            if (book && !error && m.span.last == 0) {
                return missing("depth: expected the field version");
            }
        }
        return error;
    }

    static JsonError readTicker(JsonValue value, FeedMessage& m)
    {
        return eachFieldOf(value, [&](std::string_view name, JsonValue part) {
            return name == "fairPrice"     ? readMark(part, m)
                   : name == "indexPrice"  ? readIndex(part, m)
                   : name == "fundingRate" ? readFunding(part, m)
                   : name == "holdVol"     ? readInterest(part, m)
                   : name == "timestamp"   ? readTime(part, milliseconds(1), m.venueTime)
                                           : passOver(part);
        });
    }

    // A push may be of several versions: from `begin` to `end`.
    JsonError readData(JsonObject object, FeedMessage& m) const
    {
        std::uint64_t side = 0;
        std::uint64_t version = 0;
        SequenceSpan merged;
        auto const error = eachField(object, [&](std::string_view name, JsonValue value) {
            return name == "asks"      ? readAsks(value, m)
                   : name == "bids"    ? readBids(value, m)
                   : name == "version" ? readCount(value, version)
                   : name == "begin"   ? readCount(value, merged.first)
                   : name == "end"     ? readCount(value, merged.last)
                   : name == "p"       ? readPrice(value, m)
                   : name == "v"       ? readQty(value, m)
                   : name == "T"       ? readCount(value, side)
                   : name == "t"       ? readTime(value, milliseconds(1), m.venueTime)
                                       : passOver(value);
        });
        bool const several = merged.first != 0 && merged.last >= merged.first;
        m.span = several ? merged : SequenceSpan{version, version, 0};
        m.aggressor = side == 1 ? Side::Buy : side == 2 ? Side::Sell : Side::Undisclosed;
        return error;
    }
};

// Canonical: BTCUSDT -> BTC-USDT; contracts BTC_USDT -> BTC-USDT-PERP, BTC_USD -> BTC-USD-PERP (inverse).
InstrumentTerms termsOf(VenueSpec const& spec, std::string_view symbol)
{
    bool const spot = spec.kinds == products::spot;
    auto terms = pairTerms(symbol, spot ? '\0' : '_');
    if (!spot) {
        terms.suffix = "PERP";
        terms.kind = terms.quote == "USD" ? ContractKind::Inverse : ContractKind::Linear;
        terms.inContracts = true;
    }
    return terms;
}

constexpr std::array<std::string_view, 2> addresses{"wbs-api.mexc.com", "api.mexc.com"};
constexpr std::array endpoints{VenueEndpoint{"wss://wbs-api.mexc.com/ws", {}}};
constexpr std::array forms{
    SubscribeForm{
        Channel::Book,
        R"({"method":"SUBSCRIPTION","params":[$items]})",
        R"("spot@public.aggre.depth.v3.api.pb@100ms@$symbol")",
        R"({"method":"UNSUBSCRIPTION","params":[$items]})",
        15},
    SubscribeForm{
        Channel::Trades,
        R"({"method":"SUBSCRIPTION","params":[$items]})",
        R"("spot@public.aggre.deals.v3.api.pb@100ms@$symbol")",
        R"({"method":"UNSUBSCRIPTION","params":[$items]})",
        15},
};
constexpr std::array<std::string_view, 1> futuresAddresses{"contract.mexc.com"};
constexpr std::array futuresEndpoints{VenueEndpoint{"wss://contract.mexc.com/edge", {}}};
constexpr std::array futuresForms{
    SubscribeForm{
        Channel::Book,
        R"({"method":"sub.depth","param":{"symbol":"$symbol","compress":false}})",
        {},
        R"({"method":"unsub.depth","param":{"symbol":"$symbol"}})",
        1},
    SubscribeForm{
        Channel::Trades,
        R"({"method":"sub.deal","param":{"symbol":"$symbol"}})",
        {},
        R"({"method":"unsub.deal","param":{"symbol":"$symbol"}})",
        1},
    SubscribeForm{
        Channel::Statistics,
        R"({"method":"sub.ticker","param":{"symbol":"$symbol"}})",
        {},
        R"({"method":"unsub.ticker","param":{"symbol":"$symbol"}})",
        1,
        true},
};

const SyncRule rule = inWords(contiguousRule, "fromVersion = the toVersion before + 1");
const SyncRule futuresRule = inWords(contiguousRule, "version, or begin, = the one before + 1");

// Sizes are contracts: of so much of the base, or of so many dollars.
bool finishContract(ListRow const& row, InstrumentTerms& terms)
{
    auto const size = row.number("contractSize");
    if (row.text("settleCoin") == row.text("baseCoin")) {
        auto const value = parseScaled(size, 0);
        terms.kind = ContractKind::Inverse;
        terms.contractValue = value && *value > 0 ? *value : 1;
        terms.inContracts = false;
    } else {
        terms.contractSize = size;
    }
    return true;
}

constexpr std::array instruments{VenueRequest{"https://api.mexc.com/api/v3/exchangeInfo"}};
constexpr std::array futuresInstruments{VenueRequest{"https://contract.mexc.com/api/v1/contract/detail"}};
constexpr std::array lists{
    ListForm{
        .url = "/api/v3/exchangeInfo",
        .list = "symbols",
        .symbol = "symbol",
        .base = "baseAsset",
        .quote = "quoteAsset",
        .tickDecimals = "quotePrecision",
        .lotDecimals = "baseAssetPrecision",
        .minNotional = "quoteAmountPrecision",
        .status = "status",
        .trading = "1"},
    ListForm{
        .url = "/contract/detail",
        .list = "data",
        .symbol = "symbol",
        .base = "baseCoin",
        .quote = "quoteCoin",
        .tickSize = "priceUnit",
        .lotSize = "volUnit",
        .minQty = "minVol",
        .maxQty = "maxVol",
        .status = "state",
        .trading = "0",
        .finish = finishContract},
};

std::array<VenueSpec, 2> makeSpecs()
{
    VenueSpec spot{
        .id = "MEXC",
        .name = "MEXC",
        .example = "BTCUSDT",
        .proof = Proof::Documented,
        .addresses = addresses,
        .rule = &rule,
        .source = BookSource::Rest,
        .shortNumbers = true,
        .aggressor = "tradeType: the taker's, 1 buy",
        .endpoints = endpoints,
        .forms = forms,
        .heartbeat = {.interval = seconds(20), .frame = R"({"method":"PING"})"},
        .limits = {.subscriptionsPerConnection = 30, .restPerMinute = 500},
        .snapshot = {.url = "https://api.mexc.com/api/v3/depth?symbol=$symbol&limit=1000"},
        .instruments = instruments,
        .lists = lists,
        .makeFeed = makeFeedOf<MexcFeed>,
        .termsOf = termsOf,
    };
    VenueSpec futures = spot;
    futures.id = "MEXC_FUTURES";
    futures.name = "MEXC contracts";
    futures.example = "BTC_USDT";
    futures.kinds = products::perpetual;
    futures.instruments = futuresInstruments;
    futures.addresses = futuresAddresses;
    futures.rule = &futuresRule;
    futures.aggressor = "T: the taker's, 1 buy";
    futures.endpoints = futuresEndpoints;
    futures.forms = futuresForms;
    futures.heartbeat.frame = R"({"method":"ping"})";
    futures.snapshot.url = "https://contract.mexc.com/api/v1/contract/depth/$symbol";
    futures.makeFeed = makeFeedOf<MexcFuturesFeed>;
    return {spot, futures};
}

} // namespace

std::span<VenueSpec const> mexcSpecs()
{
    static auto const specs = makeSpecs();
    return specs;
}

} // namespace qob
