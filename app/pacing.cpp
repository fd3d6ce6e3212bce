#include "app/pacing.h"

#include "engine/base/mailbox.h"
#include "engine/session/pacer.h"

namespace qob {

void runPaced(Market& market, MarketListener& listener, Timestamp limit, double speed, Clock& clock)
{
    const Pacer pacer(market.begin(), clock.steady(), speed);
    if (pacer.unlimited()) {
        market.runUntil(limit, listener);
        return;
    }
    Mailbox<int> nothing(1); // only waited on
    std::vector<int> none;
    while (market.nextEventTime() <= limit) {
        const Timestamp now = pacer.at(clock.steady());
        market.runUntil(std::min(now, limit), listener);
        nothing.waitAndTake(none, std::chrono::milliseconds(5));
    }
}

} // namespace qob
