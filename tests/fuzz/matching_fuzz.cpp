// Bytes as commands for a matching book: the fast and the naive one must do the same, and keep to what every
// book must keep to.

#include "engine/base/check.h"
#include "engine/book/ladder_book.h"
#include "tests/support/book_race.h"
#include "tests/support/naive_book.h"

#include <cstddef>
#include <cstdint>
#include <iostream>

using namespace qob;
using namespace qob::test;

namespace {

class ByteChance final : public Chance {
public:
    ByteChance(std::uint8_t const* data, std::size_t size) : m_data(data), m_size(size) {}

    [[nodiscard]] bool empty() const { return m_at >= m_size; }

    std::int64_t below(std::int64_t n) override
    {
        std::int64_t value = 0;
        for (std::int64_t range = 1; range < n && !empty(); range *= 256) {
            value = value * 256 + m_data[m_at++];
        }
        return value % n;
    }

private:
    std::uint8_t const* m_data;
    std::size_t m_size;
    std::size_t m_at = 0;
};

template <class Book>
std::unique_ptr<MatchingBook> make(BookRules const& rules)
{
    return std::make_unique<Book>(rules);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size)
{
    ByteChance chance(data, size);
    RaceStyle const style = styleOf(static_cast<std::uint64_t>(chance.below(6)));
    RandomCommands commands(style, chance);
    BookRace race(style.rules, make<LadderBook>, make<NaiveBook>);
    std::vector<RaceStep> steps;
    while (!chance.empty()) {
        steps.push_back({commands.next(race.model()), chance.below(64) == 1});
        std::string const wrong = race.step(steps.back(), true);
        if (!wrong.empty()) {
            std::cerr << explainRace(style.rules, steps, make<LadderBook>, make<NaiveBook>) << '\n';
            CHECK(wrong.empty());
        }
    }
    return 0;
}
