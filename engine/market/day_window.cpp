#include "engine/market/day_window.h"

#include <algorithm>

namespace qob {

namespace {

constexpr Duration minute = minutes(1);
constexpr Duration day = hours(24);

Timestamp minuteOf(Timestamp time)
{
    return Timestamp(time.value / minute.value * minute.value);
}

auto firstFrom(std::deque<CandleBar> const& bars, Timestamp from)
{
    return std::lower_bound(bars.begin(), bars.end(), from, [](CandleBar const& bar, Timestamp time) {
        return bar.start < time;
    });
}

} // namespace

void CandleBar::add(CandleBar const& other)
{
    if (trades == 0) {
        const Timestamp begin = start;
        *this = other;
        start = begin;
        return;
    }
    if (other.firstTime < firstTime) {
        firstTime = other.firstTime;
        open = other.open;
    }
    if (other.lastTime >= lastTime) {
        lastTime = other.lastTime;
        close = other.close;
    }
    high = std::max(high, other.high);
    low = std::min(low, other.low);
    volume += other.volume;
    buyVolume += other.buyVolume;
    turnover += other.turnover;
    trades += other.trades;
}

void DayWindow::advance(std::deque<CandleBar> const& minutes, Timestamp settled, Timestamp now)
{
    const Timestamp from = std::max(m_from, minuteOf(now) - day + minute);
    const Timestamp until = std::max(m_until, minuteOf(settled));
    for (auto bar = firstFrom(minutes, m_from); bar != minutes.end() && bar->start < std::min(from, m_until);
         ++bar) {
        leave(*bar);
    }
    for (auto bar = firstFrom(minutes, std::max(m_until, from)); bar != minutes.end() && bar->start < until;
         ++bar) {
        join(*bar);
    }
    m_from = from;
    m_until = until;
    for (auto* extremes : {&m_highs, &m_lows}) {
        while (!extremes->empty() && extremes->front().first < from) {
            extremes->pop_front();
        }
    }
}

void DayWindow::join(CandleBar const& bar)
{
    m_sums.volume += bar.volume;
    m_sums.buyVolume += bar.buyVolume;
    m_sums.turnover += bar.turnover;
    m_sums.trades += bar.trades;
    while (!m_highs.empty() && m_highs.back().second <= bar.high) {
        m_highs.pop_back();
    }
    m_highs.emplace_back(bar.start, bar.high);
    while (!m_lows.empty() && m_lows.back().second >= bar.low) {
        m_lows.pop_back();
    }
    m_lows.emplace_back(bar.start, bar.low);
}

void DayWindow::leave(CandleBar const& bar)
{
    m_sums.volume -= bar.volume;
    m_sums.buyVolume -= bar.buyVolume;
    m_sums.turnover -= bar.turnover;
    m_sums.trades -= bar.trades;
}

DayWindow::Sums DayWindow::sums(std::deque<CandleBar> const& minutes) const
{
    Sums sums = m_sums;
    sums.from = m_from;
    sums.high = m_highs.empty() ? Price(0) : m_highs.front().second;
    sums.low = m_lows.empty() ? Price(0) : m_lows.front().second;
    for (auto bar = firstFrom(minutes, std::max(m_until, m_from)); bar != minutes.end(); ++bar) {
        bool const first = sums.trades == 0;
        sums.high = first ? bar->high : std::max(sums.high, bar->high);
        sums.low = first ? bar->low : std::min(sums.low, bar->low);
        sums.volume += bar->volume;
        sums.buyVolume += bar->buyVolume;
        sums.turnover += bar->turnover;
        sums.trades += bar->trades;
    }
    auto const first = firstFrom(minutes, m_from);
    sums.open = first == minutes.end() ? Price(0) : first->open;
    return sums;
}

} // namespace qob
