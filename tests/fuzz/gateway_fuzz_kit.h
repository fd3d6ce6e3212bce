#pragma once

#include "engine/base/check.h"
#include "engine/gateway/account_routes.h"
#include "engine/gateway/binance_routes.h"
#include "engine/gateway/binance_stream.h"
#include "engine/gateway/market_routes.h"
#include "engine/gateway/trading_routes.h"
#include "tests/support/demo_market.h"

#include <simdjson.h>

namespace qob {

// All that is behind the gateway's sockets, over a market that stands still and an engine that has no room
// for an order: whatever is asked for is answered, and nothing changes between two inputs.
class FuzzGateway {
public:
    FuzzGateway()
    {
        m_market.prepare();
        m_session.setAnswer(SubmitResult::Busy);
        m_thread.run([this] { build(); });
        for (bool ready = false; !ready;) {
            m_thread.run([&] { ready = m_board->ready(); });
        }
    }

    // As a trader asks, over HTTP. What is answered is checked.
    void ask(WebRequest request)
    {
        auto const shared = std::make_shared<WebRequest>(std::move(request));
        m_thread.run([this, shared] {
            shared->principal = m_trader;
            auto const route = m_router->find(*shared);
            ErrorForm const& errors = route ? *(*route)->errors : ownErrors;
            auto checked = route ? checkPermission(**route, shared->principal)
                                 : Expected<void>(tl::unexpected(route.error()));
            checked = checked ? readBody(*shared) : checked;
            checked = checked ? checkParameters(**route, *shared) : checked;
            if (!checked) {
                check(errors.answer(checked.error()));
                return;
            }
            (*route)->handler(*shared, [shared](WebResponse const& response) { check(response); });
        });
    }

    // What a trader's stream at the path makes of the messages; names of channels are tried as well.
    void listen(WebRequest request, std::vector<std::string> const& messages)
    {
        bool const isBinances = request.path.starts_with("/ws/") || request.path == "/stream" ||
                                request.path.starts_with("/stream/");
        if (!isBinances && request.path != "/ws" && request.path != "/ws-api/v3") {
            return; // the server has no stream there
        }
        m_thread.run([&] {
            request.principal = m_trader;
            Out out;
            auto const open = request.path == "/ws"          ? openClientStream
                              : request.path == "/ws-api/v3" ? openBinanceApi
                                                             : openBinanceStream;
            auto const stream = open(*m_clients, request, out);
            if (!stream) {
                check(errorResponse(stream.error()));
                return;
            }
            for (std::string const& message : messages) {
                (*stream)->onMessage(message, false);
                if (auto const name = channelName(*m_board, message)) {
                    CHECK(channelName(*m_board, *name) == *name); // its one name
                }
            }
            (*stream)->onDrained();
        });
    }

private:
    // An account's own door to the one session there is.
    class Door final : public Session {
    public:
        explicit Door(Session& session) : m_session(session) {}

        SubmitResult submit(Command command) override { return m_session.submit(std::move(command)); }

        [[nodiscard]] Subscription subscribe(Topic topic, EventSink& sink) override
        {
            return m_session.subscribe(topic, sink);
        }

        [[nodiscard]] SessionState state() const override { return m_session.state(); }

    private:
        Session& m_session;
    };

    class Out final : public StreamOut {
    public:
        bool send(StreamMessage message, bool binary) override
        {
            CHECK(!binary);
            checkJson(*message);
            return true;
        }

        [[nodiscard]] std::size_t queuedBytes() const override { return 0; }

        void close(std::uint16_t code, std::string_view) override { CHECK(code >= 1000 && code < 1012); }
    };

    static void checkJson(std::string const& text)
    {
        simdjson::dom::parser parser;
        CHECK(parser.parse(text).error() == simdjson::SUCCESS);
    }

    static void check(WebResponse const& response)
    {
        CHECK(response.status >= 200 && response.status <= 504);
        CHECK(response.status != 500);
        if (response.contentType == "application/json" && !response.body.empty()) {
            checkJson(response.body);
        }
    }

    void build()
    {
        m_trader.user = UserId(1);
        m_trader.name = "trader";
        m_trader.role = Role::Trader;
        m_trader.account = AccountId(1);
        m_trader.permissions = permissionsOf(Role::Trader);
        m_link = std::make_unique<EngineLink>(m_session, m_thread, m_clock);
        m_board = std::make_unique<MarketBoard>(*m_link);
        m_desks = std::make_unique<AccountDesks>(
            [this](AccountId) { return std::make_unique<Door>(m_session); },
            m_thread,
            m_clock,
            DeskObserver{
                [](Duration) {},
                [](ExecutionReport const&) {
                }}
        );
        m_world.reset(new GatewayWorld{
            m_thread, m_clock, m_log, *m_link, *m_board, *m_desks, [] { return ClOrdId("g-1"); }, m_audit, {}}
        );
        m_hub = std::make_unique<ChannelHub>(*m_world);
        m_binance = std::make_unique<BinanceWorld>(*m_world);
        Routes routes = marketRoutes(*m_world);
        for (Routes& part :
             std::array{tradingRoutes(*m_world), accountRoutes(*m_world), binanceRoutes(*m_binance)}) {
            std::move(part.begin(), part.end(), std::back_inserter(routes));
        }
        m_router = std::make_unique<Router>(std::move(routes));
        m_clients.reset(new ClientWorld{
            *m_world,
            *m_hub,
            *m_router,
            [this](WebRequest const&, Authenticated const& done) { done(m_trader); },
            [this](Principal const&) { return m_trader; },
            [](WebRequest const&) { return std::nullopt; },
            m_dropped,
            *m_binance});
    }

    class NoAudit final : public AuditSink {
    public:
        Expected<void> record(AuditRecord /*record*/) override { return {}; }

        [[nodiscard]] Expected<void> ready() const override { return {}; }
    };

    FakeSession m_session;
    DemoMarket m_market{m_session};
    SystemClock m_clock;
    Log m_log{LogSettings{LogLevel::Off, LogLevel::Off, {}, 1'000'000, 1}};
    NoAudit m_audit;
    Principal m_trader;
    std::uint64_t m_dropped = 0;
    GatewayThread m_thread;
    std::unique_ptr<EngineLink> m_link;
    std::unique_ptr<MarketBoard> m_board;
    std::unique_ptr<AccountDesks> m_desks;
    std::unique_ptr<GatewayWorld> m_world;
    std::unique_ptr<ChannelHub> m_hub;
    std::unique_ptr<BinanceWorld> m_binance;
    std::unique_ptr<Router> m_router;
    std::unique_ptr<ClientWorld> m_clients;
};

// One for all inputs; it ends with the process.
inline FuzzGateway& fuzzGateway()
{
    static auto* const gateway = new FuzzGateway;
    return *gateway;
}

} // namespace qob
