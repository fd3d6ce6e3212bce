#pragma once

#include "ui/shell/panel_kinds.h"
#include "ui/shell/workspace.h"

#include <QDockWidget>

class QLabel;
class QMenu;
class QToolButton;

namespace qob {

class MarketBadge;

// A panel in its place: docked, tabbed or in a window of its own, under a title that says its link group and
// what it shows. A window of its own says also what kind of market it is, as the main window does, and
// cancels all orders from there. GUI thread.
class PanelDock final : public QDockWidget {
    Q_OBJECT

public:
    // All must outlive it. `saved` says the panel's id, group and settings; the kind is that of `saved`.
    PanelDock(
        PanelKind const& kind,
        WorkspacePanel const& saved,
        TerminalModels& models,
        Theme const& theme,
        QWidget* window
    );

    [[nodiscard]] PanelKind const& kind() const { return m_kind; }

    [[nodiscard]] int group() const { return m_group; }

    [[nodiscard]] LinkGroup& linkGroup() const { return m_models.groups.at(m_group); }

    [[nodiscard]] QWidget* panel() const { return widget(); }

    [[nodiscard]] WorkspacePanel saved() const;

    // The panel anew on another group, with the same settings.
    void setGroup(int group);

    // Whether the window's header, status line and keys belong to it.
    void setActive(bool active);

    // Into a window of its own, or back to where it was.
    void togglePopOut();

    // What its user can do with it: its own actions, then those of every panel.
    void fillMenu(QMenu& menu);

signals:
    void closed();
    void pressed(); // the mouse, anywhere in it
    void groupChanged();
    void panelMade();
    void pictureWanted();
    void helpWanted();
    // A letter was typed that means nothing in the panel.
    void letterTyped(QString const& letter);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void closeEvent(QCloseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void buildTitle();
    void makePanel(QJsonObject const& state);
    void refreshTitle();
    void fillGroups(QMenu& menu);
    void buildActions();
    void watchInside();
    void takeMarketKind();

    PanelKind const& m_kind;
    TerminalModels& m_models;
    Theme const& m_theme;
    int m_group;
    bool m_active = false;
    QWidget* m_bar = nullptr;
    QToolButton* m_groupButton = nullptr;
    QLabel* m_title = nullptr;
    QLabel* m_shown = nullptr;
    QToolButton* m_popOut = nullptr;
    MarketBadge* m_badge = nullptr;  // the first time it is in a window of its own
    QToolButton* m_cancel = nullptr; // the same
    QMenu* m_menu = nullptr;
    QMetaObject::Connection m_following;
};

// "Blue" and so on; group 0 to LinkGroups::count - 1.
QString groupName(int group);

} // namespace qob
