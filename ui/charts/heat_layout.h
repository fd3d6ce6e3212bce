#pragma once

#include "ui/charts/heat_look.h"

#include <QRect>

#include <algorithm>

namespace qob {

// Where the parts of a heat-map panel are.
struct HeatLayout {
    static constexpr int priceAxisWidth = 76;
    static constexpr int timeAxisHeight = 20;
    static constexpr int profileWidth = 112;
    static constexpr int leastDelta = 40;
    static constexpr int leastMap = 80;

    HeatLayout(QSize const& size, HeatLook const& look)
    {
        int const width = std::max(1, size.width() - priceAxisWidth);
        int const height = std::max(1, size.height() - timeAxisHeight);
        bool const roomy = width > 3 * profileWidth;
        int const strip = look.profile != HeatProfileOf::Nothing && roomy ? profileWidth : 0;
        int const most = std::max(0, height - leastMap);
        int const below =
            look.delta && most >= leastDelta ? std::clamp(look.deltaHeight, leastDelta, most) : 0;
        map = {0, 0, width - strip, height - below};
        profile = {map.width(), 0, strip, map.height()};
        delta = {0, map.height(), map.width(), below};
        priceAxis = {width, 0, size.width() - width, size.height()};
        timeAxis = {0, height, width, size.height() - height};
    }

    QRect map;
    QRect profile; // right of the map; no width: none
    QRect delta;   // below the map; no height: none
    QRect priceAxis;
    QRect timeAxis;
};

} // namespace qob
