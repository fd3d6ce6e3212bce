#include "engine/base/clock.h"

#include <chrono>

namespace qob {

namespace {

template <class ChronoClock>
std::int64_t readNs()
{
    return std::chrono::duration_cast<std::chrono::nanoseconds>(ChronoClock::now().time_since_epoch())
        .count();
}

} // namespace

Timestamp SystemClock::now() const
{
    return Timestamp(readNs<std::chrono::system_clock>());
}

Duration SystemClock::steady() const
{
    return Duration(readNs<std::chrono::steady_clock>());
}

} // namespace qob
