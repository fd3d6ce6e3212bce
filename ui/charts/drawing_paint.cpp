#include "ui/charts/drawing_paint.h"

#include "ui/look/icons.h"

#include <array>
#include <cmath>

namespace qob {
namespace {

constexpr double handleSize = 4; // pixels from the middle to the edge
constexpr double arrow = 5;
constexpr double pad = 6;

QPen penOf(Drawing const& drawing, QColor const& color)
{
    QPen pen(color, drawing.width, drawing.dashed ? Qt::DashLine : Qt::SolidLine);
    pen.setCapStyle(Qt::FlatCap);
    pen.setJoinStyle(Qt::RoundJoin);
    return pen;
}

// Under a line.
QPen bandOf(Drawing const& drawing, QColor band)
{
    band.setAlpha(150);
    QPen pen(band, drawing.width + 3);
    pen.setCapStyle(Qt::FlatCap);
    return pen;
}

// Sharp where it is level: in the middle of a pixel row, or between two.
QPolygonF sharp(QPolygonF path, int width)
{
    if (path.size() == 2 && path[0].y() == path[1].y()) {
        double const y = std::round(path[0].y()) + (width % 2 == 1 ? 0.5 : 0.0);
        path[0].setY(y);
        path[1].setY(y);
    }
    return path;
}

void paintArrow(QPainter& painter, QLineF const& line)
{
    painter.drawLine(line);
    if (line.length() < 2 * arrow) {
        return;
    }
    auto back = QLineF(line.p2(), line.p1());
    back.setLength(arrow);
    for (double const turn : {35.0, -35.0}) {
        auto side = back;
        side.setAngle(back.angle() + turn);
        painter.drawLine(side);
    }
}

void paintBox(QPainter& painter, DrawingShape const& shape, QColor const& color, DrawingLook const& look)
{
    auto fill = color;
    fill.setAlpha(shape.drawing.kind == DrawingKind::Ruler ? 38 : 28);
    painter.fillRect(shape.box, fill);
    if (shape.drawing.kind == DrawingKind::Ruler) {
        painter.setPen(QPen(color, 1));
        for (auto const& line : shape.measure) {
            paintArrow(painter, line);
        }
        return;
    }
    painter.setBrush(Qt::NoBrush);
    if (look.banded) {
        painter.setPen(bandOf(shape.drawing, look.back));
        painter.drawRect(shape.box);
    }
    painter.setPen(penOf(shape.drawing, color));
    painter.drawRect(shape.box);
}

void paintWords(QPainter& painter, DrawingShape const& shape, QColor const& color, DrawingLook const& look)
{
    bool const framed = shape.drawing.kind == DrawingKind::Note || shape.drawing.kind == DrawingKind::Ruler;
    auto back = look.back;
    back.setAlpha(framed ? 235 : 170);
    painter.setPen(framed ? QPen(color, 1) : QPen(Qt::NoPen));
    painter.setBrush(back);
    painter.drawRoundedRect(shape.plate, 3, 3);
    painter.setFont(look.font);
    painter.setPen(framed ? look.text : color);
    auto const high = (shape.plate.height() - pad) / static_cast<double>(shape.words.size());
    auto line =
        QRectF(shape.plate.left() + pad, shape.plate.top() + pad / 2, shape.plate.width() - pad, high);
    for (auto const& words : shape.words) {
        painter.drawText(line, Qt::AlignLeft | Qt::AlignVCenter, words);
        line.translate(0, high);
    }
}

void paintHandles(QPainter& painter, DrawingShape const& shape, QColor const& color, DrawingLook const& look)
{
    painter.setPen(QPen(color, 1.5));
    painter.setBrush(shape.drawing.locked ? color : look.back);
    for (auto const& handle : shape.handles) {
        painter.drawEllipse(handle, handleSize, handleSize);
    }
}

void paintOne(QPainter& painter, DrawingShape const& shape, DrawingLook const& look)
{
    auto const color = drawingColor(shape.drawing.color, look.back);
    if (!shape.box.isNull()) {
        paintBox(painter, shape, color, look);
    }
    if (!shape.path.isEmpty()) {
        auto const path = sharp(shape.path, shape.drawing.width);
        painter.setBrush(Qt::NoBrush);
        if (look.banded) {
            painter.setPen(bandOf(shape.drawing, look.back));
            painter.drawPolyline(path);
        }
        painter.setPen(penOf(shape.drawing, color));
        painter.drawPolyline(path);
    }
    if (!shape.plate.isNull()) {
        paintWords(painter, shape, color, look);
    }
    if (shape.bell) {
        painter.setOpacity(shape.alertRests ? 0.4 : 1.0);
        painter.drawPixmap(
            *shape.bell, iconPixmap(QStringLiteral("bell"), color, static_cast<int>(bellSize))
        );
        painter.setOpacity(1.0);
    }
    bool const near = shape.drawing.id == look.selected || shape.drawing.id == look.hovered;
    if (near) {
        paintHandles(painter, shape, color, look);
    } else if (shape.drawing.kind == DrawingKind::Note && !shape.handles.empty()) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(color);
        painter.drawEllipse(shape.handles.front(), 2.5, 2.5);
    }
}

} // namespace

QColor drawingColor(int color, QColor const& back)
{
    static constexpr std::array<int, drawingColors> hues{28, 212, 140, 272, 0, 48, 184, -1};
    bool const dark = back.lightness() < 128;
    auto const hue = hues[static_cast<std::size_t>(color)];
    auto const made =
        hue < 0 ? QColor::fromHsl(0, 0, dark ? 190 : 90) : QColor::fromHsl(hue, 210, dark ? 160 : 100);
    return QColor(made.rgb()); // as pixels are
}

void paintDrawings(QPainter& painter, std::vector<DrawingShape> const& shapes, DrawingLook const& look)
{
    if (shapes.empty()) {
        return;
    }
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    for (auto const& shape : shapes) {
        paintOne(painter, shape, look);
    }
    painter.restore();
}

} // namespace qob
