#pragma once

#include "ui/bridge/session_bridge.h"

#include <QObject>

#include <map>
#include <vector>

namespace qob {

struct Quote {
    Price bid;
    Price ask;

    friend bool operator==(Quote const&, Quote const&) = default;
};

// What the window knows of the whole market: its instruments, their feeds and best prices. The book and
// trades of one instrument are a MarketView's. GUI thread.
class MarketReplica final : public QObject {
    Q_OBJECT

public:
    // Follows the bridge, which must outlive it.
    explicit MarketReplica(SessionBridge& bridge, QObject* parent = nullptr);

    [[nodiscard]] std::vector<Instrument> const& instruments() const { return m_instruments; }

    // Null when unknown. Valid until instrumentsChanged.
    [[nodiscard]] Instrument const* find(InstrumentId id) const;
    // "BTC-USDT" or "SIM-A:BTC-USDT", case ignored; null when there is none.
    [[nodiscard]] Instrument const* findByName(QString const& name) const;

    [[nodiscard]] MarketStatus const& status() const { return m_status; }

    [[nodiscard]] FeedStatus const* feed(InstrumentId id) const;

    // Best prices as last seen, of what is shown somewhere or was peeked at; null when never seen.
    [[nodiscard]] Quote const* quote(InstrumentId id) const;
    void takeQuote(InstrumentId id, DepthView const& depth);

    // Asks for the quote of an instrument that is not shown.
    void refreshQuote(InstrumentId id) { m_bridge.peek(id); }

    // The smallest latency an instrument's feed has shown: where the clocks differ it is the offset between
    // them.
    [[nodiscard]] Duration bestLatency(InstrumentId id) const;

signals:
    // All of them, or those that are new or changed.
    void instrumentsChanged(bool all, std::vector<qob::InstrumentId> const& changed);
    void statusChanged();
    void feedsChanged(std::vector<qob::FeedStatus> const& feeds);
    void quoteChanged(qob::InstrumentId id);

private:
    void takeInstruments(InstrumentBatch const& batch);
    void takeFeeds(std::vector<FeedStatus> const& feeds);

    SessionBridge& m_bridge;
    std::vector<Instrument> m_instruments;
    std::map<InstrumentId, FeedStatus> m_feeds;
    std::map<InstrumentId, Quote> m_quotes;
    std::map<InstrumentId, Duration> m_bestLatency;
    MarketStatus m_status;
};

} // namespace qob
