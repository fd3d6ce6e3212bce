#pragma once

#include "ui/models/heat_store.h"

namespace qob {

// What was traded since the session began: at midnight UTC, or where the history begins that was held when it
// was taken first. Base units, and ticks times base units; doubles, downstream of the exact trades.
struct HeatSum {
    double volume = 0;
    double volumeTicks = 0; // / volume: the volume-weighted average price (VWAP)
    double delta = 0;       // bought less sold by the aggressor (CVD)

    void add(HeatDot const& dot)
    {
        double const size = dot.size < 0 ? -static_cast<double>(dot.size) : static_cast<double>(dot.size);
        volume += size;
        volumeTicks += size * dot.tick;
        delta += static_cast<double>(dot.size);
    }

    void add(HeatSum const& other)
    {
        volume += other.volume;
        volumeTicks += other.volumeTicks;
        delta += other.delta;
    }
};

// Keeps the session's sums at the beginning of each chunk of a store, so that the sum up to any column is
// soon found. Chunks that leave the store stay counted. GUI thread.
class HeatSums {
public:
    static constexpr std::int64_t dayColumns = hours(24).value / heatColumnTime.value;

    // Brings it up to date; costs little when only the newest chunk changed.
    void take(HeatStore const& store);

    // Everything before the column, in the session of the column before it.
    [[nodiscard]] HeatSum before(std::int64_t column) const;

    // Where the counting of that session began.
    [[nodiscard]] std::int64_t sessionStart(std::int64_t column) const;

    // Whether a session begins in (from, to]: a sum cannot simply go on over it.
    [[nodiscard]] static bool crossesDay(std::int64_t from, std::int64_t to)
    {
        return from / dayColumns != to / dayColumns;
    }

private:
    struct Item {
        HeatChunkPtr chunk;
        HeatSum before; // at its first column
        HeatSum after;
    };

    static HeatSum through(HeatChunk const& chunk, HeatSum sum, std::int64_t end);

    std::vector<Item> m_items;
    HeatSum m_carried;              // at the first item's beginning
    std::int64_t m_countedFrom = 0; // the first column ever taken
};

} // namespace qob
