#include "ui/charts/heat_palette.h"

#include <algorithm>
#include <cmath>

namespace qob {

namespace {

struct Stop {
    double at;
    int red;
    int green;
    int blue;
};

constexpr std::array stops{
    Stop{0.00, 6, 9, 15},
    Stop{0.16, 10, 22, 46},
    Stop{0.36, 18, 58, 120},
    Stop{0.54, 30, 126, 178},
    Stop{0.68, 96, 186, 150},
    Stop{0.80, 240, 214, 92},
    Stop{0.91, 250, 140, 40},
    Stop{1.00, 236, 46, 36},
};

int mix(int from, int to, double part)
{
    return from + static_cast<int>((to - from) * part);
}

} // namespace

HeatPalette::HeatPalette()
{
    for (std::size_t i = 0; i < steps; ++i) {
        double const at = std::sqrt(static_cast<double>(i) / (steps - 1));
        auto const* high =
            std::find_if(stops.begin() + 1, stops.end() - 1, [at](Stop const& s) { return at <= s.at; });
        Stop const& low = *(high - 1);
        double const part = (at - low.at) / (high->at - low.at);
        m_colors[i] = qRgb(
            mix(low.red, high->red, part), mix(low.green, high->green, part), mix(low.blue, high->blue, part)
        );
    }
}

} // namespace qob
