#include "ui/charts/drawing_tools.h"

#include "ui/charts/drawing_menu.h"
#include "ui/look/fonts.h"

#include <QContextMenuEvent>
#include <QFontMetricsF>
#include <QKeyEvent>
#include <QLineEdit>
#include <QMenu>
#include <QMouseEvent>

#include <algorithm>
#include <cmath>

namespace qob {
namespace {

constexpr double clickReach = 4; // pixels the mouse may move while a button is down for it to be a click

bool isClick(QPointF const& from, QPointF const& to)
{
    return (to - from).manhattanLength() < clickReach;
}

} // namespace

DrawingTools::DrawingTools(Panel panel, Drawings& drawings)
    : QObject(&panel.widget)
    , m_panel(std::move(panel))
    , m_drawings(drawings)
    , m_menu(makeDrawingToolsMenu(*this, &m_panel.widget, m_panel.theme.text))
{
    m_look.back = m_panel.back;
    m_look.banded = m_panel.banded;
    m_look.text = m_panel.back.lightness() < 128 ? QColor(226, 232, 240) : m_panel.theme.textStrong;
    m_look.font = numberFont(m_panel.theme.numberFont, 11);
    m_panel.widget.addAction(m_menu->menuAction());
    m_panel.widget.installEventFilter(this);
    connect(&drawings, &Drawings::changed, this, &DrawingTools::takeChange);
}

void DrawingTools::takeChange(QString const& market)
{
    if (market.isEmpty() || market == drawingMarket(m_instrument)) {
        if (m_drag && m_drawings.find(m_drag->before.id) == nullptr) {
            m_drag.reset(); // deleted elsewhere
        }
        refresh();
    }
}

void DrawingTools::refresh()
{
    m_stale = true;
    m_panel.dirty();
}

void DrawingTools::choose(std::optional<DrawingKind> tool)
{
    m_draft.reset();
    m_placing = false;
    m_tool = tool;
    if (tool) {
        select({});
        m_panel.widget.setFocus();
    }
    emit toolChanged();
    refresh();
}

void DrawingTools::setKeepsTool(bool keeps)
{
    m_keepsTool = keeps;
    emit toolChanged();
}

void DrawingTools::select(QUuid const& id)
{
    m_look.selected = id;
    refresh();
}

bool DrawingTools::hasPlot() const
{
    return !m_instrument.venue.empty() && !m_panel.axes.drawingRect().isEmpty();
}

DrawingTools::View DrawingTools::viewNow() const
{
    auto const& axes = m_panel.axes;
    auto const rect = axes.drawingRect();
    return {
        rect,
        {axes.unitsOfY(rect.top()), axes.unitsOfY(rect.bottom())},
        {axes.timeOfX(rect.left()).value, axes.timeOfX(rect.right()).value},
    };
}

void DrawingTools::prepare(Instrument const& instrument)
{
    bool const same = instrument.id == m_instrument.id && instrument.venue == m_instrument.venue &&
                      instrument.tickSize == m_instrument.tickSize &&
                      instrument.priceScale == m_instrument.priceScale;
    if (!same) {
        cancel();
        m_instrument = instrument;
        m_look.selected = m_look.hovered = {};
        m_stale = true;
    }
    if (!hasPlot()) {
        m_shapes.clear();
        m_tags.clear();
        m_stale = true;
        return;
    }
    // What a ruler measures goes on while the market does.
    bool const measures = std::any_of(m_shapes.begin(), m_shapes.end(), [](DrawingShape const& shape) {
        return shape.drawing.kind == DrawingKind::Ruler;
    });
    auto const view = viewNow();
    if (m_stale || measures || view != m_view) {
        m_view = view;
        m_stale = false;
        makeShapes();
    }
}

void DrawingTools::makeShapes()
{
    ++m_prepared;
    m_shapes.clear();
    m_tags.clear();
    const QFontMetricsF metrics(m_look.font);
    auto const sizeOf = [&](QString const& words) {
        return QSizeF(metrics.horizontalAdvance(words), std::ceil(metrics.height()));
    };
    auto drawings = m_drawings.of(m_instrument);
    if (m_draft) {
        drawings.push_back(*m_draft);
    }
    for (auto const& drawing : drawings) {
        m_shapes.push_back(makeShape(drawing, m_instrument, m_panel.axes, sizeOf));
        m_shapes.back().alertRests = m_drawings.alertRests(drawing.id);
        auto const& shape = m_shapes.back();
        if (drawing.kind == DrawingKind::Level && !shape.path.isEmpty()) {
            m_tags.push_back(
                {shape.path.front().y(),
                 QString::fromStdString(m_instrument.priceText(drawing.anchors[0].price)),
                 drawingColor(drawing.color, m_look.back)}
            );
        }
    }
    if (shapeOf(m_look.selected) == nullptr) {
        m_look.selected = {};
    }
}

DrawingShape const* DrawingTools::shapeOf(QUuid const& id) const
{
    auto const found = std::find_if(m_shapes.begin(), m_shapes.end(), [&](DrawingShape const& shape) {
        return !id.isNull() && shape.drawing.id == id;
    });
    return found == m_shapes.end() ? nullptr : &*found;
}

bool DrawingTools::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_edit.data()) {
        bool const keys = event->type() == QEvent::ShortcutOverride || event->type() == QEvent::KeyPress;
        if (keys && static_cast<QKeyEvent*>(event)->key() == Qt::Key_Escape) {
            event->accept(); // or it would cancel every order
            if (event->type() == QEvent::KeyPress) {
                endText(false);
            }
            return true;
        }
        auto const* focus = event->type() == QEvent::FocusOut ? static_cast<QFocusEvent*>(event) : nullptr;
        if (focus != nullptr && focus->reason() != Qt::PopupFocusReason) {
            endText(true);
        }
        return false;
    }
    switch (event->type()) {
    case QEvent::MouseButtonPress:
        return press(*static_cast<QMouseEvent*>(event));
    case QEvent::MouseMove:
        return move(*static_cast<QMouseEvent*>(event));
    case QEvent::MouseButtonRelease:
        return release(*static_cast<QMouseEvent*>(event));
    case QEvent::MouseButtonDblClick:
        return doubleClick(*static_cast<QMouseEvent*>(event));
    case QEvent::ContextMenu:
        return contextMenu(*static_cast<QContextMenuEvent*>(event));
    case QEvent::ShortcutOverride:
        if (key(*static_cast<QKeyEvent*>(event), false)) {
            event->accept();
            return true;
        }
        return false;
    case QEvent::KeyPress:
        return key(*static_cast<QKeyEvent*>(event), true);
    case QEvent::Leave:
        if (!m_look.hovered.isNull()) {
            m_look.hovered = {};
            m_panel.dirty();
        }
        return false;
    default:
        return false;
    }
}

