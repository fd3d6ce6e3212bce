#include "ui/charts/heat_raster.h"

#include <algorithm>
#include <cmath>

namespace qob {

namespace {

    constexpr int batchSlots = 16;    // drawn together, so that a cache line of the picture is written once
    constexpr int largestRadius = 14; // of a bubble, pixels
    constexpr int smallestRadius = 2;
    constexpr double bubblesAPixel = 1.0 / 14; // more than that hides what they lie on
    constexpr int hatchPeriod = 9;

    // The value below which `share` of the values lie.
    float percentile(std::vector<float>& values, double share)
    {
        if (values.empty()) {
            return 0;
        }
        const auto at = static_cast<std::ptrdiff_t>(static_cast<double>(values.size() - 1) * share);
        std::nth_element(values.begin(), values.begin() + at, values.end());
        return values[static_cast<std::size_t>(at)];
    }

    QImage makeBubble(int radius, QColor color)
    {
        QImage image(2 * radius + 3, 2 * radius + 3, QImage::Format_ARGB32_Premultiplied);
        image.fill(Qt::transparent);
        QPainter painter(&image);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(QPen(color.lighter(140), 1));
        color.setAlpha(190);
        painter.setBrush(color);
        const double centre = radius + 1.5;
        painter.drawEllipse(QPointF(centre, centre), radius, radius);
        return image;
    }

} // namespace

HeatRaster::HeatRaster(const HeatStore& store, const Theme& theme)
    : m_store(store)
    , m_theme(theme)
    , m_scan(store)
{
}

void HeatRaster::show(const QSize& size, const HeatView& view)
{
    const int shown = (size.width() + view.slotPixels - 1) / view.slotPixels;
    const QSize wanted(std::max(1, shown) * view.slotPixels, std::max(1, size.height()));
    const std::int64_t endSlot = view.endColumn / view.columnsPerSlot;
    HeatView sameTime = m_view;
    sameTime.endColumn = view.endColumn;
    const std::int64_t ahead = endSlot - m_endSlot;
    const bool canGoOn = m_valid && wanted == m_picture.size() && sameTime == view && ahead >= 0 && ahead < shown / 2;
    m_view = view;
    if (!canGoOn) {
        if (wanted != m_picture.size()) {
            m_picture = QImage(wanted, QImage::Format_RGB32);
        }
        m_endSlot = endSlot;
        drawAll();
        m_valid = true;
    } else if (ahead > 0) {
        goOn();
    } else {
        drawOpenSlot();
    }
}

void HeatRaster::paint(QPainter& painter, const QPoint& at) const
{
    const int width = m_picture.width();
    const int split = ringX(m_endSlot); // where the oldest slot is
    painter.drawImage(at, m_picture, QRect(split, 0, width - split, m_picture.height()));
    painter.drawImage(at + QPoint(width - split, 0), m_picture, QRect(0, 0, split, m_picture.height()));
    const Marks open = marksFrom(m_open);
    const int x = at.x() + width - m_view.slotPixels / 2 - 1;
    const auto bubble = [&](float size, double tick, bool buy) {
        if (size > 0 && size >= m_smallBubble) {
            const QImage& image = sprite(radiusOf(size), buy);
            const int y = at.y() + static_cast<int>(yOf(m_view, tick));
            painter.drawImage(x - image.width() / 2, y - image.height() / 2, image);
        }
    };
    bubble(open.buys, open.buyTick, true);
    bubble(open.sells, open.sellTick, false);
}

double HeatRaster::yOf(const HeatView& view, double tick)
{
    const double below = static_cast<double>(view.rows.topTick) - tick + 0.5;
    return below / view.rows.ticksPerRow * view.rowPixels;
}

void HeatRaster::drawAll()
{
    const std::int64_t first = m_endSlot - slotCount();
    m_marks.assign(static_cast<std::size_t>(slotCount()), Marks{});
    chooseFullSize();
    m_scan.start(first * m_view.columnsPerSlot, m_view.rows);
    std::int64_t at = first;
    while (at < m_endSlot - 1) {
        // A batch neither wraps around the ring nor takes in the open slot.
        const std::int64_t toWrap = slotCount() - ringX(at) / m_view.slotPixels;
        const auto count = std::min<std::int64_t>({batchSlots, toWrap, m_endSlot - 1 - at});
        m_batch.resize(static_cast<std::size_t>(count));
        for (HeatSlot& slot : m_batch) {
            m_scan.next(m_view.columnsPerSlot, slot);
        }
        drawSlots(at, m_batch);
        at += count;
    }
    chooseBubbles();
    drawBubblesInto(first, m_endSlot - 2, first, m_endSlot - 2);
    drawOpenSlot();
}

void HeatRaster::goOn()
{
    const std::int64_t endSlot = m_view.endColumn / m_view.columnsPerSlot;
    const std::int64_t firstClosed = m_endSlot - 1; // it was open until now
    m_endSlot = endSlot;
    std::vector<HeatSlot> one(1);
    for (std::int64_t slot = firstClosed; slot < endSlot - 1; ++slot) {
        m_scan.next(m_view.columnsPerSlot, one.front());
        drawSlots(slot, one);
    }
    const std::int64_t reach = largestRadius / m_view.slotPixels + 1;
    const std::int64_t oldest = m_endSlot - slotCount();
    const std::int64_t lastClosed = endSlot - 2;
    // Older bubbles reach into what was drawn now, and the new ones back into what stands.
    drawBubblesInto(firstClosed, lastClosed, std::max(oldest, firstClosed - reach), lastClosed);
    drawBubblesInto(std::max(oldest, firstClosed - reach), firstClosed - 1, firstClosed, lastClosed);
    drawOpenSlot();
}

void HeatRaster::drawOpenSlot()
{
    const std::int64_t open = m_endSlot - 1;
    // What has not happened yet is not a gap.
    const auto recorded = m_store.endColumn() - open * m_view.columnsPerSlot;
    m_scan.peek(recorded > 0 ? std::min(recorded, m_view.columnsPerSlot) : m_view.columnsPerSlot, m_open);
    const std::vector<HeatSlot> one{m_open};
    drawSlots(open, one);
    const std::int64_t reach = largestRadius / m_view.slotPixels + 1;
    drawBubblesInto(open, open, std::max(m_endSlot - slotCount(), open - reach), open - 1);
}

void HeatRaster::drawSlots(std::int64_t first, const std::vector<HeatSlot>& shown)
{
    drawSizes(first, shown);
    for (std::size_t i = 0; i < shown.size(); ++i) {
        const auto slot = first + static_cast<std::int64_t>(i);
        marksOf(slot) = marksFrom(shown[i]);
        drawBestLines(slot);
    }
    m_slotsDrawn += shown.size();
}

void HeatRaster::drawSizes(std::int64_t first, const std::vector<HeatSlot>& shown)
{
    const int x0 = ringX(first);
    const int wide = m_view.slotPixels;
    const int width = static_cast<int>(shown.size()) * wide;
    const float scale = 1.0F / m_fullSize;
    std::vector<QRgb> line(static_cast<std::size_t>(width));
    for (int row = 0; row < m_view.rows.rows; ++row) {
        auto out = line.begin();
        for (const HeatSlot& slot : shown) {
            const float size = slot.sizes[static_cast<std::size_t>(row)];
            const QRgb color = size == 0 ? m_palette.background() : m_palette.color(size * scale);
            out = std::fill_n(out, wide, color);
        }
        const int bottom = std::min((row + 1) * m_view.rowPixels, m_picture.height());
        for (int y = row * m_view.rowPixels; y < bottom; ++y) {
            auto* pixels = reinterpret_cast<QRgb*>(m_picture.scanLine(y)) + x0;
            std::copy(line.begin(), line.end(), pixels);
        }
    }
    for (std::size_t i = 0; i < shown.size(); ++i) {
        if (!shown[i].stale) {
            continue;
        }
        for (int y = 0; y < m_picture.height(); ++y) {
            auto* pixels = reinterpret_cast<QRgb*>(m_picture.scanLine(y));
            const int left = x0 + static_cast<int>(i) * wide;
            for (int x = left; x < left + wide; ++x) {
                if ((x + y) % hatchPeriod < 2) {
                    pixels[x] = m_palette.hatch();
                }
            }
        }
    }
}

void HeatRaster::drawBestLines(std::int64_t slot)
{
    const Marks& here = marksOf(slot);
    const Marks& before = slot > m_endSlot - slotCount() ? marksOf(slot - 1) : here;
    for (int i = 0; i < m_view.slotPixels; ++i) {
        const int x = ringX(slot) + i;
        drawLine(x, i == 0 ? before.bidTick : here.bidTick, here.bidTick, m_theme.bid.rgb());
        drawLine(x, i == 0 ? before.askTick : here.askTick, here.askTick, m_theme.ask.rgb());
    }
}

void HeatRaster::drawLine(int x, std::int32_t from, std::int32_t to, QRgb color)
{
    if (to == 0) {
        return;
    }
    const auto y0 = static_cast<int>(yOf(m_view, from == 0 ? to : from));
    const auto y1 = static_cast<int>(yOf(m_view, to));
    const int top = std::max(std::min(y0, y1), 0);
    const int bottom = std::min(std::max(y0, y1) + 1, m_picture.height() - 1);
    for (int y = top; y <= bottom; ++y) {
        reinterpret_cast<QRgb*>(m_picture.scanLine(y))[x] = color;
    }
}

void HeatRaster::drawBubbles(QPainter& painter, std::int64_t slot, const Marks& marks) const
{
    const auto bubble = [&](float size, double tick, bool buy) {
        if (size <= 0 || size < m_smallBubble) {
            return;
        }
        const QImage& image = sprite(radiusOf(size), buy);
        const int x = ringX(slot) + m_view.slotPixels / 2 - image.width() / 2;
        const int y = static_cast<int>(yOf(m_view, tick)) - image.height() / 2;
        // Near an end of the ring a bubble shows at both.
        for (const int shift : {-m_picture.width(), 0, m_picture.width()}) {
            if (x + shift < m_picture.width() && x + shift + image.width() > 0) {
                painter.drawImage(x + shift, y, image);
            }
        }
    };
    bubble(marks.buys, marks.buyTick, true);
    bubble(marks.sells, marks.sellTick, false);
}

// Draws the bubbles of the slots [firstFrom, lastFrom], but only the parts that lie in [firstDrawn, lastDrawn].
void HeatRaster::drawBubblesInto(
    std::int64_t firstDrawn, std::int64_t lastDrawn, std::int64_t firstFrom, std::int64_t lastFrom
)
{
    if (lastDrawn < firstDrawn) {
        return;
    }
    const int left = ringX(firstDrawn);
    const int width = static_cast<int>(lastDrawn - firstDrawn + 1) * m_view.slotPixels;
    const int height = m_picture.height();
    const int beforeEnd = std::min(width, m_picture.width() - left);
    QRegion clip(left, 0, beforeEnd, height);
    if (width > beforeEnd) {
        clip += QRect(0, 0, width - beforeEnd, height);
    }
    QPainter painter(&m_picture);
    painter.setClipRegion(clip);
    for (std::int64_t slot = firstFrom; slot <= lastFrom; ++slot) {
        drawBubbles(painter, slot, marksOf(slot));
    }
}

// From a sample of the shown slots: the size that all but the largest few in a hundred stay below.
void HeatRaster::chooseFullSize()
{
    constexpr int samples = 16;
    std::vector<float> sizes;
    HeatSlot slot;
    for (int i = 0; i < samples; ++i) {
        const std::int64_t at = m_endSlot - 1 - std::int64_t{slotCount() - 1} * i / samples;
        m_scan.start(at * m_view.columnsPerSlot, m_view.rows);
        m_scan.next(1, slot);
        std::copy_if(slot.sizes.begin(), slot.sizes.end(), std::back_inserter(sizes), [](float size) {
            return size > 0;
        });
    }
    const float found = percentile(sizes, 0.985);
    m_fullSize = found > 0 ? found * 1.25F : 1.0F;
}

// Only the largest trades get a bubble, so many as leave the map readable.
void HeatRaster::chooseBubbles()
{
    std::vector<float> sizes;
    for (const Marks& marks : m_marks) {
        for (const float size : {marks.buys, marks.sells}) {
            if (size > 0) {
                sizes.push_back(size);
            }
        }
    }
    const double room = m_picture.width() * bubblesAPixel;
    const double share = sizes.empty() ? 1.0 : std::min(1.0, room / static_cast<double>(sizes.size()));
    m_smallBubble = percentile(sizes, 1.0 - share);
    m_largeBubble = std::max(percentile(sizes, 0.997), m_smallBubble * 1.5F);
}

int HeatRaster::slotCount() const
{
    return m_picture.width() / m_view.slotPixels;
}

int HeatRaster::ringX(std::int64_t slot) const
{
    const std::int64_t count = slotCount();
    return static_cast<int>((slot % count + count) % count) * m_view.slotPixels;
}

const HeatRaster::Marks& HeatRaster::marksOf(std::int64_t slot) const
{
    return m_marks[static_cast<std::size_t>(ringX(slot) / m_view.slotPixels)];
}

HeatRaster::Marks& HeatRaster::marksOf(std::int64_t slot)
{
    return m_marks[static_cast<std::size_t>(ringX(slot) / m_view.slotPixels)];
}

int HeatRaster::radiusOf(float size) const
{
    const float above = (size - m_smallBubble) / std::max(m_largeBubble - m_smallBubble, 1e-9F);
    const float radius = smallestRadius + (largestRadius - smallestRadius) * std::sqrt(std::max(above, 0.0F));
    return std::clamp(static_cast<int>(std::lround(radius)), smallestRadius, largestRadius);
}

const QImage& HeatRaster::sprite(int radius, bool buy) const
{
    QImage& image = m_sprites[{radius, buy}];
    if (image.isNull()) {
        image = makeBubble(radius, buy ? m_theme.bid : m_theme.ask);
    }
    return image;
}

HeatRaster::Marks HeatRaster::marksFrom(const HeatSlot& slot)
{
    Marks marks{slot.bidTick, slot.askTick, slot.buys, slot.sells, 0, 0};
    marks.buyTick = slot.buys > 0 ? slot.buyTicks / static_cast<double>(slot.buys) : 0;
    marks.sellTick = slot.sells > 0 ? slot.sellTicks / static_cast<double>(slot.sells) : 0;
    return marks;
}

} // namespace qob
