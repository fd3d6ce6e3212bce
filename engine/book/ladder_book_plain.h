#pragma once

// The plain path of LadderBook, part of ladder_book.h: a plain limit order comes and rests, or goes. It is
// here for the compiler to put it where it is called, and does nothing else: whatever does not simply pass
// goes to addAnyway(), takePlain() or cancelAnyway(), which find out why.

namespace qob {

inline void LadderBook::addPlain(PlainOrder const& order, BookEvents& out)
{
    const std::uint64_t quotient = m_tick.quotient(order.price.value);
    if (!admits(order, quotient)) [[unlikely]] {
        addAnyway(order, out);
        return;
    }
    auto const tick = static_cast<std::int64_t>(quotient);
    const Slot slot = slotOf(order.id);
    unsigned const side = indexOf(order.side);
    OrderRecord& made = m_records[slot];
    fill(made, order);
    const std::int64_t turn = turnOf(side);
    bool const crosses = (m_lit.best(side ^ 1U) ^ turn) <= (tick ^ turn);
    bool const immediate = order.timeInForce == TimeInForce::ImmediateOrCancel;
    if (crosses || immediate || m_unseen != 0) [[unlikely]] {
        takePlain(slot, tick, order.qty, out);
        return;
    }
    made.place = Place::Lit;
    const Qty levelQty(m_lit.push(side, tick, slot, made, order.qty.value).qty);
    BookEvent& event = out.push();
    event.kind = Kind::Accepted;
    event.side = order.side;
    event.reason = ErrorCode();
    event.instrument = m_instrument;
    event.owner = order.owner;
    event.makerOwner = OwnerId();
    event.order = order.id;
    event.price = order.price;
    event.qty = order.qty;
    event.levelQty = levelQty;
    event.leaves = order.qty;
    event.maker = OrderId();
    event.makerLeaves = Qty();
    if (m_watchers != 0) [[unlikely]] {
        settle(out);
    }
}

// Whether a plain order passes every check at the door; addSpecial() finds out which it fails.
inline bool LadderBook::admits(PlainOrder const& order, std::uint64_t tick) const
{
    const Slot slot = slotOf(order.id);
    bool const hasRoom = indexOf(order.side) < 2 && slot < m_maxOrders && order.owner.value < m_ownerEnd;
    return fits(tick, order.qty) && hasRoom && m_records[slot].place == Place::Nowhere &&
           (!m_hasLeastValue || isWorthIt(order.price, order.qty));
}

// Whether price and quantity of a limit order are within the rules. What is no multiple of the tick or the
// lot has a quotient beyond any limit, so each takes one comparison.
inline bool LadderBook::fits(std::uint64_t tick, Qty qty) const
{
    return tick - m_lowestTick < m_tickSpan && m_lot.quotient(qty.value) - m_leastLots < m_lotSpan;
}

// All of a new order's record but where it is and how much.
inline void LadderBook::fill(OrderRecord& made, PlainOrder const& order)
{
    made.generation = generationOf(order.id);
    made.owner = order.owner;
    made.side = static_cast<std::uint8_t>(indexOf(order.side));
    made.timeInForce = order.timeInForce;
    made.flags = 0;
    made.selfTrade = order.selfTrade;
    made.acceptance = ++m_lastAcceptance;
    ++m_live;
}

inline void LadderBook::cancel(OrderId id, OwnerId owner, BookEvents& out)
{
    OrderRecord* const found = live(id);
    bool const plain = found != nullptr && found->owner == owner && found->place == Place::Lit &&
                       !found->is(OrderRecord::hasTerms | OrderRecord::careful);
    if (!plain) [[unlikely]] {
        cancelAnyway(id, owner, out);
        return;
    }
    OrderRecord& order = *found;
    const std::int64_t tick = m_lit.tickOf(order);
    const Qty leaves(order.queued);
    const Qty levelQty(m_lit.erase(order));
    order.place = Place::Nowhere;
    --m_live;
    BookEvent& event = out.push();
    event.kind = Kind::Canceled;
    event.side = sideOf(order.side);
    event.reason = ErrorCode();
    event.instrument = m_instrument;
    event.owner = owner;
    event.makerOwner = OwnerId();
    event.order = id;
    event.price = priceOf(tick);
    event.qty = leaves;
    event.levelQty = levelQty;
    event.leaves = Qty();
    event.maker = OrderId();
    event.makerLeaves = Qty();
    if (m_watchers != 0) [[unlikely]] {
        settle(out);
    }
}

} // namespace qob
