#include "engine/session/publisher.h"

#include <algorithm>
#include <utility>

namespace qob {

namespace {

constexpr Duration marketPeriod = milliseconds(100);
constexpr Duration feedPeriod = milliseconds(250);
constexpr Duration accountPeriod = milliseconds(200);

bool isPerInstrument(TopicKind kind)
{
    return kind == TopicKind::Depth || kind == TopicKind::Trades || kind == TopicKind::Heat ||
           kind == TopicKind::Ticker || kind == TopicKind::Candles;
}

bool isPerAccount(TopicKind kind)
{
    return kind == TopicKind::Orders || kind == TopicKind::Account || kind == TopicKind::Notices;
}

} // namespace

Publisher::Publisher(Sequencer& sequencer, std::atomic<bool>& someLeft)
    : m_sequencer(sequencer)
    , m_someLeft(someLeft)
{
    m_sequencer.setOutput(*this);
}

Publisher::Key Publisher::keyOf(Subscriber const& subscriber)
{
    TopicKind const kind = subscriber.topic().kind;
    return {
        kind,
        isPerAccount(kind)      ? subscriber.account().value
        : isPerInstrument(kind) ? subscriber.topic().instrument.value
                                : 0};
}

void Publisher::add(SubscriberPtr const& subscriber)
{
    m_subscribers[keyOf(*subscriber)].push_back(subscriber);
    Topic const& topic = subscriber->topic();
    bool const one = isPerInstrument(topic.kind) && topic.instrument != InstrumentId();
    if (one && std::find(m_watched.begin(), m_watched.end(), topic.instrument) == m_watched.end()) {
        m_watched.push_back(topic.instrument);
    }
}

void Publisher::dropRevoked()
{
    if (!m_someLeft.exchange(false)) {
        return;
    }
    for (auto& [key, subscribers] : m_subscribers) {
        std::erase_if(subscribers, [](SubscriberPtr const& subscriber) { return subscriber->revoked(); });
    }
    std::erase_if(m_subscribers, [](auto const& entry) { return entry.second.empty(); });
    std::set<InstrumentId> still;
    for (auto const& [key, subscribers] : m_subscribers) {
        still.insert(isPerInstrument(key.first) ? InstrumentId(key.second) : InstrumentId());
    }
    std::erase_if(m_watched, [&](InstrumentId id) { return !still.contains(id); });
}

void Publisher::afterwards(std::function<void()> what)
{
    m_discretion != nullptr ? m_discretion->afterwards(std::move(what)) : what();
}

void Publisher::publish(MarketStatus const& status, Duration steady)
{
    dropRevoked();
    publishLists();
    publishOrders();
    publishMarket(status, steady);
    publishFeeds(steady);
    publishAccount(steady);
    publishInstruments(status.now);
    publishTickers(status.now, steady);
    publishConsolidated(status.now);
}

void Publisher::resyncMarket()
{
    for (auto const& [key, subscribers] : m_subscribers) {
        if (isPerInstrument(key.first) || key.first == TopicKind::Consolidated) {
            std::for_each(subscribers.begin(), subscribers.end(), [](auto const& one) { one->resync(); });
        }
    }
}

void Publisher::onAccountOpened(AccountId account, std::vector<Deposit> const& /*deposits*/)
{
    m_changedAccounts.insert(account);
}

void Publisher::onPastRenamed()
{
    ++m_renamings;
    for (const TopicKind kind : {TopicKind::Instruments, TopicKind::Orders, TopicKind::Account}) {
        each(kind, [](Subscriber& to) { to.resync(); });
    }
}

void Publisher::showStrangers()
{
    if (!m_strangersShown) {
        m_strangersShown = true;
        for (Instrument const& stranger : m_sequencer.strangers()) {
            onInstrument(stranger);
        }
    }
}

void Publisher::onExecutionReport(ExecutionReport const& report)
{
    const AccountId account = accountOf(report.execId);
    m_changedAccounts.insert(account);
    tellOrders(account, report);
    tellOrders(everyAccount, report);
}

template <class Told>
void Publisher::tellOrders(AccountId account, Told const& told)
{
    eachOf(TopicKind::Orders, account, [&](Subscriber& to) {
        if (!to.wantsSnapshot()) {
            to.send(told);
            if (!std::exchange(to.inStep, true)) {
                m_inStep.push_back(to.shared_from_this());
            }
        }
    });
}

void Publisher::endStep()
{
    for (auto const& subscriber : m_inStep) {
        subscriber->endStep();
    }
    m_inStep.clear();
}

// Whoever listens to every account does not hear it: it does not say whose it is.
void Publisher::onCancelReject(AccountId account, OrderCancelReject const& reject)
{
    m_changedAccounts.insert(account);
    tellOrders(account, reject);
}

void Publisher::onInstrument(Instrument const& instrument)
{
    each(TopicKind::Instruments, [&](Subscriber& to) {
        if (!to.wantsSnapshot()) {
            to.send(InstrumentList{{instrument}});
        }
    });
}

void Publisher::onNotice(Notice const& notice)
{
    m_notices.push_back(notice);
    if (m_notices.size() > keptNotices) {
        m_notices.pop_front();
    }
    each(TopicKind::Notices, [&](Subscriber& to) {
        if (!to.wantsSnapshot()) {
            to.send(NoticeList{{notice}});
        }
    });
}

void Publisher::tell(AccountId account, Notice const& notice)
{
    auto& kept = m_ownNotices[account];
    kept.push_back(notice);
    if (kept.size() > keptOwnNotices) {
        kept.pop_front();
    }
    eachOf(TopicKind::Notices, account, [&](Subscriber& to) {
        if (!to.wantsSnapshot()) {
            to.send(NoticeList{{notice}});
        }
    });
}

// Of every account: orders by account, fills by time.
OrderList Publisher::ordersOf(AccountId account) const
{
    if (account != everyAccount) {
        return m_sequencer.orders(account).snapshot();
    }
    OrderList all;
    for (const AccountId each : m_sequencer.accounts()) {
        auto const own = m_sequencer.orders(each).snapshot();
        all.orders.insert(all.orders.end(), own.orders.begin(), own.orders.end());
        all.fills.insert(all.fills.end(), own.fills.begin(), own.fills.end());
    }
    std::stable_sort(all.fills.begin(), all.fills.end(), [](auto const& a, auto const& b) {
        return a.transactTime < b.transactTime;
    });
    return all;
}

void Publisher::publishOrders()
{
    each(TopicKind::Orders, [&](Subscriber& to) {
        if (!to.wantsSnapshot() || to.snapshotUnderWay || !to.sayResync()) {
            return;
        }
        to.snapshotUnderWay = true;
        auto const list = std::make_shared<OrderList>(ordersOf(to.account()));
        afterwards([this, list, subscriber = to.shared_from_this(), made = m_renamings] {
            subscriber->snapshotUnderWay = false;
            if (made == m_renamings) {
                if (m_discretion != nullptr) {
                    m_discretion->keepTold(*list);
                }
                subscriber->send(std::move(*list));
            }
        });
    });
}

void Publisher::publishLists()
{
    each(TopicKind::Instruments, [&](Subscriber& to) {
        if (to.wantsSnapshot()) {
            InstrumentList list;
            for (const auto& [id, item] : m_sequencer.history().items()) {
                list.instruments.push_back(item->instrument);
            }
            if (m_strangersShown) {
                auto const& strangers = m_sequencer.strangers();
                list.instruments.insert(list.instruments.end(), strangers.begin(), strangers.end());
            }
            to.send(std::move(list));
        }
    });
    each(TopicKind::Notices, [&](Subscriber& to) {
        if (to.wantsSnapshot()) {
            NoticeList list{{m_notices.begin(), m_notices.end()}};
            if (auto const own = m_ownNotices.find(to.account()); own != m_ownNotices.end()) {
                list.notices.insert(list.notices.end(), own->second.begin(), own->second.end());
            }
            to.send(std::move(list));
        }
    });
}

void Publisher::publishMarket(MarketStatus const& status, Duration steady)
{
    bool const turned = status.paused != m_lastStatus.paused || status.speed != m_lastStatus.speed ||
                        status.ended != m_lastStatus.ended || status.loading != m_lastStatus.loading ||
                        status.recording != m_lastStatus.recording;
    bool const due = turned || (steady >= m_nextMarket && status.now != m_lastStatus.now);
    each(TopicKind::Market, [&](Subscriber& to) {
        if (due || to.wantsSnapshot()) {
            to.send(status);
        }
    });
    if (due) {
        m_lastStatus = status;
        m_nextMarket = steady + marketPeriod;
    }
}

// The feed topic has no single state to snapshot: a new subscriber gets the status of each instrument, the
// first of them marked as the snapshot.
void Publisher::publishFeeds(Duration steady)
{
    bool const due = steady >= m_nextFeeds;
    each(TopicKind::Feed, [&](Subscriber& to) {
        if (!due && !to.wantsSnapshot()) {
            return;
        }
        for (const auto& [id, item] : m_sequencer.history().items()) {
            to.send(m_sequencer.market().feed(id));
        }
    });
    if (due) {
        m_nextFeeds = steady + feedPeriod;
    }
}

// When something happened to it; what is open in it moves with the market, too.
void Publisher::publishAccount(Duration steady)
{
    bool const due = steady >= m_nextAccount;
    std::vector<AccountId> wanted;
    each(TopicKind::Account, [&](Subscriber& to) {
        const AccountId account = to.account();
        bool const all = account == everyAccount;
        bool const changed = all ? !m_changedAccounts.empty() : m_changedAccounts.contains(account);
        bool const moves = due && (all || m_sequencer.holdsPositions(account));
        bool const wants = changed || moves || to.wantsSnapshot();
        if (wants && (wanted.empty() || wanted.back() != account)) { // those of one account follow each other
            wanted.push_back(account);
        }
    });
    m_changedAccounts.clear();
    for (const AccountId account : wanted) {
        if (m_accountsUnderWay.contains(account)) {
            m_changedAccounts.insert(account); // again when this one is told
        } else {
            sendAccount(account);
        }
    }
    if (due) {
        m_nextAccount = steady + accountPeriod;
    }
}

void Publisher::sendAccount(AccountId account)
{
    auto const report = std::make_shared<AccountReport>(
        account == everyAccount ? m_sequencer.sumOfAccounts() : m_sequencer.account(account)
    );
    m_accountsUnderWay.insert(account);
    afterwards([this, account, report, made = m_renamings] {
        m_accountsUnderWay.erase(account);
        if (made == m_renamings && (m_discretion == nullptr || m_discretion->isTold(account))) {
            eachOf(TopicKind::Account, account, [&](Subscriber& to) { to.send(*report); });
        }
    });
}

void Publisher::publishInstruments(Timestamp now)
{
    for (const InstrumentId id : watched()) {
        auto* item = m_sequencer.history().find(id);
        if (item == nullptr || !isReady(*item)) {
            continue;
        }
        if (std::exchange(item->newUnits, false)) {
            for (const TopicKind kind : {TopicKind::Depth, TopicKind::Trades, TopicKind::Candles}) {
                eachOf(kind, id, [](Subscriber& to) { to.resync(); });
            }
        }
        publishDepth(*item);
        publishTrades(*item);
        publishHeat(*item, now);
        publishCandles(*item, now);
        item->changed = false;
    }
}

void Publisher::publishDepth(MarketHistory::Item const& item)
{
    DepthPtr view;
    eachOf(TopicKind::Depth, item.instrument.id, [&](Subscriber& to) {
        if (!item.changed && !to.wantsSnapshot()) {
            return;
        }
        if (!view) {
            auto made = std::make_shared<DepthView>();
            m_sequencer.market().depth(item.instrument.id, depthLevels, *made);
            view = std::move(made);
        }
        to.send(view);
    });
}

void Publisher::publishTrades(MarketHistory::Item const& item)
{
    eachOf(TopicKind::Trades, item.instrument.id, [&](Subscriber& to) {
        const auto fresh = to.wantsSnapshot() ? item.tradesSeen : item.tradesSeen - to.tradesSent;
        if (fresh == 0 && !to.wantsSnapshot()) {
            return;
        }
        const auto sent = std::min<std::uint64_t>(fresh, item.trades.size());
        TradeBatch batch;
        batch.trades.assign(item.trades.end() - static_cast<std::ptrdiff_t>(sent), item.trades.end());
        batch.dropped = to.wantsSnapshot() ? 0 : fresh - sent;
        to.tradesSent = item.tradesSeen;
        to.send(std::move(batch));
    });
}

void Publisher::publishHeat(MarketHistory::Item& item, Timestamp now)
{
    item.heat.advanceTo(now);
    const std::int64_t column = now.value / heatColumnTime.value;
    eachOf(TopicKind::Heat, item.instrument.id, [&](Subscriber& to) {
        if (to.heatMap != item.heatMap) {
            to.resync(); // another tick: what was sent stands at other prices
            to.heatMap = item.heatMap;
        }
        if (column <= to.nextColumn && !to.wantsSnapshot()) {
            return;
        }
        // From the column that was still open when it was sent last.
        const std::int64_t from = to.wantsSnapshot() ? 0 : to.nextColumn;
        to.nextColumn = column;
        to.send(HeatUpdate{item.heat.chunksFrom(from)});
    });
}

bool Publisher::isReady(MarketHistory::Item const& item) const
{
    auto const pending = m_sequencer.market().historyPending();
    return std::find(pending.begin(), pending.end(), item.instrument.id) == pending.end();
}

} // namespace qob
