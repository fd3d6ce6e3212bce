// Trading states and uncrossing.
#include "tests/support/naive_book.h"

#include <algorithm>
#include <tuple>

namespace qob::test {

namespace {

bool crosses(Side side, Price limit, Price price)
{
    return side == Side::Buy ? limit >= price : limit <= price;
}

std::int64_t distance(Price a, Price b)
{
    return std::max(a, b).value - std::min(a, b).value;
}

} // namespace

void NaiveBook::setState(TradingState state, BookEvents& out)
{
    TradingState const before = m_state;
    if (state == before) {
        return;
    }
    Ids const waiting = collected();
    bool const opens = std::any_of(waiting.begin(), waiting.end(), [&](OrderId id) {
        return live(id)->order.timeInForce != TimeInForce::AtTheClose;
    });
    m_state = state;
    if (state == TradingState::Continuous) {
        bool const uncrossed = opens && uncross(false);
        m_seen.clear();
        if (m_lastPrice != Price(0)) {
            m_seen.push_back(m_lastPrice);
        }
        cancelLeftOver(false, uncrossed);
        enterCollected();
    } else if (state == TradingState::Closed) {
        bool const uncrossed = before == TradingState::ClosingAuction && uncross(true);
        cancelLeftOver(true, uncrossed);
        endDay();
    }
    finish(out);
}

// Those waiting for an auction, in order of collection.
NaiveBook::Ids NaiveBook::collected() const
{
    std::map<std::uint64_t, OrderId> sorted;
    for (auto const& [id, entry] : m_orders) {
        if (entry.in(Place::Auction)) {
            sorted.emplace(entry.queue, id);
        }
    }
    Ids ids;
    for (auto const& [queue, id] : sorted) {
        ids.push_back(id);
    }
    return ids;
}

// What came only for this auction and is left.
void NaiveBook::cancelLeftOver(bool closing, bool uncrossed)
{
    for (OrderId const id : collected()) {
        Entry const* entry = live(id);
        if (!entry) {
            continue;
        }
        OrdType const type = entry->order.ordType;
        TimeInForce const tif = entry->order.timeInForce;
        bool const forThis = type == OrdType::Market || tif == TimeInForce::AtTheOpening ||
                             (type == OrdType::MarketToLimit && !uncrossed);
        if (tif == TimeInForce::AtTheClose ? closing : forThis) {
            cancelOrder(id, ErrorCode::OrderNoLiquidity);
        }
    }
}

void NaiveBook::enterCollected()
{
    for (OrderId const id : collected()) {
        if (live(id) && live(id)->order.timeInForce != TimeInForce::AtTheClose) {
            enter(id);
        }
    }
}

void NaiveBook::endDay()
{
    Ids const day = idsWhere([](Entry const& at) { return at.order.timeInForce == TimeInForce::Day; });
    cancelEach(day, ErrorCode::OrderDayEnded);
}

// Those of a side that take part, the one to trade first in front.
std::vector<NaiveBook::Participant> NaiveBook::participants(Side side, bool closing) const
{
    using Rank = std::tuple<bool, Price, Place, std::uint64_t>;
    std::map<Rank, Participant> sorted;
    for (auto const& [id, entry] : m_orders) {
        bool const place = entry.in(Place::Lit) || entry.in(Place::Auction) ||
                           (entry.in(Place::Dark) && entry.order.ordType != OrdType::Pegged);
        bool const tooEarly = entry.order.timeInForce == TimeInForce::AtTheClose && !closing;
        if (!place || tooEarly || entry.side() != side || entry.is(ExecInst::ReduceOnly)) {
            continue;
        }
        Price const limit = entry.order.price;
        bool const anyPrice = limit == Price(0);
        Rank const rank(!anyPrice, side == Side::Buy ? -limit : limit, *entry.place, entry.queue);
        sorted.emplace(rank, Participant{id, anyPrice, limit, entry.leaves});
    }
    std::vector<Participant> found;
    for (auto const& [rank, participant] : sorted) {
        found.push_back(participant);
    }
    return found;
}

// Those that would trade at the price.
std::vector<NaiveBook::Participant> NaiveBook::willing(Side side, bool closing, Price price) const
{
    std::vector<Participant> found;
    for (Participant const& one : participants(side, closing)) {
        if (one.anyPrice || crosses(side, one.limit, price)) {
            found.push_back(one);
        }
    }
    return found;
}

std::optional<AuctionQuote> NaiveBook::quote(bool closing) const
{
    std::set<Price> prices;
    for (Side const side : {Side::Buy, Side::Sell}) {
        for (Participant const& one : participants(side, closing)) {
            if (!one.anyPrice && m_band.contains(one.limit)) {
                prices.insert(one.limit);
            }
        }
    }
    if (prices.empty() && m_lastPrice != Price(0) && m_band.contains(m_lastPrice)) {
        prices.insert(m_lastPrice);
    }
    std::vector<AuctionQuote> best;
    for (Price const price : prices) {
        Qty buys;
        Qty sells;
        for (Participant const& one : willing(Side::Buy, closing, price)) {
            buys += one.qty;
        }
        for (Participant const& one : willing(Side::Sell, closing, price)) {
            sells += one.qty;
        }
        AuctionQuote const here{price, std::min(buys, sells), buys - sells};
        auto const rank = [](AuctionQuote const& at) {
            return std::tuple(-at.volume, std::max(at.surplus, -at.surplus));
        };
        if (!best.empty() && rank(here) < rank(best.front())) {
            best.clear();
        }
        if (best.empty() || rank(here) == rank(best.front())) {
            best.push_back(here);
        }
    }
    if (best.empty() || best.front().volume == Qty(0)) {
        return std::nullopt;
    }
    Price const chosen = chooseAmong(best);
    return *std::find_if(best.begin(), best.end(), [&](AuctionQuote const& at) {
        return at.price == chosen;
    });
}

// The price among those that are equal in volume and surplus; they come lowest first.
Price NaiveBook::chooseAmong(std::vector<AuctionQuote> const& quotes) const
{
    auto const all = [&](auto condition) {
        return std::all_of(quotes.begin(), quotes.end(), condition);
    };
    Price const lowest = quotes.front().price;
    Price const highest = quotes.back().price;
    if (all([](AuctionQuote const& at) { return at.surplus > Qty(0); })) {
        return highest;
    }
    if (all([](AuctionQuote const& at) { return at.surplus < Qty(0); })) {
        return lowest;
    }
    Price chosen = lowest;
    for (AuctionQuote const& at : quotes) {
        bool const better = m_lastPrice != Price(0)
                                ? distance(at.price, m_lastPrice) <= distance(chosen, m_lastPrice)
                                : at.price.value * 2 <= lowest.value + highest.value;
        if (better) {
            chosen = at.price;
        }
    }
    return chosen;
}

std::optional<AuctionQuote> NaiveBook::auctionQuote() const
{
    bool const auction = m_state == TradingState::PreOpen || m_state == TradingState::OpeningAuction ||
                         m_state == TradingState::ClosingAuction;
    return auction ? quote(m_state == TradingState::ClosingAuction) : std::nullopt;
}

// Whether there was an uncrossing.
bool NaiveBook::uncross(bool closing)
{
    auto const chosen = quote(closing);
    if (!chosen) {
        return false;
    }
    BookEvent event;
    event.kind = Kind::Uncrossed;
    event.instrument = m_rules.instrument;
    event.price = chosen->price;
    event.qty = chosen->volume;
    m_events.push_back(event);

    auto const buys = willing(Side::Buy, closing, chosen->price);
    auto const sells = willing(Side::Sell, closing, chosen->price);
    std::size_t buy = 0;
    std::size_t sell = 0;
    Ids boughtBy;
    Ids soldBy;
    for (Qty left = chosen->volume; left > Qty(0);) {
        Entry& buyer = *live(buys[buy].id);
        Entry& seller = *live(sells[sell].id);
        Qty const qty = std::min(buyer.leaves, seller.leaves);
        uncrossTrade(buyer, seller, chosen->price, qty);
        left -= qty;
        if (boughtBy.empty() || boughtBy.back() != buyer.id()) {
            boughtBy.push_back(buyer.id());
        }
        if (soldBy.empty() || soldBy.back() != seller.id()) {
            soldBy.push_back(seller.id());
        }
        buy += buyer.leaves == Qty(0) ? 1U : 0U;
        sell += seller.leaves == Qty(0) ? 1U : 0U;
    }
    Ids traded = boughtBy;
    traded.insert(traded.end(), soldBy.begin(), soldBy.end());
    for (OrderId const id : traded) {
        if (live(id)->in(Place::Lit)) {
            showUncrossed(*live(id));
        }
    }
    uncrossedEnd(traded);
    for (auto& [id, entry] : m_orders) {
        if (entry.in(Place::Auction) && entry.order.ordType == OrdType::MarketToLimit) {
            entry.order.ordType = OrdType::Limit;
            entry.order.price = chosen->price;
        }
    }
    return true;
}

void NaiveBook::uncrossTrade(Entry& buy, Entry& sell, Price price, Qty qty)
{
    buy.leaves -= qty;
    sell.leaves -= qty;
    m_positions[buy.order.owner] += qty;
    m_positions[sell.order.owner] -= qty;
    m_lastPrice = price;
    BookEvent& event = tell(Kind::Trade, buy);
    event.side = Side::Undisclosed;
    event.maker = sell.id();
    event.makerOwner = sell.order.owner;
    event.price = price;
    event.qty = qty;
    event.leaves = buy.leaves;
    event.makerLeaves = sell.leaves;
}

// A lit order shows what the uncrossing left of it.
void NaiveBook::showUncrossed(Entry& entry)
{
    Qty const before = entry.shown;
    bool const iceberg = entry.order.displayQty > Qty(0);
    entry.shown = iceberg ? std::min(entry.order.displayQty, entry.leaves) : entry.leaves;
    bool const gone = entry.leaves == Qty(0);
    BookEvent& event = tell(gone ? Kind::Pulled : Kind::Restated, entry);
    event.qty = gone ? before : entry.order.qty;
    event.leaves = entry.shown;
    if (entry.shown != before) {
        event.levelQty = levelQty(entry.side(), entry.order.price);
    }
}

// Those with nothing left go, and then lists hear of all that traded.
void NaiveBook::uncrossedEnd(Ids const& traded)
{
    std::vector<Entry> ends;
    for (OrderId const id : traded) {
        ends.push_back(*live(id));
        if (live(id)->leaves == Qty(0)) {
            m_orders.erase(id);
        }
    }
    for (Entry const& end : ends) {
        if (end.leaves == Qty(0)) {
            listsHearOfEnd(end);
        } else if (live(end.id())) {
            fire(*live(end.id()));
        }
    }
}

} // namespace qob::test
