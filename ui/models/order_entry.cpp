#include "ui/models/order_entry.h"

#include "ui/models/display_text.h"

#include <QPointer>

namespace qob {

namespace {

constexpr int settleMs = 300;    // accounts are told every 200 ms
constexpr int deadlineMs = 5000; // for a cancel

// Nothing was traded between the two, as far as can be seen.
bool isSame(Position const& a, Position const& b)
{
    return a.net == b.net && a.cost == b.cost && a.realised == b.realised && a.fees == b.fees;
}

} // namespace

NewOrderSingle limitDraft(Side side, Price price, Qty qty)
{
    NewOrderSingle order;
    order.side = side;
    order.price = price;
    order.orderQty = qty;
    return order;
}

NewOrderSingle marketDraft(Side side, Qty qty)
{
    NewOrderSingle order;
    order.side = side;
    order.ordType = OrdType::Market;
    order.timeInForce = TimeInForce::ImmediateOrCancel;
    order.orderQty = qty;
    return order;
}

NewOrderSingle stopDraft(Side side, Price stopPx, Qty qty)
{
    NewOrderSingle order;
    order.side = side;
    order.ordType = OrdType::Stop;
    order.stopPx = stopPx;
    order.orderQty = qty;
    return order;
}

OrderEntry::OrderEntry(
    Session& session, ClOrdIdSource& ids, MarketReplica const& market, OrderReplica& orders, QObject* parent
)
    : QObject(parent)
    , m_session(session)
    , m_ids(ids)
    , m_market(market)
    , m_orders(orders)
{
    connect(&orders, &OrderReplica::ordersChanged, this, &OrderEntry::lookWhetherAllEnded);
    connect(&orders, &OrderReplica::reset, this, &OrderEntry::lookWhetherAllEnded);
    m_settling.setSingleShot(true);
    m_deadline.setSingleShot(true);
    connect(&m_settling, &QTimer::timeout, this, &OrderEntry::allEnded);
    connect(&m_deadline, &QTimer::timeout, this, &OrderEntry::giveUpWaiting);
}

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

OrderEntry::Result OrderEntry::decline(QString const& why)
{
    return m_locked ? refuseLocked() : refuse(Result::Invalid, tr("%1: nothing was sent.").arg(why));
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

// One question at a time: a second order behind the first would be sent unread.
OrderEntry::Result OrderEntry::ask(QString const& question, std::function<Result()> act)
{
    if (m_asked) {
        return refuse(Result::Invalid, tr("There is a question to answer first: nothing was sent."));
    }
    m_asked = std::move(act);
    emit confirmationWanted(question);
    return Result::Asked;
}

void OrderEntry::answer(bool yes)
{
    auto const act = std::exchange(m_asked, {});
    if (yes && act) {
        act();
    }
}

OrderEntry::Result OrderEntry::check(MarketView const& view)
{
    if (m_locked) {
        return refuseLocked();
    }
    if (view.shown() == nullptr) {
        return refuse(Result::Invalid, tr("No market is shown: nothing was sent."));
    }
    if (view.bookState() != FeedState::Live) {
        auto const words = staleWords(view.bookState(), view.shownFeed());
        return refuse(Result::Invalid, tr("%1: nothing was sent.").arg(words));
    }
    return Result::Sent;
}

OrderEntry::Result OrderEntry::check(Instrument const& instrument, NewOrderSingle const& order)
{
    if (order.orderQty < instrument.minQty || order.orderQty > instrument.maxQty) {
        return refuse(
            Result::Invalid,
            tr("The quantity must be between %1 and %2: nothing was sent.")
                .arg(QString::fromStdString(instrument.qtyText(instrument.minQty)))
                .arg(QString::fromStdString(instrument.qtyText(instrument.maxQty)))
        );
    }
    bool const limited = order.ordType == OrdType::Limit || order.ordType == OrdType::StopLimit;
    bool const triggered = isStop(order.ordType) && order.trailOffset == Price(0);
    auto const checked = limited ? checkTick(instrument, order.price) : Result::Sent;
    return checked == Result::Sent && triggered ? checkTick(instrument, order.stopPx) : checked;
}

OrderEntry::Result OrderEntry::checkTick(Instrument const& instrument, Price price)
{
    if (price > Price(0) && price.value % instrument.tickSize.value == 0) {
        return Result::Sent;
    }
    return refuse(
        Result::Invalid,
        tr("The price must be a positive multiple of %1: nothing was sent.")
            .arg(QString::fromStdString(instrument.priceText(instrument.tickSize)))
    );
}

OrderEntry::Check OrderEntry::checkAgain(MarketView const& view)
{
    return [this, seen = QPointer<MarketView const>(&view), id = view.shown()->id] {
        bool const shown = seen && seen->shown() != nullptr && seen->shown()->id == id;
        return shown ? check(*seen)
                     : refuse(Result::Invalid, tr("The market is no longer shown: nothing was sent."));
    };
}

OrderEntry::Result OrderEntry::place(MarketView const& view, NewOrderSingle draft)
{
    auto const checked = check(view);
    return checked == Result::Sent ? placeOrAsk(*view.shown(), std::move(draft), checkAgain(view)) : checked;
}

OrderEntry::Result OrderEntry::placeOn(Instrument const& instrument, NewOrderSingle draft)
{
    return placeOrAsk(instrument, std::move(draft), [] { return Result::Sent; });
}

OrderEntry::Result
OrderEntry::placeOrAsk(Instrument const& instrument, NewOrderSingle draft, Check again, Done sent)
{
    if (m_locked) {
        return refuseLocked();
    }
    if (auto const checked = check(instrument, draft); checked != Result::Sent) {
        return checked;
    }
    auto const question = questionAbout(m_rules, instrument, draft, m_market.ticker(instrument.id));
    if (question) {
        return ask(*question, [this, instrument, draft, again = std::move(again), sent] {
            auto const checked = again();
            return checked == Result::Sent ? send(instrument, draft, sent) : checked;
        });
    }
    return send(instrument, std::move(draft), sent);
}

OrderEntry::Result OrderEntry::send(Instrument const& instrument, NewOrderSingle draft, Done const& sent)
{
    if (m_locked) {
        return refuseLocked();
    }
    draft.clOrdId = m_ids.next();
    draft.instrument = instrument.id;
    auto const result = submit(draft);
    if (result == Result::Sent) {
        m_orders.addSent(draft, m_market.status().now);
        if (sent) {
            sent(draft.clOrdId);
        }
    }
    return result;
}

OrderEntry::Result OrderEntry::close(PositionsModel const& positions, InstrumentId instrument, Closing how)
{
    auto const* open = positions.find(instrument);
    auto const* market = m_market.find(instrument);
    if (open == nullptr || open->net == Qty(0) || market == nullptr) {
        return Result::Invalid;
    }
    if (m_locked) {
        return refuseLocked();
    }
    if (isClosing(*open)) {
        return refuse(Result::Invalid, tr("The position is being closed already: nothing was sent."));
    }
    bool const isLong = open->net > Qty(0);
    auto const size = (isLong ? open->net : Qty(0) - open->net) * (how == Closing::Reverse ? 2 : 1);
    auto draft = marketDraft(isLong ? Side::Sell : Side::Buy, size);
    if (how != Closing::Reverse) {
        draft.execInst = ExecInst::ReduceOnly; // another fill of ours may be on its way
    }
    auto const remember = [this, before = *open](ClOrdId const& order) {
        m_closing[before.instrument] = {order, before};
    };
    if (how == Closing::CloseUnasked) {
        auto const checked = check(*market, draft);
        return checked == Result::Sent ? send(*market, draft, remember) : checked;
    }
    auto const again = [this, &positions, instrument, net = open->net] {
        auto const* now = positions.find(instrument);
        return now != nullptr && now->net == net
                   ? Result::Sent
                   : refuse(Result::Invalid, tr("The position is another one by now: nothing was sent."));
    };
    return placeOrAsk(*market, draft, again, remember);
}

bool OrderEntry::isClosing(Position const& now) const
{
    auto const found = m_closing.find(now.instrument);
    auto const* order = found == m_closing.end() ? nullptr : m_orders.find(found->second.order);
    if (order == nullptr) {
        return false;
    }
    return !isFinal(order->report.ordStatus) ||
           (order->report.cumQty > Qty(0) && isSame(found->second.before, now));
}

OrderEntry::Result
OrderEntry::placeList(MarketView const& view, Contingency contingency, std::vector<NewOrderSingle> drafts)
{
    if (auto const checked = check(view); checked != Result::Sent) {
        return checked;
    }
    Instrument const& instrument = *view.shown();
    for (auto& draft : drafts) {
        if (auto const checked = check(instrument, draft); checked != Result::Sent) {
            return checked;
        }
        draft.instrument = instrument.id;
    }
    auto const question =
        drafts.empty() ? std::nullopt
                       : questionAbout(m_rules, instrument, drafts.front(), m_market.ticker(instrument.id));
    if (question) {
        return ask(*question, [this, contingency, drafts, again = checkAgain(view)] {
            auto const checked = again();
            return checked == Result::Sent ? sendList(contingency, drafts) : checked;
        });
    }
    return sendList(contingency, std::move(drafts));
}

OrderEntry::Result OrderEntry::sendList(Contingency contingency, std::vector<NewOrderSingle> drafts)
{
    if (m_locked) {
        return refuseLocked();
    }
    for (auto& draft : drafts) {
        draft.clOrdId = m_ids.next();
    }
    const NewOrderList list{contingency, std::move(drafts)};
    auto const result = submit(list);
    if (result == Result::Sent) {
        for (auto const& order : list.orders) {
            m_orders.addSent(order, m_market.status().now);
        }
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

// Its worth was asked about when it was sent.
std::optional<QString>
OrderEntry::questionAboutChange(OrderState const& state, Instrument const& instrument, Price price) const
{
    NewOrderSingle changed;
    changed.side = state.report.side;
    changed.ordType = state.report.ordType;
    changed.orderQty = state.report.leavesQty;
    (isStop(changed.ordType) ? changed.stopPx : changed.price) = price;
    auto rules = m_rules;
    rules.worthAbove = 0;
    return questionAbout(rules, instrument, changed, m_market.ticker(instrument.id));
}

OrderEntry::Result OrderEntry::reprice(ClOrdId const& order, Price price)
{
    return change(order, price, true);
}

OrderEntry::Result OrderEntry::change(ClOrdId const& order, Price price, bool asks)
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
    auto const* instrument = m_market.find(state->report.instrument);
    if (instrument == nullptr) {
        return refuse(Result::Invalid, tr("No market is shown: nothing was sent."));
    }
    if (auto const checked = checkTick(*instrument, price); checked != Result::Sent) {
        return checked;
    }
    if (auto const question = asks ? questionAboutChange(*state, *instrument, price) : std::nullopt) {
        return ask(*question, [this, order, price] { return change(order, price, false); });
    }
    OrderCancelReplaceRequest request{m_ids.next(), state->workingId, price, state->report.orderQty, {}};
    if (isStop(state->report.ordType)) {
        request.price = state->report.price;
        request.stopPx = price;
    }
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

OrderEntry::Result OrderEntry::stopTrading()
{
    auto const result = cancelAll();
    setLocked(true);
    return result;
}

OrderEntry::Result OrderEntry::cancelAllThen(QString const& question, std::function<void()> orders)
{
    if (m_locked) {
        cancelAll();
        return refuse(Result::Locked, tr("Orders are cancelled; trading is locked: no position was closed."));
    }
    if (m_rules.closingAll) {
        return ask(question, [this, orders] { return cancelAndWait(orders); });
    }
    return cancelAndWait(std::move(orders));
}

OrderEntry::Result OrderEntry::cancelAndWait(std::function<void()> orders)
{
    auto const result = cancelAll();
    if (result == Result::Sent) {
        m_afterCancel = std::move(orders);
        m_deadline.start(deadlineMs);
        lookWhetherAllEnded();
    }
    return result;
}

void OrderEntry::lookWhetherAllEnded()
{
    if (m_afterCancel && m_orders.workingCount() == 0) {
        m_settling.start(settleMs);
    }
}

// An order that came meanwhile holds something again: then it is waited for, too.
void OrderEntry::allEnded()
{
    if (m_orders.workingCount() != 0) {
        return;
    }
    m_deadline.stop();
    if (auto const orders = std::exchange(m_afterCancel, {})) {
        orders();
    }
}

// What comes later would surprise.
void OrderEntry::giveUpWaiting()
{
    m_settling.stop();
    if (std::exchange(m_afterCancel, {})) {
        refuse(Result::Busy, tr("Some orders still work after five seconds: no position was closed."));
    }
}

OrderEntry::Result OrderEntry::cancelAllOf(InstrumentId instrument)
{
    return submit(OrderMassCancelRequest{m_ids.next(), instrument});
}

OrderEntry::Result OrderEntry::cancelStopsOf(InstrumentId instrument)
{
    auto result = Result::Sent;
    for (auto const& order : m_orders.working(instrument)) {
        if (!isStop(order.report.ordType) || order.report.ordStatus == OrdStatus::PendingCancel) {
            continue;
        }
        const OrderCancelRequest request{m_ids.next(), order.workingId};
        auto const sent = submit(request);
        if (sent == Result::Sent) {
            m_orders.markCancelling(request.origClOrdId, request.clOrdId);
        } else {
            result = sent;
        }
    }
    return result;
}

} // namespace qob
