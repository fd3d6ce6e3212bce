#include "ui/charts/drawing_shapes.h"

#include "ui/models/display_text.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <cmath>

namespace qob {
namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Drawing)
};

constexpr double sample = 48;        // pixels between the points of a line, where time may not be even
constexpr double outside = 8;        // pixels beyond the plot that are still drawn, so that no end shows
constexpr double pad = 6;            // around words
constexpr double readingHeight = 36; // of the words a panel itself has at its top
constexpr double gap = 6;            // between words and what they belong to
constexpr std::int64_t mostUnits = 4'000'000'000'000'000'000;

double unitsOf(DrawingAnchor const& anchor)
{
    return static_cast<double>(anchor.price.value);
}

// Liang and Barsky's way to cut a line to a rectangle (1984). Nothing: all of it is outside.
std::optional<QLineF> cut(QLineF const& line, QRectF const& rect)
{
    double begin = 0;
    double end = 1;
    const std::array<std::array<double, 2>, 4> sides{{
        {-line.dx(), line.x1() - rect.left()},
        {line.dx(), rect.right() - line.x1()},
        {-line.dy(), line.y1() - rect.top()},
        {line.dy(), rect.bottom() - line.y1()},
    }};
    for (auto const& [along, room] : sides) {
        if (along == 0) {
            if (room < 0) {
                return std::nullopt;
            }
        } else if (along < 0) {
            begin = std::max(begin, room / along);
        } else {
            end = std::min(end, room / along);
        }
    }
    return begin > end ? std::nullopt : std::optional(QLineF(line.pointAt(begin), line.pointAt(end)));
}

QRectF roomOf(DrawingAxes const& axes)
{
    return QRectF(axes.drawingRect()).adjusted(-outside, -outside, outside, outside);
}

QPointF pointOf(DrawingAnchor const& anchor, DrawingAxes const& axes)
{
    return {axes.xOfTime(anchor.time), axes.yOfUnits(unitsOf(anchor))};
}

double distance(QPointF const& at, QPointF const& a, QPointF const& b)
{
    auto const along = b - a;
    auto const length = QPointF::dotProduct(along, along);
    double const share = length == 0 ? 0 : std::clamp(QPointF::dotProduct(at - a, along) / length, 0.0, 1.0);
    return QLineF(at, a + along * share).length();
}

// Where time is even the points between are of no use.
QPolygonF withoutEven(QPolygonF const& path)
{
    constexpr double seen = 0.05; // pixels
    for (qsizetype i = 1; i + 1 < path.size(); ++i) {
        if (distance(path[i], path.first(), path.last()) > seen) {
            return path;
        }
    }
    return path.size() < 3 ? path : QPolygonF(QList<QPointF>{path.first(), path.last()});
}

// From point to point as time goes, which need not be even along a chart; cut to the room.
QPolygonF pathOf(Drawing const& drawing, DrawingAxes const& axes)
{
    auto const room = roomOf(axes);
    auto early = drawing.anchors[0];
    auto late = drawing.anchors[1];
    if (late.time < early.time) {
        std::swap(early, late);
    }
    QPolygonF path;
    auto const add = [&](QPointF const& from, QPointF const& to) {
        if (auto const seen = cut({from, to}, room)) {
            if (path.isEmpty()) {
                path << seen->p1();
            }
            path << seen->p2();
        }
    };
    auto const begin = pointOf(early, axes);
    auto const end = pointOf(late, axes);
    if (early.time == late.time) {
        add(begin, end);
        return path;
    }
    auto const length = static_cast<double>((late.time - early.time).value);
    auto const at = [&](double x) {
        auto const gone = static_cast<double>((axes.timeOfX(x) - early.time).value) / length;
        return QPointF(x, axes.yOfUnits(unitsOf(early) + (unitsOf(late) - unitsOf(early)) * gone));
    };
    bool const goesOn = drawing.extendRight || drawing.kind == DrawingKind::Ray;
    double const from = drawing.extendLeft ? room.left() : std::max(begin.x(), room.left());
    double const to = goesOn ? room.right() : std::min(end.x(), room.right());
    if (from > to) {
        return path;
    }
    auto before = from == begin.x() ? begin : at(from);
    auto const pieces = static_cast<int>(std::ceil((to - from) / sample));
    for (int piece = 1; piece < pieces; ++piece) {
        auto const next = at(from + piece * sample);
        add(before, next);
        before = next;
    }
    add(before, to == end.x() ? end : at(to));
    return withoutEven(path);
}

