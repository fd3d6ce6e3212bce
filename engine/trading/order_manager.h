#pragma once

#include "engine/api/command.h"
#include "engine/api/event.h"
#include "engine/market/market_history.h"
#include "engine/market/order_venue.h"
#include "engine/trading/account_image.h"

#include <deque>
#include <map>
#include <memory>
#include <set>
#include <unordered_map>

namespace qob {

// Takes what the order manager has to say, in order.
class OrderEvents {
public:
    virtual ~OrderEvents() = default;
    virtual void onExecutionReport(ExecutionReport const& report) = 0;
    virtual void onCancelReject(AccountId account, OrderCancelReject const& reject) = 0;

    // A request to cancel or change the order was taken; before the report that says so.
    virtual void onRequestTaken(OrderId /*order*/, ClOrdId const& /*clOrdId*/) {}
};

// The state of every order of one account: checks a request against instrument and balance, holds what it
// needs, sends it to the venue, and turns the venue's answers into execution reports. A request with a
// ClOrdID that was seen before is answered with the order as it stands and changes nothing. One thread.
//
// Of orders that are done the newest `kept` stay, and ten fills for each; an older one is forgotten, its
// ClOrdIDs too. What works is never forgotten, nor what is linked with it.
class OrderManager final : public VenueReportSink {
public:
    OrderManager(
        AccountId account,
        OrderVenue& venue,
        Market const& market,
        MarketHistory const& history,
        Portfolio& portfolio,
        std::size_t kept = usuallyKept
    );

    static constexpr std::size_t usuallyKept = 10'000;
    static constexpr std::size_t fillsOfAnOrder = 10; // that are kept

    // Set once, before the first request.
    void setOutput(OrderEvents& output) { m_output = &output; }

    void submit(NewOrderSingle const& request, Timestamp now);
    void submit(NewOrderList const& request, Timestamp now);
    void cancel(OrderCancelRequest const& request, Timestamp now);
    void replace(OrderCancelReplaceRequest const& request, Timestamp now);
    void massCancel(OrderMassCancelRequest const& request, Timestamp now);

    // All that work, or all of one instrument, are done, with this reason; the venue is not asked.
    void dropAll(Error const& reason, Timestamp now);
    void drop(InstrumentId instrument, Error const& reason, Timestamp now);

    // Answers as ever what is known already, and the rest with this reason; nothing changes. A mass cancel is
    // not answered.
    void refuse(Command const& command, Error const& reason, Timestamp now);

    // Whether any order or fill that is remembered is of the instrument.
    [[nodiscard]] bool knows(InstrumentId instrument) const;

    // Goes on where another left off; before the first request. What worked there is for dropAll().
    void restore(AccountImage const& image);

    // In all that is remembered the instrument has another id.
    void rename(InstrumentId from, InstrumentId to);

    void onVenueReport(VenueReport const& report) override;

    // Of what was restored, so many orders and fills, the newest, are in a snapshot.
    static constexpr std::size_t pastShown = 1000;

    // Every order of the account as it stands, then every fill, oldest first.
    [[nodiscard]] OrderList snapshot() const;

    [[nodiscard]] std::size_t workingOrders() const { return m_working.size(); }

private:
    struct Group;

    // What an order becomes when the venue takes a change.
    struct Change {
        Price limit; // the worst price it may trade at then
        Qty qty;     // filled and not
    };

    struct Sides {
        Qty buy;
        Qty sell;

        Qty& operator[](Side side) { return side == Side::Buy ? buy : sell; }

        Qty operator[](Side side) const { return side == Side::Buy ? buy : sell; }
    };

    struct Order {
        NewOrderSingle request;
        ExecutionReport state; // as last reported, without the fields of a trade
        BookOrder sent;        // what went to the venue
        Amount cumNotional;    // price units x quantity units, not money
        Price limit;           // the worst price it may trade at: its own, or its protection
        std::shared_ptr<Group> group;
        std::optional<Change> change; // under way
        bool changedFree = false;     // a child that was changed after its parent was done
        ClOrdId pendingReplace;       // the requests under way
        ClOrdId pendingCancel;
        OrdStatus statusBefore{}; // what a refused cancel or replace goes back to
        std::vector<ClOrdId> laterNames;
    };

    // Orders that are linked, or one by itself: what is set aside is set aside for all of them. Of orders
    // that cancel each other the dearest counts, children count for what their parent has filled and, on
    // spot, for what it will not bring in.
    struct Group {
        Contingency contingency = Contingency::None;
        std::vector<OrderId> orders;
        std::vector<Portfolio::Need> held; // one an asset
    };

