#pragma once

#include "ui/charts/flow_footprint.h"
#include "ui/charts/price_chart.h"

#include <map>

namespace qob {

enum class FootprintCells : std::uint8_t {
    BidAsk, // sold into the bid and bought at the ask
    Delta,
    Volume,
};

QString footprintCellsText(FootprintCells cells);

struct FootprintSettings {
    FootprintCells cells = FootprintCells::BidAsk;
    int ticksPerRow = 0; // 0: as many as make rows that can be read
    int imbalancePercent = 300;
    double imbalanceMinimum = 0; // in what the quantity counts
    int stacked = 3;             // imbalances in a row that make a zone

    friend bool operator==(FootprintSettings const&, FootprintSettings const&) = default;
};

// Footprint: in each candle what was sold into the bid and bought at the ask at each price, imbalances in
// colour, stacked ones as zones until the price comes back to them, the point of control framed and the value
// area beside it; below each candle its volume and delta. Candles from before anything is known of volume at
// price are drawn as such. GUI thread.
class FootprintChart final : public PriceChart {
    Q_OBJECT

public:
    // The footprint must outlive it.
    FootprintChart(ChartSources const& sources, FlowFootprint& flow, QWidget* parent = nullptr);

    void setSettings(FootprintSettings const& settings);

    [[nodiscard]] FootprintSettings const& settings() const { return m_settings; }

    // Price units in a row.
    [[nodiscard]] Price rowStep() const { return m_rowStep; }

    // What is said of the volume at price as a whole: from when it is exact.
    [[nodiscard]] QString sourceText() const;

    // What a bar is made of in rows of rowStep(); null where nothing is known of it.
    struct Study {
        VolumeAtPrice rows;
        std::vector<Imbalance> imbalances;
        std::vector<StackedImbalance> stacked;
        std::optional<Price> pointOfControl;
        std::optional<ValueArea> valueArea;
    };

    [[nodiscard]] Study const* studyOf(std::int64_t slot) const;

protected:
    QRect placePanes(QRect const& plot) override;
    void candlesChanged(std::size_t first) override;
    bool fitPanes(std::int64_t first, std::int64_t end) override;
    void paintSlots(QPainter& painter, std::int64_t first, std::int64_t end) override;
    void paintPaneAxes(QPainter& painter) override;
    [[nodiscard]] std::vector<Part> readoutOf(std::int64_t slot) const override;

private:
    struct Sum {
        QString text;
        double strength = 0; // of its colour, -1 to 1
    };

    static constexpr int sumRows = 5;

    void takeFlow(Timestamp from);
    void forgetStudies(Timestamp from);
    [[nodiscard]] Price wantedStep() const;
    [[nodiscard]] int rowPixels() const;
    [[nodiscard]] QRect cellRect(std::int64_t slot, Price row) const;
    [[nodiscard]] std::string sizeText(Qty qty) const;
    [[nodiscard]] QString unitsText(double units, bool sign) const;
    [[nodiscard]] Sum sumOf(int row, std::int64_t slot) const;
    void paintCandle(QPainter& painter, std::int64_t slot, bool alone) const;
    void paintCells(QPainter& painter, std::int64_t slot, Study const& study) const;
    void paintCell(
        QPainter& painter, QRect const& cell, PriceVolume const& row, Study const& study, Qty largest
    ) const;
    [[nodiscard]] bool hasText(QRect const& cell) const;
    void paintSides(QPainter& painter, QRect const& cell, PriceVolume const& row, Study const& study) const;
    void paintZones(QPainter& painter, std::int64_t end) const;
    void paintZone(QPainter& painter, std::int64_t slot, StackedImbalance const& zone) const;
    void paintSums(QPainter& painter, std::int64_t first, std::int64_t end) const;
    [[nodiscard]] bool isPart(std::int64_t slot) const;

    FlowFootprint& m_flow;
    FootprintSettings m_settings;
    Price m_rowStep{1};
    int m_decimals = 2;
    double m_mostVolume = 0; // of the candles shown
    double m_mostDelta = 0;
    int m_sumsTop = 0;
    mutable std::map<Timestamp, Study> m_studies;
};

} // namespace qob
