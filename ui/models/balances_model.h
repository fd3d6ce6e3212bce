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

    void apply(const AccountReport& report);

    // Zero when the account does not know the asset.
    [[nodiscard]] Amount freeOf(const AssetName& asset) const;

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    std::vector<Balance> m_balances;
};

} // namespace qob
