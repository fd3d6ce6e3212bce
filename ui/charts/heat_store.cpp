#include "ui/charts/heat_store.h"

#include <algorithm>

namespace qob {

namespace {

    std::size_t bytesOf(const HeatChunk& chunk)
    {
        return (chunk.levels.size() + chunk.changes.size()) * sizeof(HeatLevel) + chunk.dots.size() * sizeof(HeatDot)
            + chunk.columns.size() * sizeof(HeatColumn);
    }

    bool startsBefore(const HeatChunkPtr& chunk, std::int64_t column)
    {
        return chunk->firstColumn < column;
    }

} // namespace

void HeatStore::clear()
{
    m_chunks.clear();
    m_bytes = 0;
}

void HeatStore::merge(const std::vector<HeatChunkPtr>& chunks)
{
    for (const HeatChunkPtr& chunk : chunks) {
        m_bytes += bytesOf(*chunk);
        const auto at = std::lower_bound(m_chunks.begin(), m_chunks.end(), chunk->firstColumn, startsBefore);
        if (at != m_chunks.end() && (*at)->firstColumn == chunk->firstColumn) {
            m_bytes -= bytesOf(**at);
            *at = chunk;
        } else {
            m_chunks.insert(at, chunk);
        }
    }
    auto keep = m_chunks.begin();
    for (; m_bytes > maxBytes && keep + 1 < m_chunks.end(); ++keep) {
        m_bytes -= bytesOf(**keep);
    }
    m_chunks.erase(m_chunks.begin(), keep);
}

std::int64_t HeatStore::endColumn() const
{
    return empty() ? 0 : m_chunks.back()->firstColumn + static_cast<std::int64_t>(m_chunks.back()->columns.size());
}

const HeatChunk* HeatStore::find(std::int64_t column) const
{
    auto at = std::lower_bound(m_chunks.begin(), m_chunks.end(), column + 1, startsBefore);
    if (at == m_chunks.begin()) {
        return nullptr;
    }
    --at;
    const auto end = (*at)->firstColumn + static_cast<std::int64_t>((*at)->columns.size());
    return column < end ? at->get() : nullptr;
}

const HeatColumn* HeatStore::last() const
{
    return empty() || m_chunks.back()->columns.empty() ? nullptr : &m_chunks.back()->columns.back();
}

} // namespace qob
