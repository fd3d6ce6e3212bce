#pragma once

#include "engine/api/types.h"

#include <optional>
#include <vector>

namespace qob {

// What was traded at one price, in lots, by who crossed the spread.
struct PriceVolume {
    Price price;
    Qty sold;   // into the bid
    Qty bought; // at the ask

    [[nodiscard]] Qty total() const { return sold + bought; }

    [[nodiscard]] Qty delta() const { return bought - sold; }

    friend bool operator==(PriceVolume const&, PriceVolume const&) = default;
};

// The prices between which most was traded.
struct ValueArea {
    Price low;
    Price high;

    friend bool operator==(ValueArea const&, ValueArea const&) = default;
};

// Rows of volume at price, lowest price first, only those with trades; exact.
class VolumeAtPrice {
public:
    void add(Price price, Qty sold, Qty bought);
    void add(VolumeAtPrice const& other);

    void clear() { *this = {}; }

    [[nodiscard]] std::vector<PriceVolume> const& rows() const { return m_rows; }

    [[nodiscard]] bool empty() const { return m_rows.empty(); }

    // Null where nothing was traded.
    [[nodiscard]] PriceVolume const* at(Price price) const;

    [[nodiscard]] Qty sold() const { return m_sold; }

    [[nodiscard]] Qty bought() const { return m_bought; }

    [[nodiscard]] Qty total() const { return m_sold + m_bought; }

    [[nodiscard]] Qty delta() const { return m_bought - m_sold; }

    [[nodiscard]] Qty largest() const; // of the rows' totals

    // The same in rows of `step`, each named by its lowest price, a multiple of step.
    [[nodiscard]] VolumeAtPrice grouped(Price step) const;

    // The price with the most volume; of several, the one nearest to the middle of the range, then the lower
    // (J. Dalton, "Mind over Markets"). Nothing when there are no trades.
    [[nodiscard]] std::optional<Price> pointOfControl() const;

    // From the point of control outwards, each time to the side whose next two rows hold more, until
    // `percent` of the volume is in it (CBOT, "Market Profile": 70). Rows are `step` apart, those without
    // trades included; on a tie it grows to both sides.
    [[nodiscard]] std::optional<ValueArea> valueArea(Price step, int percent = 70) const;

private:
    std::vector<PriceVolume> m_rows;
    Qty m_sold;
    Qty m_bought;
};

// The multiple of `step` at or below the price, negative prices too.
Price rowOf(Price price, Price step);

} // namespace qob
