#pragma once

#include "engine/api/order.h"
#include "engine/trading/portfolio.h"

#include <map>
#include <vector>

namespace qob {

// Ids of instruments that an account's past knows and this market has not shown yet begin here; no market
// gives out such ids.
inline constexpr InstrumentId firstStranger{0xf0000000};

// Whether quantities and prices of one mean the same of the other: names, scales and contract agree. What a
// venue may change from day to day (tick, lot, fees, limits) does not matter.
[[nodiscard]] bool isSameContract(Instrument const& a, Instrument const& b);

// What an account was, for an engine that goes on with it.
struct AccountImage {
    struct Order {
        NewOrderSingle request;
        ExecutionReport state; // as last reported, without the fields of a trade
    };

    Portfolio::Image portfolio;
    std::uint64_t gone = 0;             // how many of the account's first orders are left out
    std::vector<Order> orders;          // the others: the n-th has the account's (gone + n)-th id
    std::map<OrderId, Order> elders;    // of those left out, what was not done when they went
    std::vector<ExecutionReport> fills; // oldest first
    std::map<ClOrdId, OrderId> names;   // every ClOrdID that must not make another order
    ExecId lastExecId;                  // what comes next is above
};

// What is left out of a request: a price that is not read.
[[nodiscard]] NewOrderSingle plain(NewOrderSingle request);

// The request behind the first report of an order.
[[nodiscard]] NewOrderSingle requestOf(ExecutionReport const& pendingNew);

} // namespace qob
