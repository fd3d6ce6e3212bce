#pragma once

#include "ui/bridge/event_box.h"

#include <QObject>

#include <unordered_map>
#include <vector>

namespace qob {

// One order as last reported.
struct OrderState {
    ExecutionReport report;
    ClOrdId workingId; // what a cancel or a change has to name: the id of the last accepted request
    Price targetPrice; // where a change under way wants it; the price else
    bool reported = false; // false: sent by this window, nothing heard yet
};

// The session's orders and fills as this window knows them. GUI thread.
class OrderReplica final : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;

    // One batch of the Orders stream, in order.
    void apply(const std::vector<OrderEvent>& events);

    // An order that was just handed to the session: shown as sent until it is reported.
    void addSent(const NewOrderSingle& order, Timestamp time);
    // A change that was just handed to the session.
    void markReplacing(const ClOrdId& order, const ClOrdId& request, Price price);
    void markCancelling(const ClOrdId& order, const ClOrdId& request);

    // Oldest first.
    [[nodiscard]] const std::vector<OrderState>& orders() const { return m_orders; }

    [[nodiscard]] const std::vector<ExecutionReport>& fills() const { return m_fills; }

    // By any id the order ever had; null when there is none.
    [[nodiscard]] const OrderState* find(const ClOrdId& id) const;

    // Not final, of one instrument.
    [[nodiscard]] std::vector<OrderState> working(InstrumentId instrument) const;
    [[nodiscard]] std::size_t workingCount() const;

signals:
    void reset(); // everything may have changed
    // `rows` are indexes of orders() that changed, ascending; from `firstNew` on they are new.
    void ordersChanged(const std::vector<std::size_t>& rows, std::size_t firstNew);
    void fillsAdded(std::size_t firstNew);
    void refused(const QString& why); // a rejected order, cancel or change

private:
    static constexpr std::size_t none = static_cast<std::size_t>(-1);

    struct Changes {
        bool reset = false;
        std::vector<std::size_t> rows;
        std::vector<QString> refusals;
    };

    void applySnapshot(const OrderList& list);
    void applyReport(const ExecutionReport& report, Changes& changes);
    void applyReject(const OrderCancelReject& reject, Changes& changes);
    [[nodiscard]] std::size_t indexOf(const ClOrdId& id) const;
    std::size_t rowOf(const ExecutionReport& report);
    void emitChanges(Changes& changes, std::size_t firstNew, std::size_t firstFill);

    std::vector<OrderState> m_orders;
    std::vector<ExecutionReport> m_fills;
    std::unordered_map<ClOrdId, std::size_t> m_byId; // every id an order ever had
};

} // namespace qob
