#include "ui/panels/table/cell_delegate.h"

#include "ui/look/icons.h"
#include "ui/models/table_roles.h"

#include <QEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QPolygonF>

namespace qob {
namespace {

constexpr int pad = 8;

QColor const& toneColor(Theme const& theme, Tone tone)
{
    switch (tone) {
    case Tone::Dim:
        return theme.textDim;
    case Tone::Buy:
        return theme.bid;
    case Tone::Sell:
        return theme.ask;
    case Tone::Good:
        return theme.good;
    case Tone::Warn:
        return theme.warn;
    case Tone::Bad:
        return theme.bad;
    case Tone::Normal:
        break;
    }
    return theme.text;
}

void paintBackground(QPainter& painter, QStyleOptionViewItem const& option, Theme const& theme)
{
    if (option.state.testFlag(QStyle::State_Selected)) {
        painter.fillRect(option.rect, theme.selection);
    } else if (option.state.testFlag(QStyle::State_MouseOver)) {
        painter.fillRect(option.rect, theme.hover);
    }
}

} // namespace

CellDelegate::CellDelegate(Theme const& theme, QObject* parent) : QStyledItemDelegate(parent), m_theme(theme)
{}

void CellDelegate::paint(QPainter* painter, QStyleOptionViewItem const& option, QModelIndex const& index)
    const
{
    paintBackground(*painter, option, m_theme);
    auto const tone = static_cast<Tone>(index.data(toneRole).toInt());
    painter->setPen(toneColor(m_theme, tone));
    painter->setFont(option.font);
    auto const room = option.rect.adjusted(pad, 0, -pad, 0);
    auto const text = option.fontMetrics.elidedText(index.data().toString(), Qt::ElideRight, room.width());
    painter->drawText(room, index.data(Qt::TextAlignmentRole).toInt() | Qt::TextSingleLine, text);
}

QSize CellDelegate::sizeHint(QStyleOptionViewItem const& option, QModelIndex const& index) const
{
    auto const text = index.data().toString();
    return {option.fontMetrics.horizontalAdvance(text) + 2 * pad + 2, option.fontMetrics.height() + 6};
}

CancelDelegate::CancelDelegate(Theme const& theme, QObject* parent)
    : QStyledItemDelegate(parent)
    , m_theme(theme)
{}

void CancelDelegate::paint(QPainter* painter, QStyleOptionViewItem const& option, QModelIndex const& index)
    const
{
    paintBackground(*painter, option, m_theme);
    if (!index.data(workingRole).toBool()) {
        return;
    }
    constexpr int size = 12;
    bool const over = option.state.testFlag(QStyle::State_MouseOver);
    auto const icon = iconPixmap(QStringLiteral("close"), over ? m_theme.bad : m_theme.textDim, size);
    painter->drawPixmap(option.rect.center() - QPoint(size / 2, size / 2), icon);
}

bool CancelDelegate::editorEvent(
    QEvent* event,
    QAbstractItemModel* /*model*/,
    QStyleOptionViewItem const& /*option*/,
    QModelIndex const& index
)
{
    bool const release = event->type() == QEvent::MouseButtonRelease &&
                         static_cast<QMouseEvent*>(event)->button() == Qt::LeftButton;
    if (release && index.data(workingRole).toBool()) {
        emit clicked(index);
        return true;
    }
    return false;
}

LineDelegate::LineDelegate(Theme const& theme, QObject* parent) : QStyledItemDelegate(parent), m_theme(theme)
{}

void LineDelegate::paint(QPainter* painter, QStyleOptionViewItem const& option, QModelIndex const& index)
    const
{
    bool const selected = option.state.testFlag(QStyle::State_Selected);
    painter->fillRect(option.rect, selected ? m_theme.selection : m_theme.panel);
    auto const values = index.data(lineRole).value<QVector<double>>();
    if (values.size() < 2) {
        return;
    }
    auto const [low, high] = std::minmax_element(values.begin(), values.end());
    auto const room = QRectF(option.rect).adjusted(6, 4, -6, -4);
    double const span = *high - *low;
    QPolygonF line;
    for (int i = 0; i < values.size(); ++i) {
        double const x = room.left() + room.width() * i / static_cast<double>(values.size() - 1);
        double const up = span > 0 ? (values[i] - *low) / span : 0.5;
        line << QPointF(x, room.bottom() - up * room.height());
    }
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(QPen(m_theme.accent, 1.2));
    painter->drawPolyline(line);
    painter->restore();
}

} // namespace qob
