#pragma once

#include "engine/market/sync_rule.h"

namespace qob {

// developers.binance.com, "How to manage a local order book correctly". L is the snapshot's lastUpdateId.

// Spot (also Binance US and TR): drop u <= L; the first has U <= L+1 <= u; then U = the u before + 1.
extern const SyncRule binanceSpotRule;

// USD-M and COIN-M: drop u < L; then pu = the u before. The first is documented as U <= L <= u; update
// numbers are shared by all symbols there, so what counts is that nothing of this symbol lies between: pu <=
// L <= u.
extern const SyncRule binanceFuturesRule;

} // namespace qob
