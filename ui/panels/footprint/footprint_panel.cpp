#include "ui/panels/footprint/footprint_panel.h"

#include "ui/charts/interval_picker.h"

#include <QDoubleSpinBox>
#include <QFormLayout>
#include <QFrame>
#include <QHBoxLayout>
#include <QMenu>
#include <QToolButton>
#include <QVBoxLayout>
#include <QWidgetAction>

#include <array>

namespace qob {

namespace {

constexpr int narrowBelow = 740; // pixels
constexpr std::array rowChoices{0, 1, 2, 5, 10, 20, 50, 100};

QString rowsText(int ticks)
{
    return ticks == 0 ? FootprintPanel::tr("Rows: auto") : FootprintPanel::tr("Rows: %1").arg(ticks);
}

} // namespace

FootprintPanel::FootprintPanel(
    Session& session,
    FrameClock& frames,
    MarketView const& market,
    OrderReplica const& orders,
    Theme const& theme,
    QWidget* parent
)
    : QWidget(parent)
    , m_market(market)
    , m_candles(session)
    , m_flow(session)
    , m_footprint(m_flow)
{
    m_chart = new FootprintChart({frames, market, orders, m_candles, theme}, m_footprint, this);
    auto* bar = new QFrame(this);
    bar->setObjectName(QStringLiteral("panel"));
    buildBar(*bar);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(bar);
    layout->addWidget(m_chart, 1);
    connect(&market, &MarketView::shownChanged, this, &FootprintPanel::follow);
}

void FootprintPanel::buildBar(QWidget& bar)
{
    auto* layout = new QHBoxLayout(&bar);
    layout->setContentsMargins(6, 4, 6, 4);
    layout->setSpacing(8);
    m_interval = new IntervalPicker(CandleInterval::Min1, &bar);
    m_interval->setMinimumWidth(70); // it has a narrow form
    connect(m_interval, &IntervalPicker::chosen, this, [this] { follow(); });
    layout->addWidget(m_interval);
    m_cells = addMenu(bar, "cells", tr("What the cells say"));
    for (auto const cells : {FootprintCells::BidAsk, FootprintCells::Delta, FootprintCells::Volume}) {
        connect(
            m_cells->menu()->addAction(footprintCellsText(cells)),
            &QAction::triggered,
            this,
            [this, cells] {
                auto settings = m_chart->settings();
                settings.cells = cells;
                change(settings);
            }
        );
    }
    m_rows = addMenu(bar, "rows", tr("Ticks in a row"));
    m_imbalance = addMenu(bar, "imbalance", tr("Which imbalances are marked"));
    buildRowsMenu();
    buildImbalanceMenu();
    layout->addStretch(1);
    change(m_chart->settings());
}

QToolButton* FootprintPanel::addMenu(QWidget& bar, char const* name, QString const& tip)
{
    auto* button = new QToolButton(&bar);
    button->setObjectName(QLatin1String(name));
    button->setProperty("chartMenu", true);
    button->setPopupMode(QToolButton::InstantPopup);
    button->setToolTip(tip);
    button->setFocusPolicy(Qt::TabFocus);
    button->setCursor(Qt::PointingHandCursor);
    button->setMenu(new QMenu(button));
    bar.layout()->addWidget(button);
    return button;
}

void FootprintPanel::buildRowsMenu()
{
    for (int const ticks : rowChoices) {
        auto const text = ticks == 0 ? tr("As many as can be read") : tr("%n tick(s)", nullptr, ticks);
        connect(m_rows->menu()->addAction(text), &QAction::triggered, this, [this, ticks] {
            auto settings = m_chart->settings();
            settings.ticksPerRow = ticks;
            change(settings);
        });
    }
}

void FootprintPanel::buildImbalanceMenu()
{
    m_imbalance->setText(tr("Imbalance"));
    m_imbalanceEdits = new QWidget(m_imbalance->menu());
    auto* form = new QFormLayout(m_imbalanceEdits);
    form->setContentsMargins(10, 6, 10, 6);
    auto const add = [&](char const* name, QString const& text, double least, double most, int decimals) {
        auto* edit = new QDoubleSpinBox(m_imbalanceEdits);
        edit->setObjectName(QLatin1String(name));
        edit->setLocale(QLocale::c()); // sizes have a point
        edit->setDecimals(decimals);
        edit->setRange(least, most);
        edit->setButtonSymbols(QAbstractSpinBox::NoButtons);
        edit->setAlignment(Qt::AlignRight);
        edit->setAccessibleName(text);
        form->addRow(text, edit);
        connect(edit, &QDoubleSpinBox::valueChanged, this, [this] {
            auto settings = m_chart->settings();
            auto const value = [this](char const* of) {
                return m_imbalanceEdits->findChild<QDoubleSpinBox*>(QLatin1String(of))->value();
            };
            settings.imbalancePercent = static_cast<int>(value("percent"));
            settings.imbalanceMinimum = value("minimum");
            settings.stacked = static_cast<int>(value("stacked"));
            change(settings);
        });
    };
    add("percent", tr("Ratio, %"), 110, 5'000, 0);
    add("minimum", tr("Least size"), 0, 1e9, 3);
    add("stacked", tr("Stacked rows"), 2, 20, 0);
    auto* action = new QWidgetAction(m_imbalance->menu());
    action->setDefaultWidget(m_imbalanceEdits);
    m_imbalance->menu()->addAction(action);
}

void FootprintPanel::change(FootprintSettings const& settings)
{
    m_cells->setText(footprintCellsText(settings.cells));
    m_rows->setText(rowsText(settings.ticksPerRow));
    auto const set = [this](char const* name, double value) {
        auto* edit = m_imbalanceEdits->findChild<QDoubleSpinBox*>(QLatin1String(name));
        const QSignalBlocker quiet(edit);
        edit->setValue(value);
    };
    set("percent", settings.imbalancePercent);
    set("minimum", settings.imbalanceMinimum);
    set("stacked", settings.stacked);
    m_chart->setSettings(settings);
}

void FootprintPanel::setInterval(CandleInterval interval)
{
    m_interval->setInterval(interval);
    follow();
}

void FootprintPanel::follow()
{
    if (auto const* shown = m_market.shown(); shown != nullptr && isVisible()) {
        m_footprint.setCandles(m_interval->interval(), shown->tickSize);
        m_candles.follow(shown->id, m_interval->interval());
        m_flow.follow(*shown);
    }
}

void FootprintPanel::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    follow();
}

void FootprintPanel::hideEvent(QHideEvent* event)
{
    QWidget::hideEvent(event);
    m_candles.stop();
    m_flow.stop();
}

void FootprintPanel::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    m_interval->setNarrow(width() < narrowBelow);
}

