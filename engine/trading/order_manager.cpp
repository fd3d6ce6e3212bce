#include "engine/trading/order_manager.h"

#include "engine/base/check.h"

#include <algorithm>

namespace qob {

namespace {

// How far past the worst level it needs a market order may trade, in ten-thousandths of that price.
constexpr std::int64_t protectionBps = 50;

Error describe(ErrorCode code, Instrument const& instrument, std::string const& what)
{
    return {code, what + " on " + instrument.venue + ":" + instrument.symbol};
}

std::optional<Error> invalidPrice(Instrument const& instrument, Price price)
{
    if (price <= Price(0)) {
        return describe(ErrorCode::OrderBadPrice, instrument, instrument.priceText(price));
    }
    if (price.value % instrument.tickSize.value != 0) {
        return describe(
            ErrorCode::OrderOffTick,
            instrument,
            instrument.priceText(price) + " is no multiple of " + instrument.priceText(instrument.tickSize)
        );
    }
    return std::nullopt;
}

std::optional<Error> invalidQty(Instrument const& instrument, Qty qty)
{
    if (qty <= Qty(0)) {
        return describe(ErrorCode::OrderBadQty, instrument, instrument.qtyText(qty));
    }
    if (qty.value % instrument.lotSize.value != 0) {
        return describe(
            ErrorCode::OrderOffLot,
            instrument,
            instrument.qtyText(qty) + " is no multiple of " + instrument.qtyText(instrument.lotSize)
        );
    }
    if (qty > instrument.maxQty) {
        return describe(
            ErrorCode::OrderTooLarge,
            instrument,
            instrument.qtyText(qty) + " is more than " + instrument.qtyText(instrument.maxQty)
        );
    }
    return std::nullopt;
}

std::optional<Error> invalidValue(Instrument const& instrument, Price price, Qty qty)
{
    const Amount value = notional(instrument, price, qty);
    if (value < instrument.minNotional || qty < instrument.minQty) {
        return describe(
            ErrorCode::OrderBelowMinNotional,
            instrument,
            formatTrimmed(value.value, amountScale) + " " + instrument.settleAsset().text() +
                ", the minimum is " + formatTrimmed(instrument.minNotional.value, amountScale)
        );
    }
    return std::nullopt;
}

} // namespace

OrderManager::OrderManager(
    OrderVenue& venue, Market const& market, MarketHistory const& history, Portfolio& portfolio
)
    : m_venue(venue)
    , m_market(market)
    , m_history(history)
    , m_portfolio(portfolio)
{}

void OrderManager::submit(NewOrderSingle const& request, Timestamp now)
{
    if (Order* known = find(request.clOrdId)) {
        if (known->request == request) {
            emit(*known, ExecType::OrderStatus);
        } else {
            refuse(request, {ErrorCode::OrderDuplicateClOrdID, request.clOrdId.text()}, now);
        }
        return;
    }
    auto const* item = m_history.find(request.instrument);
    auto const limit = admit(request, item);
    if (!limit) {
        refuse(request, limit.error(), now);
        return;
    }
    Instrument const& instrument = item->instrument;
    const Qty covered = coveredBy(instrument, request.side, OrderId());
    auto const need = Portfolio::need(instrument, request.side, *limit, request.orderQty, covered);
    if (auto const held = m_portfolio.hold(need); !held) {
        refuse(request, held.error(), now);
        return;
    }
    const OrderId id(m_orders.size() + 1);
    Order& order = m_orders.emplace_back();
    order.request = request;
    order.limit = *limit;
    order.held = need;
    order.state.orderId = id;
    order.state.clOrdId = request.clOrdId;
    order.state.instrument = request.instrument;
    order.state.side = request.side;
    order.state.ordType = request.ordType;
    order.state.timeInForce = request.timeInForce;
    order.state.price = request.ordType == OrdType::Market ? Price(0) : request.price;
    order.state.orderQty = request.orderQty;
    order.state.leavesQty = request.orderQty;
    order.state.sendingTime = now;
    order.state.transactTime = now;
    order.state.ordStatus = OrdStatus::PendingNew;
    m_byClOrdId[request.clOrdId] = id;
    emit(order, ExecType::PendingNew);
    // A market order goes out as a limit at its protection price that must trade at once.
    bool const market = request.ordType == OrdType::Market;
    auto const tif = market && request.timeInForce == TimeInForce::GoodTillCancel
                         ? TimeInForce::ImmediateOrCancel
                         : request.timeInForce;
    m_venue.place({id, request.instrument, request.side, OrdType::Limit, tif, *limit, request.orderQty}, now);
}

void OrderManager::cancel(OrderCancelRequest const& request, Timestamp now)
{
    if (Order* known = find(request.clOrdId)) {
        emit(*known, ExecType::OrderStatus);
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
    if (Order* known = find(request.clOrdId)) {
        emit(*known, ExecType::OrderStatus);
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
    auto problem = invalidPrice(instrument, request.price);
    problem = problem ? problem : invalidQty(instrument, request.orderQty);
    if (!problem && request.orderQty <= order->state.cumQty) {
        problem = describe(ErrorCode::OrderBadQty, instrument, "no more than is filled already");
    }
    if (!problem) {
        // Until the venue answers, the dearer of the two orders must be covered.
        auto const before = order->held;
        const Qty leaves = request.orderQty - order->state.cumQty;
        const Qty covered = coveredBy(instrument, order->request.side, order->state.orderId);
        auto const after = Portfolio::need(instrument, order->request.side, request.price, leaves, covered);
        if (after.amount > before.amount) {
            auto const more = m_portfolio.hold({after.asset, after.amount - before.amount});
            problem = more ? std::nullopt : std::optional(more.error());
            order->held.amount = more ? after.amount : before.amount;
        }
    }
    if (problem) {
        m_output->onCancelReject({request.clOrdId, request.origClOrdId, status, *problem});
        return;
    }
    m_byClOrdId[request.clOrdId] = order->state.orderId;
    order->pendingClOrdId = request.clOrdId;
    order->statusBefore = status;
    order->state.ordStatus = OrdStatus::PendingReplace;
    order->state.transactTime = now;
    emit(*order, ExecType::PendingReplace);
    m_venue.replace(order->state.orderId, request.price, request.orderQty, now);
}

void OrderManager::massCancel(OrderMassCancelRequest const& request, Timestamp now)
{
    for (Order& order : m_orders) {
        const OrdStatus status = order.state.ordStatus;
        bool const named = !request.instrument || *request.instrument == order.state.instrument;
        if (named && !isFinal(status) && status != OrdStatus::PendingCancel) {
            requestCancel(order, ClOrdId(), now);
        }
    }
}

void OrderManager::dropAll(Error const& reason, Timestamp now)
{
    for (Order& order : m_orders) {
        if (!isFinal(order.state.ordStatus)) {
            order.state.transactTime = now;
            finish(order, ExecType::Canceled, OrdStatus::Canceled, reason);
        }
    }
}

void OrderManager::onVenueReport(VenueReport const& report)
{
    Order& order = byId(report.id);
    if (isFinal(order.state.ordStatus)) {
        return; // a report that was on its way when the order was dropped
    }
    order.state.transactTime = report.time;
    switch (report.kind) {
    case VenueReport::Kind::Accepted:
        order.state.queueAhead = report.queueAhead;
        if (order.state.ordStatus == OrdStatus::PendingNew) {
            order.state.ordStatus = OrdStatus::New;
        } else {
            order.statusBefore = OrdStatus::New; // a cancel or replace is already under way
        }
        emit(order, ExecType::New);
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
    for (Order const& order : m_orders) {
        list.orders.push_back(order.state);
        list.orders.back().execType = ExecType::OrderStatus;
    }
    list.fills = m_fills;
    return list;
}

std::size_t OrderManager::workingOrders() const
{
    return static_cast<std::size_t>(std::count_if(m_orders.begin(), m_orders.end(), [](Order const& order) {
        return !isFinal(order.state.ordStatus);
    }));
}

// The worst price the order may trade at, or why it may not be sent.
Expected<Price> OrderManager::admit(NewOrderSingle const& request, MarketHistory::Item const* item) const
{
    if (request.clOrdId.empty()) {
        return fail(ErrorCode::OrderBadClOrdID, "it is empty");
    }
    if (item == nullptr) {
        return fail(ErrorCode::OrderUnknownSymbol, "instrument " + std::to_string(request.instrument.value));
    }
    Instrument const& instrument = item->instrument;
    if (item->feed.state != FeedState::Live) {
        return tl::unexpected(describe(ErrorCode::OrderMarketNotLive, instrument, "the book"));
    }
    if (auto const problem = invalidQty(instrument, request.orderQty)) {
        return tl::unexpected(*problem);
    }
    Expected<Price> limit = request.price;
    if (request.ordType == OrdType::Market) {
        limit = protection(instrument, request.side, request.orderQty);
        if (!limit) {
            return limit;
        }
    } else if (auto const problem = invalidPrice(instrument, request.price)) {
        return tl::unexpected(*problem);
    }
    if (auto const problem = invalidValue(instrument, *limit, request.orderQty)) {
        return tl::unexpected(*problem);
    }
    return limit;
}

// The worst level a market order of this size needs, and a little more for what moves meanwhile.
Expected<Price> OrderManager::protection(Instrument const& instrument, Side side, Qty qty) const
{
    DepthView view;
    m_market.depth(instrument.id, 200, view);
    auto const& levels = side == Side::Buy ? view.asks : view.bids;
    if (levels.empty()) {
        return tl::unexpected(describe(ErrorCode::OrderNoLiquidity, instrument, "the other side"));
    }
    Price worst;
    Qty found;
    for (auto level = levels.begin(); level != levels.end() && found < qty; ++level) {
        found += level->qty;
        worst = level->price;
    }
    const std::int64_t tick = instrument.tickSize.value;
    const std::int64_t slack = (worst.value * protectionBps / 10'000 / tick + 1) * tick;
    const std::int64_t limit = worst.value + signOf(side) * slack;
    return Price(std::max(limit, tick));
}

OrderManager::Order* OrderManager::find(ClOrdId const& clOrdId)
{
    auto const found = m_byClOrdId.find(clOrdId);
    return found == m_byClOrdId.end() ? nullptr : &byId(found->second);
}

Instrument const& OrderManager::instrumentOf(Order const& order) const
{
    auto const* item = m_history.find(order.request.instrument);
    CHECK(item != nullptr);
    return item->instrument;
}

// How much of a new order on this side would only close the position, given the orders that already would.
Qty OrderManager::coveredBy(Instrument const& instrument, Side side, OrderId except) const
{
    if (instrument.kind == ContractKind::Spot) {
        return Qty(0);
    }
    const Qty net = m_portfolio.netOf(instrument.id);
    Qty closing = side == Side::Buy ? -net : net;
    for (Order const& order : m_orders) {
        bool const counts = order.state.instrument == instrument.id && order.state.side == side &&
                            !isFinal(order.state.ordStatus) && order.state.orderId != except;
        closing -= counts ? order.state.leavesQty : Qty(0);
    }
    return std::max(closing, Qty(0));
}

// Sets aside what `leaves` at `price` needs instead of what was held so far.
Expected<void> OrderManager::rehold(Order& order, Price price, Qty leaves)
{
    Instrument const& instrument = instrumentOf(order);
    const Qty covered = coveredBy(instrument, order.request.side, order.state.orderId);
    auto const need = Portfolio::need(instrument, order.request.side, price, leaves, covered);
    m_portfolio.release(order.held);
    auto held = m_portfolio.hold(need);
    order.held = {need.asset, held ? need.amount : Amount(0)};
    return held;
}

void OrderManager::refuse(NewOrderSingle const& request, Error const& reason, Timestamp now)
{
    ExecutionReport report;
    report.execId = ExecId(++m_lastExecId);
    report.execType = ExecType::Rejected;
    report.ordStatus = OrdStatus::Rejected;
    report.clOrdId = request.clOrdId;
    report.instrument = request.instrument;
    report.side = request.side;
    report.ordType = request.ordType;
    report.timeInForce = request.timeInForce;
    report.price = request.price;
    report.orderQty = request.orderQty;
    report.sendingTime = now;
    report.transactTime = now;
    report.reason = reason;
    m_output->onExecutionReport(report);
}

void OrderManager::refuseCancel(
    ClOrdId const& clOrdId, ClOrdId const& original, ErrorCode reason, OrdStatus status
)
{
    m_output->onCancelReject({clOrdId, original, status, {reason, original.text()}});
}

void OrderManager::requestCancel(Order& order, ClOrdId const& clOrdId, Timestamp now)
{
    if (!clOrdId.empty()) {
        m_byClOrdId[clOrdId] = order.state.orderId;
    }
    order.pendingClOrdId = clOrdId;
    if (order.state.ordStatus != OrdStatus::PendingCancel &&
        order.state.ordStatus != OrdStatus::PendingReplace) {
        order.statusBefore = order.state.ordStatus;
    }
    order.state.ordStatus = OrdStatus::PendingCancel;
    order.state.transactTime = now;
    emit(order, ExecType::PendingCancel);
    m_venue.cancel(order.state.orderId, now);
}

void OrderManager::onFill(Order& order, VenueReport const& report)
{
    Instrument const& instrument = instrumentOf(order);
    ExecutionReport& state = order.state;
    const FeeRate rate = report.liquidity == Liquidity::Maker ? instrument.makerFee : instrument.takerFee;
    CHECK(report.qty > Qty(0) && report.qty <= state.leavesQty);
    state.leavesQty -= report.qty;
    state.cumQty += report.qty;
    m_portfolio.release(order.held);
    order.held.amount = Amount(0);
    const Amount fee = m_portfolio.applyFill(instrument, state.side, report.price, report.qty, rate);
    auto const held = rehold(order, order.limit, state.leavesQty);
    order.cumNotional += Amount(static_cast<Int128>(report.price.value) * report.qty.value);
    auto const scale = pow10(amountScale - instrument.priceScale);
    state.avgPx = Amount(mulDiv(order.cumNotional.value, scale, state.cumQty.value));
    if (state.leavesQty == Qty(0)) {
        state.ordStatus = OrdStatus::Filled;
        state.queueAhead = Qty(0);
    } else if (state.ordStatus == OrdStatus::New || state.ordStatus == OrdStatus::PendingNew) {
        state.ordStatus = OrdStatus::PartiallyFilled;
    } else {
        order.statusBefore = OrdStatus::PartiallyFilled;
    }
    ExecutionReport fill = state;
    fill.execId = ExecId(++m_lastExecId);
    fill.execType = ExecType::Trade;
    fill.lastPx = report.price;
    fill.lastQty = report.qty;
    fill.liquidity = report.liquidity;
    fill.fee = fee;
    fill.feeAsset = instrument.settleAsset();
    m_fills.push_back(fill);
    m_output->onExecutionReport(fill);
    if (!held && state.leavesQty > Qty(0)) { // a derivative whose margin is used up
        requestCancel(order, ClOrdId(), report.time);
    }
}

void OrderManager::onReplaced(Order& order, VenueReport const& report)
{
    ExecutionReport& state = order.state;
    state.origClOrdId = state.clOrdId;
    if (!order.pendingClOrdId.empty()) {
        state.clOrdId = order.pendingClOrdId;
    }
    state.price = report.price;
    state.orderQty = report.qty;
    state.leavesQty = report.qty - state.cumQty;
    order.limit = report.price;
    if (state.ordStatus == OrdStatus::PendingReplace) {
        state.ordStatus = state.cumQty > Qty(0) ? OrdStatus::PartiallyFilled : OrdStatus::New;
    }
    auto const held = rehold(order, order.limit, state.leavesQty);
    emit(order, ExecType::Replaced);
    if (!held) {
        requestCancel(order, ClOrdId(), report.time);
    }
}

void OrderManager::onRequestRejected(Order& order, VenueReport const& report)
{
    if (report.kind == VenueReport::Kind::ReplaceRejected) {
        static_cast<void>(rehold(order, order.limit, order.state.leavesQty));
    }
    order.state.ordStatus = order.statusBefore;
    m_output->onCancelReject(
        {order.pendingClOrdId,
         order.state.clOrdId,
         order.state.ordStatus,
         report.reason.value_or(Error{ErrorCode::OrderTooLateToCancel, {}})}
    );
}

void OrderManager::finish(Order& order, ExecType type, OrdStatus status, std::optional<Error> const& reason)
{
    m_portfolio.release(order.held);
    order.held.amount = Amount(0);
    order.state.ordStatus = status;
    order.state.leavesQty = Qty(0);
    order.state.queueAhead = Qty(0);
    order.state.reason = reason;
    emit(order, type);
}

void OrderManager::emit(Order& order, ExecType type)
{
    ExecutionReport report = order.state;
    report.execId = ExecId(++m_lastExecId);
    report.execType = type;
    m_output->onExecutionReport(report);
}

} // namespace qob
