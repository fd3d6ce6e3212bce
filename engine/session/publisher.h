#pragma once

#include "engine/session/subscriber.h"
#include "engine/trading/sequencer.h"

#include <deque>
#include <functional>
#include <map>
#include <set>

namespace qob {

// Says what may be told of orders and accounts as they stand, and when.
class Discretion {
public:
    virtual ~Discretion() = default;

    // Calls it when everything that happened to orders so far may be told, or never will be.
    virtual void afterwards(std::function<void()> what) = 0;

    // Leaves what may be told.
    virtual void keepTold(OrderList& list) const = 0;

    // Whether the account's money is what was told of it.
    [[nodiscard]] virtual bool isTold(AccountId account) const = 0;
};

// Hands the engine's state to the subscribers: orders, instruments and notices as they happen, everything
// else as it stands when publish() is called. What happens to an account is looked for among those who listen
// to it only, so that others cost nothing. Runs on the engine's thread.
class Publisher final : public EngineOutput {
public:
    static constexpr std::size_t depthLevels = 1000;
    static constexpr std::size_t consolidatedLevels = 500;
    static constexpr std::size_t sentCandles = 1500;

    static constexpr std::size_t keptNotices = 200;
    static constexpr std::size_t keptOwnNotices = 20; // of one account

    // `someLeft`: whether a subscriber was revoked since it was last looked at.
    Publisher(Sequencer& sequencer, std::atomic<bool>& someLeft);

    // It is asked about what is said of orders and accounts as they stand; without it all is said at once.
    // Set once, before anybody is added.
    void setDiscretion(Discretion& discretion) { m_discretion = &discretion; }

    void add(SubscriberPtr const& subscriber);

    // From now on the instruments that only the past of accounts knows are told of, too.
    void showStrangers();

    // Only to those who listen to this account.
    void tell(AccountId account, Notice const& notice);

    // Sends snapshots to those who wait for one and changes to the others. `now` is market time, `steady`
    // paces what is not worth sending at every call.
    void publish(MarketStatus const& status, Duration steady);

    // What was told of orders since the last time belongs together.
    void endStep();

    // The market was moved: what was sent of it is void.
    void resyncMarket();

    // Instruments somebody looks at, for the order in which their pasts are made.
    [[nodiscard]] std::vector<InstrumentId> const& watched() const { return m_watched; }

    // EngineOutput
    void onAccountOpened(AccountId account, std::vector<Deposit> const& deposits) override;
    void onExecutionReport(ExecutionReport const& report) override;
    void onPastRenamed() override;
    void onCancelReject(AccountId account, OrderCancelReject const& reject) override;
    void onInstrument(Instrument const& instrument) override;
    void onNotice(Notice const& notice) override;

private:
    // What a subscription is of: an instrument or an account, where the kind has one.
    using Key = std::pair<TopicKind, std::uint32_t>;

    [[nodiscard]] static Key keyOf(Subscriber const& subscriber);

    template <class Send>
    void each(TopicKind kind, Send send);

    template <class Send>
    void eachOf(TopicKind kind, InstrumentId instrument, Send send);

    template <class Send>
    void eachOf(TopicKind kind, AccountId account, Send send);

    template <class Send>
    void eachAt(Key key, Send send);

    template <class Told>
    void tellOrders(AccountId account, Told const& told);

    void afterwards(std::function<void()> what);
    void dropRevoked();
    void publishOrders();
    void publishLists();
    void publishMarket(MarketStatus const& status, Duration steady);
    void publishFeeds(Duration steady);
    [[nodiscard]] OrderList ordersOf(AccountId account) const;
    void publishAccount(Duration steady);
    void sendAccount(AccountId account);
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
    std::atomic<bool>& m_someLeft;
    std::map<Key, std::vector<SubscriberPtr>> m_subscribers;
    std::vector<InstrumentId> m_watched; // in the order of their first subscription
    std::deque<Notice> m_notices;
    std::map<AccountId, std::deque<Notice>> m_ownNotices;
    MarketStatus m_lastStatus;
    Duration m_nextMarket;
    Duration m_nextFeeds;
    Duration m_nextAccount;
    Duration m_nextTickers;
    Timestamp m_tickerMinute;
    std::vector<SubscriberPtr> m_inStep; // were told of orders in this step
    std::set<AccountId> m_changedAccounts;
    std::set<AccountId> m_accountsUnderWay; // their reports wait to be told
    Discretion* m_discretion = nullptr;
    std::uint64_t m_renamings = 0; // of instruments in the past
    bool m_strangersShown = false;
};

template <class Send>
void Publisher::each(TopicKind kind, Send send)
{
    auto const end = m_subscribers.upper_bound({kind, ~std::uint32_t{0}});
    for (auto at = m_subscribers.lower_bound({kind, 0}); at != end; ++at) {
        for (auto const& subscriber : at->second) {
            send(*subscriber);
        }
    }
}

template <class Send>
void Publisher::eachOf(TopicKind kind, InstrumentId instrument, Send send)
{
    eachAt({kind, instrument.value}, send);
}

template <class Send>
void Publisher::eachOf(TopicKind kind, AccountId account, Send send)
{
    eachAt({kind, account.value}, send);
}

template <class Send>
void Publisher::eachAt(Key key, Send send)
{
    auto const found = m_subscribers.find(key);
    if (found != m_subscribers.end()) {
        for (auto const& subscriber : found->second) {
            send(*subscriber);
        }
    }
}

} // namespace qob
