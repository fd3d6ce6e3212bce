#include "ui/models/balances_model.h"

#include "ui/models/display_text.h"
#include "ui/models/export_text.h"
#include "ui/models/table_roles.h"

namespace qob {

void BalancesModel::apply(AccountReport const& report)
{
    bool const sameRows = report.balances.size() == m_balances.size();
    if (!sameRows) {
        beginResetModel();
    }
    m_balances = report.balances;
    if (!sameRows) {
        endResetModel();
    } else if (!m_balances.empty()) {
        emit dataChanged(index(0, 0), index(rowCount() - 1, Count - 1));
    }
}

Amount BalancesModel::freeOf(AssetName const& asset) const
{
    auto const found = std::find_if(m_balances.begin(), m_balances.end(), [&](Balance const& b) {
        return b.asset == asset;
    });
    return found == m_balances.end() ? Amount(0) : found->free;
}

int BalancesModel::rowCount(QModelIndex const& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_balances.size());
}

int BalancesModel::columnCount(QModelIndex const& parent) const
{
    return parent.isValid() ? 0 : Count;
}

QVariant BalancesModel::data(QModelIndex const& index, int role) const
{
    auto const& balance = m_balances[static_cast<std::size_t>(index.row())];
    auto const amount = index.column() == Free   ? balance.free
                        : index.column() == Held ? balance.held
                                                 : balance.total();
    bool const isAmount = index.column() != Asset;
    switch (role) {
    case Qt::DisplayRole:
        return isAmount ? amountText(amount, assetDecimals(balance.asset))
                        : QString::fromStdString(balance.asset.text());
    case sortRole:
        return isAmount ? QVariant(static_cast<double>(amount.value)) : QVariant();
    case csvRole:
        return isAmount ? QVariant(plainAmount(amount)) : QVariant();
    case Qt::TextAlignmentRole:
        return cellAlignment(isAmount);
    case toneRole:
        return static_cast<int>(
            index.column() == Held && balance.held == Amount(0) ? Tone::Dim : Tone::Normal
        );
    default:
        return {};
    }
}

QVariant BalancesModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal) {
        return {};
    }
    if (role == Qt::TextAlignmentRole) {
        return cellAlignment(section != Asset);
    }
    if (role != Qt::DisplayRole) {
        return {};
    }
    switch (section) {
    case Asset:
        return tr("Asset");
    case Free:
        return tr("Free");
    case Held:
        return tr("In orders");
    case Total:
        return tr("Total");
    default:
        return QString();
    }
}

} // namespace qob
