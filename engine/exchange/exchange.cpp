#include "engine/exchange/exchange.h"

#include "engine/base/check.h"
#include "engine/exchange/exchange_index.h"

#include <algorithm>

namespace qob {

namespace {

constexpr ErrorCode fine{};

// Working orders at a time that the index of names has room for from the start.
constexpr std::uint32_t usualOrders = 1U << 14U;

} // namespace

Exchange::Exchange(ExchangeLimits const& limits)
    : m_limits(limits)
    , m_pool(limits.maxOrders, limits.hugePages)
    , m_events(1024)
    , m_feeTiers(1)
    , m_index(makeIndex(limits))
    , m_done(limits.rememberedOrders)
{
    CHECK(limits.rememberedOrders < Index::doneBit && limits.maxOrders < Index::doneBit);
    // Address space only, until it is used; a list may ask for a few more than there may be.
    m_orders.reserve(std::size_t{limits.maxOrders} + longestList);
    m_ids.reserve(std::size_t{limits.maxOrders} + longestList);
}

Exchange::~Exchange() = default;

std::unique_ptr<Exchange::Index> Exchange::makeIndex(ExchangeLimits const& limits)
{
    return std::make_unique<Index>(limits.rememberedOrders + std::min(limits.maxOrders, usualOrders));
}

void Exchange::apply(
    std::uint64_t sequence, Timestamp time, ExchangeCommand const& command, ExchangeOutput& out
)
{
    m_out = &out;
    m_request = {.sequence = sequence};
    if (time > m_now) {
        m_now = time;
    }
    if (!m_short.empty()) { // here, too: a state of an older program may have some that must go
        topUp();
    }
    if (m_now >= m_nextExpiry) {
        expire();
    }
    std::visit([this](auto const& c) { on(c); }, command);
    if (!m_short.empty()) {
        topUp();
    }
    m_out = nullptr;
}

// Orders whose time has come leave all books.
void Exchange::expire()
{
    m_nextExpiry = Timestamp::max();
    for (auto const& listing : m_listings) {
        if (listing && listing->book->nextExpiry() <= m_now) {
            listing->book->advanceTime(m_now, m_events);
            drain(*listing);
        }
        m_nextExpiry = listing ? std::min(m_nextExpiry, listing->book->nextExpiry()) : m_nextExpiry;
    }
}

void Exchange::on(EnterOrder const& command)
{
    m_request.account = command.order.owner;
    m_request.clOrdId = command.clOrdId;
    const std::uint32_t hash = Index::hashOf(command.order.owner, command.clOrdId);
    if (answerKnown(command.order.owner, command.clOrdId, hash)) {
        return;
    }
    BookOrder order = command.order;
    Price worst;
    if (ErrorCode const reason = admit(command, order, worst); reason != fine) {
        refuse(command, reason);
        return;
    }
    order.id = m_ids.take();
    Order& opened = open(command, order, worst, hash);
    if (!rehold(opened)) {
        release(opened);
        forget(opened);
        refuse(command, ErrorCode::OrderInsufficientFunds);
        return;
    }
    Listing& listing = *this->listing(command.instrument);
    if (order.timeInForce == TimeInForce::GoodTillDate) {
        listing.book->advanceTime(m_now, m_events);
        m_nextExpiry = std::min(m_nextExpiry, order.expireTime);
    }
    listing.book->add(order, m_events);
    drain(listing);
}

void Exchange::on(EnterList const& command)
{
    if (command.orders.size() > longestList) {
        refuseList(command, command.orders.size(), ErrorCode::OrderBadCombination);
        return;
    }
    Listed<BookOrder> orders;
    Listed<Price> worst;
    Listed<std::uint32_t> hashes;
    for (std::size_t i = 0; i < command.orders.size(); ++i) {
        EnterOrder const& entry = command.orders[i];
        auto const sameName = [&](EnterOrder const& other) {
            return other.clOrdId == entry.clOrdId;
        };
        bool const twice = std::any_of(command.orders.data(), &entry, sameName);
        bool const elsewhere = entry.instrument != command.orders.front().instrument ||
                               entry.order.owner != command.orders.front().order.owner;
        orders.push_back(entry.order);
        worst.emplace_back();
        hashes.push_back(Index::hashOf(entry.order.owner, entry.clOrdId));
        bool const known = find(entry.order.owner, entry.clOrdId, hashes.back()) != Index::none;
        bool const child = i > 0 && command.contingency != Contingency::OneCancelsOther;
        ErrorCode reason = elsewhere        ? ErrorCode::OrderBadCombination
                           : twice || known ? ErrorCode::OrderDuplicateClOrdID
                                            : admit(entry, orders.back(), worst.back());
        // What it trades at is found when it enters; a limit made now would be one for another market.
        bool const trails = entry.order.ordType == OrdType::Stop && entry.order.stopPx == Price(0) &&
                            entry.order.trailOffset > Price(0);
        bool const early = entry.order.price == Price(0) && orders.back().price != Price(0) &&
                           (trails || entry.order.ordType == OrdType::Market);
        reason = reason == fine && child && early ? ErrorCode::OrderNoReference : reason;
        if (reason != fine) {
            refuseList(command, i, reason);
            return;
        }
    }
    if (orders.size() < 2 || command.contingency == Contingency::None) {
        refuseList(command, orders.size(), ErrorCode::OrderBadCombination);
        return;
    }
    const std::uint32_t id = ++m_lastList;
    List& list = m_lists[id];
    list.contingency = command.contingency;
    for (std::size_t i = 0; i < orders.size(); ++i) {
        orders[i].id = m_ids.take();
        open(command.orders[i], orders[i], worst[i], hashes[i]).list = id;
        bool const parent = i == 0 && command.contingency != Contingency::OneCancelsOther;
        parent ? void(list.parent = orders[i].id) : list.others.push_back(orders[i].id);
        bool const expires = orders[i].timeInForce == TimeInForce::GoodTillDate;
        m_nextExpiry = expires ? std::min(m_nextExpiry, orders[i].expireTime) : m_nextExpiry;
    }
    if (!rehold(list)) {
        forgetList(id, {orders.data(), orders.size()});
        refuseList(command, 0, ErrorCode::OrderInsufficientFunds);
        return;
    }
    Listing& listing = *this->listing(command.orders.front().instrument);
    listing.book->advanceTime(m_now, m_events);
    listing.book->addList(command.contingency, {orders.data(), orders.size()}, m_events);
    drain(listing);
}

// As if it had never been.
void Exchange::forgetList(std::uint32_t list, std::span<BookOrder const> orders)
{
    release(orderOf(orders.front().id));
    m_lists.erase(list);
    for (BookOrder const& order : orders) {
        orderOf(order.id).list = 0;
        forget(orderOf(order.id));
    }
}

// Each gets its answer: the failing one, or where it is none of them all, with the reason.
void Exchange::refuseList(EnterList const& command, std::size_t failing, ErrorCode reason)
{
    for (std::size_t i = 0; i < command.orders.size(); ++i) {
        bool const own = i == failing || failing >= command.orders.size();
        refuse(command.orders[i], own ? reason : ErrorCode::OrderListRejected);
    }
}

Exchange::Order& Exchange::open(EnterOrder const& command, BookOrder& order, Price worst, std::uint32_t hash)
{
    const Slot slot = slotOf(order.id);
    if (slot >= m_orders.size()) {
        const std::size_t twice = std::min(m_orders.size() * 2, m_orders.capacity());
        m_orders.resize(std::max<std::size_t>(slot + std::size_t{1}, twice));
    }
    m_orders[slot] = {
        .id = order.id,
        .clOrdId = command.clOrdId,
        .account = order.owner,
        .instrument = command.instrument,
        .side = order.side,
        .pegged = order.ordType == OrdType::Pegged,
        .guarded = order.guarded,
        .price = order.price,
        .holdPrice = worst,
        .total = order.qty,
        .held = {listing(command.instrument)->instrument.settleAsset(), Amount(0)},
        .covered = has(order.execInst, ExecInst::ReduceOnly),
        .hash = hash};
    setLeaves(m_orders[slot], order.qty);
    m_index->insert(hash, slot);
    ++m_working;
    return m_orders[slot];
}

// As if it had never been: it never reached a book.
void Exchange::forget(Order& order)
{
    markShort(order, false);
    setLeaves(order, Qty(0));
    m_index->erase(order.hash, slotOf(order.id));
    m_ids.give(order.id);
    order.id = OrderId();
    --m_working;
}

void Exchange::setLeaves(Order& order, Qty leaves)
{
    m_listings[order.instrument.value]->working[order.side == Side::Buy ? 0 : 1] +=
        leaves.value - order.leaves.value;
    order.leaves = leaves;
}

void Exchange::refuse(EnterOrder const& command, ErrorCode reason)
{
    ExchangeReport report;
    report.kind = ExchangeReport::Kind::Order;
    report.execType = ExecType::Rejected;
    report.ordStatus = OrdStatus::Rejected;
    report.side = command.order.side;
    report.reason = reason;
    report.account = command.order.owner;
    report.instrument = command.instrument;
    report.command = m_request.sequence;
    report.execId = ExecId(++m_lastExecId);
    report.clOrdId = command.clOrdId;
    report.price = command.order.price;
    report.orderQty = command.order.qty;
    m_out->onReport(report);
}

// What the name stands for, none if for nothing.
std::uint32_t Exchange::find(OwnerId account, ClOrdId const& clOrdId, std::uint32_t hash) const
{
    return m_index->find(hash, [&](Index::Reference reference) {
        auto const isIt = [&](auto const& at) {
            return at.clOrdId == clOrdId && at.account == account;
        };
        return Index::isDone(reference) ? isIt(m_done[reference - Index::doneBit])
                                        : isIt(m_orders[reference]);
    });
}

// The working order a name leads to; null: there is none.
Exchange::Order const* Exchange::working(std::uint32_t reference) const
{
    if (!Index::isDone(reference)) {
        return &m_orders[reference];
    }
    Done const& name = m_done[reference - Index::doneBit];
    return name.former ? &m_orders[slotOf(name.order)] : nullptr;
}

// A ClOrdID that was seen before: the order as it stands.
bool Exchange::answerKnown(OwnerId account, ClOrdId const& clOrdId, std::uint32_t hash)
{
    const Index::Reference known = find(account, clOrdId, hash);
    if (known == Index::none) {
        return false;
    }
    if (Order const* order = working(known)) {
        report(*order, ExecType::OrderStatus);
        return true;
    }
    Done const& done = m_done[known - Index::doneBit];
    ExchangeReport report;
    report.kind = ExchangeReport::Kind::Order;
    report.execType = ExecType::OrderStatus;
    report.ordStatus = done.status;
    report.account = account;
    report.command = m_request.sequence;
    report.execId = ExecId(++m_lastExecId);
    report.orderId = done.order;
    report.clOrdId = clOrdId;
    report.cumQty = done.cum;
    m_out->onReport(report);
    return true;
}

// The working order a cancel or replace names; null: it was refused, or answered already.
Exchange::Order* Exchange::changed(OwnerId owner, ClOrdId const& clOrdId, ClOrdId const& origClOrdId)
{
    m_request.account = owner;
    m_request.clOrdId = clOrdId;
    m_request.origClOrdId = origClOrdId;
    m_request.changes = true;
    const Index::Reference known = find(owner, origClOrdId, Index::hashOf(owner, origClOrdId));
    if (known == Index::none) {
        refuseChange(OrderId(), ErrorCode::OrderUnknown);
        return nullptr;
    }
    Order const* order = working(known);
    if (order == nullptr) {
        Done const& done = m_done[known - Index::doneBit];
        refuseChange(done.order, ErrorCode::OrderTooLateToCancel, done.status);
        return nullptr;
    }
    m_request.order = order->id;
    return &orderOf(order->id);
}

void Exchange::on(CancelOrder const& command)
{
    if (Order const* order = changed(command.account, command.clOrdId, command.origClOrdId)) {
        Listing& listing = *this->listing(order->instrument);
        listing.book->cancel(order->id, order->account, m_events);
        drain(listing);
    }
}

void Exchange::on(ReplaceOrder const& command)
{
    bool const renamed = !command.clOrdId.empty() && command.clOrdId != command.origClOrdId;
    const std::uint32_t hash = Index::hashOf(command.account, command.clOrdId);
    if (renamed && answerKnown(command.account, command.clOrdId, hash)) {
        return;
    }
    Order* order = changed(command.account, command.clOrdId, command.origClOrdId);
    if (order == nullptr) {
        return;
    }
    Listing& listing = *this->listing(order->instrument);
    // Without its limit nobody knows what it can cost.
    if (command.price == Price(0) && order->price != Price(0) && !needsNoPrice(*order)) {
        refuseChange(order->id, ErrorCode::OrderBadPrice);
        return;
    }
    // Until the book has answered, the dearer of the two orders is covered.
    const Order before = *order;
    const Price worst = command.price > Price(0) ? command.price : order->holdPrice;
    bool const sane =
        command.qty > order->cum && command.qty <= listing.instrument.maxQty && worst <= maxBookPrice;
    if (sane) {
        bool const countable =
            needsNoPrice(*order) || Portfolio::countable(listing.instrument, worst, command.qty);
        if (!countable || !hasRoom(listing, order->account, order->side, command.qty - order->total)) {
            refuseChange(order->id, ErrorCode::OrderTooLarge);
            return;
        }
        order->holdPrice = worst;
        order->leaves = command.qty - order->cum;
        bool const dearer = needOf(*order).amount > needOf(before).amount;
        if (dearer && !rehold(*order)) {
            order->holdPrice = before.holdPrice;
            order->leaves = before.leaves;
            static_cast<void>(rehold(*order));
            refuseChange(order->id, ErrorCode::OrderInsufficientFunds);
            return;
        }
        order->holdPrice = before.holdPrice;
        order->leaves = before.leaves;
    }
    listing.book->advanceTime(m_now, m_events);
    listing.book->replace(
        {.order = before.id,
         .owner = command.account,
         .price = command.price,
         .qty = command.qty,
         .stopPx = command.stopPx},
        m_events
    );
    drain(listing);
    if (Order& after = orderOf(before.id); after.id == before.id) {
        static_cast<void>(rehold(after));
    }
}

// `ended`: the status of an order that does not work.
void Exchange::refuseChange(OrderId id, ErrorCode reason, OrdStatus ended)
{
    ExchangeReport report;
    report.ordStatus = ended;
    bool const working = id != OrderId() && slotOf(id) < m_orders.size() && orderOf(id).id == id;
    if (working) {
        report = about(orderOf(id));
    }
    report.kind = ExchangeReport::Kind::CancelReject;
    report.execType = ExecType::Rejected;
    report.reason = reason;
    report.account = m_request.account;
    report.command = m_request.sequence;
    report.execId = ExecId(++m_lastExecId);
    report.orderId = id;
    report.clOrdId = m_request.clOrdId;
    report.origClOrdId = m_request.origClOrdId;
    m_out->onReport(report);
}

void Exchange::prefetchNames(ExchangeCommand const& command) const
{
    if (auto const* cancel = std::get_if<CancelOrder>(&command)) {
        m_index->prefetch(Index::hashOf(cancel->account, cancel->origClOrdId));
    } else if (auto const* order = std::get_if<EnterOrder>(&command)) {
        m_index->prefetch(Index::hashOf(order->order.owner, order->clOrdId));
        if (auto const* at = book(order->instrument)) {
            static_cast<LadderBook const*>(at)->prefetch(order->order.price);
        }
    } else if (auto const* replace = std::get_if<ReplaceOrder>(&command)) {
        m_index->prefetch(Index::hashOf(replace->account, replace->origClOrdId));
        m_index->prefetch(Index::hashOf(replace->account, replace->clOrdId));
    }
}

void Exchange::prefetchOrders(ExchangeCommand const& command) const
{
    std::uint32_t hash = 0;
    if (auto const* cancel = std::get_if<CancelOrder>(&command)) {
        hash = Index::hashOf(cancel->account, cancel->origClOrdId);
    } else if (auto const* replace = std::get_if<ReplaceOrder>(&command)) {
        hash = Index::hashOf(replace->account, replace->origClOrdId);
    } else if (auto const* order = std::get_if<EnterOrder>(&command)) {
        if (auto const* at = book(order->instrument)) {
            static_cast<LadderBook const*>(at)->prefetchQueue(order->order.price);
        }
        return;
    } else {
        return;
    }
    // Another with the same hash would only make it load in vain.
    auto const any = [](Index::Reference /*reference*/) {
        return true;
    };
    const Index::Reference known = m_index->find(hash, any);
    if (known < m_orders.size()) {
        prefetchOrder(known);
        __builtin_prefetch(&m_pool.records[known], 1);
    }
}

Exchange::Listing* Exchange::listing(InstrumentId instrument)
{
    return instrument.value < m_listings.size() ? m_listings[instrument.value].get() : nullptr;
}

Exchange::Account* Exchange::account(OwnerId owner)
{
    return owner.value < m_accounts.size() ? m_accounts[owner.value].get() : nullptr;
}

MatchingBook const* Exchange::book(InstrumentId instrument) const
{
    bool const there = instrument.value < m_listings.size() && m_listings[instrument.value];
    return there ? m_listings[instrument.value]->book.get() : nullptr;
}

Instrument const* Exchange::instrument(InstrumentId instrument) const
{
    bool const there = instrument.value < m_listings.size() && m_listings[instrument.value];
    return there ? &m_listings[instrument.value]->instrument : nullptr;
}

Portfolio const* Exchange::portfolio(OwnerId owner) const
{
    bool const there = owner.value < m_accounts.size() && m_accounts[owner.value];
    return there ? &m_accounts[owner.value]->portfolio : nullptr;
}

std::vector<InstrumentId> Exchange::instruments() const
{
    std::vector<InstrumentId> ids;
    for (auto const& listing : m_listings) {
        if (listing) {
            ids.push_back(listing->instrument.id);
        }
    }
    return ids;
}

} // namespace qob
