#pragma once

#include "ui/shell/settings.h"

#include <QObject>

class QAction;

namespace qob {

class MainWindow;

// Single keys that act on the panel under the mouse: the actions of a panel that have a "hotkey" property,
// their default key. Only while the settings have them on, never while a text is being typed or a dialog is
// open, and never by a key that repeats because it is held. GUI thread.
class Hotkeys final : public QObject {
    Q_OBJECT

public:
    // Owned by the window.
    Hotkeys(MainWindow& window, Settings& settings);

    // The action of a panel that a key means; null: none.
    static QAction* actionFor(QWidget const& panel, Settings const& settings, QKeySequence const& key);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    [[nodiscard]] QAction* wanted(QEvent* event) const;

    MainWindow& m_window;
    Settings& m_settings;
};

} // namespace qob
