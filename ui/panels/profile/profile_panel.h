#pragma once

#include "ui/charts/profile_chart.h"
#include "ui/models/panel_state.h"

#include <QJsonObject>

class QButtonGroup;
class QToolButton;

namespace qob {

class IntervalPicker;

// Volume profiles of the shown instrument: interval, kind and session above the chart. Subscribes while it is
// visible. GUI thread.
class ProfilePanel final : public QWidget, public PanelState {
    Q_OBJECT

public:
    // All must outlive it.
    ProfilePanel(
        Session& session,
        FrameClock& frames,
        MarketView const& market,
        OrderReplica const& orders,
        Theme const& theme,
        QWidget* parent = nullptr
    );

    [[nodiscard]] ProfileChart* chart() const { return m_chart; }

    void setInterval(CandleInterval interval);

    // Interval, kind, session, rows and how wide a candle is; what cannot be
    // read stays as it is.
    [[nodiscard]] QJsonObject saveState() const override;
    void restoreState(QJsonObject const& state) override;

    QSize sizeHint() const override { return {720, 460}; }

protected:
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void buildBar(QWidget& bar);
    QToolButton* addMenu(QWidget& bar, char const* name, QString const& tip);
    void refreshBar();
    void follow();

    MarketView const& m_market;
    CandleFeed m_candles;
    FlowFeed m_flow;
    FlowFootprint m_footprint;
    ProfileChart* m_chart = nullptr;
    IntervalPicker* m_interval = nullptr;
    QButtonGroup* m_modes = nullptr;
    QToolButton* m_session = nullptr;
    QToolButton* m_rows = nullptr;
};

} // namespace qob
