#pragma once

#include "ui/bridge/session_bridge.h"
#include "ui/models/trade_tape.h"

#include <QObject>

#include <map>
#include <vector>

namespace qob {

struct Quote {
    Price bid;
    Price ask;

    friend bool operator==(const Quote&, const Quote&) = default;
};

// What the window knows of the market: all instruments and feeds, and the book and trades of the one that is shown.
// Panels read it at a frame; the signals only say that something is new. GUI thread.
class MarketReplica final : public QObject {
    Q_OBJECT

public:
    // Follows the bridge, which must outlive it.
    explicit MarketReplica(SessionBridge& bridge, QObject* parent = nullptr);

    [[nodiscard]] const std::vector<Instrument>& instruments() const { return m_instruments; }

    // Null when unknown. Valid until instrumentsChanged.
    [[nodiscard]] const Instrument* find(InstrumentId id) const;
    // "BTC-USDT" or "SIM-A:BTC-USDT", case ignored; null when there is none.
    [[nodiscard]] const Instrument* findByName(const QString& name) const;

    [[nodiscard]] const Instrument* shown() const;
    void show(InstrumentId id);

    // The instrument to show as soon as it is known; the first one of the list when empty or never known.
    void setFirstChoice(const QString& name) { m_firstChoice = name; }

    [[nodiscard]] const MarketStatus& status() const { return m_status; }

    [[nodiscard]] const FeedStatus* feed(InstrumentId id) const;
    [[nodiscard]] const FeedStatus* shownFeed() const;

    // Null until the first one is here.
    [[nodiscard]] const DepthPtr& depth() const { return m_depth; }

    [[nodiscard]] const TradeTape& tape() const { return m_tape; }

    // Of the shown book; AwaitingSnapshot while there is none.
    [[nodiscard]] FeedState bookState() const;

    // Best prices as last seen, for the shown instrument and those that were peeked at; null when never seen.
    [[nodiscard]] const Quote* quote(InstrumentId id) const;
    // Asks for the quote of an instrument that is not shown.
    void refreshQuote(InstrumentId id) { m_bridge.peek(id); }

    // The smallest latency an instrument's feed has shown: where the clocks differ it is the offset between them.
    [[nodiscard]] Duration bestLatency(InstrumentId id) const;

signals:
    void instrumentsChanged();
    void shownChanged(); // another instrument, or more is known of this one
    void statusChanged();
    void feedsChanged(const std::vector<qob::FeedStatus>& feeds);
    void depthChanged();
    void quoteChanged(qob::InstrumentId id);
    void tradesChanged(const qob::TradesBatch& batch);
    void heatChanged(const qob::HeatBatch& batch);

private:
    void takeInstruments(const InstrumentBatch& batch);
    void takeFeeds(const std::vector<FeedStatus>& feeds);
    void chooseFirst();
    void takeQuote(InstrumentId id, const DepthView& depth);

    SessionBridge& m_bridge;
    std::vector<Instrument> m_instruments;
    std::map<InstrumentId, FeedStatus> m_feeds;
    std::map<InstrumentId, Quote> m_quotes;
    std::map<InstrumentId, Duration> m_bestLatency;
    MarketStatus m_status;
    std::optional<InstrumentId> m_shown;
    QString m_firstChoice;
    DepthPtr m_depth;
    TradeTape m_tape;
};

} // namespace qob
