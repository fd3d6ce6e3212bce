#include "engine/book/ladder_book.h"

#include <algorithm>

namespace qob {

// Fills m_auction with who takes part in an uncrossing now; returns its price, nothing when nothing trades.
std::optional<AuctionPrice> LadderBook::gather(bool closing) const
{
    m_auction.clear();
    for (unsigned side = 0; side < 2; ++side) {
        for (PriceLadder const* ladder : {&m_lit, &m_dark}) {
            const std::int64_t end = side == 0 ? PriceLadder::noBid : PriceLadder::noAsk;
            for (auto tick = ladder->best(side); tick != end; tick = ladder->next(side, tick)) {
                ladder->eachEntry(tick, [&](Slot slot) {
                    bool const special = record(slot).is(OrderRecord::hasTerms);
                    bool const out = special && (terms(slot).order.ordType == OrdType::Pegged ||
                                                 has(terms(slot).order.execInst, ExecInst::ReduceOnly));
                    if (!out) {
                        m_auction.add(side, slot, tick, leavesOf(slot), false);
                    }
                    return true;
                });
            }
        }
    }
    for (Waiting const& waiting : m_collected) {
        BookOrder const& order = terms(waiting.slot).order;
        if (closing || order.timeInForce != TimeInForce::AtTheClose) {
            const std::int64_t leaves = terms(waiting.slot).leaves;
            bool const any = order.price == Price(0);
            m_auction.add(record(waiting.slot).side, waiting.slot, tickOf(order.price), leaves, any);
        }
    }
    m_auction.sort();
    return m_auction.price(m_band, m_tickSize, m_lastTick);
}

std::optional<AuctionQuote> LadderBook::auctionQuote() const
{
    bool const collecting = m_state == TradingState::PreOpen || m_state == TradingState::OpeningAuction ||
                            m_state == TradingState::ClosingAuction;
    if (!collecting) {
        return std::nullopt;
    }
    auto const price = gather(m_state == TradingState::ClosingAuction);
    if (!price) {
        return std::nullopt;
    }
    return AuctionQuote{priceOf(price->tick), Qty(price->volume()), Qty(price->surplus())};
}

bool LadderBook::uncrossesInto(TradingState next) const
{
    return next != m_state && (next == TradingState::Continuous ||
                               (next == TradingState::Closed && m_state == TradingState::ClosingAuction));
}

Price LadderBook::uncrossingAt(TradingState next) const
{
    auto const price = uncrossesInto(next) ? gather(next == TradingState::Closed) : std::nullopt;
    return price ? priceOf(price->tick) : Price(0);
}

void LadderBook::setState(TradingState state, BookEvents& out)
{
    if (state == m_state) {
        return;
    }
    bool const closing = state == TradingState::Closed;
    bool const opening = state == TradingState::Continuous;
    const Price uncrossed = uncrossesInto(state) ? uncross(closing, out) : Price(0);
    m_state = state;
    m_pegsMoved = true;
    admitBetween();
    if (opening) {
        touchLastPrice();
        releaseCollected(uncrossed, out);
        settle(out);
    } else if (state == TradingState::Closed) {
        releaseCollected(uncrossed, out);
        endDay(out);
    }
}

// The price everything traded at; 0: nothing did.
Price LadderBook::uncross(bool closing, BookEvents& out)
{
    auto const price = gather(closing);
    if (!price) {
        return Price(0);
    }
    const std::int64_t tick = price->tick;
    BookEvent& head = out.push();
    head = {};
    head.kind = Kind::Uncrossed;
    head.instrument = m_instrument;
    head.price = priceOf(tick);
    head.qty = Qty(price->volume());
    m_lastTick = tick;
    Auction::Orders& buys = m_auction.orders(0);
    Auction::Orders& sells = m_auction.orders(1);
    std::size_t buy = 0;
    std::size_t sell = 0;
    for (std::int64_t left = price->volume(); left > 0;) {
        AuctionOrder& b = buys[buy];
        AuctionOrder& s = sells[sell];
        const std::int64_t qty = std::min({left, b.leaves, s.leaves});
        left -= qty;
        b.leaves -= qty;
        s.leaves -= qty;
        m_net[record(b.slot).owner.value] += qty;
        m_net[record(s.slot).owner.value] -= qty;
        BookEvent& event = say(Kind::Trade, b.slot, out);
        event.side = Side::Undisclosed;
        event.makerOwner = record(s.slot).owner;
        event.maker = idOf(s.slot);
        event.price = priceOf(tick);
        event.qty = Qty(qty);
        event.leaves = Qty(b.leaves);
        event.makerLeaves = Qty(s.leaves);
        buy += static_cast<std::size_t>(b.leaves == 0);
        sell += static_cast<std::size_t>(s.leaves == 0);
    }
    bookUncrossed(out);
    return priceOf(tick);
}

// Each order that traded gets what is left of it; what their lists do waits until that is done for all.
void LadderBook::bookUncrossed(BookEvents& out)
{
    m_uncrossed.clear();
    for (unsigned side = 0; side < 2; ++side) {
        for (AuctionOrder const& order : m_auction.orders(side)) {
            if (order.leaves != order.before) {
                const std::int64_t filled = totalOf(order.slot) - order.leaves;
                m_uncrossed.push_back({idOf(order.slot), listOf(order.slot), order.leaves, filled});
            }
        }
    }
    for (Uncrossed const& order : m_uncrossed) {
        const Slot slot = slotOf(order.id);
        OrderRecord& at = record(slot);
        if (at.place == Place::Lit) {
            restateLit(slot, order.leaves, out);
        } else if (at.place == Place::Dark) {
            const std::int64_t qty = at.queued;
            order.leaves == 0 ? m_dark.erase(at) : m_dark.reduce(at, qty - order.leaves);
        }
        if (at.is(OrderRecord::hasTerms)) {
            terms(slot).leaves = order.leaves;
        }
        if (order.leaves == 0) {
            at.is(OrderRecord::hasTerms) ? forget(slot) : finish(slot, 0, out);
        }
    }
    for (Uncrossed const& order : m_uncrossed) {
        if (order.listHead == OrderId()) {
            continue;
        }
        if (order.leaves == 0) {
            onListedDone(order.id, order.listHead, order.filled, out);
        } else {
            onListedTrade(order.id, order.listHead, out);
        }
    }
}

void LadderBook::restateLit(Slot slot, std::int64_t leaves, BookEvents& out)
{
    OrderRecord& order = record(slot);
    const Price price = priceOf(tickOf(slot));
    const std::int64_t was = order.queued;
    bool const iceberg = order.is(OrderRecord::hasTerms) && terms(slot).order.displayQty > Qty(0);
    const std::int64_t shown = iceberg ? std::min(terms(slot).order.displayQty.value, leaves) : leaves;
    keepTotal(slot);
    const std::int64_t levelQty = leaves == 0 ? m_lit.erase(order) : m_lit.reduce(order, was - shown);
    BookEvent& event = say(leaves == 0 ? Kind::Pulled : Kind::Restated, slot, out);
    event.price = price;
    event.qty = Qty(leaves == 0 ? was : totalOf(slot));
    event.leaves = Qty(shown);
    event.levelQty = was == shown ? BookEvent::noLevel : Qty(levelQty);
}

// After an uncrossing: what was collected for it only goes; entering continuous trading, the rest arrives.
void LadderBook::releaseCollected(Price uncrossed, BookEvents& out)
{
    bool const closed = m_state == TradingState::Closed;
    m_named.clear();
    for (Waiting const& waiting : m_collected) {
        m_named.push_back(idOf(waiting.slot));
    }
    for (const OrderId id : m_named) {
        if (live(id) == nullptr) {
            continue;
        }
        BookOrder& order = terms(slotOf(id)).order;
        bool const stays = order.timeInForce == TimeInForce::AtTheClose && !closed;
        bool const ends = order.ordType == OrdType::Market ||
                          order.timeInForce == TimeInForce::AtTheOpening ||
                          order.timeInForce == TimeInForce::AtTheClose;
        bool const fixes = order.ordType == OrdType::MarketToLimit;
        if ((ends && !stays) || (fixes && uncrossed == Price(0))) {
            remove(slotOf(id), ErrorCode::OrderNoLiquidity, out);
        } else if (fixes) {
            order.ordType = OrdType::Limit;
            order.price = uncrossed;
        }
    }
    for (const OrderId id : m_named) {
        OrderRecord const* order = live(id);
        bool const enters = !closed && order != nullptr && order->place == Place::Auction &&
                            order->timeInForce != TimeInForce::AtTheClose;
        if (enters) {
            leaveWaiting(slotOf(id));
            takeSpecial(slotOf(id), Kind::Rested, out);
        }
    }
}

void LadderBook::endDay(BookEvents& out)
{
    m_named.clear();
    for (const Slot slot : byAcceptance()) {
        if (record(slot).timeInForce == TimeInForce::Day) {
            m_named.push_back(idOf(slot));
        }
    }
    for (const OrderId id : m_named) {
        if (live(id) != nullptr) {
            remove(slotOf(id), ErrorCode::OrderDayEnded, out);
        }
    }
}

void LadderBook::setBand(PriceBand band)
{
    m_band = band;
    m_pegsMoved = true;
    admitBetween();
}

void LadderBook::setNetPosition(OwnerId owner, Qty net, BookEvents& out)
{
    if (owner.value >= maxOwners) {
        return;
    }
    m_ownerEnd = std::max(m_ownerEnd, owner.value + 1);
    m_net[owner.value] = net.value;
    settle(out);
}

} // namespace qob
