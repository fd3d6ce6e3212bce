// What working orders have set aside.

#include "engine/trading/order_manager.h"

#include <algorithm>
#include <limits>

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

constexpr Qty anyQty(std::numeric_limits<std::int64_t>::max());

bool hasAlternatives(Contingency contingency)
{
    return contingency == Contingency::OneCancelsOther || contingency == Contingency::Bracket;
}

} // namespace

bool OrderManager::isParented(Group const& group)
{
    return group.contingency == Contingency::OneTriggersOther || group.contingency == Contingency::Bracket;
}

// Whether the order is one of those that cancel each other.
bool OrderManager::isAlternative(Group const& group, bool child)
{
    return hasAlternatives(group.contingency) && child == isParented(group);
}

// What working orders of an instrument may take from a position that is open the other way: leaves by side.
// A reduce-only order takes nothing that another one counts on, and of orders that cancel each other only one
// trades.
OrderManager::Sides OrderManager::closingQty(Group const& group) const
{
    bool const parented = isParented(group);
    Sides sum;
    Sides most;
    for (const OrderId id : group.orders) {
        Order const& order = byId(id);
        if (isFinal(order.state.ordStatus) || has(order.state.execInst, ExecInst::ReduceOnly)) {
            continue;
        }
        bool const alternative = isAlternative(group, parented && id != group.orders.front());
        Qty& qty = (alternative ? most : sum)[order.state.side];
        qty = alternative ? std::max(qty, order.state.leavesQty) : qty + order.state.leavesQty;
    }
    return {sum.buy + most.buy, sum.sell + most.sell};
}

OrderManager::Sides OrderManager::allClosingQty(InstrumentId instrument) const
{
    Sides sum;
    if (m_history.find(instrument)->instrument.kind == ContractKind::Spot) {
        return sum; // there are no positions to close
    }
    for (const OrderId id : m_working) {
        Order const& order = byId(id);
        auto const& orders = order.group->orders;
        auto const first = std::find_if(orders.begin(), orders.end(), [&](OrderId other) {
            return m_working.contains(other);
        });
        if (order.state.instrument == instrument && *first == id) { // once a group
            const Sides one = closingQty(*order.group);
            sum.buy += one.buy;
            sum.sell += one.sell;
        }
    }
    return sum;
}

// No more than `most`, what its parent lets it have. With a change under way the dearer of the two orders:
// whether the parent is done before the venue sees the change cannot be known.
Portfolio::Need OrderManager::needOf(Order const& order, Qty most, Sides const& closing) const
{
    Instrument const& instrument = instrumentOf(order);
    auto const needAt = [&](Price limit, Qty leaves) {
        bool const reduces =
            instrument.kind != ContractKind::Spot && has(order.state.execInst, ExecInst::ReduceOnly);
        const Qty covered = reduces ? leaves : closing[order.state.side];
        return Portfolio::need(instrument, order.state.side, limit, leaves, covered);
    };
    const Qty leaves = order.state.leavesQty;
    auto need = needAt(order.limit, order.changedFree ? leaves : std::min(leaves, most));
    if (order.change) {
        const Qty changedLeaves = std::max(order.change->qty - order.state.cumQty, Qty(0));
        auto const changed = needAt(order.change->limit, changedLeaves);
        need.amount = std::max(need.amount, changed.amount);
    }
    return need;
}

// What a spot parent's unfilled part will surely bring in when it fills.
Portfolio::Need OrderManager::deliveryOf(Order const& parent) const
{
    Instrument const& instrument = instrumentOf(parent);
    bool const buys = parent.state.side == Side::Buy;
    auto const deliveredAt = [&](Price limit, Qty leaves) {
        if (buys) {
            return Portfolio::need(instrument, Side::Sell, limit, leaves, Qty(0)).amount;
        }
        const Amount value = notional(instrument, limit, leaves);
        return value - (Portfolio::need(instrument, Side::Buy, limit, leaves, Qty(0)).amount - value);
    };
    bool const limited = parent.sent.price > Price(0); // else it sells at any price
    if (isFinal(parent.state.ordStatus) || (!buys && !limited)) {
        return {buys ? instrument.base : instrument.quote, Amount(0)};
    }
    Amount amount = deliveredAt(parent.limit, parent.state.leavesQty);
    if (parent.change) {
        const Qty leaves = std::max(parent.change->qty - parent.state.cumQty, Qty(0));
        amount = std::min(amount, deliveredAt(parent.change->limit, leaves));
    }
    return {buys ? instrument.base : instrument.quote, std::max(amount, Amount(0))};
}

