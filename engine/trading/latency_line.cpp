#include "engine/trading/latency_line.h"

#include "engine/base/check.h"

namespace qob {

namespace {

template <class... Handlers>
struct Overloaded : Handlers... {
    using Handlers::operator()...;
};

template <class... Handlers>
Overloaded(Handlers...) -> Overloaded<Handlers...>;

} // namespace

LatencyLine::LatencyLine(OrderVenue& venue, LatencyOf latencyOf)
    : m_venue(venue)
    , m_latencyOf(std::move(latencyOf))
{
    m_venue.connect(*this);
}

void LatencyLine::place(VenueOrder const& order, Timestamp time)
{
    m_latency[order.order.id] = m_latencyOf(order.instrument);
    send(order.order.id, time, order);
}

void LatencyLine::placeList(Contingency contingency, std::vector<VenueOrder> const& orders, Timestamp time)
{
    for (VenueOrder const& order : orders) {
        m_latency[order.order.id] = m_latencyOf(order.instrument);
    }
    send(orders.front().order.id, time, List{contingency, orders});
}

void LatencyLine::cancel(OrderId order, Timestamp time)
{
    send(order, time, Cancel{order});
}

void LatencyLine::replace(BookReplace const& request, Timestamp time)
{
    send(request.order, time, request);
}

void LatencyLine::onVenueReport(VenueReport const& report)
{
    send(report.id, report.time, report);
}

void LatencyLine::forget(OrderId order)
{
    m_latency.erase(order);
    m_venue.forget(order);
}

Timestamp LatencyLine::next() const
{
    return m_underWay.empty() ? Timestamp::max() : m_underWay.begin()->first.first;
}

void LatencyLine::deliver()
{
    CHECK(!m_underWay.empty());
    auto const entry = m_underWay.extract(m_underWay.begin());
    const Timestamp time = entry.key().first;
    auto const isThere = [this](OrderId order) {
        return m_latency.contains(order);
    };
    std::visit(
        Overloaded{
            [&](VenueOrder const& order) {
                if (isThere(order.order.id)) {
                    m_venue.place(order, time);
                }
            },
            [&](List const& list) {
                if (isThere(list.orders.front().order.id)) {
                    m_venue.placeList(list.contingency, list.orders, time);
                }
            },
            [&](Cancel const& cancel) {
                if (isThere(cancel.order)) {
                    m_venue.cancel(cancel.order, time);
                }
            },
            [&](BookReplace const& request) {
                if (isThere(request.order)) {
                    m_venue.replace(request, time);
                }
            },
            [&](VenueReport const& report) { m_sink->onVenueReport(report); },
        },
        entry.mapped()
    );
}

void LatencyLine::clear()
{
    m_underWay.clear();
    m_latency.clear();
}

void LatencyLine::send(OrderId order, Timestamp time, Message message)
{
    auto const latency = m_latency.find(order);
    if (latency != m_latency.end()) { // else it is done, and nobody waits for more about it
        m_underWay.emplace(Key(time + latency->second, ++m_sent), std::move(message));
    }
}

} // namespace qob
