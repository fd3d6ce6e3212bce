#pragma once

#include "ui/models/market_replica.h"
#include "ui/models/order_replica.h"

#include <QAbstractTableModel>

namespace qob {

// The session's fills, newest on top.
class FillsModel final : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { Time, Market, Side, Price, Quantity, Fee, Liquidity, Count };

    FillsModel(OrderReplica const& orders, MarketReplica const& market, QObject* parent = nullptr);

    int rowCount(QModelIndex const& parent = {}) const override;
    int columnCount(QModelIndex const& parent = {}) const override;
    QVariant data(QModelIndex const& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    void takeReset();
    [[nodiscard]] QString text(ExecutionReport const& fill, int column) const;

    OrderReplica const& m_orders;
    MarketReplica const& m_market;
    int m_rows = 0;
};

} // namespace qob
