#include "engine/book/ladder_book.h"

#include <algorithm>

namespace qob {

namespace {

constexpr ErrorCode fine{};

ErrorCode refusalOfList(Contingency contingency, std::span<const BookOrder> orders, std::size_t most)
{
    bool good = contingency != Contingency::None && orders.size() >= 2 && orders.size() <= most;
    for (BookOrder const& order : orders) {
        good = good && order.owner == orders.front().owner;
    }
    return good ? fine : ErrorCode::OrderBadCombination;
}

bool isForAuction(BookOrder const& order)
{
    return order.timeInForce == TimeInForce::AtTheOpening || order.timeInForce == TimeInForce::AtTheClose;
}

bool slotUsedBefore(std::span<const BookOrder> orders, std::size_t index)
{
    auto const before = orders.first(index);
    return std::any_of(before.begin(), before.end(), [&](BookOrder const& order) {
        return slotOf(order.id) == slotOf(orders[index].id);
    });
}

} // namespace

void LadderBook::addList(Contingency contingency, std::span<const BookOrder> orders, BookEvents& out)
{
    ErrorCode reason = refusalOfList(contingency, orders, maxListOrders);
    std::size_t failing = orders.size();
    for (std::size_t i = 0; reason == fine && i < orders.size(); ++i) {
        reason = slotUsedBefore(orders, i) ? ErrorCode::OrderDuplicateId
                 : isForAuction(orders[i]) ? ErrorCode::OrderBadCombination
                                           : refusal(orders[i]);
        failing = i;
    }
    if (reason != fine) {
        for (std::size_t i = 0; i < orders.size(); ++i) {
            bool const own = i == failing || failing == orders.size();
            reject(orders[i].id, orders[i].owner, own ? reason : ErrorCode::OrderListRejected, out);
        }
        settle(out);
        return;
    }
    bool const parentLives = contingency != Contingency::OneCancelsOther;
    ListOrders ids;
    for (BookOrder const& order : orders) {
        const Slot slot = accept(order);
        waitAs(Place::Held, slot);
        answer(Kind::Accepted, slot, out);
        ids.push_back(order.id);
    }
    joinList(contingency, parentLives, ids);
    ids.resize(parentLives ? 1 : ids.size());
    for (const OrderId id : ids) {
        if (live(id) != nullptr && record(slotOf(id)).place == Place::Held) {
            enterListed(slotOf(id), out);
        }
    }
    settle(out);
}

// An order of a list comes to the market; what it would have been refused for now cancels it.
void LadderBook::enterListed(Slot slot, BookEvents& out)
{
    leaveWaiting(slot);
    bool const may = m_gate == nullptr || m_gate->mayEnter(idOf(slot));
    ErrorCode reason = may ? stateRefusal(terms(slot).order) : ErrorCode::OrderInsufficientFunds;
    if (reason == fine) {
        reason = look(terms(slot).order);
    }
    if (reason != fine) {
        cancelEntering(slot, reason, out);
        return;
    }
    enter(slot, Kind::Rested, out);
}

void LadderBook::joinList(Contingency contingency, bool parentLives, ListOrders const& orders)
{
    const OrderId head = orders.front();
    for (const OrderId id : orders) {
        terms(slotOf(id)).listHead = head;
        record(slotOf(id)).flags |= OrderRecord::careful;
    }
    m_lists[head] = {contingency, parentLives, orders};
}

// A list of which one order is left is none.
void LadderBook::leaveList(OrderId id, OrderId head)
{
    ListOrders& orders = m_lists.at(head).orders;
    orders.erase(std::remove(orders.begin(), orders.end(), id), orders.end());
    if (orders.size() == 1) {
        terms(slotOf(orders.front())).listHead = OrderId();
        m_lists.erase(head);
    }
}

// The first trade or trigger of an order of a OneCancelsOther cancels the others.
void LadderBook::onListedTrade(OrderId id, OrderId head, BookEvents& out)
{
    auto const found = m_lists.find(head);
    if (found == m_lists.end() || found->second.contingency != Contingency::OneCancelsOther) {
        return;
    }
    const OrderList list = found->second;
    m_lists.erase(found);
    for (const OrderId other : list.orders) {
        if (live(other) != nullptr) {
            terms(slotOf(other)).listHead = OrderId();
        }
    }
    for (const OrderId other : list.orders) {
        // One that is taking may have nothing left: it is done, and not canceled.
        if (other != id && live(other) != nullptr && leavesOf(slotOf(other)) > 0) {
            remove(slotOf(other), ErrorCode::OrderLinkedDone, out);
        }
    }
}

void LadderBook::onListedDone(OrderId id, OrderId head, std::int64_t filled, BookEvents& out)
{
    auto const found = m_lists.find(head);
    if (found == m_lists.end()) {
        return;
    }
    if (found->second.contingency == Contingency::OneCancelsOther) {
        onListedTrade(id, head, out);
    } else if (found->second.parentLives && found->second.orders.front() == id) {
        const OrderList list = found->second;
        m_lists.erase(found);
        releaseChildren(list, filled, out);
    } else {
        leaveList(id, head);
    }
}

// The parent is done: its children are free to enter, with no more than it has filled; without any, they go.
void LadderBook::releaseChildren(OrderList const& list, std::int64_t filled, BookEvents& out)
{
    const ListOrders children(list.orders.begin() + 1, list.orders.end());
    for (const OrderId child : children) {
        terms(slotOf(child)).listHead = OrderId();
        m_freed.insert({0, record(slotOf(child)).acceptance, slotOf(child)});
    }
    for (const OrderId child : children) {
        const Slot slot = slotOf(child);
        if (filled == 0) {
            remove(slot, ErrorCode::OrderLinkedDone, out);
        } else if (totalOf(slot) > filled) {
            keepTotal(slot) = filled;
            terms(slot).leaves = filled;
            BookEvent& event = say(Kind::Restated, slot, out);
            event.price = waitingPrice(slot);
            event.qty = Qty(filled);
        }
    }
    if (filled != 0 && list.contingency == Contingency::Bracket && children.size() >= 2) {
        joinList(Contingency::OneCancelsOther, false, children);
    }
}

} // namespace qob
