#pragma once

#include "engine/api/types.h"

#include <QRect>

#include <optional>

namespace qob {

// Where prices and times are on a panel that can be drawn on, in the panel's pixels. Prices in units of the
// instrument's Price. Both axes go on beyond what is recorded.
class DrawingAxes {
public:
    virtual ~DrawingAxes() = default;

    // Empty while there is nothing to draw on.
    [[nodiscard]] virtual QRect drawingRect() const = 0;

    [[nodiscard]] virtual double xOfTime(Timestamp time) const = 0;
    [[nodiscard]] virtual Timestamp timeOfX(double x) const = 0;
    [[nodiscard]] virtual double yOfUnits(double units) const = 0;
    [[nodiscard]] virtual double unitsOfY(double y) const = 0;

    // What was traded from one time to another, in what the quantity counts; nothing where the panel does
    // not know.
    [[nodiscard]] virtual std::optional<Amount> volumeBetween(Timestamp /*from*/, Timestamp /*to*/) const
    {
        return std::nullopt;
    }
};

} // namespace qob
