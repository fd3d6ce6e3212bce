#include "ui/charts/footprint_chart.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace qob {

namespace {

constexpr int sumRowHeight = 17;
constexpr int candleRoom = 9;    // pixels left of the cells
constexpr int widthForText = 64; // of a slot
constexpr int heightForText = 11;
constexpr int widthForSums = 44;
constexpr std::int64_t longestZone = 150; // candles before the first one shown

QColor faded(QColor color, double strength, int least, int most)
{
    color.setAlpha(least + static_cast<int>(std::clamp(std::abs(strength), 0.0, 1.0) * (most - least)));
    return color;
}

// Not drawRect, which leaves out a corner where the rectangle is clipped.
void frame(QPainter& painter, QRect const& rect, QColor const& color)
{
    painter.fillRect(QRect(rect.left(), rect.top(), rect.width(), 1), color);
    painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), color);
    painter.fillRect(QRect(rect.left(), rect.top(), 1, rect.height()), color);
    painter.fillRect(QRect(rect.right(), rect.top(), 1, rect.height()), color);
}

} // namespace

void FootprintChart::paintSlots(QPainter& painter, std::int64_t first, std::int64_t end)
{
    auto const prices = QRect(0, priceScale().top, plotRect().width(), priceScale().height);
    paintGaps(painter, first, end);
    painter.save();
    painter.setClipRect(prices, Qt::IntersectClip);
    paintZones(painter, end);
    for (auto slot = first; slot < end; ++slot) {
        auto const* study = studyOf(slot);
        bool const cells = study != nullptr && window().slotPx() >= 14;
        paintCandle(painter, slot, !cells);
        if (cells) {
            paintCells(painter, slot, *study);
        }
    }
    paintFills(painter, first, end);
    painter.restore();
    paintSums(painter, first, end);
}

void FootprintChart::paintCandle(QPainter& painter, std::int64_t slot, bool alone) const
{
    auto const& bar = candles().bars()[static_cast<std::size_t>(slot)];
    if (std::isnan(bar.close)) {
        return;
    }
    auto const y = [&](double price) {
        return static_cast<int>(std::round(priceScale().yOf(price)));
    };
    auto const left = static_cast<int>(window().xOf(slot));
    int const body = alone                    ? std::clamp(window().slotPx() * 6 / 10 | 1, 1, 21)
                     : window().slotPx() < 40 ? 3
                                              : 5;
    int const x = alone ? static_cast<int>(window().middleOf(slot)) : left + 2 + body / 2;
    auto color = bar.close < bar.open ? theme().ask : theme().bid;
    if (candles().at(static_cast<std::size_t>(slot)).kind == CandleSlot::Kind::Quiet) {
        color = theme().textFaint;
    }
    painter.fillRect(QRect(x, y(bar.high), 1, y(bar.low) - y(bar.high) + 1), color);
    auto const top = std::min(y(bar.open), y(bar.close));
    painter.fillRect(
        QRect(x - body / 2, top, body, std::max(1, std::abs(y(bar.open) - y(bar.close)))), color
    );
}

QRect FootprintChart::cellRect(std::int64_t slot, Price row) const
{
    auto const top = static_cast<int>(std::round(priceScale().yOf(unitsOf(row + m_rowStep))));
    auto const bottom = static_cast<int>(std::round(priceScale().yOf(unitsOf(row))));
    auto const left = static_cast<int>(window().xOf(slot));
    int const room = window().slotPx() < 40 ? 6 : candleRoom;
    return {left + room, top, window().slotPx() - room - 2, std::max(1, bottom - top)};
}

