#include "engine/market/heat_merge.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <numeric>

namespace qob {

namespace {

constexpr std::int32_t before = -1;
// The map's colours go with the square root of the size.
constexpr float visibleChange = 0.2F; // of the size
constexpr float visibleSize = 0.001F; // of a large size

// What only a few sizes in a hundred reach.
float largeSize(std::vector<HeatLevel> const& levels, std::vector<float>& scratch)
{
    if (levels.empty()) {
        return 0;
    }
    scratch.clear();
    for (HeatLevel const& level : levels) {
        scratch.push_back(std::abs(level.size));
    }
    auto const at = scratch.begin() + static_cast<std::ptrdiff_t>(scratch.size() * 97 / 100);
    std::nth_element(scratch.begin(), at, scratch.end());
    return *at;
}

std::size_t stepsIn(HeatChunk const& chunk)
{
    return chunk.levels.size() + chunk.changes.size();
}

// Sorts by a number without a sign; what is equal stays in its order.
template <class Item, class Key>
void sortBy(std::vector<Item>& items, std::vector<Item>& scratch, Key key)
{
    constexpr std::uint32_t digitBits = 11;
    constexpr std::uint32_t digits = 1U << digitBits;
    std::uint32_t most = 0;
    for (Item const& item : items) {
        most = std::max(most, key(item));
    }
    std::array<std::uint32_t, digits> places{};
    for (std::uint32_t shift = 0; shift < 32 && most >> shift != 0; shift += digitBits) {
        auto const digit = [&](Item const& item) {
            return (key(item) >> shift) % digits;
        };
        places.fill(0);
        for (Item const& item : items) {
            ++places[digit(item)];
        }
        std::exclusive_scan(places.begin(), places.end(), places.begin(), 0U);
        scratch.resize(items.size());
        for (Item const& item : items) {
            scratch[places[digit(item)]++] = item;
        }
        items.swap(scratch);
    }
}

// The trades of a slot with one side as the aggressor.
struct DotSum {
    double size = 0;
    double sizeTicks = 0;

    void add(HeatDot const& dot)
    {
        size += static_cast<double>(dot.size);
        sizeTicks += static_cast<double>(dot.size) * dot.tick;
    }

    void appendTo(std::vector<HeatDot>& dots) const
    {
        if (size != 0) {
            auto const tick = static_cast<std::int32_t>(std::lround(sizeTicks / size));
            dots.push_back({tick, static_cast<float>(size)});
        }
    }
};

} // namespace

// What one bucket shows on average over time, slot by slot.
class HeatMerge::SlotMeans {
public:
    SlotMeans(HeatMerge& merge, HeatLevel const& start)
        : m_merge(merge)
        , m_tick(start.tick)
        , m_now(start.size)
        , m_told(start.size)
    {}

    // This is the size from the column on. Columns must not fall.
    void change(std::int32_t column, float size)
    {
        goTo(column);
        m_now = size;
    }

    void goTo(std::int32_t column)
    {
        auto const slots = m_merge.m_slotColumns;
        auto const slotEnd = (m_column / slots + 1) * slots;
        if (column >= slotEnd) {
            add(slotEnd);
            tell(slotEnd - slots, m_sum / static_cast<float>(slots));
            m_sum = 0;
            if (column - column % slots > slotEnd) {
                tell(slotEnd, m_now);
                m_column = column - column % slots;
            }
        }
        add(column);
    }

    // The last slot may be a short one.
    void end(std::int32_t column)
    {
        goTo(column);
        auto const part = column % m_merge.m_slotColumns;
        if (part != 0) {
            tell(column - part, m_sum / static_cast<float>(part));
        }
    }

private:
    void add(std::int32_t column)
    {
        m_sum += m_now * static_cast<float>(column - m_column);
        m_column = column;
    }

    void tell(std::int32_t column, float size)
    {
        auto const larger = std::max(std::abs(m_told), std::abs(size));
        if (std::abs(size - m_told) > std::max(m_merge.m_smallChange, visibleChange * larger)) {
            m_told = size;
            m_merge.m_changes.push_back({column, {m_tick, size}});
        }
    }

