#pragma once

#include "engine/base/paged_array.h"
#include "engine/book/matching_book.h"

#include <array>
#include <memory_resource>
#include <vector>

namespace qob {

// The low half of an OrderId.
using Slot = std::uint32_t;

constexpr Slot slotOf(OrderId id)
{
    return static_cast<Slot>(id.value);
}

constexpr std::uint32_t generationOf(OrderId id)
{
    return static_cast<std::uint32_t>(id.value >> 32U);
}

constexpr OrderId makeOrderId(Slot slot, std::uint32_t generation)
{
    return OrderId((static_cast<std::uint64_t>(generation) << 32U) | slot);
}

// Hands out order ids: the slot given back last is used first, as it is still in the cache.
class OrderIds {
public:
    OrderId take()
    {
        if (m_free.empty()) {
            m_generations.push_back(1);
            return makeOrderId(static_cast<Slot>(m_generations.size() - 1), 1);
        }
        const Slot slot = m_free.back();
        m_free.pop_back();
        return makeOrderId(slot, m_generations[slot]);
    }

    void give(OrderId id)
    {
        ++m_generations[slotOf(id)];
        m_free.push_back(slotOf(id));
    }

    void reserve(std::size_t orders)
    {
        m_generations.reserve(orders);
        m_free.reserve(orders);
    }

    // All it knows: the next generation by slot, and the slots that are free, the one used next last.
    [[nodiscard]] std::vector<std::uint32_t> const& generations() const { return m_generations; }

    [[nodiscard]] std::vector<Slot> const& freeSlots() const { return m_free; }

    // What was reserved stays.
    void restore(std::vector<std::uint32_t> const& generations, std::vector<Slot> const& freeSlots)
    {
        m_generations = generations;
        m_free = freeSlots;
    }

private:
    std::vector<std::uint32_t> m_generations; // of the next order in the slot
    std::vector<Slot> m_free;
};

// What every live order needs, two to a cache line.
struct OrderRecord {
    // Nowhere: the slot is free. Entering: on its way through the book.
    enum class Place : std::uint8_t { Nowhere, Entering, Lit, Dark, AllOrNone, Stop, Auction, Peg, Held };

    static constexpr std::uint8_t hasTerms = 1; // its OrderTerms are in use
    static constexpr std::uint8_t careful = 2;  // more than a fill can happen when it trades
    static constexpr std::uint8_t hasTotal = 4; // its OrderQty is in `totals`; else it is what is queued
    static constexpr unsigned bookShift = 48;

    std::uint32_t generation;
    OwnerId owner;
    std::uint32_t entry; // Lit, Dark: where in the ladder
    Place place;
    std::uint8_t side; // 0 buy, 1 sell
    TimeInForce timeInForce;
    std::uint8_t flags : 4;
    SelfTrade selfTrade : 4;
    std::int64_t queued;      // Lit, Dark: what is in the queue; of an iceberg, what it shows
    std::uint64_t acceptance; // rank of acceptance in its book; the book's number in the high 16 bits

    [[nodiscard]] bool is(std::uint8_t flag) const { return (flags & flag) != 0; }
};

static_assert(sizeof(OrderRecord) == 32);

// What only some orders need; in step with the records, touched for those alone.
struct OrderTerms {
    BookOrder order;     // as it stands now, but for the quantity
    std::int64_t leaves; // all of it, also what an iceberg does not show
    std::uint64_t stamp; // Stop, Auction: rank in the queue it waits in
    OrderId listHead;    // null: in no list
};

// Eleven orders of one price in order of arrival, at the places 5 to 15: so the entry behind the last place,
// chunk * 16 + 16, is no place of this chunk and shows by its low bits that there is no room. A cancel clears
// one bit of the mask.
struct alignas(64) OrderChunk {
    static constexpr std::uint32_t capacity = 11;
    static constexpr unsigned shift = 4; // of an entry: what is below it is the place in the chunk
    static constexpr std::uint32_t placeMask = (1U << shift) - 1;
    static constexpr std::uint32_t firstPlace = placeMask + 1 - capacity;

    std::uint32_t next; // 0: none
    std::uint32_t prev;
    std::int64_t tick;
    std::uint16_t mask; // which places are live
    std::array<Slot, capacity> slot;

    [[nodiscard]] Slot& at(std::uint32_t place) { return slot[place - firstPlace]; }

    // The oldest order of those in `live`, which has any.
    [[nodiscard]] Slot first(unsigned live) const
    {
        return slot[static_cast<unsigned>(__builtin_ctz(live)) - firstPlace];
    }
};

static_assert(sizeof(OrderChunk) == 64);

// What a dry run notes of orders and owners; a note is good in the run whose number it has.
struct DryRunNotes {
    struct Maker {
        Slot slot;
        std::int64_t inPlace;
        std::int64_t leaves;
    };

    struct Moved {
        std::uint64_t run;
        std::int64_t qty;
    };

    static constexpr std::size_t maxOwners = 1U << 20U;

    explicit DryRunNotes(std::uint32_t orders) : goneIn(orders), moved(maxOwners) {}

    std::uint64_t run = 0;
    PagedArray<std::uint64_t> goneIn; // by slot
    PagedArray<Moved> moved;          // by owner: the position, by the trades of the run
    std::vector<Maker> queue;         // of the level being taken
};

// The memory of all orders of one or many books. One thread.
struct OrderPool {
    explicit OrderPool(std::uint32_t orders, bool hugePages = false)
        : maxOrders(orders)
        , records(orders, hugePages)
        , totals(orders)
        , terms(orders)
        , chunks(std::size_t{orders} * 2 + 2, hugePages)
        , notes(orders)
    {}

    std::uint32_t takeChunk()
    {
        const std::uint32_t chunk = freeChunk;
        if (chunk != 0) {
            freeChunk = chunks[chunk].next;
            return chunk;
        }
        return ++lastChunk;
    }

    void giveChunk(std::uint32_t chunk)
    {
        chunks[chunk].next = freeChunk;
        freeChunk = chunk;
    }

    std::uint32_t maxOrders;
    PagedArray<OrderRecord> records;
    PagedArray<std::int64_t> totals; // OrderQty, fills included, of those that have changed
    PagedArray<OrderTerms> terms;
    PagedArray<OrderChunk> chunks; // 0 is no chunk
    DryRunNotes notes;
    std::uint32_t freeChunk = 0;
    std::uint32_t lastChunk = 0;
    std::uint32_t books = 0;
    std::pmr::unsynchronized_pool_resource memory; // of the small sets that special orders wait in
};

} // namespace qob
