#include "ui/shell/panel_dock.h"

#include "engine/base/check.h"
#include "ui/look/icons.h"
#include "ui/models/display_text.h"
#include "ui/models/panel_state.h"
#include "ui/shell/market_badge.h"
#include "ui/shell/panel_keys.h"

#include <QActionGroup>
#include <QCloseEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QMenu>
#include <QPainter>
#include <QToolButton>

namespace qob {
namespace {

constexpr int iconSize = 11;

QIcon dotIcon(QColor const& color)
{
    constexpr int size = 24; // sharp at twice the size it is shown at
    QPixmap picture(size, size);
    picture.fill(Qt::transparent);
    QPainter painter(&picture);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(color);
    painter.drawEllipse(QRect(4, 4, size - 8, size - 8));
    return picture;
}

QToolButton* titleButton(QWidget* bar, QString const& words)
{
    auto* button = new QToolButton(bar);
    button->setObjectName(QStringLiteral("title"));
    button->setToolTip(words);
    button->setAccessibleName(words);
    button->setFocusPolicy(Qt::NoFocus);
    button->setIconSize({iconSize, iconSize});
    button->setPopupMode(QToolButton::InstantPopup);
    return button;
}

} // namespace

QString groupName(int group)
{
    switch (group) {
    case 0:
        return PanelDock::tr("Blue");
    case 1:
        return PanelDock::tr("Orange");
    case 2:
        return PanelDock::tr("Green");
    case 3:
        return PanelDock::tr("Violet");
    case 4:
        return PanelDock::tr("Red");
    default:
        return PanelDock::tr("Yellow");
    }
}

PanelDock::PanelDock(
    PanelKind const& kind,
    WorkspacePanel const& saved,
    TerminalModels& models,
    Theme const& theme,
    QWidget* window
)
    : QDockWidget(window)
    , m_kind(kind)
    , m_models(models)
    , m_theme(theme)
    , m_group(saved.group)
{
    setObjectName(saved.id);
    buildTitle();
    buildActions();
    makePanel(saved.state);
    connect(this, &QDockWidget::topLevelChanged, this, &PanelDock::refreshTitle);
    connect(this, &QDockWidget::topLevelChanged, this, &PanelDock::takeMarketKind);
    connect(&models.market, &MarketReplica::statusChanged, this, &PanelDock::takeMarketKind);
}

// For who finds commands by their names: what the title's buttons and menu do.
void PanelDock::buildActions()
{
    auto const add = [this](QString const& text, auto run) {
        auto* action = new QAction(text, this);
        connect(action, &QAction::triggered, this, run);
        addAction(action);
    };
    add(tr("Picture of the panel…"), [this] { emit pictureWanted(); });
    add(tr("Close the panel"), [this] {
        // Not from within the action, which goes with it.
        QMetaObject::invokeMethod(this, &QWidget::close, Qt::QueuedConnection);
    });
    add(tr("Panel menu"), [this] { m_menu->popup(m_bar->mapToGlobal(m_bar->rect().bottomLeft())); });
    if (m_kind.link != PanelLink::None) {
        auto* groups = new QAction(tr("Link group"), this);
        groups->setMenu(new QMenu(this));
        connect(groups->menu(), &QMenu::aboutToShow, this, [this, groups] {
            groups->menu()->clear();
            fillGroups(*groups->menu());
        });
        addAction(groups);
    }
}

// A press anywhere in it says that it is worked with; what is painted in it is its cost.
void PanelDock::watchInside()
{
    auto inside = panel()->findChildren<QWidget*>() + m_bar->findChildren<QWidget*>();
    for (auto* one : inside << panel() << m_bar) {
        one->installEventFilter(this);
    }
    m_models.frames.countPaints(*panel());
}

bool PanelDock::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::MouseButtonPress) {
        emit pressed();
    }
    return QDockWidget::eventFilter(watched, event);
}

