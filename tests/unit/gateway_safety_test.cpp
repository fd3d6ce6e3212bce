// What must work when something else does not: taking risk away, and what nobody may take from others.

#include "engine/gateway/binance_world.h"
#include "engine/gateway/private_channels.h"
#include "engine/gateway/trading_routes.h"
#include "tests/support/fake_session.h"
#include "tests/support/gateway_kit.h"

#include <gtest/gtest.h>

#include <atomic>
#include <mutex>
#include <thread>

namespace qob::test {
namespace {

using ChangeEngine = std::function<void(GatewayEngine&)>;

constexpr LogSettings quiet{LogLevel::Off, LogLevel::Off, {}, 1'000'000, 1};

std::string restingOrder(std::string const& id)
{
    return R"({"symbol":"SIM-A:BTC-USDT","side":"BUY","ordType":"LIMIT","orderQty":"0.001","price":"50000","clOrdId":")" +
           id + R"("})";
}

void place(GatewayClient& client, std::string const& id)
{
    EXPECT_EQ(client.request("POST", "/api/v1/order", restingOrder(id)).status, 200);
}

bool has(std::string const& text, std::string_view part)
{
    return text.find(part) != std::string::npos;
}

// Answers Busy to so many mass cancels before it hands them on.
class CrowdedSession final : public Session {
public:
    CrowdedSession(std::unique_ptr<Session> session, std::atomic<int>& busy)
        : m_session(std::move(session))
        , m_busy(busy)
    {}

    SubmitResult submit(Command command) override
    {
        bool const all = std::holds_alternative<OrderMassCancelRequest>(command);
        return all && m_busy > 0 && m_busy-- > 0 ? SubmitResult::Busy : m_session->submit(std::move(command));
    }

    [[nodiscard]] Subscription subscribe(Topic topic, EventSink& sink) override
    {
        return m_session->subscribe(topic, sink);
    }

    [[nodiscard]] SessionState state() const override { return m_session->state(); }

private:
    std::unique_ptr<Session> m_session;
    std::atomic<int>& m_busy;
};

ChangeEngine crowded(std::atomic<int>& busy)
{
    return [&busy](GatewayEngine& engine) {
        engine.openAccount = [open = engine.openAccount, &busy](AccountId account) {
            return std::make_unique<CrowdedSession>(open(account), busy);
        };
    };
}

TEST(GatewaySafety, TheKillSwitchCancelsEverythingAlsoWhereTheEngineHadNoRoomAtFirst)
{
    std::atomic<int> busy = 0;
    GatewayKit kit(GatewayKit::unlimited(), seconds(5), quiet, crowded(busy));
    auto trader = kit.client("trader");
    place(trader, "a");
    busy = 3;
    EXPECT_EQ(kit.client("risk").request("POST", "/admin/kill-switch", R"({"on":true})").status, 200);
    while (!has(trader.get("/api/orders/a").body, "CANCELED")) {
        std::this_thread::yield();
    }
    EXPECT_EQ(busy, 0);
}

TEST(GatewaySafety, CancellingAllSaysWhereTheEngineTookNothing)
{
    std::atomic<int> busy = 0;
    GatewayKit kit(GatewayKit::unlimited(), seconds(5), quiet, crowded(busy));
    auto trader = kit.client("trader");
    place(trader, "a");
    busy = 1;
    auto const refused = trader.request("DELETE", "/api/v1/order/open");
    EXPECT_EQ(refused.status, 503);
    EXPECT_TRUE(has(refused.body, "RequestBusy")) << refused.body;
    EXPECT_EQ(trader.request("DELETE", "/api/v1/order/open").status, 200);
}

TEST(GatewaySafety, TheKillSwitchOutlivesTheProgram)
{
    std::atomic<bool> kept = false;
    std::atomic<bool> fails = false;
    auto const keeper = [&](GatewayEngine& engine) {
        engine.killSwitch = kept;
        engine.keepKillSwitch = [&](bool on, auto const& done) {
            if (!fails) {
                kept = on;
            }
            done(fails ? Expected<void>(fail(ErrorCode::JournalFull, "no space")) : Expected<void>());
        };
    };
    {
        GatewayKit kit(GatewayKit::unlimited(), seconds(5), quiet, keeper);
        EXPECT_EQ(kit.client("risk").request("POST", "/admin/kill-switch", R"({"on":true})").status, 200);
    }
    GatewayKit kit(GatewayKit::unlimited(), seconds(5), quiet, keeper);
    auto trader = kit.client("trader");
    EXPECT_TRUE(has(trader.request("POST", "/api/v1/order", restingOrder("a")).body, "kill switch"));
    // Off is off only once the next run would know it.
    fails = true;
    auto risk = kit.client("risk");
    EXPECT_EQ(risk.request("POST", "/admin/kill-switch", R"({"on":false})").status, 503);
    EXPECT_TRUE(has(trader.request("POST", "/api/v1/order", restingOrder("a")).body, "kill switch"));
    fails = false;
    EXPECT_EQ(risk.request("POST", "/admin/kill-switch", R"({"on":false})").status, 200);
    place(trader, "a");
    EXPECT_FALSE(kept);
}