bool DrawingTools::press(QMouseEvent const& event)
{
    auto const at = event.position();
    bool const inside = hasPlot() && m_panel.axes.drawingRect().contains(at.toPoint());
    if (event.button() != Qt::LeftButton || !inside) {
        return false;
    }
    if (m_tool) {
        return place(event);
    }
    // With Shift some panels choose a range.
    bool const shift = event.modifiers().testFlag(Qt::ShiftModifier);
    auto const hit = shift ? std::nullopt : hitDrawing(m_shapes, at, m_look.selected);
    if (!hit) {
        if (!m_look.selected.isNull()) {
            select({});
        }
        return false;
    }
    select(hit->id);
    m_pressedAt = at;
    auto const* shape = shapeOf(hit->id);
    bool const copies = event.modifiers().testFlag(Qt::ControlModifier);
    if (shape != nullptr && (copies || !shape->drawing.locked)) {
        m_drag = Drag{shape->drawing, copies ? DrawingHit::whole : hit->handle, at, copies};
    }
    return true;
}

Drawing DrawingTools::newDrawing(QPointF const& at) const
{
    Drawing drawing;
    drawing.kind = *m_tool;
    drawing.market = drawingMarket(m_instrument);
    drawing.priceScale = m_instrument.priceScale;
    drawing.color = m_style.color;
    drawing.width = m_style.width;
    drawing.dashed = m_style.dashed;
    drawing.anchors[0] = anchorAt(at, m_instrument, m_panel.axes);
    if (hasTwoAnchors(drawing.kind)) {
        drawing.anchors[1] = drawing.anchors[0];
    }
    return drawing;
}

