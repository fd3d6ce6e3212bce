#include "engine/venue/venues.h"

#include "engine/venue/binance/binance_feed.h"

namespace qob {

std::unique_ptr<VenueFeed> Venues::open(std::string_view venue) const
{
    auto const* const dialect = findBinanceDialect(venue);
    return dialect == nullptr ? nullptr : makeBinanceFeed(*dialect);
}

std::string_view Venues::venueOfHost(std::string_view host) const
{
    auto const* const dialect = findBinanceHost(host);
    return dialect == nullptr ? std::string_view() : dialect->venue;
}

std::optional<VenueGuess> Venues::recognise(PaddedText message) const
{
    return recogniseBinance(message);
}

} // namespace qob
