#include "ui/shell/panel_keys.h"

#include <QAction>
#include <QKeyEvent>

namespace qob {

namespace {

constexpr char const* cameWith = "panelKeys"; // property: QStringList, portable

QStringList cameWithOf(QAction const& action)
{
    return action.property(cameWith).toStringList();
}

} // namespace

std::vector<QAction*> actionsWithKeys(QWidget const& panel)
{
    std::vector<QAction*> found;
    for (auto* action : panel.findChildren<QAction*>()) {
        bool const named = !action->objectName().isEmpty() && !action->property("hotkey").isValid();
        if (!action->property(cameWith).isValid() && named && !action->shortcuts().isEmpty()) {
            action->setProperty(
                cameWith,
                QKeySequence::listToString(action->shortcuts(), QKeySequence::PortableText)
                    .split(QStringLiteral("; "))
            );
        }
        if (action->property(cameWith).isValid()) {
            found.push_back(action);
        }
    }
    return found;
}

QString typedLetter(QKeyEvent const& event)
{
    auto const text = event.text();
    bool const plain = (event.modifiers() & ~Qt::ShiftModifier) == Qt::NoModifier;
    return plain && text.size() == 1 && text.front().isLetter() ? text : QString();
}

QKeySequence keyItCameWith(QAction const& action)
{
    return {cameWithOf(action).value(0), QKeySequence::PortableText};
}

void applyPanelKeys(QWidget const& panel, Settings const& settings)
{
    for (auto* action : actionsWithKeys(panel)) {
        auto const first = keyItCameWith(*action);
        auto const wanted = settings.key(action->objectName(), first);
        action->setShortcuts(
            wanted == first ? QKeySequence::listFromString(
                                  cameWithOf(*action).join(QStringLiteral("; ")), QKeySequence::PortableText
                              )
                            : QList<QKeySequence>{wanted}
        );
    }
}

} // namespace qob
