#pragma once

#include "engine/database/database.h"
#include "engine/gateway/gateway_world.h"
#include "engine/gateway/route.h"

namespace qob {

// /api/market-data/historical: candles from the database, as far back as it goes; without a database, those
// that the engine keeps.
Route historyRoute(GatewayWorld& world);

// Candles of `interval` from those of a minute, oldest first; exact. The last one may lack its end.
std::vector<CandleRow> gathered(std::vector<CandleRow> const& minutes, CandleInterval interval);

} // namespace qob
