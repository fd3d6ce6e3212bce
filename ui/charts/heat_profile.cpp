#include "ui/charts/heat_profile.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace qob {

namespace {

constexpr std::int64_t growth = 256; // rows added on a side when a new price is seen
constexpr std::int64_t mostRows = 1 << 22;

template <typename Take>
void eachDot(HeatStore const& store, std::int64_t from, std::int64_t to, Take const& take)
{
    auto const each = [&](HeatChunk const& chunk) {
        const std::int64_t begin = std::max(from - chunk.firstColumn, std::int64_t{0});
        const std::int64_t end = std::min(to, store.endWithin(chunk)) - chunk.firstColumn;
        if (begin >= end) {
            return;
        }
        auto const first = begin == 0 ? 0U : chunk.columns[static_cast<std::size_t>(begin - 1)].dotsEnd;
        auto const last = chunk.columns[static_cast<std::size_t>(end - 1)].dotsEnd;
        for (auto i = first; i < last; ++i) {
            take(chunk.dots[i]);
        }
    };
    for (HeatChunkPtr const& chunk : store.past()) {
        each(*chunk);
    }
    for (HeatChunkPtr const& chunk : store.chunks()) {
        each(*chunk);
    }
}

} // namespace

void HeatProfile::add(HeatDot const& dot)
{
    Row& row = rowAt(rowOf(dot.tick));
    double const size = std::abs(static_cast<double>(dot.size));
    (dot.size > 0 ? row.buys : row.sells) += size;
    m_volume += size;
}

void HeatProfile::add(HeatStore const& store, std::int64_t from, std::int64_t to)
{
    eachDot(store, from, to, [this](HeatDot const& dot) { add(dot); });
}

std::int64_t HeatProfile::rowOf(std::int32_t tick) const
{
    return tick / m_ticksPerRow - (tick % m_ticksPerRow < 0 ? 1 : 0);
}

HeatProfile::Row HeatProfile::at(std::int64_t row) const
{
    const std::int64_t index = row - m_first;
    return index < 0 || index >= std::ssize(m_rows) ? Row{} : m_rows[static_cast<std::size_t>(index)];
}

std::optional<std::int64_t> HeatProfile::poc() const
{
    std::optional<std::int64_t> lowest;
    std::int64_t highest = 0;
    double most = 0;
    for (std::int64_t i = 0; i < std::ssize(m_rows); ++i) {
        double const total = m_rows[static_cast<std::size_t>(i)].total();
        if (total > 0) {
            lowest = lowest.value_or(i);
            highest = i;
            most = std::max(most, total);
        }
    }
    if (!lowest) {
        return std::nullopt;
    }
    std::optional<std::int64_t> found;
    for (std::int64_t i = *lowest; i <= highest; ++i) {
        auto const away = [&](std::int64_t at) {
            return std::abs(2 * at - *lowest - highest);
        };
        if (m_rows[static_cast<std::size_t>(i)].total() == most && (!found || away(i) < away(*found))) {
            found = i;
        }
    }
    return m_first + *found;
}

std::optional<std::pair<std::int64_t, std::int64_t>> HeatProfile::valueArea(double share) const
{
    auto const middle = poc();
    if (!middle) {
        return std::nullopt;
    }
    const std::int64_t last = m_first + std::ssize(m_rows) - 1;
    std::int64_t low = *middle;
    std::int64_t high = *middle;
    double inside = at(*middle).total();
    while (inside < share * m_volume && (low > m_first || high < last)) {
        double const above = at(high + 1).total() + at(high + 2).total();
        double const below = at(low - 1).total() + at(low - 2).total();
        if (low <= m_first || (high < last && above >= below)) {
            inside += above;
            high += 2;
        } else {
            inside += below;
            low -= 2;
        }
    }
    // The second of two rows may be one in which nothing traded.
    while (at(high).total() == 0) {
        --high;
    }
    while (at(low).total() == 0) {
        ++low;
    }
    return std::pair(low, high);
}

HeatProfile::Row& HeatProfile::rowAt(std::int64_t row)
{
    if (m_rows.empty()) {
        m_first = row - growth;
        m_rows.resize(2 * growth);
    }
    // A price beyond reason is not worth the memory up to it.
    row = std::clamp(row, m_first - (mostRows - std::ssize(m_rows)), m_first + mostRows - 1);
    if (row < m_first) {
        const std::int64_t added = m_first - row + growth;
        m_rows.insert(m_rows.begin(), static_cast<std::size_t>(added), Row{});
        m_first -= added;
    } else if (row - m_first >= std::ssize(m_rows)) {
        m_rows.resize(static_cast<std::size_t>(row - m_first + growth));
    }
    return m_rows[static_cast<std::size_t>(row - m_first)];
}

std::vector<NakedPoc> nakedPocs(HeatStore const& store, std::int64_t period, std::int32_t ticksPerRow)
{
    std::vector<NakedPoc> found;
    if (store.empty()) {
        return found;
    }
    std::int32_t low = std::numeric_limits<std::int32_t>::max(); // traded since
    std::int32_t high = std::numeric_limits<std::int32_t>::min();
    for (std::int64_t begin = (store.endColumn() - 1) / period * period; begin + period > store.firstColumn();
         begin -= period) {
        bool const over = begin + period < store.endColumn();
        bool const whole = begin >= store.firstColumn();
        HeatProfile profile(ticksPerRow);
        std::int32_t periodLow = low;
        std::int32_t periodHigh = high;
        eachDot(store, begin, begin + period, [&](HeatDot const& dot) {
            profile.add(dot);
            periodLow = std::min(periodLow, dot.tick);
            periodHigh = std::max(periodHigh, dot.tick);
        });
        if (auto const poc = profile.poc(); poc && over && whole) {
            bool const touched = low <= high && *poc >= profile.rowOf(low) && *poc <= profile.rowOf(high);
            if (!touched) {
                found.push_back({begin + period, profile.tickOf(*poc)});
            }
        }
        low = periodLow;
        high = periodHigh;
    }
    return found;
}

} // namespace qob
