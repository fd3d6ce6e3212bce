#pragma once

#include "engine/market/order_venue.h"

#include <functional>
#include <map>
#include <unordered_map>
#include <utility>
#include <variant>

namespace qob {

// The wire between us and a venue: every request and every report takes the instrument's latency, and each
// direction keeps its order. One thread.
class LatencyLine final : public OrderVenue, public VenueReportSink {
public:
    using LatencyOf = std::function<Duration(InstrumentId)>;

    LatencyLine(OrderVenue& venue, LatencyOf latencyOf);

    void connect(VenueReportSink& sink) override { m_sink = &sink; }

    void place(VenueOrder const& order, Timestamp time) override;
    void placeList(Contingency contingency, std::vector<VenueOrder> const& orders, Timestamp time) override;
    void cancel(OrderId order, Timestamp time) override;
    void replace(BookReplace const& request, Timestamp time) override;

    // What is still under way to the venue about it does not arrive.
    void forget(OrderId order) override;

    void setNetPosition(AccountId account, InstrumentId instrument, Qty net) override
    {
        m_venue.setNetPosition(account, instrument, net);
    }

    void onVenueReport(VenueReport const& report) override;

    // When the next message arrives somewhere; Timestamp::max when none is under way.
    [[nodiscard]] Timestamp next() const;

    // Delivers that one.
    void deliver();

    // Forgets what is under way.
    void clear();

private:
    struct Cancel {
        OrderId order;
    };

    struct List {
        Contingency contingency{};
        std::vector<VenueOrder> orders;
    };

    using Message = std::variant<VenueOrder, List, Cancel, BookReplace, VenueReport>;
    using Key = std::pair<Timestamp, std::uint64_t>; // arrival, then the order of sending

    void send(OrderId order, Timestamp time, Message message);

    OrderVenue& m_venue;
    LatencyOf m_latencyOf;
    VenueReportSink* m_sink = nullptr;
    std::map<Key, Message> m_underWay;
    std::unordered_map<OrderId, Duration> m_latency;
    std::uint64_t m_sent = 0;
};

} // namespace qob
