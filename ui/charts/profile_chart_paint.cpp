#include "ui/charts/profile_chart.h"

#include <QFontMetrics>

#include <algorithm>
#include <cmath>

namespace qob {

namespace {

QColor faded(QColor color, int alpha)
{
    color.setAlpha(alpha);
    return color;
}

} // namespace

void ProfileChart::paintSlots(QPainter& painter, std::int64_t first, std::int64_t end)
{
    paintGaps(painter, first, end);
    paintRanges(painter);
    if (m_settings.mode != ProfileMode::Visible) {
        for (auto const& profile : m_profiles) {
            if (auto const place = placeOf(profile)) {
                paintProfile(painter, profile, *place);
            }
        }
    }
    paintCandles(painter, first, end);
    if (m_settings.mode != ProfileMode::Visible) {
        for (auto const& profile : m_profiles) {
            if (auto const place = placeOf(profile)) {
                paintLevels(painter, profile, *place);
            }
        }
    }
    paintFills(painter, first, end);
}

// Where the chosen range or the sessions begin and end.
void ProfileChart::paintRanges(QPainter& painter) const
{
    if (m_settings.mode == ProfileMode::Fixed && m_range) {
        auto const left = static_cast<int>(window().xOf(candles().slotOf(m_range->first)));
        auto const right = static_cast<int>(window().xOf(candles().slotOf(m_range->second)));
        painter.fillRect(QRect(left, 0, right - left, plotRect().height()), faded(theme().accent, 20));
        painter.fillRect(QRect(left, 0, 1, plotRect().height()), faded(theme().accent, 120));
        painter.fillRect(QRect(right, 0, 1, plotRect().height()), faded(theme().accent, 120));
    }
    if (m_settings.mode == ProfileMode::Session) {
        for (auto const& profile : m_profiles) {
            auto const x = static_cast<int>(window().xOf(candles().slotOf(profile.from)));
            painter.fillRect(QRect(x, 0, 1, plotRect().height()), theme().lineStrong);
        }
    }
}

void ProfileChart::paintCandles(QPainter& painter, std::int64_t first, std::int64_t end) const
{
    int const body = std::max(1, window().slotPx() * 5 / 10 | 1);
    for (auto slot = first; slot < end; ++slot) {
        auto const& bar = candles().bars()[static_cast<std::size_t>(slot)];
        if (std::isnan(bar.close)) {
            continue;
        }
        auto const y = [&](double price) {
            return static_cast<int>(std::round(priceScale().yOf(price)));
        };
        auto const x = static_cast<int>(window().middleOf(slot));
        auto const color = faded(bar.close < bar.open ? theme().ask : theme().bid, 170);
        auto const top = std::min(y(bar.open), y(bar.close));
        int const high = std::max(1, std::abs(y(bar.open) - y(bar.close)));
        painter.fillRect(QRect(x, y(bar.high), 1, top - y(bar.high)), color);
        painter.fillRect(QRect(x, top + high, 1, y(bar.low) - top - high + 1), color);
        painter.fillRect(QRect(x - body / 2, top, body, high), color);
    }
}

// What was sold next to the base, then what was bought; brighter inside the value area.
void ProfileChart::paintProfile(QPainter& painter, VolumeProfile const& profile, Place const& place) const
{
    auto const clip = painter.clipBoundingRect();
    bool const outside = std::max({place.base, place.base + place.reach, place.right}) < clip.left() ||
                         std::min({place.base, place.base + place.reach, place.left}) > clip.right();
    auto const largest = static_cast<double>(profile.volumes.largest().value);
    if (outside || largest <= 0 || !profile.valueArea) {
        return;
    }
    for (auto const& row : profile.volumes.rows()) {
        auto const top = static_cast<int>(std::round(priceScale().yOf(unitsOf(row.price + m_rowStep))));
        auto const bottom = static_cast<int>(std::round(priceScale().yOf(unitsOf(row.price))));
        int const high = std::max(1, bottom - top - (bottom - top > 2 ? 1 : 0));
        auto const pixels = [&](Qty qty) {
            return static_cast<int>(std::lround(static_cast<double>(qty.value) / largest * place.reach));
        };
        int const sold = pixels(row.sold);
        int const all = pixels(row.total());
        bool const inside = row.price >= profile.valueArea->low && row.price <= profile.valueArea->high;
        int const alpha = inside ? 120 : 55;
        auto const strip = [&](int from, int to) {
            return QRect(place.base + std::min(from, to), top, std::abs(to - from), high);
        };
        painter.fillRect(strip(0, sold), faded(theme().ask, alpha));
        painter.fillRect(strip(sold, all), faded(theme().bid, alpha));
    }
}

void ProfileChart::paintLevel(
    QPainter& painter, Price price, QString const& name, QColor const& color, Place const& place
) const
{
    auto const y = static_cast<int>(std::round(priceScale().yOf(unitsOf(price) + 0.5 * unitsOf(m_rowStep))));
    painter.setPen(color);
    painter.drawLine(place.left, y, place.right, y);
    const QFontMetrics metrics(m_labelFont);
    auto text = name + QLatin1Char(' ') + QString::fromStdString(instrument().priceText(price));
    if (metrics.horizontalAdvance(text) + 12 > place.right - place.left) {
        text = name;
    }
    int const wide = metrics.horizontalAdvance(text) + 6;
    if (wide + 4 <= place.right - place.left) {
        bool const atLeft = place.reach < 0;
        const QRect plate(atLeft ? place.left + 6 : place.right - wide - 2, y - 14, wide, 13);
        painter.fillRect(plate, faded(theme().panel, 190));
        painter.setFont(m_labelFont);
        painter.drawText(plate, Qt::AlignCenter, text);
    }
}

void ProfileChart::paintLevels(QPainter& painter, VolumeProfile const& profile, Place const& place) const
{
    if (profile.pointOfControl && profile.valueArea) {
        paintLevel(painter, profile.valueArea->high, tr("VAH"), faded(theme().accent, 200), place);
        paintLevel(painter, profile.valueArea->low, tr("VAL"), faded(theme().accent, 200), place);
        paintLevel(painter, *profile.pointOfControl, tr("POC"), theme().own, place);
    }
}

// From the end of their session on, until now.
void ProfileChart::paintNaked(QPainter& painter) const
{
    for (auto const& point : m_naked) {
        auto const end = candleEnd(m_settings.session, point.since);
        auto const x = static_cast<int>(window().xOf(candles().slotOf(end)));
        auto const y =
            static_cast<int>(std::round(priceScale().yOf(unitsOf(point.price) + 0.5 * unitsOf(m_rowStep))));
        painter.setPen(QPen(faded(theme().own, 190), 1, Qt::DashLine));
        painter.drawLine(plotRect().width(), y, x, y);
        if (plotRect().width() - x < 160) {
            continue; // its session's own label is beside it
        }
        painter.setFont(m_labelFont);
        auto const text = tr("naked POC %1").arg(QString::fromStdString(instrument().priceText(point.price)));
        const QRect plate(plotRect().width() - 150, y - 14, 146, 13);
        painter.setPen(theme().own);
        painter.drawText(plate, Qt::AlignRight | Qt::AlignVCenter, text);
    }
}

void ProfileChart::paintOver(QPainter& painter)
{
    if (m_settings.mode == ProfileMode::Session && !candles().empty()) {
        paintNaked(painter);
    }
    if (m_settings.mode == ProfileMode::Visible && !m_profiles.empty()) {
        if (auto const place = placeOf(m_profiles.front())) {
            paintProfile(painter, m_profiles.front(), *place);
            paintLevels(painter, m_profiles.front(), *place);
        }
    }
}

} // namespace qob
