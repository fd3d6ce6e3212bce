#pragma once

#include "ui/charts/drawing_axes.h"
#include "ui/models/drawing.h"

#include <QLineF>
#include <QPolygonF>
#include <QRectF>
#include <QStringList>

#include <functional>
#include <vector>

namespace qob {

// A drawing as it is on a panel now, in the panel's pixels and cut to what can be seen of it.
struct DrawingShape {
    Drawing drawing;
    QPolygonF path;                // of a line, ray or level; empty: out of sight
    QRectF box;                    // of a rectangle or ruler; null: out of sight
    std::array<QLineF, 2> measure; // of a ruler: along time, and along price
    std::vector<QPointF> handles;  // what can be dragged by itself; a rectangle's corners go round
    QStringList words;             // line by line
    QRectF plate;                  // where they stand; null: there are none, or out of sight
    std::optional<QPointF> bell;   // the upper left of the mark of its alert
    bool alertRests = false;
};

// What a press takes hold of.
struct DrawingHit {
    static constexpr int whole = -1;

    QUuid id;
    int handle = whole; // of DrawingShape::handles

    friend bool operator==(DrawingHit const&, DrawingHit const&) = default;
};

inline constexpr double handleReach = 7; // pixels around a handle's middle
inline constexpr double bellSize = 12;
inline constexpr double strokeReach = 5; // on either side of a line

// `wordsSize` says how large a line of words is, in pixels.
DrawingShape makeShape(
    Drawing const& drawing,
    Instrument const& instrument,
    DrawingAxes const& axes,
    std::function<QSizeF(QString const&)> const& wordsSize
);

// What is at a place: the selected one first, then what was drawn last. A rectangle is taken by its edge, and
// inside too when it is selected, so that a chart under it can still be dragged.
std::optional<DrawingHit>
hitDrawing(std::vector<DrawingShape> const& shapes, QPointF const& at, QUuid const& selected);

// `at`, moved so that it is level with, above or diagonal to `from`, whichever is nearest.
QPointF straightened(QPointF const& from, QPointF const& at);

// With one handle, or all of it, dragged from one place to another; on the instrument's tick.
Drawing draggedDrawing(
    Drawing const& before,
    int handle,
    std::array<QPointF, 2> const& fromTo,
    Instrument const& instrument,
    DrawingAxes const& axes
);

// The price and time at a place, on the tick.
DrawingAnchor anchorAt(QPointF const& at, Instrument const& instrument, DrawingAxes const& axes);

} // namespace qob
