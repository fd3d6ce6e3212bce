#pragma once

#include "engine/book/matching_book.h"

#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace qob::test {

// One case of a scenario file (tests/scenario/README.md has the language).
struct ScenarioCase {
    struct Line {
        int number = 0;
        std::string text;
    };

    std::string file; // without the folder
    std::string name;
    std::vector<Line> lines;
};

// The cases of all .txt files of a folder, file by file.
std::vector<ScenarioCase> readScenarios(std::filesystem::path const& folder);

using BookMaker = std::function<std::unique_ptr<MatchingBook>(BookRules const&)>;

// Runs a case; the answer is empty, or says where it failed, what was expected and what came. `restarts`:
// after each call the book is replaced by a new one made from its image.
std::string runScenario(ScenarioCase const& scenario, BookMaker const& makeBook, bool restarts);

} // namespace qob::test
