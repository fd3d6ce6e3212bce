#pragma once

#include "ui/charts/drawing_tools.h"

namespace qob {

// The tools with their keys, what keeps one, undo and redo. A child of the panel's widget.
QMenu* makeDrawingToolsMenu(DrawingTools& tools, QWidget* parent, QColor const& color);

// The name of a tool's icon.
QString drawingIcon(DrawingKind kind);

// What can be done with one drawing; opened at a place of the screen, and gone when it closes.
void openDrawingMenu(DrawingTools& tools, Drawing const& drawing, QPoint const& at, QColor const& back);

} // namespace qob
