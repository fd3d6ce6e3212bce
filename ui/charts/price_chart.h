#pragma once

#include "ui/bridge/frame_clock.h"
#include "ui/charts/candle_slots.h"
#include "ui/charts/chart_scale.h"
#include "ui/charts/drawing_tools.h"
#include "ui/charts/slot_window.h"
#include "ui/look/glyph_text.h"
#include "ui/look/theme.h"
#include "ui/models/candle_feed.h"
#include "ui/models/market_view.h"
#include "ui/models/order_replica.h"

#include <QPixmap>
#include <QWidget>

#include <limits>
#include <memory>

namespace qob {

// What a chart of candles reads. All must outlive it.
struct ChartSources {
    FrameClock& frames;
    MarketView const& market;
    OrderReplica const& orders;
    CandleFeed const& candles;
    Theme const& theme;
};

// What candle chart, footprint and profile share: price upwards over time, both axes, the cursor, own orders
// and fills, and how it is moved.
//   wheel                  zooms time at the cursor; with Ctrl, or over the price axis, zooms price there
//   drag                   moves; dragging an axis scales it
//   double click           follows the newest candle and fits the prices again; on the price axis only that
//   arrows, with Shift ten times as far; + -; C puts the last price into the middle; A fits the prices;
//   Home, End              the first and the newest candle
// Everything but the cursor is painted into a picture that is kept: when only the newest candle changed, only
// its strip is painted anew, and when time goes on the rest is moved. GUI thread.
class PriceChart : public QWidget, protected FrameClient, private DrawingAxes {
    Q_OBJECT

public:
    // How much has been painted into the kept picture so far.
    struct Work {
        std::uint64_t whole = 0;  // times all of it
        std::uint64_t strips = 0; // times an edge of it
        std::uint64_t candles = 0;
    };

    PriceChart(ChartSources const& sources, SlotWindow::Limits const& limits, QWidget* parent);

    [[nodiscard]] CandleSlots const& candles() const { return m_slots; }

    [[nodiscard]] SlotWindow const& window() const { return m_window; }

    [[nodiscard]] ChartScale const& priceScale() const { return m_price; }

    [[nodiscard]] bool autoPrice() const { return m_autoPrice; }

    [[nodiscard]] Work const& work() const { return m_work; }

    // The words and numbers of the line over the prices, as last shown.
    [[nodiscard]] QString readout() const;

    // "0:23" until the newest candle is over; empty where it is.
    [[nodiscard]] QString countdown() const;

    // Where the candles are drawn, without the axes.
    [[nodiscard]] QRect plotRect() const;

    // Shows what is drawn on the instrument, and lets it be drawn on. Once; they must outlive the chart.
    void setDrawings(Drawings& drawings);

    // Null without drawings.
    [[nodiscard]] DrawingTools* drawingTools() const { return m_drawing.get(); }

    void reset();
    void fitPrices();
    // How wide a candle is, in pixels, within the chart's limits.
    void setSlotPx(int px);

    // The cursor of another panel, as lines; nothing: none.
    void showCursor(std::optional<Timestamp> time, std::optional<double> price);

    QSize sizeHint() const override { return {720, 420}; }

    QSize minimumSizeHint() const override { return {220, 140}; }

signals:
    // The mouse is over this price, in quote units, and time.
    void cursorMoved(qob::Timestamp time, double price);
    void cursorLeft();
    // What is shown changed: moved, zoomed or a candle more.
    void viewChanged();

protected:
    static constexpr int priceAxisWidth = 76;
    static constexpr int timeAxisHeight = 20;

    struct Part {
        QString text;
        QColor color;
    };

    // The smallest that holds all that was put in.
    struct Range {
        double low = std::numeric_limits<double>::infinity();
        double high = -std::numeric_limits<double>::infinity();

        // Not a number is passed over.
        void include(double value)
        {
            low = value < low ? value : low;
            high = value > high ? value : high;
        }

        [[nodiscard]] bool empty() const { return low > high; }
    };

    // Where the prices are within the plot; others may put panes below them.
    virtual QRect placePanes(QRect const& plot) { return plot; }

    // At a frame, before anything is painted. Slots from `first` on are new or changed.
    virtual void candlesChanged(std::size_t first);

    // Other news that has to be painted from a slot on: told with paintFrom() or paintAll().
    virtual void takeNews() {}

    // What should be in sight when slots [first, end) are.
    [[nodiscard]] virtual Range rangeOf(std::int64_t first, std::int64_t end) const;

    // Fits the scales of other panes; true when one changed.
    virtual bool fitPanes(std::int64_t /*first*/, std::int64_t /*end*/) { return false; }

    // Into the kept picture, clipped. The background and the grid of the prices are there.
    virtual void paintSlots(QPainter& painter, std::int64_t first, std::int64_t end) = 0;

    virtual void paintPaneAxes(QPainter& /*painter*/) {}

    // Over the kept picture, each time; only what was made ready before.
    virtual void paintOver(QPainter& /*painter*/) {}

