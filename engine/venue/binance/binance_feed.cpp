#include "engine/venue/binance/binance_feed.h"

#include "engine/market/json_feed.h"
#include "engine/market/symbol_name.h"
#include "engine/venue/binance/binance_message.h"
#include "engine/venue/binance/binance_rules.h"

#include <algorithm>
#include <array>
#include <cctype>

namespace qob {

namespace {

std::unique_ptr<VenueFeed> makeFeed(VenueSpec const& spec);

InstrumentTerms termsOf(VenueSpec const& spec, std::string_view symbol)
{
    return binanceTerms(spec, symbol);
}

constexpr std::array forms{
    SubscribeForm{
        Channel::Book,
        R"({"method":"SUBSCRIBE","params":[$items],"id":$id})",
        R"("$lower@depth@100ms")",
        R"({"method":"UNSUBSCRIBE","params":[$items],"id":$id})",
        100},
    SubscribeForm{
        Channel::Trades,
        R"({"method":"SUBSCRIBE","params":[$items],"id":$id})",
        R"("$lower@trade")",
        R"({"method":"UNSUBSCRIBE","params":[$items],"id":$id})",
        100},
};

constexpr std::array futuresForms{
    forms[0],
    forms[1],
    SubscribeForm{
        Channel::Statistics,
        R"({"method":"SUBSCRIBE","params":[$items],"id":$id})",
        R"("$lower@markPrice@1s","$lower@forceOrder")",
        R"({"method":"UNSUBSCRIBE","params":[$items],"id":$id})",
        50,
        true},
};

constexpr std::array<std::string_view, 3> spotAddresses{
    "api.binance.com", "stream.binance.com", "data-stream.binance.vision"};
constexpr std::array<std::string_view, 2> futuresAddresses{"fapi.binance.com", "fstream.binance.com"};
constexpr std::array<std::string_view, 2> deliveryAddresses{"dapi.binance.com", "dstream.binance.com"};
constexpr std::array<std::string_view, 1> usAddresses{"binance.us"};
constexpr std::array<std::string_view, 2> trAddresses{"trbinance.com", "binance.me"};

constexpr std::array spotEndpoints{VenueEndpoint{"wss://stream.binance.com:9443/ws", {}}};
constexpr std::array futuresEndpoints{VenueEndpoint{"wss://fstream.binance.com/ws", {}}};
constexpr std::array deliveryEndpoints{VenueEndpoint{"wss://dstream.binance.com/ws", {}}};
constexpr std::array usEndpoints{VenueEndpoint{"wss://stream.binance.us:9443/ws", {}}};
constexpr std::array trEndpoints{VenueEndpoint{"wss://stream-cloud.trbinance.com/ws", {}}};

constexpr std::array spotInstruments{VenueRequest{"https://api.binance.com/api/v3/exchangeInfo"}};
constexpr std::array futuresInstruments{VenueRequest{"https://fapi.binance.com/fapi/v1/exchangeInfo"}};
constexpr std::array deliveryInstruments{VenueRequest{"https://dapi.binance.com/dapi/v1/exchangeInfo"}};
constexpr std::array usInstruments{VenueRequest{"https://api.binance.us/api/v3/exchangeInfo"}};
constexpr std::array trInstruments{VenueRequest{"https://api.binance.me/api/v3/exchangeInfo"}};

// What all five have in common.
VenueSpec binance()
{
    VenueSpec spec;
    spec.proof = Proof::CaptureProven;
    spec.rule = &binanceSpotRule;
    spec.source = BookSource::Rest;
    spec.aggressor = "m: the buyer was the maker";
    spec.forms = forms;
    spec.limits = {1024, 5, 60, 6000, 250, {}};
    spec.makeFeed = makeFeed;
    spec.termsOf = termsOf;
    return spec;
}

std::array<VenueSpec, 5> makeSpecs()
{
    auto spot = binance();
    spot.id = "BINANCE";
    spot.name = "Binance";
    spot.example = "BTCUSDT";
    spot.addresses = spotAddresses;
    spot.endpoints = spotEndpoints;
    spot.snapshot.url = "https://api.binance.com/api/v3/depth?symbol=$symbol&limit=5000";
    spot.instruments = spotInstruments;

    auto futures = binance();
    futures.id = "BINANCE_FUTURES";
    futures.name = "Binance USD-M futures";
    futures.example = "BTCUSDT";
    futures.kinds = products::perpetual | products::future;
    futures.addresses = futuresAddresses;
    futures.rule = &binanceFuturesRule;
    futures.endpoints = futuresEndpoints;
    futures.limits = {200, 10, 60, 2400, 20, {}};
    futures.snapshot.url = "https://fapi.binance.com/fapi/v1/depth?symbol=$symbol&limit=1000";
    futures.instruments = futuresInstruments;
    futures.forms = futuresForms;
    futures.statistics.url = "https://fapi.binance.com/fapi/v1/openInterest?symbol=$symbol";

    auto delivery = futures;
    delivery.id = "BINANCE_DELIVERY";
    delivery.name = "Binance COIN-M futures";
    delivery.example = "BTCUSD_PERP";
    delivery.addresses = deliveryAddresses;
    delivery.endpoints = deliveryEndpoints;
    delivery.snapshot.url = "https://dapi.binance.com/dapi/v1/depth?symbol=$symbol&limit=1000";
    delivery.instruments = deliveryInstruments;
    delivery.statistics.url = "https://dapi.binance.com/dapi/v1/openInterest?symbol=$symbol";

    auto us = spot;
    us.id = "BINANCE_US";
    us.name = "Binance.US";
    us.example = "BTCUSDT";
    us.addresses = usAddresses;
    us.endpoints = usEndpoints;
    us.limits.restPerMinute = 1200;
    us.snapshot.url = "https://api.binance.us/api/v3/depth?symbol=$symbol&limit=1000";
    us.limits.snapshotWeight = 10;
    us.instruments = usInstruments;

    auto tr = us;
    tr.id = "BINANCE_TR";
    tr.name = "Binance TR";
    tr.example = "BTCUSDT";
    tr.addresses = trAddresses;
    tr.endpoints = trEndpoints;
    tr.snapshot.url = "https://api.binance.me/api/v3/depth?symbol=$symbol&limit=1000";
    tr.instruments = trInstruments;
    return {spot, futures, delivery, us, tr};
}

ContractKind kindOf(VenueSpec const& spec)
{
    return spec.id == "BINANCE_DELIVERY"  ? ContractKind::Inverse
           : spec.id == "BINANCE_FUTURES" ? ContractKind::Linear
                                          : ContractKind::Spot;
}

// `btcusdt@depth20`: the best twenty levels each time, no deltas.
bool isPartialDepth(std::string_view stream)
{
    constexpr std::string_view depth = "@depth";
    auto const at = stream.find(depth);
    return at != std::string_view::npos && at + depth.size() < stream.size() &&
           std::isdigit(static_cast<unsigned char>(stream[at + depth.size()])) != 0;
}

tl::unexpected<Error> incomplete(std::string_view what, std::string_view expected)
{
    return fail(
        ErrorCode::MessageIncomplete, std::string(what) + ": expected the fields " + std::string(expected)
    );
}

constexpr std::uint64_t latestTime = 9'000'000'000'000; // ms; the year 2255

class BinanceFeed final : public VenueFeed {
public:
    explicit BinanceFeed(VenueSpec const& spec) : VenueFeed(spec), m_kind(kindOf(spec)) {}

