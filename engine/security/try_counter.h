#pragma once

#include "engine/base/time.h"

#include <mutex>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace qob {

struct TryLimits {
    int ofName = 20;    // wrong tries for a name from anywhere before it has to wait
    int ofAddress = 20; // from an address for anybody
    int ofBoth = 5;     // for a name from one address
    Duration firstWait = seconds(1);
    Duration longestWait = minutes(15);
    Duration forgetAfter = hours(1); // without another wrong try
};

// Slows guessing down: after a few wrong tries each one has to wait, twice as long as the one before.
// Counted by name whether there is such a user or not, so that waiting tells nobody who exists. Bounded; any
// thread.
class TryCounter {
public:
    explicit TryCounter(TryLimits limits = {}, std::size_t most = 100'000) : m_limits(limits), m_most(most) {}

    // How long until the next try; zero: it may begin, and counts as wrong until `succeeded` says otherwise,
    // so that many at once are no way around the limit.
    Duration begin(std::string_view name, std::string_view address, Timestamp now);

    // The wait alone; nothing is counted.
    [[nodiscard]] Duration waitOf(std::string_view name, std::string_view address, Timestamp now) const;

    void succeeded(std::string_view name, std::string_view address);

    // The try that began was right as far as it went: it does not count for the address, for the name it
    // does.
    void wentHalfway(std::string_view name, std::string_view address);

private:
    struct Count {
        int wrong = 0;
        Timestamp last;
        Timestamp next;
        Timestamp lastBefore; // the same before the try that is under way: it may turn out right
        Timestamp nextBefore;
    };

    struct Counted {
        std::string who;
        int limit;
    };

    void takeBack(Counted const& one);
    [[nodiscard]] std::vector<Counted> counted(std::string_view name, std::string_view address) const;
    [[nodiscard]] Duration longestWait(std::vector<Counted> const& all, Timestamp now) const;

    TryLimits const m_limits;
    std::size_t const m_most;
    mutable std::mutex m_mutex;
    std::unordered_map<std::string, Count> m_counts;
};

} // namespace qob
