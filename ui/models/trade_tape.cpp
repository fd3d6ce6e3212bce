#include "ui/models/trade_tape.h"

namespace qob {

void TradeTape::clear()
{
    m_trades.clear();
    m_dropped = 0;
    m_total = 0;
}

void TradeTape::add(TradeBatch const& batch)
{
    m_dropped += batch.dropped;
    m_total += batch.trades.size();
    m_trades.insert(m_trades.end(), batch.trades.begin(), batch.trades.end());
    if (m_trades.size() > capacity) {
        auto const excess = static_cast<std::ptrdiff_t>(m_trades.size() - capacity);
        m_trades.erase(m_trades.begin(), m_trades.begin() + excess);
    }
}

} // namespace qob
