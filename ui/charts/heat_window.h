#pragma once

#include "ui/charts/heat_raster.h"

#include <QJsonObject>

namespace qob {

// Which part of price and time a heat map shows, and how it is moved: zoomed, dragged, following the newest
// column and the price. Turns all of that into the raster's view. GUI thread.
class HeatWindow {
public:
    explicit HeatWindow(HeatStore const& store) : m_store(store) {}

    // The plot's size in pixels. The same time is shown in another width.
    void resize(QSize const& size);

    // Follows the newest column and the price again and fits the prices, until the user moves them.
    void reset()
    {
        m_follow = m_followPrice = m_autoPrice = true;
        m_fittedColumns = 0;
    }

    // As much history as this, and the prices that go with it.
    void showSpan(Duration span);

    // Rows of so many ticks, or of a multiple where they would be too thin; 0: chosen.
    void setRowTicks(int ticks) { m_rowTicks = ticks; }

    // factor > 1 shows more. The price and, but while the newest is followed, the time under the cursor stay
    // where they are; followed, the newest does. Zoomed out as far as the newest, it is followed.
    void zoomTime(double factor, double x);
    void zoomPrice(double factor, double y);
    void drag(double dx, double dy);

    // Rows up (negative: down), steps into the past. A time step is one second, or eight pixels where that is
    // more; a row counts as at least four pixels.
    void step(int rowsUp, int timeSteps);

    // The price in the middle, once.
    void centrePrice();

    // Moves along when the price nears the edge, while the newest time is shown. Dragging or zooming it out
    // of sight ends that.
    void followPrice(bool follow);

    [[nodiscard]] bool followsPrice() const { return m_followPrice; }

    // The newest column again, prices as they are.
    void followTime() { m_follow = true; }

    // Where to look now: follows time, and the price when it nears the edge.
    [[nodiscard]] HeatView view();

    [[nodiscard]] bool following() const { return m_follow; }

    [[nodiscard]] Duration span() const;

    // Zooms and what is followed; where in the past it looks is not kept.
    [[nodiscard]] QJsonObject toJson() const;
    void readJson(QJsonObject const& json);

    // Between pixels and what they show, in the last view().
    [[nodiscard]] double tickAt(double y) const { return m_view.tickAt(y); }

    [[nodiscard]] double yOf(double tick) const { return m_view.yOf(tick); }

    [[nodiscard]] std::int64_t columnAt(double x) const;
    [[nodiscard]] double xOf(Timestamp time) const;

private:
    void stretch();
    void lookUntil(std::int64_t column);
    void fitPrices();
    void keepPriceInSight();
    void endFollowingOutOfSight();
    [[nodiscard]] bool hasPrice() const;
    void placeRows();
    [[nodiscard]] bool inCalm(std::int32_t tick) const;
    [[nodiscard]] bool mustFit() const;
    [[nodiscard]] std::int64_t newestEnd() const;
    [[nodiscard]] int rowPixels() const;
    [[nodiscard]] std::int32_t ticksPerRow() const;
    [[nodiscard]] std::int32_t groupedTicks() const;
    [[nodiscard]] std::int64_t columnsPerSlot() const;
    [[nodiscard]] int slotPixels() const;
    // What is wanted, rounded to whole slots, rows and pixels.
    [[nodiscard]] double shownColumnsPerPixel() const;
    [[nodiscard]] double shownTicksPerPixel() const;

    HeatStore const& m_store;
    QSize m_size;
    std::optional<Duration> m_span; // shown when there is a width to show it in
    double m_columnsPerPixel = 3.0; // below 1: several pixels a column
    double m_ticksPerPixel = 0.33;
    double m_centreTick = 0.0;
    std::int64_t m_endColumn = 0;
    int m_rowTicks = 0;
    bool m_follow = true;
    bool m_followPrice = true;
    bool m_centreWanted = false;      // as soon as there is a price
    bool m_autoPrice = true;          // the prices are fitted, not chosen by the user
    std::int64_t m_fittedColumns = 0; // how much history the prices were fitted to
    HeatView m_view;
};

} // namespace qob
