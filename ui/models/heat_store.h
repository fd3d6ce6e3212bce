#pragma once

#include "ui/bridge/heat_chunks.h"

namespace qob {

// The heat-map history of one instrument as the GUI holds it: chunks shared with the engine, in order of
// time. The oldest go after an hour, or when there are more bytes than allowed. GUI thread.
class HeatStore {
public:
    static constexpr std::size_t maxBytes = 24U << 20U;
    static constexpr std::int64_t keptColumns = hours(1).value / heatColumnTime.value;

    void clear();

    // Chunks take the place of those whose columns they cover.
    void merge(std::vector<HeatChunkPtr> const& chunks);

    [[nodiscard]] bool empty() const { return m_chunks.empty(); }

    [[nodiscard]] std::size_t bytes() const { return m_bytes; }

    [[nodiscard]] std::int64_t firstColumn() const { return empty() ? 0 : m_chunks.front()->firstColumn; }

    // One past the newest column, which may still be open.
    [[nodiscard]] std::int64_t endColumn() const;

    // The chunk that holds the column; null where nothing was recorded.
    [[nodiscard]] HeatChunk const* find(std::int64_t column) const;

    [[nodiscard]] std::vector<HeatChunkPtr> const& chunks() const { return m_chunks; }

    // The newest column; null when there is none.
    [[nodiscard]] HeatColumn const* last() const;

private:
    std::vector<HeatChunkPtr> m_chunks;
    std::size_t m_bytes = 0;
};

} // namespace qob
