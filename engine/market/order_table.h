#pragma once

#include "engine/api/types.h"

#include <cstddef>
#include <cstdint>
#include <memory_resource>
#include <unordered_map>

namespace qob {

// The orders of one book whose venue publishes them one by one: what a level loses when an order goes is
// known only to who has kept it. Allocates only to grow.
class OrderTable {
public:
    struct Order {
        Side side = Side::Undisclosed;
        Price price;
        Qty qty; // 0: there is no such order
    };

    // Puts `order` in the place of what is known under the id, and returns that.
    Order exchange(std::uint64_t id, Order const& order);

    [[nodiscard]] Order find(std::uint64_t id) const;

    void clear() { m_orders.clear(); }

    [[nodiscard]] std::size_t size() const { return m_orders.size(); }

private:
    std::pmr::unsynchronized_pool_resource m_pool;
    std::pmr::unordered_map<std::uint64_t, Order> m_orders{&m_pool};
};

} // namespace qob
