#pragma once

#include "engine/book/order_pool.h"

#include <limits>
#include <map>

namespace qob {

// The queues of one book by price, both sides in one array, since in a book that is not crossed a price has
// orders of one side only:
//
//   level   window: one 16-byte level a tick, indexed by tick - low       far: std::map, for the few
//   array   [ .. | head end qty | .. ]   tick in [low, low + width)        prices outside the window
//                    |   \_______________________
//   chunks      [11 orders] <-> [11 orders] <-> [11 orders]   oldest first; a cache line each:
//                                                            next prev tick mask slots
//   bitmap  a bit a level that has orders, and a bit above it for each 64
//
// The window follows the best prices: after some orders beyond it, it is moved, and made wider if that is not
// enough. So a book costs kilobytes, and no price is out of reach. An order is found again by its entry,
// chunk * 16 + place in the chunk; its quantity is in its record. Sides: 0 buy, 1 sell. One thread.
class PriceLadder {
public:
    static constexpr std::int64_t noBid = -1;
    static constexpr std::int64_t noAsk = std::numeric_limits<std::int64_t>::max();

    struct Level {
        std::uint32_t head; // chunk; 0: no orders
        std::uint32_t end;  // the next order's entry; a multiple of 16: it needs another chunk
        std::int64_t qty;   // sum of what is in the queue
    };

    explicit PriceLadder(OrderPool& pool, std::uint32_t width = 1024);

    // noBid or noAsk when the side is empty.
    [[nodiscard]] std::int64_t best(unsigned side) const { return m_best[side]; }

    [[nodiscard]] bool empty() const { return m_best[0] == noBid && m_best[1] == noAsk; }

    // Of a price that may have no orders.
    [[nodiscard]] std::int64_t qtyAt(std::int64_t tick) const;

    // Of a price that has orders.
    Level& at(std::int64_t tick) { return inWindow(tick) ? m_level[index(tick)] : m_far.find(tick)->second; }

    // Appends an order, whose record is `order`, to the queue at `tick`; returns the level.
    Level& push(unsigned side, std::int64_t tick, Slot slot, OrderRecord& order, std::int64_t qty)
    {
        Level& level = inWindow(tick) ? m_level[index(tick)] : farLevel(tick);
        std::uint32_t entry = level.end;
        if ((entry & OrderChunk::placeMask) == 0) [[unlikely]] {
            entry = appendChunk(level, side, tick);
        }
        OrderChunk& chunk = m_chunks[entry >> OrderChunk::shift];
        const std::uint32_t place = entry & OrderChunk::placeMask;
        chunk.mask = static_cast<std::uint16_t>(chunk.mask | (1U << place));
        chunk.at(place) = slot;
        level.end = entry + 1;
        level.qty += qty;
        order.entry = entry;
        order.queued = qty;
        return level;
    }

    // Takes an order out; returns what its price has left in the queue.
    std::int64_t erase(OrderRecord const& order)
    {
        const std::uint32_t at = order.entry >> OrderChunk::shift;
        OrderChunk& chunk = m_chunks[at];
        Level& level = this->at(chunk.tick);
        const std::int64_t left = level.qty -= order.queued;
        chunk.mask = static_cast<std::uint16_t>(chunk.mask & ~(1U << (order.entry & OrderChunk::placeMask)));
        if (chunk.mask == 0) [[unlikely]] {
            dropChunk(level, at);
        }
        return left;
    }

    // Makes an order smaller where it stands; returns what its price has left.
    std::int64_t reduce(OrderRecord& order, std::int64_t by)
    {
        order.queued -= by;
        return at(tickOf(order)).qty -= by;
    }

    [[nodiscard]] std::int64_t tickOf(OrderRecord const& order) const
    {
        return m_chunks[order.entry >> OrderChunk::shift].tick;
    }

    // What stands before an order in its queue.
    [[nodiscard]] std::int64_t ahead(OrderRecord const& order) const;

    // Unlinks the first chunk of a queue that has more; returns the next.
    std::uint32_t dropHead(Level& level, std::uint32_t chunk)
    {
        const std::uint32_t next = m_chunks[chunk].next;
        level.head = next;
        m_chunks[next].prev = 0;
        m_pool.giveChunk(chunk);
        return next;
    }

    // Unlinks the only chunk of the best level of a side, and the level.
    void dropLast(Level& level, std::uint32_t chunk, unsigned side)
    {
        const std::int64_t tick = m_chunks[chunk].tick;
        m_pool.giveChunk(chunk);
        level.head = 0;
        level.end = 0;
        if (inWindow(tick)) [[likely]] {
            clearBit(index(tick));
        } else {
            m_far.erase(tick);
        }
        m_best[side] = next(side, tick);
    }

