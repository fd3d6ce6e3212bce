#pragma once

#include "ui/bridge/frame_clock.h"
#include "ui/charts/drawing_tools.h"
#include "ui/charts/heat_overlays.h"
#include "ui/models/market_view.h"
#include "ui/models/order_replica.h"
#include "ui/models/panel_state.h"

#include <QWidget>

#include <memory>

class QAction;
class QActionGroup;
class QButtonGroup;
class QToolButton;

namespace qob {

class HeatSettings;

// The heat map of the shown instrument: resting size by price over time, trades as bubbles, lines, own orders
// and fills, and the overlays that are switched on.
//   wheel                zooms time at the cursor; with Ctrl, or over the price axis, zooms price; with Shift
//                        moves through time
//   drag                 moves; dragging an axis scales it, dragging the delta pane's edge its height
//   double click, Home   follows the newest time and price again
//   arrows               move one step, with Shift ten
// Everything else is an action of the widget. GUI thread.
class HeatMap final : public QWidget, public PanelState, private FrameClient, private DrawingAxes {
    Q_OBJECT

public:
    // All must outlive it.
    HeatMap(
        FrameClock& frames,
        MarketView& market,
        OrderReplica const& orders,
        Theme const& theme,
        QWidget* parent = nullptr
    );

    [[nodiscard]] HeatStore const& store() const { return m_market.heat(); }

    [[nodiscard]] HeatWindow const& window() const { return m_window; }

    [[nodiscard]] HeatRaster const& raster() const { return m_raster; }

    [[nodiscard]] HeatOverlays const& overlays() const { return m_overlays; }

    [[nodiscard]] HeatLook const& look() const { return m_look; }

    void setLook(HeatLook const& look);

    [[nodiscard]] QJsonObject saveState() const override;
    void restoreState(QJsonObject const& state) override;

    // Shows what is drawn on the instrument, and lets it be drawn on. Once; they must outlive the map.
    void setDrawings(Drawings& drawings);

    // Null without drawings.
    [[nodiscard]] DrawingTools* drawingTools() const { return m_drawing.get(); }

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
    enum class Zone : std::uint8_t { Plot, PriceAxis, TimeAxis, DeltaEdge };

    static constexpr double ownTagHeight = 16; // pixels

    // A working order or a fill of the account, as it is painted.
    struct OwnMark {
        Price price;
        Side side = Side::Buy;
        std::optional<Timestamp> filledAt; // none: it works
        QString text;
    };

    void onFrame(Duration now) override;
    void takeHeat(bool reset);
    void takeInstrument();
    void buildTools();
    void showFirstSpan();
    void showSpan(Duration span);
    void zoomTime(double factor, double x);
    void placeTools();
    void refreshCursor();
    void refreshOwn();
    void refreshFills();
    [[nodiscard]] QString queueText(Qty ahead) const;
    void tellCursor(QPointF const& at);
    void moved();
    void syncSpans();
    void dragBy(QPointF const& by);

    // heat_map_drawing.cpp
    [[nodiscard]] QRect drawingRect() const override;

    [[nodiscard]] double xOfTime(Timestamp time) const override { return m_window.xOf(time); }

    [[nodiscard]] Timestamp timeOfX(double x) const override;
    [[nodiscard]] double yOfUnits(double units) const override;
    [[nodiscard]] double unitsOfY(double y) const override;

    // heat_map_actions.cpp
    void buildActions();
    void buildColourActions();
    void buildMoveActions();
    void buildOverlayActions();
    QAction*
    addCommand(char const* name, QString const& text, QKeySequence const& keys, std::function<void()> run);
    QAction*
    addToggle(char const* name, QString const& text, QKeySequence const& keys, bool HeatLook::*value);
    // A sub-menu of which one is chosen; `chosen` says which, and `choose` makes it so.
    void addChoice(
        char const* name,
        QString const& text,
        QStringList const& texts,
        std::function<int()> chosen,
        std::function<void(int)> const& choose
    );
    void syncActions();
    void openSettings();
    void fillSettings();
    [[nodiscard]] int sizeDecimals() const;

    // heat_map_paint.cpp
    void paintPriceAxis(QPainter& painter);
    void paintPriceTags(QPainter& painter);
    void paintTimeAxis(QPainter& painter);
    void paintOwn(QPainter& painter);
    void paintCursor(QPainter& painter);
    void paintLinkedCursor(QPainter& painter);
    void paintState(QPainter& painter);
    void paintPriceTag(QPainter& painter, double tick, QColor const& color, QColor const& textColor);
    [[nodiscard]] Zone zoneAt(QPointF const& at) const;

    [[nodiscard]] bool hasPicture() const { return !store().empty() && m_view.rows.rows != 0; }

    [[nodiscard]] Price priceOf(std::int64_t tick) const;
    [[nodiscard]] double tickOf(Price price) const;

    MarketView& m_market;
    OrderReplica const& m_orders;
    Theme const& m_theme;
    HeatWindow m_window;
    HeatRaster m_raster;
    HeatOverlays m_overlays;
    GlyphText m_text;
    HeatLook m_look;
    HeatLayout m_layout;
    HeatView m_view;
    Instrument m_instrument; // the shown one; venue empty: none
    QWidget* m_spanBar = nullptr;
    QButtonGroup* m_spans = nullptr;
    QToolButton* m_gear = nullptr;
    std::unique_ptr<DrawingTools> m_drawing; // gone before the axes it reads
    QToolButton* m_drawButton = nullptr;
    HeatSettings* m_settings = nullptr;
    std::vector<std::function<void()>> m_syncs; // set the checked state of actions

    std::optional<QPointF> m_cursor;
    QString m_cursorText;
    Zone m_grabbed = Zone::Plot;
    std::optional<QPointF> m_dragFrom;
    HeatSlot m_cursorSlot;
    std::vector<OwnMark> m_own;   // in sight: orders, then fills
    std::vector<OwnMark> m_fills; // all of this instrument, by time
    bool m_fillsDirty = true;     // there are others
    bool m_spanGiven = false;     // by the user: the first history does not choose one
    bool m_waiting = true;        // for the first history of this instrument
    bool m_painted = false;
};

} // namespace qob
