#include "engine/matching/sim_spec.h"

#include "engine/base/check.h"

namespace qob {

std::vector<SimSymbol> const& simSymbols()
{
    // Ticks are about 8e-6 of the price, so that every symbol moves a like number of ticks.
    static const std::vector<SimSymbol> symbols{
        {"BTC", 130'000, 1, 5, 4, 800},     // 65,000.0 by 0.5
        {"ETH", 170'000, 2, 2, 3, 1'200},   // 3,400.00 by 0.02
        {"SOL", 155'000, 3, 1, 2, 2'000},   // 155.000 by 0.001
        {"BNB", 118'000, 3, 5, 3, 5'000},   // 590.000 by 0.005
        {"XRP", 62'000, 5, 1, 1, 50'000},   // 0.62000 by 0.00001
        {"ADA", 46'000, 5, 1, 1, 60'000},   // 0.46000 by 0.00001
        {"DOGE", 80'000, 6, 2, 0, 20'000},  // 0.160000 by 0.000002
        {"AVAX", 70'000, 4, 5, 2, 8'000},   // 35.0000 by 0.0005
        {"LINK", 150'000, 4, 1, 2, 15'000}, // 15.0000 by 0.0001
        {"LTC", 170'000, 4, 5, 3, 30'000},  // 85.0000 by 0.0005
    };
    return symbols;
}

std::vector<SimVenue> const& simVenues()
{
    static const std::vector<SimVenue> venues{
        {"SIM-A", 1, 100, FeeRate(10'000), FeeRate(50'000), milliseconds(5)}, // 1 and 5 bps
        {"SIM-B", 2, 70, FeeRate(0), FeeRate(70'000), milliseconds(20)},      // 0 and 7 bps
        {"SIM-C", 5, 45, FeeRate(-5'000), FeeRate(40'000), milliseconds(60)}, // -0.5 and 4 bps
    };
    return venues;
}

std::vector<SimListing> simListings()
{
    std::vector<SimListing> listings;
    for (SimSymbol const& symbol : simSymbols()) {
        for (SimVenue const& venue : simVenues()) {
            Instrument instrument;
            instrument.id = InstrumentId(static_cast<std::uint32_t>(listings.size() + 1));
            instrument.venue = venue.name;
            instrument.symbol = std::string(symbol.base) + "-USDT";
            instrument.canonical = instrument.symbol;
            instrument.base = AssetName(symbol.base);
            instrument.quote = AssetName("USDT");
            instrument.priceScale = symbol.priceScale;
            instrument.qtyScale = symbol.qtyScale;
            instrument.tickSize = Price(symbol.tickUnits * venue.tickFactor);
            instrument.maxQty = Qty(symbol.typicalLots * 2'000);
            instrument.minNotional = Amount(5 * static_cast<Int128>(pow10(amountScale)));
            instrument.makerFee = venue.makerFee;
            instrument.takerFee = venue.takerFee;
            instrument.latency = venue.latency;
            CHECK(validate(instrument).has_value());
            listings.push_back({instrument, symbol, venue});
        }
    }
    return listings;
}

} // namespace qob
