#pragma once

#include "engine/market/venue_feed.h"

namespace qob {

// The exchanges this program speaks with, each in its own folder here.
class Venues final : public VenueDirectory {
public:
    // In the order of their ids.
    [[nodiscard]] std::span<VenueSpec const* const> all() const override;
    [[nodiscard]] std::optional<VenueGuess> recognise(PaddedText message) const override;
};

} // namespace qob
