#include "engine/trading/order_admission.h"

#include "engine/trading/portfolio.h"

#include <algorithm>

namespace qob {

namespace {

// How far past the worst level it needs a market order may trade, and how far past its trigger a stop, in
// ten-thousandths of that price.
constexpr std::int64_t marketSlackBps = 50;
constexpr std::int64_t stopSlackBps = 500;

constexpr std::size_t levelsLookedAt = 200;

tl::unexpected<Error> refusal(ErrorCode code, Instrument const& instrument, std::string const& what)
{
    return fail(code, what + " on " + instrument.venue + ":" + instrument.symbol);
}

bool isStop(OrdType type)
{
    return type == OrdType::Stop || type == OrdType::StopLimit;
}

Expected<void> checkPrice(Instrument const& instrument, Price price)
{
    if (price <= Price(0) || price > maxBookPrice) {
        return refusal(ErrorCode::OrderBadPrice, instrument, instrument.priceText(price));
    }
    if (price.value % instrument.tickSize.value != 0) {
        return refusal(
            ErrorCode::OrderOffTick,
            instrument,
            instrument.priceText(price) + " is no multiple of " + instrument.priceText(instrument.tickSize)
        );
    }
    return {};
}

Expected<void> checkQty(Instrument const& instrument, Qty qty)
{
    if (qty <= Qty(0)) {
        return refusal(ErrorCode::OrderBadQty, instrument, instrument.qtyText(qty));
    }
    if (qty.value % instrument.lotSize.value != 0) {
        return refusal(
            ErrorCode::OrderOffLot,
            instrument,
            instrument.qtyText(qty) + " is no multiple of " + instrument.qtyText(instrument.lotSize)
        );
    }
    if (qty > instrument.maxQty) {
        return refusal(
            ErrorCode::OrderTooLarge,
            instrument,
            instrument.qtyText(qty) + " is more than " + instrument.qtyText(instrument.maxQty)
        );
    }
    return {};
}

Expected<void> checkValue(Instrument const& instrument, Price price, Qty qty)
{
    if (!instrument.sizeKnown) {
        return refusal(
            ErrorCode::OrderUnsupported, instrument, "the venue has not said how large its contracts are"
        );
    }
    if (!Portfolio::countable(instrument, price, qty)) {
        return refusal(ErrorCode::OrderTooLarge, instrument, "its value cannot be counted");
    }
    const Amount value = notional(instrument, price, qty);
    if (value < instrument.minNotional || qty < instrument.minQty) {
        return refusal(
            ErrorCode::OrderBelowMinNotional,
            instrument,
            formatTrimmed(value.value, amountScale) + " " + instrument.settleAsset().text() +
                ", the minimum is " + formatTrimmed(instrument.minNotional.value, amountScale)
        );
    }
    return {};
}

Price beyond(Instrument const& instrument, Side side, Price price, std::int64_t slackBps)
{
    const std::int64_t tick = instrument.tickSize.value;
    const std::int64_t slack = (price.value * slackBps / 10'000 / tick + 1) * tick;
    const std::int64_t most = maxBookPrice.value / tick * tick;
    return Price(std::clamp(price.value / tick * tick + signOf(side) * slack, tick, most));
}

// The worst level of the other side that an order of this size needs.
Expected<Price> worstLevel(Instrument const& instrument, Market const& market, Side side, Qty qty)
{
    DepthView view;
    market.depth(instrument.id, levelsLookedAt, view);
    auto const& levels = side == Side::Buy ? view.asks : view.bids;
    if (levels.empty()) {
        return refusal(ErrorCode::OrderNoLiquidity, instrument, "the other side");
    }
    Price worst;
    Qty found;
    for (auto level = levels.begin(); level != levels.end() && found < qty; ++level) {
        found += level->qty;
        worst = level->price;
    }
    return worst;
}

BookOrder bookOrderOf(NewOrderSingle const& request)
{
    bool const priced = request.ordType == OrdType::Limit || request.ordType == OrdType::StopLimit ||
                        request.ordType == OrdType::Pegged;
    return {
        .side = request.side,
        .ordType = request.ordType,
        .timeInForce = request.timeInForce,
        .selfTrade = request.selfTrade,
        .execInst = request.execInst,
        .price = priced ? request.price : Price(0),
        .qty = request.orderQty,
        .displayQty = request.displayQty,
        .stopPx = request.stopPx,
        .trailOffset = request.trailOffset,
        .trailStep = request.trailStep,
        .pegOffset = request.pegOffset,
        .expireTime = request.expireTime};
}

Expected<void> checkOrder(BookOrder const& order, Instrument const& instrument, Timestamp now)
{
    using enum TimeInForce;
    if (order.timeInForce == AtTheOpening || order.timeInForce == AtTheClose) {
        return refusal(ErrorCode::OrderUnsupported, instrument, "there are no auctions");
    }
    if (auto checked = checkQty(instrument, order.qty); !checked) {
        return checked;
    }
    bool const priced = order.ordType == OrdType::Limit || order.ordType == OrdType::StopLimit;
    if (priced || order.price != Price(0)) {
        if (auto checked = checkPrice(instrument, order.price); !checked) {
            return checked;
        }
    }
    const BookRules rules{
        .instrument = instrument.id,
        .tickSize = instrument.tickSize,
        .lotSize = instrument.lotSize,
        .maxQty = instrument.maxQty};
    if (ErrorCode const reason = refusalOf(order, rules, {}, now); reason != ErrorCode()) {
        return refusal(reason, instrument, "the order");
    }
    return {};
}

// The price its money is measured by.
Expected<Price> worstPrice(BookOrder const& order, MarketHistory::Item const& item, Market const& market)
{
    Instrument const& instrument = item.instrument;
    if (order.ordType == OrdType::Stop) {
        const Price trailed = item.last + order.trailOffset * signOf(order.side);
        const Price trigger = order.stopPx > Price(0) ? order.stopPx : trailed;
        return beyond(instrument, order.side, trigger, stopSlackBps);
    }
    if (order.price > Price(0)) {
        return order.price;
    }
    auto const level = worstLevel(instrument, market, order.side, order.qty);
    bool const pegged = order.ordType == OrdType::Pegged;
    return level ? Expected<Price>(
                       beyond(instrument, order.side, *level, pegged ? stopSlackBps : marketSlackBps)
                   )
                 : level;
}

// As it goes out: with a limit where its money needs one, and an end where it has one.
void shape(VenueOrder& made, Instrument const& instrument, Timestamp now)
{
    BookOrder& order = made.order;
    bool const spotSell = instrument.kind == ContractKind::Spot && order.side == Side::Sell;
    bool const resting = order.timeInForce != TimeInForce::FillOrKill;
    if (order.ordType == OrdType::Market) {
        order.ordType = OrdType::Limit;
        order.price = made.worst;
        order.timeInForce = resting ? TimeInForce::ImmediateOrCancel : order.timeInForce;
    } else if (order.ordType == OrdType::Stop && !spotSell) {
        order.ordType = OrdType::StopLimit;
        order.price = made.worst;
        bool const untilCanceled = order.timeInForce == TimeInForce::GoodTillCancel;
        order.timeInForce = untilCanceled ? TimeInForce::ImmediateOrCancel : order.timeInForce;
    } else if (order.ordType == OrdType::Pegged && !spotSell) {
        order.price = made.worst;
    }
    if (order.timeInForce == TimeInForce::Day) {
        constexpr std::int64_t day = seconds(86'400).value;
        order.timeInForce = TimeInForce::GoodTillDate;
        order.expireTime = Timestamp((now.value / day + 1) * day);
    }
}

} // namespace

Expected<VenueOrder> admitOrder(
    NewOrderSingle const& request, MarketHistory::Item const* item, Market const& market, Timestamp now
)
{
    if (request.clOrdId.empty()) {
        return fail(ErrorCode::OrderBadClOrdID, "it is empty");
    }
    if (item == nullptr) {
        return fail(ErrorCode::OrderUnknownSymbol, "instrument " + std::to_string(request.instrument.value));
    }
    Instrument const& instrument = item->instrument;
    if (item->feed.state != FeedState::Live) {
        return refusal(ErrorCode::OrderMarketNotLive, instrument, "the book");
    }
    VenueOrder made{request.instrument, bookOrderOf(request), Price(0)};
    if (auto const checked = checkOrder(made.order, instrument, now); !checked) {
        return tl::unexpected(checked.error());
    }
    if (isStop(request.ordType) && request.stopPx == Price(0) && item->last == Price(0)) {
        return refusal(ErrorCode::OrderNoReference, instrument, "a trailing stop without a stop price");
    }
    auto const worst = worstPrice(made.order, *item, market);
    if (!worst) {
        return tl::unexpected(worst.error());
    }
    made.worst = *worst;
    if (auto const checked = checkValue(instrument, made.worst, request.orderQty); !checked) {
        return tl::unexpected(checked.error());
    }
    shape(made, instrument, now);
    return made;
}

Expected<BookReplace> admitReplace(
    OrderCancelReplaceRequest const& request,
    Instrument const& instrument,
    BookOrder const& sent,
    OrdType ordType,
    Price stopPx,
    Price limit
)
{
    BookReplace made{
        .order = sent.id,
        .owner = {},
        .price = request.price,
        .qty = request.orderQty,
        .stopPx = request.stopPx};
    if (ordType == OrdType::Market) {
        return refusal(ErrorCode::OrderUnsupported, instrument, "a market order cannot be changed");
    }
    if (request.stopPx != Price(0) && !isStop(ordType)) {
        return refusal(ErrorCode::OrderBadCombination, instrument, "the order waits for no trigger");
    }
    if (request.stopPx < Price(0) || request.stopPx > maxBookPrice ||
        request.stopPx.value % instrument.tickSize.value != 0) {
        return refusal(ErrorCode::OrderBadStopPx, instrument, instrument.priceText(request.stopPx));
    }
    if (ordType == OrdType::Stop) {
        bool const limited = sent.ordType == OrdType::StopLimit;
        const Price trigger = request.stopPx > Price(0) ? request.stopPx : stopPx;
        made.price = limited ? beyond(instrument, sent.side, trigger, stopSlackBps) : Price(0);
    } else if (ordType == OrdType::Pegged && request.price == Price(0)) {
        made.price = sent.price;
    } else if (auto const checked = checkPrice(instrument, request.price); !checked) {
        return tl::unexpected(checked.error());
    }
    if (auto const checked = checkQty(instrument, request.orderQty); !checked) {
        return tl::unexpected(checked.error());
    }
    const Price measure = made.price > Price(0) ? made.price : limit;
    if (auto const checked = checkValue(instrument, measure, request.orderQty); !checked) {
        return tl::unexpected(checked.error());
    }
    return made;
}

} // namespace qob
