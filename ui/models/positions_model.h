#pragma once

#include "ui/models/market_replica.h"

#include <QAbstractTableModel>

namespace qob {

// Open and closed positions of the session, each report replacing the one before.
class PositionsModel final : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { Market, Net, AvgPx, Unrealised, Realised, Fees, Count };

    explicit PositionsModel(MarketReplica const& market, QObject* parent = nullptr);

    void apply(AccountReport const& report);

    [[nodiscard]] std::vector<Position> const& positions() const { return m_positions; }

    // Null when there never was one.
    [[nodiscard]] Position const* find(InstrumentId instrument) const;

    int rowCount(QModelIndex const& parent = {}) const override;
    int columnCount(QModelIndex const& parent = {}) const override;
    QVariant data(QModelIndex const& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    [[nodiscard]] QString text(Position const& position, int column) const;
    [[nodiscard]] QVariant exact(Position const& position, int column) const;
    static QVariant sortKey(Position const& position, int column);

    MarketReplica const& m_market;
    std::vector<Position> m_positions;
};

} // namespace qob
