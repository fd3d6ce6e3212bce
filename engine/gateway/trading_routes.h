#pragma once

#include "engine/gateway/gateway_world.h"
#include "engine/gateway/route.h"

namespace qob {

// Placing, amending and cancelling of whoever asks.
Routes tradingRoutes(GatewayWorld& world);

// The answer to an order, a cancel or a replace: the order as it stands with 200, or with the status of the
// reason why not.
WebResponse orderAnswer(MarketBoard const& board, OrderAnswer const& answer);

// Whether orders are taken at all, and this one has its record in the audit trail. OrderAccountBlocked, and
// what the trail says.
Expected<void> mayOrder(GatewayWorld& world, WebRequest const& request, NewOrderSingle const& order);

// Leaves a record of what takes risk away. That is never held up by a trail that cannot be written: then only
// the log has it.
void noteCancel(
    GatewayWorld& world,
    WebRequest const& request,
    std::string action,
    std::string target,
    std::string detail = {}
);

// How a request names an order: by one of the two.
struct OrderName {
    OrderId orderId;
    ClOrdId clOrdId;

    [[nodiscard]] std::string text() const;
};

// Of `id`, `orderId` or `clOrdId`. OrderUnknown: no order can be called so; RequestMissing.
Expected<OrderName> orderName(WebRequest const& request);

// The order that `id`, `orderId` or `clOrdId` of the request names. OrderUnknown, RequestMissing.
Expected<ExecutionReport const*> orderNamed(AccountDesk const& desk, WebRequest const& request);

// The desk of the asking user's account once it knows its orders; answers with an error by itself where there
// is none.
void withDesk(
    GatewayWorld& world,
    WebRequest const& request,
    Respond const& respond,
    std::function<void(AccountDesk&)> then
);

} // namespace qob
