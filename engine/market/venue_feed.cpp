#include "engine/market/venue_feed.h"

namespace qob {

VenueSpec const* VenueDirectory::find(std::string_view venue) const
{
    for (auto const* spec : all()) {
        if (spec->id == venue) {
            return spec;
        }
    }
    return nullptr;
}

VenueSpec const* VenueDirectory::findUrl(std::string_view url) const
{
    VenueSpec const* best = nullptr;
    std::size_t length = 0;
    for (auto const* spec : all()) {
        for (auto const address : spec->addresses) {
            if (address.size() > length && url.find(address) != std::string_view::npos) {
                best = spec;
                length = address.size();
            }
        }
    }
    return best;
}

std::unique_ptr<VenueFeed> VenueDirectory::open(std::string_view venue) const
{
    auto const* const spec = find(venue);
    return spec == nullptr ? nullptr : spec->makeFeed(*spec);
}

} // namespace qob
