#include "ui/models/tape_filter.h"

namespace qob {

void TapeFilter::set(Settings const& settings, std::deque<Trade> const& trades)
{
    m_settings = settings;
    clear();
    add({trades.begin(), trades.end()});
}

void TapeFilter::clear()
{
    m_rows.clear();
    m_last.reset();
    m_lastShown = false;
}

int TapeFilter::add(std::vector<Trade> const& trades)
{
    int fresh = 0;
    for (auto const& trade : trades) {
        fresh += addOne(trade) ? 1 : 0;
    }
    while (m_rows.size() > TradeTape::capacity) {
        m_rows.pop_front();
    }
    return fresh;
}

bool TapeFilter::addOne(Trade const& trade)
{
    bool const goesOn = m_settings.addsUp && m_last && m_last->aggressor == trade.aggressor &&
                        m_last->price == trade.price && trade.time - m_last->time <= pause;
    auto const before = goesOn ? m_last->qty : Qty(0);
    m_last = trade;
    m_last->qty += before;
    if (goesOn && m_lastShown) {
        m_rows.back() = *m_last;
        return false;
    }
    m_lastShown = m_last->qty >= m_settings.least;
    if (m_lastShown) {
        m_rows.push_back(*m_last);
    }
    return m_lastShown;
}

} // namespace qob
