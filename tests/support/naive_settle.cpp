// Settling: stops, children, reduce-only, pegged and all-or-none orders.
#include "tests/support/naive_book.h"

#include <algorithm>
#include <tuple>

namespace qob::test {

namespace {

Price roundedDown(std::int64_t value, Price tick)
{
    std::int64_t const rest = value % tick.value;
    return Price(value - (rest < 0 ? rest + tick.value : rest));
}

Price roundedUp(std::int64_t value, Price tick)
{
    return -roundedDown(-value, tick);
}

} // namespace

void NaiveBook::settle()
{
    while (m_state == TradingState::Continuous && settleOnce()) {
    }
}

bool NaiveBook::settleOnce()
{
    return followAndElect() || triggerFront() || enterChild() || trimReduceOnly() || repricePegs() ||
           fillAllOrNone();
}

bool NaiveBook::followAndElect()
{
    if (m_seen.empty()) {
        return false;
    }
    Price const high = *std::max_element(m_seen.begin(), m_seen.end());
    Price const low = *std::min_element(m_seen.begin(), m_seen.end());
    m_seen.clear();
    Ids const trailing = idsWhere([&](Entry const& at) {
        return at.in(Place::Stop) && at.order.trailOffset > Price(0) && !elected(at.id());
    });
    for (OrderId const id : trailing) {
        follow(*live(id), high, low);
    }
    elect(high, low);
    return true;
}

void NaiveBook::follow(Entry& stop, Price high, Price low)
{
    BookOrder& order = stop.order;
    bool const sell = order.side == Side::Sell;
    Price const trigger = sell ? high - order.trailOffset : low + order.trailOffset;
    Price const better = sell ? trigger - order.stopPx : order.stopPx - trigger;
    if (better <= Price(0) || better < order.trailStep) {
        return;
    }
    if (order.ordType == OrdType::StopLimit) {
        order.price = std::max(order.price + (trigger - order.stopPx), m_rules.tickSize);
    }
    order.stopPx = trigger;
    stop.queue = ++m_arrivals;
    BookEvent& event = tell(Kind::Restated, stop);
    event.price = trigger;
    event.qty = order.qty;
}

bool NaiveBook::elected(OrderId id) const
{
    return std::find(m_elected.begin(), m_elected.end(), id) != m_elected.end();
}

bool NaiveBook::met(BookOrder const& stop, Price price)
{
    return stop.side == Side::Buy ? price >= stop.stopPx : price <= stop.stopPx;
}

void NaiveBook::elect(Price high, Price low)
{
    using Rank = std::tuple<Side, Price, std::uint64_t>;
    std::map<Rank, OrderId> touched;
    for (auto const& [id, entry] : m_orders) {
        bool const buy = entry.side() == Side::Buy;
        if (entry.in(Place::Stop) && !elected(id) && met(entry.order, buy ? high : low)) {
            Price const trigger = entry.order.stopPx;
            touched.emplace(Rank(entry.side(), buy ? trigger : -trigger, entry.queue), id);
        }
    }
    for (auto const& [rank, id] : touched) {
        m_elected.push_back(id);
    }
}

bool NaiveBook::triggerFront()
{
    if (m_elected.empty()) {
        return false;
    }
    OrderId const id = m_elected.front();
    m_elected.erase(m_elected.begin());
    Entry* entry = live(id);
    if (!entry) {
        return true;
    }
    tell(Kind::Triggered, *entry).price = entry->order.stopPx;
    BookOrder& order = entry->order;
    order.ordType = order.ordType == OrdType::Stop ? OrdType::Market : OrdType::Limit;
    order.stopPx = order.trailOffset = order.trailStep = Price(0);
    if (order.guarded) {
        order.price = heldToBand(order.side, order.price);
        order.guarded = false;
    }
    entry->place.reset();
    fire(*entry);
    if (order.ordType == OrdType::Limit && !m_band.contains(order.price)) {
        cancelOrder(id, ErrorCode::OrderOutsideBand);
    } else {
        enter(id);
    }
    return true;
}

bool NaiveBook::enterChild()
{
    Ids const children = idsWhere([](Entry const& at) {
        bool const parentLives =
            at.contingency == Contingency::OneTriggersOther || at.contingency == Contingency::Bracket;
        return at.in(Place::Held) && !parentLives;
    });
    if (!children.empty()) {
        enterListed(children.front());
    }
    return !children.empty();
}

bool NaiveBook::trimReduceOnly()
{
    Ids const tooLarge = idsWhere([&](Entry const& at) {
        return at.in(Place::Lit) && at.is(ExecInst::ReduceOnly) &&
               at.leaves > positionToReduce(at.order.owner, at.side());
    });
    if (tooLarge.empty()) {
        return false;
    }
    Entry& entry = *live(tooLarge.front());
    Qty const position = positionToReduce(entry.order.owner, entry.side());
    if (position == Qty(0)) {
        cancelOrder(entry.id(), ErrorCode::OrderNothingToReduce);
        return true;
    }
    entry.order.qty = entry.filled() + position;
    entry.leaves = entry.shown = position;
    BookEvent& event = tell(Kind::Restated, entry);
    event.qty = entry.order.qty;
    event.leaves = entry.shown;
    event.levelQty = levelQty(entry.side(), entry.order.price);
    return true;
}

bool NaiveBook::repricePegs()
{
    Ids const pegged = idsWhere([](Entry const& at) {
        return at.order.ordType == OrdType::Pegged && (at.in(Place::Dark) || at.in(Place::Peg));
    });
    bool any = false;
    for (OrderId const id : pegged) {
        Entry* entry = live(id);
        if (entry && pegPrice(entry->order) != entry->restsAt) {
            reprice(*entry);
            any = true;
        }
    }
    return any;
}

void NaiveBook::reprice(Entry& entry)
{
    entry.restsAt = pegPrice(entry.order);
    tell(Kind::Restated, entry).qty = entry.leaves;
    if (entry.restsAt == Price(0)) {
        wait(entry, Place::Peg);
    } else {
        entry.place.reset();
        take(entry.id());
    }
}

// The price, or the last one before the band's edge on the side's eager end.
Price NaiveBook::heldToBand(Side side, Price price) const
{
    if (side == Side::Sell) {
        return std::max(price, roundedUp(m_band.low.value, m_rules.tickSize));
    }
    return m_band.high == Price(0) ? price
                                   : std::min(price, roundedDown(m_band.high.value, m_rules.tickSize));
}

// Where a pegged order belongs now; 0: nowhere.
Price NaiveBook::pegPrice(BookOrder const& order) const
{
    bool const buy = order.side == Side::Buy;
    auto const own = best(order.side);
    auto const other = best(opposite(order.side));
    bool const mid = has(order.execInst, ExecInst::PegMid);
    if (!own || (mid && !other)) {
        return Price(0);
    }
    Price const tick = m_rules.tickSize;
    Price price = own->price;
    if (mid) {
        std::int64_t const sum = own->price.value + other->price.value;
        price = buy ? roundedDown(sum / 2, tick) : roundedUp((sum + 1) / 2, tick);
    }
    price += order.pegOffset * signOf(order.side);
    auto const hold = [&](Price most) {
        price = buy ? std::min(price, most) : std::max(price, most);
    };
    if (order.price != Price(0)) {
        hold(order.price);
    }
    price = heldToBand(order.side, price);
    if (other) {
        hold(other->price - tick * signOf(order.side));
    }
    return std::max(price, Price(0));
}

bool NaiveBook::fillAllOrNone()
{
    for (OrderId const id : idsWhere([](Entry const& at) { return at.in(Place::AllOrNone); })) {
        if (fillable(id)) {
            live(id)->place.reset();
            take(id);
            return true;
        }
    }
    return false;
}

} // namespace qob::test
