#include "ui/models/display_text.h"
#include "ui/panels/ladder/ladder.h"

#include <QAction>
#include <QKeyEvent>
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
    action->setAutoRepeat(false); // one press, one order
    connect(action, &QAction::triggered, this, std::move(run));
    addAction(action);
    return action;
}

void Ladder::buildActions()
{
    addVerb(QStringLiteral("ladder.centre"), tr("Centre on the market"), QStringLiteral("Space"), [this] {
        centre();
    });
    addVerb(QStringLiteral("ladder.coarser"), tr("Higher price rows"), QStringLiteral("+"), [this] {
        changeStep(true);
    });
    addVerb(QStringLiteral("ladder.finer"), tr("Lower price rows"), QStringLiteral("-"), [this] {
        changeStep(false);
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

void Ladder::changeStep(bool coarser)
{
    if (m_drag) {
        return; // it would end at another price
    }
    auto const& depth = m_model.depth();
    bool const known = depth && !depth->bids.empty();
    if (coarser && (!known || m_model.priceAt(1) > depth->bids.front().price)) {
        return; // all bids are in one row
    }
    // 1 2 5 10 20 50 and so on: each is its predecessor times 2, 2.5 or 2.
    auto const now = m_model.stepTicks();
    auto lead = now;
    while (lead >= 10) {
        lead /= 10;
    }
    auto const finer = lead == 5 ? now * 2 / 5 : now / 2;
    stepTo(coarser ? (lead == 2 ? now * 5 / 2 : now * 2) : finer);
    m_keptStep = m_model.stepTicks();
    m_stepOf = nameOf(m_model.instrument());
}

// Ticks of other units are others: the row stays as high as it was.
void Ladder::keepStepFor(Instrument const& next)
{
    auto const& now = m_model.instrument();
    if (m_stepOf.isEmpty()) {
        m_stepOf = m_keptStep > 0 ? nameOf(next) : QString();
    }
    if (m_keptStep == 0 || !now || m_stepOf != nameOf(next) || nameOf(now) != nameOf(next)) {
        return;
    }
    auto row = static_cast<Int128>(m_keptStep) * now->tickSize.value;
    int const finer = next.priceScale - now->priceScale;
    row = finer > 0 ? row * pow10(std::min(finer, 18)) : row / pow10(std::min(-finer, 18));
    auto const ticks = row / next.tickSize.value;
    m_keptStep = static_cast<std::int64_t>(std::clamp<Int128>(ticks, 1, mostStepTicks));
}

// What was chosen for the market that is shown; for another the book says what fits.
void Ladder::takeKeptStep()
{
    bool const kept = m_keptStep > 0 && m_stepOf == nameOf(m_model.instrument());
    stepTo(kept ? m_keptStep : 1);
    m_stepChosen = kept;
}

// The rows mean other prices now: what was pressed there, or is dragged, would end at one that nobody chose.
void Ladder::stepTo(std::int64_t ticks)
{
    auto const middle = middlePrice();
    m_model.setStepTicks(ticks);
    keepPlace(middle);
}

Price Ladder::middlePrice() const
{
    return m_model.priceAt(m_top - m_layout.rowCount() / 2);
}

void Ladder::keepPlace(Price middle)
{
    m_pressed = {};
    m_pressedPrice.reset();
    endDrag();
    m_top = m_model.bidIndex(middle) + m_layout.rowCount() / 2;
    m_painted.clear();
    update();
    markDirty();
}

// What is shown, and what is under the mouse, stays as it is; only another tick can move the rows.
void Ladder::refineInstrument(Instrument const& instrument)
{
    auto const middle = middlePrice();
    auto const row = m_model.priceAt(1);
    m_model.refine(instrument);
    if (m_model.priceAt(1) != row) {
        keepPlace(middle);
    }
    if (m_keptStep > 0 && m_stepOf == nameOf(m_model.instrument())) {
        m_keptStep = m_model.stepTicks();
    }
    m_sizeDecimals.reset();
    m_painted.clear();
    markDirty();
}

QString Ladder::orderTip(Cell const& cell) const
{
    if (cell.column == LadderColumn::Prices) {
        return drawnTip(cell.row);
    }
    bool const own = cell.column == LadderColumn::OwnBid || cell.column == LadderColumn::OwnAsk;
    auto const side = cell.column == LadderColumn::OwnBid ? Side::Buy : Side::Sell;
    auto const* order = cell.row >= 0 && own ? m_model.ownOrder(indexOfRow(cell.row), side) : nullptr;
    if (order == nullptr || !m_model.instrument()) {
        return {};
    }
    auto const& report = order->report;
    auto const qty = [&](Qty q) {
        return QString::fromStdString(m_model.instrument()->qtyText(q));
    };
    auto lines =
        tr("%1 %2 at %3\n%4 left, %5 filled\n%6 ahead in the queue\n%7\nDrag to re-price, x to cancel")
            .arg(sideText(side), qty(report.orderQty))
            .arg(QString::fromStdString(m_model.instrument()->priceText(order->targetPrice)))
            .arg(
                qty(report.leavesQty),
                qty(report.cumQty),
                qty(report.queueAhead),
                ordStatusText(report.ordStatus)
            )
            .split(QLatin1Char('\n'));
    constexpr int queueLine = 2;
    if (!order->isQueued()) {
        lines.removeAt(queueLine);
    }
    if (report.ordType != OrdType::Limit) {
        lines.prepend(ordTypeText(report.ordType));
    }
    return lines.join(QLatin1Char('\n'));
}

bool Ladder::scrollKey(int key)
{
    switch (key) {
    case Qt::Key_Up:
        scroll(1);
        return true;
    case Qt::Key_Down:
        scroll(-1);
        return true;
    case Qt::Key_PageUp:
        scroll(m_layout.rowCount() - 2);
        return true;
    case Qt::Key_PageDown:
        scroll(2 - m_layout.rowCount());
        return true;
    default:
        return false;
    }
}

void Ladder::keyPressEvent(QKeyEvent* event)
{
    switch (event->key()) {
    case Qt::Key_Space:
        if (event->modifiers() == Qt::NoModifier) {
            centre();
            return;
        }
        break;
    case Qt::Key_Plus:
        changeStep(true);
        return;
    case Qt::Key_Minus:
        changeStep(false);
        return;
    case Qt::Key_Escape:
        if (endDrag()) {
            return;
        }
        break;
    default:
        if (scrollKey(event->key())) {
            return;
        }
    }
    QWidget::keyPressEvent(event); // the window has other meanings for it
}

} // namespace qob
