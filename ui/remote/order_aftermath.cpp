#include "ui/remote/order_aftermath.h"

#include <QCoreApplication>

#include <algorithm>

namespace qob {

namespace {

ExecutionReport const* findOrder(OrderList const& list, ClOrdId const& id)
{
    auto const found =
        std::find_if(list.orders.begin(), list.orders.end(), [&](ExecutionReport const& order) {
            return order.clOrdId == id || order.origClOrdId == id;
        });
    return found == list.orders.end() ? nullptr : &*found;
}

ExecutionReport neverCame(NewOrderSingle const& order, Timestamp now)
{
    ExecutionReport report;
    report.execType = ExecType::Rejected;
    report.ordStatus = OrdStatus::Rejected;
    report.clOrdId = order.clOrdId;
    report.instrument = order.instrument;
    report.side = order.side;
    report.ordType = order.ordType;
    report.timeInForce = order.timeInForce;
    report.price = order.price;
    report.stopPx = order.stopPx;
    report.orderQty = order.orderQty;
    report.sendingTime = now;
    report.transactTime = now;
    report.reason = Error{
        ErrorCode::NetClosed, "the connection was lost before the server had order " + order.clOrdId.text()};
    return report;
}

// Nothing: the list shows what became of it.
template <class Request>
std::optional<Payload> notDone(Request const& request, OrderList const& list, OrdStatus underWay)
{
    ExecutionReport const* const order = findOrder(list, request.origClOrdId);
    bool const done = order != nullptr && (isFinal(order->ordStatus) || order->ordStatus == underWay ||
                                           order->clOrdId == request.clOrdId);
    if (done) {
        return std::nullopt;
    }
    return OrderCancelReject{
        request.clOrdId,
        request.origClOrdId,
        order == nullptr ? OrdStatus::Rejected : order->ordStatus,
        {ErrorCode::NetClosed, "the connection was lost before the server had the request"}};
}

} // namespace

std::vector<Payload> aftermathOf(std::vector<Command> const& lost, OrderList const& orders, Timestamp now)
{
    std::vector<Payload> told;
    auto const tellOrder = [&](NewOrderSingle const& order) {
        if (findOrder(orders, order.clOrdId) == nullptr) {
            told.emplace_back(neverCame(order, now));
        }
    };
    auto const tellRequest = [&](auto const& request, OrdStatus underWay) {
        if (auto payload = notDone(request, orders, underWay)) {
            told.push_back(std::move(*payload));
        }
    };
    for (Command const& command : lost) {
        if (auto const* order = std::get_if<NewOrderSingle>(&command)) {
            tellOrder(*order);
        } else if (auto const* list = std::get_if<NewOrderList>(&command)) {
            std::for_each(list->orders.begin(), list->orders.end(), tellOrder);
        } else if (auto const* cancel = std::get_if<OrderCancelRequest>(&command)) {
            tellRequest(*cancel, OrdStatus::PendingCancel);
        } else if (auto const* replace = std::get_if<OrderCancelReplaceRequest>(&command)) {
            tellRequest(*replace, OrdStatus::PendingReplace);
        }
    }
    return told;
}

std::vector<Notice> aftermathNotices(std::vector<Command> const& lost, Timestamp now)
{
    std::vector<Notice> notices;
    auto const add = [&](QString const& text) {
        notices.push_back({Notice::Level::Error, now, text.toStdString(), ErrorCode::NetClosed});
    };
    for (Command const& command : lost) {
        if (std::holds_alternative<OrderMassCancelRequest>(command)) {
            add(QCoreApplication::translate(
                "qob::RemoteLink",
                "The connection was lost before the server confirmed to cancel all: look at what still works"
            ));
        } else if (std::holds_alternative<ReplayRequest>(command) || std::holds_alternative<SetRecording>(command)) {
            add(QCoreApplication::translate(
                "qob::RemoteLink",
                "The connection was lost before the server confirmed what the market was told to do"
            ));
        }
    }
    return notices;
}

} // namespace qob
