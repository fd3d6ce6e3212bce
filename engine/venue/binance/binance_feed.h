#pragma once

#include "engine/market/venue_feed.h"

#include <memory>
#include <optional>

namespace qob {

// Binance spot, USD-M and COIN-M futures, Binance US and Binance TR: one way of speaking in five dialects.
struct BinanceDialect {
    std::string_view venue;
    ContractKind kind;
    SyncRule const* rule;
};

// Null where the id is not one of Binance's.
BinanceDialect const* findBinanceDialect(std::string_view venue);

// The dialect behind a REST or stream host; null where it is not Binance's.
BinanceDialect const* findBinanceHost(std::string_view host);

// `BTCUSDT`, `BTCUSD_PERP`, `BTCUSD_240927` apart; only what the name tells.
InstrumentTerms binanceTerms(BinanceDialect const& dialect, std::string_view symbol);

std::unique_ptr<VenueFeed> makeBinanceFeed(BinanceDialect const& dialect);

// Whose message it is, from its fields: `ps` only COIN-M has, `pu` only futures, and only they stamp quotes
// with `e`.
std::optional<VenueGuess> recogniseBinance(PaddedText message);

} // namespace qob
