#include "ui/charts/interval_picker.h"

#include <QButtonGroup>
#include <QHBoxLayout>
#include <QMenu>
#include <QToolButton>

#include <array>

namespace qob {

namespace {

constexpr std::array usual{
    CandleInterval::Sec1,
    CandleInterval::Sec5,
    CandleInterval::Sec15,
    CandleInterval::Min1,
    CandleInterval::Min5,
    CandleInterval::Min15,
    CandleInterval::Hour1,
    CandleInterval::Hour4,
    CandleInterval::Day1,
};

QToolButton* makeButton(QWidget* parent)
{
    auto* button = new QToolButton(parent);
    button->setFocusPolicy(Qt::TabFocus);
    button->setCursor(Qt::PointingHandCursor);
    return button;
}

} // namespace

QString intervalText(CandleInterval interval)
{
    auto const name = intervalName(interval);
    auto const number = QString::fromLatin1(name.data(), static_cast<qsizetype>(name.size()) - 1);
    switch (name.back()) {
    case 's':
        return IntervalPicker::tr("%1 s").arg(number);
    case 'm':
        return IntervalPicker::tr("%1 m").arg(number);
    case 'h':
        return IntervalPicker::tr("%1 h").arg(number);
    case 'd':
        return IntervalPicker::tr("%1 d").arg(number);
    case 'w':
        return IntervalPicker::tr("%1 w").arg(number);
    default:
        return IntervalPicker::tr("%1 M").arg(number);
    }
}

IntervalPicker::IntervalPicker(CandleInterval chosen, QWidget* parent)
    : QWidget(parent)
    , m_interval(chosen)
    , m_usual(new QButtonGroup(this))
    , m_all(makeButton(this))
{
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(2);
    for (auto const interval : usual) {
        auto* button = makeButton(this);
        button->setText(intervalText(interval));
        button->setCheckable(true);
        button->setToolTip(tr("Candles of %1").arg(intervalText(interval)));
        m_usual->addButton(button, static_cast<int>(interval));
        layout->addWidget(button);
    }
    connect(m_usual, &QButtonGroup::idClicked, this, [this](int id) {
        choose(static_cast<CandleInterval>(id));
    });
    m_all->setObjectName(QStringLiteral("allIntervals"));
    m_all->setProperty("chartMenu", true);
    m_all->setPopupMode(QToolButton::InstantPopup);
    m_all->setToolTip(tr("All intervals"));
    m_all->setAccessibleName(tr("All intervals"));
    auto* menu = new QMenu(m_all);
    for (std::size_t i = 0; i < candleIntervals; ++i) {
        auto const interval = static_cast<CandleInterval>(i);
        auto* action = menu->addAction(intervalText(interval));
        action->setData(static_cast<int>(i));
        connect(action, &QAction::triggered, this, [this, interval] { choose(interval); });
    }
    m_all->setMenu(menu);
    layout->addWidget(m_all);
    setInterval(chosen);
}

void IntervalPicker::setInterval(CandleInterval interval)
{
    m_interval = interval;
    auto* button = m_usual->button(static_cast<int>(interval));
    m_usual->setExclusive(false);
    for (auto* other : m_usual->buttons()) {
        other->setChecked(other == button);
    }
    m_usual->setExclusive(true);
    bool const named = button == nullptr || m_narrow;
    m_all->setText(named ? intervalText(interval) : tr("More"));
}

void IntervalPicker::setNarrow(bool narrow)
{
    if (narrow != m_narrow) {
        m_narrow = narrow;
        for (auto* button : m_usual->buttons()) {
            button->setVisible(!narrow);
        }
        setInterval(m_interval);
    }
}

void IntervalPicker::choose(CandleInterval interval)
{
    setInterval(interval);
    emit chosen(interval);
}

} // namespace qob
