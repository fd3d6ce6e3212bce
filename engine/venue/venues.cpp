#include "engine/venue/venues.h"

#include "engine/venue/all_specs.h"
#include "engine/venue/binance/binance_feed.h"

#include <algorithm>
#include <vector>

namespace qob {

namespace {

std::vector<VenueSpec const*> collect()
{
    std::vector<VenueSpec const*> all;
    for (auto const specs :
         {ascendexSpecs(),
          backpackSpecs(),
          binanceSpecs(),
          bitcomSpecs(),
          bitfinexSpecs(),
          bitflyerSpecs(),
          bitgetSpecs(),
          bitmartSpecs(),
          bitmexSpecs(),
          bitstampSpecs(),
          blockchainSpecs(),
          bybitSpecs(),
          coinbaseSpecs(),
          cryptocomSpecs(),
          deltaSpecs(),
          deribitSpecs(),
          dydxSpecs(),
          gateioSpecs(),
          geminiSpecs(),
          hitbtcSpecs(),
          htxSpecs(),
          hyperliquidSpecs(),
          independentReserveSpecs(),
          krakenSpecs(),
          kucoinSpecs(),
          mexcSpecs(),
          okxSpecs(),
          phemexSpecs(),
          poloniexSpecs(),
          probitSpecs(),
          upbitSpecs(),
          wooSpecs()}) {
        for (auto const& spec : specs) {
            all.push_back(&spec);
        }
    }
    std::sort(all.begin(), all.end(), [](auto const* a, auto const* b) { return a->id < b->id; });
    return all;
}

} // namespace

std::span<VenueSpec const* const> Venues::all() const
{
    static auto const specs = collect();
    return specs;
}

std::optional<VenueGuess> Venues::recognise(PaddedText message) const
{
    auto const guess = recogniseBinance(message);
    return guess ? guess : recogniseHyperliquid(message);
}

} // namespace qob