    Expected<void> decode(PaddedText message, std::string_view url, FeedBatch& batch) override
    {
        batch.clear();
        FeedMessage& out = batch.add();
        BinanceFields fields;
        if (auto read = readBinanceFields(m_parser, message, fields, out); !read) {
            return read;
        }
        out.symbol = !fields.s.empty()        ? fields.s
                     : !fields.symbol.empty() ? fields.symbol
                                              : queryValue(url, "symbol");
        if (fields.E && *fields.E < latestTime) {
            out.venueTime = Timestamp(milliseconds(static_cast<std::int64_t>(*fields.E)).value);
        }
        if (fields.e == "markPriceUpdate" || fields.openInterest) {
            return readStatistics(fields, out);
        }
        if (fields.e == "forceOrder") {
            return readLiquidation(fields, out);
        }
        if (fields.e == "depthUpdate") {
            return readDelta(fields, out);
        }
        if (fields.e == "trade" || fields.e == "aggTrade") {
            return readTrade(fields, out);
        }
        if (fields.lastUpdateId && fields.stream.empty()) {
            return readSnapshot(fields, out);
        }
        if (fields.hasSymbols && fields.stream.empty()) {
            setKinds(fields.instruments);
            batch.instruments = std::move(fields.instruments);
        }
        batch.reconnect = fields.e == "serverShutdown";
        return {};
    }

private:
    Expected<void> readDelta(BinanceFields const& fields, FeedMessage& out) const
    {
        if (isPartialDepth(fields.stream)) {
            return {};
        }
        bool const futures = m_kind != ContractKind::Spot;
        if (!fields.U || !fields.u || !fields.hasBids || !fields.hasAsks || (futures && !fields.pu)) {
            return incomplete("depthUpdate", futures ? "U, u, pu, b and a" : "U, u, b and a");
        }
        if (*fields.U > *fields.u) {
            return fail(ErrorCode::MessageIncomplete, "depthUpdate: expected U at most u");
        }
        out.kind = FeedMessage::Kind::Delta;
        out.span = {*fields.U, *fields.u, fields.pu.value_or(0)};
        return {};
    }

