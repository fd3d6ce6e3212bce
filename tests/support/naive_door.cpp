// Orders, lists and replaces at the door.
#include "tests/support/naive_book.h"

#include <algorithm>

namespace qob::test {

namespace {

constexpr ErrorCode fine{};
constexpr ExecInst anyPostOnly = ExecInst::PostOnly | ExecInst::PostOnlySlide;

bool isStop(OrdType type)
{
    return type == OrdType::Stop || type == OrdType::StopLimit;
}

std::uint32_t slotOf(OrderId id)
{
    return static_cast<std::uint32_t>(id.value);
}

bool ofAnAuction(TimeInForce tif)
{
    return tif == TimeInForce::AtTheOpening || tif == TimeInForce::AtTheClose;
}

} // namespace

ErrorCode NaiveBook::refusal(BookOrder const& order) const
{
    if (order.owner.value >= 1U << 20U) {
        return ErrorCode::OrderUnknownAccount;
    }
    if (slotOf(order.id) >= m_rules.maxOrders) {
        return ErrorCode::OrderBookFull;
    }
    for (auto const& [id, entry] : m_orders) {
        if (slotOf(id) == slotOf(order.id)) {
            return ErrorCode::OrderDuplicateId;
        }
    }
    if (auto const bad = refusalOf(order, m_rules, m_band, m_now); bad != fine) {
        return bad;
    }
    if (wrongState(order)) {
        return ErrorCode::OrderWrongState;
    }
    bool const follows = order.trailOffset > Price(0) && order.stopPx == Price(0);
    return follows && m_lastPrice == Price(0) ? ErrorCode::OrderNoReference : fine;
}

bool NaiveBook::wrongState(BookOrder const& order) const
{
    TimeInForce const tif = order.timeInForce;
    switch (m_state) {
    case TradingState::Continuous:
        return tif == TimeInForce::AtTheOpening;
    case TradingState::Halted:
    case TradingState::Closed:
        return true;
    case TradingState::PreOpen:
    case TradingState::OpeningAuction:
    case TradingState::ClosingAuction:
        break;
    }
    bool const atOnce = tif == TimeInForce::ImmediateOrCancel || tif == TimeInForce::FillOrKill;
    bool const wholeMarket = order.ordType == OrdType::Market && has(order.execInst, ExecInst::AllOrNone);
    bool const late = tif == TimeInForce::AtTheOpening && m_state == TradingState::ClosingAuction;
    return (atOnce && !isStop(order.ordType)) || wholeMarket || late ||
           has(order.execInst, anyPostOnly | ExecInst::ReduceOnly);
}

// What is looked at last, when an order enters at once: may it reduce, may it take? A sliding order slides.
ErrorCode NaiveBook::lookBeforeEntry(BookOrder& order) const
{
    if (m_state != TradingState::Continuous || isStop(order.ordType)) {
        return fine;
    }
    if (has(order.execInst, ExecInst::ReduceOnly) && positionToReduce(order.owner, order.side) == Qty(0)) {
        return ErrorCode::OrderNothingToReduce;
    }
    return keepFromTaking(order);
}

// A post-only order that would take is refused, or slides.
ErrorCode NaiveBook::keepFromTaking(BookOrder& order) const
{
    if (!has(order.execInst, anyPostOnly) || !wouldTrade(order.side, order.price)) {
        return fine;
    }
    Price const slid = *bestLitOrDark(opposite(order.side)) - m_rules.tickSize * signOf(order.side);
    if (!has(order.execInst, ExecInst::PostOnlySlide) || slid <= Price(0)) {
        return ErrorCode::OrderWouldTrade;
    }
    order.price = slid;
    return fine;
}

// The order is the book's from here on, but not yet anywhere.
OrderId NaiveBook::accept(BookOrder order)
{
    if (order.displayQty >= order.qty) {
        order.displayQty = Qty(0);
    }
    order.guarded = order.guarded && order.ordType == OrdType::StopLimit;
    Entry entry;
    entry.order = order;
    entry.leaves = order.qty;
    entry.acceptance = ++m_acceptances;
    m_orders.emplace(order.id, entry);
    return order.id;
}

void NaiveBook::add(BookOrder const& order, BookEvents& out)
{
    BookOrder wanted = order;
    ErrorCode reason = refusal(order);
    if (reason == fine) {
        reason = lookBeforeEntry(wanted);
    }
    if (reason != fine) {
        reject(order.id, order.owner, reason);
        finish(out);
        return;
    }
    Entry& entry = *live(accept(wanted));
    if (restsAtOnce(entry)) {
        rest(entry);
        answer(Kind::Accepted, entry);
    } else {
        answer(Kind::Accepted, entry);
        enter(order.id);
    }
    finish(out);
}

std::vector<ErrorCode>
NaiveBook::listRefusals(Contingency contingency, std::span<const BookOrder> orders) const
{
    bool shapely = contingency != Contingency::None && orders.size() >= 2 && orders.size() <= 8;
    for (BookOrder const& order : orders) {
        shapely = shapely && order.owner == orders[0].owner;
    }
    if (!shapely) {
        return std::vector<ErrorCode>(orders.size(), ErrorCode::OrderBadCombination);
    }
    for (std::size_t i = 0; i < orders.size(); ++i) {
        bool const twice = std::any_of(
            orders.begin(),
            orders.begin() + static_cast<std::ptrdiff_t>(i),
            [&](BookOrder const& before) { return slotOf(before.id) == slotOf(orders[i].id); }
        );
        ErrorCode reason = refusal(orders[i]);
        if (twice) {
            reason = ErrorCode::OrderDuplicateId;
        } else if (ofAnAuction(orders[i].timeInForce)) {
            reason = ErrorCode::OrderBadCombination;
        }
        if (reason != fine) {
            std::vector<ErrorCode> reasons(orders.size(), ErrorCode::OrderListRejected);
            reasons[i] = reason;
            return reasons;
        }
    }
    return {};
}

void NaiveBook::addList(Contingency contingency, std::span<const BookOrder> orders, BookEvents& out)
{
    if (auto const reasons = listRefusals(contingency, orders); !reasons.empty()) {
        for (std::size_t i = 0; i < orders.size(); ++i) {
            reject(orders[i].id, orders[i].owner, reasons[i]);
        }
        finish(out);
        return;
    }
    bool const triggers = contingency != Contingency::OneCancelsOther;
    for (BookOrder const& order : orders) {
        Entry& entry = *live(accept(order));
        entry.listHead = orders[0].id;
        entry.contingency = contingency;
        entry.parent = triggers && order.id == orders[0].id;
        if (triggers && !entry.parent) {
            entry.place = Place::Held;
        }
        answer(Kind::Accepted, entry);
    }
    for (BookOrder const& order : orders) {
        Entry const* entry = live(order.id);
        if (entry && !entry->in(Place::Held)) {
            enterListed(order.id);
        }
    }
    finish(out);
}

// The checks of a replace; `changed` becomes the order as asked for.
ErrorCode NaiveBook::replaceRefusal(BookReplace const& request, BookOrder& changed) const
{
    Entry const* entry = live(request.order);
    if (!entry) {
        return ErrorCode::OrderUnknown;
    }
    if (entry->order.owner != request.owner) {
        return ErrorCode::OrderNotOwned;
    }
    if (m_state == TradingState::Halted || m_state == TradingState::Closed) {
        return ErrorCode::OrderWrongState;
    }
    changed = entry->order;
    changed.price = request.price;
    changed.guarded = false;
    changed.qty = request.qty;
    BookOrder asked = changed;
    if (isStop(changed.ordType) && request.stopPx != Price(0)) {
        changed.stopPx = asked.stopPx = request.stopPx;
    } else if (changed.trailOffset != Price(0)) {
        asked.stopPx = Price(0); // the trigger is where trailing brought it, and not asked for
    }
    BookRules rules = m_rules;
    rules.minNotional = 0;
    return refusalOf(asked, rules, m_band, m_now);
}

void NaiveBook::replace(BookReplace const& request, BookEvents& out)
{
    BookOrder changed;
    if (auto const reason = replaceRefusal(request, changed); reason != fine) {
        reject(request.order, request.owner, reason);
        finish(out);
        return;
    }
    Entry& entry = *live(request.order);
    if (changed.qty <= entry.filled()) {
        cancelOrder(request.order);
    } else if (entry.in(Place::Stop) || entry.in(Place::Held) || entry.in(Place::AllOrNone)) {
        replaceWaiting(entry, changed);
    } else if (changed.ordType == OrdType::Pegged) {
        replacePegged(entry, changed);
    } else if (entry.in(Place::Auction)) {
        replaceCollected(entry, changed);
    } else {
        replaceResting(entry, changed);
    }
    finish(out);
}

bool NaiveBook::keepsPlace(Entry const& entry, BookOrder const& changed)
{
    return changed.price == entry.order.price && changed.qty <= entry.order.qty;
}

void NaiveBook::apply(Entry& entry, BookOrder const& changed)
{
    entry.leaves = changed.qty - entry.filled();
    entry.order = changed;
}

void NaiveBook::replaceWaiting(Entry& entry, BookOrder const& changed)
{
    bool const moves = changed.stopPx != entry.order.stopPx;
    apply(entry, changed);
    answer(Kind::Replaced, entry);
    if (entry.in(Place::Stop)) {
        if (moves) {
            entry.queue = ++m_arrivals;
        }
        if (m_state == TradingState::Continuous && m_lastPrice != Price(0) && met(changed, m_lastPrice)) {
            m_elected.push_back(entry.id());
        }
    }
}

void NaiveBook::replacePegged(Entry& entry, BookOrder const& changed)
{
    bool const larger = changed.qty > entry.order.qty;
    apply(entry, changed);
    answer(Kind::Replaced, entry);
    if (larger && entry.in(Place::Dark)) {
        entry.queue = ++m_arrivals;
        tellRested(entry);
    }
}

void NaiveBook::replaceCollected(Entry& entry, BookOrder const& changed)
{
    if (!keepsPlace(entry, changed)) {
        entry.queue = ++m_arrivals;
    }
    apply(entry, changed);
    answer(Kind::Replaced, entry);
}

// Of an order lit or dark.
void NaiveBook::replaceResting(Entry& entry, BookOrder changed)
{
    ErrorCode reason{};
    if (entry.is(ExecInst::ReduceOnly)) {
        Qty const position = positionToReduce(changed.owner, changed.side);
        changed.qty = std::min(changed.qty, entry.filled() + position);
        if (position == Qty(0)) {
            reason = ErrorCode::OrderNothingToReduce;
        }
    }
    bool const keeps = keepsPlace(entry, changed);
    if (reason == fine && !keeps) {
        if (m_state == TradingState::Continuous) {
            reason = keepFromTaking(changed);
        } else if (entry.is(anyPostOnly | ExecInst::ReduceOnly)) {
            reason = ErrorCode::OrderWrongState;
        }
    }
    if (reason != fine) {
        reject(changed.id, changed.owner, reason);
    } else if (keeps) {
        replaceKeepingPlace(entry, changed);
    } else {
        replaceLeavingPlace(entry, changed);
    }
}

void NaiveBook::replaceKeepingPlace(Entry& entry, BookOrder const& changed)
{
    Qty const shown = entry.shown;
    apply(entry, changed);
    entry.shown = std::min(shown, entry.leaves);
    answer(Kind::Replaced, entry);
    if (entry.shown == shown) {
        m_events.back().levelQty = BookEvent::noLevel;
    }
}

void NaiveBook::replaceLeavingPlace(Entry& entry, BookOrder const& changed)
{
    bool const lit = entry.in(Place::Lit);
    entry.place.reset();
    if (lit) {
        BookEvent& pulled = tell(Kind::Pulled, entry);
        pulled.qty = entry.shown;
        pulled.levelQty = levelQty(entry.side(), entry.order.price);
    }
    entry.shown = Qty(0);
    apply(entry, changed);
    if (restsAtOnce(entry)) {
        rest(entry);
        answer(Kind::Replaced, entry);
    } else {
        answer(Kind::Replaced, entry);
        enter(changed.id);
    }
}

} // namespace qob::test
