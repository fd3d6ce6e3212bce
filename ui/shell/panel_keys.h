#pragma once

#include "ui/shell/settings.h"

#include <QWidget>

class QAction;

namespace qob {

// The actions of a panel that came with a key of their own, which is theirs while the panel has the focus.
std::vector<QAction*> actionsWithKeys(QWidget const& panel);

// The first key such an action came with.
QKeySequence keyItCameWith(QAction const& action);

// Gives them the keys the settings say.
void applyPanelKeys(QWidget const& panel, Settings const& settings);

} // namespace qob
