#include "ui/panels/ladder/ladder_layout.h"

#include <algorithm>

namespace qob {
namespace {

constexpr int widthForVolume = 330;
constexpr std::array<int, LadderLayout::columns> shares{23, 18, 21, 18, 23, 14};

} // namespace

void LadderLayout::resize(int width, int height)
{
    m_width = width;
    m_height = height;
    m_rowCount = std::max(0, (height - headerHeight - footerHeight + rowHeight - 1) / rowHeight);
    int const shown = width >= widthForVolume ? columns : columns - 1;
    int sum = 0;
    for (int i = 0; i < shown; ++i) {
        sum += shares[static_cast<std::size_t>(i)];
    }
    int before = 0;
    for (int i = 0; i <= columns; ++i) {
        m_edges[static_cast<std::size_t>(i)] = i >= shown ? width : width * before / sum;
        before += i < columns ? shares[static_cast<std::size_t>(i)] : 0;
    }
}

QRect LadderLayout::body() const
{
    return {0, headerHeight, m_width, std::max(0, m_height - headerHeight - footerHeight)};
}

QRect LadderLayout::footer() const
{
    return {0, m_height - footerHeight, m_width, footerHeight};
}

QRect LadderLayout::column(LadderColumn column) const
{
    auto const i = static_cast<std::size_t>(column);
    return {m_edges[i], headerHeight, m_edges[i + 1] - m_edges[i], body().height()};
}

QRect LadderLayout::header(LadderColumn at) const
{
    auto const rect = column(at);
    return {rect.left(), 0, rect.width(), headerHeight};
}

QRect LadderLayout::row(int row) const
{
    return QRect(0, headerHeight + row * rowHeight, m_width, rowHeight) & body();
}

QRect LadderLayout::cell(int at, LadderColumn in) const
{
    auto const rect = column(in);
    return {rect.left(), headerHeight + at * rowHeight, rect.width(), rowHeight};
}

int LadderLayout::rowAt(int y) const
{
    auto const rows = body();
    return y < rows.top() || y > rows.bottom() ? -1 : (y - headerHeight) / rowHeight;
}

LadderColumn LadderLayout::columnAt(int x) const
{
    for (int i = 0; i + 1 < columns; ++i) {
        if (x < m_edges[static_cast<std::size_t>(i) + 1]) {
            return static_cast<LadderColumn>(i);
        }
    }
    return LadderColumn::Volume;
}

QRect LadderLayout::cross(int row, Side side) const
{
    auto const rect = cell(row, side == Side::Buy ? LadderColumn::OwnBid : LadderColumn::OwnAsk);
    int const left = side == Side::Buy ? rect.left() : rect.right() + 1 - crossWidth;
    return {left, rect.top(), crossWidth, rect.height()};
}

} // namespace qob
