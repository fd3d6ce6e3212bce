#include "ui/charts/heat_bubbles.h"

#include <algorithm>
#include <cmath>

namespace qob {

namespace {

constexpr int smallestRadius = 2;
constexpr double bubblesAPixel = 1.0 / 14; // more than that hides what they lie on

QImage makeBubble(int radius, QColor color)
{
    QImage image(2 * radius + 3, 2 * radius + 3, QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::transparent);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(color.lighter(140), 1));
    color.setAlpha(175);
    painter.setBrush(color);
    double const centre = radius + 1.5;
    painter.drawEllipse(QPointF(centre, centre), radius, radius);
    return image;
}

} // namespace

float percentile(std::vector<float>& values, double share)
{
    if (values.empty()) {
        return 0;
    }
    auto const at = static_cast<std::ptrdiff_t>(static_cast<double>(values.size() - 1) * share);
    std::nth_element(values.begin(), values.begin() + at, values.end());
    return values[static_cast<std::size_t>(at)];
}

void HeatBubbles::choose(std::vector<float> sizes, int width, double least)
{
    double const room = width * bubblesAPixel;
    double const share = sizes.empty() ? 1.0 : std::min(1.0, room / static_cast<double>(sizes.size()));
    m_small = least > 0 ? static_cast<float>(least) : percentile(sizes, 1.0 - share);
    m_large = std::max(percentile(sizes, 0.99), m_small * 1.5F);
}

void HeatBubbles::draw(QPainter& painter, int x, int y, double size, bool buy) const
{
    QImage const& image = sprite(radiusOf(size), buy);
    painter.drawImage(x - image.width() / 2, y - image.height() / 2, image);
}

int HeatBubbles::radiusOf(double size) const
{
    double const above = (size - static_cast<double>(m_small)) /
                         std::max(static_cast<double>(m_large) - static_cast<double>(m_small), 1e-9);
    double const radius = smallestRadius + (largestRadius - smallestRadius) * std::sqrt(std::max(above, 0.0));
    return std::clamp(static_cast<int>(std::lround(radius)), smallestRadius, largestRadius);
}

QImage const& HeatBubbles::sprite(int radius, bool buy) const
{
    QImage& image = m_sprites[{radius, buy}];
    if (image.isNull()) {
        image = makeBubble(radius, buy ? m_theme.bid : m_theme.ask);
    }
    return image;
}

} // namespace qob
