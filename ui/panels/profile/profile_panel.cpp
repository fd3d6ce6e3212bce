#include "ui/panels/profile/profile_panel.h"

#include "ui/charts/interval_picker.h"

#include <QButtonGroup>
#include <QFrame>
#include <QHBoxLayout>
#include <QMenu>
#include <QToolButton>
#include <QVBoxLayout>

#include <array>

namespace qob {

namespace {

constexpr int narrowBelow = 840; // pixels
constexpr std::array rowChoices{0, 1, 2, 5, 10, 20, 50, 100};
constexpr std::array sessionChoices{
    CandleInterval::Min15,
    CandleInterval::Min30,
    CandleInterval::Hour1,
    CandleInterval::Hour4,
    CandleInterval::Hour8,
    CandleInterval::Day1,
    CandleInterval::Week1,
};

} // namespace

ProfilePanel::ProfilePanel(
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
    m_chart = new ProfileChart({frames, market, orders, m_candles, theme}, m_footprint, this);
    auto* bar = new QFrame(this);
    bar->setObjectName(QStringLiteral("panel"));
    buildBar(*bar);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(bar);
    layout->addWidget(m_chart, 1);
    connect(&market, &MarketView::shownChanged, this, &ProfilePanel::follow);
    connect(m_chart, &ProfileChart::settingsChanged, this, &ProfilePanel::refreshBar);
    refreshBar();
}

void ProfilePanel::buildBar(QWidget& bar)
{
    auto* layout = new QHBoxLayout(&bar);
    layout->setContentsMargins(6, 4, 6, 4);
    layout->setSpacing(6);
    m_interval = new IntervalPicker(CandleInterval::Min1, &bar);
    m_interval->setMinimumWidth(70); // it has a narrow form
    connect(m_interval, &IntervalPicker::chosen, this, [this] { follow(); });
    layout->addWidget(m_interval);
    m_modes = new QButtonGroup(this);
    auto* modes = new QHBoxLayout;
    modes->setSpacing(2);
    for (auto const mode : {ProfileMode::Session, ProfileMode::Visible, ProfileMode::Fixed}) {
        auto* button = new QToolButton(&bar);
        button->setText(profileModeText(mode));
        button->setCheckable(true);
        button->setFocusPolicy(Qt::TabFocus);
        button->setCursor(Qt::PointingHandCursor);
        m_modes->addButton(button, static_cast<int>(mode));
        modes->addWidget(button);
    }
    connect(m_modes, &QButtonGroup::idClicked, this, [this](int mode) {
        auto settings = m_chart->settings();
        settings.mode = static_cast<ProfileMode>(mode);
        m_chart->setSettings(settings);
    });
    layout->addLayout(modes);
    m_session = addMenu(bar, "session", tr("How long a session is"));
    for (auto const session : sessionChoices) {
        connect(
            m_session->menu()->addAction(intervalText(session)),
            &QAction::triggered,
            this,
            [this, session] {
                auto settings = m_chart->settings();
                settings.session = session;
                m_chart->setSettings(settings);
            }
        );
    }
    m_rows = addMenu(bar, "rows", tr("Ticks in a row"));
    for (int const ticks : rowChoices) {
        auto const text = ticks == 0 ? tr("As many as can be seen") : tr("%n tick(s)", nullptr, ticks);
        connect(m_rows->menu()->addAction(text), &QAction::triggered, this, [this, ticks] {
            auto settings = m_chart->settings();
            settings.ticksPerRow = ticks;
            m_chart->setSettings(settings);
        });
    }
    layout->addStretch(1);
}

QToolButton* ProfilePanel::addMenu(QWidget& bar, char const* name, QString const& tip)
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

void ProfilePanel::refreshBar()
{
    auto const& settings = m_chart->settings();
    m_modes->button(static_cast<int>(settings.mode))->setChecked(true);
    m_session->setText(intervalText(settings.session));
    m_session->setVisible(settings.mode == ProfileMode::Session);
    m_rows->setText(settings.ticksPerRow == 0 ? tr("Rows: auto") : tr("Rows: %1").arg(settings.ticksPerRow));
}

void ProfilePanel::setInterval(CandleInterval interval)
{
    m_interval->setInterval(interval);
    follow();
}

void ProfilePanel::follow()
{
    if (auto const* shown = m_market.shown(); shown != nullptr && isVisible()) {
        m_candles.follow(shown->id, m_interval->interval());
        m_flow.follow(*shown);
    }
}

void ProfilePanel::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    follow();
}

void ProfilePanel::hideEvent(QHideEvent* event)
{
    QWidget::hideEvent(event);
    m_candles.stop();
    m_flow.stop();
}

void ProfilePanel::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    m_interval->setNarrow(width() < narrowBelow);
}

QJsonObject ProfilePanel::saveState() const
{
    auto const text = [](CandleInterval interval) {
        auto const name = intervalName(interval);
        return QString::fromLatin1(name.data(), static_cast<qsizetype>(name.size()));
    };
    auto const& settings = m_chart->settings();
    return {
        {QStringLiteral("view"), m_chart->saveView()},
        {QStringLiteral("interval"), text(m_interval->interval())},
        {QStringLiteral("mode"), static_cast<int>(settings.mode)},
        {QStringLiteral("session"), text(settings.session)},
        {QStringLiteral("ticksPerRow"), settings.ticksPerRow},
    };
}

void ProfilePanel::restoreState(QJsonObject const& json)
{
    m_chart->restoreView(json.value(QStringLiteral("view")).toObject());
    auto const intervalOf = [&](char const* name) {
        return parseInterval(json.value(QLatin1String(name)).toString().toStdString());
    };
    if (auto const interval = intervalOf("interval")) {
        setInterval(*interval);
    }
    auto settings = m_chart->settings();
    if (auto const session = intervalOf("session")) {
        settings.session = *session;
    }
    int const mode = json.value(QStringLiteral("mode")).toInt(-1);
    if (mode >= 0 && mode <= static_cast<int>(ProfileMode::Fixed)) {
        settings.mode = static_cast<ProfileMode>(mode);
    }
    int const rows = json.value(QStringLiteral("ticksPerRow")).toInt(settings.ticksPerRow);
    settings.ticksPerRow = rows >= 0 && rows <= 100'000 ? rows : settings.ticksPerRow;
    m_chart->setSettings(settings);
}

} // namespace qob
