#include "engine/book/ladder_book.h"

#include <algorithm>

namespace qob {

namespace {

constexpr ErrorCode fine{};
constexpr ExecInst postOnly = ExecInst::PostOnly | ExecInst::PostOnlySlide;

bool isStop(OrdType type)
{
    return type == OrdType::Stop || type == OrdType::StopLimit;
}

bool isWhole(BookOrder const& order)
{
    return order.timeInForce == TimeInForce::FillOrKill ||
           (has(order.execInst, ExecInst::AllOrNone) &&
            (order.timeInForce == TimeInForce::ImmediateOrCancel || order.ordType == OrdType::Market));
}

bool staysInBook(BookOrder const& order)
{
    return order.ordType != OrdType::Market && order.timeInForce != TimeInForce::ImmediateOrCancel &&
           order.timeInForce != TimeInForce::FillOrKill;
}

} // namespace

void LadderBook::addSpecial(BookOrder const& order, BookEvents& out)
{
    BookOrder entering = order;
    ErrorCode reason = refusal(order);
    if (reason == fine) {
        reason = look(entering);
    }
    if (reason != fine) {
        reject(order.id, order.owner, reason, out);
        return;
    }
    enter(accept(entering), Kind::Accepted, out);
}

// What is refused at the door whatever the other side of the market is.
ErrorCode LadderBook::refusal(BookOrder const& order) const
{
    if (order.owner.value >= maxOwners) {
        return ErrorCode::OrderUnknownAccount;
    }
    if (slotOf(order.id) >= m_maxOrders) {
        return ErrorCode::OrderBookFull;
    }
    if (record(slotOf(order.id)).place != Place::Nowhere) {
        return ErrorCode::OrderDuplicateId;
    }
    if (ErrorCode const reason = refusalOf(order, m_rules, m_band, m_now); reason != fine) {
        return reason;
    }
    if (ErrorCode const reason = stateRefusal(order); reason != fine) {
        return reason;
    }
    bool const blind =
        isStop(order.ordType) && order.trailOffset > Price(0) && order.stopPx == Price(0) && m_lastTick == 0;
    return blind ? ErrorCode::OrderNoReference : fine;
}

ErrorCode LadderBook::stateRefusal(BookOrder const& order) const
{
    TimeInForce const tif = order.timeInForce;
    bool refused = false;
    switch (m_state) {
    case TradingState::Continuous:
        refused = tif == TimeInForce::AtTheOpening;
        break;
    case TradingState::Halted:
    case TradingState::Closed:
        refused = true;
        break;
    case TradingState::PreOpen:
    case TradingState::OpeningAuction:
    case TradingState::ClosingAuction: {
        bool const now = tif == TimeInForce::ImmediateOrCancel || tif == TimeInForce::FillOrKill;
        bool const wholeMarket = order.ordType == OrdType::Market && has(order.execInst, ExecInst::AllOrNone);
        refused = (now && !isStop(order.ordType)) || wholeMarket ||
                  has(order.execInst, postOnly | ExecInst::ReduceOnly) ||
                  (tif == TimeInForce::AtTheOpening && m_state == TradingState::ClosingAuction);
        break;
    }
    }
    return refused ? ErrorCode::OrderWrongState : fine;
}

// What depends on the market at the moment an order enters; may move a post-only order's price.
ErrorCode LadderBook::look(BookOrder& order) const
{
    if (m_state != TradingState::Continuous || isStop(order.ordType)) {
        return fine;
    }
    if (has(order.execInst, ExecInst::ReduceOnly) && reducible(order.owner, indexOf(order.side)) == 0) {
        return ErrorCode::OrderNothingToReduce;
    }
    return has(order.execInst, postOnly) ? lookPostOnly(order) : fine;
}

ErrorCode LadderBook::lookPostOnly(BookOrder& order) const
{
    unsigned const side = indexOf(order.side);
    const std::int64_t lit = m_lit.best(side ^ 1U);
    const std::int64_t dark = m_dark.best(side ^ 1U);
    const std::int64_t best = reaches(side, dark, lit) ? lit : dark;
    if (!reaches(side, tickOf(order.price), best)) {
        return fine;
    }
    const std::int64_t before = best + (side == 0 ? -1 : 1);
    if (!has(order.execInst, ExecInst::PostOnlySlide) || before <= 0) {
        return ErrorCode::OrderWouldTrade;
    }
    order.price = priceOf(before);
    return fine;
}

// Gives an order its record and its terms.
Slot LadderBook::accept(BookOrder const& order)
{
    const Slot slot = slotOf(order.id);
    OrderRecord& made = newRecord(order);
    OrderTerms& special = terms(slot);
    special = {};
    special.order = order;
    special.leaves = order.qty.value;
    if (order.displayQty >= order.qty) {
        special.order.displayQty = Qty(0);
    }
    special.order.guarded = order.guarded && order.ordType == OrdType::StopLimit;
    bool const expires = order.timeInForce == TimeInForce::GoodTillDate;
    bool const follows = expires || special.order.displayQty > Qty(0) || order.ordType == OrdType::Pegged ||
                         has(order.execInst, ExecInst::ReduceOnly);
    made.flags |= OrderRecord::hasTerms;
    if (follows) {
        made.flags |= OrderRecord::careful;
    }
    if (expires) {
        m_expiry.insert({order.expireTime.value, made.acceptance, slot});
    }
    return slot;
}

void LadderBook::answer(Kind kind, Slot slot, BookEvents& out) const
{
    if (kind == Kind::Rested) {
        return; // nobody asked
    }
    BookEvent& event = say(kind, slot, out);
    event.price = terms(slot).order.price;
    event.qty = Qty(totalOf(slot));
}

// An order comes to the market; `kind` answers it, Rested when it needs no answer.
void LadderBook::enter(Slot slot, Kind kind, BookEvents& out)
{
    BookOrder const& order = terms(slot).order;
    bool const continuous = m_state == TradingState::Continuous;
    if (isStop(order.ordType)) {
        answer(kind, slot, out);
        waitAsStop(slot);
    } else if (order.ordType == OrdType::Pegged) {
        answer(kind, slot, out);
        watch(m_pegs, {0, record(slot).acceptance, slot});
        m_pegsMoved = true;
        placePeg(slot, continuous ? pegTick(terms(slot), record(slot).side) : 0, out);
    } else if (continuous && order.timeInForce != TimeInForce::AtTheClose) {
        takeSpecial(slot, kind, out);
    } else {
        answer(kind, slot, out);
        waitAs(has(order.execInst, ExecInst::AllOrNone) ? Place::AllOrNone : Place::Auction, slot);
    }
}

// Continuous trading: the order takes what it can; what is left rests, waits or is canceled.
void LadderBook::takeSpecial(Slot slot, Kind kind, BookEvents& out)
{
    BookOrder const& order = terms(slot).order;
    unsigned const side = record(slot).side;
    if (cutToPosition(slot, kind, out)) {
        kind = Kind::Rested;
    }
    if (order.ordType == OrdType::MarketToLimit) {
        answer(kind, slot, out);
        kind = Kind::Rested;
        if (!fixPrice(slot, out)) {
            return;
        }
    }
    const std::int64_t limit = marketLimit(order);
    const std::int64_t leaves = terms(slot).leaves;
    bool const stays = staysInBook(order);
    bool const whole = isWhole(order);
    bool const waits = stays && has(order.execInst, ExecInst::AllOrNone);
    bool const hidden = has(order.execInst, ExecInst::Hidden);
    bool const never = has(order.execInst, postOnly); // takes, not even what waits as AllOrNone
    if (stays && !waits && !hidden && (never || !meets(side, limit, leaves))) {
        rest(slot, limit, leaves, kind, out);
        return;
    }
    answer(kind, slot, out);
    if ((whole || waits) && !canFill(slot, limit)) {
        if (waits) {
            waitAs(Place::AllOrNone, slot);
        } else {
            cancelEntering(slot, ErrorCode::OrderNotFillable, out);
        }
        return;
    }
    Taker taker = takerOf(slot, limit, leaves);
    match(taker, out);
    conclude(taker, stays, out);
}

// A MarketToLimit becomes a Limit; false: there is nothing to become one at, and it was canceled.
bool LadderBook::fixPrice(Slot slot, BookEvents& out)
{
    const Price price = priceToTake(sideOf(record(slot).side));
    if (price == Price(0)) {
        cancelEntering(slot, ErrorCode::OrderNoLiquidity, out);
        return false;
    }
    BookOrder& order = terms(slot).order;
    order.ordType = OrdType::Limit;
    order.price = price;
    return true;
}

Price LadderBook::priceToTake(Side taker) const
{
    unsigned const side = indexOf(taker);
    const std::int64_t lit = m_lit.best(side ^ 1U);
    const std::int64_t dark = m_dark.best(side ^ 1U);
    const std::int64_t best = reaches(side, dark, lit) ? lit : dark;
    if (best == PriceLadder::noBid || best == PriceLadder::noAsk) {
        return Price(0);
    }
    const std::int64_t edge = bandEdge(side);
    return priceOf(reaches(side, edge, best) ? best : edge);
}

// A reduce-only order larger than the position is answered and made smaller; true: that happened.
bool LadderBook::cutToPosition(Slot slot, Kind kind, BookEvents& out)
{
    OrderTerms& special = terms(slot);
    if (!has(special.order.execInst, ExecInst::ReduceOnly)) {
        return false;
    }
    OrderRecord& order = record(slot);
    const std::int64_t excess = special.leaves - reducible(order.owner, order.side);
    if (excess <= 0) {
        return false;
    }
    answer(kind, slot, out);
    special.leaves -= excess;
    keepTotal(slot) -= excess;
    BookEvent& event = say(Kind::Restated, slot, out);
    event.price = special.order.price;
    event.qty = Qty(totalOf(slot));
    return true;
}

void LadderBook::cancelEntering(Slot slot, ErrorCode reason, BookEvents& out)
{
    record(slot).place = Place::Entering;
    remove(slot, reason, out);
}

void LadderBook::watch(WaitingSet& set, Waiting const& waiting)
{
    if (m_watchers++ == 0) {
        m_lowestTrade = PriceLadder::noAsk;
        m_highestTrade = PriceLadder::noBid;
    }
    set.insert(waiting);
}

void LadderBook::unwatch(WaitingSet& set, Waiting const& waiting)
{
    m_watchers -= set.erase(waiting);
}

void LadderBook::waitAs(Place place, Slot slot)
{
    OrderRecord& order = record(slot);
    order.place = place;
    if (place == Place::Auction) {
        terms(slot).stamp = ++m_lastStamp;
        m_collected.insert({0, m_lastStamp, slot});
    } else if (place == Place::AllOrNone) {
        ++m_unseen;
        watch(m_allOrNone[order.side], allOrNone(slot));
    } else if (place == Place::Held) {
        watch(m_held, {0, order.acceptance, slot});
    }
}

void LadderBook::waitAsStop(Slot slot)
{
    OrderRecord& order = record(slot);
    OrderTerms& special = terms(slot);
    const std::int64_t toward = order.side == 0 ? 1 : -1;
    if (special.order.stopPx == Price(0)) {
        special.order.stopPx = priceOf(m_lastTick) + special.order.trailOffset * toward;
        special.order.stopPx = std::max(special.order.stopPx, m_rules.tickSize);
    }
    const std::int64_t trigger = tickOf(special.order.stopPx);
    order.place = Place::Stop;
    bool const met = m_lastTick != 0 && (m_lastTick - trigger) * toward >= 0;
    if (met && m_state == TradingState::Continuous) {
        special.stamp = 0;
        ++m_watchers;
        m_elected.push_back(idOf(slot));
        return;
    }
    special.stamp = ++m_lastStamp;
    watch(m_stops[order.side], {trigger * toward, special.stamp, slot});
    if (special.order.trailOffset > Price(0)) {
        m_trailing.insert({0, order.acceptance, slot});
    }
}

// Takes an order out of what it waits in; one that is elected is in nothing but the queue of those.
void LadderBook::leaveWaiting(Slot slot)
{
    OrderRecord& order = record(slot);
    OrderTerms const& special = terms(slot);
    switch (order.place) {
    case Place::AllOrNone:
        --m_unseen;
        unwatch(m_allOrNone[order.side], allOrNone(slot));
        break;
    case Place::Held:
        unwatch(m_held, {0, order.acceptance, slot});
        m_freed.erase({0, order.acceptance, slot});
        break;
    case Place::Auction:
        m_collected.erase({0, special.stamp, slot});
        break;
    case Place::Stop: {
        const std::int64_t toward = order.side == 0 ? 1 : -1;
        if (special.stamp == 0) {
            --m_watchers;
        } else {
            unwatch(m_stops[order.side], {tickOf(special.order.stopPx) * toward, special.stamp, slot});
        }
        m_trailing.erase({0, order.acceptance, slot});
        break;
    }
    default:
        break;
    }
    order.place = Place::Entering;
}

// The end of an order with terms, wherever it was; a queue it stood in has let go of it.
void LadderBook::forget(Slot slot)
{
    OrderRecord& order = record(slot);
    OrderTerms const& special = terms(slot);
    m_specialLit -= static_cast<std::size_t>(order.place == Place::Lit);
    m_unseen -= static_cast<std::size_t>(order.place == Place::Dark);
    leaveWaiting(slot);
    if (special.order.timeInForce == TimeInForce::GoodTillDate) {
        m_expiry.erase({special.order.expireTime.value, order.acceptance, slot});
    }
    if (special.order.ordType == OrdType::Pegged) {
        unwatch(m_pegs, {0, order.acceptance, slot});
    }
    unwatch(m_reduceOnly, {0, order.acceptance, slot});
    order.place = Place::Nowhere;
    --m_live;
}

OrderId LadderBook::listOf(Slot slot) const
{
    return record(slot).is(OrderRecord::hasTerms) ? terms(slot).listHead : OrderId();
}

// As it waits as AllOrNone: the most eager of a side come first.
LadderBook::Waiting LadderBook::allOrNone(Slot slot) const
{
    OrderRecord const& order = record(slot);
    const std::int64_t limit = tickOf(terms(slot).order.price);
    return {order.side == 0 ? -limit : limit, order.acceptance, slot};
}

// Of an order that is in no queue.
Price LadderBook::waitingPrice(Slot slot) const
{
    if (terms(slot).order.ordType != OrdType::Pegged) {
        return terms(slot).order.price;
    }
    return m_taking != nullptr && m_taking->slot == slot ? priceOf(m_taking->limit) : Price(0);
}

// Every live order, oldest first.
std::vector<Slot> const& LadderBook::byAcceptance()
{
    std::vector<Slot>& found = m_byAcceptance;
    found.clear();
    for (PriceLadder const* ladder : {&m_lit, &m_dark}) {
        for (unsigned side = 0; side < 2; ++side) {
            const std::int64_t end = side == 0 ? PriceLadder::noBid : PriceLadder::noAsk;
            for (auto tick = ladder->best(side); tick != end; tick = ladder->next(side, tick)) {
                ladder->eachEntry(tick, [&](Slot slot) {
                    found.push_back(slot);
                    return true;
                });
            }
        }
    }
    for (WaitingSet const* set :
         {&m_allOrNone[0], &m_allOrNone[1], &m_stops[0], &m_stops[1], &m_collected, &m_held, &m_pegs}) {
        for (Waiting const& waiting : *set) {
            if (record(waiting.slot).place != Place::Dark) {
                found.push_back(waiting.slot);
            }
        }
    }
    std::sort(found.begin(), found.end(), [&](Slot a, Slot b) { return rankOf(a) < rankOf(b); });
    return found;
}

void LadderBook::massCancel(BookMassCancel const& request, BookEvents& out)
{
    auto const named = [&](Slot slot) {
        OrderRecord const& order = record(slot);
        bool const special = order.is(OrderRecord::hasTerms);
        const Price price = special ? terms(slot).order.price : priceOf(tickOf(slot));
        bool const ranged = request.lowest || request.highest;
        bool const leaves = special && has(terms(slot).order.execInst, ExecInst::CancelOnDisconnect);
        return (!request.owner || order.owner == *request.owner) &&
               (!request.side || order.side == indexOf(*request.side)) && (!ranged || price > Price(0)) &&
               (!request.lowest || price >= *request.lowest) &&
               (!request.highest || price <= *request.highest) && (!request.onlyCancelOnDisconnect || leaves);
    };
    m_named.clear();
    for (const Slot slot : byAcceptance()) {
        if (named(slot)) {
            m_named.push_back(idOf(slot));
        }
    }
    for (const OrderId id : m_named) {
        if (live(id) != nullptr) {
            remove(slotOf(id), fine, out);
        }
    }
    settle(out);
}

void LadderBook::evict(OrderId order, ErrorCode reason, BookEvents& out)
{
    evict(std::span(&order, 1), reason, out);
}

void LadderBook::evict(std::span<OrderId const> orders, ErrorCode reason, BookEvents& out)
{
    for (const OrderId order : orders) {
        if (live(order) != nullptr) { // else it went with one before it
            remove(slotOf(order), reason, out);
        }
    }
    settle(out);
}

void LadderBook::advanceTime(Timestamp now, BookEvents& out)
{
    m_now = std::max(m_now, now);
    while (!m_expiry.empty() && m_expiry.begin()->key <= m_now.value) {
        remove(m_expiry.begin()->slot, ErrorCode::OrderExpired, out);
    }
    if (m_watchers != 0) {
        settle(out);
    }
}

} // namespace qob
