// Where what was set aside for orders is looked at again, before they can trade: orders of lists when they
// come to the market, orders that an uncrossing may fill for more than was known when they were taken, and
// all whose fees change.

#include "engine/exchange/exchange.h"

#include <algorithm>

namespace qob {

namespace {

bool takesPart(OrderImage::Place place)
{
    using enum OrderImage::Place;
    return place == Lit || place == Dark || place == Auction;
}

bool reaches(auto const& held, auto const& needs)
{
    return std::all_of(needs.begin(), needs.end(), [&](Portfolio::Need const& need) {
        auto const own =
            std::find_if(held.begin(), held.end(), [&](auto const& one) { return one.asset == need.asset; });
        return need.amount == Amount(0) || (own != held.end() && own->amount >= need.amount);
    });
}

} // namespace

// A spot sell: it gives what it holds, at whatever price.
bool Exchange::needsNoPrice(Order const& order) const
{
    return order.side == Side::Sell &&
           m_listings[order.instrument.value]->instrument.kind == ContractKind::Spot;
}

// Whether what the order needs is set aside, next to what those of its list need that came before it.
bool Exchange::mayEnter(OrderId id)
{
    Order& order = orderOf(id);
    Listing& listing = *m_listings[order.instrument.value];
    drain(listing);
    if (order.price == Price(0) && listing.book->state() == TradingState::Continuous) {
        order.holdPrice = std::max(order.holdPrice, listing.book->priceToTake(order.side));
        bool const countable = Portfolio::countable(listing.instrument, order.holdPrice, order.leaves);
        if (!needsNoPrice(order) && !countable) {
            return false;
        }
    }
    List& list = m_lists.at(order.list);
    static_cast<void>(rehold(list));
    List entered = list;
    auto const after = std::find(entered.others.begin(), entered.others.end(), id);
    entered.others.erase(
        after == entered.others.end() ? entered.others.begin() : after + 1, entered.others.end()
    );
    return reaches(list.held, needOf(entered));
}

// Whether its orders that are in the market can be paid for; children that wait are asked when they enter.
bool Exchange::isCovered(List const& list) const
{
    List entered = list;
    auto const waits = [&](OrderId id) {
        auto const at = m_listings[m_orders[slotOf(id)].instrument.value]->book->find(id);
        return !at || at->place == OrderImage::Place::Held;
    };
    entered.others.erase(
        std::remove_if(entered.others.begin(), entered.others.end(), waits), entered.others.end()
    );
    return reaches(list.held, needOf(entered));
}

// A spot buy: its fills give money away. What a derivative lacks is lacking from its margin.
bool Exchange::paysAtOnce(Order const& order) const
{
    return order.side == Side::Buy &&
           m_listings[order.instrument.value]->instrument.kind == ContractKind::Spot;
}

// The fees of a tier, or the tier of an account, are others now, and so is what working orders need. Those
// that could not pay for their fills go; orders in no list are looked at again after the command.
void Exchange::coverFees(std::uint8_t tier, std::optional<OwnerId> owner)
{
    auto const eachOrder = [&](auto&& visit) {
        for (Order& order : m_orders) {
            bool const theirs = order.id != OrderId() && account(order.account)->feeTier == tier;
            if (theirs && order.account == owner.value_or(order.account)) {
                visit(order);
            }
        }
    };
    eachOrder([&](Order& order) { static_cast<void>(rehold(order)); });
    eachOrder([&](Order& order) {
        if (order.list != 0 && paysAtOnce(order) && !isCovered(m_lists.at(order.list))) {
            release(order);
            m_unpaid.push_back(order.id);
        }
    });
    evictUnpaid();
}

// False: there were none.
bool Exchange::evictUnpaid()
{
    std::vector<OrderId> unpaid;
    unpaid.swap(m_unpaid);
    for (auto const& listing : m_listings) {
        std::vector<OrderId> here;
        std::copy_if(unpaid.begin(), unpaid.end(), std::back_inserter(here), [&](OrderId id) {
            return listing && orderOf(id).instrument == listing->instrument.id;
        });
        if (!here.empty()) {
            listing->book->evict(here, ErrorCode::OrderInsufficientFunds, m_events);
            drain(*listing);
        }
    }
    return !unpaid.empty();
}

// In an uncrossing all orders of a list that cancel each other may trade before the first of them cancels the
// others, and a market-to-limit order pays whatever the price is. Those who cannot are canceled before.
void Exchange::coverUncrossing(Listing& listing, TradingState next)
{
    if (listing.book->uncrossingAt(next) == Price(0)) {
        return;
    }
    coverLists(listing);
    // Each order that goes may change the price.
    Price price = listing.book->uncrossingAt(next);
    while (!coverUnpriced(listing, price)) {
        price = listing.book->uncrossingAt(next);
    }
}

void Exchange::coverLists(Listing& listing)
{
    std::vector<std::uint32_t> ids;
    for (Order& order : m_orders) {
        bool const listed =
            order.id != OrderId() && order.list != 0 && order.instrument == listing.instrument.id;
        if (!listed) {
            continue;
        }
        auto const at = listing.book->find(order.id);
        order.uncrosses = at && !order.pegged && takesPart(at->place);
        if (order.uncrosses) {
            ids.push_back(order.list);
        }
    }
    std::sort(ids.begin(), ids.end());
    ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
    for (const std::uint32_t id : ids) {
        auto const list = m_lists.find(id);
        if (list == m_lists.end() || list->second.parent != OrderId() || rehold(list->second)) {
            continue;
        }
        auto const& others = list->second.others;
        auto const first =
            std::find_if(others.begin(), others.end(), [&](OrderId one) { return orderOf(one).uncrosses; });
        listing.book->evict(*first, ErrorCode::OrderInsufficientFunds, m_events);
        drain(listing);
    }
}

// False: one could not pay the price, and is gone.
bool Exchange::coverUnpriced(Listing& listing, Price price)
{
    for (Order& order : m_orders) {
        bool const unpriced = order.id != OrderId() && order.instrument == listing.instrument.id &&
                              order.price == Price(0) && order.holdPrice < price && !needsNoPrice(order);
        auto const at = unpriced ? listing.book->find(order.id) : std::nullopt;
        if (!at || at->place != OrderImage::Place::Auction) {
            continue;
        }
        bool const countable = Portfolio::countable(listing.instrument, price, order.leaves);
        order.holdPrice = countable ? price : order.holdPrice;
        if (!countable || !rehold(order)) {
            listing.book->evict(order.id, ErrorCode::OrderInsufficientFunds, m_events);
            drain(listing);
            return false;
        }
    }
    return true;
}

// What lists need is again what they need between uncrossings.
void Exchange::uncrossed(Listing& listing)
{
    for (Order& order : m_orders) {
        if (order.uncrosses && order.id != OrderId() && order.instrument == listing.instrument.id) {
            order.uncrosses = false;
            static_cast<void>(rehold(order));
        }
    }
}

} // namespace qob
