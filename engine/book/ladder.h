#pragma once

#include "engine/book/order_pool.h"

#include <limits>
#include <map>

namespace qob {

// The queues of one book by price, both sides in one array, since in a book that is not crossed a price has
// orders of one side only:
//
//   level   window: one 16-byte level a tick, indexed by tick & mask      far: std::map, for the few
//   array   [ .. | head tail qty | .. ]  tick in [low, low + width)        prices outside the window
//                    |    \______________________
//   chunks      [11 orders] <-> [11 orders] <-> [11 orders]   oldest first; a cache line each:
//                                                            next prev tick mask used slots
//   bitmap  a bit a level that has orders, and a bit above it for each 64
//
// The window follows the best prices: after some orders beyond it, it is moved, and made wider if that is not
// enough. So a book costs kilobytes, and no price is out of reach. An order is found again by its entry,
// chunk * 16 + place in the chunk; its quantity is in its record. Sides: 0 buy, 1 sell. One thread.
class Ladder {
public:
    static constexpr std::int64_t noBid = -1;
    static constexpr std::int64_t noAsk = std::numeric_limits<std::int64_t>::max();

    struct Level {
        std::uint32_t head; // chunks; 0: no orders
        std::uint32_t tail;
        std::int64_t qty; // sum of what is in the queue
    };

    explicit Ladder(OrderPool& pool, std::uint32_t width = 1024);

    // noBid or noAsk when the side is empty.
    [[nodiscard]] std::int64_t best(unsigned side) const { return m_best[side]; }

    [[nodiscard]] bool empty() const { return m_best[0] == noBid && m_best[1] == noAsk; }

    // Of a price that may have no orders.
    [[nodiscard]] std::int64_t qtyAt(std::int64_t tick) const;

    // Of a price that has orders.
    Level& at(std::int64_t tick) { return inWindow(tick) ? m_level[index(tick)] : m_far.find(tick)->second; }

    // Appends an order to the queue at `tick`; returns the level.
    Level& push(unsigned side, std::int64_t tick, Slot slot, std::int64_t qty)
    {
        Level& level = inWindow(tick) ? m_level[index(tick)] : farLevel(tick);
        std::uint32_t at = level.tail;
        if (m_chunks[at].used == OrderChunk::capacity) [[unlikely]] { // chunk 0, which is none, is full
            at = appendChunk(level, tick);
        }
        OrderChunk& chunk = m_chunks[at];
        const std::uint32_t place = chunk.used++;
        chunk.mask = static_cast<std::uint16_t>(chunk.mask | (1U << place));
        chunk.slot[place] = slot;
        level.qty += qty;
        m_records[slot].entry = (at << OrderChunk::shift) + place;
        m_records[slot].queued = qty;
        // The better of the two without a branch on the side: for sells the order of ticks is turned round.
        const std::int64_t turn = -static_cast<std::int64_t>(side);
        const std::int64_t now = m_best[side];
        m_best[side] = (now ^ turn) > (tick ^ turn) ? now : tick;
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

    // Unlinks a chunk that has no live entry, and the level when it was the last.
    void dropChunk(Level& level, std::uint32_t chunk);

    // The next price with orders, beyond `tick` in the direction that is worse for `side`.
    [[nodiscard]] std::int64_t next(unsigned side, std::int64_t tick) const
    {
        return side == 0 ? below(tick) : above(tick);
    }

    // The orders of a price, oldest first, until `visit(slot)` returns false.
    template <class Visit>
    bool eachEntry(std::int64_t tick, Visit&& visit) const
    {
        for (std::uint32_t at = levelAt(tick).head; at != 0; at = m_chunks[at].next) {
            OrderChunk const& chunk = m_chunks[at];
            for (unsigned live = chunk.mask; live != 0; live &= live - 1) {
                auto const place = static_cast<unsigned>(std::countr_zero(live));
                if (!visit(chunk.slot[place])) {
                    return false;
                }
            }
        }
        return true;
    }

    [[gnu::always_inline]] void prefetchLevel(std::int64_t tick) const
    {
        __builtin_prefetch(&m_level[index(tick)], 1);
    }

    [[gnu::always_inline]] void prefetchTail(std::int64_t tick) const
    {
        __builtin_prefetch(&m_chunks[m_level[index(tick)].tail], 1);
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
        return static_cast<std::size_t>(tick) & m_mask;
    }

    [[nodiscard]] std::int64_t tickAt(std::size_t index) const
    {
        return m_low + static_cast<std::int64_t>((index - static_cast<std::size_t>(m_low)) & m_mask);
    }

    [[nodiscard]] Level const& levelAt(std::int64_t tick) const;
    Level& farLevel(std::int64_t tick);
    std::uint32_t appendChunk(Level& level, std::int64_t tick);
    [[nodiscard]] std::int64_t above(std::int64_t tick) const;
    [[nodiscard]] std::int64_t below(std::int64_t tick) const;
    [[nodiscard]] std::size_t bitFrom(std::size_t index) const;
    [[nodiscard]] std::size_t bitUpTo(std::size_t index) const;
    void setBit(std::size_t index);
    void clearBit(std::size_t index);
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
