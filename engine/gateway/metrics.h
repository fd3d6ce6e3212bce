#pragma once

#include "engine/gateway/gateway_world.h"
#include "engine/gateway/route.h"

#include <memory>
#include <optional>

namespace qob {

// What the engine says of itself beside its streams. Read when somebody asks; any thread.
struct EngineFigures {
    std::uint64_t journalLagRecords = 0; // appended and not durable yet
    bool journalFailed = false;
    bool databaseUp = true;
    std::uint64_t databaseLagRecords = 0;  // in the journal and not in the database yet
    std::uint64_t auditCopyLagRecords = 0; // in the audit trail and not in the database yet
    std::uint64_t auditRecords = 0;
};

struct ServerCounts;

// Everything that is counted, as Prometheus reads it (text format 0.0.4). The names are those in
// installer/monitoring/metrics.txt. Written from the gateway's thread.
class Metrics {
public:
    Metrics();
    ~Metrics();
    Metrics(Metrics const&) = delete;
    Metrics& operator=(Metrics const&) = delete;

    void answered(Route const* route, int status, Duration took);
    void orderAcknowledged(Duration took);
    void orderReported(ExecutionReport const& report);
    void authenticationFailed();

    // What is looked at when asked for.
    struct Now {
        ServerCounts const& server;
        MarketBoard const& board;
        EngineFigures engine;
        std::size_t accounts = 0;
        std::uint64_t resyncs = 0;
        std::uint64_t dropped = 0;
        bool killSwitch = false;
    };

    [[nodiscard]] std::string text(Now const& now);

    // Medians and tails since the start, as JSON: {"http":{…},"orderAck":{…}}.
    [[nodiscard]] std::string performance() const;

private:
    struct Impl;
    std::unique_ptr<Impl> m_impl;
};

} // namespace qob
