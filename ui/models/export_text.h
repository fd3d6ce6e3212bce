#pragma once

#include "engine/api/event.h"

#include <QString>

namespace qob {

// Values for other programs, the same in every language: digits and a point, nothing rounded, nothing set
// apart.

QString plainAmount(Amount amount);      // "-3.255"
QString plainSeconds(Duration duration); // "0.00344"
// UTC: "2026-07-14T23:59:59.500Z", down to microseconds or nanoseconds where it has them.
QString isoInstant(Timestamp time);

} // namespace qob
