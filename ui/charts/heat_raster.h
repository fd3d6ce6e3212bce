#pragma once

#include "ui/charts/heat_palette.h"
#include "ui/charts/heat_scan.h"
#include "ui/look/theme.h"

#include <QImage>
#include <QPainter>

#include <map>

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

    friend bool operator==(HeatView const&, HeatView const&) = default;
};

// The heat map as pixels. The picture is a ring of slots: when time goes on, only the new slot is drawn and
// the picture is shown in two pieces. Trade bubbles and the best-price lines are part of the picture; only
// the newest, still growing bubble is drawn on top at each paint. GUI thread.
class HeatRaster {
public:
    HeatRaster(HeatStore const& store, Theme const& theme);

    // Makes the picture of this size show this view, with as little drawing as that needs.
    void show(QSize const& size, HeatView const& view);

    // Draw everything at the next show(): the history was replaced.
    void invalidate() { m_valid = false; }

    // The size that gets the fullest colour; chosen from what is shown when everything is drawn.
    [[nodiscard]] float fullSize() const { return m_fullSize; }

    void paint(QPainter& painter, QPoint const& at) const;

    // Slots drawn so far: a measure of work.
    [[nodiscard]] std::uint64_t slotsDrawn() const { return m_slotsDrawn; }

    [[nodiscard]] std::size_t bytes() const { return static_cast<std::size_t>(m_picture.sizeInBytes()); }

    // The middle of a tick's row.
    [[nodiscard]] static double yOf(HeatView const& view, double tick);

private:
    // A slot's marks, kept to draw bubbles that reach into its neighbours.
    struct Marks {
        std::int32_t bidTick = 0;
        std::int32_t askTick = 0;
        float buys = 0;
        float sells = 0;
        double buyTick = 0;
        double sellTick = 0;
    };

    void drawAll();
    void goOn();
    void drawOpenSlot();
    void drawSlots(std::int64_t first, std::vector<HeatSlot> const& shown);
    void drawSizes(std::int64_t first, std::vector<HeatSlot> const& shown);
    void drawHatching(int left);
    void drawBestLines(std::int64_t slot);
    void drawLine(int x, std::int32_t from, std::int32_t to, QRgb color);
    void drawBubbles(QPainter& painter, std::int64_t slot, int origin) const;
    void drawBubblesInto(
        std::int64_t firstDrawn, std::int64_t lastDrawn, std::int64_t firstFrom, std::int64_t lastFrom
    );
    void chooseFullSize();
    void chooseBubbles();
    [[nodiscard]] int slotCount() const;
    [[nodiscard]] int ringX(std::int64_t slot) const;
    [[nodiscard]] Marks const& marksOf(std::int64_t slot) const;
    Marks& marksOf(std::int64_t slot);
    [[nodiscard]] int radiusOf(float size) const;
    [[nodiscard]] QImage const& sprite(int radius, bool buy) const;
    static Marks marksFrom(HeatSlot const& slot);

    HeatStore const& m_store;
    Theme const& m_theme;
    HeatPalette m_palette;
    HeatScan m_scan;
    QImage m_picture;
    HeatView m_view;
    bool m_valid = false;
    std::int64_t m_endSlot = 0; // one past the newest slot of the picture
    std::vector<Marks> m_marks; // a ring like the picture
    Marks m_beforeFirst;        // of the slot before the oldest, when everything was drawn
    std::vector<HeatSlot> m_batch;
    std::vector<std::uint16_t> m_steps; // of a batch, slot by slot
    HeatSlot m_open;
    float m_fullSize = 1;
    float m_smallBubble = 0; // traded in a slot: less gets no bubble
    float m_largeBubble = 1; // this and more gets the largest
    mutable std::map<std::pair<int, bool>, QImage> m_sprites;
    std::uint64_t m_slotsDrawn = 0;
};

} // namespace qob
