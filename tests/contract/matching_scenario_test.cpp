// The cases of tests/scenario, each over every book, and over books that are made anew from their image after
// each call.

#include "engine/book/ladder_book.h"
#include "tests/support/naive_book.h"
#include "tests/support/scenario.h"

#include <gtest/gtest.h>

#include <cctype>

namespace qob::test {

// How a case is told in a failure.
void PrintTo(ScenarioCase const& scenario, std::ostream* out)
{
    *out << scenario.file << ": " << scenario.name;
}

namespace {

class MatchingScenario : public testing::TestWithParam<ScenarioCase> {};

template <class Book>
std::unique_ptr<MatchingBook> make(BookRules const& rules)
{
    return std::make_unique<Book>(rules);
}

template <class Book>
void run(ScenarioCase const& scenario)
{
    for (bool const restarts : {false, true}) {
        if (auto const wrong = runScenario(scenario, make<Book>, restarts); !wrong.empty()) {
            ADD_FAILURE() << (restarts ? "made anew from its image after each call, " : "") << wrong;
        }
    }
}

std::string nameOf(testing::TestParamInfo<ScenarioCase> const& info)
{
    std::string const file = info.param.file.substr(0, info.param.file.find('.'));
    std::string name = file + "_" + info.param.name;
    for (char& c : name) {
        c = std::isalnum(static_cast<unsigned char>(c)) != 0 ? c : '_';
    }
    return name;
}

TEST_P(MatchingScenario, Ladder)
{
    run<LadderBook>(GetParam());
}

TEST_P(MatchingScenario, Naive)
{
    run<NaiveBook>(GetParam());
}

INSTANTIATE_TEST_SUITE_P(Book, MatchingScenario, testing::ValuesIn(readScenarios(QOB_SCENARIOS)), nameOf);

} // namespace
} // namespace qob::test
