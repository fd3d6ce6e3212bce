#include "engine/gateway/account_desk.h"
#include "tests/support/fake_session.h"
#include "tests/support/gateway_kit.h"

#include <gtest/gtest.h>
#include <simdjson.h>

#include <map>

namespace qob::test {
namespace {

std::string member(std::string const& message, std::string const& pointer)
{
    simdjson::dom::parser parser;
    simdjson::dom::element root;
    simdjson::dom::element found;
    if (parser.parse(message).get(root) != simdjson::SUCCESS ||
        root.at_pointer(pointer).get(found) != simdjson::SUCCESS) {
        return "(nothing)";
    }
    std::string_view text;
    return found.get_string().get(text) == simdjson::SUCCESS ? std::string(text) : simdjson::minify(found);
}

// A book kept from a depth stream, as a client keeps it.
class FollowedBook {
public:
    void take(std::string const& message)
    {
        simdjson::dom::parser parser;
        simdjson::dom::element data;
        ASSERT_EQ(parser.parse(message)["data"].get(data), simdjson::SUCCESS) << message;
        auto const sequence = std::uint64_t(data["sequence"]);
        if (std::string_view(data["type"]) == "snapshot") {
            bids.clear();
            asks.clear();
            ++snapshots;
        } else {
            ASSERT_EQ(sequence, m_sequence + 1) << "a hole";
        }
        m_sequence = sequence;
        side(data["bids"], bids);
        side(data["asks"], asks);
    }

    std::map<std::string, std::string> bids; // price -> size
    std::map<std::string, std::string> asks;
    int snapshots = 0;

private:
    static void side(simdjson::dom::array levels, std::map<std::string, std::string>& into)
    {
        for (simdjson::dom::array const level : levels) {
            const std::string price(std::string_view(level.at(0)));
            const std::string size(std::string_view(level.at(1)));
            if (size == "0") {
                into.erase(price);
            } else {
                into[price] = size;
            }
        }
    }

