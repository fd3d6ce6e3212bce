#include "ui/panels/ladder/ladder.h"

#include "engine/api/same_contract.h"
#include "ui/look/fonts.h"
#include "ui/models/display_text.h"

#include <QAction>
#include <QContextMenuEvent>
#include <QHelpEvent>
#include <QJsonArray>
#include <QKeyEvent>
#include <QMenu>
#include <QMouseEvent>
#include <QToolTip>
#include <QWheelEvent>

#include <algorithm>

namespace qob {
namespace {

std::string signedSize(Instrument const& instrument, Qty qty, int decimals)
{
    if (qty == Qty(0)) {
        return {};
    }
    return qty > Qty(0) ? sizeText(instrument, qty, decimals)
                        : "-" + sizeText(instrument, Qty(0) - qty, decimals);
}

constexpr Duration messageTime = seconds(4);
constexpr int wheelRows = 3;

// The next round number: bars keep their scale until the sizes really change.
std::int64_t roundScale(std::int64_t value)
{
    std::int64_t power = 1;
    while (power < value / 10) {
        power *= 10;
    }
    for (const std::int64_t tenths : {10, 12, 15, 20, 25, 30, 40, 50, 60, 80, 100}) {
        if (power * tenths / 10 >= value) {
            return power * tenths / 10;
        }
    }
    return power * 20;
}

} // namespace

Ladder::Ladder(
    FrameClock& frames,
    MarketView const& market,
    OrderReplica const& orders,
    OrderEntry& entry,
    OrderTicket& ticket,
    PositionsModel const& positions,
    Theme const& theme,
    QWidget* parent
)
    : QWidget(parent)
    , FrameClient(frames, *this)
    , m_market(market)
    , m_orders(orders)
    , m_entry(entry)
    , m_ticket(ticket)
    , m_quick(market, ticket, entry, positions)
    , m_theme(theme)
    , m_text(numberFont(theme.numberFont, 12))
    , m_smallText(numberFont(theme.numberFont, 10))
    , m_labelFont(theme.uiFont)
{
    m_labelFont.setPixelSize(11);
    setAttribute(Qt::WA_OpaquePaintEvent);
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(tr("Price ladder"));
    buildActions();
    connect(&market, &MarketView::shownChanged, this, &Ladder::takeInstrument);
    connect(&market, &MarketView::depthChanged, this, [this] {
        m_model.setDepth(m_market.depth());
        markDirty();
    });
    connect(&market, &MarketView::tradesChanged, this, &Ladder::takeTrades);
    connect(&orders, &OrderReplica::reset, this, &Ladder::takeOrders);
    connect(&orders, &OrderReplica::ordersChanged, this, &Ladder::takeOrders);
    connect(&entry, &OrderEntry::refused, this, &Ladder::showMessage);
    connect(&entry, &OrderEntry::lockChanged, this, [this] {
        m_message.clear();
        update();
    });
    connect(&ticket, &OrderTicket::changed, this, [this] { update(m_layout.footer()); });
    takeInstrument();
}

void Ladder::takeInstrument()
{
    auto const* instrument = m_market.shown();
    if (instrument == nullptr) {
        return;
    }
    if (m_model.instrument() && isSameInstrument(*m_model.instrument(), *instrument)) {
        refineInstrument(*instrument);
        return;
    }
    keepStepFor(*instrument);
    m_shown = instrument->id;
    m_model.setInstrument(*instrument);
    takeKeptStep();
    m_sizeDecimals.reset();
    m_model.setDepth(m_market.depth());
    m_model.addTrades({m_market.tape().trades().begin(), m_market.tape().trades().end()});
    m_placed = false;
    m_scrolled = false;
    m_pressed = {};
    m_pressedPrice.reset();
    endDrag();
    m_message.clear();
    m_painted.clear();
    takeOrders();
}

void Ladder::takeTrades(TradesBatch const& batch)
{
    if (batch.reset) {
        m_model.clearTrades();
    }
    m_model.addTrades(batch.trades.trades);
    markDirty();
}

void Ladder::takeOrders()
{
    if (m_shown) {
        m_model.setOrders(m_orders.working(*m_shown));
    }
    markDirty();
}

void Ladder::showMessage(QString const& text)
{
    m_message = text;
    m_messageUntil = frameClock().now() + messageTime;
    update(m_layout.footer());
    markDirty();
}

void Ladder::onFrame(Duration now)
{
    m_now = now;
    refreshState();
    if (!m_stepChosen && m_model.depth() && !m_model.depth()->bids.empty()) {
        m_stepChosen = true;
        stepTo(m_model.fittingStepTicks());
    }
    refreshSizeDecimals();
    place();
    refreshRows();
    refreshDrawn();
    if (!m_message.isEmpty()) {
        if (now >= m_messageUntil) {
            m_message.clear();
            update(m_layout.footer());
        } else {
            markDirty();
        }
    }
}

void Ladder::refreshState()
{
    auto const words = m_shown ? staleWords(m_market.bookState(), m_market.shownFeed()) : QString();
    if (words != m_stale) {
        m_stale = words;
        update();
    }
}

// Once for an instrument, at the first price it is known to have.
void Ladder::refreshSizeDecimals()
{
    if (!m_sizeDecimals && m_model.instrument() && m_model.depth() && !m_model.depth()->bids.empty()) {
        m_sizeDecimals = sizeDecimals(*m_model.instrument(), m_model.depth()->bids.front().price);
        m_painted.clear();
        update();
    }
}

// Where the rows are: on the market once, and again when it leaves the middle of an untouched ladder.
void Ladder::place()
{
    auto const centre = m_model.centre();
    int const count = m_layout.rowCount();
    if (!centre || count == 0) {
        return;
    }
    auto const row = m_top - *centre;
    int const free = m_centring ? 1 : count / 2 - count * 3 / 10; // rows the market may be off the middle
    bool const drifted = row < count / 2 - free || row > count / 2 + free;
    if (!m_drag && (!m_placed || (drifted && !m_inside && !m_scrolled))) {
        m_top = *centre + count / 2;
        m_placed = true;
        update(m_layout.body());
    }
}

void Ladder::centre()
{
    m_placed = false;
    m_scrolled = false;
    markDirty();
}

void Ladder::setCentring(bool on)
{
    m_centring = on;
    m_centringAction->setChecked(on);
    if (on) {
        centre();
    }
}

void Ladder::refreshRows()
{
    m_model.rows(m_top, m_layout.rowCount(), m_fresh);
    refreshScale();
    if (m_painted.size() != m_fresh.size()) {
        m_painted.assign(m_fresh.size(), Painted{});
        for (std::size_t i = 0; i < m_fresh.size(); ++i) {
            refreshTexts(m_painted[i], m_fresh[i]);
        }
        update(m_layout.body());
        return;
    }
    for (std::size_t i = 0; i < m_fresh.size(); ++i) {
        if (m_painted[i].row != m_fresh[i]) {
            auto const before = m_painted[i].row;
            refreshTexts(m_painted[i], m_fresh[i]);
            updateChanged(static_cast<int>(i), before, m_fresh[i]);
        }
    }
}

void Ladder::refreshScale()
{
    std::int64_t size = 1;
    std::int64_t volume = 1;
    for (auto const& row : m_fresh) {
        size = std::max({size, row.bid.value, row.ask.value});
        volume = std::max(volume, row.volume.value);
    }
    size = roundScale(size);
    volume = roundScale(volume);
    if (size != m_sizeScale) {
        m_sizeScale = size;
        update(m_layout.column(LadderColumn::Bid));
        update(m_layout.column(LadderColumn::Ask));
    }
    if (volume != m_volumeScale) {
        m_volumeScale = volume;
        for (auto const column :
             {LadderColumn::Volume, LadderColumn::Delta, LadderColumn::Sold, LadderColumn::Bought}) {
            update(m_layout.column(column));
        }
    }
}

void Ladder::refreshTexts(Painted& painted, LadderRow const& row)
{
    auto const& before = painted.row;
    auto const& instrument = m_model.instrument();
    if (!instrument) {
        painted.row = row;
        return;
    }
    int const decimals = m_sizeDecimals.value_or(0);
    auto const size = [&](Qty qty) {
        return qty > Qty(0) ? sizeText(*instrument, qty, decimals) : std::string();
    };
    if (painted.price.empty() || before.price != row.price) {
        painted.price = instrument->priceText(row.price);
    }
    if (before.bid != row.bid) {
        painted.bid = size(row.bid);
    }
    if (before.ask != row.ask) {
        painted.ask = size(row.ask);
    }
    if (before.volume != row.volume) {
        painted.volume = size(row.volume);
    }
    auto const refresh = [&](std::string& text, Qty LadderRow::*field) {
        if (before.*field != row.*field) {
            text = signedSize(*instrument, row.*field, decimals);
        }
    };
    refresh(painted.delta, &LadderRow::delta);
    refresh(painted.sold, &LadderRow::sold);
    refresh(painted.bought, &LadderRow::bought);
    refresh(painted.bidChange, &LadderRow::bidChange);
    refresh(painted.askChange, &LadderRow::askChange);
    painted.ownBid = row.ownBid > Qty(0) ? instrument->qtyText(row.ownBid) : std::string();
    painted.ownAsk = row.ownAsk > Qty(0) ? instrument->qtyText(row.ownAsk) : std::string();
    painted.queue = row.queued ? sizeText(*instrument, row.queueAhead, 1) : std::string();
    painted.row = row;
}

void Ladder::updateChanged(int index, LadderRow const& before, LadderRow const& now)
{
    auto bid = before;
    bid.bid = now.bid;
    auto bidAsk = bid;
    bidAsk.ask = now.ask;
    if (bid == now) {
        update(m_layout.cell(index, LadderColumn::Bid));
    } else if (bidAsk == now) {
        update(m_layout.cell(index, LadderColumn::Bid));
        update(m_layout.cell(index, LadderColumn::Ask));
    } else {
        update(m_layout.row(index));
    }
}

int Ladder::rowOfPrice(Price price, LadderColumn column) const
{
    bool const ask = column == LadderColumn::Ask || column == LadderColumn::OwnAsk;
    auto const row = m_top - (ask ? m_model.askIndex(price) : m_model.bidIndex(price));
    return row < 0 || row >= m_layout.rowCount() ? -1 : static_cast<int>(row);
}

QRect Ladder::cellOf(Price price, LadderColumn column) const
{
    int const row = rowOfPrice(price, column);
    return row < 0 ? QRect() : m_layout.cell(row, column);
}

QRect Ladder::crossOf(Price price, Side side) const
{
    int const row = rowOfPrice(price, side == Side::Buy ? LadderColumn::OwnBid : LadderColumn::OwnAsk);
    return row < 0 ? QRect() : m_layout.cross(row, side);
}

Ladder::Cell Ladder::cellAt(QPoint const& at) const
{
    int const row = rect().contains(at) ? m_layout.rowAt(at.y()) : -1;
    return row < 0 ? Cell{} : Cell{row, m_layout.columnAt(at.x())};
}

void Ladder::moveHover(Cell const& cell)
{
    if (cell == m_hover) {
        return;
    }
    for (auto const& touched : {m_hover, cell}) {
        if (touched.row >= 0) {
            update(m_layout.row(touched.row));
        }
    }
    m_hover = cell;
    bool const trades = cell.column == LadderColumn::Bid || cell.column == LadderColumn::Ask;
    setCursor(cell.row >= 0 && trades && !m_entry.locked() ? Qt::PointingHandCursor : Qt::ArrowCursor);
}

void Ladder::mousePressEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton) {
        return;
    }
    if (event->position().y() < LadderLayout::headerHeight) {
        m_movedColumn = m_layout.columnAt(event->position().toPoint().x());
        setCursor(Qt::ClosedHandCursor);
        return;
    }
    auto const cell = cellAt(event->position().toPoint());
    m_pressed = cell;
    m_pressedPrice = m_model.priceAt(indexOfRow(cell.row));
    bool const own = cell.column == LadderColumn::OwnBid || cell.column == LadderColumn::OwnAsk;
    if (cell.row < 0 || !own) {
        return;
    }
    auto const side = cell.column == LadderColumn::OwnBid ? Side::Buy : Side::Sell;
    if (m_layout.cross(cell.row, side).contains(event->position().toPoint())) {
        return;
    }
    if (auto const* order = m_model.ownOrder(indexOfRow(cell.row), side)) {
        m_drag = Drag{order->workingId, side, *m_pressedPrice, cell.row};
        setCursor(Qt::ClosedHandCursor);
    }
}

