#include "ui/panels/ladder/ladder_layout.h"

#include <algorithm>
#include <array>
#include <numeric>

namespace qob {
namespace {

struct ColumnInfo {
    char const* name;
    int share;
    int least; // pixels its numbers need
    int worth; // the least goes first when there is no room
};

constexpr std::array<ColumnInfo, ladderColumns> infos{{
    {"ownBid", 23, 44, 8},
    {"bid", 18, 42, 9},
    {"bidChange", 15, 44, 4},
    {"sold", 15, 44, 3},
    {"price", 21, 56, 10},
    {"bought", 15, 44, 3},
    {"askChange", 15, 44, 4},
    {"ask", 18, 42, 9},
    {"ownAsk", 23, 44, 8},
    {"volume", 15, 44, 6},
    {"delta", 15, 44, 5},
}};

ColumnInfo const& infoOf(LadderColumn column)
{
    return infos.at(static_cast<std::size_t>(column));
}

} // namespace

QString columnName(LadderColumn column)
{
    return QLatin1String(infoOf(column).name);
}

std::vector<LadderColumn> LadderLayout::defaultColumns()
{
    using enum LadderColumn;
    return {OwnBid, Bid, Prices, Ask, OwnAsk, Volume};
}

void LadderLayout::setColumns(std::vector<LadderColumn> columns)
{
    if (std::find(columns.begin(), columns.end(), LadderColumn::Prices) == columns.end()) {
        columns.push_back(LadderColumn::Prices);
    }
    m_columns = std::move(columns);
    placeColumns();
}

bool LadderLayout::shows(LadderColumn column) const
{
    return std::find(m_columns.begin(), m_columns.end(), column) != m_columns.end();
}

void LadderLayout::resize(int width, int height)
{
    m_width = width;
    m_height = height;
    m_rowCount = std::max(0, (height - headerHeight - footerHeight + rowHeight - 1) / rowHeight);
    placeColumns();
}

void LadderLayout::placeColumns()
{
    m_placed = m_columns;
    auto const needs = [this] {
        return std::accumulate(m_placed.begin(), m_placed.end(), 0, [](int sum, LadderColumn column) {
            return sum + infoOf(column).least;
        });
    };
    while (m_placed.size() > 1 && needs() > m_width) {
        auto const least =
            std::min_element(m_placed.begin(), m_placed.end(), [](LadderColumn a, LadderColumn b) {
                return infoOf(a).worth < infoOf(b).worth;
            });
        // Both sides of a pair go together: half of one misleads.
        std::erase_if(m_placed, [worth = infoOf(*least).worth](LadderColumn column) {
            return infoOf(column).worth == worth;
        });
    }
    int sum = 0;
    for (auto const column : m_placed) {
        sum += infoOf(column).share;
    }
    m_edges.assign(1, 0);
    int before = 0;
    for (auto const column : m_placed) {
        before += infoOf(column).share;
        m_edges.push_back(m_width * before / std::max(1, sum));
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
    auto const found = std::find(m_placed.begin(), m_placed.end(), column);
    if (found == m_placed.end()) {
        return {};
    }
    auto const i = static_cast<std::size_t>(found - m_placed.begin());
    return {m_edges[i], headerHeight, m_edges[i + 1] - m_edges[i], body().height()};
}

QRect LadderLayout::header(LadderColumn at) const
{
    auto const rect = column(at);
    return rect.isEmpty() ? QRect() : QRect(rect.left(), 0, rect.width(), headerHeight);
}

QRect LadderLayout::row(int row) const
{
    return QRect(0, headerHeight + row * rowHeight, m_width, rowHeight) & body();
}

QRect LadderLayout::cell(int at, LadderColumn in) const
{
    auto const rect = column(in);
    return rect.isEmpty() ? QRect()
                          : QRect(rect.left(), headerHeight + at * rowHeight, rect.width(), rowHeight);
}

int LadderLayout::rowAt(int y) const
{
    auto const rows = body();
    return y < rows.top() || y > rows.bottom() ? -1 : (y - headerHeight) / rowHeight;
}

LadderColumn LadderLayout::columnAt(int x) const
{
    for (std::size_t i = 0; i + 1 < m_placed.size(); ++i) {
        if (x < m_edges[i + 1]) {
            return m_placed[i];
        }
    }
    return m_placed.empty() ? LadderColumn::Prices : m_placed.back();
}

QRect LadderLayout::cross(int row, Side side) const
{
    auto const rect = cell(row, side == Side::Buy ? LadderColumn::OwnBid : LadderColumn::OwnAsk);
    if (rect.isEmpty()) {
        return {};
    }
    int const left = side == Side::Buy ? rect.left() : rect.right() + 1 - crossWidth;
    return {left, rect.top(), crossWidth, rect.height()};
}

} // namespace qob
