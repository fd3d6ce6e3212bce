#pragma once

#include "engine/base/rng.h"
#include "engine/base/time.h"

namespace qob {

// What a symbol is "worth": a random walk whose volatility clusters, in ticks of the finest venue. Two walks
// with the same seed give the same path, so the venues of a symbol share one without sharing state.
class FairValue {
public:
    FairValue(std::uint64_t seed, std::uint64_t symbolIndex, double startTick);

    // The value `sinceStart` after the start; calls must not go back in time.
    double at(Duration sinceStart);

private:
    void step();

    Rng m_rng;
    std::int64_t m_step = 0;
    double m_start;
    double m_value;
    double m_logVolatility = 0.0;
    double m_drift = 0.0;
};

} // namespace qob
