#pragma once

#include "ui/look/theme.h"
#include "ui/shell/settings.h"
#include "ui/shell/terminal_models.h"
#include "ui/shell/workspace_files.h"

#include <QMainWindow>

#include <functional>

class QMenu;

namespace qob {

class CommandPalette;
class HeaderBar;
class PanelDock;
struct PanelKind;
class StatusLine;

// What a window keeps beyond its life.
struct WindowMemory {
    Settings& settings;
    WorkspaceFiles& workspaces;
};

// The window: a workspace's panels in their places, the header over them and the status line below. Knows no
// panel's insides. GUI thread.
class MainWindow final : public QMainWindow {
    Q_OBJECT

public:
    // All must outlive it. Opens the workspace the settings name, or the first one.
    MainWindow(TerminalModels& models, Theme const& theme, WindowMemory memory);
    ~MainWindow() override;

    // In the order they were added.
    [[nodiscard]] std::vector<PanelDock*> const& docks() const { return m_docks; }

    // One panel of every kind; of a kind that is not in the window one made for that.
    void eachKindOfPanel(std::function<void(PanelKind const&, QWidget const&)> const& look) const;

    // The first panel of that type; null when there is none.
    template <class T>
    [[nodiscard]] T* panel() const
    {
        return findChild<T*>();
    }

    [[nodiscard]] PanelDock* activeDock() const { return m_active; }

    void setActiveDock(PanelDock* dock);

    // In a window of its own; null when there is no such kind.
    PanelDock* addPanel(QString const& kind);

    // The window as it stands, under the name it was opened with.
    [[nodiscard]] Workspace workspace() const;

    [[nodiscard]] QString const& workspaceName() const { return m_name; }

    // Where the window was on the screen when the workspace was saved, for restoreGeometry before the first
    // show. Another workspace does not move the window.
    [[nodiscard]] QByteArray savedGeometry() const { return m_waiting ? m_waiting->geometry : QByteArray(); }

    // Keeps the present one as it stands and opens another. One that cannot be read is said, and nothing else
    // changes.
    void openWorkspace(QString const& name);
    void saveWorkspace();
    // The present one stays as it was saved; its drawings are in both from now on, their alerts in it.
    void saveWorkspaceAs(QString const& name);
    // Of a shipped one; a workspace of the user's own has no default.
    void restoreDefaultWorkspace();

    // A workspace as a file to be given to somebody: with the drawings that are seen in it. Empty, or the
    // sentence that says why it could not be written.
    [[nodiscard]] QString exportWorkspace(QString const& path) const;
    // Keeps it under its name, or one with a number behind it where that is taken, and opens it, its drawings
    // with it. Nothing is changed by a file that cannot be read, and it is said.
    void importWorkspace(QString const& path);
    // Imports it, unless it was imported from there before or the user has one of its name: that one is
    // opened as it is.
    void openWorkspaceFile(QString const& path);

    // In the status line, for some seconds.
    void say(QString const& text);

signals:
    // Another market is asked for.
    void simWanted();
    void liveWanted();
    void filesWanted();
    void serverWanted();
    // The first heat map with history in it has been painted.
    void heatMapPainted();
    void panelsChanged();

protected:
    bool event(QEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void closeEvent(QCloseEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    friend class WindowActions;

    PanelDock* makeDock(WorkspacePanel const& panel);
    void removeDock(PanelDock* dock);
    void clearPanels();
    void place(Workspace const& workspace);
    void putPanels(Workspace const& workspace);
    void showInstruments(Workspace const& workspace);
    void followFocus(QWidget* focused);
    void takeStatus();
    void takeActive();
    void endTyping();
    void showHelp(PanelDock const* dock);
    void savePicture(QWidget& of);

    TerminalModels& m_models;
    Theme const& m_theme;
    WindowMemory m_memory;
    HeaderBar* m_header = nullptr;
    StatusLine* m_status = nullptr;
    std::vector<PanelDock*> m_docks;
    PanelDock* m_active = nullptr;
    QString m_name;
    std::optional<Workspace> m_waiting; // laid out when the window is shown and has its size
    std::optional<MarketKind> m_kind;
};

} // namespace qob