void PanelDock::takeMarketKind()
{
    auto const kind = m_models.market.status().kind;
    if (isFloating() && m_badge == nullptr) {
        constexpr int pixels = 10;
        m_badge = new MarketBadge(m_theme, m_bar, pixels);
        m_cancel = titleButton(m_bar, tr("Cancels every working order at once and locks trading"));
        m_cancel->setIcon(themedIcon(QStringLiteral("kill"), m_theme.bad, iconSize));
        m_cancel->setText(tr("Cancel all"));
        m_cancel->installEventFilter(this);
        connect(m_cancel, &QToolButton::clicked, this, [this] { m_models.entry.stopTrading(); });
        auto* row = static_cast<QHBoxLayout*>(m_bar->layout());
        row->insertWidget(0, m_badge);
        row->insertWidget(row->count() - 3, m_cancel); // before the three buttons of every title
    }
    if (m_badge != nullptr) {
        m_badge->setVisible(isFloating());
        m_cancel->setVisible(isFloating());
        m_badge->setKind(kind);
    }
    int const margin = isFloating() && kind == MarketKind::Replay ? replayFramePixels : 0;
    setContentsMargins(margin, margin, margin, margin);
    update();
}

void PanelDock::paintEvent(QPaintEvent* event)
{
    QDockWidget::paintEvent(event);
    if (isFloating()) {
        paintReplayFrame(*this, m_theme, m_models.market.status().kind);
    }
}

void PanelDock::buildTitle()
{
    m_bar = new QWidget(this);
    m_bar->setObjectName(QStringLiteral("panelTitle"));
    m_bar->setAttribute(Qt::WA_StyledBackground);
    auto* row = new QHBoxLayout(m_bar);
    row->setContentsMargins(4, 1, 2, 1);
    row->setSpacing(4);
    m_groupButton = titleButton(m_bar, tr("Link group: panels of one colour show the same instrument"));
    auto* groups = new QMenu(m_groupButton);
    connect(groups, &QMenu::aboutToShow, this, [this, groups] {
        groups->clear();
        fillGroups(*groups);
    });
    m_groupButton->setMenu(groups);
    m_groupButton->setVisible(m_kind.link != PanelLink::None);
    m_title = new QLabel(panelTitle(m_kind), m_bar);
    m_title->setProperty("role", "panelTitle");
    m_shown = new QLabel(m_bar);
    m_shown->setProperty("role", "faint");
    m_shown->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred); // a long name makes no panel wide
    auto* menuButton = titleButton(m_bar, tr("Panel menu"));
    menuButton->setIcon(themedIcon(QStringLiteral("menu"), m_theme.textDim, iconSize));
    auto* menu = new QMenu(menuButton);
    connect(menu, &QMenu::aboutToShow, this, [this, menu] {
        menu->clear();
        fillMenu(*menu);
    });
    menuButton->setMenu(menu);
    m_menu = menu;
    m_popOut = titleButton(m_bar, {});
    connect(m_popOut, &QToolButton::clicked, this, &PanelDock::togglePopOut);
    auto* close = titleButton(m_bar, tr("Close the panel"));
    close->setIcon(themedIcon(QStringLiteral("close"), m_theme.textDim, iconSize));
    connect(close, &QToolButton::clicked, this, &QWidget::close);
    row->addWidget(m_groupButton);
    row->addWidget(m_title);
    row->addWidget(m_shown, 1);
    for (auto* button : {menuButton, m_popOut, close}) {
        row->addWidget(button);
    }
    setTitleBarWidget(m_bar);
}

void PanelDock::makePanel(QJsonObject const& state)
{
    delete widget();
    disconnect(m_following);
    auto& group = linkGroup();
    auto* made = m_kind.make({m_models, group, m_theme});
    CHECK(made != nullptr);
    if (auto* keeper = dynamic_cast<PanelState*>(made); keeper != nullptr && !state.isEmpty()) {
        keeper->restoreState(state);
    }
    if (made->accessibleName().isEmpty()) {
        made->setAccessibleName(panelTitle(m_kind));
    }
    setWidget(made);
    made->show();
    watchInside();
    m_following = connect(&group.view, &MarketView::shownChanged, this, &PanelDock::refreshTitle);
    refreshTitle();
    emit panelMade();
}

