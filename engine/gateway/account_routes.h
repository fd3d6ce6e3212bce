#pragma once

#include "engine/gateway/gateway_world.h"
#include "engine/gateway/route.h"

namespace qob {

// What is to be known of whoever asks: orders, fills, positions, balances; and what is not built yet.
Routes accountRoutes(GatewayWorld& world);

} // namespace qob
