#pragma once

#include "engine/api/candle.h"
#include "engine/api/instrument.h"

#include <limits>

namespace qob {

// No value: not enough bars yet, or nothing was recorded. Never equal to itself.
inline constexpr double noValue = std::numeric_limits<double>::quiet_NaN();

// A candle as indicators see it: prices in quote units, volumes in what the quantity counts. A bar whose
// close is noValue is a gap in the data: indicators pass over it and keep what they have.
struct Bar {
    Timestamp start;
    double open = noValue;
    double high = noValue;
    double low = noValue;
    double close = noValue;
    double mean = noValue; // what its trades were worth on average
    double volume = 0;
    double delta = 0; // bought less sold by aggressors
    double openInterest = noValue;
};

// The mean is turnover over volume where the turnover tells it; (high + low + close) / 3 for inverse
// contracts, whose turnover does not depend on the price, and where nothing was traded.
Bar barOf(Instrument const& instrument, Candle const& candle);

// Heikin-Ashi, the average bar: closes at the mean of its open, high, low and close, and opens in the middle
// of the one before (D. Valcu, "Using the Heikin-Ashi technique", 2004). `before`: the last one that was not
// a gap; null for the first.
Bar heikinAshi(Bar const& bar, Bar const* before);

double priceUnits(Instrument const& instrument, Price price);

// A count of 10^-18.
double amountUnits(Amount amount);

} // namespace qob