    [[nodiscard]] Order* find(ClOrdId const& clOrdId);

    // Null: it was forgotten.
    [[nodiscard]] Order const* find(OrderId id) const;

    [[nodiscard]] Order& byId(OrderId id) { return const_cast<Order&>(std::as_const(*this).byId(id)); }

    [[nodiscard]] Order const& byId(OrderId id) const;

    [[nodiscard]] static Group& groupOf(Order const& order) { return *order.group; }

    [[nodiscard]] Instrument const& instrumentOf(Order const& order) const;
    bool answerKnown(NewOrderSingle const& request, Timestamp now);
    bool answerKnown(NewOrderList const& request, Timestamp now);
    bool answerKnown(ClOrdId const& clOrdId);
    [[nodiscard]] Expected<std::vector<VenueOrder>>
    admit(NewOrderList const& request, Timestamp now, std::size_t& failing) const;
    Order& open(
        NewOrderSingle const& request,
        VenueOrder& admitted,
        std::shared_ptr<Group> const& group,
        Timestamp now
    );
    void name(Order& order, ClOrdId const& clOrdId);
    void refuse(NewOrderSingle const& request, Error const& reason, Timestamp now);
    void refuseCancel(ClOrdId const& clOrdId, ClOrdId const& original, ErrorCode reason, OrdStatus status);
    void requestCancel(Order& order, ClOrdId const& clOrdId, Timestamp now);
    void cancelGroup(Group const& group, Timestamp now);
    void drop(Order& order, Error const& reason, Timestamp now);
    void onAccepted(Order& order, VenueReport const& report);
    void onFill(Order& order, VenueReport const& report);
    void onReplaced(Order& order, VenueReport const& report);
    void onRestated(Order& order, VenueReport const& report);
    void onTriggered(Order& order, VenueReport const& report);
    void onRequestRejected(Order& order, VenueReport const& report);
    static void takeTerms(Order& order, VenueReport const& report);
    void finish(Order& order, ExecType type, OrdStatus status, std::optional<Error> const& reason);
    void emit(Order& order, ExecType type);

    // order_manager_past.cpp
    [[nodiscard]] bool isDone(Group const& group) const;
    void forget(Order const& order);
    void forgetOldest();

    // order_manager_holds.cpp
    [[nodiscard]] static bool isParented(Group const& group);
    [[nodiscard]] static bool isAlternative(Group const& group, bool child);
    [[nodiscard]] Sides closingQty(Group const& group) const;
    [[nodiscard]] Sides allClosingQty(InstrumentId instrument) const;
    [[nodiscard]] Portfolio::Need needOf(Order const& order, Qty most, Sides const& closing) const;
    [[nodiscard]] Portfolio::Need deliveryOf(Order const& parent) const;
    [[nodiscard]] std::vector<Portfolio::Need>
    childNeeds(Group const& group, Qty most, Sides const& closing) const;
    [[nodiscard]] std::vector<Portfolio::Need> needsOf(Group const& group, Sides const& others) const;
    void release(Group& group);
    Expected<void> rehold(Group& group);
    Expected<void> rehold(Group& group, Sides const& all);
    Expected<void> cover(Group& group, Sides const& all);
    Expected<void> coverChange(Order& order, Change const& change);
    void coverOthers(Order const& filled, Timestamp now);

    AccountId m_account;
    std::uint64_t m_idsBefore; // of orders and reports of other accounts
    OrderVenue& m_venue;
    Market const& m_market;
    MarketHistory const& m_history;
    Portfolio& m_portfolio;
    OrderEvents* m_output = nullptr;
    std::size_t m_kept;
    std::uint64_t m_gone = 0;          // how many of the first ids are not in m_orders any more
    std::deque<Order> m_orders;        // index = id - m_idsBefore - 1 - m_gone
    std::map<OrderId, Order> m_elders; // older ones that were not done when the others went
    std::size_t m_sinceElders = 0;     // new orders since those of them that are done were last sought
    std::unordered_map<ClOrdId, OrderId> m_byClOrdId; // every id of an order's chain
    std::set<OrderId> m_working;
    std::deque<ExecutionReport> m_fills;
    std::size_t m_pastOrders = 0; // how many in m_orders were restored; they are the first
    std::size_t m_pastFills = 0;
    std::uint64_t m_lastExecId;
};

} // namespace qob
