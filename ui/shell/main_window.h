#pragma once

#include "ui/look/theme.h"
#include "ui/shell/terminal_models.h"

#include <QMainWindow>

class QDockWidget;
class QMenu;
class QToolButton;

namespace qob {

class Blotters;
class HeaderBar;
class HeatMap;
class Ladder;
class StatusLine;

// The window: places the panels, knows none of their insides. GUI thread.
class MainWindow final : public QMainWindow {
    Q_OBJECT

public:
    // Both must outlive it.
    MainWindow(TerminalModels& models, Theme const& theme);

    [[nodiscard]] HeatMap* heatMap() const { return m_heatMap; }

    [[nodiscard]] Ladder* ladder() const { return m_ladder; }

    [[nodiscard]] Blotters* blotters() const { return m_blotters; }

    void restoreDefaultLayout();

    // In the status line, for some seconds.
    void say(QString const& text);

signals:
    // Another market is asked for.
    void simWanted();
    void liveWanted();
    void filesWanted();

protected:
    void showEvent(QShowEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    QDockWidget* addDock(QString const& title, char const* name, QWidget* panel);
    void buildDocks();
    void buildActions(QToolButton& menuButton);
    void buildMarketActions(QMenu& menu);
    QAction* addKey(QString const& text, QKeySequence const& keys, std::function<void()> action);
    void takeStatus();

    TerminalModels& m_models;
    Theme const& m_theme;
    HeaderBar* m_header = nullptr;
    HeatMap* m_heatMap = nullptr;
    Ladder* m_ladder = nullptr;
    Blotters* m_blotters = nullptr;
    StatusLine* m_status = nullptr;
    QDockWidget* m_ladderDock = nullptr;
    QDockWidget* m_ticketDock = nullptr;
    QDockWidget* m_depthDock = nullptr;
    QDockWidget* m_tapeDock = nullptr;
    QDockWidget* m_blotterDock = nullptr;
    std::vector<QDockWidget*> m_chartDocks; // hidden until asked for
    std::optional<MarketKind> m_kind;
    bool m_laidOut = false;
};

} // namespace qob
