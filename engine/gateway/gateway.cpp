#include "engine/gateway/gateway.h"

#include "engine/gateway/account_routes.h"
#include "engine/gateway/binance_routes.h"
#include "engine/gateway/binance_stream.h"
#include "engine/gateway/history_route.h"
#include "engine/gateway/identity_routes.h"
#include "engine/gateway/market_routes.h"
#include "engine/gateway/openapi.h"
#include "engine/gateway/pages.h"
#include "engine/gateway/terminal_stream.h"
#include "engine/gateway/trading_routes.h"

#include <unordered_map>

namespace qob {

namespace {

constexpr std::string_view version = "0.1.0";
constexpr std::string_view authPatterns = "/api/v1/auth/"; // passwords, codes and tokens are guessed there

// A second factor that was not sent along yet is none: the code is asked for next. Whoever sends a wrong
// token in the header was counted when it was read.
bool isGuess(std::optional<ErrorCode> refusal)
{
    return refusal == ErrorCode::AuthFailed || refusal == ErrorCode::AuthSecondFactorWrong ||
           refusal == ErrorCode::AuthLocked;
}

// Tokens that were verified already: a signature costs as much as the rest of a request. Whether the login is
// still good is asked every time.
class KnownTokens {
public:
    [[nodiscard]] Principal const* find(std::string const& token) const
    {
        auto const found = m_tokens.find(token);
        return found == m_tokens.end() ? nullptr : &found->second;
    }

    void keep(std::string const& token, Principal const& principal)
    {
        constexpr std::size_t most = 10'000;
        if (m_tokens.size() >= most) {
            m_tokens.clear();
        }
        m_tokens[token] = principal;
    }

    void forget(std::string const& token) { m_tokens.erase(token); }

private:
    std::unordered_map<std::string, Principal> m_tokens;
};

class RunningGateway final : public Gateway {
public:
    RunningGateway(GatewaySettings settings, GatewayEngine engine, GatewayServices services)
        : m_settings(std::move(settings))
        , m_engine(std::move(engine))
        , m_services(services)
        , m_started(services.clock.now())
    {}

    ~RunningGateway() override
    {
        m_server.reset();
        m_thread.run([this] { close(); });
    }

    RunningGateway(RunningGateway const&) = delete;
    RunningGateway& operator=(RunningGateway const&) = delete;

    Expected<void> open()
    {
        m_thread.run([this] { build(); });
        ServerWorld world{
            m_services.clock,
            m_services.log,
            *m_router,
            streamRoutes(),
            m_clients->authenticate,
            m_clients->admit,
            [this](Route const* route, WebResponse const& response, Duration took) {
                m_metrics.answered(route, response.status, took);
                if (route != nullptr && route->pattern.starts_with(authPatterns) &&
                    isGuess(response.refusal)) {
                    m_metrics.authenticationFailed();
                }
            }};
        auto server = Server::open(m_thread, m_settings.server, std::move(world));
        if (!server) {
            return tl::unexpected(server.error());
        }
        m_server = std::move(*server);
        return {};
    }

    [[nodiscard]] std::uint16_t port() const override { return m_server->port(); }

    [[nodiscard]] Routes const& routes() const override { return m_router->routes(); }

    void stop(Duration limit) override { m_server->stop(limit); }

private:
    std::vector<StreamRoute> streamRoutes()
    {
        const OpenStream own = [this](WebRequest const& request, StreamOut& out) {
            return openClientStream(*m_clients, request, out);
        };
        const OpenStream binance = [this](WebRequest const& request, StreamOut& out) {
            return openBinanceStream(*m_clients, request, out);
        };
        const OpenStream api = [this](WebRequest const& request, StreamOut& out) {
            return openBinanceApi(*m_clients, request, out);
        };
        const OpenStream terminal = [this](WebRequest const& request, StreamOut& out) {
            return openTerminalStream(*m_terminals, request, out);
        };
        return {
            {"/ws", own},
            {"/session", terminal},
            {"/ws/*", binance},
            {"/stream", binance},
            {"/stream/*", binance},
            {"/ws-api/v3", api}};
    }

