#include "engine/analytics/volume_profile.h"

#include <algorithm>

namespace qob {

namespace {

void finish(VolumeProfile& profile, Price step, int percent)
{
    profile.volumes = profile.volumes.grouped(step);
    profile.pointOfControl = profile.volumes.pointOfControl();
    profile.valueArea = profile.volumes.valueArea(step, percent);
}

} // namespace

VolumeProfile profileOf(Footprint const& footprint, Timestamp from, Timestamp until, Price step, int percent)
{
    VolumeProfile profile;
    profile.from = from;
    profile.until = until;
    for (auto const& bar : footprint.bars()) {
        if (bar.start >= from && bar.start < until) {
            profile.volumes.add(bar.volumes);
            profile.rough = profile.rough || bar.rough;
        }
    }
    finish(profile, step, percent);
    return profile;
}

std::vector<VolumeProfile>
sessionProfiles(Footprint const& footprint, CandleInterval session, Price step, int percent)
{
    std::vector<VolumeProfile> sessions;
    for (auto const& bar : footprint.bars()) {
        auto const from = candleStart(session, bar.start);
        if (sessions.empty() || sessions.back().from != from) {
            sessions.emplace_back();
            sessions.back().from = from;
            sessions.back().until = candleEnd(session, from);
        }
        sessions.back().volumes.add(bar.volumes);
        sessions.back().rough = sessions.back().rough || bar.rough;
    }
    for (auto& one : sessions) {
        finish(one, step, percent);
    }
    return sessions;
}

std::vector<NakedPoint> nakedPoints(std::vector<VolumeProfile> const& sessions)
{
    std::vector<NakedPoint> naked;
    for (std::size_t i = 0; i + 1 < sessions.size(); ++i) {
        auto const point = sessions[i].pointOfControl;
        bool const touched = !point || std::any_of(
                                           sessions.begin() + static_cast<std::ptrdiff_t>(i) + 1,
                                           sessions.end(),
                                           [&](VolumeProfile const& later) {
                                               auto const& rows = later.volumes.rows();
                                               return !rows.empty() && rows.front().price <= *point &&
                                                      *point <= rows.back().price;
                                           }
                                       );
        if (!touched) {
            naked.push_back({*point, sessions[i].from});
        }
    }
    return naked;
}

} // namespace qob
