#pragma once

#include "engine/book/matching_book.h"

#include <algorithm>
#include <limits>
#include <list>
#include <map>

namespace qob::test {

// The obvious matching book: ordered maps of lists, every question answered by looking. It is what the fast
// books are held against.
class NaiveBook final : public MatchingBook {
public:
    void add(BookOrder const& order, BookEvents& out) override
    {
        bool const market = order.ordType == OrdType::Market;
        std::optional<ErrorCode> refusal;
        if (order.qty <= Qty(0)) {
            refusal = ErrorCode::OrderBadQty;
        } else if (!market && order.price <= Price(0)) {
            refusal = ErrorCode::OrderBadPrice;
        } else if (find(order.id)) {
            refusal = ErrorCode::OrderDuplicateClOrdID;
        }
        if (refusal) {
            out.push_back(
                {.kind = BookEvent::Kind::Rejected,
                 .reason = refusal,
                 .owner = order.owner,
                 .order = order.id}
            );
            return;
        }
        const Price worst(order.side == Side::Buy ? std::numeric_limits<std::int64_t>::max() : 0);
        const Price limit = market ? worst : order.price;
        out.push_back(
            {.kind = BookEvent::Kind::Accepted,
             .side = order.side,
             .owner = order.owner,
             .order = order.id,
             .price = market ? Price(0) : order.price,
             .qty = order.qty}
        );
        Entry taker{order.id, order.owner, order.qty, order.qty};
        if (order.timeInForce != TimeInForce::FillOrKill || available(order.side, limit) >= order.qty) {
            match(taker, order.side, limit, out);
        }
        if (taker.leaves == Qty(0)) {
            return;
        }
        if (market || order.timeInForce != TimeInForce::GoodTillCancel) {
            out.push_back(
                {.kind = BookEvent::Kind::Canceled,
                 .reason = ErrorCode::OrderNoLiquidity,
                 .owner = order.owner,
                 .order = order.id,
                 .qty = taker.leaves}
            );
            return;
        }
        rest(taker, order.side, limit, out);
    }

    void cancel(OrderId order, OwnerId owner, BookEvents& out) override
    {
        auto const resting = checked(order, owner, out);
        if (resting) {
            out.push_back(
                {.kind = BookEvent::Kind::Canceled, .owner = owner, .order = order, .qty = resting->leaves}
            );
            remove(order, resting->side, resting->price, out);
        }
    }

    void replace(OrderId order, OwnerId owner, Price price, Qty qty, BookEvents& out) override
    {
        auto const resting = checked(order, owner, out);
        if (!resting) {
            return;
        }
        if (price <= Price(0) || qty <= Qty(0)) {
            out.push_back(
                {.kind = BookEvent::Kind::Rejected,
                 .reason = price <= Price(0) ? ErrorCode::OrderBadPrice : ErrorCode::OrderBadQty,
                 .owner = owner,
                 .order = order}
            );
            return;
        }
        const Qty leaves = qty - (resting->total - resting->leaves);
        if (leaves <= Qty(0)) {
            cancel(order, owner, out);
            return;
        }
        out.push_back(
            {.kind = BookEvent::Kind::Replaced,
             .side = resting->side,
             .owner = owner,
             .order = order,
             .price = price,
             .qty = leaves}
        );
        if (price == resting->price && leaves <= resting->leaves) {
            for (Entry& entry : m_sides[resting->side][price]) {
                if (entry.id == order) {
                    entry.total = qty;
                    entry.leaves = leaves;
                }
            }
            if (leaves != resting->leaves) {
                emitLevel(resting->side, price, out);
            }
            return;
        }
        remove(order, resting->side, resting->price, out);
        Entry moved{order, owner, qty, leaves};
        match(moved, resting->side, price, out);
        if (moved.leaves > Qty(0)) {
            rest(moved, resting->side, price, out);
        }
    }

    [[nodiscard]] std::optional<PriceLevel> best(Side side) const override
    {
        std::vector<PriceLevel> all;
        levels(side, 1, all);
        return all.empty() ? std::nullopt : std::optional(all.front());
    }

    void levels(Side side, std::size_t count, std::vector<PriceLevel>& out) const override
    {
        auto const found = m_sides.find(side);
        if (found == m_sides.end()) {
            return;
        }
        std::vector<PriceLevel> all;
        for (auto const& [price, entries] : found->second) {
            all.push_back({price, sum(entries)});
        }
        if (side == Side::Buy) {
            std::reverse(all.begin(), all.end());
        }
        all.resize(std::min(count, all.size()));
        out.insert(out.end(), all.begin(), all.end());
    }

