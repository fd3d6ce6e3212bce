#include "engine/book/ladder_book.h"

#include <algorithm>

namespace qob {

// Does what follows from a call, the most urgent first, until nothing follows any more.
void LadderBook::settle(BookEvents& out)
{
    if (m_state != TradingState::Continuous) {
        return;
    }
    do {
        elect(out);
    } while (m_watchers != 0 && (triggerElected(out) || enterChild(out) || trimReduceOnly(out) ||
                                 repeg(out) || fillAllOrNone(out)));
}

// Stops whose trigger was touched since the last time join the queue of those elected.
void LadderBook::elect(BookEvents& out)
{
    if (m_highestTrade == PriceLadder::noBid) {
        return;
    }
    const std::int64_t lowest = m_lowestTrade;
    const std::int64_t highest = m_highestTrade;
    m_lowestTrade = PriceLadder::noAsk;
    m_highestTrade = PriceLadder::noBid;
    for (Waiting const& waiting : m_trailing) {
        followTrades(waiting.slot, lowest, highest, out);
    }
    for (unsigned side = 0; side < 2; ++side) {
        WaitingSet& stops = m_stops[side];
        const std::int64_t touched = side == 0 ? highest : -lowest;
        while (!stops.empty() && stops.begin()->key <= touched) {
            const Slot slot = stops.begin()->slot;
            stops.erase(stops.begin());
            m_trailing.erase({0, record(slot).acceptance, slot});
            terms(slot).stamp = 0;
            m_elected.push_back(idOf(slot));
        }
    }
}

// A trailing trigger follows the best trade price for it; the limit of a StopLimit goes with it.
void LadderBook::followTrades(Slot slot, std::int64_t lowest, std::int64_t highest, BookEvents& out)
{
    OrderRecord const& order = record(slot);
    OrderTerms& special = terms(slot);
    const std::int64_t toward = order.side == 0 ? 1 : -1;
    const std::int64_t trigger = tickOf(special.order.stopPx);
    const std::int64_t reference = order.side == 0 ? lowest : highest;
    const std::int64_t next = reference + toward * tickOf(special.order.trailOffset);
    const std::int64_t better = (trigger - next) * toward;
    if (better < std::max<std::int64_t>(1, tickOf(special.order.trailStep))) {
        return;
    }
    unwatch(m_stops[order.side], {trigger * toward, special.stamp, slot});
    special.stamp = ++m_lastStamp;
    special.order.stopPx = priceOf(next);
    if (special.order.ordType == OrdType::StopLimit) {
        const std::int64_t limit = tickOf(special.order.price) + next - trigger;
        special.order.price = priceOf(std::max<std::int64_t>(1, limit));
    }
    ++m_watchers;
    m_stops[order.side].insert({next * toward, special.stamp, slot});
    BookEvent& event = say(Kind::Restated, slot, out);
    event.price = special.order.stopPx;
    event.qty = Qty(totalOf(slot));
}

bool LadderBook::triggerElected(BookEvents& out)
{
    while (m_nextElected < m_elected.size() && live(m_elected[m_nextElected]) == nullptr) {
        ++m_nextElected; // canceled meanwhile
    }
    if (m_nextElected == m_elected.size()) {
        m_elected.clear();
        m_nextElected = 0;
        return false;
    }
    const Slot slot = slotOf(m_elected[m_nextElected++]);
    leaveWaiting(slot);
    BookOrder& order = terms(slot).order;
    BookEvent& event = say(Kind::Triggered, slot, out);
    event.price = order.stopPx;
    order.ordType = order.ordType == OrdType::Stop ? OrdType::Market : OrdType::Limit;
    order.stopPx = Price(0);
    order.trailOffset = Price(0);
    order.trailStep = Price(0);
    if (order.guarded) {
        order.guarded = false;
        const std::int64_t edge = bandEdge(indexOf(order.side));
        order.price = reaches(indexOf(order.side), edge, tickOf(order.price)) ? order.price : priceOf(edge);
    }
    onListedTrade(idOf(slot), listOf(slot), out);
    bool const reduces = has(order.execInst, ExecInst::ReduceOnly);
    if (order.ordType == OrdType::Limit && !m_band.contains(order.price)) {
        cancelEntering(slot, ErrorCode::OrderOutsideBand, out);
    } else if (reduces && reducible(order.owner, indexOf(order.side)) == 0) {
        cancelEntering(slot, ErrorCode::OrderNothingToReduce, out);
    } else {
        takeSpecial(slot, Kind::Rested, out);
    }
    return true;
}

// Held orders whose parent is done.
bool LadderBook::enterChild(BookEvents& out)
{
    if (m_freed.empty()) {
        return false;
    }
    enterListed(m_freed.begin()->slot, out);
    return true;
}

bool LadderBook::trimReduceOnly(BookEvents& out)
{
    for (Waiting const& waiting : m_reduceOnly) {
        const Slot slot = waiting.slot;
        OrderRecord& order = record(slot);
        const std::int64_t position = reducible(order.owner, order.side);
        const std::int64_t excess = leavesOf(slot) - position;
        if (excess <= 0) {
            continue;
        }
        if (position == 0) {
            remove(slot, ErrorCode::OrderNothingToReduce, out);
            return true;
        }
        keepTotal(slot) -= excess;
        const std::int64_t levelQty = m_lit.reduce(order, excess);
        terms(slot).leaves = position;
        BookEvent& event = say(Kind::Restated, slot, out);
        event.price = priceOf(tickOf(slot));
        event.qty = Qty(totalOf(slot));
        event.leaves = Qty(position);
        event.levelQty = Qty(levelQty);
        return true;
    }
    return false;
}

bool LadderBook::repeg(BookEvents& out)
{
    if (m_pegs.empty() ||
        (!m_pegsMoved && m_lit.best(0) == m_peggedTo[0] && m_lit.best(1) == m_peggedTo[1])) {
        return false;
    }
    m_pegsMoved = false;
    m_peggedTo[0] = m_lit.best(0);
    m_peggedTo[1] = m_lit.best(1);
    bool changed = false;
    m_repegged.clear();
    for (Waiting const& waiting : m_pegs) {
        m_repegged.push_back(idOf(waiting.slot));
    }
    for (const OrderId id : m_repegged) {
        if (live(id) == nullptr) {
            continue;
        }
        const Slot slot = slotOf(id);
        OrderRecord& order = record(slot);
        const std::int64_t tick = pegTick(terms(slot), order.side);
        const std::int64_t now = order.place == Place::Dark ? tickOf(slot) : 0;
        if (tick == now) {
            continue;
        }
        changed = true;
        if (order.place == Place::Dark) {
            terms(slot).leaves = leavesOf(slot);
            m_dark.erase(order);
            --m_unseen;
        }
        order.place = Place::Entering;
        BookEvent& event = say(Kind::Restated, slot, out);
        event.price = priceOf(tick);
        event.qty = Qty(terms(slot).leaves);
        placePeg(slot, tick, out);
    }
    return changed;
}

// At its price, where it may meet others that are dark; at 0 it waits.
void LadderBook::placePeg(Slot slot, std::int64_t tick, BookEvents& out)
{
    if (tick == 0) {
        record(slot).place = Place::Peg;
        return;
    }
    Taker taker = takerOf(slot, tick, terms(slot).leaves);
    match(taker, out);
    conclude(taker, true, out);
}

bool LadderBook::fillAllOrNone(BookEvents& out)
{
    // Only those within whose limit there is anything at all are worth a closer look.
    m_eager.clear();
    for (unsigned side = 0; side < 2; ++side) {
        for (Waiting const& waiting : m_allOrNone[side]) {
            if (!meetsAny(side, tickOf(waiting.slot))) {
                break;
            }
            m_eager.push_back({0, waiting.rank, waiting.slot});
        }
    }
    std::sort(m_eager.begin(), m_eager.end());
    for (Waiting const& waiting : m_eager) {
        const Slot slot = waiting.slot;
        const std::int64_t limit = tickOf(slot);
        if (!canFill(slot, limit)) {
            continue;
        }
        leaveWaiting(slot);
        Taker taker = takerOf(slot, limit, terms(slot).leaves);
        match(taker, out);
        conclude(taker, true, out);
        return true;
    }
    return false;
}

// The last price counts as one just traded, and none before it.
void LadderBook::touchLastPrice()
{
    m_lowestTrade = m_lastTick == 0 ? PriceLadder::noAsk : m_lastTick;
    m_highestTrade = m_lastTick == 0 ? PriceLadder::noBid : m_lastTick;
}

// 0: nothing to go by.
std::int64_t LadderBook::pegTick(OrderTerms const& special, unsigned side) const
{
    BookOrder const& order = special.order;
    const std::int64_t bid = m_lit.best(0);
    const std::int64_t ask = m_lit.best(1);
    bool const hasBid = bid != PriceLadder::noBid;
    bool const hasAsk = ask != PriceLadder::noAsk;
    bool const mid = has(order.execInst, ExecInst::PegMid);
    if (mid ? !hasBid || !hasAsk : side == 0 ? !hasBid : !hasAsk) {
        return 0;
    }
    const std::int64_t toward = side == 0 ? 1 : -1;
    const std::int64_t offset = order.pegOffset.value / m_tickSize;
    const std::int64_t own = side == 0 ? bid : ask;
    // An empty side's best is no number to count with: only where both sides are there is a middle.
    const std::int64_t reference = mid ? (bid + ask + static_cast<std::int64_t>(side)) / 2 : own;
    std::int64_t tick = reference + toward * offset;
    auto const holdBack = [&](std::int64_t limit) {
        tick = reaches(side, limit, tick) ? tick : limit;
    };
    if (order.price > Price(0)) {
        holdBack(tickOf(order.price));
    }
    holdBack(bandEdge(side));
    if (side == 0 ? hasAsk : hasBid) {
        holdBack(side == 0 ? ask - 1 : bid + 1);
    }
    return std::max<std::int64_t>(tick, 0);
}

// How much an order of this side may close of the owner's position.
std::int64_t LadderBook::reducible(OwnerId owner, unsigned side) const
{
    const std::int64_t net = m_net[owner.value];
    return std::max<std::int64_t>(0, side == 0 ? -net : net);
}

// The worst tick an order may trade at.
std::int64_t LadderBook::marketLimit(BookOrder const& order) const
{
    return order.price > Price(0) ? tickOf(order.price) : bandEdge(indexOf(order.side));
}

// The worst tick of the band for a side; without one, what every price is better than.
std::int64_t LadderBook::bandEdge(unsigned side) const
{
    if (side == 0) {
        return m_band.high == Price(0) ? PriceLadder::noAsk - 1 : m_band.high.value / m_tickSize;
    }
    return (m_band.low.value + m_tickSize - 1) / m_tickSize;
}

} // namespace qob
