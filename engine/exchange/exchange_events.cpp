// What the books say, turned into money moved, orders' states and reports.

#include "engine/base/check.h"
#include "engine/exchange/exchange.h"
#include "engine/exchange/exchange_index.h"

#include <algorithm>

namespace qob {

namespace {

OrdStatus workingStatus(Qty cum)
{
    return cum > Qty(0) ? OrdStatus::PartiallyFilled : OrdStatus::New;
}

} // namespace

void Exchange::drain(Listing& listing)
{
    m_events.each([&](BookEvent const& event) {
        if (event.kind == BookEvent::Kind::Trade) {
            prefetchOrder(slotOf(event.maker));
        }
    });
    m_events.each([&](BookEvent const& event) {
        m_out->onBookEvent(event);
        onEvent(listing, event);
    });
    m_events.clear();
}

void Exchange::onEvent(Listing& listing, BookEvent const& event)
{
    using enum BookEvent::Kind;
    switch (event.kind) {
    case Accepted:
        orderOf(event.order).price = event.price; // a sliding order's may be another than it asked for
        report(orderOf(event.order), ExecType::New);
        break;
    case Rejected:
        onRejected(event);
        break;
    case Trade:
        onTrade(listing, event);
        break;
    case Prevented:
        onPrevented(listing, event.maker, event.makerLeaves, event.qty);
        onPrevented(listing, event.order, event.leaves, event.qty);
        break;
    case Canceled:
        onCanceled(orderOf(event.order), event);
        break;
    case Replaced:
        onReplaced(listing, orderOf(event.order), event);
        break;
    case Restated:
        onRestated(listing, orderOf(event.order), event);
        break;
    case Triggered:
        keepToBand(listing, orderOf(event.order));
        report(orderOf(event.order), ExecType::Triggered);
        break;
    case Rested:
        tellPrice(orderOf(event.order), event.price);
        break;
    case Pulled:
    case Refilled:
    case Uncrossed:
        break;
    }
}

void Exchange::onCanceled(Order& order, BookEvent const& event)
{
    CHECK(order.id == event.order);
    setLeaves(order, Qty(0));
    finish(order, OrdStatus::Canceled);
    report(order, ExecType::Canceled, event.reason);
    order.id = OrderId();
}

// What the band leaves of the limit the exchange gave a stop, as its book has it from now on.
void Exchange::keepToBand(Listing const& listing, Order& order)
{
    if (!order.guarded) {
        return;
    }
    order.guarded = false;
    PriceBand const& band = listing.book->band();
    const std::int64_t tick = listing.instrument.tickSize.value;
    if (order.side == Side::Sell) {
        order.price = std::max(order.price, Price((band.low.value + tick - 1) / tick * tick));
    } else if (band.high != Price(0)) {
        order.price = std::min(order.price, Price(band.high.value / tick * tick));
    }
}

// A price the order did not have when it was last reported. Where a pegged order rests is not its price.
void Exchange::tellPrice(Order& order, Price price)
{
    if (!order.pegged && price > Price(0) && price != order.price) {
        order.price = price;
        report(order, ExecType::Restated);
    }
}

// The event of a pegged order says what is left of it, that of others the total. A trailing stop's says the
// trigger; the limit that moved with it is asked of the book.
void Exchange::onRestated(Listing& listing, Order& order, BookEvent const& event)
{
    const Qty total = order.pegged ? order.cum + event.qty : event.qty;
    auto const at = order.pegged ? std::nullopt : listing.book->find(order.id);
    const Price price = at ? at->order.price : Price(0);
    if (total == order.total) {
        tellPrice(order, price);
        return;
    }
    order.price = price > Price(0) ? price : order.price;
    setLeaves(order, order.leaves - (order.total - total));
    order.total = total;
    static_cast<void>(rehold(order));
    report(order, ExecType::Restated);
}

void Exchange::onRejected(BookEvent const& event)
{
    if (m_request.changes) {
        refuseChange(event.order, event.reason);
        return;
    }
    Order& order = orderOf(event.order);
    setLeaves(order, Qty(0));
    finish(order, OrdStatus::Rejected);
    report(order, ExecType::Rejected, event.reason);
    // Nothing came of it: the ClOrdID can be used again.
    Done& place = m_done[--m_doneCount % m_done.size()];
    m_index->erase(place.hash, Index::doneBit | static_cast<std::uint32_t>(&place - m_done.data()));
    place = {};
    order.id = OrderId();
}

void Exchange::onTrade(Listing& listing, BookEvent const& event)
{
    bool const auction = event.side == Side::Undisclosed;
    onFill(listing, event.maker, event.makerLeaves, event, Liquidity::Maker);
    onFill(listing, event.order, event.leaves, event, auction ? Liquidity::Maker : Liquidity::Taker);
}

void Exchange::onFill(Listing& listing, OrderId id, Qty leaves, BookEvent const& event, Liquidity liquidity)
{
    Order& order = orderOf(id);
    CHECK(order.id == id);
    Account& owner = *account(order.account);
    const Fees fees = feesOf(owner, listing.instrument);
    release(order);
    const Amount fee = owner.portfolio.applyFill(
        listing.instrument,
        order.side,
        event.price,
        event.qty,
        liquidity == Liquidity::Maker ? fees.maker : fees.taker
    );
    order.cum += event.qty;
    setLeaves(order, leaves);
    bool const done = leaves == Qty(0);
    if (done) {
        finish(order, OrdStatus::Filled);
    } else {
        static_cast<void>(rehold(order));
    }
    ++m_lastExecId;
    ExchangeReport report = about(order);
    report.execType = ExecType::Trade;
    report.ordStatus = done ? OrdStatus::Filled : OrdStatus::PartiallyFilled;
    report.liquidity = liquidity;
    report.lastPx = event.price;
    report.lastQty = event.qty;
    report.fee = fee;
    m_out->onReport(report);
    if (done) {
        order.id = OrderId();
    }
}

// Both orders of a self-trade that was prevented lose the quantity.
void Exchange::onPrevented(Listing& /*listing*/, OrderId id, Qty leaves, Qty qty)
{
    Order& order = orderOf(id);
    order.total -= qty;
    setLeaves(order, leaves);
    if (leaves > Qty(0)) {
        static_cast<void>(rehold(order));
        report(order, ExecType::Restated, ErrorCode::OrderSelfTrade);
        return;
    }
    OrdStatus const status = order.cum > Qty(0) ? OrdStatus::Filled : OrdStatus::Canceled;
    finish(order, status);
    report(
        order,
        status == OrdStatus::Filled ? ExecType::Restated : ExecType::Canceled,
        ErrorCode::OrderSelfTrade
    );
    order.id = OrderId();
}

void Exchange::onReplaced(Listing& /*listing*/, Order& order, BookEvent const& event)
{
    bool const renamed = !m_request.clOrdId.empty() && m_request.clOrdId != m_request.origClOrdId &&
                         m_request.clOrdId != order.clOrdId;
    if (renamed) {
        // Both names lead to the order from now on: a client that resends what it sent makes no second order.
        remember(
            {.account = order.account,
             .clOrdId = order.clOrdId,
             .former = true,
             .hash = order.hash,
             .order = order.id,
             .cum = Qty(static_cast<std::int64_t>(order.formerName))},
            slotOf(order.id)
        );
        order.formerName = m_doneCount;
        order.clOrdId = m_request.clOrdId;
        order.hash = Index::hashOf(order.account, order.clOrdId);
        m_index->insert(order.hash, slotOf(order.id));
    }
    order.guarded = false;
    order.price = event.price;
    order.holdPrice = event.price > Price(0) ? event.price : order.holdPrice;
    order.total = event.qty;
    setLeaves(order, order.total - order.cum);
    static_cast<void>(rehold(order));
    report(order, ExecType::Replaced);
}

void Exchange::release(Order& order)
{
    Portfolio& portfolio = account(order.account)->portfolio;
    if (order.list == 0) {
        if (order.held.amount != Amount(0)) {
            portfolio.release(order.held);
            order.held.amount = Amount(0);
        }
        return;
    }
    for (Portfolio::Need const& held : m_lists[order.list].held) {
        portfolio.release(held);
    }
    m_lists[order.list].held.clear();
}

// Sets aside exactly what the order needs now, with its list if it is in one. False: there is not so much
// free; then all that is free is set aside.
bool Exchange::rehold(Order& order)
{
    if (order.list != 0) {
        List& list = m_lists[order.list];
        list.parentCum = list.parent == order.id ? order.cum : list.parentCum;
        return rehold(list);
    }
    bool const enough = account(order.account)->portfolio.rehold(order.held, needOf(order));
    markShort(order, !enough);
    return enough;
}

void Exchange::markShort(Order& order, bool isShort)
{
    if (order.isShort != isShort) {
        order.isShort = isShort;
        const Slot slot = slotOf(order.id);
        auto const at = std::lower_bound(m_short.begin(), m_short.end(), slot);
        isShort ? static_cast<void>(m_short.insert(at, slot)) : static_cast<void>(m_short.erase(at));
    }
}

// An order can come to hold less than it needs: when fees rise, or when a derivative is sold for more than
// its limit, which takes more margin than was set aside. It gets the rest as soon as money is free, the
// lowest slot first; one whose fills would take more than is there goes.
void Exchange::topUp()
{
    do {
        m_toppedUp = m_short;
        for (const Slot slot : m_toppedUp) {
            Order& order = m_orders[slot];
            if (!rehold(order) && paysAtOnce(order)) {
                release(order);
                m_unpaid.push_back(order.id);
            }
        }
    } while (evictUnpaid());
}

bool Exchange::rehold(List& list)
{
    const OrderId any = list.parent != OrderId() ? list.parent : list.others.front();
    Portfolio& portfolio = account(orderOf(any).account)->portfolio;
    for (Portfolio::Need const& held : list.held) {
        portfolio.release(held);
    }
    list.held = needOf(list);
    bool enough = true;
    for (Portfolio::Need& need : list.held) {
        if (!portfolio.canHold(need)) {
            enough = false;
            need.amount = portfolio.ledger().balance(need.asset, LedgerAccount::Free);
        }
        static_cast<void>(portfolio.hold(need));
    }
    return enough;
}

Exchange::Needs Exchange::needOf(List const& list) const
{
    Needs sum;
    auto const amountIn = [&](Needs& needs, AssetName const& asset) -> Amount& {
        auto found =
            std::find_if(needs.begin(), needs.end(), [&](auto const& need) { return need.asset == asset; });
        if (found == needs.end()) {
            found = needs.insert(needs.end(), {asset, Amount(0)});
        }
        return found->amount;
    };
    bool const together = list.contingency == Contingency::OneTriggersOther;
    Needs dearest;
    Needs atOnce;
    for (const OrderId id : list.others) {
        Order order = m_orders[slotOf(id)];
        if (list.parent != OrderId()) {
            order.leaves = std::min(order.leaves, list.parentCum);
        }
        const Portfolio::Need need = needOf(order);
        Amount& amount = amountIn(together ? sum : dearest, need.asset);
        amount = together ? amount + need.amount : std::max(amount, need.amount);
        amountIn(atOnce, need.asset) += order.uncrosses ? need.amount : Amount(0);
    }
    for (Portfolio::Need const& need : dearest) {
        amountIn(sum, need.asset) += std::max(need.amount, amountIn(atOnce, need.asset));
    }
    if (list.parent != OrderId()) {
        const Portfolio::Need need = needOf(m_orders[slotOf(list.parent)]);
        amountIn(sum, need.asset) += need.amount;
    }
    return sum;
}

// An order that is done needs nothing any more; what its list needs is set aside anew.
void Exchange::leaveList(Order const& order)
{
    List& list = m_lists[order.list];
    if (list.parent == order.id) {
        list.parent = OrderId();
        list.parentCum = order.cum;
    }
    list.others.erase(std::remove(list.others.begin(), list.others.end(), order.id), list.others.end());
    if (list.parent == OrderId() && list.others.empty()) {
        m_lists.erase(order.list);
        return;
    }
    // Children not cut yet will be, to what their parent has filled.
    static_cast<void>(rehold(list));
}

// The order is done: what was set aside is free, its ClOrdIDs are remembered for a while, its slot is free.
void Exchange::finish(Order& order, OrdStatus status)
{
    release(order);
    markShort(order, false);
    if (order.list != 0) {
        leaveList(order);
    }
    // Names older than the ring have been written over.
    for (std::uint64_t number = order.formerName; number != 0 && m_doneCount - number < m_done.size();) {
        Done& name = m_done[(number - 1) % m_done.size()];
        number = static_cast<std::uint64_t>(name.cum.value);
        name.status = status;
        name.former = false;
        name.cum = order.cum;
    }
    remember(
        {.account = order.account,
         .clOrdId = order.clOrdId,
         .status = status,
         .hash = order.hash,
         .order = order.id,
         .cum = order.cum},
        slotOf(order.id)
    );
    m_ids.give(order.id);
    --m_working;
}

// Puts a name that the order in `slot` had into the ring, over the oldest one there.
void Exchange::remember(Done const& name, Slot slot)
{
    auto const number = static_cast<std::uint32_t>(m_doneCount++ % m_done.size());
    const Index::Reference reference = Index::doneBit | number;
    Done& place = m_done[number];
    if (!place.clOrdId.empty()) {
        m_index->erase(place.hash, reference);
    }
    m_index->change(name.hash, slot, reference);
    place = name;
    // The one to be forgotten next, and the one after it.
    const std::size_t following = number + std::size_t{1} < m_done.size() ? number + std::size_t{1} : 0;
    m_index->prefetch(m_done[following].hash);
    __builtin_prefetch(m_done.data() + following + 1, 1);
}

ExchangeReport Exchange::about(Order const& order) const
{
    ExchangeReport report;
    report.kind = ExchangeReport::Kind::Order;
    report.ordStatus = workingStatus(order.cum);
    report.side = order.side;
    report.account = order.account;
    report.instrument = order.instrument;
    report.command = m_request.sequence;
    report.execId = ExecId(m_lastExecId);
    report.orderId = order.id;
    report.clOrdId = order.clOrdId;
    if (order.id == m_request.order) { // what others are told names nobody's request
        report.origClOrdId = m_request.origClOrdId;
    }
    report.price = order.price;
    report.orderQty = order.total;
    report.leavesQty = order.leaves;
    report.cumQty = order.cum;
    return report;
}

void Exchange::report(Order const& order, ExecType type, ErrorCode reason)
{
    ++m_lastExecId;
    ExchangeReport report = about(order);
    report.execType = type;
    report.reason = reason;
    if (type == ExecType::Canceled) {
        report.ordStatus = OrdStatus::Canceled;
    } else if (type == ExecType::Rejected) {
        report.ordStatus = OrdStatus::Rejected;
    }
    m_out->onReport(report);
}

Exchange::Fees Exchange::feesOf(Account const& account, Instrument const& instrument) const
{
    return account.feeTier == 0 ? Fees{instrument.makerFee, instrument.takerFee}
                                : m_feeTiers[account.feeTier];
}

Portfolio::Need Exchange::needOf(Order const& order) const
{
    Instrument const& instrument = m_listings[order.instrument.value]->instrument;
    Account const& owner = *m_accounts[order.account.value];
    const Fees fees = feesOf(owner, instrument);
    bool const spotSell = instrument.kind == ContractKind::Spot && order.side == Side::Sell;
    bool const sane = order.leaves > Qty(0) && (spotSell || order.holdPrice > Price(0)) &&
                      order.leaves <= instrument.maxQty && order.holdPrice <= maxBookPrice;
    if (!sane) { // the book will refuse it
        return {spotSell ? instrument.base : instrument.settleAsset(), Amount(0)};
    }
    bool const covers = order.covered && instrument.kind != ContractKind::Spot;
    return Portfolio::need(
        instrument,
        order.side,
        order.holdPrice,
        order.leaves,
        covers ? order.leaves : Qty(0),
        std::max({fees.maker, fees.taker, FeeRate(0)})
    );
}

} // namespace qob
