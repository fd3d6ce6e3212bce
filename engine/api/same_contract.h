#pragma once

#include "engine/api/instrument.h"

namespace qob {

// Ids of instruments that an account's past knows and this market has not shown yet begin here; no market
// gives out such ids. They name old orders and fills: nothing can be seen or traded of them.
inline constexpr InstrumentId firstStranger{0xf0000000};

// Whether quantities and prices of one mean the same of the other: names, scales and contract agree. What a
// venue may change from day to day (tick, lot, fees, limits) does not matter.
[[nodiscard]] inline bool isSameContract(Instrument const& a, Instrument const& b)
{
    return a.venue == b.venue && a.symbol == b.symbol && a.base == b.base && a.quote == b.quote &&
           a.kind == b.kind && a.priceScale == b.priceScale && a.qtyScale == b.qtyScale &&
           a.contractValue == b.contractValue && a.multiplier == b.multiplier &&
           a.multiplierScale == b.multiplierScale && a.settle == b.settle;
}

// The same contract under the same id. An id is a place in a session's list: after a session began anew, on a
// server with other markets say, it may be another market's.
[[nodiscard]] inline bool isSameInstrument(Instrument const& a, Instrument const& b)
{
    return a.id == b.id && isSameContract(a, b);
}

} // namespace qob
