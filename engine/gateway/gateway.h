#pragma once

#include "engine/base/config.h"
#include "engine/gateway/admin_routes.h"
#include "engine/gateway/client_stream.h"
#include "engine/gateway/server.h"
#include "engine/security/audit.h"
#include "engine/security/identity.h"
#include "engine/security/oidc.h"
#include "engine/security/rate_limit.h"

namespace qob {

struct GatewaySettings {
    ServerSettings server;
    bool publicMarket = true; // market data needs nobody
    bool rateLimits = true;
    bool metricsLoopback = true;     // /metrics needs nothing from this machine
    std::string metricsToken;        // is enough to read /metrics; empty: only a login is
    std::size_t ordersKept = 10'000; // of each account, that are done; the engine's pastOrders has the rest
    std::string clOrdIdPrefix;       // of requests that bring none; never the same in two runs
};

// The engine as the gateway needs it. All must outlive the gateway.
struct GatewayEngine {
    Session& market;
    AccountDesks::Open openAccount; // AccountId(0): all of them
    std::function<EngineFigures()> figures;
    std::function<void(std::function<void(Expected<std::string>)>)> backup; // may be empty
    std::function<void(SeriesQuery const&, GatewayWorld::Candles)> history; // may be empty
    std::function<void(OrderQuery const&, GatewayWorld::PastOrders)> pastOrders = {};
    bool killSwitch = false; // as the run before left it
    KeepKillSwitch keepKillSwitch = {};
};

struct GatewayServices {
    Clock& clock;
    Log& log;
    Config const& config;
    Identity& identity;
    AuditTrail& audit;
    Oidc* oidc = nullptr; // a login provider; null: none
};

// REST, streams, metrics and pages of a headless engine, on a thread of its own. Destroying it ends
// everything at once; stop() lets what is under way finish.
class Gateway {
public:
    // NetConnect, NetTls.
    static Expected<std::unique_ptr<Gateway>>
    open(GatewaySettings settings, GatewayEngine engine, GatewayServices services);

    virtual ~Gateway() = default;

    [[nodiscard]] virtual std::uint16_t port() const = 0;

    // All that is served, for the document and its tests.
    [[nodiscard]] virtual Routes const& routes() const = 0;

    virtual void stop(Duration limit) = 0;
};

} // namespace qob
