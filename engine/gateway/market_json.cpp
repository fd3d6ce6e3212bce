#include "engine/gateway/market_json.h"

#include <algorithm>

namespace qob {

namespace {

std::string_view kindName(ContractKind kind)
{
    switch (kind) {
    case ContractKind::Spot:
        return "SPOT";
    case ContractKind::Linear:
        return "LINEAR";
    case ContractKind::Inverse:
        return "INVERSE";
    case ContractKind::Quanto:
        return "QUANTO";
    }
    return "";
}

std::string_view leftOutName(LeftOut reason)
{
    switch (reason) {
    case LeftOut::No:
        return "NO";
    case LeftOut::NotLive:
        return "NOT_LIVE";
    case LeftOut::Loading:
        return "LOADING";
    case LeftOut::SizeUnknown:
        return "SIZE_UNKNOWN";
    case LeftOut::Quanto:
        return "QUANTO";
    }
    return "";
}

void writeNames(JsonWriter& json, Instrument const& instrument)
{
    json.key("venue").string(instrument.venue);
    json.key("symbol").string(instrument.symbol);
}

void writeSide(
    JsonWriter& json, Instrument const& instrument, std::vector<PriceLevel> const& levels, std::size_t limit
)
{
    auto const count = limit == 0 ? levels.size() : std::min(limit, levels.size());
    json.beginArray();
    for (std::size_t i = 0; i < count; ++i) {
        json.beginArray();
        json.string(instrument.priceText(levels[i].price)).string(instrument.qtyText(levels[i].qty));
        json.endArray();
    }
    json.endArray();
}

void writePrice(JsonWriter& json, std::string_view name, Instrument const& instrument, Price price)
{
    json.key(name).string(price == Price(0) ? std::string() : instrument.priceText(price));
}

void writeMerged(
    JsonWriter& json,
    ConsolidatedView const& view,
    std::vector<ConsolidatedLevel> const& levels,
    std::vector<ConsolidatedShare> const& shares,
    std::map<InstrumentId, Instrument> const& instruments,
    std::size_t limit
)
{
    std::size_t share = 0;
    json.beginArray();
    for (std::size_t i = 0; i < levels.size() && (limit == 0 || i < limit); ++i) {
        ConsolidatedLevel const& level = levels[i];
        json.beginArray().string(formatTrimmed(level.price, view.priceScale)).string(amountText(level.size));
        json.beginArray();
        for (; share < level.sharesEnd; ++share) {
            auto const found = instruments.find(shares[share].instrument);
            if (found != instruments.end()) {
                json.beginArray().string(found->second.venue);
                json.string(found->second.qtyText(shares[share].level.qty)).endArray();
            }
        }
        json.endArray().endArray();
    }
    json.endArray();
}

} // namespace

std::int64_t milliseconds(Timestamp time)
{
    constexpr std::int64_t perMillisecond = 1'000'000;
    return time.value / perMillisecond;
}

std::string_view feedStateName(FeedState state)
{
    switch (state) {
    case FeedState::AwaitingSnapshot:
        return "AWAITING_SNAPSHOT";
    case FeedState::Live:
        return "LIVE";
    case FeedState::Stale:
        return "STALE";
    case FeedState::Ended:
        return "ENDED";
    }
    return "";
}

std::string_view marketKindName(MarketKind kind)
{
    return kind == MarketKind::Sim ? "SIM" : kind == MarketKind::Replay ? "REPLAY" : "LIVE";
}

std::string_view sideName(Side side)
{
    return side == Side::Buy ? "BUY" : side == Side::Sell ? "SELL" : "UNKNOWN";
}

std::string amountText(Amount amount)
{
    return formatTrimmed(amount.value, amountScale);
}

void write(JsonWriter& json, Instrument const& instrument)
{
    json.beginObject();
    json.key("id").integer(instrument.id.value);
    writeNames(json, instrument);
    json.key("name").string(instrument.canonical);
    json.key("kind").string(kindName(instrument.kind));
    json.key("base").string(instrument.base.view());
    json.key("quote").string(instrument.quote.view());
    json.key("settle").string(instrument.settleAsset().view());
    json.key("tickSize").string(formatTrimmed(instrument.tickSize.value, instrument.priceScale));
    json.key("lotSize").string(instrument.qtyText(instrument.lotSize));
    json.key("minQty").string(instrument.qtyText(instrument.minQty));
    json.key("maxQty").string(instrument.qtyText(instrument.maxQty));
    json.key("minNotional").string(amountText(instrument.minNotional));
    json.key("priceDecimals").integer(instrument.priceDecimals());
    json.key("countsContracts").boolean(instrument.countsContracts());
    json.key("makerFeeBps").string(formatTrimmed(instrument.makerFee.value, 4));
    json.key("takerFeeBps").string(formatTrimmed(instrument.takerFee.value, 4));
    json.endObject();
}

void writeLevels(JsonWriter& json, Instrument const& instrument, DepthView const& view, std::size_t limit)
{
    json.key("bids");
    writeSide(json, instrument, view.bids, limit);
    json.key("asks");
    writeSide(json, instrument, view.asks, limit);
}

void write(JsonWriter& json, Instrument const& instrument, DepthView const& view, std::size_t limit)
{
    json.beginObject();
    writeNames(json, instrument);
    json.key("sequence").integer(view.sequence);
    json.key("time").integer(milliseconds(view.time));
    json.key("state").string(feedStateName(view.state));
    writeLevels(json, instrument, view, limit);
    json.endObject();
}

void write(JsonWriter& json, Instrument const& instrument, Trade const& trade)
{
    json.beginObject();
    json.key("id").integer(trade.id);
    json.key("price").string(instrument.priceText(trade.price));
    json.key("qty").string(instrument.qtyText(trade.qty));
    json.key("aggressor").string(sideName(trade.aggressor));
    json.key("time").integer(milliseconds(trade.time));
    json.endObject();
}

void write(JsonWriter& json, Instrument const& instrument, Ticker const& ticker)
{
    json.beginObject();
    writeNames(json, instrument);
    json.key("time").integer(milliseconds(ticker.time));
    json.key("state").string(feedStateName(ticker.state));
    writePrice(json, "bid", instrument, ticker.bid.price);
    json.key("bidQty").string(instrument.qtyText(ticker.bid.qty));
    writePrice(json, "ask", instrument, ticker.ask.price);
    json.key("askQty").string(instrument.qtyText(ticker.ask.qty));
    writePrice(json, "last", instrument, ticker.last);
    json.key("lastQty").string(instrument.qtyText(ticker.lastQty));
    writePrice(json, "dayOpen", instrument, ticker.dayOpen);
    writePrice(json, "dayHigh", instrument, ticker.dayHigh);
    writePrice(json, "dayLow", instrument, ticker.dayLow);
    json.key("dayChange").string(instrument.priceText(ticker.dayChange));
    json.key("dayVolume").string(amountText(ticker.dayVolume));
    json.key("dayTurnover").string(amountText(ticker.dayTurnover));
    json.key("dayTrades").integer(ticker.dayTrades);
    json.key("daySince").integer(milliseconds(ticker.daySince));
    auto const& statistics = ticker.statistics;
    auto const optional = [&](std::string_view name, std::optional<Amount> const& value) {
        if (value) {
            json.key(name).string(amountText(*value));
        }
    };
    optional("markPrice", statistics.markPrice);
    optional("indexPrice", statistics.indexPrice);
    optional("fundingRate", statistics.fundingRate);
    optional("openInterest", statistics.openInterest);
    json.endObject();
}

void writeLevelChanges(
    JsonWriter& json,
    Instrument const& instrument,
    std::vector<PriceLevel> const& before,
    std::vector<PriceLevel> const& now,
    std::size_t limit,
    bool bids
)
{
    auto const level = [&](Price price, Qty qty) {
        json.beginArray().string(instrument.priceText(price)).string(instrument.qtyText(qty)).endArray();
    };
    auto const better = [bids](Price a, Price b) {
        return bids ? a > b : a < b;
    };
    auto const beforeEnd = std::min(limit, before.size());
    auto const nowEnd = std::min(limit, now.size());
    std::size_t i = 0;
    std::size_t j = 0;
    json.beginArray();
    while (i < beforeEnd || j < nowEnd) {
        if (j == nowEnd || (i < beforeEnd && better(before[i].price, now[j].price))) {
            level(before[i].price, Qty(0));
            ++i;
        } else if (i == beforeEnd || better(now[j].price, before[i].price)) {
            level(now[j].price, now[j].qty);
            ++j;
        } else {
            if (before[i].qty != now[j].qty) {
                level(now[j].price, now[j].qty);
            }
            ++i;
            ++j;
        }
    }
    json.endArray();
}

void write(JsonWriter& json, Instrument const& instrument, FeedStatus const& feed)
{
    json.beginObject();
    writeNames(json, instrument);
    json.key("state").string(feedStateName(feed.state));
    json.key("messages").integer(feed.messages);
    json.key("trades").integer(feed.trades);
    json.key("gaps").integer(feed.gaps);
    json.key("checksumsOk").integer(feed.checksumsOk);
    json.key("checksumsBad").integer(feed.checksumsBad);
    json.key("lastMessage").integer(milliseconds(feed.lastMessage));
    json.key("latencyUs").integer(feed.latency.value / microseconds(1).value);
    if (feed.connection > 0) {
        json.key("connection").integer(feed.connection);
        json.key("reconnects").integer(feed.reconnects);
    }
    if (feed.problem) {
        json.key("problem").string(feed.problem->message());
    }
    json.endObject();
}

void write(JsonWriter& json, MarketStatus const& status)
{
    json.beginObject();
    json.key("market").string(marketKindName(status.kind));
    json.key("time").integer(milliseconds(status.now));
    json.key("paused").boolean(status.paused);
    json.key("ended").boolean(status.ended);
    json.key("loading").integer(status.loading);
    json.key("recording").boolean(status.recording);
    json.endObject();
}

void write(JsonWriter& json, Instrument const& instrument, CandleInterval interval, Candle const& candle)
{
    json.beginArray();
    json.integer(milliseconds(candle.start));
    json.string(instrument.priceText(candle.open)).string(instrument.priceText(candle.high));
    json.string(instrument.priceText(candle.low)).string(instrument.priceText(candle.close));
    json.string(amountText(candle.volume));
    json.integer(milliseconds(candleEnd(interval, candle.start)) - 1);
    json.string(amountText(candle.turnover));
    json.integer(candle.trades);
    json.string(amountText(candle.buyVolume));
    json.boolean(candle.closed);
    json.endArray();
}

void write(
    JsonWriter& json,
    ConsolidatedView const& view,
    std::map<InstrumentId, Instrument> const& instruments,
    std::size_t limit
)
{
    json.beginObject();
    json.key("name").string(view.name.view());
    json.key("time").integer(milliseconds(view.time));
    json.key("withFees").boolean(view.withFees);
    json.key("crossed").boolean(view.crossed);
    json.key("locked").boolean(view.locked);
    json.key("bids");
    writeMerged(json, view, view.bids, view.bidShares, instruments, limit);
    json.key("asks");
    writeMerged(json, view, view.asks, view.askShares, instruments, limit);
    json.key("members").beginArray();
    for (ConsolidatedMember const& member : view.members) {
        auto const found = instruments.find(member.instrument);
        if (found != instruments.end()) {
            json.beginObject().key("venue").string(found->second.venue);
            json.key("symbol").string(found->second.symbol);
            json.key("state").string(feedStateName(member.state));
            json.key("leftOut").string(leftOutName(member.leftOut)).endObject();
        }
    }
    json.endArray();
    json.endObject();
}

} // namespace qob
