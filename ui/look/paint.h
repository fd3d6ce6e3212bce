#pragma once

#include <QColor>
#include <QPainter>
#include <QRect>
#include <QString>

namespace qob {

// Diagonal lines over something that must not be trusted, and a plate with the words of the problem across its
// middle.
void drawStale(QPainter& painter, const QRect& rect, const QString& words, const QColor& color, const QColor& plate);

// A coloured dot: a state lamp.
void drawLamp(QPainter& painter, const QPointF& centre, qreal radius, const QColor& color);

} // namespace qob
