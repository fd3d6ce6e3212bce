#pragma once

#include "engine/market/heat_merge.h"

#include <deque>

namespace qob {

// The closed chunks of one instrument: the last hour, in a bounded number of bytes that is reached soon. What
// the busiest ten minutes took is the limit; when it is reached, chunks are merged to coarser ones, first
// where the columns are finest for their age. So the hour stays, what is new stays sharp, and memory is the
// same after ten minutes as after a day. One thread.
class HeatHistory {
public:
    static constexpr std::size_t minBytes = 9U << 18U; // the limit is not set lower
    static constexpr std::size_t maxBytes = 8U << 20U;
    static constexpr std::int64_t keptColumns = hours(1).value / heatColumnTime.value;

    // Which must outlive it; many can share one.
    explicit HeatHistory(HeatMerge& merge) : m_merge(merge) {}

    void add(HeatChunk chunk);

    // The chunks that were added or merged when the newest one ended after `column`, in order of time. A
    // merged one takes the place of those whose columns it covers.
    [[nodiscard]] std::vector<HeatChunkPtr> madeAfter(std::int64_t column) const;

    [[nodiscard]] std::size_t bytes() const { return m_bytes; }

    // Never falls; maxBytes until the first ten minutes are over.
    [[nodiscard]] std::size_t limit() const { return m_limit; }

private:
    static constexpr std::int64_t windowColumns = minutes(10).value / heatColumnTime.value;

    struct Item {
        HeatChunkPtr chunk;
        std::int64_t made;    // where the newest one ended then
        std::uint32_t merges; // one upon another: its columns are told 2^merges at a time
    };

    [[nodiscard]] std::size_t mostDetailed() const;
    [[nodiscard]] std::int64_t detail(std::size_t index) const;
    void mergeAt(std::size_t index);
    Item make(HeatChunk chunk, std::uint32_t merges);
    void dropFirst();

    std::deque<Item> m_items;
    std::int64_t m_end = 0; // of the newest
    std::size_t m_bytes = 0;
    std::size_t m_limit = maxBytes;
    std::size_t m_windowBytes = 0; // added in the present ten minutes
    std::int64_t m_windowColumns = 0;
    std::size_t m_busiest = 0; // bytes of ten minutes
    HeatMerge& m_merge;
};

} // namespace qob
