// What must work when something else does not: taking risk away, and what nobody may take from others.

#include "engine/gateway/binance_world.h"
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

} // namespace
} // namespace qob::test
