#include "ui/shell/header_bar.h"

#include "ui/look/icons.h"
#include "ui/models/display_text.h"
#include "ui/panels/market_list/market_list.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScreen>
#include <QToolButton>

namespace qob {
namespace {

constexpr Duration refreshEvery = milliseconds(100);
constexpr int iconSize = 14;

void tint(QLabel& label, QColor const& color)
{
    auto palette = label.palette();
    if (palette.color(QPalette::WindowText) != color) {
        palette.setColor(QPalette::WindowText, color);
        label.setPalette(palette);
    }
}

} // namespace

HeaderBar::HeaderBar(TerminalModels& models, Theme const& theme, QWidget* parent)
    : QFrame(parent)
    , FrameClient(models.frames, *this)
    , m_models(models)
    , m_theme(theme)
    , m_badge(new MarketBadge(theme, this))
    , m_markets(new MarketList(models.market, theme, this))
{
    setObjectName(QStringLiteral("header"));
    setAccessibleName(tr("Header"));
    m_markets->setWindowFlag(Qt::Popup);
    m_markets->hide();
    build();
    connect(m_markets, &MarketList::chosen, this, [this](InstrumentId id) {
        m_markets->close();
        m_view->show(id);
    });
    connect(m_symbol, &QPushButton::clicked, this, [this] { openMarkets(); });
    connect(&models.market, &MarketReplica::statusChanged, this, [this] {
        if (m_badge->word() != marketKindText(m_models.market.status().kind)) {
            m_badge->setKind(m_models.market.status().kind);
        }
    });
    connect(&models.entry, &OrderEntry::lockChanged, this, &HeaderBar::takeLock);
    m_badge->setKind(models.market.status().kind); // a window can be made anew in the middle of a session
    setView(models.groups.at(0).view);
    takeLock(models.entry.locked());
}

void HeaderBar::setView(MarketView& view)
{
    if (m_view == &view) {
        return;
    }
    if (m_view != nullptr) {
        m_view->disconnect(this);
    }
    m_view = &view;
    connect(m_view, &MarketView::shownChanged, this, &HeaderBar::takeInstrument);
    connect(m_view, &MarketView::depthChanged, this, [this] { markDirty(); });
    connect(m_view, &MarketView::tradesChanged, this, [this] { markDirty(); });
    takeInstrument();
}

void HeaderBar::build()
{
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(8, 6, 8, 6);
    row->setSpacing(8);
    row->addWidget(m_badge);
    m_symbol = new QPushButton(this);
    m_symbol->setObjectName(QStringLiteral("symbol"));
    m_symbol->setIcon(themedIcon(QStringLiteral("down"), m_theme.textDim, iconSize));
    m_symbol->setLayoutDirection(Qt::RightToLeft);
    m_symbol->setToolTip(tr("Choose a market (Ctrl+M)"));
    m_symbol->setFocusPolicy(Qt::TabFocus);
    row->addWidget(m_symbol);
    row->addSpacing(6);
    buildQuote();
    row->addStretch(1);
    buildTrading();
}

void HeaderBar::buildQuote()
{
    auto* row = static_cast<QHBoxLayout*>(layout());
    m_last = new QLabel(this);
    m_last->setProperty("role", "big");
    m_last->setToolTip(tr("Last trade"));
    row->addWidget(m_last);
    row->addSpacing(10);
    auto const pair = [&](QString const& name) {
        auto* title = new QLabel(name, this);
        title->setProperty("role", "faint");
        auto* value = new QLabel(this);
        value->setProperty("role", "number");
        row->addWidget(title);
        row->addWidget(value);
        return value;
    };
    m_bid = pair(tr("Bid"));
    m_ask = pair(tr("Ask"));
    m_spread = pair(tr("Spread"));
}

void HeaderBar::buildTrading()
{
    auto* row = static_cast<QHBoxLayout*>(layout());
    m_kill =
        new QPushButton(themedIcon(QStringLiteral("kill"), m_theme.bad, iconSize), tr("Cancel all"), this);
    m_kill->setObjectName(QStringLiteral("kill"));
    m_kill->setToolTip(tr("Cancels every working order at once and locks trading; Esc cancels only"));
    m_kill->setFocusPolicy(Qt::TabFocus);
    m_lock = new QPushButton(this);
    m_lock->setObjectName(QStringLiteral("lock"));
    m_lock->setCheckable(true);
    m_lock->setFocusPolicy(Qt::TabFocus);
    m_menu = new QToolButton(this);
    m_menu->setText(QStringLiteral("⋮"));
    m_menu->setAccessibleName(tr("Menu"));
    m_menu->setPopupMode(QToolButton::InstantPopup);
    m_menu->setStyleSheet(
        QStringLiteral("QToolButton::menu-indicator { image: none; } QToolButton { padding: 3px 8px; }")
    );
    m_menu->setFocusPolicy(Qt::TabFocus);
    for (QWidget* one :
         {static_cast<QWidget*>(m_kill), static_cast<QWidget*>(m_lock), static_cast<QWidget*>(m_menu)}) {
        row->addWidget(one);
    }
    connect(m_kill, &QPushButton::clicked, this, [this] { m_models.entry.stopTrading(); });
    connect(m_lock, &QPushButton::clicked, this, [this](bool checked) {
        m_models.entry.setLocked(!checked);
    });
}

void HeaderBar::openMarkets(QString const& typed, QWidget const* over)
{
    auto place = m_symbol->mapToGlobal(QPoint(0, m_symbol->height() + 2));
    m_markets->resize(m_markets->sizeHint());
    if (over != nullptr) {
        auto const room = over->screen()->availableGeometry().bottomRight() - m_markets->rect().bottomRight();
        auto const corner = over->mapToGlobal(QPoint());
        place = QPoint(std::min(corner.x(), room.x()), std::min(corner.y(), room.y()));
    }
    m_markets->move(place);
    m_markets->show();
    auto const* shown = m_view->shown();
    m_markets->prepare(shown == nullptr ? std::nullopt : std::optional(shown->id));
    if (!typed.isEmpty()) {
        m_markets->filter()->setText(typed);
    }
}

void HeaderBar::takeInstrument()
{
    auto const* instrument = m_view->shown();
    m_symbol->setText(instrument == nullptr ? tr("No market yet") : instrumentText(*instrument));
    markDirty();
}

void HeaderBar::takeLock(bool locked)
{
    m_lock->setChecked(!locked);
    m_lock->setText(locked ? tr("Locked") : tr("Trading on"));
    m_lock->setIcon(themedIcon(
        locked ? QStringLiteral("lock") : QStringLiteral("unlock"),
        locked ? m_theme.text : m_theme.own,
        iconSize
    ));
    m_lock->setToolTip(
        locked ? tr("No order can leave. Click to unlock trading (Ctrl+L)")
               : tr("Clicks send orders. Lock (Ctrl+L)")
    );
}

void HeaderBar::onFrame(Duration now)
{
    if (m_lastRefresh > Duration(0) && now - m_lastRefresh < refreshEvery) {
        markDirty();
        return;
    }
    m_lastRefresh = now;
    auto const* instrument = m_view->shown();
    auto const& depth = m_view->depth();
    auto const none = QStringLiteral("–");
    auto const text = [&](Price price) {
        return QString::fromStdString(instrument->priceText(price));
    };
    auto const* last = m_view->tape().last();
    bool const bid = instrument != nullptr && depth && !depth->bids.empty();
    bool const ask = instrument != nullptr && depth && !depth->asks.empty();
    m_last->setText(instrument != nullptr && last != nullptr ? text(last->price) : none);
    m_bid->setText(bid ? text(depth->bids.front().price) : none);
    m_ask->setText(ask ? text(depth->asks.front().price) : none);
    m_spread->setText(bid && ask ? text(depth->asks.front().price - depth->bids.front().price) : none);
    tint(*m_bid, m_theme.bid);
    tint(*m_ask, m_theme.ask);
    if (last != nullptr) {
        tint(
            *m_last,
            last->aggressor == Side::Buy    ? m_theme.bid
            : last->aggressor == Side::Sell ? m_theme.ask
                                            : m_theme.textStrong
        );
    }
}

} // namespace qob
