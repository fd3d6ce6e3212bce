#include "ui/models/fills_model.h"

#include "ui/models/display_text.h"
#include "ui/models/export_text.h"
#include "ui/models/table_roles.h"

namespace qob {
namespace {

bool isNumber(int column)
{
    return column == FillsModel::Price || column == FillsModel::Quantity || column == FillsModel::Fee;
}

} // namespace

FillsModel::FillsModel(OrderReplica const& orders, MarketReplica const& market, QObject* parent)
    : QAbstractTableModel(parent)
    , m_orders(orders)
    , m_market(market)
    , m_rows(static_cast<int>(orders.fills().size()))
{
    connect(&orders, &OrderReplica::reset, this, &FillsModel::takeReset);
    connect(&market, &MarketReplica::instrumentsChanged, this, &FillsModel::takeReset);
    connect(&orders, &OrderReplica::fillsAdded, this, [this] {
        const auto total = static_cast<int>(m_orders.fills().size());
        beginInsertRows({}, 0, total - m_rows - 1);
        m_rows = total;
        endInsertRows();
    });
}

void FillsModel::takeReset()
{
    beginResetModel();
    m_rows = static_cast<int>(m_orders.fills().size());
    endResetModel();
}

int FillsModel::rowCount(QModelIndex const& parent) const
{
    return parent.isValid() ? 0 : m_rows;
}

int FillsModel::columnCount(QModelIndex const& parent) const
{
    return parent.isValid() ? 0 : Count;
}

QVariant FillsModel::data(QModelIndex const& index, int role) const
{
    auto const& fill = m_orders.fills()[static_cast<std::size_t>(m_rows - 1 - index.row())];
    switch (role) {
    case Qt::DisplayRole:
        return text(fill, index.column());
    case sortRole:
        return index.column() == Fee    ? QVariant(static_cast<double>(fill.fee.value))
               : index.column() == Time ? QVariant(static_cast<qlonglong>(fill.transactTime.value))
                                        : QVariant();
    case csvRole:
        return index.column() == Fee    ? QVariant(plainAmount(fill.fee))
               : index.column() == Time ? QVariant(isoInstant(fill.transactTime))
                                        : QVariant();
    case assetRole:
        return QString::fromStdString(fill.feeAsset.text());
    case Qt::TextAlignmentRole:
        return cellAlignment(isNumber(index.column()));
    case toneRole:
        if (index.column() == Side) {
            return static_cast<int>(fill.side == qob::Side::Buy ? Tone::Buy : Tone::Sell);
        }
        return static_cast<int>(index.column() == Time ? Tone::Dim : Tone::Normal);
    default:
        return {};
    }
}

QString FillsModel::text(ExecutionReport const& fill, int column) const
{
    auto const* instrument = m_market.find(fill.instrument);
    switch (column) {
    case Time:
        return clockText(fill.transactTime, true);
    case Market:
        return instrument != nullptr ? instrumentText(*instrument) : QString::number(fill.instrument.value);
    case Side:
        return sideText(fill.side);
    case Price:
        return instrument != nullptr ? QString::fromStdString(instrument->priceText(fill.lastPx)) : QString();
    case Quantity:
        return instrument != nullptr ? QString::fromStdString(instrument->qtyText(fill.lastQty)) : QString();
    case Fee:
        return amountText(fill.fee, assetDecimals(fill.feeAsset) + 2) + QLatin1Char(' ') +
               QString::fromStdString(fill.feeAsset.text());
    case Liquidity:
        return liquidityText(fill.liquidity);
    default:
        return {};
    }
}

QVariant FillsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal) {
        return {};
    }
    if (role == Qt::TextAlignmentRole) {
        return cellAlignment(isNumber(section));
    }
    if (role == assetRole) {
        return section == Fee;
    }
    if (role != Qt::DisplayRole) {
        return {};
    }
    switch (section) {
    case Time:
        return tr("Time");
    case Market:
        return tr("Market");
    case Side:
        return tr("Side");
    case Price:
        return tr("Price");
    case Quantity:
        return tr("Quantity");
    case Fee:
        return tr("Fee");
    case Liquidity:
        return tr("Liquidity");
    default:
        return QString();
    }
}

} // namespace qob