bool DrawingTools::place(QMouseEvent const& event)
{
    auto const at = event.position();
    bool const keep = event.modifiers().testFlag(Qt::ControlModifier);
    m_pressedAt = at;
    if (m_draft) {
        pull(at, event.modifiers().testFlag(Qt::ShiftModifier));
        finishDraft(keep);
        return true;
    }
    auto const drawing = newDrawing(at);
    if (drawing.kind == DrawingKind::Note) {
        if (!keep && !m_keepsTool) {
            choose(std::nullopt);
        }
        editText(drawing);
        return true;
    }
    m_draft = drawing;
    m_placing = true;
    if (!hasTwoAnchors(drawing.kind)) {
        finishDraft(keep);
    }
    refresh();
    return true;
}

// The second anchor of what is being placed.
void DrawingTools::pull(QPointF const& at, bool straight)
{
    auto const& first = m_draft->anchors[0];
    const QPointF from(
        m_panel.axes.xOfTime(first.time), m_panel.axes.yOfUnits(static_cast<double>(first.price.value))
    );
    m_draft->anchors[1] = anchorAt(straight ? straightened(from, at) : at, m_instrument, m_panel.axes);
    refresh();
}

void DrawingTools::finishDraft(bool keep)
{
    auto const drawing = *m_draft;
    if (hasTwoAnchors(drawing.kind) && drawing.anchors[0] == drawing.anchors[1]) {
        return; // it has no size yet
    }
    m_draft.reset();
    m_placing = false;
    auto const id = m_drawings.add(drawing);
    if (keep || m_keepsTool) {
        refresh();
    } else {
        choose(std::nullopt);
        select(id);
    }
}

bool DrawingTools::move(QMouseEvent const& event)
{
    bool const straight = event.modifiers().testFlag(Qt::ShiftModifier);
    if (!hasPlot()) {
        return false;
    }
    if (m_placing && m_draft) {
        pull(event.position(), straight);
    } else if (m_drag) {
        dragTo(event.position(), straight);
    } else {
        hover(event);
    }
    return false; // the panel's cursor follows the mouse
}

void DrawingTools::hover(QMouseEvent const& event)
{
    bool const looks = !m_tool && event.buttons() == Qt::NoButton &&
                       m_panel.axes.drawingRect().contains(event.position().toPoint());
    auto const hit =
        looks ? hitDrawing(m_shapes, event.position(), m_look.selected) : std::optional<DrawingHit>();
    auto const id = hit ? hit->id : QUuid();
    m_overHandle = hit && hit->handle != DrawingHit::whole;
    if (id != m_look.hovered) {
        m_look.hovered = id;
        m_panel.dirty();
    }
}

void DrawingTools::dragTo(QPointF const& at, bool straight)
{
    if (m_pressedAt && isClick(*m_pressedAt, at)) {
        return;
    }
    m_pressedAt.reset();
    auto to = at;
    auto const& before = m_drag->before;
    auto const* shape = shapeOf(before.id);
    bool const pivots = before.kind == DrawingKind::Line || before.kind == DrawingKind::Ray;
    if (straight && m_drag->handle == DrawingHit::whole) {
        auto const by = at - m_drag->from;
        bool const along = std::abs(by.x()) > std::abs(by.y());
        to = along ? QPointF(at.x(), m_drag->from.y()) : QPointF(m_drag->from.x(), at.y());
    } else if (straight && pivots && shape != nullptr && shape->handles.size() == 2) {
        to = straightened(shape->handles[m_drag->handle == 0 ? 1 : 0], at);
    }
    auto moved = draggedDrawing(before, m_drag->handle, {m_drag->from, to}, m_instrument, m_panel.axes);
    if (m_drag->copies) {
        moved.id = {};
        moved.alert = moved.locked = false;
        m_draft = moved;
        refresh();
    } else {
        m_drawings.show(moved);
    }
}

