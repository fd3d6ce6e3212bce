#include "engine/market/candles.h"

#include "engine/base/check.h"

#include <algorithm>
#include <limits>

namespace qob {

namespace {

constexpr std::array bases{
    CandleInterval::Sec1, CandleInterval::Min1, CandleInterval::Hour1, CandleInterval::Day1};

// What an interval is made of: the longest of the four that divides it.
std::size_t baseOf(CandleInterval interval)
{
    std::size_t base = 0;
    while (base + 1 < bases.size() && bases[base + 1] <= interval) {
        ++base;
    }
    return base;
}

constexpr Duration trustedClock = minutes(1); // how far a venue's clock may be from ours

Timestamp timeOf(Trade const& trade)
{
    auto const lower = trade.time - trustedClock;
    bool const trusted = trade.venueTime >= lower && trade.venueTime <= trade.time + trustedClock;
    return trusted ? trade.venueTime : trade.time;
}

} // namespace

Candles::Candles(CandleLimits const& limits)
    : m_limits(limits)
    , m_outages{{Timestamp::min(), Timestamp::max()}}
{
    CHECK(limits.kept[minute] >= DayWindow::neededMinutes && limits.outages >= 2);
}

void Candles::onTrade(Instrument const& instrument, Trade const& trade)
{
    const Timestamp time = timeOf(trade);
    onAlive(trade.time);
    if (m_newest != Timestamp::min() && time < m_newest - m_limits.lateness) {
        ++m_tooLate;
        addOutage({time, time + nanoseconds(1)});
        return;
    }
    m_newest = std::max(m_newest, time);
    Bar bar{time, time, time, trade.price, trade.price, trade.price, trade.price, {}, {}, {}, 1};
    bar.volume = qtyAmount(instrument, trade.qty);
    bar.buyVolume = trade.aggressor == Side::Buy ? bar.volume : Amount(0);
    bar.turnover = quoteTurnover(instrument, trade.price, trade.qty);
    for (std::size_t base = 0; base < bases.size(); ++base) {
        addTo(base, bar);
    }
    change(time);
}

void Candles::addTo(std::size_t base, Bar const& trade)
{
    auto& bars = m_bars[base];
    const Timestamp start = candleStart(bases[base], trade.firstTime);
    auto at = bars.end();
    while (at != bars.begin() && std::prev(at)->start >= start) {
        --at;
    }
    if (at != bars.end() && at->start == start) {
        at->add(trade);
        return;
    }
    if (base == minute) {
        m_day.advance(bars, m_newest - m_limits.lateness, m_newest);
    }
    if (bars.size() == m_limits.kept[base]) {
        if (at == bars.begin()) {
            return; // older than all that are kept
        }
        auto const place = at - bars.begin();
        bars.pop_front();
        at = bars.begin() + (place - 1);
    }
    Bar fresh;
    fresh.start = start;
    fresh.add(trade);
    bars.insert(at, fresh);
}

void Candles::onFeed(FeedState state, Timestamp time)
{
    bool const open = m_outages.back().until == Timestamp::max();
    if (state != FeedState::Live) {
        const Timestamp from = m_alive == Timestamp::min() ? time : std::min(time, m_alive);
        if (!open) {
            addOutage({from, Timestamp::max()});
        }
    } else if (open) {
        m_outages.back().until = std::max(m_outages.back().from + nanoseconds(1), time);
        change(std::max(m_outages.back().from, time - minutes(1)));
        m_alive = time;
    }
}

// What overlaps becomes one.
void Candles::addOutage(Outage outage)
{
    auto const overlaps = [&](Outage const& other) {
        return other.from <= outage.until && outage.from <= other.until;
    };
    for (auto const& other : m_outages) {
        if (overlaps(other)) {
            outage = {std::min(outage.from, other.from), std::max(outage.until, other.until)};
        }
    }
    std::erase_if(m_outages, overlaps);
    auto const at = std::find_if(m_outages.begin(), m_outages.end(), [&](Outage const& other) {
        return other.from > outage.from;
    });
    m_outages.insert(at, outage);
    if (m_outages.size() > m_limits.outages) {
        m_outages[1].from = m_outages[0].from;
        m_outages.erase(m_outages.begin());
    }
    change(outage.from);
}

void Candles::change(Timestamp from)
{
    m_changed = m_changed ? std::min(*m_changed, from) : from;
}

std::optional<Timestamp> Candles::takeChanged()
{
    auto const changed = m_changed;
    m_changed.reset();
    return changed;
}

bool Candles::disturbed(Timestamp from, Timestamp until) const
{
    auto const at = std::find_if(m_outages.rbegin(), m_outages.rend(), [&](Outage const& outage) {
        return outage.from < until;
    });
    return at != m_outages.rend() && at->until > from;
}

Candle Candles::finished(CandleInterval interval, Bar const& bar, Timestamp now) const
{
    const Timestamp end = candleEnd(interval, bar.start);
    // What is still to come is not missing.
    return {
        bar.start,
        bar.open,
        bar.high,
        bar.low,
        bar.close,
        bar.volume,
        bar.buyVolume,
        bar.turnover,
        bar.trades,
        disturbed(bar.start, end),
        end <= now};
}

std::vector<Candle> Candles::last(CandleInterval interval, std::size_t most, Timestamp now) const
{
    auto all = since(interval, Timestamp::min(), now);
    if (all.size() > most) {
        all.erase(all.begin(), all.end() - static_cast<std::ptrdiff_t>(most));
    }
    return all;
}

std::vector<Candle> Candles::since(CandleInterval interval, Timestamp from, Timestamp now) const
{
    auto const base = baseOf(interval);
    auto const& bars = m_bars[base];
    const Timestamp start = from == Timestamp::min() ? from : candleStart(interval, from);
    auto bar = std::lower_bound(bars.begin(), bars.end(), start, [](Bar const& one, Timestamp time) {
        return one.start < time;
    });
    // The oldest may have lost some of what it was made of.
    bool const cut = bars.size() == m_limits.kept[base] && interval != bases[base];
    const Timestamp whole =
        cut ? candleEnd(interval, candleStart(interval, bars.front().start)) : Timestamp::min();
    std::vector<Candle> candles;
    for (auto const end = bars.end(); bar != end;) {
        Bar sum;
        sum.start = candleStart(interval, bar->start);
        for (auto const next = candleEnd(interval, sum.start); bar != end && bar->start < next; ++bar) {
            sum.add(*bar);
        }
        if (sum.start >= whole) {
            candles.push_back(finished(interval, sum, now));
        }
    }
    return candles;
}

DayWindow::Sums Candles::day(Timestamp now)
{
    const Timestamp reached = std::max(now, m_newest);
    const Timestamp settled = m_newest == Timestamp::min() ? Timestamp(0) : m_newest - m_limits.lateness;
    m_day.advance(m_bars[minute], settled, reached);
    return m_day.sums(m_bars[minute]);
}

} // namespace qob
