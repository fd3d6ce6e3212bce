#include "ui/remote/remote_subscriber.h"

namespace qob {

namespace {

DepthPtr staleOf(DepthView const& view)
{
    auto stale = std::make_shared<DepthView>(view);
    stale->state = FeedState::Stale;
    return stale;
}

// No book of it is live, so that nothing is left in it.
ConsolidatedPtr staleOf(ConsolidatedView const& view)
{
    auto stale = std::make_shared<ConsolidatedView>();
    stale->name = view.name;
    stale->time = view.time;
    stale->withFees = view.withFees;
    stale->priceScale = view.priceScale;
    stale->members = view.members;
    for (ConsolidatedMember& member : stale->members) {
        member.state = FeedState::Stale;
        member.leftOut = LeftOut::NotLive;
    }
    return stale;
}

} // namespace

bool RemoteSubscriber::deliver(Event const& event)
{
    const std::lock_guard lock(m_mutex);
    if (std::holds_alternative<Resync>(event.payload)) {
        startOver();
        return true;
    }
    if (m_sink == nullptr || (m_wantsSnapshot && !event.snapshot)) {
        return true;
    }
    if (event.snapshot) {
        m_feeds.clear();
        m_tickers.clear();
    }
    remember(event.payload);
    if (m_mustSayResync && !send(Resync{}, false)) {
        return false;
    }
    m_mustSayResync = false;
    if (!send(event.payload, event.snapshot)) {
        return false;
    }
    m_wantsSnapshot = false;
    return true;
}

void RemoteSubscriber::say(Payload payload)
{
    const std::lock_guard lock(m_mutex);
    if (m_sink != nullptr && !m_wantsSnapshot) {
        send(std::move(payload), false);
    }
}

void RemoteSubscriber::goStale(Error const& why)
{
    const std::lock_guard lock(m_mutex);
    for (auto& [id, feed] : m_feeds) {
        feed.state = FeedState::Stale;
        feed.problem = why;
        say(feed);
    }
    if (m_depth != nullptr) {
        say(staleOf(*m_depth));
    }
    if (m_consolidated != nullptr) {
        say(staleOf(*m_consolidated));
    }
    if (!m_tickers.empty()) {
        TickerList list;
        for (auto& [id, ticker] : m_tickers) {
            ticker.state = FeedState::Stale;
            list.tickers.push_back(ticker);
        }
        say(std::move(list));
    }
    startOver();
}

void RemoteSubscriber::startOver()
{
    const std::lock_guard lock(m_mutex);
    m_mustSayResync = m_mustSayResync || !m_wantsSnapshot;
    m_wantsSnapshot = true;
}

void RemoteSubscriber::revoke()
{
    const std::lock_guard lock(m_mutex);
    m_sink = nullptr;
}

bool RemoteSubscriber::revoked() const
{
    const std::lock_guard lock(m_mutex);
    return m_sink == nullptr;
}

bool RemoteSubscriber::send(Payload payload, bool snapshot)
{
    if (m_sink == nullptr) {
        return true; // it left while it was told something else
    }
    if (m_sink->onEvent({m_topic, m_sequence + 1, snapshot, std::move(payload)})) {
        ++m_sequence;
        return true;
    }
    m_wantsSnapshot = true;
    m_mustSayResync = true;
    return false;
}

void RemoteSubscriber::remember(Payload const& payload)
{
    if (auto const* depth = std::get_if<DepthPtr>(&payload)) {
        m_depth = *depth;
    } else if (auto const* consolidated = std::get_if<ConsolidatedPtr>(&payload)) {
        m_consolidated = *consolidated;
    } else if (auto const* feed = std::get_if<FeedStatus>(&payload)) {
        m_feeds[feed->instrument] = *feed;
    } else if (auto const* tickers = std::get_if<TickerList>(&payload)) {
        for (Ticker const& ticker : tickers->tickers) {
            m_tickers[ticker.instrument] = ticker;
        }
    }
}

} // namespace qob
