#pragma once

#include "engine/gateway/gateway_world.h"
#include "engine/gateway/route.h"

namespace qob {

// Books, trades, candles, tickers, symbols, venues, consolidated books and what analytics say of them.
Routes marketRoutes(GatewayWorld& world);

// The candles that the engine keeps, and what such a request may ask for.
Handler klinesHandler(GatewayWorld& world);
std::vector<ParameterDoc> candleParameters();

// How a book is made up: spread, imbalance, depth near the middle, what was traded lately.
std::string
marketStructure(Instrument const& instrument, DepthView const& depth, std::deque<Trade> const& trades);

} // namespace qob
