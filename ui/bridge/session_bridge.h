#pragma once

#include "engine/api/session.h"
#include "ui/bridge/event_box.h"

#include <QObject>

#include <map>
#include <set>

namespace qob {

// Brings a session's events to the GUI thread: one signal a batch and topic, with what can be conflated conflated.
// Lives on the GUI thread; only onEvent is called on the session's. The session must outlive it.
class SessionBridge final : public QObject, private EventSink {
    Q_OBJECT

public:
    explicit SessionBridge(Session& session, EventBoxLimits limits = {}, QObject* parent = nullptr);
    ~SessionBridge() override;

    // Subscribes what the window needs of every instrument.
    void start();

    // Depth, trades and heat follow this instrument alone.
    void show(InstrumentId instrument);

    // One look at the book of an instrument that is not shown: `peeked` follows once.
    void peek(InstrumentId instrument);

    [[nodiscard]] std::uint64_t batches() const { return m_batches; }

signals:
    void instruments(const qob::InstrumentBatch& batch);
    void market(const qob::MarketStatus& status);
    void feeds(const std::vector<qob::FeedStatus>& feeds);
    void depth(const qob::DepthBatch& batch);
    void peeked(const qob::DepthBatch& batch);
    void trades(const qob::TradesBatch& batch);
    void heat(const qob::HeatBatch& batch);
    void orders(const std::vector<qob::OrderEvent>& events);
    void account(const qob::AccountReport& report);
    void notices(const qob::NoticeBatch& batch);

private:
    bool onEvent(const Event& event) override;
    void dispatch();
    void dispatchShown(const EventBatch& batch);
    void endPeek(InstrumentId instrument);
    void subscribe(const Topic& topic);
    void unsubscribe(const Topic& topic);

    Session& m_session;
    EventBox m_box;
    std::map<Topic, Subscription> m_subscriptions;
    std::optional<InstrumentId> m_shown;
    std::set<InstrumentId> m_peeks;
    std::uint64_t m_batches = 0;
};

} // namespace qob
