#pragma once

#include "engine/api/session.h"
#include "ui/bridge/event_box.h"

#include <QObject>

#include <map>
#include <span>

namespace qob {

// Brings a session's events to the GUI thread: one signal a batch and topic, with what can be conflated
// conflated. Lives on the GUI thread; only onEvent is called on the session's. The session must outlive it.
class SessionBridge final : public QObject, private EventSink {
    Q_OBJECT

public:
    explicit SessionBridge(Session& session, EventBoxLimits limits = {}, QObject* parent = nullptr);
    ~SessionBridge() override;

    // Subscribes what the window needs of every instrument.
    void start();

    // Depth, trades and heat follow this instrument alone.
    void show(InstrumentId instrument);

    // The same from its beginning, though it is shown already.
    void showAnew(InstrumentId instrument);

    void showNothing();

    // The same without its heat map: for who looks at numbers only.
    void watch(InstrumentId instrument);

    // What the instruments are, beside what is shown or watched.
    void watchInstruments();

    [[nodiscard]] std::uint64_t batches() const { return m_batches; }

signals:
    void instruments(qob::InstrumentBatch const& batch);
    void market(qob::MarketStatus const& status);
    void feeds(std::vector<qob::FeedStatus> const& feeds);
    void tickers(qob::TickerBatch const& batch);
    void depth(qob::DepthBatch const& batch);
    void trades(qob::TradesBatch const& batch);
    void heat(qob::HeatBatch const& batch);
    void orders(std::vector<qob::OrderEvent> const& events);
    void account(qob::AccountReport const& report);
    void notices(qob::NoticeBatch const& batch);

private:
    bool onEvent(Event const& event) override;
    void dispatch();
    void dispatchShown(EventBatch const& batch);
    void follow(InstrumentId instrument, std::span<TopicKind const> kinds);
    void subscribe(Topic const& topic);
    void unsubscribe(Topic const& topic);

    Session& m_session;
    EventBox m_box;
    std::map<Topic, Subscription> m_subscriptions;
    std::optional<InstrumentId> m_shown;
    std::uint64_t m_batches = 0;
};

} // namespace qob
