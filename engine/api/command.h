#pragma once

#include "engine/api/order.h"

#include <variant>

namespace qob {

// Moves a market that has a timeline: a replay, and the simulated one (which cannot seek).
struct ReplayRequest {
    enum class Action : std::uint8_t { Play, Pause, Step, Seek, SetSpeed };

    Action action = Action::Play;
    Timestamp seekTo;   // Seek
    double speed = 1.0; // SetSpeed; replaySpeedMax means as fast as it goes
};

inline constexpr double replaySpeedMax = 1e9;

// Writes what the market does into a history from now on, or no longer: MarketStatus says what became of it.
struct SetRecording {
    bool on = false;
};

using Command = std::variant<
    NewOrderSingle,
    NewOrderList,
    OrderCancelRequest,
    OrderCancelReplaceRequest,
    OrderMassCancelRequest,
    ReplayRequest,
    SetRecording>;

} // namespace qob
