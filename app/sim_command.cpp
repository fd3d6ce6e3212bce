#include "app/sim_command.h"

#include "app/pacing.h"
#include "engine/api/command.h"
#include "engine/market/event_hash.h"
#include "engine/matching/sim_market.h"

#include <fmt/core.h>

namespace qob {

namespace {

// A headless run starts at a fixed time, so that its hash depends on the seed alone.
constexpr Timestamp simStart(1'735'689'600'000'000'000); // 2025-01-01T00:00:00Z

} // namespace

int runSimHeadless(CommandLine const& line, Runtime& runtime)
{
    SimMarket market({line.config.simSeed, simStart, Duration(0)});
    EventHash hash;
    // Without a word about speed a headless run has nobody to wait for.
    double const speed = line.speed.value_or(replaySpeedMax);
    runPaced(market, hash, simStart + line.runFor, speed, runtime.clock);
    std::uint64_t trades = 0;
    for (SimListing const& listing : simListings()) {
        trades += market.feed(listing.instrument.id).trades;
    }
    fmt::print("seed {} events {} trades {}\n", line.config.simSeed, hash.events(), trades);
    if (line.printHash) {
        fmt::print("hash {}\n", hash.text());
    }
    return 0;
}

} // namespace qob
