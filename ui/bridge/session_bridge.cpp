#include "ui/bridge/session_bridge.h"

namespace qob {
namespace {

constexpr TopicKind wholeSession[] = {
    TopicKind::Instruments,
    TopicKind::Market,
    TopicKind::Feed,
    TopicKind::Ticker,
    TopicKind::Orders,
    TopicKind::Account,
    TopicKind::Notices,
};
constexpr TopicKind shownKinds[] = {TopicKind::Depth, TopicKind::Trades, TopicKind::Heat};
constexpr std::size_t watchedKinds = 2; // the first ones

} // namespace

SessionBridge::SessionBridge(Session& session, EventBoxLimits limits, QObject* parent)
    : QObject(parent)
    , m_session(session)
    , m_box(limits)
{}

SessionBridge::~SessionBridge()
{
    m_subscriptions.clear(); // before the box that their events go to
}

void SessionBridge::start()
{
    for (auto const kind : wholeSession) {
        subscribe({kind, {}});
    }
}

void SessionBridge::show(InstrumentId instrument)
{
    follow(instrument, shownKinds);
}

void SessionBridge::showAnew(InstrumentId instrument)
{
    showNothing();
    show(instrument);
}

void SessionBridge::showNothing()
{
    for (auto const kind : shownKinds) {
        if (m_shown) {
            unsubscribe({kind, *m_shown});
        }
    }
    m_shown.reset();
}

void SessionBridge::watch(InstrumentId instrument)
{
    follow(instrument, std::span(shownKinds).first(watchedKinds));
}

void SessionBridge::watchInstruments()
{
    subscribe({TopicKind::Instruments, {}});
}

void SessionBridge::follow(InstrumentId instrument, std::span<TopicKind const> kinds)
{
    if (m_shown == instrument) {
        return;
    }
    showNothing();
    for (auto const kind : kinds) {
        subscribe({kind, instrument});
    }
    m_shown = instrument;
}

void SessionBridge::subscribe(Topic const& topic)
{
    m_box.open(topic);
    m_subscriptions[topic] = m_session.subscribe(topic, *this);
}

void SessionBridge::unsubscribe(Topic const& topic)
{
    m_subscriptions.erase(topic);
    m_box.close(topic);
}

bool SessionBridge::onEvent(Event const& event)
{
    auto const put = m_box.put(event);
    if (put == EventBox::Put::KeptFirst) {
        QMetaObject::invokeMethod(this, &SessionBridge::dispatch, Qt::QueuedConnection);
    }
    return put != EventBox::Put::Refused;
}

void SessionBridge::dispatch()
{
    auto const batch = m_box.take();
    ++m_batches;
    for (auto const& topic : batch.broken) {
        if (m_subscriptions.contains(topic)) {
            unsubscribe(topic);
            subscribe(topic);
        }
    }
    if (batch.instruments) {
        emit instruments(*batch.instruments);
    }
    if (batch.market) {
        emit market(*batch.market);
    }
    if (!batch.feeds.empty()) {
        emit feeds(batch.feeds);
    }
    if (batch.tickers) {
        emit tickers(*batch.tickers);
    }
    dispatchShown(batch);
    if (!batch.orders.empty()) {
        emit orders(batch.orders);
    }
    if (batch.account) {
        emit account(*batch.account);
    }
    if (batch.notices) {
        emit notices(*batch.notices);
    }
}

// An earlier signal may have changed what is shown: what is no longer wanted goes no further. Trades before
// the book that they changed: who sees a level shrink knows why.
void SessionBridge::dispatchShown(EventBatch const& batch)
{
    for (auto const& one : batch.trades) {
        if (m_shown == one.instrument) {
            emit trades(one);
        }
    }
    for (auto const& one : batch.depths) {
        if (m_shown == one.instrument) {
            emit depth(one);
        }
    }
    for (auto const& one : batch.heat) {
        if (m_shown == one.instrument) {
            emit heat(one);
        }
    }
}

} // namespace qob
