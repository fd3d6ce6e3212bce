#pragma once

#include "ui/bridge/frame_clock.h"
#include "ui/bridge/topic_inbox.h"
#include "ui/look/theme.h"
#include "ui/models/market_view.h"
#include "ui/models/panel_state.h"

#include <QVector>
#include <QWidget>

class QAction;
class QCPGraph;
class QCPItemStraightLine;
class QCPItemText;
class QCustomPlot;
class QLabel;

namespace qob {

// Cumulated size from the middle of the book outwards, bids left, asks right; a few times a second: of the
// shown venue, or of all that trade the same thing. Hatched with the words of the problem while the book is
// not the venue's. GUI thread.
class DepthChart final : public QWidget, public PanelState, private FrameClient {
    Q_OBJECT

public:
    // All must outlive it.
    DepthChart(
        Session& session,
        FrameClock& frames,
        MarketView const& market,
        Theme const& theme,
        QWidget* parent = nullptr
    );
    ~DepthChart() override;

    // The books of all venues as one. Where nobody else trades it, that is the venue's own.
    void setAllVenues(bool on);

    // "SIM-A + SIM-B, without SIM-C (stale)"; empty while one venue alone is shown.
    [[nodiscard]] QString venuesText() const;

    // As they stand at the axis of prices, and the words at the cursor; empty while it is elsewhere.
    [[nodiscard]] QStringList priceLabels() const;
    [[nodiscard]] QString cursorText() const;

    [[nodiscard]] QJsonObject saveState() const override;
    void restoreState(QJsonObject const& state) override;

    // How often it was drawn.
    [[nodiscard]] std::uint64_t replots() const { return m_replots; }

    QSize sizeHint() const override { return {280, 220}; }

    QSize minimumSizeHint() const override { return {160, 110}; }

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    // A price and the size at it, in display units.
    struct Step {
        double price;
        double size;
    };

    // One side's steps, from the best price outwards, in display units.
    struct Curve {
        QVector<double> prices;
        QVector<double> sizes;
    };

    void onFrame(Duration now) override;
    void setUpPlot();
    void replot();
    void showAt(QPointF const& at);
    // Those of the finest venue shown.
    [[nodiscard]] int priceDecimals() const;
    void hideCursor();
    void follow();
    void takeConsolidated(std::vector<Event> const& events);
    // Best first.
    [[nodiscard]] std::vector<Step> steps(Side side) const;
    static Curve curveOf(std::vector<Step> const& steps, double reach);

    Session& m_session;
    MarketView const& m_market;
    Theme const& m_theme;
    QAction* m_allVenues = nullptr;
    std::unique_ptr<TopicInbox> m_inbox; // while all venues are shown
    ConsolidatedPtr m_consolidated;
    QLabel* m_venues = nullptr;
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
