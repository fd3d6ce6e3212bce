#include "ui/models/order_ticket.h"

#include "engine/api/same_contract.h"

#include <algorithm>
#include <array>

namespace qob {
namespace {

constexpr std::array<std::int64_t, 5> quickFactors{1, 2, 5, 10, 50};
constexpr std::int64_t largestFactor = quickFactors.back();

Qty roundedToLot(Qty qty, Instrument const& instrument)
{
    auto const lots = std::max<std::int64_t>(1, qty.value / instrument.lotSize.value);
    auto const least = std::max(instrument.minQty, instrument.lotSize);
    return std::max(Qty(lots * instrument.lotSize.value), least);
}

Amount sizeOf(Instrument const& instrument, Qty qty)
{
    return Amount(static_cast<Int128>(qty.value) * pow10(amountScale - instrument.qtyScale));
}

// As many lots as `worth` pays for when one lot is worth `lotWorth`.
Qty lotsFor(Instrument const& instrument, Amount worth, Amount lotWorth)
{
    if (worth <= Amount(0) || lotWorth <= Amount(0)) {
        return Qty(0);
    }
    auto const lots =
        std::min<Int128>(worth.value / lotWorth.value, instrument.maxQty.value / instrument.lotSize.value);
    return Qty(static_cast<std::int64_t>(lots) * instrument.lotSize.value);
}

// Whether it can stay in the book for some time.
bool lasts(TimeInForce tif)
{
    return tif == TimeInForce::GoodTillCancel || tif == TimeInForce::Day || tif == TimeInForce::GoodTillDate;
}

Amount distance(Amount a, Amount b)
{
    return a > b ? a - b : b - a;
}

} // namespace

QString ticketTypeText(TicketType type)
{
    switch (type) {
    case TicketType::Limit:
        return OrderTicket::tr("Limit");
    case TicketType::Market:
        return OrderTicket::tr("Market");
    case TicketType::Stop:
        return OrderTicket::tr("Stop");
    case TicketType::StopLimit:
        return OrderTicket::tr("Stop limit");
    case TicketType::TrailingStop:
        return OrderTicket::tr("Trailing stop");
    case TicketType::MarketToLimit:
        return OrderTicket::tr("Market to limit");
    case TicketType::PegMid:
        return OrderTicket::tr("Pegged to the middle");
    case TicketType::PegPrimary:
        return OrderTicket::tr("Pegged to the best price");
    case TicketType::OneCancelsOther:
        return OrderTicket::tr("Limit or stop (OCO)");
    }
    return {};
}

OrderTicket::OrderTicket(MarketView& market, QObject* parent) : QObject(parent), m_market(market)
{
    connect(&market, &MarketView::shownChanged, this, &OrderTicket::takeInstrument);
    connect(&market, &MarketView::depthChanged, this, &OrderTicket::takeDepth);
    takeInstrument();
}

void OrderTicket::takeInstrument()
{
    auto const* instrument = m_market.shown();
    if (instrument == nullptr || (m_instrument && isSameContract(*m_instrument, *instrument))) {
        return;
    }
    m_instrument = *instrument;
    m_price = m_stopPx = m_trailOffset = m_takeProfit = m_stopLoss = Price(0);
    m_trailStep = m_pegOffset = Price(0);
    m_sizeBy = SizeBy::Quantity;
    m_size = Amount(0);
    m_displayQty = Qty(0);
    m_problems.clear();
    m_defaultsPending = true;
    takeDepth();
    emit changed();
}

void OrderTicket::takeDepth()
{
    auto const& depth = m_market.depth();
    auto const* instrument = m_market.shown();
    if (!m_defaultsPending || instrument == nullptr || !depth || depth->bids.empty()) {
        return;
    }
    m_defaultsPending = false;
    if (m_price == Price(0)) {
        m_price = depth->bids.front().price;
    }
    if (m_size == Amount(0)) {
        m_size = sizeOf(*instrument, quickQuantities()[2]);
    }
    emit changed();
}

bool OrderTicket::usesPrice() const
{
    return m_type == TicketType::Limit || m_type == TicketType::StopLimit ||
           m_type == TicketType::OneCancelsOther;
}

bool OrderTicket::usesStopPx() const
{
    return m_type == TicketType::Stop || m_type == TicketType::StopLimit ||
           m_type == TicketType::OneCancelsOther;
}

bool OrderTicket::rests() const
{
    return m_type != TicketType::Market;
}

bool OrderTicket::takes(ExecInst flag) const
{
    bool const stays = lasts(m_timeInForce);
    bool const limit = m_type == TicketType::Limit;
    bool const pegged = m_type == TicketType::PegMid || m_type == TicketType::PegPrimary;
    auto const others =
        ExecInst::PostOnly | ExecInst::PostOnlySlide | ExecInst::Hidden | ExecInst::ReduceOnly;
    switch (flag) {
    case ExecInst::PostOnly:
        return stays && limit;
    case ExecInst::PostOnlySlide:
        return stays && limit && !has(m_execInst, ExecInst::PostOnly);
    case ExecInst::Hidden:
        return stays && (limit || m_type == TicketType::StopLimit || m_type == TicketType::MarketToLimit);
    case ExecInst::AllOrNone:
        return (limit || m_type == TicketType::Market) && !has(m_execInst, others) && m_displayQty == Qty(0);
    case ExecInst::ReduceOnly:
        return !pegged && m_type != TicketType::MarketToLimit;
    default:
        return true;
    }
}

ExecInst OrderTicket::execInst() const
{
    auto kept = static_cast<unsigned>(m_execInst);
    for (auto const flag :
         {ExecInst::PostOnly,
          ExecInst::PostOnlySlide,
          ExecInst::Hidden,
          ExecInst::AllOrNone,
          ExecInst::ReduceOnly}) {
        kept &= takes(flag) ? ~0U : ~static_cast<unsigned>(flag);
    }
    return static_cast<ExecInst>(kept);
}

bool OrderTicket::uses(TicketField field) const
{
    switch (field) {
    case TicketField::LimitPx:
        return usesPrice();
    case TicketField::StopPx:
        return usesStopPx();
    case TicketField::Trail:
    case TicketField::TrailStep:
        return m_type == TicketType::TrailingStop;
    case TicketField::PegOffset:
        return m_type == TicketType::PegMid || m_type == TicketType::PegPrimary;
    case TicketField::Until:
        return m_timeInForce == TimeInForce::GoodTillDate;
    case TicketField::TakeProfit:
    case TicketField::StopLoss:
        return m_type != TicketType::OneCancelsOther;
    case TicketField::Shows:
        return takes(ExecInst::Hidden);
    default:
        return true;
    }
}

Qty OrderTicket::qty() const
{
    auto const* instrument = m_market.shown();
    if (instrument == nullptr) {
        return Qty(0);
    }
    auto const lot = instrument->lotSize;
    auto const entry = entryPrice(shape(Side::Buy));
    switch (m_sizeBy) {
    case SizeBy::Quantity:
        return Qty(static_cast<std::int64_t>(m_size.value / pow10(amountScale - instrument->qtyScale)));
    case SizeBy::Notional:
        return entry > Price(0) ? lotsFor(*instrument, m_size, notional(*instrument, entry, lot)) : Qty(0);
    case SizeBy::Risk:
        break;
    }
    if (entry <= m_stopLoss || m_stopLoss <= Price(0)) {
        return Qty(0);
    }
    auto const lost =
        distance(notional(*instrument, entry, lot), notional(*instrument, entry - m_stopLoss, lot));
    return lotsFor(*instrument, m_size, lost);
}

Price OrderTicket::entryPrice(NewOrderSingle const& order) const
{
    if (order.ordType == OrdType::Limit || order.ordType == OrdType::StopLimit) {
        return order.price;
    }
    if (order.ordType == OrdType::Stop && order.stopPx > Price(0)) {
        return order.stopPx;
    }
    auto const& depth = m_market.depth();
    if (!depth) {
        return Price(0);
    }
    auto const& levels = order.side == Side::Buy ? depth->asks : depth->bids;
    return levels.empty() ? Price(0) : levels.front().price;
}

// Whoever works with a market does not want it to be changed for another that is told late.
void OrderTicket::touched()
{
    m_market.keepShown();
    emit changed();
}

void OrderTicket::setType(TicketType type)
{
    m_type = type;
    if (!rests() && lasts(m_timeInForce)) {
        m_timeInForce = TimeInForce::ImmediateOrCancel;
    } else if (rests() && type != TicketType::Limit) {
        m_timeInForce = TimeInForce::GoodTillCancel;
    }
    auto const& depth = m_market.depth();
    if (usesStopPx() && m_stopPx == Price(0) && depth && !depth->asks.empty()) {
        m_stopPx = depth->asks.front().price;
        m_problems.erase(TicketField::StopPx);
    }
    if (type == TicketType::TrailingStop && m_trailOffset == Price(0) && m_market.shown() != nullptr) {
        m_trailOffset = m_market.shown()->tickSize * 50;
        m_problems.erase(TicketField::Trail);
    }
    touched();
}

void OrderTicket::setTimeInForce(TimeInForce tif)
{
    m_timeInForce = tif;
    if (!rests() && lasts(tif)) {
        m_timeInForce = TimeInForce::ImmediateOrCancel;
    } else if (m_type == TicketType::OneCancelsOther && !lasts(tif)) {
        m_timeInForce = TimeInForce::GoodTillCancel;
    }
    touched();
}

template <class T>
void OrderTicket::set(TicketField field, T& kept, T value)
{
    kept = value;
    m_problems.erase(field);
    touched();
}

void OrderTicket::setPrice(Price price)
{
    set(TicketField::LimitPx, m_price, price);
}

void OrderTicket::setStopPx(Price price)
{
    set(TicketField::StopPx, m_stopPx, price);
}

void OrderTicket::setTrailOffset(Price offset)
{
    set(TicketField::Trail, m_trailOffset, offset);
}

void OrderTicket::setTrailStep(Price step)
{
    set(TicketField::TrailStep, m_trailStep, step);
}

void OrderTicket::setPegOffset(Price offset)
{
    set(TicketField::PegOffset, m_pegOffset, offset);
}

void OrderTicket::setExpireTime(Timestamp time)
{
    set(TicketField::Until, m_expireTime, time);
}

void OrderTicket::setSelfTrade(SelfTrade what)
{
    m_selfTrade = what;
    touched();
}

// The order stays the same one, as near as the new measure can say it.
void OrderTicket::setSizeBy(SizeBy by)
{
    auto const* instrument = m_market.shown();
    if (by == m_sizeBy || instrument == nullptr) {
        return;
    }
    auto const before = qty();
    m_sizeBy = by;
    auto const entry = entryPrice(shape(Side::Buy));
    if (by == SizeBy::Quantity) {
        m_size = sizeOf(*instrument, before);
    } else if (by == SizeBy::Notional && entry > Price(0)) {
        m_size = notional(*instrument, entry, before);
    } else if (by == SizeBy::Risk && entry > m_stopLoss) {
        m_size =
            distance(notional(*instrument, entry, before), notional(*instrument, entry - m_stopLoss, before));
    }
    m_problems.erase(TicketField::Size);
    touched();
}

void OrderTicket::setSize(Amount size)
{
    set(TicketField::Size, m_size, size);
}

void OrderTicket::setQty(Qty qty)
{
    if (auto const* instrument = m_market.shown()) {
        m_sizeBy = SizeBy::Quantity;
        setSize(sizeOf(*instrument, qty));
    }
}

void OrderTicket::setDisplayQty(Qty qty)
{
    set(TicketField::Shows, m_displayQty, qty);
}

void OrderTicket::setExecInst(ExecInst flag, bool on)
{
    auto const all = static_cast<unsigned>(m_execInst);
    auto const one = static_cast<unsigned>(flag);
    m_execInst = static_cast<ExecInst>(on ? all | one : all & ~one);
    touched();
}

void OrderTicket::setBracket(Price takeProfit, Price stopLoss)
{
    setTakeProfit(takeProfit);
    setStopLoss(stopLoss);
}

void OrderTicket::setTakeProfit(Price distance)
{
    set(TicketField::TakeProfit, m_takeProfit, distance);
}

void OrderTicket::setStopLoss(Price distance)
{
    set(TicketField::StopLoss, m_stopLoss, distance);
}

void OrderTicket::setProblem(TicketField field, QString const& why)
{
    m_problems[field] = why;
    touched();
}

QString OrderTicket::problem(TicketField field) const
{
    auto const found = m_problems.find(field);
    return found == m_problems.end() ? QString() : found->second;
}

std::vector<Qty> OrderTicket::quickQuantities() const
{
    auto const* instrument = m_market.shown();
    if (instrument == nullptr) {
        return {};
    }
    auto const& depth = m_market.depth();
    auto const near = depth && !depth->bids.empty() ? depth->bids.front().price : m_price;
    // The power of ten that is worth at most a thousand quote units.
    std::int64_t base = instrument->lotSize.value;
    auto const limit = Amount(static_cast<Int128>(1000) * pow10(amountScale));
    if (near > Price(0) && instrument->kind != ContractKind::Inverse) {
        // Of what is worth next to nothing, as many as one order may have.
        auto const most = instrument->maxQty.value / largestFactor;
        while (base <= most / 10 && notional(*instrument, near, Qty(base * 10)) <= limit) {
            base *= 10;
        }
    }
    std::vector<Qty> result;
    result.reserve(quickFactors.size());
    for (auto const factor : quickFactors) {
        result.push_back(roundedToLot(Qty(base * factor), *instrument));
    }
    return result;
}

NewOrderSingle OrderTicket::draft(Side side) const
{
    auto order = shape(side);
    order.orderQty = qty();
    return order;
}

NewOrderSingle OrderTicket::shape(Side side) const
{
    NewOrderSingle order;
    order.side = side;
    order.timeInForce = m_timeInForce;
    order.execInst = execInst();
    order.displayQty = uses(TicketField::Shows) ? m_displayQty : Qty(0);
    order.selfTrade = m_selfTrade;
    order.expireTime = uses(TicketField::Until) ? m_expireTime : Timestamp();
    switch (m_type) {
    case TicketType::Limit:
    case TicketType::OneCancelsOther:
        order.price = m_price;
        break;
    case TicketType::Market:
        order.ordType = OrdType::Market;
        break;
    case TicketType::StopLimit:
        order.ordType = OrdType::StopLimit;
        order.price = m_price;
        order.stopPx = m_stopPx;
        break;
    case TicketType::Stop:
        order.ordType = OrdType::Stop;
        order.stopPx = m_stopPx;
        break;
    case TicketType::TrailingStop:
        order.ordType = OrdType::Stop;
        order.trailOffset = m_trailOffset;
        order.trailStep = m_trailStep;
        break;
    case TicketType::MarketToLimit:
        order.ordType = OrdType::MarketToLimit;
        break;
    case TicketType::PegMid:
    case TicketType::PegPrimary:
        order.ordType = OrdType::Pegged;
        order.pegOffset = m_pegOffset;
        order.execInst =
            order.execInst | (m_type == TicketType::PegMid ? ExecInst::PegMid : ExecInst::PegPrimary);
        break;
    }
    return order;
}

OrderEntry::Result OrderTicket::send(OrderEntry& entry, Side side) const
{
    for (auto const& [field, why] : m_problems) {
        if (uses(field)) {
            return entry.decline(why);
        }
    }
    if (uses(TicketField::Until) && m_expireTime == Timestamp::min()) {
        return entry.decline(tr("Until when the order is good is missing"));
    }
    return m_type == TicketType::OneCancelsOther ? sendEither(entry, side) : send(entry, draft(side));
}

OrderEntry::Result OrderTicket::sendEither(OrderEntry& entry, Side side) const
{
    m_market.keepShown();
    auto const limit = draft(side);
    auto stop = limit;
    stop.ordType = OrdType::Stop;
    stop.price = Price(0);
    stop.stopPx = m_stopPx;
    return entry.placeList(m_market, Contingency::OneCancelsOther, {limit, stop});
}

OrderEntry::Result OrderTicket::send(OrderEntry& entry, NewOrderSingle const& order) const
{
    m_market.keepShown();
    for (auto const field : {TicketField::Size, TicketField::TakeProfit, TicketField::StopLoss}) {
        if (auto const why = problem(field); !why.isEmpty()) {
            return entry.decline(why);
        }
    }
    if (m_takeProfit <= Price(0) && m_stopLoss <= Price(0)) {
        return entry.place(m_market, order);
    }
    auto const at = entryPrice(order);
    if (at <= Price(0)) {
        return entry.decline(tr("There is no price to measure the bracket from"));
    }
    std::vector<NewOrderSingle> orders{order};
    auto const away = [&](Price offset, bool profit) {
        return profit == (order.side == Side::Buy) ? at + offset : at - offset;
    };
    if (m_takeProfit > Price(0)) {
        orders.push_back(limitDraft(opposite(order.side), away(m_takeProfit, true), order.orderQty));
    }
    if (m_stopLoss > Price(0)) {
        orders.push_back(stopDraft(opposite(order.side), away(m_stopLoss, false), order.orderQty));
    }
    auto const linked = orders.size() == 3 ? Contingency::Bracket : Contingency::OneTriggersOther;
    return entry.placeList(m_market, linked, std::move(orders));
}

} // namespace qob
