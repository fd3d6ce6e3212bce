#include "engine/live/live_plan.h"

#include <algorithm>

namespace qob {

namespace {

// Where a venue says nothing, so many symbols that one slow connection does not hold up hundreds.
constexpr std::size_t symbolsWhenUnsaid = 100;

// What a form subscribes to for one symbol.
std::size_t channelsOf(SubscribeForm const& form)
{
    auto const text = form.item.empty() ? form.frame : form.item;
    std::size_t count = 0;
    for (std::string_view const place : {"$symbol", "$lower"}) {
        for (auto at = text.find(place); at != std::string_view::npos; at = text.find(place, at + 1)) {
            ++count;
        }
    }
    return count;
}

std::size_t symbolsPerConnection(VenueSpec const& venue)
{
    if (venue.limits.subscriptionsPerConnection <= 0) {
        return symbolsWhenUnsaid;
    }
    std::size_t each = 0;
    for (SubscribeForm const& form : venue.forms) {
        each += channelsOf(form);
    }
    return std::max<std::size_t>(
        1, static_cast<std::size_t>(venue.limits.subscriptionsPerConnection) / std::max<std::size_t>(1, each)
    );
}

} // namespace

Expected<std::vector<LiveSymbol>> parseLiveSymbols(std::string_view text, VenueDirectory const& venues)
{
    std::vector<LiveSymbol> symbols;
    while (!text.empty()) {
        auto const comma = std::min(text.find(','), text.size());
        auto const one = text.substr(0, comma);
        text.remove_prefix(std::min(comma + 1, text.size()));
        auto const colon = one.find(':');
        if (colon == std::string_view::npos || colon == 0 || colon + 1 == one.size()) {
            return fail(
                ErrorCode::ConfigBadValue,
                "'" + std::string(one) + "'; expected VENUE:SYMBOL, such as BINANCE:BTCUSDT"
            );
        }
        LiveSymbol symbol{std::string(one.substr(0, colon)), std::string(one.substr(colon + 1))};
        VenueSpec const* const venue = venues.find(symbol.venue);
        if (venue == nullptr) {
            return fail(
                ErrorCode::VenueUnsupported, "'" + symbol.venue + "'; `qob venues` lists those there are"
            );
        }
        if (venue->spelling != nullptr) {
            symbol.symbol = venue->spelling(symbol.symbol);
        }
        symbols.push_back(std::move(symbol));
    }
    return symbols;
}

std::vector<ConnectionPlan>
planConnections(std::vector<LiveSymbol> const& symbols, VenueDirectory const& venues)
{
    std::vector<ConnectionPlan> plans;
    for (LiveSymbol const& wanted : symbols) {
        VenueSpec const* venue = venues.find(wanted.venue);
        if (venue == nullptr) {
            continue;
        }
        const std::size_t endpoint = venue->endpointOf == nullptr ? 0 : venue->endpointOf(wanted.symbol);
        auto const same = [&](ConnectionPlan const& plan) {
            return plan.venue == venue && plan.endpoint == endpoint;
        };
        bool const there = std::any_of(plans.begin(), plans.end(), [&](ConnectionPlan const& plan) {
            return same(plan) &&
                   std::find(plan.symbols.begin(), plan.symbols.end(), wanted.symbol) != plan.symbols.end();
        });
        if (there) {
            continue;
        }
        auto const room = std::find_if(plans.begin(), plans.end(), [&](ConnectionPlan const& plan) {
            return same(plan) && plan.symbols.size() < symbolsPerConnection(*venue);
        });
        if (room != plans.end()) {
            room->symbols.push_back(wanted.symbol);
        } else {
            plans.push_back({venue, endpoint, {wanted.symbol}});
        }
    }
    return plans;
}

} // namespace qob