    // Unlinks a chunk that has no live entry, and the level when it was the last.
    void dropChunk(Level& level, std::uint32_t chunk);

    // The next price with orders, beyond `tick` in the direction that is worse for `side`.
    [[nodiscard]] std::int64_t next(unsigned side, std::int64_t tick) const
    {
        // Nearly always it is one whose bit is in the same word.
        if (inWindow(tick) && m_far.empty()) {
            const std::size_t at = index(tick) % 64;
            const std::uint64_t word = m_bits[index(tick) / 64];
            const std::uint64_t rest = side == 0 ? word << 1U << (63 - at) : word >> 1U >> at;
            if (rest != 0) [[likely]] {
                return side == 0 ? tick - 1 - std::countl_zero(rest) : tick + 1 + std::countr_zero(rest);
            }
        }
        return side == 0 ? below(tick) : above(tick);
    }

    // The orders of a price, oldest first, until `visit(slot)` returns false.
    template <class Visit>
    bool eachEntry(std::int64_t tick, Visit&& visit) const
    {
        for (std::uint32_t at = levelAt(tick).head; at != 0; at = m_chunks[at].next) {
            OrderChunk const& chunk = m_chunks[at];
            for (unsigned live = chunk.mask; live != 0; live &= live - 1) {
                if (!visit(chunk.first(live))) {
                    return false;
                }
            }
        }
        return true;
    }

    [[gnu::always_inline]] void prefetchLevel(std::int64_t tick) const
    {
        __builtin_prefetch(&m_level[index(tick) & m_mask], 1);
    }

    [[gnu::always_inline]] void prefetchChunk(OrderRecord const& order) const
    {
        __builtin_prefetch(&m_chunks[order.entry >> OrderChunk::shift], 1);
    }

    [[gnu::always_inline]] void prefetchEnd(std::int64_t tick) const
    {
        __builtin_prefetch(&m_chunks[m_level[index(tick) & m_mask].end >> OrderChunk::shift], 1);
    }

private:
    static constexpr std::uint32_t widest = 1U << 16U;
    static constexpr int farPushesBeforeMove = 64;
    static constexpr std::size_t farLevelsBeforeWider = 32;

    [[nodiscard]] bool inWindow(std::int64_t tick) const
    {
        return static_cast<std::uint64_t>(tick - m_low) <= m_mask;
    }

    [[nodiscard]] std::size_t index(std::int64_t tick) const
    {
        return static_cast<std::size_t>(tick - m_low);
    }

    [[nodiscard]] std::int64_t tickAt(std::size_t index) const
    {
        return m_low + static_cast<std::int64_t>(index);
    }

    [[nodiscard]] Level const& levelAt(std::int64_t tick) const;
    [[gnu::cold]] Level& farLevel(std::int64_t tick);
    std::uint32_t appendChunk(Level& level, unsigned side, std::int64_t tick);
    [[nodiscard]] std::int64_t above(std::int64_t tick) const;
    [[nodiscard]] std::int64_t below(std::int64_t tick) const;
    [[nodiscard]] std::size_t bitFrom(std::size_t index) const;
    [[nodiscard]] std::size_t bitUpTo(std::size_t index) const;
    void setBit(std::size_t index);

    void clearBit(std::size_t index)
    {
        if ((m_bits[index / 64] &= ~(std::uint64_t{1} << (index % 64))) == 0) {
            m_words[index / 4096] &= ~(std::uint64_t{1} << (index / 64 % 64));
        }
    }

    void moveWindow(std::int64_t middle);
    void place(std::int64_t low, std::size_t width);

    static constexpr std::size_t noBit = ~std::size_t{0};

    std::int64_t m_best[2] = {noBid, noAsk};
    std::int64_t m_low = 0; // the lowest tick of the window
    std::size_t m_mask;     // its width less one
    Level* m_level;         // of m_levels
    OrderChunk* m_chunks;   // of the pool, as are these
    OrderRecord* m_records;
    OrderPool& m_pool;
    std::vector<Level> m_levels;
    std::vector<std::uint64_t> m_bits;  // a bit a level
    std::vector<std::uint64_t> m_words; // a bit a word of m_bits
    std::pmr::map<std::int64_t, Level> m_far;
    std::vector<std::pair<std::int64_t, Level>> m_moving; // room for moveWindow
    int m_farPushes = 0;
};

} // namespace qob
