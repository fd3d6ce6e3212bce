#include "ui/charts/flow_footprint.h"

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
    m_footprint.takeChanged();
    emit changed(Timestamp::min());
}

void FlowFootprint::add(std::size_t count)
{
    auto const& trades = m_feed.trades();
    for (auto i = trades.size() - std::min(count, trades.size()); i < trades.size(); ++i) {
        m_footprint.add(trades[i]);
    }
    if (auto const from = m_footprint.takeChanged()) {
        emit changed(*from);
    }
}

} // namespace qob
