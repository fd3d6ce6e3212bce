#include "engine/matching/fair_value.h"

#include <cmath>

namespace qob {

namespace {

constexpr Duration stepTime = milliseconds(100);
constexpr double ticksAStep = 0.8;        // deviation in calm times: 2.5 ticks a root second
constexpr double volatilityPull = 0.0015; // a burst fades within about a minute
constexpr double volatilityNoise = 0.035; // log deviation in the long run: about 0.64
constexpr double newDriftChance = 0.0008; // a trend lasts about two minutes
constexpr double jumpChance = 0.00008;    // news: every twenty minutes or so
constexpr double homePull = 0.000004;     // keeps a day's walk within sight of the start

} // namespace

FairValue::FairValue(std::uint64_t seed, std::uint64_t symbolIndex, double startTick)
    : m_rng(seed, 0xfa1e0000 + symbolIndex)
    , m_start(startTick)
    , m_value(startTick)
{}

double FairValue::at(Duration sinceStart)
{
    const std::int64_t target = sinceStart.value / stepTime.value;
    while (m_step < target) {
        step();
    }
    return m_value;
}

void FairValue::step()
{
    ++m_step;
    m_logVolatility += -volatilityPull * m_logVolatility + volatilityNoise * m_rng.normal();
    double const deviation = ticksAStep * std::exp(m_logVolatility);
    if (m_rng.chance(newDriftChance)) {
        m_drift = 0.06 * m_rng.normal();
    }
    m_value += m_drift + deviation * m_rng.normal() + homePull * (m_start - m_value);
    if (m_rng.chance(jumpChance)) {
        m_value += 35.0 * m_rng.normal();
        m_logVolatility += 0.8;
    }
    m_value = std::max(m_value, m_start * 0.1);
}

} // namespace qob
