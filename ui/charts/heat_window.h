#pragma once

#include "ui/charts/heat_raster.h"

namespace qob {

// Which part of price and time a heat map shows, and how it is moved: zoomed, dragged, following the newest
// column and the price. Turns all of that into the raster's view. GUI thread.
class HeatWindow {
public:
    explicit HeatWindow(HeatStore const& store) : m_store(store) {}

    // The plot's size in pixels.
    void resize(QSize const& size) { m_size = size; }

    // Follows the newest column again and fits the prices, until the user moves them.
    void reset()
    {
        m_follow = m_autoPrice = true;
        m_fittedColumns = 0;
    }

    // As much history as this, and the prices that go with it.
    void showSpan(Duration span);

    // factor > 1 shows more; the point under the cursor stays where it is.
    void zoomTime(double factor, double x);
    void zoomPrice(double factor, double y);
    void drag(double dx, double dy);

    // Where to look now: follows time, and the price when it nears the edge.
    [[nodiscard]] HeatView view();

    [[nodiscard]] bool following() const { return m_follow; }

    [[nodiscard]] Duration span() const;

    // Between pixels and what they show, in the last view().
    [[nodiscard]] double tickAt(double y) const;

    [[nodiscard]] double yOf(double tick) const { return HeatRaster::yOf(m_view, tick); }

    [[nodiscard]] std::int64_t columnAt(double x) const;
    [[nodiscard]] double xOf(Timestamp time) const;

private:
    void fitPrices();
    void followPrice();
    [[nodiscard]] bool mustFit() const;
    [[nodiscard]] std::int64_t newestEnd() const;
    [[nodiscard]] int rowPixels() const;
    [[nodiscard]] std::int64_t columnsPerSlot() const;
    [[nodiscard]] int slotPixels() const;
    // What is wanted, rounded to whole slots and pixels.
    [[nodiscard]] double shownColumnsPerPixel() const;

    HeatStore const& m_store;
    QSize m_size;
    double m_columnsPerPixel = 3.0; // below 1: several pixels a column
    double m_ticksPerPixel = 0.33;
    double m_centreTick = 0.0;
    std::int64_t m_endColumn = 0;
    bool m_follow = true;
    bool m_autoPrice = true;          // the prices are fitted, not chosen by the user
    std::int64_t m_fittedColumns = 0; // how much history the prices were fitted to
    HeatView m_view;
};

} // namespace qob
