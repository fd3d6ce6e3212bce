#pragma once

#include "engine/api/session.h"

#include <QObject>

#include <mutex>
#include <vector>

namespace qob {

// One subscription brought to the GUI thread: a bounded mailbox, one queued call a batch. A stream with a
// hole in its sequence is subscribed anew. Lives on the GUI thread; only onEvent is called on the session's.
// The session must outlive it.
class TopicInbox final : public QObject, private EventSink {
    Q_OBJECT

public:
    // Events that may wait; more, and the stream waits for its snapshot.
    static constexpr std::size_t capacity = 128;

    // Makes one payload that says what both say; false: they have to wait side by side.
    using Fold = bool (*)(Payload& into, Payload const& next);

    TopicInbox(Session& session, Topic const& topic, Fold fold, QObject* parent = nullptr);
    ~TopicInbox() override;

    [[nodiscard]] Topic const& topic() const { return m_topic; }

    // Nothing arrives after this.
    void close();

signals:
    // In order. A snapshot or a Resync voids everything before it.
    void arrived(std::vector<qob::Event> const& events);

private:
    bool onEvent(Event const& event) override;
    bool keep(Event const& event);
    void dispatch();
    void subscribe();

    Session& m_session;
    Topic m_topic;
    Fold m_fold;
    std::mutex m_mutex;
    std::vector<Event> m_waiting;
    std::uint64_t m_next = 0;
    bool m_void = true; // until a snapshot comes
    bool m_broken = false;
    bool m_wakePending = false;
    Subscription m_subscription; // goes first: nothing may arrive while the rest does
};

} // namespace qob
