#include "ui/panels/table/data_table.h"

#include "ui/look/fonts.h"
#include "ui/models/table_roles.h"
#include "ui/panels/table/cell_delegate.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QFileDialog>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLocale>
#include <QMenu>
#include <QMessageBox>
#include <QSaveFile>

#include <algorithm>
#include <optional>

namespace qob {
namespace {

constexpr int lineHeight = 21;
constexpr int textMargin = 17; // of a title or a word
constexpr int unsorted = -1;   // the model's own order

// The number a cell begins with; thousands may be set apart.
std::optional<double> numberIn(QString const& text)
{
    QString digits;
    for (auto const c : text) {
        if (c == u',' || c == u' ') {
            continue;
        }
        auto const plain = c == u'−' ? QChar(u'-') : c;
        if (!plain.isDigit() && plain != u'.' && plain != u'-' && plain != u'+') {
            break;
        }
        digits += plain;
    }
    bool good = false;
    double const value = digits.toDouble(&good);
    return good ? std::optional(value) : std::nullopt;
}

std::optional<double> numberOf(QModelIndex const& index)
{
    auto const key = index.data(sortRole);
    return key.isValid() ? std::optional(key.toDouble()) : numberIn(index.data().toString());
}

QString quoted(QString text)
{
    bool const plain = std::none_of(text.begin(), text.end(), [](QChar c) {
        return c == u',' || c == u'"' || c == u'\n' || c == u'\r';
    });
    if (plain) {
        return text;
    }
    return u'"' + text.replace(u'"', QStringLiteral("\"\"")) + u'"';
}

} // namespace

RowFilter::RowFilter(QAbstractItemModel& source, QObject* parent) : QSortFilterProxyModel(parent)
{
    setSourceModel(&source);
}

void RowFilter::setWords(QString const& text)
{
    m_words = text.split(u' ', Qt::SkipEmptyParts);
    invalidateFilter();
}

void RowFilter::setCondition(std::function<bool(int)> condition)
{
    m_condition = std::move(condition);
    invalidateFilter();
}

bool RowFilter::filterAcceptsRow(int row, QModelIndex const& parent) const
{
    if (m_condition && !m_condition(row)) {
        return false;
    }
    if (m_words.isEmpty()) {
        return true;
    }
    QString all;
    for (int column = 0; column < sourceModel()->columnCount(); ++column) {
        all += sourceModel()->index(row, column, parent).data().toString() + u' ';
    }
    return std::all_of(m_words.begin(), m_words.end(), [&](QString const& word) {
        return all.contains(word, Qt::CaseInsensitive);
    });
}

bool RowFilter::lessThan(QModelIndex const& left, QModelIndex const& right) const
{
    // Nanoseconds of two times may be one double.
    auto const a = left.data(qob::sortRole);
    auto const b = right.data(qob::sortRole);
    if (a.typeId() == QMetaType::LongLong && b.typeId() == QMetaType::LongLong) {
        return a.toLongLong() < b.toLongLong();
    }
    auto const x = numberOf(left);
    auto const y = numberOf(right);
    if (x && y) {
        return *x < *y;
    }
    if (x.has_value() != y.has_value()) {
        return x.has_value() == (sortOrder() == Qt::AscendingOrder); // without a number: last
    }
    return QString::localeAwareCompare(left.data().toString(), right.data().toString()) < 0;
}

// Letters are the window's, which finds a market by them.
void DataTable::keyPressEvent(QKeyEvent* event)
{
    bool const plain = (event->modifiers() & ~Qt::ShiftModifier) == Qt::NoModifier;
    if (plain && event->text().size() == 1 && event->text().front().isLetter()) {
        event->ignore();
        return;
    }
    QTableView::keyPressEvent(event);
}

DataTable::DataTable(QAbstractItemModel& model, Theme const& theme, QWidget* parent)
    : QTableView(parent)
    , m_rows(model)
{
    setModel(&m_rows);
    setItemDelegate(new CellDelegate(theme, this));
    setFont(numberFont(theme.numberFont, 12));
    setSelectionBehavior(SelectRows);
    setEditTriggers(NoEditTriggers);
    setShowGrid(false);
    setWordWrap(false);
    setMouseTracking(true);
    setHorizontalScrollMode(ScrollPerPixel);
    setFrameShape(QFrame::NoFrame);
    verticalHeader()->hide();
    verticalHeader()->setDefaultSectionSize(lineHeight);
    verticalHeader()->setMinimumSectionSize(lineHeight);
    auto* header = horizontalHeader();
    header->setHighlightSections(false);
    header->setMinimumSectionSize(24);
    header->setSectionsMovable(true);
    header->setSectionsClickable(true);
    header->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(header, &QHeaderView::sectionClicked, this, &DataTable::sortBy);
    connect(header, &QWidget::customContextMenuRequested, this, [this](QPoint const& at) {
        QMenu menu;
        fillColumns(menu);
        menu.exec(horizontalHeader()->mapToGlobal(at));
    });
    auto* copy = new QAction(tr("Copy the selected rows"), this);
    copy->setShortcut(QKeySequence::Copy);
    copy->setShortcutContext(Qt::WidgetShortcut);
    connect(copy, &QAction::triggered, this, [this] { QApplication::clipboard()->setText(selectedText()); });
    auto* save = new QAction(tr("Export as CSV…"), this);
    connect(save, &QAction::triggered, this, &DataTable::exportCsv);
    auto* columns = new QAction(tr("Columns"), this);
    columns->setMenu(new QMenu(this));
    connect(columns->menu(), &QMenu::aboutToShow, this, [this, columns] {
        columns->menu()->clear();
        fillColumns(*columns->menu());
    });
    auto* order = new QAction(tr("Sort by"), this);
    order->setMenu(new QMenu(this));
    connect(order->menu(), &QMenu::aboutToShow, this, [this, order] { fillSorting(*order->menu()); });
    addActions({copy, save, columns, order});
    setContextMenuPolicy(Qt::ActionsContextMenu);
}

void DataTable::setWidths(std::initializer_list<int> widths)
{
    horizontalHeader()->ensurePolished(); // it takes its font from the style sheet
    int column = 0;
    for (int const width : widths) {
        setColumnWidth(column, width);
        auto const title = model()->headerData(column, Qt::Horizontal).toString();
        widen(column, horizontalHeader()->fontMetrics().horizontalAdvance(title));
        ++column;
    }
}

void DataTable::giveRoom(int column, QStringList const& words)
{
    for (auto const& word : words) {
        widen(column, fontMetrics().horizontalAdvance(word));
    }
}

void DataTable::widen(int column, int textWidth)
{
    auto& least = m_least[column];
    least = std::max(least, textWidth + textMargin);
    setColumnWidth(column, std::max(columnWidth(column), least));
}

// Falling, rising, then as the model has them.
void DataTable::sortBy(int column)
{
    auto* header = horizontalHeader();
    bool const same = m_rows.sortColumn() == column;
    if (same && m_rows.sortOrder() == Qt::AscendingOrder) {
        header->setSortIndicatorShown(false);
        m_rows.sort(unsorted);
        return;
    }
    auto const order = same ? Qt::AscendingOrder : Qt::DescendingOrder;
    header->setSortIndicatorShown(true);
    header->setSortIndicator(column, order);
    m_rows.sort(column, order);
}

void DataTable::fillSorting(QMenu& menu)
{
    menu.clear();
    for (int const column : shownColumns()) {
        menu.addAction(model()->headerData(column, Qt::Horizontal).toString(), this, [this, column] {
            sortBy(column);
        });
    }
}

void DataTable::fillColumns(QMenu& menu)
{
    menu.clear();
    for (int column = 0; column < m_rows.columnCount(); ++column) {
        auto const title = m_rows.headerData(column, Qt::Horizontal).toString();
        if (title.isEmpty()) {
            continue;
        }
        auto* action = menu.addAction(title);
        action->setCheckable(true);
        action->setChecked(!isColumnHidden(column));
        connect(action, &QAction::toggled, this, [this, column](bool on) { setColumnHidden(column, !on); });
    }
}

std::vector<int> DataTable::shownColumns() const
{
    std::vector<int> columns;
    for (int visual = 0; visual < m_rows.columnCount(); ++visual) {
        int const column = horizontalHeader()->logicalIndex(visual);
        bool const named = !m_rows.headerData(column, Qt::Horizontal).toString().isEmpty();
        if (!isColumnHidden(column) && named) {
            columns.push_back(column);
        }
    }
    return columns;
}

QStringList DataTable::cells(int row, std::vector<int> const& columns) const
{
    QStringList texts;
    for (int const column : columns) {
        texts << m_rows.index(row, column).data().toString();
    }
    return texts;
}

QString DataTable::csvTitle(int column) const
{
    auto const own = m_rows.headerData(column, Qt::Horizontal, csvRole);
    return (own.isValid() ? own : m_rows.headerData(column, Qt::Horizontal)).toString();
}

QString DataTable::csv() const
{
    QString text;
    auto const add = [&](QStringList line) {
        for (auto& cell : line) {
            cell = quoted(std::move(cell));
        }
        text += line.join(u',') + u'\n';
    };
    auto columns = shownColumns();
    std::erase_if(columns, [this](int column) {
        auto const own = m_rows.headerData(column, Qt::Horizontal, csvRole);
        return own.isValid() && own.toString().isEmpty();
    });
    auto const hasAsset = [this](int column) {
        return m_rows.headerData(column, Qt::Horizontal, assetRole).toBool();
    };
    QStringList titles;
    for (int const column : columns) {
        titles << csvTitle(column);
        if (hasAsset(column)) {
            titles << tr("%1 (asset)").arg(csvTitle(column));
        }
    }
    add(titles);
    for (int row = 0; row < m_rows.rowCount(); ++row) {
        QStringList line;
        for (int const column : columns) {
            auto const cell = m_rows.index(row, column);
            auto const exact = cell.data(csvRole);
            line << (exact.isValid() ? exact : cell.data()).toString();
            if (hasAsset(column)) {
                line << cell.data(assetRole).toString();
            }
        }
        add(line);
    }
    return text;
}

QString DataTable::selectedText() const
{
    auto const columns = shownColumns();
    auto rows = selectionModel()->selectedRows();
    std::sort(rows.begin(), rows.end());
    QStringList lines;
    for (auto const& index : rows) {
        lines << cells(index.row(), columns).join(u'\t');
    }
    return lines.join(u'\n');
}

void DataTable::exportCsv()
{
    auto const path = QFileDialog::getSaveFileName(
        this, tr("Export as CSV"), QStringLiteral("table.csv"), tr("CSV (*.csv)")
    );
    if (path.isEmpty()) {
        return;
    }
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(csv().toUtf8()) < 0 || !file.commit()) {
        QMessageBox::warning(
            this, tr("Export as CSV"), tr("%1 cannot be written: %2").arg(path, file.errorString())
        );
    }
}

