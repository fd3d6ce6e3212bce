#pragma once

#include "engine/api/session.h"

#include <map>
#include <mutex>
#include <vector>

namespace qob {

// A session that a test plays: it keeps what was submitted and says what the test tells it to say. Events go
// out on the thread that calls publish; a snapshot goes out at once on the thread that subscribes. Any thread
// may call.
class FakeSession final : public Session {
public:
    SubmitResult submit(Command command) override;
    [[nodiscard]] Subscription subscribe(Topic topic, EventSink& sink) override;

    [[nodiscard]] SessionState state() const override { return SessionState::Open; }

    // What submit answers from now on. Only accepted commands are kept.
    void setAnswer(SubmitResult answer);

    // What a new subscriber of the topic is sent first. Without one it waits for publishSnapshot.
    void setSnapshot(Topic const& topic, Payload payload);

    // One event, the next in the topic's sequence, to every subscriber. False when one of them had no room.
    bool publish(Topic const& topic, Payload payload);
    bool publishSnapshot(Topic const& topic, Payload payload);
    // Resync, then the snapshot.
    void resync(Topic const& topic, Payload snapshot);
    // Loses one event: the next one leaves a hole in the sequence.
    void skipSequence(Topic const& topic);

    [[nodiscard]] std::vector<Command> commands() const;
    void clearCommands();
    [[nodiscard]] std::size_t subscribers(Topic const& topic) const;

    // The last submitted command; it must be a T.
    template <class T>
    [[nodiscard]] T last() const
    {
        return std::get<T>(commands().back());
    }

private:
    class Handle;

    bool send(Topic const& topic, Payload payload, bool snapshot);

    mutable std::recursive_mutex m_mutex;
    SubmitResult m_answer = SubmitResult::Accepted;
    std::vector<Command> m_commands;
    std::multimap<Topic, EventSink*> m_sinks;
    std::map<Topic, std::uint64_t> m_sequences;
    std::map<Topic, Payload> m_snapshots;
};

} // namespace qob
