#pragma once

#include "ui/models/market_replica.h"
#include "ui/models/order_replica.h"

#include <QAbstractTableModel>

namespace qob {

// The order blotter, newest on top. A batch of reports makes one dataChanged.
class OrdersModel final : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column {
        Time,
        Market,
        Side,
        Price,
        Quantity,
        Filled,
        Queue,
        Status,
        Type,
        AvgPx,
        Answered, // how long the venue took to take it or refuse it
        Age,      // how long it has been there, or was
        Reason,
        Cancel,
        Count
    };

    OrdersModel(OrderReplica const& orders, MarketReplica const& market, QObject* parent = nullptr);

    int rowCount(QModelIndex const& parent = {}) const override;
    int columnCount(QModelIndex const& parent = {}) const override;
    QVariant data(QModelIndex const& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    void takeReset();
    void takeTime();
    void takeChanges(std::vector<std::size_t> const& rows, std::size_t firstNew);
    [[nodiscard]] OrderState const& orderAt(int row) const;
    [[nodiscard]] Duration ageOf(OrderState const& order) const;
    [[nodiscard]] QVariant sortKey(OrderState const& order, int column) const;
    [[nodiscard]] QVariant exact(OrderState const& order, int column) const;
    [[nodiscard]] QString priceText(ExecutionReport const& report) const;
    [[nodiscard]] QString text(OrderState const& order, int column) const;

    OrderReplica const& m_orders;
    MarketReplica const& m_market;
    int m_rows = 0;
    std::int64_t m_second = 0; // of market time, when ages were shown last
};

} // namespace qob
