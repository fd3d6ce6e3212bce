#include "ui/models/order_replica.h"

#include "ui/models/display_text.h"

#include <algorithm>

namespace qob {

namespace {

bool isAnswer(ExecType type)
{
    return type != ExecType::PendingNew && type != ExecType::PendingCancel &&
           type != ExecType::PendingReplace && type != ExecType::OrderStatus;
}

} // namespace

std::size_t OrderReplica::indexOf(ClOrdId const& id) const
{
    auto const found = id.empty() ? m_byId.end() : m_byId.find(id);
    return found == m_byId.end() ? none : found->second;
}

OrderState const* OrderReplica::find(ClOrdId const& id) const
{
    auto const index = indexOf(id);
    return index == none ? nullptr : &m_orders[index];
}

std::vector<OrderState> OrderReplica::working(InstrumentId instrument) const
{
    std::vector<OrderState> result;
    for (auto const index : m_working) {
        if (m_orders[index].report.instrument == instrument) {
            result.push_back(m_orders[index]);
        }
    }
    return result;
}

void OrderReplica::noteWorking(std::size_t index)
{
    if (isFinal(m_orders[index].report.ordStatus)) {
        m_working.erase(index);
    } else {
        m_working.insert(index);
    }
}

// Whether rows have gone.
bool OrderReplica::forgetOld()
{
    bool const orders = m_orders.size() - m_working.size() > mostOrders + mostOrders / 10;
    if (orders) {
        forgetOldOrders();
    }
    bool const fills = m_fills.size() > mostFills + mostFills / 10;
    if (fills) {
        m_fills.erase(m_fills.begin(), m_fills.end() - static_cast<std::ptrdiff_t>(mostFills));
    }
    return orders || fills;
}

void OrderReplica::forgetOldOrders()
{
    auto over = m_orders.size() - m_working.size() - mostOrders;
    std::vector<std::size_t> rows(m_orders.size(), none); // where each one comes to stand
    std::vector<OrderState> kept;
    m_working.clear();
    for (std::size_t i = 0; i < m_orders.size(); ++i) {
        if (over > 0 && isFinal(m_orders[i].report.ordStatus)) {
            --over;
            continue;
        }
        rows[i] = kept.size();
        kept.push_back(std::move(m_orders[i]));
    }
    m_orders = std::move(kept);
    std::erase_if(m_byId, [&](auto const& known) { return rows[known.second] == none; });
    for (auto& [id, row] : m_byId) {
        row = rows[row];
    }
    for (std::size_t i = 0; i < m_orders.size(); ++i) {
        noteWorking(i);
    }
}

void OrderReplica::apply(std::vector<OrderEvent> const& events)
{
    Changes changes;
    auto firstNew = m_orders.size();
    auto firstFill = m_fills.size();
    for (auto const& event : events) {
        if (auto const* list = std::get_if<OrderList>(&event)) {
            applySnapshot(*list);
            changes = {};
            changes.reset = true;
        } else if (auto const* report = std::get_if<ExecutionReport>(&event)) {
            applyReport(*report, changes);
        } else {
            applyReject(std::get<OrderCancelReject>(event), changes);
        }
    }
    changes.reset = forgetOld() || changes.reset;
    emitChanges(changes, firstNew, firstFill);
}

void OrderReplica::emitChanges(Changes& changes, std::size_t firstNew, std::size_t firstFill)
{
    if (changes.reset) {
        emit reset();
    } else {
        std::sort(changes.rows.begin(), changes.rows.end());
        changes.rows.erase(std::unique(changes.rows.begin(), changes.rows.end()), changes.rows.end());
        if (!changes.rows.empty()) {
            emit ordersChanged(changes.rows, firstNew);
        }
        if (m_fills.size() > firstFill) {
            emit fillsAdded(firstFill);
        }
    }
    for (auto const& why : changes.refusals) {
        emit refused(why);
    }
}

// What this window sent and the session had not yet taken in when it made the list is kept: its report
// follows.
void OrderReplica::applySnapshot(OrderList const& list)
{
    std::vector<OrderState> unheard;
    for (auto const& order : m_orders) {
        if (!order.reported) {
            unheard.push_back(order);
        }
    }
    m_orders.clear();
    m_byId.clear();
    for (auto const& report : list.orders) {
        m_byId[report.clOrdId] = m_orders.size();
        if (!report.origClOrdId.empty()) {
            m_byId.try_emplace(report.origClOrdId, m_orders.size());
        }
        m_orders.push_back({report, report.clOrdId, standsAt(report), true});
    }
    for (auto const& order : unheard) {
        if (indexOf(order.workingId) == none) {
            m_byId[order.workingId] = m_orders.size();
            m_orders.push_back(order);
        }
    }
    m_working.clear();
    for (std::size_t i = 0; i < m_orders.size(); ++i) {
        noteWorking(i);
    }
    m_fills = list.fills;
}

std::size_t OrderReplica::rowOf(ExecutionReport const& report)
{
    auto index = indexOf(report.clOrdId);
    if (index == none) {
        index = indexOf(report.origClOrdId);
    }
    if (index == none) {
        index = m_orders.size();
        m_orders.push_back({report, report.clOrdId, standsAt(report), true});
    }
    m_byId.try_emplace(report.clOrdId, index);
    return index;
}

void OrderReplica::applyReport(ExecutionReport const& report, Changes& changes)
{
    auto const index = rowOf(report);
    auto& order = m_orders[index];
    auto const before = order.report;
    order.report = report;
    order.reported = true;
    if (report.execType == ExecType::Replaced || report.origClOrdId.empty()) {
        order.workingId = report.clOrdId;
    }
    order.report.clOrdId = order.workingId;
    if (report.ordStatus != OrdStatus::PendingReplace) {
        order.targetPrice = standsAt(report);
    }
    if (report.sendingTime == Timestamp{}) {
        order.report.sendingTime = before.sendingTime;
    }
    if (!order.answeredAfter && isAnswer(report.execType)) {
        order.answeredAfter = report.transactTime - order.report.sendingTime;
    }
    if (report.execType == ExecType::Trade) {
        m_fills.push_back(report);
    }
    if (report.reason && (report.execType == ExecType::Rejected || report.execType == ExecType::Canceled)) {
        changes.refusals.push_back(errorText(*report.reason));
    }
    noteWorking(index);
    changes.rows.push_back(index);
}

void OrderReplica::applyReject(OrderCancelReject const& reject, Changes& changes)
{
    auto index = indexOf(reject.origClOrdId);
    if (index == none) {
        index = indexOf(reject.clOrdId);
    }
    if (index != none) {
        m_orders[index].report.ordStatus = reject.ordStatus;
        m_orders[index].targetPrice = standsAt(m_orders[index].report);
        noteWorking(index);
        changes.rows.push_back(index);
    }
    changes.refusals.push_back(errorText(reject.reason));
}

void OrderReplica::addSent(NewOrderSingle const& order, Timestamp time)
{
    if (indexOf(order.clOrdId) != none) {
        return; // its report was faster
    }
    ExecutionReport report;
    report.execType = ExecType::PendingNew;
    report.ordStatus = OrdStatus::PendingNew;
    report.clOrdId = order.clOrdId;
    report.instrument = order.instrument;
    report.side = order.side;
    report.ordType = order.ordType;
    report.timeInForce = order.timeInForce;
    report.price = order.price;
    report.stopPx = order.stopPx;
    report.displayQty = order.displayQty;
    report.execInst = order.execInst;
    report.orderQty = order.orderQty;
    report.leavesQty = order.orderQty;
    report.sendingTime = time;
    report.transactTime = time;
    auto const index = m_orders.size();
    m_byId[order.clOrdId] = index;
    m_orders.push_back({report, order.clOrdId, standsAt(report), false});
    noteWorking(index);
    emit ordersChanged({index}, index);
}

void OrderReplica::markReplacing(ClOrdId const& order, ClOrdId const& request, Price price)
{
    auto const index = indexOf(order);
    if (index == none) {
        return;
    }
    m_byId.try_emplace(request, index);
    m_orders[index].targetPrice = price;
    m_orders[index].report.ordStatus = OrdStatus::PendingReplace;
    noteWorking(index);
    emit ordersChanged({index}, m_orders.size());
}

void OrderReplica::markCancelling(ClOrdId const& order, ClOrdId const& request)
{
    auto const index = indexOf(order);
    if (index == none) {
        return;
    }
    m_byId.try_emplace(request, index);
    m_orders[index].report.ordStatus = OrdStatus::PendingCancel;
    noteWorking(index);
    emit ordersChanged({index}, m_orders.size());
}

} // namespace qob
