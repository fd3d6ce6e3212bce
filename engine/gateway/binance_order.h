#pragma once

#include "engine/gateway/binance_world.h"

namespace qob {

// An order as Binance's parameters say it. `book` is for one whose size is said in quote units: what those
// buy now, rounded down to the lot; null when there is none. `type` and `side` are there and such words.
// RequestMissing and so on name the parameter.
Expected<NewOrderSingle> readBinanceOrder(
    WebRequest const& request, Instrument const& instrument, DepthView const* book, GatewayWorld const& world
);

// "LIMIT|LIMIT_MAKER|…" and so on: the fields of a new order.
std::vector<ParameterDoc> binanceOrderFields();

// Whether the trigger is still to be reached: a stop on the other side of the last price would trade at once.
// OrderBadStopPx.
Expected<void>
mayRestAsStop(NewOrderSingle const& order, Instrument const& instrument, MarketBoard const& board);

} // namespace qob
