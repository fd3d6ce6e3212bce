// Orders of an engine that was here before, and requests that are not to be carried out.

#include "engine/base/check.h"
#include "engine/trading/order_manager.h"

namespace qob {

bool isSameContract(Instrument const& a, Instrument const& b)
{
    return a.venue == b.venue && a.symbol == b.symbol && a.base == b.base && a.quote == b.quote &&
           a.kind == b.kind && a.priceScale == b.priceScale && a.qtyScale == b.qtyScale &&
           a.contractValue == b.contractValue && a.multiplier == b.multiplier &&
           a.multiplierScale == b.multiplierScale && a.settle == b.settle;
}

NewOrderSingle plain(NewOrderSingle request)
{
    bool const priceless = request.ordType == OrdType::Market || request.ordType == OrdType::Stop;
    request.price = priceless ? Price(0) : request.price;
    return request;
}

NewOrderSingle requestOf(ExecutionReport const& pendingNew)
{
    NewOrderSingle request;
    request.clOrdId = pendingNew.clOrdId;
    request.instrument = pendingNew.instrument;
    request.side = pendingNew.side;
    request.ordType = pendingNew.ordType;
    request.price = pendingNew.price;
    request.orderQty = pendingNew.orderQty;
    request.timeInForce = pendingNew.timeInForce;
    request.execInst = pendingNew.execInst;
    request.selfTrade = pendingNew.selfTrade;
    request.displayQty = pendingNew.displayQty;
    request.stopPx = pendingNew.stopPx;
    request.trailOffset = pendingNew.trailOffset;
    request.trailStep = pendingNew.trailStep;
    request.pegOffset = pendingNew.pegOffset;
    request.expireTime = pendingNew.expireTime;
    return request;
}

void OrderManager::restore(AccountImage const& image)
{
    CHECK(m_orders.empty() && image.lastExecId.value >= m_idsBefore);
    for (auto const& past : image.orders) {
        Order& order = m_orders.emplace_back();
        order.request = past.request;
        order.state = past.state;
        order.group = m_groups.size();
        m_groups.push_back({Contingency::None, {past.state.orderId}, {}});
        if (!isFinal(past.state.ordStatus)) {
            m_working.insert(past.state.orderId);
        }
    }
    m_fills = image.fills;
    m_pastOrders = m_orders.size();
    m_pastFills = m_fills.size();
    m_byClOrdId.insert(image.names.begin(), image.names.end());
    m_lastExecId = image.lastExecId.value;
}

void OrderManager::rename(InstrumentId from, InstrumentId to)
{
    auto const renamed = [&](InstrumentId id) {
        return id == from ? to : id;
    };
    for (Order& order : m_orders) {
        order.request.instrument = renamed(order.request.instrument);
        order.state.instrument = renamed(order.state.instrument);
    }
    for (ExecutionReport& fill : m_fills) {
        fill.instrument = renamed(fill.instrument);
    }
}

void OrderManager::refuse(Command const& command, Error const& reason, Timestamp now)
{
    auto const refuseCancelOf = [&](ClOrdId const& clOrdId, ClOrdId const& original) {
        Order const* order = find(original);
        const OrdStatus status = order == nullptr ? OrdStatus::Rejected : order->state.ordStatus;
        m_output->onCancelReject(m_account, {clOrdId, original, status, reason});
    };
    if (auto const* order = std::get_if<NewOrderSingle>(&command)) {
        if (!answerKnown(*order, now)) {
            refuse(*order, reason, now);
        }
    } else if (auto const* list = std::get_if<NewOrderList>(&command)) {
        for (NewOrderSingle const& one : list->orders) {
            refuse(one, reason, now);
        }
    } else if (auto const* cancel = std::get_if<OrderCancelRequest>(&command)) {
        refuseCancelOf(cancel->clOrdId, cancel->origClOrdId);
    } else if (auto const* replace = std::get_if<OrderCancelReplaceRequest>(&command)) {
        refuseCancelOf(replace->clOrdId, replace->origClOrdId);
    }
}

} // namespace qob
