#include "ui/charts/tag_places.h"

#include <algorithm>
#include <cmath>
#include <iterator>

namespace qob {

namespace {

constexpr double apart = 4; // pixels

} // namespace

std::optional<QRectF> TagPlaces::place(double y, double width)
{
    double right = m_right;
    for (QRectF const& other : beside(y)) {
        if (other.right() > right - width && other.left() < right) {
            right = other.left() - apart;
        }
    }
    if (right < width) {
        return std::nullopt;
    }
    return m_bands[bandOf(y)].emplace_back(right - width, y - m_height / 2, width, m_height);
}

// Those that reach into its height, from the right to the left.
std::vector<QRectF> TagPlaces::beside(double y) const
{
    std::vector<QRectF> found;
    auto const end = m_bands.upper_bound(bandOf(y) + 1);
    for (auto band = m_bands.lower_bound(bandOf(y) - 1); band != end; ++band) {
        std::copy_if(
            band->second.begin(),
            band->second.end(),
            std::back_inserter(found),
            [&](QRectF const& other) { return std::abs(other.center().y() - y) < m_height; }
        );
    }
    std::sort(found.begin(), found.end(), [](QRectF const& a, QRectF const& b) {
        return a.right() > b.right();
    });
    return found;
}

int TagPlaces::bandOf(double y) const
{
    return static_cast<int>(std::floor(y / m_height));
}

} // namespace qob
