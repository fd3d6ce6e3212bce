#pragma once

#include "engine/api/command.h"
#include "engine/api/event.h"
#include "engine/market/market_history.h"
#include "engine/market/order_venue.h"
#include "engine/trading/portfolio.h"

#include <deque>
#include <unordered_map>

namespace qob {

// Takes what the order manager has to say, in order.
class OrderEvents {
public:
    virtual ~OrderEvents() = default;
    virtual void onExecutionReport(const ExecutionReport& report) = 0;
    virtual void onCancelReject(const OrderCancelReject& reject) = 0;
};

// The state of every order of the session: checks a request against instrument and balance, holds what it needs,
// sends it to the venue, and turns the venue's answers into execution reports. A request with a ClOrdID that was seen
// before is answered with the order as it stands and changes nothing. One thread.
class OrderManager final : public VenueReportSink {
public:
    OrderManager(OrderVenue& venue, const Market& market, const MarketHistory& history, Portfolio& portfolio);

    // Set once, before the first request.
    void setOutput(OrderEvents& output) { m_output = &output; }

    void submit(const NewOrderSingle& request, Timestamp now);
    void cancel(const OrderCancelRequest& request, Timestamp now);
    void replace(const OrderCancelReplaceRequest& request, Timestamp now);
    void massCancel(const OrderMassCancelRequest& request, Timestamp now);

    // The venue has forgotten its orders (a replay was moved): all that work are done, with this reason.
    void dropAll(const Error& reason, Timestamp now);

    void onVenueReport(const VenueReport& report) override;

    // Every order of the session as it stands, then every fill, oldest first.
    [[nodiscard]] OrderList snapshot() const;

    [[nodiscard]] std::size_t workingOrders() const;

private:
    struct Order {
        NewOrderSingle request;
        ExecutionReport state;   // as last reported, without the fields of a trade
        Amount cumNotional;      // price units x quantity units, not money
        Price limit;             // the worst price it may trade at: its own, or a market order's protection
        Portfolio::Need held;    // what is set aside for what is left
        ClOrdId pendingClOrdId;  // of the cancel or replace under way
        OrdStatus statusBefore{}; // what a refused cancel or replace goes back to
    };

    [[nodiscard]] Expected<Price> admit(const NewOrderSingle& request, const MarketHistory::Item* item) const;
    [[nodiscard]] Expected<Price> protection(const Instrument& instrument, Side side, Qty qty) const;
    [[nodiscard]] Order* find(const ClOrdId& clOrdId);
    [[nodiscard]] Order& byId(OrderId id) { return m_orders.at(id.value - 1); }

    [[nodiscard]] const Instrument& instrumentOf(const Order& order) const;
    [[nodiscard]] Qty coveredBy(const Instrument& instrument, Side side, OrderId except) const;
    Expected<void> rehold(Order& order, Price price, Qty leaves);
    void refuse(const NewOrderSingle& request, const Error& reason, Timestamp now);
    void refuseCancel(const ClOrdId& clOrdId, const ClOrdId& original, ErrorCode reason, OrdStatus status);
    void requestCancel(Order& order, const ClOrdId& clOrdId, Timestamp now);
    void onFill(Order& order, const VenueReport& report);
    void onReplaced(Order& order, const VenueReport& report);
    void onRequestRejected(Order& order, const VenueReport& report);
    void finish(Order& order, ExecType type, OrdStatus status, const std::optional<Error>& reason);
    void emit(Order& order, ExecType type);

    OrderVenue& m_venue;
    const Market& m_market;
    const MarketHistory& m_history;
    Portfolio& m_portfolio;
    OrderEvents* m_output = nullptr;
    std::deque<Order> m_orders; // index = id - 1
    std::unordered_map<ClOrdId, OrderId> m_byClOrdId; // every id of an order's chain
    std::vector<ExecutionReport> m_fills;
    std::uint64_t m_lastExecId = 0;
};

} // namespace qob
