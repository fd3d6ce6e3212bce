#include "ui/panels/blotters/blotters.h"

#include "ui/look/fonts.h"
#include "ui/models/display_text.h"
#include "ui/models/fills_model.h"
#include "ui/models/table_roles.h"
#include "ui/panels/table/cell_delegate.h"

#include <QHeaderView>
#include <QJsonArray>
#include <QKeyEvent>
#include <QLineEdit>
#include <QTabBar>

namespace qob {

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
    m_filter = new QLineEdit(this);
    m_filter->setPlaceholderText(tr("Filter"));
    m_filter->setAccessibleName(tr("Filter the rows"));
    m_filter->setClearButtonEnabled(true);
    m_filter->setFixedWidth(160);
    setCornerWidget(m_filter);
    buildOrders(market);
    auto* fills = addTable(*new FillsModel(orders, market, this), tr("Fills"), FillsModel::Count - 1);
    fills->setWidths({104, 138, 50, 90, 80, 130});
    fills->giveRoom(FillsModel::Side, {sideText(Side::Buy), sideText(Side::Sell)});
    auto* held = addTable(positions, tr("Positions"), PositionsModel::Count - 1);
    held->setWidths({160, 100, 110, 150, 150, 120});
    connect(held, &QTableView::doubleClicked, this, [this](QModelIndex const& index) {
        emit instrumentChosen(InstrumentId(index.data(idRole).toUInt()));
    });
    auto* assets = addTable(balances, tr("Balances"), BalancesModel::Count - 1);
    assets->setWidths({100, 150, 150, 150});
    auto* told = addTable(notices, tr("Messages"), NoticesModel::Count - 1);
    told->setWidths({84});
    connect(m_filter, &QLineEdit::textChanged, this, [this](QString const& text) {
        for (auto* table : m_tables) {
            table->rows().setWords(text);
        }
    });
    auto const titles = [this] {
        refreshTitles();
    };
    connect(&orders, &OrderReplica::ordersChanged, this, titles);
    connect(&orders, &OrderReplica::fillsAdded, this, titles);
    connect(&orders, &OrderReplica::reset, this, titles);
    refreshTitles();
}

DataTable* Blotters::addTable(QAbstractItemModel& model, QString const& name, int stretchColumn)
{
    auto* view = new DataTable(model, m_theme, this);
    view->setAccessibleName(name);
    view->horizontalHeader()->setSectionResizeMode(stretchColumn, QHeaderView::Stretch);
    addTab(view, name);
    m_tables.push_back(view);
    return view;
}

QJsonObject Blotters::saveState() const
{
    QJsonArray tables;
    for (auto const* table : m_tables) {
        tables.append(table->saveState());
    }
    return {{QStringLiteral("tab"), currentIndex()}, {QStringLiteral("tables"), tables}};
}

void Blotters::restoreState(QJsonObject const& state)
{
    auto const tables = state[QStringLiteral("tables")].toArray();
    for (std::size_t i = 0; i < m_tables.size(); ++i) {
        m_tables[i]->restoreState(tables[static_cast<int>(i)].toObject());
    }
    setCurrentIndex(state[QStringLiteral("tab")].toInt());
}

void Blotters::buildOrders(MarketReplica const& market)
{
    m_ordersView = addTable(*new OrdersModel(m_orders, market, this), tr("Orders"), OrdersModel::Reason);
    m_ordersView->setWidths({74, 134, 46, 82, 70, 66, 62, 82, 84, 84, 66, 62, 100, 26});
    m_ordersView->giveRoom(OrdersModel::Side, {sideText(Side::Buy), sideText(Side::Sell)});
    m_ordersView->giveRoom(
        OrdersModel::Status, {ordStatusText(OrdStatus::New), ordStatusText(OrdStatus::Filled)}
    );
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
