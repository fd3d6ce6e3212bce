#pragma once

#include "ui/bridge/frame_clock.h"
#include "ui/look/glyph_text.h"
#include "ui/look/theme.h"
#include "ui/models/ladder_model.h"
#include "ui/models/order_entry.h"
#include "ui/models/panel_state.h"
#include "ui/models/quick_trade.h"
#include "ui/panels/ladder/ladder_drawings.h"
#include "ui/panels/ladder/ladder_layout.h"

#include <QFont>
#include <QWidget>

#include <memory>
#include <string>

class QAction;
class QMenu;

namespace qob {

// The price ladder (DOM): book, traded volume and own orders by price, one row a price step.
//   left click in the bid column: a buy limit of the ticket's quantity at that price, with the ticket's
//     bracket; in the ask column a sell limit; with Ctrl a stop instead
//   drag of an own order: re-prices it; a click on its x cancels it
//   drag of a column's title: another place for the column; a right click on the titles chooses columns
//   wheel, Up, Down, PageUp, PageDown: scroll; Space: centres; + and -: the rows' price step
//   Esc: ends a drag, else it is the window's
//   right click on a price: levels, and what is drawn there
// Rows never move by themselves while the mouse is over them. Nothing is sent while trading is locked. What
// its keys do is in QuickTrade. GUI thread.
class Ladder final : public QWidget, public PanelState, private FrameClient {
    Q_OBJECT

public:
    // All must outlive it.
    Ladder(
        FrameClock& frames,
        MarketView const& market,
        OrderReplica const& orders,
        OrderEntry& entry,
        OrderTicket& ticket,
        PositionsModel const& positions,
        Theme const& theme,
        QWidget* parent = nullptr
    );

    // The cell of a price in pixels; empty when it is not on screen. Columns as drawn.
    [[nodiscard]] QRect cellOf(Price price, LadderColumn column) const;
    [[nodiscard]] QRect crossOf(Price price, Side side) const;

    [[nodiscard]] Price topPrice() const { return m_model.priceAt(m_top); }

    [[nodiscard]] LadderModel const& model() const { return m_model; }

    // On the market's middle, at the next frame.
    void centre();

    // Keeps the market in the middle of the rows, but while the mouse is over them.
    void setCentring(bool on);

    // From left to right.
    [[nodiscard]] std::vector<LadderColumn> const& columns() const { return m_layout.shown(); }

    void setColumns(std::vector<LadderColumn> columns);

    static QString columnTitle(LadderColumn column);
    static QString columnHelp(LadderColumn column);

    // Marks what is drawn on the instrument at its prices. Once; they must outlive the ladder.
    void setDrawings(Drawings& drawings);

    // By row from the top, as painted; empty without drawings.
    [[nodiscard]] std::vector<LadderMark> const& marks() const { return m_marks; }

    [[nodiscard]] QJsonObject saveState() const override;
    void restoreState(QJsonObject const& state) override;

    QSize sizeHint() const override { return {340, 600}; }

    QSize minimumSizeHint() const override { return {250, 160}; }

protected:
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void enterEvent(QEnterEvent* event) override;
    void leaveEvent(QEvent* event) override;

private:
    // A row as it was last made ready for painting.
    struct Painted {
        LadderRow row;
        std::string price, bid, ask, volume, delta, sold, bought, bidChange, askChange, ownBid, ownAsk, queue;
    };

    struct Cell {
        int row = -1;
        LadderColumn column{};

        friend bool operator==(Cell const&, Cell const&) = default;
    };

    struct Drag {
        ClOrdId order;
        Side side{};
        Price from;   // of the row that it was taken from
        int row = -1; // where it is now
    };

