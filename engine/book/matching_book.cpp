#include "engine/book/matching_book.h"

#include "engine/base/hash.h"

namespace qob {

namespace {

using enum ErrorCode;
using enum ExecInst;

constexpr ErrorCode fine{};
constexpr ExecInst postOnly = PostOnly | PostOnlySlide;
constexpr ExecInst peg = PegPrimary | PegMid;

bool isStop(OrdType type)
{
    return type == OrdType::Stop || type == OrdType::StopLimit;
}

bool mayRest(TimeInForce tif)
{
    return tif == TimeInForce::Day || tif == TimeInForce::GoodTillCancel || tif == TimeInForce::GoodTillDate;
}

bool knownType(OrdType type)
{
    return type == OrdType::Market || type == OrdType::Limit || isStop(type) ||
           type == OrdType::MarketToLimit || type == OrdType::Pegged;
}

ErrorCode badQty(BookOrder const& order, BookRules const& rules)
{
    if (order.qty <= Qty(0)) {
        return OrderBadQty;
    }
    if (order.qty.value % rules.lotSize.value != 0) {
        return OrderOffLot;
    }
    if (order.qty > rules.maxQty) {
        return OrderTooLarge;
    }
    return order.qty < rules.minQty ? OrderBelowMinNotional : fine;
}

// The rows of the table for ExecInst and displayQty.
bool badInstructions(BookOrder const& order)
{
    ExecInst const inst = order.execInst;
    OrdType const type = order.ordType;
    bool const rests = mayRest(order.timeInForce);
    bool const hides = has(inst, Hidden) || order.displayQty > Qty(0);
    bool const canHide =
        type == OrdType::Limit || type == OrdType::StopLimit || type == OrdType::MarketToLimit;
    if (has(inst, PostOnly) && has(inst, PostOnlySlide)) {
        return true;
    }
    if (has(inst, postOnly) && (type != OrdType::Limit || !rests || has(inst, AllOrNone))) {
        return true;
    }
    if (hides && (!canHide || !rests || has(inst, AllOrNone | ReduceOnly))) {
        return true;
    }
    if (has(inst, Hidden) && (order.displayQty != Qty(0) || has(inst, postOnly))) {
        return true;
    }
    if (has(inst, AllOrNone) &&
        ((type != OrdType::Limit && type != OrdType::Market) || has(inst, ReduceOnly))) {
        return true;
    }
    return has(inst, ReduceOnly) && type != OrdType::Market && type != OrdType::Limit && !isStop(type);
}

bool badCombination(BookOrder const& order)
{
    TimeInForce const tif = order.timeInForce;
    OrdType const type = order.ordType;
    if (tif == TimeInForce::AtTheOpening || tif == TimeInForce::AtTheClose) {
        bool const plain = type == OrdType::Market || type == OrdType::Limit;
        bool const bare =
            (order.execInst == None || order.execInst == CancelOnDisconnect) && order.displayQty == Qty(0);
        return !plain || !bare || order.trailOffset != Price(0) || order.trailStep != Price(0) ||
               order.pegOffset != Price(0);
    }
    bool const pegged = type == OrdType::Pegged;
    if (pegged) {
        bool const one = has(order.execInst, PegPrimary) != has(order.execInst, PegMid);
        if (!one || !mayRest(tif) || order.displayQty != Qty(0) ||
            has(order.execInst, postOnly | ReduceOnly | AllOrNone | Hidden)) {
            return true;
        }
    } else if (has(order.execInst, peg) || order.pegOffset != Price(0)) {
        return true;
    }
    if (type == OrdType::MarketToLimit && tif == TimeInForce::FillOrKill) {
        return true;
    }
    bool const trails = order.trailOffset != Price(0);
    if ((trails && !isStop(type)) || (order.trailStep != Price(0) && !trails)) {
        return true;
    }
    return badInstructions(order);
}

ErrorCode badPrice(Price price, BookRules const& rules, PriceBand const& band)
{
    if (price <= Price(0) || price > maxBookPrice) {
        return OrderBadPrice;
    }
    if (price.value % rules.tickSize.value != 0) {
        return OrderOffTick;
    }
    return band.contains(price) ? fine : OrderOutsideBand;
}

ErrorCode badTrigger(BookOrder const& order, BookRules const& rules)
{
    auto const tick = rules.tickSize.value;
    bool const trails = order.trailOffset != Price(0);
    auto const offTick = [&](Price price) {
        return price.value % tick != 0 || price < Price(0) || price > maxBookPrice;
    };
    bool const none = order.stopPx == Price(0);
    return (none && !trails) || offTick(order.stopPx) || offTick(order.trailOffset) ||
                   offTick(order.trailStep)
               ? OrderBadStopPx
               : fine;
}

ErrorCode badPrices(BookOrder const& order, BookRules const& rules, PriceBand const& band)
{
    OrdType const type = order.ordType;
    bool const must = type == OrdType::Limit || type == OrdType::StopLimit;
    bool const mustNot = type == OrdType::Stop || type == OrdType::MarketToLimit;
    if (mustNot && order.price != Price(0)) {
        return OrderBadPrice;
    }
    if (must || order.price != Price(0)) {
        bool const guarded =
            order.guarded && type == OrdType::StopLimit; // the band is that of its trigger's time
        if (auto const bad = badPrice(order.price, rules, guarded ? PriceBand{} : band); bad != fine) {
            return bad;
        }
    }
    if (order.pegOffset.value % rules.tickSize.value != 0 || order.pegOffset > maxBookPrice ||
        order.pegOffset < -maxBookPrice) {
        return OrderOffTick;
    }
    return isStop(type) ? badTrigger(order, rules) : fine;
}

} // namespace

void BookEvents::grow()
{
    const std::size_t used = size();
    m_room.resize(m_room.size() * 2);
    m_next = m_room.data() + used;
    m_end = m_room.data() + m_room.size();
}

ErrorCode refusalOf(BookOrder const& order, BookRules const& rules, PriceBand const& band, Timestamp now)
{
    if ((order.side != Side::Buy && order.side != Side::Sell) || !knownType(order.ordType)) {
        return OrderUnsupported;
    }
    if (auto const bad = badQty(order, rules); bad != fine) {
        return bad;
    }
    if (badCombination(order)) {
        return OrderBadCombination;
    }
    if (auto const bad = badPrices(order, rules, band); bad != fine) {
        return bad;
    }
    if (order.price > Price(0) &&
        static_cast<Int128>(order.price.value) * order.qty.value < rules.minNotional) {
        return OrderBelowMinNotional;
    }
    if (order.displayQty < Qty(0) || order.displayQty.value % rules.lotSize.value != 0) {
        return OrderBadDisplayQty;
    }
    if (order.displayQty > Qty(0) && order.displayQty.value <= (order.qty.value - 1) / mostSlices) {
        return OrderBadDisplayQty;
    }
    bool const late = order.timeInForce == TimeInForce::GoodTillDate && order.expireTime <= now;
    return late ? OrderExpired : fine;
}

std::uint64_t stateHash(BookImage const& image)
{
    StreamHash hash;
    auto const add = [&](auto value) {
        hash.add(static_cast<std::int64_t>(value));
    };
    add(image.state);
    add(image.now.value);
    add(image.lastPrice.value);
    add(image.band.low.value);
    add(image.band.high.value);
    add(image.acceptances);
    add(image.orders.size());
    for (OrderImage const& at : image.orders) {
        BookOrder const& order = at.order;
        add(order.id.value);
        add(order.owner.value);
        add(order.side);
        add(order.ordType);
        add(order.timeInForce);
        add(order.selfTrade);
        add(order.execInst);
        add(order.guarded);
        add(order.price.value);
        add(order.qty.value);
        add(order.displayQty.value);
        add(order.stopPx.value);
        add(order.trailOffset.value);
        add(order.trailStep.value);
        add(order.pegOffset.value);
        add(order.expireTime.value);
        add(at.place);
        add(at.leaves.value);
        add(at.shown.value);
        add(at.acceptance);
        add(at.listHead.value);
        add(at.contingency);
        add(at.parent);
        add(at.restsAt.value);
    }
    add(image.positions.size());
    for (NetPosition const& position : image.positions) {
        add(position.owner.value);
        add(position.net.value);
    }
    return hash.value();
}

} // namespace qob
