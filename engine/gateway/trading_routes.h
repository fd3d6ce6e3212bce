#pragma once

#include "engine/gateway/gateway_world.h"
#include "engine/gateway/route.h"

namespace qob {

// Orders, fills, positions and balances of whoever asks.
Routes tradingRoutes(GatewayWorld& world);

// The answer to an order, a cancel or a replace: the order as it stands with 200, or with the status of the
// reason why not.
HttpResponse orderAnswer(MarketBoard const& board, OrderAnswer const& answer);

// The desk of the asking user's account once it knows its orders; answers with an error by itself where there
// is none.
void withDesk(
    GatewayWorld& world,
    HttpRequest const& request,
    Respond const& respond,
    std::function<void(AccountDesk&)> then
);

} // namespace qob
