#include "ui/charts/footprint_chart.h"

#include "ui/models/display_text.h"

#include <algorithm>
#include <cmath>

namespace qob {

namespace {

constexpr SlotWindow::Limits limits{6, 260, 104, 40};
constexpr int sumRowHeight = 17;
constexpr int readableRow = 14; // pixels

// How much of a candle's volume must be known at a price. Rough trades have a rough time, too: at its
// beginning and end a candle may lose some to its neighbours.
constexpr double enough = 0.9999;
constexpr double enoughRough = 0.95;

} // namespace

QString footprintCellsText(FootprintCells cells)
{
    switch (cells) {
    case FootprintCells::BidAsk:
        return FootprintChart::tr("Bid × ask");
    case FootprintCells::Delta:
        return FootprintChart::tr("Delta");
    case FootprintCells::Volume:
        break;
    }
    return FootprintChart::tr("Volume");
}

FootprintChart::FootprintChart(ChartSources const& sources, FlowFootprint& flow, QWidget* parent)
    : PriceChart(sources, limits, parent)
    , m_flow(flow)
{
    setAccessibleName(tr("Footprint"));
    connect(&flow, &FlowFootprint::changed, this, &FootprintChart::takeFlow);
}

void FootprintChart::setSettings(FootprintSettings const& settings)
{
    m_settings = settings;
    forgetStudies(Timestamp::min());
    paintAll();
}

void FootprintChart::takeFlow(Timestamp from)
{
    forgetStudies(from);
    if (from == Timestamp::min() || candles().empty()) {
        paintAll();
    } else {
        paintFrom(candles().slotOf(from));
    }
}

void FootprintChart::forgetStudies(Timestamp from)
{
    m_studies.erase(m_studies.lower_bound(from), m_studies.end());
}

void FootprintChart::candlesChanged(std::size_t first)
{
    PriceChart::candlesChanged(first);
    m_flow.setCandles(candles().interval(), instrument().tickSize);
}

QRect FootprintChart::placePanes(QRect const& plot)
{
    m_sumsTop = std::max(plot.height() / 2, plot.height() - sumRows * sumRowHeight);
    return {plot.left(), plot.top(), plot.width(), m_sumsTop - plot.top()};
}

Price FootprintChart::wantedStep() const
{
    auto const tick = instrument().tickSize;
    if (m_settings.ticksPerRow > 0) {
        return tick * m_settings.ticksPerRow;
    }
    double const least = readableRow * priceScale().perPixel() / unitsOf(tick);
    return tick * std::max<std::int64_t>(1, std::llround(niceStep(std::max(least, 1.0))));
}

// What else depends on what is shown: rows, decimals, and the strength of colours.
bool FootprintChart::fitPanes(std::int64_t first, std::int64_t end)
{
    auto const step = wantedStep();
    double largest = 0;
    double volume = 0;
    double delta = 0;
    bool changed = step != m_rowStep;
    if (changed) {
        m_rowStep = step;
        forgetStudies(Timestamp::min());
    }
    auto const lots = static_cast<double>(pow10(instrument().qtyScale));
    for (auto slot = first; slot < end; ++slot) {
        auto const& bar = candles().bars()[static_cast<std::size_t>(slot)];
        volume = std::max(volume, bar.volume);
        delta = std::max(delta, std::abs(bar.delta));
        if (auto const* study = studyOf(slot)) {
            largest = std::max(largest, static_cast<double>(study->rows.largest().value) / lots);
        }
    }
    int const decimals = largest >= 100 ? 0 : largest >= 20 ? 1 : largest >= 0.2 ? 2 : 4;
    changed = changed || decimals != m_decimals || volume > m_mostVolume || delta > m_mostDelta ||
              volume < m_mostVolume / 2 || delta < m_mostDelta / 2;
    if (changed) {
        m_decimals = decimals;
        m_mostVolume = volume;
        m_mostDelta = delta;
    }
    return changed;
}

FootprintChart::Study const* FootprintChart::studyOf(std::int64_t slot) const
{
    auto const start = candles().startOf(slot);
    if (auto const found = m_studies.find(start); found != m_studies.end()) {
        return &found->second;
    }
    auto const* bar = m_flow.footprint().find(start);
    if (bar == nullptr || m_flow.footprint().interval() != candles().interval()) {
        return nullptr;
    }
    Study study;
    study.rows = bar->volumes.grouped(m_rowStep);
    auto const lots = static_cast<double>(pow10(instrument().qtyScale));
    const ImbalanceRule rule{
        m_settings.imbalancePercent,
        Qty(std::max<std::int64_t>(1, std::llround(m_settings.imbalanceMinimum * lots)))};
    if (!bar->rough) { // prices that are only near would make imbalances that were none
        study.imbalances = imbalancesOf(study.rows, m_rowStep, rule);
    }
    study.stacked = stackedOf(study.imbalances, m_rowStep, static_cast<std::size_t>(m_settings.stacked));
    study.pointOfControl = study.rows.pointOfControl();
    study.valueArea = study.rows.valueArea(m_rowStep);
    return &m_studies.emplace(start, std::move(study)).first->second;
}

// Volume at price is known of a part of the candle only.
bool FootprintChart::isPart(std::int64_t slot) const
{
    auto const* study = studyOf(slot);
    auto const& bar = candles().bars()[static_cast<std::size_t>(slot)];
    if (study == nullptr || bar.volume <= 0) {
        return false;
    }
    auto const lots = static_cast<double>(pow10(instrument().qtyScale));
    auto const* known = m_flow.footprint().find(bar.start);
    bool const rough = known != nullptr && known->rough;
    return static_cast<double>(study->rows.total().value) / lots <
           bar.volume * (rough ? enoughRough : enough);
}

QString FootprintChart::sourceText() const
{
    if (m_flow.knownSince() == Timestamp::max()) {
        return tr("No volume at price yet");
    }
    auto const since = [](Timestamp time) {
        return clockText(time, false);
    };
    if (m_flow.knownSince() < m_flow.exactSince()) {
        return tr("Volume at price since %1, prices rough before %2")
            .arg(since(m_flow.knownSince()), since(m_flow.exactSince()));
    }
    return tr("Volume at price since %1").arg(since(m_flow.exactSince()));
}

std::string FootprintChart::sizeText(Qty qty) const
{
    double const units = static_cast<double>(qty.value) / static_cast<double>(pow10(instrument().qtyScale));
    return unitsText(units, false).toStdString();
}

QString FootprintChart::unitsText(double units, bool sign) const
{
    double const size = std::abs(units) < 0.5 * std::pow(10.0, -m_decimals) ? 0 : std::abs(units);
    auto const text = size >= 1e6 ? QString::number(units / 1e6, 'f', size >= 1e7 ? 1 : 2) + QLatin1Char('M')
                      : size >= 1e4
                          ? QString::number(units / 1e3, 'f', size >= 1e5 ? 0 : 1) + QLatin1Char('k')
                      : size == 0 ? QStringLiteral("0")
                                  : QString::number(units, 'f', m_decimals);
    return sign && units > 0 && size > 0 ? QLatin1Char('+') + text : text;
}

std::vector<PriceChart::Part> FootprintChart::readoutOf(std::int64_t slot) const
{
    auto parts = PriceChart::readoutOf(slot);
    auto const* study = studyOf(slot);
    if (cursor() && study != nullptr && cursor()->y() < priceScale().bottom()) {
        double const price = priceScale().valueAt(cursor()->y());
        auto const units = std::floor(price * static_cast<double>(pow10(instrument().priceScale)));
        if (auto const* row = study->rows.at(rowOf(Price(static_cast<std::int64_t>(units)), m_rowStep))) {
            parts.push_back({QString::fromStdString(instrument().priceText(row->price)), theme().textStrong});
            parts.push_back({QString::fromStdString(instrument().qtyText(row->sold)), theme().ask});
            parts.push_back({QStringLiteral("×"), theme().textFaint});
            parts.push_back({QString::fromStdString(instrument().qtyText(row->bought)), theme().bid});
        }
    }
    parts.push_back({sourceText(), theme().textDim});
    return parts;
}

FootprintChart::Sum FootprintChart::sumOf(int row, std::int64_t slot) const
{
    auto const& bar = candles().bars()[static_cast<std::size_t>(slot)];
    auto const* known = m_flow.footprint().find(bar.start);
    auto const lots = static_cast<double>(pow10(instrument().qtyScale));
    if (std::isnan(bar.close)) {
        return {};
    }
    auto const part = [](double value, double most) {
        return most > 0 ? value / most : 0.0;
    };
    bool const exact = known != nullptr && !known->rough && !isPart(slot);
    auto const reached = [&](Qty delta) {
        double const units = static_cast<double>(delta.value) / lots;
        return exact ? Sum{unitsText(units, true), part(units, m_mostDelta)} : Sum{};
    };
    switch (row) {
    case 0:
        return {unitsText(bar.volume, false), 0};
    case 1:
        return {unitsText(bar.delta, true), part(bar.delta, m_mostDelta)};
    case 2:
        return {
            bar.volume > 0 ? percentText(bar.delta / bar.volume * 100, 0) : QString(),
            part(bar.delta, bar.volume)};
    case 3:
        return known == nullptr ? Sum{} : reached(known->highDelta);
    default:
        return known == nullptr ? Sum{} : reached(known->lowDelta);
    }
}

} // namespace qob