void Ladder::mouseMoveEvent(QMouseEvent* event)
{
    auto const at = event->position().toPoint();
    m_inside = rect().contains(at);
    if (m_drag) {
        auto const rows = m_layout.body();
        int const row = m_layout.rowAt(std::clamp(at.y(), rows.top(), rows.bottom()));
        if (row != m_drag->row) {
            update(m_layout.row(m_drag->row));
            update(m_layout.row(row));
            m_drag->row = row;
        }
    }
    moveHover(cellAt(at));
}

void Ladder::mouseReleaseEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton) {
        return;
    }
    auto const at = event->position().toPoint();
    if (auto const column = std::exchange(m_movedColumn, std::nullopt)) {
        setCursor(Qt::ArrowCursor);
        dropColumn(*column, at.x());
        return;
    }
    if (m_drag) {
        auto const drag = *m_drag;
        endDrag();
        finishDrag(drag);
    } else {
        // The rows can have moved while the button was down.
        auto const cell = cellAt(at);
        bool const same = cell == m_pressed && m_pressedPrice == m_model.priceAt(indexOfRow(cell.row));
        if (cell.row >= 0 && same) {
            click(cell, at, event->modifiers());
        }
    }
    m_pressed = {};
    m_pressedPrice.reset();
}

bool Ladder::endDrag()
{
    if (!m_drag) {
        return false;
    }
    m_drag.reset();
    update(m_layout.body());
    setCursor(Qt::ArrowCursor);
    return true;
}

