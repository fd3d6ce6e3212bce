#include "ui/panels/replay_bar/replay_bar.h"

#include "ui/look/icons.h"
#include "ui/models/display_text.h"

#include <QAbstractItemView>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QProxyStyle>
#include <QSlider>
#include <QToolButton>

#include <cmath>

namespace qob {
namespace {

constexpr int sliderSteps = 10'000;
constexpr int iconSize = 14;

// A click on the bar goes there, as everywhere where something is played.
class GoThere final : public QProxyStyle {
public:
    int styleHint(StyleHint hint, QStyleOption const* option, QWidget const* widget, QStyleHintReturn* data)
        const override
    {
        return hint == SH_Slider_AbsoluteSetButtons ? int(Qt::LeftButton)
                                                    : QProxyStyle::styleHint(hint, option, widget, data);
    }
};

} // namespace

ReplayBar::ReplayBar(
    FrameClock& frames,
    MarketReplica const& market,
    ReplayControl& control,
    Theme const& theme,
    QWidget* parent
)
    : QFrame(parent)
    , FrameClient(frames, *this)
    , m_market(market)
    , m_control(control)
    , m_theme(theme)
{
    setObjectName(QStringLiteral("replayBar"));
    setAccessibleName(tr("Replay bar"));
    build();
    connect(&market, &MarketReplica::statusChanged, this, [this] { markDirty(); });
}

void ReplayBar::build()
{
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(8, 3, 8, 3);
    row->setSpacing(6);
    auto const button = [&](QString const& icon, QString const& tip, char const* name) {
        auto* made = new QToolButton(this);
        made->setIcon(themedIcon(icon, m_theme.text, iconSize));
        made->setIconSize({iconSize, iconSize});
        made->setToolTip(tip);
        made->setAccessibleName(tip);
        made->setObjectName(QLatin1String(name));
        made->setFocusPolicy(Qt::TabFocus);
        row->addWidget(made);
        return made;
    };
    m_play = button(QStringLiteral("pause"), tr("Play or pause (Ctrl+Space)"), "play");
    m_step = button(QStringLiteral("step"), tr("One step: the next event (Ctrl+.)"), "step");
    m_speed = new QComboBox(this);
    m_speed->setToolTip(tr("Speed"));
    m_speed->setAccessibleName(tr("Speed"));
    m_speed->setFocusPolicy(Qt::TabFocus);
    for (double const speed : ReplayControl::speeds) {
        m_speed->addItem(speedText(speed), speed);
    }
    m_speed->setCurrentIndex(m_speed->findData(1.0));
    row->addWidget(m_speed);
    m_time = new QLabel(this);
    m_time->setProperty("role", "number");
    m_time->setMinimumWidth(150);
    m_time->setToolTip(tr("Market time, UTC"));
    row->addWidget(m_time);
    buildSeek();
    row->addWidget(m_seek, 1);
    m_note = new QLabel(this);
    m_note->setProperty("role", "dim");
    row->addWidget(m_note);
    row->addStretch(0);
    connect(m_play, &QToolButton::clicked, &m_control, &ReplayControl::togglePlay);
    connect(m_step, &QToolButton::clicked, &m_control, &ReplayControl::step);
    connect(m_speed, &QComboBox::activated, this, [this](int index) {
        m_control.setSpeed(m_speed->itemData(index).toDouble());
    });
}

void ReplayBar::buildSeek()
{
    m_seek = new QWidget(this);
    auto* row = new QHBoxLayout(m_seek);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(6);
    m_begin = new QLabel(m_seek);
    m_end = new QLabel(m_seek);
    for (auto* label : {m_begin, m_end}) {
        label->setProperty("role", "faint");
    }
    m_slider = new QSlider(Qt::Horizontal, m_seek);
    m_slider->setRange(0, sliderSteps);
    m_slider->setPageStep(sliderSteps / 100);
    auto* style = new GoThere;
    style->setParent(m_slider);
    m_slider->setStyle(style);
    m_slider->setFocusPolicy(Qt::TabFocus);
    m_slider->setAccessibleName(tr("Position in the recording"));
    m_jump = new QLineEdit(m_seek);
    m_jump->setObjectName(QStringLiteral("jump"));
    m_jump->setPlaceholderText(tr("jump to 14:03:00"));
    m_jump->setAccessibleName(tr("Jump to a time"));
    m_jump->setMaximumWidth(150);
    row->addWidget(m_begin);
    row->addWidget(m_slider, 1);
    row->addWidget(m_end);
    row->addWidget(m_jump);
    m_seek->hide();
    auto const seek = [this] {
        m_control.seek(m_control.timeAt(m_slider->value() / double{sliderSteps}));
    };
    connect(m_slider, &QSlider::sliderReleased, this, seek);
    connect(m_slider, &QSlider::actionTriggered, this, [this, seek](int action) {
        if (action != QAbstractSlider::SliderMove) {
            m_slider->setValue(m_slider->sliderPosition());
            seek();
        }
    });
    connect(m_slider, &QSlider::sliderMoved, this, [this](int value) {
        m_time->setText(dateTimeText(m_control.timeAt(value / double{sliderSteps})));
    });
    connect(m_jump, &QLineEdit::returnPressed, this, &ReplayBar::jump);
}

void ReplayBar::jump()
{
    if (auto const time = m_control.parseTime(m_jump->text())) {
        m_control.seek(*time);
        m_jump->clear();
        m_jump->clearFocus(); // or the panels' keys would be typed into it
        m_jump->setToolTip({});
    } else {
        m_jump->setToolTip(tr("Expected 14:03, 14:03:27 or 2026-07-14 14:03:27 (UTC)"));
        m_jump->selectAll();
    }
}

void ReplayBar::takeKind()
{
    bool const seekable = m_control.seekable();
    m_seek->setVisible(seekable);
    if (seekable) {
        m_begin->setText(clockText(m_market.status().begin, false));
        m_end->setText(clockText(m_market.status().end, false));
    }
    // What is going on now can be neither stopped nor hurried.
    bool const pacing = m_market.status().kind != MarketKind::Live;
    m_speed->setVisible(pacing);
    m_play->setVisible(pacing);
    m_step->setVisible(pacing);
}

void ReplayBar::onFrame(Duration /*now*/)
{
    auto const& status = m_market.status();
    bool const pacing = status.kind != MarketKind::Live;
    if (m_seek->isVisible() != m_control.seekable() || m_begin->text().isEmpty() ||
        m_play->isVisible() != pacing) {
        takeKind();
    }
    if (m_paused != status.paused) {
        m_paused = status.paused;
        auto const icon = status.paused ? QStringLiteral("play") : QStringLiteral("pause");
        m_play->setIcon(themedIcon(icon, status.paused ? m_theme.warn : m_theme.text, iconSize));
    }
    if (!m_slider->isSliderDown()) {
        m_slider->setValue(static_cast<int>(std::lround(m_control.progress() * sliderSteps)));
        auto const clock = dateTimeText(status.now);
        if (clock != m_clock) {
            m_clock = clock;
            m_time->setText(clock);
        }
    }
    if (!m_speed->view()->isVisible()) {
        if (m_speed->findData(status.speed) < 0) { // started at a speed that is not in the list
            m_speed->addItem(speedText(status.speed), status.speed);
        }
        m_speed->setCurrentIndex(m_speed->findData(status.speed));
    }
    m_note->setText(
        status.ended ? tr("The recording is over")
        : status.loading > 0
            ? tr("Rolling the history of %n more market(s)", nullptr, static_cast<int>(status.loading))
            : QString()
    );
}

} // namespace qob
