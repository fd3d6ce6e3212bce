#include "ui/shell/window_actions.h"

#include "ui/models/display_text.h"
#include "ui/panels/table/data_table.h"
#include "ui/shell/command_palette.h"
#include "ui/shell/frame_plate.h"
#include "ui/shell/header_bar.h"
#include "ui/shell/panel_dock.h"
#include "ui/shell/settings_dialog.h"

#include <QCoreApplication>
#include <QFileDialog>
#include <QInputDialog>
#include <QLineEdit>
#include <QMenu>
#include <QMessageBox>
#include <QToolButton>

#include <algorithm>

namespace qob {
namespace {

constexpr char const* defaultKeys = "defaultKeys"; // property of an action

QString workspaceTitle(QString const& name)
{
    return WorkspaceFiles::isShipped(name)
               ? QCoreApplication::translate("Workspace", name.toUtf8().constData())
               : name;
}

// What a user calls a workspace is what the menu calls it.
QString nameOf(QString const& title, QString const& present, QStringList const& names)
{
    if (workspaceTitle(present) == title) {
        return present;
    }
    auto const found = std::find_if(names.begin(), names.end(), [&](QString const& name) {
        return workspaceTitle(name) == title;
    });
    return found == names.end() ? title : *found;
}

} // namespace

WindowActions::WindowActions(
    MainWindow& window, TerminalModels& models, WindowMemory memory, HeaderBar& header
)
    : QObject(&window)
    , m_window(window)
    , m_models(models)
    , m_memory(memory)
    , m_header(header)
{
    auto* menu = new QMenu(header.menuButton());
    add(*menu, "palette", tr("Find a command…"), QKeySequence(Qt::CTRL | Qt::Key_K), [this] { openPalette(); }
    );
    menu->addSeparator();
    buildMarket(*menu->addMenu(tr("Market")));
    buildTrading(*menu->addMenu(tr("Trading")));
    buildReplay(*menu->addMenu(tr("Replay and recording")));
    menu->addSeparator();
    buildPanels(*menu->addMenu(tr("Add a panel")));
    m_workspaces = menu->addMenu(tr("Workspaces"));
    buildWorkspaces(*m_workspaces);
    menu->addSeparator();
    buildWindow(*menu);
    header.menuButton()->setMenu(menu);
    connect(&memory.settings, &Settings::keysChanged, this, &WindowActions::takeKeys);
}

QAction* WindowActions::add(
    QMenu& menu, char const* id, QString const& text, QKeySequence const& keys, std::function<void()> run
)
{
    auto* action = new QAction(text, this);
    action->setObjectName(QLatin1String(id));
    action->setAutoRepeat(false); // a key that is held would switch back what it switched
    action->setProperty(defaultKeys, keys.toString(QKeySequence::PortableText));
    action->setShortcut(m_memory.settings.key(action->objectName(), keys));
    connect(action, &QAction::triggered, this, std::move(run));
    menu.addAction(action);
    m_window.addAction(action);
    m_own << action;
    return action;
}

void WindowActions::takeKeys()
{
    for (auto* action : m_own) {
        action->setShortcut(m_memory.settings.key(
            action->objectName(),
            QKeySequence(action->property(defaultKeys).toString(), QKeySequence::PortableText)
        ));
    }
}

void WindowActions::buildMarket(QMenu& menu)
{
    add(menu, "market.choose", tr("Choose a market"), QKeySequence(Qt::CTRL | Qt::Key_M), [this] {
        m_header.openMarkets();
    });
    menu.addSeparator();
    add(menu, "market.sim", tr("Simulated market"), {}, [this] { emit m_window.simWanted(); });
    add(menu, "market.live", tr("Live markets…"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_L), [this] {
        emit m_window.liveWanted();
    });
    add(menu, "market.files", tr("Replay recordings…"), QKeySequence(Qt::CTRL | Qt::Key_O), [this] {
        emit m_window.filesWanted();
    });
    add(menu,
        "market.server",
        tr("Connect to a server…"),
        QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_C),
        [this] { emit m_window.serverWanted(); });
}

