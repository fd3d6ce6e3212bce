#pragma once

#include "engine/session/subscriber.h"
#include "engine/trading/sequencer.h"

#include <deque>
#include <map>

namespace qob {

// Hands the engine's state to the subscribers: orders, instruments and notices as they happen, everything
// else as it stands when publish() is called. Runs on the engine's thread.
class Publisher final : public EngineOutput {
public:
    static constexpr std::size_t depthLevels = 1000;
    static constexpr std::size_t consolidatedLevels = 500;
    static constexpr std::size_t sentCandles = 1500;

    explicit Publisher(Sequencer& sequencer);

    void add(SubscriberPtr subscriber);

    // Sends snapshots to those who wait for one and changes to the others. `now` is market time, `steady`
    // paces what is not worth sending at every call.
    void publish(MarketStatus const& status, Duration steady);

    // The market was moved: what was sent of it is void.
    void resyncMarket();

    // Instruments somebody looks at, for the order in which their pasts are made.
    [[nodiscard]] std::vector<InstrumentId> watched() const;

    // EngineOutput
    void onExecutionReport(ExecutionReport const& report) override;
    void onCancelReject(OrderCancelReject const& reject) override;
    void onInstrument(Instrument const& instrument) override;
    void onNotice(Notice const& notice) override;

private:
    template <class Send>
    void each(TopicKind kind, Send send);

    void publishOrders();
    void publishLists();
    void publishMarket(MarketStatus const& status, Duration steady);
    void publishFeeds(Duration steady);
    void publishAccount(Duration steady);
    void publishInstruments(Timestamp now);
    void publishDepth(MarketHistory::Item const& item);
    void publishTrades(MarketHistory::Item const& item);
    void publishHeat(MarketHistory::Item& item, Timestamp now);
    void publishCandles(MarketHistory::Item& item, Timestamp now);
    TickerList tickersOf(InstrumentId one, bool all, Timestamp now);
    void publishTickers(Timestamp now, Duration steady);
    void publishConsolidated(Timestamp now);
    void setLoading(ConsolidatedMarket::Entry& entry, CanonicalName const& name);
    [[nodiscard]] bool isReady(MarketHistory::Item const& item) const;

    Sequencer& m_sequencer;
    std::vector<SubscriberPtr> m_subscribers;
    std::deque<Notice> m_notices;
    MarketStatus m_lastStatus;
    Duration m_nextMarket;
    Duration m_nextFeeds;
    Duration m_nextAccount;
    Duration m_nextTickers;
    Timestamp m_tickerMinute;
    bool m_accountChanged = true;
};

template <class Send>
void Publisher::each(TopicKind kind, Send send)
{
    for (auto const& subscriber : m_subscribers) {
        if (subscriber->topic().kind == kind) {
            send(*subscriber);
        }
    }
}

} // namespace qob
