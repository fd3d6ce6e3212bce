#include "ui/charts/heat_raster.h"

#include <algorithm>
#include <cmath>
#include <cstring>

namespace qob {

namespace {

constexpr int batchSlots = 64; // drawn together, so that whole cache lines of the picture are written
constexpr std::size_t tileRows = 16;
constexpr int hatchPeriod = 9;
constexpr float contrastSlack = 1.3F; // the largest size may change by this before the contrast follows

std::int64_t floorDiv(std::int64_t a, std::int64_t b)
{
    return a / b - (a % b < 0 ? 1 : 0);
}

} // namespace

HeatRaster::HeatRaster(HeatStore const& store, Theme const& theme)
    : m_store(store)
    , m_theme(theme)
    , m_shader(m_look)
    , m_bubbles(theme)
    , m_scan(store)
{}

void HeatRaster::setLook(HeatLook const& look)
{
    if (look != m_look) {
        m_look = look;
        m_shader.setLook(look);
        m_scan.wantTraded(m_shader.wantsTraded());
        m_valid = false;
    }
}

void HeatRaster::show(QSize const& size, HeatView const& view)
{
    m_sums.take(m_store);
    int const shown = (size.width() + view.slotPixels - 1) / view.slotPixels;
    const QSize wanted(std::max(1, shown) * view.slotPixels, std::max(1, size.height()));
    const std::int64_t endSlot = view.endColumn / view.columnsPerSlot;
    HeatView sameTime = m_view;
    sameTime.endColumn = view.endColumn;
    const std::int64_t ahead = endSlot - m_endSlot;
    bool const canGoOn = m_valid && wanted == m_picture.size() && sameTime == view && ahead >= 0 &&
                         ahead < shown / 2 && !contrastWentOff(ahead);
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
    if (m_look.bubbles) {
        painter.translate(at);
        drawBubbles(painter, lastWholeSlice() + 1, 0);
        painter.translate(-at);
    }
}

int HeatRaster::slotCount() const
{
    return m_picture.width() / m_view.slotPixels;
}

HeatMarks const& HeatRaster::shownMarks(int index) const
{
    return marksOf(m_endSlot - slotCount() + index);
}

void HeatRaster::drawAll()
{
    const std::int64_t first = m_endSlot - slotCount();
    chooseCuts(m_look.lockedSize > 0 ? static_cast<float>(m_look.lockedSize) : sampledLargest());
    lookBack(first);
    std::int64_t at = first;
    while (at < m_endSlot - 1) {
        // A batch neither wraps around the ring nor takes in the open slot.
        const std::int64_t toWrap = slotCount() - ringX(at) / m_view.slotPixels;
        auto const count = std::min<std::int64_t>({batchSlots, toWrap, m_endSlot - 1 - at});
        drawClosed(at, count);
        at += count;
    }
    chooseBubbles();
    const std::int64_t firstSlice = floorDiv(first - reachSlots(), sliceSlots());
    drawBubblesInto(first, m_endSlot - 2, firstSlice, lastWholeSlice());
    drawOpenSlot();
}

// Reads the slots before the first shown one: their bubbles may reach into the picture, lines come from
// there, and some shadings have to know what was there before.
void HeatRaster::lookBack(std::int64_t first)
{
    auto const kept = sliceSlots() + reachSlots();
    m_marks.assign(static_cast<std::size_t>(slotCount() + kept + 1), HeatMarks{});
    const std::int64_t recorded = m_store.pastColumn() / m_view.columnsPerSlot;
    const std::int64_t wanted = first - m_shader.slotsBefore(slotSeconds(), m_view.slotPixels);
    std::int64_t at = std::min(first - kept, std::max(wanted, recorded));
    m_shader.start(static_cast<std::size_t>(m_view.rows.rows), slotSeconds(), m_view.slotPixels);
    m_scan.start(at * m_view.columnsPerSlot, m_view.rows);
    for (; at < first; ++at) {
        m_scan.next(m_view.columnsPerSlot, m_slot);
        m_shader.next(m_slot, nullptr);
        if (at == first - kept) {
            marksOf(at - 1).sum = m_sums.before(at * m_view.columnsPerSlot);
        }
        if (at >= first - kept) {
            setMarks(at, m_slot);
        }
    }
}

void HeatRaster::goOn()
{
    const std::int64_t endSlot = m_view.endColumn / m_view.columnsPerSlot;
    const std::int64_t firstClosed = m_endSlot - 1; // it was open until now
    const std::int64_t drawnSlices = lastWholeSlice();
    m_endSlot = endSlot;
    for (std::int64_t slot = firstClosed; slot < endSlot - 1; ++slot) {
        drawClosed(slot, 1);
    }
    const std::int64_t oldest = m_endSlot - slotCount();
    const std::int64_t lastClosed = endSlot - 2;
    // Older bubbles reach into what was drawn now, and the new ones back into what stands.
    const std::int64_t firstSlice = floorDiv(firstClosed - reachSlots(), sliceSlots());
    drawBubblesInto(firstClosed, lastClosed, firstSlice, lastWholeSlice());
    if (lastWholeSlice() > drawnSlices) {
        const std::int64_t reached = (drawnSlices + 1) * sliceSlots() - reachSlots();
        drawBubblesInto(std::max(oldest, reached), firstClosed - 1, drawnSlices + 1, lastWholeSlice());
    }
    drawOpenSlot();
}

void HeatRaster::drawOpenSlot()
{
    const std::int64_t open = m_endSlot - 1;
    // What has not happened yet is not a gap.
    auto const recorded = m_store.endColumn() - open * m_view.columnsPerSlot;
    m_scan.peek(recorded > 0 ? std::min(recorded, m_view.columnsPerSlot) : m_view.columnsPerSlot, m_slot);
    m_codes.resize(static_cast<std::size_t>(m_view.rows.rows));
    m_shader.peek(m_slot, m_codes.data());
    setMarks(open, m_slot);
    drawSlots(open, 1);
    drawBubblesInto(open, open, floorDiv(open - reachSlots(), sliceSlots()), lastWholeSlice());
}

// The scan's next slots. Each one is coded while its sizes are in the nearest cache.
void HeatRaster::drawClosed(std::int64_t first, std::int64_t count)
{
    auto const rows = static_cast<std::size_t>(m_view.rows.rows);
    m_codes.resize(rows * static_cast<std::size_t>(count));
    for (std::int64_t i = 0; i < count; ++i) {
        m_scan.next(m_view.columnsPerSlot, m_slot);
        m_shader.next(m_slot, m_codes.data() + static_cast<std::size_t>(i) * rows);
        setMarks(first + i, m_slot);
    }
    drawSlots(first, count);
}

// From their codes and marks.
void HeatRaster::drawSlots(std::int64_t first, std::int64_t count)
{
    auto const rows = static_cast<std::size_t>(m_view.rows.rows);
    int const x0 = ringX(first);
    for (std::size_t row = 0; row < rows; row += tileRows) {
        drawTile(x0, row, std::min(tileRows, rows - row), static_cast<std::size_t>(count));
    }
    for (std::int64_t slot = first; slot < first + count; ++slot) {
        if (marksOf(slot).stale) {
            drawHatching(ringX(slot));
        }
        drawLines(slot);
    }
    m_slotsDrawn += static_cast<std::uint64_t>(count);
}

// Some rows of the batch: colours are looked up down the slots, as the codes lie, into a tile that stays in
// the nearest cache, and copied along the rows.
void HeatRaster::drawTile(int x0, std::size_t firstRow, std::size_t rows, std::size_t count)
{
    auto const allRows = static_cast<std::size_t>(m_view.rows.rows);
    auto const wide = static_cast<std::size_t>(m_view.slotPixels);
    const std::size_t width = count * wide;
    m_tile.resize(tileRows * width);
    QRgb const* colors = m_shader.palette().colors();
    for (std::size_t i = 0; i < count; ++i) {
        std::uint16_t const* codes = m_codes.data() + i * allRows + firstRow;
        QRgb* to = m_tile.data() + i * wide;
        for (std::size_t row = 0; row < rows; ++row, to += width) {
            to[0] = colors[codes[row]];
            if (wide != 1) {
                std::fill(to + 1, to + wide, to[0]);
            }
        }
    }
    auto const bytesPerLine = m_picture.bytesPerLine();
    uchar* const pixels = m_picture.bits() + static_cast<std::ptrdiff_t>(x0) * 4;
    for (std::size_t row = 0; row < rows; ++row) {
        int const top = static_cast<int>(firstRow + row) * m_view.rowPixels - m_view.topPixels;
        int const bottom = std::min(top + m_view.rowPixels, m_picture.height());
        for (int y = std::max(top, 0); y < bottom; ++y) {
            std::memcpy(pixels + y * bytesPerLine, m_tile.data() + row * width, width * sizeof(QRgb));
        }
    }
}

void HeatRaster::drawHatching(int left)
{
    for (int y = 0; y < m_picture.height(); ++y) {
        auto* pixels = reinterpret_cast<QRgb*>(m_picture.scanLine(y));
        for (int x = left; x < left + m_view.slotPixels; ++x) {
            if ((x + y) % hatchPeriod < 2) {
                pixels[x] = m_shader.palette().hatch();
            }
        }
    }
}

void HeatRaster::drawLines(std::int64_t slot)
{
    HeatMarks const& here = marksOf(slot);
    HeatMarks const& before = marksOf(slot - 1);
    auto const average = [](HeatMarks const& marks) {
        return marks.sum.volume > 0 && !marks.stale ? marks.sum.volumeTicks / marks.sum.volume : 0.0;
    };
    auto const line = [&](double from, double to, QRgb color) {
        for (int i = 0; i < m_view.slotPixels; ++i) {
            drawLine(ringX(slot) + i, i == 0 ? from : to, to, color);
        }
    };
    if (m_look.vwap) {
        line(average(before), average(here), m_theme.accent.lighter(125).rgb());
    }
    if (m_look.bestLines) {
        line(before.bidTick, here.bidTick, m_theme.bid.rgb());
        line(before.askTick, here.askTick, m_theme.ask.rgb());
    }
    if (m_look.lastLine && !here.stale) {
        line(before.stale ? 0 : before.lastTick, here.lastTick, m_theme.last.rgb());
    }
}

void HeatRaster::drawLine(int x, double from, double to, QRgb color)
{
    if (to == 0) {
        return;
    }
    auto const y0 = static_cast<int>(m_view.yOf(from == 0 ? to : from));
    auto const y1 = static_cast<int>(m_view.yOf(to));
    int const top = std::max(std::min(y0, y1), 0);
    int const bottom = std::min(std::max(y0, y1) + 1, m_picture.height() - 1);
    for (int y = top; y <= bottom; ++y) {
        reinterpret_cast<QRgb*>(m_picture.scanLine(y))[x] = color;
    }
}

// `origin` is where the picture's oldest slot would be.
void HeatRaster::drawBubbles(QPainter& painter, std::int64_t slice, int origin) const
{
    const HeatMarks marks = sliceMarks(slice);
    int const x = origin + sliceX(slice);
    if (m_bubbles.shows(marks.buys)) {
        m_bubbles.draw(painter, x, qRound(m_view.yOf(marks.buyTicks / marks.buys)), marks.buys, true);
    }
    if (m_bubbles.shows(marks.sells)) {
        m_bubbles.draw(painter, x, qRound(m_view.yOf(marks.sellTicks / marks.sells)), marks.sells, false);
    }
}

std::vector<HeatRaster::LargeTrade> HeatRaster::largeTrades(double least) const
{
    std::vector<LargeTrade> found;
    const std::int64_t first = floorDiv(m_endSlot - slotCount(), sliceSlots());
    for (std::int64_t slice = first; slice <= lastWholeSlice() + 1; ++slice) {
        const HeatMarks marks = sliceMarks(slice);
        if (marks.buys > 0 && marks.buys >= least) {
            found.push_back({sliceX(slice), qRound(m_view.yOf(marks.buyTicks / marks.buys)), marks.buys, true}
            );
        }
        if (marks.sells > 0 && marks.sells >= least) {
            found.push_back(
                {sliceX(slice), qRound(m_view.yOf(marks.sellTicks / marks.sells)), marks.sells, false}
            );
        }
    }
    return found;
}

// The middle of a slice, from where the oldest slot is.
int HeatRaster::sliceX(std::int64_t slice) const
{
    const std::int64_t after = slice * sliceSlots() - (m_endSlot - slotCount());
    auto const width = static_cast<int>(sliceSlots()) * m_view.slotPixels;
    return static_cast<int>(after) * m_view.slotPixels + width / 2;
}

// Draws the bubbles of the slices [firstSlice, lastSlice], but only the parts that lie in the slots
// [firstDrawn, lastDrawn].
void HeatRaster::drawBubblesInto(
    std::int64_t firstDrawn, std::int64_t lastDrawn, std::int64_t firstSlice, std::int64_t lastSlice
)
{
    if (lastDrawn < firstDrawn || !m_look.bubbles) {
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
        for (std::int64_t slice = firstSlice; slice <= lastSlice; ++slice) {
            drawBubbles(painter, slice, origin);
        }
    }
}

// From a sample of the shown slots: the size that all but the largest few in a hundred stay below.
float HeatRaster::sampledLargest() const
{
    constexpr int samples = 16;
    std::vector<float> sizes;
    HeatScan scan(m_store);
    HeatSlot slot;
    for (int i = 0; i < samples; ++i) {
        const std::int64_t at = m_endSlot - 1 - std::int64_t{slotCount() - 1} * i / samples;
        scan.start(at * m_view.columnsPerSlot, m_view.rows);
        scan.next(1, slot);
        std::copy_if(slot.sizes.begin(), slot.sizes.end(), std::back_inserter(sizes), [](float size) {
            return size > 0;
        });
    }
    float const found = percentile(sizes, 0.985);
    return found > 0 ? found * 1.25F : 1.0F;
}

void HeatRaster::chooseCuts(float largest)
{
    m_slotsSinceChosen = 0;
    m_largest = largest;
    if (m_look.exactCuts) {
        m_low = static_cast<float>(m_look.lowSize);
        m_high = m_look.highSize > 0 ? static_cast<float>(m_look.highSize) : m_largest;
    } else {
        m_low = m_largest * static_cast<float>(m_look.lowPercent / 100);
        m_high = m_largest * static_cast<float>(m_look.highPercent / 100);
    }
    m_high = std::max(m_high, m_low * 1.001F);
    m_shader.setCuts(m_low, m_high);
}

// Now and then, while the picture goes on: whether what is shown now needs another contrast.
bool HeatRaster::contrastWentOff(std::int64_t ahead)
{
    m_slotsSinceChosen += ahead;
    if (m_slotsSinceChosen < slotCount() / 4 || m_look.lockedSize > 0) {
        return false;
    }
    m_slotsSinceChosen = 0;
    float const largest = sampledLargest();
    return largest > m_largest * contrastSlack || largest * contrastSlack < m_largest;
}

void HeatRaster::chooseBubbles()
{
    std::vector<float> sizes;
    const std::int64_t first = floorDiv(m_endSlot - slotCount(), sliceSlots());
    for (std::int64_t slice = first; slice <= lastWholeSlice(); ++slice) {
        const HeatMarks marks = sliceMarks(slice);
        for (double const size : {marks.buys, marks.sells}) {
            if (size > 0) {
                sizes.push_back(static_cast<float>(size));
            }
        }
    }
    m_bubbles.choose(std::move(sizes), m_picture.width(), m_look.leastBubble);
}

void HeatRaster::setMarks(std::int64_t slot, HeatSlot const& shown)
{
    HeatMarks& marks = marksOf(slot);
    marks.bidTick = shown.bidTick;
    marks.askTick = shown.askTick;
    marks.lastTick = shown.lastTick;
    marks.stale = shown.stale;
    marks.buys = shown.buys;
    marks.sells = shown.sells;
    marks.buyTicks = shown.buyTicks;
    marks.sellTicks = shown.sellTicks;
    const std::int64_t begin = slot * m_view.columnsPerSlot;
    const std::int64_t end = begin + m_view.columnsPerSlot;
    if (end <= m_store.firstColumn()) {
        marks.sum = {}; // of the past the trades are known, but not from the session's beginning on
    } else if (begin <= m_store.firstColumn() || HeatSums::crossesDay(begin - 1, end - 1)) {
        marks.sum = m_sums.before(end);
    } else {
        marks.sum = marksOf(slot - 1).sum;
        const HeatSum here{
            shown.buys + shown.sells, shown.buyTicks + shown.sellTicks, shown.buys - shown.sells};
        marks.sum.add(here);
    }
}

// A slice's trades together, as far as they are known.
HeatMarks HeatRaster::sliceMarks(std::int64_t slice) const
{
    HeatMarks sum;
    const std::int64_t end = std::min((slice + 1) * sliceSlots(), m_endSlot);
    for (std::int64_t slot = slice * sliceSlots(); slot < end; ++slot) {
        HeatMarks const& marks = marksOf(slot);
        sum.buys += marks.buys;
        sum.sells += marks.sells;
        sum.buyTicks += marks.buyTicks;
        sum.sellTicks += marks.sellTicks;
    }
    return sum;
}

double HeatRaster::slotSeconds() const
{
    return static_cast<double>(m_view.columnsPerSlot) * static_cast<double>(heatColumnTime.value) * 1e-9;
}

std::int64_t HeatRaster::sliceSlots() const
{
    return std::max(1, m_look.slicePixels / m_view.slotPixels);
}

// The open slot may still grow.
std::int64_t HeatRaster::lastWholeSlice() const
{
    return floorDiv(m_endSlot - 1, sliceSlots()) - 1;
}

std::int64_t HeatRaster::reachSlots() const
{
    return (HeatBubbles::largestRadius + 2) / m_view.slotPixels + 2 + sliceSlots();
}

int HeatRaster::ringX(std::int64_t slot) const
{
    const std::int64_t count = slotCount();
    return static_cast<int>((slot % count + count) % count) * m_view.slotPixels;
}

std::size_t HeatRaster::markIndex(std::int64_t slot) const
{
    auto const count = std::ssize(m_marks);
    return static_cast<std::size_t>((slot % count + count) % count);
}

} // namespace qob
