#include "ui/charts/price_chart.h"

#include <algorithm>
#include <cmath>

namespace qob {

void PriceChart::setDrawings(Drawings& drawings)
{
    m_drawing = std::make_unique<DrawingTools>(
        DrawingTools::Panel{
            *this,
            *this,
            m_theme,
            m_theme.panel,
            false,
            [this] {
                markDirty();
            }},
        drawings
    );
}

QRect PriceChart::drawingRect() const
{
    auto const plot = plotRect();
    bool const ready = !m_slots.empty() && m_price.high > m_price.low;
    return ready ? QRect(0, m_price.top, plot.width(), m_price.height) : QRect();
}

double PriceChart::xOfTime(Timestamp time) const
{
    auto const slot = m_slots.slotOf(time);
    auto const start = m_slots.startOf(slot);
    auto const length = static_cast<double>((m_slots.startOf(slot + 1) - start).value);
    double const share = std::clamp(static_cast<double>((time - start).value) / length, 0.0, 1.0);
    return static_cast<double>(m_window.xOf(slot)) + share * m_window.slotPx();
}

Timestamp PriceChart::timeOfX(double x) const
{
    auto const slot = m_window.slotAt(static_cast<std::int64_t>(std::floor(x)));
    auto const start = m_slots.startOf(slot);
    auto const length = static_cast<double>((m_slots.startOf(slot + 1) - start).value);
    double const share = (x - static_cast<double>(m_window.xOf(slot))) / m_window.slotPx();
    return start + nanoseconds(std::llround(length * std::clamp(share, 0.0, 1.0)));
}

double PriceChart::yOfUnits(double units) const
{
    return m_price.yOf(units / static_cast<double>(pow10(m_instrument.priceScale)));
}

double PriceChart::unitsOfY(double y) const
{
    return m_price.valueAt(y) * static_cast<double>(pow10(m_instrument.priceScale));
}

// Of the candles that began in that time.
std::optional<Amount> PriceChart::volumeBetween(Timestamp from, Timestamp to) const
{
    Amount volume;
    auto const size = static_cast<std::int64_t>(m_slots.size());
    auto slot = std::clamp<std::int64_t>(m_slots.slotOf(from), 0, size);
    for (; slot < size && m_slots.startOf(slot) < to; ++slot) {
        auto const& place = m_slots.at(static_cast<std::size_t>(slot));
        if (place.kind == CandleSlot::Kind::Traded && place.candle.start >= from) {
            volume += place.candle.volume;
        }
    }
    return volume;
}

} // namespace qob
