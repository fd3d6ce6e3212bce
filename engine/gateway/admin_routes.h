#pragma once

#include "engine/base/config.h"
#include "engine/gateway/channel.h"
#include "engine/gateway/metrics.h"
#include "engine/gateway/server.h"

#include <deque>

namespace qob {

// Has the kill switch outlive the program; asked again only once it has answered, from any thread. Empty: it
// does not.
using KeepKillSwitch = std::function<void(bool on, std::function<void(Expected<void>)> done)>;

// What an operator needs to see and do. On the gateway's thread; all outlive the routes.
struct AdminWorld {
    GatewayWorld& world;
    Metrics& metrics;
    ChannelHub& hub;
    std::uint64_t const& dropped;
    Config const& config;
    Session& everyAccount; // takes a mass cancel for all
    std::function<ServerCounts const&()> counts;
    std::function<EngineFigures()> figures;
    // Begins a backup and answers with its file, from any thread.
    std::function<void(std::function<void(Expected<std::string>)>)> backup;
    Timestamp started;
    std::string_view version;
    KeepKillSwitch keepKillSwitch;
    std::shared_ptr<void> cancelAgain = {}; // while the engine has no room for the mass cancel

    // Turns of the kill switch that are not answered yet, in order; the first is being kept.
    struct Turn {
        bool on;
        std::string by;
        std::string address;
        Respond respond;
    };

    std::deque<Turn> turns = {};
};

// Health, metrics and administration.
Routes adminRoutes(AdminWorld& admin);

} // namespace qob