void Ladder::finishDrag(Drag const& drag)
{
    if (auto const to = m_model.priceAt(indexOfRow(drag.row)); to != drag.from) {
        m_entry.reprice(drag.order, to);
    }
}

void Ladder::click(Cell const& cell, QPoint const& at, Qt::KeyboardModifiers keys)
{
    auto const index = indexOfRow(cell.row);
    switch (cell.column) {
    case LadderColumn::Bid:
    case LadderColumn::Ask: {
        auto const side = cell.column == LadderColumn::Bid ? Side::Buy : Side::Sell;
        auto const price = m_model.priceAt(index);
        bool const stop = keys.testFlag(Qt::ControlModifier);
        auto const qty = m_ticket.qty();
        m_ticket.send(m_entry, stop ? stopDraft(side, price, qty) : limitDraft(side, price, qty));
        break;
    }
    case LadderColumn::OwnBid:
    case LadderColumn::OwnAsk: {
        auto const side = cell.column == LadderColumn::OwnBid ? Side::Buy : Side::Sell;
        auto const* order = m_model.ownOrder(index, side);
        if (order != nullptr && m_layout.cross(cell.row, side).contains(at)) {
            m_entry.cancel(ClOrdId(order->workingId));
        }
        break;
    }
    default:
        break;
    }
}

