#pragma once

#include "engine/api/types.h"

#include <cstdint>
#include <deque>
#include <utility>

namespace qob {

// The trades of one span of time, summed up.
struct CandleBar {
    Timestamp start;
    Timestamp firstTime; // of the trades at open and close
    Timestamp lastTime;
    Price open;
    Price high;
    Price low;
    Price close;
    Amount volume;
    Amount buyVolume;
    Amount turnover;
    std::uint64_t trades = 0;

    // One more span's trades. Of two at the same time the one added first is the earlier.
    void add(CandleBar const& other);
};

// Sums over the last 24 hours, kept up from bars of one minute: a minute is added once it cannot change any
// more and taken away when a day has passed, so a reading looks only at the few newest. Exact. One thread.
class DayWindow {
public:
    // Bars that must still be there when advance() is called.
    static constexpr std::size_t neededMinutes = 24 * 60 + 4;

    struct Sums {
        Timestamp from; // of the window
        Price open;     // 0: no trades
        Price high;
        Price low;
        Amount volume;
        Amount buyVolume;
        Amount turnover;
        std::uint64_t trades = 0;
    };

    // `minutes`: all bars of one minute, by start; before any is dropped. `settled`: no bar that ends up to
    // here changes any more. Times do not go back.
    void advance(std::deque<CandleBar> const& minutes, Timestamp settled, Timestamp now);

    // As of the last advance().
    [[nodiscard]] Sums sums(std::deque<CandleBar> const& minutes) const;

private:
    void join(CandleBar const& bar);
    void leave(CandleBar const& bar);

    Timestamp m_from = Timestamp::min();  // the window's first minute
    Timestamp m_until = Timestamp::min(); // bars that begin before are in the sums
    Sums m_sums;
    std::deque<std::pair<Timestamp, Price>> m_highs; // falling: the first is the highest of all
    std::deque<std::pair<Timestamp, Price>> m_lows;  // rising
};

} // namespace qob
