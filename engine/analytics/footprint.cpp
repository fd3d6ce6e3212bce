#include "engine/analytics/footprint.h"

#include "engine/base/decimal.h"

#include <algorithm>

namespace qob {

namespace {

constexpr Duration trustedClock = minutes(1); // how far a venue's clock may be from ours

bool exceeds(Qty more, Qty less, ImbalanceRule const& rule)
{
    return more >= rule.minimum && more.value > 0 &&
           Int128{more.value} * 100 >= Int128{less.value} * rule.percent;
}

} // namespace

Timestamp tradeTime(Trade const& trade)
{
    bool const trusted =
        trade.venueTime >= trade.time - trustedClock && trade.venueTime <= trade.time + trustedClock;
    return trusted ? trade.venueTime : trade.time;
}

FootprintBar& Footprint::barOf(Timestamp start)
{
    auto at = m_bars.end();
    while (at != m_bars.begin() && std::prev(at)->start >= start) {
        --at;
    }
    if (at == m_bars.end() || at->start != start) {
        FootprintBar bar;
        bar.start = start;
        at = m_bars.insert(at, std::move(bar));
    }
    return *at;
}

void Footprint::add(FlowTrade const& trade)
{
    auto const start = candleStart(m_interval, trade.time);
    auto& bar = barOf(start);
    bool const bought = trade.aggressor == Side::Buy;
    bar.volumes.add(rowOf(trade.price, m_tick), bought ? Qty(0) : trade.qty, bought ? trade.qty : Qty(0));
    bar.highDelta = std::max(bar.highDelta, bar.volumes.delta());
    bar.lowDelta = std::min(bar.lowDelta, bar.volumes.delta());
    bar.rough = bar.rough || trade.rough;
    m_changed = m_changed ? std::min(*m_changed, start) : start;
}

void Footprint::dropBefore(Timestamp time)
{
    while (!m_bars.empty() && m_bars.front().start < time) {
        m_bars.pop_front();
    }
}

FootprintBar const* Footprint::find(Timestamp start) const
{
    auto const found =
        std::lower_bound(m_bars.begin(), m_bars.end(), start, [](FootprintBar const& bar, Timestamp time) {
            return bar.start < time;
        });
    return found != m_bars.end() && found->start == start ? &*found : nullptr;
}

std::optional<Timestamp> Footprint::takeChanged()
{
    auto const changed = m_changed;
    m_changed.reset();
    return changed;
}

std::vector<Imbalance> imbalancesOf(VolumeAtPrice const& volumes, Price step, ImbalanceRule const& rule)
{
    std::vector<Imbalance> found;
    for (auto const& row : volumes.rows()) {
        auto const* below = volumes.at(row.price - step);
        auto const* above = volumes.at(row.price + step);
        auto const soldBelow = below == nullptr ? Qty(0) : below->sold;
        auto const boughtAbove = above == nullptr ? Qty(0) : above->bought;
        // At the ends of a bar there is nobody to compare with.
        bool const lowest = row.price == volumes.rows().front().price;
        bool const highest = row.price == volumes.rows().back().price;
        if (!lowest && exceeds(row.bought, soldBelow, rule)) {
            found.push_back({row.price, Side::Buy});
        }
        if (!highest && exceeds(row.sold, boughtAbove, rule)) {
            found.push_back({row.price, Side::Sell});
        }
    }
    return found;
}

std::vector<StackedImbalance>
stackedOf(std::vector<Imbalance> const& imbalances, Price step, std::size_t least)
{
    std::vector<StackedImbalance> stacks;
    for (auto const side : {Side::Sell, Side::Buy}) {
        std::optional<StackedImbalance> run;
        auto const end = [&] {
            auto const rows =
                run ? static_cast<std::size_t>((run->high - run->low).value / step.value) + 1 : 0;
            if (run && rows >= least) {
                stacks.push_back(*run);
            }
            run.reset();
        };
        for (auto const& one : imbalances) {
            if (one.side != side) {
                continue;
            }
            if (run && run->high + step == one.price) {
                run->high = one.price;
            } else {
                end();
                run = StackedImbalance{one.price, one.price, side};
            }
        }
        end();
    }
    return stacks;
}

} // namespace qob
