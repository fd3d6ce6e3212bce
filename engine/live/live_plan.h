#pragma once

#include "engine/market/venue_feed.h"

#include <string>
#include <vector>

namespace qob {

// One book to be watched.
struct LiveSymbol {
    std::string venue;  // VenueSpec::id
    std::string symbol; // as the venue's stream writes it
};

// One connection: its address and the symbols it carries.
struct ConnectionPlan {
    VenueSpec const* venue = nullptr;
    std::size_t endpoint = 0;
    std::vector<std::string> symbols;
};

// "BINANCE:BTCUSDT,KRAKEN:BTC/USD": venue and symbol, separated by commas; a symbol in an older spelling of
// the venue's ("XBT/USD") is taken for the one of its stream. ConfigBadValue; VenueUnsupported.
Expected<std::vector<LiveSymbol>> parseLiveSymbols(std::string_view text, VenueDirectory const& venues);

// As few connections as each venue's limits allow; symbols named twice are watched once.
std::vector<ConnectionPlan>
planConnections(std::vector<LiveSymbol> const& symbols, VenueDirectory const& venues);

} // namespace qob