void PanelDock::refreshTitle()
{
    auto const* instrument = m_kind.link == PanelLink::Follows ? linkGroup().view.shown() : nullptr;
    auto const market = instrument == nullptr ? QString() : instrumentText(*instrument);
    m_groupButton->setIcon(dotIcon(m_theme.links[static_cast<std::size_t>(m_group)]));
    m_shown->setText(market);
    m_popOut->setIcon(
        themedIcon(isFloating() ? QStringLiteral("dock") : QStringLiteral("float"), m_theme.textDim, iconSize)
    );
    auto const words = isFloating() ? tr("Back into the window") : tr("Into a window of its own");
    m_popOut->setToolTip(words);
    m_popOut->setAccessibleName(words);
    // A tab says what tells it from the one beside it.
    setWindowTitle(
        market.isEmpty() ? panelTitle(m_kind) : panelTitle(m_kind) + QStringLiteral("  ") + market
    );
}

WorkspacePanel PanelDock::saved() const
{
    auto const* keeper = dynamic_cast<PanelState const*>(panel());
    return {
        objectName(),
        QString::fromLatin1(m_kind.id),
        m_group,
        keeper == nullptr ? QJsonObject() : keeper->saveState(),
    };
}

void PanelDock::setGroup(int group)
{
    if (group == m_group) {
        return;
    }
    auto const state = saved().state;
    m_group = group;
    makePanel(state);
    emit groupChanged();
}

void PanelDock::setActive(bool active)
{
    if (m_active == active) {
        return;
    }
    m_active = active;
    auto palette = m_title->palette();
    palette.setColor(QPalette::WindowText, active ? m_theme.textStrong : m_theme.textDim);
    m_title->setPalette(palette);
}

void PanelDock::togglePopOut()
{
    if (!isFloating()) {
        auto const size = this->size().expandedTo(m_kind.size);
        setFloating(true);
        resize(size);
    } else {
        setFloating(false);
    }
}

void PanelDock::fillGroups(QMenu& menu)
{
    auto* one = new QActionGroup(&menu);
    for (int group = 0; group < LinkGroups::count; ++group) {
        auto* action = menu.addAction(
            dotIcon(m_theme.links[static_cast<std::size_t>(group)]),
            groupName(group),
            this,
            [this, group] { setGroup(group); }
        );
        action->setCheckable(true);
        action->setChecked(group == m_group);
        one->addAction(action);
    }
}

void PanelDock::fillMenu(QMenu& menu)
{
    for (auto* action : panel()->actions()) {
        menu.addAction(action);
    }
    menu.addSeparator();
    if (m_kind.link != PanelLink::None) {
        auto* groups = menu.addMenu(tr("Link group"));
        fillGroups(*groups);
    }
    menu.addAction(
        isFloating() ? tr("Back into the window") : tr("Into a window of its own"),
        this,
        &PanelDock::togglePopOut
    );
    menu.addAction(tr("Picture of the panel…"), this, &PanelDock::pictureWanted);
    menu.addAction(tr("Help for this panel"), this, &PanelDock::helpWanted);
    menu.addAction(tr("Close the panel"), this, &QWidget::close);
}

void PanelDock::closeEvent(QCloseEvent* event)
{
    QDockWidget::closeEvent(event);
    emit closed();
}

// Here and not in the window alone: what is typed in a panel popped out does not get as far as that.
void PanelDock::keyPressEvent(QKeyEvent* event)
{
    if (auto const letter = typedLetter(*event); !letter.isEmpty()) {
        emit letterTyped(letter);
        return;
    }
    QDockWidget::keyPressEvent(event);
}

} // namespace qob
