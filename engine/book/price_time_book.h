#pragma once

#include "engine/book/matching_book.h"

#include <array>
#include <unordered_map>

namespace qob {

// Levels of a side lie in a sorted vector with the best at the end, where nearly all changes are; the orders
// of a level are a linked list through a pool, oldest at the head:
//
//   asks  [ 105 | 103 | 102 | 101 ] <- best        node: id owner side price total leaves prev next
//                        |
//                        head -> node -> node -> tail
class PriceTimeBook final : public MatchingBook {
public:
    void add(BookOrder const& order, BookEvents& out) override;
    void cancel(OrderId order, OwnerId owner, BookEvents& out) override;
    void replace(OrderId order, OwnerId owner, Price price, Qty qty, BookEvents& out) override;

    [[nodiscard]] std::optional<PriceLevel> best(Side side) const override;
    void levels(Side side, std::size_t count, std::vector<PriceLevel>& out) const override;
    [[nodiscard]] std::optional<RestingOrder> find(OrderId order) const override;
    [[nodiscard]] Qty queueAhead(OrderId order) const override;

    [[nodiscard]] std::size_t orderCount() const override { return m_index.size(); }

private:
    using NodeIndex = std::uint32_t;
    static constexpr NodeIndex none = 0xffffffff;

    struct Node {
        OrderId id;
        OwnerId owner;
        Side side{};
        Price price;
        Qty total;
        Qty leaves;
        NodeIndex prev = none;
        NodeIndex next = none;
    };

    struct Level {
        Price price;
        Qty qty;
        NodeIndex head = none;
        NodeIndex tail = none;
    };

    using Levels = std::vector<Level>;

    // An order on its way through the book: what trades is taken from `leaves`.
    struct Incoming {
        OrderId id;
        OwnerId owner;
        Side side;
        Price limit;
        Qty total;
        Qty leaves;
    };

    [[nodiscard]] Levels& side(Side side) { return m_sides[side == Side::Buy ? 0 : 1]; }

    [[nodiscard]] Levels const& side(Side side) const { return m_sides[side == Side::Buy ? 0 : 1]; }

    static Levels::iterator position(Levels& levels, Side side, Price price);

    [[nodiscard]] Qty fillable(Side side, Price limit, Qty wanted) const;
    void match(Incoming& taker, BookEvents& out);
    void matchLevel(Incoming& taker, Level& level, BookEvents& out);
    void rest(Incoming const& order, BookEvents& out);
    void unlink(NodeIndex index, Level& level);
    void removeFromLevel(NodeIndex index, BookEvents& out);
    NodeIndex newNode();

    std::array<Levels, 2> m_sides;
    std::vector<Node> m_nodes;
    NodeIndex m_free = none;
    std::unordered_map<OrderId, NodeIndex> m_index;
};

} // namespace qob