void WindowActions::buildTrading(QMenu& menu)
{
    auto& entry = m_models.entry;
    add(menu, "trading.lock", tr("Lock or unlock trading"), QKeySequence(Qt::CTRL | Qt::Key_L), [&entry] {
        entry.setLocked(!entry.locked());
    });
    add(menu, "trading.cancelAll", tr("Cancel all orders"), QKeySequence(Qt::Key_Escape), [&entry] {
        entry.cancelAll();
    });
    auto& settings = m_memory.settings;
    auto* keys =
        add(menu,
            "trading.hotkeys",
            tr("Trade with single keys"),
            QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_K),
            [&settings] { settings.setHotkeysOn(!settings.hotkeysOn()); });
    keys->setCheckable(true);
    keys->setChecked(settings.hotkeysOn());
    connect(&settings, &Settings::hotkeysSwitched, keys, &QAction::setChecked);
}

void WindowActions::buildReplay(QMenu& menu)
{
    auto& replay = m_models.replay;
    add(menu, "replay.play", tr("Play or pause"), QKeySequence(Qt::CTRL | Qt::Key_Space), [&replay] {
        replay.togglePlay();
    });
    add(menu, "replay.step", tr("One step"), QKeySequence(Qt::CTRL | Qt::Key_Period), [&replay] {
        replay.step();
    });
    auto* speeds = menu.addMenu(tr("Speed"));
    for (double const speed : ReplayControl::speeds) {
        auto const id = "replay.speed." + QByteArray::number(speed);
        auto* action =
            add(*speeds, id.constData(), speedText(speed), {}, [&replay, speed] { replay.setSpeed(speed); });
        action->setProperty("paletteText", tr("Speed: %1").arg(speedText(speed)));
    }
    add(menu, "replay.jump", tr("Jump to a time"), {}, [this] {
        if (auto* field = m_window.findChild<QLineEdit*>(QStringLiteral("jump")); field->isVisible()) {
            field->setFocus(Qt::ShortcutFocusReason);
            field->selectAll();
        } else {
            m_window.say(tr("This market has no times to jump to"));
        }
    });
    add(menu, "record", tr("Record or stop recording"), QKeySequence(Qt::CTRL | Qt::Key_R), [&replay] {
        replay.toggleRecording();
    });
}

void WindowActions::buildPanels(QMenu& menu)
{
    for (auto const& kind : panelKinds()) {
        auto const id = QByteArray("panel.") + kind.id;
        auto* action = add(menu, id.constData(), panelTitle(kind), {}, [this, &kind] {
            m_window.addPanel(QLatin1String(kind.id));
        });
        action->setProperty("paletteText", tr("Add a panel: %1").arg(panelTitle(kind)));
    }
}

void WindowActions::buildWorkspaces(QMenu& menu)
{
    menu.addSeparator();
    add(menu, "workspace.saveAs", tr("Save as…"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_S), [this] {
        askSaveAs();
    });
    m_restore = add(menu, "workspace.default", tr("Restore the default of this workspace"), {}, [this] {
        m_window.restoreDefaultWorkspace();
    });
    add(menu, "workspace.export", tr("Export to a file…"), {}, [this] { exportWorkspace(); });
    add(menu, "workspace.import", tr("Import from a file…"), {}, [this] { importWorkspace(); });
    takePanels();
}

void WindowActions::takePanels()
{
    if (m_workspaces == nullptr) {
        return;
    }
    for (auto* action : std::exchange(m_workspaceActions, {})) {
        m_own.removeOne(action);
        delete action;
    }
    m_restore->setEnabled(WorkspaceFiles::isShipped(m_window.workspaceName()));
    auto const rest = m_workspaces->actions();
    int number = 0;
    for (auto const& name : m_memory.workspaces.names()) {
        ++number;
        auto const keys =
            number <= 9 ? QKeySequence(Qt::CTRL | static_cast<Qt::Key>(Qt::Key_0 + number)) : QKeySequence();
        auto const id = "workspace." + QByteArray::number(number);
        auto* action = add(*m_workspaces, id.constData(), workspaceTitle(name), keys, [this, name] {
            // Not from within the action: opening makes them all anew.
            QMetaObject::invokeMethod(
                &m_window, [this, name] { m_window.openWorkspace(name); }, Qt::QueuedConnection
            );
        });
        action->setCheckable(true);
        action->setChecked(name == m_window.workspaceName());
        action->setProperty("paletteText", tr("Workspace: %1").arg(workspaceTitle(name)));
        m_workspaces->removeAction(action);
        m_workspaces->insertAction(rest.isEmpty() ? nullptr : rest.front(), action);
        m_workspaceActions << action;
    }
}

