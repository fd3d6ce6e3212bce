#include "ui/charts/price_chart.h"
#include "ui/look/paint.h"
#include "ui/models/display_text.h"

#include <QFontMetricsF>

#include <algorithm>
#include <cmath>
#include <limits>

namespace qob {

namespace {

constexpr double priceLabelRoom = 44.0; // pixels between labels
constexpr int timeLabelRoom = 86;
constexpr double tagHeight = 16;
constexpr int markReach = 8; // pixels a fill's mark reaches beyond its slot
constexpr std::int64_t nothing = std::numeric_limits<std::int64_t>::max();

QString cursorTimeText(Timestamp time, CandleInterval interval)
{
    if (interval >= CandleInterval::Day1) {
        return dateText(time);
    }
    return interval >= CandleInterval::Min1 ? minuteText(time) : dateTimeText(time);
}

} // namespace

PriceChart::View PriceChart::viewNow() const
{
    return {m_window.endPx(), m_window.slotPx(), m_price, size(), devicePixelRatioF()};
}

// Paints as little as will do.
void PriceChart::paintPicture()
{
    auto const view = viewNow();
    auto const& old = m_painted;
    bool const sameScale = view.slotPx == old.slotPx && view.size == old.size && view.ratio == old.ratio &&
                           view.price.low == old.price.low && view.price.high == old.price.high &&
                           view.price.top == old.price.top && view.price.height == old.price.height;
    auto const plot = plotRect();
    auto const along = view.endPx - old.endPx;
    bool const wholeRatio = view.ratio == std::floor(view.ratio);
    if (m_paintAll || !sameScale || std::abs(along) >= plot.width() || (along != 0 && !wholeRatio)) {
        if (view.size != old.size || view.ratio != old.ratio || m_picture.isNull()) {
            m_picture = QPixmap(size() * view.ratio);
            m_picture.setDevicePixelRatio(view.ratio);
        }
        m_painted = view;
        refreshTimeMarks();
        paintStrip(0, plot.width());
        ++m_work.whole;
        QPainter painter(&m_picture);
        paintAxes(painter);
    } else if (along != 0 || m_paintFrom != nothing) {
        m_painted = view;
        refreshTimeMarks();
        auto from = static_cast<std::int64_t>(plot.width());
        if (m_paintFrom != nothing) {
            from = std::min(from, m_window.xOf(m_paintFrom) - std::max(2, m_window.slotPx()));
        }
        if (along != 0) {
            auto const ratio = static_cast<int>(view.ratio);
            m_picture.scroll(
                static_cast<int>(-along) * ratio, 0, QRect(plot.topLeft() * ratio, plot.size() * ratio)
            );
            from = along > 0 ? std::min(from, plot.width() - along - markReach) : from;
        }
        if (from < plot.width()) {
            paintStrip(static_cast<int>(std::max<std::int64_t>(0, from)), plot.width());
            ++m_work.strips;
        }
        if (along < 0) {
            paintStrip(0, static_cast<int>(-along) + markReach);
            ++m_work.strips;
        }
        QPainter painter(&m_picture);
        paintTimeAxis(painter);
        paintPaneAxes(painter);
    }
    m_paintAll = false;
    m_paintFrom = nothing;
}

void PriceChart::paintStrip(int from, int to)
{
    QPainter painter(&m_picture);
    auto const plot = plotRect();
    const QRect strip(from, 0, to - from, plot.height());
    painter.setClipRect(strip);
    painter.fillRect(strip, m_theme.panel);
    painter.setBrushOrigin(QPointF(static_cast<double>(-m_window.endPx() % 8), 0)); // hatching moves along
    if (m_slots.empty()) {
        return;
    }
    paintGrid(painter);
    auto const reach = 1 + markReach / m_window.slotPx();
    auto const size = static_cast<std::int64_t>(m_slots.size());
    auto const first = std::clamp<std::int64_t>(m_window.slotAt(from) - reach, 0, size);
    auto const end = std::clamp<std::int64_t>(m_window.slotAt(to) + reach + 1, first, size);
    paintSlots(painter, first, end);
    m_work.candles += static_cast<std::uint64_t>(end - first);
}

void PriceChart::paintGrid(QPainter& painter)
{
    auto line = m_theme.line;
    line.setAlpha(130);
    painter.setPen(line);
    auto const plot = plotRect();
    for (auto const& mark : m_timeMarks) {
        painter.drawLine(mark.x, 0, mark.x, plot.height());
    }
    double const tick = unitsOf(m_instrument.tickSize);
    for (double const price :
         ticksOf(m_price, std::max(tick, niceStep(priceLabelRoom * m_price.perPixel())))) {
        int const y = static_cast<int>(m_price.yOf(price));
        painter.drawLine(0, y, plot.width(), y);
    }
}

void PriceChart::refreshTimeMarks()
{
    m_timeMarks.clear();
    if (m_slots.empty()) {
        return;
    }
    auto const length = m_slots.startOf(static_cast<std::int64_t>(m_slots.size())) -
                        m_slots.startOf(static_cast<std::int64_t>(m_slots.size()) - 1);
    auto const step = timeStep(length * (1 + timeLabelRoom / m_window.slotPx()));
    auto const end = m_window.slotAt(m_window.width()) + 1;
    auto before = step.indexOf(m_slots.startOf(m_window.slotAt(0) - 1));
    int room = std::numeric_limits<int>::min();
    for (auto slot = m_window.slotAt(0); slot < end; ++slot) {
        auto const time = m_slots.startOf(slot);
        auto const index = step.indexOf(time);
        if (std::exchange(before, index) == index) {
            continue;
        }
        auto const x = static_cast<int>(m_window.xOf(slot));
        bool const fits = x >= room;
        room = fits ? x + timeLabelRoom - 26 : room;
        m_timeMarks.push_back({x, fits ? timeLabel(time, step) : QString()});
    }
}

void PriceChart::paintAxes(QPainter& painter)
{
    auto const plot = plotRect();
    const QRect axis(plot.width(), 0, width() - plot.width(), height());
    painter.fillRect(axis, m_theme.panel);
    painter.setPen(m_theme.line);
    painter.drawLine(axis.topLeft(), axis.bottomLeft());
    if (!m_slots.empty()) {
        double const tick = unitsOf(m_instrument.tickSize);
        double const step = std::max(tick, niceStep(priceLabelRoom * m_price.perPixel()));
        for (double const price : ticksOf(m_price, step)) {
            double const y = m_price.yOf(price);
            if (y > m_price.top + 6 && y < m_price.bottom() - 6) {
                paintAxisNumber(painter, y, priceText(price));
            }
        }
    }
    paintPaneAxes(painter);
    paintTimeAxis(painter);
}

void PriceChart::paintAxisNumber(QPainter& painter, double y, QString const& text) const
{
    int const left = plotRect().width();
    painter.setPen(m_theme.lineStrong);
    painter.drawLine(left, static_cast<int>(y), left + 4, static_cast<int>(y));
    const QRectF room(left + 8, y - tagHeight * 0.5, width() - left - 12, tagHeight);
    m_text.drawRight(painter, room, text, m_theme.textDim);
}

void PriceChart::paintTimeAxis(QPainter& painter)
{
    auto const plot = plotRect();
    const QRect axis(0, plot.height(), plot.width(), height() - plot.height());
    painter.fillRect(QRect(0, axis.top(), width(), axis.height()), m_theme.panel);
    painter.setPen(m_theme.line);
    painter.drawLine(axis.topLeft(), QPoint(width(), axis.top()));
    painter.setFont(m_labelFont);
    for (auto const& mark : m_timeMarks) {
        painter.setPen(m_theme.lineStrong);
        painter.drawLine(mark.x, axis.top(), mark.x, axis.top() + 4);
        const QRect room(mark.x - 45, axis.top() + 3, 90, axis.height() - 4);
        if (mark.x >= 30 && mark.x < plot.width()) {
            painter.setPen(m_theme.textDim);
            painter.drawText(room, Qt::AlignCenter, mark.text);
        }
    }
}

QString PriceChart::priceText(double price) const
{
    auto const units = std::llround(price * static_cast<double>(pow10(m_instrument.priceScale)));
    auto const tick = m_instrument.tickSize.value;
    auto const half = units < 0 ? -tick / 2 : tick / 2;
    return QString::fromStdString(m_instrument.priceText(Price((units + half) / tick * tick)));
}

QString PriceChart::valueAt(int y) const
{
    return y < m_price.bottom() ? priceText(m_price.valueAt(y)) : QString();
}

void PriceChart::refreshMarks()
{
    m_marks.clear();
    if (m_slots.empty()) {
        return;
    }
    for (auto const& fill : m_orders.fills()) {
        if (fill.instrument == m_instrument.id) {
            m_marks.push_back(
                {m_slots.slotOf(fill.transactTime), unitsOf(fill.lastPx), fill.side == Side::Buy}
            );
        }
    }
    std::stable_sort(m_marks.begin(), m_marks.end(), [](Mark const& a, Mark const& b) {
        return a.slot < b.slot;
    });
}

void PriceChart::refreshOrders()
{
    m_orderLines.clear();
    if (m_slots.empty()) {
        return;
    }
    double const right = plotRect().width();
    for (auto const& order : m_orders.working(m_instrument.id)) {
        auto const stop = order.report.ordType == OrdType::Stop && order.report.stopPx != Price(0);
        double const y = std::round(m_price.yOf(unitsOf(stop ? order.report.stopPx : order.targetPrice)));
        if (y >= m_price.top && y < m_price.bottom()) {
            bool const buy = order.report.side == Side::Buy;
            m_orderLines.push_back(
                {QLineF(right * 0.7, y, right, y),
                 QString::fromStdString(m_instrument.qtyText(order.report.leavesQty)),
                 buy ? m_theme.bid : m_theme.ask}
            );
        }
    }
}

void PriceChart::refreshLast()
{
    m_countdown = countdown();
    m_lastY = -1;
    if (m_slots.empty()) {
        return;
    }
    auto const& bar = m_slots.bars().back();
    m_lastY = m_price.yOf(bar.close);
    m_lastText = priceText(bar.close);
    m_lastColor = bar.close < bar.open ? m_theme.ask : m_theme.bid;
}

// Where the cursor's lines cross: in the middle of its slot.
std::optional<QPoint> PriceChart::crossing() const
{
    if (m_cursor && !m_dragFrom && !m_slots.empty()) {
        auto const slot = m_window.slotAt(static_cast<int>(m_cursor->x()));
        return QPoint(static_cast<int>(m_window.middleOf(slot)), static_cast<int>(m_cursor->y()));
    }
    if (m_otherTime && !m_slots.empty()) {
        auto const x = static_cast<int>(m_window.middleOf(m_slots.slotOf(*m_otherTime)));
        return QPoint(x, m_otherPrice ? static_cast<int>(m_price.yOf(*m_otherPrice)) : -1);
    }
    return std::nullopt;
}

void PriceChart::refreshCursor()
{
    m_readout.clear();
    m_readoutPlaces.clear();
    m_cursorTime.clear();
    if (m_slots.empty()) {
        return;
    }
    auto const newest = static_cast<std::int64_t>(m_slots.size()) - 1;
    auto slot = newest;
    if (auto const at = crossing()) {
        slot = m_window.slotAt(at->x());
        m_cursorTime = cursorTimeText(m_slots.startOf(slot), m_slots.interval());
        m_cursorValue = valueAt(at->y());
    }
    slot = std::clamp<std::int64_t>(slot, 0, newest);
    m_readout = readoutOf(slot);
    placeReadout();
    prepareOver(slot);
}

std::vector<PriceChart::Part> PriceChart::readoutOf(std::int64_t slot) const
{
    auto const& place = m_slots.at(static_cast<std::size_t>(slot));
    auto const& candle = place.candle;
    if (place.kind == CandleSlot::Kind::Gap) {
        return {{tr("No data"), m_theme.warn}};
    }
    auto const& bar = m_slots.bars()[static_cast<std::size_t>(slot)];
    auto const color = bar.close < bar.open ? m_theme.ask : m_theme.bid;
    auto const text = [&](Price price) {
        return QString::fromStdString(m_instrument.priceText(price));
    };
    auto const near = candle.close;
    int const decimals = sizeDecimals(m_instrument, near);
    std::vector<Part> parts{
        {tr("O"), m_theme.textFaint},
        {text(candle.open), color},
        {tr("H"), m_theme.textFaint},
        {text(candle.high), color},
        {tr("L"), m_theme.textFaint},
        {text(candle.low), color},
        {tr("C"), m_theme.textFaint},
        {text(candle.close), color},
    };
    double const change = bar.open != 0 ? (bar.close / bar.open - 1) * 100 : 0;
    parts.push_back({signedPercentText(change, 2), color});
    parts.push_back({tr("V"), m_theme.textFaint});
    parts.push_back({amountText(candle.volume, decimals), m_theme.text});
    parts.push_back({QStringLiteral("Δ"), m_theme.textFaint});
    auto const delta = candle.buyVolume * 2 - candle.volume;
    parts.push_back({signedAmountText(delta, decimals), delta.value < 0 ? m_theme.ask : m_theme.bid});
    if (candle.incomplete) {
        parts.push_back({tr("incomplete"), m_theme.warn});
    }
    return parts;
}

void PriceChart::paintEvent(QPaintEvent* /*event*/)
{
    QPainter painter(this);
    if (m_picture.isNull()) {
        painter.fillRect(rect(), m_theme.panel);
        return;
    }
    painter.drawPixmap(0, 0, m_picture);
    painter.setClipRect(plotRect());
    paintOver(painter);
    if (m_drawing != nullptr) {
        painter.setClipRect(drawingRect());
        m_drawing->paint(painter);
        painter.setClipRect(plotRect());
    }
    for (auto const& order : m_orderLines) {
        painter.setPen(QPen(m_theme.own, 1, Qt::DashLine));
        painter.drawLine(order.line);
        double const wide = m_text.width(order.text) + 10;
        const QRectF tag(order.line.x2() - wide, order.line.y1() - tagHeight / 2, wide, tagHeight);
        painter.fillRect(tag, m_theme.ownCell);
        m_text.drawCentre(painter, tag, order.text, order.color);
    }
    if (m_lastY >= m_price.top && m_lastY < m_price.bottom()) {
        auto line = m_lastColor;
        line.setAlpha(130);
        painter.setPen(QPen(line, 1, Qt::DotLine));
        painter.drawLine(QPointF(0, std::round(m_lastY)), QPointF(plotRect().width(), std::round(m_lastY)));
    }
    paintReadout(painter);
    paintCursor(painter);
    painter.setClipping(false);
    if (m_drawing != nullptr) {
        for (auto const& tag : m_drawing->tags()) {
            paintTag(painter, tag.y, tag.text, tag.color, m_theme.window);
        }
    }
    if (m_lastY >= m_price.top && m_lastY < m_price.bottom()) {
        paintTag(painter, m_lastY, m_lastText, m_lastColor, m_theme.window);
        if (!m_countdown.isEmpty() && m_lastY + tagHeight * 1.5 < m_price.bottom()) {
            paintTag(painter, m_lastY + tagHeight, m_countdown, m_theme.raised, m_theme.text);
        }
    }
    if (auto const at = crossing()) {
        if (at->y() >= 0 && !m_cursorValue.isEmpty()) {
            paintTag(painter, at->y(), m_cursorValue, m_theme.lineStrong, m_theme.textStrong);
        }
        int const wide = static_cast<int>(m_text.width(m_cursorTime)) + 14;
        QRect tag(at->x() - wide / 2, plotRect().height() + 1, wide, timeAxisHeight - 2);
        tag.moveLeft(std::clamp(tag.left(), 0, std::max(0, plotRect().width() - wide)));
        painter.fillRect(tag, m_theme.lineStrong);
        m_text.drawCentre(painter, tag, m_cursorTime, m_theme.textStrong);
    }
    paintState(painter);
    if (hasFocus()) {
        painter.setPen(m_theme.selection);
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(rect().adjusted(0, 0, -1, -1));
    }
}

void PriceChart::paintTag(
    QPainter& painter, double y, QString const& text, QColor const& back, QColor const& fore
) const
{
    int const left = plotRect().width() + 1;
    const QRectF tag(left, std::round(y) - tagHeight / 2, width() - left, tagHeight);
    painter.fillRect(tag, back);
    m_text.drawRight(painter, tag.adjusted(0, 0, -3, 0), text, fore);
}

void PriceChart::paintCursor(QPainter& painter) const
{
    if (auto const at = crossing()) {
        auto line = m_theme.textDim;
        line.setAlpha(120);
        painter.setPen(line);
        painter.drawLine(at->x(), 0, at->x(), plotRect().height());
        if (at->y() >= 0) {
            painter.drawLine(0, at->y(), plotRect().width(), at->y());
        }
    }
}

// One after the other, a name never apart from its number.
void PriceChart::placeReadout()
{
    const QFontMetricsF metrics(m_labelFont);
    double x = 8;
    double y = m_price.top + 5;
    double const right = plotRect().width() - 8;
    m_readoutPlaces.clear();
    for (std::size_t i = 0; i < m_readout.size(); ++i) {
        auto const& part = m_readout[i];
        double const wide = metrics.horizontalAdvance(part.text);
        bool const isName = part.color == m_theme.textFaint && i + 1 < m_readout.size();
        double const needed = wide + (isName ? metrics.horizontalAdvance(m_readout[i + 1].text) + 4 : 0);
        if (x + needed > right && x > 8) {
            x = 8;
            y += 16;
        }
        m_readoutPlaces.emplace_back(x, y, wide, 16);
        x += wide + (isName ? 4 : 9);
    }
}

void PriceChart::paintReadout(QPainter& painter) const
{
    painter.setFont(m_labelFont);
    for (std::size_t i = 0; i < m_readoutPlaces.size(); ++i) {
        auto const& place = m_readoutPlaces[i];
        painter.fillRect(place.adjusted(-3, 0, 3, 0), m_theme.panel);
        painter.setPen(m_readout[i].color);
        painter.drawText(place.topLeft() + QPointF(0, 12), m_readout[i].text);
    }
}

// The words over a chart that must not be trusted, or that is not there yet.
void PriceChart::paintState(QPainter& painter) const
{
    auto const words = m_instrument.venue.empty() ? tr("Waiting for a market")
                                                  : staleWords(m_market.bookState(), m_market.shownFeed());
    auto const plot = plotRect();
    if (m_slots.empty()) {
        painter.setPen(m_theme.textDim);
        painter.drawText(plot, Qt::AlignCenter, words.isEmpty() ? tr("Waiting for the first trade") : words);
    } else if (!words.isEmpty() && m_market.bookState() != FeedState::Ended) {
        drawStale(
            painter, QRect(0, plot.height() - 54, plot.width(), 54), words, m_theme.stale, m_theme.panel
        );
    }
}

void PriceChart::paintGaps(QPainter& painter, std::int64_t first, std::int64_t end) const
{
    auto hatch = m_theme.stale;
    for (auto slot = first; slot < end; ++slot) {
        auto const& place = m_slots.at(static_cast<std::size_t>(slot));
        bool const gap = place.kind == CandleSlot::Kind::Gap;
        if (gap || place.candle.incomplete) {
            hatch.setAlpha(gap ? 130 : 55);
            painter.fillRect(
                QRect(static_cast<int>(m_window.xOf(slot)), 0, m_window.slotPx(), plotRect().height()),
                QBrush(hatch, Qt::BDiagPattern)
            );
        }
    }
}

// A triangle that points at the price from below for a buy, from above for a sale.
void PriceChart::paintFills(QPainter& painter, std::int64_t first, std::int64_t end) const
{
    auto mark =
        std::lower_bound(m_marks.begin(), m_marks.end(), first, [](Mark const& one, std::int64_t slot) {
            return one.slot < slot;
        });
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(m_theme.window, 1));
    for (; mark != m_marks.end() && mark->slot < end; ++mark) {
        double const x = static_cast<double>(m_window.middleOf(mark->slot)) + 0.5;
        double const y = m_price.yOf(mark->price);
        double const up = mark->bought ? 1.0 : -1.0;
        painter.setBrush(mark->bought ? m_theme.own : m_theme.own.darker(125));
        painter.drawPolygon(QPolygonF({{x, y}, {x - 6, y + 10 * up}, {x + 6, y + 10 * up}}));
    }
    painter.setRenderHint(QPainter::Antialiasing, false);
}

} // namespace qob
