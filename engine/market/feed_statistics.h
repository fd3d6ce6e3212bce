#pragma once

#include "engine/api/ticker.h"
#include "engine/market/feed_message.h"

namespace qob {

// A number as it was written as a count of 10^-18; what is finer is cut off.
Amount toAmount(WrittenNumber number);

// What a message of Kind::Statistics or Kind::Liquidation says, in the house's units. Needs no scales, so it
// can be read before an instrument's are known. `time`: when it came.
InstrumentStatistics statisticsOf(FeedMessage const& message, InstrumentTerms const& terms, Timestamp time);

} // namespace qob
