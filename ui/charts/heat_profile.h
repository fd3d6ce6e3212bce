#pragma once

#include "ui/models/heat_store.h"

#include <optional>
#include <utility>
#include <vector>

namespace qob {

// How much was traded at each price, in rows of `ticksPerRow` ticks that begin at multiples of it. Doubles,
// downstream of the exact trades. GUI thread.
class HeatProfile {
public:
    struct Row {
        double buys = 0; // by the aggressor
        double sells = 0;

        [[nodiscard]] double total() const { return buys + sells; }
    };

    explicit HeatProfile(std::int32_t ticksPerRow = 1) : m_ticksPerRow(ticksPerRow) {}

    void add(HeatDot const& dot);
    // The trades of the columns [from, to).
    void add(HeatStore const& store, std::int64_t from, std::int64_t to);

    // Number of a tick's row: tick / ticksPerRow, rounded down.
    [[nodiscard]] std::int64_t rowOf(std::int32_t tick) const;

    [[nodiscard]] std::int32_t ticksPerRow() const { return m_ticksPerRow; }

    // The middle of a row.
    [[nodiscard]] double tickOf(std::int64_t row) const
    {
        return static_cast<double>(row * m_ticksPerRow) + 0.5 * (m_ticksPerRow - 1);
    }

    // Empty where nothing was traded.
    [[nodiscard]] Row at(std::int64_t row) const;

    [[nodiscard]] double volume() const { return m_volume; }

    // The point of control: the row with the most volume; of equal ones the one nearest the middle of the
    // traded range. None without trades.
    [[nodiscard]] std::optional<std::int64_t> poc() const;

    // Lowest and highest row of the value area: from the POC on, the larger of the next two rows above and
    // the next two below is taken in, until `share` of the volume is. Source: Steidlmayer's Market Profile,
    // as the CBOT's handbook computes it.
    [[nodiscard]] std::optional<std::pair<std::int64_t, std::int64_t>> valueArea(double share = 0.7) const;

private:
    Row& rowAt(std::int64_t row);

    std::int32_t m_ticksPerRow;
    std::int64_t m_first = 0; // the row of m_rows[0]
    std::vector<Row> m_rows;
    double m_volume = 0;
};

// The point of control of a past period at which nothing has been traded since.
struct NakedPoc {
    std::int64_t endColumn = 0; // of its period
    double tick = 0;
};

// Of the periods of `period` columns that are over, newest first. What is traded between the lowest and the
// highest price of a later period counts as traded at all prices between.
std::vector<NakedPoc> nakedPocs(HeatStore const& store, std::int64_t period, std::int32_t ticksPerRow);

} // namespace qob
