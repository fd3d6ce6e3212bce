#pragma once

#include "engine/market/venue_feed.h"

#include <optional>
#include <span>

namespace qob {

// Binance spot, USD-M and COIN-M futures, Binance US and Binance TR: one way of speaking in five dialects.
std::span<VenueSpec const> binanceSpecs();

// `BTCUSDT`, `BTCUSD_PERP`, `BTCUSD_240927` apart; only what the name tells. Canonical: BTC-USDT for spot,
// BTC-USDT-PERP and BTC-USD-20240927 for futures.
InstrumentTerms binanceTerms(VenueSpec const& spec, std::string_view symbol);

// Whose message it is, from its fields: `ps` only COIN-M has, `pu` only futures, and only they stamp quotes
// with `e`.
std::optional<VenueGuess> recogniseBinance(PaddedText message);

} // namespace qob
