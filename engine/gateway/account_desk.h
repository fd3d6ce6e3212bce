#pragma once

#include "engine/gateway/engine_link.h"

#include <optional>
#include <unordered_map>
#include <variant>

namespace qob {

// What the engine said to a request: an order as it stands now, or that a cancel or replace was refused.
using OrderAnswer = std::variant<ExecutionReport, OrderCancelReject>;

// How far a request must have come before it is answered.
enum class AnswerAt : std::uint8_t {
    Accepted, // the engine has it: PendingNew, PendingCancel, PendingReplace
    Done,     // the venue has it: it rests, or it is done
};

// Hears what happens to an account. On the gateway's thread.
class AccountListener {
public:
    virtual ~AccountListener() = default;
    virtual void onOrders(OrderList const& all) = 0; // the snapshot, also after a Resync
    virtual void onReport(ExecutionReport const& report) = 0;
    virtual void onReject(OrderCancelReject const& reject) = 0;
    virtual void onAccount(AccountReport const& account) = 0;
};

// Counts what goes through the desks.
struct DeskObserver {
    std::function<void(Duration)> onAcknowledged; // from a request handed over to the first word of it
    std::function<void(ExecutionReport const&)> onReport;
};

// One account's orders, fills and balances, and the questions about them that wait for an answer. Of orders
// that are done it has the newest `kept`; the database has the rest. On the gateway's thread.
class AccountDesk final : public TopicListener {
public:
    static constexpr std::size_t keptFills = 100'000;

    AccountDesk(
        AccountId id,
        std::unique_ptr<Session> session,
        GatewayThread& thread,
        Clock& clock,
        DeskObserver observer,
        std::size_t kept = 10'000
    );
    ~AccountDesk() override;
    AccountDesk(AccountDesk const&) = delete;
    AccountDesk& operator=(AccountDesk const&) = delete;

    [[nodiscard]] AccountId id() const { return m_id; }

    using Done = std::function<void(Expected<OrderAnswer>)>;

    // Sends it and answers when it is so far, with what became of it in the same step of the engine: an order
    // that traded at once is answered as traded. RequestBusy: the engine has no room and nothing was sent;
    // SessionClosed; RequestTimeout: it is not known yet what became of it, and asking again with the same
    // ClOrdID tells.
    void request(Command command, AnswerAt at, Done done);

    // RequestBusy, SessionClosed: nothing was sent. What becomes of the orders is heard as reports.
    Expected<void> massCancel(OrderMassCancelRequest const& request);

    // Of an order whose owner is gone: unless it is done, by its newest name, and where the engine has no
    // room now again and again until it has.
    void cancelSurely(OrderCancelRequest request);

    // Once the snapshot is there; RequestTimeout when it does not come.
    void whenReady(std::function<void(Expected<void>)> then);

    [[nodiscard]] ExecutionReport const* order(OrderId id) const;
    [[nodiscard]] ExecutionReport const* order(ClOrdId const& clOrdId) const;

    // By id, so oldest first.
    [[nodiscard]] std::map<OrderId, ExecutionReport> const& orders() const { return m_orders; }

    // From this id on it has every order, below only some; null: it has all there ever were.
    [[nodiscard]] OrderId wholeFrom() const { return m_wholeFrom; }

    // Oldest first.
    [[nodiscard]] std::deque<ExecutionReport> const& fills() const { return m_fills; }

    [[nodiscard]] AccountReport const& account() const { return m_account; }

    void add(AccountListener& listener) { m_listeners.push_back(&listener); }

    void remove(AccountListener& listener) { std::erase(m_listeners, &listener); }

    void onTopic(TopicState const& state, Event const& event) override;
    void onStepEnd() override;

private:
    struct Waiting {
        ClOrdId clOrdId;  // of the request
        ClOrdId original; // of the order, for a cancel or replace
        bool cancels = false;
        AnswerAt at = AnswerAt::Done;
        Duration sent;
        Done done;
        bool acknowledged = false;
        std::optional<ExecutionReport> there; // it is so far, but the engine's step has not ended yet
    };

    struct ReadyWaiting {
        Duration since;
        std::function<void(Expected<void>)> then;
    };

    // A ClOrdID that is an order's already: the engine's word about it could not be told from any other about
    // that order.
    bool answerKnown(NewOrderSingle const& request, AnswerAt at, Done const& done);
    void take(ExecutionReport const& report);
    void forgetOldest();
    void findHoles();
    void note(ExecutionReport const& report);
    void answer(OrderCancelReject const& reject);
    void expire();
    void armTimer();
    void cancelParted();

    AccountId m_id;
    std::unique_ptr<Session> m_session;
    GatewayThread& m_thread;
    Clock& m_clock;
    DeskObserver m_observer;
    std::size_t m_kept;
    EngineLink m_link;
    TopicStatePtr m_orderTopic;
    TopicStatePtr m_accountTopic;
    bool m_haveOrders = false;
    bool m_haveAccount = false;
    std::map<OrderId, ExecutionReport> m_orders;
    OrderId m_wholeFrom;
    std::deque<OrderId> m_done; // those of them that are, in the order in which they were
    std::unordered_map<ClOrdId, OrderId> m_byClOrdId;
    std::unordered_map<OrderId, std::vector<ClOrdId>> m_names; // the keys of m_byClOrdId
    std::unordered_map<ClOrdId, NewOrderSingle> m_sent;        // what orders of this run came from
    std::deque<ExecutionReport> m_fills;
    AccountReport m_account;
    std::vector<AccountListener*> m_listeners;
    std::vector<Waiting> m_waiting;
    std::vector<ReadyWaiting> m_readyWaiting;
    std::shared_ptr<void> m_timer;
    std::deque<OrderCancelRequest> m_parted; // to be sent when there is room
    std::shared_ptr<void> m_partedTimer;
};

} // namespace qob
