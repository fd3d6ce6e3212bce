#include "ui/charts/heat_palette.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <span>

namespace qob {

namespace {

struct Stop {
    double at;
    int red;
    int green;
    int blue;
};

constexpr std::array classic{
    Stop{0.00, 6, 9, 15},
    Stop{0.16, 10, 22, 46},
    Stop{0.36, 18, 58, 120},
    Stop{0.54, 30, 126, 178},
    Stop{0.68, 96, 186, 150},
    Stop{0.80, 240, 214, 92},
    Stop{0.91, 250, 140, 40},
    Stop{1.00, 236, 46, 36},
};

constexpr std::array mono{
    Stop{0.00, 5, 6, 8},
    Stop{0.30, 38, 41, 47},
    Stop{0.65, 118, 123, 131},
    Stop{1.00, 248, 249, 251},
};

// Like matplotlib's viridis, from a darker ground.
constexpr std::array viridis{
    Stop{0.00, 9, 5, 17},
    Stop{0.14, 54, 12, 78},
    Stop{0.30, 65, 68, 135},
    Stop{0.46, 42, 120, 142},
    Stop{0.62, 34, 168, 132},
    Stop{0.80, 122, 209, 81},
    Stop{1.00, 253, 231, 37},
};

// Like cividis (Nunez, Anderton, Renslow 2018): blue to yellow alone, lightness rising all the way.
constexpr std::array cividis{
    Stop{0.00, 3, 7, 17},
    Stop{0.15, 0, 34, 78},
    Stop{0.32, 53, 69, 108},
    Stop{0.50, 102, 105, 112},
    Stop{0.66, 148, 142, 119},
    Stop{0.82, 200, 184, 102},
    Stop{1.00, 255, 234, 70},
};

std::span<Stop const> stopsOf(HeatColors colors)
{
    switch (colors) {
    case HeatColors::Mono:
        return mono;
    case HeatColors::Viridis:
        return viridis;
    case HeatColors::Cividis:
        return cividis;
    case HeatColors::Classic:
        break;
    }
    return classic;
}

int mix(int from, int to, double part)
{
    return from + static_cast<int>((to - from) * part);
}

QRgb mix(QRgb from, QRgb to, double part)
{
    return qRgb(
        mix(qRed(from), qRed(to), part),
        mix(qGreen(from), qGreen(to), part),
        mix(qBlue(from), qBlue(to), part)
    );
}

// Where of `of` steps lies along the palette.
double placeOf(HeatLook const& look, int step, int of)
{
    double const share = static_cast<double>(step) / (of - 1);
    return std::clamp(std::pow(share, look.gamma) * look.brightness, 0.0, 1.0);
}

} // namespace

HeatPalette::HeatPalette(HeatLook const& look)
{
    if (look.shading == HeatShading::Flow) {
        addFlow(look);
        return;
    }
    int const shades = look.shading == HeatShading::Age ? ages : 1;
    const QRgb ground = at(look.colors, 0);
    for (int age = 0; age < shades; ++age) {
        double const light = shades == 1 ? 1.0 : 0.22 + 0.78 * age / (shades - 1);
        for (int step = 0; step < steps; ++step) {
            m_colors.push_back(mix(ground, at(look.colors, placeOf(look, step, steps)), light));
        }
    }
}

void HeatPalette::addFlow(HeatLook const& look)
{
    for (int code = 0; code < 3 * flowSteps * flowSizes; ++code) {
        int const size = code % flowSizes;
        int const strength = code / flowSizes % flowSteps;
        auto const kind = static_cast<Flow>(code / flowSizes / flowSteps);
        const QRgb ground = at(HeatColors::Mono, 0.62 * placeOf(look, size, flowSizes));
        double const part = std::pow(static_cast<double>(strength) / (flowSteps - 1), 0.7);
        m_colors.push_back(mix(ground, flowColor(kind), part));
    }
}

QRgb HeatPalette::at(HeatColors colors, double place)
{
    auto const stops = stopsOf(colors);
    auto const high =
        std::find_if(stops.begin() + 1, stops.end() - 1, [place](Stop const& s) { return place <= s.at; });
    auto const low = high - 1;
    double const part = (place - low->at) / (high->at - low->at);
    return qRgb(
        mix(low->red, high->red, part), mix(low->green, high->green, part), mix(low->blue, high->blue, part)
    );
}

// Told apart by the colour-blind too: blue, magenta and yellow differ in lightness.
QRgb HeatPalette::flowColor(Flow kind)
{
    switch (kind) {
    case Stacked:
        return qRgb(52, 160, 255);
    case Pulled:
        return qRgb(226, 52, 148);
    case Filled:
        break;
    }
    return qRgb(255, 222, 70);
}

} // namespace qob
