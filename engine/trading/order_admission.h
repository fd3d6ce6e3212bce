#pragma once

#include "engine/api/order.h"
#include "engine/market/market_history.h"
#include "engine/market/order_venue.h"

namespace qob {

// What may be sent to a venue, and as what. A venue of ours takes every type of docs/matching.md, with three
// differences that the account asks for: a market order goes out as a limit that trades at once, a stop as a
// stop limit, both with a price beyond which the account is not asked to pay (a spot sell's stop needs none);
// an order for the day ends at midnight UTC, as these markets never close.

// Without an id. The error names what is wrong and, where that helps, what was expected.
Expected<VenueOrder> admitOrder(
    NewOrderSingle const& request, MarketHistory::Item const* item, Market const& market, Timestamp now
);

// `sent` is what went to the venue, `ordType` what it is now, `limit` what its money is measured by where the
// request has no price.
Expected<BookReplace> admitReplace(
    OrderCancelReplaceRequest const& request,
    Instrument const& instrument,
    BookOrder const& sent,
    OrdType ordType,
    Price stopPx,
    Price limit
);

} // namespace qob
