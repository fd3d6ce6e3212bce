#include "ui/models/order_entry.h"

#include "ui/models/display_text.h"

namespace qob {

OrderEntry::OrderEntry(Session& session, ClOrdIdSource& ids, OrderReplica& orders, QObject* parent)
    : QObject(parent)
    , m_session(session)
    , m_ids(ids)
    , m_orders(orders)
{}

void OrderEntry::setLocked(bool locked)
{
    if (m_locked != locked) {
        m_locked = locked;
        emit lockChanged(locked);
    }
}

OrderEntry::Result OrderEntry::refuse(Result result, QString const& why)
{
    emit refused(why);
    return result;
}

OrderEntry::Result OrderEntry::refuseLocked()
{
    return refuse(
        Result::Locked, tr("Trading is locked: nothing was sent. Unlock with the padlock or Ctrl+L.")
    );
}

OrderEntry::Result OrderEntry::submit(Command const& command)
{
    switch (m_session.submit(command)) {
    case SubmitResult::Accepted:
        return Result::Sent;
    case SubmitResult::Busy:
        return refuse(Result::Busy, tr("The engine is busy: nothing was sent. Try again."));
    case SubmitResult::Closed:
        break;
    }
    return refuse(Result::Closed, tr("The session is closed: nothing was sent."));
}

OrderEntry::Result
OrderEntry::place(MarketView const& view, Side side, OrdType type, TimeInForce tif, Price price, Qty qty)
{
    if (m_locked) {
        return refuseLocked();
    }
    auto const* instrument = view.shown();
    if (instrument == nullptr) {
        return refuse(Result::Invalid, tr("No market is shown: nothing was sent."));
    }
    if (view.bookState() != FeedState::Live) {
        auto const words = staleWords(view.bookState(), view.shownFeed());
        return refuse(Result::Invalid, tr("%1: nothing was sent.").arg(words));
    }
    if (qty < instrument->minQty || qty > instrument->maxQty) {
        return refuse(
            Result::Invalid,
            tr("The quantity must be between %1 and %2: nothing was sent.")
                .arg(QString::fromStdString(instrument->qtyText(instrument->minQty)))
                .arg(QString::fromStdString(instrument->qtyText(instrument->maxQty)))
        );
    }
    if (type == OrdType::Limit && (price <= Price(0) || price.value % instrument->tickSize.value != 0)) {
        return refuse(
            Result::Invalid,
            tr("The price must be a positive multiple of %1: nothing was sent.")
                .arg(QString::fromStdString(instrument->priceText(instrument->tickSize)))
        );
    }
    NewOrderSingle order;
    order.clOrdId = m_ids.next();
    order.instrument = instrument->id;
    order.side = side;
    order.ordType = type;
    order.price = type == OrdType::Limit ? price : Price(0);
    order.orderQty = qty;
    order.timeInForce = tif;
    auto const result = submit(order);
    if (result == Result::Sent) {
        m_orders.addSent(order, view.market().status().now);
    }
    return result;
}

OrderState const* OrderEntry::workingOrder(ClOrdId const& order)
{
    auto const* state = m_orders.find(order);
    if (state == nullptr || isFinal(state->report.ordStatus)) {
        refuse(Result::Invalid, tr("The order is no longer working: nothing was sent."));
        return nullptr;
    }
    return state;
}

OrderEntry::Result OrderEntry::cancel(ClOrdId const& order)
{
    if (m_locked) {
        return refuseLocked();
    }
    auto const* state = workingOrder(order);
    if (state == nullptr) {
        return Result::Invalid;
    }
    const OrderCancelRequest request{m_ids.next(), state->workingId};
    auto const result = submit(request);
    if (result == Result::Sent) {
        m_orders.markCancelling(request.origClOrdId, request.clOrdId);
    }
    return result;
}

OrderEntry::Result OrderEntry::reprice(ClOrdId const& order, Price price)
{
    if (m_locked) {
        return refuseLocked();
    }
    auto const* state = workingOrder(order);
    if (state == nullptr) {
        return Result::Invalid;
    }
    if (state->report.ordStatus == OrdStatus::PendingReplace ||
        state->report.ordStatus == OrdStatus::PendingCancel) {
        return refuse(Result::Invalid, tr("The order is being changed already: nothing was sent."));
    }
    if (price <= Price(0)) {
        return refuse(Result::Invalid, tr("The price must be positive: nothing was sent."));
    }
    const OrderCancelReplaceRequest request{m_ids.next(), state->workingId, price, state->report.orderQty};
    auto const result = submit(request);
    if (result == Result::Sent) {
        m_orders.markReplacing(request.origClOrdId, request.clOrdId, price);
    }
    return result;
}

OrderEntry::Result OrderEntry::cancelAll()
{
    return submit(OrderMassCancelRequest{m_ids.next(), std::nullopt});
}

} // namespace qob
