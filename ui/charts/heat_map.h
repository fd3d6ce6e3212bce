#pragma once

#include "ui/bridge/frame_clock.h"
#include "ui/charts/heat_window.h"
#include "ui/look/glyph_text.h"
#include "ui/models/market_view.h"
#include "ui/models/order_replica.h"

#include <QWidget>

class QButtonGroup;

namespace qob {

// The heat map of the shown instrument: resting size by price over time, trades as bubbles, best bid and ask
// as lines, own orders and fills.
//   wheel                zooms time at the cursor; with Ctrl, or over the price axis, zooms price
//   drag                 moves; dragging an axis scales it
//   double click, Home   follows the newest time and price again
// GUI thread.
class HeatMap final : public QWidget, private FrameClient {
    Q_OBJECT

public:
    // All must outlive it.
    HeatMap(
        FrameClock& frames,
        MarketView const& market,
        OrderReplica const& orders,
        Theme const& theme,
        QWidget* parent = nullptr
    );

    [[nodiscard]] HeatStore const& store() const { return m_market.heat(); }

    [[nodiscard]] HeatWindow const& window() const { return m_window; }

    [[nodiscard]] HeatRaster const& raster() const { return m_raster; }

    // Whether a map with history in it has been painted.
    [[nodiscard]] bool hasPainted() const { return m_painted; }

    QSize sizeHint() const override { return {900, 560}; }

    QSize minimumSizeHint() const override { return {260, 180}; }

signals:
    // The first paint that had history to show.
    void firstPainted();

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void leaveEvent(QEvent* event) override;

private:
    enum class Zone : std::uint8_t { Plot, PriceAxis, TimeAxis };

    void onFrame(Duration now) override;
    void takeHeat(bool reset);
    void takeInstrument();
    void buildSpans();
    void showFirstSpan();
    void showSpan(Duration span);
    void refreshCursor();
    void moved();

    void paintPriceAxis(QPainter& painter);
    void paintTimeAxis(QPainter& painter);
    void paintOwn(QPainter& painter);
    void paintCursor(QPainter& painter);
    void paintState(QPainter& painter);
    void paintPriceTag(QPainter& painter, double tick, QColor const& color, QColor const& textColor);
    [[nodiscard]] QRect plotRect() const;
    [[nodiscard]] Zone zoneAt(QPointF const& at) const;
    [[nodiscard]] Price priceOf(std::int64_t tick) const;
    [[nodiscard]] double tickOf(Price price) const;

    MarketView const& m_market;
    OrderReplica const& m_orders;
    Theme const& m_theme;
    HeatWindow m_window;
    HeatRaster m_raster;
    GlyphText m_text;
    HeatView m_view;
    Instrument m_instrument; // the shown one; venue empty: none
    QButtonGroup* m_spans = nullptr;

    std::optional<QPointF> m_cursor;
    std::string m_cursorText;
    Zone m_grabbed = Zone::Plot;
    std::optional<QPointF> m_dragFrom;
    HeatSlot m_cursorSlot;
    bool m_waiting = true; // for the first history of this instrument
    bool m_painted = false;
};

} // namespace qob
