#include "ui/models/market_replica.h"

#include <algorithm>

namespace qob {

MarketReplica::MarketReplica(SessionBridge& bridge, QObject* parent) : QObject(parent), m_bridge(bridge)
{
    connect(&bridge, &SessionBridge::instruments, this, &MarketReplica::takeInstruments);
    connect(&bridge, &SessionBridge::feeds, this, &MarketReplica::takeFeeds);
    connect(&bridge, &SessionBridge::heat, this, &MarketReplica::heatChanged);
    connect(&bridge, &SessionBridge::market, this, [this](MarketStatus const& status) {
        m_status = status;
        emit statusChanged();
    });
    connect(&bridge, &SessionBridge::depth, this, [this](DepthBatch const& batch) {
        m_depth = batch.depth;
        if (m_depth) {
            takeQuote(batch.instrument, *m_depth);
        }
        emit depthChanged();
    });
    connect(&bridge, &SessionBridge::peeked, this, [this](DepthBatch const& batch) {
        takeQuote(batch.instrument, *batch.depth);
    });
    connect(&bridge, &SessionBridge::trades, this, [this](TradesBatch const& batch) {
        if (batch.reset) {
            m_tape.clear();
        }
        m_tape.add(batch.trades);
        emit tradesChanged(batch);
    });
}

Instrument const* MarketReplica::find(InstrumentId id) const
{
    auto const found = std::find_if(m_instruments.begin(), m_instruments.end(), [&](Instrument const& i) {
        return i.id == id;
    });
    return found == m_instruments.end() ? nullptr : &*found;
}

Instrument const* MarketReplica::findByName(QString const& name) const
{
    auto const found = std::find_if(m_instruments.begin(), m_instruments.end(), [&](Instrument const& i) {
        const auto symbol = QString::fromStdString(i.symbol);
        const auto full = QString::fromStdString(i.venue) + QLatin1Char(':') + symbol;
        return name.compare(symbol, Qt::CaseInsensitive) == 0 || name.compare(full, Qt::CaseInsensitive) == 0;
    });
    return found == m_instruments.end() ? nullptr : &*found;
}

Instrument const* MarketReplica::shown() const
{
    return m_shown ? find(*m_shown) : nullptr;
}

void MarketReplica::show(InstrumentId id)
{
    if (m_shown == id || find(id) == nullptr) {
        return;
    }
    m_shown = id;
    m_depth.reset();
    m_tape.clear();
    m_bridge.show(id);
    emit shownChanged();
    emit depthChanged();
}

void MarketReplica::takeInstruments(InstrumentBatch const& batch)
{
    if (batch.reset) {
        m_instruments.clear();
    }
    bool shownTouched = batch.reset;
    for (auto const& instrument : batch.instruments) {
        auto const same = std::find_if(m_instruments.begin(), m_instruments.end(), [&](Instrument const& i) {
            return i.id == instrument.id;
        });
        if (same == m_instruments.end()) {
            m_instruments.push_back(instrument);
        } else {
            *same = instrument;
        }
        shownTouched = shownTouched || m_shown == instrument.id;
    }
    emit instrumentsChanged();
    if (!m_shown) {
        chooseFirst();
    } else if (shownTouched) {
        emit shownChanged();
    }
}

void MarketReplica::chooseFirst()
{
    if (m_instruments.empty()) {
        return;
    }
    auto const* chosen = m_firstChoice.isEmpty() ? nullptr : findByName(m_firstChoice);
    show(chosen != nullptr ? chosen->id : m_instruments.front().id);
}

void MarketReplica::takeFeeds(std::vector<FeedStatus> const& feeds)
{
    for (auto const& feed : feeds) {
        m_feeds[feed.instrument] = feed;
        if (feed.messages > 0) {
            auto const [best, fresh] = m_bestLatency.try_emplace(feed.instrument, feed.latency);
            best->second = std::min(best->second, feed.latency);
        }
    }
    emit feedsChanged(feeds);
}

FeedStatus const* MarketReplica::feed(InstrumentId id) const
{
    auto const found = m_feeds.find(id);
    return found == m_feeds.end() ? nullptr : &found->second;
}

FeedStatus const* MarketReplica::shownFeed() const
{
    return m_shown ? feed(*m_shown) : nullptr;
}

void MarketReplica::takeQuote(InstrumentId id, DepthView const& depth)
{
    if (depth.bids.empty() || depth.asks.empty()) {
        return;
    }
    const Quote quote{depth.bids.front().price, depth.asks.front().price};
    auto& kept = m_quotes[id];
    if (kept != quote) {
        kept = quote;
        emit quoteChanged(id);
    }
}

Quote const* MarketReplica::quote(InstrumentId id) const
{
    auto const found = m_quotes.find(id);
    return found == m_quotes.end() ? nullptr : &found->second;
}

FeedState MarketReplica::bookState() const
{
    return m_depth ? m_depth->state : FeedState::AwaitingSnapshot;
}

Duration MarketReplica::bestLatency(InstrumentId id) const
{
    auto const found = m_bestLatency.find(id);
    return found == m_bestLatency.end() ? Duration(0) : found->second;
}

} // namespace qob
