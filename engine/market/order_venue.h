#pragma once

#include "engine/api/order.h"
#include "engine/book/matching_book.h"

namespace qob {

// An order as a venue sees it.
struct VenueOrder {
    InstrumentId instrument;
    BookOrder order; // `id` is ours, `owner` is not read
    // The worst price it was paid for, where its type has no limit of its own: it must not trade beyond. 0:
    // none.
    Price worst;
};

// What a venue says of one of our orders.
struct VenueReport {
    enum class Kind : std::uint8_t {
        Accepted,        // price, qty: as it was taken, a sliding order where it slid to
        Rejected,        // with reason
        Filled,          // price, qty, liquidity: one trade
        Canceled,        // done; with a reason when nobody asked
        Replaced,        // price, qty, stopPx: the order's new price, total and trigger
        Restated,        // the same: changed by the venue; with a reason where one has to be told
        Triggered,       // price: a stop's trigger; it is a market order or a limit from now on
        CancelRejected,  // with reason
        ReplaceRejected, // with reason
        QueueMoved,      // queueAhead only
    };

    Kind kind{};
    OrderId id;
    Price price;
    Qty qty;
    Price stopPx;
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

    // Of one instrument. Each is answered by itself.
    virtual void
    placeList(Contingency contingency, std::vector<VenueOrder> const& orders, Timestamp time) = 0;

    virtual void cancel(OrderId order, Timestamp time) = 0;

    // `request.owner` is not read.
    virtual void replace(BookReplace const& request, Timestamp time) = 0;

    // The order is done, and nothing more is asked about it.
    virtual void forget(OrderId order) = 0;

    // What an account has open there from before, for its reduce-only orders. At once, and before the first
    // order; what is filled from then on is added by the venue itself.
    virtual void setNetPosition(AccountId account, InstrumentId instrument, Qty net) = 0;
};

} // namespace qob
