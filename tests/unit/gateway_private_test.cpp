// One's own streams and desk, played by hand: nothing of orders and fills is lost, whoever reads slowly.

#include "engine/gateway/private_channels.h"
#include "engine/gateway/trading_routes.h"
#include "tests/support/fake_session.h"
#include "tests/support/gateway_kit.h"

#include <gtest/gtest.h>

#include <thread>

namespace qob::test {
namespace {

constexpr LogSettings quiet{LogLevel::Off, LogLevel::Off, {}, 1'000'000, 1};

bool has(std::string const& text, std::string_view part)
{
    return text.find(part) != std::string::npos;
}

// Takes what it is told to, and keeps it.
class NarrowOut final : public StreamOut {
public:
    bool send(StreamMessage message, bool /*binary*/) override
    {
        if (full) {
            return false;
        }
        texts.push_back(*message);
        return true;
    }

    [[nodiscard]] std::size_t queuedBytes() const override { return queued; }

    void close(std::uint16_t /*code*/, std::string_view reason) override { closed = std::string(reason); }

    bool full = false;
    std::size_t queued = 0;
    std::vector<std::string> texts;
    std::string closed;
};

struct PrivateFixture {
    PrivateFixture()
    {
        account.setSnapshot({TopicKind::Orders, {}, {}, {}, {}}, OrderList{});
        account.setSnapshot({TopicKind::Account, {}, {}, {}, {}}, AccountReport{});
        thread.run([this] {
            link = std::make_unique<EngineLink>(account, thread, clock);
            board = std::make_unique<MarketBoard>(*link);
            desks = std::make_unique<AccountDesks>(
                [this](AccountId) { return std::make_unique<Apart>(account); },
                thread,
                clock,
                DeskObserver{
                    [](Duration) {},
                    [](ExecutionReport const&) {
                    }}
            );
            world.reset(new GatewayWorld{
                thread, clock, log, *link, *board, *desks, [] { return ClOrdId("n"); }, audit, {}, {}});
        });
        bool ready = false; // of the thread's
        thread.run([&] {
            desk = desks->of(AccountId(2));
            desk->whenReady([&](Expected<void> const& done) { ready = done.has_value(); });
        });
        waitUntil([&] { return ready; });
        thread.run([this] { own = std::make_unique<PrivateChannels>(*world, *desk, out, dropped); });
    }

    ~PrivateFixture()
    {
        thread.run([this] {
            own.reset();
            world.reset();
            desks.reset();
            board.reset();
            link.reset();
        });
    }

    PrivateFixture(PrivateFixture const&) = delete;
    PrivateFixture& operator=(PrivateFixture const&) = delete;

    // Belongs to the desk, and is ours.
    class Apart final : public Session {
    public:
        explicit Apart(Session& session) : m_session(session) {}

        SubmitResult submit(Command command) override { return m_session.submit(std::move(command)); }

        [[nodiscard]] Subscription subscribe(Topic topic, EventSink& sink) override
        {
            return m_session.subscribe(topic, sink);
        }

        [[nodiscard]] SessionState state() const override { return m_session.state(); }

    private:
        Session& m_session;
    };

    class FullAudit final : public AuditSink {
    public:
        Expected<void> record(AuditRecord /*record*/) override { return fail(ErrorCode::JournalFull); }

        [[nodiscard]] Expected<void> ready() const override { return fail(ErrorCode::JournalFull); }
    };

    WebResponse ask(HttpMethod method, std::string const& pattern, WebRequest request)
    {
        std::optional<WebResponse> answer;
        thread.run([&] {
            request.principal.user = UserId(1);
            request.principal.account = AccountId(2);
            routes = tradingRoutes(*world);
            auto const route = std::find_if(routes.begin(), routes.end(), [&](Route const& one) {
                return one.method == method && one.pattern == pattern;
            });
            route->handler(request, [&](WebResponse response) { answer = std::move(response); });
        });
        return answer.value_or(WebResponse{});
    }

    void waitUntil(std::function<bool()> const& done)
    {
        for (bool is = false; !is; std::this_thread::yield()) {
            thread.run([&] { is = done(); });
        }
    }

    void trade(std::uint64_t number)
    {
        ExecutionReport fill;
        fill.orderId = OrderId(idsPerAccount + 1);
        fill.execId = ExecId(idsPerAccount + number);
        fill.clOrdId = ClOrdId("o");
        fill.execType = ExecType::Trade;
        fill.ordStatus = OrdStatus::PartiallyFilled;
        account.publish({TopicKind::Orders, {}, {}, {}, {}}, fill);
        waitUntil([&] { return !desk->fills().empty() && desk->fills().back().execId == fill.execId; });
    }