    void onFrame(Duration now) override;
    void buildActions();
    QAction* addVerb(QString const& id, QString const& text, QString const& key, std::function<void()> run);
    void fillColumns(QMenu& menu);
    void showColumn(LadderColumn column, bool on);
    void dropColumn(LadderColumn column, int x);
    void takeInstrument();
    void takeOrders();
    void takeTrades(TradesBatch const& batch);
    void showMessage(QString const& text);
    void place();
    void scroll(LadderModel::Index rows);
    void changeStep(bool coarser);
    void stepTo(std::int64_t ticks);
    static constexpr std::int64_t mostStepTicks = 1'000'000'000; // more is no row of a price

    static QString nameOf(std::optional<Instrument> const& instrument);
    void keepStepFor(Instrument const& next);
    void takeKeptStep();
    void keepPlace(Price middle);
    [[nodiscard]] Price middlePrice() const;
    void refineInstrument(Instrument const& instrument);
    bool scrollKey(int key);
    bool endDrag();
    void finishDrag(Drag const& drag);
    void click(Cell const& cell, QPoint const& at, Qt::KeyboardModifiers keys);
    void moveHover(Cell const& cell);
    [[nodiscard]] Cell cellAt(QPoint const& at) const;

    [[nodiscard]] LadderModel::Index indexOfRow(int row) const { return m_top - row; }

    [[nodiscard]] int rowOfPrice(Price price, LadderColumn column) const;
    [[nodiscard]] QString orderTip(Cell const& cell) const;

    void refreshRows();
    void refreshScale();
    void refreshTexts(Painted& painted, LadderRow const& row);
    void updateChanged(int index, LadderRow const& before, LadderRow const& now);
    void refreshState();
    void refreshSizeDecimals();

    // ladder_drawings.cpp
    void refreshDrawn();
    void paintDrawn(QPainter& painter, int row);
    void fillDrawn(QMenu& menu, int row);
    [[nodiscard]] QString drawnTip(int row) const;
    [[nodiscard]] Timestamp drawnAt() const;

    void paintHeader(QPainter& painter);
    void paintFooter(QPainter& painter);
    void paintCell(QPainter& painter, int row, LadderColumn column);
    void paintSize(QPainter& painter, int row, Side side);
    void paintPrice(QPainter& painter, int row);
    void paintOwn(QPainter& painter, int row, Side side);
    void paintVolume(QPainter& painter, int row);
    void paintNumber(QPainter& painter, int row, LadderColumn column);
    void paintDrag(QPainter& painter);

    MarketView const& m_market;
    OrderReplica const& m_orders;
    OrderEntry& m_entry;
    OrderTicket& m_ticket;
    QuickTrade m_quick;
    Theme const& m_theme;

    LadderModel m_model;
    LadderLayout m_layout;
    GlyphText m_text;
    GlyphText m_smallText;
    QFont m_labelFont;
    std::vector<Painted> m_painted;
    std::vector<LadderRow> m_fresh;
    Drawings* m_drawings = nullptr;
    std::unique_ptr<LadderDrawings> m_drawn;
    std::vector<LadderMark> m_marks;
    std::int64_t m_sizeScale = 1; // the size whose bar fills its cell
    std::int64_t m_volumeScale = 1;
    std::optional<int> m_sizeDecimals; // of this instrument
    LadderModel::Index m_top = 0;
    std::optional<InstrumentId> m_shown;
    bool m_placed = false;   // m_top is a place that was chosen
    bool m_scrolled = false; // by the user: stays until asked to centre
    bool m_stepChosen = false;
    std::int64_t m_keptStep = 0; // ticks; what the user chose last; 0: nothing
    QString m_stepOf;            // for this market, which need not be the one shown; empty: not said
    bool m_centring = false;
    QAction* m_centringAction = nullptr;
    std::optional<LadderColumn> m_movedColumn; // its title is being dragged
    bool m_inside = false;                     // the mouse
    Cell m_hover;
    Cell m_pressed;
    std::optional<Price> m_pressedPrice; // that was there
    std::optional<Drag> m_drag;
    QString m_stale;
    QString m_message;
    Duration m_messageUntil;
    Duration m_now;
};

} // namespace qob
