#include "engine/analytics/bar.h"

#include <algorithm>

namespace qob {

double priceUnits(Instrument const& instrument, Price price)
{
    return static_cast<double>(price.value) / static_cast<double>(pow10(instrument.priceScale));
}

Bar heikinAshi(Bar const& bar, Bar const* before)
{
    Bar average = bar;
    average.close = (bar.open + bar.high + bar.low + bar.close) / 4;
    average.open = before == nullptr ? (bar.open + bar.close) / 2 : (before->open + before->close) / 2;
    average.high = std::max({bar.high, average.open, average.close});
    average.low = std::min({bar.low, average.open, average.close});
    return average;
}

double amountUnits(Amount amount)
{
    return static_cast<double>(amount.value) * 1e-18;
}

Bar barOf(Instrument const& instrument, Candle const& candle)
{
    Bar bar;
    bar.start = candle.start;
    bar.open = priceUnits(instrument, candle.open);
    bar.high = priceUnits(instrument, candle.high);
    bar.low = priceUnits(instrument, candle.low);
    bar.close = priceUnits(instrument, candle.close);
    bar.volume = amountUnits(candle.volume);
    bar.delta = amountUnits(candle.buyVolume * 2 - candle.volume);
    double const contract =
        static_cast<double>(instrument.multiplier) / static_cast<double>(pow10(instrument.multiplierScale));
    bool const told = instrument.kind != ContractKind::Inverse && bar.volume > 0;
    bar.mean =
        told ? amountUnits(candle.turnover) / (bar.volume * contract) : (bar.high + bar.low + bar.close) / 3;
    return bar;
}

} // namespace qob
