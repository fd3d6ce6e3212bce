#include "engine/security/rate_limit.h"

#include "engine/security/address_rule.h"

#include <algorithm>
#include <array>
#include <vector>

namespace qob {

namespace {

constexpr std::int64_t secondNs = 1'000'000'000;
constexpr std::int64_t minuteNs = 60 * secondNs;

// A bucket holds `span` worth of time; one request costs span / figure of it.
std::int64_t costNs(std::int64_t cost, std::int64_t span, std::int64_t figure)
{
    return std::min(span, span / figure * cost);
}

} // namespace

RateFigures figuresOf(Tier tier)
{
    switch (tier) {
    case Tier::Free:
        return {10, 500};
    case Tier::Professional:
        return {50, 2'500};
    case Tier::Enterprise:
        return {200, 10'000};
    }
    return {10, 500};
}

Duration TokenBuckets::waitFor(std::int64_t cost, RateFigures figures, Duration now)
{
    auto const passed = std::max<std::int64_t>(0, now.value - m_at.value);
    m_at = std::max(m_at, now);
    m_secondDebtNs = std::max<std::int64_t>(0, m_secondDebtNs - passed);
    m_minuteDebtNs = std::max<std::int64_t>(0, m_minuteDebtNs - passed);
    auto const second = m_secondDebtNs + costNs(cost, secondNs, figures.perSecond) - secondNs;
    auto const minute = m_minuteDebtNs + costNs(cost, minuteNs, figures.perMinute) - minuteNs;
    return Duration(std::max<std::int64_t>({0, second, minute}));
}

void TokenBuckets::take(std::int64_t cost, RateFigures figures)
{
    m_secondDebtNs += costNs(cost, secondNs, figures.perSecond);
    m_minuteDebtNs += costNs(cost, minuteNs, figures.perMinute);
}

Duration RateLimiter::admit(RateSubject const& subject, Duration now, std::int64_t cost)
{
    const std::lock_guard lock(m_mutex);
    if (m_buckets.size() >= m_mostSubjects / 2 && now >= m_lookAgain) {
        m_lookAgain = now + seconds(1);
        forgetIdle(now);
    }

    struct Counted {
        TokenBuckets* buckets;
        RateFigures figures;
    };

    std::vector<Counted> counted;
    bool const known = subject.user.value != 0;
    // Names are told apart by their first letter. Pointers into the map stay good while others are added.
    if (!subject.address.empty()) {
        auto const group = addressGroup(subject.address);
        bool const high = known || subject.tier == Tier::Enterprise;
        counted.push_back(
            {&bucketsOf((high ? "A" : "a") + group, now), figuresOf(high ? Tier::Enterprise : Tier::Free)}
        );
    }
    if (known) {
        counted.push_back({&bucketsOf("U" + std::to_string(subject.user.value), now), figuresOf(subject.tier)}
        );
    }
    if (!subject.key.empty()) {
        counted.push_back({&bucketsOf("K" + std::string(subject.key), now), figuresOf(subject.tier)});
    }
    Duration wait{};
    for (Counted const& one : counted) {
        wait = std::max(wait, one.buckets->waitFor(cost, one.figures, now));
    }
    if (wait.value == 0) {
        for (Counted const& one : counted) {
            one.buckets->take(cost, one.figures);
        }
    }
    return wait;
}

std::size_t RateLimiter::subjects() const
{
    const std::lock_guard lock(m_mutex);
    return m_buckets.size();
}

TokenBuckets& RateLimiter::bucketsOf(std::string name, Duration now)
{
    if (auto const found = m_buckets.find(name); found != m_buckets.end()) {
        return found->second;
    }
    if (m_buckets.size() >= m_mostSubjects) {
        return m_crowd;
    }
    return m_buckets.emplace(std::move(name), TokenBuckets(now)).first->second;
}

void RateLimiter::forgetIdle(Duration now)
{
    for (auto one = m_buckets.begin(); one != m_buckets.end();) {
        static_cast<void>(one->second.waitFor(0, figuresOf(Tier::Free), now));
        one = one->second.full() ? m_buckets.erase(one) : std::next(one);
    }
}

std::int64_t retryAfterSeconds(Duration wait)
{
    return std::max<std::int64_t>(1, (wait.value + secondNs - 1) / secondNs);
}

} // namespace qob
