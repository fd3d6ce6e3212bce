#pragma once

#include <QColor>

#include <array>

namespace qob {

// Size -> colour: black over blue and yellow to red. The scale goes with the square root of size / full size,
// so that small sizes keep some contrast; the root is taken when the table is made.
class HeatPalette {
public:
    static constexpr int steps = 2048;

    HeatPalette();

    // `step` is size / full size in steps: 0 nothing, steps - 1 full.
    [[nodiscard]] QRgb color(int step) const { return m_colors[static_cast<std::size_t>(step)]; }

    [[nodiscard]] QRgb background() const { return m_colors.front(); }

    // The lines over what must not be trusted.
    [[nodiscard]] QRgb hatch() const { return qRgb(92, 74, 34); }

private:
    std::array<QRgb, steps> m_colors{};
};

} // namespace qob
