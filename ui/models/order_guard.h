#pragma once

#include "engine/api/instrument.h"
#include "engine/api/order.h"
#include "engine/api/ticker.h"

#include <QString>

#include <optional>

namespace qob {

// What a trader wants to be asked about before it is done; as it stands here, nothing.
struct ConfirmRules {
    int worthAbove = 0;        // an order worth more, quote units; 0: none
    double throughPercent = 0; // a limit price so far beyond the other side's best, percent of that; 0: none
    bool closingAll = false;   // cancelling and closing everything
};

// What speaks for asking about an order first, as a question; nothing: nothing does. `ticker` may be null.
std::optional<QString> questionAbout(
    ConfirmRules const& rules, Instrument const& instrument, NewOrderSingle const& order, Ticker const* ticker
);

} // namespace qob