    HeatMerge& m_merge;
    std::int32_t m_tick;
    std::int32_t m_column = 0;
    float m_now;
    float m_sum = 0; // size times columns of the slot so far
    float m_told;
};

HeatChunk HeatMerge::merge(
    HeatChunk const& older, HeatChunk const* newer, std::uint32_t slotColumns, std::uint32_t tickBits
)
{
    m_slotColumns = static_cast<std::int32_t>(slotColumns);
    m_tickBits = tickBits;
    m_seam = m_columns = static_cast<std::int32_t>(older.columns.size());
    m_steps.clear();
    m_changes.clear();
    m_smallChange = visibleSize * largeSize(older.levels, m_sizes);
    // No more than needed: doubling would leave half of it empty.
    auto const count = stepsIn(older) + (newer == nullptr ? 0 : stepsIn(*newer));
    for (auto* scratch : {&m_steps, &m_sorted, &m_changes}) {
        scratch->reserve(count);
    }
    addSteps(older, before, 0);
    if (newer != nullptr) {
        m_columns += static_cast<std::int32_t>(newer->columns.size());
        addSteps(*newer, m_seam, m_seam);
    }
    std::int32_t lowest = std::numeric_limits<std::int32_t>::max();
    for (Step const& step : m_steps) {
        lowest = std::min(lowest, bucketOf(step));
    }
    sortBy(m_steps, m_sorted, [&](Step const& step) {
        return static_cast<std::uint32_t>(bucketOf(step)) - static_cast<std::uint32_t>(lowest);
    });
    HeatChunk merged;
    merged.firstColumn = older.firstColumn;
    for (std::size_t first = 0; first < m_steps.size();) {
        std::size_t end = first;
        while (end < m_steps.size() && bucketOf(m_steps[end]) == bucketOf(m_steps[first])) {
            ++end;
        }
        mergeBucket(first, end, merged);
        first = end;
    }
    sortBy(m_changes, m_sorted, [](Step const& change) { return static_cast<std::uint32_t>(change.column); });
    fillColumns(older, newer, merged);
    return merged;
}

void HeatMerge::addSteps(HeatChunk const& chunk, std::int32_t levelsColumn, std::int32_t firstColumn)
{
    for (HeatLevel const& level : chunk.levels) {
        m_steps.push_back({levelsColumn, level});
    }
    std::size_t at = 0;
    for (std::size_t i = 0; i < chunk.columns.size(); ++i) {
        for (; at < chunk.columns[i].changesEnd; ++at) {
            HeatLevel const& change = chunk.changes[at];
            auto const column = firstColumn + static_cast<std::int32_t>(i);
            m_steps.push_back({column, change});
        }
    }
}

void HeatMerge::mergeBucket(std::size_t first, std::size_t end, HeatChunk& merged)
{
    std::size_t i = first;
    m_ticks.clear();
    for (; i < end && m_steps[i].column == before; ++i) {
        take(m_steps[i].level);
    }
    const std::int32_t middle =
        (bucketOf(m_steps[first]) << m_tickBits) + static_cast<std::int32_t>((1U << m_tickBits) / 2);
    HeatLevel start{middle, total()};
    if (std::abs(start.size) <= m_smallChange) {
        start.size = 0;
    } else {
        merged.levels.push_back(start);
    }
    SlotMeans means(*this, start);
    for (bool seamPassed = m_seam == m_columns; i < end || !seamPassed;) {
        auto const column =
            i < end && (seamPassed || m_steps[i].column < m_seam) ? m_steps[i].column : m_seam;
        if (column == m_seam) {
            seamPassed = true;
            m_ticks.clear(); // the newer chunk says anew what is shown
        }
        for (; i < end && m_steps[i].column == column; ++i) {
            take(m_steps[i].level);
        }
        means.change(column, total());
    }
    means.end(m_columns);
}

void HeatMerge::take(HeatLevel const& level)
{
    auto const known = std::find_if(m_ticks.begin(), m_ticks.end(), [&](HeatLevel const& shown) {
        return shown.tick == level.tick;
    });
    if (level.size == 0) {
        if (known != m_ticks.end()) {
            *known = m_ticks.back();
            m_ticks.pop_back();
        }
    } else if (known != m_ticks.end()) {
        known->size = level.size;
    } else {
        m_ticks.push_back(level);
    }
}

// Of both sides together, with the sign of the larger one.
float HeatMerge::total() const
{
    float size = 0;
    float balance = 0;
    for (HeatLevel const& level : m_ticks) {
        size += std::abs(level.size);
        balance += level.size;
    }
    return balance < 0 ? -size : size;
}

void HeatMerge::fillColumns(HeatChunk const& older, HeatChunk const* newer, HeatChunk& merged) const
{
    std::size_t at = 0;
    std::array<DotSum, 2> sums; // sells, buys
    merged.columns.reserve(static_cast<std::size_t>(m_columns));
    merged.changes.reserve(m_changes.size());
    for (std::int32_t i = 0; i < m_columns; ++i) {
        HeatChunk const& from = i < m_seam ? older : *newer;
        auto const index = static_cast<std::size_t>(i < m_seam ? i : i - m_seam);
        HeatColumn column = from.columns[index];
        for (auto dot = index == 0 ? 0 : from.columns[index - 1].dotsEnd; dot < column.dotsEnd; ++dot) {
            sums[from.dots[dot].size > 0 ? 1 : 0].add(from.dots[dot]);
        }
        for (; at < m_changes.size() && m_changes[at].column == i; ++at) {
            merged.changes.push_back(m_changes[at].level);
        }
        if ((i + 1) % m_slotColumns == 0 || i + 1 == m_columns) {
            for (DotSum& sum : sums) {
                sum.appendTo(merged.dots);
                sum = {};
            }
        }
        column.changesEnd = static_cast<std::uint32_t>(merged.changes.size());
        column.dotsEnd = static_cast<std::uint32_t>(merged.dots.size());
        merged.columns.push_back(column);
    }
}

} // namespace qob
