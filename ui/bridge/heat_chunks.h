#pragma once

#include "engine/api/market_data.h"

#include <vector>

namespace qob {

// Puts a chunk among others that are in order of time: it takes the place of those whose columns it covers,
// which are shorter versions of itself or finer ones that it was merged from.
void putChunk(std::vector<HeatChunkPtr>& chunks, HeatChunkPtr chunk);

// The first that does not start before the column.
std::vector<HeatChunkPtr>::const_iterator
firstChunkFrom(std::vector<HeatChunkPtr> const& chunks, std::int64_t column);

// One past the chunk's last column.
std::int64_t endOf(HeatChunk const& chunk);

} // namespace qob
