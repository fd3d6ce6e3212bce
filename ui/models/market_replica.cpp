#include "ui/models/market_replica.h"

#include <algorithm>

namespace qob {

MarketReplica::MarketReplica(SessionBridge& bridge, QObject* parent)
    : QObject(parent)
    , m_bridge(bridge)
{
    connect(&bridge, &SessionBridge::instruments, this, &MarketReplica::takeInstruments);
    connect(&bridge, &SessionBridge::feeds, this, &MarketReplica::takeFeeds);
    connect(&bridge, &SessionBridge::heat, this, &MarketReplica::heatChanged);
    connect(&bridge, &SessionBridge::market, this, [this](const MarketStatus& status) {
        m_status = status;
        emit statusChanged();
    });
    connect(&bridge, &SessionBridge::depth, this, [this](const DepthBatch& batch) {
        m_depth = batch.depth;
        if (m_depth) {
            takeQuote(batch.instrument, *m_depth);
        }
        emit depthChanged();
    });
    connect(&bridge, &SessionBridge::peeked, this, [this](const DepthBatch& batch) {
        takeQuote(batch.instrument, *batch.depth);
    });
    connect(&bridge, &SessionBridge::trades, this, [this](const TradesBatch& batch) {
        if (batch.reset) {
            m_tape.clear();
        }
        m_tape.add(batch.trades);
        emit tradesChanged(batch);
    });
}

const Instrument* MarketReplica::find(InstrumentId id) const
{
    const auto found = std::find_if(m_instruments.begin(), m_instruments.end(), [&](const Instrument& i) {
        return i.id == id;
    });
    return found == m_instruments.end() ? nullptr : &*found;
}

const Instrument* MarketReplica::findByName(const QString& name) const
{
    const auto found = std::find_if(m_instruments.begin(), m_instruments.end(), [&](const Instrument& i) {
        const auto symbol = QString::fromStdString(i.symbol);
        const auto full = QString::fromStdString(i.venue) + QLatin1Char(':') + symbol;
        return name.compare(symbol, Qt::CaseInsensitive) == 0 || name.compare(full, Qt::CaseInsensitive) == 0;
    });
    return found == m_instruments.end() ? nullptr : &*found;
}

const Instrument* MarketReplica::shown() const
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

void MarketReplica::takeInstruments(const InstrumentBatch& batch)
{
    if (batch.reset) {
        m_instruments.clear();
    }
    bool shownTouched = batch.reset;
    for (const auto& instrument : batch.instruments) {
        const auto same = std::find_if(m_instruments.begin(), m_instruments.end(), [&](const Instrument& i) {
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
    const auto* chosen = m_firstChoice.isEmpty() ? nullptr : findByName(m_firstChoice);
    show(chosen != nullptr ? chosen->id : m_instruments.front().id);
}

void MarketReplica::takeFeeds(const std::vector<FeedStatus>& feeds)
{
    for (const auto& feed : feeds) {
        m_feeds[feed.instrument] = feed;
        if (feed.messages > 0) {
            const auto [best, fresh] = m_bestLatency.try_emplace(feed.instrument, feed.latency);
            best->second = std::min(best->second, feed.latency);
        }
    }
    emit feedsChanged(feeds);
}

const FeedStatus* MarketReplica::feed(InstrumentId id) const
{
    const auto found = m_feeds.find(id);
    return found == m_feeds.end() ? nullptr : &found->second;
}

const FeedStatus* MarketReplica::shownFeed() const
{
    return m_shown ? feed(*m_shown) : nullptr;
}

void MarketReplica::takeQuote(InstrumentId id, const DepthView& depth)
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

const Quote* MarketReplica::quote(InstrumentId id) const
{
    const auto found = m_quotes.find(id);
    return found == m_quotes.end() ? nullptr : &found->second;
}

FeedState MarketReplica::bookState() const
{
    return m_depth ? m_depth->state : FeedState::AwaitingSnapshot;
}

Duration MarketReplica::bestLatency(InstrumentId id) const
{
    const auto found = m_bestLatency.find(id);
    return found == m_bestLatency.end() ? Duration(0) : found->second;
}

} // namespace qob
