#include "engine/database/follower.h"

#include "engine/base/thread.h"

#include <algorithm>
#include <chrono>

namespace qob {

Follower::Follower(Steps steps, FollowerPace pace, Log& log, std::string what, std::string thread)
    : m_steps(std::move(steps))
    , m_pace(pace)
    , m_log(log)
    , m_what(std::move(what))
    , m_thread(startThread(std::move(thread), ThreadWork::Behind, [this] { run(); }))
{}

Follower::~Follower()
{
    {
        const std::lock_guard lock(m_mutex);
        m_stop = true;
    }
    m_wake.notify_one();
    m_thread.join();
}

void Follower::wake()
{
    {
        const std::lock_guard lock(m_mutex);
        m_woken = true;
    }
    m_wake.notify_one();
}

FollowerStatus Follower::status() const
{
    const std::lock_guard lock(m_mutex);
    return m_status;
}

bool Follower::waitFor(std::uint64_t sequence, Duration limit)
{
    std::unique_lock lock(m_mutex);
    return m_progress.wait_for(lock, std::chrono::nanoseconds(limit.value), [&] {
        return m_status.written >= sequence;
    });
}

void Follower::run()
{
    auto retry = m_pace.firstRetry;
    while (true) {
        auto const stepped = step();
        Duration pause(0);
        if (!stepped) {
            failed(stepped.error());
            pause = retry;
            retry = std::min(retry + retry, m_pace.longestRetry);
        } else {
            retry = m_pace.firstRetry;
            pause = *stepped ? Duration(0) : m_pace.poll;
        }
        std::unique_lock lock(m_mutex);
        // More to write is no reason to ask a database that is away.
        m_wake.wait_for(lock, std::chrono::nanoseconds(pause.value), [&] {
            return m_stop || (m_woken && stepped.has_value());
        });
        m_woken = false;
        if (m_stop) {
            return;
        }
    }
}

// One batch. False: there is no more to do.
Expected<bool> Follower::step()
{
    // First of all, so that the lag is known while the database is away.
    auto const upTo = m_steps.durable();
    if (!upTo) {
        return tl::unexpected(upTo.error());
    }
    {
        const std::lock_guard lock(m_mutex);
        m_status.durable = *upTo;
    }
    if (!m_begun) {
        auto const begun = m_steps.begin();
        if (!begun) {
            return tl::unexpected(begun.error());
        }
        m_begun = true;
        const std::lock_guard lock(m_mutex);
        m_status.written = *begun;
    }
    auto const written = m_steps.write(*upTo);
    if (!written) {
        return tl::unexpected(written.error());
    }
    return succeeded(*written) && *written < *upTo;
}

// Whether there was anything to write.
bool Follower::succeeded(std::uint64_t written)
{
    bool back = false;
    bool wrote = false;
    {
        const std::lock_guard lock(m_mutex);
        back = m_status.problem.has_value();
        m_status.up = true;
        m_status.problem.reset();
        wrote = written > m_status.written;
        m_status.batches += wrote ? 1U : 0U;
        m_status.written = written;
    }
    m_progress.notify_all();
    if (back) {
        m_log.warning("db", "the database is back", {{"of", m_what}, {"written", written}});
    }
    return wrote;
}

void Follower::failed(Error const& error)
{
    bool news = false;
    {
        const std::lock_guard lock(m_mutex);
        news = !m_status.problem || m_status.problem->code != error.code;
        m_status.up = false;
        m_status.problem = error;
        ++m_status.failures;
    }
    m_steps.close();
    m_begun = false;
    if (news) {
        m_log.warning(
            "db",
            "the database cannot be written, trading goes on",
            {{"of", m_what}, {"error", error.message()}}
        );
    }
}

} // namespace qob
