#include "ui/bridge/heat_chunks.h"

#include <algorithm>

namespace qob {

void putChunk(std::vector<HeatChunkPtr>& chunks, HeatChunkPtr chunk)
{
    auto const first = firstChunkFrom(chunks, chunk->firstColumn);
    auto const end = firstChunkFrom(chunks, std::max(endOf(*chunk), chunk->firstColumn + 1));
    chunks.insert(chunks.erase(first, end), std::move(chunk));
}

std::vector<HeatChunkPtr>::const_iterator
firstChunkFrom(std::vector<HeatChunkPtr> const& chunks, std::int64_t column)
{
    return std::lower_bound(
        chunks.begin(),
        chunks.end(),
        column,
        [](HeatChunkPtr const& chunk, std::int64_t wanted) { return chunk->firstColumn < wanted; }
    );
}

std::int64_t endOf(HeatChunk const& chunk)
{
    return chunk.firstColumn + static_cast<std::int64_t>(chunk.columns.size());
}

} // namespace qob