    void build()
    {
        m_link = std::make_unique<EngineLink>(m_engine.market, m_thread, m_services.clock);
        m_board = std::make_unique<MarketBoard>(*m_link);
        m_desks = std::make_unique<AccountDesks>(
            m_engine.openAccount,
            m_thread,
            m_services.clock,
            DeskObserver{
                [this](Duration took) { m_metrics.orderAcknowledged(took); },
                [this](ExecutionReport const& report) {
                    m_metrics.orderReported(report);
                    noteRefusal(report);
                }},
            m_settings.ordersKept
        );
        m_everyAccount = m_engine.openAccount(AccountId(0));
        m_world.reset(new GatewayWorld{
            m_thread,
            m_services.clock,
            m_services.log,
            *m_link,
            *m_board,
            *m_desks,
            [this] { return ClOrdId(m_settings.clOrdIdPrefix + std::to_string(++m_lastId)); },
            m_services.audit,
            m_engine.history,
            m_engine.pastOrders,
            m_engine.killSwitch});
        m_hub = std::make_unique<ChannelHub>(*m_world);
        m_board->onUnits = [this](Instrument const& instrument) {
            m_hub->onUnits(instrument);
        };
        const Refreshed refreshed = [this](Principal const& principal) {
            return m_services.identity.refreshed(principal);
        };
        m_binance = std::make_unique<BinanceWorld>(*m_world, refreshed);
        m_admin.reset(new AdminWorld{
            *m_world,
            m_metrics,
            *m_hub,
            m_dropped,
            m_services.config,
            *m_everyAccount,
            [this]() -> ServerCounts const& { return m_server == nullptr ? m_noCounts : m_server->counts(); },
            m_engine.figures,
            m_engine.backup,
            m_started,
            version,
            m_engine.keepKillSwitch});
        m_router = std::make_unique<Router>(allRoutes());
        m_document = openApiDocument(m_router->routes(), version);
        m_clients.reset(new ClientWorld{
            *m_world,
            *m_hub,
            *m_router,
            [this](WebRequest const& request, Authenticated const& done) { done(authenticate(request)); },
            refreshed,
            [this](WebRequest const& request) { return admit(request); },
            m_dropped,
            *m_binance});
        m_terminals.reset(new TerminalStreams{
            *m_world,
            m_engine.openAccount,
            m_clients->authenticate,
            m_clients->refreshed,
            m_clients->admit,
            m_packing});
    }

    void close()
    {
        m_cancelAgain.clear();
        m_terminals.reset();
        m_clients.reset();
        m_admin.reset();
        m_binance.reset();
        m_hub.reset();
        m_world.reset();
        m_desks.reset();
        m_board.reset();
        m_link.reset();
        m_everyAccount.reset();
    }

    // The trail has that it was asked for.
    void noteRefusal(ExecutionReport const& report)
    {
        if (report.execType == ExecType::Rejected) {
            auto const code = report.reason ? report.reason->code : ErrorCode::OrderUnsupported;
            auto const account = "account " + std::to_string(accountOf(report.execId).value);
            static_cast<void>(m_services.audit.record(
                {{}, {}, "order.refused", report.clOrdId.text(), std::string(errorInfo(code).name), account}
            ));
        }
    }

    // Every working order of an account; where the engine has no room now, again until it has.
    void cancelAll(AccountId account)
    {
        constexpr Duration untilRoom = milliseconds(50);
        AccountDesk* const desk = m_desks == nullptr ? nullptr : m_desks->of(account);
        if (desk == nullptr) {
            return;
        }
        auto const sent = desk->massCancel({m_world->nextId(), {}});
        if (!sent && sent.error().code == ErrorCode::RequestBusy) {
            m_cancelAgain[account] = m_thread.after(untilRoom, [this, account] { cancelAll(account); });
        }
    }

    Routes allRoutes()
    {
        Routes routes;
        for (Routes& part : std::array{
                 marketRoutes(*m_world),
                 tradingRoutes(*m_world),
                 accountRoutes(*m_world),
                 binanceRoutes(*m_binance),
                 adminRoutes(*m_admin),
                 identityRoutes(
                     {m_services.identity,
                      m_services.audit,
                      m_services.oidc,
                      [this](AccountId account) {
                          m_thread.post([this, account] { cancelAll(account); });
                      }}
                 ),
                 pageRoutes()}) {
            std::move(part.begin(), part.end(), std::back_inserter(routes));
        }
        routes.push_back(historyRoute(*m_world));
        routes.push_back(
            {HttpMethod::Get,
             "/openapi.json",
             Permission::Public,
             "Documentation",
             "This document",
             {},
             {},
             R"({"type":"object","required":["openapi","paths"]})",
             [this](WebRequest const&, Respond const& respond) {
                 respond(jsonResponse(m_document));
             }}
        );
        return routes;
    }

