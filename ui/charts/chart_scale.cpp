#include "ui/charts/chart_scale.h"

#include "ui/models/display_text.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>
#include <QTimeZone>

#include <algorithm>
#include <array>
#include <cmath>

namespace qob {

namespace {

constexpr double room = 0.08;     // of the span, free above and below
constexpr double tooEmpty = 0.68; // of the height: below this the scale is drawn together
constexpr double edge = 0.015;    // so near to an edge it is moved

QDateTime dateOf(Timestamp time)
{
    return QDateTime::fromMSecsSinceEpoch(time.value / 1'000'000, Qt::UTC);
}

} // namespace

bool ChartScale::fit(double lowest, double highest)
{
    double const span = high - low;
    bool const inside = lowest > low + span * edge && highest < high - span * edge;
    bool const filled = highest - lowest > span * tooEmpty;
    if (inside && filled) {
        return false;
    }
    double wanted = highest - lowest;
    if (wanted <= 0) {
        wanted = std::max(std::abs(highest) * 1e-4, 1e-9);
    }
    double const newLow = lowest - wanted * room - (wanted > highest - lowest ? wanted / 2 : 0);
    double const newHigh = highest + wanted * room + (wanted > highest - lowest ? wanted / 2 : 0);
    if (newLow == low && newHigh == high) {
        return false;
    }
    low = newLow;
    high = newHigh;
    return true;
}

void ChartScale::zoom(double factor, double y)
{
    double const under = valueAt(y);
    low = under + (low - under) * factor;
    high = under + (high - under) * factor;
}

void ChartScale::shift(double pixels)
{
    double const by = pixels * perPixel();
    low += by;
    high += by;
}

double niceStep(double least)
{
    double const power = std::pow(10.0, std::floor(std::log10(least)));
    for (double const factor : {1.0, 2.0, 5.0}) {
        if (power * factor >= least * (1 - 1e-9)) {
            return power * factor;
        }
    }
    return power * 10;
}

std::vector<double> ticksOf(ChartScale const& scale, double step)
{
    std::vector<double> ticks;
    auto const last = static_cast<std::int64_t>(std::ceil(scale.low / step));
    for (auto i = static_cast<std::int64_t>(std::floor(scale.high / step)); i >= last && ticks.size() < 100;
         --i) {
        ticks.push_back(static_cast<double>(i) * step);
    }
    return ticks;
}

std::int64_t TimeStep::indexOf(Timestamp time) const
{
    switch (unit) {
    case Unit::Seconds:
        return time.value / seconds(count).value;
    case Unit::Days:
        return time.value / (hours(24).value * count);
    case Unit::Months:
        break;
    }
    auto const date = dateOf(time).date();
    return (date.year() * 12 + date.month() - 1) / count;
}

TimeStep timeStep(Duration least)
{
    constexpr std::array inSeconds{
        1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 14400, 21600, 43200};
    for (int const step : inSeconds) {
        if (seconds(step) >= least) {
            return {TimeStep::Unit::Seconds, step};
        }
    }
    for (std::int64_t const days : {1, 2, 5, 10}) {
        if (hours(24 * days) >= least) {
            return {TimeStep::Unit::Days, days};
        }
    }
    for (std::int64_t const months : {1, 3, 6, 12, 24, 60}) {
        if (hours(24 * 31 * months) >= least) {
            return {TimeStep::Unit::Months, months};
        }
    }
    return {TimeStep::Unit::Months, 120};
}

QString timeLabel(Timestamp time, TimeStep const& step)
{
    auto const date = dateOf(time);
    if (step.unit == TimeStep::Unit::Months) {
        //: How a month is written, in the letters of QLocale::toString
        return QLocale().toString(date.date(), QCoreApplication::translate("Chart", "MMM yyyy"));
    }
    bool const midnight = date.time() == QTime(0, 0);
    if (step.unit == TimeStep::Unit::Days || midnight) {
        //: How a day without its year is written, in the letters of QLocale::toString
        return QLocale().toString(date.date(), QCoreApplication::translate("Chart", "d MMM"));
    }
    auto const clock = clockText(time, false);
    return step.count % 60 == 0 ? clock.left(5) : clock;
}

QString shortNumber(double value, double step)
{
    double const size = std::max(std::abs(value), step);
    auto const text = [&](double unit, char const* suffix) {
        int const decimals = std::clamp(static_cast<int>(std::ceil(-std::log10(step / unit) - 1e-9)), 0, 6);
        return QString::number(value / unit, 'f', decimals) + QLatin1String(suffix);
    };
    if (value == 0) {
        return QStringLiteral("0");
    }
    return size >= 1e9   ? text(1e9, "B")
           : size >= 1e6 ? text(1e6, "M")
           : size >= 1e4 ? text(1e3, "k")
                         : text(1, "");
}

} // namespace qob
