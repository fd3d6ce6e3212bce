#include "engine/market/order_table.h"

namespace qob {

OrderTable::Order OrderTable::exchange(std::uint64_t id, Order const& order)
{
    auto const found = m_orders.find(id);
    if (found == m_orders.end()) {
        if (order.qty != Qty(0)) {
            m_orders.emplace(id, order);
        }
        return {};
    }
    const Order before = found->second;
    if (order.qty == Qty(0)) {
        m_orders.erase(found);
    } else {
        found->second = order;
    }
    return before;
}

OrderTable::Order OrderTable::find(std::uint64_t id) const
{
    auto const found = m_orders.find(id);
    return found == m_orders.end() ? Order{} : found->second;
}

} // namespace qob
