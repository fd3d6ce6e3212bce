#pragma once

#include "engine/base/rng.h"
#include "tests/support/book_command.h"

#include <span>

namespace qob::test {

// Where the numbers come from: chance, or the bytes of a fuzzer.
class Chance {
public:
    virtual ~Chance() = default;

    // In [0, n); n > 0.
    virtual std::int64_t below(std::int64_t n) = 0;

    std::int64_t between(std::int64_t low, std::int64_t high) { return low + below(high - low + 1); }

    bool in100(std::int64_t percent) { return below(100) < percent; }

    // An index, each as often as its weight says.
    std::size_t weighted(std::span<int const> weights);

    std::size_t weighted(std::initializer_list<int> weights)
    {
        return weighted(std::span(weights.begin(), weights.size()));
    }
};

class RandomChance final : public Chance {
public:
    explicit RandomChance(std::uint64_t seed) : m_rng(seed) {}

    std::int64_t below(std::int64_t n) override { return m_rng.below(n); }

private:
    Rng m_rng;
};

// What kind of trading a race has.
struct RaceStyle {
    BookRules rules;
    std::int64_t middle = 100; // ticks
    bool wide = false;         // prices up to 10^12
    int lists = 6;             // weight among commands
    int states = 2;
    int stops = 16; // weight among types
    int pegs = 8;
    int instructions = 50; // percent of orders that have any
};

// One of several kinds, in turn.
RaceStyle styleOf(std::uint64_t seed);

// Commands of few owners around few prices, so that much happens between them.
class RandomCommands {
public:
    RandomCommands(RaceStyle const& style, Chance& chance);

    // The next one, in view of what the book holds.
    Command next(MatchingBook const& book);

private:
    Command change(BookImage const& image);
    BookOrder order(BookImage const& image);
    OrdType type();
    void price(BookOrder& order);
    void instruct(BookOrder& order, BookImage const& image);
    void spoil(BookOrder& order);
    ListCommand list(BookImage const& image);
    void giveSlots(ListCommand& list, BookImage const& image);
    BookReplace replace(BookImage const& image);
    BookMassCancel massCancel();
    TradingState state(TradingState now);
    PriceBand band();

    OrderId freshId(BookImage const& image);
    OrderId someId(BookImage const& image);
    OwnerId someOwner();
    OwnerId ownerOf(OrderId order, BookImage const& image);
    Side someSide();
    Price somePrice();
    Price ticks(std::int64_t most);
    Qty someQty();

    RaceStyle m_style;
    Chance& m_chance;
    std::int64_t m_anchor;   // ticks
    std::int64_t m_time = 0; // the book's
    std::map<std::uint64_t, std::uint64_t> m_generations;
};

} // namespace qob::test
