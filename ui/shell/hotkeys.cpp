#include "ui/shell/hotkeys.h"

#include "ui/shell/main_window.h"
#include "ui/shell/panel_dock.h"

#include <QAbstractSpinBox>
#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QKeyEvent>
#include <QLineEdit>

namespace qob {
namespace {

bool isTyping(QWidget const* focused)
{
    return qobject_cast<QLineEdit const*>(focused) != nullptr ||
           qobject_cast<QAbstractSpinBox const*>(focused) != nullptr ||
           qobject_cast<QComboBox const*>(focused) != nullptr;
}

} // namespace

Hotkeys::Hotkeys(MainWindow& window, Settings& settings)
    : QObject(&window)
    , m_window(window)
    , m_settings(settings)
{
    qApp->installEventFilter(this);
}

QAction* Hotkeys::actionFor(QWidget const& panel, Settings const& settings, QKeySequence const& key)
{
    for (auto* action : panel.actions()) {
        auto const byDefault = action->property("hotkey");
        if (byDefault.isValid() &&
            settings.key(action->objectName(), QKeySequence(byDefault.toString())) == key) {
            return action;
        }
    }
    return nullptr;
}

QAction* Hotkeys::wanted(QEvent* event) const
{
    bool const blocked = QApplication::activeModalWidget() != nullptr ||
                         QApplication::activePopupWidget() != nullptr ||
                         isTyping(QApplication::focusWidget());
    if (!m_settings.hotkeysOn() || blocked) {
        return nullptr;
    }
    auto const* pressed = static_cast<QKeyEvent*>(event);
    for (auto* dock : m_window.docks()) {
        if (dock->panel()->isVisible() && dock->panel()->underMouse()) {
            return actionFor(*dock->panel(), m_settings, QKeySequence(pressed->keyCombination()));
        }
    }
    return nullptr;
}

bool Hotkeys::eventFilter(QObject* watched, QEvent* event)
{
    if (!watched->isWidgetType()) {
        return false;
    }
    // Accepted here, or a shortcut of the window would take the key.
    if (event->type() == QEvent::ShortcutOverride && wanted(event) != nullptr) {
        event->accept();
        return true;
    }
    if (event->type() != QEvent::KeyPress) {
        return false;
    }
    auto* action = wanted(event);
    if (action == nullptr) {
        return false;
    }
    if (!static_cast<QKeyEvent*>(event)->isAutoRepeat()) {
        action->trigger();
    }
    return true;
}

} // namespace qob
