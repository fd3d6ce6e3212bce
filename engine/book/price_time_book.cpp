#include "engine/book/price_time_book.h"

#include "engine/base/check.h"

#include <algorithm>
#include <limits>

namespace qob {

namespace {

using Kind = BookEvent::Kind;

// Whether a taker of `side` with this limit may trade at `price`.
bool reaches(Side side, Price limit, Price price)
{
    return side == Side::Buy ? price <= limit : price >= limit;
}

void reject(OrderId order, OwnerId owner, ErrorCode reason, BookEvents& out)
{
    out.push_back({.kind = Kind::Rejected, .reason = reason, .owner = owner, .order = order});
}

void emitLevel(Side side, Price price, Qty qty, BookEvents& out)
{
    out.push_back({.kind = Kind::Level, .side = side, .price = price, .qty = qty});
}

std::optional<ErrorCode> invalid(BookOrder const& order)
{
    if (order.qty <= Qty(0)) {
        return ErrorCode::OrderBadQty;
    }
    if (order.ordType == OrdType::Limit && order.price <= Price(0)) {
        return ErrorCode::OrderBadPrice;
    }
    return std::nullopt;
}

} // namespace

void PriceTimeBook::add(BookOrder const& order, BookEvents& out)
{
    auto refusal = invalid(order);
    if (!refusal && m_index.contains(order.id)) {
        refusal = ErrorCode::OrderDuplicateClOrdID;
    }
    if (refusal) {
        reject(order.id, order.owner, *refusal, out);
        return;
    }
    bool const market = order.ordType == OrdType::Market;
    const Price anyPrice(order.side == Side::Buy ? std::numeric_limits<std::int64_t>::max() : 0);
    Incoming taker{order.id, order.owner, order.side, market ? anyPrice : order.price, order.qty, order.qty};
    out.push_back(
        {.kind = Kind::Accepted,
         .side = order.side,
         .owner = order.owner,
         .order = order.id,
         .price = market ? Price(0) : order.price,
         .qty = order.qty}
    );
    bool const killed = order.timeInForce == TimeInForce::FillOrKill &&
                        fillable(taker.side, taker.limit, taker.leaves) < taker.leaves;
    if (!killed) {
        match(taker, out);
    }
    if (taker.leaves == Qty(0)) {
        return;
    }
    if (!market && order.timeInForce == TimeInForce::GoodTillCancel) {
        rest(taker, out);
        return;
    }
    out.push_back(
        {.kind = Kind::Canceled,
         .reason = ErrorCode::OrderNoLiquidity,
         .owner = taker.owner,
         .order = taker.id,
         .qty = taker.leaves}
    );
}

void PriceTimeBook::cancel(OrderId order, OwnerId owner, BookEvents& out)
{
    auto const found = m_index.find(order);
    if (found == m_index.end()) {
        reject(order, owner, ErrorCode::OrderUnknown, out);
        return;
    }
    const Node node = m_nodes[found->second];
    if (node.owner != owner) {
        reject(order, owner, ErrorCode::OrderNotOwned, out);
        return;
    }
    out.push_back({.kind = Kind::Canceled, .owner = owner, .order = order, .qty = node.leaves});
    removeFromLevel(found->second, out);
}

void PriceTimeBook::replace(OrderId order, OwnerId owner, Price price, Qty qty, BookEvents& out)
{
    auto const found = m_index.find(order);
    if (found == m_index.end()) {
        reject(order, owner, ErrorCode::OrderUnknown, out);
        return;
    }
    Node& node = m_nodes[found->second];
    if (node.owner != owner) {
        reject(order, owner, ErrorCode::OrderNotOwned, out);
        return;
    }
    if (price <= Price(0) || qty <= Qty(0)) {
        reject(order, owner, price <= Price(0) ? ErrorCode::OrderBadPrice : ErrorCode::OrderBadQty, out);
        return;
    }
    const Qty leaves = qty - (node.total - node.leaves);
    if (leaves <= Qty(0)) {
        cancel(order, owner, out);
        return;
    }
    out.push_back(
        {.kind = Kind::Replaced,
         .side = node.side,
         .owner = owner,
         .order = order,
         .price = price,
         .qty = leaves}
    );
    if (price == node.price && leaves <= node.leaves) {
        Level& level = *position(side(node.side), node.side, node.price);
        bool const changed = leaves != node.leaves;
        level.qty -= node.leaves - leaves;
        node.leaves = leaves;
        node.total = qty;
        if (changed) {
            emitLevel(node.side, level.price, level.qty, out);
        }
        return;
    }
    Incoming moved{order, owner, node.side, price, qty, leaves};
    removeFromLevel(found->second, out);
    match(moved, out);
    if (moved.leaves > Qty(0)) {
        rest(moved, out);
    }
}

std::optional<PriceLevel> PriceTimeBook::best(Side which) const
{
    Levels const& levels = side(which);
    if (levels.empty()) {
        return std::nullopt;
    }
    return PriceLevel{levels.back().price, levels.back().qty};
}

void PriceTimeBook::levels(Side which, std::size_t count, std::vector<PriceLevel>& out) const
{
    Levels const& levels = side(which);
    auto const wanted = static_cast<std::ptrdiff_t>(std::min(count, levels.size()));
    std::transform(
        levels.rbegin(),
        levels.rbegin() + wanted,
        std::back_inserter(out),
        [](Level const& level) {
            return PriceLevel{level.price, level.qty};
        }
    );
}

std::optional<RestingOrder> PriceTimeBook::find(OrderId order) const
{
    auto const found = m_index.find(order);
    if (found == m_index.end()) {
        return std::nullopt;
    }
    Node const& node = m_nodes[found->second];
    return RestingOrder{node.owner, node.side, node.price, node.total, node.leaves};
}

Qty PriceTimeBook::queueAhead(OrderId order) const
{
    Qty ahead;
    auto const found = m_index.find(order);
    if (found != m_index.end()) {
        for (auto at = m_nodes[found->second].prev; at != none; at = m_nodes[at].prev) {
            ahead += m_nodes[at].leaves;
        }
    }
    return ahead;
}

PriceTimeBook::Levels::iterator PriceTimeBook::position(Levels& levels, Side side, Price price)
{
    return std::lower_bound(levels.begin(), levels.end(), price, [side](Level const& level, Price p) {
        return side == Side::Buy ? level.price < p : level.price > p;
    });
}

Qty PriceTimeBook::fillable(Side taker, Price limit, Qty wanted) const
{
    Qty found;
    Levels const& levels = side(opposite(taker));
    for (auto level = levels.rbegin(); level != levels.rend() && found < wanted; ++level) {
        if (!reaches(taker, limit, level->price)) {
            break;
        }
        found += level->qty;
    }
    return found;
}

void PriceTimeBook::match(Incoming& taker, BookEvents& out)
{
    const Side makers = opposite(taker.side);
    Levels& levels = side(makers);
    while (taker.leaves > Qty(0) && !levels.empty() && reaches(taker.side, taker.limit, levels.back().price)
    ) {
        Level& level = levels.back();
        matchLevel(taker, level, out);
        emitLevel(makers, level.price, level.qty, out);
        if (level.head == none) {
            CHECK(level.qty == Qty(0));
            levels.pop_back();
        }
    }
}

void PriceTimeBook::matchLevel(Incoming& taker, Level& level, BookEvents& out)
{
    while (taker.leaves > Qty(0) && level.head != none) {
        Node& maker = m_nodes[level.head];
        const Qty traded = std::min(taker.leaves, maker.leaves);
        taker.leaves -= traded;
        maker.leaves -= traded;
        level.qty -= traded;
        out.push_back(
            {.kind = Kind::Trade,
             .side = taker.side,
             .owner = taker.owner,
             .makerOwner = maker.owner,
             .order = taker.id,
             .maker = maker.id,
             .price = maker.price,
             .qty = traded,
             .leaves = taker.leaves,
             .makerLeaves = maker.leaves}
        );
        if (maker.leaves == Qty(0)) {
            unlink(level.head, level);
        }
    }
}

void PriceTimeBook::rest(Incoming const& order, BookEvents& out)
{
    Levels& levels = side(order.side);
    auto level = position(levels, order.side, order.limit);
    if (level == levels.end() || level->price != order.limit) {
        level = levels.insert(level, Level{.price = order.limit});
    }
    const NodeIndex index = newNode();
    m_nodes[index] =
        Node{order.id, order.owner, order.side, order.limit, order.total, order.leaves, level->tail, none};
    (level->tail == none ? level->head : m_nodes[level->tail].next) = index;
    level->tail = index;
    level->qty += order.leaves;
    m_index.emplace(order.id, index);
    emitLevel(order.side, level->price, level->qty, out);
}

// Takes the node out of its level's list and of the index; the level's size is the caller's.
void PriceTimeBook::unlink(NodeIndex index, Level& level)
{
    Node& node = m_nodes[index];
    (node.prev == none ? level.head : m_nodes[node.prev].next) = node.next;
    (node.next == none ? level.tail : m_nodes[node.next].prev) = node.prev;
    m_index.erase(node.id);
    node.next = m_free;
    m_free = index;
}

void PriceTimeBook::removeFromLevel(NodeIndex index, BookEvents& out)
{
    const Node node = m_nodes[index];
    Levels& levels = side(node.side);
    auto const level = position(levels, node.side, node.price);
    CHECK(level != levels.end() && level->price == node.price);
    level->qty -= node.leaves;
    unlink(index, *level);
    emitLevel(node.side, level->price, level->qty, out);
    if (level->head == none) {
        CHECK(level->qty == Qty(0));
        levels.erase(level);
    }
}

PriceTimeBook::NodeIndex PriceTimeBook::newNode()
{
    if (m_free == none) {
        m_nodes.emplace_back();
        return static_cast<NodeIndex>(m_nodes.size() - 1);
    }
    const NodeIndex index = m_free;
    m_free = m_nodes[index].next;
    return index;
}

} // namespace qob
