#pragma once

#include "ui/bridge/heat_chunks.h"

#include <algorithm>
#include <optional>

namespace qob {

// The heat-map history of one instrument as the GUI holds it: chunks shared with the engine, in order of
// time. The oldest go after an hour, or when there are more bytes than allowed. Before them lies the past:
// hours that were recorded, in coarser columns, put in and taken out as they are looked at. GUI thread.
class HeatStore {
public:
    static constexpr std::size_t maxBytes = 24U << 20U;
    static constexpr std::int64_t keptColumns = hours(1).value / heatColumnTime.value;

    // The past, too.
    void clear();

    // Chunks take the place of those whose columns they cover.
    void merge(std::vector<HeatChunkPtr> const& chunks);

    // What was recorded of an hour, counted from 1970, in columns of a second; none: it is forgotten.
    void setPast(std::int64_t hour, std::vector<HeatChunkPtr> const& chunks);

    // Without the past.
    [[nodiscard]] bool empty() const { return m_chunks.empty(); }

    [[nodiscard]] std::size_t bytes() const { return m_bytes; }

    [[nodiscard]] std::int64_t firstColumn() const { return empty() ? 0 : m_chunks.front()->firstColumn; }

    // The first column of the past, or else of all.
    [[nodiscard]] std::int64_t pastColumn() const
    {
        return m_past.empty() ? firstColumn() : std::min(firstColumn(), m_past.front()->firstColumn);
    }

    // One past the newest column, which may still be open.
    [[nodiscard]] std::int64_t endColumn() const;

    // The chunk that holds the column; null where nothing was recorded. The past counts only before
    // firstColumn().
    [[nodiscard]] HeatChunk const* find(std::int64_t column) const;

    // One past the last column for which find() gives this chunk.
    [[nodiscard]] std::int64_t endWithin(HeatChunk const& chunk) const
    {
        return chunk.firstColumn < firstColumn() ? std::min(endOf(chunk), firstColumn()) : endOf(chunk);
    }

    // Whether the feed was there and live from a column on to before another, as far as both are held without
    // the past; nothing where it begins before that, and no loss is known.
    [[nodiscard]] std::optional<bool> wasLive(std::int64_t from, std::int64_t end) const;

    // Without the past.
    [[nodiscard]] std::vector<HeatChunkPtr> const& chunks() const { return m_chunks; }

    [[nodiscard]] std::vector<HeatChunkPtr> const& past() const { return m_past; }

    // The newest column; null when there is none.
    [[nodiscard]] HeatColumn const* last() const;

private:
    std::vector<HeatChunkPtr> m_chunks;
    std::vector<HeatChunkPtr> m_past; // in columns of heatColumnTime
    std::size_t m_bytes = 0;
};

} // namespace qob
