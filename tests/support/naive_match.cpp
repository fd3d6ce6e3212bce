// Entering, matching and order lists.
#include "tests/support/naive_book.h"

#include <algorithm>
#include <tuple>

namespace qob::test {

namespace {

constexpr ExecInst anyPostOnly = ExecInst::PostOnly | ExecInst::PostOnlySlide;

bool isStop(OrdType type)
{
    return type == OrdType::Stop || type == OrdType::StopLimit;
}

bool mayRest(BookOrder const& order)
{
    TimeInForce const tif = order.timeInForce;
    return order.ordType != OrdType::Market && tif != TimeInForce::ImmediateOrCancel &&
           tif != TimeInForce::FillOrKill;
}

bool allOrNothing(BookOrder const& order)
{
    return order.timeInForce == TimeInForce::FillOrKill || has(order.execInst, ExecInst::AllOrNone);
}

} // namespace

// An order of a list comes, if it may.
void NaiveBook::enterListed(OrderId id)
{
    live(id)->place.reset();
    if (m_gate && !m_gate->mayEnter(id)) {
        cancelOrder(id, ErrorCode::OrderInsufficientFunds);
    } else {
        enter(id);
    }
}

// The order comes to where it belongs, taking on its way what it can.
void NaiveBook::enter(OrderId id)
{
    Entry& entry = *live(id);
    entry.place.reset();
    if (m_state != TradingState::Continuous) {
        enterWaiting(entry);
    } else if (entry.order.timeInForce == TimeInForce::AtTheClose) {
        wait(entry, Place::Auction);
    } else if (isStop(entry.order.ordType)) {
        enterAsStop(entry);
        if (m_lastPrice != Price(0) && met(entry.order, m_lastPrice)) {
            m_elected.push_back(id);
        }
    } else if (entry.order.ordType == OrdType::Pegged) {
        entry.restsAt = pegPrice(entry.order);
        if (entry.restsAt == Price(0)) {
            wait(entry, Place::Peg);
        } else {
            take(id);
        }
    } else if (becomeLimit(entry)) {
        ErrorCode const reason = lookBeforeEntry(entry.order);
        if (reason != ErrorCode()) {
            cancelOrder(id, reason);
        } else {
            cutToPosition(entry);
            take(id);
        }
    }
}

void NaiveBook::enterWaiting(Entry& entry)
{
    if (isStop(entry.order.ordType)) {
        enterAsStop(entry);
    } else if (entry.order.ordType == OrdType::Pegged) {
        entry.restsAt = Price(0);
        wait(entry, Place::Peg);
    } else {
        wait(entry, entry.is(ExecInst::AllOrNone) ? Place::AllOrNone : Place::Auction);
    }
}

void NaiveBook::enterAsStop(Entry& entry)
{
    BookOrder& order = entry.order;
    if (order.trailOffset > Price(0) && order.stopPx == Price(0)) {
        order.stopPx = std::max(m_rules.tickSize, m_lastPrice + order.trailOffset * signOf(order.side));
    }
    wait(entry, Place::Stop);
}

// A market-to-limit order finds its price. False: there was none and it is gone.
bool NaiveBook::becomeLimit(Entry& entry)
{
    if (entry.order.ordType != OrdType::MarketToLimit) {
        return true;
    }
    auto const best = bestLitOrDark(opposite(entry.side()));
    Price const price = best ? heldToBand(entry.side(), *best) : Price(0);
    if (price <= Price(0)) {
        cancelOrder(entry.id(), ErrorCode::OrderNoLiquidity);
        return false;
    }
    entry.order.ordType = OrdType::Limit;
    entry.order.price = price;
    return true;
}

// A reduce-only order gets no larger than the position.
void NaiveBook::cutToPosition(Entry& entry)
{
    Qty const position = positionToReduce(entry.order.owner, entry.side());
    if (entry.is(ExecInst::ReduceOnly) && entry.leaves > position) {
        entry.order.qty = entry.filled() + position;
        entry.leaves = position;
        tell(Kind::Restated, entry).qty = entry.order.qty;
    }
}

void NaiveBook::take(OrderId id)
{
    Entry& entry = *live(id);
    if (allOrNothing(entry.order) && !fillable(id)) {
        if (mayRest(entry.order)) {
            wait(entry, Place::AllOrNone);
        } else {
            cancelOrder(id, ErrorCode::OrderNotFillable);
        }
        return;
    }
    if (!entry.is(anyPostOnly)) {
        match(id);
    }
    Entry* left = live(id);
    if (!left) {
        return;
    }
    if (mayRest(left->order)) {
        rest(*left);
        tellRested(*left);
    } else {
        cancelOrder(id, ErrorCode::OrderNoLiquidity);
    }
}

void NaiveBook::match(OrderId id)
{
    std::set<OrderId> passed;
    while (Entry const* taker = live(id)) {
        Entry const* maker = nextMaker(*taker, passed);
        if (!maker) {
            return;
        }
        OrderId const other = maker->id();
        Qty qty = std::min(taker->leaves, maker->in(Place::Lit) ? maker->shown : maker->leaves);
        if (maker->in(Place::AllOrNone) && maker->leaves > taker->leaves) {
            passed.insert(other);
            continue;
        }
        if (maker->is(ExecInst::ReduceOnly)) {
            qty = std::min(qty, positionToReduce(maker->order.owner, maker->side()));
            if (qty == Qty(0)) {
                cancelOrder(other, ErrorCode::OrderNothingToReduce);
                continue;
            }
        }
        if (maker->order.owner == taker->order.owner && taker->order.selfTrade != SelfTrade::Allow) {
            if (m_trial && taker->order.selfTrade != SelfTrade::CancelOldest) {
                return;
            }
            prevent(id, other);
            continue;
        }
        trade(id, other, qty);
    }
}

// The one to trade with next, of those not passed over.
NaiveBook::Entry* NaiveBook::nextMaker(Entry const& taker, std::set<OrderId> const& passed)
{
    Entry* first = nullptr;
    for (auto& [id, entry] : m_orders) {
        bool const trades = entry.in(Place::Lit) || entry.in(Place::Dark) || entry.in(Place::AllOrNone);
        if (trades && entry.side() != taker.side() && !passed.contains(id) &&
            withinLimit(taker, entry.price()) && (!first || comesBefore(entry, *first))) {
            first = &entry;
        }
    }
    return first;
}

// Better price; then lit, dark, all-or-none; then age.
bool NaiveBook::comesBefore(Entry const& a, Entry const& b) const
{
    auto const rank = [](Entry const& at) {
        Price const price = at.side() == Side::Sell ? at.price() : -at.price();
        return std::tuple(price, *at.place, at.in(Place::AllOrNone) ? at.acceptance : at.queue);
    };
    return rank(a) < rank(b);
}

std::optional<Price> NaiveBook::limitOf(Entry const& taker) const
{
    if (taker.price() != Price(0)) {
        return taker.price();
    }
    Price const edge = taker.side() == Side::Buy ? m_band.high : m_band.low;
    return edge == Price(0) ? std::nullopt : std::optional(edge);
}

bool NaiveBook::withinLimit(Entry const& taker, Price price) const
{
    auto const limit = limitOf(taker);
    return !limit || (taker.side() == Side::Buy ? price <= *limit : price >= *limit);
}

std::optional<Price> NaiveBook::bestLitOrDark(Side side) const
{
    std::optional<Price> found;
    for (auto const& [id, entry] : m_orders) {
        if ((entry.in(Place::Lit) || entry.in(Place::Dark)) && entry.side() == side &&
            (!found || (side == Side::Buy ? entry.price() > *found : entry.price() < *found))) {
            found = entry.price();
        }
    }
    return found;
}

// Whether an order of this side and price would find something lit or dark.
bool NaiveBook::wouldTrade(Side side, Price price) const
{
    auto const other = bestLitOrDark(opposite(side));
    return other && (side == Side::Buy ? *other <= price : *other >= price);
}

// Whether an order not yet anywhere rests lit without taking first: then its answer shows it resting.
bool NaiveBook::restsAtOnce(Entry const& entry) const
{
    BookOrder const& order = entry.order;
    bool const lit = m_state == TradingState::Continuous && order.ordType == OrdType::Limit &&
                     mayRest(order) && order.timeInForce != TimeInForce::AtTheClose &&
                     !entry.is(ExecInst::Hidden | ExecInst::AllOrNone);
    bool const cut =
        entry.is(ExecInst::ReduceOnly) && entry.leaves > positionToReduce(order.owner, order.side);
    if (!lit || cut || wouldTrade(order.side, order.price)) {
        return false;
    }
    bool const takesWhole = std::any_of(m_orders.begin(), m_orders.end(), [&](auto const& at) {
        Entry const& maker = at.second;
        return maker.in(Place::AllOrNone) && maker.side() != order.side &&
               withinLimit(entry, maker.price()) && maker.leaves <= entry.leaves;
    });
    return !takesWhole || entry.is(anyPostOnly);
}

// Tries on a copy.
bool NaiveBook::fillable(OrderId id) const
{
    NaiveBook trial(*this);
    trial.m_trial = true;
    trial.m_events.clear();
    trial.match(id);
    Qty traded;
    for (BookEvent const& event : trial.m_events) {
        if (event.kind == Kind::Trade && event.order == id) {
            traded += event.qty;
        }
    }
    return traded == live(id)->leaves;
}

// The taker met an order of its own owner.
void NaiveBook::prevent(OrderId taker, OrderId maker)
{
    switch (live(taker)->order.selfTrade) {
    case SelfTrade::Allow:
        return;
    case SelfTrade::CancelNewest:
        return cancelOrder(taker, ErrorCode::OrderSelfTrade);
    case SelfTrade::CancelOldest:
        return cancelOrder(maker, ErrorCode::OrderSelfTrade);
    case SelfTrade::CancelBoth:
        return cancelEach({maker, taker}, ErrorCode::OrderSelfTrade);
    case SelfTrade::Decrement:
        break;
    }
    Entry& newer = *live(taker);
    Entry& older = *live(maker);
    Qty const qty = std::min(newer.leaves, older.in(Place::Lit) ? older.shown : older.leaves);
    newer.leaves -= qty;
    newer.order.qty -= qty;
    older.order.qty -= qty;
    takeFromMaker(older, qty);
    BookEvent& event = tell(Kind::Prevented, newer);
    event.maker = maker;
    event.makerOwner = older.order.owner;
    event.price = older.price();
    event.qty = qty;
    event.leaves = newer.leaves;
    event.makerLeaves = older.leaves;
    if (older.in(Place::Lit)) {
        event.levelQty = levelQty(older.side(), older.price());
    }
    refill(maker);
    for (OrderId const id : {maker, taker}) {
        if (live(id) && live(id)->leaves == Qty(0)) {
            done(id);
        }
    }
}

void NaiveBook::trade(OrderId taker, OrderId maker, Qty qty)
{
    Entry& newer = *live(taker);
    Entry& older = *live(maker);
    newer.leaves -= qty;
    takeFromMaker(older, qty);
    m_positions[newer.order.owner] += qty * signOf(newer.side());
    m_positions[older.order.owner] += qty * signOf(older.side());
    m_lastPrice = older.price();
    m_seen.push_back(m_lastPrice);
    BookEvent& event = tell(Kind::Trade, newer);
    event.maker = maker;
    event.makerOwner = older.order.owner;
    event.price = older.price();
    event.qty = qty;
    event.leaves = newer.leaves;
    event.makerLeaves = older.leaves;
    if (older.in(Place::Lit)) {
        event.levelQty = levelQty(older.side(), older.price());
    }
    refill(maker);
    bool const legs = newer.contingency == Contingency::OneCancelsOther && newer.listHead == older.listHead;
    for (OrderId const id : {maker, taker}) {
        if (live(id)) {
            fire(*live(id));
        }
        if (live(id) && live(id)->leaves == Qty(0)) {
            done(id);
        }
    }
    if (legs && live(maker)) {
        cancelOrder(maker, ErrorCode::OrderLinkedDone);
    }
}

void NaiveBook::takeFromMaker(Entry& maker, Qty qty)
{
    maker.leaves -= qty;
    if (maker.in(Place::Lit)) {
        maker.shown -= qty;
    }
}

// An iceberg of which nothing is shown any more shows the next part, behind the others.
void NaiveBook::refill(OrderId maker)
{
    Entry& entry = *live(maker);
    if (!entry.in(Place::Lit) || entry.shown != Qty(0) || entry.leaves == Qty(0)) {
        return;
    }
    entry.shown = std::min(entry.order.displayQty, entry.leaves);
    entry.queue = ++m_arrivals;
    BookEvent& event = tell(Kind::Refilled, entry);
    event.qty = entry.shown;
    event.levelQty = levelQty(entry.side(), entry.order.price);
}

void NaiveBook::rest(Entry& entry)
{
    bool const dark = entry.is(ExecInst::Hidden) || entry.order.ordType == OrdType::Pegged;
    wait(entry, dark ? Place::Dark : Place::Lit);
    if (!dark) {
        bool const iceberg = entry.order.displayQty > Qty(0);
        entry.shown = iceberg ? std::min(entry.order.displayQty, entry.leaves) : entry.leaves;
    }
}

void NaiveBook::wait(Entry& entry, Place place)
{
    entry.place = place;
    entry.queue = ++m_arrivals;
}

void NaiveBook::cancelOrder(OrderId id, ErrorCode reason)
{
    Entry& entry = *live(id);
    bool const lit = entry.in(Place::Lit);
    entry.place.reset();
    BookEvent& event = tell(Kind::Canceled, entry);
    event.qty = entry.leaves;
    event.reason = reason;
    if (lit) {
        event.levelQty = levelQty(entry.side(), entry.order.price);
    }
    done(id);
}

// Those that are still here when their turn comes. A taker with nothing left is done.
void NaiveBook::cancelEach(Ids const& ids, ErrorCode reason)
{
    for (OrderId const id : ids) {
        if (live(id) && live(id)->leaves > Qty(0)) {
            cancelOrder(id, reason);
        }
    }
}

// Takes the order out of its list.
void NaiveBook::unlist(Entry& entry)
{
    entry.listHead = OrderId();
    entry.contingency = Contingency::None;
    entry.parent = false;
}

// The others of the order's list that are here, in list order.
NaiveBook::Ids NaiveBook::othersOfList(Entry const& entry) const
{
    if (entry.contingency == Contingency::None) {
        return {};
    }
    return idsWhere([&](Entry const& at) { return at.id() != entry.id() && at.listHead == entry.listHead; });
}

// Something happened to the order (which may be gone) that cancels those it is linked to; once.
void NaiveBook::fire(Entry const& entry)
{
    if (entry.contingency != Contingency::OneCancelsOther) {
        return;
    }
    Ids const others = othersOfList(entry);
    for (OrderId const id : others) {
        unlist(*live(id));
    }
    if (Entry* self = live(entry.id())) {
        unlist(*self);
    }
    cancelEach(others, ErrorCode::OrderLinkedDone);
}

// What the end of a parent means for its children.
void NaiveBook::parentDone(Entry const& gone)
{
    Ids const children = othersOfList(gone);
    bool const linked = gone.contingency == Contingency::Bracket && children.size() >= 2;
    for (OrderId const id : children) {
        Entry& child = *live(id);
        unlist(child);
        if (linked && gone.filled() > Qty(0)) {
            child.listHead = children.front();
            child.contingency = Contingency::OneCancelsOther;
        }
        if (gone.filled() > Qty(0) && child.leaves > gone.filled()) {
            child.order.qty = child.leaves = gone.filled();
            tell(Kind::Restated, child).qty = child.order.qty;
        }
    }
    if (gone.filled() == Qty(0)) {
        cancelEach(children, ErrorCode::OrderLinkedDone);
    }
}

// What lists do when the order has left the book.
void NaiveBook::listsHearOfEnd(Entry const& gone)
{
    fire(gone);
    if (gone.parent) {
        parentDone(gone);
    } else if (Ids const others = othersOfList(gone); others.size() == 1) {
        unlist(*live(others.front()));
    }
}

// Nothing more can happen to the order; it leaves the book.
void NaiveBook::done(OrderId id)
{
    Entry const gone = *live(id);
    m_orders.erase(id);
    listsHearOfEnd(gone);
}

} // namespace qob::test
