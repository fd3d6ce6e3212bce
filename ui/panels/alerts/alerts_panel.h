#pragma once

#include "ui/models/alerts_model.h"
#include "ui/models/market_view.h"
#include "ui/panels/table/data_table.h"

#include <QTabWidget>

namespace qob {

// The alerts and what became of them. GUI thread.
class AlertsPanel final : public QTabWidget, public PanelState {
    Q_OBJECT

public:
    // All must outlive it.
    AlertsPanel(MarketView const& view, Alerts& alerts, Theme const& theme, QWidget* parent = nullptr);

    [[nodiscard]] DataTable* rules() const { return m_rules; }

    [[nodiscard]] DataTable* history() const { return m_history; }

    [[nodiscard]] QJsonObject saveState() const override;
    void restoreState(QJsonObject const& state) override;

    QSize minimumSizeHint() const override { return {240, 90}; }

private:
    void buildActions();
    void addAlert();
    void changeSelected();
    void removeSelected();
    [[nodiscard]] std::vector<AlertRule> selected() const;

    MarketView const& m_view;
    Alerts& m_alerts;
    AlertsModel m_rulesModel;
    FiredAlertsModel m_firedModel;
    DataTable* m_rules;
    DataTable* m_history;
};

} // namespace qob
