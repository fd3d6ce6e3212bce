#include "ui/panels/ladder/ladder.h"

#include <QAction>
#include <QMenu>

namespace qob {
namespace {

// A verb of the keyboard and the key it has until the user chooses another.
struct Verb {
    char const* id;
    char const* text;
    char const* key;
    void (QuickTrade::*run)();
};

constexpr std::array verbs{
    Verb{"ladder.joinBid", QT_TRANSLATE_NOOP("Ladder", "Buy at the bid"), "Q", &QuickTrade::joinBid},
    Verb{"ladder.joinAsk", QT_TRANSLATE_NOOP("Ladder", "Sell at the ask"), "W", &QuickTrade::joinAsk},
    Verb{"ladder.takeAsk", QT_TRANSLATE_NOOP("Ladder", "Take the ask"), "X", &QuickTrade::takeAsk},
    Verb{"ladder.takeBid", QT_TRANSLATE_NOOP("Ladder", "Take the bid"), "Z", &QuickTrade::takeBid},
    Verb{"ladder.buyMarket", QT_TRANSLATE_NOOP("Ladder", "Buy at market"), "S", &QuickTrade::buyMarket},
    Verb{"ladder.sellMarket", QT_TRANSLATE_NOOP("Ladder", "Sell at market"), "A", &QuickTrade::sellMarket},
    Verb{
        "ladder.cancelBook",
        QT_TRANSLATE_NOOP("Ladder", "Cancel the orders of this market"),
        "E",
        &QuickTrade::cancelBook},
    Verb{
        "ladder.cancelStops",
        QT_TRANSLATE_NOOP("Ladder", "Cancel the stops of this market"),
        "F",
        &QuickTrade::cancelStops},
    Verb{"ladder.close", QT_TRANSLATE_NOOP("Ladder", "Close the position"), "R", &QuickTrade::closePosition},
    Verb{
        "ladder.reverse",
        QT_TRANSLATE_NOOP("Ladder", "Reverse the position"),
        "T",
        &QuickTrade::reversePosition},
    Verb{
        "ladder.flatten",
        QT_TRANSLATE_NOOP("Ladder", "Cancel and close everything"),
        "Del",
        &QuickTrade::flattenAll},
};

constexpr int sizeKeys = 5;

} // namespace

QAction*
Ladder::addVerb(QString const& id, QString const& text, QString const& key, std::function<void()> run)
{
    auto* action = new QAction(text, this);
    action->setObjectName(id);
    action->setProperty("hotkey", key);
    connect(action, &QAction::triggered, this, std::move(run));
    addAction(action);
    return action;
}

void Ladder::buildActions()
{
    addVerb(QStringLiteral("ladder.centre"), tr("Centre on the market"), QStringLiteral("Space"), [this] {
        centre();
    });
    auto* hold = new QAction(tr("Keep the market in the middle"), this);
    hold->setObjectName(QStringLiteral("ladder.hold"));
    hold->setCheckable(true);
    connect(hold, &QAction::toggled, this, &Ladder::setCentring);
    addAction(hold);
    m_centringAction = hold;
    auto* columns = new QAction(tr("Columns"), this);
    columns->setObjectName(QStringLiteral("ladder.columns"));
    columns->setMenu(new QMenu(this));
    connect(columns->menu(), &QMenu::aboutToShow, this, [this, columns] { fillColumns(*columns->menu()); });
    addAction(columns);
    for (auto const& verb : verbs) {
        addVerb(QLatin1String(verb.id), tr(verb.text), QLatin1String(verb.key), [this, run = verb.run] {
            (m_quick.*run)();
        });
    }
    for (int i = 0; i < sizeKeys; ++i) {
        addVerb(
            QStringLiteral("ladder.size%1").arg(i + 1),
            tr("Quick quantity %1").arg(i + 1),
            QString::number(i + 1),
            [this, i] { m_quick.chooseSize(static_cast<std::size_t>(i)); }
        );
    }
}

void Ladder::fillColumns(QMenu& menu)
{
    menu.clear();
    for (int i = 0; i < ladderColumns; ++i) {
        auto const column = static_cast<LadderColumn>(i);
        auto* action = menu.addAction(columnTitle(column));
        action->setToolTip(columnHelp(column));
        action->setCheckable(true);
        action->setChecked(m_layout.shows(column));
        action->setEnabled(column != LadderColumn::Prices);
        connect(action, &QAction::toggled, this, [this, column](bool on) { showColumn(column, on); });
    }
    menu.addSeparator();
    menu.addAction(tr("The default columns"), this, [this] { setColumns(LadderLayout::defaultColumns()); });
}

void Ladder::showColumn(LadderColumn column, bool on)
{
    auto columns = m_layout.shown();
    std::erase(columns, column);
    if (on) {
        columns.push_back(column);
    }
    setColumns(std::move(columns));
}

QString Ladder::columnTitle(LadderColumn column)
{
    switch (column) {
    case LadderColumn::OwnBid:
        return tr("Buys");
    case LadderColumn::Bid:
        return tr("Bid");
    case LadderColumn::BidChange:
        return tr("Bid ±");
    case LadderColumn::Sold:
        return tr("Sold");
    case LadderColumn::Prices:
        return tr("Price");
    case LadderColumn::Bought:
        return tr("Bought");
    case LadderColumn::AskChange:
        return tr("Ask ±");
    case LadderColumn::Ask:
        return tr("Ask");
    case LadderColumn::OwnAsk:
        return tr("Sells");
    case LadderColumn::Volume:
        return tr("Vol");
    case LadderColumn::Delta:
        return tr("Delta");
    }
    return {};
}

QString Ladder::columnHelp(LadderColumn column)
{
    switch (column) {
    case LadderColumn::OwnBid:
        return tr("Your buy orders, with the size ahead of them in the queue");
    case LadderColumn::Bid:
        return tr("Size bid; a click buys there");
    case LadderColumn::BidChange:
        return tr(
            "Size added to the bids (stacked) or taken away (pulled) in the last ten seconds, trades aside"
        );
    case LadderColumn::Sold:
        return tr("Sold into the bids here in the last half minute");
    case LadderColumn::Prices:
        return tr("Price");
    case LadderColumn::Bought:
        return tr("Bought from the asks here in the last half minute");
    case LadderColumn::AskChange:
        return tr(
            "Size added to the asks (stacked) or taken away (pulled) in the last ten seconds, trades aside"
        );
    case LadderColumn::Ask:
        return tr("Size offered; a click sells there");
    case LadderColumn::OwnAsk:
        return tr("Your sell orders, with the size ahead of them in the queue");
    case LadderColumn::Volume:
        return tr("Traded here since the market is shown");
    case LadderColumn::Delta:
        return tr("Bought less sold here since the market is shown");
    }
    return {};
}

} // namespace qob
