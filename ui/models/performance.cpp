#include "ui/models/performance.h"

#include "ui/models/display_text.h"
#include "ui/models/export_text.h"
#include "ui/models/table_roles.h"

#include <QLocale>

#include <algorithm>
#include <utility>

namespace qob {
namespace {

Timestamp hourOf(Timestamp time)
{
    return Timestamp(time.value / hours(1).value * hours(1).value);
}

} // namespace

EquityCurve::EquityCurve(MarketReplica const& market, QObject* parent) : QObject(parent), m_market(market) {}

void EquityCurve::apply(AccountReport const& report)
{
    auto const now = m_market.status().now;
    std::map<AssetName, Amount> profits;
    for (auto const& position : report.positions) {
        profits[position.asset] += position.realised + position.unrealised - position.fees;
    }
    bool any = false;
    for (auto const& [asset, profit] : profits) {
        auto& line = m_lines[asset];
        auto const& points = line.points;
        if (points.empty() || points.back().profit != profit || now < points.back().time) {
            add(line, {now, profit});
            any = true;
        }
    }
    if (any) {
        emit changed();
    }
}

void EquityCurve::add(Line& line, EquityPoint const& point)
{
    if (!line.points.empty() && point.time < line.points.back().time) {
        auto const before = std::exchange(line, {}).points;
        for (auto const& kept : before) {
            if (kept.time <= point.time) {
                append(line, kept);
            }
        }
    }
    if (line.points.size() == most) {
        std::size_t kept = 0;
        for (std::size_t i = 0; i < line.points.size(); i += 2) {
            line.points[kept++] = line.points[i];
        }
        line.points.resize(kept);
    }
    append(line, point);
}

void EquityCurve::append(Line& line, EquityPoint const& point)
{
    line.peak = line.points.empty() ? point.profit : std::max(line.peak, point.profit);
    line.drawdown = std::max(line.drawdown, line.peak - point.profit);
    line.points.push_back(point);
}

std::vector<AssetName> EquityCurve::assets() const
{
    std::vector<AssetName> names;
    for (auto const& [asset, line] : m_lines) {
        names.push_back(asset);
    }
    return names;
}

std::vector<EquityPoint> const& EquityCurve::points(AssetName const& asset) const
{
    static std::vector<EquityPoint> const none;
    auto const found = m_lines.find(asset);
    return found == m_lines.end() ? none : found->second.points;
}

Amount EquityCurve::maxDrawdown(AssetName const& asset) const
{
    auto const found = m_lines.find(asset);
    return found == m_lines.end() ? Amount(0) : found->second.drawdown;
}

FillSums::FillSums(By by, OrderReplica const& orders, MarketReplica const& market, QObject* parent)
    : QAbstractTableModel(parent)
    , m_by(by)
    , m_orders(orders)
    , m_market(market)
{
    connect(&orders, &OrderReplica::reset, this, &FillSums::reset);
    connect(&orders, &OrderReplica::fillsAdded, this, &FillSums::add);
    connect(&market, &MarketReplica::instrumentsChanged, this, &FillSums::reset);
    reset();
}

void FillSums::reset()
{
    m_sums.clear();
    add(0);
}

QString FillSums::keyOf(ExecutionReport const& fill, Instrument const& instrument) const
{
    if (m_by == By::Symbol) {
        return instrumentText(instrument);
    }
    return isoDateTimeText(hourOf(fill.transactTime));
}

void FillSums::add(std::size_t firstFill)
{
    auto const& fills = m_orders.fills();
    for (std::size_t i = firstFill; i < fills.size(); ++i) {
        auto const& fill = fills[i];
        auto const* instrument = m_market.find(fill.instrument);
        if (instrument == nullptr) {
            continue;
        }
        auto const key = keyOf(fill, *instrument);
        auto& row = m_sums[key + u'/' + QString::fromStdString(instrument->settleAsset().text())];
        row.key = key;
        row.time = fill.transactTime;
        row.asset = instrument->settleAsset();
        ++row.fills;
        row.maker += fill.liquidity == Liquidity::Maker ? 1 : 0;
        row.volume += notional(*instrument, fill.lastPx, fill.lastQty);
        row.fees += fill.feeAsset == row.asset ? fill.fee : Amount(0);
    }
    beginResetModel();
    m_rows.clear();
    for (auto const& [key, row] : m_sums) {
        m_rows.push_back(row);
    }
    endResetModel();
}

double FillSums::makerPercent(Row const& row)
{
    return 100.0 * row.maker / std::max(1, row.fills);
}

QVariant FillSums::sortKey(Row const& row, int column) const
{
    switch (column) {
    case Key:
        return m_by == By::Symbol ? QVariant() : QVariant(static_cast<double>(row.time.value));
    case Fills:
        return static_cast<double>(row.fills);
    case Volume:
        return static_cast<double>(row.volume.value);
    case Fees:
        return static_cast<double>(row.fees.value);
    default:
        return makerPercent(row);
    }
}

QVariant FillSums::exact(Row const& row, int column) const
{
    switch (column) {
    case Key:
        return m_by == By::Symbol ? row.key : isoInstant(hourOf(row.time));
    case Fills:
        return QString::number(row.fills);
    case Volume:
        return plainAmount(row.volume);
    case Fees:
        return plainAmount(row.fees);
    default:
        return QString::number(makerPercent(row), 'f', 2);
    }
}

int FillSums::rowCount(QModelIndex const& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int FillSums::columnCount(QModelIndex const& parent) const
{
    return parent.isValid() ? 0 : Count;
}

QVariant FillSums::data(QModelIndex const& index, int role) const
{
    auto const& row = m_rows[static_cast<std::size_t>(index.row())];
    if (role == Qt::TextAlignmentRole) {
        return cellAlignment(index.column() != Key);
    }
    if (role == toneRole) {
        return static_cast<int>(index.column() == Key ? Tone::Normal : Tone::Dim);
    }
    if (role == sortRole) {
        return sortKey(row, index.column());
    }
    if (role == csvRole) {
        return exact(row, index.column());
    }
    if (role == assetRole) {
        return QString::fromStdString(row.asset.text());
    }
    if (role != Qt::DisplayRole) {
        return {};
    }
    auto const money = [&](Amount amount) {
        return amountText(amount, assetDecimals(row.asset)) + u' ' + QString::fromStdString(row.asset.text());
    };
    switch (index.column()) {
    case Key:
        return m_by == By::Symbol ? row.key : minuteText(hourOf(row.time));
    case Fills:
        return QLocale().toString(row.fills);
    case Volume:
        return money(row.volume);
    case Fees:
        return money(row.fees);
    case Maker:
        return percentText(makerPercent(row), 0);
    default:
        return {};
    }
}

QVariant FillSums::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal) {
        return {};
    }
    if (role == Qt::TextAlignmentRole) {
        return cellAlignment(section != Key);
    }
    if (role == assetRole) {
        return section == Volume || section == Fees;
    }
    if (role == csvRole) {
        return section == Maker ? QVariant(tr("As maker (%)")) : QVariant();
    }
    if (role != Qt::DisplayRole) {
        return {};
    }
    switch (section) {
    case Key:
        return m_by == By::Symbol ? tr("Market") : tr("Hour");
    case Fills:
        return tr("Fills");
    case Volume:
        return tr("Volume");
    case Fees:
        return tr("Fees");
    case Maker:
        return tr("As maker");
    default:
        return {};
    }
}

} // namespace qob
