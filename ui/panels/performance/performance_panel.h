#pragma once

#include "ui/bridge/frame_clock.h"
#include "ui/look/glyph_text.h"
#include "ui/models/performance.h"
#include "ui/panels/table/data_table.h"

#include <QFrame>

class QComboBox;
class QTabWidget;

namespace qob {

// The profit over time of one settle asset, with its drawdown.
class EquityChart final : public QWidget, private FrameClient {
    Q_OBJECT

public:
    // All must outlive it.
    EquityChart(FrameClock& frames, EquityCurve const& curve, Theme const& theme, QWidget* parent = nullptr);

    void setAsset(AssetName const& asset);

    // "Profit +12.50 USDT, largest drawdown 3.20 USDT"; empty while nothing was traded.
    [[nodiscard]] QString summary() const { return m_summary; }

    QSize minimumSizeHint() const override { return {160, 80}; }

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void onFrame(Duration now) override;

    EquityCurve const& m_curve;
    Theme const& m_theme;
    GlyphText m_text;
    AssetName m_asset;
    QString m_summary;
    QPolygonF m_line; // in pixels
    double m_zero = 0;
    QString m_high, m_low;
};

// What trading brought: the curve, and fills by market and by hour. GUI thread.
class PerformancePanel final : public QFrame, public PanelState {
    Q_OBJECT

public:
    // All must outlive it.
    PerformancePanel(
        FrameClock& frames,
        EquityCurve const& curve,
        OrderReplica const& orders,
        MarketReplica const& market,
        Theme const& theme,
        QWidget* parent = nullptr
    );

    [[nodiscard]] EquityChart const& chart() const { return *m_chart; }

    [[nodiscard]] QJsonObject saveState() const override;
    void restoreState(QJsonObject const& state) override;

private:
    void takeAssets();

    EquityCurve const& m_curve;
    FillSums m_bySymbol;
    FillSums m_byHour;
    EquityChart* m_chart;
    QComboBox* m_assets;
    QTabWidget* m_tabs;
};

} // namespace qob
