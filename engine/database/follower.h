#pragma once

#include "engine/base/expected.h"
#include "engine/base/log.h"
#include "engine/base/time.h"

#include <condition_variable>
#include <functional>
#include <mutex>
#include <optional>
#include <thread>

namespace qob {

struct FollowerPace {
    Duration poll = milliseconds(250); // how long it waits for wake() when there is nothing to do
    Duration firstRetry = milliseconds(200);
    Duration longestRetry = seconds(15); // each wait is twice the one before, up to this
};

struct FollowerStatus {
    bool up = false;           // the last thing asked of the database was done
    std::uint64_t written = 0; // the last record that is in the tables
    std::uint64_t durable = 0; // the last one there is
    std::uint64_t batches = 0;
    std::uint64_t failures = 0;
    std::optional<Error> problem; // why it is not up

    [[nodiscard]] std::uint64_t lag() const { return durable > written ? durable - written : 0; }
};

// Follows numbered records into a database, batch by batch, on a thread of its own. A database that is away,
// or records that cannot be read, are tried again and again, and nobody else waits for it.
class Follower {
public:
    // What is followed; all are called on the thread, one at a time.
    struct Steps {
        std::function<Expected<std::uint64_t>()> durable; // the last record there is
        // Opens what is closed; the record the tables go up to.
        std::function<Expected<std::uint64_t>()> begin;
        // Writes the next records, up to one there is; the record the tables go up to then.
        std::function<Expected<std::uint64_t>(std::uint64_t upTo)> write;
        std::function<void()> close; // after a failure
    };

    // `what` is followed, in the log's words: "orders"; `thread` is the name of its thread.
    Follower(Steps steps, FollowerPace pace, Log& log, std::string what, std::string thread);
    // Finishes the batch it is at.
    ~Follower();
    Follower(Follower const&) = delete;
    Follower& operator=(Follower const&) = delete;

    // There is more. Any thread, does not wait; no need to call it for every record.
    void wake();

    // Any thread.
    [[nodiscard]] FollowerStatus status() const;

    // Waits until the record is in the tables; false: it was not in time, by the steady clock's real time.
    // Any thread but its own.
    [[nodiscard]] bool waitFor(std::uint64_t sequence, Duration limit);

private:
    void run();
    [[nodiscard]] Expected<bool> step();
    bool succeeded(std::uint64_t written);
    void failed(Error const& error);

    Steps const m_steps;
    FollowerPace const m_pace;
    Log& m_log;
    std::string const m_what;
    bool m_begun = false; // of its thread

    mutable std::mutex m_mutex;
    std::condition_variable m_wake;
    std::condition_variable m_progress;
    FollowerStatus m_status;
    bool m_woken = false;
    bool m_stop = false;
    std::thread m_thread;
};

} // namespace qob