QJsonObject FootprintPanel::saveState() const
{
    auto const name = intervalName(m_interval->interval());
    auto const& settings = m_chart->settings();
    return {
        {QStringLiteral("view"), m_chart->saveView()},
        {QStringLiteral("interval"), QString::fromLatin1(name.data(), static_cast<qsizetype>(name.size()))},
        {QStringLiteral("cells"), static_cast<int>(settings.cells)},
        {QStringLiteral("ticksPerRow"), settings.ticksPerRow},
        {QStringLiteral("imbalancePercent"), settings.imbalancePercent},
        {QStringLiteral("imbalanceMinimum"), settings.imbalanceMinimum},
        {QStringLiteral("stacked"), settings.stacked},
    };
}

void FootprintPanel::restoreState(QJsonObject const& json)
{
    m_chart->restoreView(json.value(QStringLiteral("view")).toObject());
    if (auto const interval =
            parseInterval(json.value(QStringLiteral("interval")).toString().toStdString())) {
        setInterval(*interval);
    }
    auto settings = m_chart->settings();
    auto const whole = [&](QString const& name, int before, int least, int most) {
        int const value = json.value(name).toInt(before);
        return value >= least && value <= most ? value : before;
    };
    settings.cells =
        static_cast<FootprintCells>(whole(QStringLiteral("cells"), static_cast<int>(settings.cells), 0, 2));
    settings.ticksPerRow = whole(QStringLiteral("ticksPerRow"), settings.ticksPerRow, 0, 100'000);
    settings.imbalancePercent =
        whole(QStringLiteral("imbalancePercent"), settings.imbalancePercent, 110, 5'000);
    settings.stacked = whole(QStringLiteral("stacked"), settings.stacked, 2, 20);
    double const minimum = json.value(QStringLiteral("imbalanceMinimum")).toDouble(settings.imbalanceMinimum);
    settings.imbalanceMinimum = minimum >= 0 && minimum <= 1e9 ? minimum : settings.imbalanceMinimum;
    change(settings);
}

} // namespace qob
