#include "ui/models/positions_model.h"

#include "ui/models/display_text.h"
#include "ui/models/table_roles.h"

namespace qob {
namespace {

template <class T>
Tone signTone(T value)
{
    return value.value > 0 ? Tone::Good : value.value < 0 ? Tone::Bad : Tone::Dim;
}

QString moneyText(Amount amount, const AssetName& asset)
{
    return signedAmountText(amount, assetDecimals(asset)) + QLatin1Char(' ')
        + QString::fromStdString(asset.text());
}

} // namespace

PositionsModel::PositionsModel(const MarketReplica& market, QObject* parent)
    : QAbstractTableModel(parent)
    , m_market(market)
{
}

void PositionsModel::apply(const AccountReport& report)
{
    const bool sameRows = report.positions.size() == m_positions.size();
    if (!sameRows) {
        beginResetModel();
    }
    m_positions = report.positions;
    if (!sameRows) {
        endResetModel();
    } else if (!m_positions.empty()) {
        emit dataChanged(index(0, 0), index(rowCount() - 1, Count - 1));
    }
}

int PositionsModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_positions.size());
}

int PositionsModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : Count;
}

QVariant PositionsModel::data(const QModelIndex& index, int role) const
{
    const auto& position = m_positions[static_cast<std::size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole:
        return text(position, index.column());
    case Qt::TextAlignmentRole:
        return cellAlignment(index.column() != Market);
    case idRole:
        return position.instrument.value;
    case toneRole:
        switch (index.column()) {
        case Net:
            return static_cast<int>(
                position.net.value > 0 ? Tone::Buy : position.net.value < 0 ? Tone::Sell : Tone::Dim
            );
        case Unrealised:
            return static_cast<int>(signTone(position.unrealised));
        case Realised:
            return static_cast<int>(signTone(position.realised));
        default:
            return static_cast<int>(Tone::Normal);
        }
    default:
        return {};
    }
}

QString PositionsModel::text(const Position& position, int column) const
{
    const auto* instrument = m_market.find(position.instrument);
    switch (column) {
    case Market:
        return instrument != nullptr ? instrumentText(*instrument) : QString::number(position.instrument.value);
    case Net:
        return instrument == nullptr ? QString()
                                     : (position.net.value > 0 ? QStringLiteral("+") : QString())
                + QString::fromStdString(instrument->qtyText(position.net));
    case AvgPx:
        return position.net == Qty(0) || instrument == nullptr
            ? QStringLiteral("–")
            : amountText(position.avgPx, instrument->priceDecimals());
    case Unrealised:
        return moneyText(position.unrealised, position.asset);
    case Realised:
        return moneyText(position.realised, position.asset);
    case Fees:
        return amountText(position.fees, assetDecimals(position.asset)) + QLatin1Char(' ')
            + QString::fromStdString(position.asset.text());
    default:
        return {};
    }
}

QVariant PositionsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal) {
        return {};
    }
    if (role == Qt::TextAlignmentRole) {
        return cellAlignment(section != Market);
    }
    if (role != Qt::DisplayRole) {
        return {};
    }
    switch (section) {
    case Market:
        return tr("Market");
    case Net:
        return tr("Net");
    case AvgPx:
        return tr("Average");
    case Unrealised:
        return tr("Unrealised");
    case Realised:
        return tr("Realised");
    case Fees:
        return tr("Fees");
    default:
        return QString();
    }
}

} // namespace qob
