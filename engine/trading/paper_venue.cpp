#include "engine/trading/paper_venue.h"

#include "engine/base/check.h"

#include <algorithm>

namespace qob {

namespace {

constexpr std::size_t wholeBook = 1'000'000;

bool reaches(VenueOrder const& order, Price price)
{
    return order.side == Side::Buy ? price <= order.price : price >= order.price;
}

} // namespace

void PaperVenue::place(VenueOrder const& order, Timestamp time)
{
    if (m_market.feed(order.instrument).state != FeedState::Live) {
        report(
            {.kind = VenueReport::Kind::Rejected,
             .id = order.id,
             .reason =
                 Error{ErrorCode::OrderMarketNotLive, "the book went stale while the order was on its way"}},
            time
        );
        return;
    }
    rest({order, order.qty, Qty(0), Qty(0), Qty(0)}, time, VenueReport::Kind::Accepted);
}

void PaperVenue::cancel(OrderId order, Timestamp time)
{
    auto const found = find(order);
    if (found == m_orders.end()) {
        report(
            {.kind = VenueReport::Kind::CancelRejected,
             .id = order,
             .reason = Error{ErrorCode::OrderTooLateToCancel, {}}},
            time
        );
        return;
    }
    m_orders.erase(found);
    report({.kind = VenueReport::Kind::Canceled, .id = order}, time);
}

void PaperVenue::replace(OrderId order, Price price, Qty qty, Timestamp time)
{
    auto const found = find(order);
    if (found == m_orders.end()) {
        report(
            {.kind = VenueReport::Kind::ReplaceRejected,
             .id = order,
             .reason = Error{ErrorCode::OrderTooLateToCancel, {}}},
            time
        );
        return;
    }
    const Qty leaves = qty - (found->order.qty - found->leaves);
    if (leaves <= Qty(0)) {
        cancel(order, time);
        return;
    }
    if (price == found->order.price && leaves <= found->leaves) {
        found->order.qty = qty;
        found->leaves = leaves;
        report({.kind = VenueReport::Kind::Replaced, .id = order, .price = price, .qty = qty}, time);
        return;
    }
    Resting moved{found->order, leaves, Qty(0), Qty(0), Qty(0)};
    moved.order.price = price;
    moved.order.qty = qty;
    m_orders.erase(found);
    rest(moved, time, VenueReport::Kind::Replaced);
}

void PaperVenue::onLevel(InstrumentId instrument, Side side, Price price, Qty qty, Timestamp time)
{
    if (!m_taken.empty()) {
        m_taken.erase({instrument, price});
    }
    for (Resting& resting : m_orders) {
        VenueOrder const& order = resting.order;
        if (order.instrument != instrument || order.side != side || order.price != price) {
            continue;
        }
        const Qty before = resting.ahead;
        const Qty drop = resting.shown - qty;
        if (resting.shown >= Qty(0) && drop > Qty(0)) {
            const Qty canceled = std::max(drop - resting.tradedSince, Qty(0));
            const Qty standing = std::max(resting.shown - resting.tradedSince, Qty(1));
            // Of the canceled size our share of the queue stood before us; rounded down, so that we never
            // move up by more than can be known.
            const Int128 before128 =
                static_cast<Int128>(canceled.value) * resting.ahead.value / standing.value;
            resting.ahead -= Qty(static_cast<std::int64_t>(before128));
            resting.tradedSince = std::max(resting.tradedSince - drop, Qty(0));
        }
        resting.ahead = std::max(std::min(resting.ahead, qty), Qty(0));
        resting.shown = qty;
        if (resting.ahead != before) {
            report(
                {.kind = VenueReport::Kind::QueueMoved, .id = order.id, .queueAhead = resting.ahead}, time
            );
        }
    }
}

void PaperVenue::onBookCleared(InstrumentId instrument)
{
    for (Resting& resting : m_orders) {
        if (resting.order.instrument == instrument) {
            resting.shown = Qty(-1);
            resting.tradedSince = Qty(0);
        }
    }
    std::erase_if(m_taken, [&](auto const& entry) { return entry.first.first == instrument; });
}

void PaperVenue::onTrade(Trade const& trade)
{
    // Better prices are reached first, then the order of arrival.
    std::vector<Resting*> touched;
    for (Resting& resting : m_orders) {
        VenueOrder const& order = resting.order;
        bool const meets =
            trade.aggressor == Side::Undisclosed ? order.price != trade.price : trade.aggressor != order.side;
        if (order.instrument == trade.instrument && meets && reaches(order, trade.price)) {
            touched.push_back(&resting);
        }
    }
    std::stable_sort(touched.begin(), touched.end(), [](Resting const* a, Resting const* b) {
        return a->order.side == Side::Buy ? a->order.price > b->order.price : a->order.price < b->order.price;
    });
    Qty given; // of this trade, to our own orders
    for (Resting* resting : touched) {
        Qty available = trade.qty;
        if (resting->order.price == trade.price) {
            const Qty used = std::min(resting->ahead, trade.qty);
            resting->ahead -= used;
            resting->tradedSince += trade.qty;
            available -= used;
            if (used > Qty(0)) {
                report(
                    {.kind = VenueReport::Kind::QueueMoved,
                     .id = resting->order.id,
                     .queueAhead = resting->ahead},
                    trade.time
                );
            }
        }
        const Qty filled = std::min(resting->leaves, std::max(available - given, Qty(0)));
        if (filled > Qty(0)) {
            given += filled;
            fill(*resting, resting->order.price, filled, Liquidity::Maker, trade.time);
        }
    }
    std::erase_if(m_orders, [](Resting const& resting) { return resting.leaves == Qty(0); });
}

void PaperVenue::clear()
{
    m_orders.clear();
    m_taken.clear();
}

// The levels of the other side that the order may trade with, best first, less what we took of them already.
std::vector<PriceLevel> PaperVenue::reachable(VenueOrder const& order) const
{
    DepthView view;
    m_market.depth(order.instrument, wholeBook, view);
    std::vector<PriceLevel> levels = order.side == Side::Buy ? std::move(view.asks) : std::move(view.bids);
    std::erase_if(levels, [&](PriceLevel const& level) { return !reaches(order, level.price); });
    for (PriceLevel& level : levels) {
        auto const taken = m_taken.find({order.instrument, level.price});
        level.qty -= taken == m_taken.end() ? Qty(0) : taken->second;
    }
    return levels;
}

Qty PaperVenue::shownAt(VenueOrder const& order) const
{
    DepthView view;
    m_market.depth(order.instrument, wholeBook, view);
    auto const& levels = order.side == Side::Buy ? view.bids : view.asks;
    auto const found = std::find_if(levels.begin(), levels.end(), [&](PriceLevel const& level) {
        return level.price == order.price;
    });
    return found == levels.end() ? Qty(0) : found->qty;
}

void PaperVenue::take(Resting& taker, Timestamp time)
{
    auto const levels = reachable(taker.order);
    Qty total;
    for (PriceLevel const& level : levels) {
        total += level.qty;
    }
    if (taker.order.timeInForce == TimeInForce::FillOrKill && total < taker.leaves) {
        return;
    }
    for (PriceLevel const& level : levels) {
        const Qty filled = std::min(taker.leaves, level.qty);
        if (filled > Qty(0)) {
            m_taken[{taker.order.instrument, level.price}] += filled;
            fill(taker, level.price, filled, Liquidity::Taker, time);
        }
    }
}

void PaperVenue::rest(Resting resting, Timestamp time, VenueReport::Kind answer)
{
    const VenueOrder order = resting.order;
    resting.shown = shownAt(order);
    resting.ahead = resting.shown;
    report(
        {.kind = answer, .id = order.id, .price = order.price, .qty = order.qty, .queueAhead = resting.ahead},
        time
    );
    take(resting, time);
    if (resting.leaves == Qty(0)) {
        return;
    }
    if (order.timeInForce == TimeInForce::GoodTillCancel) {
        m_orders.push_back(resting);
        return;
    }
    report(
        {.kind = VenueReport::Kind::Canceled,
         .id = order.id,
         .reason = Error{ErrorCode::OrderNoLiquidity, {}}},
        time
    );
}

void PaperVenue::fill(Resting& resting, Price price, Qty qty, Liquidity liquidity, Timestamp time)
{
    resting.leaves -= qty;
    report(
        {.kind = VenueReport::Kind::Filled,
         .id = resting.order.id,
         .price = price,
         .qty = qty,
         .liquidity = liquidity},
        time
    );
}

void PaperVenue::report(VenueReport report, Timestamp time)
{
    report.time = time;
    m_sink->onVenueReport(report);
}

std::vector<PaperVenue::Resting>::iterator PaperVenue::find(OrderId order)
{
    return std::find_if(m_orders.begin(), m_orders.end(), [&](Resting const& resting) {
        return resting.order.id == order;
    });
}

} // namespace qob
