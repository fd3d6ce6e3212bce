#include "engine/book/ladder_book.h"

#include <algorithm>

namespace qob {

namespace {

constexpr ErrorCode noReason{};

struct Span {
    std::uint64_t first;
    std::uint64_t count;
};

// The positive multiples of `unit` in [low, high], counted in units.
Span multiples(std::int64_t low, std::int64_t high, std::int64_t unit)
{
    const std::int64_t first = (std::max<std::int64_t>(1, low) - 1) / unit + 1;
    const std::int64_t last = high / unit;
    return {
        static_cast<std::uint64_t>(first),
        static_cast<std::uint64_t>(std::max<std::int64_t>(0, last - first + 1))};
}

} // namespace

LadderBook::LadderBook(BookRules const& rules, OrderPool& pool)
    : m_records(&pool.records[0])
    , m_totals(&pool.totals[0])
    , m_tick(rules.tickSize.value)
    , m_lot(rules.lotSize.value)
    , m_tickSize(rules.tickSize.value)
    , m_lastAcceptance(std::uint64_t{pool.books++} << OrderRecord::bookShift)
    , m_maxOrders(std::min(pool.maxOrders, rules.maxOrders))
    , m_lit(pool)
    , m_rules(rules)
    , m_pool(pool)
    , m_firstAcceptance(m_lastAcceptance)
    , m_dark(pool, 64)
    , m_net(maxOwners)
    , m_stops{WaitingSet(&pool.memory), WaitingSet(&pool.memory)}
    , m_trailing(&pool.memory)
    , m_allOrNone{WaitingSet(&pool.memory), WaitingSet(&pool.memory)}
    , m_pegs(&pool.memory)
    , m_reduceOnly(&pool.memory)
    , m_collected(&pool.memory)
    , m_held(&pool.memory)
    , m_freed(&pool.memory)
    , m_expiry(&pool.memory)
    , m_lists(&pool.memory)
{
    m_nets = &m_net[0];
    m_instrument = rules.instrument;
    m_hasLeastValue = rules.minNotional > 0;
    admitBetween();
}

// Sets what admits() compares with. Where plain orders cannot simply come in, it lets none through, and they
// take the other way.
void LadderBook::admitBetween()
{
    bool const open = m_state == TradingState::Continuous;
    const std::int64_t highest = m_band.high == Price(0) ? maxBookPrice.value : m_band.high.value;
    const Span ticks = multiples(m_band.low.value, std::min(maxBookPrice.value, highest), m_tickSize);
    const Span lots = multiples(m_rules.minQty.value, m_rules.maxQty.value, m_rules.lotSize.value);
    m_lowestTick = ticks.first;
    m_tickSpan = open ? ticks.count : 0;
    m_leastLots = lots.first;
    m_lotSpan = lots.count;
}

LadderBook::LadderBook(BookRules const& rules) : LadderBook(rules, *new OrderPool(rules.maxOrders))
{
    m_ownPool.reset(&m_pool);
}

LadderBook::~LadderBook() = default;

void LadderBook::add(BookOrder const& order, BookEvents& out)
{
    if (isPlain(order)) {
        addPlain(
            {order.id, order.price, order.qty, order.owner, order.side, order.timeInForce, order.selfTrade},
            out
        );
        return;
    }
    addSpecial(order, out);
    settle(out);
}

// A plain order, whose record is filled in but for its place, may take, or may not rest.
void LadderBook::takePlain(Slot slot, std::int64_t tick, Qty qty, BookEvents& out)
{
    OrderRecord& made = record(slot);
    made.place = Place::Entering;
    made.flags = OrderRecord::hasTotal;
    m_totals[slot] = qty.value;
    take(slot, tick, qty.value, Kind::Accepted, out);
    if (m_watchers != 0) [[unlikely]] {
        settle(out);
    }
}

// What admits() does not simply let through: refused for the reason found here, or the first of its owner, or
// in a state in which orders do not simply rest.
void LadderBook::addAnyway(PlainOrder order, BookEvents& out)
{
    bool const newOwner = order.owner.value >= m_ownerEnd && order.owner.value < maxOwners;
    if (newOwner) {
        m_ownerEnd = order.owner.value + 1;
        addPlain(order, out);
        return;
    }
    addSpecial(
        {.id = order.id,
         .owner = order.owner,
         .side = order.side,
         .timeInForce = order.timeInForce,
         .selfTrade = order.selfTrade,
         .price = order.price,
         .qty = order.qty},
        out
    );
    settle(out);
}

// A limit order that rests or cancels and carries nothing else.
bool LadderBook::isPlain(BookOrder const& order)
{
    bool const tif = order.timeInForce == TimeInForce::GoodTillCancel ||
                     order.timeInForce == TimeInForce::ImmediateOrCancel ||
                     order.timeInForce == TimeInForce::Day;
    bool const bare = (order.displayQty.value | order.stopPx.value | order.trailOffset.value |
                       order.trailStep.value | order.pegOffset.value | order.expireTime.value) == 0;
    return order.ordType == OrdType::Limit && tif && order.execInst == ExecInst::None && bare;
}

bool LadderBook::isWorthIt(Price price, Qty qty) const
{
    return static_cast<Int128>(price.value) * qty.value >= m_rules.minNotional;
}

OrderRecord& LadderBook::newRecord(BookOrder const& order)
{
    OrderRecord& made = record(slotOf(order.id));
    fill(
        made, {order.id, order.price, order.qty, order.owner, order.side, order.timeInForce, order.selfTrade}
    );
    made.place = Place::Entering;
    made.flags = OrderRecord::hasTotal;
    m_totals[slotOf(order.id)] = order.qty.value;
    m_ownerEnd = std::max(m_ownerEnd, order.owner.value + 1);
    return made;
}

// A plain order, new or moved, comes to the market in continuous trading.
void LadderBook::arrive(Slot slot, std::int64_t tick, std::int64_t leaves, Kind answer, BookEvents& out)
{
    OrderRecord& order = record(slot);
    const std::int64_t turn = turnOf(order.side);
    bool const crosses = (m_lit.best(order.side ^ 1U) ^ turn) <= (tick ^ turn);
    bool const immediate = order.timeInForce == TimeInForce::ImmediateOrCancel;
    if (crosses | immediate | (m_unseen != 0)) [[unlikely]] {
        take(slot, tick, leaves, answer, out);
        return;
    }
    order.place = Place::Lit;
    PriceLadder::Level const& level = m_lit.push(order.side, tick, slot, order, leaves);
    BookEvent& event = say(answer, slot, out);
    event.price = priceOf(tick);
    event.qty = Qty(totalOf(slot));
    event.leaves = Qty(leaves);
    event.levelQty = Qty(level.qty);
}

void LadderBook::take(Slot slot, std::int64_t tick, std::int64_t leaves, Kind answer, BookEvents& out)
{
    OrderRecord const& order = record(slot);
    bool const immediate = order.timeInForce == TimeInForce::ImmediateOrCancel;
    bool const meets = reaches(order.side, tick, m_lit.best(order.side ^ 1U)) ||
                       (m_unseen != 0 && this->meets(order.side, tick, leaves));
    if (!meets && !immediate) {
        rest(slot, tick, leaves, answer, out);
        return;
    }
    BookEvent& event = say(answer, slot, out);
    event.price = priceOf(tick);
    event.qty = Qty(totalOf(slot));
    Taker taker = takerOf(slot, tick, leaves);
    if (meets) {
        match(taker, out);
    }
    conclude(taker, !immediate, out);
}

LadderBook::Taker LadderBook::takerOf(Slot slot, std::int64_t limit, std::int64_t leaves) const
{
    OrderRecord const& order = record(slot);
    bool const prevents = order.selfTrade != SelfTrade::Allow;
    return {
        .slot = slot,
        .side = order.side,
        .id = idOf(slot),
        .owner = order.owner,
        .ownToPrevent = prevents ? order.owner : noOwner,
        .limit = limit,
        .leaves = leaves,
        .careful = order.is(OrderRecord::hasTerms) && terms(slot).listHead != OrderId(),
        .stopped = false,
        .gone = false,
        .reason = ErrorCode::OrderNoLiquidity};
}

// What becomes of what matching left of an order.
void LadderBook::conclude(Taker const& taker, bool mayRest, BookEvents& out)
{
    if (taker.gone) {
        return;
    }
    if (taker.leaves == 0) {
        finish(taker.slot, totalOf(taker.slot), out);
    } else if (mayRest && !taker.stopped) {
        rest(taker.slot, taker.limit, taker.leaves, Kind::Rested, out);
    } else {
        BookEvent& event = say(Kind::Canceled, taker.slot, out);
        bool const special = record(taker.slot).is(OrderRecord::hasTerms);
        bool const fixed = special && terms(taker.slot).order.ordType != OrdType::Pegged;
        event.price = fixed ? terms(taker.slot).order.price : priceOf(taker.limit);
        event.qty = Qty(taker.leaves);
        event.reason = taker.reason;
        finish(taker.slot, totalOf(taker.slot) - taker.leaves, out);
    }
}

void LadderBook::rest(Slot slot, std::int64_t tick, std::int64_t leaves, Kind kind, BookEvents& out)
{
    OrderRecord& order = record(slot);
    bool dark = false;
    std::int64_t shown = leaves;
    if (order.is(OrderRecord::hasTerms)) {
        OrderTerms& special = terms(slot);
        special.leaves = leaves;
        dark = has(special.order.execInst, ExecInst::Hidden) || special.order.ordType == OrdType::Pegged;
        shown =
            special.order.displayQty.value > 0 ? std::min(special.order.displayQty.value, leaves) : leaves;
        m_specialLit += static_cast<std::size_t>(!dark);
        if (has(special.order.execInst, ExecInst::ReduceOnly)) {
            watch(m_reduceOnly, {0, order.acceptance, slot});
        }
    }
    order.place = dark ? Place::Dark : Place::Lit;
    m_unseen += static_cast<std::size_t>(dark);
    PriceLadder::Level const& level = ladderOf(order.place).push(order.side, tick, slot, order, shown);
    BookEvent& event = say(kind, slot, out);
    event.price = priceOf(tick);
    event.qty = kind == Kind::Rested ? Qty(0) : Qty(totalOf(slot));
    event.leaves = dark ? Qty(0) : Qty(shown);
    event.levelQty = dark ? BookEvent::noLevel : Qty(level.qty);
}

void LadderBook::cancelAnyway(OrderId id, OwnerId owner, BookEvents& out)
{
    OrderRecord const* order = live(id);
    if (order == nullptr || order->owner != owner) {
        reject(id, owner, order == nullptr ? ErrorCode::OrderUnknown : ErrorCode::OrderNotOwned, out);
    } else {
        remove(slotOf(id), noReason, out);
    }
    settle(out);
}

void LadderBook::replace(BookReplace const& request, BookEvents& out)
{
    OrderRecord const* order = live(request.order);
    if (order == nullptr || order->owner != request.owner) [[unlikely]] {
        reject(
            request.order,
            request.owner,
            order == nullptr ? ErrorCode::OrderUnknown : ErrorCode::OrderNotOwned,
            out
        );
        settle(out);
        return;
    }
    const Slot slot = slotOf(request.order);
    bool const plain = !order->is(OrderRecord::hasTerms) && m_state == TradingState::Continuous;
    if (plain && fits(m_tick.quotient(request.price.value), request.qty)) [[likely]] {
        replacePlain(slot, request, out);
    } else {
        replaceSpecial(slot, request, out);
    }
    if (m_watchers != 0) {
        settle(out);
    }
}

void LadderBook::replacePlain(Slot slot, BookReplace const& request, BookEvents& out)
{
    OrderRecord& order = record(slot);
    const std::int64_t was = order.queued;
    const std::int64_t leaves = request.qty.value - (totalOf(slot) - was);
    const std::int64_t tick = tickOf(request.price);
    if (leaves <= 0) {
        remove(slot, noReason, out);
        return;
    }
    const std::int64_t before = m_lit.tickOf(order);
    keepTotal(slot) = request.qty.value;
    if (tick == before && leaves <= was) {
        const std::int64_t levelQty = m_lit.reduce(order, was - leaves);
        BookEvent& event = say(Kind::Replaced, slot, out);
        event.price = request.price;
        event.qty = request.qty;
        event.leaves = Qty(leaves);
        event.levelQty = leaves == was ? BookEvent::noLevel : Qty(levelQty);
        return;
    }
    const std::int64_t levelQty = m_lit.erase(order);
    order.place = Place::Entering;
    BookEvent& event = say(Kind::Pulled, slot, out);
    event.price = priceOf(before);
    event.qty = Qty(was);
    event.levelQty = Qty(levelQty);
    arrive(slot, tick, leaves, Kind::Replaced, out);
}

// Cancels an order wherever it is.
void LadderBook::remove(Slot slot, ErrorCode reason, BookEvents& out)
{
    OrderRecord const& order = record(slot);
    bool const lit = order.place == Place::Lit;
    const std::int64_t leaves = leavesOf(slot);
    const Price price = lit || order.place == Place::Dark ? priceOf(tickOf(slot)) : waitingPrice(slot);
    std::int64_t levelQty = BookEvent::noLevel.value;
    if (lit || order.place == Place::Dark) {
        const std::int64_t left = ladderOf(order.place).erase(order);
        levelQty = lit ? left : levelQty;
    }
    BookEvent& event = say(Kind::Canceled, slot, out);
    event.reason = reason;
    event.price = price;
    event.qty = Qty(leaves);
    event.levelQty = Qty(levelQty);
    if (m_taking != nullptr && m_taking->slot == slot) {
        m_taking->gone = true;
        m_taking->stopped = true;
    }
    finish(slot, totalOf(slot) - leaves, out);
}

// The order is no more; `filled` of it has traded.
void LadderBook::finish(Slot slot, std::int64_t filled, BookEvents& out)
{
    if (!record(slot).is(OrderRecord::hasTerms)) {
        record(slot).place = Place::Nowhere;
        --m_live;
        return;
    }
    const OrderId id = idOf(slot);
    const OrderId head = listOf(slot);
    forget(slot);
    if (head != OrderId()) {
        onListedDone(id, head, filled, out);
    }
}

BookEvent& LadderBook::say(Kind kind, Slot slot, BookEvents& out) const
{
    OrderRecord const& order = record(slot);
    BookEvent& event = out.push();
    event.kind = kind;
    event.side = sideOf(order.side);
    event.reason = noReason;
    event.instrument = m_instrument;
    event.owner = order.owner;
    event.makerOwner = OwnerId();
    event.order = makeOrderId(slot, order.generation);
    event.maker = OrderId();
    event.price = Price();
    event.qty = Qty();
    event.leaves = Qty();
    event.makerLeaves = Qty();
    event.levelQty = BookEvent::noLevel;
    return event;
}

void LadderBook::reject(OrderId order, OwnerId owner, ErrorCode reason, BookEvents& out) const
{
    BookEvent& event = out.push();
    event = {};
    event.kind = Kind::Rejected;
    event.reason = reason;
    event.instrument = m_instrument;
    event.owner = owner;
    event.order = order;
}

std::int64_t LadderBook::leavesOf(Slot slot) const
{
    OrderRecord const& order = record(slot);
    bool const queued = order.place == Place::Lit || order.place == Place::Dark;
    if (queued && !(order.is(OrderRecord::hasTerms) && terms(slot).order.displayQty.value > 0)) {
        return order.queued;
    }
    if (m_taking != nullptr && m_taking->slot == slot) {
        return m_taking->leaves;
    }
    return terms(slot).leaves;
}

// Where it rests, or its limit.
std::int64_t LadderBook::tickOf(Slot slot) const
{
    OrderRecord const& order = record(slot);
    bool const queued = order.place == Place::Lit || order.place == Place::Dark;
    return queued ? ladderOf(order.place).tickOf(order) : tickOf(terms(slot).order.price);
}

} // namespace qob
