#include "engine/gateway/account_desk.h"

#include <algorithm>
#include <iterator>

namespace qob {

namespace {

constexpr Duration answerLimit = seconds(5);
constexpr Duration untilRoom = milliseconds(50); // the engine looks at what it was given every 16 ms

// Whether the order has come as far as the question wants it.
bool isThere(ExecutionReport const& report, AnswerAt at)
{
    switch (report.ordStatus) {
    case OrdStatus::PendingNew:
    case OrdStatus::PendingCancel:
    case OrdStatus::PendingReplace:
        return at == AnswerAt::Accepted;
    default:
        break;
    }
    // What cannot rest is answered with what became of it.
    bool const rests = report.ordType != OrdType::Market &&
                       report.timeInForce != TimeInForce::ImmediateOrCancel &&
                       report.timeInForce != TimeInForce::FillOrKill;
    return rests || isFinal(report.ordStatus) || at == AnswerAt::Accepted;
}

// The request that an order came from, as far as it was not amended.
NewOrderSingle requestOf(ExecutionReport const& report)
{
    return {
        report.clOrdId,
        report.instrument,
        report.side,
        report.ordType,
        report.price,
        report.orderQty,
        report.timeInForce,
        report.execInst,
        report.selfTrade,
        report.displayQty,
        report.stopPx,
        report.trailOffset,
        report.trailStep,
        report.pegOffset,
        report.expireTime};
}

} // namespace

AccountDesk::AccountDesk(
    AccountId id,
    std::unique_ptr<Session> session,
    GatewayThread& thread,
    Clock& clock,
    DeskObserver observer,
    std::size_t kept
)
    : m_id(id)
    , m_session(std::move(session))
    , m_thread(thread)
    , m_clock(clock)
    , m_observer(std::move(observer))
    , m_kept(kept)
    , m_link(*m_session, thread, clock)
    , m_orderTopic(m_link.watch({TopicKind::Orders, {}, {}, {}, {}}))
    , m_accountTopic(m_link.watch({TopicKind::Account, {}, {}, {}, {}}))
{
    m_orderTopic->add(*this);
    m_accountTopic->add(*this);
}

AccountDesk::~AccountDesk()
{
    m_orderTopic->remove(*this);
    m_accountTopic->remove(*this);
}

bool AccountDesk::answerKnown(NewOrderSingle const& request, AnswerAt at, Done const& done)
{
    ExecutionReport const* const known = order(request.clOrdId);
    if (known == nullptr) {
        return false;
    }
    auto const sent = m_sent.find(request.clOrdId);
    if (request != (sent == m_sent.end() ? requestOf(*known) : sent->second)) {
        done(fail(ErrorCode::OrderDuplicateClOrdID, request.clOrdId.text()));
    } else if (isThere(*known, at)) {
        done(OrderAnswer(*known));
    } else {
        m_waiting.push_back({request.clOrdId, {}, false, at, m_clock.steady(), done, true});
        armTimer();
    }
    return true;
}

void AccountDesk::request(Command command, AnswerAt at, Done done)
{
    if (auto const* order = std::get_if<NewOrderSingle>(&command)) {
        if (answerKnown(*order, at, done)) {
            return;
        }
        m_sent[order->clOrdId] = *order;
    }
    Waiting waiting{{}, {}, false, at, m_clock.steady(), std::move(done)};
    if (auto const* order = std::get_if<NewOrderSingle>(&command)) {
        waiting.clOrdId = order->clOrdId;
    } else if (auto const* list = std::get_if<NewOrderList>(&command)) {
        waiting.clOrdId = list->orders.empty() ? ClOrdId() : list->orders.front().clOrdId;
    } else if (auto const* cancel = std::get_if<OrderCancelRequest>(&command)) {
        waiting.clOrdId = cancel->clOrdId;
        waiting.original = cancel->origClOrdId;
        waiting.cancels = true;
    } else if (auto const* replace = std::get_if<OrderCancelReplaceRequest>(&command)) {
        waiting.clOrdId = replace->clOrdId;
        waiting.original = replace->origClOrdId;
    }
    switch (m_session->submit(std::move(command))) {
    case SubmitResult::Accepted:
        if (!waiting.clOrdId.empty()) {
            m_waiting.push_back(std::move(waiting));
            armTimer();
        }
        return;
    case SubmitResult::Busy:
        m_sent.erase(waiting.clOrdId);
        waiting.done(fail(ErrorCode::RequestBusy));
        return;
    case SubmitResult::Closed:
        m_sent.erase(waiting.clOrdId);
        waiting.done(fail(ErrorCode::SessionClosed));
        return;
    }
}

Expected<void> AccountDesk::massCancel(OrderMassCancelRequest const& request)
{
    switch (m_session->submit(request)) {
    case SubmitResult::Busy:
        return fail(ErrorCode::RequestBusy);
    case SubmitResult::Closed:
        return fail(ErrorCode::SessionClosed);
    case SubmitResult::Accepted:
        break;
    }
    return {};
}

void AccountDesk::cancelSurely(OrderCancelRequest request)
{
    m_parted.push_back(std::move(request));
    if (m_parted.size() == 1) {
        cancelParted();
    }
}

void AccountDesk::cancelParted()
{
    while (!m_parted.empty()) {
        OrderCancelRequest& next = m_parted.front();
        ExecutionReport const* const known = order(next.origClOrdId);
        if (known != nullptr) {
            next.origClOrdId = known->clOrdId;
        }
        bool const done = known != nullptr && isFinal(known->ordStatus);
        if (!done && m_session->submit(next) == SubmitResult::Busy) {
            m_partedTimer = m_thread.after(untilRoom, [this] { cancelParted(); });
            return;
        }
        m_parted.pop_front();
    }
}

void AccountDesk::whenReady(std::function<void(Expected<void>)> then)
{
    if (m_haveOrders && m_haveAccount) {
        then({});
        return;
    }
    m_readyWaiting.push_back({m_clock.steady(), std::move(then)});
    armTimer();
}

ExecutionReport const* AccountDesk::order(OrderId id) const
{
    auto const found = m_orders.find(id);
    return found == m_orders.end() ? nullptr : &found->second;
}

ExecutionReport const* AccountDesk::order(ClOrdId const& clOrdId) const
{
    auto const found = m_byClOrdId.find(clOrdId);
    return found == m_byClOrdId.end() ? nullptr : order(found->second);
}

void AccountDesk::onTopic(TopicState const& /*state*/, Event const& event)
{
    auto const listeners = m_listeners;
    if (auto const* all = std::get_if<OrderList>(&event.payload)) {
        m_orders.clear();
        m_done.clear();
        m_byClOrdId.clear();
        m_names.clear();
        for (ExecutionReport const& report : all->orders) {
            take(report);
        }
        findHoles();
        m_fills.assign(all->fills.begin(), all->fills.end());
        m_haveOrders = true;
        std::for_each(listeners.begin(), listeners.end(), [&](auto* to) { to->onOrders(*all); });
        for (ExecutionReport const& report : all->orders) {
            note(report); // of what was asked while the stream was interrupted
        }
        onStepEnd();
    } else if (auto const* report = std::get_if<ExecutionReport>(&event.payload)) {
        take(*report);
        m_observer.onReport(*report);
        if (report->execType == ExecType::Trade) {
            m_fills.push_back(*report);
            if (m_fills.size() > keptFills) {
                m_fills.pop_front();
            }
        }
        std::for_each(listeners.begin(), listeners.end(), [&](auto* to) { to->onReport(*report); });
        note(*report);
    } else if (auto const* reject = std::get_if<OrderCancelReject>(&event.payload)) {
        std::for_each(listeners.begin(), listeners.end(), [&](auto* to) { to->onReject(*reject); });
        answer(*reject);
    } else if (auto const* account = std::get_if<AccountReport>(&event.payload)) {
        m_account = *account;
        m_haveAccount = true;
        std::for_each(listeners.begin(), listeners.end(), [&](auto* to) { to->onAccount(*account); });
    }
    if (m_haveOrders && m_haveAccount) {
        for (auto const& waiting : std::exchange(m_readyWaiting, {})) {
            waiting.then({});
        }
    }
}

// An order that was refused at the door has no id and is told to whoever asked only.
void AccountDesk::take(ExecutionReport const& report)
{
    if (report.orderId == OrderId()) {
        if (order(report.clOrdId) == nullptr) {
            m_sent.erase(report.clOrdId); // it made no order: the next one may be another
        }
        return;
    }
    auto const [at, added] = m_orders.try_emplace(report.orderId);
    bool const wasDone = !added && isFinal(at->second.ordStatus);
    at->second = report;
    for (ClOrdId const& name : {report.clOrdId, report.origClOrdId}) {
        if (!name.empty() && std::exchange(m_byClOrdId[name], report.orderId) != report.orderId) {
            m_names[report.orderId].push_back(name);
        }
    }
    if (isFinal(report.ordStatus) && !wasDone) {
        m_done.push_back(report.orderId);
        forgetOldest();
    }
}

// An account numbers its orders without a hole, so what is missing was forgotten before.
void AccountDesk::findHoles()
{
    m_wholeFrom = {};
    if (m_orders.empty() || m_id == AccountId(0)) {
        return;
    }
    auto at = std::prev(m_orders.end());
    while (at != m_orders.begin() && std::prev(at)->first.value + 1 == at->first.value) {
        --at;
    }
    auto const first = (m_id.value - std::uint64_t{1}) * idsPerAccount + 1;
    m_wholeFrom = at->first.value == first ? OrderId() : at->first;
}

void AccountDesk::forgetOldest()
{
    while (m_done.size() > m_kept) {
        m_wholeFrom = std::max(m_wholeFrom, OrderId(m_done.front().value + 1));
        auto const names = m_names.extract(m_done.front());
        for (ClOrdId const& name : names ? names.mapped() : std::vector<ClOrdId>()) {
            auto const found = m_byClOrdId.find(name);
            if (found != m_byClOrdId.end() && found->second == m_done.front()) {
                m_byClOrdId.erase(found);
                m_sent.erase(name);
            }
        }
        m_orders.erase(m_done.front());
        m_done.pop_front();
    }
}

void AccountDesk::note(ExecutionReport const& report)
{
    for (Waiting& waiting : m_waiting) {
        bool const ofIt = waiting.cancels
                              ? report.clOrdId == waiting.original || report.clOrdId == waiting.clOrdId ||
                                    report.origClOrdId == waiting.original
                              : report.clOrdId == waiting.clOrdId;
        if (!ofIt) {
            continue;
        }
        bool const accepted =
            waiting.at == AnswerAt::Accepted && report.ordStatus == OrdStatus::PendingCancel;
        bool const there =
            waiting.cancels ? isFinal(report.ordStatus) || accepted : isThere(report, waiting.at);
        if (!waiting.acknowledged) {
            waiting.acknowledged = true;
            m_observer.onAcknowledged(m_clock.steady() - waiting.sent);
        }
        if (there || waiting.there) {
            waiting.there = report;
        }
    }
}

void AccountDesk::onStepEnd()
{
    std::vector<Waiting> answered;
    std::erase_if(m_waiting, [&](Waiting& waiting) {
        if (waiting.there) {
            answered.push_back(std::move(waiting));
            return true;
        }
        return false;
    });
    for (Waiting const& waiting : answered) {
        waiting.done(OrderAnswer(*waiting.there));
    }
}

void AccountDesk::answer(OrderCancelReject const& reject)
{
    std::vector<Waiting> answered;
    std::erase_if(m_waiting, [&](Waiting& waiting) {
        if (waiting.clOrdId == reject.clOrdId && waiting.original == reject.origClOrdId) {
            answered.push_back(std::move(waiting));
            return true;
        }
        return false;
    });
    for (Waiting const& waiting : answered) {
        waiting.done(OrderAnswer(reject));
    }
}

void AccountDesk::armTimer()
{
    if (m_timer == nullptr) {
        m_timer = m_thread.after(seconds(1), [this] {
            m_timer.reset();
            expire();
        });
    }
}

void AccountDesk::expire()
{
    onStepEnd(); // of a session that does not tell where its steps end
    const Duration now = m_clock.steady();
    std::vector<Waiting> late;
    std::erase_if(m_waiting, [&](Waiting& waiting) {
        if (now - waiting.sent < answerLimit) {
            return false;
        }
        late.push_back(std::move(waiting));
        return true;
    });
    for (Waiting const& waiting : late) {
        waiting.done(fail(
            ErrorCode::RequestTimeout,
            waiting.clOrdId.text() +
                " was sent and not answered yet; the same ClOrdID again tells what became of it"
        ));
    }
    std::vector<ReadyWaiting> tooLong;
    std::erase_if(m_readyWaiting, [&](ReadyWaiting& waiting) {
        if (now - waiting.since < answerLimit) {
            return false;
        }
        tooLong.push_back(std::move(waiting));
        return true;
    });
    for (ReadyWaiting const& waiting : tooLong) {
        waiting.then(fail(ErrorCode::RequestTimeout, "the account's orders"));
    }
    if (!m_waiting.empty() || !m_readyWaiting.empty()) {
        armTimer();
    }
}

} // namespace qob