void FootprintChart::paintCells(QPainter& painter, std::int64_t slot, Study const& study) const
{
    auto const largest = study.rows.largest();
    for (auto const& row : study.rows.rows()) {
        auto const cell = cellRect(slot, row.price);
        if (cell.bottom() >= priceScale().top && cell.top() <= priceScale().bottom()) {
            paintCell(painter, cell, row, study, largest);
        }
    }
    auto const first = cellRect(slot, study.rows.rows().front().price);
    auto const last = cellRect(slot, study.rows.rows().back().price);
    auto const* bar = m_flow.footprint().find(candles().startOf(slot));
    if (isPart(slot)) {
        painter.fillRect(
            QRect(first.left(), last.top(), first.width(), first.bottom() - last.top() + 1),
            QBrush(faded(theme().stale, 0.5, 60, 140), Qt::BDiagPattern)
        );
    } else if (bar != nullptr && bar->rough && window().slotPx() >= widthForText) {
        painter.setFont(m_labelFont);
        painter.setPen(theme().textFaint);
        painter.drawText(
            QRect(first.left(), last.top() - 15, first.width(), 14), Qt::AlignCenter, QStringLiteral("≈")
        );
    }
    if (study.valueArea) {
        auto const low = cellRect(slot, study.valueArea->low);
        auto const high = cellRect(slot, study.valueArea->high);
        painter.fillRect(
            QRect(high.right() + 1, high.top(), 1, low.bottom() - high.top() + 1), theme().accent
        );
    }
    if (study.pointOfControl) {
        frame(painter, cellRect(slot, *study.pointOfControl), theme().own);
    }
}

void FootprintChart::paintCell(
    QPainter& painter, QRect const& cell, PriceVolume const& row, Study const& study, Qty largest
) const
{
    auto const most = static_cast<double>(std::max<std::int64_t>(1, largest.value));
    auto const strength = static_cast<double>(row.total().value) / most;
    bool const byVolume = m_settings.cells == FootprintCells::Volume;
    auto const& bySide = row.delta().value < 0 ? theme().ask : theme().bid;
    int const high = std::max(1, cell.height() - 1);
    int const wide = m_settings.cells == FootprintCells::BidAsk
                         ? cell.width()
                         : std::max(2, static_cast<int>(strength * cell.width()));
    painter.fillRect(
        QRect(cell.left(), cell.top(), wide, high),
        faded(byVolume ? theme().accent : bySide, strength, 14, 84)
    );
    if (m_settings.cells == FootprintCells::BidAsk) {
        paintSides(painter, QRect(cell.left(), cell.top(), cell.width(), high), row, study);
    } else if (hasText(cell)) {
        m_text.drawCentre(painter, cell, sizeText(byVolume ? row.total() : row.delta()), theme().text);
    }
}

bool FootprintChart::hasText(QRect const& cell) const
{
    return window().slotPx() >= widthForText && cell.height() >= heightForText;
}

void FootprintChart::paintSides(
    QPainter& painter, QRect const& cell, PriceVolume const& row, Study const& study
) const
{
    auto const isMarked = [&](Side side) {
        return std::find(study.imbalances.begin(), study.imbalances.end(), Imbalance{row.price, side}) !=
               study.imbalances.end();
    };
    auto const half = cell.width() / 2;
    const QRect left(cell.left(), cell.top(), half, cell.height());
    const QRect right(cell.left() + half, cell.top(), cell.width() - half, cell.height());
    bool const sellers = isMarked(Side::Sell);
    bool const buyers = isMarked(Side::Buy);
    if (sellers) {
        painter.fillRect(left, faded(theme().ask, 1, 0, 120));
    }
    if (buyers) {
        painter.fillRect(right, faded(theme().bid, 1, 0, 105));
    }
    if (!hasText(cell.adjusted(0, 0, 0, 1))) {
        return;
    }
    auto const colorOf = [&](bool marked, Qty qty) {
        return marked ? theme().textStrong : qty.value == 0 ? theme().textFaint : theme().text;
    };
    m_text.drawRight(painter, left.adjusted(0, 0, -5, 0), sizeText(row.sold), colorOf(sellers, row.sold));
    m_text.drawLeft(painter, right.adjusted(5, 0, 0, 0), sizeText(row.bought), colorOf(buyers, row.bought));
    painter.fillRect(QRect(right.left(), cell.center().y(), 1, 1), theme().textFaint);
}

