#include "engine/trading/order_manager.h"

#include "engine/base/check.h"
#include "engine/trading/order_admission.h"

#include <algorithm>

namespace qob {

namespace {

constexpr std::size_t mostLinked = 8;

// A request as it stands before anything came of it.
ExecutionReport reportOf(NewOrderSingle const& request, Timestamp now)
{
    ExecutionReport report;
    report.clOrdId = request.clOrdId;
    report.instrument = request.instrument;
    report.side = request.side;
    report.ordType = request.ordType;
    report.timeInForce = request.timeInForce;
    report.execInst = request.execInst;
    report.selfTrade = request.selfTrade;
    report.price = plain(request).price;
    report.stopPx = request.stopPx;
    report.trailOffset = request.trailOffset;
    report.trailStep = request.trailStep;
    report.pegOffset = request.pegOffset;
    report.displayQty = request.displayQty;
    report.expireTime = request.expireTime;
    report.orderQty = request.orderQty;
    report.sendingTime = now;
    report.transactTime = now;
    return report;
}

bool isStop(OrdType type)
{
    return type == OrdType::Stop || type == OrdType::StopLimit;
}

} // namespace

OrderManager::OrderManager(
    AccountId account,
    OrderVenue& venue,
    Market const& market,
    MarketHistory const& history,
    Portfolio& portfolio,
    std::size_t kept
)
    : m_account(account)
    , m_idsBefore((account.value - std::uint64_t{1}) * idsPerAccount)
    , m_venue(venue)
    , m_market(market)
    , m_history(history)
    , m_portfolio(portfolio)
    , m_kept(kept)
    , m_lastExecId(m_idsBefore)
{}

void OrderManager::submit(NewOrderSingle const& request, Timestamp now)
{
    if (answerKnown(request, now)) {
        return;
    }
    auto admitted = admitOrder(request, m_history.find(request.instrument), m_market, now);
    if (!admitted) {
        refuse(request, admitted.error(), now);
        return;
    }
    forgetOldest();
    auto const group = std::make_shared<Group>();
    Order& order = open(request, *admitted, group, now);
    if (auto const held = rehold(*group); !held) {
        release(*group);
        m_working.erase(order.state.orderId);
        m_orders.pop_back();
        refuse(request, held.error(), now);
        return;
    }
    m_byClOrdId[request.clOrdId] = order.state.orderId;
    emit(order, ExecType::PendingNew);
    m_venue.place(*admitted, now);
}

// What goes to the venue, or why not; `failing` is then the order it is about, or one past them all.
Expected<std::vector<VenueOrder>>
OrderManager::admit(NewOrderList const& request, Timestamp now, std::size_t& failing) const
{
    using enum Contingency;
    auto const& orders = request.orders;
    failing = orders.size();
    bool const linked = request.contingency == OneCancelsOther || request.contingency == OneTriggersOther ||
                        request.contingency == Bracket;
    if (!linked || orders.size() < 2 || orders.size() > mostLinked) {
        return fail(ErrorCode::OrderBadCombination, "a list links two to eight orders");
    }
    std::vector<VenueOrder> admitted;
    for (failing = 0; failing < orders.size(); ++failing) {
        NewOrderSingle const& order = orders[failing];
        auto const named = [&](NewOrderSingle const& other) {
            return other.clOrdId == order.clOrdId;
        };
        if (m_byClOrdId.contains(order.clOrdId) || std::any_of(orders.data(), &order, named)) {
            return fail(ErrorCode::OrderDuplicateClOrdID, order.clOrdId.text());
        }
        if (order.instrument != orders.front().instrument) {
            return fail(ErrorCode::OrderBadCombination, "the orders of a list are of one instrument");
        }
        auto one = admitOrder(order, m_history.find(order.instrument), m_market, now);
        if (!one) {
            return tl::unexpected(one.error());
        }
        // What it trades at is found when it enters; a limit made now would be one for another market.
        bool const child = failing > 0 && request.contingency != OneCancelsOther;
        bool const trails = order.ordType == OrdType::Stop && order.stopPx == Price(0) &&
                            one->order.ordType == OrdType::StopLimit;
        if (child && (trails || order.ordType == OrdType::Market)) {
            return fail(
                ErrorCode::OrderNoReference, "what waits for another order needs a limit or a stop price"
            );
        }
        admitted.push_back(*one);
    }
    return admitted;
}

void OrderManager::submit(NewOrderList const& request, Timestamp now)
{
    if (answerKnown(request, now)) {
        return;
    }
    auto const& orders = request.orders;
    std::size_t failing = 0;
    auto admitted = admit(request, now, failing);
    auto const refuseAll = [&](Error const& reason) {
        for (std::size_t i = 0; i < orders.size(); ++i) {
            bool const own = i == failing || failing >= orders.size();
            refuse(orders[i], own ? reason : Error{ErrorCode::OrderListRejected, {}}, now);
        }
    };
    if (!admitted) {
        refuseAll(admitted.error());
        return;
    }
    forgetOldest();
    auto const linked = std::make_shared<Group>();
    Group& group = *linked;
    group.contingency = request.contingency;
    for (std::size_t i = 0; i < orders.size(); ++i) {
        open(orders[i], (*admitted)[i], linked, now);
    }
    if (auto const held = rehold(group); !held) {
        release(group);
        std::for_each(group.orders.begin(), group.orders.end(), [this](OrderId id) { m_working.erase(id); });
        m_orders.resize(m_orders.size() - orders.size());
        failing = orders.size();
        refuseAll(held.error());
        return;
    }
    for (const OrderId id : group.orders) {
        m_byClOrdId[byId(id).request.clOrdId] = id;
        emit(byId(id), ExecType::PendingNew);
    }
    m_venue.placeList(request.contingency, *admitted, now);
}

// The newest; gives it its id.
OrderManager::Order& OrderManager::open(
    NewOrderSingle const& request, VenueOrder& admitted, std::shared_ptr<Group> const& linked, Timestamp now
)
{
    Group& group = *linked;
    admitted.order.id = OrderId(m_idsBefore + m_gone + m_orders.size() + 1);
    group.orders.push_back(admitted.order.id);
    m_working.insert(admitted.order.id);
    Order& order = m_orders.emplace_back();
    order.request = plain(request);
    order.sent = admitted.order;
    order.limit = admitted.worst;
    order.group = linked;
    order.state = reportOf(request, now);
    order.state.orderId = admitted.order.id;
    order.state.contingency = group.contingency;
    order.state.listId = group.contingency == Contingency::None ? OrderId() : group.orders.front();
    order.state.leavesQty = request.orderQty;
    order.state.ordStatus = OrdStatus::PendingNew;
    return order;
}

void OrderManager::cancel(OrderCancelRequest const& request, Timestamp now)
{
    if (answerKnown(request.clOrdId)) {
        return;
    }
    Order* order = find(request.origClOrdId);
    if (order == nullptr) {
        refuseCancel(request.clOrdId, request.origClOrdId, ErrorCode::OrderUnknown, OrdStatus::Rejected);
    } else if (isFinal(order->state.ordStatus)) {
        refuseCancel(
            request.clOrdId, request.origClOrdId, ErrorCode::OrderTooLateToCancel, order->state.ordStatus
        );
    } else {
        requestCancel(*order, request.clOrdId, now);
    }
}

void OrderManager::replace(OrderCancelReplaceRequest const& request, Timestamp now)
{
    if (answerKnown(request.clOrdId)) {
        return;
    }
    Order* order = find(request.origClOrdId);
    if (order == nullptr) {
        refuseCancel(request.clOrdId, request.origClOrdId, ErrorCode::OrderUnknown, OrdStatus::Rejected);
        return;
    }
    const OrdStatus status = order->state.ordStatus;
    if (isFinal(status) || status == OrdStatus::PendingCancel || status == OrdStatus::PendingReplace) {
        refuseCancel(request.clOrdId, request.origClOrdId, ErrorCode::OrderTooLateToCancel, status);
        return;
    }
    Instrument const& instrument = instrumentOf(*order);
    auto const made = admitReplace(
        request, instrument, order->sent, order->state.ordType, order->state.stopPx, order->limit
    );
    if (made && request.orderQty <= order->state.cumQty) { // as a book does with a replace that met a fill
        requestCancel(*order, request.clOrdId, now);
        return;
    }
    std::optional<Error> problem = made ? std::nullopt : std::optional(made.error());
    if (!problem) {
        const Price worst = made->price > Price(0) ? made->price : order->limit;
        auto const covered = coverChange(*order, {worst, request.orderQty});
        problem = covered ? std::nullopt : std::optional(covered.error());
    }
    if (problem) {
        m_output->onCancelReject(m_account, {request.clOrdId, request.origClOrdId, status, *problem});
        return;
    }
    name(*order, request.clOrdId);
    m_output->onRequestTaken(order->state.orderId, request.clOrdId);
    order->pendingReplace = request.clOrdId;
    order->statusBefore = status;
    order->state.ordStatus = OrdStatus::PendingReplace;
    order->state.transactTime = now;
    emit(*order, ExecType::PendingReplace);
    m_venue.replace(*made, now);
}

void OrderManager::massCancel(OrderMassCancelRequest const& request, Timestamp now)
{
    for (const OrderId id : m_working) {
        Order& order = byId(id);
        bool const named = !request.instrument || *request.instrument == order.state.instrument;
        if (named && order.state.ordStatus != OrdStatus::PendingCancel) {
            requestCancel(order, ClOrdId(), now);
        }
    }
}

void OrderManager::dropAll(Error const& reason, Timestamp now)
{
    for (const OrderId id : std::set<OrderId>(m_working)) {
        drop(byId(id), reason, now);
    }
}

void OrderManager::drop(InstrumentId instrument, Error const& reason, Timestamp now)
{
    for (const OrderId id : std::set<OrderId>(m_working)) {
        if (byId(id).state.instrument == instrument) {
            drop(byId(id), reason, now);
        }
    }
}

void OrderManager::drop(Order& order, Error const& reason, Timestamp now)
{
    order.state.transactTime = now;
    finish(order, ExecType::Canceled, OrdStatus::Canceled, reason);
}

void OrderManager::onVenueReport(VenueReport const& report)
{
    if (Order const* const known = find(report.id); known == nullptr || isFinal(known->state.ordStatus)) {
        return; // a report that was on its way when the order was dropped
    }
    Order& order = byId(report.id);
    order.state.transactTime = report.time;
    switch (report.kind) {
    case VenueReport::Kind::Accepted:
        onAccepted(order, report);
        break;
    case VenueReport::Kind::Rejected:
        finish(order, ExecType::Rejected, OrdStatus::Rejected, report.reason);
        break;
    case VenueReport::Kind::Filled:
        onFill(order, report);
        break;
    case VenueReport::Kind::Canceled:
        finish(order, ExecType::Canceled, OrdStatus::Canceled, report.reason);
        break;
    case VenueReport::Kind::Replaced:
        onReplaced(order, report);
        break;
    case VenueReport::Kind::Restated:
        onRestated(order, report);
        break;
    case VenueReport::Kind::Triggered:
        onTriggered(order, report);
        break;
    case VenueReport::Kind::CancelRejected:
    case VenueReport::Kind::ReplaceRejected:
        onRequestRejected(order, report);
        break;
    case VenueReport::Kind::QueueMoved:
        order.state.queueAhead = report.queueAhead;
        emit(order, ExecType::OrderStatus);
        break;
    }
}

OrderList OrderManager::snapshot() const
{
    OrderList list;
    auto const skipped = [](std::size_t past) {
        return static_cast<std::ptrdiff_t>(past - std::min(past, pastShown));
    };
    auto const add = [&](Order const& order) {
        list.orders.push_back(order.state);
        list.orders.back().execType = ExecType::OrderStatus;
    };
    for (auto const& [id, order] : m_elders) {
        add(order);
    }
    std::for_each(m_orders.begin() + skipped(m_pastOrders), m_orders.end(), add);
    list.fills.assign(m_fills.begin() + skipped(m_pastFills), m_fills.end());
    return list;
}

OrderManager::Order* OrderManager::find(ClOrdId const& clOrdId)
{
    auto const found = m_byClOrdId.find(clOrdId);
    return found == m_byClOrdId.end() ? nullptr : &byId(found->second);
}

OrderManager::Order const* OrderManager::find(OrderId id) const
{
    auto const index = id.value - m_idsBefore - 1;
    if (index >= m_gone) {
        return &m_orders.at(index - m_gone);
    }
    auto const found = m_elders.find(id);
    return found == m_elders.end() ? nullptr : &found->second;
}

OrderManager::Order const& OrderManager::byId(OrderId id) const
{
    Order const* const order = find(id);
    CHECK(order != nullptr);
    return *order;
}

// One more by which it is known.
void OrderManager::name(Order& order, ClOrdId const& clOrdId)
{
    m_byClOrdId[clOrdId] = order.state.orderId;
    order.laterNames.push_back(clOrdId);
}

Instrument const& OrderManager::instrumentOf(Order const& order) const
{
    auto const* item = m_history.find(order.request.instrument);
    CHECK(item != nullptr);
    return item->instrument;
}

void OrderManager::refuse(NewOrderSingle const& request, Error const& reason, Timestamp now)
{
    ExecutionReport report = reportOf(request, now);
    report.execId = ExecId(++m_lastExecId);
    report.execType = ExecType::Rejected;
    report.ordStatus = OrdStatus::Rejected;
    report.reason = reason;
    m_output->onExecutionReport(report);
}

void OrderManager::refuseCancel(
    ClOrdId const& clOrdId, ClOrdId const& original, ErrorCode reason, OrdStatus status
)
{
    m_output->onCancelReject(m_account, {clOrdId, original, status, {reason, original.text()}});
}

void OrderManager::requestCancel(Order& order, ClOrdId const& clOrdId, Timestamp now)
{
    if (!clOrdId.empty()) {
        name(order, clOrdId);
        m_output->onRequestTaken(order.state.orderId, clOrdId);
        order.pendingCancel = clOrdId;
    }
    if (order.state.ordStatus != OrdStatus::PendingCancel &&
        order.state.ordStatus != OrdStatus::PendingReplace) {
        order.statusBefore = order.state.ordStatus;
    }
    order.state.ordStatus = OrdStatus::PendingCancel;
    order.state.transactTime = now;
    emit(order, ExecType::PendingCancel);
    m_venue.cancel(order.state.orderId, now);
}

void OrderManager::cancelGroup(Group const& group, Timestamp now)
{
    for (const OrderId id : group.orders) {
        if (m_working.contains(id) && byId(id).state.ordStatus != OrdStatus::PendingCancel) {
            requestCancel(byId(id), ClOrdId(), now);
        }
    }
}

void OrderManager::onAccepted(Order& order, VenueReport const& report)
{
    order.state.queueAhead = report.queueAhead;
    if (order.state.ordStatus == OrdStatus::PendingNew) {
        order.state.ordStatus = OrdStatus::New;
    } else {
        order.statusBefore = OrdStatus::New; // a cancel or replace is already under way
    }
    takeTerms(order, report);
    static_cast<void>(rehold(groupOf(order)));
    emit(order, ExecType::New);
}

void OrderManager::onFill(Order& order, VenueReport const& report)
{
    Instrument const& instrument = instrumentOf(order);
    ExecutionReport& state = order.state;
    const FeeRate rate = report.liquidity == Liquidity::Maker ? instrument.makerFee : instrument.takerFee;
    CHECK(report.qty > Qty(0) && report.qty <= state.leavesQty);
    state.leavesQty -= report.qty;
    state.cumQty += report.qty;
    if (state.leavesQty == Qty(0)) {
        order.change.reset(); // it comes too late
    }
    bool const closes = m_portfolio.netOf(instrument.id).value * signOf(state.side) < 0;
    release(groupOf(order));
    const Amount fee = m_portfolio.applyFill(instrument, state.side, report.price, report.qty, rate);
    auto const held = rehold(groupOf(order));
    order.cumNotional += Amount(static_cast<Int128>(report.price.value) * report.qty.value);
    auto const scale = pow10(amountScale - instrument.priceScale);
    state.avgPx = Amount(mulDiv(order.cumNotional.value, scale, state.cumQty.value));
    if (state.leavesQty == Qty(0)) {
        state.ordStatus = OrdStatus::Filled;
        m_working.erase(state.orderId);
        m_venue.forget(state.orderId);
        state.queueAhead = Qty(0);
    } else if (state.ordStatus == OrdStatus::New || state.ordStatus == OrdStatus::PendingNew) {
        state.ordStatus = OrdStatus::PartiallyFilled;
    } else {
        order.statusBefore = OrdStatus::PartiallyFilled;
    }
    state.execId = ExecId(++m_lastExecId);
    ExecutionReport fill = state;
    fill.execType = ExecType::Trade;
    fill.lastPx = report.price;
    fill.lastQty = report.qty;
    fill.liquidity = report.liquidity;
    fill.fee = fee;
    fill.feeAsset = instrument.settleAsset();
    m_fills.push_back(fill);
    if (m_fills.size() > m_kept * fillsOfAnOrder) {
        m_fills.pop_front();
        m_pastFills -= m_pastFills > 0 ? 1U : 0U;
    }
    m_output->onExecutionReport(fill);
    if (!held) { // a derivative whose margin is used up
        cancelGroup(groupOf(order), report.time);
    }
    if (closes && instrument.kind != ContractKind::Spot) {
        coverOthers(order, report.time);
    }
}

void OrderManager::onReplaced(Order& order, VenueReport const& report)
{
    ExecutionReport& state = order.state;
    state.origClOrdId = state.clOrdId;
    if (!order.pendingReplace.empty()) {
        state.clOrdId = std::exchange(order.pendingReplace, ClOrdId());
    }
    order.change.reset();
    order.changedFree = order.changedFree || isFinal(byId(groupOf(order).orders.front()).state.ordStatus);
    takeTerms(order, report);
    if (state.ordStatus == OrdStatus::PendingReplace) {
        state.ordStatus = state.cumQty > Qty(0) ? OrdStatus::PartiallyFilled : OrdStatus::New;
    }
    auto const held = rehold(groupOf(order));
    emit(order, ExecType::Replaced);
    if (!held) {
        requestCancel(order, ClOrdId(), report.time);
    }
}

// What the venue says the order's price, quantity and trigger are. A market order shows no price, nor does a
// stop that goes out with a limit of its own.
void OrderManager::takeTerms(Order& order, VenueReport const& report)
{
    ExecutionReport& state = order.state;
    bool const moves = report.kind == VenueReport::Kind::Restated;
    bool const pegged = state.ordType == OrdType::Pegged;
    bool const priced = state.ordType != OrdType::Market && state.ordType != OrdType::Stop;
    if (priced && !(pegged && report.kind == VenueReport::Kind::Accepted)) {
        state.price = report.price;
    }
    if (report.price > Price(0) && !(pegged && moves)) {
        order.limit = report.price;
    }
    if (state.ordType == OrdType::MarketToLimit && moves) {
        state.ordType = OrdType::Limit;
    }
    state.stopPx = isStop(state.ordType) ? report.stopPx : state.stopPx;
    state.orderQty = report.qty;
    state.leavesQty = report.qty - state.cumQty;
}

void OrderManager::onRestated(Order& order, VenueReport const& report)
{
    takeTerms(order, report);
    auto const held = rehold(groupOf(order));
    order.state.reason = report.reason;
    emit(order, ExecType::Restated);
    order.state.reason.reset();
    if (!held) {
        requestCancel(order, ClOrdId(), report.time);
    }
}

void OrderManager::onTriggered(Order& order, VenueReport const& report)
{
    order.state.ordType = order.state.ordType == OrdType::Stop ? OrdType::Market : OrdType::Limit;
    order.state.stopPx = report.price;
    emit(order, ExecType::Triggered);
}

void OrderManager::onRequestRejected(Order& order, VenueReport const& report)
{
    bool const replace = report.kind == VenueReport::Kind::ReplaceRejected;
    ClOrdId const refused = std::exchange(replace ? order.pendingReplace : order.pendingCancel, ClOrdId());
    if (replace) {
        order.change.reset();
        static_cast<void>(rehold(groupOf(order)));
    }
    // Of two requests under way the other one still is.
    if (!replace) {
        order.state.ordStatus = order.change ? OrdStatus::PendingReplace : order.statusBefore;
    } else if (order.state.ordStatus == OrdStatus::PendingReplace) {
        order.state.ordStatus = order.statusBefore;
    }
    m_output->onCancelReject(
        m_account,
        {refused,
         order.state.clOrdId,
         order.state.ordStatus,
         report.reason.value_or(Error{ErrorCode::OrderTooLateToCancel, {}})}
    );
}

void OrderManager::finish(Order& order, ExecType type, OrdStatus status, std::optional<Error> const& reason)
{
    m_working.erase(order.state.orderId);
    m_venue.forget(order.state.orderId);
    order.change.reset();
    order.state.ordStatus = status;
    order.state.leavesQty = Qty(0);
    order.state.queueAhead = Qty(0);
    order.state.reason = reason;
    bool const day = order.request.timeInForce == TimeInForce::Day;
    if (day && reason && reason->code == ErrorCode::OrderExpired) {
        order.state.reason = Error{ErrorCode::OrderDayEnded, {}};
    }
    static_cast<void>(rehold(groupOf(order)));
    emit(order, type);
}

void OrderManager::emit(Order& order, ExecType type)
{
    ExecutionReport report = order.state;
    report.execId = ExecId(++m_lastExecId);
    report.execType = type;
    if (type != ExecType::OrderStatus) { // which changes nothing, and has no record
        order.state.execId = report.execId;
    }
    m_output->onExecutionReport(report);
}

} // namespace qob
