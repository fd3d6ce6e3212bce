#pragma once

#include "ui/models/market_replica.h"
#include "ui/models/order_replica.h"

#include <QAbstractTableModel>

namespace qob {

// The order blotter, newest on top. A batch of reports makes one dataChanged.
class OrdersModel final : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { Time, Market, Side, Price, Quantity, Filled, Queue, Status, Type, AvgPx, Reason, Cancel, Count };

    OrdersModel(const OrderReplica& orders, const MarketReplica& market, QObject* parent = nullptr);

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    void takeReset();
    void takeChanges(const std::vector<std::size_t>& rows, std::size_t firstNew);
    [[nodiscard]] const OrderState& orderAt(int row) const;
    [[nodiscard]] QString text(const OrderState& order, int column) const;

    const OrderReplica& m_orders;
    const MarketReplica& m_market;
    int m_rows = 0;
};

} // namespace qob
