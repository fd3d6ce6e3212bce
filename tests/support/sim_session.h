#pragma once

#include "engine/base/clock.h"
#include "engine/matching/sim_market.h"
#include "engine/session/local_session.h"

#include <memory>

namespace qob::test {

inline constexpr Timestamp simStart(1'735'689'600'000'000'000);

inline std::vector<Deposit> testDeposits()
{
    return parseDeposits("USDT=1000000,BTC=10").value();
}

// A sequencer on a fresh simulated market.
inline std::unique_ptr<Sequencer>
simSequencer(Log& log, Duration history = Duration(0), std::uint64_t seed = 7)
{
    auto market = std::make_unique<SimMarket>(SimSettings{seed, simStart, history});
    SimMarket& venue = *market;
    TradingSettings settings;
    settings.deposits = testDeposits();
    return std::make_unique<Sequencer>(std::move(market), &venue, settings, log);
}

} // namespace qob::test