QJsonObject DataTable::saveState() const
{
    QJsonObject state{
        {QStringLiteral("header"), QString::fromLatin1(horizontalHeader()->saveState().toBase64())},
        {QStringLiteral("language"), QLocale().name()}};
    if (m_rows.sortColumn() >= 0) {
        state[QStringLiteral("sort")] = m_rows.sortColumn();
        state[QStringLiteral("rising")] = m_rows.sortOrder() == Qt::AscendingOrder;
    }
    return state;
}

void DataTable::restoreState(QJsonObject const& state)
{
    auto const header = state[QStringLiteral("header")].toString();
    if (!header.isEmpty()) {
        horizontalHeader()->restoreState(QByteArray::fromBase64(header.toLatin1()));
    }
    // Widths that were chosen for the words of another language.
    if (state[QStringLiteral("language")].toString() != QLocale().name()) {
        for (auto const& [known, least] : m_least) {
            if (!isColumnHidden(known)) {
                setColumnWidth(known, std::max(columnWidth(known), least));
            }
        }
    }
    int const column = state[QStringLiteral("sort")].toInt(-1);
    if (column >= 0 && column < m_rows.columnCount()) {
        auto const order =
            state[QStringLiteral("rising")].toBool() ? Qt::AscendingOrder : Qt::DescendingOrder;
        horizontalHeader()->setSortIndicatorShown(true);
        horizontalHeader()->setSortIndicator(column, order);
        m_rows.sort(column, order);
    }
}

} // namespace qob
