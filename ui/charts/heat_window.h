#pragma once

#include "ui/charts/heat_raster.h"

namespace qob {

// Which part of price and time a heat map shows, and how it is moved: zoomed, dragged, following the newest column
// and the price. Turns all of that into the raster's view. GUI thread.
class HeatWindow {
public:
    explicit HeatWindow(const HeatStore& store)
        : m_store(store)
    {
    }

    // The plot's size in pixels.
    void resize(const QSize& size) { m_size = size; }

    // Follows the newest column again and fits the prices at the next view().
    void reset() { m_follow = m_fit = true; }

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
    [[nodiscard]] std::int64_t newestEnd() const;
    [[nodiscard]] int rowPixels() const;

    const HeatStore& m_store;
    QSize m_size;
    double m_columnsPerPixel = 3.0; // below 1: several pixels a column
    double m_ticksPerPixel = 0.33;
    double m_centreTick = 0.0;
    std::int64_t m_endColumn = 0;
    bool m_follow = true;
    bool m_fit = true;
    HeatView m_view;
};

} // namespace qob