    static Expected<void> readSnapshot(BinanceFields const& fields, FeedMessage& out)
    {
        if (!fields.hasBids || !fields.hasAsks) {
            return incomplete("depth snapshot", "lastUpdateId, bids and asks");
        }
        out.kind = FeedMessage::Kind::Snapshot;
        out.span.last = *fields.lastUpdateId;
        return {};
    }

    // markPriceUpdate, whose funding rate is empty where there is none; and the answer with the open
    // interest.
    static Expected<void> readStatistics(BinanceFields const& fields, FeedMessage& out)
    {
        WrittenStatistics& to = out.statistics;
        auto const take = [&](auto const& from, WrittenNumber& number, WrittenStatistics::Part part) {
            if (from) {
                number = *from;
                to.parts |= part;
            }
        };
        take(fields.openInterest, to.openInterest, WrittenStatistics::interestPart);
        if (!fields.openInterest) {
            take(fields.p, to.markPrice, WrittenStatistics::markPart);
            take(fields.i, to.indexPrice, WrittenStatistics::indexPart);
            take(fields.r, to.fundingRate, WrittenStatistics::fundingPart);
        }
        if (fields.r && fields.T && *fields.T > 0 && *fields.T < latestTime) {
            to.nextFunding = Timestamp(milliseconds(static_cast<std::int64_t>(*fields.T)).value);
            to.parts |= WrittenStatistics::nextPart;
        }
        if (to.parts == 0 || out.symbol.empty()) {
            return incomplete("markPriceUpdate", "s and p");
        }
        out.kind = FeedMessage::Kind::Statistics;
        return {};
    }

    static Expected<void> readLiquidation(BinanceFields const& fields, FeedMessage& out)
    {
        if (!fields.p || !fields.q || fields.s.empty()) {
            return incomplete("forceOrder", "s, p and q");
        }
        out.kind = FeedMessage::Kind::Liquidation;
        out.price = *fields.p;
        out.qty = *fields.q;
        out.aggressor = sideOf(fields.S);
        return {};
    }

