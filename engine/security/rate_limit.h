#pragma once

#include "engine/security/principal.h"

#include <cstdint>
#include <mutex>
#include <string>
#include <string_view>
#include <unordered_map>

namespace qob {

// How many requests may be made; both hold at once.
struct RateFigures {
    std::int64_t perSecond = 0;
    std::int64_t perMinute = 0;
};

// Free 10/s and 500/min, Professional 50 and 2,500, Enterprise 200 and 10,000.
RateFigures figuresOf(Tier tier);

// Two buckets that fill steadily: a burst may use up a whole second's or minute's figure, and what was not
// used before is not saved up beyond that. Pure; times are of any steady clock.
class TokenBuckets {
public:
    // Full.
    explicit TokenBuckets(Duration now) : m_at(now) {}

    // How long until `cost` could be taken; zero: now. Takes nothing. A cost above a figure waits for the
    // figure.
    Duration waitFor(std::int64_t cost, RateFigures figures, Duration now);

    // To be called when there is no wait.
    void take(std::int64_t cost, RateFigures figures);

    // Nothing has been taken that would not have flowed back by now.
    [[nodiscard]] bool full() const { return m_secondDebtNs == 0 && m_minuteDebtNs == 0; }

private:
    // What was taken, as the time until it has flowed back.
    std::int64_t m_secondDebtNs = 0;
    std::int64_t m_minuteDebtNs = 0;
    Duration m_at;
};

// Who a request is counted for. By its address at the Free figures, or at Enterprise's where it is known whom
// it is from or the tier says so; by user and key at the tier's.
struct RateSubject {
    std::string_view address; // empty: not by address
    UserId user;              // 0: not by user
    std::string_view key;     // empty: not by key
    Tier tier = Tier::Free;
};

// Counts requests per API key, per user and per address (IPv6: per /64) and says how long to wait. A user's
// and a key's figures are the tier's; an address that proved who it is may do as much as Enterprise in all.
// Any thread. Memory is bounded: when there are too many at once, newcomers share one pair of buckets,
// so that a flood from many addresses slows the flood and not those who were there before.
class RateLimiter {
public:
    explicit RateLimiter(std::size_t mostSubjects = 100'000) : m_mostSubjects(mostSubjects) {}

    // Zero: granted, and counted for all of them. Otherwise nothing was counted, and this is for Retry-After.
    Duration admit(RateSubject const& subject, Duration now, std::int64_t cost = 1);

    [[nodiscard]] std::size_t subjects() const;

private:
    TokenBuckets& bucketsOf(std::string name, Duration now);
    void forgetIdle(Duration now);

    std::size_t const m_mostSubjects;
    mutable std::mutex m_mutex;
    std::unordered_map<std::string, TokenBuckets> m_buckets;
    TokenBuckets m_crowd{Duration{}};
    Duration m_lookAgain{};
};

// Whole seconds for a Retry-After header, at least 1.
std::int64_t retryAfterSeconds(Duration wait);

} // namespace qob
