#pragma once

#include "engine/api/order.h"

namespace qob {

// An order as a venue sees it.
struct VenueOrder {
    OrderId id;
    InstrumentId instrument;
    Side side{};
    OrdType ordType{};
    TimeInForce timeInForce{};
    Price price;
    Qty qty;
};

// What a venue says of one of our orders.
struct VenueReport {
    enum class Kind : std::uint8_t {
        Accepted,
        Rejected,        // with reason
        Filled,          // price, qty, liquidity: one trade
        Canceled,        // done; with a reason when nobody asked
        Replaced,        // price, qty: the order's new price and total
        CancelRejected,  // with reason
        ReplaceRejected, // with reason
        QueueMoved,      // queueAhead only
    };

    Kind kind{};
    OrderId id;
    Price price;
    Qty qty;
    Liquidity liquidity = Liquidity::None;
    Qty queueAhead; // size before us at our price, when resting
    Timestamp time;
    std::optional<Error> reason;
};

class VenueReportSink {
public:
    virtual ~VenueReportSink() = default;
    virtual void onVenueReport(VenueReport const& report) = 0;
};

// Where orders go: the simulated exchange, the paper venue, later a real one. Calls come in time order; each
// order gets Accepted or Rejected first, and nothing after Canceled, Rejected or its last fill. One thread.
class OrderVenue {
public:
    virtual ~OrderVenue() = default;

    // Where the reports go. Set once, before anything is placed.
    virtual void connect(VenueReportSink& sink) = 0;

    virtual void place(VenueOrder const& order, Timestamp time) = 0;
    virtual void cancel(OrderId order, Timestamp time) = 0;

    // `qty` is the new total, what is filled included.
    virtual void replace(OrderId order, Price price, Qty qty, Timestamp time) = 0;
};

} // namespace qob
