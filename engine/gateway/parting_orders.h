#pragma once

#include "engine/gateway/account_desk.h"

#include <algorithm>
#include <utility>
#include <vector>

namespace qob {

// Orders that are to go with their connection. On the gateway's thread.
class PartingOrders {
public:
    // `desk` is the account's; null: it is not known yet.
    void add(ClOrdId const& order, AccountDesk const* desk)
    {
        m_orders.push_back(order);
        // What is done need not go; looking for it costs as much as what was added since the last time.
        constexpr std::size_t few = 64;
        if (m_orders.size() < 2 * std::max(m_before, few)) {
            return;
        }
        // Of the last few the engine may not have said anything yet; any other it does not know was refused.
        auto const last = m_orders.end() - static_cast<std::ptrdiff_t>(few);
        auto const gone = std::remove_if(m_orders.begin(), last, [desk](ClOrdId const& id) {
            ExecutionReport const* const known = desk == nullptr ? nullptr : desk->order(id);
            return known == nullptr || isFinal(known->ordStatus);
        });
        m_orders.erase(gone, last);
        m_before = m_orders.size();
    }

    [[nodiscard]] bool empty() const { return m_orders.empty(); }

    // Of one that the desk does not know yet the engine will have heard before it hears of the cancel.
    void cancel(AccountDesk& desk, std::function<ClOrdId()> const& nextId)
    {
        for (ClOrdId const& order : std::exchange(m_orders, {})) {
            desk.cancelSurely({nextId(), order});
        }
    }

private:
    std::vector<ClOrdId> m_orders;
    std::size_t m_before = 0; // how many there were when those that are done were last left out
};

} // namespace qob
