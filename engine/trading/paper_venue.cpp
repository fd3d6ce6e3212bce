#include "engine/trading/paper_venue.h"

#include "engine/base/check.h"

#include <algorithm>

namespace qob {

namespace {

constexpr std::size_t wholeBook = 1'000'000;
constexpr ErrorCode fine{};

bool reaches(BookOrder const& order, Price price)
{
    return order.side == Side::Buy ? price <= order.price : price >= order.price;
}

bool isStop(BookOrder const& order)
{
    return order.ordType == OrdType::Stop || order.ordType == OrdType::StopLimit;
}

bool takesAtOnce(BookOrder const& order)
{
    return order.timeInForce == TimeInForce::ImmediateOrCancel ||
           order.timeInForce == TimeInForce::FillOrKill || order.ordType == OrdType::Market;
}

} // namespace

void PaperVenue::place(VenueOrder const& order, Timestamp time)
{
    if (auto const problem = refusal(order, time)) {
        reject(order.order.id, VenueReport::Kind::Rejected, *problem, time);
        return;
    }
    Working& working = accept(order);
    ErrorCode const reason = isStop(order.order) ? fine : lookAtMarket(working);
    if (reason != fine) {
        remove(order.order.id);
        reject(order.order.id, VenueReport::Kind::Rejected, {reason, {}}, time);
        return;
    }
    reportAs(VenueReport::Kind::Accepted, working, time);
    enter(order.order.id, time);
}

void PaperVenue::cancel(OrderId order, Timestamp time)
{
    if (find(order) == nullptr) {
        reject(order, VenueReport::Kind::CancelRejected, {ErrorCode::OrderTooLateToCancel, {}}, time);
        return;
    }
    end(order, fine, time);
}

void PaperVenue::replace(BookReplace const& request, Timestamp time)
{
    Working* working = find(request.order);
    if (working == nullptr) {
        reject(
            request.order, VenueReport::Kind::ReplaceRejected, {ErrorCode::OrderTooLateToCancel, {}}, time
        );
        return;
    }
    BookOrder& order = working->order;
    const Qty leaves = request.qty - (order.qty - working->leaves);
    if (leaves <= Qty(0)) {
        end(request.order, fine, time);
        return;
    }
    if (working->place == Place::Resting) {
        replaceResting(*working, request.price, leaves, time);
        return;
    }
    order.price = request.price;
    if (request.stopPx > Price(0) && request.stopPx != order.stopPx) {
        order.stopPx = request.stopPx;
        working->touched = false;
    }
    order.qty = request.qty;
    working->leaves = leaves;
    reportAs(VenueReport::Kind::Replaced, *working, time);
    if (working->place == Place::Stop) {
        enter(request.order, time);
    }
}

void PaperVenue::replaceResting(Working& working, Price price, Qty leaves, Timestamp time)
{
    BookOrder& order = working.order;
    const Qty filled = order.qty - working.leaves;
    if (price == order.price && leaves <= working.leaves) {
        order.qty = filled + leaves;
        working.leaves = leaves;
        working.visible = std::min(working.visible, leaves);
        reportAs(VenueReport::Kind::Replaced, working, time);
        return;
    }
    Working changed = working;
    changed.order.price = price;
    bool const live = m_market.feed(working.instrument).state == FeedState::Live;
    if (ErrorCode const reason = live ? lookAtMarket(changed) : ErrorCode::OrderMarketNotLive;
        reason != fine) {
        reject(order.id, VenueReport::Kind::ReplaceRejected, {reason, {}}, time);
        return;
    }
    working = changed;
    working.leaves = leaves;
    order.qty = filled + leaves;
    working.place = Place::Entering;
    working.arrival = ++m_arrivals;
    reportAs(VenueReport::Kind::Replaced, working, time);
    work(order.id, time);
}

void PaperVenue::forget(OrderId order)
{
    if (find(order) != nullptr) {
        m_lists.erase(remove(order).list);
    }
}

Timestamp PaperVenue::nextExpiry() const
{
    return m_expiries.empty() ? Timestamp::max() : m_expiries.begin()->first;
}

void PaperVenue::expire(Timestamp now)
{
    std::map<std::uint64_t, OrderId> over; // by arrival
    for (auto at = m_expiries.begin(); at != m_expiries.end() && at->first <= now; ++at) {
        over.emplace(m_orders.at(at->second).arrival, at->second);
    }
    for (auto const& [arrival, id] : over) {
        if (find(id) != nullptr) {
            end(id, ErrorCode::OrderExpired, now);
        }
    }
}

void PaperVenue::clear()
{
    m_orders.clear();
    m_ofInstrument.clear();
    m_expiries.clear();
    m_taken.clear();
    m_lists.clear();
    m_last.clear();
    m_net.clear();
}

// Why the order cannot be taken at all.
std::optional<Error> PaperVenue::refusal(VenueOrder const& placed, Timestamp now) const
{
    BookOrder const& order = placed.order;
    if (m_market.feed(placed.instrument).state != FeedState::Live) {
        return Error{ErrorCode::OrderMarketNotLive, "the book went stale while the order was on its way"};
    }
    if (order.ordType == OrdType::Pegged) {
        return Error{
            ErrorCode::OrderUnsupported,
            "a pegged order rests unseen: what would have traded with it cannot be told from a recording"};
    }
    if (has(order.execInst, ExecInst::AllOrNone) && !takesAtOnce(order)) {
        return Error{
            ErrorCode::OrderUnsupported,
            "what would have waited for an all-or-none order to be filled cannot be told from a recording"};
    }
    if (order.timeInForce == TimeInForce::GoodTillDate && order.expireTime <= now) {
        return Error{ErrorCode::OrderExpired, "while it was on its way"};
    }
    bool const trails = order.trailOffset > Price(0) && order.stopPx == Price(0);
    if (isStop(order) && trails && !m_last.contains(placed.instrument)) {
        return Error{ErrorCode::OrderNoReference, {}};
    }
    return std::nullopt;
}

// Whether the market and the position let an order in that must not take or only reduces; a sliding order
// slides.
ErrorCode PaperVenue::lookAtMarket(Working& working) const
{
    if (working.is(ExecInst::ReduceOnly) && reducible(working) == Qty(0)) {
        return ErrorCode::OrderNothingToReduce;
    }
    if (!working.is(ExecInst::PostOnly | ExecInst::PostOnlySlide)) {
        return fine;
    }
    auto const levels = reachable(working);
    if (levels.empty()) {
        return fine;
    }
    const Price tick = m_ticks.at(working.instrument);
    const Price slid = levels.front().price - tick * signOf(working.order.side);
    if (!working.is(ExecInst::PostOnlySlide) || slid <= Price(0)) {
        return ErrorCode::OrderWouldTrade;
    }
    working.order.price = slid;
    return fine;
}

PaperVenue::Working& PaperVenue::accept(VenueOrder const& placed)
{
    Working& working = m_orders[placed.order.id];
    working.instrument = placed.instrument;
    working.order = placed.order;
    working.worst = placed.worst;
    working.leaves = placed.order.qty;
    working.arrival = ++m_arrivals;
    m_ofInstrument[placed.instrument][placed.order.id] = &working;
    if (placed.order.timeInForce == TimeInForce::GoodTillDate) {
        m_expiries.emplace(placed.order.expireTime, placed.order.id);
    }
    BookOrder& order = working.order;
    if (isStop(order) && order.stopPx == Price(0)) {
        const Price trailed = m_last.at(placed.instrument) + order.trailOffset * signOf(order.side);
        order.stopPx = std::max(trailed, m_ticks.at(placed.instrument));
    }
    return working;
}

// Accepted, or freed by its parent: a stop waits unless its trigger is met already.
void PaperVenue::enter(OrderId id, Timestamp time)
{
    Working& working = *find(id);
    if (!isStop(working.order)) {
        work(id, time);
        return;
    }
    working.place = Place::Stop;
    auto const last = m_last.find(working.instrument);
    if (last != m_last.end() &&
        (last->second - working.order.stopPx).value * signOf(working.order.side) >= 0) {
        working.touched = true;
        triggerTouched(working.instrument, time);
    }
}

// Takes what it may; what is left rests or goes.
void PaperVenue::work(OrderId id, Timestamp time)
{
    Working* working = find(id);
    if (!fixPrice(*working, time) || !cutToPosition(*working, time)) {
        return;
    }
    take(id, time);
    working = find(id);
    if (working == nullptr) {
        return;
    }
    if (takesAtOnce(working->order)) {
        bool const whole =
            working->order.timeInForce == TimeInForce::FillOrKill || working->is(ExecInst::AllOrNone);
        end(id, whole ? ErrorCode::OrderNotFillable : ErrorCode::OrderNoLiquidity, time);
        return;
    }
    rest(*working);
}

// A market-to-limit order becomes a limit at the best price there is; a triggered stop without a limit takes
// any. False: it is gone.
bool PaperVenue::fixPrice(Working& working, Timestamp time)
{
    BookOrder& order = working.order;
    if (order.ordType == OrdType::Market) {
        order.price = order.side == Side::Buy ? maxBookPrice : Price(1);
    }
    if (order.ordType != OrdType::MarketToLimit) {
        return true;
    }
    order.price = working.worst;
    auto const levels = reachable(working);
    if (levels.empty()) {
        end(order.id, ErrorCode::OrderNoLiquidity, time);
        return false;
    }
    order.price = levels.front().price;
    reportAs(VenueReport::Kind::Restated, working, time);
    order.ordType = OrdType::Limit;
    return true;
}

// False: there is nothing to reduce, and it is gone.
bool PaperVenue::cutToPosition(Working& working, Timestamp time)
{
    const Qty room = working.is(ExecInst::ReduceOnly) ? reducible(working) : working.leaves;
    if (room == Qty(0)) {
        end(working.order.id, ErrorCode::OrderNothingToReduce, time);
        return false;
    }
    if (room < working.leaves) {
        working.order.qty -= working.leaves - room;
        working.leaves = room;
        working.visible = std::min(working.visible, room);
        reportAs(VenueReport::Kind::Restated, working, time);
    }
    return true;
}

void PaperVenue::take(OrderId id, Timestamp time)
{
    Working const& taker = *find(id);
    if (m_market.feed(taker.instrument).state != FeedState::Live) {
        return; // an order of a list can enter by a trade that came while the book was not whole
    }
    auto const levels = reachable(taker);
    Qty total;
    for (PriceLevel const& level : levels) {
        total += level.qty;
    }
    bool const whole = taker.order.timeInForce == TimeInForce::FillOrKill || taker.is(ExecInst::AllOrNone);
    if (whole && total < taker.leaves) {
        return;
    }
    const InstrumentId instrument = taker.instrument;
    for (PriceLevel const& level : levels) {
        Working const* left = find(id);
        if (left == nullptr) {
            return;
        }
        const Qty filled = std::min(left->leaves, level.qty);
        m_taken[{instrument, level.price, left->account()}] += filled;
        fill(id, level.price, filled, Liquidity::Taker, time);
    }
}

void PaperVenue::rest(Working& working) const
{
    const Qty display = working.order.displayQty;
    working.place = Place::Resting;
    working.visible = display > Qty(0) ? std::min(display, working.leaves) : working.leaves;
    working.shown = working.lastShown = shownAt(working);
    working.ahead = working.shown;
    working.tradedSince = Qty(0);
}

void PaperVenue::fill(OrderId id, Price price, Qty qty, Liquidity liquidity, Timestamp time)
{
    Working& working = *find(id);
    const InstrumentId instrument = working.instrument;
    const AccountId account = working.account();
    const std::uint32_t list = working.list;
    working.leaves -= qty;
    working.visible -= std::min(working.visible, qty);
    m_net[{account, instrument}] += qty * signOf(working.order.side);
    report(
        {.kind = VenueReport::Kind::Filled, .id = id, .price = price, .qty = qty, .liquidity = liquidity},
        time
    );
    onLinkedTrade(id, list, time);
    if (Working const* left = find(id); left != nullptr && left->leaves == Qty(0)) {
        auto const gone = remove(id);
        onLinkedDone(id, gone.list, gone.order.qty, time);
    }
    trimReduceOnly(account, instrument, time);
}

// Done without being filled, or not whole.
void PaperVenue::end(OrderId id, ErrorCode reason, Timestamp time)
{
    auto const gone = remove(id);
    VenueReport last{.kind = VenueReport::Kind::Canceled, .id = id};
    if (reason != fine) {
        last.reason = Error{reason, {}};
    }
    report(last, time);
    onLinkedDone(id, gone.list, gone.order.qty - gone.leaves, time);
}

// Resting reduce-only orders never have more left than there is to reduce.
void PaperVenue::trimReduceOnly(AccountId account, InstrumentId instrument, Timestamp time)
{
    auto const resting = ordersThat(instrument, [&](Working const& working) {
        return working.account() == account && working.place == Place::Resting &&
               working.is(ExecInst::ReduceOnly) && working.leaves > reducible(working);
    });
    for (const OrderId id : resting) {
        if (Working* working = find(id)) {
            cutToPosition(*working, time);
        }
    }
}

// The levels of the other side that the order may trade with, best first, less what we took of them already.
std::vector<PriceLevel> PaperVenue::reachable(Working const& working) const
{
    DepthView view;
    m_market.depth(working.instrument, wholeBook, view);
    BookOrder const& order = working.order;
    std::vector<PriceLevel> levels = order.side == Side::Buy ? std::move(view.asks) : std::move(view.bids);
    for (PriceLevel& level : levels) {
        auto const taken = m_taken.find({working.instrument, level.price, working.account()});
        level.qty -= taken == m_taken.end() ? Qty(0) : taken->second;
    }
    std::erase_if(levels, [&](PriceLevel const& level) {
        return level.qty <= Qty(0) || !reaches(order, level.price);
    });
    return levels;
}

Qty PaperVenue::shownAt(Working const& working) const
{
    DepthView view;
    m_market.depth(working.instrument, wholeBook, view);
    auto const& levels = working.order.side == Side::Buy ? view.bids : view.asks;
    auto const found = std::find_if(levels.begin(), levels.end(), [&](PriceLevel const& level) {
        return level.price == working.order.price;
    });
    return found == levels.end() ? Qty(0) : found->qty;
}

Qty PaperVenue::reducible(Working const& working) const
{
    auto const net = m_net.find({working.account(), working.instrument});
    const Qty against = net == m_net.end() ? Qty(0) : net->second * -signOf(working.order.side);
    return std::max(against, Qty(0));
}

void PaperVenue::report(VenueReport report, Timestamp time)
{
    report.time = time;
    m_sink->onVenueReport(report);
}

void PaperVenue::reportAs(VenueReport::Kind kind, Working const& working, Timestamp time)
{
    BookOrder const& order = working.order;
    bool const waits = isStop(order) || working.place == Place::Held;
    report(
        {.kind = kind,
         .id = order.id,
         .price = order.price,
         .qty = order.qty,
         .stopPx = order.stopPx,
         .queueAhead = waits || takesAtOnce(order) ? Qty(0) : shownAt(working)},
        time
    );
}

void PaperVenue::reject(OrderId id, VenueReport::Kind kind, Error const& reason, Timestamp time)
{
    report({.kind = kind, .id = id, .reason = reason}, time);
}

PaperVenue::Working PaperVenue::remove(OrderId id)
{
    Working const gone = m_orders.at(id);
    auto const orders = m_ofInstrument.find(gone.instrument);
    orders->second.erase(id);
    if (orders->second.empty()) {
        m_ofInstrument.erase(orders);
    }
    m_expiries.erase({gone.order.expireTime, id});
    m_orders.erase(id);
    return gone;
}

PaperVenue::Working* PaperVenue::find(OrderId order)
{
    auto const found = m_orders.find(order);
    return found == m_orders.end() ? nullptr : &found->second;
}

} // namespace qob
