#include "ui/models/alerts_model.h"

#include "ui/models/display_text.h"
#include "ui/models/export_text.h"
#include "ui/models/table_roles.h"

namespace qob {

AlertsModel::AlertsModel(Alerts& alerts, MarketReplica const& market, QObject* parent)
    : QAbstractTableModel(parent)
    , m_alerts(alerts)
    , m_market(market)
{
    connect(&alerts, &Alerts::changed, this, [this] {
        beginResetModel();
        endResetModel();
    });
}

int AlertsModel::rowCount(QModelIndex const& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_alerts.rules().size());
}

int AlertsModel::columnCount(QModelIndex const& parent) const
{
    return parent.isValid() ? 0 : Count;
}

Qt::ItemFlags AlertsModel::flags(QModelIndex const& index) const
{
    auto const flags = QAbstractTableModel::flags(index);
    return index.column() == Armed ? flags | Qt::ItemIsUserCheckable : flags;
}

QVariant AlertsModel::data(QModelIndex const& index, int role) const
{
    auto const& rule = m_alerts.rules()[static_cast<std::size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole:
        return text(rule, index.column());
    case Qt::CheckStateRole:
        return index.column() == Armed ? QVariant(rule.armed ? Qt::Checked : Qt::Unchecked) : QVariant();
    case Qt::TextAlignmentRole:
        return cellAlignment(false);
    case idRole:
        return QVariant::fromValue<qulonglong>(rule.id);
    case toneRole:
        return static_cast<int>(rule.armed ? Tone::Normal : Tone::Dim);
    default:
        return {};
    }
}

bool AlertsModel::setData(QModelIndex const& index, QVariant const& value, int role)
{
    if (role != Qt::CheckStateRole || index.column() != Armed) {
        return false;
    }
    auto const id = m_alerts.rules()[static_cast<std::size_t>(index.row())].id;
    m_alerts.setArmed(id, value.toInt() == Qt::Checked);
    return true;
}

QString AlertsModel::text(AlertRule const& rule, int column) const
{
    auto const* instrument = m_market.findByName(rule.instrument);
    switch (column) {
    case Market:
        return instrument == nullptr ? rule.instrument : instrumentText(*instrument);
    case Condition: {
        auto const whole = alertText(rule, instrument);
        return whole.mid(whole.indexOf(QStringLiteral(": ")) + 2);
    }
    case Times:
        return rule.repeats ? tr("Each time") : tr("Once");
    case Tells: {
        QStringList ways;
        if (rule.sound) {
            ways << tr("sound");
        }
        if (rule.popUp) {
            ways << tr("pop-up");
        }
        if (!rule.webhook.isEmpty()) {
            ways << tr("webhook");
        }
        return ways.join(QStringLiteral(", "));
    }
    case Note:
        return rule.note;
    default:
        return {};
    }
}

QVariant AlertsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Horizontal && role == Qt::TextAlignmentRole) {
        return cellAlignment(false);
    }
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) {
        return {};
    }
    switch (section) {
    case Market:
        return tr("Market");
    case Condition:
        return tr("Condition");
    case Times:
        return tr("Fires");
    case Tells:
        return tr("Tells by");
    case Note:
        return tr("Note");
    default:
        return QString();
    }
}

FiredAlertsModel::FiredAlertsModel(Alerts& alerts, QObject* parent)
    : QAbstractTableModel(parent)
    , m_alerts(alerts)
{
    connect(&alerts, &Alerts::fires, this, [this] {
        beginResetModel();
        endResetModel();
    });
}

int FiredAlertsModel::rowCount(QModelIndex const& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_alerts.fired().size());
}

int FiredAlertsModel::columnCount(QModelIndex const& parent) const
{
    return parent.isValid() ? 0 : Count;
}

QVariant FiredAlertsModel::data(QModelIndex const& index, int role) const
{
    auto const& fired = m_alerts.fired()[static_cast<std::size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole:
        return index.column() == Time ? clockText(fired.time, false) : fired.text;
    case Qt::TextAlignmentRole:
        return cellAlignment(false);
    case sortRole:
        return index.column() == Time ? QVariant(static_cast<qlonglong>(fired.time.value)) : QVariant();
    case csvRole:
        return index.column() == Time ? QVariant(isoInstant(fired.time)) : QVariant();
    case toneRole:
        return static_cast<int>(index.column() == Time ? Tone::Dim : Tone::Normal);
    default:
        return {};
    }
}

QVariant FiredAlertsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Horizontal && role == Qt::TextAlignmentRole) {
        return cellAlignment(false);
    }
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) {
        return {};
    }
    return section == Time ? tr("Time") : tr("What happened");
}

} // namespace qob
