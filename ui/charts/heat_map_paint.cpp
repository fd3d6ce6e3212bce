#include "ui/charts/heat_map.h"
#include "ui/charts/tag_places.h"
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
constexpr QColor guideColor(255, 255, 255); // the map is dark in every theme

// A line one pixel wide.
void drawGuide(QPainter& painter, QRect const& line, QColor color)
{
    bool const level = line.height() == 1;
    painter.fillRect(
        line.adjusted(level ? 0 : -1, level ? -1 : 0, level ? 0 : 1, level ? 1 : 0), QColor(0, 0, 0, 120)
    );
    color.setAlpha(190);
    painter.fillRect(line, color);
}

} // namespace

void HeatMap::paintPriceAxis(QPainter& painter)
{
    QRect const& axis = m_layout.priceAxis;
    int const height = m_layout.map.height();
    painter.fillRect(axis.left(), 0, axis.width(), height, m_theme.panel);
    const QRect below = m_layout.timeAxis;
    painter.fillRect(axis.left(), below.top(), axis.width(), below.height(), m_theme.panel);
    painter.setPen(m_theme.line);
    painter.drawLine(axis.topLeft(), axis.bottomLeft());
    if (m_instrument.venue.empty() || !hasPicture()) {
        return;
    }
    double const ticksPerPixel = static_cast<double>(m_view.rows.ticksPerRow) / m_view.rowPixels;
    // Steps are round as prices, so they are chosen in price units and kept on the tick.
    const std::int64_t tickUnits = m_instrument.tickSize.value;
    std::int64_t step = niceStep(priceLabelRoom * ticksPerPixel * static_cast<double>(tickUnits));
    step = std::max(step / tickUnits, std::int64_t{1});
    auto const top = static_cast<std::int64_t>(m_window.tickAt(0));
    auto const bottom = static_cast<std::int64_t>(m_window.tickAt(height));
    HeatColumn const* last = store().last();
    for (std::int64_t tick = top / step * step; tick > bottom; tick -= step) {
        int const y = static_cast<int>(m_window.yOf(static_cast<double>(tick)));
        painter.setPen(m_theme.lineStrong);
        painter.drawLine(axis.left(), y, axis.left() + 4, y);
        bool const underTag = (last != nullptr && std::abs(m_window.yOf(last->lastTick) - y) < tagHeight) ||
                              (m_cursor && std::abs(m_cursor->y() - y) < tagHeight);
        if (!underTag && y > 8 && y < height - 8) {
            const QRectF room(axis.left() + 8, y - 8, axis.width() - 12, 16);
            m_text.drawRight(painter, room, m_instrument.priceText(priceOf(tick)), m_theme.textDim);
        }
    }
    paintPriceTags(painter);
}

void HeatMap::paintPriceTags(QPainter& painter)
{
    if (m_drawing != nullptr) {
        QRect const& axis = m_layout.priceAxis;
        for (auto const& drawn : m_drawing->tags()) {
            const QRectF tag(axis.left() + 1, drawn.y - tagHeight / 2, axis.width() - 1, tagHeight);
            painter.fillRect(tag, drawn.color);
            m_text.drawRight(painter, tag.adjusted(0, 0, -3, 0), drawn.text, QColor(Qt::black));
        }
    }
    if (m_look.vwap) {
        HeatSum const& sum = m_raster.shownMarks(m_raster.slotCount() - 1).sum;
        if (sum.volume > 0) {
            paintPriceTag(painter, sum.volumeTicks / sum.volume, m_theme.selection, m_theme.accent);
        }
    }
    HeatColumn const* last = store().last();
    if (last != nullptr && last->bidTick != 0) {
        paintPriceTag(painter, last->askTick, m_theme.askBar, m_theme.ask);
        paintPriceTag(painter, last->bidTick, m_theme.bidBar, m_theme.bid);
        if (last->lastTick != 0) {
            paintPriceTag(painter, last->lastTick, m_theme.last, m_theme.window);
        }
    }
    if (m_cursor && m_cursor->y() < m_layout.map.height()) {
        double const tick = std::round(m_window.tickAt(m_cursor->y()));
        paintPriceTag(painter, tick, m_theme.raised, m_theme.textStrong);
    } else if (!m_cursor && m_market.cursor().price) {
        paintPriceTag(painter, tickOf(*m_market.cursor().price), m_theme.raised, m_theme.textStrong);
    }
}

void HeatMap::paintPriceTag(QPainter& painter, double tick, QColor const& color, QColor const& textColor)
{
    double const y = m_window.yOf(tick);
    if (y < 0 || y > m_layout.map.height()) {
        return;
    }
    QRect const& axis = m_layout.priceAxis;
    const QRectF tag(axis.left() + 1, y - tagHeight / 2, axis.width() - 1, tagHeight);
    painter.fillRect(tag, color);
    m_text.drawRight(
        painter, tag.adjusted(0, 0, -3, 0), m_instrument.priceText(priceOf(std::llround(tick))), textColor
    );
}

