#include "tests/support/fake_session.h"

namespace qob {

class FakeSession::Handle final : public SubscriptionHandle {
public:
    Handle(FakeSession& session, Topic const& topic, EventSink& sink)
        : m_session(session)
        , m_topic(topic)
        , m_sink(sink)
    {}

    ~Handle() override
    {
        const std::lock_guard lock(m_session.m_mutex);
        auto const [first, last] = m_session.m_sinks.equal_range(m_topic);
        for (auto at = first; at != last; ++at) {
            if (at->second == &m_sink) {
                m_session.m_sinks.erase(at);
                return;
            }
        }
    }

private:
    FakeSession& m_session;
    Topic m_topic;
    EventSink& m_sink;
};

SubmitResult FakeSession::submit(Command command)
{
    const std::lock_guard lock(m_mutex);
    if (m_answer == SubmitResult::Accepted) {
        m_commands.push_back(std::move(command));
    }
    return m_answer;
}

Subscription FakeSession::subscribe(Topic topic, EventSink& sink)
{
    const std::lock_guard lock(m_mutex);
    m_sinks.emplace(topic, &sink);
    if (auto const snapshot = m_snapshots.find(topic); snapshot != m_snapshots.end()) {
        sink.onEvent({topic, m_sequences[topic], true, snapshot->second});
    }
    return std::make_unique<Handle>(*this, topic, sink);
}

void FakeSession::setAnswer(SubmitResult answer)
{
    const std::lock_guard lock(m_mutex);
    m_answer = answer;
}

void FakeSession::setSnapshot(Topic const& topic, Payload payload)
{
    const std::lock_guard lock(m_mutex);
    m_snapshots.insert_or_assign(topic, std::move(payload));
}

bool FakeSession::send(Topic const& topic, Payload payload, bool snapshot)
{
    const std::lock_guard lock(m_mutex);
    const Event event{topic, ++m_sequences[topic], snapshot, std::move(payload)};
    bool room = true;
    auto const [first, last] = m_sinks.equal_range(topic);
    for (auto at = first; at != last; ++at) {
        room = at->second->onEvent(event) && room;
        at->second->onStepEnd();
    }
    return room;
}

bool FakeSession::publish(Topic const& topic, Payload payload)
{
    return send(topic, std::move(payload), false);
}

bool FakeSession::publishSnapshot(Topic const& topic, Payload payload)
{
    return send(topic, std::move(payload), true);
}

void FakeSession::resync(Topic const& topic, Payload snapshot)
{
    send(topic, Resync{}, false);
    send(topic, std::move(snapshot), true);
}

void FakeSession::skipSequence(Topic const& topic)
{
    const std::lock_guard lock(m_mutex);
    ++m_sequences[topic];
}

std::vector<Command> FakeSession::commands() const
{
    const std::lock_guard lock(m_mutex);
    return m_commands;
}

void FakeSession::clearCommands()
{
    const std::lock_guard lock(m_mutex);
    m_commands.clear();
}

std::size_t FakeSession::subscribers(Topic const& topic) const
{
    const std::lock_guard lock(m_mutex);
    return m_sinks.count(topic);
}

} // namespace qob
