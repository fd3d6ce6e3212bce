#pragma once

#include "engine/base/time.h"

#include <cstdint>
#include <string_view>

namespace qob {

// What a venue sent, as it came; the views are valid during the call.
struct RawMessage {
    enum class Kind : std::uint8_t { Frame, Answer, Opened };

    Kind kind = Kind::Frame;
    bool binary = false;         // a frame that is packed still (VenueSpec::packing)
    std::string_view venue;      // VenueSpec::id
    std::string_view connection; // its name; empty where there is one only
    std::string_view url;        // of an Answer or Opened
    std::string_view bytes;
};

// Hears every message of a market before what is made of it, on the thread that runs the market.
class RawListener {
public:
    virtual ~RawListener() = default;
    virtual void onRaw(RawMessage const& message, Timestamp time) = 0;
};

} // namespace qob
