#pragma once

#include "ui/bridge/frame_clock.h"
#include "ui/look/theme.h"
#include "ui/models/market_view.h"

#include <QVector>
#include <QWidget>

class QCPGraph;
class QCPItemStraightLine;
class QCPItemText;
class QCustomPlot;

namespace qob {

// Cumulated size from the middle of the book outwards, bids left, asks right; a few times a second. Hatched
// with the words of the problem while the book is not the venue's. GUI thread.
class DepthChart final : public QWidget, private FrameClient {
    Q_OBJECT

public:
    // All must outlive it.
    DepthChart(FrameClock& frames, MarketView const& market, Theme const& theme, QWidget* parent = nullptr);

    // How often it was drawn.
    [[nodiscard]] std::uint64_t replots() const { return m_replots; }

    QSize sizeHint() const override { return {280, 220}; }

    QSize minimumSizeHint() const override { return {160, 110}; }

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    // One side's steps, from the best price outwards, in display units.
    struct Curve {
        QVector<double> prices;
        QVector<double> sizes;
    };

    void onFrame(Duration now) override;
    void setUpPlot();
    void replot();
    void showAt(QPointF const& at);
    void hideCursor();
    [[nodiscard]] Curve curveOf(std::vector<PriceLevel> const& levels, double reach) const;
    [[nodiscard]] double unitsOf(Price price) const;

    MarketView const& m_market;
    Theme const& m_theme;
    QCustomPlot* m_plot = nullptr;
    QCPGraph* m_bids = nullptr;
    QCPGraph* m_asks = nullptr;
    QCPItemStraightLine* m_cursor = nullptr;
    QCPItemText* m_cursorText = nullptr;
    QWidget* m_veil = nullptr; // the hatching
    Duration m_lastReplot;
    std::uint64_t m_replots = 0;
};

} // namespace qob
