#include "ui/charts/heat_store.h"

#include <algorithm>

namespace qob {

namespace {

std::size_t bytesOf(HeatChunk const& chunk)
{
    return (chunk.levels.size() + chunk.changes.size()) * sizeof(HeatLevel) +
           chunk.dots.size() * sizeof(HeatDot) + chunk.columns.size() * sizeof(HeatColumn);
}

bool startsBefore(HeatChunkPtr const& chunk, std::int64_t column)
{
    return chunk->firstColumn < column;
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
        m_bytes += bytesOf(*chunk);
        auto const at = std::lower_bound(m_chunks.begin(), m_chunks.end(), chunk->firstColumn, startsBefore);
        if (at != m_chunks.end() && (*at)->firstColumn == chunk->firstColumn) {
            m_bytes -= bytesOf(**at);
            *at = chunk;
        } else {
            m_chunks.insert(at, chunk);
        }
    }
    auto keep = m_chunks.begin();
    auto const tooMany = [&] {
        return m_bytes > maxBytes || static_cast<std::size_t>(m_chunks.end() - keep) > maxChunks;
    };
    for (; keep + 1 < m_chunks.end() && tooMany(); ++keep) {
        m_bytes -= bytesOf(**keep);
    }
    m_chunks.erase(m_chunks.begin(), keep);
}

std::int64_t HeatStore::endColumn() const
{
    return empty()
               ? 0
               : m_chunks.back()->firstColumn + static_cast<std::int64_t>(m_chunks.back()->columns.size());
}

HeatChunk const* HeatStore::find(std::int64_t column) const
{
    auto at = std::lower_bound(m_chunks.begin(), m_chunks.end(), column + 1, startsBefore);
    if (at == m_chunks.begin()) {
        return nullptr;
    }
    --at;
    auto const end = (*at)->firstColumn + static_cast<std::int64_t>((*at)->columns.size());
    return column < end ? at->get() : nullptr;
}

HeatColumn const* HeatStore::last() const
{
    return empty() || m_chunks.back()->columns.empty() ? nullptr : &m_chunks.back()->columns.back();
}

} // namespace qob
