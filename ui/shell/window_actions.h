#pragma once

#include "ui/shell/main_window.h"

#include <QAction>
#include <QObject>

namespace qob {

// Everything a window can be told to do: its menu, its keys and what the command palette finds. An action's
// object name is its id in the settings. GUI thread.
class WindowActions final : public QObject {
    Q_OBJECT

public:
    // Owned by the window.
    WindowActions(MainWindow& window, TerminalModels& models, WindowMemory memory, HeaderBar& header);

    // The window's own, then those of the active panel with the panel's name before theirs.
    [[nodiscard]] QList<QAction*> own() const { return m_own; }

    // Panels or workspaces are others than before.
    void takePanels();

private:
    QAction*
    add(QMenu& menu, char const* id, QString const& text, QKeySequence const& keys, std::function<void()> run
    );
    void buildMarket(QMenu& menu);
    void buildTrading(QMenu& menu);
    void buildReplay(QMenu& menu);
    void buildPanels(QMenu& menu);
    void buildWorkspaces(QMenu& menu);
    void buildWindow(QMenu& menu);
    void takeKeys();
    void openPalette();
    void askSaveAs();
    void exportWorkspace();
    void importWorkspace();

    MainWindow& m_window;
    TerminalModels& m_models;
    WindowMemory m_memory;
    HeaderBar& m_header;
    QMenu* m_workspaces = nullptr;
    QAction* m_restore = nullptr; // the default of a shipped workspace
    QList<QAction*> m_own;
    QList<QAction*> m_workspaceActions;
};

} // namespace qob