void Ladder::contextMenuEvent(QContextMenuEvent* event)
{
    if (event->pos().y() < LadderLayout::headerHeight) {
        QMenu menu(this);
        fillColumns(menu);
        menu.exec(event->globalPos());
        return;
    }
    auto const cell = cellAt(event->pos());
    if (m_drawn && m_model.instrument() && cell.row >= 0 && cell.column == LadderColumn::Prices) {
        auto* menu = new QMenu(this);
        menu->setObjectName(QStringLiteral("drawnMenu"));
        menu->setAttribute(Qt::WA_DeleteOnClose);
        fillDrawn(*menu, cell.row);
        menu->popup(event->globalPos());
    }
}

void Ladder::wheelEvent(QWheelEvent* event)
{
    int const steps = event->angleDelta().y();
    if (steps != 0) {
        scroll(steps > 0 ? wheelRows : -wheelRows);
    }
    event->accept();
}

void Ladder::scroll(LadderModel::Index rows)
{
    if (m_placed && !m_drag) {
        m_top += rows;
        m_scrolled = true;
        refreshRows(); // a click that follows at once means what is painted
        refreshDrawn();
        update(m_layout.body());
        markDirty();
    }
}

bool Ladder::event(QEvent* event)
{
    switch (event->type()) {
    case QEvent::ShortcutOverride: {
        // The window's own shortcuts must not take the keys that mean something here.
        auto const* pressed = static_cast<QKeyEvent*>(event);
        bool const space = pressed->key() == Qt::Key_Space && pressed->modifiers() == Qt::NoModifier;
        if (space || (pressed->key() == Qt::Key_Escape && m_drag)) {
            event->accept();
            return true;
        }
        break;
    }
    case QEvent::ToolTip: {
        auto const* help = static_cast<QHelpEvent*>(event);
        auto const cell = cellAt(help->pos());
        if (help->pos().y() < LadderLayout::headerHeight) {
            QToolTip::showText(help->globalPos(), columnHelp(m_layout.columnAt(help->pos().x())), this);
            return true;
        }
        QToolTip::showText(help->globalPos(), orderTip(cell), this);
        return true;
    }
    default:
        break;
    }
    return QWidget::event(event);
}

void Ladder::enterEvent(QEnterEvent* event)
{
    m_inside = true;
    moveHover(cellAt(event->position().toPoint()));
}

void Ladder::leaveEvent(QEvent* /*event*/)
{
    m_inside = false;
    moveHover({});
    markDirty();
}

void Ladder::resizeEvent(QResizeEvent* /*event*/)
{
    m_layout.resize(width(), height());
    m_painted.clear();
    if (!m_scrolled) {
        m_placed = false;
    }
    markDirty();
}

} // namespace qob
