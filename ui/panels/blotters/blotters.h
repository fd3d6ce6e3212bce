#pragma once

#include "ui/look/theme.h"
#include "ui/models/balances_model.h"
#include "ui/models/notices_model.h"
#include "ui/models/order_entry.h"
#include "ui/models/orders_model.h"
#include "ui/models/positions_model.h"
#include "ui/panels/table/data_table.h"

#include <QTabWidget>

class QLineEdit;

namespace qob {

// Orders, fills, positions, balances and messages as tabs over one filter line. An order is cancelled with
// the x in its row or with Delete on the selected ones. GUI thread.
class Blotters final : public QTabWidget, public PanelState {
    Q_OBJECT

public:
    // All must outlive it.
    Blotters(
        MarketReplica const& market,
        OrderReplica const& orders,
        OrderEntry& entry,
        PositionsModel& positions,
        BalancesModel& balances,
        NoticesModel& notices,
        Theme const& theme,
        QWidget* parent = nullptr
    );

    [[nodiscard]] DataTable* ordersView() const { return m_ordersView; }

    [[nodiscard]] QLineEdit* filter() const { return m_filter; }

    [[nodiscard]] QJsonObject saveState() const override;
    void restoreState(QJsonObject const& state) override;

    QSize sizeHint() const override { return {800, 190}; }

    QSize minimumSizeHint() const override { return {300, 90}; }

signals:
    void instrumentChosen(qob::InstrumentId id); // a double click on a position

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    DataTable* addTable(QAbstractItemModel& model, QString const& name, int stretchColumn);
    void buildOrders(MarketReplica const& market);
    void refreshTitles();
    void cancelSelected();

    OrderReplica const& m_orders;
    OrderEntry& m_entry;
    Theme const& m_theme;
    DataTable* m_ordersView = nullptr;
    QLineEdit* m_filter = nullptr;
    std::vector<DataTable*> m_tables;
};

} // namespace qob
