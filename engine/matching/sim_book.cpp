#include "engine/matching/sim_book.h"

#include "engine/base/check.h"
#include "engine/book/ladder_book.h"

#include <algorithm>
#include <cmath>

namespace qob {

namespace {

constexpr OwnerId ourOwner(1);
constexpr std::uint32_t firstAgentOwner = 100;

constexpr std::uint32_t maxOrders = 1U << 18U;

// The agents never send what minNotional would refuse.
BookRules rulesOf(Instrument const& instrument)
{
    return {
        .instrument = instrument.id,
        .tickSize = instrument.tickSize,
        .lotSize = instrument.lotSize,
        .minQty = instrument.lotSize,
        .maxQty = instrument.maxQty,
        .maxOrders = maxOrders};
}

VenueReport::Kind reportKind(BookEvent::Kind kind)
{
    switch (kind) {
    case BookEvent::Kind::Accepted:
        return VenueReport::Kind::Accepted;
    case BookEvent::Kind::Replaced:
        return VenueReport::Kind::Replaced;
    case BookEvent::Kind::Canceled:
        return VenueReport::Kind::Canceled;
    default:
        return VenueReport::Kind::Rejected;
    }
}

} // namespace

SimBook::SimBook(SimListing const& listing, std::uint64_t seed, Timestamp start)
    : m_instrument(listing.instrument)
    , m_start(start)
    , m_now(start)
    , m_tickFactor(static_cast<double>(listing.venue.tickFactor))
    , m_typicalLots(listing.symbol.typicalLots)
    , m_fair(
          seed,
          (listing.instrument.id.value - 1) / simVenues().size(),
          static_cast<double>(listing.symbol.startTick)
      )
    , m_book(std::make_unique<LadderBook>(rulesOf(listing.instrument)))
{
    Rng rng(seed, listing.instrument.id.value);
    m_agents = makePopulation(rng, listing.venue.activity);
    for (std::size_t i = 0; i < m_agents.size(); ++i) {
        m_wakes.emplace(start + milliseconds(static_cast<std::int64_t>(i)), i);
    }
}

Timestamp SimBook::next() const
{
    return m_requests.empty() ? m_wakes.top().first : std::min(m_wakes.top().first, m_requests.front().time);
}

void SimBook::step(MarketListener& listener, VenueReportSink* reports)
{
    m_listener = &listener;
    m_reports = reports;
    m_now = next();
    if (!m_requests.empty() && m_requests.front().time <= m_now) {
        const Request request = m_requests.front();
        m_requests.pop_front();
        std::visit([this](auto const& what) { apply(what); }, request.what);
    } else {
        const std::size_t index = m_wakes.top().second;
        m_wakes.pop();
        m_wakes.emplace(m_now + m_agents[index]->act(*this), index);
    }
    if (!m_own.empty()) {
        reportQueueMoves();
    }
    listener.onBookUpdated(m_instrument.id, m_now);
}

void SimBook::place(VenueOrder const& order, Timestamp time)
{
    m_requests.push_back({std::max(time, m_now), order});
}

void SimBook::cancelOwn(OrderId order, Timestamp time)
{
    m_requests.push_back({std::max(time, m_now), Cancel{order}});
}

void SimBook::replace(OrderId order, Price price, Qty qty, Timestamp time)
{
    m_requests.push_back({std::max(time, m_now), Replace{order, price, qty}});
}

void SimBook::depth(std::size_t levels, DepthView& out) const
{
    out.instrument = m_instrument.id;
    out.sequence = m_messages;
    out.time = m_now;
    out.state = FeedState::Live;
    out.bids.clear();
    out.asks.clear();
    m_book->levels(Side::Buy, levels, out.bids);
    m_book->levels(Side::Sell, levels, out.asks);
}

FeedStatus SimBook::feed() const
{
    FeedStatus status;
    status.instrument = m_instrument.id;
    status.state = FeedState::Live;
    status.messages = m_messages;
    status.trades = m_trades;
    status.lastMessage = m_now;
    status.latency = m_instrument.latency;
    return status;
}

std::int64_t SimBook::bestBid() const
{
    auto const tick = m_instrument.tickSize.value;
    if (auto const best = m_book->best(Side::Buy)) {
        return best->price.value / tick;
    }
    auto const ask = m_book->best(Side::Sell);
    return ask ? std::max<std::int64_t>(1, ask->price.value / tick - 1) : bestAsk() - 1;
}

std::int64_t SimBook::bestAsk() const
{
    auto const tick = m_instrument.tickSize.value;
    if (auto const best = m_book->best(Side::Sell)) {
        return best->price.value / tick;
    }
    auto const bid = m_book->best(Side::Buy);
    if (bid) {
        return bid->price.value / tick + 1;
    }
    // An empty book opens around the start of the fair value's walk.
    return static_cast<std::int64_t>(fairTick()) + 1;
}

double SimBook::fairTick() const
{
    return m_fair.at(m_now - m_start) / m_tickFactor;
}

OrderId SimBook::place(OwnerId owner, Side side, std::int64_t tick, std::int64_t lots, TimeInForce tif)
{
    const OrderId id = m_ids.take();
    const Price price(tick * m_instrument.tickSize.value);
    m_book->add(
        {.id = id,
         .owner = owner,
         .side = side,
         .timeInForce = tif,
         .price = price,
         .qty = Qty(lots * m_instrument.lotSize.value)},
        m_events
    );
    publishAdd(id);
    return id;
}

void SimBook::cancel(OwnerId owner, OrderId order)
{
    m_book->cancel(order, owner, m_events);
    publish();
}

bool SimBook::isWorking(OrderId order) const
{
    return m_book->find(order).has_value();
}

void SimBook::apply(VenueOrder const& order)
{
    const OrderId id = m_ids.take();
    m_own[id] = {order.id, order.price, Qty(-1)};
    m_book->add(
        {.id = id,
         .owner = ourOwner,
         .side = order.side,
         .ordType = order.ordType,
         .timeInForce = order.timeInForce,
         .price = order.price,
         .qty = order.qty},
        m_events
    );
    publishAdd(id);
}

void SimBook::apply(Cancel const& cancel)
{
    const OrderId id = bookIdOf(cancel.order);
    if (id == OrderId()) {
        report(
            {.kind = VenueReport::Kind::CancelRejected,
             .id = cancel.order,
             .reason = Error{ErrorCode::OrderTooLateToCancel, {}}}
        );
        return;
    }
    m_book->cancel(id, ourOwner, m_events);
    publish();
}

void SimBook::apply(Replace const& replace)
{
    const OrderId id = bookIdOf(replace.order);
    if (id == OrderId()) {
        report(
            {.kind = VenueReport::Kind::ReplaceRejected,
             .id = replace.order,
             .reason = Error{ErrorCode::OrderTooLateToCancel, {}}}
        );
        return;
    }
    m_own[id].price = replace.price;
    m_own[id].queueAhead = Qty(-1);
    m_book->replace({.order = id, .owner = ourOwner, .price = replace.price, .qty = replace.qty}, m_events);
    BookEvent const& answer = m_events[m_events.first()];
    if (answer.kind == BookEvent::Kind::Rejected) {
        report(
            {.kind = VenueReport::Kind::ReplaceRejected,
             .id = replace.order,
             .reason = Error{answer.reason, {}}}
        );
        m_events.clear();
        return;
    }
    publish();
}

// What an order caused; the id of a refused one is free again.
void SimBook::publishAdd(OrderId id)
{
    bool const refused = m_events[m_events.first()].kind == BookEvent::Kind::Rejected;
    publish();
    if (refused) {
        m_ids.give(id);
    }
}

void SimBook::publish()
{
    ++m_messages;
    m_events.each([this](BookEvent const& event) {
        bool const trade = event.kind == BookEvent::Kind::Trade;
        if (trade) {
            publishTrade(event);
        } else if (event.owner == ourOwner) {
            publishAnswer(event);
        }
        showLevel(event, trade ? opposite(event.side) : event.side);
        giveBackIds(event);
    });
    flushLevel();
    m_events.clear();
}

// A level that changes several times in a row is shown once, as it is in the end.
void SimBook::showLevel(BookEvent const& event, Side side)
{
    if (event.levelQty == BookEvent::noLevel) {
        return;
    }
    if (m_level.qty != BookEvent::noLevel && (m_levelSide != side || m_level.price != event.price)) {
        flushLevel();
    }
    m_levelSide = side;
    m_level = {event.price, event.levelQty};
}

void SimBook::flushLevel()
{
    if (m_level.qty != BookEvent::noLevel) {
        m_listener->onLevel(m_instrument.id, m_levelSide, m_level.price, m_level.qty, m_now);
        m_level.qty = BookEvent::noLevel;
    }
}

// Ids of orders that are done can be used again.
void SimBook::giveBackIds(BookEvent const& event)
{
    bool const trade = event.kind == BookEvent::Kind::Trade;
    if (event.kind == BookEvent::Kind::Canceled || (trade && event.leaves == Qty(0))) {
        m_ids.give(event.order);
    }
    if (trade && event.makerLeaves == Qty(0)) {
        m_ids.give(event.maker);
    }
}

void SimBook::publishAnswer(BookEvent const& event)
{
    bool const answers = event.kind == BookEvent::Kind::Accepted || event.kind == BookEvent::Kind::Replaced ||
                         event.kind == BookEvent::Kind::Canceled || event.kind == BookEvent::Kind::Rejected;
    if (!answers) {
        return;
    }
    VenueReport answer{
        .kind = reportKind(event.kind),
        .id = m_own.at(event.order).ours,
        .price = event.price,
        .qty = event.qty,
        .reason = event.reason == ErrorCode() ? std::nullopt : std::optional(Error{event.reason, {}})};
    if (event.kind == BookEvent::Kind::Canceled || event.kind == BookEvent::Kind::Rejected) {
        m_own.erase(event.order);
    }
    report(answer);
}

void SimBook::publishTrade(BookEvent const& event)
{
    ++m_trades;
    m_listener->onTrade({m_instrument.id, event.price, event.qty, event.side, m_now, m_trades});
    auto const fill = [&](OrderId order, Qty leaves, Liquidity liquidity) {
        const OrderId ours = m_own.at(order).ours;
        if (leaves == Qty(0)) {
            m_own.erase(order);
        }
        report(
            {.kind = VenueReport::Kind::Filled,
             .id = ours,
             .price = event.price,
             .qty = event.qty,
             .liquidity = liquidity}
        );
    };
    if (event.makerOwner == ourOwner) {
        fill(event.maker, event.makerLeaves, Liquidity::Maker);
    } else {
        agentOf(event.makerOwner).onFill(opposite(event.side), event.qty.value / m_instrument.lotSize.value);
    }
    if (event.owner == ourOwner) {
        fill(event.order, event.leaves, Liquidity::Taker);
    }
}

void SimBook::report(VenueReport report)
{
    report.time = m_now;
    CHECK(m_reports != nullptr);
    m_reports->onVenueReport(report);
}

void SimBook::reportQueueMoves()
{
    for (auto& [id, own] : m_own) {
        const Qty ahead = m_book->queueAhead(id);
        if (ahead != own.queueAhead && isWorking(id)) {
            own.queueAhead = ahead;
            report({.kind = VenueReport::Kind::QueueMoved, .id = own.ours, .queueAhead = ahead});
        }
    }
}

Agent& SimBook::agentOf(OwnerId owner)
{
    return *m_agents.at(owner.value - firstAgentOwner);
}

OrderId SimBook::bookIdOf(OrderId ours) const
{
    auto const found = std::find_if(m_own.begin(), m_own.end(), [&](auto const& entry) {
        return entry.second.ours == ours;
    });
    return found == m_own.end() ? OrderId() : found->first;
}

} // namespace qob
