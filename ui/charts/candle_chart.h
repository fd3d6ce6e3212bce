#pragma once

#include "engine/analytics/indicator_line.h"
#include "ui/charts/price_chart.h"
#include "ui/models/open_interest_feed.h"

#include <map>

namespace qob {

enum class CandleStyle : std::uint8_t { Candles, Bars, Line, HeikinAshi };

// "Candles", "Heikin-Ashi"
QString candleStyleText(CandleStyle style);

// An indicator of a chart, and whether it is on it.
struct ChartIndicator {
    IndicatorSpec spec;
    bool shown = false;

    friend bool operator==(ChartIndicator const&, ChartIndicator const&) = default;
};

// "Ema 21", "Macd 12 26 9"
QString indicatorText(IndicatorSpec const& spec);
// Without the parameters.
QString indicatorName(IndicatorKind kind);

// What a chart offers from the start.
std::vector<ChartIndicator> usualIndicators();

// Of the n-th indicator of a chart; readable on the theme's panel.
QColor indicatorColor(Theme const& theme, std::size_t index);

// Candles with indicators over them and in panes below, whose upper edges can be dragged. See PriceChart for
// how it is moved. GUI thread.
class CandleChart final : public PriceChart {
    Q_OBJECT

public:
    // The feed of open interest must outlive it, too.
    CandleChart(ChartSources const& sources, OpenInterestFeed const& openInterest, QWidget* parent = nullptr);

    // Whether an indicator of this kind is on the chart.
    [[nodiscard]] bool shows(IndicatorKind kind) const { return lineOf(kind) != nullptr; }

    void setStyle(CandleStyle style);

    [[nodiscard]] CandleStyle style() const { return m_style; }

    void setIndicators(std::vector<ChartIndicator> const& indicators);

    [[nodiscard]] std::vector<ChartIndicator> const& indicators() const { return m_indicators; }

    // The line of an indicator that is shown; null else.
    [[nodiscard]] IndicatorLine const* lineOf(IndicatorKind kind) const;

    // How many panes there are below the prices.
    [[nodiscard]] std::size_t paneCount() const { return m_panes.size(); }

    // And the heights of the panes that were dragged.
    [[nodiscard]] QJsonObject saveView() const override;
    void restoreView(QJsonObject const& view) override;

signals:
    void indicatorsChanged();

protected:
    QRect placePanes(QRect const& plot) override;
    void candlesChanged(std::size_t first) override;
    [[nodiscard]] Range rangeOf(std::int64_t first, std::int64_t end) const override;
    bool fitPanes(std::int64_t first, std::int64_t end) override;
    void paintSlots(QPainter& painter, std::int64_t first, std::int64_t end) override;
    void paintPaneAxes(QPainter& painter) override;
    void prepareOver(std::int64_t slot) override;
    void paintOver(QPainter& painter) override;
    [[nodiscard]] std::vector<Part> readoutOf(std::int64_t slot) const override;
    [[nodiscard]] QString valueAt(int y) const override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;

private:
    struct Shown {
        IndicatorLine line;
        QColor color;
    };

    struct Pane {
        std::size_t shown; // index of m_shown
        ChartScale scale;
        QString title;
        QString value;
    };

    [[nodiscard]] std::optional<std::size_t> edgeAt(QPointF const& at) const;
    void resizePane(std::size_t index, int height);
    static bool fitPane(ChartScale& scale, IndicatorKind kind, Range range);
    void refreshAshi(std::size_t first);
    void fillOpenInterest(std::size_t first);
    void takeOpenInterest(std::size_t firstPoint);
    [[nodiscard]] QString vwapSince(std::int64_t slot) const;
    [[nodiscard]] Bar const& drawn(std::int64_t slot) const;
    void paintCandles(QPainter& painter, std::int64_t first, std::int64_t end) const;
    void paintBars(QPainter& painter, std::int64_t first, std::int64_t end) const;
    void paintCloses(QPainter& painter, std::int64_t first, std::int64_t end) const;
    void paintBand(QPainter& painter, Shown const& shown, std::int64_t first, std::int64_t end) const;
    void paintPane(QPainter& painter, Pane const& pane, std::int64_t first, std::int64_t end) const;
    void paintColumns(
        QPainter& painter,
        Pane const& pane,
        std::vector<double> const& values,
        std::int64_t first,
        std::int64_t end
    ) const;
    void paintLine(
        QPainter& painter,
        ChartScale const& scale,
        std::vector<double> const& values,
        std::int64_t first,
        std::int64_t end
    ) const;
    [[nodiscard]] QColor
    columnColor(Pane const& pane, std::vector<double> const& values, std::size_t at) const;

    OpenInterestFeed const& m_openInterest;
    CandleStyle m_style = CandleStyle::Candles;
    std::vector<ChartIndicator> m_indicators;
    std::vector<Shown> m_shown;
    std::vector<Pane> m_panes;
    std::map<IndicatorKind, int> m_paneHeights; // those the user has dragged
    std::optional<std::size_t> m_dragged;       // a pane, by its upper edge
    std::vector<Bar> m_ashi;                    // as many as slots while that is the style
};

} // namespace qob
