#pragma once

#include "engine/api/types.h"
#include "engine/base/error.h"

#include <bit>
#include <cstddef>
#include <vector>

namespace qob {

// One thing that happened in a matching book. Fields not named for a kind are zero.
struct BookEvent {
    enum class Kind : std::uint8_t {
        Accepted,  // order, side, price, qty; leaves = what it shows now at its price
        Rejected,  // order, reason: of an order, a cancel or a replace; nothing changed
        Rested,    // order, side, price; leaves = what it shows: what was left came to rest
        Trade,     // order = taker, maker; side = the taker's; price = the maker's; qty; both leaves
        Prevented, // as Trade, but it was a self-trade and both only lost the quantity
        Canceled,  // order, side, price, qty = what was left; reason when nobody asked
        Pulled,    // order, side, price, qty = what it showed: it left its place, to go elsewhere
        Replaced,  // order, side, price, qty = the new total; leaves = what it shows now
        Restated,  // order, side, price, qty = total, leaves: changed by the venue
        Refilled,  // order, side, price, qty = what is shown anew: an iceberg, now last in its queue
        Triggered, // order, side, price = the trigger
        Uncrossed, // price, qty: the auction's
    };

    // Of levelQty: no shown level changed.
    static constexpr Qty noLevel{-1};

    Kind kind{};
    Side side{};
    ErrorCode reason{}; // ErrorCode() where there is none
    InstrumentId instrument;
    OwnerId owner;
    OwnerId makerOwner; // Trade, Prevented
    OrderId order;
    OrderId maker; // Trade, Prevented
    Price price;
    Qty qty;
    Qty leaves;
    Qty makerLeaves; // Trade, Prevented
    // What the price shows after the event, on `side`; of a Trade, on the maker's side.
    Qty levelQty = noLevel;

    friend bool operator==(BookEvent const&, BookEvent const&) = default;
};

// Where books write what happens: a ring of events, numbered from 0 on without a hole. It is allocated once;
// only a call that causes more events than it has room for makes it larger, so that nothing is ever lost. One
// thread writes and reads.
class BookEvents {
public:
    explicit BookEvents(std::size_t capacity = 256) : m_storage(std::bit_ceil(capacity)) { adopt(); }

    BookEvents(BookEvents const&) = delete;
    BookEvents& operator=(BookEvents const&) = delete;

    // The next event's place, to be filled in whole.
    BookEvent& push()
    {
        if (m_next - m_first > m_mask) [[unlikely]] {
            grow();
        }
        return m_slots[m_next++ & m_mask];
    }

    // Those not yet cleared: [first(), next()).
    [[nodiscard]] std::uint64_t first() const { return m_first; }

    [[nodiscard]] std::uint64_t next() const { return m_next; }

    [[nodiscard]] bool empty() const { return m_first == m_next; }

    [[nodiscard]] std::size_t size() const { return m_next - m_first; }

    [[nodiscard]] BookEvent const& operator[](std::uint64_t sequence) const
    {
        return m_slots[sequence & m_mask];
    }

    template <class Visit>
    void each(Visit&& visit) const
    {
        for (auto at = m_first; at != m_next; ++at) {
            visit((*this)[at]);
        }
    }

    // They have been read.
    void clear() { m_first = m_next; }

private:
    void grow();

    void adopt()
    {
        m_slots = m_storage.data();
        m_mask = m_storage.size() - 1;
    }

    BookEvent* m_slots = nullptr;
    std::uint64_t m_mask = 0;
    std::uint64_t m_first = 0;
    std::uint64_t m_next = 0;
    std::vector<BookEvent> m_storage; // a power of two
};

} // namespace qob
