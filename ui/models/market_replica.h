#pragma once

#include "ui/bridge/session_bridge.h"

#include <QObject>

#include <map>
#include <unordered_map>
#include <vector>

namespace qob {

// What the window knows of the whole market: its instruments, their feeds and tickers. The book and
// trades of one instrument are a MarketView's. GUI thread.
class MarketReplica final : public QObject {
    Q_OBJECT

public:
    // Follows the bridge, which must outlive it.
    explicit MarketReplica(SessionBridge& bridge, QObject* parent = nullptr);

    // What can be seen here. Instruments that only old orders and fills name are not among them.
    [[nodiscard]] std::vector<Instrument> const& instruments() const { return m_instruments; }

    // Of all that have a name, null when unknown. Valid until instrumentsChanged.
    [[nodiscard]] Instrument const* find(InstrumentId id) const;
    // "BTC-USDT" or "SIM-A:BTC-USDT", case ignored, of what can be seen; null when there is none.
    [[nodiscard]] Instrument const* findByName(QString const& name) const;
    // The market of that venue and symbol, whatever its id is by now.
    [[nodiscard]] Instrument const* findMarket(Instrument const& like) const;

    [[nodiscard]] MarketStatus const& status() const { return m_status; }

    [[nodiscard]] FeedStatus const* feed(InstrumentId id) const;

    // Best prices, last trade and the day; null while nothing was heard.
    [[nodiscard]] Ticker const* ticker(InstrumentId id) const;

    // The smallest latency an instrument's feed has shown: where the clocks differ it is the offset between
    // them.
    [[nodiscard]] Duration bestLatency(InstrumentId id) const;

signals:
    // All of them, or those that are new or changed.
    void instrumentsChanged(bool all, std::vector<qob::InstrumentId> const& changed);
    void statusChanged();
    void feedsChanged(std::vector<qob::FeedStatus> const& feeds);
    void tickersChanged(qob::TickerBatch const& batch);

private:
    void takeInstruments(InstrumentBatch const& batch);
    void takeFeeds(std::vector<FeedStatus> const& feeds);
    void takeTickers(TickerBatch const& batch);

    std::vector<Instrument> m_instruments;
    std::vector<Instrument> m_strangers; // with ids from firstStranger on
    std::map<InstrumentId, FeedStatus> m_feeds;
    std::unordered_map<InstrumentId, Ticker> m_tickers;
    std::map<InstrumentId, Duration> m_bestLatency;
    MarketStatus m_status;
};

} // namespace qob
