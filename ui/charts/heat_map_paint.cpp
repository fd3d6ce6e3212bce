#include "ui/charts/heat_map.h"
#include "ui/look/paint.h"
#include "ui/models/display_text.h"

#include <array>
#include <cmath>

namespace qob {

namespace {

// 1, 2 or 5 times a power of ten, at least `least`.
std::int64_t niceStep(double least)
{
    std::int64_t step = 1;
    while (static_cast<double>(step) * 10 < least) {
        step *= 10;
    }
    for (int const factor : {1, 2, 5}) {
        if (static_cast<double>(step * factor) >= least) {
            return step * factor;
        }
    }
    return step * 10;
}

Duration niceTime(double leastSeconds)
{
    constexpr std::array steps{1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 14400, 43200};
    for (int const step : steps) {
        if (step >= leastSeconds) {
            return seconds(step);
        }
    }
    return hours(24);
}

constexpr double priceLabelRoom = 44.0; // pixels between labels
constexpr double timeLabelRoom = 110.0;
constexpr double tagHeight = 16.0;

} // namespace

void HeatMap::paintPriceAxis(QPainter& painter)
{
    const QRect plot = plotRect();
    const QRect axis(plot.width(), 0, width() - plot.width(), height());
    painter.fillRect(axis, m_theme.panel);
    painter.setPen(m_theme.line);
    painter.drawLine(axis.topLeft(), axis.bottomLeft());
    if (m_instrument.venue.empty() || m_view.rows.rows == 0) {
        return;
    }
    double const ticksPerPixel = static_cast<double>(m_view.rows.ticksPerRow) / m_view.rowPixels;
    // Steps are round as prices, so they are chosen in price units and kept on the tick.
    const std::int64_t tickUnits = m_instrument.tickSize.value;
    std::int64_t step = niceStep(priceLabelRoom * ticksPerPixel * static_cast<double>(tickUnits));
    step = std::max(step / tickUnits, std::int64_t{1});
    auto const top = static_cast<std::int64_t>(m_window.tickAt(0));
    auto const bottom = static_cast<std::int64_t>(m_window.tickAt(plot.height()));
    HeatColumn const* last = store().last();
    painter.setPen(m_theme.lineStrong);
    for (std::int64_t tick = top / step * step; tick > bottom; tick -= step) {
        int const y = static_cast<int>(m_window.yOf(static_cast<double>(tick)));
        painter.drawLine(axis.left(), y, axis.left() + 4, y);
        bool const underTag = last != nullptr && std::abs(m_window.yOf(last->lastTick) - y) < tagHeight;
        if (!underTag) {
            const QRectF room(axis.left() + 8, y - 8, axis.width() - 12, 16);
            m_text.drawRight(painter, room, m_instrument.priceText(priceOf(tick)), m_theme.textDim);
        }
    }
    if (last != nullptr && last->bidTick != 0) {
        paintPriceTag(painter, last->askTick, m_theme.askBar, m_theme.ask);
        paintPriceTag(painter, last->bidTick, m_theme.bidBar, m_theme.bid);
        if (last->lastTick != 0) {
            paintPriceTag(painter, last->lastTick, m_theme.last, m_theme.window);
        }
    }
    if (m_cursor) {
        paintPriceTag(
            painter, std::round(m_window.tickAt(m_cursor->y())), m_theme.raised, m_theme.textStrong
        );
    }
}

void HeatMap::paintPriceTag(QPainter& painter, double tick, QColor const& color, QColor const& textColor)
{
    const QRect plot = plotRect();
    double const y = m_window.yOf(tick);
    if (y < 0 || y > plot.height()) {
        return;
    }
    const QRectF tag(plot.width() + 1, y - tagHeight / 2, width() - plot.width() - 1, tagHeight);
    painter.fillRect(tag, color);
    m_text.drawRight(
        painter, tag.adjusted(0, 0, -3, 0), m_instrument.priceText(priceOf(std::llround(tick))), textColor
    );
}

void HeatMap::paintTimeAxis(QPainter& painter)
{
    const QRect plot = plotRect();
    const QRect axis(0, plot.height(), plot.width(), height() - plot.height());
    painter.fillRect(axis, m_theme.panel);
    painter.setPen(m_theme.line);
    painter.drawLine(axis.topLeft(), axis.topRight());
    if (store().empty() || m_view.rows.rows == 0) {
        return;
    }
    double const secondsPerPixel =
        static_cast<double>(m_window.span().value) * 1e-9 / std::max(1, plot.width());
    const Duration step = niceTime(timeLabelRoom * secondsPerPixel);
    const Timestamp left(m_window.columnAt(0) * heatColumnTime.value);
    Timestamp at(left.value / step.value * step.value + step.value);
    for (; m_window.xOf(at) < plot.width(); at += step) {
        double const x = m_window.xOf(at);
        painter.setPen(m_theme.lineStrong);
        painter.drawLine(QPointF(x, axis.top()), QPointF(x, axis.top() + 4));
        const std::string text = clockText(at, false).toStdString();
        const QRectF room(x - 40, axis.top() + 3, 80, axis.height() - 4);
        if (room.left() >= 0 && room.right() < plot.width() + 30) {
            m_text.drawCentre(painter, room, text, m_theme.textDim);
        }
    }
}

// Working orders as lines at their price, fills as marks where they happened.
void HeatMap::paintOwn(QPainter& painter)
{
    const QRect plot = plotRect();
    for (OrderState const& order : m_orders.working(m_instrument.id)) {
        double const y = m_window.yOf(tickOf(order.targetPrice));
        const QColor color = order.report.side == Side::Buy ? m_theme.bid : m_theme.ask;
        painter.setPen(QPen(m_theme.own, 1, Qt::DashLine));
        painter.drawLine(QPointF(plot.width() * 0.72, y), QPointF(plot.width(), y));
        const std::string text = m_instrument.qtyText(order.report.leavesQty);
        const QRectF tag(plot.width() * 0.72 - m_text.width(text) - 12, y - 8, m_text.width(text) + 10, 16);
        painter.fillRect(tag, m_theme.ownCell);
        m_text.drawCentre(painter, tag, text, color);
    }
    painter.setRenderHint(QPainter::Antialiasing);
    for (ExecutionReport const& fill : m_orders.fills()) {
        double const x = m_window.xOf(fill.transactTime);
        if (fill.instrument != m_instrument.id || x < 0) {
            continue;
        }
        double const y = m_window.yOf(tickOf(fill.lastPx));
        double const up = fill.side == Side::Buy ? 1.0 : -1.0;
        painter.setPen(QPen(m_theme.window, 1));
        painter.setBrush(m_theme.own);
        painter.drawPolygon(QPolygonF({{x, y}, {x - 6, y + 10 * up}, {x + 6, y + 10 * up}}));
    }
    painter.setRenderHint(QPainter::Antialiasing, false);
}

void HeatMap::paintCursor(QPainter& painter)
{
    if (!m_cursor || m_dragFrom) {
        return;
    }
    QColor line = m_theme.textDim;
    line.setAlpha(120);
    painter.setPen(line);
    const QRect plot = plotRect();
    painter.drawLine(QPointF(0, m_cursor->y()), QPointF(plot.width(), m_cursor->y()));
    painter.drawLine(QPointF(m_cursor->x(), 0), QPointF(m_cursor->x(), plot.height()));
    double const wide = m_text.width(m_cursorText) + 14;
    QRectF plate(m_cursor->x() + 12, m_cursor->y() + 12, wide, 20);
    if (plate.right() > plot.width()) {
        plate.moveRight(m_cursor->x() - 8);
    }
    if (plate.bottom() > plot.height()) {
        plate.moveBottom(m_cursor->y() - 8);
    }
    painter.fillRect(plate, m_theme.raised);
    m_text.drawCentre(painter, plate, m_cursorText, m_theme.textStrong);
}

// The words over a map that must not be trusted, or that is not there yet.
void HeatMap::paintState(QPainter& painter)
{
    const QRect plot = plotRect();
    const QString words = m_instrument.venue.empty() ? tr("Waiting for a market")
                                                     : staleWords(m_market.bookState(), m_market.shownFeed());
    if (store().empty() || m_view.rows.rows == 0) {
        painter.setPen(m_theme.textDim);
        painter.drawText(plot, Qt::AlignCenter, words.isEmpty() ? tr("Waiting for history") : words);
        return;
    }
    if (!words.isEmpty() && m_market.bookState() != FeedState::Ended) {
        drawStale(
            painter, QRect(0, plot.height() - 70, plot.width(), 70), words, m_theme.stale, m_theme.panel
        );
    }
}

} // namespace qob
