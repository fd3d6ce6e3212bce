#include "engine/book/ladder_book.h"

#include <algorithm>

namespace qob {

namespace {

// An order as it takes part in an auction, best first.
struct Participant {
    Slot slot;
    std::int64_t limit; // tick; meaningless for `any`
    std::int64_t leaves;
    bool any; // trades at every price
    bool lit;
};

using Participants = std::vector<Participant>;

// How much of these would trade at `tick`.
std::int64_t eagerAt(Participants const& orders, unsigned side, std::int64_t tick)
{
    std::int64_t sum = 0;
    for (Participant const& order : orders) {
        bool const trades = order.any || (side == 0 ? order.limit >= tick : order.limit <= tick);
        if (!trades) {
            break; // best first
        }
        sum += order.leaves;
    }
    return sum;
}

struct Candidate {
    std::int64_t tick;
    std::int64_t buys;
    std::int64_t sells;

    [[nodiscard]] std::int64_t volume() const { return std::min(buys, sells); }

    [[nodiscard]] std::int64_t surplus() const { return buys - sells; }
};

// Of equally good prices, in rising order: by the side that presses, then by what was last traded at.
Candidate const& pick(std::vector<Candidate> const& best, std::int64_t lastTick)
{
    auto const all = [&](auto test) {
        return std::all_of(best.begin(), best.end(), test);
    };
    if (all([](Candidate const& at) { return at.surplus() > 0; })) {
        return best.back();
    }
    if (all([](Candidate const& at) { return at.surplus() < 0; })) {
        return best.front();
    }
    auto const farness = [&](Candidate const& at) {
        return lastTick != 0 ? std::abs(at.tick - lastTick)
                             : std::abs(2 * at.tick - best.front().tick - best.back().tick);
    };
    if (lastTick != 0) {
        return *std::min_element(best.rbegin(), best.rend(), [&](auto const& a, auto const& b) {
            return farness(a) < farness(b);
        });
    }
    const std::int64_t sum = best.front().tick + best.back().tick;
    return *std::find_if(best.rbegin(), best.rend(), [&](auto const& at) { return 2 * at.tick <= sum; });
}

std::optional<Candidate> uncrossingPrice(
    Participants const& buys, Participants const& sells, auto const& inBand, std::int64_t lastTick
)
{
    std::vector<std::int64_t> ticks;
    for (Participants const* side : {&buys, &sells}) {
        for (Participant const& order : *side) {
            if (!order.any && inBand(order.limit)) {
                ticks.push_back(order.limit);
            }
        }
    }
    if (ticks.empty() && lastTick != 0 && inBand(lastTick)) {
        ticks.push_back(lastTick);
    }
    std::sort(ticks.begin(), ticks.end());
    ticks.erase(std::unique(ticks.begin(), ticks.end()), ticks.end());
    std::vector<Candidate> best;
    for (const std::int64_t tick : ticks) {
        const Candidate at{tick, eagerAt(buys, 0, tick), eagerAt(sells, 1, tick)};
        auto const rank = [](Candidate const& c) {
            return std::pair(-c.volume(), std::abs(c.surplus()));
        };
        if (at.volume() == 0 || (!best.empty() && rank(at) > rank(best.front()))) {
            continue;
        }
        if (!best.empty() && rank(at) < rank(best.front())) {
            best.clear();
        }
        best.push_back(at);
    }
    return best.empty() ? std::nullopt : std::optional(pick(best, lastTick));
}

} // namespace

struct LadderBook::Auction {
    Participants sides[2];
    std::optional<Candidate> price;
};

// Who takes part in an uncrossing now, and its price.
LadderBook::Auction LadderBook::gather(bool closing) const
{
    Auction auction;
    for (unsigned side = 0; side < 2; ++side) {
        Participants& orders = auction.sides[side];
        for (Ladder const* ladder : {&m_lit, &m_dark}) {
            const std::int64_t end = side == 0 ? Ladder::noBid : Ladder::noAsk;
            for (auto tick = ladder->best(side); tick != end; tick = ladder->next(side, tick)) {
                ladder->eachEntry(tick, [&](Slot slot) {
                    bool const special = record(slot).is(OrderRecord::hasTerms);
                    bool const out = special && (terms(slot).order.ordType == OrdType::Pegged ||
                                                 has(terms(slot).order.execInst, ExecInst::ReduceOnly));
                    if (!out) {
                        orders.push_back({slot, tick, leavesOf(slot), false, ladder == &m_lit});
                    }
                    return true;
                });
            }
        }
        for (Waiting const& waiting : m_collected) {
            BookOrder const& order = terms(waiting.slot).order;
            bool const now = closing || order.timeInForce != TimeInForce::AtTheClose;
            if (record(waiting.slot).side == side && now) {
                orders.push_back(
                    {waiting.slot,
                     tickOf(order.price),
                     terms(waiting.slot).leaves,
                     order.price == Price(0),
                     false}
                );
            }
        }
        std::stable_sort(orders.begin(), orders.end(), [&](Participant const& a, Participant const& b) {
            if (a.any || b.any) {
                return a.any && !b.any;
            }
            return side == 0 ? a.limit > b.limit : a.limit < b.limit;
        });
    }
    auto const inBand = [&](std::int64_t tick) {
        return m_band.contains(priceOf(tick));
    };
    auction.price = uncrossingPrice(auction.sides[0], auction.sides[1], inBand, m_lastTick);
    return auction;
}

std::optional<AuctionQuote> LadderBook::auctionQuote() const
{
    bool const collecting = m_state == TradingState::PreOpen || m_state == TradingState::OpeningAuction ||
                            m_state == TradingState::ClosingAuction;
    if (!collecting) {
        return std::nullopt;
    }
    auto const price = gather(m_state == TradingState::ClosingAuction).price;
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
    auto const price = uncrossesInto(next) ? gather(next == TradingState::Closed).price : std::nullopt;
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
    const Auction auction = gather(closing);
    if (!auction.price) {
        return Price(0);
    }
    const std::int64_t tick = auction.price->tick;
    BookEvent& head = out.push();
    head = {};
    head.kind = Kind::Uncrossed;
    head.instrument = m_instrument;
    head.price = priceOf(tick);
    head.qty = Qty(auction.price->volume());
    m_lastTick = tick;
    Participants buys = auction.sides[0];
    Participants sells = auction.sides[1];
    std::size_t buy = 0;
    std::size_t sell = 0;
    for (std::int64_t left = auction.price->volume(); left > 0;) {
        Participant& b = buys[buy];
        Participant& s = sells[sell];
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
    std::vector<Traded> traded;
    for (unsigned side = 0; side < 2; ++side) {
        Participants const& before = auction.sides[side];
        Participants const& after = side == 0 ? buys : sells;
        for (std::size_t i = 0; i < after.size(); ++i) {
            if (after[i].leaves != before[i].leaves) {
                traded.push_back({after[i].slot, idOf(after[i].slot), listOf(after[i].slot), after[i].leaves}
                );
            }
        }
    }
    bookUncrossed(traded, out);
    return priceOf(tick);
}

// Each order that traded gets what is left of it; what their lists do waits until that is done for all.
void LadderBook::bookUncrossed(std::vector<Traded> const& traded, BookEvents& out)
{
    std::vector<std::int64_t> filled;
    for (Traded const& order : traded) {
        OrderRecord& at = record(order.slot);
        filled.push_back(totalOf(order.slot) - order.leaves);
        if (at.place == Place::Lit) {
            restateLit(order.slot, order.leaves, out);
        } else if (at.place == Place::Dark) {
            const std::int64_t qty = at.queued;
            order.leaves == 0 ? m_dark.erase(at) : m_dark.reduce(at, qty - order.leaves);
        }
        if (at.is(OrderRecord::hasTerms)) {
            terms(order.slot).leaves = order.leaves;
        }
        if (order.leaves == 0) {
            at.is(OrderRecord::hasTerms) ? forget(order.slot) : finish(order.slot, 0, out);
        }
    }
    for (std::size_t i = 0; i < traded.size(); ++i) {
        if (traded[i].listHead == OrderId()) {
            continue;
        }
        if (traded[i].leaves == 0) {
            onListedDone(traded[i].id, traded[i].listHead, filled[i], out);
        } else {
            onListedTrade(traded[i].id, traded[i].listHead, out);
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
    std::vector<OrderId> collected;
    for (Waiting const& waiting : m_collected) {
        collected.push_back(idOf(waiting.slot));
    }
    for (const OrderId id : collected) {
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
    for (const OrderId id : collected) {
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
    std::vector<OrderId> days;
    for (const Slot slot : byAcceptance()) {
        if (record(slot).timeInForce == TimeInForce::Day) {
            days.push_back(idOf(slot));
        }
    }
    for (const OrderId id : days) {
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