QRectF boxOf(Drawing const& drawing, DrawingAxes const& axes)
{
    auto const room = roomOf(axes);
    auto box = QRectF(pointOf(drawing.anchors[0], axes), pointOf(drawing.anchors[1], axes)).normalized();
    box.setLeft(drawing.extendLeft ? room.left() : std::max(box.left(), room.left()));
    box.setRight(drawing.extendRight ? room.right() : std::min(box.right(), room.right()));
    box.setTop(std::max(box.top(), room.top()));
    box.setBottom(std::min(box.bottom(), room.bottom()));
    return box.left() > box.right() || box.top() > box.bottom() ? QRectF() : box;
}

QString spanText(Duration span)
{
    auto const all = std::abs(span.value) / seconds(1).value;
    if (all >= 86'400) {
        return Words::tr("%1 d %2 h").arg(all / 86'400).arg(all / 3'600 % 24);
    }
    if (all >= 3'600) {
        return Words::tr("%1 h %2 min").arg(all / 3'600).arg(all / 60 % 60);
    }
    if (all >= 60) {
        return Words::tr("%1 min %2 s").arg(all / 60).arg(all % 60);
    }
    return durationText(Duration(std::abs(span.value)));
}

// Price, percent, ticks and basis points from the first anchor to the second; time; what was traded.
QStringList measured(Drawing const& drawing, Instrument const& instrument, DrawingAxes const& axes)
{
    auto const& [from, to] = drawing.anchors;
    auto const units = (to.price - from.price).value;
    auto const sign = units > 0 ? QStringLiteral("+") : QString();
    double const share = from.price.value == 0 ? 0 : static_cast<double>(units) / unitsOf(from);
    auto const ticks = units / instrument.tickSize.value;
    QStringList words{
        sign + QString::fromStdString(instrument.priceText(Price(units))) + QStringLiteral("  ") +
            signedPercentText(share * 100, 2),
        Words::tr("%1 ticks").arg(sign + QString::number(ticks)) + QStringLiteral("  ") +
            Words::tr("%1 bps").arg(sign + QLocale().toString(share * 10'000, 'f', 1)),
        spanText(to.time - from.time),
    };
    auto const volume = axes.volumeBetween(std::min(from.time, to.time), std::max(from.time, to.time));
    if (volume) {
        words.back() += QStringLiteral("  ") +
                        Words::tr("V %1").arg(amountText(*volume, sizeDecimals(instrument, from.price)));
    }
    return words;
}

QSizeF sizeOf(QStringList const& words, std::function<QSizeF(QString const&)> const& wordsSize)
{
    QSizeF size;
    for (auto const& line : words) {
        auto const one = wordsSize(line);
        size = QSizeF(std::max(size.width(), one.width()), size.height() + one.height());
    }
    return size + QSizeF(2 * pad, pad);
}

QRectF moveInside(QRectF plate, QRect const& plot)
{
    if (plate.right() > plot.right()) {
        plate.moveRight(plot.right());
    }
    if (plate.bottom() > plot.bottom()) {
        plate.moveBottom(plot.bottom());
    }
    plate.moveLeft(std::max<double>(plate.left(), plot.left()));
    plate.moveTop(std::max<double>(plate.top(), plot.top()));
    return plate;
}

// Beyond the second corner; where the panel has words of its own, inside.
QRectF rulerPlate(DrawingShape const& shape, QRect const& plot, QRectF plate)
{
    plate.moveCenter(shape.box.center());
    if (shape.drawing.anchors[1].price < shape.drawing.anchors[0].price) {
        plate.moveTop(shape.box.bottom() + gap);
        return plate;
    }
    plate.moveBottom(shape.box.top() - gap);
    if (plate.top() < plot.top() + readingHeight) {
        plate.moveTop(std::max(shape.box.top() + gap, plot.top() + readingHeight));
    }
    return plate;
}

// Where a drawing's words stand: a note's at its anchor, a ruler's beyond its second corner, others' over the
// left end of what can be seen.
void placeWords(DrawingShape& shape, DrawingAxes const& axes, QSizeF const& size)
{
    auto const plot = axes.drawingRect();
    QRectF plate({}, size);
    switch (shape.drawing.kind) {
    case DrawingKind::Note: {
        auto const at = pointOf(shape.drawing.anchors[0], axes);
        plate.moveTopLeft(at + QPointF(gap, -size.height() / 2));
        if (plate.right() > plot.right()) {
            plate.moveRight(at.x() - gap);
        }
        shape.plate = plate.intersects(QRectF(plot)) ? plate : QRectF();
        return;
    }
    case DrawingKind::Ruler:
        plate = rulerPlate(shape, plot, plate);
        break;
    case DrawingKind::Rectangle:
        plate.moveTopLeft({std::max<double>(shape.box.left(), plot.left()), shape.box.top() + 1});
        break;
    default:
        auto const left =
            shape.path.first().x() < shape.path.last().x() ? shape.path.first() : shape.path.last();
        plate.moveBottomLeft({std::max<double>(left.x(), plot.left()) + gap, left.y() - 1});
        break;
    }
    shape.plate = moveInside(plate, plot);
}

// Over the right end of what can be seen.
std::optional<QPointF> bellOf(DrawingShape const& shape, QRect const& plot)
{
    constexpr QPointF away(bellSize + 4, bellSize + 3);
    if (!shape.drawing.alert || (shape.path.isEmpty() && shape.box.isNull())) {
        return std::nullopt;
    }
    auto const& path = shape.path;
    auto const end = path.isEmpty()                       ? shape.box.topRight() + QPointF(0, away.y() + 2)
                     : path.first().x() > path.last().x() ? path.first()
                                                          : path.last();
    return QPointF(std::min<double>(end.x(), plot.right()), end.y()) - away;
}

bool isOnPath(QPolygonF const& path, QPointF const& at, double reach)
{
    for (qsizetype i = 1; i < path.size(); ++i) {
        if (distance(at, path[i - 1], path[i]) <= reach) {
            return true;
        }
    }
    return false;
}

bool isOn(DrawingShape const& shape, QPointF const& at, bool selected)
{
    double const reach = strokeReach + shape.drawing.width / 2.0;
    if (shape.plate.contains(at) || isOnPath(shape.path, at, reach)) {
        return true;
    }
    if (shape.box.isNull()) {
        return false;
    }
    auto const outer = shape.box.adjusted(-reach, -reach, reach, reach);
    auto const inner = shape.box.adjusted(reach, reach, -reach, -reach);
    return outer.contains(at) &&
           (selected || !inner.contains(at) || shape.drawing.kind == DrawingKind::Ruler);
}

std::optional<DrawingHit> hitOne(DrawingShape const& shape, QPointF const& at, bool selected)
{
    for (std::size_t i = 0; i < shape.handles.size(); ++i) {
        if (QLineF(at, shape.handles[i]).length() <= handleReach) {
            return DrawingHit{shape.drawing.id, static_cast<int>(i)};
        }
    }
    return isOn(shape, at, selected) ? std::optional(DrawingHit{shape.drawing.id}) : std::nullopt;
}

Price onTick(double units, Instrument const& instrument)
{
    auto const bounded = std::clamp(units, -static_cast<double>(mostUnits), static_cast<double>(mostUnits));
    auto const tick = instrument.tickSize.value;
    return Price(std::llround(bounded / static_cast<double>(tick)) * tick);
}

Timestamp bounded(Timestamp time)
{
    return Timestamp(std::clamp<std::int64_t>(time.value, 0, mostUnits));
}

} // namespace

DrawingShape makeShape(
    Drawing const& drawing,
    Instrument const& instrument,
    DrawingAxes const& axes,
    std::function<QSizeF(QString const&)> const& wordsSize
)
{
    DrawingShape shape;
    shape.drawing = drawing;
    auto const room = roomOf(axes);
    auto const first = pointOf(drawing.anchors[0], axes);
    auto const second = hasTwoAnchors(drawing.kind) ? pointOf(drawing.anchors[1], axes) : first;
    switch (drawing.kind) {
    case DrawingKind::Level:
        if (first.y() >= room.top() && first.y() <= room.bottom()) {
            shape.path = QPolygonF(QList<QPointF>{{room.left(), first.y()}, {room.right(), first.y()}});
            shape.handles = {QPointF(axes.drawingRect().center().x(), first.y())};
        }
        break;
    case DrawingKind::Line:
    case DrawingKind::Ray:
        shape.path = pathOf(drawing, axes);
        shape.handles = {first, second};
        break;
    case DrawingKind::Rectangle:
        shape.box = boxOf(drawing, axes);
        shape.handles = {first, {second.x(), first.y()}, second, {first.x(), second.y()}};
        break;
    case DrawingKind::Ruler:
        shape.box = boxOf(drawing, axes);
        shape.handles = {first, second};
        shape.words = measured(drawing, instrument, axes);
        shape.measure = {
            QLineF(first.x(), (first.y() + second.y()) / 2, second.x(), (first.y() + second.y()) / 2),
            QLineF((first.x() + second.x()) / 2, first.y(), (first.x() + second.x()) / 2, second.y()),
        };
        break;
    case DrawingKind::Note:
        shape.handles = {first};
        break;
    }
    if (drawing.kind != DrawingKind::Ruler && !drawing.text.isEmpty()) {
        shape.words = {drawing.text};
    }
    shape.bell = bellOf(shape, axes.drawingRect());
    bool const seen = !shape.path.isEmpty() || !shape.box.isNull() || drawing.kind == DrawingKind::Note;
    if (seen && !shape.words.isEmpty()) {
        placeWords(shape, axes, sizeOf(shape.words, wordsSize));
    }
    return shape;
}

std::optional<DrawingHit>
hitDrawing(std::vector<DrawingShape> const& shapes, QPointF const& at, QUuid const& selected)
{
    for (auto const& shape : shapes) {
        if (shape.drawing.id == selected) {
            if (auto const hit = hitOne(shape, at, true)) {
                return hit;
            }
        }
    }
    for (auto shape = shapes.rbegin(); shape != shapes.rend(); ++shape) {
        if (auto const hit = hitOne(*shape, at, false)) {
            return hit;
        }
    }
    return std::nullopt;
}

QPointF straightened(QPointF const& from, QPointF const& at)
{
    constexpr double flat = 0.41421356; // tan(22.5 degrees)
    auto const by = at - from;
    double const wide = std::abs(by.x());
    double const high = std::abs(by.y());
    if (high < wide * flat) {
        return {at.x(), from.y()};
    }
    if (wide < high * flat) {
        return {from.x(), at.y()};
    }
    double const both = std::max(wide, high);
    return from + QPointF(std::copysign(both, by.x()), std::copysign(both, by.y()));
}

DrawingAnchor anchorAt(QPointF const& at, Instrument const& instrument, DrawingAxes const& axes)
{
    return {onTick(axes.unitsOfY(at.y()), instrument), bounded(axes.timeOfX(at.x()))};
}

Drawing draggedDrawing(
    Drawing const& before,
    int handle,
    std::array<QPointF, 2> const& fromTo,
    Instrument const& instrument,
    DrawingAxes const& axes
)
{
    auto drawing = before;
    auto const to = anchorAt(fromTo[1], instrument, axes);
    if (handle == DrawingHit::whole || !hasTwoAnchors(before.kind)) {
        auto const from = anchorAt(fromTo[0], instrument, axes);
        for (std::size_t i = 0; i < (hasTwoAnchors(before.kind) ? 2U : 1U); ++i) {
            drawing.anchors[i].price += to.price - from.price;
            drawing.anchors[i].time = bounded(drawing.anchors[i].time + (to.time - from.time));
        }
    } else if (before.kind == DrawingKind::Rectangle) {
        // Corners go round: the first two are at the first price, the first and the last at the first time.
        drawing.anchors[handle < 2 ? 0 : 1].price = to.price;
        drawing.anchors[handle == 0 || handle == 3 ? 0 : 1].time = to.time;
    } else {
        drawing.anchors[static_cast<std::size_t>(handle)] = to;
    }
    return drawing;
}

} // namespace qob
