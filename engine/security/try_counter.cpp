#include "engine/security/try_counter.h"

#include "engine/security/address_rule.h"
#include "engine/security/text.h"

#include <algorithm>
#include <utility>

namespace qob {

namespace {

constexpr std::size_t longestName = 64; // longer ones share their beginning's count
constexpr int mostDoublings = 20;

bool isAddress(std::string const& who)
{
    return who.front() == 'A';
}

} // namespace

Duration TryCounter::begin(std::string_view name, std::string_view address, Timestamp now)
{
    const std::lock_guard lock(m_mutex);
    auto const all = counted(name, address);
    if (auto const wait = longestWait(all, now); wait.value > 0) {
        return wait;
    }
    if (m_counts.size() + all.size() > m_most) {
        std::erase_if(m_counts, [&](auto const& one) {
            return now - one.second.last > m_limits.forgetAfter;
        });
    }
    if (m_counts.size() + all.size() > m_most) {
        return m_limits.firstWait; // so many guess at once that nobody can be told from the others
    }
    for (Counted const& one : all) {
        Count& count = m_counts[one.who];
        if (now - count.last > m_limits.forgetAfter) {
            count = {};
        }
        ++count.wrong;
        count.lastBefore = std::exchange(count.last, now);
        count.nextBefore = count.next;
        if (auto const beyond = count.wrong - one.limit; beyond >= 0) {
            auto const doublings = std::min(beyond, mostDoublings);
            count.next =
                now + std::min(m_limits.longestWait, m_limits.firstWait * (std::int64_t{1} << doublings));
        }
    }
    return {};
}

Duration TryCounter::waitOf(std::string_view name, std::string_view address, Timestamp now) const
{
    const std::lock_guard lock(m_mutex);
    return longestWait(counted(name, address), now);
}

void TryCounter::succeeded(std::string_view name, std::string_view address)
{
    const std::lock_guard lock(m_mutex);
    for (Counted const& one : counted(name, address)) {
        // Of the address it only takes this try back: whoever can log in himself could otherwise guess at
        // others from there without end.
        if (!isAddress(one.who)) {
            m_counts.erase(one.who);
        } else {
            takeBack(one);
        }
    }
}

void TryCounter::wentHalfway(std::string_view name, std::string_view address)
{
    const std::lock_guard lock(m_mutex);
    for (Counted const& one : counted(name, address)) {
        if (isAddress(one.who)) {
            takeBack(one);
        }
    }
}

void TryCounter::takeBack(Counted const& one)
{
    if (auto const found = m_counts.find(one.who); found != m_counts.end()) {
        found->second.wrong = std::max(0, found->second.wrong - 1);
        found->second.next = found->second.nextBefore;
        found->second.last = found->second.lastBefore;
    }
}

std::vector<TryCounter::Counted> TryCounter::counted(std::string_view name, std::string_view address) const
{
    auto const lower = lowerCase(name.substr(0, longestName));
    auto const group = addressGroup(address);
    return {
        {"N" + lower, m_limits.ofName},
        {"A" + group, m_limits.ofAddress},
        {"B" + group + " " + lower, m_limits.ofBoth}};
}

Duration TryCounter::longestWait(std::vector<Counted> const& all, Timestamp now) const
{
    Duration wait{};
    for (Counted const& one : all) {
        if (auto const found = m_counts.find(one.who); found != m_counts.end()) {
            wait = std::max(wait, found->second.next - now);
        }
    }
    return wait;
}

} // namespace qob
