#include "ui/shell/hotkeys.h"

#include "ui/shell/main_window.h"
#include "ui/shell/panel_dock.h"

#include <QAbstractSpinBox>
#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QKeyEvent>
#include <QLineEdit>

#include <array>
#include <string_view>

namespace qob {
namespace {

bool isTyping(QWidget const* focused)
{
    return qobject_cast<QLineEdit const*>(focused) != nullptr ||
           qobject_cast<QAbstractSpinBox const*>(focused) != nullptr ||
           qobject_cast<QComboBox const*>(focused) != nullptr;
}

// What a key of the main block is on a Latin keyboard, by the number X11 and Wayland give its place.
int latinKey(quint32 place)
{
    constexpr std::string_view digits = "1234567890";
    constexpr std::string_view upper = "QWERTYUIOP";
    constexpr std::string_view middle = "ASDFGHJKL";
    constexpr std::string_view lower = "ZXCVBNM";
    constexpr std::array<std::pair<quint32, std::string_view>, 4> rows{
        {{10, digits}, {24, upper}, {38, middle}, {52, lower}}};
    for (auto const& [first, keys] : rows) {
        if (place >= first && place - first < keys.size()) {
            return keys[place - first];
        }
    }
    return 0;
}

bool isDigit(int key)
{
    return key >= Qt::Key_0 && key <= Qt::Key_9;
}

// What a key may mean, the likeliest first. A digit is one with Shift and without it, whichever of the two a
// layout wants for digits; where letters are not Latin, their places are.
std::vector<QKeySequence> meanings(QKeyEvent const& pressed)
{
    std::vector<QKeySequence> found{QKeySequence(pressed.keyCombination())};
    auto const modifiers = pressed.modifiers();
    int const key = pressed.key();
    if (isDigit(key) && modifiers == Qt::ShiftModifier) {
        found.emplace_back(key);
    }
    constexpr int lastAscii = 0x7f;
    bool const foreign = key > lastAscii && key < Qt::Key_Escape;
    int const latin = latinKey(pressed.nativeScanCode());
    bool const plainDigit = isDigit(latin) && modifiers == Qt::NoModifier && !isDigit(key);
    if (latin != 0 && (plainDigit || (foreign && !isDigit(latin)))) {
        found.emplace_back(QKeyCombination(modifiers, static_cast<Qt::Key>(latin)));
    }
    return found;
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
            for (auto const& key : meanings(*pressed)) {
                if (auto* action = actionFor(*dock->panel(), m_settings, key)) {
                    return action;
                }
            }
            return nullptr;
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
