#include "ui/charts/heat_map.h"

#include <QToolButton>

namespace qob {

namespace {

constexpr QColor mapColor(14, 18, 26); // dark in every theme

} // namespace

void HeatMap::setDrawings(Drawings& drawings)
{
    m_drawing = std::make_unique<DrawingTools>(
        DrawingTools::Panel{
            *this,
            *this,
            m_theme,
            mapColor,
            true,
            [this] {
                markDirty();
            }},
        drawings
    );
    m_drawButton = m_drawing->makeButton(this);
    m_drawButton->setFocusPolicy(Qt::NoFocus);
    m_drawButton->show();
    placeTools();
}

QRect HeatMap::drawingRect() const
{
    return hasPicture() && !m_instrument.venue.empty() ? m_layout.map : QRect();
}

// Time is even along the map.
Timestamp HeatMap::timeOfX(double x) const
{
    const Timestamp from(m_window.columnAt(0) * heatColumnTime.value);
    double const first = m_window.xOf(from);
    double const perPixel =
        static_cast<double>(heatColumnTime.value) / (m_window.xOf(from + heatColumnTime) - first);
    return from + nanoseconds(std::llround((x - first) * perPixel));
}

double HeatMap::yOfUnits(double units) const
{
    return m_window.yOf(units / static_cast<double>(m_instrument.tickSize.value));
}

double HeatMap::unitsOfY(double y) const
{
    return m_window.tickAt(y) * static_cast<double>(m_instrument.tickSize.value);
}

} // namespace qob
