#include "ui/bridge/topic_inbox.h"

#include <utility>

namespace qob {

TopicInbox::TopicInbox(Session& session, Topic const& topic, Fold fold, QObject* parent)
    : QObject(parent)
    , m_session(session)
    , m_topic(topic)
    , m_fold(fold)
{
    subscribe();
}

TopicInbox::~TopicInbox()
{
    close();
}

void TopicInbox::close()
{
    m_subscription.reset();
    const std::lock_guard lock(m_mutex);
    m_waiting.clear();
}

void TopicInbox::subscribe()
{
    m_subscription.reset();
    {
        const std::lock_guard lock(m_mutex);
        m_void = true;
        m_broken = false;
    }
    m_subscription = m_session.subscribe(m_topic, *this);
}

bool TopicInbox::onEvent(Event const& event)
{
    const std::lock_guard lock(m_mutex);
    if (!keep(event)) {
        return false;
    }
    if (!std::exchange(m_wakePending, true)) {
        QMetaObject::invokeMethod(this, &TopicInbox::dispatch, Qt::QueuedConnection);
    }
    return true;
}

bool TopicInbox::keep(Event const& event)
{
    bool const resync = std::holds_alternative<Resync>(event.payload);
    if (resync || event.snapshot) {
        m_waiting.clear();
        m_void = resync;
    } else if (m_void) {
        return true;
    } else if (event.sequence != m_next) {
        m_void = m_broken = true;
        return true;
    }
    m_next = event.sequence + 1;
    if (!m_waiting.empty() && !resync && m_fold(m_waiting.back().payload, event.payload)) {
        return true;
    }
    if (m_waiting.size() >= capacity) {
        m_void = true;
        return false;
    }
    m_waiting.push_back(event);
    return true;
}

void TopicInbox::dispatch()
{
    std::vector<Event> events;
    bool broken = false;
    {
        const std::lock_guard lock(m_mutex);
        events.swap(m_waiting);
        m_wakePending = false;
        broken = m_broken;
    }
    if (broken && m_subscription) {
        subscribe();
    }
    if (!events.empty()) {
        emit arrived(events);
    }
}

} // namespace qob