// The disk answers when it likes.
TEST(GatewaySafety, TheKillSwitchIsWhatWasAskedForLast)
{
    std::mutex mutex;
    std::deque<std::pair<bool, std::function<void(Expected<void>)>>> asked;
    auto const keeper = [&](GatewayEngine& engine) {
        engine.killSwitch = true;
        engine.keepKillSwitch = [&](bool on, auto const& done) {
            const std::lock_guard lock(mutex);
            asked.emplace_back(on, done);
        };
    };
    auto const next = [&] {
        while (true) {
            const std::lock_guard lock(mutex);
            if (!asked.empty()) {
                auto const first = asked.front();
                asked.pop_front();
                return first;
            }
        }
    };
    GatewayKit kit(GatewayKit::unlimited(), seconds(5), quiet, keeper);
    auto trader = kit.client("trader");
    auto const post = [&](char const* body) {
        return std::thread([client = std::make_shared<GatewayClient>(kit.client("risk")), body] {
            client->request("POST", "/admin/kill-switch", body);
        });
    };
    auto off = post(R"({"on":false})");
    auto const first = next();
    EXPECT_FALSE(first.first);
    auto on = post(R"({"on":true})");
    auto const wasAsked = [&] {
        static_cast<void>(kit.audit->flush());
        auto const lines = kit.audit->page(0, 1, {{}, "kill-switch"})->lines;
        return !lines.empty() && has(lines.front(), R"("on")");
    };
    while (!wasAsked()) {
        std::this_thread::yield();
    }
    first.second({}); // off was kept, but by now it is to be on
    off.join();
    EXPECT_TRUE(has(trader.request("POST", "/api/v1/order", restingOrder("a")).body, "kill switch"));
    auto const second = next();
    EXPECT_TRUE(second.first) << "and so the disk is told";
    second.second(fail(ErrorCode::JournalFull, "no space"));
    on.join();
    EXPECT_TRUE(has(trader.request("POST", "/api/v1/order", restingOrder("a")).body, "kill switch"));
}

TEST(GatewaySafety, WorkingOrdersAreListedWholeAndOfEveryAccount)
{
    GatewayKit kit(GatewayKit::unlimited());
    auto trader = kit.client("trader");
    auto other = kit.client("other");
    place(other, "oldest");
    for (int i = 0; i < 1'001; ++i) {
        place(trader, "n" + std::to_string(i));
    }
    place(other, "newest");
    auto const all = kit.client("admin").get("/admin/orders").body;
    EXPECT_TRUE(has(all, R"("total":1003)"));
    EXPECT_TRUE(has(all, R"("clOrdId":"newest")"));
    EXPECT_TRUE(has(all, R"("clOrdId":"n1000")"));
    EXPECT_FALSE(has(all, R"("clOrdId":"oldest")")) << "the newest thousand are listed";
    auto const own = trader.get("/api/v1/order/open?limit=5").body;
    EXPECT_TRUE(has(own, R"("clOrdId":"n1000")"));
}

TEST(GatewaySafety, ManyFieldsAreRefusedBeforeTheyAreCompared)
{
    GatewayKit kit(GatewayKit::unlimited());
    std::string json = "{";
    std::string query;
    for (int i = 0; i < 10'000; ++i) {
        json += (i == 0 ? "\"f" : ",\"f") + std::to_string(i) + "\":1";
        query += "&f" + std::to_string(i) + "=1";
    }
    auto client = kit.client();
    auto const refused = client.request("POST", "/api/v1/auth/login", json + "}");
    EXPECT_EQ(refused.status, 400);
    EXPECT_TRUE(has(refused.body, "up to 200")) << refused.body;
    EXPECT_EQ(
        client
            .request(
                "POST", "/api/v1/auth/login", query, {{"Content-Type", "application/x-www-form-urlencoded"}}
            )
            .status,
        400
    );
    std::string names = "[";
    for (int i = 0; i < 2'000; ++i) {
        names += (i == 0 ? "\"ticker@SIM-A:X" : ",\"ticker@SIM-A:X") + std::to_string(i) + "\"";
    }
    StreamClient stream(kit.gateway->port());
    stream.send(R"({"method":"SUBSCRIBE","id":1,"params":)" + names + "]}");
    EXPECT_TRUE(has(stream.next(), "StreamTooMany"));
}

