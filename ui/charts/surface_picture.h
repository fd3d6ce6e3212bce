#pragma once

#include "ui/charts/heat_palette.h"

#include <QImage>
#include <QPointF>

#include <optional>
#include <vector>

namespace qob {

// Resting size over price and time: `times`, oldest first, of `rows` prices, lowest first.
struct SurfaceGrid {
    int times = 0;
    int rows = 0;
    std::vector<float> sizes; // slot by slot, 0 to 1: a share of the largest
    // The row of the best bid and ask in each slot, -1: none.
    std::vector<float> bids;
    std::vector<float> asks;

    [[nodiscard]] float at(int slot, int row) const
    {
        return sizes
            [static_cast<std::size_t>(slot) * static_cast<std::size_t>(rows) + static_cast<std::size_t>(row)];
    }
};

// From where a surface is looked at, degrees. Times and prices stay readable: it never turns to the back.
struct SurfaceCamera {
    double yaw = 28;   // -75 to 75; positive: from the right
    double pitch = 34; // 8 to 85; 90 were from above
    double zoom = 1;   // 0.5 to 4

    [[nodiscard]] SurfaceCamera within() const;

    friend bool operator==(SurfaceCamera const&, SurfaceCamera const&) = default;
};

// Draws a surface far to near, without a depth buffer: seen from the front, a field of heights hides only
// what lies behind. Keeps its memory. GUI thread.
class SurfacePicture {
public:
    // On this background.
    void draw(
        SurfaceGrid const& grid,
        HeatPalette const& palette,
        QRgb background,
        SurfaceCamera const& camera,
        QSize const& size
    );

    [[nodiscard]] QImage const& image() const { return m_image; }

    // Where a place of the last drawn grid is: row and slot from 0 to rows - 1 and times - 1, height from 0
    // to 1.
    [[nodiscard]] QPointF at(double slot, double row, double height) const;

private:
    struct View {
        double sinYaw, cosYaw, sinPitch, cosPitch;
        double scale;
        QPointF middle;
    };

    void drawQuad(int slot, int row, QRgb color);
    void fill(QPointF const& a, QPointF const& b, QPointF const& c, QRgb color);
    [[nodiscard]] QPointF const& corner(int slot, int row) const;

    QImage m_image;
    View m_view{};
    int m_slots = 0;
    int m_rows = 0;
    std::vector<QPointF> m_corners;
};

} // namespace qob