std::vector<Portfolio::Need>
OrderManager::childNeeds(Group const& group, Qty most, Sides const& closing) const
{
    std::vector<Portfolio::Need> sum;
    std::vector<Portfolio::Need> dearest;
    bool const parented = isParented(group);
    for (const OrderId id : group.orders) {
        Order const& order = byId(id);
        bool const child = parented && id != group.orders.front();
        if (isFinal(order.state.ordStatus) || child != parented) {
            continue;
        }
        auto const need = needOf(order, most, closing);
        bool const alternative = isAlternative(group, child);
        Amount& amount = amountIn(alternative ? dearest : sum, need.asset);
        amount = alternative ? std::max(amount, need.amount) : amount + need.amount;
    }
    for (auto const& need : dearest) {
        amountIn(sum, need.asset) += need.amount;
    }
    return sum;
}

// Children enter when their parent is done, with no more than it has filled. On spot they must be paid for
// then whatever else has become of the money: what the parent will not bring is set aside from the start.
std::vector<Portfolio::Need> OrderManager::needsOf(Group const& group, Sides const& others) const
{
    Order const& first = byId(group.orders.front());
    Instrument const& instrument = instrumentOf(first);
    bool const spot = instrument.kind == ContractKind::Spot;
    const Qty net = m_portfolio.netOf(instrument.id);
    const Sides closing =
        spot ? Sides() : Sides{std::max(-net - others.buy, Qty(0)), std::max(net - others.sell, Qty(0))};
    if (!isParented(group)) {
        return childNeeds(group, anyQty, closing);
    }
    auto needs = childNeeds(group, first.state.cumQty, closing);
    if (spot && !isFinal(first.state.ordStatus)) {
        auto const delivered = deliveryOf(first);
        const Qty total =
            first.change ? std::max(first.change->qty, first.state.orderQty) : first.state.orderQty;
        for (auto const& whole : childNeeds(group, total, closing)) {
            const Amount brought = whole.asset == delivered.asset ? delivered.amount : Amount(0);
            Amount& amount = amountIn(needs, whole.asset);
            amount = std::max(amount, whole.amount - brought);
        }
    }
    if (!isFinal(first.state.ordStatus)) {
        auto const own = needOf(first, anyQty, closing);
        amountIn(needs, own.asset) += own.amount;
    }
    return needs;
}

void OrderManager::release(Group& group)
{
    for (auto const& held : group.held) {
        m_portfolio.release(held);
    }
    group.held.clear();
}

// Sets aside what the group needs now instead of what was held so far; what is there where it does not reach.
Expected<void> OrderManager::rehold(Group& group)
{
    if (isDone(group)) { // perhaps of an instrument that is not there any more
        release(group);
        return {};
    }
    const InstrumentId instrument = byId(group.orders.front()).state.instrument;
    return rehold(group, allClosingQty(instrument));
}

Expected<void> OrderManager::rehold(Group& group, Sides const& all)
{
    release(group);
    return cover(group, all);
}

// Sets aside more where the group needs more than is held.
Expected<void> OrderManager::cover(Group& group, Sides const& all)
{
    const Sides own = closingQty(group);
    Expected<void> covered;
    for (auto const& need : needsOf(group, {all.buy - own.buy, all.sell - own.sell})) {
        Amount& held = amountIn(group.held, need.asset);
        if (need.amount <= held) {
            continue;
        }
        if (auto const more = m_portfolio.hold({need.asset, need.amount - held}); !more) {
            covered = more;
            Portfolio::Need kept{need.asset, held};
            m_portfolio.rehold(kept, need);
            held = kept.amount;
        } else {
            held = need.amount;
        }
    }
    return covered;
}

// Until the venue answers, the dearer of the two orders must be covered.
Expected<void> OrderManager::coverChange(Order& order, Change const& change)
{
    order.change = change;
    auto covered = cover(groupOf(order), allClosingQty(order.state.instrument));
    if (!covered) {
        order.change.reset();
        static_cast<void>(rehold(groupOf(order)));
    }
    return covered;
}

// A fill has used up what other orders of the instrument would have closed: they must be paid for now, or go.
void OrderManager::coverOthers(Order const& filled, Timestamp now)
{
    const InstrumentId instrument = filled.state.instrument;
    const Sides all = allClosingQty(instrument);
    std::vector<OrderId> uncovered;
    for (const OrderId id : m_working) {
        Order& order = byId(id);
        bool const other = order.group != filled.group && order.state.instrument == instrument &&
                           order.state.side == filled.state.side;
        if (other && !rehold(groupOf(order), all)) {
            uncovered.push_back(id);
        }
    }
    for (const OrderId id : uncovered) {
        if (Order& order = byId(id); order.state.ordStatus != OrdStatus::PendingCancel) {
            requestCancel(order, ClOrdId(), now);
        }
    }
}

} // namespace qob
