#pragma once

#include "engine/api/types.h"
#include "engine/base/error.h"

#include <algorithm>
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
    Price price;
    Qty qty;
    // What the price shows after the event, on `side`; of a Trade, on the maker's side.
    Qty levelQty = noLevel;
    Qty leaves;
    OrderId maker;   // Trade, Prevented
    Qty makerLeaves; // Trade, Prevented

    friend bool operator==(BookEvent const&, BookEvent const&) = default;
};

// Where books write what happens: a ring of events, numbered from 0 on without a hole. Its reader takes all
// of them at a time, so it starts over at its first place every time, which is still in the cache. It is
// allocated once; only a call that causes more events than it has room for makes it larger, so that nothing
// is ever lost. One thread writes and reads.
class BookEvents {
public:
    explicit BookEvents(std::size_t capacity = 256) : m_room(std::max<std::size_t>(capacity, 1))
    {
        m_next = m_room.data();
        m_end = m_next + m_room.size();
    }

    BookEvents(BookEvents const&) = delete;
    BookEvents& operator=(BookEvents const&) = delete;

    // The next event's place, to be filled in whole.
    BookEvent& push()
    {
        if (m_next == m_end) [[unlikely]] {
            grow();
        }
        return *m_next++;
    }

    // Those not yet cleared: [first(), next()).
    [[nodiscard]] std::uint64_t first() const { return m_clearedBytes / sizeof(BookEvent); }

    [[nodiscard]] std::uint64_t next() const { return first() + size(); }

    [[nodiscard]] bool empty() const { return m_next == m_room.data(); }

    [[nodiscard]] std::size_t size() const { return static_cast<std::size_t>(m_next - m_room.data()); }

    [[nodiscard]] BookEvent const& operator[](std::uint64_t sequence) const
    {
        return m_room[sequence - first()];
    }

    template <class Visit>
    void each(Visit&& visit) const
    {
        for (std::size_t at = 0; m_room.data() + at < m_next; ++at) {
            visit(m_room[at]);
        }
    }

    // They have been read.
    void clear()
    {
        m_clearedBytes += static_cast<std::uint64_t>(
            reinterpret_cast<std::byte const*>(m_next) - reinterpret_cast<std::byte const*>(m_room.data())
        );
        m_next = m_room.data();
    }

private:
    [[gnu::cold]] void grow();

    BookEvent* m_next;
    BookEvent* m_end;
    std::uint64_t m_clearedBytes = 0; // of all events read so far: a number without a division
    std::vector<BookEvent> m_room;
};

} // namespace qob
