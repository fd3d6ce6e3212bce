#pragma once

#include "ui/look/theme.h"
#include "ui/shell/terminal_models.h"

#include <vector>

namespace qob {

// What a panel is made of.
struct PanelContext {
    TerminalModels& models;
    LinkGroup& group;
    Theme const& theme;
};

// A kind of panel a window can have any number of.
struct PanelKind {
    char const* id;    // in workspace files
    char const* title; // to be translated: panelTitle()
    bool linked;       // follows its group's instrument
    QSize size;        // of a new window of its own
    QWidget* (*make)(PanelContext const& context);
};

std::vector<PanelKind> const& panelKinds();

// Null when there is none of that id.
PanelKind const* findPanelKind(QString const& id);

QString panelTitle(PanelKind const& kind);

} // namespace qob
