#pragma once

#include "tests/support/random_commands.h"
#include "tests/support/scenario.h"

namespace qob::test {

struct RaceStep {
    Command command;
    bool restart = false; // before it, each book is made anew from the other's image
};

// Two books that are given the same commands and must do the same.
class BookRace {
public:
    BookRace(BookRules const& rules, BookMaker make, BookMaker makeModel);

    // Empty, or how the book differs from the model (or what both do wrong). `wholly`: the images as well.
    std::string step(RaceStep const& step, bool wholly);

    [[nodiscard]] MatchingBook const& model() const { return *m_model; }

private:
    [[nodiscard]] std::string compareEvents() const;
    [[nodiscard]] std::string compareImages() const;
    void follow(Command const& command);
    void restart();

    BookRules m_rules;
    BookMaker m_make;
    BookMaker m_makeModel;
    std::unique_ptr<MatchingBook> m_book;
    std::unique_ptr<MatchingBook> m_model;
    BookEvents m_bookEvents;
    BookEvents m_modelEvents;
    BookWatch m_watch;
    std::map<OwnerId, Qty> m_positions; // by the trades told
};

// Races through the steps; where the books differ, the answer is a case in the language of tests/scenario, as
// short as leaving out steps makes it, and how they differ at its end. Empty if they do not.
std::string explainRace(
    BookRules const& rules, std::vector<RaceStep> steps, BookMaker const& make, BookMaker const& makeModel
);

} // namespace qob::test
