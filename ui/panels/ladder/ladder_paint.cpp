#include "ui/look/icons.h"
#include "ui/look/paint.h"
#include "ui/models/display_text.h"
#include "ui/panels/ladder/ladder.h"

#include <QPainter>
#include <QPaintEvent>

namespace qob {
namespace {

constexpr int pad = 5;

int barWidth(std::int64_t value, std::int64_t scale, int width)
{
    return static_cast<int>(static_cast<double>(value) / static_cast<double>(scale) * width);
}

} // namespace

void Ladder::paintEvent(QPaintEvent* event)
{
    QPainter painter(this);
    auto const& region = event->region();
    if (region.intersects(QRect(0, 0, width(), LadderLayout::headerHeight))) {
        paintHeader(painter);
    }
    painter.setClipRegion(region & m_layout.body());
    for (int row = 0; row < m_layout.rowCount(); ++row) {
        if (!region.intersects(m_layout.row(row))) {
            continue;
        }
        for (auto const at : m_layout.shown()) {
            if (region.intersects(m_layout.cell(row, at))) {
                paintCell(painter, row, at);
            }
        }
        painter.fillRect(QRect(0, m_layout.row(row).bottom(), width(), 1), m_theme.window);
    }
    paintDrag(painter);
    if (!m_stale.isEmpty()) {
        painter.setFont(m_labelFont);
        drawStale(painter, m_layout.body(), m_stale, m_theme.stale, m_theme.window);
    }
    painter.setClipRegion(region);
    if (region.intersects(m_layout.footer())) {
        paintFooter(painter);
    }
}

void Ladder::paintHeader(QPainter& painter)
{
    painter.fillRect(QRect(0, 0, width(), LadderLayout::headerHeight), m_theme.panel);
    painter.fillRect(QRect(0, LadderLayout::headerHeight - 1, width(), 1), m_theme.line);
    painter.setFont(m_labelFont);
    painter.setPen(m_theme.textFaint);
    for (auto const column : m_layout.shown()) {
        auto const rect = m_layout.header(column).adjusted(pad, 0, -pad, 0);
        bool const left = column == LadderColumn::Ask || column == LadderColumn::OwnAsk;
        auto const align = column == LadderColumn::Prices ? Qt::AlignHCenter
                           : left                         ? Qt::AlignLeft
                                                          : Qt::AlignRight;
        painter.drawText(rect, static_cast<int>(align | Qt::AlignVCenter), columnTitle(column));
    }
}

void Ladder::paintFooter(QPainter& painter)
{
    auto const footer = m_layout.footer();
    bool const warn = !m_message.isEmpty();
    painter.fillRect(footer, warn ? m_theme.ownCell : m_theme.panel);
    painter.fillRect(QRect(0, footer.top(), width(), 1), m_theme.line);
    painter.setFont(m_labelFont);
    auto const& instrument = m_model.instrument();
    if (warn || !instrument) {
        painter.setPen(m_theme.own);
        auto const room = footer.adjusted(pad, 0, -pad, 0);
        painter.drawText(
            room,
            Qt::AlignVCenter | Qt::AlignLeft,
            painter.fontMetrics().elidedText(m_message, Qt::ElideRight, room.width())
        );
        return;
    }
    bool const locked = m_entry.locked();
    auto const color = locked ? m_theme.textDim : m_theme.own;
    int const iconSize = 13;
    painter.drawPixmap(
        footer.left() + pad,
        footer.top() + (footer.height() - iconSize) / 2,
        iconPixmap(locked ? QStringLiteral("lock") : QStringLiteral("unlock"), color, iconSize)
    );
    painter.setPen(color);
    auto const rest = footer.adjusted(pad + iconSize + 5, 0, -pad, 0);
    auto const& asset = instrument->countsContracts() ? AssetName() : instrument->base;
    auto const quantity = instrument->qtyText(m_ticket.qty()) + " " + asset.text();
    auto const what = locked ? tr("Locked") : tr("A click orders %1").arg(QString::fromStdString(quantity));
    painter.drawText(rest, Qt::AlignVCenter | Qt::AlignLeft, what);
    painter.setPen(m_theme.textFaint);
    auto const step = Price(instrument->tickSize.value * m_model.stepTicks());
    painter.drawText(
        rest,
        Qt::AlignVCenter | Qt::AlignRight,
        tr("row %1").arg(QString::fromStdString(formatTrimmed(step.value, instrument->priceScale)))
    );
}

void Ladder::paintCell(QPainter& painter, int row, LadderColumn column)
{
    if (static_cast<std::size_t>(row) >= m_painted.size()) {
        painter.fillRect(m_layout.cell(row, column), m_theme.panel);
        return;
    }
    switch (column) {
    case LadderColumn::OwnBid:
        paintOwn(painter, row, Side::Buy);
        break;
    case LadderColumn::Bid:
        paintSize(painter, row, Side::Buy);
        break;
    case LadderColumn::Prices:
        paintPrice(painter, row);
        break;
    case LadderColumn::Ask:
        paintSize(painter, row, Side::Sell);
        break;
    case LadderColumn::OwnAsk:
        paintOwn(painter, row, Side::Sell);
        break;
    case LadderColumn::Volume:
        paintVolume(painter, row);
        break;
    default:
        paintNumber(painter, row, column);
        break;
    }
}

void Ladder::paintSize(QPainter& painter, int row, Side side)
{
    bool const buy = side == Side::Buy;
    auto const& cell = m_painted[static_cast<std::size_t>(row)];
    auto const column = buy ? LadderColumn::Bid : LadderColumn::Ask;
    auto const rect = m_layout.cell(row, column);
    bool const hovered = m_hover == Cell{row, column};
    painter.fillRect(rect, hovered ? m_theme.hover : buy ? m_theme.bidCell : m_theme.askCell);
    auto const size = buy ? cell.row.bid : cell.row.ask;
    if (size > Qty(0)) {
        int const bar = std::max(2, barWidth(size.value, m_sizeScale, rect.width()));
        auto const at = buy ? QRect(rect.right() + 1 - bar, rect.top(), bar, rect.height())
                            : QRect(rect.left(), rect.top(), bar, rect.height());
        painter.fillRect(at, buy ? m_theme.bidBar : m_theme.askBar);
    }
    auto const room = QRectF(rect.adjusted(pad, 0, -pad, -1));
    bool const best = buy ? cell.row.bestBid : cell.row.bestAsk;
    auto const& color = best ? (buy ? m_theme.bid : m_theme.ask) : m_theme.text;
    if (buy) {
        m_text.drawRight(painter, room, cell.bid, color);
    } else {
        m_text.drawLeft(painter, room, cell.ask, color);
    }
    if (hovered) {
        painter.setPen(m_entry.locked() ? m_theme.lineStrong : buy ? m_theme.bid : m_theme.ask);
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(rect.adjusted(0, 0, -1, -2));
    }
}

void Ladder::paintPrice(QPainter& painter, int row)
{
    auto const& cell = m_painted[static_cast<std::size_t>(row)];
    auto const rect = m_layout.cell(row, LadderColumn::Prices);
    bool const hovered = m_hover.row == row;
    painter.fillRect(rect, cell.row.last ? m_theme.ownCell : hovered ? m_theme.hover : m_theme.panel);
    paintDrawn(painter, row);
    auto const& color = cell.row.last      ? m_theme.last
                        : cell.row.bestBid ? m_theme.bid
                        : cell.row.bestAsk ? m_theme.ask
                        : hovered          ? m_theme.textStrong
                                           : m_theme.textDim;
    m_text.drawCentre(painter, QRectF(rect.adjusted(0, 0, 0, -1)), cell.price, color);
    if (cell.row.last) {
        painter.fillRect(QRect(rect.left(), rect.top(), 2, rect.height() - 1), m_theme.last);
        painter.fillRect(QRect(rect.right() - 1, rect.top(), 2, rect.height() - 1), m_theme.last);
    }
}

void Ladder::paintOwn(QPainter& painter, int row, Side side)
{
    bool const buy = side == Side::Buy;
    auto const& cell = m_painted[static_cast<std::size_t>(row)];
    auto const rect = m_layout.cell(row, buy ? LadderColumn::OwnBid : LadderColumn::OwnAsk);
    auto const& text = buy ? cell.ownBid : cell.ownAsk;
    painter.fillRect(rect, text.empty() ? m_theme.panel : m_theme.ownCell);
    if (text.empty()) {
        return;
    }
    auto const& color = cell.row.pending ? m_theme.textDim : m_theme.own;
    painter.fillRect(QRect(buy ? rect.right() - 1 : rect.left(), rect.top(), 2, rect.height() - 1), color);
    auto const cross = m_layout.cross(row, side);
    bool const overCross =
        m_hover.row == row && m_hover.column == (buy ? LadderColumn::OwnBid : LadderColumn::OwnAsk);
    m_text.drawCentre(
        painter, QRectF(cross), std::string_view("x"), overCross ? m_theme.bad : m_theme.textDim
    );
    auto const room = QRectF(
        rect.adjusted(buy ? LadderLayout::crossWidth + 1 : 4, 0, buy ? -4 : -LadderLayout::crossWidth - 1, -1)
    );
    auto const free = room.width() - m_text.width(text) - 2;
    bool const queueFits = m_smallText.width(cell.queue) <= free;
    if (buy) {
        m_text.drawRight(painter, room, text, color);
        if (queueFits) {
            m_smallText.drawLeft(painter, room, cell.queue, m_theme.textDim);
        }
    } else {
        m_text.drawLeft(painter, room, text, color);
        if (queueFits) {
            m_smallText.drawRight(painter, room, cell.queue, m_theme.textDim);
        }
    }
}

void Ladder::paintVolume(QPainter& painter, int row)
{
    auto const& cell = m_painted[static_cast<std::size_t>(row)];
    auto const rect = m_layout.cell(row, LadderColumn::Volume);
    painter.fillRect(rect, m_theme.panel);
    if (cell.row.volume > Qty(0)) {
        int const bar = std::max(1, barWidth(cell.row.volume.value, m_volumeScale, rect.width()));
        painter.fillRect(QRect(rect.right() + 1 - bar, rect.top(), bar, rect.height()), m_theme.selection);
        m_smallText.drawRight(painter, QRectF(rect.adjusted(2, 0, -pad, -1)), cell.volume, m_theme.textDim);
    }
}

// A number that is good or bad by its side or its sign.
void Ladder::paintNumber(QPainter& painter, int row, LadderColumn column)
{
    auto const& cell = m_painted[static_cast<std::size_t>(row)];
    auto const rect = m_layout.cell(row, column);

    struct Shown {
        std::string const& text;
        Qty value;
        bool bar = false; // of what was traded
        bool buy = false;
    };

    auto const shown = [&]() -> Shown {
        switch (column) {
        case LadderColumn::Sold:
            return {cell.sold, cell.row.sold, true, false};
        case LadderColumn::Bought:
            return {cell.bought, cell.row.bought, true, true};
        case LadderColumn::BidChange:
            return {cell.bidChange, cell.row.bidChange, false, cell.row.bidChange > Qty(0)};
        case LadderColumn::AskChange:
            return {cell.askChange, cell.row.askChange, false, cell.row.askChange > Qty(0)};
        default:
            return {cell.delta, cell.row.delta, true, cell.row.delta > Qty(0)};
        }
    }();
    painter.fillRect(rect, m_theme.panel);
    if (shown.value == Qty(0)) {
        return;
    }
    if (shown.bar) {
        auto const size = shown.value < Qty(0) ? -shown.value.value : shown.value.value;
        int const bar = std::clamp(barWidth(size, m_volumeScale, rect.width()), 1, rect.width());
        painter.fillRect(
            QRect(rect.right() + 1 - bar, rect.top(), bar, rect.height()),
            shown.buy ? m_theme.bidBar : m_theme.askBar
        );
    }
    m_smallText.drawRight(
        painter, QRectF(rect.adjusted(2, 0, -pad, -1)), shown.text, shown.buy ? m_theme.bid : m_theme.ask
    );
}

void Ladder::paintDrag(QPainter& painter)
{
    if (!m_drag || m_drag->row < 0 || m_model.priceAt(indexOfRow(m_drag->row)) == m_drag->from) {
        return;
    }
    auto const rect = m_layout.row(m_drag->row);
    auto fill = m_theme.own;
    fill.setAlpha(50);
    painter.fillRect(rect, fill);
    painter.setPen(m_theme.own);
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(rect.adjusted(0, 0, -1, -2));
}

} // namespace qob
