#include "tests/support/naive_book.h"

#include <algorithm>
#include <tuple>

namespace qob::test {

NaiveBook::Entry* NaiveBook::live(OrderId id)
{
    auto const at = m_orders.find(id);
    return at == m_orders.end() ? nullptr : &at->second;
}

NaiveBook::Entry const* NaiveBook::live(OrderId id) const
{
    auto const at = m_orders.find(id);
    return at == m_orders.end() ? nullptr : &at->second;
}

Qty NaiveBook::levelQty(Side side, Price price) const
{
    Qty sum;
    for (auto const& [id, entry] : m_orders) {
        if (entry.in(Place::Lit) && entry.side() == side && entry.order.price == price) {
            sum += entry.shown;
        }
    }
    return sum;
}

Qty NaiveBook::positionToReduce(OwnerId owner, Side side) const
{
    auto const at = m_positions.find(owner);
    Qty const net = at == m_positions.end() ? Qty() : at->second;
    return std::max(Qty(0), side == Side::Sell ? net : -net);
}

std::optional<PriceLevel> NaiveBook::best(Side side) const
{
    std::vector<PriceLevel> first;
    levels(side, 1, first);
    return first.empty() ? std::nullopt : std::optional(first.front());
}

void NaiveBook::levels(Side side, std::size_t count, std::vector<PriceLevel>& out) const
{
    std::map<Price, Qty> sums;
    for (auto const& [id, entry] : m_orders) {
        if (entry.in(Place::Lit) && entry.side() == side) {
            sums[entry.order.price] += entry.shown;
        }
    }
    std::vector<PriceLevel> sorted;
    for (auto const& [price, qty] : sums) {
        sorted.push_back({price, qty});
    }
    if (side == Side::Buy) {
        std::reverse(sorted.begin(), sorted.end());
    }
    sorted.resize(std::min(count, sorted.size()));
    out.insert(out.end(), sorted.begin(), sorted.end());
}

std::optional<OrderImage> NaiveBook::find(OrderId order) const
{
    Entry const* entry = live(order);
    return entry ? std::optional(imageOf(*entry)) : std::nullopt;
}

Qty NaiveBook::queueAhead(OrderId order) const
{
    Entry const* entry = live(order);
    Qty sum;
    if (entry && entry->in(Place::Lit)) {
        for (auto const& [id, other] : m_orders) {
            if (other.in(Place::Lit) && other.side() == entry->side() &&
                other.order.price == entry->order.price && other.queue < entry->queue) {
                sum += other.shown;
            }
        }
    }
    return sum;
}

BookEvent& NaiveBook::tell(Kind kind, Entry const& entry)
{
    BookEvent event;
    event.kind = kind;
    event.instrument = m_rules.instrument;
    event.owner = entry.order.owner;
    event.order = entry.id();
    event.side = entry.side();
    event.price = entry.price();
    return m_events.emplace_back(event);
}

// Accepted or Replaced: what was asked for, and what it shows.
void NaiveBook::answer(Kind kind, Entry const& entry)
{
    BookEvent& event = tell(kind, entry);
    event.price = entry.order.price;
    event.qty = entry.order.qty;
    if (entry.in(Place::Lit)) {
        event.leaves = entry.shown;
        event.levelQty = levelQty(entry.side(), entry.order.price);
    }
}

void NaiveBook::tellRested(Entry const& entry)
{
    BookEvent& event = tell(Kind::Rested, entry);
    if (entry.in(Place::Lit)) {
        event.leaves = entry.shown;
        event.levelQty = levelQty(entry.side(), entry.order.price);
    }
}

void NaiveBook::reject(OrderId order, OwnerId owner, ErrorCode reason)
{
    BookEvent event;
    event.kind = Kind::Rejected;
    event.instrument = m_rules.instrument;
    event.owner = owner;
    event.order = order;
    event.reason = reason;
    m_events.push_back(event);
}

void NaiveBook::finish(BookEvents& out)
{
    settle();
    m_seen.clear();
    m_elected.clear();
    for (BookEvent const& event : m_events) {
        out.push() = event;
    }
    m_events.clear();
}

void NaiveBook::cancel(OrderId order, OwnerId owner, BookEvents& out)
{
    Entry const* entry = live(order);
    if (!entry) {
        reject(order, owner, ErrorCode::OrderUnknown);
    } else if (entry->order.owner != owner) {
        reject(order, owner, ErrorCode::OrderNotOwned);
    } else {
        cancelOrder(order);
    }
    finish(out);
}

void NaiveBook::massCancel(BookMassCancel const& request, BookEvents& out)
{
    bool const ranged = request.lowest || request.highest;
    cancelEach(idsWhere([&](Entry const& at) {
        Price const price = at.order.price;
        return (!request.owner || *request.owner == at.order.owner) &&
               (!request.side || *request.side == at.side()) && (!ranged || price != Price(0)) &&
               (!request.lowest || price >= *request.lowest) &&
               (!request.highest || price <= *request.highest) &&
               (!request.onlyCancelOnDisconnect || at.is(ExecInst::CancelOnDisconnect));
    }));
    finish(out);
}

void NaiveBook::setNetPosition(OwnerId owner, Qty net, BookEvents& out)
{
    m_positions[owner] = net;
    finish(out);
}

void NaiveBook::advanceTime(Timestamp now, BookEvents& out)
{
    m_now = std::max(m_now, now);
    Ids late = idsWhere([&](Entry const& at) {
        return at.order.timeInForce == TimeInForce::GoodTillDate && at.order.expireTime <= m_now;
    });
    std::stable_sort(late.begin(), late.end(), [&](OrderId a, OrderId b) {
        return live(a)->order.expireTime < live(b)->order.expireTime;
    });
    cancelEach(late, ErrorCode::OrderExpired);
    finish(out);
}

OrderImage NaiveBook::imageOf(Entry const& entry) const
{
    OrderImage image;
    image.order = entry.order;
    image.place = *entry.place;
    image.leaves = entry.leaves;
    image.shown = entry.shown;
    image.acceptance = entry.acceptance;
    if (entry.in(Place::Dark) && entry.order.ordType == OrdType::Pegged) {
        image.restsAt = entry.restsAt;
    }
    image.listHead = entry.listHead;
    image.contingency = entry.contingency;
    image.parent = entry.parent;
    return image;
}

BookImage NaiveBook::image() const
{
    BookImage image;
    image.state = m_state;
    image.now = m_now;
    image.lastPrice = m_lastPrice;
    image.band = m_band;
    image.acceptances = m_acceptances;
    std::vector<Entry> sorted;
    for (auto const& [id, entry] : m_orders) {
        sorted.push_back(entry);
    }
    auto const rank = [](Entry const& at) {
        bool const priced = at.in(Place::Lit) || at.in(Place::Dark);
        bool const sell = at.side() == Side::Sell;
        Price key;
        if (priced) {
            key = sell ? at.price() : -at.price();
        } else if (at.in(Place::Stop)) {
            key = sell ? -at.order.stopPx : at.order.stopPx;
        }
        bool const sided = priced || at.in(Place::Stop);
        bool const queued = sided || at.in(Place::Auction);
        return std::tuple(*at.place, sided && sell, key, queued ? at.queue : at.acceptance);
    };
    std::sort(sorted.begin(), sorted.end(), [&](Entry const& a, Entry const& b) {
        return rank(a) < rank(b);
    });
    for (Entry const& entry : sorted) {
        image.orders.push_back(imageOf(entry));
    }
    for (auto const& [owner, net] : m_positions) {
        if (net != Qty(0)) {
            image.positions.push_back({owner, net});
        }
    }
    return image;
}

void NaiveBook::restore(BookImage const& image)
{
    m_state = image.state;
    m_now = image.now;
    m_lastPrice = image.lastPrice;
    m_band = image.band;
    m_acceptances = image.acceptances;
    for (OrderImage const& at : image.orders) {
        Entry entry;
        entry.order = at.order;
        entry.place = at.place;
        entry.leaves = at.leaves;
        entry.shown = at.shown;
        entry.restsAt = at.restsAt;
        entry.acceptance = at.acceptance;
        entry.queue = ++m_arrivals;
        entry.listHead = at.listHead;
        entry.contingency = at.contingency;
        entry.parent = at.parent;
        m_orders.emplace(entry.id(), entry);
    }
    for (NetPosition const& position : image.positions) {
        m_positions[position.owner] = position.net;
    }
}

} // namespace qob::test
