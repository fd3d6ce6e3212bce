#pragma once

#include "engine/market/venue_feed.h"

#include <optional>
#include <span>

namespace qob {

// What each folder here brings: the venues of one way of speaking. Made once, for as long as the program
// runs.
std::span<VenueSpec const> ascendexSpecs();
std::span<VenueSpec const> backpackSpecs();
std::span<VenueSpec const> bitcomSpecs();
std::span<VenueSpec const> bitfinexSpecs();
std::span<VenueSpec const> bitflyerSpecs();
std::span<VenueSpec const> bitgetSpecs();
std::span<VenueSpec const> bitmartSpecs();
std::span<VenueSpec const> bitmexSpecs();
std::span<VenueSpec const> bitstampSpecs();
std::span<VenueSpec const> blockchainSpecs();
std::span<VenueSpec const> bybitSpecs();
std::span<VenueSpec const> coinbaseSpecs();
std::span<VenueSpec const> cryptocomSpecs();
std::span<VenueSpec const> deltaSpecs();
std::span<VenueSpec const> deribitSpecs();
std::span<VenueSpec const> dydxSpecs();
std::span<VenueSpec const> gateioSpecs();
std::span<VenueSpec const> geminiSpecs();
std::span<VenueSpec const> hitbtcSpecs();
std::span<VenueSpec const> htxSpecs();
std::span<VenueSpec const> hyperliquidSpecs();
std::span<VenueSpec const> independentReserveSpecs();
std::span<VenueSpec const> krakenSpecs();
std::span<VenueSpec const> kucoinSpecs();
std::span<VenueSpec const> mexcSpecs();
std::span<VenueSpec const> okxSpecs();
std::span<VenueSpec const> phemexSpecs();
std::span<VenueSpec const> poloniexSpecs();
std::span<VenueSpec const> probitSpecs();
std::span<VenueSpec const> upbitSpecs();
std::span<VenueSpec const> wooSpecs();

// Whose message of a recording that does not name its venue it is.
std::optional<VenueGuess> recogniseHyperliquid(PaddedText message);

} // namespace qob
