#include "ui/charts/surface_picture.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace qob {

namespace {

constexpr double width = 1.0;    // half of the prices' side
constexpr double length = 0.9;   // half of the times' side
constexpr double height = 0.55;  // of the largest size
constexpr double distance = 4.2; // of the eye
constexpr double gamma = 0.5;    // as a heat map's: middling sizes are to be seen

double radians(double degrees)
{
    return degrees * std::numbers::pi / 180;
}

QRgb shaded(QRgb color, double light)
{
    auto const part = [light](int value) {
        return std::clamp(static_cast<int>(std::lround(value * light)), 0, 255);
    };
    return qRgb(part(qRed(color)), part(qGreen(color)), part(qBlue(color)));
}

} // namespace

SurfaceCamera SurfaceCamera::within() const
{
    return {std::clamp(yaw, -75.0, 75.0), std::clamp(pitch, 8.0, 85.0), std::clamp(zoom, 0.5, 4.0)};
}

QPointF SurfacePicture::at(double slot, double row, double high) const
{
    double const x = (m_rows < 2 ? 0 : row / (m_rows - 1) * 2 - 1) * width;
    double const z = (m_slots < 2 ? 0 : slot / (m_slots - 1) * 2 - 1) * length; // the newest is in front
    double const y = (high - 0.25) * height;
    double const across = x * m_view.cosYaw - z * m_view.sinYaw;
    double const near = x * m_view.sinYaw + z * m_view.cosYaw;
    double const up = y * m_view.cosPitch - near * m_view.sinPitch;
    double const towards = near * m_view.cosPitch + y * m_view.sinPitch;
    double const scale = m_view.scale * distance / (distance - towards);
    return {m_view.middle.x() + across * scale, m_view.middle.y() - up * scale};
}

QPointF const& SurfacePicture::corner(int slot, int row) const
{
    return m_corners
        [static_cast<std::size_t>(slot) * static_cast<std::size_t>(m_rows) + static_cast<std::size_t>(row)];
}

void SurfacePicture::draw(
    SurfaceGrid const& grid,
    HeatPalette const& palette,
    QRgb background,
    SurfaceCamera const& camera,
    QSize const& size
)
{
    if (m_image.size() != size) {
        m_image = QImage(size, QImage::Format_RGB32);
    }
    m_image.fill(background);
    SurfaceCamera const from = camera.within();
    m_view = {
        std::sin(radians(from.yaw)),
        std::cos(radians(from.yaw)),
        std::sin(radians(from.pitch)),
        std::cos(radians(from.pitch)),
        std::min(size.width() / 2.9, size.height() / 2.2) * from.zoom,
        QPointF(size.width() * 0.5, size.height() * 0.46)};
    m_slots = grid.times;
    m_rows = grid.rows;
    m_corners.clear();
    for (int slot = 0; slot < grid.times; ++slot) {
        for (int row = 0; row < grid.rows; ++row) {
            m_corners.push_back(at(slot, row, std::sqrt(static_cast<double>(grid.at(slot, row)))));
        }
    }
    for (int slot = 0; slot + 1 < grid.times; ++slot) {
        for (int i = 0; i + 1 < grid.rows; ++i) {
            int const row = from.yaw > 0 ? i : grid.rows - 2 - i; // from the far side
            float const highest = std::max(
                {grid.at(slot, row),
                 grid.at(slot + 1, row),
                 grid.at(slot, row + 1),
                 grid.at(slot + 1, row + 1)}
            );
            if (highest <= 0) {
                continue;
            }
            double const share = std::min(1.0, static_cast<double>(highest));
            double const slope = static_cast<double>(grid.at(slot, row) - grid.at(slot, row + 1));
            auto const step = static_cast<int>(std::pow(share, gamma) * (HeatPalette::steps - 1));
            drawQuad(slot, row, shaded(palette.color(step), 0.85 + 0.25 * slope));
        }
    }
}

void SurfacePicture::drawQuad(int slot, int row, QRgb color)
{
    QPointF const& a = corner(slot, row);
    QPointF const& b = corner(slot, row + 1);
    QPointF const& c = corner(slot + 1, row + 1);
    QPointF const& d = corner(slot + 1, row);
    fill(a, b, c, color);
    fill(a, c, d, color);
}

// Each pixel whose middle lies within, line by line; a sliver has one pixel a line, so that ridges are whole.
void SurfacePicture::fill(QPointF const& a, QPointF const& b, QPointF const& c, QRgb color)
{
    std::array points{a, b, c};
    std::sort(points.begin(), points.end(), [](QPointF const& p, QPointF const& q) { return p.y() < q.y(); });
    auto const& [top, middle, bottom] = points;
    int const first = std::max(0, static_cast<int>(std::ceil(top.y() - 0.5)));
    int const last = std::min(m_image.height() - 1, static_cast<int>(std::floor(bottom.y() - 0.5)));
    auto const xAt = [](QPointF const& from, QPointF const& to, double y) {
        double const high = to.y() - from.y();
        return high <= 0 ? to.x() : from.x() + (to.x() - from.x()) * (y - from.y()) / high;
    };
    for (int line = first; line <= last; ++line) {
        double const y = line + 0.5;
        double const one = xAt(top, bottom, y);
        double const other = y < middle.y() ? xAt(top, middle, y) : xAt(middle, bottom, y);
        int const left = std::max(0, static_cast<int>(std::floor(std::min(one, other))));
        int const right = std::min(m_image.width() - 1, static_cast<int>(std::floor(std::max(one, other))));
        auto* pixels = reinterpret_cast<QRgb*>(m_image.scanLine(line));
        std::fill(pixels + left, pixels + std::max(left, right + 1), color);
    }
}

} // namespace qob
