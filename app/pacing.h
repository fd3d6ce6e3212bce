#pragma once

#include "engine/base/clock.h"
#include "engine/market/market.h"

namespace qob {

// Runs a market up to `limit` (or its end) at `speed` market seconds a second, waiting in this thread.
void runPaced(Market& market, MarketListener& listener, Timestamp limit, double speed, Clock& clock);

} // namespace qob
