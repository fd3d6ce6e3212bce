#pragma once

#include "engine/base/expected.h"
#include "engine/base/log.h"

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace qob {

// The program's settings, each with its default. Filled from a TOML file, then QOB_* variables, then flags;
// the later one wins. The keys are `section.name` in TOML, `QOB_SECTION_NAME` in the environment and
// `--set section.name=value` on the command line. Keys that do not exist are refused with the nearest one
// that does.
struct Config {
    // [sim]
    std::uint64_t simSeed = 1;
    std::int64_t simHistoryMinutes = 60; // rolled before the window opens
    // [paper]
    std::int64_t paperLatencyMs = 20; // one way, to the venue and back
    std::string paperMakerFeeBps = "1";
    std::string paperTakerFeeBps = "5";
    // [account]
    std::string accountDeposits = "USDT=1000000,USD=1000000,BTC=10,ETH=100"; // asset=amount, comma separated
    // [log]
    LogSettings log;
    // [ui]
    std::string uiMarket = "sim"; // shown when nothing is named on the command line
    std::string uiSymbol;         // venue:symbol shown first; empty: the first one

    // Sets one key from text.
    Expected<void> set(std::string_view key, std::string_view value);
    // A whole TOML file; the error names file, line and key.
    Expected<void> loadFile(std::string const& path);
    // Every variable that begins with QOB_, except those the test suites and tools read themselves.
    Expected<void> loadEnvironment(std::map<std::string, std::string> const& environment);
};

// One row a setting, for `--help` and the documentation.
struct SettingInfo {
    std::string_view key;
    std::string_view help;
};

std::vector<SettingInfo> configSettings();

// The candidate with the smallest edit distance to the word; empty when none is near.
std::string nearestWord(std::string_view word, std::vector<std::string> const& candidates);

} // namespace qob
