#include "engine/gateway/admin_routes.h"

#include "engine/base/json_writer.h"
#include "engine/gateway/market_json.h"
#include "engine/gateway/order_json.h"
#include "engine/gateway/process_figures.h"

#include <algorithm>
#include <deque>
#include <fstream>
#include <optional>

namespace qob {

namespace {

constexpr std::string_view objectSchema = R"({"type":"object"})";
constexpr std::string_view healthSchema =
    R"({"type":"object","required":["status"],"properties":{"status":{"enum":["UP","DOWN","DEGRADED"]}}})";
constexpr int unavailable = 503;

Metrics::Now nowOf(AdminWorld& admin)
{
    return {
        admin.counts(),
        admin.world.board,
        admin.figures(),
        admin.world.accounts.size(),
        admin.hub.resyncs,
        admin.dropped,
        admin.world.killSwitch};
}

// Why the server should get no requests; empty: it should.
std::string notReady(AdminWorld& admin)
{
    auto const figures = admin.figures();
    return !admin.world.board.ready()   ? "the market is not there yet"
           : figures.journalFailed      ? "the journal has failed"
           : !admin.world.audit.ready() ? "the audit trail cannot be written: nobody can log in or order"
           : admin.world.link.session().state() != SessionState::Open ? "the engine is closed"
                                                                      : "";
}

Handler liveHandler()
{
    return [](WebRequest const&, Respond const& respond) {
        respond(jsonResponse(R"({"status":"UP"})"));
    };
}

Handler readyHandler(AdminWorld& admin)
{
    return [&admin](WebRequest const&, Respond const& respond) {
        auto const reason = notReady(admin);
        JsonWriter json;
        json.beginObject().key("status").string(reason.empty() ? "UP" : "DOWN");
        json.key("market").string(marketKindName(admin.world.board.market().kind));
        json.key("killSwitch").boolean(admin.world.killSwitch);
        if (!reason.empty()) {
            json.key("reason").string(reason);
        }
        respond(jsonResponse(json.endObject().text(), reason.empty() ? 200 : unavailable));
    };
}

void writeFeeds(JsonWriter& json, MarketBoard const& board, std::size_t& notLive)
{
    json.key("feeds").beginArray();
    for (auto const& [id, instrument] : board.instruments()) {
        if (FeedStatus const* const feed = board.feed(id)) {
            notLive += feed->state == FeedState::Live || feed->state == FeedState::Ended ? 0U : 1U;
            write(json, instrument, *feed);
        }
    }
    json.endArray();
}

void writeQueues(JsonWriter& json, AdminWorld& admin)
{
    auto const figures = admin.figures();
    ServerCounts const& counts = admin.counts();
    json.key("connections").integer(counts.connections.load());
    json.key("streams").integer(counts.streams.load());
    json.key("channels").integer(admin.hub.size());
    json.key("engineTopics").integer(admin.world.link.topics());
    json.key("accounts").integer(admin.world.accounts.size());
    json.key("journalLagRecords").integer(figures.journalLagRecords);
    json.key("databaseLagRecords").integer(figures.databaseLagRecords);
    json.key("auditCopyLagRecords").integer(figures.auditCopyLagRecords);
    json.key("databaseUp").boolean(figures.databaseUp);
    json.key("resyncs").integer(admin.hub.resyncs);
    json.key("droppedClients").integer(admin.dropped);
}

Handler detailedHandler(AdminWorld& admin)
{
    return [&admin](WebRequest const&, Respond const& respond) {
        auto const reason = notReady(admin);
        auto const process = processFigures();
        std::size_t notLive = 0;
        JsonWriter json;
        json.beginObject();
        json.key("version").string(admin.version);
        json.key("started").integer(milliseconds(admin.started));
        json.key("now").integer(milliseconds(admin.world.clock.now()));
        json.key("market");
        write(json, admin.world.board.market());
        json.key("killSwitch").boolean(admin.world.killSwitch);
        json.key("queues").beginObject();
        writeQueues(json, admin);
        json.endObject();
        json.key("process").beginObject();
        json.key("cpuSeconds").real(process.cpuSeconds);
        json.key("residentBytes").integer(process.residentBytes);
        json.key("openFiles").integer(process.openFiles).endObject();
        writeFeeds(json, admin.world.board, notLive);
        json.key("feedsNotLive").integer(notLive);
        json.key("status").string(!reason.empty() ? "DOWN" : notLive > 0 ? "DEGRADED" : "UP");
        if (!reason.empty()) {
            json.key("reason").string(reason);
        }
        respond(jsonResponse(json.endObject().text(), reason.empty() ? 200 : unavailable));
    };
}

Handler queueHandler(AdminWorld& admin)
{
    return [&admin](WebRequest const&, Respond const& respond) {
        JsonWriter json;
        json.beginObject();
        writeQueues(json, admin);
        respond(jsonResponse(json.endObject().text()));
    };
}

Handler metricsHandler(AdminWorld& admin)
{
    return [&admin](WebRequest const&, Respond const& respond) {
        WebResponse response;
        response.contentType = "text/plain; version=0.0.4";
        response.body = admin.metrics.text(nowOf(admin));
        respond(std::move(response));
    };
}

// What works of every account, newest first, and how much that is.
std::string workingOrders(MarketBoard const& board, AccountDesk const& everybody)
{
    constexpr std::size_t most = 1000; // are listed
    std::vector<ExecutionReport const*> working;
    for (auto const& [id, order] : everybody.orders()) {
        if (!isFinal(order.ordStatus)) {
            working.push_back(&order);
        }
    }
    std::sort(working.begin(), working.end(), [](auto const* a, auto const* b) {
        return std::tie(b->sendingTime, b->orderId) < std::tie(a->sendingTime, a->orderId);
    });
    JsonWriter json;
    json.beginObject().key("total").integer(working.size()).key("orders").beginArray();
    working.resize(std::min(working.size(), most));
    for (ExecutionReport const* const order : working) {
        json.beginObject().key("account").integer(accountOf(order->orderId).value).key("order");
        write(json, board, *order);
        json.endObject();
    }
    return json.endArray().endObject().text();
}

Handler everyOrderHandler(AdminWorld& admin)
{
    return [&admin](WebRequest const&, Respond const& respond) {
        AccountDesk* const desk = admin.world.accounts.of(AccountId(0));
        if (desk == nullptr) {
            respond(errorResponse({ErrorCode::SessionClosed, {}}));
            return;
        }
        desk->whenReady([&admin, desk, respond](Expected<void> const& ready) {
            respond(
                ready ? jsonResponse(workingOrders(admin.world.board, *desk)) : errorResponse(ready.error())
            );
        });
    };
}

// The last whole lines of a file; nothing: it is not there.
std::optional<std::deque<std::string>> lastLines(std::string const& path, std::size_t limit)
{
    std::ifstream file(path, std::ios::binary);
    if (!file) {
        return std::nullopt;
    }
    constexpr std::streamoff tail = 256 << 10;
    file.seekg(0, std::ios::end);
    auto const from = std::max<std::streamoff>(static_cast<std::streamoff>(file.tellg()) - tail, 0);
    file.seekg(from);
    std::deque<std::string> lines;
    std::string line;
    if (from > 0) {
        std::getline(file, line); // the end of one
    }
    while (std::getline(file, line) && !file.eof()) { // what has no newline is still being written
        lines.push_back(std::move(line));
        if (lines.size() > limit) {
            lines.pop_front();
        }
    }
    return lines;
}

// The last lines of the log file, or the market's notices where there is none.
Handler logsHandler(AdminWorld& admin)
{
    return [&admin](WebRequest const& request, Respond const& respond) {
        constexpr std::size_t usual = 200;
        constexpr std::size_t most = 2000;
        auto const* const text = request.parameter("limit");
        auto const limit = text == nullptr ? usual : std::min<std::size_t>(std::stoull(*text), most);
        JsonWriter json;
        json.beginObject().key("lines").beginArray();
        if (auto const lines = lastLines(admin.config.log.file, limit)) {
            std::for_each(lines->begin(), lines->end(), [&](auto const& line) { json.string(line); });
        } else {
            for (Notice const& notice : admin.world.board.notices()) {
                json.string(notice.text);
            }
        }
        respond(jsonResponse(json.endArray().endObject().text()));
    };
}

// Everything that can be set, with what was set. What holds a password is not shown.
Handler configHandler(AdminWorld& admin)
{
    return [&admin](WebRequest const&, Respond const& respond) {
        JsonWriter json;
        json.beginArray();
        for (SettingInfo const& setting : configSettings()) {
            json.beginObject().key("key").string(setting.key).key("help").string(setting.help);
            auto const given = admin.config.given.find(setting.key);
            if (given != admin.config.given.end()) {
                json.key("value").string(setting.key == "serve.database" ? "set, not shown" : given->second);
            }
            json.endObject();
        }
        respond(jsonResponse(json.endArray().text()));
    };
}

// Every working order of every account; where the engine has no room now, again and again until it has.
void cancelEverything(AdminWorld& admin)
{
    constexpr Duration untilRoom = milliseconds(50);
    admin.cancelAgain.reset();
    if (!admin.world.killSwitch) {
        return; // it was turned off before there was room
    }
    auto const sent = admin.everyAccount.submit(OrderMassCancelRequest{admin.world.nextId(), {}});
    if (sent == SubmitResult::Busy) {
        admin.cancelAgain = admin.world.thread.after(untilRoom, [&admin] { cancelEverything(admin); });
    }
}

void keepTurn(AdminWorld& admin);

// The first turn is kept, or could not be. Off is off only now, and only if nobody has turned it on again.
void endTurn(AdminWorld& admin, Expected<void> const& kept)
{
    auto const turn = std::move(admin.turns.front());
    admin.turns.pop_front();
    bool const onAgain =
        std::any_of(admin.turns.begin(), admin.turns.end(), [](auto const& later) { return later.on; });
    if (kept && !turn.on && !onAgain) {
        admin.world.killSwitch = false;
        admin.cancelAgain.reset();
    }
    if (kept) {
        turn.respond(jsonResponse(turn.on ? R"({"killSwitch":true})" : R"({"killSwitch":false})"));
    } else {
        static_cast<void>(admin.world.audit.record(
            {turn.by, turn.address, "kill-switch", turn.on ? "on" : "off", "failed", kept.error().message()}
        ));
        turn.respond(errorResponse(
            {kept.error().code,
             (turn.on ? "the switch is on, but a restart will not know it: " : "it stays on: ") +
                 kept.error().detail}
        ));
    }
    if (!admin.turns.empty()) {
        keepTurn(admin);
    }
}

// One after the other, so that the last one is what stays.
void keepTurn(AdminWorld& admin)
{
    if (!admin.keepKillSwitch) {
        endTurn(admin, {});
        return;
    }
    admin.keepKillSwitch(admin.turns.front().on, [&admin](Expected<void> const& kept) {
        admin.world.thread.post([&admin, kept] { endTurn(admin, kept); });
    });
}

void turnKillSwitch(AdminWorld& admin, bool on, WebRequest const& request, Respond const& respond)
{
    if (on) {
        admin.world.killSwitch = true;
        cancelEverything(admin);
    }
    admin.turns.push_back({on, request.principal.name, request.address, respond});
    if (admin.turns.size() == 1) {
        keepTurn(admin);
    }
}

// On: every working order of every account is cancelled, and no new one is taken.
Handler killHandler(AdminWorld& admin)
{
    return [&admin](WebRequest const& request, Respond const& respond) {
        auto const* const text = request.parameter("on");
        bool const on = text == nullptr || *text == "true";
        auto const noted = admin.world.audit.record(
            {request.principal.name, request.address, "kill-switch", on ? "on" : "off", "ok", {}}
        );
        // What takes risk away is never held up by a trail that cannot be written.
        if (!noted && !on) {
            respond(errorResponse(noted.error()));
            return;
        }
        admin.world.log.warning(
            "gateway", on ? "kill switch on" : "kill switch off", {{"by", request.principal.name}}
        );
        turnKillSwitch(admin, on, request, respond);
    };
}

Handler resetHandler(AdminWorld& admin)
{
    return [&admin](WebRequest const& request, Respond const& respond) {
        auto const noted = admin.world.audit.record(
            {request.principal.name, request.address, "reset-circuit-breaker", {}, "ok", {}}
        );
        if (!noted) {
            respond(errorResponse(noted.error()));
            return;
        }
        turnKillSwitch(admin, false, request, respond);
    };
}

Handler backupHandler(AdminWorld& admin)
{
    return [&admin](WebRequest const& request, Respond const& respond) {
        auto const noted =
            admin.world.audit.record({request.principal.name, request.address, "backup", {}, "ok", {}});
        if (!noted || !admin.backup) {
            respond(errorResponse(
                noted ? Error{ErrorCode::RequestNotBuilt, "there is no directory to back up"} : noted.error()
            ));
            return;
        }
        admin.backup([respond](Expected<std::string> const& file) {
            if (!file) {
                respond(errorResponse(file.error()));
                return;
            }
            JsonWriter json;
            respond(jsonResponse(json.beginObject().key("file").string(*file).endObject().text()));
        });
    };
}

Routes healthRoutes(AdminWorld& admin)
{
    using enum HttpMethod;
    using enum Permission;
    auto const performance = [&admin](WebRequest const&, Respond const& respond) {
        respond(jsonResponse(admin.metrics.performance()));
    };
    return {
        {Get,
         "/health",
         Public,
         "Health",
         "Whether requests should be sent here",
         {},
         {},
         healthSchema,
         readyHandler(admin)},
        {Get,
         "/health/live",
         Public,
         "Health",
         "Whether the process answers",
         {},
         {},
         healthSchema,
         liveHandler()},
        {Get,
         "/health/ready",
         Public,
         "Health",
         "Whether requests should be sent here",
         {},
         {},
         healthSchema,
         readyHandler(admin)},
        {Get,
         "/health/detailed",
         Operate,
         "Health",
         "Everything that health is made of",
         {},
         {},
         healthSchema,
         detailedHandler(admin)},
        {Get, "/metrics", Operate, "Health", "For Prometheus, as text", {}, {}, {}, metricsHandler(admin)},
        {Get,
         "/metrics/performance",
         Operate,
         "Health",
         "Medians and tails since the start",
         {},
         {},
         objectSchema,
         performance},
    };
}

// What an administrator reads.
Routes watchRoutes(AdminWorld& admin)
{
    using enum HttpMethod;
    using enum Permission;
    const ParameterDoc limit{"limit", "integer", false, "how many lines at most"};
    return {
        {Get,
         "/admin/status",
         Operate,
         "Administration",
         "Everything that health is made of",
         {},
         {},
         healthSchema,
         detailedHandler(admin)},
        {Get,
         "/admin/queue-status",
         Operate,
         "Administration",
         "How full everything is",
         {},
         {},
         objectSchema,
         queueHandler(admin)},
        {Get,
         "/admin/orders",
         ReadAllOrders,
         "Administration",
         "The newest working orders of every account, and how many there are",
         {},
         {},
         objectSchema,
         everyOrderHandler(admin)},
        {Get,
         "/admin/logs",
         Operate,
         "Administration",
         "The last lines of the log",
         {limit},
         {},
         objectSchema,
         logsHandler(admin)},
        {Get,
         "/admin/config",
         Operate,
         "Administration",
         "All settings, and which were set",
         {},
         {},
         R"({"type":"array"})",
         configHandler(admin)},
    };
}

// What an administrator does.
Routes commandRoutes(AdminWorld& admin)
{
    using enum HttpMethod;
    using enum Permission;
    return {
        {Post,
         "/admin/kill-switch",
         ManageRisk,
         "Administration",
         "Cancels every order and takes no new one, until it is turned off",
         {},
         {{"on", "boolean", false, "true unless said"}},
         objectSchema,
         killHandler(admin)},
        {Post,
         "/admin/reset-circuit-breaker",
         ManageRisk,
         "Administration",
         "Orders are taken again",
         {},
         {},
         objectSchema,
         resetHandler(admin)},
        {Post,
         "/admin/backup",
         Operate,
         "Administration",
         "Writes a backup beside the data",
         {},
         {},
         objectSchema,
         backupHandler(admin)},
    };
}

} // namespace

Routes adminRoutes(AdminWorld& admin)
{
    Routes routes = healthRoutes(admin);
    for (auto const& more : {watchRoutes(admin), commandRoutes(admin)}) {
        routes.insert(routes.end(), more.begin(), more.end());
    }
    return routes;
}

} // namespace qob
