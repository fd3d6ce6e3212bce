#pragma once

#include <QRectF>

#include <map>
#include <optional>
#include <vector>

namespace qob {

// Places for tags of one height that do not cover each other: each as far to the right as there is room when
// it comes. However many there are, each is compared with those at its height only.
class TagPlaces {
public:
    // Between 0 and `right`, pixels.
    TagPlaces(double right, double height) : m_right(right), m_height(height) {}

    // With its middle at `y`; nothing: there is no room.
    std::optional<QRectF> place(double y, double width);

private:
    [[nodiscard]] std::vector<QRectF> beside(double y) const;
    [[nodiscard]] int bandOf(double y) const;

    double m_right;
    double m_height;
    std::map<int, std::vector<QRectF>> m_bands; // as high as a tag; by their tags' middle
};

} // namespace qob
