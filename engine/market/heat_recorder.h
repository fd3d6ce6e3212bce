#pragma once

#include "engine/api/instrument.h"
#include "engine/market/heat_history.h"

#include <functional>
#include <optional>
#include <unordered_map>

namespace qob {

// The step of price that a chunk's ticks count.
struct HeatTick {
    std::int64_t size = 0; // price units
    int scale = 0;         // decimals of one

    friend bool operator==(HeatTick const&, HeatTick const&) = default;
};

HeatTick heatTickOf(Instrument const& instrument);

// How many ticks of one kind make one of another; none where that is no whole number, or a huge one.
std::optional<std::int64_t> ticksIn(HeatTick coarse, HeatTick fine);

// Turns one book's changes into heat-map columns (see HeatChunk). Levels within two percent of the price are
// in them as long as wantsBook() is heeded, those further away than a little more are left out. One thread.
class HeatRecorder {
public:
    HeatRecorder(Instrument const& instrument, HeatMerge& merge);

    // Other columns than the usual ones, for who keeps them elsewhere: full chunks go to `sink` and not to
    // history().
    using Sink = std::function<void(HeatChunk)>;
    HeatRecorder(Instrument const& instrument, HeatMerge& merge, Duration columnTime, Sink sink);

    // Goes on, in its present column, from what another one of the same book shows, whose tick was another.
    void goOn(HeatRecorder const& before);

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

    // The price has moved so far that levels which were left out may be near it now: onBook() is to tell
    // them again.
    [[nodiscard]] bool wantsBook() const;

    // All levels of the book as they are, at a consistent point.
    void onBook(DepthView const& book, Timestamp time);

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
    [[nodiscard]] std::int32_t middle() const;
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
    HeatTick m_tick;
    float m_unit; // quantity units a base unit
    std::unordered_map<std::int32_t, Cell> m_cells;
    std::vector<Touched> m_touched; // in this column
    std::vector<HeatDot> m_dots;
    HeatColumn m_column; // the present one
    std::int64_t m_columnNumber = -1;
    bool m_staleNow = true;
    std::int32_t m_bookMiddle = 0; // when all levels were told last; 0: none was left out since
    bool m_bookWanted = false;
    HeatChunk m_open;
    HeatHistory m_history;
};

} // namespace qob
