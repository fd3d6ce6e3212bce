// What an order of the ticket would be worth, cost and hold.

#include "ui/models/order_ticket.h"

namespace qob {
namespace {

Amount distance(Amount a, Amount b)
{
    return a > b ? a - b : b - a;
}

} // namespace

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
