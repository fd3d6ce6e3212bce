// Books that share one pool of orders, as an exchange's do: each does what a naive book does that has it all
// to itself.

#include "engine/book/ladder_book.h"
#include "tests/support/naive_book.h"
#include "tests/support/random_commands.h"

#include <gtest/gtest.h>

#include <array>

namespace qob::test {
namespace {

constexpr std::size_t books = 3;
constexpr std::uint32_t slotsEach = 128;

// The generator of each book knows slots below slotsEach only; in the pool they lie behind each other.
OrderId moved(OrderId id, std::int64_t slots)
{
    return id == OrderId() ? id : OrderId(id.value + static_cast<std::uint64_t>(slots));
}

struct Mover {
    std::int64_t slots;

    void operator()(BookOrder& order) const { order.id = moved(order.id, slots); }

    void operator()(ListCommand& list) const
    {
        for (BookOrder& order : list.orders) {
            (*this)(order);
        }
    }

    void operator()(CancelCommand& cancel) const { cancel.order = moved(cancel.order, slots); }

    void operator()(BookReplace& replace) const { replace.order = moved(replace.order, slots); }

    void operator()(auto& /*names no order*/) const {}
};

class PooledBook {
public:
    PooledBook(std::uint64_t seed, std::size_t number, OrderPool& pool)
        : m_slots(static_cast<std::int64_t>(number * slotsEach))
        , m_style(styleOf(seed + number))
        , m_chance(seed * 10 + number)
    {
        m_style.rules.maxOrders = slotsEach;
        m_style.rules.instrument = InstrumentId(static_cast<std::uint32_t>(number));
        BookRules shared = m_style.rules;
        shared.maxOrders = slotsEach * books;
        m_fast = std::make_unique<LadderBook>(shared, pool);
        m_slow = std::make_unique<NaiveBook>(m_style.rules);
        m_commands = std::make_unique<RandomCommands>(m_style, m_chance);
    }

    // Whether both did the same; counts what they traded.
    bool step(std::size_t& trades)
    {
        Command command = m_commands->next(*m_slow);
        BookEvents expected;
        BookEvents events;
        applyTo(*m_slow, command, expected);
        std::visit(Mover{m_slots}, command);
        applyTo(*m_fast, command, events);
        if (events.next() != expected.next()) {
            return false;
        }
        for (auto at = events.first(); at != events.next(); ++at) {
            BookEvent event = events[at];
            event.order = moved(event.order, -m_slots);
            event.maker = moved(event.maker, -m_slots);
            if (event != expected[at]) {
                return false;
            }
            trades += static_cast<std::size_t>(event.kind == BookEvent::Kind::Trade);
        }
        return true;
    }

    [[nodiscard]] bool sameState() const
    {
        BookImage image = m_fast->image();
        for (OrderImage& at : image.orders) {
            at.order.id = moved(at.order.id, -m_slots);
            at.listHead = moved(at.listHead, -m_slots);
        }
        return image == m_slow->image();
    }

private:
    std::int64_t m_slots;
    RaceStyle m_style;
    RandomChance m_chance;
    std::unique_ptr<LadderBook> m_fast;
    std::unique_ptr<NaiveBook> m_slow;
    std::unique_ptr<RandomCommands> m_commands;
};

TEST(MatchingPool, BooksOfOnePoolDoNotTouchEachOther)
{
    std::size_t trades = 0;
    for (std::uint64_t seed = 1; seed <= 20; ++seed) {
        OrderPool pool(slotsEach * books);
        std::array<std::unique_ptr<PooledBook>, books> all;
        for (std::size_t i = 0; i < books; ++i) {
            all[i] = std::make_unique<PooledBook>(seed, i, pool);
        }
        RandomChance pick(seed);
        for (int i = 0; i < 3'000; ++i) {
            auto& book = *all[static_cast<std::size_t>(pick.below(books))];
            ASSERT_TRUE(book.step(trades)) << "seed " << seed << ", step " << i;
            ASSERT_TRUE(i % 16 != 0 || book.sameState()) << "seed " << seed << ", step " << i;
        }
    }
    EXPECT_GT(trades, 1'000U);
}

} // namespace
} // namespace qob::test
