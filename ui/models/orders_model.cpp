#include "ui/models/orders_model.h"

#include "ui/models/display_text.h"
#include "ui/models/export_text.h"
#include "ui/models/table_roles.h"

#include <algorithm>
#include <utility>

namespace qob {
namespace {

Tone statusTone(OrdStatus status)
{
    switch (status) {
    case OrdStatus::New:
    case OrdStatus::PartiallyFilled:
        return Tone::Normal;
    case OrdStatus::Filled:
        return Tone::Good;
    case OrdStatus::Rejected:
        return Tone::Bad;
    case OrdStatus::Canceled:
        return Tone::Dim;
    default:
        return Tone::Warn;
    }
}

bool isNumber(int column)
{
    switch (column) {
    case OrdersModel::Price:
    case OrdersModel::Quantity:
    case OrdersModel::Filled:
    case OrdersModel::AvgPx:
    case OrdersModel::Queue:
    case OrdersModel::Answered:
    case OrdersModel::Age:
        return true;
    default:
        return false;
    }
}

} // namespace

OrdersModel::OrdersModel(OrderReplica const& orders, MarketReplica const& market, QObject* parent)
    : QAbstractTableModel(parent)
    , m_orders(orders)
    , m_market(market)
    , m_rows(static_cast<int>(orders.orders().size()))
    , m_second(market.status().now.value / seconds(1).value)
{
    connect(&orders, &OrderReplica::reset, this, &OrdersModel::takeReset);
    connect(&orders, &OrderReplica::ordersChanged, this, &OrdersModel::takeChanges);
    connect(&market, &MarketReplica::instrumentsChanged, this, &OrdersModel::takeReset);
    connect(&market, &MarketReplica::statusChanged, this, &OrdersModel::takeTime);
}

void OrdersModel::takeReset()
{
    beginResetModel();
    m_rows = static_cast<int>(m_orders.orders().size());
    endResetModel();
}

void OrdersModel::takeChanges(std::vector<std::size_t> const& rows, std::size_t firstNew)
{
    auto const total = static_cast<int>(m_orders.orders().size());
    if (total > m_rows) {
        beginInsertRows({}, 0, total - m_rows - 1);
        m_rows = total;
        endInsertRows();
    }
    int first = total;
    int last = -1;
    for (auto const index : rows) {
        if (index < firstNew) {
            int const row = total - 1 - static_cast<int>(index);
            first = std::min(first, row);
            last = std::max(last, row);
        }
    }
    if (last >= 0) {
        emit dataChanged(index(first, 0), index(last, Count - 1));
    }
}

// Ages are told in seconds; only those of working orders grow.
void OrdersModel::takeTime()
{
    const std::int64_t second = m_market.status().now.value / seconds(1).value;
    if (second == std::exchange(m_second, second)) {
        return;
    }
    auto const& orders = m_orders.orders();
    auto const works = [](OrderState const& order) {
        return !isFinal(order.report.ordStatus);
    };
    auto const oldest = std::find_if(orders.begin(), orders.end(), works);
    if (oldest != orders.end()) {
        auto const newest = std::find_if(orders.rbegin(), orders.rend(), works);
        auto const first = static_cast<int>(newest - orders.rbegin());
        auto const last = static_cast<int>(orders.end() - oldest) - 1;
        emit dataChanged(index(first, Age), index(last, Age), {Qt::DisplayRole, sortRole});
    }
}

int OrdersModel::rowCount(QModelIndex const& parent) const
{
    return parent.isValid() ? 0 : m_rows;
}

int OrdersModel::columnCount(QModelIndex const& parent) const
{
    return parent.isValid() ? 0 : Count;
}

OrderState const& OrdersModel::orderAt(int row) const
{
    return m_orders.orders()[static_cast<std::size_t>(m_rows - 1 - row)];
}

QVariant OrdersModel::data(QModelIndex const& index, int role) const
{
    auto const& order = orderAt(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return text(order, index.column());
    case Qt::ToolTipRole:
        return index.column() == Price                                ? priceText(order.report)
               : index.column() == Reason || index.column() == Status ? text(order, Reason)
                                                                      : QString();
    case Qt::TextAlignmentRole:
        return cellAlignment(isNumber(index.column()));
    case sortRole:
        return sortKey(order, index.column());
    case csvRole:
        return exact(order, index.column());
    case idRole:
        return QString::fromStdString(order.workingId.text());
    case workingRole:
        return !isFinal(order.report.ordStatus);
    case toneRole:
        if (index.column() == Side) {
            return static_cast<int>(order.report.side == qob::Side::Buy ? Tone::Buy : Tone::Sell);
        }
        if (index.column() == Status) {
            return static_cast<int>(statusTone(order.report.ordStatus));
        }
        return static_cast<int>(
            isFinal(order.report.ordStatus) || index.column() == Time ? Tone::Dim : Tone::Normal
        );
    default:
        return {};
    }
}

Duration OrdersModel::ageOf(OrderState const& order) const
{
    ExecutionReport const& report = order.report;
    const Timestamp end = isFinal(report.ordStatus) ? report.transactTime : m_market.status().now;
    return std::max(end - report.sendingTime, Duration(0));
}

QVariant OrdersModel::sortKey(OrderState const& order, int column) const
{
    switch (column) {
    case Time:
        return static_cast<qlonglong>(order.report.sendingTime.value);
    case Age:
        return static_cast<double>(ageOf(order).value);
    case Answered:
        return order.answeredAfter ? QVariant(static_cast<double>(order.answeredAfter->value)) : QVariant();
    default:
        return {};
    }
}

QVariant OrdersModel::exact(OrderState const& order, int column) const
{
    switch (column) {
    case Time:
        return isoInstant(order.report.sendingTime);
    case AvgPx:
        return order.report.cumQty == Qty(0) ? QString() : plainAmount(order.report.avgPx);
    case Answered:
        return order.answeredAfter ? plainSeconds(*order.answeredAfter) : QString();
    case Age:
        return plainSeconds(ageOf(order));
    default:
        return {};
    }
}

// What it waits for: a stop's trigger, with the limit it then has. What has no price (yet) says its type.
QString OrdersModel::priceText(ExecutionReport const& report) const
{
    auto const* instrument = m_market.find(report.instrument);
    if (instrument == nullptr) {
        return QStringLiteral("–");
    }
    auto const priced = [&](qob::Price price) {
        return QString::fromStdString(instrument->priceText(price));
    };
    if (report.ordType == OrdType::StopLimit) {
        return priced(report.stopPx) + QStringLiteral(" → ") + priced(report.price);
    }
    auto const price = report.ordType == OrdType::Market ? qob::Price(0) : standsAt(report);
    return price == qob::Price(0) ? ordTypeText(report.ordType) : priced(price);
}

QString OrdersModel::text(OrderState const& order, int column) const
{
    auto const& report = order.report;
    auto const* instrument = m_market.find(report.instrument);
    auto const qty = [&](Qty q) {
        return instrument != nullptr ? QString::fromStdString(instrument->qtyText(q)) : QString();
    };
    switch (column) {
    case Time:
        return clockText(report.sendingTime, false);
    case Market:
        return instrument != nullptr ? instrumentText(*instrument) : QString::number(report.instrument.value);
    case Side:
        return sideText(report.side);
    case Type:
        return ordTypeText(report.ordType) + QLatin1Char(' ') + timeInForceText(report.timeInForce);
    case Price:
        return priceText(report);
    case Quantity:
        return qty(report.orderQty);
    case Filled:
        return qty(report.cumQty);
    case AvgPx:
        return report.cumQty == Qty(0) || instrument == nullptr
                   ? QString()
                   : averageText(report.avgPx, instrument->priceDecimals());
    case Answered:
        return order.answeredAfter ? durationText(*order.answeredAfter) : QString();
    case Age:
        return ageText(ageOf(order));
    case Queue:
        return order.isQueued() ? qty(report.queueAhead) : QString();
    case Status: // before anything was heard of it is only sent
        return order.reported && report.ordStatus == OrdStatus::PendingNew ? tr("Acknowledged")
                                                                           : ordStatusText(report.ordStatus);
    case Reason:
        return report.reason ? errorText(*report.reason) : QString();
    default:
        return {};
    }
}

QVariant OrdersModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal) {
        return {};
    }
    if (role == Qt::TextAlignmentRole) {
        return cellAlignment(isNumber(section));
    }
    if (role == csvRole) {
        return section == Answered ? QVariant(tr("Answered (s)"))
               : section == Age    ? QVariant(tr("Age (s)"))
                                   : QVariant();
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
    case Type:
        return tr("Type");
    case Price:
        return tr("Price");
    case Quantity:
        return tr("Quantity");
    case Filled:
        return tr("Filled");
    case AvgPx:
        return tr("Average");
    case Answered:
        return tr("Answered");
    case Age:
        return tr("Age");
    case Queue:
        return tr("Ahead");
    case Status:
        return tr("Status");
    case Reason:
        return tr("Reason");
    default:
        return QString();
    }
}

} // namespace qob
