#include "ui/charts/heat_overlays.h"
#include "ui/look/fonts.h"
#include "ui/models/display_text.h"

#include <QFontMetrics>

#include <algorithm>
#include <cmath>

namespace qob {

namespace {

constexpr int scaleTop = 6;
constexpr int scaleRight = 36; // room for the button beside it
constexpr int timeRoom = 40;   // for "14:15"
constexpr int roomForScale = 460;
constexpr int plateAlpha = 232;  // under words: the map is dark in every theme, the words are not
constexpr double leastRoom = 14; // pixels between two labels

QColor faded(QColor color, int alpha)
{
    color.setAlpha(alpha);
    return color;
}

} // namespace

void HeatOverlays::paint(QPainter& painter, HeatWindow const& window)
{
    painter.setClipRect(m_layout.map.united(m_layout.profile));
    if (m_layout.profile.width() > 0) {
        paintProfile(painter, window);
    }
    if (look().nakedPocs) {
        paintNaked(painter, window);
    }
    painter.setClipRect(m_layout.map);
    paintMarks(painter, window);
    if (look().vwap && m_raster.endsWithSums()) {
        paintSessionWords(painter, window);
    }
    if (m_layout.map.width() >= roomForScale) {
        painter.drawImage(
            m_layout.map.right() - scaleRight - m_scalePicture.width() + 1, scaleTop, m_scalePicture
        );
    }
    painter.setClipping(false);
    if (m_layout.delta.height() > 0) {
        paintDelta(painter);
    }
}

void HeatOverlays::paintProfile(QPainter& painter, HeatWindow const& window)
{
    painter.drawImage(m_layout.profile.topLeft(), m_profilePicture);
    auto const poc = m_profile.poc();
    auto const area = m_profile.valueArea();
    if (!poc || !area) {
        return;
    }
    double const high = m_profile.tickOf(area->second) + 0.5 * m_profile.ticksPerRow();
    double const low = m_profile.tickOf(area->first) - 0.5 * m_profile.ticksPerRow();
    double const pocY = window.yOf(m_profile.tickOf(*poc));
    for (auto const& [tick, name] : {std::pair(high, tr("VAH")), std::pair(low, tr("VAL"))}) {
        double const y = window.yOf(tick);
        bool const room = std::abs(y - pocY) > leastRoom;
        paintLine(painter, y, faded(m_theme.textDim, 120), room ? name : QString());
    }
    paintLine(painter, pocY, faded(m_theme.last, 190), tr("POC"));
}

// Over the whole map and the profile, its words at the profile's left.
void HeatOverlays::paintLine(QPainter& painter, double y, QColor const& color, QString const& text)
{
    QRect const& strip = m_layout.profile;
    if (y < 0 || y >= m_layout.map.height()) {
        return;
    }
    painter.fillRect(QRect(0, static_cast<int>(y), strip.right() + 1, 1), color);
    if (text.isEmpty()) {
        return;
    }
    QPixmap const& label = words(text, faded(color, 255));
    painter.drawPixmap(strip.left() + 3, static_cast<int>(y) - label.height(), label);
}

void HeatOverlays::paintNaked(QPainter& painter, HeatWindow const& window)
{
    QPixmap const& label = words(tr("naked POC"), m_theme.own);
    for (NakedPoc const& poc : m_naked) {
        double const y = window.yOf(poc.tick);
        double const from = window.xOf(Timestamp(poc.endColumn * heatColumnTime.value));
        if (y < 0 || y >= m_layout.map.height() || from >= m_layout.map.width()) {
            continue;
        }
        int const room = m_layout.map.width() - label.width() - timeRoom;
        int const left = std::clamp(static_cast<int>(from), 0, std::max(0, room));
        int const row = static_cast<int>(y);
        for (int x = std::max(0, static_cast<int>(from)); x < m_layout.map.width(); x += 9) {
            painter.fillRect(QRect(x, row, 5, 1), m_theme.own);
        }
        painter.drawPixmap(left + 3, row - label.height(), label);
        const std::string at =
            clockText(Timestamp(poc.endColumn * heatColumnTime.value), false).left(5).toStdString();
        const QRect time(left + 3 + label.width(), row - label.height(), timeRoom - 4, label.height());
        painter.fillRect(time, faded(m_theme.window, plateAlpha));
        m_text.drawCentre(painter, time, at, m_theme.own);
    }
}

void HeatOverlays::paintDelta(QPainter& painter)
{
    QRect const& pane = m_layout.delta;
    painter.drawImage(pane.topLeft(), m_deltaPicture);
    if (m_layout.profile.width() > 0) {
        const QRect beside(pane.right() + 1, pane.top(), m_layout.profile.width(), pane.height());
        painter.fillRect(beside, m_theme.panel);
    }
    QPixmap const& title = words(tr("Cumulative delta"), m_theme.textDim);
    painter.drawPixmap(pane.left() + 6, pane.top() + 4, title);
    QRect const& axis = m_layout.priceAxis;
    painter.fillRect(axis.left(), pane.top(), axis.width(), pane.height(), m_theme.panel);
    auto const write = [&](double delta, QColor const& color, QColor const& plate) {
        double const share = (m_delta.high - delta) / std::max(m_delta.high - m_delta.low, 1e-12);
        double const y =
            std::clamp(pane.top() + share * pane.height(), pane.top() + 8.0, pane.bottom() - 7.0);
        const QRectF room(axis.left() + 1, y - 8, axis.width() - 1, 16);
        if (plate.isValid()) {
            painter.fillRect(room, plate);
        }
        m_text.drawRight(painter, room.adjusted(0, 0, -3, 0), shortSize(delta), color);
    };
    if (!m_raster.endsWithSums()) {
        return; // no line, and no numbers for it
    }
    write(m_delta.high, m_theme.textDim, {});
    write(m_delta.low, m_theme.textDim, {});
    bool const up = m_delta.now >= 0;
    write(m_delta.now, up ? m_theme.bid : m_theme.ask, up ? m_theme.bidBar : m_theme.askBar);
}

void HeatOverlays::paintMarks(QPainter& painter, HeatWindow const& window)
{
    int const width = m_layout.map.width();
    int const origin = width - m_raster.slotCount() * m_view.slotPixels;
    const QColor plate = faded(m_theme.window, plateAlpha);
    for (HeatRaster::LargeTrade const& trade : m_largeTrades) {
        const std::string text = shortSize(trade.size);
        double const wide = m_text.width(text) + 4;
        const QRectF room(
            origin + trade.x - wide / 2,
            trade.y + (trade.buy ? HeatBubbles::largestRadius + 2 : -HeatBubbles::largestRadius - 14),
            wide,
            12
        );
        painter.fillRect(room, plate);
        m_text.drawCentre(painter, room, text, trade.buy ? m_theme.bid : m_theme.ask);
    }
    for (Wall const& wall : m_walls) {
        const std::string text = shortSize(wall.size);
        double const wide = m_text.width(text) + 6;
        const QRectF room(width - wide - 2, wall.y - 6, wide, 12);
        painter.fillRect(room, plate);
        m_text.drawCentre(painter, room, text, m_theme.textStrong);
    }
    if (!look().icebergs) {
        return;
    }
    QPixmap const& label = words(m_icebergs.told() ? tr("iceberg") : tr("≈ iceberg"), m_theme.textStrong);
    double const least = largeTradeSize();
    for (Iceberg const& iceberg : m_icebergs.found()) {
        double const x = window.xOf(Timestamp(iceberg.lastColumn * heatColumnTime.value));
        double const y = window.yOf(iceberg.tick);
        if (iceberg.traded < least || x < 0 || x >= width || y < 0 || y >= m_layout.map.height()) {
            continue;
        }
        const std::string text = shortSize(iceberg.traded);
        int const wide = label.width() + static_cast<int>(m_text.width(text)) + 8;
        // Away from the price: bids have it above them.
        QRect room(static_cast<int>(x) - wide / 2, static_cast<int>(y) + (iceberg.bid ? 18 : -32), wide, 14);
        painter.fillRect(room, plate);
        painter.fillRect(QRect(static_cast<int>(x), static_cast<int>(y) - 2, 5, 5), m_theme.textStrong);
        painter.drawPixmap(room.left() + 2, room.top() + (room.height() - label.height()) / 2, label);
        m_text.drawRight(painter, QRectF(room).adjusted(0, 0, -3, 0), text, m_theme.textStrong);
    }
}

// Names the VWAP line at its newest end, and since when it counts.
void HeatOverlays::paintSessionWords(QPainter& painter, HeatWindow const& window)
{
    const Timestamp since(m_raster.sums().sessionStart(m_view.endColumn) * heatColumnTime.value);
    QPixmap const& label = words(tr("VWAP since %1").arg(clockText(since, false).left(5)), m_theme.accent);
    int const left = m_layout.map.right() - label.width() - 44;
    double highest = m_layout.map.height(); // of the line along the words
    for (int x = std::max(left, 0); x < left + label.width(); x += m_view.slotPixels) {
        int const slot = m_raster.slotCount() - 1 - (m_layout.map.right() - x) / m_view.slotPixels;
        HeatMarks const& marks = m_raster.shownMarks(std::max(slot, 0));
        if (marks.sum.volume > 0) {
            highest = std::min(highest, window.yOf(marks.sum.volumeTicks / marks.sum.volume));
        }
    }
    painter.drawPixmap(left, static_cast<int>(highest) - label.height() - 2, label);
}

// Words in a small plate, kept as a picture.
QPixmap const& HeatOverlays::words(QString const& text, QColor const& color)
{
    QPixmap& made = m_words[text + color.name()];
    if (made.isNull()) {
        const QFont font = numberFont(m_theme.uiFont, 10);
        const QFontMetrics metrics(font);
        made = QPixmap(metrics.horizontalAdvance(text) + 6, metrics.height());
        made.fill(faded(m_theme.window, plateAlpha));
        QPainter painter(&made);
        painter.setFont(font);
        painter.setPen(color);
        painter.drawText(made.rect(), Qt::AlignCenter, text);
    }
    return made;
}

} // namespace qob
