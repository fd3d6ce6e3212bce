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
    return m_type == TicketType::Limit || m_type == TicketType::StopLimit;
}

bool OrderTicket::usesStopPx() const
{
    return m_type == TicketType::Stop || m_type == TicketType::StopLimit;
}

bool OrderTicket::rests() const
{
    return m_type != TicketType::Market;
}

bool OrderTicket::takes(ExecInst flag) const
{
    bool const stays = m_timeInForce == TimeInForce::GoodTillCancel || m_timeInForce == TimeInForce::Day;
    switch (flag) {
    case ExecInst::PostOnly:
        return stays && m_type == TicketType::Limit;
    case ExecInst::Hidden:
        return stays && (usesPrice() || m_type == TicketType::MarketToLimit);
    default:
        return true;
    }
}

ExecInst OrderTicket::execInst() const
{
    auto kept = static_cast<unsigned>(m_execInst);
    for (auto const flag : {ExecInst::PostOnly, ExecInst::Hidden}) {
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
        return m_type == TicketType::TrailingStop;
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
    if (!rests() && m_timeInForce == TimeInForce::GoodTillCancel) {
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
    bool const lasts = tif == TimeInForce::GoodTillCancel || tif == TimeInForce::Day;
    m_timeInForce = lasts && !rests() ? TimeInForce::ImmediateOrCancel : tif;
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
    switch (m_type) {
    case TicketType::Limit:
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
        break;
    case TicketType::MarketToLimit:
        order.ordType = OrdType::MarketToLimit;
        break;
    case TicketType::PegMid:
    case TicketType::PegPrimary:
        order.ordType = OrdType::Pegged;
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
    return send(entry, draft(side));
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

// As the account holds it: a spot sale its goods; all else what it is worth, there is no leverage, and the
// higher fee.
std::optional<TicketPreview> OrderTicket::preview(Side side) const
{
    auto preview = costPreview(side);
    if (preview) {
        Instrument const& instrument = *m_market.shown();
        const Amount fee = feeOn(preview->notional, std::max(instrument.takerFee, instrument.makerFee));
        bool const goods = instrument.kind == ContractKind::Spot && side == Side::Sell;
        preview->held = goods ? qtyAmount(instrument, qty()) : preview->notional + std::max(fee, Amount(0));
    }
    return preview;
}

std::optional<TicketPreview> OrderTicket::costPreview(Side side) const
{
    auto const* instrument = m_market.shown();
    auto const amount = qty();
    if (instrument == nullptr || amount <= Qty(0)) {
        return std::nullopt;
    }
    if (m_type == TicketType::Market || m_type == TicketType::MarketToLimit) {
        return takingPreview(*instrument, side);
    }
    auto const order = shape(side);
    auto const at = entryPrice(order);
    if (at <= Price(0)) {
        return std::nullopt;
    }
    TicketPreview preview;
    preview.asset = instrument->settleAsset();
    preview.notional = notional(*instrument, at, amount);
    preview.taker = isStop(order.ordType);
    if (auto const& depth = m_market.depth(); depth && order.ordType == OrdType::Limit) {
        preview.taker = side == Side::Buy ? !depth->asks.empty() && m_price >= depth->asks.front().price
                                          : !depth->bids.empty() && m_price <= depth->bids.front().price;
    }
    preview.fee = feeOn(preview.notional, preview.taker ? instrument->takerFee : instrument->makerFee);
    return preview;
}

// Walks the visible book: what it would cost if nothing moved.
std::optional<TicketPreview> OrderTicket::takingPreview(Instrument const& instrument, Side side) const
{
    auto const& depth = m_market.depth();
    if (!depth) {
        return std::nullopt;
    }
    auto const& levels = side == Side::Buy ? depth->asks : depth->bids;
    TicketPreview preview;
    preview.asset = instrument.settleAsset();
    preview.taker = true;
    auto left = qty();
    Amount atBest;
    for (auto const& level : levels) {
        if (left <= Qty(0)) {
            break;
        }
        auto const part = std::min(left, level.qty);
        preview.notional += notional(instrument, level.price, part);
        atBest += notional(instrument, levels.front().price, part);
        left -= part;
    }
    preview.complete = left <= Qty(0);
    preview.fee = feeOn(preview.notional, instrument.takerFee);
    if (atBest > Amount(0)) {
        auto const worse = static_cast<double>(distance(preview.notional, atBest).value);
        preview.impactBps = worse / static_cast<double>(atBest.value) * 10'000;
    }
    return preview;
}

AssetName OrderTicket::fundingAsset(Side side) const
{
    auto const* instrument = m_market.shown();
    if (instrument == nullptr) {
        return {};
    }
    if (instrument->kind != ContractKind::Spot) {
        return instrument->settleAsset();
    }
    return side == Side::Buy ? instrument->quote : instrument->base;
}

} // namespace qob
