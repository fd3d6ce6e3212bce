#pragma once

#include "engine/book/order_pool.h"

#include <algorithm>
#include <optional>
#include <vector>

namespace qob {

// An order as it takes part in an auction.
struct AuctionOrder {
    Slot slot;
    std::uint32_t rank;  // among those of its side, as they were added
    std::int64_t limit;  // tick; meaningless for `any`
    std::int64_t before; // what it came with
    std::int64_t leaves;
    bool any; // trades at every price
};

struct AuctionPrice {
    std::int64_t tick;
    std::int64_t buys; // how much would trade there
    std::int64_t sells;

    [[nodiscard]] std::int64_t volume() const { return std::min(buys, sells); }

    [[nodiscard]] std::int64_t surplus() const { return buys - sells; }
};

// Who takes part in an uncrossing, and its price. Filled anew for each one and kept for its memory. Sides: 0
// buy, 1 sell. One thread.
class Auction {
public:
    using Orders = std::vector<AuctionOrder>;

    void clear();
    void add(unsigned side, Slot slot, std::int64_t limit, std::int64_t leaves, bool any);

    // Puts the orders of both sides in the order they trade in.
    void sort();

    // Of a sorted auction, by docs/matching.md; nothing: nothing would trade. `lastTick` 0: none.
    [[nodiscard]] std::optional<AuctionPrice>
    price(PriceBand const& band, std::int64_t tickSize, std::int64_t lastTick);

    [[nodiscard]] Orders& orders(unsigned side) { return m_orders[side]; }

private:
    Orders m_orders[2];
    std::vector<std::int64_t> m_ticks; // the limits
    std::vector<AuctionPrice> m_best;  // equally good, in rising order
};

} // namespace qob
