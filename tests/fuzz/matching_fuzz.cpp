// Bytes as commands for a matching book: the fast and the naive one must do the same, and keep to what every
// book must keep to.

#include "engine/base/check.h"
#include "engine/book/ladder_book.h"
#include "tests/support/book_race.h"
#include "tests/support/byte_chance.h"
#include "tests/support/naive_book.h"

#include <iostream>

using namespace qob;
using namespace qob::test;

namespace {

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
