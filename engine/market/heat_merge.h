#pragma once

#include "engine/api/market_data.h"

namespace qob {

// Makes a coarser chunk of one, or of two that follow each other. It covers the same columns, but sizes
// change only every `slotColumns` columns, to the average shown in them; 2^tickBits ticks are added up and
// shown at their middle; changes too small to see are left out. Trades are added up by slot and side. Best
// prices and states stay as they were. Keeps its scratch memory.
class HeatMerge {
public:
    HeatChunk
    merge(HeatChunk const& older, HeatChunk const* newer, std::uint32_t slotColumns, std::uint32_t tickBits);

private:
    // From a column on this is a tick's size; before the first one when the column is `before`.
    struct Step {
        std::int32_t column;
        HeatLevel level;
    };

    class SlotMeans;

    [[nodiscard]] std::int32_t bucketOf(Step const& step) const { return step.level.tick >> m_tickBits; }

    void addSteps(HeatChunk const& chunk, std::int32_t levelsColumn, std::int32_t firstColumn);
    void mergeBucket(std::size_t first, std::size_t end, HeatChunk& merged);
    void take(HeatLevel const& level);
    [[nodiscard]] float total() const;
    void fillColumns(HeatChunk const& older, HeatChunk const* newer, HeatChunk& merged) const;

    std::int32_t m_slotColumns = 1;
    std::uint32_t m_tickBits = 0;
    std::int32_t m_seam = 0; // the newer chunk's first column
    std::int32_t m_columns = 0;
    float m_smallChange = 0; // and smaller ones are not seen
    std::vector<Step> m_steps;
    std::vector<Step> m_sorted;
    std::vector<HeatLevel> m_ticks; // of one bucket, those shown
    std::vector<Step> m_changes;
    std::vector<float> m_sizes;
};

} // namespace qob
