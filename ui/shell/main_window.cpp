#include "ui/shell/main_window.h"

#include "ui/charts/drawing_tools.h"
#include "ui/charts/heat_map.h"
#include "ui/models/display_text.h"
#include "ui/panels/replay_bar/replay_bar.h"
#include "ui/shell/alert_bell.h"
#include "ui/shell/dock_layout.h"
#include "ui/shell/frame_plate.h"
#include "ui/shell/header_bar.h"
#include "ui/shell/help_dialog.h"
#include "ui/shell/hotkeys.h"
#include "ui/shell/market_badge.h"
#include "ui/shell/order_question.h"
#include "ui/shell/panel_dock.h"
#include "ui/shell/panel_keys.h"
#include "ui/shell/picture.h"
#include "ui/shell/status_line.h"
#include "ui/shell/window_actions.h"

#include <QApplication>
#include <QClipboard>
#include <QFileDialog>
#include <QKeyEvent>
#include <QStatusBar>
#include <QTabBar>
#include <QToolButton>
#include <QVBoxLayout>

#include <set>

namespace qob {
namespace {

PanelDock* dockOf(QWidget* widget)
{
    while (widget != nullptr) {
        if (auto* dock = qobject_cast<PanelDock*>(widget)) {
            return dock;
        }
        widget = widget->parentWidget();
    }
    return nullptr;
}

} // namespace

MainWindow::MainWindow(TerminalModels& models, Theme const& theme, WindowMemory memory)
    : m_models(models)
    , m_theme(theme)
    , m_memory(memory)
    , m_header(new HeaderBar(models, theme))
{
    setWindowIcon(QIcon(QStringLiteral(":/icons/app.svg")));
    setDockOptions(AnimatedDocks | AllowNestedDocks | AllowTabbedDocks | GroupedDragging);
    setTabPosition(Qt::AllDockWidgetAreas, QTabWidget::North);
    auto* top = new QWidget(this);
    auto* rows = new QVBoxLayout(top);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(0);
    rows->addWidget(m_header);
    rows->addWidget(new ReplayBar(models.frames, models.market, models.replay, theme, top));
    setMenuWidget(top);
    statusBar()->setSizeGripEnabled(false);
    statusBar()->setContentsMargins(0, 0, 0, 0);
    statusBar()->setStyleSheet(QStringLiteral("QStatusBar { padding: 0; } QStatusBar::item { border: none; }")
    );
    m_status = new StatusLine(models, theme);
    statusBar()->addWidget(m_status, 1);
    new FramePlate(models.frames, theme, *this);
    auto* actions = new WindowActions(*this, models, memory, *m_header);
    new Hotkeys(*this, memory.settings);
    connect(&memory.settings, &Settings::keysChanged, this, [this] {
        for (auto const* dock : m_docks) {
            applyPanelKeys(*dock->panel(), m_memory.settings);
        }
    });
    new OrderQuestion(*this, models.entry, memory.settings);
    auto* bell = new AlertBell(models.alerts, *this, theme);
    connect(bell, &AlertBell::problem, this, &MainWindow::say);
    connect(&models.alerts, &Alerts::problem, this, &MainWindow::say);
    connect(&models.drawings, &Drawings::problem, this, &MainWindow::say);
    connect(&memory.settings, &Settings::problem, this, &MainWindow::say);
    connect(this, &MainWindow::panelsChanged, actions, &WindowActions::takePanels);
    connect(&models.market, &MarketReplica::statusChanged, this, &MainWindow::takeStatus);
    takeStatus();
    connect(qApp, &QApplication::focusChanged, this, [this](QWidget* /*old*/, QWidget* now) {
        followFocus(now);
    });
    auto const wanted = memory.settings.workspace();
    openWorkspace(memory.workspaces.names().contains(wanted) ? wanted : memory.workspaces.names().front());
}

MainWindow::~MainWindow()
{
    qApp->disconnect(this); // the focus still moves while the panels go
}

PanelDock* MainWindow::makeDock(WorkspacePanel const& panel)
{
    auto const* kind = findPanelKind(panel.kind);
    if (kind == nullptr) {
        return nullptr;
    }
    auto* dock = new PanelDock(*kind, panel, m_models, m_theme, this);
    dock->hide();
    connect(dock, &PanelDock::closed, this, [this, dock] { removeDock(dock); });
    connect(dock, &PanelDock::pressed, this, [this, dock] { setActiveDock(dock); });
    connect(dock, &PanelDock::groupChanged, this, &MainWindow::takeActive);
    connect(dock, &PanelDock::letterTyped, this, [this, dock](QString const& letter) {
        m_header->openMarkets(letter, dock->window() != this ? dock->panel() : nullptr);
    });
    connect(dock, &PanelDock::helpWanted, this, [this, dock] { showHelp(dock); });
    connect(dock, &PanelDock::pictureWanted, this, [this, dock] { savePicture(*dock->panel()); });
    auto const watch = [this, dock] {
        applyPanelKeys(*dock->panel(), m_memory.settings);
        if (auto* map = qobject_cast<HeatMap*>(dock->panel())) {
            connect(map, &HeatMap::firstPainted, this, &MainWindow::heatMapPainted);
        }
    };
    connect(dock, &PanelDock::panelMade, this, watch);
    watch();
    m_docks.push_back(dock);
    return dock;
}

void MainWindow::eachKindOfPanel(std::function<void(PanelKind const&, QWidget const&)> const& look) const
{
    for (auto const& kind : panelKinds()) {
        auto const dock = std::find_if(m_docks.begin(), m_docks.end(), [&](PanelDock const* one) {
            return &one->kind() == &kind;
        });
        if (dock != m_docks.end()) {
            look(kind, *(*dock)->panel());
        } else {
            const std::unique_ptr<QWidget> made(kind.make({m_models, m_models.groups.at(0), m_theme}));
            look(kind, *made);
        }
    }
}

void MainWindow::removeDock(PanelDock* dock)
{
    if (std::erase(m_docks, dock) == 0) {
        return;
    }
    if (m_active == dock) {
        setActiveDock(m_docks.empty() ? nullptr : m_docks.front());
    }
    removeDockWidget(dock);
    dock->deleteLater();
    emit panelsChanged();
}

void MainWindow::clearPanels()
{
    setActiveDock(nullptr);
    for (auto* dock : std::exchange(m_docks, {})) {
        removeDockWidget(dock);
        delete dock;
    }
}

PanelDock* MainWindow::addPanel(QString const& kind)
{
    int number = 1;
    auto const idOf = [&] {
        return kind + QLatin1Char('-') + QString::number(number);
    };
    while (findChild<PanelDock*>(idOf()) != nullptr) {
        ++number;
    }
    auto* dock = makeDock({idOf(), kind, m_active != nullptr ? m_active->group() : 0, {}});
    if (dock == nullptr) {
        return nullptr;
    }
    addDockWidget(Qt::TopDockWidgetArea, dock);
    dock->setFloating(true);
    dock->resize(dock->kind().size);
    dock->move(geometry().center() - dock->rect().center());
    dock->show();
    setActiveDock(dock);
    emit panelsChanged();
    return dock;
}

Workspace MainWindow::workspace() const
{
    Workspace saved;
    saved.name = m_name;
    std::set<int> used{0};
    for (auto const* dock : m_docks) {
        saved.panels.push_back(dock->saved());
        used.insert(dock->group());
    }
    for (int const group : used) {
        auto const& view = m_models.groups.at(group).view;
        auto& name = saved.instruments[static_cast<std::size_t>(group)];
        name = view.pendingChoice(); // what is shown stands in for it
        if (auto const* shown = view.shown(); shown != nullptr && name.isEmpty()) {
            name = QString::fromStdString(shown->venue + ":" + shown->symbol);
        }
    }
    saved.docks = saveState(Workspace::version);
    saved.geometry = saveGeometry();
    return saved;
}

void MainWindow::openWorkspace(QString const& name)
{
    if (name == m_name) {
        return;
    }
    auto loaded = m_memory.workspaces.load(name);
    if (!loaded) {
        m_models.notices.addOwn(
            {Notice::Level::Error,
             m_models.market.status().now,
             loaded.error().message(),
             loaded.error().code}
        );
        say(tr("The workspace %1 cannot be read: %2").arg(name, errorText(loaded.error())));
        if (!m_name.isEmpty()) {
            return;
        }
        // As the user has it, or closing would write the shipped one over it.
        auto const front = WorkspaceFiles::shippedNames().front();
        loaded = m_memory.workspaces.load(front);
        if (!loaded) {
            loaded = WorkspaceFiles::shipped(front);
        }
    }
    if (!m_name.isEmpty()) {
        saveWorkspace();
    }
    m_name = loaded->name;
    m_memory.settings.setWorkspace(m_name);
    m_models.drawings.setWorkspace(m_name);
    putPanels(*loaded);
}

void MainWindow::putPanels(Workspace const& workspace)
{
    setUpdatesEnabled(false);
    clearPanels();
    for (auto const& panel : workspace.panels) {
        if (makeDock(panel) == nullptr) {
            say(tr("This version has no panel %1: left out").arg(panel.kind));
        }
    }
    for (int group = 1; group < LinkGroups::count; ++group) {
        auto const uses = [group](PanelDock const* dock) {
            return dock->group() == group;
        };
        if (std::none_of(m_docks.begin(), m_docks.end(), uses)) {
            m_models.groups.drop(group);
        }
    }
    showInstruments(workspace);
    if (isVisible()) {
        place(workspace);
    } else {
        m_waiting = workspace;
    }
    setActiveDock(m_docks.empty() ? nullptr : m_docks.front());
    setUpdatesEnabled(true);
    for (PanelDock* dock : m_docks) {
        if (dock->isWindow()) {
            dock->setUpdatesEnabled(true
            ); // it took that over from us, and does not get it back as a child would
        }
    }
    emit panelsChanged();
}

// A dock goes straight to its place: all of them side by side for a moment would be wider than the screen,
// and the window would stay that wide.
void MainWindow::place(Workspace const& workspace)
{
    bool const restored = !workspace.docks.isEmpty() && restoreState(workspace.docks, Workspace::version);
    if (!restored) {
        applyLayout(*this, workspace.layout);
    }
    for (auto* dock : m_docks) {
        if (restored && restoreDockWidget(dock)) {
            continue;
        }
        if (dockWidgetArea(dock) == Qt::NoDockWidgetArea) {
            addDockWidget(Qt::TopDockWidgetArea, dock);
        }
        dock->show();
    }
}

void MainWindow::showInstruments(Workspace const& workspace)
{
    for (int group = 0; group < LinkGroups::count; ++group) {
        auto const& name = workspace.instruments[static_cast<std::size_t>(group)];
        if (!name.isEmpty() && m_models.groups.exists(group)) {
            m_models.groups.setFirstChoice(group, name);
        }
    }
}

// A note belongs to the workspace it was typed in.
void MainWindow::endTyping()
{
    for (auto* tools : findChildren<DrawingTools*>()) {
        tools->endText(true);
    }
}

void MainWindow::saveWorkspace()
{
    endTyping();
    auto const problem = m_memory.workspaces.save(workspace());
    if (!problem.isEmpty()) {
        say(problem);
    }
}

void MainWindow::saveWorkspaceAs(QString const& name)
{
    endTyping();
    if (name != m_name) {
        m_models.drawings.putIn(name, m_models.drawings.ownOf(m_name));
        m_models.drawings.setWorkspace(name);
    }
    m_name = name;
    m_memory.settings.setWorkspace(name);
    saveWorkspace();
    emit panelsChanged();
}

QString MainWindow::exportWorkspace(QString const& path) const
{
    auto exported = workspace();
    exported.drawings = m_models.drawings.seen();
    for (auto& drawing : exported.drawings) {
        drawing.workspace.clear();
    }
    return WorkspaceFiles::writeTo(path, exported);
}

void MainWindow::importWorkspace(QString const& path)
{
    auto read = WorkspaceFiles::readFrom(path);
    if (!read) {
        say(tr("Nothing was imported: %1").arg(errorText(read.error())));
        return;
    }
    auto& kept = m_models.drawings;
    auto const drawings = std::exchange(read->drawings, {});
    read->name = m_memory.workspaces.freeName(read->name, [&](QString const& name) {
        return name == m_name || !kept.ownOf(name).empty();
    });
    auto const problem = m_memory.workspaces.save(*read);
    if (!problem.isEmpty()) {
        say(problem);
        return;
    }
    kept.putIn(read->name, drawings);
    openWorkspace(read->name);
    m_memory.settings.setImported(path, read->name);
}

void MainWindow::openWorkspaceFile(QString const& path)
{
    auto name = m_memory.settings.imported(path);
    if (name.isEmpty() || !m_memory.workspaces.isKept(name)) {
        auto const read = WorkspaceFiles::readFrom(path);
        name = read ? read->name : QString();
    }
    if (name.isEmpty() || !m_memory.workspaces.isKept(name)) {
        importWorkspace(path);
        return;
    }
    openWorkspace(name);
    say(tr("The workspace %1 is here already and was opened as you left it").arg(name));
}

void MainWindow::restoreDefaultWorkspace()
{
    if (WorkspaceFiles::isShipped(m_name)) {
        putPanels(WorkspaceFiles::shipped(m_name));
    }
}

void MainWindow::setActiveDock(PanelDock* dock)
{
    if (m_active == dock && dock != nullptr) {
        return;
    }
    if (m_active != nullptr) {
        m_active->setActive(false);
    }
    m_active = dock;
    if (dock != nullptr) {
        dock->setActive(true);
    }
    takeActive();
}

// The header and the status line speak of what the active panel shows.
void MainWindow::takeActive()
{
    auto& view = m_models.groups.at(m_active != nullptr ? m_active->group() : 0).view;
    m_header->setView(view);
    m_status->setView(view);
}

void MainWindow::followFocus(QWidget* focused)
{
    auto* dock = dockOf(focused);
    if (dock != nullptr && std::find(m_docks.begin(), m_docks.end(), dock) != m_docks.end()) {
        setActiveDock(dock);
    }
}

void MainWindow::say(QString const& text)
{
    m_status->say(text);
}

void MainWindow::showHelp(PanelDock const* dock)
{
    auto const page = dock == nullptr ? QStringLiteral("README") : QString::fromLatin1(dock->kind().id);
    (new HelpDialog(page, this))->show();
}

QPixmap copyPicture(QWidget& of)
{
    auto picture = of.grab();
    QGuiApplication::clipboard()->setPixmap(picture);
    return picture;
}

void MainWindow::savePicture(QWidget& of)
{
    auto const picture = copyPicture(of);
    auto const path = QFileDialog::getSaveFileName(
        this,
        tr("The picture is in the clipboard; save it too?"),
        QStringLiteral("qob.png"),
        tr("Pictures (*.png)")
    );
    if (!path.isEmpty()) {
        say(picture.save(path) ? tr("The picture is in %1").arg(path) : tr("%1 cannot be written").arg(path));
    }
}

void MainWindow::takeStatus()
{
    auto const kind = m_models.market.status().kind;
    if (m_kind == kind) {
        return;
    }
    m_kind = kind;
    int const margin = kind == MarketKind::Replay ? replayFramePixels : 0;
    setContentsMargins(margin, margin, margin, margin);
    update();
}

// Qt makes tab bars as panels are stacked, each with a line under it that no style sheet reaches.
bool MainWindow::event(QEvent* event)
{
    if (event->type() == QEvent::LayoutRequest) {
        for (auto* bar : findChildren<QTabBar*>(QString(), Qt::FindDirectChildrenOnly)) {
            bar->setDrawBase(false);
        }
    }
    return QMainWindow::event(event);
}

void MainWindow::paintEvent(QPaintEvent* event)
{
    QMainWindow::paintEvent(event);
    paintReplayFrame(*this, m_theme, m_kind.value_or(MarketKind::Sim));
}

void MainWindow::showEvent(QShowEvent* event)
{
    QMainWindow::showEvent(event);
    if (m_waiting) {
        place(*std::exchange(m_waiting, std::nullopt));
    }
}

void MainWindow::closeEvent(QCloseEvent* event)
{
    saveWorkspace();
    QMainWindow::closeEvent(event);
}

// A letter that means nothing where it was typed begins the name of a market.
void MainWindow::keyPressEvent(QKeyEvent* event)
{
    if (auto const letter = typedLetter(*event); !letter.isEmpty()) {
        m_header->openMarkets(letter);
        return;
    }
    QMainWindow::keyPressEvent(event);
}

} // namespace qob
