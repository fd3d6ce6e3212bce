#include "ui/charts/heat_scan.h"

#include <algorithm>
#include <cmath>
#include <iterator>

namespace qob {

namespace {

constexpr std::int64_t growth = 1024; // ticks added on a side when a new price is seen
constexpr std::int64_t mostTicks = 4 << 20;

} // namespace

void HeatScan::start(std::int64_t column, HeatRows const& rows)
{
    m_rows = rows;
    m_rowsPerTick = 1.0 / rows.ticksPerRow;
    m_column = column;
    m_logging = false;
    m_rowSizes.assign(static_cast<std::size_t>(rows.rows), 0.0);
    forgetSizes();
    HeatChunk const* chunk = m_store.find(column);
    if (chunk == nullptr || column == chunk->firstColumn) {
        return;
    }
    load(chunk->levels);
    auto const before = static_cast<std::size_t>(column - chunk->firstColumn);
    const std::size_t applied = chunk->columns[before - 1].changesEnd;
    for (std::size_t i = 0; i < applied; ++i) {
        apply(chunk->changes[i]);
    }
}

void HeatScan::next(std::int64_t columns, HeatSlot& slot)
{
    m_logging = false;
    scan(columns, slot);
}

void HeatScan::peek(std::int64_t columns, HeatSlot& slot)
{
    m_logging = true;
    m_undo.clear();
    auto const column = m_column;
    scan(columns, slot);
    m_logging = false;
    for (auto change = m_undo.rbegin(); change != m_undo.rend(); ++change) {
        set(change->tick, *sizeAt(change->tick), change->size);
    }
    m_column = column;
}

void HeatScan::scan(std::int64_t columns, HeatSlot& slot)
{
    slot.sizes.assign(m_rowSizes.size(), 0.0F);
    slot.traded.assign(m_wantTraded ? m_rowSizes.size() : 0, 0.0F);
    slot.buys = slot.sells = 0;
    slot.buyTicks = slot.sellTicks = 0;
    slot.bidTick = slot.askTick = slot.lastTick = 0;
    slot.stale = false;
    const std::int64_t end = m_column + columns;
    bool first = true;
    while (m_column < end) {
        HeatChunk const* chunk = m_store.find(m_column);
        if (chunk == nullptr) {
            slot.stale = slot.stale || m_column >= m_store.pastColumn();
            ++m_column;
            continue;
        }
        m_touchedRows.clear();
        if (m_column == chunk->firstColumn) {
            goInto(*chunk);
        }
        auto const chunkEnd = m_store.endWithin(*chunk);
        for (; m_column < std::min(end, chunkEnd); ++m_column) {
            readColumn(*chunk, m_column, slot);
            takeRows(slot, first);
            m_touchedRows.clear();
            first = false;
        }
    }
    if (slot.stale) {
        std::fill(slot.sizes.begin(), slot.sizes.end(), 0.0F);
        slot.bidTick = slot.askTick = 0;
    }
}

// The rows as they stand after a column: all of them after the slot's first, then the larger ones.
void HeatScan::takeRows(HeatSlot& slot, bool first) const
{
    if (first) {
        std::transform(m_rowSizes.begin(), m_rowSizes.end(), slot.sizes.begin(), [](double size) {
            return static_cast<float>(size);
        });
        return;
    }
    for (auto const row : m_touchedRows) {
        auto const at = static_cast<std::size_t>(row);
        slot.sizes[at] = std::max(slot.sizes[at], static_cast<float>(m_rowSizes[at]));
    }
}

void HeatScan::readColumn(HeatChunk const& chunk, std::int64_t column, HeatSlot& slot)
{
    auto const index = static_cast<std::size_t>(column - chunk.firstColumn);
    HeatColumn const& here = chunk.columns[index];
    const HeatColumn before = index == 0 ? HeatColumn{} : chunk.columns[index - 1];
    for (auto i = before.changesEnd; i < here.changesEnd; ++i) {
        apply(chunk.changes[i]);
    }
    for (auto i = before.dotsEnd; i < here.dotsEnd; ++i) {
        readDot(chunk.dots[i], slot);
    }
    slot.bidTick = here.bidTick;
    slot.askTick = here.askTick;
    slot.lastTick = here.lastTick;
    slot.stale = slot.stale || here.stale;
}

void HeatScan::readDot(HeatDot const& dot, HeatSlot& slot) const
{
    double const size = std::abs(dot.size);
    (dot.size > 0 ? slot.buys : slot.sells) += size;
    (dot.size > 0 ? slot.buyTicks : slot.sellTicks) += size * dot.tick;
    if (m_wantTraded) {
        auto const row = m_rows.rowOf(dot.tick);
        if (row >= 0 && row < m_rows.rows) {
            slot.traded[static_cast<std::size_t>(row)] += std::abs(dot.size);
        }
    }
}

// What the chunk begins with is mostly what is there already; not where chunks of different detail meet.
void HeatScan::goInto(HeatChunk const& chunk)
{
    if (!shows(chunk.levels)) {
        load(chunk.levels);
    } else if (!m_logging) {
        m_shown.clear();
        for (HeatLevel const& level : chunk.levels) {
            m_shown.push_back(level.tick);
        }
    }
}

// Replaces the whole state.
void HeatScan::load(std::vector<HeatLevel> const& levels)
{
    forgetSizes();
    std::fill(m_rowSizes.begin(), m_rowSizes.end(), 0.0);
    // The price moves on; what lies far behind it need not be kept for ever. peek() still needs its places.
    auto const needed =
        levels.empty() ? 0 : std::int64_t{levels.back().tick} - levels.front().tick + 2 * growth;
    if (std::ssize(m_sizes) > 2 * needed && !m_logging) {
        m_sizes.clear();
    }
    for (HeatLevel const& level : levels) {
        apply(level);
    }
}

bool HeatScan::shows(std::vector<HeatLevel> const& levels)
{
    auto const same = [this](HeatLevel const& level) {
        float const* size = sizeAt(level.tick);
        return size == nullptr || *size == std::abs(level.size);
    };
    return m_sizesSet == std::ssize(levels) && std::all_of(levels.begin(), levels.end(), same);
}

void HeatScan::forgetSizes()
{
    auto const logged = m_logging ? m_undo.size() : 0;
    for (std::size_t i = 0; i < logged; ++i) {
        apply({m_undo[i].tick, 0});
    }
    for (auto const tick : m_shown) {
        apply({tick, 0});
    }
    if (!m_logging) {
        m_shown.clear();
    }
}

void HeatScan::apply(HeatLevel const& change)
{
    float* size = sizeAt(change.tick);
    if (size == nullptr) {
        return;
    }
    float const now = std::abs(change.size);
    if (m_logging) {
        m_undo.push_back({change.tick, *size});
    } else if (*size == 0 && now != 0) {
        m_shown.push_back(change.tick);
    }
    set(change.tick, *size, now);
}

// `size` is the tick's place.
void HeatScan::set(std::int32_t tick, float& size, float now)
{
    // As HeatRows::rowOf; a division would take longer than all the rest.
    const std::int32_t below = m_rows.topTick - tick;
    auto const row = static_cast<std::int32_t>((below + 0.5) * m_rowsPerTick);
    if (below >= 0 && row < m_rows.rows) {
        double& rowSize = m_rowSizes[static_cast<std::size_t>(row)];
        rowSize = std::max(0.0, rowSize + static_cast<double>(now) - static_cast<double>(size));
        m_touchedRows.push_back(row);
    }
    m_sizesSet += (now != 0 ? 1 : 0) - (size != 0 ? 1 : 0);
    size = now;
}

float* HeatScan::sizeAt(std::int32_t tick)
{
    auto const at = static_cast<std::uint64_t>(std::int64_t{tick} - m_base);
    return at < m_sizes.size() ? &m_sizes[at] : grownSizeAt(tick);
}

// Null for a price beyond reason: it is not worth the memory up to it.
float* HeatScan::grownSizeAt(std::int32_t tick)
{
    if (m_sizes.empty()) {
        m_base = static_cast<std::int32_t>(tick - growth);
        m_sizes.assign(2 * growth, 0.0F);
    }
    const std::int64_t at = std::int64_t{tick} - m_base;
    auto const size = static_cast<std::int64_t>(m_sizes.size());
    if (at >= 0 && at < size) {
        return &m_sizes[static_cast<std::size_t>(at)];
    }
    if (at < growth - mostTicks || at > mostTicks - growth) {
        return nullptr;
    }
    // Prices drift slowly: doubling would take far more than is ever used.
    auto const added = static_cast<std::size_t>(at < 0 ? growth - at : at + growth - size);
    m_sizes.reserve(m_sizes.size() + added);
    m_sizes.insert(at < 0 ? m_sizes.begin() : m_sizes.end(), added, 0.0F);
    m_base -= at < 0 ? static_cast<std::int32_t>(added) : 0;
    return &m_sizes[static_cast<std::size_t>(tick - m_base)];
}

} // namespace qob
