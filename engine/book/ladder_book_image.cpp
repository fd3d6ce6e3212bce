#include "engine/book/ladder_book.h"

#include <algorithm>

namespace qob {

namespace {

constexpr std::uint64_t rankMask = (std::uint64_t{1} << OrderRecord::bookShift) - 1;

OrderImage::Place imagePlace(OrderRecord::Place place)
{
    switch (place) {
    case OrderRecord::Place::Dark:
        return OrderImage::Place::Dark;
    case OrderRecord::Place::AllOrNone:
        return OrderImage::Place::AllOrNone;
    case OrderRecord::Place::Stop:
        return OrderImage::Place::Stop;
    case OrderRecord::Place::Auction:
        return OrderImage::Place::Auction;
    case OrderRecord::Place::Peg:
        return OrderImage::Place::Peg;
    case OrderRecord::Place::Held:
        return OrderImage::Place::Held;
    default:
        return OrderImage::Place::Lit;
    }
}

} // namespace

std::optional<PriceLevel> LadderBook::best(Side side) const
{
    unsigned const index = indexOf(side);
    const std::int64_t tick = m_lit.best(index);
    if (tick == PriceLadder::noBid || tick == PriceLadder::noAsk) {
        return std::nullopt;
    }
    return PriceLevel{priceOf(tick), Qty(m_lit.qtyAt(tick))};
}

void LadderBook::levels(Side side, std::size_t count, std::vector<PriceLevel>& out) const
{
    eachLevel(side, [&](PriceLevel const& level) {
        if (count > 0) {
            out.push_back(level);
            --count;
        }
        return count > 0;
    });
}

std::optional<OrderImage> LadderBook::find(OrderId order) const
{
    return live(order) == nullptr ? std::nullopt : std::optional(imageOf(slotOf(order)));
}

Qty LadderBook::queueAhead(OrderId id) const
{
    OrderRecord const* order = live(id);
    bool const lit = order != nullptr && order->place == Place::Lit;
    return lit ? Qty(m_lit.ahead(*order)) : Qty(0);
}

OrderImage LadderBook::imageOf(Slot slot) const
{
    OrderRecord const& at = record(slot);
    OrderImage image;
    BookOrder& order = image.order;
    if (at.is(OrderRecord::hasTerms)) {
        OrderTerms const& special = terms(slot);
        order = special.order;
        image.listHead = special.listHead;
        if (auto const list = m_lists.find(special.listHead); list != m_lists.end()) {
            image.contingency = list->second.contingency;
            image.parent = list->second.parentLives && list->second.orders.front() == idOf(slot);
        }
    } else {
        order.id = idOf(slot);
        order.owner = at.owner;
        order.side = sideOf(at.side);
        order.timeInForce = at.timeInForce;
        order.selfTrade = at.selfTrade;
        order.price = priceOf(tickOf(slot));
    }
    order.qty = Qty(totalOf(slot));
    image.place = imagePlace(at.place);
    image.leaves = Qty(leavesOf(slot));
    image.shown = at.place == Place::Lit ? Qty(at.queued) : Qty(0);
    image.acceptance = at.acceptance & rankMask;
    if (at.place == Place::Dark && order.ordType == OrdType::Pegged) {
        image.restsAt = priceOf(tickOf(slot));
    }
    return image;
}

BookImage LadderBook::image() const
{
    BookImage image;
    image.state = m_state;
    image.now = m_now;
    image.lastPrice = lastPrice();
    image.band = m_band;
    image.acceptances = m_lastAcceptance & rankMask;
    image.orders.reserve(m_live);
    for (PriceLadder const* ladder : {&m_lit, &m_dark}) {
        for (unsigned side = 0; side < 2; ++side) {
            const std::int64_t end = side == 0 ? PriceLadder::noBid : PriceLadder::noAsk;
            for (auto tick = ladder->best(side); tick != end; tick = ladder->next(side, tick)) {
                ladder->eachEntry(tick, [&](Slot slot) {
                    image.orders.push_back(imageOf(slot));
                    return true;
                });
            }
        }
    }
    const std::size_t queued = image.orders.size();
    for (WaitingSet const& set : m_allOrNone) {
        for (Waiting const& waiting : set) {
            image.orders.push_back(imageOf(waiting.slot));
        }
    }
    std::sort(
        image.orders.begin() + static_cast<std::ptrdiff_t>(queued),
        image.orders.end(),
        [](OrderImage const& a, OrderImage const& b) { return a.acceptance < b.acceptance; }
    );
    for (WaitingSet const* set : {&m_stops[0], &m_stops[1], &m_collected, &m_pegs, &m_held}) {
        for (Waiting const& waiting : *set) {
            if (record(waiting.slot).place != Place::Dark) {
                image.orders.push_back(imageOf(waiting.slot));
            }
        }
    }
    for (std::uint32_t owner = 0; owner < m_ownerEnd; ++owner) {
        if (m_net[owner] != 0) {
            image.positions.push_back({OwnerId(owner), Qty(m_net[owner])});
        }
    }
    return image;
}

void LadderBook::restore(BookImage const& image)
{
    BookEvents unsaid;
    m_state = image.state;
    m_now = image.now;
    m_lastTick = tickOf(image.lastPrice);
    m_band = image.band;
    admitBetween();
    std::unordered_map<OrderId, std::vector<OrderImage const*>> lists;
    for (OrderImage const& at : image.orders) {
        bool const plain =
            isPlain(at.order) && at.place == OrderImage::Place::Lit && at.listHead == OrderId();
        const Slot slot = plain ? (newRecord(at.order), slotOf(at.order.id)) : accept(at.order);
        if (at.order.timeInForce == TimeInForce::GoodTillDate) {
            // accept() ranked it before its acceptance was known.
            m_expiry.erase({at.order.expireTime.value, record(slot).acceptance, slot});
            m_expiry.insert({at.order.expireTime.value, m_firstAcceptance + at.acceptance, slot});
        }
        record(slot).acceptance = m_firstAcceptance + at.acceptance;
        if (plain) {
            rest(slot, tickOf(at.order.price), at.leaves.value, Kind::Rested, unsaid);
            unsaid.clear();
            continue;
        }
        restorePlace(slot, at, unsaid);
        if (at.listHead != OrderId()) {
            lists[at.listHead].push_back(&at);
        }
    }
    for (auto& [head, members] : lists) {
        std::sort(members.begin(), members.end(), [](auto const* a, auto const* b) {
            return a->acceptance < b->acceptance;
        });
        ListOrders ids;
        for (OrderImage const* member : members) {
            ids.push_back(member->order.id);
        }
        joinList(members.front()->contingency, members.front()->parent, ids);
    }
    for (Waiting const& waiting : m_held) {
        auto const list = m_lists.find(listOf(waiting.slot));
        if (list == m_lists.end() || !list->second.parentLives) {
            m_freed.insert(waiting);
        }
    }
    for (NetPosition const& position : image.positions) {
        m_net[position.owner.value] = position.net.value;
        m_ownerEnd = std::max(m_ownerEnd, position.owner.value + 1);
    }
    m_lastAcceptance = m_firstAcceptance + image.acceptances;
}

void LadderBook::restorePlace(Slot slot, OrderImage const& at, BookEvents& unsaid)
{
    OrderRecord& order = record(slot);
    OrderTerms& special = terms(slot);
    special.leaves = at.leaves.value;
    special.order.displayQty = at.order.displayQty;
    if (at.order.displayQty > Qty(0)) {
        order.flags |= OrderRecord::careful;
    }
    if (at.order.ordType == OrdType::Pegged && at.place != OrderImage::Place::Held) {
        watch(m_pegs, {0, order.acceptance, slot});
    }
    switch (at.place) {
    case OrderImage::Place::Lit:
    case OrderImage::Place::Dark: {
        const Price price = at.order.ordType == OrdType::Pegged ? at.restsAt : at.order.price;
        rest(slot, tickOf(price), at.leaves.value, Kind::Rested, unsaid);
        if (at.place == OrderImage::Place::Lit && order.queued != at.shown.value) {
            const std::int64_t more = order.queued - at.shown.value;
            m_lit.reduce(order, more); // an iceberg that has shown part of its slice already
        }
        break;
    }
    case OrderImage::Place::AllOrNone:
        waitAs(Place::AllOrNone, slot);
        break;
    case OrderImage::Place::Stop:
        order.place = Place::Stop;
        special.stamp = ++m_lastStamp;
        watch(
            m_stops[order.side], {tickOf(at.order.stopPx) * (order.side == 0 ? 1 : -1), special.stamp, slot}
        );
        if (at.order.trailOffset > Price(0)) {
            m_trailing.insert({0, order.acceptance, slot});
        }
        break;
    case OrderImage::Place::Auction:
        waitAs(Place::Auction, slot);
        break;
    case OrderImage::Place::Peg:
        order.place = Place::Peg;
        break;
    case OrderImage::Place::Held:
        waitAs(Place::Held, slot);
        break;
    }
    unsaid.clear();
}

} // namespace qob