    // Futures stamp what was no trade of the book (insurance fund, ADL) with another X than MARKET.
    static Expected<void> readTrade(BinanceFields const& fields, FeedMessage& out)
    {
        if (!fields.X.empty() && fields.X != "MARKET") {
            return {};
        }
        if (!fields.p || !fields.q || !fields.m) {
            return incomplete("trade", "p, q and m");
        }
        bool const single = fields.e == "trade";
        out.kind = single ? FeedMessage::Kind::Trade : FeedMessage::Kind::TradeBundle;
        out.price = *fields.p;
        out.qty = *fields.q;
        out.aggressor = *fields.m ? Side::Sell : Side::Buy; // m: the buyer was the maker
        out.firstTradeId = (single ? fields.t : fields.f).value_or(0);
        out.lastTradeId = (single ? fields.t : fields.l).value_or(0);
        if (fields.T && *fields.T < latestTime) {
            out.venueTime = Timestamp(milliseconds(static_cast<std::int64_t>(*fields.T)).value);
        }
        return {};
    }

    void setKinds(std::vector<InstrumentTerms>& instruments) const
    {
        for (auto& terms : instruments) {
            terms.kind = m_kind;
            terms.suffix = termsOf(terms.symbol).suffix;
            if (m_kind != ContractKind::Inverse) {
                terms.contractValue = 1;
            }
        }
    }

    ContractKind m_kind;
    JsonParser m_parser;
};

std::unique_ptr<VenueFeed> makeFeed(VenueSpec const& spec)
{
    return std::make_unique<BinanceFeed>(spec);
}

} // namespace

std::span<VenueSpec const> binanceSpecs()
{
    static auto const specs = makeSpecs();
    return specs;
}

InstrumentTerms binanceTerms(VenueSpec const& spec, std::string_view symbol)
{
    InstrumentTerms terms;
    terms.symbol = symbol;
    terms.kind = kindOf(spec);
    const std::string_view pair = symbol.substr(0, symbol.find('_'));
    splitByQuote(pair, terms, spec.id);
    // Where USD is no quote, this is TUSD.
    if (terms.quote == "USD" && terms.kind == ContractKind::Spot && spec.id != "BINANCE_US" &&
        terms.base.size() > 1 && terms.base.ends_with('T')) {
        terms.base.pop_back();
        terms.quote = "TUSD";
    }
    if (terms.kind != ContractKind::Spot) {
        auto const end = symbol.substr(std::min(symbol.size(), pair.size() + 1));
        auto const date = symbolDate(end);
        terms.suffix = date.empty() ? "PERP" : date;
    }
    if (terms.kind == ContractKind::Inverse) {
        terms.contractValue = pair == "BTCUSD" ? 100 : 10;
    }
    return terms;
}

std::optional<VenueGuess> recogniseBinance(PaddedText message)
{
    JsonParser parser;
    BinanceFields fields;
    FeedMessage ignored;
    if (!readBinanceFields(parser, message, fields, ignored)) {
        return std::nullopt;
    }
    bool const event = !fields.s.empty() && (!fields.e.empty() || !fields.stream.empty());
    bool const snapshot = fields.lastUpdateId && fields.hasBids && fields.hasAsks && fields.stream.empty();
    if (!event && !snapshot) {
        return std::nullopt;
    }
    VenueGuess guess{"BINANCE", std::string(event ? fields.s : fields.symbol), false};
    if (!fields.ps.empty() || (snapshot && !fields.symbol.empty())) {
        guess.venue = "BINANCE_DELIVERY";
        guess.sure = true;
    } else if (fields.pu || !fields.X.empty() || fields.e == "bookTicker") {
        guess.venue = "BINANCE_FUTURES";
        guess.sure = true;
    } else {
        guess.sure = fields.e == "depthUpdate";
    }
    return guess;
}

} // namespace qob
