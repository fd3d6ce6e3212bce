#pragma once

#include "ui/charts/heat_look.h"

#include <QColor>

#include <vector>

namespace qob {

// From a cell's code to its colour; see HeatShader for who makes the codes. A size is a step: 0 at the low
// cutoff and below, steps - 1 at the high one and above. The table has gamma and brightness in it.
class HeatPalette {
public:
    static constexpr int steps = 2048;
    static constexpr int ages = 8;       // Age: code = age * steps + step
    static constexpr int flowSteps = 16; // Flow: code = (kind * flowSteps + strength) * flowSizes + size
    static constexpr int flowSizes = 32;

    enum Flow : std::uint8_t { Stacked, Pulled, Filled };

    explicit HeatPalette(HeatLook const& look);

    [[nodiscard]] QRgb color(int code) const { return m_colors[static_cast<std::size_t>(code)]; }

    [[nodiscard]] QRgb const* colors() const { return m_colors.data(); }

    // Where nothing rests.
    [[nodiscard]] QRgb background() const { return m_colors.front(); }

    // The lines over what must not be trusted.
    [[nodiscard]] QRgb hatch() const { return qRgb(92, 74, 34); }

    // A place along a palette, 0 to 1, without gamma and brightness.
    [[nodiscard]] static QRgb at(HeatColors colors, double place);

    [[nodiscard]] static QRgb flowColor(Flow kind);

private:
    void addFlow(HeatLook const& look);

    std::vector<QRgb> m_colors;
};

} // namespace qob