void WindowActions::buildWindow(QMenu& menu)
{
    add(menu, "window.picture", tr("Picture of the window…"), QKeySequence(Qt::CTRL | Qt::Key_P), [this] {
        m_window.savePicture(m_window);
    });
    add(menu, "window.fullScreen", tr("Full screen"), QKeySequence(Qt::Key_F11), [this] {
        m_window.setWindowState(m_window.windowState() ^ Qt::WindowFullScreen);
    });
    add(menu,
        "window.popOut",
        tr("Active panel into a window of its own, or back"),
        QKeySequence(Qt::CTRL | Qt::Key_D),
        [this] {
            if (auto* dock = m_window.activeDock()) {
                dock->togglePopOut();
            }
        });
    add(menu, "settings", tr("Settings…"), QKeySequence(Qt::CTRL | Qt::Key_Comma), [this] {
        (new SettingsDialog(m_memory.settings, m_window))->open();
    });
    auto* plate = m_window.findChild<FramePlate*>();
    auto* costs =
        add(menu, "window.frameCosts", tr("What panels cost a frame"), QKeySequence(Qt::Key_F12), [plate] {
            plate->setVisible(!plate->isVisible());
        });
    costs->setCheckable(true);
    add(menu, "help", tr("Help for the active panel"), QKeySequence(Qt::Key_F1), [this] {
        m_window.showHelp(m_window.activeDock());
    });
    menu.addSeparator();
    add(menu, "quit", tr("Quit"), QKeySequence(Qt::CTRL | Qt::Key_Q), [this] { m_window.close(); });
}

void WindowActions::openPalette()
{
    std::vector<PaletteItem> items;
    if (auto* dock = m_window.activeDock()) {
        auto const title = panelTitle(dock->kind());
        for (auto* action : dock->panel()->actions() + dock->actions()) {
            addPaletteItems(items, *action, title);
        }
        for (auto const* table : dock->panel()->findChildren<DataTable*>()) {
            for (auto* action :
                 table->isVisible() && table != dock->panel() ? table->actions() : QList<QAction*>()) {
                addPaletteItems(items, *action, title);
            }
        }
    }
    for (auto* action : m_own) {
        if (action->objectName() != QLatin1String("palette")) {
            addPaletteItems(items, *action, {});
        }
    }
    auto& view =
        m_models.groups.at(m_window.activeDock() != nullptr ? m_window.activeDock()->group() : 0).view;
    for (auto const& instrument : m_models.market.instruments()) {
        items.push_back({tr("Show %1").arg(instrumentText(instrument)), {}, [&view, id = instrument.id] {
                             view.show(id);
                         }});
    }
    auto* palette = new CommandPalette(std::move(items), &m_window);
    palette->open();
}

void WindowActions::askSaveAs()
{
    bool ok = false;
    auto const& present = m_window.workspaceName();
    auto const text =
        QInputDialog::getText(
            &m_window, tr("Save the workspace"), tr("Name"), QLineEdit::Normal, workspaceTitle(present), &ok
        )
            .trimmed();
    if (!ok || text.isEmpty()) {
        return;
    }
    auto const names = m_memory.workspaces.names();
    auto const name = nameOf(text, present, names);
    if (name != present && names.contains(name)) {
        auto const answer = QMessageBox::question(
            &m_window,
            tr("Save the workspace"),
            tr("There is a workspace %1. Replace it, with its drawings?").arg(text),
            QMessageBox::Yes | QMessageBox::No,
            QMessageBox::No
        );
        if (answer != QMessageBox::Yes) {
            return;
        }
    }
    m_window.saveWorkspaceAs(name);
}

void WindowActions::exportWorkspace()
{
    auto const path = QFileDialog::getSaveFileName(
        &m_window,
        tr("Export the workspace"),
        m_window.workspaceName() + QStringLiteral(".json"),
        tr("Workspaces (*.json)")
    );
    if (!path.isEmpty()) {
        auto const problem = m_window.exportWorkspace(path);
        m_window.say(problem.isEmpty() ? tr("The workspace is in %1").arg(path) : problem);
    }
}

void WindowActions::importWorkspace()
{
    auto const path =
        QFileDialog::getOpenFileName(&m_window, tr("Import a workspace"), {}, tr("Workspaces (*.json)"));
    if (path.isEmpty()) {
        return;
    }
    m_window.importWorkspace(path);
}

} // namespace qob
