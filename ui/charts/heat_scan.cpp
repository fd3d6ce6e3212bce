#include "ui/charts/heat_scan.h"

#include <algorithm>
#include <cmath>

namespace qob {

namespace {

constexpr std::int64_t growth = 1024; // ticks added on a side when a new price is seen
constexpr std::int64_t mostTicks = 4 << 20;

} // namespace

void HeatScan::start(std::int64_t column, HeatRows const& rows)
{
    m_rows = rows;
    m_column = column;
    m_known = false;
    std::fill(m_sizes.begin(), m_sizes.end(), 0.0F);
    m_rowSizes.assign(static_cast<std::size_t>(rows.rows), 0.0);
    HeatChunk const* chunk = m_store.find(column);
    if (chunk == nullptr) {
        return;
    }
    load(chunk->levels);
    auto const before = static_cast<std::size_t>(column - chunk->firstColumn);
    const std::size_t applied = before == 0 ? 0 : chunk->columns[before - 1].changesEnd;
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
    bool const known = m_known;
    scan(columns, slot);
    m_logging = false;
    for (auto change = m_undo.rbegin(); change != m_undo.rend(); ++change) {
        apply(*change);
    }
    m_column = column;
    m_known = known;
}

void HeatScan::scan(std::int64_t columns, HeatSlot& slot)
{
    slot.sizes.assign(m_rowSizes.size(), 0.0F);
    slot.buys = slot.sells = 0;
    slot.buyTicks = slot.sellTicks = 0;
    slot.bidTick = slot.askTick = slot.lastTick = 0;
    slot.stale = false;
    const std::int64_t end = m_column + columns;
    bool first = true;
    while (m_column < end) {
        HeatChunk const* chunk = m_store.find(m_column);
        if (chunk == nullptr) {
            slot.stale = slot.stale || m_column >= m_store.firstColumn();
            m_known = false;
            ++m_column;
            continue;
        }
        if (!m_known && m_column == chunk->firstColumn) {
            load(chunk->levels);
        }
        m_known = true;
        auto const chunkEnd = chunk->firstColumn + static_cast<std::int64_t>(chunk->columns.size());
        for (; m_column < std::min(end, chunkEnd); ++m_column) {
            m_touchedRows.clear();
            readColumn(*chunk, m_column, slot);
            takeRows(slot, first);
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
        HeatDot const& dot = chunk.dots[i];
        float const size = std::abs(dot.size);
        (dot.size > 0 ? slot.buys : slot.sells) += size;
        (dot.size > 0 ? slot.buyTicks : slot.sellTicks) += static_cast<double>(size) * dot.tick;
    }
    slot.bidTick = here.bidTick;
    slot.askTick = here.askTick;
    slot.lastTick = here.lastTick;
    slot.stale = slot.stale || here.stale;
}

// Replaces the whole state.
void HeatScan::load(std::vector<HeatLevel> const& levels)
{
    if (m_logging) {
        for (std::size_t i = 0; i < m_sizes.size(); ++i) {
            if (m_sizes[i] != 0) {
                m_undo.push_back({m_base + static_cast<std::int32_t>(i), m_sizes[i]});
            }
        }
    }
    std::fill(m_sizes.begin(), m_sizes.end(), 0.0F);
    std::fill(m_rowSizes.begin(), m_rowSizes.end(), 0.0);
    for (HeatLevel const& level : levels) {
        apply(level);
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
    }
    auto const row = m_rows.rowOf(change.tick);
    if (row >= 0 && row < m_rows.rows) {
        double& rowSize = m_rowSizes[static_cast<std::size_t>(row)];
        rowSize = std::max(0.0, rowSize + static_cast<double>(now) - static_cast<double>(*size));
        m_touchedRows.push_back(row);
    }
    *size = now;
}

// Null for a price beyond reason: it is not worth the memory up to it.
float* HeatScan::sizeAt(std::int32_t tick)
{
    if (m_sizes.empty()) {
        m_base = static_cast<std::int32_t>(tick - growth);
        m_sizes.assign(2 * growth, 0.0F);
    }
    const std::int64_t at = std::int64_t{tick} - m_base;
    auto const size = static_cast<std::int64_t>(m_sizes.size());
    if (at < growth - mostTicks || at > mostTicks - growth) {
        return nullptr;
    }
    if (at < 0) {
        auto const added = static_cast<std::size_t>(growth - at);
        m_sizes.insert(m_sizes.begin(), added, 0.0F);
        m_base -= static_cast<std::int32_t>(added);
    } else if (at >= size) {
        m_sizes.resize(static_cast<std::size_t>(at + growth), 0.0F);
    }
    return &m_sizes[static_cast<std::size_t>(tick - m_base)];
}

} // namespace qob
