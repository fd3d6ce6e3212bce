#pragma once

#include "ui/charts/heat_bubbles.h"
#include "ui/charts/heat_shader.h"
#include "ui/charts/heat_sums.h"

namespace qob {

// What part of the history is shown and how large. Time is in slots: a slot is `columnsPerSlot` columns of
// history and `slotPixels` pixels wide (one of the two is 1); the newest shown slot ends at column
// `endColumn`, which is a multiple of columnsPerSlot.
struct HeatView {
    std::int64_t endColumn = 0;
    std::int64_t columnsPerSlot = 1;
    int slotPixels = 1;
    HeatRows rows;
    int rowPixels = 1;
    int topPixels = 0; // of the first row that are above the picture

    friend bool operator==(HeatView const&, HeatView const&) = default;

    // The middle of a tick's row.
    [[nodiscard]] double yOf(double tick) const
    {
        double const below = static_cast<double>(rows.topTick) - tick + 0.5;
        return below / rows.ticksPerRow * rowPixels - topPixels;
    }

    [[nodiscard]] double tickAt(double y) const
    {
        return rows.topTick + 0.5 - (y + topPixels) / rowPixels * rows.ticksPerRow;
    }
};

// What a slot shows besides sizes.
struct HeatMarks {
    std::int32_t bidTick = 0; // 0: none
    std::int32_t askTick = 0;
    std::int32_t lastTick = 0;
    bool stale = false;
    double buys = 0;
    double sells = 0;
    double buyTicks = 0;
    double sellTicks = 0;
    HeatSum sum; // of the session, at the slot's end; nothing in the past, which has none
};

// The heat map as pixels. The picture is a ring of slots: when time goes on, only the new slot is drawn and
// the picture is shown in two pieces. Lines and the bubbles of trades are part of the picture; only the
// newest, still growing bubbles are drawn on top at each paint. GUI thread.
class HeatRaster {
public:
    HeatRaster(HeatStore const& store, Theme const& theme);

    // Takes effect at the next show().
    void setLook(HeatLook const& look);

    [[nodiscard]] HeatLook const& look() const { return m_look; }

    // Makes the picture of this size show this view, with as little drawing as that needs.
    void show(QSize const& size, HeatView const& view);

    // Draw everything at the next show().
    void invalidate() { m_valid = false; }

    // The history was replaced by another.
    void reset()
    {
        m_sums = {};
        m_valid = false;
    }

    // The largest size shown but for a few; chosen when everything is drawn, or locked by the look.
    [[nodiscard]] float largestSize() const { return m_largest; }

    // The sizes the palette is spread over.
    [[nodiscard]] float lowSize() const { return m_low; }

    [[nodiscard]] float fullSize() const { return m_high; }

    [[nodiscard]] HeatPalette const& palette() const { return m_shader.palette(); }

    [[nodiscard]] HeatBubbles const& bubbles() const { return m_bubbles; }

    [[nodiscard]] HeatSums const& sums() const { return m_sums; }

    // Whether the view ends where sums are known, not in the past.
    [[nodiscard]] bool endsWithSums() const { return m_view.endColumn > m_store.firstColumn(); }

    void paint(QPainter& painter, QPoint const& at) const;

    // Sizes of the rows in the newest slot.
    [[nodiscard]] std::vector<float> const& newestSizes() const { return m_slot.sizes; }

    // A bubble that stands out; where it is in the picture.
    struct LargeTrade {
        int x = 0;
        int y = 0;
        double size = 0;
        bool buy = false;
    };

    // Of this size and more, oldest first.
    [[nodiscard]] std::vector<LargeTrade> largeTrades(double least) const;

    // The shown slots, oldest first; valid after show().
    [[nodiscard]] int slotCount() const;
    [[nodiscard]] HeatMarks const& shownMarks(int index) const;

    // Slots drawn so far: a measure of work.
    [[nodiscard]] std::uint64_t slotsDrawn() const { return m_slotsDrawn; }

    [[nodiscard]] std::size_t bytes() const { return static_cast<std::size_t>(m_picture.sizeInBytes()); }

private:
    void drawAll();
    void lookBack(std::int64_t first);
    void goOn();
    void drawOpenSlot();
    void drawClosed(std::int64_t first, std::int64_t count);
    void drawSlots(std::int64_t first, std::int64_t count);
    void drawTile(int x0, std::size_t firstRow, std::size_t rows, std::size_t count);
    void drawHatching(int left);
    void drawLines(std::int64_t slot);
    void drawLine(int x, double from, double to, QRgb color);
    void drawBubbles(QPainter& painter, std::int64_t slice, int origin) const;
    [[nodiscard]] int sliceX(std::int64_t slice) const;
    void drawBubblesInto(
        std::int64_t firstDrawn, std::int64_t lastDrawn, std::int64_t firstSlice, std::int64_t lastSlice
    );
    [[nodiscard]] float sampledLargest() const;
    void chooseCuts(float largest);
    bool contrastWentOff(std::int64_t ahead);
    void chooseBubbles();
    void setMarks(std::int64_t slot, HeatSlot const& shown);
    [[nodiscard]] HeatMarks sliceMarks(std::int64_t slice) const;
    [[nodiscard]] double slotSeconds() const;
    // Bubbles gather the trades of a slice of so many slots.
    [[nodiscard]] std::int64_t sliceSlots() const;
    [[nodiscard]] std::int64_t lastWholeSlice() const;
    // How many slots a bubble reaches beyond its slice.
    [[nodiscard]] std::int64_t reachSlots() const;
    [[nodiscard]] int ringX(std::int64_t slot) const;
    [[nodiscard]] std::size_t markIndex(std::int64_t slot) const;

    [[nodiscard]] HeatMarks const& marksOf(std::int64_t slot) const { return m_marks[markIndex(slot)]; }

    HeatMarks& marksOf(std::int64_t slot) { return m_marks[markIndex(slot)]; }

    HeatStore const& m_store;
    Theme const& m_theme;
    HeatLook m_look;
    HeatShader m_shader;
    HeatBubbles m_bubbles;
    HeatSums m_sums;
    HeatScan m_scan;
    QImage m_picture;
    HeatView m_view;
    bool m_valid = false;
    std::int64_t m_endSlot = 0;     // one past the newest slot of the picture
    std::vector<HeatMarks> m_marks; // a ring too; some slots longer, for bubbles that reach into the picture
    std::vector<std::uint16_t> m_codes; // of a batch, slot by slot
    std::vector<QRgb> m_tile;           // of a batch, some rows
    HeatSlot m_slot;                    // read last; after show() the newest
    float m_largest = 1;
    float m_low = 0;
    float m_high = 1;
    std::int64_t m_slotsSinceChosen = 0;
    std::uint64_t m_slotsDrawn = 0;
};

} // namespace qob
