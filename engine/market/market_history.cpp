#include "engine/market/market_history.h"

#include <limits>

namespace qob {

void MarketHistory::onInstrument(Instrument const& instrument)
{
    auto& item = m_items[instrument.id];
    // Another tick makes other columns; what was recorded under the old one cannot be shown beside them.
    // Candles bear that, but not another unit.
    bool const sameUnit = item && item->instrument.priceScale == instrument.priceScale &&
                          item->instrument.qtyScale == instrument.qtyScale;
    if (!sameUnit || item->instrument.tickSize != instrument.tickSize) {
        auto fresh = std::make_unique<Item>(instrument, m_merge);
        if (item) {
            fresh->feed = item->feed;
            fresh->tradesSeen = item->tradesSeen; // whoever is told of them counts on
            fresh->heat.goOn(item->heat);
            fresh->heatMap = item->heatMap + 1;
            fresh->newUnits = item->newUnits || !sameUnit;
        }
        if (sameUnit) {
            fresh->bid = item->bid;
            fresh->ask = item->ask;
            fresh->last = item->last;
            fresh->trades = std::move(item->trades);
            fresh->candles = std::move(item->candles);
            fresh->ticker = std::move(item->ticker);
        }
        item = std::move(fresh);
    }
    item->instrument = instrument;
    m_consolidated.onInstrument(instrument);
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
    m_market.depth(instrument, 1, m_depth);
    auto const bid = m_depth.bids.empty() ? PriceLevel{} : m_depth.bids.front();
    auto const ask = m_depth.asks.empty() ? PriceLevel{} : m_depth.asks.front();
    item->bid = bid.price;
    item->ask = ask.price;
    item->ticker.onBest(bid, ask);
    item->candles.onAlive(time);
    m_consolidated.onBest(instrument, bid, ask);
    item->heat.advanceTo(time);
    item->heat.onBest(item->bid, item->ask);
    if (item->heat.wantsBook()) {
        m_market.depth(instrument, std::numeric_limits<std::size_t>::max(), m_depth);
        item->heat.onBook(m_depth, time);
    }
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
    item->candles.onTrade(item->instrument, trade);
    item->ticker.onTrade(trade);
    item->changed = true;
}

void MarketHistory::onStatistics(InstrumentStatistics const& statistics)
{
    if (Item* item = find(statistics.instrument)) {
        item->ticker.onStatistics(statistics);
    }
}

void MarketHistory::onFeed(FeedStatus const& status)
{
    if (Item* item = find(status.instrument)) {
        item->feed = status;
        item->heat.onState(status.state, status.lastMessage);
        item->candles.onFeed(status.state, status.lastMessage);
        item->ticker.onFeed(status.state);
        m_consolidated.onFeed(status.instrument, status.state);
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

ConsolidatedMarket::Entry& MarketHistory::consolidated(CanonicalName const& name, bool withFees)
{
    return m_consolidated.open(name, withFees, [this](InstrumentId id) {
        Item const& item = *find(id);
        return ConsolidatedMarket::Known{
            item.instrument, item.feed.state, item.ticker.bid(), item.ticker.ask()};
    });
}

void MarketHistory::forget()
{
    for (auto& [id, item] : m_items) {
        item = std::make_unique<Item>(Instrument(item->instrument), m_merge);
        m_consolidated.onFeed(id, FeedState::AwaitingSnapshot);
        m_consolidated.onBest(id, {}, {});
    }
}

} // namespace qob
