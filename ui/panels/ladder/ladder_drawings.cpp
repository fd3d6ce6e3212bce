#include "ui/panels/ladder/ladder_drawings.h"

#include "ui/charts/drawing_paint.h"
#include "ui/panels/ladder/ladder.h"

#include <QMenu>
#include <QPainter>

#include <algorithm>

namespace qob {
namespace {

using Index = LadderModel::Index;

struct Rows {
    Index top;
    Index bottom;
};

// The rows a drawing is at; nothing: none at that time.
std::optional<Rows> rowsOf(Drawing const& drawing, LadderModel const& model, Timestamp now)
{
    auto const one = [&](Price price) {
        auto const row = model.bidIndex(price);
        return Rows{row, row};
    };
    if (auto const price = drawingPriceAt(drawing, now)) {
        return one(*price);
    }
    if (auto const band = drawingBandAt(drawing, now)) {
        return Rows{model.bidIndex((*band)[1]), model.bidIndex((*band)[0])};
    }
    return drawing.kind == DrawingKind::Note ? std::optional(one(drawing.anchors[0].price)) : std::nullopt;
}

void mark(LadderMark& row, Drawing const& drawing)
{
    switch (drawing.kind) {
    case DrawingKind::Rectangle:
        row.band = drawing.color;
        break;
    case DrawingKind::Note:
        row.note = drawing.color;
        break;
    default:
        row.line = drawing.color;
        row.sloped = drawing.kind != DrawingKind::Level;
        break;
    }
}

} // namespace

void LadderDrawings::take(std::optional<Instrument> const& instrument)
{
    m_own = instrument ? m_drawings.of(*instrument) : std::vector<Drawing>();
    m_moves = std::any_of(m_own.begin(), m_own.end(), [](Drawing const& drawing) {
        return hasTwoAnchors(drawing.kind) && drawing.kind != DrawingKind::Ruler;
    });
}

std::vector<LadderMark>
LadderDrawings::marks(LadderModel const& model, Index top, int count, Timestamp now) const
{
    std::vector<LadderMark> marks(static_cast<std::size_t>(count));
    for (auto const& drawing : m_own) {
        auto const rows = rowsOf(drawing, model, now);
        if (!rows || rows->bottom > top || rows->top <= top - count) {
            continue;
        }
        auto const last = std::max(rows->bottom, top - count + 1);
        for (auto row = std::min(rows->top, top); row >= last; --row) {
            mark(marks[static_cast<std::size_t>(top - row)], drawing);
        }
    }
    return marks;
}

std::vector<Drawing> LadderDrawings::at(LadderModel const& model, Index row, Timestamp now) const
{
    std::vector<Drawing> found;
    for (auto const& drawing : m_own) {
        auto const rows = rowsOf(drawing, model, now);
        if (rows && row <= rows->top && row >= rows->bottom) {
            found.push_back(drawing);
        }
    }
    return found;
}

void Ladder::setDrawings(Drawings& drawings)
{
    m_drawings = &drawings;
    m_drawn = std::make_unique<LadderDrawings>(drawings);
    auto const take = [this] {
        m_drawn->take(m_model.instrument());
        markDirty();
    };
    connect(&drawings, &Drawings::changed, this, take);
    connect(&m_market, &MarketView::shownChanged, this, take);
    connect(&m_market.market(), &MarketReplica::statusChanged, this, [this] {
        if (m_drawn->moves()) {
            markDirty();
        }
    });
    take();
}

// The market's time is told less often than its trades.
Timestamp Ladder::drawnAt() const
{
    auto const* last = m_market.tape().last();
    auto const now = m_market.market().status().now;
    return last == nullptr ? now : std::max(now, last->time);
}

void Ladder::refreshDrawn()
{
    if (!m_drawn || !m_shown) {
        return;
    }
    auto marks = m_drawn->marks(m_model, m_top, m_layout.rowCount(), drawnAt());
    marks.swap(m_marks);
    for (std::size_t row = 0; row < m_marks.size(); ++row) {
        if (row >= marks.size() || marks[row] != m_marks[row]) {
            update(m_layout.cell(static_cast<int>(row), LadderColumn::Prices));
        }
    }
}

// Under the price: a rectangle fills its rows, a level frames its own, a line too but dashed, a note has its
// corner.
void Ladder::paintDrawn(QPainter& painter, int row)
{
    if (static_cast<std::size_t>(row) >= m_marks.size()) {
        return;
    }
    auto const& mark = m_marks[static_cast<std::size_t>(row)];
    auto const cell = m_layout.cell(row, LadderColumn::Prices).adjusted(0, 0, 0, -1);
    if (mark.band >= 0) {
        auto color = drawingColor(mark.band, m_theme.panel);
        painter.fillRect(QRect(cell.left() + 2, cell.top(), 3, cell.height()), color);
        color.setAlpha(34);
        painter.fillRect(cell, color);
    }
    if (mark.line >= 0) {
        auto const color = drawingColor(mark.line, m_theme.panel);
        painter.setPen(QPen(color, 1, mark.sloped ? Qt::DashLine : Qt::SolidLine));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(cell.adjusted(2, 0, -3, -1));
    }
    if (mark.note >= 0) {
        constexpr int corner = 6;
        painter.setPen(Qt::NoPen);
        painter.setBrush(drawingColor(mark.note, m_theme.panel));
        auto const at = QPoint(cell.right() - 2, cell.top());
        painter.drawPolygon(QPolygon({at, at - QPoint(corner, 0), at + QPoint(0, corner)}));
    }
}

QString Ladder::drawnTip(int row) const
{
    QStringList words;
    if (m_drawn && row >= 0) {
        for (auto const& drawing : m_drawn->at(m_model, indexOfRow(row), drawnAt())) {
            words << drawingText(drawing);
        }
    }
    return words.join(QLatin1Char('\n'));
}

// A level at the row's price, and what can be done with what is there.
void Ladder::fillDrawn(QMenu& menu, int row)
{
    auto const price = m_model.priceAt(indexOfRow(row));
    auto const text = QString::fromStdString(m_model.instrument()->priceText(price));
    menu.addAction(
            tr("Draw a level at %1").arg(text),
            this,
            [this, price] {
                Drawing level;
                level.kind = DrawingKind::Level;
                level.market = drawingMarket(*m_model.instrument());
                level.priceScale = m_model.instrument()->priceScale;
                level.anchors[0] = {price, drawnAt()};
                m_drawings->add(level);
            }
    )->setObjectName(QStringLiteral("ladder.drawLevel"));
    for (auto const& drawing : m_drawn->at(m_model, indexOfRow(row), drawnAt())) {
        auto* one = menu.addMenu(drawingText(drawing));
        if (canBeCrossed(drawing.kind)) {
            auto* alert = one->addAction(tr("Alert when crossed"));
            alert->setCheckable(true);
            alert->setChecked(drawing.alert);
            connect(alert, &QAction::triggered, this, [this, drawing](bool on) {
                auto changed = drawing;
                changed.alert = on;
                m_drawings->change(changed);
            });
        }
        auto* remove =
            one->addAction(tr("Delete"), this, [this, id = drawing.id] { m_drawings->remove(id); });
        remove->setDisabled(drawing.locked);
    }
}

} // namespace qob
