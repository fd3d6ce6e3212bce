#pragma once

#include "engine/market/venue_feed.h"

#include <memory>
#include <optional>

namespace qob {

// Binance spot, USD-M and COIN-M futures, Binance US and Binance TR: one way of speaking in five dialects.
struct BinanceDialect {
    std::string_view venue;
    ContractKind kind;
    const SyncRule* rule;
};

// Null where the id is not one of Binance's.
const BinanceDialect* findBinanceDialect(std::string_view venue);

// The dialect behind a REST or stream host; null where it is not Binance's.
const BinanceDialect* findBinanceHost(std::string_view host);

// `BTCUSDT`, `BTCUSD_PERP`, `BTCUSD_240927` apart; only what the name tells.
InstrumentTerms binanceTerms(const BinanceDialect& dialect, std::string_view symbol);

std::unique_ptr<VenueFeed> makeBinanceFeed(const BinanceDialect& dialect);

// Whose message it is, from its fields: `ps` only COIN-M has, `pu` only futures, and only they stamp quotes with `e`.
std::optional<VenueGuess> recogniseBinance(PaddedText message);

} // namespace qob
