#include "ui/models/market_replica.h"

#include "engine/api/same_contract.h"

#include <algorithm>

namespace qob {

MarketReplica::MarketReplica(SessionBridge& bridge, QObject* parent) : QObject(parent)
{
    connect(&bridge, &SessionBridge::instruments, this, &MarketReplica::takeInstruments);
    connect(&bridge, &SessionBridge::tickers, this, &MarketReplica::takeTickers);
    connect(&bridge, &SessionBridge::feeds, this, &MarketReplica::takeFeeds);
    connect(&bridge, &SessionBridge::market, this, [this](MarketStatus const& status) {
        m_status = status;
        emit statusChanged();
    });
}

Instrument const* MarketReplica::find(InstrumentId id) const
{
    auto const& where = id >= firstStranger ? m_strangers : m_instruments;
    auto const found =
        std::find_if(where.begin(), where.end(), [&](Instrument const& i) { return i.id == id; });
    return found == where.end() ? nullptr : &*found;
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

Instrument const* MarketReplica::findMarket(Instrument const& like) const
{
    auto const found = std::find_if(m_instruments.begin(), m_instruments.end(), [&](Instrument const& i) {
        return i.venue == like.venue && i.symbol == like.symbol;
    });
    return found == m_instruments.end() ? nullptr : &*found;
}

void MarketReplica::takeInstruments(InstrumentBatch const& batch)
{
    if (batch.reset) {
        m_instruments.clear();
        m_strangers.clear();
    }
    std::vector<InstrumentId> changed;
    for (auto const& instrument : batch.instruments) {
        auto& where = instrument.id >= firstStranger ? m_strangers : m_instruments;
        auto const same = std::find_if(where.begin(), where.end(), [&](Instrument const& i) {
            return i.id == instrument.id;
        });
        if (same == where.end()) {
            where.push_back(instrument);
        } else {
            *same = instrument;
        }
        changed.push_back(instrument.id);
    }
    emit instrumentsChanged(batch.reset, changed);
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

void MarketReplica::takeTickers(TickerBatch const& batch)
{
    if (batch.reset) {
        m_tickers.clear();
    }
    for (auto const& ticker : batch.tickers) {
        m_tickers.insert_or_assign(ticker.instrument, ticker);
    }
    emit tickersChanged(batch);
}

Ticker const* MarketReplica::ticker(InstrumentId id) const
{
    auto const found = m_tickers.find(id);
    return found == m_tickers.end() ? nullptr : &found->second;
}

Duration MarketReplica::bestLatency(InstrumentId id) const
{
    auto const found = m_bestLatency.find(id);
    return found == m_bestLatency.end() ? Duration(0) : found->second;
}

} // namespace qob
