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

    friend bool operator==(Quote const&, Quote const&) = default;
};

// What the window knows of the market: all instruments and feeds, and the book and trades of the one that is
// shown. Panels read it at a frame; the signals only say that something is new. GUI thread.
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

    [[nodiscard]] Instrument const* shown() const;
    void show(InstrumentId id);

    // The instrument to show as soon as it is known; the first one of the list when empty or never known.
    void setFirstChoice(QString const& name) { m_firstChoice = name; }

    [[nodiscard]] MarketStatus const& status() const { return m_status; }

    [[nodiscard]] FeedStatus const* feed(InstrumentId id) const;
    [[nodiscard]] FeedStatus const* shownFeed() const;

    // Null until the first one is here.
    [[nodiscard]] DepthPtr const& depth() const { return m_depth; }

    [[nodiscard]] TradeTape const& tape() const { return m_tape; }

    // Of the shown book; AwaitingSnapshot while there is none.
    [[nodiscard]] FeedState bookState() const;

    // Best prices as last seen, for the shown instrument and those that were peeked at; null when never seen.
    [[nodiscard]] Quote const* quote(InstrumentId id) const;

    // Asks for the quote of an instrument that is not shown.
    void refreshQuote(InstrumentId id) { m_bridge.peek(id); }

    // The smallest latency an instrument's feed has shown: where the clocks differ it is the offset between
    // them.
    [[nodiscard]] Duration bestLatency(InstrumentId id) const;

signals:
    void instrumentsChanged();
    void shownChanged(); // another instrument, or more is known of this one
    void statusChanged();
    void feedsChanged(std::vector<qob::FeedStatus> const& feeds);
    void depthChanged();
    void quoteChanged(qob::InstrumentId id);
    void tradesChanged(qob::TradesBatch const& batch);
    void heatChanged(qob::HeatBatch const& batch);

private:
    void takeInstruments(InstrumentBatch const& batch);
    void takeFeeds(std::vector<FeedStatus> const& feeds);
    void chooseFirst();
    void takeQuote(InstrumentId id, DepthView const& depth);

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
