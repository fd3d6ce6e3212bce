#pragma once

#include "engine/gateway/binance_world.h"

namespace qob {

inline constexpr std::string_view binanceTag = "Binance";

// Everything under /api/v3, and empty answers where clients of the exchange ask for what there is not here.
Routes binanceRoutes(BinanceWorld& world);

// Its parts.
Routes binanceMarketRoutes(BinanceWorld& world);
Routes binanceTradingRoutes(BinanceWorld& world);
Routes binanceListRoutes(BinanceWorld& world);
Routes binanceAccountRoutes(BinanceWorld& world);

// The parameters that every signed request may have.
std::vector<ParameterDoc> binanceSigned(std::vector<ParameterDoc> parameters);

// As a number that the route's check has let through; `most` when it is larger or not there.
std::size_t binanceLimit(WebRequest const& request, std::size_t usual, std::size_t most);

// Of a parameter in milliseconds.
Timestamp binanceTime(WebRequest const& request, std::string_view name, Timestamp otherwise);

// The desk of the asking user's account once it knows its orders, and the instrument that `symbol` names;
// null: no symbol was given. What goes wrong is answered.
using BinanceDo = std::function<void(AccountDesk&, Instrument const*)>;
void withBinanceDesk(BinanceWorld& world, WebRequest const& request, Respond const& respond, BinanceDo then);

} // namespace qob
