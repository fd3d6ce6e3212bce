#pragma once

#include "engine/api/event.h"

#include <deque>

namespace qob {

// The last trades of the shown instrument, newest last, and how many of them never got here.
class TradeTape {
public:
    static constexpr std::size_t capacity = 2000;

    void clear();
    void add(TradeBatch const& batch);

    [[nodiscard]] std::deque<Trade> const& trades() const { return m_trades; }

    [[nodiscard]] Trade const* last() const { return m_trades.empty() ? nullptr : &m_trades.back(); }

    // Trades the session or the bridge left out since clear(): the tape has holes.
    [[nodiscard]] std::uint64_t dropped() const { return m_dropped; }

    // Trades taken in since clear(), those that left the tape included.
    [[nodiscard]] std::uint64_t total() const { return m_total; }

private:
    std::deque<Trade> m_trades;
    std::uint64_t m_dropped = 0;
    std::uint64_t m_total = 0;
};

} // namespace qob
