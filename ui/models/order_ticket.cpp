#include "ui/models/order_ticket.h"

#include <algorithm>
#include <array>

namespace qob {
namespace {

Qty roundedToLot(Qty qty, Instrument const& instrument)
{
    auto const lots = std::max<std::int64_t>(1, qty.value / instrument.lotSize.value);
    auto const least = std::max(instrument.minQty, instrument.lotSize);
    return std::max(Qty(lots * instrument.lotSize.value), least);
}

} // namespace

OrderTicket::OrderTicket(MarketView const& market, QObject* parent) : QObject(parent), m_market(market)
{
    connect(&market, &MarketView::shownChanged, this, &OrderTicket::takeInstrument);
    connect(&market, &MarketView::depthChanged, this, &OrderTicket::takeDepth);
    takeInstrument();
}

void OrderTicket::takeInstrument()
{
    auto const* instrument = m_market.shown();
    if (instrument == nullptr || m_instrument == instrument->id) {
        return;
    }
    m_instrument = instrument->id;
    m_price = Price(0);
    m_qty = Qty(0);
    m_defaultsPending = true;
    takeDepth();
    emit changed();
}

void OrderTicket::takeDepth()
{
    auto const& depth = m_market.depth();
    if (!m_defaultsPending || !depth || depth->bids.empty()) {
        return;
    }
    m_defaultsPending = false;
    if (m_price == Price(0)) {
        m_price = depth->bids.front().price;
    }
    if (m_qty == Qty(0)) {
        m_qty = quickQuantities()[2];
    }
    emit changed();
}

void OrderTicket::setType(OrdType type)
{
    m_type = type;
    if (type == OrdType::Market && m_timeInForce == TimeInForce::GoodTillCancel) {
        m_timeInForce = TimeInForce::ImmediateOrCancel;
    }
    emit changed();
}

void OrderTicket::setTimeInForce(TimeInForce tif)
{
    bool const resting = tif == TimeInForce::GoodTillCancel;
    m_timeInForce = resting && m_type == OrdType::Market ? TimeInForce::ImmediateOrCancel : tif;
    emit changed();
}

void OrderTicket::setPrice(Price price)
{
    m_price = price;
    emit changed();
}

void OrderTicket::setQty(Qty qty)
{
    m_qty = qty;
    emit changed();
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
        while (notional(*instrument, near, Qty(base * 10)) <= limit) {
            base *= 10;
        }
    }
    std::vector<Qty> result;
    for (const std::int64_t factor : {1, 2, 5, 10, 50}) {
        result.push_back(roundedToLot(Qty(base * factor), *instrument));
    }
    return result;
}

std::optional<TicketPreview> OrderTicket::preview(Side side) const
{
    auto const* instrument = m_market.shown();
    if (instrument == nullptr || m_qty <= Qty(0)) {
        return std::nullopt;
    }
    if (m_type == OrdType::Market) {
        return marketPreview(*instrument, side);
    }
    if (m_price <= Price(0)) {
        return std::nullopt;
    }
    TicketPreview preview;
    preview.asset = instrument->settleAsset();
    preview.notional = notional(*instrument, m_price, m_qty);
    if (auto const& depth = m_market.depth()) {
        preview.taker = side == Side::Buy ? !depth->asks.empty() && m_price >= depth->asks.front().price
                                          : !depth->bids.empty() && m_price <= depth->bids.front().price;
    }
    preview.fee = feeOn(preview.notional, preview.taker ? instrument->takerFee : instrument->makerFee);
    return preview;
}

// Walks the visible book: what it would cost if nothing moved.
std::optional<TicketPreview> OrderTicket::marketPreview(Instrument const& instrument, Side side) const
{
    auto const& depth = m_market.depth();
    if (!depth) {
        return std::nullopt;
    }
    TicketPreview preview;
    preview.asset = instrument.settleAsset();
    preview.taker = true;
    auto left = m_qty;
    for (auto const& level : side == Side::Buy ? depth->asks : depth->bids) {
        if (left <= Qty(0)) {
            break;
        }
        auto const part = std::min(left, level.qty);
        preview.notional += notional(instrument, level.price, part);
        left -= part;
    }
    preview.complete = left <= Qty(0);
    preview.fee = feeOn(preview.notional, instrument.takerFee);
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
