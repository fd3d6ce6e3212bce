#pragma once

#include "engine/api/types.h"

#include <QRect>
#include <QString>

#include <vector>

namespace qob {

enum class LadderColumn {
    OwnBid,
    Bid,
    BidChange, // stacked and pulled
    Sold,      // lately, into the bids
    Prices,
    Bought, // lately, from the asks
    AskChange,
    Ask,
    OwnAsk,
    Volume,
    Delta,
};

inline constexpr int ladderColumns = 11;

// "ownBid" and so on, in workspaces.
QString columnName(LadderColumn column);

// Where the ladder's cells are, in the widget's pixels: the shown columns from left to right, each as wide as
// its share. A ladder that is too narrow for all leaves those out that tell the least.
class LadderLayout {
public:
    static constexpr int headerHeight = 22;
    static constexpr int footerHeight = 24;
    static constexpr int rowHeight = 19;
    static constexpr int crossWidth = 12; // the x of an own order

    static std::vector<LadderColumn> defaultColumns();

    // The price column is always among them.
    void setColumns(std::vector<LadderColumn> columns);

    void resize(int width, int height);

    // As chosen; those that there is no room for are among them.
    [[nodiscard]] std::vector<LadderColumn> const& shown() const { return m_columns; }

    [[nodiscard]] bool shows(LadderColumn column) const;

    // Whole and half visible rows.
    [[nodiscard]] int rowCount() const { return m_rowCount; }

    // Empty when the column is not shown; so are the cells and the header.
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

private:
    void placeColumns();

    int m_width = 0;
    int m_height = 0;
    int m_rowCount = 0;
    std::vector<LadderColumn> m_columns = defaultColumns();
    std::vector<LadderColumn> m_placed; // those with room
    std::vector<int> m_edges;           // of m_placed, one more than they are
};

} // namespace qob
