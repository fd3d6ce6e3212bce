#pragma once

#include "engine/base/time.h"

#include <atomic>

namespace qob {

// Where every part of the program reads time. Any thread may call it.
class Clock {
public:
    virtual ~Clock() = default;

    // Wall time; may step when the machine's clock is set.
    [[nodiscard]] virtual Timestamp now() const = 0;

    // Time since an arbitrary start; never goes back. For pacing and for measuring.
    [[nodiscard]] virtual Duration steady() const = 0;
};

// The machine's own clocks.
class SystemClock final : public Clock {
public:
    [[nodiscard]] Timestamp now() const override;
    [[nodiscard]] Duration steady() const override;
};

// Stands still until it is moved: for tests and for runs that must repeat exactly.
class ManualClock final : public Clock {
public:
    explicit ManualClock(Timestamp start) : m_start(start) {}

    [[nodiscard]] Timestamp now() const override { return m_start + steady(); }

    [[nodiscard]] Duration steady() const override { return Duration(m_elapsedNs.load()); }

    void advance(Duration d) { m_elapsedNs += d.value; }

private:
    Timestamp m_start;
    std::atomic<std::int64_t> m_elapsedNs{0};
};

} // namespace qob
