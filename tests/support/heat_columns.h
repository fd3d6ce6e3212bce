#pragma once

#include "engine/api/market_data.h"

#include <map>

namespace qob::test {

// What a reader of the chunks sees: each column's sizes by tick.
inline std::map<std::int64_t, std::map<std::int32_t, float>>
sizesByColumn(std::vector<HeatChunkPtr> const& chunks)
{
    std::map<std::int64_t, std::map<std::int32_t, float>> columns;
    for (auto const& chunk : chunks) {
        std::map<std::int32_t, float> state;
        for (auto const& level : chunk->levels) {
            state[level.tick] = level.size;
        }
        std::size_t at = 0;
        for (std::size_t i = 0; i < chunk->columns.size(); ++i) {
            for (; at < chunk->columns[i].changesEnd; ++at) {
                state[chunk->changes[at].tick] = chunk->changes[at].size;
            }
            std::erase_if(state, [](auto const& entry) { return entry.second == 0; });
            columns[chunk->firstColumn + static_cast<std::int64_t>(i)] = state;
        }
    }
    return columns;
}

} // namespace qob::test
