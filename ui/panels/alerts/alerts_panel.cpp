#include "ui/panels/alerts/alerts_panel.h"

#include "ui/models/table_roles.h"
#include "ui/panels/alerts/alert_dialog.h"

#include <QAction>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QPushButton>
#include <QStyledItemDelegate>
#include <QTabBar>

namespace qob {

AlertsPanel::AlertsPanel(MarketView const& view, Alerts& alerts, Theme const& theme, QWidget* parent)
    : QTabWidget(parent)
    , m_view(view)
    , m_alerts(alerts)
    , m_rulesModel(alerts, view.market())
    , m_firedModel(alerts)
    , m_rules(new DataTable(m_rulesModel, theme, this))
    , m_history(new DataTable(m_firedModel, theme, this))
{
    setDocumentMode(true);
    tabBar()->setDrawBase(false);
    addTab(m_rules, tr("Alerts"));
    addTab(m_history, tr("History"));
    m_rules->setAccessibleName(tr("Alerts"));
    m_rules->setItemDelegateForColumn(AlertsModel::Armed, new QStyledItemDelegate(m_rules));
    m_rules->setWidths({30, 140, 230, 80, 120});
    m_rules->horizontalHeader()->setStretchLastSection(true);
    m_history->setAccessibleName(tr("History of alerts"));
    m_history->setWidths({84});
    m_history->horizontalHeader()->setStretchLastSection(true);
    connect(m_rules, &QTableView::doubleClicked, this, [this](QModelIndex const& at) {
        if (at.column() != AlertsModel::Armed) {
            changeSelected();
        }
    });
    buildActions();
}

void AlertsPanel::buildActions()
{
    auto const add = [this](char const* id, QString const& text, QKeySequence const& keys, auto run) {
        auto* action = new QAction(text, this);
        action->setObjectName(QLatin1String(id));
        action->setShortcut(keys);
        action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
        connect(action, &QAction::triggered, this, run);
        addAction(action);
        return action;
    };
    auto* made = add("alerts.add", tr("New alert…"), QKeySequence(Qt::Key_Insert), &AlertsPanel::addAlert);
    auto* change =
        add("alerts.change", tr("Change the alert…"), QKeySequence(Qt::Key_F2), &AlertsPanel::changeSelected);
    auto* remove = add(
        "alerts.remove", tr("Remove the alert"), QKeySequence(Qt::Key_Delete), &AlertsPanel::removeSelected
    );
    m_rules->insertActions(m_rules->actions().value(0), {made, change, remove});
    auto* button = new QPushButton(tr("New alert…"), this);
    button->setFocusPolicy(Qt::TabFocus);
    connect(button, &QPushButton::clicked, made, &QAction::trigger);
    setCornerWidget(button);
}

void AlertsPanel::addAlert()
{
    AlertRule rule;
    if (auto const* shown = m_view.shown()) {
        rule.instrument = QString::fromStdString(shown->venue + ":" + shown->symbol);
        auto const* last = m_view.tape().last();
        rule.value = last == nullptr ? QString() : QString::fromStdString(shown->priceText(last->price));
        rule.kind = AlertKind::PriceCrosses;
    }
    AlertDialog dialog(rule, m_view, this);
    if (dialog.exec() == QDialog::Accepted) {
        m_alerts.add(dialog.rule());
    }
}

std::vector<AlertRule> AlertsPanel::selected() const
{
    std::vector<AlertRule> rules;
    for (auto const& index : m_rules->selectionModel()->selectedRows()) {
        auto const id = index.data(idRole).toULongLong();
        for (auto const& rule : m_alerts.rules()) {
            if (rule.id == id) {
                rules.push_back(rule);
            }
        }
    }
    return rules;
}

void AlertsPanel::changeSelected()
{
    auto const rules = selected();
    if (rules.empty()) {
        return;
    }
    AlertDialog dialog(rules.front(), m_view, this);
    if (dialog.exec() == QDialog::Accepted) {
        m_alerts.change(dialog.rule());
    }
}

void AlertsPanel::removeSelected()
{
    for (auto const& rule : selected()) {
        m_alerts.remove(rule.id);
    }
}

QJsonObject AlertsPanel::saveState() const
{
    return {
        {QStringLiteral("tab"), currentIndex()},
        {QStringLiteral("rules"), m_rules->saveState()},
        {QStringLiteral("history"), m_history->saveState()},
    };
}

void AlertsPanel::restoreState(QJsonObject const& state)
{
    setCurrentIndex(state[QStringLiteral("tab")].toInt());
    m_rules->restoreState(state[QStringLiteral("rules")].toObject());
    m_history->restoreState(state[QStringLiteral("history")].toObject());
}

} // namespace qob
