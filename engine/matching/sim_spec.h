#pragma once

#include "engine/api/instrument.h"

#include <vector>

namespace qob {

// What makes one simulated symbol move as it does, shared by the venues that list it.
struct SimSymbol {
    char const* base;
    std::int64_t startTick; // in units of the finest venue's tick
    int priceScale;
    std::int64_t tickUnits; // the finest tick in price units
    int qtyScale;
    std::int64_t typicalLots; // median order size in lots (one lot = one quantity unit)
};

// What a venue does to every symbol it lists.
struct SimVenue {
    char const* name;
    std::int64_t tickFactor; // its tick in finest ticks
    std::int64_t activity;   // percent of the first venue's order flow
    FeeRate makerFee;
    FeeRate takerFee;
    Duration latency;
};

std::vector<SimSymbol> const& simSymbols();
std::vector<SimVenue> const& simVenues();

// One instrument a symbol and venue, symbol by symbol, ids counted from 1.
struct SimListing {
    Instrument instrument;
    SimSymbol symbol;
    SimVenue venue;
};

std::vector<SimListing> simListings();

} // namespace qob
