#include "ui/charts/flow_footprint.h"

#include <algorithm>
#include <utility>

namespace qob {

FlowFootprint::FlowFootprint(FlowFeed const& feed, QObject* parent) : QObject(parent), m_feed(feed)
{
    connect(&feed, &FlowFeed::reset, this, &FlowFootprint::build);
    connect(&feed, &FlowFeed::added, this, &FlowFootprint::add);
}

void FlowFootprint::setCandles(CandleInterval interval, Price tick)
{
    if (interval != m_footprint.interval() || tick != m_footprint.tick()) {
        m_footprint = Footprint(interval, tick);
        build();
    }
}

void FlowFootprint::build()
{
    m_footprint = Footprint(m_footprint.interval(), m_footprint.tick());
    for (auto const& trade : m_feed.trades()) {
        m_footprint.add(trade);
    }
    m_knownSince = m_feed.knownSince();
    m_exactSince = m_feed.exactSince();
    m_dropped = m_feed.dropped();
    dropOldest();
    m_footprint.takeChanged();
    emit changed(Timestamp::min());
}

void FlowFootprint::add(std::size_t count)
{
    auto const& trades = m_feed.trades();
    for (auto i = trades.size() - std::min(count, trades.size()); i < trades.size(); ++i) {
        m_footprint.add(trades[i]);
    }
    m_knownSince = std::min(m_knownSince, m_feed.knownSince());
    // Exact later than before: trades are missing, or the feed forgot some that are in the bars.
    bool const missing = std::exchange(m_dropped, m_feed.dropped()) != m_feed.dropped();
    m_exactSince = missing ? m_feed.exactSince() : std::min(m_exactSince, m_feed.exactSince());
    bool const fewer = dropOldest();
    if (auto const from = m_footprint.takeChanged()) {
        emit changed(fewer ? Timestamp::min() : *from);
    }
}

bool FlowFootprint::dropOldest()
{
    auto const& bars = m_footprint.bars();
    if (bars.size() <= mostBars) {
        return false;
    }
    m_footprint.dropBefore(bars[bars.size() - mostBars + mostBars / 10].start);
    m_knownSince = std::max(m_knownSince, bars.front().start);
    m_exactSince = std::max(m_exactSince, bars.front().start);
    return true;
}

} // namespace qob
