#include "ui/charts/heat_raster.h"

#include <algorithm>
#include <cmath>
#include <cstring>

namespace qob {

namespace {

constexpr int batchSlots = 32;    // drawn together, so that whole cache lines of the picture are written
constexpr int largestRadius = 11; // of a bubble, pixels
constexpr int smallestRadius = 2;
constexpr double bubblesAPixel = 1.0 / 14; // more than that hides what they lie on
constexpr int hatchPeriod = 9;

// The value below which `share` of the values lie.
float percentile(std::vector<float>& values, double share)
{
    if (values.empty()) {
        return 0;
    }
    auto const at = static_cast<std::ptrdiff_t>(static_cast<double>(values.size() - 1) * share);
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
    color.setAlpha(175);
    painter.setBrush(color);
    double const centre = radius + 1.5;
    painter.drawEllipse(QPointF(centre, centre), radius, radius);
    return image;
}

} // namespace

HeatRaster::HeatRaster(HeatStore const& store, Theme const& theme)
    : m_store(store)
    , m_theme(theme)
    , m_scan(store)
{}

void HeatRaster::show(QSize const& size, HeatView const& view)
{
    int const shown = (size.width() + view.slotPixels - 1) / view.slotPixels;
    const QSize wanted(std::max(1, shown) * view.slotPixels, std::max(1, size.height()));
    const std::int64_t endSlot = view.endColumn / view.columnsPerSlot;
    HeatView sameTime = m_view;
    sameTime.endColumn = view.endColumn;
    const std::int64_t ahead = endSlot - m_endSlot;
    bool const canGoOn =
        m_valid && wanted == m_picture.size() && sameTime == view && ahead >= 0 && ahead < shown / 2;
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

void HeatRaster::paint(QPainter& painter, QPoint const& at) const
{
    int const width = m_picture.width();
    int const split = ringX(m_endSlot); // where the oldest slot is
    painter.drawImage(at, m_picture, QRect(split, 0, width - split, m_picture.height()));
    painter.drawImage(at + QPoint(width - split, 0), m_picture, QRect(0, 0, split, m_picture.height()));
    const Marks open = marksFrom(m_open);
    int const x = at.x() + width - m_view.slotPixels / 2 - 1;
    auto const bubble = [&](float size, double tick, bool buy) {
        if (size > 0 && size >= m_smallBubble) {
            const QImage& image = sprite(radiusOf(size), buy);
            const int y = at.y() + static_cast<int>(yOf(m_view, tick));
            painter.drawImage(x - image.width() / 2, y - image.height() / 2, image);
        }
    };
    bubble(open.buys, open.buyTick, true);
    bubble(open.sells, open.sellTick, false);
}

double HeatRaster::yOf(HeatView const& view, double tick)
{
    double const below = static_cast<double>(view.rows.topTick) - tick + 0.5;
    return below / view.rows.ticksPerRow * view.rowPixels;
}

void HeatRaster::drawAll()
{
    const std::int64_t first = m_endSlot - slotCount();
    m_marks.assign(static_cast<std::size_t>(slotCount()), Marks{});
    chooseFullSize();
    // The slot before the first is not shown, but the best-price lines come from there.
    m_scan.start((first - 1) * m_view.columnsPerSlot, m_view.rows);
    m_scan.next(m_view.columnsPerSlot, m_open);
    m_beforeFirst = marksFrom(m_open);
    std::int64_t at = first;
    while (at < m_endSlot - 1) {
        // A batch neither wraps around the ring nor takes in the open slot.
        const std::int64_t toWrap = slotCount() - ringX(at) / m_view.slotPixels;
        auto const count = std::min<std::int64_t>({batchSlots, toWrap, m_endSlot - 1 - at});
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
    auto const recorded = m_store.endColumn() - open * m_view.columnsPerSlot;
    m_scan.peek(recorded > 0 ? std::min(recorded, m_view.columnsPerSlot) : m_view.columnsPerSlot, m_open);
    const std::vector<HeatSlot> one{m_open};
    drawSlots(open, one);
    const std::int64_t reach = largestRadius / m_view.slotPixels + 1;
    drawBubblesInto(open, open, std::max(m_endSlot - slotCount(), open - reach), open - 1);
}

void HeatRaster::drawSlots(std::int64_t first, std::vector<HeatSlot> const& shown)
{
    drawSizes(first, shown);
    for (std::size_t i = 0; i < shown.size(); ++i) {
        auto const slot = first + static_cast<std::int64_t>(i);
        marksOf(slot) = marksFrom(shown[i]);
        drawBestLines(slot);
    }
    m_slotsDrawn += shown.size();
}

void HeatRaster::drawSizes(std::int64_t first, std::vector<HeatSlot> const& shown)
{
    auto const rows = static_cast<std::size_t>(m_view.rows.rows);
    // Slot by slot to colour steps, then row by row into the picture: each side reads and writes in order.
    m_steps.resize(rows * shown.size());
    float const scale = (HeatPalette::steps - 1) / m_fullSize;
    for (std::size_t i = 0; i < shown.size(); ++i) {
        float const* sizes = shown[i].sizes.data();
        std::uint16_t* steps = m_steps.data() + i * rows;
        for (std::size_t row = 0; row < rows; ++row) {
            float const step = std::min(sizes[row] * scale, static_cast<float>(HeatPalette::steps - 1));
            steps[row] = static_cast<std::uint16_t>(static_cast<int>(step));
        }
    }
    int const x0 = ringX(first);
    auto const wide = static_cast<std::size_t>(m_view.slotPixels);
    std::vector<QRgb> line(shown.size());
    std::vector<QRgb> wideLine(shown.size() * wide);
    auto const bytesPerLine = m_picture.bytesPerLine();
    uchar* const pixels = m_picture.bits() + static_cast<std::ptrdiff_t>(x0) * 4;
    for (std::size_t row = 0; row < rows; ++row) {
        for (std::size_t i = 0; i < shown.size(); ++i) {
            line[i] = m_palette.color(m_steps[i * rows + row]);
        }
        std::vector<QRgb> const& source = wide == 1 ? line : wideLine;
        if (wide != 1) {
            for (std::size_t x = 0; x < wideLine.size(); ++x) {
                wideLine[x] = line[x / wide];
            }
        }
        int const top = static_cast<int>(row) * m_view.rowPixels;
        int const bottom = std::min(top + m_view.rowPixels, m_picture.height());
        for (int y = top; y < bottom; ++y) {
            std::memcpy(pixels + y * bytesPerLine, source.data(), source.size() * sizeof(QRgb));
        }
    }
    for (std::size_t i = 0; i < shown.size(); ++i) {
        if (shown[i].stale) {
            drawHatching(x0 + static_cast<int>(i * wide));
        }
    }
}

void HeatRaster::drawHatching(int left)
{
    for (int y = 0; y < m_picture.height(); ++y) {
        auto* pixels = reinterpret_cast<QRgb*>(m_picture.scanLine(y));
        for (int x = left; x < left + m_view.slotPixels; ++x) {
            if ((x + y) % hatchPeriod < 2) {
                pixels[x] = m_palette.hatch();
            }
        }
    }
}

void HeatRaster::drawBestLines(std::int64_t slot)
{
    Marks const& here = marksOf(slot);
    Marks const& before = slot > m_endSlot - slotCount() ? marksOf(slot - 1) : m_beforeFirst;
    for (int i = 0; i < m_view.slotPixels; ++i) {
        int const x = ringX(slot) + i;
        drawLine(x, i == 0 ? before.bidTick : here.bidTick, here.bidTick, m_theme.bid.rgb());
        drawLine(x, i == 0 ? before.askTick : here.askTick, here.askTick, m_theme.ask.rgb());
    }
}

void HeatRaster::drawLine(int x, std::int32_t from, std::int32_t to, QRgb color)
{
    if (to == 0) {
        return;
    }
    auto const y0 = static_cast<int>(yOf(m_view, from == 0 ? to : from));
    auto const y1 = static_cast<int>(yOf(m_view, to));
    int const top = std::max(std::min(y0, y1), 0);
    int const bottom = std::min(std::max(y0, y1) + 1, m_picture.height() - 1);
    for (int y = top; y <= bottom; ++y) {
        reinterpret_cast<QRgb*>(m_picture.scanLine(y))[x] = color;
    }
}

// `origin` is where the picture's oldest slot would be.
void HeatRaster::drawBubbles(QPainter& painter, std::int64_t slot, int origin) const
{
    Marks const& marks = marksOf(slot);
    auto const bubble = [&](float size, double tick, bool buy) {
        if (size <= 0 || size < m_smallBubble) {
            return;
        }
        const QImage& image = sprite(radiusOf(size), buy);
        const auto after = static_cast<int>(slot - (m_endSlot - slotCount()));
        const int x = origin + after * m_view.slotPixels + m_view.slotPixels / 2 - image.width() / 2;
        painter.drawImage(x, static_cast<int>(yOf(m_view, tick)) - image.height() / 2, image);
    };
    bubble(marks.buys, marks.buyTick, true);
    bubble(marks.sells, marks.sellTick, false);
}

// Draws the bubbles of the slots [firstFrom, lastFrom], but only the parts that lie in [firstDrawn,
// lastDrawn].
void HeatRaster::drawBubblesInto(
    std::int64_t firstDrawn, std::int64_t lastDrawn, std::int64_t firstFrom, std::int64_t lastFrom
)
{
    if (lastDrawn < firstDrawn) {
        return;
    }
    int const width = m_picture.width();
    int const height = m_picture.height();
    int const split = ringX(m_endSlot); // the oldest slot's place in the ring
    auto const after = static_cast<int>(firstDrawn - (m_endSlot - slotCount()));
    int const left = after * m_view.slotPixels;
    int const right = left + static_cast<int>(lastDrawn - firstDrawn + 1) * m_view.slotPixels;
    QPainter painter(&m_picture);
    // The ring's two pieces, each with the place its oldest slot would have.
    for (int const origin : {split, split - width}) {
        int const from = std::max(left + origin, origin == split ? split : 0);
        int const to = std::min(right + origin, origin == split ? width : split);
        if (from >= to) {
            continue;
        }
        painter.setClipRect(from, 0, to - from, height);
        for (std::int64_t slot = firstFrom; slot <= lastFrom; ++slot) {
            drawBubbles(painter, slot, origin);
        }
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
    float const found = percentile(sizes, 0.985);
    m_fullSize = found > 0 ? found * 1.25F : 1.0F;
}

// Only the largest trades get a bubble, so many as leave the map readable.
void HeatRaster::chooseBubbles()
{
    std::vector<float> sizes;
    for (Marks const& marks : m_marks) {
        for (float const size : {marks.buys, marks.sells}) {
            if (size > 0) {
                sizes.push_back(size);
            }
        }
    }
    double const room = m_picture.width() * bubblesAPixel;
    double const share = sizes.empty() ? 1.0 : std::min(1.0, room / static_cast<double>(sizes.size()));
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

HeatRaster::Marks const& HeatRaster::marksOf(std::int64_t slot) const
{
    return m_marks[static_cast<std::size_t>(ringX(slot) / m_view.slotPixels)];
}

HeatRaster::Marks& HeatRaster::marksOf(std::int64_t slot)
{
    return m_marks[static_cast<std::size_t>(ringX(slot) / m_view.slotPixels)];
}

int HeatRaster::radiusOf(float size) const
{
    float const above = (size - m_smallBubble) / std::max(m_largeBubble - m_smallBubble, 1e-9F);
    float const radius = smallestRadius + (largestRadius - smallestRadius) * std::sqrt(std::max(above, 0.0F));
    return std::clamp(static_cast<int>(std::lround(radius)), smallestRadius, largestRadius);
}

QImage const& HeatRaster::sprite(int radius, bool buy) const
{
    QImage& image = m_sprites[{radius, buy}];
    if (image.isNull()) {
        image = makeBubble(radius, buy ? m_theme.bid : m_theme.ask);
    }
    return image;
}

HeatRaster::Marks HeatRaster::marksFrom(HeatSlot const& slot)
{
    Marks marks{slot.bidTick, slot.askTick, slot.buys, slot.sells, 0, 0};
    marks.buyTick = slot.buys > 0 ? slot.buyTicks / static_cast<double>(slot.buys) : 0;
    marks.sellTick = slot.sells > 0 ? slot.sellTicks / static_cast<double>(slot.sells) : 0;
    return marks;
}

} // namespace qob