TEST(GatewaySafety, WhatCutsACandleIsNotToldAsItsEnd)
{
    auto const rows = [](SeriesQuery const& query, GatewayWorld::Candles const& done) {
        std::vector<CandleRow> minutes;
        for (auto at = query.from; at < query.until && minutes.size() < query.limit; at += qob::minutes(1)) {
            CandleRow row;
            row.interval = CandleInterval::Min1;
            row.start = at;
            row.close = Amount(static_cast<std::int64_t>(minutes.size() + 1) * pow10(amountScale - 3));
            row.trades = 1;
            minutes.push_back(row);
        }
        done(std::move(minutes));
    };
    GatewayKit kit(GatewayKit::unlimited(), seconds(5), quiet, [&](GatewayEngine& engine) {
        engine.history = rows;
    });
    auto client = kit.client();
    auto const asked = [&](std::string const& rest) {
        return client.get("/api/market-data/historical?symbol=SIM-A:BTC-USDT&startTime=0&" + rest).body;
    };
    auto const candles = [](std::string const& text) {
        return std::count(text.begin(), text.end(), '[') - 1;
    };
    // 50,000 minutes are read at most: 34 days, and some of the 35th.
    EXPECT_EQ(candles(asked("interval=1d")), 34);
    EXPECT_EQ(candles(asked("interval=1h&limit=1000")), 833);
    EXPECT_EQ(candles(asked("interval=1h&limit=10")), 10);
    // 90 minutes on: the second hour is whole, and is it.
    auto const two = asked("interval=1h&endTime=5400000");
    EXPECT_EQ(candles(two), 2) << two;
    EXPECT_TRUE(has(two, R"("0.12")")) << two;
    EXPECT_TRUE(has(two, "true"));
    EXPECT_FALSE(has(two, "false"));
    // The hour that the market is in goes on.
    auto const live = client.get("/api/v1/klines?symbol=SIM-A:BTC-USDT&interval=1m&limit=1").body;
    auto const minute = std::stoll(live.substr(live.find_first_of("0123456789")));
    auto const running = client
                             .get(
                                 "/api/market-data/historical?symbol=SIM-A:BTC-USDT&interval=1h&startTime=" +
                                 std::to_string(minute) + "&endTime=" + std::to_string(minute)
                             )
                             .body;
    EXPECT_EQ(candles(running), 1) << running;
    EXPECT_TRUE(has(running, "false")) << running;
}

TEST(GatewaySafety, AListenKeyEndsWithWhatItWasMadeBy)
{
    SystemClock clock;
    bool revoked = false;
    BinanceListenKeys keys(clock, [&](Principal const& who) {
        return revoked ? Expected<Principal>(fail(ErrorCode::AuthRevoked)) : who;
    });
    Principal who;
    who.user = UserId(3);
    auto const key = keys.keyOf(who);
    EXPECT_NE(keys.find(key), nullptr);
    EXPECT_TRUE(keys.prolong(who, key));
    revoked = true;
    EXPECT_FALSE(keys.prolong(who, key));
    EXPECT_EQ(keys.find(key), nullptr);
    revoked = false;
    EXPECT_EQ(keys.find(key), nullptr) << "for good";
    // With a new secret of the API key there is a new one, and it is good.
    auto const before = keys.keyOf(who);
    who.keySecret = "new";
    auto const after = keys.keyOf(who);
    EXPECT_NE(after, before);
    ASSERT_NE(keys.find(after), nullptr);
    EXPECT_EQ(keys.find(after)->keySecret, "new");
    EXPECT_TRUE(BinanceListenKeys::looksLikeOne(after));
    EXPECT_FALSE(BinanceListenKeys::looksLikeOne("btcusdt@depth"));
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
        waitUntil([this] {
            desk = desks->of(AccountId(2));
            bool ready = false;
            desk->whenReady([&](Expected<void> const& done) { ready = done.has_value(); });
            return ready;
        });
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
TEST(GatewaySafety, APrivateStreamThatIsNotReadIsToldResyncAndThenDropped)
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
TEST(GatewaySafety, MessagesOfAPrivateStreamAreNumberedWithoutAHole)
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

TEST(GatewaySafety, EveryFillIsToldToAClientThatDidNotReadForAWhile)
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

TEST(GatewaySafety, FillsSubscribedAgainBeginWithTheNewest)
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

TEST(GatewaySafety, AnOrderThatEndedWhileTheStreamWasInterruptedIsTold)
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

TEST(GatewaySafety, WhatTakesRiskAwayIsDoneWithoutAnAuditRecordWhatAddsItIsNot)
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

TEST(GatewaySafety, AnAccountThatIsSlowToComeIsWaitedFor)
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
