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

} // namespace

void HeatStore::clear()
{
    m_chunks.clear();
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
    auto const after = firstChunkFrom(m_chunks, column + 1);
    if (after == m_chunks.begin()) {
        return nullptr;
    }
    HeatChunk const* chunk = std::prev(after)->get();
    return column < endOf(*chunk) ? chunk : nullptr;
}

HeatColumn const* HeatStore::last() const
{
    return empty() || m_chunks.back()->columns.empty() ? nullptr : &m_chunks.back()->columns.back();
}

} // namespace qob
