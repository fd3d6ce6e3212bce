#include "ui/charts/candle_chart.h"

#include <QFontMetrics>

#include <algorithm>
#include <cmath>

namespace qob {

namespace {

// Odd, so that the wick is in the middle.
int bodyWidth(int slotPx)
{
    int const width = slotPx < 4 ? slotPx - 1 : slotPx * 7 / 10;
    return std::max(1, width % 2 == 0 ? width - 1 : width);
}

} // namespace

void CandleChart::paintSlots(QPainter& painter, std::int64_t first, std::int64_t end)
{
    auto const prices = QRect(0, priceScale().top, plotRect().width(), priceScale().height);
    paintGaps(painter, first, end);
    painter.save();
    painter.setClipRect(prices, Qt::IntersectClip);
    for (auto const& shown : m_shown) {
        if (shown.line.spec().kind == IndicatorKind::Bollinger) {
            paintBand(painter, shown, first, end);
        }
    }
    switch (m_style) {
    case CandleStyle::Candles:
    case CandleStyle::HeikinAshi:
        paintCandles(painter, first, end);
        break;
    case CandleStyle::Bars:
        paintBars(painter, first, end);
        break;
    case CandleStyle::Line:
        paintCloses(painter, first, end);
        break;
    }
    for (auto const& shown : m_shown) {
        auto const kind = shown.line.spec().kind;
        for (std::size_t i = 0; isOverlay(kind) && i < lineCount(kind); ++i) {
            auto color = shown.color;
            color.setAlpha(i == 0 ? 255 : 150);
            painter.setPen(QPen(color, kind == IndicatorKind::Vwap ? 1.8 : 1.2));
            paintLine(painter, priceScale(), shown.line.line(i), first, end);
        }
    }
    paintFills(painter, first, end);
    painter.restore();
    for (auto const& pane : m_panes) {
        paintPane(painter, pane, first, end);
    }
}

void CandleChart::paintCandles(QPainter& painter, std::int64_t first, std::int64_t end) const
{
    auto const& scale = priceScale();
    int const body = bodyWidth(window().slotPx());
    for (auto slot = first; slot < end; ++slot) {
        auto const& bar = drawn(slot);
        if (std::isnan(bar.close)) {
            continue;
        }
        auto const x = static_cast<int>(window().middleOf(slot));
        auto const open = static_cast<int>(std::round(scale.yOf(bar.open)));
        auto const close = static_cast<int>(std::round(scale.yOf(bar.close)));
        if (candles().at(static_cast<std::size_t>(slot)).kind == CandleSlot::Kind::Quiet) {
            painter.fillRect(QRect(x - body / 2, close, body, 1), theme().textFaint);
            continue;
        }
        auto const high = static_cast<int>(std::round(scale.yOf(bar.high)));
        auto const low = static_cast<int>(std::round(scale.yOf(bar.low)));
        auto const& color = bar.close < bar.open ? theme().ask : theme().bid;
        painter.fillRect(QRect(x, high, 1, low - high + 1), color);
        if (window().slotPx() > 2) {
            int const top = std::min(open, close);
            painter.fillRect(QRect(x - body / 2, top, body, std::max(1, std::abs(open - close))), color);
        }
    }
}

void CandleChart::paintBars(QPainter& painter, std::int64_t first, std::int64_t end) const
{
    auto const& scale = priceScale();
    int const tick = std::max(1, window().slotPx() * 4 / 10);
    for (auto slot = first; slot < end; ++slot) {
        auto const& bar = drawn(slot);
        if (std::isnan(bar.close)) {
            continue;
        }
        auto const x = static_cast<int>(window().middleOf(slot));
        auto const y = [&](double price) {
            return static_cast<int>(std::round(scale.yOf(price)));
        };
        auto const& color = bar.close < bar.open ? theme().ask : theme().bid;
        painter.fillRect(QRect(x, y(bar.high), 1, y(bar.low) - y(bar.high) + 1), color);
        if (window().slotPx() > 2) {
            painter.fillRect(QRect(x - tick, y(bar.open), tick, 1), color);
            painter.fillRect(QRect(x, y(bar.close), tick + 1, 1), color);
        }
    }
}

void CandleChart::paintCloses(QPainter& painter, std::int64_t first, std::int64_t end) const
{
    std::vector<double> closes(candles().size(), noValue);
    for (auto slot = first; slot < end; ++slot) {
        closes[static_cast<std::size_t>(slot)] = drawn(slot).close;
    }
    painter.setPen(QPen(theme().accent, 1.5));
    paintLine(painter, priceScale(), closes, first, end);
}

// Broken where there is no value.
void CandleChart::paintLine(
    QPainter& painter,
    ChartScale const& scale,
    std::vector<double> const& values,
    std::int64_t first,
    std::int64_t end
) const
{
    QPolygonF points;
    auto const draw = [&] {
        if (points.size() > 1) {
            painter.drawPolyline(points);
        }
        points.clear();
    };
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(Qt::NoBrush);
    for (auto slot = first; slot < end; ++slot) {
        double const value = values[static_cast<std::size_t>(slot)];
        if (std::isnan(value)) {
            draw();
        } else {
            points.push_back({static_cast<double>(window().middleOf(slot)) + 0.5, scale.yOf(value) + 0.5});
        }
    }
    draw();
    painter.setRenderHint(QPainter::Antialiasing, false);
}

void CandleChart::paintBand(QPainter& painter, Shown const& shown, std::int64_t first, std::int64_t end) const
{
    QPolygonF area;
    auto const point = [&](std::int64_t slot, double value) {
        return QPointF(static_cast<double>(window().middleOf(slot)) + 0.5, priceScale().yOf(value) + 0.5);
    };
    for (auto slot = first; slot < end; ++slot) {
        if (double const upper = shown.line.line(1)[static_cast<std::size_t>(slot)]; !std::isnan(upper)) {
            area.push_back(point(slot, upper));
        }
    }
    for (auto slot = end; slot-- > first;) {
        if (double const lower = shown.line.line(2)[static_cast<std::size_t>(slot)]; !std::isnan(lower)) {
            area.push_back(point(slot, lower));
        }
    }
    auto color = shown.color;
    color.setAlpha(18);
    painter.setPen(Qt::NoPen);
    painter.setBrush(color);
    painter.drawPolygon(area);
}

void CandleChart::paintPane(QPainter& painter, Pane const& pane, std::int64_t first, std::int64_t end) const
{
    auto const& shown = m_shown[pane.shown];
    auto const kind = shown.line.spec().kind;
    auto const& scale = pane.scale;
    const QRect room(0, scale.top - 16, plotRect().width(), scale.height + 20);
    painter.save();
    painter.setClipRect(room, Qt::IntersectClip);
    painter.fillRect(QRect(0, room.top(), room.width(), 1), theme().lineStrong);
    auto const guide = [&](double value) {
        painter.fillRect(QRect(0, static_cast<int>(scale.yOf(value)), room.width(), 1), theme().line);
    };
    if (kind == IndicatorKind::Rsi) {
        auto shade = theme().line;
        shade.setAlpha(70);
        auto const top = static_cast<int>(scale.yOf(70));
        painter.fillRect(QRect(0, top, room.width(), static_cast<int>(scale.yOf(30)) - top), shade);
        guide(70);
        guide(30);
    } else if (scale.low < 0 && scale.high > 0) {
        guide(0);
    }
    painter.setPen(QPen(shown.color, 1.3));
    if (kind == IndicatorKind::Volume || kind == IndicatorKind::Delta) {
        paintColumns(painter, pane, shown.line.line(0), first, end);
    } else if (kind == IndicatorKind::Macd) {
        paintColumns(painter, pane, shown.line.line(2), first, end);
        painter.setPen(QPen(theme().accent, 1.3));
        paintLine(painter, scale, shown.line.line(0), first, end);
        painter.setPen(QPen(theme().warn, 1.3));
        paintLine(painter, scale, shown.line.line(1), first, end);
    } else {
        paintLine(painter, scale, shown.line.line(0), first, end);
    }
    painter.restore();
}

QColor CandleChart::columnColor(Pane const& pane, std::vector<double> const& values, std::size_t at) const
{
    if (m_shown[pane.shown].line.spec().kind == IndicatorKind::Volume) {
        auto const& bar = candles().bars()[at];
        auto color = bar.close < bar.open ? theme().ask : theme().bid;
        color.setAlpha(150);
        return color;
    }
    auto color = values[at] < 0 ? theme().ask : theme().bid;
    bool const growing =
        at == 0 || std::isnan(values[at - 1]) || std::abs(values[at]) >= std::abs(values[at - 1]);
    color.setAlpha(growing ? 190 : 110);
    return color;
}

void CandleChart::paintColumns(
    QPainter& painter,
    Pane const& pane,
    std::vector<double> const& values,
    std::int64_t first,
    std::int64_t end
) const
{
    int const body = bodyWidth(window().slotPx());
    auto const zero = static_cast<int>(std::round(pane.scale.yOf(0)));
    for (auto slot = first; slot < end; ++slot) {
        auto const at = static_cast<std::size_t>(slot);
        if (!std::isnan(values[at]) && values[at] != 0) {
            auto const y = static_cast<int>(std::round(pane.scale.yOf(values[at])));
            auto const x = static_cast<int>(window().middleOf(slot)) - body / 2;
            painter.fillRect(
                QRect(x, std::min(y, zero), body, std::max(1, std::abs(y - zero))),
                columnColor(pane, values, at)
            );
        }
    }
}

void CandleChart::paintPaneAxes(QPainter& painter)
{
    auto const plot = plotRect();
    for (auto const& pane : m_panes) {
        const QRect room(
            plot.width() + 1, pane.scale.top - 16, width() - plot.width() - 1, pane.scale.height + 20
        );
        painter.fillRect(room, theme().panel);
        painter.fillRect(QRect(plot.width(), room.top(), room.width() + 1, 1), theme().lineStrong);
        if (m_shown[pane.shown].line.spec().kind == IndicatorKind::Rsi) {
            for (double const value : {70.0, 30.0}) {
                paintAxisNumber(painter, pane.scale.yOf(value), shortNumber(value, 1));
            }
            continue;
        }
        double const step = niceStep(std::max(1e-9, 26 * pane.scale.perPixel()));
        for (double const value : ticksOf(pane.scale, step)) {
            double const y = pane.scale.yOf(value);
            if (y > room.top() + 8 && y < room.bottom() - 6) {
                paintAxisNumber(painter, y, shortNumber(value, step));
            }
        }
    }
}

void CandleChart::paintOver(QPainter& painter)
{
    painter.setFont(m_labelFont);
    const QFontMetrics metrics(m_labelFont);
    for (auto const& pane : m_panes) {
        int const y = pane.scale.top - 3;
        int const wide = metrics.horizontalAdvance(pane.title);
        painter.setPen(theme().textDim);
        painter.drawText(8, y, pane.title);
        auto const kind = m_shown[pane.shown].line.spec().kind;
        bool const columns = kind == IndicatorKind::Volume || kind == IndicatorKind::Delta;
        painter.setPen(columns ? theme().text : m_shown[pane.shown].color);
        painter.drawText(8 + wide + 8, y, pane.value);
    }
}

} // namespace qob
