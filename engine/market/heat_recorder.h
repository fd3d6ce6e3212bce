#pragma once

#include "engine/api/instrument.h"
#include "engine/api/market_data.h"

#include <deque>
#include <unordered_map>

namespace qob {

// Turns one book's changes into heat-map columns (see HeatChunk). Levels further than two percent from the
// price are left out. Memory is bounded by time and by bytes: the oldest chunks go first. One thread.
class HeatRecorder {
public:
    static constexpr std::size_t maxBytes = 24U << 20U;
    static constexpr std::size_t maxChunks = 36'000 / heatChunkColumns + 2; // a little more than an hour

    explicit HeatRecorder(Instrument const& instrument);

    // Columns before `time` are closed.
    void advanceTo(Timestamp time);

    void onLevel(Side side, Price price, Qty qty, Timestamp time);
    void onTrade(Trade const& trade);

    // Every level is gone.
    void onCleared(Timestamp time);

    // The book's best prices at a consistent point; 0: none on that side.
    void onBest(Price bid, Price ask);

    void onState(FeedState state, Timestamp time);

    // The chunks from the one that holds column `from` on, the open one last with its present column as it
    // stands.
    [[nodiscard]] std::vector<HeatChunkPtr> chunksFrom(std::int64_t from) const;

    // The first column of the open chunk: what to ask for next time.
    [[nodiscard]] std::int64_t openColumn() const { return m_open.firstColumn; }

private:
    struct Cell {
        float now = 0;      // signed size shown at present
        float peak = 0;     // the largest by magnitude in this column
        float recorded = 0; // in the column before
        bool touched = false;
    };

    // The map's nodes do not move.
    struct Touched {
        std::int32_t tick;
        Cell* cell;
    };

    [[nodiscard]] std::int32_t tickOf(Price price) const;
    [[nodiscard]] bool inBand(std::int32_t tick) const;
    void touch(std::int32_t tick, Cell& cell);
    void closeColumn();
    void writeColumn(HeatChunk& chunk) const;
    void sealOpen();
    void startChunk();

    std::int64_t m_tickSize;
    float m_unit; // quantity units a base unit
    std::unordered_map<std::int32_t, Cell> m_cells;
    std::vector<Touched> m_touched; // in this column
    std::vector<HeatDot> m_dots;
    HeatColumn m_column; // the present one
    std::int64_t m_columnNumber = -1;
    bool m_staleNow = true;
    HeatChunk m_open;
    std::deque<HeatChunkPtr> m_sealed;
    std::size_t m_sealedBytes = 0;
};

} // namespace qob