    // Prometheus can show a token, but neither log in nor sign.
    [[nodiscard]] std::optional<Principal> scraper(WebRequest const& request) const
    {
        auto const* const header = request.header("authorization");
        bool const near = m_settings.metricsLoopback && header == nullptr &&
                          (request.address.starts_with("127.") || request.address == "::1");
        bool const shown = !m_settings.metricsToken.empty() && header != nullptr &&
                           equalInConstantTime(*header, "Bearer " + m_settings.metricsToken);
        if (request.path != "/metrics" || !(near || shown)) {
            return std::nullopt;
        }
        Principal principal;
        principal.name = "metrics";
        principal.permissions = 1U << static_cast<unsigned>(Permission::Operate);
        return principal;
    }

    Expected<Principal> authenticate(WebRequest const& request)
    {
        if (auto const metrics = scraper(request)) {
            return *metrics;
        }
        auto const* const header = request.header("authorization");
        if (header != nullptr) {
            if (Principal const* const known = m_tokens.find(*header)) {
                auto refreshed = m_services.identity.refreshed(*known);
                if (refreshed) {
                    return refreshed;
                }
                m_tokens.forget(*header);
            }
        }
        const RequestFacts facts{
            methodName(request.method),
            request.target,
            request.query,
            request.body,
            request.address,
            &request.headers};
        auto principal = m_services.identity.principalOf(facts);
        if (!principal) {
            // A token whose time is over is how every login ends, and nobody's guess.
            auto const code = principal.error().code;
            if (code != ErrorCode::AuthTokenExpired && code != ErrorCode::AuthRevoked) {
                m_metrics.authenticationFailed();
            }
            return principal;
        }
        if (principal->user == UserId(0)) {
            principal->permissions =
                m_settings.publicMarket ? 1U << static_cast<unsigned>(Permission::ReadMarket) : 0U;
        } else if (header != nullptr) {
            m_tokens.keep(*header, *principal);
        }
        return principal;
    }

    std::optional<Refusal> admit(WebRequest const& request)
    {
        if (!m_settings.rateLimits) {
            return std::nullopt;
        }
        Principal const& principal = request.principal;
        auto const wait = m_limiter.admit(
            {request.address, principal.user, principal.key, principal.tier}, m_services.clock.steady()
        );
        if (wait == Duration(0)) {
            return std::nullopt;
        }
        return Refusal{
            {ErrorCode::RequestTooMany, "wait " + std::to_string(retryAfterSeconds(wait)) + " s"}, wait};
    }

    GatewaySettings m_settings;
    GatewayEngine m_engine;
    GatewayServices m_services;
    Timestamp m_started;
    GatewayThread m_thread;
    Metrics m_metrics;
    RateLimiter m_limiter;
    KnownTokens m_tokens;
    ServerCounts m_noCounts;
    std::uint64_t m_lastId = 0;
    std::uint64_t m_dropped = 0;
    std::string m_document;
    std::map<AccountId, std::shared_ptr<void>> m_cancelAgain;
    PackingTables m_packing;

    // In the order in which they are made, on the thread.
    std::unique_ptr<EngineLink> m_link;
    std::unique_ptr<MarketBoard> m_board;
    std::unique_ptr<AccountDesks> m_desks;
    std::unique_ptr<Session> m_everyAccount;
    std::unique_ptr<GatewayWorld> m_world;
    std::unique_ptr<ChannelHub> m_hub;
    std::unique_ptr<BinanceWorld> m_binance;
    std::unique_ptr<AdminWorld> m_admin;
    std::unique_ptr<Router> m_router;
    std::unique_ptr<ClientWorld> m_clients;
    std::unique_ptr<TerminalStreams> m_terminals;
    std::unique_ptr<Server> m_server;
};

} // namespace

Expected<std::unique_ptr<Gateway>>
Gateway::open(GatewaySettings settings, GatewayEngine engine, GatewayServices services)
{
    auto gateway = std::make_unique<RunningGateway>(std::move(settings), std::move(engine), services);
    if (auto const opened = gateway->open(); !opened) {
        return tl::unexpected(opened.error());
    }
    return std::unique_ptr<Gateway>(std::move(gateway));
}

} // namespace qob
