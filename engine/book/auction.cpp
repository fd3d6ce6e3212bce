#include "engine/book/auction.h"

#include <algorithm>
#include <cstdlib>

namespace qob {

namespace {

// How much would trade at ever higher ticks: one walk over each side, as each order joins or leaves once.
class Eager {
public:
    Eager(Auction::Orders const& buys, Auction::Orders const& sells)
        : m_buys(buys)
        , m_sells(sells)
        , m_leaving(buys.size())
    {
        for (AuctionOrder const& order : buys) {
            m_bought += order.leaves;
        }
    }

    // No lower than the one before.
    AuctionPrice at(std::int64_t tick)
    {
        // Best first: the lowest buys are last, and those for any price first.
        for (; m_leaving > 0 && !m_buys[m_leaving - 1].any && m_buys[m_leaving - 1].limit < tick;
             --m_leaving) {
            m_bought -= m_buys[m_leaving - 1].leaves;
        }
        for (; m_joining < m_sells.size() && (m_sells[m_joining].any || m_sells[m_joining].limit <= tick);
             ++m_joining) {
            m_sold += m_sells[m_joining].leaves;
        }
        return {tick, m_bought, m_sold};
    }

private:
    Auction::Orders const& m_buys;
    Auction::Orders const& m_sells;
    std::size_t m_leaving;     // the buys from here on have left
    std::size_t m_joining = 0; // the sells up to here have joined
    std::int64_t m_bought = 0;
    std::int64_t m_sold = 0;
};

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
    Eager eager(m_orders[0], m_orders[1]);
    for (const std::int64_t tick : m_ticks) {
        const AuctionPrice at = eager.at(tick);
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
