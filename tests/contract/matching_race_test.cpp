// The fast book against the naive one: the same random commands, the same events and the same state. Where
// they differ the failure shows a short case in the language of tests/scenario. QOB_RACE_SEEDS: how many
// seeds (default 100); QOB_RACE_FIRST: the first one.

#include "engine/book/ladder_book.h"
#include "tests/support/book_race.h"
#include "tests/support/naive_book.h"

#include <gtest/gtest.h>

#include <cstdlib>

namespace qob::test {
namespace {

constexpr int stepsPerSeed = 1500;

std::uint64_t setting(char const* name, std::uint64_t otherwise)
{
    char const* text = std::getenv(name); // NOLINT(concurrency-mt-unsafe): one thread
    return text ? std::strtoull(text, nullptr, 10) : otherwise;
}

template <class Book>
std::unique_ptr<MatchingBook> make(BookRules const& rules)
{
    return std::make_unique<Book>(rules);
}

// Empty, or how they came apart.
std::string race(std::uint64_t seed)
{
    RaceStyle const style = styleOf(seed);
    RandomChance chance(seed);
    RandomCommands commands(style, chance);
    BookRace race(style.rules, make<LadderBook>, make<NaiveBook>);
    std::vector<RaceStep> steps;
    for (int i = 0; i < stepsPerSeed; ++i) {
        steps.push_back({commands.next(race.model()), chance.below(200) == 0});
        std::string const wrong = race.step(steps.back(), i % 8 == 0);
        if (!wrong.empty()) {
            std::string const shorter = explainRace(style.rules, steps, make<LadderBook>, make<NaiveBook>);
            return "seed " + std::to_string(seed) + ", step " + std::to_string(i) + "\n" +
                   (shorter.empty() ? wrong : shorter);
        }
    }
    return "";
}

TEST(MatchingRace, LadderAndNaiveDoTheSame)
{
    std::uint64_t const first = setting("QOB_RACE_FIRST", 1);
    std::uint64_t const seeds = setting("QOB_RACE_SEEDS", 100);
    for (std::uint64_t seed = first; seed < first + seeds; ++seed) {
        if (auto const wrong = race(seed); !wrong.empty()) {
            FAIL() << wrong;
        }
    }
}

} // namespace
} // namespace qob::test
