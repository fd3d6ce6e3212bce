#include "engine/market/heat_history.h"

#include <algorithm>
#include <bit>

namespace qob {

namespace {

constexpr std::uint32_t mostMerges = 14;
constexpr std::size_t longestChunk = 4 * heatChunkColumns;
constexpr std::int64_t enoughDetail = 2'000; // columns in a chunk's age: no map is much wider in pixels

// How many of a price's bits count after so many merges: at first time and price get coarser together, then
// only time, and in a flood price again.
int priceBits(int merges)
{
    constexpr int fine = 16; // rows of a map that shows an hour are rarely finer
    constexpr int flood = 7;
    return std::max(fine + 5 - merges, std::min(fine, fine + flood - merges));
}

std::size_t bytesOf(HeatChunk const& chunk)
{
    return chunk.levels.size() * sizeof(HeatLevel) + chunk.changes.size() * sizeof(HeatLevel) +
           chunk.dots.size() * sizeof(HeatDot) + chunk.columns.size() * sizeof(HeatColumn);
}

std::int64_t endOf(HeatChunk const& chunk)
{
    return chunk.firstColumn + static_cast<std::int64_t>(chunk.columns.size());
}

// How many of a price's lowest bits are left out.
std::uint32_t tickBitsAt(HeatColumn const& column, std::uint32_t merges)
{
    auto const tick = static_cast<std::uint32_t>(std::max({column.bidTick, column.askTick, 1}));
    int const unused = static_cast<int>(std::bit_width(tick)) - priceBits(static_cast<int>(merges));
    return static_cast<std::uint32_t>(std::max(unused, 0));
}

} // namespace

void HeatHistory::add(HeatChunk chunk)
{
    m_end = endOf(chunk);
    m_windowBytes += bytesOf(chunk);
    m_windowColumns += static_cast<std::int64_t>(chunk.columns.size());
    m_items.push_back(make(std::move(chunk), 0));
    while (endOf(*m_items.front().chunk) <= m_end - keptColumns) {
        dropFirst();
    }
    if (m_windowColumns >= windowColumns) {
        m_busiest = std::max(m_busiest, m_windowBytes);
        m_limit = std::clamp(m_busiest * 3 / 4, minBytes, maxBytes);
        m_windowBytes = 0;
        m_windowColumns = 0;
    }
    for (auto index = mostDetailed(); m_bytes > m_limit || detail(index) > enoughDetail;
         index = mostDetailed()) {
        if (m_items[index].merges < mostMerges) {
            mergeAt(index);
        } else {
            dropFirst();
        }
    }
}

std::vector<HeatChunkPtr> HeatHistory::madeAfter(std::int64_t column) const
{
    std::vector<HeatChunkPtr> chunks;
    for (Item const& item : m_items) {
        if (item.made > column) {
            chunks.push_back(item.chunk);
        }
    }
    return chunks;
}

// The chunk to be merged next.
std::size_t HeatHistory::mostDetailed() const
{
    std::size_t found = 0;
    for (std::size_t i = 1; i < m_items.size(); ++i) {
        found = detail(i) > detail(found) ? i : found;
    }
    return found;
}

// Age in columns shown at a time.
std::int64_t HeatHistory::detail(std::size_t index) const
{
    Item const& item = m_items[index];
    return item.merges < mostMerges ? (m_end - endOf(*item.chunk)) >> item.merges : 0;
}

// With the next one, while that makes no chunk so long that work on it would hold up the engine.
void HeatHistory::mergeAt(std::size_t index)
{
    Item& older = m_items[index];
    HeatChunk const* newer = nullptr;
    if (index + 1 < m_items.size()) {
        Item const& next = m_items[index + 1];
        bool const fits = next.merges == older.merges && endOf(*older.chunk) == next.chunk->firstColumn &&
                          older.chunk->columns.size() + next.chunk->columns.size() <= longestChunk;
        newer = fits ? next.chunk.get() : nullptr;
    }
    const std::uint32_t merges = older.merges + 1;
    auto const tickBits = tickBitsAt(older.chunk->columns.back(), merges);
    HeatChunk merged = m_merge.merge(*older.chunk, newer, 1U << merges, tickBits);
    m_bytes -= bytesOf(*older.chunk);
    older = make(std::move(merged), merges);
    if (newer != nullptr) {
        m_bytes -= bytesOf(*newer);
        m_items.erase(m_items.begin() + static_cast<std::ptrdiff_t>(index) + 1);
    }
}

HeatHistory::Item HeatHistory::make(HeatChunk chunk, std::uint32_t merges)
{
    chunk.levels.shrink_to_fit();
    chunk.changes.shrink_to_fit();
    chunk.dots.shrink_to_fit();
    chunk.columns.shrink_to_fit();
    m_bytes += bytesOf(chunk);
    return {std::make_shared<const HeatChunk>(std::move(chunk)), m_end, merges};
}

void HeatHistory::dropFirst()
{
    m_bytes -= bytesOf(*m_items.front().chunk);
    m_items.pop_front();
}

} // namespace qob
