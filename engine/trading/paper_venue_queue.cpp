// What the market does, and what that means for orders that wait.

#include "engine/trading/paper_venue.h"

#include <algorithm>

namespace qob {

namespace {

bool reaches(BookOrder const& order, Price price)
{
    return order.side == Side::Buy ? price <= order.price : price >= order.price;
}

} // namespace

void PaperVenue::onInstrument(Instrument const& instrument)
{
    m_ticks[instrument.id] = instrument.tickSize;
}

void PaperVenue::onLevel(InstrumentId instrument, Side side, Price price, Qty qty, Timestamp time)
{
    if (!m_taken.empty()) {
        m_taken.erase(
            m_taken.lower_bound({instrument, price, AccountId()}),
            m_taken.upper_bound({instrument, price, AccountId(~0U)})
        );
    }
    auto const orders = m_ofInstrument.find(instrument);
    if (orders == m_ofInstrument.end()) {
        return;
    }
    for (auto const& [id, working] : orders->second) {
        Working& resting = *working;
        BookOrder const& order = resting.order;
        if (resting.place != Place::Resting || order.side != side || order.price != price) {
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
        // What is shown later still stands before a hidden order.
        bool const hidden = resting.is(ExecInst::Hidden);
        resting.ahead = hidden ? qty : std::max(std::min(resting.ahead, qty), Qty(0));
        resting.shown = resting.lastShown = qty;
        if (resting.ahead != before) {
            report({.kind = VenueReport::Kind::QueueMoved, .id = id, .queueAhead = resting.ahead}, time);
        }
    }
}

void PaperVenue::onBookCleared(InstrumentId instrument)
{
    if (auto const orders = m_ofInstrument.find(instrument); orders != m_ofInstrument.end()) {
        for (auto const& [id, resting] : orders->second) {
            resting->shown = Qty(-1);
            resting->tradedSince = Qty(0);
        }
    }
    std::erase_if(m_taken, [&](auto const& entry) {
        return std::get<InstrumentId>(entry.first) == instrument;
    });
}

void PaperVenue::onBookUpdated(InstrumentId instrument, Timestamp time)
{
    if (!m_orders.empty()) {
        triggerTouched(instrument, time);
    }
}

void PaperVenue::onTrade(Trade const& trade)
{
    m_last[trade.instrument] = trade.price;
    if (!m_orders.empty()) {
        fillFromTrade(trade);
        followTrade(trade);
        triggerTouched(trade.instrument, trade.time);
    }
}

// Better prices are reached first, then the order of arrival.
void PaperVenue::fillFromTrade(Trade const& trade)
{
    std::vector<OrderId> touched = ordersThat(trade.instrument, [&](Working const& resting) {
        BookOrder const& order = resting.order;
        bool const meets =
            trade.aggressor == Side::Undisclosed ? order.price != trade.price : trade.aggressor != order.side;
        return resting.place == Place::Resting && meets && reaches(order, trade.price);
    });
    std::stable_sort(touched.begin(), touched.end(), [this](OrderId a, OrderId b) {
        BookOrder const& one = m_orders.at(a).order;
        BookOrder const& other = m_orders.at(b).order;
        return one.side == Side::Buy ? one.price > other.price : one.price < other.price;
    });
    std::map<AccountId, Qty> givenTo; // of this trade
    for (const OrderId id : touched) {
        Working* resting = find(id);
        if (resting == nullptr || resting->place != Place::Resting) {
            continue; // another one's fill has ended it
        }
        bool const through = resting->order.price != trade.price;
        const Qty available = through ? trade.qty : standsAt(*resting, trade);
        Qty& given = givenTo[resting->account()];
        const Qty most = through ? resting->leaves : resting->visible;
        const Qty filled = std::min(most, std::max(available - given, Qty(0)));
        if (filled > Qty(0)) {
            given += filled;
            fill(id, resting->order.price, filled, Liquidity::Maker, trade.time);
        }
        // The next part of an iceberg goes behind what is shown.
        if (Working* left = find(id); left != nullptr && left->visible == Qty(0)) {
            left->visible = std::min(left->order.displayQty, left->leaves);
            left->ahead = std::max(left->lastShown - left->tradedSince, Qty(0));
        }
    }
}

// A trade at the order's price moves it up; what of the trade has come as far as to it.
Qty PaperVenue::standsAt(Working& working, Trade const& trade)
{
    const Qty used = std::min(working.ahead, trade.qty);
    working.ahead -= used;
    working.tradedSince += trade.qty;
    if (used > Qty(0)) {
        report(
            {.kind = VenueReport::Kind::QueueMoved, .id = working.order.id, .queueAhead = working.ahead},
            trade.time
        );
    }
    return trade.qty - used;
}

// Triggers follow the trade, then it touches them.
void PaperVenue::followTrade(Trade const& trade)
{
    auto const waiting =
        ordersThat(trade.instrument, [&](Working const& working) { return working.place == Place::Stop; });
    for (const OrderId id : waiting) {
        Working& working = *find(id);
        BookOrder const& order = working.order;
        if (order.trailOffset > Price(0)) {
            trail(working, trade);
        }
        bool const met = (trade.price - order.stopPx).value * signOf(order.side) >= 0;
        working.touched = working.touched || met;
    }
}

void PaperVenue::trail(Working& working, Trade const& trade)
{
    BookOrder& order = working.order;
    const Price tick = m_ticks.at(working.instrument);
    const Price next = trade.price + order.trailOffset * signOf(order.side);
    const Price better = (order.stopPx - next) * signOf(order.side);
    if (better < std::max(order.trailStep, tick)) {
        return;
    }
    if (order.ordType == OrdType::StopLimit) {
        order.price = std::max(order.price + next - order.stopPx, tick);
    }
    order.stopPx = next;
    reportAs(VenueReport::Kind::Restated, working, trade.time);
}

// Buys by rising trigger, then sells by falling, each oldest first. While the book is not live they wait:
// there is nothing they could be filled against.
void PaperVenue::triggerTouched(InstrumentId instrument, Timestamp time)
{
    std::vector<OrderId> due = ordersThat(instrument, [&](Working const& working) {
        return working.touched && working.place == Place::Stop;
    });
    if (due.empty() || m_market.feed(instrument).state != FeedState::Live) {
        return;
    }
    auto const rank = [this](OrderId id) {
        BookOrder const& order = m_orders.at(id).order;
        return std::pair(order.side == Side::Sell, order.stopPx.value * signOf(order.side));
    };
    std::stable_sort(due.begin(), due.end(), [&](OrderId a, OrderId b) { return rank(a) < rank(b); });
    for (const OrderId id : due) {
        Working* working = find(id);
        if (working == nullptr || working->place != Place::Stop) {
            continue;
        }
        BookOrder& order = working->order;
        working->place = Place::Entering;
        report({.kind = VenueReport::Kind::Triggered, .id = id, .price = order.stopPx}, time);
        order.ordType = order.ordType == OrdType::Stop ? OrdType::Market : OrdType::Limit;
        order.stopPx = order.trailOffset = order.trailStep = Price(0);
        onLinkedTrade(id, working->list, time);
        work(id, time);
    }
}

} // namespace qob