void HeatMap::paintTimeAxis(QPainter& painter)
{
    QRect const& axis = m_layout.timeAxis;
    int const right = m_layout.map.width();
    painter.fillRect(axis, m_theme.panel);
    painter.setPen(m_theme.line);
    painter.drawLine(axis.topLeft(), axis.topRight());
    if (!hasPicture()) {
        return;
    }
    double const secondsPerPixel = static_cast<double>(m_window.span().value) * 1e-9 / std::max(1, right);
    const Duration step = niceTime(timeLabelRoom * secondsPerPixel);
    const Timestamp left(m_window.columnAt(0) * heatColumnTime.value);
    Timestamp at(left.value / step.value * step.value + step.value);
    for (; m_window.xOf(at) < right; at += step) {
        double const x = m_window.xOf(at);
        painter.setPen(m_theme.lineStrong);
        painter.drawLine(QPointF(x, axis.top()), QPointF(x, axis.top() + 4));
        const std::string text = clockText(at, false).toStdString();
        const QRectF room(x - 40, axis.top() + 3, 80, axis.height() - 4);
        if (room.left() >= 0 && room.right() < right + 30) {
            m_text.drawCentre(painter, room, text, m_theme.textDim);
        }
    }
}

// Working orders as lines at their price, with what stands before them; fills as marks where they happened.
void HeatMap::paintOwn(QPainter& painter)
{
    double const width = m_layout.map.width();
    double const from = width * 0.72;
    TagPlaces tags(from - 2, ownTagHeight);
    for (OwnMark const& mark : m_own) {
        double const y = std::round(m_window.yOf(tickOf(mark.price)));
        QColor const& color = mark.side == Side::Buy ? m_theme.bid : m_theme.ask;
        if (mark.filledAt) {
            painter.setRenderHint(QPainter::Antialiasing);
            double const x = m_window.xOf(*mark.filledAt);
            double const up = mark.side == Side::Buy ? 1.0 : -1.0;
            painter.setPen(QPen(m_theme.window, 1));
            painter.setBrush(m_theme.own);
            painter.drawPolygon(QPolygonF({{x, y}, {x - 6, y + 10 * up}, {x + 6, y + 10 * up}}));
            painter.setRenderHint(QPainter::Antialiasing, false);
            continue;
        }
        painter.setPen(QPen(m_theme.own, 1, Qt::DashLine));
        painter.drawLine(QPointF(from, y), QPointF(width, y));
        double const wide = painter.fontMetrics().horizontalAdvance(mark.text) + 14;
        if (auto const tag = tags.place(y, wide)) { // one beside the other where prices are near
            painter.fillRect(*tag, m_theme.ownCell);
            painter.fillRect(QRectF(tag->left(), tag->top(), 2, tag->height()), m_theme.own);
            painter.setPen(color);
            painter.drawText(tag->adjusted(2, 0, 0, 0), Qt::AlignCenter, mark.text);
        }
    }
}

void HeatMap::paintCursor(QPainter& painter)
{
    if (m_dragFrom) {
        return;
    }
    if (!m_cursor) {
        paintLinkedCursor(painter);
        return;
    }
    int const right = m_layout.priceAxis.left();
    // On a dark band: a bare line is lost among the map's own.
    drawGuide(painter, QRect(0, qRound(m_cursor->y()), right, 1), guideColor);
    if (m_cursor->x() < m_layout.map.width()) {
        drawGuide(painter, QRect(qRound(m_cursor->x()), 0, 1, m_layout.timeAxis.top()), guideColor);
    }
    if (m_cursorText.isEmpty()) {
        return;
    }
    double const wide = painter.fontMetrics().horizontalAdvance(m_cursorText) + 14;
    QRectF plate(m_cursor->x() + 12, m_cursor->y() + 12, wide, 20);
    if (plate.right() > m_layout.map.width()) {
        plate.moveRight(m_cursor->x() - 8);
    }
    if (plate.bottom() > m_layout.map.height()) {
        plate.moveBottom(m_cursor->y() - 8);
    }
    painter.fillRect(plate, m_theme.raised);
    painter.setPen(m_theme.textStrong);
    painter.drawText(plate, Qt::AlignCenter, m_cursorText);
}

// Where the cursor of another panel of the link group is.
void HeatMap::paintLinkedCursor(QPainter& painter)
{
    MarketCursor const& cursor = m_market.cursor();
    if (cursor.price) {
        double const y = m_window.yOf(tickOf(*cursor.price));
        if (y >= 0 && y < m_layout.map.height()) {
            drawGuide(painter, QRect(0, static_cast<int>(y), m_layout.priceAxis.left(), 1), m_theme.accent);
        }
    }
    if (cursor.time) {
        double const x = m_window.xOf(*cursor.time);
        if (x >= 0 && x < m_layout.map.width()) {
            drawGuide(painter, QRect(static_cast<int>(x), 0, 1, m_layout.timeAxis.top()), m_theme.accent);
        }
    }
}

// The words over a map that must not be trusted, or that is not there yet.
void HeatMap::paintState(QPainter& painter)
{
    const QRect plot(0, 0, m_layout.priceAxis.left(), m_layout.timeAxis.top());
    const QString words = m_instrument.venue.empty() ? tr("Waiting for a market")
                                                     : staleWords(m_market.bookState(), m_market.shownFeed());
    if (!hasPicture()) {
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
