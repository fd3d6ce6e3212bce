#pragma once

#include "engine/market/venue_feed.h"

namespace qob {

// The exchanges this program speaks with, each in its own folder here.
class Venues final : public VenueDirectory {
public:
    [[nodiscard]] std::unique_ptr<VenueFeed> open(std::string_view venue) const override;
    [[nodiscard]] std::string_view venueOfHost(std::string_view host) const override;
    [[nodiscard]] std::optional<VenueGuess> recognise(PaddedText message) const override;
};

} // namespace qob
