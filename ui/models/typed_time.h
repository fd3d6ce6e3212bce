#pragma once

#include "engine/base/clock.h"

#include <QString>

#include <optional>

namespace qob {

// "14:03", "14:03:27" (on the day of `now`) or "2026-07-14 14:03:27", the day as the language writes it or as
// ISO 8601 does; UTC. Nothing when it is none of these.
std::optional<Timestamp> typedTime(QString const& text, Timestamp now);

} // namespace qob
