#pragma once

#include "ui/models/heat_store.h"

#include <vector>

namespace qob {

// Which prices a heat map shows: `rows` rows of `ticksPerRow` ticks, the first row's highest tick is
// `topTick`.
struct HeatRows {
    std::int32_t topTick = 0;
    std::int32_t ticksPerRow = 1;
    std::int32_t rows = 0;

    friend bool operator==(HeatRows const&, HeatRows const&) = default;

    // The row of a tick; outside [0, rows) when it is not shown.
    [[nodiscard]] std::int32_t rowOf(std::int32_t tick) const
    {
        const std::int32_t below = topTick - tick;
        return below >= 0 ? below / ticksPerRow : -1;
    }
};

// What one slot of time, one or more columns, has to show.
struct HeatSlot {
    // Largest size shown in each row, base units; the row's ticks are added up. All zero while stale: what
    // was shown before a gap must not be smeared over it.
    std::vector<float> sizes;
    std::int32_t bidTick = 0; // at the end; 0: none, or stale
    std::int32_t askTick = 0;
    std::int32_t lastTick = 0;
    double buys = 0; // traded with the buyer as the aggressor
    double sells = 0;
    double buyTicks = 0; // size-weighted, to find the average price
    double sellTicks = 0;
    std::vector<float> traded; // in each row; empty when not asked for
    bool stale = false;        // not live at some time in it, or a hole in the recording
};

// Walks through the store's columns and adds them up into slots. It keeps the state of the book at the end of
// the last slot, so that going on to the next one costs only what changed. GUI thread.
class HeatScan {
public:
    explicit HeatScan(HeatStore const& store) : m_store(store) {}

    // Whether slots tell what traded in each row.
    void wantTraded(bool want) { m_wantTraded = want; }

    // Starts at a column, with these rows.
    void start(std::int64_t column, HeatRows const& rows);

    // The next `columns` columns as one slot.
    void next(std::int64_t columns, HeatSlot& slot);

    // The same without moving on: for the newest slot, which is not complete yet.
    void peek(std::int64_t columns, HeatSlot& slot);

    [[nodiscard]] std::int64_t column() const { return m_column; }

private:
    void scan(std::int64_t columns, HeatSlot& slot);
    void goInto(HeatChunk const& chunk);
    void load(std::vector<HeatLevel> const& levels);
    [[nodiscard]] bool shows(std::vector<HeatLevel> const& levels);
    void forgetSizes();
    void apply(HeatLevel const& change);
    void set(std::int32_t tick, float& size, float now);
    void takeRows(HeatSlot& slot, bool first) const;
    void readColumn(HeatChunk const& chunk, std::int64_t column, HeatSlot& slot);
    void readDot(HeatDot const& dot, HeatSlot& slot) const;
    float* sizeAt(std::int32_t tick);
    float* grownSizeAt(std::int32_t tick);

    HeatStore const& m_store;
    HeatRows m_rows;
    double m_rowsPerTick = 1;
    std::int64_t m_column = 0;         // the next one
    std::int32_t m_base = 0;           // tick of m_sizes[0]
    std::vector<float> m_sizes;        // by tick, without sign
    std::vector<std::int32_t> m_shown; // all that have a size, and some that had; not what peek() tries
    std::ptrdiff_t m_sizesSet = 0;     // how many are not 0
    std::vector<double> m_rowSizes;    // by row
    std::vector<std::int32_t> m_touchedRows;
    bool m_wantTraded = false;
    bool m_logging = false;
    std::vector<HeatLevel> m_undo;
};

} // namespace qob
