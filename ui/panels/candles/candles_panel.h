#pragma once

#include "ui/charts/candle_chart.h"
#include "ui/models/panel_state.h"

#include <QJsonObject>

class QToolButton;

namespace qob {

class IndicatorMenu;
class IntervalPicker;

// Candles of the shown instrument: interval, style and indicators above the chart. Subscribes while it is
// visible. GUI thread.
class CandlesPanel final : public QWidget, public PanelState {
    Q_OBJECT

public:
    // All must outlive it.
    CandlesPanel(
        Session& session,
        FrameClock& frames,
        MarketView const& market,
        OrderReplica const& orders,
        Theme const& theme,
        QWidget* parent = nullptr
    );

    [[nodiscard]] CandleChart* chart() const { return m_chart; }

    [[nodiscard]] CandleFeed const& feed() const { return m_feed; }

    void setInterval(CandleInterval interval);

    // Interval, style, indicators and how wide a candle is; what cannot be
    // read stays as it is.
    [[nodiscard]] QJsonObject saveState() const override;
    void restoreState(QJsonObject const& state) override;

    QSize sizeHint() const override { return {720, 460}; }

protected:
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void buildBar(QWidget& bar, Theme const& theme);
    void setStyle(CandleStyle style);
    void follow();

    MarketView const& m_market;
    CandleFeed m_feed;
    OpenInterestFeed m_openInterest;
    CandleChart* m_chart = nullptr;
    IntervalPicker* m_interval = nullptr;
    QToolButton* m_style = nullptr;
    QToolButton* m_indicatorsButton = nullptr;
    IndicatorMenu* m_indicators = nullptr;
};

} // namespace qob
