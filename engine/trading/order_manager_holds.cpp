// What working orders have set aside.

#include "engine/trading/order_manager.h"

#include <algorithm>

namespace qob {

namespace {

Amount& amountIn(std::vector<Portfolio::Need>& needs, AssetName const& asset)
{
    auto found =
        std::find_if(needs.begin(), needs.end(), [&](auto const& need) { return need.asset == asset; });
    if (found == needs.end()) {
        found = needs.insert(needs.end(), {asset, Amount(0)});
    }
    return found->amount;
}

} // namespace

// How much of a group's order on this side would only close the position, given the orders that already
// would.
Qty OrderManager::coveredBy(Instrument const& instrument, Side side, Group const& except) const
{
    if (instrument.kind == ContractKind::Spot) {
        return Qty(0);
    }
    const Qty net = m_portfolio.netOf(instrument.id);
    Qty closing = side == Side::Buy ? -net : net;
    for (const OrderId id : m_working) {
        Order const& order = byId(id);
        bool const counts = order.state.instrument == instrument.id && order.state.side == side &&
                            order.group.get() != &except;
        closing -= counts ? order.state.leavesQty : Qty(0);
    }
    return std::max(closing, Qty(0));
}

Portfolio::Need OrderManager::needOf(Order const& order, Qty leaves) const
{
    Instrument const& instrument = instrumentOf(order);
    const Qty covered = coveredBy(instrument, order.state.side, *order.group);
    return Portfolio::need(instrument, order.state.side, order.limit, leaves, covered);
}

std::vector<Portfolio::Need> OrderManager::needsOf(Group const& group) const
{
    bool const parented =
        group.contingency == Contingency::OneTriggersOther || group.contingency == Contingency::Bracket;
    bool const oneOnly =
        group.contingency == Contingency::OneCancelsOther || group.contingency == Contingency::Bracket;
    std::vector<Portfolio::Need> sum;
    std::vector<Portfolio::Need> dearest;
    for (const OrderId id : group.orders) {
        Order const& order = byId(id);
        if (isFinal(order.state.ordStatus)) {
            continue;
        }
        bool const child = parented && id != group.orders.front();
        const Qty filled = byId(group.orders.front()).state.cumQty;
        const Qty leaves = child ? std::min(order.state.leavesQty, filled) : order.state.leavesQty;
        auto const need = needOf(order, leaves);
        bool const alternative = oneOnly && (child || !parented);
        Amount& amount = amountIn(alternative ? dearest : sum, need.asset);
        amount = alternative ? std::max(amount, need.amount) : amount + need.amount;
    }
    for (auto const& need : dearest) {
        amountIn(sum, need.asset) += need.amount;
    }
    return sum;
}

void OrderManager::release(Group& group)
{
    for (auto const& held : group.held) {
        m_portfolio.release(held);
    }
    group.held.clear();
}

// Sets aside what the group needs now instead of what was held so far.
Expected<void> OrderManager::rehold(Group& group)
{
    release(group);
    return cover(group);
}

// Sets aside more where the group needs more than is held.
Expected<void> OrderManager::cover(Group& group)
{
    for (auto const& need : needsOf(group)) {
        Amount& held = amountIn(group.held, need.asset);
        if (need.amount > held) {
            if (auto more = m_portfolio.hold({need.asset, need.amount - held}); !more) {
                return more;
            }
            held = need.amount;
        }
    }
    return {};
}

// Until the venue answers, the dearer of the two orders must be covered.
Expected<void> OrderManager::coverReplace(Order& order, Price price, Qty leaves)
{
    const Price limit = std::exchange(order.limit, price);
    const Qty left = std::exchange(order.state.leavesQty, leaves);
    auto covered = cover(groupOf(order));
    order.limit = limit;
    order.state.leavesQty = left;
    if (!covered) {
        static_cast<void>(rehold(groupOf(order)));
    }
    return covered;
}

} // namespace qob
