#pragma once

#include "engine/base/time.h"

namespace qob {

// Maps the steady clock to market time: how far a market may have run by now. Speed 2 runs two market seconds
// a second. One thread.
class Pacer {
public:
    Pacer(Timestamp market, Duration steady, double speed);

    // Market time now; stands still while paused. At replaySpeedMax it is Timestamp::max().
    [[nodiscard]] Timestamp at(Duration steady) const;

    // Of a live market: moves it to where the wall clock is, also when that leaps ahead, and returns that.
    // Market time does not go back: after the clock was set back it goes on at half its pace until the clock
    // has caught up. Stands still while paused.
    Timestamp follow(Timestamp wall, Duration steady);

    void setSpeed(double speed, Duration steady);
    void setPaused(bool paused, Duration steady);

    // The market is at `market` now: after a seek, or when it could not keep up.
    void moveTo(Timestamp market, Duration steady);

    [[nodiscard]] double speed() const { return m_speed; }

    [[nodiscard]] bool paused() const { return m_paused; }

    [[nodiscard]] bool unlimited() const;

private:
    Timestamp m_market;
    Duration m_steady;
    double m_speed;
    bool m_paused = false;
};

} // namespace qob