bool DrawingTools::release(QMouseEvent const& event)
{
    if (event.button() != Qt::LeftButton || (!m_pressedAt && !m_drag)) {
        return false;
    }
    auto const pressed = std::exchange(m_pressedAt, std::nullopt);
    if (!hasPlot()) {
        cancel();
    } else if (m_drag) {
        finishDrag();
    } else if (m_placing && m_draft && pressed && !isClick(*pressed, event.position())) {
        pull(event.position(), event.modifiers().testFlag(Qt::ShiftModifier));
        finishDraft(event.modifiers().testFlag(Qt::ControlModifier));
    }
    return true;
}

void DrawingTools::finishDrag()
{
    auto const drag = *std::exchange(m_drag, std::nullopt);
    if (auto const copy = std::exchange(m_draft, std::nullopt)) {
        select(m_drawings.add(*copy));
    } else if (auto const* now = m_drawings.find(drag.before.id)) {
        m_drawings.change(Drawing(*now));
    }
    refresh();
}

bool DrawingTools::doubleClick(QMouseEvent const& event)
{
    if (m_tool) {
        return press(event);
    }
    auto const hit = event.button() == Qt::LeftButton
                         ? hitDrawing(m_shapes, event.position(), m_look.selected)
                         : std::nullopt;
    auto const* shape = hit ? shapeOf(hit->id) : nullptr;
    if (shape == nullptr) {
        return false;
    }
    if (shape->drawing.kind != DrawingKind::Ruler && !shape->drawing.locked) {
        editText(Drawing(shape->drawing));
    }
    return true;
}

bool DrawingTools::contextMenu(QContextMenuEvent const& event)
{
    if (!hasPlot() || !m_panel.axes.drawingRect().contains(event.pos())) {
        return false;
    }
    if (cancel()) {
        return true;
    }
    auto const hit = hitDrawing(m_shapes, event.pos(), m_look.selected);
    auto const* shape = hit ? shapeOf(hit->id) : nullptr;
    if (shape == nullptr) {
        m_menu->popup(event.globalPos());
    } else {
        auto const drawing = shape->drawing;
        select(drawing.id);
        openDrawingMenu(*this, drawing, event.globalPos(), m_look.back);
    }
    return true;
}

// Whether the key means something here; `does`: then it does it.
bool DrawingTools::key(QKeyEvent const& event, bool does)
{
    switch (event.key()) {
    case Qt::Key_Escape: {
        bool const busy = m_tool || m_drag || m_draft;
        return does ? cancel() : busy;
    }
    case Qt::Key_Delete:
    case Qt::Key_Backspace: {
        auto const* now = m_drawings.find(m_look.selected);
        if (does && now != nullptr && !now->locked) {
            m_drawings.remove(QUuid(now->id));
        }
        return now != nullptr;
    }
    default:
        return false;
    }
}

// Ends what is under way; false: nothing is.
bool DrawingTools::cancel()
{
    bool const busy = m_tool || m_drag || m_draft;
    if (m_drag) {
        m_drag.reset();
        m_drawings.putBack();
    }
    m_draft.reset();
    m_placing = false;
    if (m_tool) {
        choose(std::nullopt);
    } else if (busy) {
        refresh();
    }
    return busy;
}

void DrawingTools::showCursor()
{
    auto const shape = m_drag                    ? Qt::ClosedHandCursor
                       : m_look.hovered.isNull() ? Qt::CrossCursor
                       : m_overHandle            ? Qt::SizeAllCursor
                                                 : Qt::PointingHandCursor;
    bool const own = shape != Qt::CrossCursor;
    if (own || m_ownCursor) {
        m_panel.widget.setCursor(shape);
    }
    m_ownCursor = own;
}

} // namespace qob
