#pragma once

#include <QColor>
#include <QPainter>
#include <QRect>
#include <QString>

namespace qob {

// Diagonal lines over something that must not be trusted, and a plate with the words of the problem across
// its middle.
void drawStale(
    QPainter& painter, QRect const& rect, QString const& words, QColor const& color, QColor const& plate
);

// A coloured dot: a state lamp.
void drawLamp(QPainter& painter, QPointF const& centre, qreal radius, QColor const& color);

} // namespace qob
