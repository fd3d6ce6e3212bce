#pragma once

#include "ui/models/alerts.h"

#include <QAbstractTableModel>

namespace qob {

// The rules, oldest first. The first column ticks whether one is armed.
class AlertsModel final : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { Armed, Market, Condition, Times, Tells, Note, Count };

    // Both must outlive it.
    AlertsModel(Alerts& alerts, MarketReplica const& market, QObject* parent = nullptr);

    int rowCount(QModelIndex const& parent = {}) const override;
    int columnCount(QModelIndex const& parent = {}) const override;
    QVariant data(QModelIndex const& index, int role) const override;
    bool setData(QModelIndex const& index, QVariant const& value, int role) override;
    [[nodiscard]] Qt::ItemFlags flags(QModelIndex const& index) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    [[nodiscard]] QString text(AlertRule const& rule, int column) const;

    Alerts& m_alerts;
    MarketReplica const& m_market;
};

// Those that fired, newest first.
class FiredAlertsModel final : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { Time, Text, Count };

    explicit FiredAlertsModel(Alerts& alerts, QObject* parent = nullptr);

    int rowCount(QModelIndex const& parent = {}) const override;
    int columnCount(QModelIndex const& parent = {}) const override;
    QVariant data(QModelIndex const& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    Alerts& m_alerts;
};

} // namespace qob
