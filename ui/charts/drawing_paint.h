#pragma once

#include "ui/charts/drawing_shapes.h"
#include "ui/look/theme.h"

#include <QFont>
#include <QPainter>

namespace qob {

// How drawings are painted on a panel.
struct DrawingLook {
    QColor back; // of the panel
    QColor text;
    bool banded = false; // lines on a dark band: a bare one is lost among a heat map's own
    QFont font;
    QUuid selected;
    QUuid hovered;
};

// Of drawing colours, 0 to drawingColors - 1: one that can be read on `back`.
QColor drawingColor(int color, QColor const& back);

// Only what shapes say; nothing is computed. The painter is clipped by who calls.
void paintDrawings(QPainter& painter, std::vector<DrawingShape> const& shapes, DrawingLook const& look);

} // namespace qob