    // Makes ready what paintOver says of a slot: the cursor's, or the newest.
    virtual void prepareOver(std::int64_t /*slot*/) {}

    // The line over the prices for a slot.
    [[nodiscard]] virtual std::vector<Part> readoutOf(std::int64_t slot) const;

    // What the price axis says at y; empty: nothing.
    [[nodiscard]] virtual QString valueAt(int y) const;

    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void leaveEvent(QEvent* event) override;

    void paintFrom(std::int64_t slot);
    void paintAll();

    void
    paintTag(QPainter& painter, double y, QString const& text, QColor const& back, QColor const& fore) const;
    void paintAxisNumber(QPainter& painter, double y, QString const& text) const;
    void paintGaps(QPainter& painter, std::int64_t first, std::int64_t end) const;
    void paintFills(QPainter& painter, std::int64_t first, std::int64_t end) const;

    [[nodiscard]] Instrument const& instrument() const { return m_instrument; }

    [[nodiscard]] Theme const& theme() const { return m_theme; }

    [[nodiscard]] QString priceText(double price) const;

    [[nodiscard]] double unitsOf(Price price) const { return priceUnits(m_instrument, price); }

    [[nodiscard]] std::optional<QPointF> const& cursor() const { return m_cursor; }

    [[nodiscard]] bool dragging() const { return m_dragFrom.has_value(); }

    CandleSlots& slotsToFill() { return m_slots; }

    mutable GlyphText m_text;
    QFont m_labelFont;

private:
    enum class Zone : std::uint8_t { Plot, PriceAxis, TimeAxis };

    // What the kept picture shows.
    struct View {
        std::int64_t endPx = 0;
        int slotPx = 0;
        ChartScale price;
        QSize size;
        double ratio = 0;
    };

    struct Line {
        QLineF line;
        QString text;
        QColor color;
    };

    struct Mark {
        std::int64_t slot;
        double price;
        bool bought;
    };

    struct TimeMark {
        int x;
        QString text; // empty: too near to the one before
    };

    void onFrame(Duration now) override;

    // Within a slot time goes on evenly, also where the slot stands for more than its candle.
    [[nodiscard]] QRect drawingRect() const override;
    [[nodiscard]] double xOfTime(Timestamp time) const override;
    [[nodiscard]] Timestamp timeOfX(double x) const override;
    [[nodiscard]] double yOfUnits(double units) const override;
    [[nodiscard]] double unitsOfY(double y) const override;
    [[nodiscard]] std::optional<Amount> volumeBetween(Timestamp from, Timestamp to) const override;

    void takeCandles();
    void takeInstrument();
    bool fitScales();
    void paintPicture();
    void paintStrip(int from, int to);
    void paintGrid(QPainter& painter);
    void paintAxes(QPainter& painter);
    void paintTimeAxis(QPainter& painter);
    void paintCursor(QPainter& painter) const;
    void placeReadout();
    void paintReadout(QPainter& painter) const;
    void paintState(QPainter& painter) const;
    void refreshMarks();
    void refreshOrders();
    void refreshTimeMarks();
    void refreshCursor();
    void refreshLast();
    void moved();
    void drag(QPointF const& by);
    [[nodiscard]] bool keyMoves(QKeyEvent const& event);
    void centreLastPrice();
    [[nodiscard]] View viewNow() const;
    [[nodiscard]] Zone zoneAt(QPointF const& at) const;
    [[nodiscard]] std::optional<QPoint> crossing() const;

    MarketView const& m_market;
    OrderReplica const& m_orders;
    CandleFeed const& m_feed;
    Theme const& m_theme;
    std::unique_ptr<DrawingTools> m_drawing; // gone before the axes it reads
    Instrument m_instrument;                 // venue empty: none

    CandleSlots m_slots;
    SlotWindow m_window;
    ChartScale m_price;
    bool m_autoPrice = true;
    bool m_fitAnew = true;
    bool m_fresh = true; // the next candles are of another instrument or interval

    std::size_t m_feedFrom = 0; // of the feed's candles: read from here on
    bool m_feedReset = true;
    std::int64_t m_paintFrom = 0;
    bool m_paintAll = true;
    QPixmap m_picture;
    View m_painted;
    Work m_work;
    std::vector<TimeMark> m_timeMarks;
    std::vector<Mark> m_marks; // own fills, by slot
    bool m_ordersDirty = true;
    std::vector<Line> m_orderLines;

    std::optional<QPointF> m_cursor;
    std::optional<Timestamp> m_otherTime;
    std::optional<double> m_otherPrice;
    QString m_cursorValue;
    QString m_cursorTime;
    std::vector<Part> m_readout;
    std::vector<QRectF> m_readoutPlaces;
    QString m_lastText;
    QString m_countdown;
    double m_lastY = -1;
    QColor m_lastColor;
    std::optional<QPointF> m_dragFrom;
    double m_draggedY = 0;
    Zone m_grabbed = Zone::Plot;
};

// The chart shows the view's cursor, and the view takes the chart's. The view must outlive the chart.
void linkCursor(PriceChart& chart, MarketView& view);

} // namespace qob
