#pragma once

#include "engine/api/candle.h"

#include <QString>

#include <vector>

namespace qob {

// Values along the height of a pane: what is at a pixel, and where a value is. The top shows the high.
struct ChartScale {
    int top = 0;
    int height = 1;
    double low = 0;
    double high = 1;

    [[nodiscard]] double yOf(double value) const { return top + (high - value) / (high - low) * height; }

    [[nodiscard]] double valueAt(double y) const { return high - (y - top) / height * (high - low); }

    [[nodiscard]] double perPixel() const { return (high - low) / height; }

    [[nodiscard]] int bottom() const { return top + height; }

    // Shows these with some room around, unless it does so well enough already. True when it changed.
    bool fit(double lowest, double highest);

    // factor > 1 shows more; what is at y stays there.
    void zoom(double factor, double y);
    void shift(double pixels);
};

// 1, 2 or 5 times a power of ten, the smallest that is at least `least`; `least` > 0.
double niceStep(double least);

// The multiples of step that the scale shows, highest first.
std::vector<double> ticksOf(ChartScale const& scale, double step);

// Where labels of a time axis stand: at the beginning of each so many seconds, days or months (UTC).
struct TimeStep {
    enum class Unit : std::uint8_t { Seconds, Days, Months };

    Unit unit = Unit::Seconds;
    std::int64_t count = 1;

    // Two times are in the same step when this is equal.
    [[nodiscard]] std::int64_t indexOf(Timestamp time) const;

    friend bool operator==(TimeStep const&, TimeStep const&) = default;
};

// The shortest one that is at least so long.
TimeStep timeStep(Duration least);

// What to write at the first slot of a step: the finest part that changed since the label before. ASCII where
// the locale's months are.
QString timeLabel(Timestamp time, TimeStep const& step);

// A number of a pane's axis: "12.5", "3.4 k", "1.2 M".
QString shortNumber(double value, double step);

} // namespace qob
