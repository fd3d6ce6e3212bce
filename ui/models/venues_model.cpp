#include "ui/models/venues_model.h"

#include "ui/models/display_text.h"
#include "ui/models/export_text.h"
#include "ui/models/table_roles.h"

#include <QLocale>

#include <algorithm>

namespace qob {

VenuesModel::VenuesModel(MarketReplica const& market, QObject* parent)
    : QAbstractTableModel(parent)
    , m_market(market)
{}

void VenuesModel::collect(std::map<std::string, Row>& rows) const
{
    for (auto const& instrument : m_market.instruments()) {
        auto& row = rows[instrument.venue];
        row.name = instrument.venue;
        ++row.books;
        auto const* feed = m_market.feed(instrument.id);
        if (feed == nullptr) {
            continue;
        }
        row.live += feed->state == FeedState::Live ? 1 : 0;
        row.stale += feed->state == FeedState::Stale ? 1 : 0;
        if (feed->problem && row.problem.isEmpty()) {
            row.problem = instrumentText(instrument) + QStringLiteral(": ") + errorText(*feed->problem);
        }
        row.messages += feed->messages;
        row.trades += feed->trades;
        row.gaps += feed->gaps;
        if (feed->connection > 0) {
            auto& times = row.reconnects[feed->connection];
            times = std::max(times, feed->reconnects);
        }
        row.checksumsOk += feed->checksumsOk;
        row.checksumsBad += feed->checksumsBad;
        row.lastMessage = std::max(row.lastMessage, feed->lastMessage);
        if (feed->messages > 0) {
            auto const best = m_market.bestLatency(instrument.id);
            row.latency = std::max(row.latency, best < Duration(0) ? feed->latency - best : feed->latency);
        }
    }
}

void VenuesModel::refresh(Duration now)
{
    std::map<std::string, Row> fresh;
    collect(fresh);
    double const seconds = static_cast<double>((now - m_last).value) * 1e-9;
    for (auto const& before : m_rows) {
        auto const same = fresh.find(before.name);
        if (same == fresh.end()) {
            continue;
        }
        auto& row = same->second;
        row.line = before.line;
        // A replay may begin again, and a market that is still making its past counts that too.
        bool const on = seconds > 0 && row.messages >= before.messages && !m_wasLoading;
        row.rate = on ? static_cast<double>(row.messages - before.messages) / seconds : 0;
        row.tradeRate =
            on && row.trades >= before.trades ? static_cast<double>(row.trades - before.trades) / seconds : 0;
    }
    m_last = now;
    m_wasLoading = m_market.status().loading > 0;
    bool const sameRows = fresh.size() == m_rows.size();
    if (!sameRows) {
        beginResetModel();
    }
    m_rows.clear();
    for (auto& [name, row] : fresh) {
        row.line.push_back(static_cast<double>(row.latency.value) * 1e-6);
        if (row.line.size() > latencies) {
            row.line.erase(row.line.begin());
        }
        m_rows.push_back(std::move(row));
    }
    if (!sameRows) {
        endResetModel();
    } else if (!m_rows.empty()) {
        emit dataChanged(index(0, 0), index(rowCount() - 1, Count - 1));
    }
}

QVector<double> VenuesModel::latencyLine(int row) const
{
    auto const& line = m_rows[static_cast<std::size_t>(row)].line;
    return {line.begin(), line.end()};
}

int VenuesModel::rowCount(QModelIndex const& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int VenuesModel::columnCount(QModelIndex const& parent) const
{
    return parent.isValid() ? 0 : Count;
}

QVariant VenuesModel::data(QModelIndex const& index, int role) const
{
    auto const& row = m_rows[static_cast<std::size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole:
        return text(row, index.column());
    case Qt::TextAlignmentRole:
        return cellAlignment(index.column() >= Latency);
    case Qt::ToolTipRole:
        return row.problem;
    case lineRole:
        return index.column() == LatencyLine ? QVariant::fromValue(latencyLine(index.row())) : QVariant();
    case sortRole:
        return sortKey(row, index.column());
    case csvRole:
        return exact(row, index.column());
    case toneRole:
        return static_cast<int>(tone(row, index.column()));
    default:
        return {};
    }
}

std::uint64_t VenuesModel::reconnects(Row const& row)
{
    std::uint64_t sum = 0;
    for (auto const& [connection, times] : row.reconnects) {
        sum += times;
    }
    return sum;
}

Tone VenuesModel::tone(Row const& row, int column)
{
    if (column == State) {
        return row.stale > 0           ? Tone::Bad
               : row.live == row.books ? Tone::Good
               : row.live > 0          ? Tone::Warn
                                       : Tone::Dim;
    }
    if ((column == Gaps && row.gaps > 0) || (column == Checksums && row.checksumsBad > 0) ||
        (column == Reconnects && reconnects(row) > 0)) {
        return Tone::Warn;
    }
    return column == Venue ? Tone::Normal : Tone::Dim;
}

QVariant VenuesModel::sortKey(Row const& row, int column)
{
    switch (column) {
    case Latency:
        return row.messages == 0 ? QVariant() : QVariant(static_cast<double>(row.latency.value));
    case Rate:
        return row.rate;
    case Trades:
        return row.tradeRate;
    case Gaps:
        return static_cast<double>(row.gaps);
    case Reconnects:
        return row.reconnects.empty() ? QVariant() : QVariant(static_cast<double>(reconnects(row)));
    case Age: // the longest silence is the largest
        return row.messages == 0 ? QVariant() : QVariant(-static_cast<double>(row.lastMessage.value));
    default:
        return {};
    }
}

QVariant VenuesModel::exact(Row const& row, int column)
{
    switch (column) {
    case Books:
        return row.live;
    case Latency:
        return row.messages == 0 ? QString() : plainSeconds(row.latency);
    case Rate:
        return QString::number(row.rate, 'f', 1);
    case Trades:
        return QString::number(row.tradeRate, 'f', 1);
    case Gaps:
        return QString::number(row.gaps);
    case Reconnects:
        return row.reconnects.empty() ? QString() : QString::number(reconnects(row));
    case Checksums:
        return row.checksumsOk + row.checksumsBad == 0 ? QString() : QString::number(row.checksumsBad);
    case Age:
        return row.messages == 0 ? QString() : isoInstant(row.lastMessage);
    default:
        return {};
    }
}

QString VenuesModel::text(Row const& row, int column) const
{
    auto none = QStringLiteral("–");
    switch (column) {
    case State:
        return QStringLiteral("●");
    case Venue:
        return QString::fromStdString(row.name);
    case Books:
        return row.stale == 0 ? tr("%1 of %2 live").arg(row.live).arg(row.books)
                              : tr("%1 of %2 live, %3 stale").arg(row.live).arg(row.books).arg(row.stale);
    case Latency:
        return row.messages == 0 ? none : durationText(row.latency);
    case Rate:
        return QLocale().toString(row.rate, 'f', row.rate < 10 ? 1 : 0);
    case Trades:
        return QLocale().toString(row.tradeRate, 'f', row.tradeRate < 10 ? 1 : 0);
    case Gaps:
        return QLocale().toString(static_cast<qulonglong>(row.gaps));
    case Reconnects:
        return row.reconnects.empty() ? none : QLocale().toString(static_cast<qulonglong>(reconnects(row)));
    case Checksums:
        return row.checksumsOk + row.checksumsBad == 0
                   ? none
                   : tr("%1 bad of %2").arg(row.checksumsBad).arg(row.checksumsOk + row.checksumsBad);
    case Age:
        return row.messages == 0
                   ? none
                   : durationText(std::max(Duration(0), m_market.status().now - row.lastMessage));
    default:
        return {};
    }
}

QVariant VenuesModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal) {
        return {};
    }
    if (role == Qt::TextAlignmentRole) {
        return cellAlignment(section >= Latency);
    }
    if (role == csvRole) {
        return section == State || section == LatencyLine ? QVariant(QString())
               : section == Books                         ? QVariant(tr("Live books"))
               : section == Latency                       ? QVariant(tr("Latency (s)"))
               : section == Checksums                     ? QVariant(tr("Bad checksums"))
                                                          : QVariant();
    }
    if (role != Qt::DisplayRole) {
        return {};
    }
    switch (section) {
    case Venue:
        return tr("Venue");
    case Books:
        return tr("Books");
    case Latency:
        return tr("Latency");
    case LatencyLine:
        return tr("Two minutes");
    case Rate:
        return tr("Messages/s");
    case Trades:
        return tr("Trades/s");
    case Gaps:
        return tr("Gaps");
    case Reconnects:
        return tr("Reconnects");
    case Checksums:
        return tr("Checksums");
    case Age:
        return tr("Last heard");
    default:
        return QString();
    }
}

} // namespace qob
