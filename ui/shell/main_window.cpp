#include "ui/shell/main_window.h"

#include "ui/charts/heat_map.h"
#include "ui/models/display_text.h"
#include "ui/panels/blotters/blotters.h"
#include "ui/panels/candles/candles_panel.h"
#include "ui/panels/depth_chart/depth_chart.h"
#include "ui/panels/footprint/footprint_panel.h"
#include "ui/panels/ladder/ladder.h"
#include "ui/panels/profile/profile_panel.h"
#include "ui/panels/replay_bar/replay_bar.h"
#include "ui/panels/tape/tape.h"
#include "ui/panels/ticket/ticket.h"
#include "ui/shell/header_bar.h"
#include "ui/shell/status_line.h"

#include <QAction>
#include <QDockWidget>
#include <QMenu>
#include <QPainter>
#include <QStatusBar>
#include <QToolButton>
#include <QVBoxLayout>

namespace qob {
namespace {

constexpr int replayFrame = 3; // pixels of the tinted frame around a replay

} // namespace

MainWindow::MainWindow(TerminalModels& models, Theme const& theme)
    : m_models(models)
    , m_theme(theme)
    , m_header(new HeaderBar(models, theme))
{
    setWindowIcon(QIcon(QStringLiteral(":/icons/app.svg")));
    setDockOptions(AnimatedDocks | AllowNestedDocks | AllowTabbedDocks);
    setCorner(Qt::BottomRightCorner, Qt::RightDockWidgetArea);
    setCorner(Qt::TopRightCorner, Qt::RightDockWidgetArea);
    auto* top = new QWidget(this);
    auto* rows = new QVBoxLayout(top);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(0);
    rows->addWidget(m_header);
    rows->addWidget(new ReplayBar(models.frames, models.market, models.replay, theme, top));
    setMenuWidget(top);
    m_heatMap = new HeatMap(models.frames, models.market, models.orders, theme, this);
    setCentralWidget(m_heatMap);
    buildDocks();
    statusBar()->setSizeGripEnabled(false);
    statusBar()->setContentsMargins(0, 0, 0, 0);
    statusBar()->setStyleSheet(QStringLiteral("QStatusBar { padding: 0; } QStatusBar::item { border: none; }")
    );
    m_status = new StatusLine(models, theme);
    statusBar()->addWidget(m_status, 1);
    buildActions(*m_header->menuButton());
    connect(&models.market, &MarketReplica::statusChanged, this, &MainWindow::takeStatus);
}

QDockWidget* MainWindow::addDock(QString const& title, char const* name, QWidget* panel)
{
    auto* dock = new QDockWidget(title, this);
    dock->setObjectName(QLatin1String(name));
    dock->setWidget(panel);
    return dock;
}

void MainWindow::buildDocks()
{
    auto& m = m_models;
    m_ladder = new Ladder(m.frames, m.market, m.orders, m.entry, m.ticket, m_theme);
    m_blotters = new Blotters(m.market, m.orders, m.entry, m.positions, m.balances, m.notices, m_theme);
    m_ladderDock = addDock(tr("Ladder"), "ladder", m_ladder);
    m_ticketDock = addDock(
        tr("Order ticket"), "ticket", new Ticket(m.frames, m.market, m.balances, m.entry, m.ticket, m_theme)
    );
    m_depthDock = addDock(tr("Depth"), "depth", new DepthChart(m.frames, m.market, m_theme));
    m_tapeDock = addDock(tr("Time and sales"), "tape", new Tape(m.frames, m.market, m_theme));
    m_blotterDock = addDock(tr("Account"), "blotters", m_blotters);
    m_chartDocks = {
        addDock(tr("Candles"), "candles", new CandlesPanel(m.session, m.frames, m.market, m.orders, m_theme)),
        addDock(
            tr("Footprint"), "footprint", new FootprintPanel(m.session, m.frames, m.market, m.orders, m_theme)
        ),
        addDock(
            tr("Volume profile"),
            "profile",
            new ProfilePanel(m.session, m.frames, m.market, m.orders, m_theme)
        ),
    };
    connect(m_blotters, &Blotters::instrumentChosen, &m.market, &MarketReplica::show);
    restoreDefaultLayout();
}

void MainWindow::restoreDefaultLayout()
{
    for (auto* dock : {m_ladderDock, m_ticketDock, m_depthDock, m_tapeDock, m_blotterDock}) {
        dock->setFloating(false);
        dock->show();
    }
    for (auto* dock : m_chartDocks) {
        dock->setFloating(false);
        dock->hide();
        addDockWidget(Qt::LeftDockWidgetArea, dock);
    }
    tabifyDockWidget(m_chartDocks[0], m_chartDocks[1]);
    tabifyDockWidget(m_chartDocks[1], m_chartDocks[2]);
    addDockWidget(Qt::BottomDockWidgetArea, m_blotterDock);
    addDockWidget(Qt::RightDockWidgetArea, m_ladderDock);
    splitDockWidget(m_ladderDock, m_ticketDock, Qt::Horizontal);
    splitDockWidget(m_ticketDock, m_tapeDock, Qt::Vertical);
    splitDockWidget(m_tapeDock, m_depthDock, Qt::Vertical);
    bool const roomy = width() >= 1500;
    resizeDocks({m_ladderDock, m_ticketDock}, {roomy ? 316 : 290, roomy ? 244 : 228}, Qt::Horizontal);
    int const depth = height() / 4 - 10;
    resizeDocks({m_ticketDock, m_tapeDock, m_depthDock}, {310, height() - 310 - depth, depth}, Qt::Vertical);
    resizeDocks({m_blotterDock}, {height() / 4 - 10}, Qt::Vertical);
}

QAction* MainWindow::addKey(QString const& text, QKeySequence const& keys, std::function<void()> action)
{
    auto* made = new QAction(text, this);
    made->setShortcut(keys);
    connect(made, &QAction::triggered, this, std::move(action));
    addAction(made);
    return made;
}

void MainWindow::buildActions(QToolButton& menuButton)
{
    auto* menu = new QMenu(&menuButton);
    auto& entry = m_models.entry;
    menu->addAction(addKey(tr("Choose a market"), QKeySequence(tr("Ctrl+M")), [this] {
        m_header->openMarkets();
    }));
    menu->addAction(addKey(tr("Lock or unlock trading"), QKeySequence(tr("Ctrl+L")), [&entry] {
        entry.setLocked(!entry.locked());
    }));
    menu->addAction(addKey(tr("Cancel all orders"), QKeySequence(Qt::Key_Escape), [&entry] {
        entry.cancelAll();
    }));
    menu->addSeparator();
    buildMarketActions(*menu);
    menu->addSeparator();
    auto& replay = m_models.replay;
    menu->addAction(addKey(tr("Play or pause"), QKeySequence(tr("Ctrl+Space")), [&replay] {
        replay.togglePlay();
    }));
    menu->addAction(addKey(tr("One step"), QKeySequence(tr("Ctrl+.")), [&replay] { replay.step(); }));
    menu->addAction(addKey(tr("Record or stop recording"), QKeySequence(tr("Ctrl+R")), [&replay] {
        replay.toggleRecording();
    }));
    menu->addSeparator();
    for (auto* dock : {m_ladderDock, m_ticketDock, m_depthDock, m_tapeDock, m_blotterDock}) {
        menu->addAction(dock->toggleViewAction());
    }
    for (auto* dock : m_chartDocks) {
        menu->addAction(dock->toggleViewAction());
    }
    menu->addAction(addKey(tr("Restore the default layout"), {}, [this] { restoreDefaultLayout(); }));
    menu->addSeparator();
    menu->addAction(addKey(tr("Quit"), QKeySequence(tr("Ctrl+Q")), [this] { close(); }));
    menuButton.setMenu(menu);
}

void MainWindow::buildMarketActions(QMenu& menu)
{
    menu.addAction(addKey(tr("Simulated market"), {}, [this] { emit simWanted(); }));
    menu.addAction(addKey(tr("Live markets…"), QKeySequence(tr("Ctrl+Shift+L")), [this] {
        emit liveWanted();
    }));
    menu.addAction(addKey(tr("Replay recordings…"), QKeySequence(tr("Ctrl+O")), [this] {
        emit filesWanted();
    }));
}

void MainWindow::say(QString const& text)
{
    m_status->say(text);
}

void MainWindow::takeStatus()
{
    auto const kind = m_models.market.status().kind;
    if (m_kind == kind) {
        return;
    }
    m_kind = kind;
    int const margin = kind == MarketKind::Replay ? replayFrame : 0;
    setContentsMargins(margin, margin, margin, margin);
    update();
}

void MainWindow::paintEvent(QPaintEvent* event)
{
    QMainWindow::paintEvent(event);
    if (m_kind == MarketKind::Replay) {
        QPainter painter(this);
        painter.setPen(QPen(m_theme.replay, 2 * replayFrame));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(rect());
    }
}

void MainWindow::showEvent(QShowEvent* event)
{
    QMainWindow::showEvent(event);
    if (!m_laidOut) {
        m_laidOut = true;
        restoreDefaultLayout();
    }
}

} // namespace qob
