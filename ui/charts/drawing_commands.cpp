#include "ui/charts/drawing_menu.h"
#include "ui/look/icons.h"

#include <QLineEdit>
#include <QMenu>
#include <QToolButton>

#include <algorithm>

namespace qob {
namespace {

constexpr int editWidth = 180;
constexpr QPointF copyOffset(18, 18);

} // namespace

QToolButton* DrawingTools::makeButton(QWidget* parent)
{
    auto* button = new QToolButton(parent);
    button->setObjectName(QStringLiteral("draw"));
    button->setToolTip(tr("Draw lines, levels, rectangles, rulers and notes"));
    button->setAccessibleName(button->toolTip());
    button->setPopupMode(QToolButton::InstantPopup);
    button->setProperty("chartMenu", true);
    button->setIconSize({13, 13}); // no higher than a line of text
    button->setMenu(m_menu);
    button->setCursor(Qt::PointingHandCursor);
    auto const show = [this, button] {
        button->setIcon(
            m_tool ? themedIcon(drawingIcon(*m_tool), m_panel.theme.accent)
                   : themedIcon(QStringLiteral("draw"), m_panel.theme.text)
        );
    };
    connect(this, &DrawingTools::toolChanged, button, show);
    show();
    return button;
}

void DrawingTools::restyle(Drawing const& drawing)
{
    m_style.color = drawing.color;
    m_style.width = drawing.width;
    m_style.dashed = drawing.dashed;
    m_drawings.change(drawing);
}

void DrawingTools::duplicate(Drawing const& drawing)
{
    const QPointF from = m_panel.axes.drawingRect().center();
    auto copy = draggedDrawing(
        inUnitsOf(drawing, m_instrument),
        DrawingHit::whole,
        {from, from + copyOffset},
        m_instrument,
        m_panel.axes
    );
    copy.alert = copy.locked = false;
    select(m_drawings.add(copy));
}

void DrawingTools::removeAll()
{
    m_drawings.removeAll(drawingMarket(m_instrument));
}

void DrawingTools::editText(Drawing const& drawing)
{
    endText(true);
    m_edited = drawing;
    auto const plot = m_panel.axes.drawingRect();
    auto const* shape = shapeOf(drawing.id);
    QPoint at(
        static_cast<int>(m_panel.axes.xOfTime(drawing.anchors[0].time)),
        static_cast<int>(m_panel.axes.yOfUnits(static_cast<double>(drawing.anchors[0].price.value)))
    );
    if (shape != nullptr && !shape->plate.isNull()) {
        at = shape->plate.topLeft().toPoint();
    } else if (drawing.kind == DrawingKind::Level) {
        at.setX(plot.left() + 6);
    }
    m_edit = new QLineEdit(drawing.text, &m_panel.widget);
    m_edit->setObjectName(QStringLiteral("drawingText"));
    m_edit->setAccessibleName(tr("Text of the drawing"));
    m_edit->setMaxLength(longestDrawingText);
    m_edit->resize(std::min(editWidth, plot.width()), m_edit->sizeHint().height());
    m_edit->move(
        std::clamp(at.x(), plot.left(), std::max(plot.left(), plot.right() - m_edit->width())),
        std::clamp(at.y(), plot.top(), std::max(plot.top(), plot.bottom() - m_edit->height()))
    );
    m_edit->installEventFilter(this);
    connect(m_edit, &QLineEdit::returnPressed, this, [this] { endText(true); });
    m_edit->selectAll();
    m_edit->show();
    m_edit->setFocus();
}

void DrawingTools::endText(bool takes)
{
    auto* edit = m_edit.data();
    if (edit == nullptr) {
        return;
    }
    m_edit.clear();
    auto const text = edit->text().trimmed();
    bool const focused = edit->hasFocus();
    edit->hide();
    edit->deleteLater();
    if (focused) {
        m_panel.widget.setFocus();
    }
    bool const isNew = m_edited.id.isNull();
    auto const* now = m_drawings.find(m_edited.id); // it may have been moved meanwhile, or deleted
    if (!takes || (isNew && text.isEmpty()) || (!isNew && now == nullptr)) {
        return;
    }
    auto drawing = isNew ? m_edited : *now;
    drawing.text = text;
    if (isNew) {
        auto const id = m_drawings.add(drawing);
        if (!m_tool) {
            select(id);
        }
    } else if (text.isEmpty() && drawing.kind == DrawingKind::Note) {
        m_drawings.remove(drawing.id);
    } else {
        m_drawings.change(drawing);
    }
}

} // namespace qob
