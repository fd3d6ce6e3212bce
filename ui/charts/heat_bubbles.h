#pragma once

#include "ui/look/theme.h"

#include <QImage>
#include <QPainter>

#include <map>
#include <vector>

namespace qob {

// How large a bubble of a traded size is, and its picture. GUI thread.
class HeatBubbles {
public:
    static constexpr int largestRadius = 12; // pixels

    explicit HeatBubbles(Theme const& theme) : m_theme(theme) {}

    // Chooses the sizes that the smallest and the largest bubble stand for, from those to be shown in a
    // picture of `width` pixels: only the largest trades get one, so many as leave the map readable. `least`
    // is the user's choice of the smallest; 0: none.
    void choose(std::vector<float> sizes, int width, double least);

    [[nodiscard]] bool shows(double size) const { return size > 0 && size >= static_cast<double>(m_small); }

    // A trade of this size and more stands out, when the user did not say what does.
    [[nodiscard]] float largeSize() const { return m_large; }

    [[nodiscard]] float smallSize() const { return m_small; }

    void draw(QPainter& painter, int x, int y, double size, bool buy) const;

private:
    [[nodiscard]] int radiusOf(double size) const;
    [[nodiscard]] QImage const& sprite(int radius, bool buy) const;

    Theme const& m_theme;
    float m_small = 0; // less gets no bubble
    float m_large = 1; // this and more gets the largest
    mutable std::map<std::pair<int, bool>, QImage> m_sprites;
};

// The value below which `share` of the values lie; changes their order. 0 of none.
float percentile(std::vector<float>& values, double share);

} // namespace qob
