#pragma once

#include "engine/api/order.h"
#include "engine/api/same_contract.h"
#include "engine/trading/portfolio.h"

#include <map>
#include <vector>

namespace qob {

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
