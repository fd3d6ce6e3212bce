#pragma once

#include "ui/look/theme.h"
#include "ui/models/panel_state.h"

#include <QSortFilterProxyModel>
#include <QTableView>

#include <map>

class QMenu;

namespace qob {

// Rows that have every word of the filter somewhere in their cells, sorted by what the cells show: numbers as
// numbers, with their signs, whatever unit stands behind them; empty ones last.
class RowFilter final : public QSortFilterProxyModel {
    Q_OBJECT

public:
    explicit RowFilter(QAbstractItemModel& source, QObject* parent = nullptr);

    void setWords(QString const& text);

    // Keeps rows that this likes, besides the words; call it again when it would answer otherwise.
    void setCondition(std::function<bool(int sourceRow)> condition);

protected:
    [[nodiscard]] bool filterAcceptsRow(int row, QModelIndex const& parent) const override;
    [[nodiscard]] bool lessThan(QModelIndex const& left, QModelIndex const& right) const override;

private:
    QStringList m_words;
    std::function<bool(int)> m_condition;
};

// A model as a table of the house: one line a row, sorted by a click on a title (a third click restores the
// model's own order), columns chosen by a right click there and moved by dragging, rows copied with Ctrl+C or
// exported as CSV. GUI thread.
class DataTable final : public QTableView, public PanelState {
    Q_OBJECT

public:
    // Both must outlive it.
    DataTable(QAbstractItemModel& model, Theme const& theme, QWidget* parent = nullptr);

    [[nodiscard]] RowFilter& rows() { return m_rows; }

    // Of the model's columns, in its order.
    void setWidths(std::initializer_list<int> widths);
    // A column gets at least the width of these words; its title has room anyway.
    void giveRoom(int column, QStringList const& words);

    // All rows and columns that are shown, with their titles, for other programs: what the model says as
    // csvRole, else the text; after a column of sums one of their assets (assetRole).
    [[nodiscard]] QString csv() const;
    // The texts of the selected rows, tab separated, without titles.
    [[nodiscard]] QString selectedText() const;

    void fillColumns(QMenu& menu);

    [[nodiscard]] QJsonObject saveState() const override;
    void restoreState(QJsonObject const& state) override;

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    void sortBy(int column);
    void fillSorting(QMenu& menu);
    void widen(int column, int textWidth);
    void exportCsv();
    [[nodiscard]] std::vector<int> shownColumns() const;
    [[nodiscard]] QString csvTitle(int column) const;
    [[nodiscard]] QStringList cells(int row, std::vector<int> const& columns) const;

    RowFilter m_rows;
    std::map<int, int> m_least; // widths that the language's words need
};

} // namespace qob