    [[nodiscard]] std::set<std::uint64_t> toldFills() const
    {
        std::set<std::uint64_t> told;
        for (std::string const& text : out.texts) {
            constexpr std::string_view name = R"("execId":")";
            for (auto at = text.find(name); at != std::string::npos; at = text.find(name, at + 1)) {
                told.insert(std::stoull(text.substr(at + name.size())) - idsPerAccount);
            }
        }
        return told;
    }

    SystemClock clock;
    Log log{quiet};
    FullAudit audit;
    Routes routes;
    FakeSession account;
    GatewayThread thread;
    std::unique_ptr<EngineLink> link;
    std::unique_ptr<MarketBoard> board;
    std::unique_ptr<AccountDesks> desks;
    std::unique_ptr<GatewayWorld> world;
    AccountDesk* desk = nullptr;
    NarrowOut out;
    std::uint64_t dropped = 0;
    std::unique_ptr<PrivateChannels> own;
};

// Who cannot take it is told so, gets it anew, and is sent away and counted when that happens again soon.
TEST(GatewayPrivate, APrivateStreamThatIsNotReadIsToldResyncAndThenDropped)
{
    PrivateFixture fixture;
    auto& out = fixture.out;
    fixture.thread.run([&] { fixture.own->subscribe("fills"); });
    fixture.trade(1);
    fixture.thread.run([&] { out.queued = 2U << 20U; });
    fixture.trade(2);
    fixture.thread.run([&] {
        EXPECT_NE(out.texts.back().find(R"("type":"resync")"), std::string::npos) << out.texts.back();
        EXPECT_EQ(fixture.dropped, 0U);
        out.queued = 0;
        fixture.own->onDrained();
        out.queued = 2U << 20U;
    });
    EXPECT_EQ(fixture.toldFills().size(), 2U);
    fixture.trade(3);
    fixture.thread.run([&] {
        EXPECT_EQ(out.closed, "reads too slowly");
        EXPECT_EQ(fixture.dropped, 1U);
    });
}

// A client sees by the numbers whether it has everything.
TEST(GatewayPrivate, MessagesOfAPrivateStreamAreNumberedWithoutAHole)
{
    PrivateFixture fixture;
    auto& out = fixture.out;
    fixture.thread.run([&] {
        fixture.own->subscribe("fills");
        fixture.own->subscribe("balances");
    });
    for (std::uint64_t i = 1; i <= 5; ++i) {
        fixture.trade(i);
    }
    fixture.thread.run([&] { out.queued = 2U << 20U; });
    fixture.trade(6);
    fixture.thread.run([&] {
        out.queued = 0;
        fixture.own->onDrained();
    });
    fixture.trade(7);
    std::map<std::string, std::uint64_t> last;
    fixture.thread.run([&] {
        for (std::string const& text : out.texts) {
            auto const name = text.substr(0, text.find(','));
            auto const at = text.find(R"("sequence":)");
            if (at != std::string::npos) {
                EXPECT_EQ(std::stoull(text.substr(at + 11)), ++last[name]) << text;
            }
        }
    });
    EXPECT_EQ(last.size(), 2U);
    EXPECT_GE(last[R"({"stream":"fills")"], 8U);
}

TEST(GatewayPrivate, EveryFillIsToldToAClientThatDidNotReadForAWhile)
{
    PrivateFixture fixture;
    auto& out = fixture.out;
    fixture.thread.run([&] { fixture.own->subscribe("fills"); });
    fixture.trade(1);
    fixture.thread.run([&] { out.full = true; });
    for (std::uint64_t i = 2; i <= 400; ++i) {
        fixture.trade(i);
    }
    // There is room for the snapshot and no more, then for a part, then for all.
    fixture.thread.run([&] {
        out.full = false;
        out.queued = 900'000;
        fixture.own->onDrained();
    });
    EXPECT_EQ(fixture.toldFills().size(), 101U);
    fixture.trade(401);
    EXPECT_EQ(fixture.toldFills().size(), 101U) << "in order";
    fixture.thread.run([&] {
        out.queued = 0;
        fixture.own->onDrained();
    });
    EXPECT_EQ(fixture.toldFills().size(), 401U);
    fixture.trade(402);
    EXPECT_EQ(fixture.toldFills().size(), 402U);
    EXPECT_EQ(out.closed, "");
    std::size_t messages = 0;
    fixture.thread.run([&] { messages = out.texts.size(); });
    EXPECT_EQ(messages, 3 + 301U) << "and none twice: two snapshots and one fill, then the others one by one";
}

TEST(GatewayPrivate, FillsSubscribedAgainBeginWithTheNewest)
{
    PrivateFixture fixture;
    fixture.thread.run([&] { fixture.own->subscribe("fills"); });
    fixture.trade(1);
    fixture.thread.run([&] { fixture.own->unsubscribe("fills"); });
    for (std::uint64_t i = 2; i <= 300; ++i) {
        fixture.trade(i);
    }
    std::size_t before = 0;
    fixture.thread.run([&] {
        before = fixture.out.texts.size();
        fixture.own->subscribe("fills");
    });
    EXPECT_EQ(fixture.out.texts.size(), before + 1);
    auto const told = fixture.toldFills();
    EXPECT_EQ(told.size(), 101U);
    EXPECT_TRUE(told.contains(201) && told.contains(300));
}

TEST(GatewayPrivate, AnOrderThatEndedWhileTheStreamWasInterruptedIsTold)
{
    PrivateFixture fixture;
    const Topic orders{TopicKind::Orders, {}, {}, {}, {}};
    ExecutionReport order;
    order.orderId = OrderId(idsPerAccount + 1);
    order.execId = ExecId(idsPerAccount + 1);
    order.clOrdId = ClOrdId("o");
    order.ordStatus = OrdStatus::New;
    fixture.thread.run([&] { fixture.own->subscribe("orders"); });
    fixture.account.publish(orders, order);
    fixture.waitUntil([&] { return fixture.desk->order(order.orderId) != nullptr; });
    order.execId = ExecId(idsPerAccount + 9);
    order.ordStatus = OrdStatus::Filled;
    fixture.account.resync(orders, OrderList{{order}, {}});
    fixture.waitUntil([&] { return isFinal(fixture.desk->order(order.orderId)->ordStatus); });
    EXPECT_TRUE(has(fixture.out.texts.back(), R"("ordStatus":"FILLED")")) << fixture.out.texts.back();
}

TEST(GatewayPrivate, WhatTakesRiskAwayIsDoneWithoutAnAuditRecordWhatAddsItIsNot)
{
    PrivateFixture fixture;
    ExecutionReport order;
    order.orderId = OrderId(idsPerAccount + 1);
    order.execId = ExecId(idsPerAccount + 1);
    order.clOrdId = ClOrdId("o");
    order.ordStatus = OrdStatus::New;
    fixture.account.publish({TopicKind::Orders, {}, {}, {}, {}}, order);
    fixture.waitUntil([&] { return fixture.desk->order(order.orderId) != nullptr; });
    WebRequest named;
    named.parameters = {{"clOrdId", "o"}, {"answer", "ACCEPTED"}};
    fixture.ask(HttpMethod::Delete, "/api/v1/order", named);
    EXPECT_EQ(fixture.account.last<OrderCancelRequest>().origClOrdId, ClOrdId("o"));
    EXPECT_EQ(fixture.ask(HttpMethod::Delete, "/api/v1/order/open", {}).status, 200);
    EXPECT_FALSE(fixture.account.last<OrderMassCancelRequest>().instrument);
    auto const before = fixture.account.commands().size();
    named.parameters.emplace_back("orderQty", "1");
    EXPECT_NE(fixture.ask(HttpMethod::Put, "/api/v1/order", named).status, 200);
    EXPECT_EQ(fixture.account.commands().size(), before);
}

TEST(GatewayPrivate, AnAccountThatIsSlowToComeIsWaitedFor)
{
    PrivateFixture fixture;
    FakeSession slow;
    std::unique_ptr<AccountDesk> desk;
    std::optional<Expected<void>> ready;
    fixture.thread.run([&] {
        desk = std::make_unique<AccountDesk>(
            AccountId(3),
            std::make_unique<PrivateFixture::Apart>(slow),
            fixture.thread,
            fixture.clock,
            DeskObserver{
                [](Duration) {},
                [](ExecutionReport const&) {
                }}
        );
        desk->whenReady([&](Expected<void> const& done) { ready = done; });
    });
    std::this_thread::sleep_for(std::chrono::milliseconds(1'300)); // longer than its timer
    slow.publishSnapshot({TopicKind::Orders, {}, {}, {}, {}}, OrderList{});
    slow.publishSnapshot({TopicKind::Account, {}, {}, {}, {}}, AccountReport{});
    fixture.waitUntil([&] { return ready.has_value(); });
    EXPECT_TRUE(*ready);
    fixture.thread.run([&] { desk.reset(); });
}

} // namespace
} // namespace qob::test
