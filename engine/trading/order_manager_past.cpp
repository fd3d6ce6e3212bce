// Orders of an engine that was here before, requests that were, and those that are not to be carried out.

#include "engine/base/check.h"
#include "engine/trading/order_manager.h"

#include <algorithm>

namespace qob {

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
    m_gone = image.gone;
    auto const fill = [this](Order& order, AccountImage::Order const& past) {
        order.request = past.request;
        order.state = past.state;
        order.group = std::make_shared<Group>();
        order.group->orders.push_back(past.state.orderId);
        if (!isFinal(past.state.ordStatus)) {
            m_working.insert(past.state.orderId);
        }
    };
    for (auto const& [id, past] : image.elders) {
        fill(m_elders[id], past);
    }
    for (auto const& past : image.orders) {
        fill(m_orders.emplace_back(), past);
    }
    auto const most = m_kept * fillsOfAnOrder;
    auto const old = image.fills.size() - std::min(image.fills.size(), most);
    m_fills.assign(image.fills.begin() + static_cast<std::ptrdiff_t>(old), image.fills.end());
    m_pastOrders = m_orders.size();
    m_pastFills = m_fills.size();
    m_byClOrdId.insert(image.names.begin(), image.names.end());
    for (auto const& [clOrdId, id] : image.names) {
        if (Order& order = byId(id); order.request.clOrdId != clOrdId) {
            order.laterNames.push_back(clOrdId);
        }
    }
    forgetOldest();
    m_lastExecId = image.lastExecId.value;
}

bool OrderManager::isDone(Group const& group) const
{
    return std::all_of(group.orders.begin(), group.orders.end(), [this](OrderId id) {
        Order const* const order = find(id);
        return order == nullptr || isFinal(order->state.ordStatus);
    });
}

void OrderManager::forget(Order const& order)
{
    auto const drop = [&](ClOrdId const& name) {
        auto const found = m_byClOrdId.find(name);
        if (found != m_byClOrdId.end() && found->second == order.state.orderId) {
            m_byClOrdId.erase(found); // else it is a later order's, of a run that kept fewer
        }
    };
    drop(order.request.clOrdId);
    std::for_each(order.laterNames.begin(), order.laterNames.end(), drop);
}

// Only where nobody holds an order by reference.
void OrderManager::forgetOldest()
{
    while (m_orders.size() > m_kept) {
        Order& oldest = m_orders.front();
        bool const done = isDone(*oldest.group);
        if (done) {
            forget(oldest);
        } else {
            const OrderId id = oldest.state.orderId;
            m_elders.emplace(id, std::move(oldest));
        }
        m_orders.pop_front();
        ++m_gone;
        m_pastOrders -= m_pastOrders > 0 ? 1U : 0U;
    }
    // Elders get done at any time; each new order pays for a look at one of them.
    if (++m_sinceElders > m_elders.size()) {
        m_sinceElders = 0;
        std::erase_if(m_elders, [this](auto const& elder) {
            bool const done = isDone(*elder.second.group);
            if (done) {
                forget(elder.second);
            }
            return done;
        });
    }
}

bool OrderManager::knows(InstrumentId instrument) const
{
    auto const is = [&](Order const& order) {
        return order.state.instrument == instrument;
    };
    return std::any_of(m_orders.begin(), m_orders.end(), is) ||
           std::any_of(
               m_elders.begin(), m_elders.end(), [&](auto const& elder) { return is(elder.second); }
           ) ||
           std::any_of(m_fills.begin(), m_fills.end(), [&](ExecutionReport const& fill) {
               return fill.instrument == instrument;
           });
}

void OrderManager::rename(InstrumentId from, InstrumentId to)
{
    auto const renamed = [&](InstrumentId id) {
        return id == from ? to : id;
    };
    auto const rename = [&](Order& order) {
        order.request.instrument = renamed(order.request.instrument);
        order.state.instrument = renamed(order.state.instrument);
    };
    std::for_each(m_orders.begin(), m_orders.end(), rename);
    for (auto& [id, order] : m_elders) {
        rename(order);
    }
    for (ExecutionReport& fill : m_fills) {
        fill.instrument = renamed(fill.instrument);
    }
}

// Answers a request whose ClOrdID was used before.
bool OrderManager::answerKnown(NewOrderSingle const& request, Timestamp now)
{
    Order* known = find(request.clOrdId);
    if (known == nullptr) {
        return false;
    }
    if (known->request == plain(request)) {
        emit(*known, ExecType::OrderStatus);
    } else {
        refuse(request, {ErrorCode::OrderDuplicateClOrdID, request.clOrdId.text()}, now);
    }
    return true;
}

// Answers a list that was sent before.
bool OrderManager::answerKnown(NewOrderList const& request, Timestamp now)
{
    auto const& orders = request.orders;
    bool const known = !orders.empty() && std::all_of(orders.begin(), orders.end(), [&](auto const& order) {
        Order const* one = find(order.clOrdId);
        return one != nullptr && one->request == plain(order);
    });
    if (known) {
        std::for_each(orders.begin(), orders.end(), [&](auto const& order) { answerKnown(order, now); });
    }
    return known;
}

// Answers a cancel or change that was sent before.
bool OrderManager::answerKnown(ClOrdId const& clOrdId)
{
    Order* const known = find(clOrdId);
    if (known != nullptr) {
        emit(*known, ExecType::OrderStatus);
    }
    return known != nullptr;
}

void OrderManager::refuse(Command const& command, Error const& reason, Timestamp now)
{
    auto const refuseCancelOf = [&](ClOrdId const& clOrdId, ClOrdId const& original) {
        Order const* order = find(original);
        const OrdStatus status = order == nullptr ? OrdStatus::Rejected : order->state.ordStatus;
        if (!answerKnown(clOrdId)) {
            m_output->onCancelReject(m_account, {clOrdId, original, status, reason});
        }
    };
    if (auto const* order = std::get_if<NewOrderSingle>(&command)) {
        if (!answerKnown(*order, now)) {
            refuse(*order, reason, now);
        }
    } else if (auto const* list = std::get_if<NewOrderList>(&command)) {
        for (NewOrderSingle const& one :
             answerKnown(*list, now) ? std::vector<NewOrderSingle>() : list->orders) {
            refuse(one, reason, now);
        }
    } else if (auto const* cancel = std::get_if<OrderCancelRequest>(&command)) {
        refuseCancelOf(cancel->clOrdId, cancel->origClOrdId);
    } else if (auto const* replace = std::get_if<OrderCancelReplaceRequest>(&command)) {
        refuseCancelOf(replace->clOrdId, replace->origClOrdId);
    }
}

} // namespace qob
