#pragma once

#include "ui/charts/candle_chart.h"

#include <QFrame>

class QGridLayout;

namespace qob {

// Which indicators a chart shows, and their parameters; each change is told at once. A pop-up. GUI thread.
class IndicatorMenu final : public QFrame {
    Q_OBJECT

public:
    IndicatorMenu(Theme const& theme, std::vector<ChartIndicator> const& indicators, QWidget* parent);

    [[nodiscard]] std::vector<ChartIndicator> const& indicators() const { return m_indicators; }

    // Does not tell.
    void setIndicators(std::vector<ChartIndicator> const& indicators);

    // Below the widget, inside its screen.
    void openBelow(QWidget& widget);

signals:
    void changed(std::vector<qob::ChartIndicator> const& indicators);

private:
    void build();
    void addRow(int row);
    void addParameter(int row, std::size_t index);
    void add(IndicatorKind kind);

    Theme const& m_theme;
    std::vector<ChartIndicator> m_indicators;
    QWidget* m_rows = nullptr;
    QGridLayout* m_grid = nullptr;
};

} // namespace qob
