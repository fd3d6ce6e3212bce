#include "engine/analytics/volume_at_price.h"
#include "engine/gateway/market_json.h"
#include "engine/gateway/market_routes.h"

#include <array>

namespace qob {

namespace {

double asDouble(Price price, int scale)
{
    return static_cast<double>(price.value) / static_cast<double>(pow10(scale));
}

// Size that rests within so many basis points of the middle, in base units or contracts.
Qty within(std::vector<PriceLevel> const& levels, double middle, double bps, int priceScale)
{
    Qty sum;
    constexpr double one = 10'000;
    for (PriceLevel const& level : levels) {
        double const away = asDouble(level.price, priceScale) - middle;
        if ((away < 0 ? -away : away) > middle * bps / one) {
            break;
        }
        sum += level.qty;
    }
    return sum;
}

// (bids - asks) / (bids + asks), -1 to 1 (Cont, Kukanov, Stoikov, "The price impact of order book events").
double imbalance(Qty bids, Qty asks)
{
    auto const sum = static_cast<double>(bids.value) + static_cast<double>(asks.value);
    return sum > 0 ? (static_cast<double>(bids.value) - static_cast<double>(asks.value)) / sum : 0;
}

void writeBook(JsonWriter& json, Instrument const& instrument, DepthView const& depth)
{
    const Price bid = depth.bids.front().price;
    const Price ask = depth.asks.front().price;
    double const middle = (asDouble(bid, instrument.priceScale) + asDouble(ask, instrument.priceScale)) / 2;
    constexpr double one = 10'000;
    json.key("bid").string(instrument.priceText(bid)).key("ask").string(instrument.priceText(ask));
    json.key("spread").string(formatTrimmed((ask - bid).value, instrument.priceScale));
    json.key("spreadBps").real(asDouble(ask - bid, instrument.priceScale) / middle * one);
    json.key("topImbalance").real(imbalance(depth.bids.front().qty, depth.asks.front().qty));
    json.key("depth").beginArray();
    for (double const bps : {5.0, 10.0, 25.0, 50.0, 100.0}) {
        const Qty bids = within(depth.bids, middle, bps, instrument.priceScale);
        const Qty asks = within(depth.asks, middle, bps, instrument.priceScale);
        json.beginObject().key("bps").real(bps).key("bids").string(instrument.qtyText(bids));
        json.key("asks")
            .string(instrument.qtyText(asks))
            .key("imbalance")
            .real(imbalance(bids, asks))
            .endObject();
    }
    json.endArray();
}

void writeTraded(JsonWriter& json, Instrument const& instrument, std::deque<Trade> const& trades)
{
    VolumeAtPrice volume;
    Amount turnover;
    Int128 quantity = 0;
    for (Trade const& trade : trades) {
        bool const bought = trade.aggressor == Side::Buy;
        volume.add(trade.price, bought ? Qty(0) : trade.qty, bought ? trade.qty : Qty(0));
        turnover += Amount(static_cast<Int128>(trade.price.value) * trade.qty.value);
        quantity += trade.qty.value;
    }
    json.key("trades").integer(trades.size());
    if (trades.empty()) {
        return;
    }
    json.key("from").integer(milliseconds(trades.front().time));
    json.key("until").integer(milliseconds(trades.back().time));
    json.key("vwap").string(formatTrimmed(turnover.value * pow10(4) / quantity, instrument.priceScale + 4));
    json.key("bought").string(instrument.qtyText(volume.bought()));
    json.key("sold").string(instrument.qtyText(volume.sold()));
    json.key("delta").string(instrument.qtyText(volume.delta()));
    if (auto const control = volume.pointOfControl()) {
        json.key("pointOfControl").string(instrument.priceText(*control));
    }
    if (auto const area = volume.valueArea(instrument.tickSize)) {
        json.key("valueAreaLow").string(instrument.priceText(area->low));
        json.key("valueAreaHigh").string(instrument.priceText(area->high));
    }
}

} // namespace

std::string
marketStructure(Instrument const& instrument, DepthView const& depth, std::deque<Trade> const& trades)
{
    JsonWriter json;
    json.beginObject();
    json.key("venue").string(instrument.venue).key("symbol").string(instrument.symbol);
    json.key("time").integer(milliseconds(depth.time));
    json.key("state").string(feedStateName(depth.state));
    if (!depth.bids.empty() && !depth.asks.empty()) {
        writeBook(json, instrument, depth);
    }
    writeTraded(json, instrument, trades);
    return json.endObject().text();
}

} // namespace qob
