#pragma once

#include "engine/api/account.h"

#include <QAbstractTableModel>

namespace qob {

// What the account holds of each asset, each report replacing the one before.
class BalancesModel final : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { Asset, Free, Held, Total, Count };

    using QAbstractTableModel::QAbstractTableModel;

    void apply(AccountReport const& report);

    // Zero when the account does not know the asset.
    [[nodiscard]] Amount freeOf(AssetName const& asset) const;

    int rowCount(QModelIndex const& parent = {}) const override;
    int columnCount(QModelIndex const& parent = {}) const override;
    QVariant data(QModelIndex const& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    std::vector<Balance> m_balances;
};

} // namespace qob
