#include "ui/models/positions_model.h"

#include "ui/models/display_text.h"
#include "ui/models/export_text.h"
#include "ui/models/table_roles.h"

namespace qob {
namespace {

template <class T>
Tone signTone(T value)
{
    return value.value > 0 ? Tone::Good : value.value < 0 ? Tone::Bad : Tone::Dim;
}

QString moneyText(Amount amount, AssetName const& asset)
{
    return signedAmountText(amount, assetDecimals(asset)) + QLatin1Char(' ') +
           QString::fromStdString(asset.text());
}

} // namespace

PositionsModel::PositionsModel(MarketReplica const& market, QObject* parent)
    : QAbstractTableModel(parent)
    , m_market(market)
{}

void PositionsModel::apply(AccountReport const& report)
{
    bool const sameRows = report.positions.size() == m_positions.size();
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

Position const* PositionsModel::find(InstrumentId instrument) const
{
    auto const found = std::find_if(m_positions.begin(), m_positions.end(), [&](Position const& position) {
        return position.instrument == instrument;
    });
    return found == m_positions.end() ? nullptr : &*found;
}

int PositionsModel::rowCount(QModelIndex const& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_positions.size());
}

int PositionsModel::columnCount(QModelIndex const& parent) const
{
    return parent.isValid() ? 0 : Count;
}

QVariant PositionsModel::data(QModelIndex const& index, int role) const
{
    auto const& position = m_positions[static_cast<std::size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole:
        return text(position, index.column());
    case Qt::TextAlignmentRole:
        return cellAlignment(index.column() != Market);
    case idRole:
        return position.instrument.value;
    case sortRole:
        return sortKey(position, index.column());
    case csvRole:
        return exact(position, index.column());
    case assetRole:
        return QString::fromStdString(position.asset.text());
    case toneRole:
        switch (index.column()) {
        case Net:
            return static_cast<int>(
                position.net.value > 0   ? Tone::Buy
                : position.net.value < 0 ? Tone::Sell
                                         : Tone::Dim
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

QVariant PositionsModel::sortKey(Position const& position, int column)
{
    switch (column) {
    case Unrealised:
        return static_cast<double>(position.unrealised.value);
    case Realised:
        return static_cast<double>(position.realised.value);
    case Fees:
        return static_cast<double>(position.fees.value);
    default:
        return {};
    }
}

QVariant PositionsModel::exact(Position const& position, int column) const
{
    auto const* instrument = m_market.find(position.instrument);
    switch (column) {
    case Net:
        return instrument == nullptr ? QString() : QString::fromStdString(instrument->qtyText(position.net));
    case AvgPx:
        return position.net == Qty(0) ? QString() : plainAmount(position.avgPx);
    case Unrealised:
        return plainAmount(position.unrealised);
    case Realised:
        return plainAmount(position.realised);
    case Fees:
        return plainAmount(position.fees);
    default:
        return {};
    }
}

QString PositionsModel::text(Position const& position, int column) const
{
    auto const* instrument = m_market.find(position.instrument);
    switch (column) {
    case Market:
        return instrument != nullptr ? instrumentText(*instrument)
                                     : QString::number(position.instrument.value);
    case Net:
        return instrument == nullptr ? QString()
                                     : (position.net.value > 0 ? QStringLiteral("+") : QString()) +
                                           QString::fromStdString(instrument->qtyText(position.net));
    case AvgPx:
        return position.net == Qty(0) || instrument == nullptr
                   ? QStringLiteral("–")
                   : averageText(position.avgPx, instrument->priceDecimals());
    case Unrealised:
        return moneyText(position.unrealised, position.asset);
    case Realised:
        return moneyText(position.realised, position.asset);
    case Fees:
        return amountText(position.fees, assetDecimals(position.asset)) + QLatin1Char(' ') +
               QString::fromStdString(position.asset.text());
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
    if (role == assetRole) {
        return section == Unrealised || section == Realised || section == Fees;
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
