#include "engine/api/ticker.h"

namespace qob {

namespace {

template <class T>
void take(std::optional<T>& known, std::optional<T> const& newer)
{
    if (newer) {
        known = newer;
    }
}

} // namespace

void InstrumentStatistics::update(InstrumentStatistics const& newer)
{
    instrument = newer.instrument;
    time = newer.time;
    take(markPrice, newer.markPrice);
    take(indexPrice, newer.indexPrice);
    take(fundingRate, newer.fundingRate);
    take(nextFunding, newer.nextFunding);
    take(openInterest, newer.openInterest);
    take(liquidation, newer.liquidation);
}

} // namespace qob
