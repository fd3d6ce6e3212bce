#include "engine/book/ladder_book.h"

#include <algorithm>

namespace qob {

namespace {

constexpr ErrorCode fine{};

BookOrder changed(BookOrder order, BookReplace const& request)
{
    order.price = request.price;
    order.guarded = false; // whoever changes it says what its limit is
    order.qty = request.qty;
    bool const stop = order.ordType == OrdType::Stop || order.ordType == OrdType::StopLimit;
    order.stopPx = stop && request.stopPx != Price(0) ? request.stopPx : order.stopPx;
    return order;
}

} // namespace

void LadderBook::replaceSpecial(Slot slot, BookReplace const& request, BookEvents& out)
{
    if (!record(slot).is(OrderRecord::hasTerms)) {
        giveTerms(slot);
    }
    OrderTerms& special = terms(slot);
    if (ErrorCode const reason = replaceRefusal(slot, request); reason != fine) {
        reject(request.order, request.owner, reason, out);
        return;
    }
    const std::int64_t filled = totalOf(slot) - leavesOf(slot);
    if (request.qty.value <= filled) {
        remove(slot, fine, out);
        return;
    }
    if (special.order.ordType == OrdType::Pegged) {
        replacePegged(slot, request.price, request.qty.value - filled, out);
    } else if (record(slot).place == Place::Lit || record(slot).place == Place::Dark) {
        replaceQueued(slot, request.price, request.qty.value, out);
    } else {
        replaceWaiting(slot, request, request.qty.value - filled, out);
    }
}

// A plain order is about to be what only an order with terms can be.
void LadderBook::giveTerms(Slot slot)
{
    OrderRecord& order = record(slot);
    OrderTerms& special = terms(slot);
    special = {};
    special.order.id = idOf(slot);
    special.order.owner = order.owner;
    special.order.side = sideOf(order.side);
    special.order.timeInForce = order.timeInForce;
    special.order.selfTrade = order.selfTrade;
    special.order.price = priceOf(tickOf(slot));
    special.order.qty = Qty(keepTotal(slot));
    special.leaves = leavesOf(slot);
    order.flags |= OrderRecord::hasTerms;
    m_specialLit += static_cast<std::size_t>(order.place == Place::Lit);
}

ErrorCode LadderBook::replaceRefusal(Slot slot, BookReplace const& request) const
{
    if (m_state == TradingState::Halted || m_state == TradingState::Closed) {
        return ErrorCode::OrderWrongState;
    }
    BookRules rules = m_rules;
    rules.minNotional = 0;
    return refusalOf(changed(terms(slot).order, request), rules, m_band, m_now);
}

// Of a limit order in a queue: less at the same price keeps the place, anything else enters anew.
void LadderBook::replaceQueued(Slot slot, Price price, std::int64_t total, BookEvents& out)
{
    OrderRecord& order = record(slot);
    OrderTerms& special = terms(slot);
    const std::int64_t was = leavesOf(slot);
    std::int64_t leaves = total - (totalOf(slot) - was);
    bool const reduces = has(special.order.execInst, ExecInst::ReduceOnly);
    if (reduces) {
        leaves = std::min(leaves, reducible(order.owner, order.side));
    }
    if (leaves <= 0) {
        reject(special.order.id, order.owner, ErrorCode::OrderNothingToReduce, out);
        return;
    }
    BookOrder changed = special.order;
    changed.price = price;
    changed.qty = Qty(totalOf(slot) - was + leaves);
    if (tickOf(price) != tickOf(slot) || leaves > was) {
        requeue(slot, changed, leaves, out);
        return;
    }
    PriceLadder& ladder = ladderOf(order.place);
    const std::int64_t inPlace = order.queued;
    const std::int64_t less = inPlace - std::min(inPlace, leaves);
    const std::int64_t levelQty = ladder.reduce(order, less);
    keepTotal(slot) = changed.qty.value;
    special.leaves = leaves;
    BookEvent& event = say(Kind::Replaced, slot, out);
    event.price = price;
    event.qty = changed.qty;
    if (order.place == Place::Lit) {
        event.leaves = Qty(inPlace - less);
        event.levelQty = less == 0 ? BookEvent::noLevel : Qty(levelQty);
    }
}

void LadderBook::requeue(Slot slot, BookOrder const& changed, std::int64_t leaves, BookEvents& out)
{
    OrderRecord& order = record(slot);
    BookOrder entering = changed;
    ErrorCode reason = fine;
    if (m_state != TradingState::Continuous) {
        bool const never =
            has(changed.execInst, ExecInst::ReduceOnly | ExecInst::PostOnly | ExecInst::PostOnlySlide);
        reason = never ? ErrorCode::OrderWrongState : fine;
    } else if (has(changed.execInst, ExecInst::PostOnly | ExecInst::PostOnlySlide)) {
        reason = lookPostOnly(entering);
    }
    if (reason != fine) {
        reject(order.place == Place::Nowhere ? OrderId() : changed.id, order.owner, reason, out);
        return;
    }
    bool const lit = order.place == Place::Lit;
    const Price before = priceOf(tickOf(slot));
    const std::int64_t shown = order.queued;
    const std::int64_t levelQty = ladderOf(order.place).erase(order);
    m_specialLit -= static_cast<std::size_t>(lit);
    m_unseen -= static_cast<std::size_t>(!lit);
    unwatch(m_reduceOnly, {0, order.acceptance, slot});
    order.place = Place::Entering;
    keepTotal(slot) = entering.qty.value;
    terms(slot).order = entering;
    terms(slot).leaves = leaves;
    if (lit) {
        BookEvent& event = say(Kind::Pulled, slot, out);
        event.price = before;
        event.qty = Qty(shown);
        event.levelQty = Qty(levelQty);
    }
    if (m_state == TradingState::Continuous) {
        takeSpecial(slot, Kind::Replaced, out);
    } else {
        answer(Kind::Replaced, slot, out);
        waitAs(Place::Auction, slot);
    }
}

// The limit and the quantity change; settling sees to the price. More than before goes behind the others.
void LadderBook::replacePegged(Slot slot, Price price, std::int64_t leaves, BookEvents& out)
{
    OrderRecord& order = record(slot);
    OrderTerms& special = terms(slot);
    const std::int64_t was = leavesOf(slot);
    keepTotal(slot) += leaves - was;
    special.order.price = price;
    special.order.qty = Qty(totalOf(slot));
    special.leaves = leaves;
    m_pegsMoved = true;
    answer(Kind::Replaced, slot, out);
    if (order.place != Place::Dark) {
        return;
    }
    if (leaves <= was) {
        m_dark.reduce(order, was - leaves);
        return;
    }
    const std::int64_t tick = tickOf(slot);
    m_dark.erase(order);
    --m_unseen;
    order.place = Place::Entering;
    rest(slot, tick, leaves, Kind::Rested, out);
}

void LadderBook::replaceWaiting(Slot slot, BookReplace const& request, std::int64_t leaves, BookEvents& out)
{
    OrderRecord& order = record(slot);
    OrderTerms& special = terms(slot);
    const Place place = order.place;
    BookOrder const next = changed(special.order, request);
    bool const keeps = next.price == special.order.price && leaves <= special.leaves;
    bool const stop = place == Place::Stop;
    bool const prices = place == Place::AllOrNone && next.price != special.order.price;
    bool const moves =
        stop ? next.stopPx != special.order.stopPx : prices || (place == Place::Auction && !keeps);
    if (moves) {
        leaveWaiting(slot);
    }
    special.order = next;
    special.leaves = leaves;
    keepTotal(slot) = request.qty.value;
    answer(Kind::Replaced, slot, out);
    if (!moves) {
        return;
    }
    if (stop) {
        waitAsStop(slot);
    } else {
        waitAs(place, slot);
    }
}

} // namespace qob