// From each bar with stacked imbalances to the right, until a later bar trades there again.
void FootprintChart::paintZones(QPainter& painter, std::int64_t end) const
{
    for (auto slot = std::max<std::int64_t>(0, window().first() - longestZone); slot < end; ++slot) {
        if (auto const* study = studyOf(slot)) {
            for (auto const& zone : study->stacked) {
                paintZone(painter, slot, zone);
            }
        }
    }
}

void FootprintChart::paintZone(QPainter& painter, std::int64_t slot, StackedImbalance const& zone) const
{
    double const low = unitsOf(zone.low);
    double const high = unitsOf(zone.high + m_rowStep);
    auto const& bars = candles().bars();
    auto const from = bars.begin() + slot + 1;
    auto const back =
        std::find_if(from, bars.end(), [&](Bar const& bar) { return bar.low < high && bar.high > low; });
    auto const left = static_cast<int>(window().xOf(slot));
    auto const right =
        back == bars.end() ? plotRect().width() : static_cast<int>(window().xOf(back - bars.begin() + 1));
    auto const top = static_cast<int>(std::round(priceScale().yOf(high)));
    auto const bottom = static_cast<int>(std::round(priceScale().yOf(low)));
    auto const& color = zone.side == Side::Buy ? theme().bid : theme().ask;
    painter.fillRect(QRect(left, top, right - left, bottom - top), faded(color, 1, 0, 26));
    painter.fillRect(QRect(left, top, right - left, 1), faded(color, 1, 0, 90));
    painter.fillRect(QRect(left, bottom - 1, right - left, 1), faded(color, 1, 0, 90));
}

void FootprintChart::paintSums(QPainter& painter, std::int64_t first, std::int64_t end) const
{
    const QRect room(0, m_sumsTop, plotRect().width(), plotRect().height() - m_sumsTop);
    painter.fillRect(room, theme().panel);
    painter.fillRect(QRect(0, m_sumsTop, room.width(), 1), theme().lineStrong);
    for (int row = 1; row < sumRows; ++row) {
        painter.fillRect(QRect(0, m_sumsTop + row * sumRowHeight, room.width(), 1), theme().line);
    }
    for (auto slot = first; slot < end; ++slot) {
        auto const left = static_cast<int>(window().xOf(slot));
        for (int row = 0; row < sumRows; ++row) {
            const QRect cell(
                left, m_sumsTop + row * sumRowHeight + 1, window().slotPx() - 1, sumRowHeight - 1
            );
            auto const sum = sumOf(row, slot);
            if (row == 0 && m_mostVolume > 0) {
                double const share = candles().bars()[static_cast<std::size_t>(slot)].volume / m_mostVolume;
                painter.fillRect(cell, faded(theme().accent, share, 0, 90));
            } else if (sum.strength != 0) {
                painter.fillRect(
                    cell, faded(sum.strength < 0 ? theme().ask : theme().bid, sum.strength, 10, 110)
                );
            }
            if (window().slotPx() >= widthForSums) {
                m_text.drawCentre(painter, cell, sum.text, theme().text);
            }
        }
    }
}

void FootprintChart::paintPaneAxes(QPainter& painter)
{
    int const left = plotRect().width();
    const QRect room(left + 1, m_sumsTop, width() - left - 1, plotRect().height() - m_sumsTop);
    painter.fillRect(room, theme().panel);
    painter.fillRect(QRect(left, m_sumsTop, room.width() + 1, 1), theme().lineStrong);
    const std::array<QString, sumRows> names{
        tr("Volume"), tr("Delta"), tr("Delta %"), tr("Max delta"), tr("Min delta")};
    painter.setFont(m_labelFont);
    painter.setPen(theme().textDim);
    for (int row = 0; row < sumRows; ++row) {
        const QRect line(left + 4, m_sumsTop + row * sumRowHeight + 1, room.width() - 8, sumRowHeight - 1);
        painter.drawText(line, Qt::AlignVCenter | Qt::AlignRight, names[static_cast<std::size_t>(row)]);
    }
}

} // namespace qob
