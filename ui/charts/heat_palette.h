#pragma once

#include <QColor>

#include <array>

namespace qob {

// Size -> colour: black over blue and yellow to red, as a table over the square root of size / full size, so that
// small sizes keep some contrast.
class HeatPalette {
public:
    HeatPalette();

    // `share` is size / full size; more than one is full.
    [[nodiscard]] QRgb color(float share) const
    {
        const float root = __builtin_sqrtf(share < 1.0F ? share : 1.0F);
        return m_colors[static_cast<std::size_t>(root * (size - 1))];
    }

    [[nodiscard]] QRgb background() const { return m_colors.front(); }

    // The lines over what must not be trusted.
    [[nodiscard]] QRgb hatch() const { return qRgb(92, 74, 34); }

private:
    static constexpr std::size_t size = 256;
    std::array<QRgb, size> m_colors{};
};

} // namespace qob
