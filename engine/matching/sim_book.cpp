#include "engine/matching/sim_book.h"

#include "engine/base/check.h"

#include <algorithm>
#include <cmath>

namespace qob {

namespace {

// Owners in the book: the desk, then the agents, then the other accounts.
constexpr OwnerId deskOwner(1);
constexpr std::uint32_t firstAgentOwner = 100;
constexpr std::uint32_t firstAccountOwner = 1000;

OwnerId ownerOf(AccountId account)
{
    return account == AccountId(1) ? deskOwner : OwnerId(firstAccountOwner + account.value);
}

OwnerId ownerOf(OrderId order)
{
    return ownerOf(accountOf(order));
}

bool isOurs(OwnerId owner)
{
    return owner == deskOwner || owner.value >= firstAccountOwner;
}

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
    m_book->setGate(this);
    Rng rng(seed, listing.instrument.id.value);
    m_agents = makePopulation(rng, listing.venue.activity);
    CHECK(firstAgentOwner + m_agents.size() <= firstAccountOwner);
    for (std::size_t i = 0; i < m_agents.size(); ++i) {
        m_wakes.emplace(start + milliseconds(static_cast<std::int64_t>(i)), i);
    }
}

Timestamp SimBook::next() const
{
    const Timestamp first = std::min(m_wakes.top().first, m_book->nextExpiry());
    return m_requests.empty() ? first : std::min(first, m_requests.front().time);
}

void SimBook::step(MarketListener& listener, VenueReportSink* reports)
{
    m_listener = &listener;
    m_reports = reports;
    m_now = next();
    m_book->advanceTime(m_now, m_events);
    if (!m_events.empty()) {
        publish();
    }
    if (!m_requests.empty() && m_requests.front().time <= m_now) {
        const Request request = m_requests.front();
        m_requests.pop_front();
        std::visit([this](auto const& what) { apply(what); }, request.what);
    } else if (m_wakes.top().first <= m_now) {
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

void SimBook::placeList(Contingency contingency, std::vector<VenueOrder> const& orders, Timestamp time)
{
    m_requests.push_back({std::max(time, m_now), List{contingency, orders}});
}

void SimBook::replace(BookReplace const& request, Timestamp time)
{
    m_requests.push_back({std::max(time, m_now), request});
}

void SimBook::setNetPosition(AccountId account, Qty net)
{
    m_book->setNetPosition(ownerOf(account), net, m_events);
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
    publish();
    return id;
}

void SimBook::cancel(OwnerId owner, OrderId order)
{
    if (isWorking(order)) { // else it was filled before the agent saw it
        m_book->cancel(order, owner, m_events);
    }
    publish();
}

bool SimBook::isWorking(OrderId order) const
{
    return m_book->find(order).has_value();
}

// As the book takes it: ours, under an id of its own.
BookOrder SimBook::adopt(VenueOrder const& order)
{
    BookOrder adopted = order.order;
    adopted.id = m_ids.take();
    adopted.owner = ownerOf(order.order.id);
    m_bookIds[order.order.id] = adopted.id;
    m_own[adopted.id] = {
        .ours = order.order.id,
        .side = adopted.side,
        .ordType = adopted.ordType,
        .price = adopted.price,
        .stopPx = adopted.stopPx,
        .worst = order.worst,
        .total = adopted.qty,
        .iceberg = adopted.displayQty > Qty(0) && adopted.displayQty < adopted.qty};
    return adopted;
}

// A market-to-limit order takes the price it finds: not one that it was not paid for.
bool SimBook::isBeyondReach(OrdType ordType, Side side, Price worst) const
{
    auto const best = m_book->best(opposite(side));
    bool const limited = ordType == OrdType::MarketToLimit && worst > Price(0);
    return limited && best && (best->price - worst).value * signOf(side) > 0;
}

bool SimBook::mayEnter(OrderId order)
{
    Own const& own = m_own.at(order);
    return !isBeyondReach(own.ordType, own.side, own.worst);
}

void SimBook::apply(VenueOrder const& order)
{
    if (isBeyondReach(order.order.ordType, order.order.side, order.worst)) {
        refuse(order.order.id, VenueReport::Kind::Rejected, ErrorCode::OrderNoLiquidity);
        return;
    }
    m_book->add(adopt(order), m_events);
    publish();
}

void SimBook::apply(List const& list)
{
    std::vector<BookOrder> orders;
    for (VenueOrder const& order : list.orders) {
        orders.push_back(adopt(order));
    }
    m_book->addList(list.contingency, orders, m_events);
    publish();
}

void SimBook::apply(Cancel const& cancel)
{
    const OrderId id = bookIdOf(cancel.order);
    if (id == OrderId()) {
        refuse(cancel.order, VenueReport::Kind::CancelRejected, ErrorCode::OrderTooLateToCancel);
        return;
    }
    m_book->cancel(id, ownerOf(cancel.order), m_events);
    publish();
}

void SimBook::apply(BookReplace const& replace)
{
    BookReplace request = replace;
    request.order = bookIdOf(replace.order);
    request.owner = ownerOf(replace.order);
    if (request.order == OrderId()) {
        refuse(replace.order, VenueReport::Kind::ReplaceRejected, ErrorCode::OrderTooLateToCancel);
        return;
    }
    m_book->replace(request, m_events);
    BookEvent const& answer = m_events[m_events.first()];
    if (answer.kind == BookEvent::Kind::Rejected) {
        refuse(replace.order, VenueReport::Kind::ReplaceRejected, answer.reason);
        m_events.clear();
        return;
    }
    Own& own = m_own.at(request.order);
    own.queueAhead = Qty(-1);
    own.stopPx = request.stopPx > Price(0) ? request.stopPx : own.stopPx;
    publish();
}

void SimBook::publish()
{
    ++m_messages;
    m_events.each([this](BookEvent const& event) {
        bool const trade = event.kind == BookEvent::Kind::Trade;
        if (trade) {
            publishTrade(event);
        } else if (isOurs(event.owner)) {
            publishOwn(event);
        }
        bool const ofMaker = trade || event.kind == BookEvent::Kind::Prevented;
        showLevel(event, ofMaker ? opposite(event.side) : event.side);
        if (!m_own.empty()) {
            noteQueueMove(event);
        }
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
    using enum BookEvent::Kind;
    bool const paired = event.kind == Trade || event.kind == Prevented;
    bool const over = event.kind == Canceled || event.kind == Rejected;
    if (over || (paired && event.leaves == Qty(0))) {
        m_ids.give(event.order);
    }
    if (paired && event.makerLeaves == Qty(0)) {
        m_ids.give(event.maker);
    }
}

// What the book says of one of our orders, but for trades.
void SimBook::publishOwn(BookEvent const& event)
{
    using enum BookEvent::Kind;
    Own& own = m_own.at(event.order);
    switch (event.kind) {
    case Accepted:
    case Replaced:
        own.price = event.price;
        own.total = event.qty;
        if (auto const waiting = m_book->find(event.order); waiting && own.stopPx == Price(0)) {
            own.stopPx = waiting->order.stopPx; // where a trailing stop begins
        }
        report(about(own, event.kind == Accepted ? VenueReport::Kind::Accepted : VenueReport::Kind::Replaced)
        );
        break;
    case Rejected:
    case Canceled: {
        VenueReport last =
            about(own, event.kind == Canceled ? VenueReport::Kind::Canceled : VenueReport::Kind::Rejected);
        last.reason = event.reason == ErrorCode() ? std::nullopt : std::optional(Error{event.reason, {}});
        forgetOwn(event.order);
        report(last);
        break;
    }
    case Rested:
        if (own.ordType == OrdType::MarketToLimit || own.ordType == OrdType::Pegged) {
            own.ordType = own.ordType == OrdType::Pegged ? OrdType::Pegged : OrdType::Limit;
            own.price = event.price;
            report(about(own, VenueReport::Kind::Restated));
        }
        break;
    case Restated:
        publishRestated(own, event);
        break;
    case Triggered: {
        own.ordType = own.ordType == OrdType::Stop ? OrdType::Market : OrdType::Limit;
        VenueReport triggered = about(own, VenueReport::Kind::Triggered);
        triggered.price = event.price;
        report(triggered);
        break;
    }
    case Prevented:
        publishPrevented(event.maker, event.makerLeaves, event.qty);
        publishPrevented(event.order, event.leaves, event.qty);
        break;
    case Trade:
    case Pulled:
    case Refilled:
    case Uncrossed:
        break;
    }
}

// A pegged order has moved, a trigger has followed the market, or the order was cut.
void SimBook::publishRestated(Own& own, BookEvent const& event)
{
    bool const stop = own.ordType == OrdType::Stop || own.ordType == OrdType::StopLimit;
    if (own.ordType == OrdType::Pegged) { // the event's quantity is what is left, or what it was cut to
        own.price = event.price;
        own.total = own.cum + event.qty;
    } else if (event.qty != own.total) {
        own.total = event.qty;
    } else if (stop) {
        if (own.ordType == OrdType::StopLimit && own.stopPx > Price(0)) {
            own.price = std::max(own.price + event.price - own.stopPx, m_instrument.tickSize);
        }
        own.stopPx = event.price;
    }
    report(about(own, VenueReport::Kind::Restated));
}

// Two of our own orders did not trade with each other and both lost the quantity.
void SimBook::publishPrevented(OrderId order, Qty leaves, Qty qty)
{
    Own& own = m_own.at(order);
    own.total -= qty;
    const Error reason{ErrorCode::OrderSelfTrade, {}};
    VenueReport less = about(own, VenueReport::Kind::Restated);
    less.reason = reason;
    report(less);
    if (leaves == Qty(0)) {
        VenueReport done = about(own, VenueReport::Kind::Canceled);
        done.reason = reason;
        forgetOwn(order);
        report(done);
    }
}

void SimBook::publishTrade(BookEvent const& event)
{
    ++m_trades;
    m_listener->onTrade(
        {.instrument = m_instrument.id,
         .price = event.price,
         .qty = event.qty,
         .aggressor = event.side,
         .time = m_now,
         .id = m_trades,
         .iceberg = isIceberg(event)}
    );
    auto const fill = [&](OrderId order, Qty leaves, Liquidity liquidity) {
        const OrderId ours = m_own.at(order).ours;
        m_own.at(order).cum += event.qty;
        if (leaves == Qty(0)) {
            forgetOwn(order);
        }
        report(
            {.kind = VenueReport::Kind::Filled,
             .id = ours,
             .price = event.price,
             .qty = event.qty,
             .liquidity = liquidity}
        );
    };
    if (isOurs(event.makerOwner)) {
        fill(event.maker, event.makerLeaves, Liquidity::Maker);
    } else {
        agentOf(event.makerOwner).onFill(opposite(event.side), event.qty.value / m_instrument.lotSize.value);
    }
    if (isOurs(event.owner)) {
        fill(event.order, event.leaves, Liquidity::Taker);
    }
}

VenueReport SimBook::about(Own const& own, VenueReport::Kind kind)
{
    return {.kind = kind, .id = own.ours, .price = own.price, .qty = own.total, .stopPx = own.stopPx};
}

void SimBook::refuse(OrderId ours, VenueReport::Kind kind, ErrorCode reason)
{
    report({.kind = kind, .id = ours, .reason = Error{reason, {}}});
}

void SimBook::report(VenueReport report)
{
    report.time = m_now;
    CHECK(m_reports != nullptr);
    m_reports->onVenueReport(report);
}

// Who comes stands behind the others; who goes, or is cut, lets them move up.
void SimBook::noteQueueMove(BookEvent const& event)
{
    using enum BookEvent::Kind;
    switch (event.kind) {
    case Accepted:
    case Rested:
        if (isOurs(event.owner)) {
            m_arrived.push_back(event.order);
        }
        break;
    case Trade:
    case Prevented:
        m_movedLevels.emplace_back(opposite(event.side), event.price);
        break;
    case Canceled:
    case Pulled:
    case Refilled:
        m_movedLevels.emplace_back(event.side, event.price);
        break;
    case Replaced:
    case Restated:
    case Triggered:
    case Uncrossed:
        m_movedAnywhere = true;
        break;
    case Rejected:
        break;
    }
}

void SimBook::reportQueueMoves()
{
    auto const mayHaveMoved = [this](OrderId id, Own const& own) {
        auto const here = std::pair(own.side, own.price);
        return m_movedAnywhere || own.price == Price(0) ||
               std::find(m_movedLevels.begin(), m_movedLevels.end(), here) != m_movedLevels.end() ||
               std::find(m_arrived.begin(), m_arrived.end(), id) != m_arrived.end();
    };
    bool const any = m_movedAnywhere || !m_movedLevels.empty() || !m_arrived.empty();
    for (auto own = m_own.begin(); any && own != m_own.end(); ++own) {
        auto& [id, order] = *own;
        if (!mayHaveMoved(id, order)) {
            continue;
        }
        const Qty ahead = m_book->queueAhead(id);
        if (ahead != order.queueAhead && isWorking(id)) {
            order.queueAhead = ahead;
            report({.kind = VenueReport::Kind::QueueMoved, .id = order.ours, .queueAhead = ahead});
        }
    }
    m_movedLevels.clear();
    m_arrived.clear();
    m_movedAnywhere = false;
}

bool SimBook::isIceberg(BookEvent const& trade) const
{
    return isOurs(trade.makerOwner) ? m_own.at(trade.maker).iceberg
                                    : agentOf(trade.makerOwner).showsInParts();
}

Agent& SimBook::agentOf(OwnerId owner) const
{
    return *m_agents.at(owner.value - firstAgentOwner);
}

OrderId SimBook::bookIdOf(OrderId ours) const
{
    auto const found = m_bookIds.find(ours);
    return found == m_bookIds.end() ? OrderId() : found->second;
}

void SimBook::forgetOwn(OrderId order)
{
    auto const own = m_own.find(order);
    m_bookIds.erase(own->second.ours);
    m_own.erase(own);
}

} // namespace qob
