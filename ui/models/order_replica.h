#pragma once

#include "ui/bridge/event_box.h"

#include <QObject>

#include <set>
#include <unordered_map>
#include <vector>

namespace qob {

constexpr bool isStop(OrdType type)
{
    return type == OrdType::Stop || type == OrdType::StopLimit;
}

// The price an order is drawn at: a stop's trigger until it is one, else its price.
inline Price standsAt(ExecutionReport const& report)
{
    return isStop(report.ordType) ? report.stopPx : report.price;
}

// One order as last reported.
struct OrderState {
    ExecutionReport report;
    ClOrdId workingId;     // what a cancel or a change has to name: the id of the last accepted request
    Price targetPrice;     // where a change under way wants it; where it stands else
    bool reported = false; // false: sent by this window, nothing heard yet
    // From sending to the venue's first answer; nothing: not heard, or before this window listened.
    std::optional<Duration> answeredAfter = {};

    // It stands in the queue of its price; a stop that waits stands in none.
    [[nodiscard]] bool isQueued() const
    {
        bool const rests = report.ordType == OrdType::Limit || report.ordType == OrdType::Pegged;
        return reported && rests &&
               (report.ordStatus == OrdStatus::New || report.ordStatus == OrdStatus::PartiallyFilled);
    }
};

// The session's orders and fills as this window knows them. GUI thread.
class OrderReplica final : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;

    // One batch of the Orders stream, in order.
    void apply(std::vector<OrderEvent> const& events);

    // An order that was just handed to the session: shown as sent until it is reported.
    void addSent(NewOrderSingle const& order, Timestamp time);
    // A change that was just handed to the session.
    void markReplacing(ClOrdId const& order, ClOrdId const& request, Price price);
    void markCancelling(ClOrdId const& order, ClOrdId const& request);

    // What is kept; a little more until the oldest go together.
    static constexpr std::size_t mostOrders = 10'000; // those that work apart, which all are
    static constexpr std::size_t mostFills = 100'000;

    // Oldest first.
    [[nodiscard]] std::vector<OrderState> const& orders() const { return m_orders; }

    [[nodiscard]] std::vector<ExecutionReport> const& fills() const { return m_fills; }

    // By any id the order ever had; null when there is none, or it ended so long ago that it was forgotten.
    [[nodiscard]] OrderState const* find(ClOrdId const& id) const;

    // Not final, of one instrument.
    [[nodiscard]] std::vector<OrderState> working(InstrumentId instrument) const;

    [[nodiscard]] std::size_t workingCount() const { return m_working.size(); }

signals:
    void reset(); // everything may have changed
    // `rows` are indexes of orders() that changed, ascending; from `firstNew` on they are new.
    void ordersChanged(std::vector<std::size_t> const& rows, std::size_t firstNew);
    void fillsAdded(std::size_t firstNew);
    void refused(QString const& why); // a rejected order, cancel or change

private:
    static constexpr std::size_t none = static_cast<std::size_t>(-1);

    struct Changes {
        bool reset = false;
        std::vector<std::size_t> rows;
        std::vector<QString> refusals;
    };

    void applySnapshot(OrderList const& list);
    void applyReport(ExecutionReport const& report, Changes& changes);
    void applyReject(OrderCancelReject const& reject, Changes& changes);
    [[nodiscard]] std::size_t indexOf(ClOrdId const& id) const;
    std::size_t rowOf(ExecutionReport const& report);
    void noteWorking(std::size_t index);
    bool forgetOld();
    void forgetOldOrders();
    void emitChanges(Changes& changes, std::size_t firstNew, std::size_t firstFill);

    std::vector<OrderState> m_orders;
    std::vector<ExecutionReport> m_fills;
    std::set<std::size_t> m_working;                 // rows that are not final
    std::unordered_map<ClOrdId, std::size_t> m_byId; // every id an order ever had
};

} // namespace qob
