#include "ui/look/paint.h"

namespace qob {

void drawStale(
    QPainter& painter, QRect const& rect, QString const& words, QColor const& color, QColor const& plate
)
{
    painter.save();
    auto hatch = color;
    hatch.setAlpha(110);
    painter.fillRect(rect, QBrush(hatch, Qt::BDiagPattern));
    if (!words.isEmpty()) {
        int const margin = 10;
        auto const room = rect.adjusted(margin, 0, -margin, 0);
        auto text = painter.boundingRect(room, Qt::AlignCenter | Qt::TextWordWrap, words);
        painter.setPen(color);
        painter.setBrush(plate);
        painter.drawRect(text.adjusted(-8, -6, 8, 6));
        painter.setPen(color.lighter(170));
        painter.drawText(room, Qt::AlignCenter | Qt::TextWordWrap, words);
    }
    painter.restore();
}

void drawLamp(QPainter& painter, QPointF const& centre, qreal radius, QColor const& color)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    auto glow = color;
    glow.setAlpha(60);
    painter.setBrush(glow);
    painter.drawEllipse(centre, radius * 1.7, radius * 1.7);
    painter.setBrush(color);
    painter.drawEllipse(centre, radius, radius);
    painter.restore();
}

} // namespace qob
