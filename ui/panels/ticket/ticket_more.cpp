// What of the ticket is not needed for each order: the fold with the bracket and the conditions, and the
// fields of single types.

#include "ui/models/display_text.h"
#include "ui/models/typed_time.h"
#include "ui/panels/ticket/ticket.h"

#include <QCheckBox>
#include <QComboBox>
#include <QGridLayout>
#include <QLabel>
#include <QToolButton>

namespace qob {
namespace {

constexpr int flagsInRow = 3;

QLabel* warning(QWidget* parent)
{
    auto* made = new QLabel(parent);
    made->setProperty("role", "problem");
    return made;
}

} // namespace

void Ticket::buildMore(QGridLayout& grid)
{
    using enum TicketField;
    m_more = new QToolButton(this);
    m_more->setObjectName(QStringLiteral("more"));
    m_more->setText(tr("Bracket, iceberg, conditions"));
    m_more->setCheckable(true);
    m_more->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_more->setArrowType(Qt::RightArrow);
    m_more->setAutoRaise(true);
    grid.addWidget(m_more, 0, 0, 1, 3);
    m_carried = warning(this);
    m_carried->setObjectName(QStringLiteral("carried"));
    m_carried->setWordWrap(true);
    m_carried->hide();
    grid.addWidget(m_carried, grid.rowCount(), 0, 1, 3);
    auto& t = m_ticket;
    addPriceField(
        grid,
        TakeProfit,
        "takeProfit",
        tr("Take profit +"),
        &OrderTicket::takeProfit,
        &OrderTicket::setTakeProfit
    );
    addPriceField(
        grid, StopLoss, "stopLoss", tr("Stop loss −"), &OrderTicket::stopLoss, &OrderTicket::setStopLoss
    );
    auto& shows = addField(grid, Shows, "displayQty", tr("Shows only"));
    shows.text = [&t, this] {
        return t.displayQty() == Qty(0) ? std::string() : m_market.shown()->qtyText(t.displayQty());
    };
    shows.read = [&t, this](std::string const& text) -> Expected<void> {
        auto const qty = text.empty() ? Expected<Qty>(Qty(0)) : parseQty(*m_market.shown(), text);
        t.setDisplayQty(qty ? *qty : Qty(0));
        return qty ? Expected<void>() : tl::unexpected(qty.error());
    };
    shows.step = [&t, this](int steps) {
        t.setDisplayQty(std::max(Qty(0), t.displayQty() + m_market.shown()->lotSize * steps));
    };
    addPriceField(
        grid,
        TrailStep,
        "trailStep",
        tr("Trails in steps of"),
        &OrderTicket::trailStep,
        &OrderTicket::setTrailStep
    );
    addPegOffset(grid);
    buildFlags();
    grid.addWidget(m_flags, grid.rowCount(), 0, 1, 3);
    connect(m_more, &QToolButton::toggled, this, &Ticket::takeMore);
}

void Ticket::buildFlags()
{
    m_flags = new QWidget(this);
    auto* grid = new QGridLayout(m_flags);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(8);
    grid->setVerticalSpacing(4);
    auto const flag = [&](ExecInst inst, QString const& text, QString const& help) {
        auto* box = new QCheckBox(text, m_flags);
        box->setToolTip(help);
        connect(box, &QCheckBox::clicked, this, [this, inst](bool on) { m_ticket.setExecInst(inst, on); });
        auto const place = static_cast<int>(m_flagBoxes.size());
        grid->addWidget(box, place / flagsInRow, place % flagsInRow);
        m_flagBoxes.emplace_back(inst, box);
    };
    flag(ExecInst::PostOnly, tr("Post only"), tr("Refused when it would take"));
    flag(ExecInst::ReduceOnly, tr("Reduce"), tr("Never more than closes the position"));
    flag(ExecInst::Hidden, tr("Hidden"), tr("Not shown in the book"));
    flag(ExecInst::PostOnlySlide, tr("Slide"), tr("Post only: moved to where it does not take"));
    flag(ExecInst::AllOrNone, tr("All or none"), tr("Fills whole or not at all"));
    flag(
        ExecInst::CancelOnDisconnect,
        tr("With connection"),
        tr("Cancelled when the connection with the server is lost")
    );
    m_selfTrade = new QComboBox(m_flags);
    m_selfTrade->setObjectName(QStringLiteral("selfTrade"));
    m_selfTrade->setAccessibleName(tr("Against own orders"));
    m_selfTrade->setToolTip(tr("Where it would trade with another order of this account"));
    m_selfTrade->addItem(tr("Own orders: trade"), static_cast<int>(SelfTrade::Allow));
    m_selfTrade->addItem(tr("Own orders: cancel this one"), static_cast<int>(SelfTrade::CancelNewest));
    m_selfTrade->addItem(tr("Own orders: cancel the older"), static_cast<int>(SelfTrade::CancelOldest));
    m_selfTrade->addItem(tr("Own orders: cancel both"), static_cast<int>(SelfTrade::CancelBoth));
    m_selfTrade->addItem(tr("Own orders: less of both"), static_cast<int>(SelfTrade::Decrement));
    m_selfTrade->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    grid->addWidget(m_selfTrade, grid->rowCount(), 0, 1, flagsInRow);
    connect(m_selfTrade, &QComboBox::activated, this, [this] {
        m_ticket.setSelfTrade(static_cast<SelfTrade>(m_selfTrade->currentData().toInt()));
    });
    m_flags->hide();
}

// A time that is past today is tomorrow's.
void Ticket::addUntil(QGridLayout& grid)
{
    auto& until = addField(grid, TicketField::Until, "until", tr("Until"));
    until.edit->setValidator(nullptr); // no number
    until.edit->setPlaceholderText(QStringLiteral("14:03"));
    until.text = [this] {
        auto const time = m_ticket.expireTime();
        return time == Timestamp::min() ? std::string() : dateTimeText(time).toStdString();
    };
    until.read = [this](std::string const& text) -> Expected<void> {
        auto const now = m_market.market().status().now;
        auto const typed = QString::fromStdString(text);
        auto time = typedTime(typed, now);
        bool const ofToday = time && !typed.trimmed().contains(QLatin1Char(' '));
        if (ofToday && *time <= now) {
            time = *time + hours(24);
        }
        m_ticket.setExpireTime(time.value_or(Timestamp::min()));
        return time && *time > now
                   ? Expected<void>()
                   : fail(
                         ErrorCode::OrderExpired,
                         tr("expected a time to come, as 14:03 or %1").arg(dateTimeText(now)).toStdString()
                     );
    };
    until.step = [this](int steps) {
        auto const now = m_market.market().status().now;
        m_ticket.setExpireTime(std::max(now, m_ticket.expireTime()) + minutes(steps));
    };
}

void Ticket::addPegOffset(QGridLayout& grid)
{
    auto& offset = addField(grid, TicketField::PegOffset, "pegOffset", tr("Away from it by"));
    offset.edit->takeSigns();
    offset.text = [this] {
        auto const away = m_ticket.pegOffset();
        auto const plain = m_market.shown()->priceText(away < Price(0) ? -away : away);
        return away == Price(0) ? std::string() : (away < Price(0) ? "-" : "") + plain;
    };
    offset.read = [this](std::string const& text) -> Expected<void> {
        bool const below = text.starts_with('-');
        auto const plain = text.substr(below ? 1 : 0);
        auto const away = plain.empty() ? Expected<Price>(Price(0)) : parsePrice(*m_market.shown(), plain);
        const Price taken = away ? *away : Price(0);
        m_ticket.setPegOffset(below ? -taken : taken);
        return away ? Expected<void>() : tl::unexpected(away.error());
    };
    offset.step = [this](int steps) {
        m_ticket.setPegOffset(m_ticket.pegOffset() + m_market.shown()->tickSize * steps);
    };
}

void Ticket::takeMore(bool more)
{
    m_more->setArrowType(more ? Qt::DownArrow : Qt::RightArrow);
    takeTicket();
}

} // namespace qob
