#pragma once

#include "ui/models/heat_store.h"

#include <deque>
#include <unordered_map>
#include <vector>

namespace qob {

// Much more traded at a price than was ever shown there, or the market said what it was.
struct Iceberg {
    std::int64_t firstColumn = 0;
    std::int64_t lastColumn = 0; // of its last trade
    std::int32_t tick = 0;
    bool bid = false; // what was hit
    double traded = 0;
    double shown = 0; // the largest size seen there meanwhile
};

// Finds icebergs. A market of ours tells which trades took from one; those that follow each other at a price
// within half a minute are one mark, and it is exact. Elsewhere they are inferred from what a market
// publishes: at one price, trades that follow each other within a second add up to at least `ratio` times the
// largest size shown there meanwhile. Several traders who refill a price look the same, so it is an inference
// and has to be labelled as one. Columns that were merged to coarser ones are passed over: they are averages.
// GUI thread.
class HeatIcebergs {
public:
    static constexpr double ratio = 3;
    static constexpr std::size_t mostFound = 1'000;

    // Whether the market tells of them; where that changes, what was found is forgotten.
    void setTold(bool told);

    [[nodiscard]] bool told() const { return m_told; }

    // Reads the columns that are complete and were not read yet.
    void take(HeatStore const& store);

    // Another history.
    void clear();

    // In the order in which they were found; the last ones may still grow.
    [[nodiscard]] std::deque<Iceberg> const& found() const { return m_found; }

private:
    struct Episode {
        Iceberg iceberg;
        std::int64_t index = -1; // in m_found, counted from the first ever; -1: not large enough yet
    };

    void readColumn(HeatChunk const& chunk, std::size_t index);
    void readDot(HeatDot const& dot, std::int64_t column);
    void report(Episode& episode);
    void setSize(std::int32_t tick, float size);

    bool m_told = false;
    std::int64_t m_next = 0; // column
    std::unordered_map<std::int32_t, float> m_sizes;
    bool m_sizesKnown = false; // not where reading begins anew; that is at a chunk's first column
    std::vector<Episode> m_open;
    std::deque<Iceberg> m_found;
    std::int64_t m_forgotten = 0; // of m_found
};

} // namespace qob
