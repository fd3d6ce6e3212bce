#pragma once

#include "engine/api/instrument.h"
#include "engine/market/heat_history.h"

#include <functional>
#include <unordered_map>

namespace qob {

// Turns one book's changes into heat-map columns (see HeatChunk). Levels further than two percent from the
// price are left out. One thread.
class HeatRecorder {
public:
    HeatRecorder(Instrument const& instrument, HeatMerge& merge);

    // Other columns than the usual ones, for who keeps them elsewhere: full chunks go to `sink` and not to
    // history().
    using Sink = std::function<void(HeatChunk)>;
    HeatRecorder(Instrument const& instrument, HeatMerge& merge, Duration columnTime, Sink sink);

    // Columns before `time` are closed.
    void advanceTo(Timestamp time);

    void onLevel(Side side, Price price, Qty qty, Timestamp time);

    // The same for columns made of finer ones: what a chunk of those shows.
    void onColumns(HeatChunk const& finer, Duration columnTime);

    // The closed columns of the open chunk go to the sink; with `all`, the present one too.
    void seal(bool all);
    void onTrade(Trade const& trade);

    // Every level is gone.
    void onCleared(Timestamp time);

    // The book's best prices at a consistent point; 0: none on that side.
    void onBest(Price bid, Price ask);

    void onState(FeedState state, Timestamp time);

    // What changed after column `from` was the present one: the chunks that were closed or merged since, see
    // HeatHistory, and the open one last with its present column as it stands.
    [[nodiscard]] std::vector<HeatChunkPtr> chunksFrom(std::int64_t from) const;

    [[nodiscard]] HeatHistory const& history() const { return m_history; }

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
    void show(std::int32_t tick, Cell& cell, float size, bool anew = false);
    void showLevels(HeatChunk const& finer, bool anew);
    void addDot(HeatDot dot);
    void touch(std::int32_t tick, Cell& cell);
    void closeColumn();
    void writeColumn(HeatChunk& chunk) const;
    void sealOpen();
    void startChunk();

    std::int64_t m_columnTime = heatColumnTime.value;
    Sink m_sink;
    std::int64_t m_tickSize;
    float m_unit; // quantity units a base unit
    std::unordered_map<std::int32_t, Cell> m_cells;
    std::vector<Touched> m_touched; // in this column
    std::vector<HeatDot> m_dots;
    HeatColumn m_column; // the present one
    std::int64_t m_columnNumber = -1;
    bool m_staleNow = true;
    HeatChunk m_open;
    HeatHistory m_history;
};

} // namespace qob
