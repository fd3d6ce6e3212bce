#pragma once

#include "ui/charts/footprint_chart.h"
#include "ui/models/panel_state.h"

#include <QJsonObject>

class QToolButton;

namespace qob {

class IntervalPicker;

// The footprint of the shown instrument: interval, what cells say, rows and imbalances above the chart.
// Subscribes while it is visible. GUI thread.
class FootprintPanel final : public QWidget, public PanelState {
    Q_OBJECT

public:
    // All must outlive it.
    FootprintPanel(
        Session& session,
        FrameClock& frames,
        MarketView const& market,
        OrderReplica const& orders,
        Theme const& theme,
        QWidget* parent = nullptr
    );

    [[nodiscard]] FootprintChart* chart() const { return m_chart; }

    [[nodiscard]] FlowFeed const& flow() const { return m_flow; }

    void setInterval(CandleInterval interval);

    // Interval, cells, rows, imbalances and how wide a candle is; what cannot be
    // read stays as it is.
    [[nodiscard]] QJsonObject saveState() const override;
    void restoreState(QJsonObject const& state) override;

    QSize sizeHint() const override { return {860, 520}; }

protected:
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void buildBar(QWidget& bar);
    QToolButton* addMenu(QWidget& bar, char const* name, QString const& tip);
    void buildRowsMenu();
    void buildImbalanceMenu();
    void change(FootprintSettings const& settings);
    void follow();

    MarketView const& m_market;
    CandleFeed m_candles;
    FlowFeed m_flow;
    FlowFootprint m_footprint;
    FootprintChart* m_chart = nullptr;
    IntervalPicker* m_interval = nullptr;
    QToolButton* m_cells = nullptr;
    QToolButton* m_rows = nullptr;
    QToolButton* m_imbalance = nullptr;
    QWidget* m_imbalanceEdits = nullptr;
};

} // namespace qob
