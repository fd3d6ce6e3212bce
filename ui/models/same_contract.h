#pragma once

#include "engine/api/instrument.h"

namespace qob {

// Whether prices and quantities of the one mean the same in the other. A venue tells its instrument again
// when it knows more of it; as long as this holds, what a user chose for it before is right still.
inline bool sameContract(Instrument const& a, Instrument const& b)
{
    return a.id == b.id && a.priceScale == b.priceScale && a.qtyScale == b.qtyScale;
}

} // namespace qob
