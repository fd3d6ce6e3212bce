#pragma once

#include "ui/models/market_replica.h"

#include <QAbstractTableModel>

namespace qob {

// Open and closed positions of the session, each report replacing the one before.
class PositionsModel final : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { Market, Net, AvgPx, Unrealised, Realised, Fees, Count };

    explicit PositionsModel(const MarketReplica& market, QObject* parent = nullptr);

    void apply(const AccountReport& report);

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    [[nodiscard]] QString text(const Position& position, int column) const;

    const MarketReplica& m_market;
    std::vector<Position> m_positions;
};

} // namespace qob
