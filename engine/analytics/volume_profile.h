#pragma once

#include "engine/analytics/footprint.h"

namespace qob {

// Volume at price of a span of time, with what is read off it.
struct VolumeProfile {
    Timestamp from;
    Timestamp until; // not in it
    VolumeAtPrice volumes;
    std::optional<Price> pointOfControl;
    std::optional<ValueArea> valueArea;
    bool rough = false; // some of the volume is only near its price
};

// Of the bars that begin in [from, until), in rows of `step`.
VolumeProfile
profileOf(Footprint const& footprint, Timestamp from, Timestamp until, Price step, int percent = 70);

// One profile a session, oldest first; sessions are candles of that length (days begin at 00:00 UTC). The
// footprint's bars must not be longer than a session.
std::vector<VolumeProfile>
sessionProfiles(Footprint const& footprint, CandleInterval session, Price step, int percent = 70);

// A point of control that no later session has traded at (J. Dalton: a "virgin" or naked one).
struct NakedPoint {
    Price price;
    Timestamp since; // when its session began

    friend bool operator==(NakedPoint const&, NakedPoint const&) = default;
};

// Of all sessions but the last, oldest first.
std::vector<NakedPoint> nakedPoints(std::vector<VolumeProfile> const& sessions);

} // namespace qob
