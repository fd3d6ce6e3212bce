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

    FillsModel(const OrderReplica& orders, const MarketReplica& market, QObject* parent = nullptr);

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    void takeReset();
    [[nodiscard]] QString text(const ExecutionReport& fill, int column) const;

    const OrderReplica& m_orders;
    const MarketReplica& m_market;
    int m_rows = 0;
};

} // namespace qob