    std::uint64_t m_sequence = 0;
};

TEST(GatewayStream, ABookKeptFromItIsTheEnginesBook)
{
    GatewayKit kit(GatewayKit::unlimited());
    StreamClient stream(kit.gateway->port());
    stream.send(R"({"method":"SUBSCRIBE","params":["depth@SIM-A:BTC-USDT@50ms"],"id":1})");
    EXPECT_EQ(stream.next(), R"({"id":1,"result":["depth1000@SIM-A:BTC-USDT@50ms"]})");
    FollowedBook book;
    for (int i = 0; i < 40; ++i) {
        book.take(stream.next());
    }
    EXPECT_EQ(book.snapshots, 1);
    // Once the market stands still both must be the same.
    ASSERT_EQ(
        kit.session.submit(ReplayRequest{ReplayRequest::Action::Pause, {}, 1.0}), SubmitResult::Accepted
    );
    auto client = kit.client();
    for (int quiet = 0; quiet < 5;) {
        stream.send(R"({"method":"PING","id":9})");
        auto const message = stream.next();
        if (message.find("pong") != std::string::npos) {
            ++quiet;
            client.get("/api/v1/symbols"); // time for what is still under way
        } else {
            quiet = 0;
            book.take(message);
        }
    }
    auto const rest = client.get("/api/v1/depth?symbol=SIM-A:BTC-USDT&limit=1000").body;
    FollowedBook whole;
    whole.take(R"({"data":{"type":"snapshot",)" + rest.substr(1) + "}");
    EXPECT_EQ(book.bids, whole.bids);
    EXPECT_EQ(book.asks, whole.asks);
    EXPECT_GT(book.bids.size(), 10U);
}

// What is refused leaves nothing behind: neither the channels that were asked for nor their topics.
TEST(GatewayStream, TooManyChannelsAreRefusedAndForgotten)
{
    GatewayKit kit(GatewayKit::unlimited());
    StreamClient stream(kit.gateway->port());
    std::string params;
    for (int levels = 1; levels <= 201; ++levels) {
        params += (levels == 1 ? "" : ",") + ("\"depth" + std::to_string(levels)) + "@BTC-USDT\"";
    }
    stream.send(R"({"method":"SUBSCRIBE","params":[)" + params + R"(],"id":1})");
    EXPECT_EQ(member(stream.nextWith("\"id\":1"), "/error/code"), "StreamTooMany");
    EXPECT_EQ(member(kit.client("admin").get("/health/detailed").body, "/queues/channels"), "0");
}

TEST(GatewayStream, BothLanguagesNameTheSameStreams)
{
    GatewayKit kit(GatewayKit::unlimited());
    StreamClient stream(kit.gateway->port());
    stream.send(R"({"type":"subscribe","channel":"orderbook","venue":"SIM-A","symbol":"BTC-USDT"})");
    EXPECT_EQ(
        stream.next(), R"({"type":"subscribed","id":null,"result":["depth1000@SIM-A:BTC-USDT@100ms"]})"
    );
    stream.send(
        R"({"method":"SUBSCRIBE","params":["trade@BTC-USDT","ticker@BTC-USDT","kline_1m@BTC-USDT"],"id":"a"})"
    );
    EXPECT_NE(stream.nextWith(R"("id":"a")").find("kline_1m@SIM-A:BTC-USDT"), std::string::npos);
    EXPECT_FALSE(stream.nextWith(R"("stream":"trade@SIM-A:BTC-USDT")").empty());
    EXPECT_FALSE(stream.nextWith(R"("stream":"kline_1m@SIM-A:BTC-USDT")").empty());
    EXPECT_FALSE(stream.nextWith(R"("stream":"ticker@SIM-A:BTC-USDT")").empty());
    stream.send(R"({"method":"LIST_SUBSCRIPTIONS","id":2})");
    auto const list = stream.nextWith(R"("id":2)");
    EXPECT_NE(list.find("depth1000@SIM-A:BTC-USDT@100ms"), std::string::npos);
    stream.send(R"({"method":"UNSUBSCRIBE","params":["trade@BTC-USDT"],"id":3})");
    EXPECT_FALSE(stream.nextWith(R"("id":3)").empty());
    stream.send(R"({"method":"LIST_SUBSCRIPTIONS","id":4})");
    EXPECT_EQ(stream.nextWith(R"("id":4)").find("trade@"), std::string::npos);
}

TEST(GatewayStream, ConsolidatedBooksComeWithTheirVenues)
{
    GatewayKit kit(GatewayKit::unlimited());
    StreamClient stream(kit.gateway->port());
    stream.send(R"({"method":"SUBSCRIBE","params":["consolidated@BTC-USDT"],"id":1})");
    auto const message = stream.nextWith(R"("stream":"consolidated@BTC-USDT@100ms")");
    EXPECT_EQ(member(message, "/data/book/name"), "BTC-USDT");
    EXPECT_EQ(member(message, "/data/book/members/2/venue"), "SIM-C");
}

TEST(GatewayStream, OrdersOverItAreTheOrdersOverHttp)
{
    GatewayKit kit(GatewayKit::unlimited());
    StreamClient stream(kit.gateway->port());
    stream.send(R"({"method":"SUBSCRIBE","params":["orders"],"id":1})");
    EXPECT_EQ(member(stream.next(), "/error/code"), "AuthRequired");
    stream.send(R"({"method":"AUTH","params":{"token":")" + kit.token("trader") + R"("},"id":2})");
    EXPECT_EQ(member(stream.next(), "/result/user"), "trader");
    stream.send(R"({"method":"SUBSCRIBE","params":["orders","fills","balances"],"id":3})");
    EXPECT_EQ(member(stream.nextWith(R"("id":3)"), "/result/0"), "orders");
    stream.send(
        R"({"method":"order.place","params":{"symbol":"SIM-A:BTC-USDT","side":"BUY","ordType":"LIMIT","orderQty":"0.01","price":"50000","clOrdId":"w1"},"id":4})"
    );
    EXPECT_EQ(member(stream.nextWith(R"("type":"report")"), "/data/ordStatus"), "PENDING_NEW");
    EXPECT_EQ(member(stream.nextWith(R"("id":4)"), "/result/ordStatus"), "NEW");
    EXPECT_EQ(kit.client("trader").get("/api/orders/w1").status, 200);
    stream.send(R"({"method":"order.cancel","params":{"clOrdId":"w1"},"id":5})");
    EXPECT_EQ(member(stream.nextWith(R"("id":5)"), "/result/ordStatus"), "CANCELED");
    stream.send(R"({"method":"order.cancel","params":{"clOrdId":"never"},"id":6})");
    EXPECT_EQ(member(stream.nextWith(R"("id":6)"), "/error/code"), "OrderUnknown");
}

TEST(GatewayStream, OrdersThatGoWithTheirConnectionAreCancelled)
{
    GatewayKit kit(GatewayKit::unlimited());
    auto trader = kit.client("trader");
    {
        StreamClient stream(kit.gateway->port(), "/ws", kit.token("trader"));
        stream.send(
            R"({"method":"order.place","params":{"symbol":"SIM-A:BTC-USDT","side":"BUY","ordType":"LIMIT","orderQty":"0.01","price":"50000","clOrdId":"stays"},"id":1})"
        );
        EXPECT_FALSE(stream.nextWith(R"("id":1)").empty());
        stream.send(
            R"({"method":"order.place","params":{"symbol":"SIM-A:BTC-USDT","side":"BUY","ordType":"LIMIT","orderQty":"0.01","price":"50000","clOrdId":"goes","cancelOnDisconnect":true},"id":2})"
        );
        EXPECT_FALSE(stream.nextWith(R"("id":2)").empty());
        stream.cut();
    }
    std::string status = "NEW";
    for (int i = 0; i < 2000 && status != "CANCELED"; ++i) {
        status = member(trader.get("/api/orders/goes").body, "/ordStatus");
    }
    EXPECT_EQ(status, "CANCELED");
    EXPECT_EQ(member(trader.get("/api/orders/stays").body, "/ordStatus"), "NEW");
}

TEST(GatewayStream, ACancelThatFindsNoRoomIsSentWhenThereIsSome)
{
    auto owned = std::make_unique<FakeSession>();
    FakeSession& engine = *owned;
    engine.setAnswer(SubmitResult::Busy);
    SystemClock clock;
    GatewayThread thread;
    std::unique_ptr<AccountDesk> desk;
    thread.run([&] {
        const DeskObserver nobody{
            [](Duration) {},
            [](ExecutionReport const&) {
            }};
        desk = std::make_unique<AccountDesk>(AccountId(2), std::move(owned), thread, clock, nobody);
        desk->cancelSurely({ClOrdId("c1"), ClOrdId("first")});
        desk->cancelSurely({ClOrdId("c2"), ClOrdId("second")});
    });
    std::this_thread::sleep_for(std::chrono::milliseconds(120)); // it was tried again meanwhile
    EXPECT_TRUE(engine.commands().empty());
    engine.setAnswer(SubmitResult::Accepted);
    for (int i = 0; i < 500 && engine.commands().size() < 2; ++i) {
        std::this_thread::sleep_for(std::chrono::milliseconds(10));
    }
    auto const sent = engine.commands();
    ASSERT_EQ(sent.size(), 2U);
    EXPECT_EQ(std::get<OrderCancelRequest>(sent[0]).origClOrdId, ClOrdId("first"));
    EXPECT_EQ(std::get<OrderCancelRequest>(sent[1]).origClOrdId, ClOrdId("second"));
    thread.run([&] { desk.reset(); });
}

// What somebody may is asked at every request, not when he came.
TEST(GatewayStream, ALoginThatIsEndedEndsItsStream)
{
    GatewayKit kit(GatewayKit::unlimited());
    auto const token = kit.token("trader");
    StreamClient stream(kit.gateway->port(), "/ws", token);
    stream.send(R"({"method":"SUBSCRIBE","params":["balances"],"id":1})");
    EXPECT_EQ(member(stream.nextWith(R"("id":1)"), "/result/0"), "balances");
    GatewayClient same(kit.gateway->port(), token);
    ASSERT_EQ(same.request("POST", "/api/v1/auth/logout").status, 200);
    stream.send(
        R"({"method":"order.place","params":{"symbol":"SIM-A:BTC-USDT","side":"BUY","ordType":"LIMIT","orderQty":"0.01","price":"50000","clOrdId":"late"},"id":2})"
    );
    EXPECT_EQ(member(stream.nextWith(R"("id":2)"), "/error/code"), "AuthRevoked");
    EXPECT_EQ(stream.next(), "");
    EXPECT_EQ(stream.closeCode(), 1008);
    EXPECT_EQ(kit.client("trader").get("/api/orders/late").status, 404);
}

// Also one that only listens, within seconds.
TEST(GatewayStream, AUserWhoIsDisabledHearsNoMore)
{
    GatewayKit kit(GatewayKit::unlimited());
    StreamClient stream(kit.gateway->port(), "/ws", kit.token("trader"));
    stream.send(R"({"method":"SUBSCRIBE","params":["orders"],"id":1})");
    EXPECT_EQ(member(stream.nextWith(R"("id":1)"), "/result/0"), "orders");
    for (auto const& user : kit.identity->users()) {
        if (user.name == "trader") {
            ASSERT_TRUE(kit.identity->setDisabled(user.id, true, {"test", {}}));
        }
    }
    while (!stream.next().empty()) { // what was on its way
    }
    EXPECT_EQ(stream.closeCode(), 1008);
}

TEST(GatewayStream, ANameSaidTwiceIsSaidOnce)
{
    GatewayKit kit(GatewayKit::unlimited());
    StreamClient stream(kit.gateway->port());
    for (auto const* method : {"SUBSCRIBE", "UNSUBSCRIBE", "UNSUBSCRIBE", "SUBSCRIBE"}) {
        stream.send(
            R"({"method":")" + std::string(method) +
            R"(","params":["depth@SIM-A:BTC-USDT","depth1000@SIM-A:BTC-USDT@100ms"],"id":7})"
        );
        EXPECT_EQ(member(stream.nextWith(R"("id":7)"), "/result"), R"(["depth1000@SIM-A:BTC-USDT@100ms"])")
            << method;
    }
}

