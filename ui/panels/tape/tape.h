#pragma once

#include "ui/bridge/frame_clock.h"
#include "ui/look/glyph_text.h"
#include "ui/look/theme.h"
#include "ui/models/market_view.h"
#include "ui/models/panel_state.h"
#include "ui/models/tape_filter.h"

#include <QFont>
#include <QWidget>

class QAction;
class QMenu;

namespace qob {

// Time and sales of the shown instrument, newest on top: time, price, size with a bar, coloured by the
// aggressor. The wheel and the arrow keys go back in time; while it is back the rows stand still. Says how
// many trades never got here. GUI thread.
class Tape final : public QWidget, public PanelState, private FrameClient {
    Q_OBJECT

public:
    // All must outlive it.
    Tape(FrameClock& frames, MarketView const& market, Theme const& theme, QWidget* parent = nullptr);

    // Rows between the newest trade and the topmost row shown.
    [[nodiscard]] int offset() const { return m_offset; }

    [[nodiscard]] TapeFilter const& filter() const { return m_filter; }

    void setFilter(TapeFilter::Settings const& settings);

    [[nodiscard]] QJsonObject saveState() const override;
    void restoreState(QJsonObject const& state) override;

    // "3 not shown", or empty.
    [[nodiscard]] QString droppedText() const;

    QSize sizeHint() const override { return {230, 500}; }

    QSize minimumSizeHint() const override { return {150, 120}; }

protected:
    void paintEvent(QPaintEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;

private:
    struct Row {
        std::string time, price, size;
        std::int64_t qty = 0;
        Side aggressor = Side::Undisclosed;
    };

    void onFrame(Duration now) override;
    void refreshRow(Trade const& trade, Instrument const& instrument, Row& row) const;
    void takeTrades(TradesBatch const& batch);
    [[nodiscard]] int rowCount() const;
    void setOffset(int offset);
    void buildActions();
    void fillSizes(QMenu& menu);
    void refilter();
    void takeInstrument();

    MarketView const& m_market;
    Theme const& m_theme;
    GlyphText m_text;
    QFont m_labelFont;
    std::vector<Row> m_rows;
    std::int64_t m_sizeScale = 1;
    int m_sizeDecimals = 0;
    int m_offset = 0;
    bool m_missed = false; // trades came while nobody could see them
    TapeFilter m_filter;
    std::optional<Instrument> m_instrument;
    int m_leastStep = 0; // which of the instrument's round sizes is the least; 0: any
    QAction* m_addsUp = nullptr;
};

} // namespace qob
