#include "engine/book/auction.h"

#include <algorithm>
#include <cstdlib>

namespace qob {

namespace {

// How much of these would trade at `tick`.
std::int64_t eagerAt(Auction::Orders const& orders, unsigned side, std::int64_t tick)
{
    std::int64_t sum = 0;
    for (AuctionOrder const& order : orders) {
        bool const trades = order.any || (side == 0 ? order.limit >= tick : order.limit <= tick);
        if (!trades) {
            break; // best first
        }
        sum += order.leaves;
    }
    return sum;
}

// Of equally good prices, in rising order: by the side that presses, then by what was last traded at.
AuctionPrice const& pick(std::vector<AuctionPrice> const& best, std::int64_t lastTick)
{
    auto const all = [&](auto test) {
        return std::all_of(best.begin(), best.end(), test);
    };
    if (all([](AuctionPrice const& at) { return at.surplus() > 0; })) {
        return best.back();
    }
    if (all([](AuctionPrice const& at) { return at.surplus() < 0; })) {
        return best.front();
    }
    if (lastTick != 0) {
        return *std::min_element(best.rbegin(), best.rend(), [&](auto const& a, auto const& b) {
            return std::abs(a.tick - lastTick) < std::abs(b.tick - lastTick);
        });
    }
    const std::int64_t sum = best.front().tick + best.back().tick;
    return *std::find_if(best.rbegin(), best.rend(), [&](auto const& at) { return 2 * at.tick <= sum; });
}

} // namespace

void Auction::clear()
{
    m_orders[0].clear();
    m_orders[1].clear();
}

void Auction::add(unsigned side, Slot slot, std::int64_t limit, std::int64_t leaves, bool any)
{
    Orders& orders = m_orders[side];
    orders.push_back({slot, static_cast<std::uint32_t>(orders.size()), limit, leaves, leaves, any});
}

void Auction::sort()
{
    for (unsigned side = 0; side < 2; ++side) {
        // Not std::stable_sort, which asks for memory.
        std::sort(
            m_orders[side].begin(),
            m_orders[side].end(),
            [&](AuctionOrder const& a, AuctionOrder const& b) {
                if (a.any != b.any) {
                    return a.any;
                }
                if (!a.any && a.limit != b.limit) {
                    return side == 0 ? a.limit > b.limit : a.limit < b.limit;
                }
                return a.rank < b.rank;
            }
        );
    }
}

std::optional<AuctionPrice>
Auction::price(PriceBand const& band, std::int64_t tickSize, std::int64_t lastTick)
{
    auto const inBand = [&](std::int64_t tick) {
        return band.contains(Price(tick * tickSize));
    };
    m_ticks.clear();
    for (Orders const& orders : m_orders) {
        for (AuctionOrder const& order : orders) {
            if (!order.any && inBand(order.limit)) {
                m_ticks.push_back(order.limit);
            }
        }
    }
    if (m_ticks.empty() && lastTick != 0 && inBand(lastTick)) {
        m_ticks.push_back(lastTick);
    }
    std::sort(m_ticks.begin(), m_ticks.end());
    m_ticks.erase(std::unique(m_ticks.begin(), m_ticks.end()), m_ticks.end());
    m_best.clear();
    for (const std::int64_t tick : m_ticks) {
        const AuctionPrice at{tick, eagerAt(m_orders[0], 0, tick), eagerAt(m_orders[1], 1, tick)};
        auto const rank = [](AuctionPrice const& price) {
            return std::pair(-price.volume(), std::abs(price.surplus()));
        };
        if (at.volume() == 0 || (!m_best.empty() && rank(at) > rank(m_best.front()))) {
            continue;
        }
        if (!m_best.empty() && rank(at) < rank(m_best.front())) {
            m_best.clear();
        }
        m_best.push_back(at);
    }
    return m_best.empty() ? std::nullopt : std::optional(pick(m_best, lastTick));
}

} // namespace qob
