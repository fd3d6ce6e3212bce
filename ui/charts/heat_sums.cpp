#include "ui/charts/heat_sums.h"

#include <algorithm>
#include <limits>

namespace qob {

void HeatSums::take(HeatStore const& store)
{
    auto const& chunks = store.chunks();
    if (chunks.empty()) {
        m_items.clear();
        return;
    }
    const std::int64_t first = chunks.front()->firstColumn;
    bool const goesOn = !m_items.empty() && first >= m_items.front().chunk->firstColumn &&
                        first <= endOf(*m_items.back().chunk);
    m_carried = goesOn ? before(first) : HeatSum{};
    m_countedFrom = goesOn ? m_countedFrom : first;
    std::vector<Item> items;
    items.reserve(chunks.size());
    auto old = m_items.begin();
    HeatSum sum = m_carried;
    std::int64_t end = first;
    for (HeatChunkPtr const& chunk : chunks) {
        if (end > 0 && crossesDay(end - 1, chunk->firstColumn)) {
            sum = {}; // midnight fell between two chunks
        }
        old = std::find_if(old, m_items.end(), [&](Item const& item) {
            return item.chunk->firstColumn >= chunk->firstColumn;
        });
        bool const same = old != m_items.end() && old->chunk == chunk && old->before.volume == sum.volume &&
                          old->before.volumeTicks == sum.volumeTicks && old->before.delta == sum.delta;
        const HeatSum after = same ? old->after : through(*chunk, sum, endOf(*chunk));
        items.push_back({chunk, sum, after});
        sum = after;
        end = endOf(*chunk);
    }
    m_items = std::move(items);
}

HeatSum HeatSums::before(std::int64_t column) const
{
    auto const later =
        std::upper_bound(m_items.begin(), m_items.end(), column, [](std::int64_t at, Item const& item) {
            return at <= item.chunk->firstColumn;
        });
    if (later == m_items.begin()) {
        return m_items.empty() || column < m_items.front().chunk->firstColumn ? HeatSum{} : m_carried;
    }
    Item const& item = *std::prev(later);
    const std::int64_t end = endOf(*item.chunk);
    if (column < end) {
        return through(*item.chunk, item.before, column);
    }
    return crossesDay(end - 1, column - 1) ? HeatSum{} : item.after;
}

std::int64_t HeatSums::sessionStart(std::int64_t column) const
{
    return std::max(m_countedFrom, (column - 1) / dayColumns * dayColumns);
}

// On from the chunk's beginning up to column `end`.
HeatSum HeatSums::through(HeatChunk const& chunk, HeatSum sum, std::int64_t end)
{
    auto const columns = std::min<std::int64_t>(end - chunk.firstColumn, std::ssize(chunk.columns));
    std::uint32_t dot = 0;
    for (std::int64_t i = 0; i < columns; ++i) {
        if ((chunk.firstColumn + i) % dayColumns == 0) {
            sum = {};
        }
        for (; dot < chunk.columns[static_cast<std::size_t>(i)].dotsEnd; ++dot) {
            sum.add(chunk.dots[dot]);
        }
    }
    return sum;
}

} // namespace qob
