#include "engine/gateway/engine_link.h"

#include <algorithm>
#include <utility>

namespace qob {

namespace {

constexpr std::size_t mostWaiting = 4096; // events of a topic that the gateway has not taken up yet
constexpr Duration readyLimit = seconds(2);
constexpr Duration sweepPeriod = seconds(5);
constexpr Duration lingering = seconds(30);

} // namespace

void TopicState::remove(TopicListener& listener)
{
    std::erase(m_listeners, &listener);
}

void TopicState::whenReady(std::function<void(TopicState const*)> then)
{
    if (m_ready) {
        then(this);
        return;
    }
    m_waiting.push_back(std::move(then));
    if (m_waitTimer == nullptr) {
        m_waitTimer = m_thread.after(readyLimit, [this] {
            m_waitTimer.reset();
            for (auto const& waiting : std::exchange(m_waiting, {})) {
                waiting(nullptr);
            }
        });
    }
}

bool TopicState::onEvent(Event const& event)
{
    const std::lock_guard lock(m_mutex);
    if (m_inbox.size() >= mostWaiting) {
        return false;
    }
    m_inbox.push_back(event);
    drainSoon();
    return true;
}

void TopicState::onStepEnd()
{
    const std::lock_guard lock(m_mutex);
    m_whole = m_inbox.size();
    m_stepEnded = true;
    drainSoon();
}

void TopicState::drainSoon()
{
    if (!std::exchange(m_drainPosted, true)) {
        m_thread.post([weak = weak_from_this()] {
            if (auto const self = weak.lock()) {
                self->drain();
            }
        });
    }
}

template <class Tell>
void TopicState::eachListener(Tell const& tell)
{
    auto const listeners = m_listeners; // one may add or remove others
    for (TopicListener* const listener : listeners) {
        if (std::find(m_listeners.begin(), m_listeners.end(), listener) != m_listeners.end()) {
            tell(*listener);
        }
    }
}

void TopicState::drain()
{
    std::vector<Event> events;
    bool stepEnded = false;
    std::size_t whole = 0;
    {
        const std::lock_guard lock(m_mutex);
        std::swap(events, m_inbox);
        std::swap(stepEnded, m_stepEnded);
        std::swap(whole, m_whole);
        m_drainPosted = false;
    }
    for (std::size_t i = 0; i <= events.size(); ++i) {
        if (stepEnded && i == whole) {
            eachListener([](TopicListener& to) { to.onStepEnd(); });
        }
        if (i < events.size()) {
            apply(events[i]);
            eachListener([&](TopicListener& to) { to.onTopic(*this, events[i]); });
        }
    }
    if (m_ready && !m_waiting.empty()) {
        m_waitTimer.reset();
        for (auto const& waiting : std::exchange(m_waiting, {})) {
            waiting(this);
        }
    }
}

void TopicState::apply(Event const& event)
{
    if (auto const* view = std::get_if<DepthPtr>(&event.payload)) {
        depth = *view;
    } else if (auto const* merged = std::get_if<ConsolidatedPtr>(&event.payload)) {
        consolidated = *merged;
    } else if (auto const* batch = std::get_if<TradeBatch>(&event.payload)) {
        if (event.snapshot) {
            trades.clear();
        }
        trades.insert(trades.end(), batch->trades.begin(), batch->trades.end());
        if (trades.size() > keptTrades) {
            trades.erase(trades.begin(), trades.end() - static_cast<std::ptrdiff_t>(keptTrades));
        }
    } else if (auto const* bars = std::get_if<CandleBatch>(&event.payload)) {
        if (event.snapshot) {
            candles.clear();
        }
        for (Candle const& candle : bars->candles) {
            candles[candle.start] = candle;
        }
        constexpr std::size_t keptCandles = 1500;
        while (candles.size() > keptCandles) {
            candles.erase(candles.begin());
        }
    }
    m_ready = m_ready || event.snapshot;
}

EngineLink::EngineLink(Session& session, GatewayThread& thread, Clock& clock)
    : m_session(session)
    , m_thread(thread)
    , m_clock(clock)
{}

EngineLink::~EngineLink() = default;

TopicStatePtr EngineLink::watch(Topic const& topic)
{
    Kept& kept = m_topics[topic];
    kept.lastUsed = m_clock.steady();
    if (kept.state == nullptr) {
        kept.state = std::make_shared<TopicState>(m_thread, topic);
        kept.state->m_subscription = m_session.subscribe(topic, *kept.state);
    }
    if (m_sweepTimer == nullptr) {
        m_sweepTimer = m_thread.after(sweepPeriod, [this] { sweep(); });
    }
    return kept.state;
}

void EngineLink::sweep()
{
    const Duration now = m_clock.steady();
    for (auto& [topic, kept] : m_topics) {
        if (kept.state.use_count() > 1) {
            kept.lastUsed = now;
        }
    }
    std::erase_if(m_topics, [&](auto const& entry) { return now - entry.second.lastUsed > lingering; });
    m_sweepTimer = m_topics.empty() ? nullptr : m_thread.after(sweepPeriod, [this] { sweep(); });
}

} // namespace qob
