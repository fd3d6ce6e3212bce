#include "engine/session/pacer.h"

#include "engine/api/command.h"

#include <algorithm>

namespace qob {

Pacer::Pacer(Timestamp market, Duration steady, double speed)
    : m_market(market)
    , m_steady(steady)
    , m_speed(speed)
{}

Timestamp Pacer::at(Duration steady) const
{
    if (m_paused) {
        return m_market;
    }
    if (unlimited()) {
        return Timestamp::max();
    }
    double const elapsed = static_cast<double>((steady - m_steady).value) * m_speed;
    return m_market + nanoseconds(static_cast<std::int64_t>(elapsed));
}

Timestamp Pacer::follow(Timestamp wall, Duration steady)
{
    if (!m_paused) {
        moveTo(std::max(wall, m_market + Duration((steady - m_steady).value / 2)), steady);
    }
    return m_market;
}

void Pacer::setSpeed(double speed, Duration steady)
{
    // From full speed there is no map to read the present from: the owner calls moveTo().
    moveTo(unlimited() ? m_market : at(steady), steady);
    m_speed = speed;
}

void Pacer::setPaused(bool paused, Duration steady)
{
    moveTo(unlimited() ? m_market : at(steady), steady);
    m_paused = paused;
}

void Pacer::moveTo(Timestamp market, Duration steady)
{
    m_market = market;
    m_steady = steady;
}

bool Pacer::unlimited() const
{
    return m_speed >= replaySpeedMax;
}

} // namespace qob
