#pragma once

#include "engine/api/types.h"

#include <vector>

namespace qob {

struct Balance {
    AssetName asset;
    Amount free;
    Amount held; // promised to working orders

    [[nodiscard]] Amount total() const { return free + held; }
};

struct Position {
    InstrumentId instrument;
    Qty net;           // positive: long
    Amount cost;       // notional of the open part, settle asset, positive
    Amount avgPx;      // quote units; 0 when flat
    Amount realised;   // settle asset, fees not included
    Amount unrealised; // settle asset, at the best price that would close it
    Amount fees;       // settle asset, paid so far
    AssetName asset;   // the settle asset
};

// Everything the account holds; each report replaces the one before.
struct AccountReport {
    std::vector<Balance> balances;
    std::vector<Position> positions;
};

} // namespace qob
