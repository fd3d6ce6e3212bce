#pragma once

#include "engine/api/session.h"

#include <atomic>
#include <memory>
#include <mutex>

namespace qob {

// Of a subscription: the orders and the money of all accounts.
inline constexpr AccountId everyAccount{0};

// One subscription as the engine's thread sees it. Only `revoke` may be called from another thread.
class Subscriber : public std::enable_shared_from_this<Subscriber> {
public:
    // `someLeft` is set when it is revoked, and must outlive it.
    Subscriber(AccountId account, Topic topic, EventSink& sink, std::atomic<bool>& someLeft)
        : m_account(account)
        , m_topic(topic)
        , m_sink(&sink)
        , m_someLeft(someLeft)
    {}

    // Whose orders, money and notices it hears.
    [[nodiscard]] AccountId account() const { return m_account; }

    [[nodiscard]] Topic const& topic() const { return m_topic; }

    // Whether the next message must be a snapshot: at the start, after a resync() and after the sink had no
    // room.
    [[nodiscard]] bool wantsSnapshot() const { return m_wantsSnapshot; }

    // What was sent is void; Resync and a snapshot will follow.
    void resync()
    {
        m_mustSayResync = m_mustSayResync || !m_wantsSnapshot;
        m_wantsSnapshot = true;
    }

    // False: there is no room even for that, and a snapshot need not be made.
    bool sayResync()
    {
        if (m_mustSayResync && !deliver(Resync{}, false)) {
            return false;
        }
        m_mustSayResync = false;
        return true;
    }

    void send(Payload payload)
    {
        if (!sayResync()) {
            return;
        }
        if (deliver(std::move(payload), m_wantsSnapshot)) {
            m_wantsSnapshot = false;
        }
    }

    // Something was sent since endStep(), and is to be followed by it.
    bool inStep = false;

    void endStep()
    {
        const std::lock_guard lock(m_mutex);
        inStep = false;
        if (m_sink != nullptr) {
            m_sink->onStepEnd();
        }
    }

    // After it returns the sink is not called again.
    void revoke()
    {
        const std::lock_guard lock(m_mutex);
        m_sink = nullptr;
        m_someLeft = true;
    }

    [[nodiscard]] bool revoked() const
    {
        const std::lock_guard lock(m_mutex);
        return m_sink == nullptr;
    }

    // Where a stream that is read in pieces has got to: a trade count, a heat-map column, or a candle that
    // was not closed yet.
    std::uint64_t tradesSent = 0;
    std::int64_t nextColumn = 0;
    std::uint32_t heatMap = 0; // whose columns: MarketHistory::Item::heatMap
    Timestamp openCandle = Timestamp::max();

    bool snapshotUnderWay = false; // made, and to be sent when it may be told

private:
    bool deliver(Payload payload, bool snapshot)
    {
        const std::lock_guard lock(m_mutex);
        if (m_sink == nullptr) {
            return false;
        }
        if (m_sink->onEvent({m_topic, m_sequence + 1, snapshot, std::move(payload)})) {
            ++m_sequence;
            return true;
        }
        m_wantsSnapshot = true;
        m_mustSayResync = true;
        return false;
    }

    AccountId m_account;
    Topic m_topic;
    mutable std::recursive_mutex m_mutex; // a sink may end its own subscription
    EventSink* m_sink;
    std::atomic<bool>& m_someLeft;
    std::uint64_t m_sequence = 0;
    bool m_wantsSnapshot = true;
    bool m_mustSayResync = false;
};

using SubscriberPtr = std::shared_ptr<Subscriber>;

} // namespace qob
