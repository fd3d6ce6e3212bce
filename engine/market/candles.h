#pragma once

#include "engine/api/candle.h"
#include "engine/api/instrument.h"
#include "engine/api/market_data.h"
#include "engine/market/day_window.h"

#include <array>
#include <deque>
#include <optional>
#include <vector>

namespace qob {

struct CandleLimits {
    // How many candles with trades are kept of one second, minute, hour and day. All others are made of
    // these, so they reach back as far. The minutes also make the last 24 hours: at least
    // DayWindow::neededMinutes.
    std::array<std::size_t, 4> kept{1'800, DayWindow::neededMinutes + 60, 1'000, 1'000};

    // A trade may be so much older than the newest one seen. Where it is older it is not counted, and the
    // candle it belongs to is incomplete.
    Duration lateness = seconds(60);

    // Times without a feed that are remembered one by one; beyond that the oldest two become one, and what
    // lies between them is incomplete too.
    std::size_t outages = 256;
};

// The candles of one instrument at all intervals, made from its trades as they come. Late trades go where
// they belong. A candle says that it may lack trades where the feed was not live in it. Memory is bounded by
// CandleLimits. One thread.
class Candles {
public:
    explicit Candles(CandleLimits const& limits = {});

    // A trade counts when the venue says it was, if that is within a minute of when it came; else when it
    // came.
    void onTrade(Instrument const& instrument, Trade const& trade);

    // The feed's state since `time`. At first it is taken as not live.
    void onFeed(FeedState state, Timestamp time);

    // Something of the feed has come: had it been lost, then later.
    void onAlive(Timestamp time) { m_alive = time; }

    // The last `most` candles, or those from the one on that `from` lies in, oldest first. `now` is market
    // time.
    [[nodiscard]] std::vector<Candle> last(CandleInterval interval, std::size_t most, Timestamp now) const;
    [[nodiscard]] std::vector<Candle> since(CandleInterval interval, Timestamp from, Timestamp now) const;

    // The last 24 hours; `now` not before the last call's.
    [[nodiscard]] DayWindow::Sums day(Timestamp now);

    // Trades may be missing somewhere from `from` to before `until`.
    [[nodiscard]] bool disturbed(Timestamp from, Timestamp until) const;

    // When watching began; max: it has not.
    [[nodiscard]] Timestamp watchedSince() const { return m_outages.front().until; }

    // From when on something has changed since the last call; nothing: nothing has.
    std::optional<Timestamp> takeChanged();

    // Trades that came too late to be counted.
    [[nodiscard]] std::uint64_t tooLate() const { return m_tooLate; }

private:
    using Bar = CandleBar;

    // From when to before when the feed was not to be relied on.
    struct Outage {
        Timestamp from;
        Timestamp until;
    };

    static constexpr std::size_t second = 0;
    static constexpr std::size_t minute = 1;

    void addTo(std::size_t base, Bar const& trade);
    void addOutage(Outage outage);
    void change(Timestamp from);
    [[nodiscard]] Candle finished(CandleInterval interval, Bar const& bar, Timestamp now) const;

    CandleLimits m_limits;
    std::array<std::deque<Bar>, 4> m_bars; // by start
    std::vector<Outage> m_outages;         // by time, apart; the last may be going on: until max
    DayWindow m_day;
    Timestamp m_newest = Timestamp::min(); // of all trades
    Timestamp m_alive = Timestamp::min();
    std::optional<Timestamp> m_changed;
    std::uint64_t m_tooLate = 0;
};

} // namespace qob