TEST(GatewayStream, WhoAsksAnewIsToldAnew)
{
    GatewayKit kit(GatewayKit::unlimited());
    StreamClient stream(kit.gateway->port(), "/ws", kit.token("trader"));
    for (int i = 1; i <= 2; ++i) {
        stream.send(R"({"method":"SUBSCRIBE","params":["balances"],"id":1})");
        EXPECT_NE(stream.nextWith(R"("stream":"balances","type":"snapshot")"), "");
        stream.send(R"({"method":"UNSUBSCRIBE","params":["balances"],"id":2})");
        EXPECT_NE(stream.nextWith(R"("id":2)"), "");
    }
}

// It reads nothing while the market runs on: its queue stays bounded, and it is in step again with one
// snapshot.
TEST(GatewayStream, ASlowClientIsConflated)
{
    GatewaySettings settings = GatewayKit::unlimited();
    GatewayKit kit(settings);
    constexpr int smallBuffer = 4096;
    StreamClient slow(kit.gateway->port(), "/ws", {}, {}, smallBuffer);
    std::string names;
    for (auto const* symbol : {"BTC-USDT", "ETH-USDT", "SOL-USDT", "BNB-USDT"}) {
        for (auto const* venue : {"SIM-A", "SIM-B", "SIM-C"}) {
            names +=
                (names.empty() ? "\"" : ",\"") + ("depth@" + std::string(venue)) + ":" + symbol + "@16ms\"";
        }
    }
    slow.send(R"({"method":"SUBSCRIBE","params":[)" + names + R"(],"id":1})");
    ASSERT_EQ(
        kit.session.submit(ReplayRequest{ReplayRequest::Action::SetSpeed, {}, 20.0}), SubmitResult::Accepted
    );
    auto admin = kit.client("admin");
    auto const resyncs = [&] {
        return std::stoi(member(admin.get("/admin/queue-status").body, "/resyncs"));
    };
    // Nothing is read for as long as it takes to be more than a socket's buffers hold.
    StreamClient fast(kit.gateway->port());
    fast.send(R"({"method":"SUBSCRIBE","params":["depth@SIM-A:BTC-USDT@16ms"],"id":1})");
    fast.next();
    FollowedBook inStep;
    for (int i = 0; i < 600; ++i) {
        inStep.take(fast.next());
    }
    EXPECT_EQ(inStep.snapshots, 1) << "the others' slowness is not ours";
    FollowedBook book;
    for (int i = 0; i < 20'000 && book.snapshots < 2; ++i) {
        auto const message = slow.nextWith(R"("stream":"depth1000@SIM-A:BTC-USDT@16ms")");
        ASSERT_FALSE(message.empty());
        book.take(message);
    }
    EXPECT_GE(book.snapshots, 2);
    EXPECT_GE(resyncs(), 1);
}

