#include "ui/shell/panel_kinds.h"

#include "ui/charts/heat_map.h"
#include "ui/panels/alerts/alerts_panel.h"
#include "ui/panels/blotters/blotters.h"
#include "ui/panels/candles/candles_panel.h"
#include "ui/panels/depth_chart/depth_chart.h"
#include "ui/panels/footprint/footprint_panel.h"
#include "ui/panels/ladder/ladder.h"
#include "ui/panels/log/log_panel.h"
#include "ui/panels/performance/performance_panel.h"
#include "ui/panels/profile/profile_panel.h"
#include "ui/panels/surface/depth_surface.h"
#include "ui/panels/tape/tape.h"
#include "ui/panels/ticket/ticket.h"
#include "ui/panels/venues/venues_panel.h"
#include "ui/panels/watchlist/watchlist.h"

#include <QBoxLayout>
#include <QCoreApplication>
#include <QFrame>
#include <QMenu>
#include <QToolButton>

namespace qob {
namespace {

QWidget* makeHeatMap(PanelContext const& c)
{
    auto* map = new HeatMap(c.models.frames, c.group.view, c.models.orders, c.theme);
    map->setDrawings(c.models.drawings);
    return map;
}

QWidget* makeLadder(PanelContext const& c)
{
    auto& m = c.models;
    auto* ladder =
        new Ladder(m.frames, c.group.view, m.orders, m.entry, c.group.ticket, m.positions, c.theme);
    ladder->setDrawings(m.drawings);
    return ladder;
}

// Into the bar over a chart, after what it has; the tools are commands of the panel.
void addDrawButton(QWidget& panel, DrawingTools& tools)
{
    auto* bar = panel.findChild<QFrame*>(QStringLiteral("panel"));
    auto* row = qobject_cast<QBoxLayout*>(bar->layout());
    auto* button = tools.makeButton(bar);
    button->setFocusPolicy(Qt::TabFocus);
    row->insertWidget(row->count() - 1, button);
    panel.addAction(tools.menu()->menuAction());
}

template <class Panel>
QWidget* makeChart(PanelContext const& c)
{
    auto* panel = new Panel(c.models.session, c.models.frames, c.group.view, c.models.orders, c.theme);
    linkCursor(*panel->chart(), c.group.view);
    panel->chart()->setDrawings(c.models.drawings);
    addDrawButton(*panel, *panel->chart()->drawingTools());
    return panel;
}

QWidget* makeTicket(PanelContext const& c)
{
    auto& m = c.models;
    return new Ticket(m.frames, c.group.view, m.balances, m.entry, c.group.ticket, c.theme);
}

QWidget* makeTape(PanelContext const& c)
{
    return new Tape(c.models.frames, c.group.view, c.theme);
}

QWidget* makeDepth(PanelContext const& c)
{
    return new DepthChart(c.models.session, c.models.frames, c.group.view, c.theme);
}

QWidget* makeSurface(PanelContext const& c)
{
    return new DepthSurface(c.models.frames, c.group.view, c.theme);
}

QWidget* makeAccount(PanelContext const& c)
{
    auto& m = c.models;
    auto* blotters = new Blotters(m.market, m.orders, m.entry, m.positions, m.balances, m.notices, c.theme);
    QObject::connect(blotters, &Blotters::instrumentChosen, &c.group.view, &MarketView::show);
    return blotters;
}

QWidget* makeWatchlist(PanelContext const& c)
{
    return new Watchlist(c.models.session, c.group.view, c.theme);
}

QWidget* makeVenues(PanelContext const& c)
{
    return new VenuesPanel(c.models.frames, c.models.market, c.theme);
}

QWidget* makeAlerts(PanelContext const& c)
{
    return new AlertsPanel(c.group.view, c.models.alerts, c.theme);
}

QWidget* makePerformance(PanelContext const& c)
{
    auto& m = c.models;
    return new PerformancePanel(m.frames, m.equity, m.orders, m.market, c.theme);
}

QWidget* makeLog(PanelContext const& c)
{
    return new LogPanel(c.models.notices, c.theme);
}

} // namespace

std::vector<PanelKind> const& panelKinds()
{
    static std::vector<PanelKind> const kinds{
        {"heatmap", QT_TRANSLATE_NOOP("Panel", "Heat map"), PanelLink::Follows, {900, 600}, makeHeatMap},
        {"ladder", QT_TRANSLATE_NOOP("Panel", "Ladder"), PanelLink::Follows, {320, 700}, makeLadder},
        {"candles",
         QT_TRANSLATE_NOOP("Panel", "Candles"),
         PanelLink::Follows,
         {820, 520},
         makeChart<CandlesPanel>},
        {"footprint",
         QT_TRANSLATE_NOOP("Panel", "Footprint"),
         PanelLink::Follows,
         {820, 520},
         makeChart<FootprintPanel>},
        {"profile",
         QT_TRANSLATE_NOOP("Panel", "Volume profile"),
         PanelLink::Follows,
         {720, 520},
         makeChart<ProfilePanel>},
        {"depth", QT_TRANSLATE_NOOP("Panel", "Depth"), PanelLink::Follows, {420, 300}, makeDepth},
        {"surface", QT_TRANSLATE_NOOP("Panel", "3D depth"), PanelLink::Follows, {640, 460}, makeSurface},
        {"tape", QT_TRANSLATE_NOOP("Panel", "Time and sales"), PanelLink::Follows, {260, 560}, makeTape},
        {"ticket", QT_TRANSLATE_NOOP("Panel", "Order ticket"), PanelLink::Follows, {250, 380}, makeTicket},
        {"watchlist", QT_TRANSLATE_NOOP("Panel", "Watchlist"), PanelLink::Chooses, {580, 520}, makeWatchlist},
        {"venues", QT_TRANSLATE_NOOP("Panel", "Venues"), PanelLink::None, {820, 260}, makeVenues},
        {"alerts", QT_TRANSLATE_NOOP("Panel", "Alerts"), PanelLink::Chooses, {720, 260}, makeAlerts},
        {"performance",
         QT_TRANSLATE_NOOP("Panel", "Performance"),
         PanelLink::None,
         {720, 420},
         makePerformance},
        {"account", QT_TRANSLATE_NOOP("Panel", "Account"), PanelLink::Chooses, {900, 260}, makeAccount},
        {"log", QT_TRANSLATE_NOOP("Panel", "Log"), PanelLink::None, {720, 260}, makeLog},
    };
    return kinds;
}

PanelKind const* findPanelKind(QString const& id)
{
    for (auto const& kind : panelKinds()) {
        if (id == QLatin1String(kind.id)) {
            return &kind;
        }
    }
    return nullptr;
}

QString panelTitle(PanelKind const& kind)
{
    return QCoreApplication::translate("Panel", kind.title);
}

} // namespace qob
