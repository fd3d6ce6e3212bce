#include "ui/charts/indicator_menu.h"

#include <QCheckBox>
#include <QDoubleSpinBox>
#include <QGridLayout>
#include <QLabel>
#include <QPushButton>
#include <QScreen>
#include <QVBoxLayout>

#include <algorithm>
#include <array>

namespace qob {

namespace {

constexpr int mostIndicators = 24;
constexpr int longestPeriod = 2'000;

QString parameterTip(IndicatorKind kind, std::size_t index)
{
    if (kind == IndicatorKind::Bollinger && index == 1) {
        return IndicatorMenu::tr("Standard deviations");
    }
    if (kind == IndicatorKind::Macd) {
        return index == 0   ? IndicatorMenu::tr("Fast period")
               : index == 1 ? IndicatorMenu::tr("Slow period")
                            : IndicatorMenu::tr("Signal period");
    }
    return IndicatorMenu::tr("Period, in candles");
}

} // namespace

IndicatorMenu::IndicatorMenu(
    Theme const& theme, std::vector<ChartIndicator> const& indicators, QWidget* parent
)
    : QFrame(parent, Qt::Popup)
    , m_theme(theme)
    , m_indicators(indicators)
{
    setObjectName(QStringLiteral("popup"));
    setAccessibleName(tr("Indicators"));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(10, 8, 10, 10);
    layout->setSpacing(8);
    m_rows = new QWidget(this);
    layout->addWidget(m_rows);
    auto* more = new QHBoxLayout;
    more->setSpacing(4);
    for (auto const kind : {IndicatorKind::Sma, IndicatorKind::Ema, IndicatorKind::Wma}) {
        auto* button = new QPushButton(QStringLiteral("+ ") + indicatorName(kind), this);
        button->setObjectName(QStringLiteral("small"));
        button->setToolTip(tr("One more of these"));
        connect(button, &QPushButton::clicked, this, [this, kind] { add(kind); });
        more->addWidget(button);
    }
    layout->addLayout(more);
    build();
}

void IndicatorMenu::setIndicators(std::vector<ChartIndicator> const& indicators)
{
    m_indicators = indicators;
    build();
}

void IndicatorMenu::build()
{
    qDeleteAll(m_rows->findChildren<QWidget*>(QString(), Qt::FindDirectChildrenOnly));
    delete m_rows->layout();
    m_grid = new QGridLayout(m_rows);
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(6);
    m_grid->setVerticalSpacing(3);
    for (int row = 0; row < static_cast<int>(m_indicators.size()); ++row) {
        addRow(row);
    }
    adjustSize();
}

void IndicatorMenu::addRow(int row)
{
    auto const index = static_cast<std::size_t>(row);
    auto const& indicator = m_indicators[index];
    m_grid->setRowMinimumHeight(row, 23);
    auto* swatch = new QLabel(m_rows);
    swatch->setFixedSize(10, 10);
    QPixmap color(10, 10);
    color.fill(indicatorColor(m_theme, index));
    swatch->setPixmap(color);
    m_grid->addWidget(swatch, row, 0);
    auto* box = new QCheckBox(indicatorName(indicator.spec.kind), m_rows);
    box->setChecked(indicator.shown);
    box->setMinimumWidth(96);
    connect(box, &QCheckBox::toggled, this, [this, index](bool on) {
        m_indicators[index].shown = on;
        emit changed(m_indicators);
    });
    m_grid->addWidget(box, row, 1);
    for (std::size_t i = 0; i < parameterCount(indicator.spec.kind); ++i) {
        addParameter(row, i);
    }
}

void IndicatorMenu::addParameter(int row, std::size_t index)
{
    auto const at = static_cast<std::size_t>(row);
    auto const& spec = m_indicators[at].spec;
    auto const set = [this, at, index](double value) {
        m_indicators[at].spec.parameters[index] = value;
        emit changed(m_indicators);
    };
    if (spec.kind == IndicatorKind::Cvd) {
        auto* daily = new QCheckBox(tr("daily"), m_rows);
        daily->setToolTip(tr("Begins anew at 00:00 UTC"));
        daily->setChecked(spec.parameters[index] != 0);
        connect(daily, &QCheckBox::toggled, this, [set](bool on) { set(on ? 1 : 0); });
        m_grid->addWidget(daily, row, 2, 1, 3);
        return;
    }
    bool const deviations = spec.kind == IndicatorKind::Bollinger && index == 1;
    auto* edit = new QDoubleSpinBox(m_rows);
    edit->setDecimals(deviations ? 1 : 0);
    edit->setSingleStep(deviations ? 0.1 : 1.0);
    edit->setRange(deviations ? 0.1 : 1.0, deviations ? 10.0 : longestPeriod);
    edit->setValue(spec.parameters[index]);
    edit->setButtonSymbols(QAbstractSpinBox::NoButtons);
    edit->setFixedWidth(44);
    edit->setAlignment(Qt::AlignRight);
    edit->setToolTip(parameterTip(spec.kind, index));
    edit->setAccessibleName(indicatorName(spec.kind) + QLatin1Char(' ') + edit->toolTip());
    connect(edit, &QDoubleSpinBox::valueChanged, this, set);
    m_grid->addWidget(edit, row, 2 + static_cast<int>(index));
}

void IndicatorMenu::add(IndicatorKind kind)
{
    if (m_indicators.size() < mostIndicators) {
        m_indicators.push_back({usualIndicator(kind), true});
        build();
        emit changed(m_indicators);
    }
}

void IndicatorMenu::openBelow(QWidget& widget)
{
    adjustSize();
    auto at = widget.mapToGlobal(QPoint(0, widget.height() + 2));
    if (auto const* screen = widget.screen()) {
        auto const room = screen->availableGeometry();
        at.setX(std::clamp(at.x(), room.left(), std::max(room.left(), room.right() - width())));
        at.setY(std::clamp(at.y(), room.top(), std::max(room.top(), room.bottom() - height())));
    }
    move(at);
    show();
}

} // namespace qob
