// Orders that are linked, as in docs/matching.md.

#include "engine/trading/paper_venue.h"

#include <algorithm>

namespace qob {

// All of them when one cannot be taken: that one with its reason.
bool PaperVenue::refuseList(std::vector<VenueOrder> const& orders, Timestamp time)
{
    auto const bad = std::find_if(orders.begin(), orders.end(), [&](VenueOrder const& order) {
        return refusal(order, time).has_value();
    });
    if (bad == orders.end()) {
        return false;
    }
    for (VenueOrder const& order : orders) {
        const Error reason =
            &order == &*bad ? *refusal(order, time) : Error{ErrorCode::OrderListRejected, {}};
        reject(order.order.id, VenueReport::Kind::Rejected, reason, time);
    }
    return true;
}

void PaperVenue::placeList(Contingency contingency, std::vector<VenueOrder> const& orders, Timestamp time)
{
    if (refuseList(orders, time)) {
        return;
    }
    const std::uint32_t number = ++m_lastList;
    Linked& list = m_lists[number];
    list.contingency = contingency;
    bool const parented = contingency != Contingency::OneCancelsOther;
    for (VenueOrder const& order : orders) {
        Working& working = accept(order);
        bool const parent = parented && &order == orders.data();
        working.list = number;
        working.place = parented && !parent ? Place::Held : Place::Entering;
        parent ? void(list.parent = order.order.id) : list.others.push_back(order.order.id);
        reportAs(VenueReport::Kind::Accepted, working, time);
    }
    for (VenueOrder const& order : orders) {
        Working* working = find(order.order.id);
        if (working == nullptr || working->place != Place::Entering) {
            continue; // held, or canceled by what the one before did
        }
        if (ErrorCode const reason = lookAtMarket(*working); reason != ErrorCode()) {
            end(order.order.id, reason, time);
        } else {
            enter(order.order.id, time);
        }
    }
}

// The first trade or trigger of an order of a OneCancelsOther cancels the others.
void PaperVenue::onLinkedTrade(OrderId id, std::uint32_t list, Timestamp time)
{
    auto const found = m_lists.find(list);
    if (found == m_lists.end() || found->second.contingency != Contingency::OneCancelsOther) {
        return;
    }
    const Linked gone = std::move(found->second);
    m_lists.erase(found);
    for (const OrderId other : gone.others) {
        if (Working* working = find(other)) {
            working->list = 0;
        }
    }
    for (const OrderId other : gone.others) {
        if (other != id && find(other) != nullptr) {
            end(other, ErrorCode::OrderLinkedDone, time);
        }
    }
}

void PaperVenue::onLinkedDone(OrderId id, std::uint32_t list, Qty filled, Timestamp time)
{
    auto const found = m_lists.find(list);
    if (found == m_lists.end()) {
        return;
    }
    if (found->second.contingency == Contingency::OneCancelsOther) {
        onLinkedTrade(id, list, time);
    } else if (found->second.parent == id) {
        releaseChildren(list, filled, time);
    } else {
        std::erase(found->second.others, id);
    }
}

// The parent is done: its children enter with no more than it has filled; without any, they go.
void PaperVenue::releaseChildren(std::uint32_t list, Qty filled, Timestamp time)
{
    Linked& linked = m_lists.at(list);
    const std::vector<OrderId> children = linked.others;
    linked.parent = OrderId();
    bool const alternatives = linked.contingency == Contingency::Bracket && children.size() >= 2;
    if (alternatives && filled > Qty(0)) {
        linked.contingency = Contingency::OneCancelsOther;
    } else {
        m_lists.erase(list);
        for (const OrderId id : children) {
            find(id)->list = 0;
        }
    }
    for (const OrderId id : children) {
        Working& child = *find(id);
        if (filled > Qty(0) && child.leaves > filled) {
            child.order.qty = filled;
            child.leaves = filled;
            reportAs(VenueReport::Kind::Restated, child, time);
        }
    }
    for (const OrderId id : children) {
        Working* child = find(id);
        if (child == nullptr) {
            continue;
        }
        ErrorCode const reason = filled == Qty(0) ? ErrorCode::OrderLinkedDone : lookAtMarket(*child);
        if (reason != ErrorCode()) {
            end(id, reason, time);
        } else {
            enter(id, time);
        }
    }
}

} // namespace qob
