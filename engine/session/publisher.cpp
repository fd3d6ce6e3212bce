#include "engine/session/publisher.h"

#include <algorithm>

namespace qob {

namespace {

constexpr Duration marketPeriod = milliseconds(100);
constexpr Duration feedPeriod = milliseconds(250);
constexpr Duration accountPeriod = milliseconds(200);
constexpr std::size_t keptNotices = 200;

bool isPerInstrument(TopicKind kind)
{
    return kind == TopicKind::Depth || kind == TopicKind::Trades || kind == TopicKind::Heat ||
           kind == TopicKind::Ticker || kind == TopicKind::Candles;
}

} // namespace

Publisher::Publisher(Sequencer& sequencer) : m_sequencer(sequencer)
{
    m_sequencer.setOutput(*this);
}

void Publisher::add(SubscriberPtr subscriber)
{
    m_subscribers.push_back(std::move(subscriber));
}

void Publisher::publish(MarketStatus const& status, Duration steady)
{
    std::erase_if(m_subscribers, [](SubscriberPtr const& subscriber) { return subscriber->revoked(); });
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
    for (auto const& subscriber : m_subscribers) {
        auto const kind = subscriber->topic().kind;
        if (isPerInstrument(kind) || kind == TopicKind::Consolidated) {
            subscriber->resync();
        }
    }
}

std::vector<InstrumentId> Publisher::watched() const
{
    std::vector<InstrumentId> ids;
    for (auto const& subscriber : m_subscribers) {
        auto const& topic = subscriber->topic();
        bool const one = isPerInstrument(topic.kind) && topic.instrument != InstrumentId();
        if (one && std::find(ids.begin(), ids.end(), topic.instrument) == ids.end()) {
            ids.push_back(topic.instrument);
        }
    }
    return ids;
}

void Publisher::onExecutionReport(ExecutionReport const& report)
{
    m_accountChanged = true;
    each(TopicKind::Orders, [&](Subscriber& to) {
        if (!to.wantsSnapshot()) {
            to.send(report);
        }
    });
}

void Publisher::onCancelReject(OrderCancelReject const& reject)
{
    each(TopicKind::Orders, [&](Subscriber& to) {
        if (!to.wantsSnapshot()) {
            to.send(reject);
        }
    });
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

void Publisher::publishOrders()
{
    each(TopicKind::Orders, [&](Subscriber& to) {
        if (to.wantsSnapshot()) {
            to.send(m_sequencer.orders().snapshot());
        }
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
            to.send(std::move(list));
        }
    });
    each(TopicKind::Notices, [&](Subscriber& to) {
        if (to.wantsSnapshot()) {
            to.send(NoticeList{{m_notices.begin(), m_notices.end()}});
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

void Publisher::publishAccount(Duration steady)
{
    bool const due = m_accountChanged || steady >= m_nextAccount;
    AccountReport account;
    bool made = false;
    each(TopicKind::Account, [&](Subscriber& to) {
        if (due || to.wantsSnapshot()) {
            if (!made) {
                account = m_sequencer.account();
                made = true;
            }
            to.send(account);
        }
    });
    if (due) {
        m_accountChanged = false;
        m_nextAccount = steady + accountPeriod;
    }
}

void Publisher::publishInstruments(Timestamp now)
{
    for (const InstrumentId id : watched()) {
        auto* item = m_sequencer.history().find(id);
        if (item == nullptr || !isReady(*item)) {
            continue;
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
    each(TopicKind::Depth, [&](Subscriber& to) {
        if (to.topic().instrument != item.instrument.id || (!item.changed && !to.wantsSnapshot())) {
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
    each(TopicKind::Trades, [&](Subscriber& to) {
        if (to.topic().instrument != item.instrument.id) {
            return;
        }
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
    each(TopicKind::Heat, [&](Subscriber& to) {
        if (to.topic().instrument != item.instrument.id || (column <= to.nextColumn && !to.wantsSnapshot())) {
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
