#include "engine/book/ladder_book.h"

#include <algorithm>

namespace qob {

namespace {

constexpr ErrorCode noReason{};

} // namespace

// Whether something on the other side would trade with such an order.
bool LadderBook::meets(unsigned side, std::int64_t limit, std::int64_t leaves) const
{
    unsigned const other = side ^ 1U;
    if (reaches(side, limit, m_lit.best(other)) || reaches(side, limit, m_dark.best(other))) {
        return true;
    }
    for (Waiting const& waiting : m_allOrNone[other]) {
        if (!reaches(side, limit, tickOf(waiting.slot))) {
            break;
        }
        if (terms(waiting.slot).leaves <= leaves) {
            return true;
        }
    }
    return false;
}

// Whether anything on the other side is within the limit, whatever its size.
bool LadderBook::meetsAny(unsigned side, std::int64_t limit) const
{
    unsigned const other = side ^ 1U;
    return reaches(side, limit, m_lit.best(other)) || reaches(side, limit, m_dark.best(other)) ||
           (!m_allOrNone[other].empty() && reaches(side, limit, tickOf(m_allOrNone[other].begin()->slot)));
}

void LadderBook::match(Taker& taker, BookEvents& out)
{
    m_taking = &taker;
    unsigned const other = taker.side ^ 1U;
    while (taker.leaves > 0 && !taker.stopped) {
        PriceLadder* ladder = &m_lit;
        std::int64_t tick = m_lit.best(other);
        if (m_unseen != 0) [[unlikely]] {
            if (const std::int64_t dark = m_dark.best(other); !reaches(taker.side, dark, tick)) {
                ladder = &m_dark;
                tick = dark;
            }
            if (!m_allOrNone[other].empty() && takeAllOrNone(taker, tick, out)) {
                continue;
            }
        }
        if (!reaches(taker.side, taker.limit, tick)) {
            break;
        }
        takeLevel(taker, *ladder, tick, out);
    }
    m_taking = nullptr;
}

// Trades with the queue at `tick`, oldest first, until the taker is done, the queue is empty, or a maker
// needs care: then one trade is made with it, after which the queue may be another.
void LadderBook::takeLevel(Taker& taker, PriceLadder& ladder, std::int64_t tick, BookEvents& out)
{
    PriceLadder::Level& level = ladder.at(tick);
    bool const shown = &ladder == &m_lit;
    const std::int64_t before = taker.leaves;
    std::int64_t levelQty = level.qty;
    bool needsCare = taker.careful;
    bool queueDone = false;
    std::uint32_t at = level.head;
    OrderChunk* chunk = &m_pool.chunks[at];
    unsigned live = chunk->mask;
    while (!needsCare && taker.leaves != 0) {
        const Slot slot = chunk->first(live);
        OrderRecord& maker = m_records[slot];
        needsCare = maker.is(OrderRecord::careful) || maker.owner == taker.ownToPrevent;
        if (needsCare) [[unlikely]] {
            break;
        }
        const std::int64_t queued = maker.queued;
        const std::int64_t qty = std::min(taker.leaves, queued);
        taker.leaves -= qty;
        levelQty -= qty;
        const Qty shownQty = shown ? Qty(levelQty) : BookEvent::noLevel;
        sayTrade(taker, slot, {priceOf(tick), Qty(qty)}, shownQty, out);
        if (qty != queued) {
            keepTotal(slot);
            maker.queued = queued - qty;
            break;
        }
        m_specialLit -= static_cast<std::size_t>(shown & maker.is(OrderRecord::hasTerms));
        maker.place = Place::Nowhere;
        --m_live;
        live &= live - 1;
        if (live == 0) {
            queueDone = chunk->next == 0;
            if (queueDone) {
                break;
            }
            at = ladder.dropHead(level, at);
            chunk = &m_pool.chunks[at];
            live = chunk->mask;
        }
    }
    level.qty = levelQty;
    if (taker.leaves != before) {
        m_nets[taker.owner.value] += (before - taker.leaves) * (taker.side == 0 ? 1 : -1);
        noteTrade(tick);
    }
    if (queueDone) {
        ladder.dropLast(level, at, taker.side ^ 1U);
        return;
    }
    chunk->mask = static_cast<std::uint16_t>(live);
    if (needsCare) [[unlikely]] {
        const Slot maker = chunk->first(live);
        tradeCarefully(taker, maker, record(maker).queued, out);
    }
}

// One trade with a maker that loses its quantity and nothing else; the caller takes it from what is queued.
inline void
LadderBook::sayTrade(Taker const& taker, Slot slot, PriceLevel const& traded, Qty levelQty, BookEvents& out)
{
    OrderRecord const& maker = record(slot);
    m_nets[maker.owner.value] -= taker.side == 0 ? traded.qty.value : -traded.qty.value;
    BookEvent& event = out.push();
    event.kind = Kind::Trade;
    event.side = sideOf(taker.side);
    event.reason = noReason;
    event.instrument = m_instrument;
    event.owner = taker.owner;
    event.makerOwner = maker.owner;
    event.order = taker.id;
    event.price = traded.price;
    event.qty = traded.qty;
    event.levelQty = levelQty;
    event.leaves = Qty(taker.leaves);
    event.maker = makeOrderId(slot, maker.generation);
    event.makerLeaves = Qty(maker.queued) - traded.qty;
}

// One trade after which more may follow than that the maker gets smaller.
void LadderBook::tradeCarefully(Taker& taker, Slot maker, std::int64_t inPlace, BookEvents& out)
{
    OrderRecord const& order = record(maker);
    bool const reduces =
        order.is(OrderRecord::hasTerms) && has(terms(maker).order.execInst, ExecInst::ReduceOnly);
    const std::int64_t position = reduces ? reducible(order.owner, order.side) : inPlace;
    if (position == 0) {
        remove(maker, ErrorCode::OrderNothingToReduce, out);
        return;
    }
    if (order.owner == taker.ownToPrevent) {
        preventSelfTrade(taker, maker, inPlace, out);
        return;
    }
    const std::int64_t qty = std::min({taker.leaves, inPlace, position});
    const std::int64_t sign = taker.side == 0 ? 1 : -1;
    m_net[taker.owner.value] += sign * qty;
    m_net[order.owner.value] -= sign * qty;
    noteTrade(tickOf(maker));
    const OrderId head = listOf(maker);
    const OrderId makerId = idOf(maker);
    bool const legs = taker.careful && head != OrderId() && head == listOf(taker.slot);
    takeFromMaker(taker, maker, qty, Kind::Trade, out);
    if (head != OrderId()) {
        onListedTrade(makerId, head, out);
    }
    if (legs && live(makerId) != nullptr) {
        remove(maker, ErrorCode::OrderLinkedDone, out); // the other leg traded too
    }
    if (taker.careful && !taker.gone) {
        onListedTrade(taker.id, listOf(taker.slot), out);
    }
}

void LadderBook::preventSelfTrade(Taker& taker, Slot maker, std::int64_t inPlace, BookEvents& out)
{
    SelfTrade const mode = record(taker.slot).selfTrade;
    if (mode == SelfTrade::Decrement) {
        const std::int64_t qty = std::min(taker.leaves, inPlace);
        keepTotal(taker.slot) -= qty;
        keepTotal(maker) -= qty;
        takeFromMaker(taker, maker, qty, Kind::Prevented, out);
        return;
    }
    if (mode == SelfTrade::CancelNewest || mode == SelfTrade::CancelBoth) {
        taker.stopped = true;
        taker.reason = ErrorCode::OrderSelfTrade;
    }
    if (mode == SelfTrade::CancelOldest || mode == SelfTrade::CancelBoth) {
        remove(maker, ErrorCode::OrderSelfTrade, out);
    }
}

// Both lose `qty`; an iceberg that showed no more than that shows itself anew, last in its queue.
void LadderBook::takeFromMaker(Taker& taker, Slot slot, std::int64_t qty, Kind kind, BookEvents& out)
{
    OrderRecord& maker = record(slot);
    const std::int64_t tick = tickOf(slot);
    const std::int64_t makerLeft = leavesOf(slot) - qty;
    bool const queued = maker.place == Place::Lit || maker.place == Place::Dark;
    bool const shown = maker.place == Place::Lit;
    keepTotal(slot);
    taker.leaves -= qty;
    std::int64_t levelQty = 0;
    bool queueDone = false;
    if (queued) {
        PriceLadder& ladder = ladderOf(maker.place);
        queueDone = maker.queued == qty;
        levelQty = queueDone ? ladder.erase(maker) : ladder.reduce(maker, qty);
    }
    if (maker.is(OrderRecord::hasTerms)) {
        terms(slot).leaves = makerLeft;
    }
    BookEvent& event = say(kind, taker.slot, out);
    event.makerOwner = maker.owner;
    event.maker = idOf(slot);
    event.price = priceOf(tick);
    event.qty = Qty(qty);
    event.leaves = Qty(taker.leaves);
    event.makerLeaves = Qty(makerLeft);
    event.levelQty = shown ? Qty(levelQty) : BookEvent::noLevel;
    if (makerLeft == 0) {
        finish(slot, totalOf(slot), out);
    } else if (queueDone) {
        const std::int64_t again = std::min(terms(slot).order.displayQty.value, makerLeft);
        PriceLadder::Level const& level = m_lit.push(maker.side, tick, slot, maker, again);
        BookEvent& refilled = say(Kind::Refilled, slot, out);
        refilled.price = priceOf(tick);
        refilled.qty = Qty(again);
        refilled.levelQty = Qty(level.qty);
    }
}

// One AllOrNone maker that the taker can fill whole at a price better for it than `before`.
bool LadderBook::takeAllOrNone(Taker& taker, std::int64_t before, BookEvents& out)
{
    const std::int64_t turn = turnOf(taker.side);
    Waiting const* best = nullptr;
    for (Waiting const& waiting : m_allOrNone[taker.side ^ 1U]) {
        const std::int64_t tick = tickOf(waiting.slot);
        if (!reaches(taker.side, taker.limit, tick) || (tick ^ turn) >= (before ^ turn)) {
            break;
        }
        if (terms(waiting.slot).leaves <= taker.leaves) {
            best = &waiting;
            break;
        }
    }
    if (best == nullptr) {
        return false;
    }
    tradeCarefully(taker, best->slot, terms(best->slot).leaves, out);
    return true;
}

} // namespace qob
