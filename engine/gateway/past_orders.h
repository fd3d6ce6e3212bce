#pragma once

#include "engine/gateway/gateway_world.h"
#include "engine/gateway/http_message.h"
#include "engine/gateway/trading_routes.h"

namespace qob {

// Orders that have left memory, out of the database. On the gateway's thread; what is answered later is
// answered there as well. The request stays until it is answered.

// The order of that name. OrderUnknown, or what the database says.
void findPastOrder(
    GatewayWorld& world,
    AccountDesk const& desk,
    OrderName const& name,
    std::function<void(Expected<ExecutionReport>)> then
);

// Answers with the order that a request names by its id or ClOrdID and the desk does not have. OrderUnknown.
void answerPastOrder(
    GatewayWorld& world, AccountDesk const& desk, WebRequest const& request, Respond respond
);

// A page of an account's orders: newest first, those of memory and those of the database.
struct OrderPage {
    OrderId before; // null: from the newest
    std::size_t limit = 100;
    bool openOnly = false;
    std::optional<OrdStatus> status;
    std::string venue;  // empty: of any
    std::string symbol; // empty: of any
};

void answerOrders(GatewayWorld& world, AccountDesk const& desk, OrderPage const& page, Respond respond);

} // namespace qob
