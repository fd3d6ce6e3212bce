#pragma once

#include "tests/support/ui_fixture.h"
#include "ui/shell/main_window.h"
#include "ui/shell/panel_dock.h"

#include <QTemporaryDir>

namespace qob {

// A window on the fixture's models, with settings and workspaces in a folder.
struct ShellFixture : UiFixture {
    ShellFixture() { open(); }

    void open()
    {
        window.reset();
        window = std::make_unique<MainWindow>(models, theme, WindowMemory{settings, workspaces});
        show(*window, QSize(1600, 900));
    }

    [[nodiscard]] PanelDock* dock(char const* id) const
    {
        return window->findChild<PanelDock*>(QLatin1String(id));
    }

    [[nodiscard]] QStringList ids() const
    {
        QStringList all;
        for (auto const* one : window->docks()) {
            all << one->objectName();
        }
        return all;
    }

    // The mouse comes over a widget.
    static void hover(QWidget& widget) { widget.setAttribute(Qt::WA_UnderMouse); }

    QTemporaryDir folder;
    Settings settings{folder.filePath("settings.json")};
    WorkspaceFiles workspaces{folder.filePath("workspaces")};
    std::unique_ptr<MainWindow> window;
};

inline Drawing levelWithAlert()
{
    Drawing level;
    level.kind = DrawingKind::Level;
    level.market = drawingMarket(UiFixture::btc());
    level.priceScale = UiFixture::btc().priceScale;
    level.anchors[0].price = Price(10'050);
    level.alert = true;
    level.text = QStringLiteral("yesterday's high");
    return level;
}

} // namespace qob
