#include "ui/charts/candle_chart.h"

#include "ui/models/display_text.h"

#include <QMouseEvent>

#include <algorithm>
#include <array>
#include <cmath>

namespace qob {

namespace {

constexpr SlotWindow::Limits limits{1, 120, 8, 56};
constexpr double paneShare = 0.17; // of the plot's height
constexpr double mostPanes = 0.55; // of it for all panes together
constexpr int paneLeast = 40;
constexpr int paneMost = 130;
constexpr int paneTitle = 16;   // of a pane's height
constexpr double edgeReach = 3; // pixels

} // namespace

QString candleStyleText(CandleStyle style)
{
    switch (style) {
    case CandleStyle::Candles:
        return CandleChart::tr("Candles");
    case CandleStyle::Bars:
        return CandleChart::tr("Bars");
    case CandleStyle::Line:
        return CandleChart::tr("Line");
    case CandleStyle::HeikinAshi:
        break;
    }
    return CandleChart::tr("Heikin-Ashi");
}

QString indicatorName(IndicatorKind kind)
{
    switch (kind) {
    case IndicatorKind::Sma:
        return CandleChart::tr("SMA");
    case IndicatorKind::Ema:
        return CandleChart::tr("EMA");
    case IndicatorKind::Wma:
        return CandleChart::tr("WMA");
    case IndicatorKind::Vwap:
        return CandleChart::tr("VWAP");
    case IndicatorKind::Bollinger:
        return CandleChart::tr("Bollinger");
    case IndicatorKind::Volume:
        return CandleChart::tr("Volume");
    case IndicatorKind::Delta:
        return CandleChart::tr("Delta");
    case IndicatorKind::Cvd:
        return CandleChart::tr("CVD");
    case IndicatorKind::Rsi:
        return CandleChart::tr("RSI");
    case IndicatorKind::Macd:
        return CandleChart::tr("MACD");
    case IndicatorKind::Atr:
        return CandleChart::tr("ATR");
    case IndicatorKind::OpenInterest:
        break;
    }
    return CandleChart::tr("Open interest");
}

QString indicatorText(IndicatorSpec const& spec)
{
    auto text = indicatorName(spec.kind);
    if (spec.kind == IndicatorKind::Cvd) {
        return text;
    }
    for (std::size_t i = 0; i < parameterCount(spec.kind); ++i) {
        text += QLatin1Char(' ') + QString::number(spec.parameters[i]);
    }
    return text;
}

std::vector<ChartIndicator> usualIndicators()
{
    return {
        {{IndicatorKind::Ema, {9}}, true},
        {{IndicatorKind::Ema, {21}}, true},
        {{IndicatorKind::Sma, {50}}, false},
        {{IndicatorKind::Sma, {200}}, false},
        {{IndicatorKind::Wma, {20}}, false},
        {usualIndicator(IndicatorKind::Vwap), true},
        {usualIndicator(IndicatorKind::Bollinger), false},
        {usualIndicator(IndicatorKind::Volume), true},
        {usualIndicator(IndicatorKind::Delta), false},
        {usualIndicator(IndicatorKind::Cvd), true},
        {usualIndicator(IndicatorKind::Rsi), false},
        {usualIndicator(IndicatorKind::Macd), false},
        {usualIndicator(IndicatorKind::Atr), false},
        {usualIndicator(IndicatorKind::OpenInterest), false},
    };
}

QColor indicatorColor(Theme const& theme, std::size_t index)
{
    static constexpr std::array<int, 8> hues{45, 205, 285, 25, 175, 325, 90, 265};
    bool const dark = theme.panel.lightness() < 128;
    return QColor::fromHsl(hues[index % hues.size()], dark ? 190 : 200, dark ? 165 : 95);
}

CandleChart::CandleChart(ChartSources const& sources, OpenInterestFeed const& openInterest, QWidget* parent)
    : PriceChart(sources, limits, parent)
    , m_openInterest(openInterest)
{
    connect(&openInterest, &OpenInterestFeed::changed, this, &CandleChart::takeOpenInterest);
    setAccessibleName(tr("Candles"));
    setIndicators(usualIndicators());
}

void CandleChart::setStyle(CandleStyle style)
{
    m_style = style;
    refreshAshi(0);
    paintAll();
}

void CandleChart::setIndicators(std::vector<ChartIndicator> const& indicators)
{
    m_indicators = indicators;
    m_shown.clear();
    m_dragged.reset();
    m_panes.clear();
    for (std::size_t i = 0; i < indicators.size(); ++i) {
        if (!indicators[i].shown) {
            continue;
        }
        m_shown.push_back({IndicatorLine(indicators[i].spec), indicatorColor(theme(), i)});
        m_shown.back().line.update(candles().bars(), 0);
        if (!isOverlay(indicators[i].spec.kind)) {
            Pane pane{};
            pane.shown = m_shown.size() - 1;
            pane.title = indicatorText(indicators[i].spec);
            m_panes.push_back(pane);
        }
    }
    paintAll();
    emit indicatorsChanged();
}

IndicatorLine const* CandleChart::lineOf(IndicatorKind kind) const
{
    auto const found = std::find_if(m_shown.begin(), m_shown.end(), [&](Shown const& shown) {
        return shown.line.spec().kind == kind;
    });
    return found == m_shown.end() ? nullptr : &found->line;
}

QJsonObject CandleChart::saveView() const
{
    auto view = PriceChart::saveView();
    QJsonObject heights;
    for (auto const& [kind, height] : m_paneHeights) {
        heights[QString::number(static_cast<int>(kind))] = height;
    }
    view[QStringLiteral("panes")] = heights;
    return view;
}

void CandleChart::restoreView(QJsonObject const& view)
{
    auto const heights = view[QStringLiteral("panes")].toObject();
    for (auto height = heights.begin(); height != heights.end(); ++height) {
        bool good = false;
        int const kind = height.key().toInt(&good);
        if (good && kind >= 0 && kind <= static_cast<int>(IndicatorKind::OpenInterest)) {
            m_paneHeights[static_cast<IndicatorKind>(kind)] = std::max(height.value().toInt(), paneLeast);
        }
    }
    PriceChart::restoreView(view);
}

QRect CandleChart::placePanes(QRect const& plot)
{
    if (m_panes.empty()) {
        return plot;
    }
    auto const usual = std::clamp(static_cast<int>(plot.height() * paneShare), paneLeast, paneMost);
    std::vector<int> heights;
    int all = 0;
    for (auto const& pane : m_panes) {
        auto const chosen = m_paneHeights.find(m_shown[pane.shown].line.spec().kind);
        heights.push_back(chosen == m_paneHeights.end() ? usual : chosen->second);
        all += heights.back();
    }
    double const shrink = std::min(1.0, plot.height() * mostPanes / all);
    int top = plot.bottom() + 1;
    for (auto i = m_panes.size(); i-- > 0;) {
        auto const height = static_cast<int>(heights[i] * shrink);
        top -= height;
        m_panes[i].scale.top = top + paneTitle;
        m_panes[i].scale.height = std::max(1, height - paneTitle - 4);
    }
    return {plot.left(), plot.top(), plot.width(), top - plot.top()};
}

// The pane whose upper edge is there.
std::optional<std::size_t> CandleChart::edgeAt(QPointF const& at) const
{
    for (std::size_t i = 0; i < m_panes.size(); ++i) {
        if (std::abs(at.y() - (m_panes[i].scale.top - paneTitle)) <= edgeReach) {
            return i;
        }
    }
    return std::nullopt;
}

void CandleChart::resizePane(std::size_t index, int height)
{
    auto const kind = m_shown[m_panes[index].shown].line.spec().kind;
    m_paneHeights[kind] = std::clamp(height, paneLeast, std::max(paneLeast, plotRect().height() / 2));
    paintAll();
}

void CandleChart::mousePressEvent(QMouseEvent* event)
{
    m_dragged = event->button() == Qt::LeftButton ? edgeAt(event->position()) : std::nullopt;
    if (!m_dragged) {
        PriceChart::mousePressEvent(event);
    }
}

void CandleChart::mouseMoveEvent(QMouseEvent* event)
{
    if (m_dragged) {
        auto const& scale = m_panes[*m_dragged].scale;
        resizePane(*m_dragged, scale.bottom() + 4 - static_cast<int>(event->position().y()));
        return;
    }
    if (!dragging()) {
        setCursor(edgeAt(event->position()) ? Qt::SizeVerCursor : Qt::CrossCursor);
    }
    PriceChart::mouseMoveEvent(event);
}

void CandleChart::mouseReleaseEvent(QMouseEvent* event)
{
    m_dragged.reset();
    PriceChart::mouseReleaseEvent(event);
}

void CandleChart::refreshAshi(std::size_t first)
{
    if (m_style != CandleStyle::HeikinAshi) {
        m_ashi.clear();
        return;
    }
    auto const& bars = candles().bars();
    first = std::min(first, m_ashi.size());
    m_ashi.resize(bars.size());
    for (auto i = first; i < bars.size(); ++i) {
        auto const* before = i > 0 && !std::isnan(m_ashi[i - 1].close) ? &m_ashi[i - 1] : nullptr;
        m_ashi[i] = std::isnan(bars[i].close) ? bars[i] : heikinAshi(bars[i], before);
    }
}

Bar const& CandleChart::drawn(std::int64_t slot) const
{
    auto const at = static_cast<std::size_t>(slot);
    return m_style == CandleStyle::HeikinAshi && at < m_ashi.size() ? m_ashi[at] : candles().bars()[at];
}

// Each bar ends with what was said last before its end.
void CandleChart::fillOpenInterest(std::size_t first)
{
    auto const& points = m_openInterest.points();
    for (auto slot = first; slot < candles().size(); ++slot) {
        auto const end = candles().startOf(static_cast<std::int64_t>(slot) + 1);
        auto const after = std::lower_bound(
            points.begin(),
            points.end(),
            end,
            [](OpenInterestFeed::Point const& one, Timestamp time) { return one.time < time; }
        );
        bool const known = after != points.begin() && candles().at(slot).kind != CandleSlot::Kind::Gap;
        slotsToFill().setOpenInterest(slot, known ? amountUnits(std::prev(after)->contracts) : noValue);
    }
}

// From this point on. The bars always have what the feed says, shown or not.
void CandleChart::takeOpenInterest(std::size_t firstPoint)
{
    if (candles().empty()) {
        return;
    }
    auto const& points = m_openInterest.points();
    auto const last = static_cast<std::int64_t>(candles().size()) - 1;
    auto const slot =
        firstPoint == 0 ? 0 : std::clamp<std::int64_t>(candles().slotOf(points[firstPoint].time), 0, last);
    fillOpenInterest(static_cast<std::size_t>(slot));
    if (!shows(IndicatorKind::OpenInterest)) {
        return;
    }
    for (auto& shown : m_shown) {
        shown.line.update(candles().bars(), static_cast<std::size_t>(slot));
    }
    paintFrom(slot);
}

void CandleChart::candlesChanged(std::size_t first)
{
    fillOpenInterest(first);
    for (auto& shown : m_shown) {
        shown.line.update(candles().bars(), first);
    }
    refreshAshi(first);
    PriceChart::candlesChanged(first);
}

// Overlays far away do not press the candles together: bands and averages count only so far as they are near.
PriceChart::Range CandleChart::rangeOf(std::int64_t first, std::int64_t end) const
{
    auto const prices = PriceChart::rangeOf(first, end);
    auto range = prices;
    auto const reach = 0.35 * (prices.high - prices.low);
    auto const take = [&](std::vector<double> const& values) {
        for (auto slot = first; slot < end; ++slot) {
            double const value = values[static_cast<std::size_t>(slot)];
            if (value >= prices.low - reach && value <= prices.high + reach) {
                range.include(value);
            }
        }
    };
    for (auto const& shown : m_shown) {
        auto const kind = shown.line.spec().kind;
        for (std::size_t i = 0; isOverlay(kind) && i < lineCount(kind); ++i) {
            take(shown.line.line(i));
        }
    }
    return range;
}

bool CandleChart::fitPanes(std::int64_t first, std::int64_t end)
{
    bool changed = false;
    for (auto& pane : m_panes) {
        auto const& line = m_shown[pane.shown].line;
        Range range;
        for (std::size_t i = 0; i < lineCount(line.spec().kind); ++i) {
            for (auto slot = first; slot < end; ++slot) {
                range.include(line.line(i)[static_cast<std::size_t>(slot)]);
            }
        }
        changed = fitPane(pane.scale, line.spec().kind, range) || changed;
    }
    return changed;
}

bool CandleChart::fitPane(ChartScale& scale, IndicatorKind kind, Range range)
{
    if (kind == IndicatorKind::Rsi) {
        bool const changed = scale.low != 0 || scale.high != 100;
        scale.low = 0;
        scale.high = 100;
        return changed;
    }
    if (range.empty()) {
        return false;
    }
    if (kind == IndicatorKind::Volume) { // stands on the pane's bottom
        if (scale.low == 0 && range.high < scale.high && range.high > scale.high * 0.5) {
            return false;
        }
        scale.low = 0;
        scale.high = range.high > 0 ? range.high * 1.15 : 1;
        return true;
    }
    if (kind == IndicatorKind::Delta || kind == IndicatorKind::Macd) {
        range.include(0);
    }
    return scale.fit(range.low, range.high);
}

void CandleChart::prepareOver(std::int64_t slot)
{
    for (auto& pane : m_panes) {
        auto const& line = m_shown[pane.shown].line;
        auto const step = niceStep(std::max(1e-9, (pane.scale.high - pane.scale.low) / 200));
        pane.value.clear();
        for (std::size_t i = 0; i < lineCount(line.spec().kind); ++i) {
            double const value = line.line(i)[static_cast<std::size_t>(slot)];
            pane.value += (i == 0 ? QString() : QStringLiteral("  ")) +
                          (std::isnan(value) ? QStringLiteral("–") : shortNumber(value, step));
        }
    }
}

std::vector<PriceChart::Part> CandleChart::readoutOf(std::int64_t slot) const
{
    auto parts = PriceChart::readoutOf(slot);
    for (auto const& shown : m_shown) {
        if (!isOverlay(shown.line.spec().kind)) {
            continue;
        }
        auto text = indicatorText(shown.line.spec());
        if (shown.line.spec().kind == IndicatorKind::Vwap) {
            text += vwapSince(slot);
        }
        for (std::size_t i = 0; i < lineCount(shown.line.spec().kind); ++i) {
            double const value = shown.line.line(i)[static_cast<std::size_t>(slot)];
            text += QLatin1Char(' ') + (std::isnan(value) ? QStringLiteral("–") : priceText(value));
        }
        parts.push_back({text, shown.color});
    }
    return parts;
}

// Where the candles do not go back to the session's beginning, its average begins later and says so.
QString CandleChart::vwapSince(std::int64_t slot) const
{
    auto const session = candleStart(CandleInterval::Day1, candles().startOf(slot));
    auto const oldest = candles().startOf(0);
    return oldest > session ? QLatin1Char(' ') + tr("since %1").arg(clockText(oldest, false)) : QString();
}

QString CandleChart::valueAt(int y) const
{
    for (auto const& pane : m_panes) {
        if (y >= pane.scale.top && y < pane.scale.bottom()) {
            return shortNumber(pane.scale.valueAt(y), niceStep(pane.scale.perPixel()));
        }
    }
    return PriceChart::valueAt(y);
}

} // namespace qob
