#pragma once

#include "engine/api/market_data.h"

#include <algorithm>
#include <map>
#include <vector>

namespace qob {

// A heat history written down column by column.
class HeatScript {
public:
    explicit HeatScript(std::int64_t firstColumn) : m_next(firstColumn) {}

    // The size at a price from the next column on; negative on the ask side, 0: gone.
    HeatScript& level(std::int32_t tick, float size)
    {
        m_changes.push_back({tick, size});
        return *this;
    }

    // Traded in the next column.
    HeatScript& dot(std::int32_t tick, float size, bool iceberg = false)
    {
        m_dots.push_back({tick, size, iceberg});
        m_last = tick;
        return *this;
    }

    HeatScript& best(std::int32_t bid, std::int32_t ask)
    {
        m_bid = bid;
        m_ask = ask;
        return *this;
    }

    // So many columns; changes and trades fall into the first.
    HeatScript& columns(int count, bool stale = false)
    {
        for (int i = 0; i < count; ++i) {
            addColumn(stale);
        }
        return *this;
    }

    // Columns that were never recorded.
    HeatScript& skip(int count)
    {
        close();
        m_next += count;
        return *this;
    }

    [[nodiscard]] std::vector<HeatChunkPtr> chunks() const
    {
        auto all = m_closed;
        if (!m_chunk.columns.empty()) {
            all.push_back(std::make_shared<const HeatChunk>(m_chunk));
        }
        return all;
    }

    [[nodiscard]] std::int64_t end() const { return m_next; }

private:
    void addColumn(bool stale)
    {
        if (m_chunk.columns.size() == heatChunkColumns) {
            close();
        }
        if (m_chunk.columns.empty()) {
            m_chunk.firstColumn = m_next;
            for (auto const& [tick, size] : m_sizes) {
                m_chunk.levels.push_back({tick, size});
            }
        }
        for (HeatLevel const& change : m_changes) {
            m_chunk.changes.push_back(change);
            m_sizes[change.tick] = change.size;
        }
        std::erase_if(m_sizes, [](auto const& entry) { return entry.second == 0; });
        m_chunk.dots.insert(m_chunk.dots.end(), m_dots.begin(), m_dots.end());
        m_changes.clear();
        m_dots.clear();
        HeatColumn column;
        column.changesEnd = static_cast<std::uint32_t>(m_chunk.changes.size());
        column.dotsEnd = static_cast<std::uint32_t>(m_chunk.dots.size());
        column.bidTick = m_bid;
        column.askTick = m_ask;
        column.lastTick = m_last;
        column.stale = stale;
        m_chunk.columns.push_back(column);
        ++m_next;
    }

    void close()
    {
        if (!m_chunk.columns.empty()) {
            m_closed.push_back(std::make_shared<const HeatChunk>(m_chunk));
        }
        m_chunk = {};
    }

    std::int64_t m_next;
    std::map<std::int32_t, float> m_sizes;
    std::vector<HeatLevel> m_changes;
    std::vector<HeatDot> m_dots;
    std::int32_t m_bid = 0;
    std::int32_t m_ask = 0;
    std::int32_t m_last = 0;
    HeatChunk m_chunk;
    std::vector<HeatChunkPtr> m_closed;
};

} // namespace qob
