#pragma once

#include "ui/shell/settings.h"

#include <QWidget>

class QAction;
class QKeyEvent;

namespace qob {

// The actions of a panel that came with a key of their own, which is theirs while the panel has the focus.
std::vector<QAction*> actionsWithKeys(QWidget const& panel);

// The first key such an action came with.
QKeySequence keyItCameWith(QAction const& action);

// The one letter that was typed, without keys held but Shift; or nothing.
QString typedLetter(QKeyEvent const& event);

// Gives them the keys the settings say.
void applyPanelKeys(QWidget const& panel, Settings const& settings);

} // namespace qob
