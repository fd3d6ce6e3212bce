#include "engine/matching/sim_market.h"

#include "engine/base/check.h"

namespace qob {

SimMarket::SimMarket(SimSettings const& settings)
    : m_begin(settings.start + settings.history)
    , m_present(m_begin)
{
    for (SimListing const& listing : simListings()) {
        Slot slot;
        slot.book = std::make_unique<SimBook>(listing, settings.seed, settings.start);
        slot.ready = settings.history == Duration(0);
        m_slots.push_back(std::move(slot));
    }
}

Timestamp SimMarket::nextEventTime()
{
    if (!m_announced) {
        return m_present;
    }
    Slot const* next = earliest();
    return next == nullptr ? Timestamp::max() : next->book->next();
}

void SimMarket::runUntil(Timestamp limit, MarketListener& listener)
{
    announce(listener);
    for (Slot* next = earliest(); next != nullptr && next->book->next() <= limit; next = earliest()) {
        next->book->step(listener, m_reports);
    }
    m_present = std::max(m_present, limit);
}

void SimMarket::depth(InstrumentId instrument, std::size_t levels, DepthView& out) const
{
    slot(instrument).book->depth(levels, out);
    if (!slot(instrument).ready) {
        out.state = FeedState::AwaitingSnapshot;
    }
}

FeedStatus SimMarket::feed(InstrumentId instrument) const
{
    FeedStatus status = slot(instrument).book->feed();
    if (!slot(instrument).ready) {
        status.state = FeedState::AwaitingSnapshot;
    }
    return status;
}

void SimMarket::rewind()
{
    CHECK(false); // canRewind() is false: a simulated market's past holds our own orders
}

void SimMarket::rollHistory(InstrumentId instrument, std::size_t events, MarketListener& listener)
{
    announce(listener);
    Slot& rolled = slot(instrument);
    if (rolled.ready) {
        return;
    }
    if (!rolled.rolling) {
        rolled.rolling = true;
        listener.onFeed(rolled.book->feed()); // its past is as good as its present
    }
    for (; events > 0 && rolled.book->next() <= m_present; --events) {
        rolled.book->step(listener, m_reports);
    }
    if (rolled.book->next() > m_present) {
        rolled.ready = true;
    }
}

std::vector<InstrumentId> SimMarket::historyPending() const
{
    std::vector<InstrumentId> pending;
    for (Slot const& slot : m_slots) {
        if (!slot.ready) {
            pending.push_back(slot.book->instrument().id);
        }
    }
    return pending;
}

bool SimMarket::ready(VenueOrder const& order, Timestamp time)
{
    if (slot(order.instrument).ready) {
        m_orders[order.order.id] = order.instrument;
        return true;
    }
    m_reports->onVenueReport(
        {.kind = VenueReport::Kind::Rejected,
         .id = order.order.id,
         .time = time,
         .reason = Error{ErrorCode::OrderMarketNotLive, "its history is still being made"}}
    );
    return false;
}

void SimMarket::place(VenueOrder const& order, Timestamp time)
{
    if (ready(order, time)) {
        slot(order.instrument).book->place(order, time);
    }
}

void SimMarket::placeList(Contingency contingency, std::vector<VenueOrder> const& orders, Timestamp time)
{
    bool all = true;
    for (VenueOrder const& order : orders) {
        all = ready(order, time) && all;
    }
    if (all) {
        slot(orders.front().instrument).book->placeList(contingency, orders, time);
    }
}

void SimMarket::cancel(OrderId order, Timestamp time)
{
    slot(m_orders.at(order)).book->cancelOwn(order, time);
}

void SimMarket::replace(BookReplace const& request, Timestamp time)
{
    slot(m_orders.at(request.order)).book->replace(request, time);
}

void SimMarket::setNetPosition(AccountId account, InstrumentId instrument, Qty net)
{
    slot(instrument).book->setNetPosition(account, net);
}

SimMarket::Slot* SimMarket::earliest()
{
    Slot* found = nullptr;
    for (Slot& slot : m_slots) {
        if (slot.ready && (found == nullptr || slot.book->next() < found->book->next())) {
            found = &slot;
        }
    }
    return found;
}

void SimMarket::announce(MarketListener& listener)
{
    if (m_announced) {
        return;
    }
    m_announced = true;
    for (Slot const& slot : m_slots) {
        listener.onInstrument(slot.book->instrument());
        if (slot.ready) {
            listener.onFeed(slot.book->feed());
        }
    }
}

} // namespace qob
