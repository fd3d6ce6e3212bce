#include "engine/book/ladder_book.h"

#include <algorithm>

namespace qob {

namespace {

constexpr ErrorCode noReason{};

// -1 for sells: turns the order of ticks round, so that one comparison serves both sides.
std::int64_t turnOf(unsigned side)
{
    return -static_cast<std::int64_t>(side);
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
    , m_allOrNone(&pool.memory)
    , m_pegs(&pool.memory)
    , m_reduceOnly(&pool.memory)
    , m_collected(&pool.memory)
    , m_held(&pool.memory)
    , m_expiry(&pool.memory)
{
    m_nets = &m_net[0];
    m_instrument = rules.instrument;
    m_hasLeastValue = rules.minNotional > 0;
    m_lowestQty = std::max<std::int64_t>(1, rules.minQty.value);
    m_qtySpan = static_cast<std::uint64_t>(std::max(rules.maxQty.value - m_lowestQty, std::int64_t{0}));
    admitBetween();
}

// Sets what admits() compares with. Where plain orders cannot simply come in, it lets none through, and they
// take the other way.
void LadderBook::admitBetween()
{
    bool const open = m_state == TradingState::Continuous;
    const std::int64_t high =
        m_band.high == Price(0) ? maxBookPrice.value : std::min(maxBookPrice, m_band.high).value;
    m_lowestPrice = std::max<std::int64_t>(1, m_band.low.value);
    bool const none = !open || high < m_lowestPrice;
    m_priceSpan = none ? 0 : static_cast<std::uint64_t>(high - m_lowestPrice) + 1;
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

void LadderBook::addPlain(PlainOrder const& order, BookEvents& out)
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
    if (crosses | immediate | (m_unseen != 0)) [[unlikely]] {
        made.place = Place::Entering;
        take(slot, tick, order.qty.value, Kind::Accepted, out);
    } else {
        made.place = Place::Lit;
        const std::int64_t levelQty = m_lit.push(side, tick, slot, order.qty.value).qty;
        BookEvent& event = out.push();
        event.kind = Kind::Accepted;
        event.side = order.side;
        event.reason = noReason;
        event.instrument = m_instrument;
        event.owner = order.owner;
        event.makerOwner = OwnerId();
        event.order = order.id;
        event.maker = OrderId();
        event.price = order.price;
        event.qty = order.qty;
        event.leaves = order.qty;
        event.makerLeaves = Qty();
        event.levelQty = Qty(levelQty);
    }
    if (m_watchers != 0) [[unlikely]] {
        settle(out);
    }
}

// What admits() does not simply let through: refused for the reason found here, or the first of its owner, or
// in a state in which orders do not simply rest.
void LadderBook::addAnyway(PlainOrder const& order, BookEvents& out)
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

// Whether a plain order passes every check at the door; addSpecial() finds out which it fails.
inline bool LadderBook::admits(PlainOrder const& order, std::uint64_t tick) const
{
    const Slot slot = slotOf(order.id);
    bool const hasRoom = (indexOf(order.side) < 2) & (slot < m_maxOrders) & (order.owner.value < m_ownerEnd);
    return (fits(order.price, order.qty, tick) & hasRoom) && m_records[slot].place == Place::Nowhere &&
           (!m_hasLeastValue ||
            static_cast<Int128>(order.price.value) * order.qty.value >= m_rules.minNotional);
}

// Whether price and quantity of a limit order are within the rules; `tick` is the price's.
inline bool LadderBook::fits(Price price, Qty qty, std::uint64_t tick) const
{
    // Unsigned, as an order may ask for any numbers.
    auto const above = [](std::int64_t value, std::int64_t lowest) {
        return static_cast<std::uint64_t>(value) - static_cast<std::uint64_t>(lowest);
    };
    bool const priceFits = above(price.value, m_lowestPrice) < m_priceSpan;
    bool const qtyFits = above(qty.value, m_lowestQty) <= m_qtySpan;
    bool const onTick = m_tick.divides(tick);
    bool const onLot = m_lot.divides(m_lot.quotient(qty.value));
    return priceFits & qtyFits & onTick & onLot;
}

// All of a new order's record but where it is.
inline void LadderBook::fill(OrderRecord& made, PlainOrder const& order)
{
    made.generation = generationOf(order.id);
    made.owner = order.owner;
    made.side = static_cast<std::uint8_t>(indexOf(order.side));
    made.timeInForce = order.timeInForce;
    made.flags = 0;
    made.selfTrade = order.selfTrade;
    totalOf(slotOf(order.id)) = order.qty.value;
    made.acceptance = ++m_lastAcceptance;
    ++m_live;
}

OrderRecord& LadderBook::newRecord(BookOrder const& order)
{
    OrderRecord& made = record(slotOf(order.id));
    fill(
        made, {order.id, order.price, order.qty, order.owner, order.side, order.timeInForce, order.selfTrade}
    );
    made.place = Place::Entering;
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
    Ladder::Level const& level = m_lit.push(order.side, tick, slot, leaves);
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
    bool const meets = this->meets(order.side, tick, leaves);
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
    Ladder::Level const& level = ladderOf(order.place).push(order.side, tick, slot, shown);
    BookEvent& event = say(kind, slot, out);
    event.price = priceOf(tick);
    event.qty = kind == Kind::Rested ? Qty(0) : Qty(totalOf(slot));
    event.leaves = dark ? Qty(0) : Qty(shown);
    event.levelQty = dark ? BookEvent::noLevel : Qty(level.qty);
}

void LadderBook::cancel(OrderId id, OwnerId owner, BookEvents& out)
{
    OrderRecord const* order = live(id);
    if (order == nullptr || order->owner != owner) [[unlikely]] {
        reject(id, owner, order == nullptr ? ErrorCode::OrderUnknown : ErrorCode::OrderNotOwned, out);
        settle(out);
        return;
    }
    const Slot slot = slotOf(id);
    if ((order->place == Place::Lit) & (order->flags == 0)) [[likely]] {
        const std::int64_t tick = m_lit.tickOf(*order);
        const std::int64_t leaves = order->queued;
        const std::int64_t levelQty = m_lit.erase(*order);
        BookEvent& event = out.push();
        event.kind = Kind::Canceled;
        event.side = sideOf(order->side);
        event.reason = noReason;
        event.instrument = m_instrument;
        event.owner = owner;
        event.makerOwner = OwnerId();
        event.order = id;
        event.maker = OrderId();
        event.price = priceOf(tick);
        event.qty = Qty(leaves);
        event.leaves = Qty();
        event.makerLeaves = Qty();
        event.levelQty = Qty(levelQty);
        record(slot).place = Place::Nowhere;
        --m_live;
    } else {
        remove(slot, noReason, out);
    }
    if (m_watchers != 0) [[unlikely]] {
        settle(out);
    }
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
    bool const plain = order->flags == 0 && m_state == TradingState::Continuous;
    if (plain && fits(request.price, request.qty, m_tick.quotient(request.price.value))) [[likely]] {
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
    totalOf(slot) = request.qty.value;
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
