#include "ui/panels/blotters/blotters.h"

#include "ui/look/fonts.h"
#include "ui/models/fills_model.h"
#include "ui/models/table_roles.h"
#include "ui/panels/blotters/cell_delegate.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QTabBar>
#include <QTableView>

#include <initializer_list>

namespace qob {
namespace {

constexpr int rowHeight = 21;

void setWidths(QTableView& view, std::initializer_list<int> widths)
{
    int column = 0;
    for (int const width : widths) {
        view.setColumnWidth(column++, width);
    }
}

} // namespace

Blotters::Blotters(
    MarketReplica const& market,
    OrderReplica const& orders,
    OrderEntry& entry,
    PositionsModel& positions,
    BalancesModel& balances,
    NoticesModel& notices,
    Theme const& theme,
    QWidget* parent
)
    : QTabWidget(parent)
    , m_orders(orders)
    , m_entry(entry)
    , m_theme(theme)
{
    setDocumentMode(true);
    tabBar()->setDrawBase(false);
    buildOrders(market);
    auto* fills = addTable(*new FillsModel(orders, market, this), tr("Fills"), FillsModel::Count - 1);
    setWidths(*fills, {104, 138, 50, 90, 80, 130});
    auto* held = addTable(positions, tr("Positions"), PositionsModel::Count - 1);
    setWidths(*held, {160, 100, 110, 150, 150, 120});
    connect(held, &QTableView::doubleClicked, this, [this](QModelIndex const& index) {
        emit instrumentChosen(InstrumentId(index.data(idRole).toUInt()));
    });
    auto* assets = addTable(balances, tr("Balances"), BalancesModel::Count - 1);
    setWidths(*assets, {100, 150, 150, 150});
    auto* told = addTable(notices, tr("Messages"), NoticesModel::Count - 1);
    setWidths(*told, {84});
    auto const titles = [this] {
        refreshTitles();
    };
    connect(&orders, &OrderReplica::ordersChanged, this, titles);
    connect(&orders, &OrderReplica::fillsAdded, this, titles);
    connect(&orders, &OrderReplica::reset, this, titles);
    refreshTitles();
}

QTableView* Blotters::addTable(QAbstractItemModel& model, QString const& name, int stretchColumn)
{
    auto* view = new QTableView(this);
    view->setModel(&model);
    view->setItemDelegate(new CellDelegate(m_theme, view));
    view->setFont(numberFont(m_theme.numberFont, 12));
    view->setSelectionBehavior(QAbstractItemView::SelectRows);
    view->setEditTriggers(QAbstractItemView::NoEditTriggers);
    view->setShowGrid(false);
    view->setWordWrap(false);
    view->setMouseTracking(true);
    view->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    view->setFrameShape(QFrame::NoFrame);
    view->setAccessibleName(name);
    view->verticalHeader()->hide();
    view->verticalHeader()->setDefaultSectionSize(rowHeight);
    view->verticalHeader()->setMinimumSectionSize(rowHeight);
    auto* header = view->horizontalHeader();
    header->setHighlightSections(false);
    header->setMinimumSectionSize(28);
    header->setSectionResizeMode(QHeaderView::Interactive);
    header->setSectionResizeMode(stretchColumn, QHeaderView::Stretch);
    addTab(view, name);
    return view;
}

void Blotters::buildOrders(MarketReplica const& market)
{
    m_ordersView = addTable(*new OrdersModel(m_orders, market, this), tr("Orders"), OrdersModel::Reason);
    setWidths(*m_ordersView, {74, 134, 46, 82, 70, 66, 62, 82, 84, 84, 100, 26});
    auto* header = m_ordersView->horizontalHeader();
    header->moveSection(OrdersModel::Cancel, 0);
    header->setSectionResizeMode(OrdersModel::Cancel, QHeaderView::Fixed);
    auto* cancel = new CancelDelegate(m_theme, m_ordersView);
    m_ordersView->setItemDelegateForColumn(OrdersModel::Cancel, cancel);
    connect(cancel, &CancelDelegate::clicked, this, [this](QModelIndex const& index) {
        m_entry.cancel(ClOrdId(index.data(idRole).toString().toStdString()));
    });
}

void Blotters::refreshTitles()
{
    auto const title = [](QString const& name, std::size_t count) {
        return count == 0 ? name : QStringLiteral("%1  %2").arg(name).arg(count);
    };
    setTabText(0, title(tr("Orders"), m_orders.workingCount()));
    setTabText(1, title(tr("Fills"), m_orders.fills().size()));
}

void Blotters::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Delete && currentWidget() == m_ordersView) {
        cancelSelected();
    } else {
        QTabWidget::keyPressEvent(event);
    }
}

void Blotters::cancelSelected()
{
    std::vector<ClOrdId> ids; // first, for a cancel changes the rows
    for (auto const& index : m_ordersView->selectionModel()->selectedRows()) {
        if (index.data(workingRole).toBool()) {
            ids.emplace_back(index.data(idRole).toString().toStdString());
        }
    }
    for (auto const& id : ids) {
        m_entry.cancel(id);
    }
}

} // namespace qob
