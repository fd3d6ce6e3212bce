#include "engine/market/market_history.h"

namespace qob {

void MarketHistory::onInstrument(Instrument const& instrument)
{
    auto& item = m_items[instrument.id];
    // Another tick makes other columns; what was recorded under the old one cannot be shown beside them.
    if (!item || item->instrument.tickSize != instrument.tickSize ||
        item->instrument.qtyScale != instrument.qtyScale) {
        item = std::make_unique<Item>(instrument, m_merge);
    }
    item->instrument = instrument;
}

void MarketHistory::onLevel(InstrumentId instrument, Side side, Price price, Qty qty, Timestamp time)
{
    if (Item* item = find(instrument)) {
        item->heat.onLevel(side, price, qty, time);
    }
}

void MarketHistory::onBookCleared(InstrumentId instrument, Timestamp time)
{
    if (Item* item = find(instrument)) {
        item->heat.onCleared(time);
    }
}

void MarketHistory::onBookUpdated(InstrumentId instrument, Timestamp time)
{
    Item* item = find(instrument);
    if (item == nullptr) {
        return;
    }
    m_market.depth(instrument, 1, m_best);
    item->bid = m_best.bids.empty() ? Price(0) : m_best.bids.front().price;
    item->ask = m_best.asks.empty() ? Price(0) : m_best.asks.front().price;
    item->heat.advanceTo(time);
    item->heat.onBest(item->bid, item->ask);
    item->changed = true;
}

void MarketHistory::onTrade(Trade const& trade)
{
    Item* item = find(trade.instrument);
    if (item == nullptr) {
        return;
    }
    item->last = trade.price;
    item->trades.push_back(trade);
    ++item->tradesSeen;
    if (item->trades.size() > keptTrades) {
        item->trades.pop_front();
    }
    item->heat.onTrade(trade);
    item->changed = true;
}

void MarketHistory::onFeed(FeedStatus const& status)
{
    if (Item* item = find(status.instrument)) {
        item->feed = status;
        item->heat.onState(status.state, status.lastMessage);
        item->changed = true;
    }
}

MarketHistory::Item* MarketHistory::find(InstrumentId instrument)
{
    auto const found = m_items.find(instrument);
    return found == m_items.end() ? nullptr : found->second.get();
}

MarketHistory::Item const* MarketHistory::find(InstrumentId instrument) const
{
    auto const found = m_items.find(instrument);
    return found == m_items.end() ? nullptr : found->second.get();
}

void MarketHistory::forget()
{
    for (auto& [id, item] : m_items) {
        item = std::make_unique<Item>(Instrument(item->instrument), m_merge);
    }
}

} // namespace qob