    [[nodiscard]] std::optional<RestingOrder> find(OrderId order) const override
    {
        for (auto const& [side, levels] : m_sides) {
            for (auto const& [price, entries] : levels) {
                for (Entry const& entry : entries) {
                    if (entry.id == order) {
                        return RestingOrder{entry.owner, side, price, entry.total, entry.leaves};
                    }
                }
            }
        }
        return std::nullopt;
    }

    [[nodiscard]] Qty queueAhead(OrderId order) const override
    {
        auto const resting = find(order);
        Qty ahead;
        if (resting) {
            for (Entry const& entry : m_sides.at(resting->side).at(resting->price)) {
                if (entry.id == order) {
                    break;
                }
                ahead += entry.leaves;
            }
        }
        return ahead;
    }

    [[nodiscard]] std::size_t orderCount() const override
    {
        std::size_t count = 0;
        for (auto const& [side, levels] : m_sides) {
            for (auto const& [price, entries] : levels) {
                count += entries.size();
            }
        }
        return count;
    }

private:
    struct Entry {
        OrderId id;
        OwnerId owner;
        Qty total;
        Qty leaves;
    };

    using Entries = std::list<Entry>;

    static Qty sum(Entries const& entries)
    {
        Qty total;
        for (Entry const& entry : entries) {
            total += entry.leaves;
        }
        return total;
    }

    static bool reaches(Side taker, Price limit, Price price)
    {
        return taker == Side::Buy ? price <= limit : price >= limit;
    }

    [[nodiscard]] Qty available(Side taker, Price limit) const
    {
        std::vector<PriceLevel> all;
        levels(opposite(taker), std::numeric_limits<std::size_t>::max(), all);
        Qty total;
        for (PriceLevel const& level : all) {
            total += reaches(taker, limit, level.price) ? level.qty : Qty(0);
        }
        return total;
    }

    std::optional<RestingOrder> checked(OrderId order, OwnerId owner, BookEvents& out) const
    {
        auto const resting = find(order);
        if (resting && resting->owner == owner) {
            return resting;
        }
        auto const reason = resting ? ErrorCode::OrderNotOwned : ErrorCode::OrderUnknown;
        out.push_back({.kind = BookEvent::Kind::Rejected, .reason = reason, .owner = owner, .order = order});
        return std::nullopt;
    }

    void emitLevel(Side side, Price price, BookEvents& out)
    {
        auto& levels = m_sides[side];
        auto const found = levels.find(price);
        const Qty qty = found == levels.end() ? Qty(0) : sum(found->second);
        out.push_back({.kind = BookEvent::Kind::Level, .side = side, .price = price, .qty = qty});
    }

    void remove(OrderId order, Side side, Price price, BookEvents& out)
    {
        auto& entries = m_sides[side][price];
        entries.remove_if([&](Entry const& entry) { return entry.id == order; });
        if (entries.empty()) {
            m_sides[side].erase(price);
        }
        emitLevel(side, price, out);
    }

    void rest(Entry const& entry, Side side, Price price, BookEvents& out)
    {
        m_sides[side][price].push_back(entry);
        emitLevel(side, price, out);
    }

    void match(Entry& taker, Side side, Price limit, BookEvents& out)
    {
        for (auto top = best(opposite(side));
             taker.leaves > Qty(0) && top && reaches(side, limit, top->price);
             top = best(opposite(side))) {
            auto& levels = m_sides[opposite(side)];
            Entries& entries = levels[top->price];
            while (taker.leaves > Qty(0) && !entries.empty()) {
                Entry& maker = entries.front();
                const Qty traded = std::min(taker.leaves, maker.leaves);
                taker.leaves -= traded;
                maker.leaves -= traded;
                out.push_back(
                    {.kind = BookEvent::Kind::Trade,
                     .side = side,
                     .owner = taker.owner,
                     .makerOwner = maker.owner,
                     .order = taker.id,
                     .maker = maker.id,
                     .price = top->price,
                     .qty = traded,
                     .leaves = taker.leaves,
                     .makerLeaves = maker.leaves}
                );
                if (maker.leaves == Qty(0)) {
                    entries.pop_front();
                }
            }
            if (entries.empty()) {
                levels.erase(top->price);
            }
            emitLevel(opposite(side), top->price, out);
        }
    }

    std::map<Side, std::map<Price, Entries>> m_sides;
};

} // namespace qob::test
