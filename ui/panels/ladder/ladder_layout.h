#pragma once

#include "engine/api/types.h"

#include <QRect>

#include <array>

namespace qob {

enum class LadderColumn { OwnBid, Bid, Prices, Ask, OwnAsk, Volume };

// Where the ladder's cells are, in the widget's pixels.
class LadderLayout {
public:
    static constexpr int headerHeight = 22;
    static constexpr int footerHeight = 24;
    static constexpr int rowHeight = 19;
    static constexpr int crossWidth = 12; // the x of an own order
    static constexpr int columns = 6;

    void resize(int width, int height);

    // Whole and half visible rows.
    [[nodiscard]] int rowCount() const { return m_rowCount; }

    [[nodiscard]] QRect column(LadderColumn column) const;
    [[nodiscard]] QRect row(int row) const;
    [[nodiscard]] QRect cell(int row, LadderColumn column) const;
    [[nodiscard]] QRect body() const;
    [[nodiscard]] QRect header(LadderColumn column) const;
    [[nodiscard]] QRect footer() const;

    // -1 outside the rows.
    [[nodiscard]] int rowAt(int y) const;
    [[nodiscard]] LadderColumn columnAt(int x) const;

    // Where the x of an own order is, at the outer edge of its cell.
    [[nodiscard]] QRect cross(int row, Side side) const;

    // False: too narrow for the volume column.
    [[nodiscard]] bool showsVolume() const { return m_edges[columns] > m_edges[columns - 1]; }

private:
    int m_width = 0;
    int m_height = 0;
    int m_rowCount = 0;
    std::array<int, columns + 1> m_edges{};
};

} // namespace qob