TEST(GatewayStream, WhatIsNotUnderstoodIsAnsweredNotDropped)
{
    GatewayKit kit(GatewayKit::unlimited());
    StreamClient stream(kit.gateway->port());
    for (auto const& [sent, code] :
         {std::pair{"not json", "JsonMalformed"},
          {"[1,2]", "JsonMalformed"},
          {"{}", "RequestMissing"},
          {R"({"method":"FLY","id":1})", "RequestBadValue"},
          {R"({"method":"SUBSCRIBE","params":"depth@BTC-USDT"})", "RequestMissing"},
          {R"({"method":"SUBSCRIBE","params":[1]})", "RequestBadValue"},
          {R"({"method":"SUBSCRIBE","params":["depth"]})", "StreamUnknown"},
          {R"({"method":"SUBSCRIBE","params":["depth0@BTC-USDT"]})", "StreamUnknown"},
          {R"({"method":"SUBSCRIBE","params":["depth@BTC-USDT@1ms"]})", "StreamUnknown"},
          {R"({"method":"SUBSCRIBE","params":["kline_7m@BTC-USDT"]})", "StreamUnknown"},
          {R"({"method":"SUBSCRIBE","params":["depth@NOPE"]})", "OrderUnknownSymbol"},
          {R"({"method":"SUBSCRIBE","params":["trade@BTC-USDT","depth@NOPE"]})", "OrderUnknownSymbol"},
          {R"({"type":"subscribe","channel":"orderbook"})", "RequestMissing"},
          {R"({"type":"subscribe"})", "RequestMissing"},
          {R"({"method":"AUTH","params":{"token":"x.y.z"}})", "AuthTokenInvalid"},
          {R"({"method":"order.place","params":{}})", "AuthRequired"}}) {
        stream.send(sent);
        EXPECT_EQ(member(stream.next(), "/error/code"), code) << sent;
    }
    stream.send(R"({"method":"LIST_SUBSCRIPTIONS","id":1})");
    EXPECT_EQ(stream.next(), R"({"id":1,"result":[]})") << "of what was refused nothing was begun";
}

TEST(GatewayStream, APageOfAnotherHostGetsNone)
{
    GatewayKit kit(GatewayKit::unlimited());
    EXPECT_EQ(
        StreamClient(kit.gateway->port(), "/ws", {}, {{"Origin", "https://evil.example"}}).refused(), 403
    );
    EXPECT_EQ(StreamClient(kit.gateway->port(), "/ws", {}, {{"Origin", "https://localhost"}}).refused(), 0);
    EXPECT_EQ(StreamClient(kit.gateway->port(), "/nothing").refused(), 404);
    EXPECT_EQ(StreamClient(kit.gateway->port(), "/ws", "x.y.z").refused(), 401);
}

TEST(GatewayStream, ItSaysGoodbyeWhenTheServerStops)
{
    GatewayKit kit(GatewayKit::unlimited());
    StreamClient stream(kit.gateway->port());
    stream.send(R"({"method":"PING","id":1})");
    EXPECT_FALSE(stream.next().empty());
    std::thread stopping([&] { kit.gateway->stop(seconds(2)); });
    EXPECT_TRUE(stream.next().empty());
    EXPECT_EQ(stream.closeCode(), 1001);
    stopping.join();
}

} // namespace
} // namespace qob::test
