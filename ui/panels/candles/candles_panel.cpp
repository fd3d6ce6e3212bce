#include "ui/panels/candles/candles_panel.h"

#include "ui/charts/indicator_menu.h"
#include "ui/charts/interval_picker.h"

#include <QHBoxLayout>
#include <QJsonArray>
#include <QMenu>
#include <QToolButton>
#include <QVBoxLayout>

namespace qob {

namespace {

constexpr int narrowBelow = 630; // pixels

QJsonObject jsonOf(ChartIndicator const& indicator)
{
    QJsonArray parameters;
    for (std::size_t i = 0; i < parameterCount(indicator.spec.kind); ++i) {
        parameters.append(indicator.spec.parameters[i]);
    }
    return {
        {QStringLiteral("kind"), static_cast<int>(indicator.spec.kind)},
        {QStringLiteral("parameters"), parameters},
        {QStringLiteral("shown"), indicator.shown},
    };
}

std::optional<ChartIndicator> indicatorOf(QJsonObject const& json)
{
    int const kind = json.value(QStringLiteral("kind")).toInt(-1);
    if (kind < 0 || kind > static_cast<int>(IndicatorKind::OpenInterest)) {
        return std::nullopt;
    }
    ChartIndicator indicator{usualIndicator(static_cast<IndicatorKind>(kind)), false};
    indicator.shown = json.value(QStringLiteral("shown")).toBool();
    auto const parameters = json.value(QStringLiteral("parameters")).toArray();
    for (qsizetype i = 0; i < parameters.size() && i < 3; ++i) {
        auto& parameter = indicator.spec.parameters[static_cast<std::size_t>(i)];
        parameter = parameters[i].toDouble(parameter);
    }
    return indicator;
}

} // namespace

CandlesPanel::CandlesPanel(
    Session& session,
    FrameClock& frames,
    MarketView const& market,
    OrderReplica const& orders,
    Theme const& theme,
    QWidget* parent
)
    : QWidget(parent)
    , m_market(market)
    , m_feed(session)
    , m_openInterest(session)
{
    m_chart = new CandleChart({frames, market, orders, m_feed, theme}, m_openInterest, this);
    auto* bar = new QFrame(this);
    bar->setObjectName(QStringLiteral("panel"));
    buildBar(*bar, theme);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(bar);
    layout->addWidget(m_chart, 1);
    connect(&market, &MarketView::shownChanged, this, &CandlesPanel::follow);
    connect(m_chart, &CandleChart::indicatorsChanged, this, &CandlesPanel::follow);
}

void CandlesPanel::buildBar(QWidget& bar, Theme const& theme)
{
    auto* layout = new QHBoxLayout(&bar);
    layout->setContentsMargins(6, 4, 6, 4);
    layout->setSpacing(8);
    m_interval = new IntervalPicker(CandleInterval::Min1, &bar);
    connect(m_interval, &IntervalPicker::chosen, this, [this] { follow(); });
    m_interval->setMinimumWidth(70); // it has a narrow form
    layout->addWidget(m_interval);
    m_style = new QToolButton(&bar);
    m_style->setObjectName(QStringLiteral("candleStyle"));
    m_style->setProperty("chartMenu", true);
    m_style->setPopupMode(QToolButton::InstantPopup);
    m_style->setToolTip(tr("How candles are drawn"));
    auto* styles = new QMenu(m_style);
    for (auto const style :
         {CandleStyle::Candles, CandleStyle::Bars, CandleStyle::Line, CandleStyle::HeikinAshi}) {
        connect(styles->addAction(candleStyleText(style)), &QAction::triggered, this, [this, style] {
            setStyle(style);
        });
    }
    m_style->setMenu(styles);
    layout->addWidget(m_style);
    m_indicatorsButton = new QToolButton(&bar);
    m_indicatorsButton->setObjectName(QStringLiteral("indicators"));
    m_indicatorsButton->setText(tr("Indicators"));
    m_indicatorsButton->setToolTip(tr("Choose indicators and their parameters"));
    layout->addWidget(m_indicatorsButton);
    layout->addStretch(1);
    m_indicators = new IndicatorMenu(theme, m_chart->indicators(), this);
    connect(m_indicators, &IndicatorMenu::changed, m_chart, &CandleChart::setIndicators);
    connect(m_indicatorsButton, &QToolButton::clicked, this, [this] {
        m_indicators->openBelow(*m_indicatorsButton);
    });
    for (auto* button : {m_style, m_indicatorsButton}) {
        button->setFocusPolicy(Qt::TabFocus);
        button->setCursor(Qt::PointingHandCursor);
    }
    setStyle(CandleStyle::Candles);
}

void CandlesPanel::setStyle(CandleStyle style)
{
    m_style->setText(candleStyleText(style));
    m_chart->setStyle(style);
}

void CandlesPanel::setInterval(CandleInterval interval)
{
    m_interval->setInterval(interval);
    follow();
}

void CandlesPanel::follow()
{
    if (auto const* shown = m_market.shown(); shown != nullptr && isVisible()) {
        m_feed.follow(shown->id, m_interval->interval());
        if (m_chart->shows(IndicatorKind::OpenInterest)) {
            m_openInterest.follow(shown->id);
        } else {
            m_openInterest.stop(); // of another instrument, soon
        }
    }
}

void CandlesPanel::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    follow();
}

void CandlesPanel::hideEvent(QHideEvent* event)
{
    QWidget::hideEvent(event);
    m_feed.stop();
    m_openInterest.stop();
}

void CandlesPanel::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    m_interval->setNarrow(width() < narrowBelow);
}

QJsonObject CandlesPanel::saveState() const
{
    QJsonArray indicators;
    for (auto const& indicator : m_chart->indicators()) {
        indicators.append(jsonOf(indicator));
    }
    auto const name = intervalName(m_interval->interval());
    return {
        {QStringLiteral("view"), m_chart->saveView()},
        {QStringLiteral("interval"), QString::fromLatin1(name.data(), static_cast<qsizetype>(name.size()))},
        {QStringLiteral("style"), static_cast<int>(m_chart->style())},
        {QStringLiteral("indicators"), indicators},
    };
}

void CandlesPanel::restoreState(QJsonObject const& settings)
{
    m_chart->restoreView(settings.value(QStringLiteral("view")).toObject());
    if (auto const interval =
            parseInterval(settings.value(QStringLiteral("interval")).toString().toStdString())) {
        setInterval(*interval);
    }
    int const style = settings.value(QStringLiteral("style")).toInt(-1);
    if (style >= 0 && style <= static_cast<int>(CandleStyle::HeikinAshi)) {
        setStyle(static_cast<CandleStyle>(style));
    }
    std::vector<ChartIndicator> indicators;
    for (auto const& one : settings.value(QStringLiteral("indicators")).toArray()) {
        if (auto const indicator = indicatorOf(one.toObject())) {
            indicators.push_back(*indicator);
        }
    }
    if (!indicators.empty()) {
        m_indicators->setIndicators(indicators);
        m_chart->setIndicators(indicators);
    }
}

} // namespace qob
