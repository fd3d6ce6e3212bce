#include "ui/models/heat_store.h"

#include <iterator>
#include <numeric>

namespace qob {

namespace {

std::size_t bytesOf(HeatChunk const& chunk)
{
    return (chunk.levels.size() + chunk.changes.size()) * sizeof(HeatLevel) +
           chunk.dots.size() * sizeof(HeatDot) + chunk.columns.size() * sizeof(HeatColumn);
}

constexpr std::int64_t hourColumns = hours(1).value / heatColumnTime.value;
constexpr std::int64_t columnsPerSecond = seconds(1).value / heatColumnTime.value;

// A chunk in columns of a second as one in columns of heatColumnTime.
HeatChunkPtr widened(HeatChunk const& chunk)
{
    HeatChunk wide;
    wide.firstColumn = chunk.firstColumn * columnsPerSecond;
    wide.levels = chunk.levels;
    wide.changes = chunk.changes;
    wide.dots = chunk.dots;
    wide.columns.reserve(chunk.columns.size() * columnsPerSecond);
    for (HeatColumn const& column : chunk.columns) {
        wide.columns.insert(wide.columns.end(), columnsPerSecond, column);
    }
    return std::make_shared<const HeatChunk>(std::move(wide));
}

HeatChunk const* findIn(std::vector<HeatChunkPtr> const& chunks, std::int64_t column)
{
    auto const after = firstChunkFrom(chunks, column + 1);
    if (after == chunks.begin()) {
        return nullptr;
    }
    HeatChunk const* chunk = std::prev(after)->get();
    return column < endOf(*chunk) ? chunk : nullptr;
}

} // namespace

void HeatStore::clear()
{
    m_chunks.clear();
    m_past.clear();
    m_bytes = 0;
}

void HeatStore::merge(std::vector<HeatChunkPtr> const& chunks)
{
    for (HeatChunkPtr const& chunk : chunks) {
        putChunk(m_chunks, chunk);
    }
    auto const add = [](std::size_t sum, HeatChunkPtr const& chunk) {
        return sum + bytesOf(*chunk);
    };
    m_bytes = std::accumulate(m_chunks.begin(), m_chunks.end(), std::size_t{0}, add);
    auto keep = m_chunks.begin();
    auto const tooOld = [&] {
        return endOf(**keep) <= endColumn() - keptColumns;
    };
    for (; keep + 1 < m_chunks.end() && (m_bytes > maxBytes || tooOld()); ++keep) {
        m_bytes -= bytesOf(**keep);
    }
    m_chunks.erase(m_chunks.begin(), keep);
}

std::int64_t HeatStore::endColumn() const
{
    return empty() ? 0 : endOf(*m_chunks.back());
}

HeatChunk const* HeatStore::find(std::int64_t column) const
{
    return findIn(column < firstColumn() ? m_past : m_chunks, column);
}

std::optional<bool> HeatStore::wasLive(std::int64_t from, std::int64_t end) const
{
    auto column = std::max(from, firstColumn());
    end = std::min(end, endColumn());
    while (column < end) {
        HeatChunk const* chunk = find(column);
        if (chunk == nullptr) {
            return false;
        }
        auto const stop = std::min(end, endOf(*chunk));
        for (; column < stop; ++column) {
            if (chunk->columns[static_cast<std::size_t>(column - chunk->firstColumn)].stale) {
                return false;
            }
        }
    }
    return from < firstColumn() || empty() ? std::nullopt : std::optional(true);
}

void HeatStore::setPast(std::int64_t hour, std::vector<HeatChunkPtr> const& chunks)
{
    auto const first = firstChunkFrom(m_past, hour * hourColumns);
    auto const end = firstChunkFrom(m_past, (hour + 1) * hourColumns);
    auto at = m_past.erase(first, end);
    for (HeatChunkPtr const& chunk : chunks) {
        at = std::next(m_past.insert(at, widened(*chunk)));
    }
}

HeatColumn const* HeatStore::last() const
{
    return empty() || m_chunks.back()->columns.empty() ? nullptr : &m_chunks.back()->columns.back();
}

} // namespace qob
