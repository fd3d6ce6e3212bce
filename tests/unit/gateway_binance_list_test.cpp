// Order lists and trailing stops in Binance's language, and a client of its streams that does not read.

#include "tests/support/binance_client.h"

#include <gtest/gtest.h>

#include <cmath>

namespace qob::test {
namespace {

constexpr std::uint32_t mayTrade = 1U << static_cast<unsigned>(Permission::ReadMarket) |
                                   1U << static_cast<unsigned>(Permission::ReadOrders) |
                                   1U << static_cast<unsigned>(Permission::Trade);

class BinanceLists : public testing::Test {
protected:
    // So many hundredths of the price as it is, in whole units.
    std::string price(int hundredths)
    {
        auto const last = std::stod(jsonAt(trader.get("/api/v3/ticker/price?symbol=BTCUSDT").body, "/price"));
        return std::to_string(std::lround(last * hundredths / 100));
    }

    Answer post(std::string const& path, std::string const& fields)
    {
        return trader.request("POST", "/api/v3/orderList/" + path, "symbol=BTCUSDT&" + fields);
    }

    std::string statusOf(std::string const& clientId)
    {
        return jsonAt(
            trader.request("GET", "/api/v3/order", "symbol=BTCUSDT&origClientOrderId=" + clientId).body,
            "/status"
        );
    }

    // A fill may come a moment after the order was answered.
    bool becomes(std::string const& clientId, std::string const& status)
    {
        for (int tries = 0; tries < 500 && statusOf(clientId) != status; ++tries) {
        }
        return statusOf(clientId) == status;
    }

    explicit BinanceLists(std::size_t ordersKept = 10'000) : kit(keeping(ordersKept)) {}

    static GatewaySettings keeping(std::size_t orders)
    {
        auto settings = GatewayKit::unlimited();
        settings.ordersKept = orders;
        return settings;
    }

    GatewayKit kit;
    BinanceClient trader{kit, "trader", mayTrade};
};

class ForgetfulBinanceLists : public BinanceLists {
protected:
    ForgetfulBinanceLists() : BinanceLists(1) {}
};

TEST_F(ForgetfulBinanceLists, AListWhoseFirstOrderIsForgottenIsShownByTheOthers)
{
    auto const made = post(
        "oto",
        "workingType=LIMIT&workingSide=BUY&workingPrice=" + price(102) +
            "&workingQuantity=0.01&workingTimeInForce=GTC&workingClientOrderId=first&pendingType=LIMIT&"
            "pendingSide=SELL&pendingPrice=" +
            price(150) + "&pendingQuantity=0.01&pendingTimeInForce=GTC&pendingClientOrderId=second"
    );
    ASSERT_EQ(made.status, 200) << made.body;
    auto const list = jsonAt(made.body, "/orderListId");
    ASSERT_TRUE(becomes("second", "NEW"));
    for (char const* id : {"x", "y"}) {
        auto const order =
            "symbol=BTCUSDT&side=BUY&type=LIMIT&timeInForce=GTC&quantity=0.01&price=" + price(50) +
            "&newClientOrderId=" + id;
        ASSERT_EQ(trader.request("POST", "/api/v3/order", order).status, 200);
        auto const gone = std::string("symbol=BTCUSDT&origClientOrderId=") + id;
        ASSERT_EQ(trader.request("DELETE", "/api/v3/order", gone).status, 200);
    }
    ASSERT_EQ(statusOf("first"), "(nothing)") << "it is forgotten";
    auto const open = trader.request("GET", "/api/v3/openOrderList");
    ASSERT_EQ(open.status, 200);
    EXPECT_EQ(jsonAt(open.body, "/0/orders/0/clientOrderId"), "second") << open.body;
    auto const cancelled =
        trader.request("DELETE", "/api/v3/orderList", "symbol=BTCUSDT&orderListId=" + list);
    EXPECT_EQ(cancelled.status, 200) << cancelled.body;
}

TEST_F(BinanceLists, OfAnOcoOneCancelsTheOther)
{
    auto const made = post(
        "oco",
        "side=SELL&quantity=0.01&aboveType=LIMIT_MAKER&abovePrice=" + price(150) +
            "&belowType=STOP_LOSS&belowStopPrice=" + price(50) +
            "&aboveClientOrderId=up&belowClientOrderId=down&listClientOrderId=pair"
    );
    ASSERT_EQ(made.status, 200) << made.body;
    EXPECT_EQ(jsonAt(made.body, "/contingencyType"), "OCO");
    EXPECT_EQ(jsonAt(made.body, "/listOrderStatus"), "EXECUTING");
    EXPECT_EQ(jsonAt(made.body, "/listClientOrderId"), "pair");
    EXPECT_EQ(jsonAt(made.body, "/orders/0/clientOrderId"), "up");
    EXPECT_EQ(jsonAt(made.body, "/orders/1/clientOrderId"), "down");
    EXPECT_EQ(jsonAt(made.body, "/orderReports/1/type"), "STOP_LOSS");
    auto const list = jsonAt(made.body, "/orderListId");
    auto const up = trader.request("GET", "/api/v3/order", "symbol=BTCUSDT&origClientOrderId=up");
    EXPECT_EQ(jsonAt(up.body, "/orderListId"), list) << up.body;
    auto const open = trader.request("GET", "/api/v3/openOrderList");
    EXPECT_EQ(jsonAt(open.body, "/0/orderListId"), list) << open.body;
    EXPECT_EQ(jsonAt(open.body, "/1"), "(nothing)") << "it is one list";

    ASSERT_EQ(trader.request("DELETE", "/api/v3/order", "symbol=BTCUSDT&origClientOrderId=up").status, 200);
    EXPECT_EQ(statusOf("down"), "EXPIRED") << "as Binance calls what goes with another";
    auto const now = trader.request("GET", "/api/v3/orderList", "orderListId=" + list);
    EXPECT_EQ(jsonAt(now.body, "/listOrderStatus"), "ALL_DONE") << now.body;
    EXPECT_EQ(trader.request("GET", "/api/v3/openOrderList").body, "[]");
}

TEST_F(BinanceLists, AnOtoBringsItsSecondWhenTheFirstIsFilled)
{
    auto const waits = post(
        "oto",
        "workingType=LIMIT&workingSide=BUY&workingPrice=" + price(50) +
            "&workingQuantity=0.01&workingTimeInForce=GTC&workingClientOrderId=far&pendingType=LIMIT&"
            "pendingSide=SELL&pendingPrice=" +
            price(150) + "&pendingQuantity=0.01&pendingTimeInForce=GTC&pendingClientOrderId=later"
    );
    ASSERT_EQ(waits.status, 200) << waits.body;
    EXPECT_EQ(jsonAt(waits.body, "/contingencyType"), "OTO");
    EXPECT_EQ(statusOf("far"), "NEW");
    auto const list = jsonAt(waits.body, "/orderListId");
    auto const gone = trader.request("DELETE", "/api/v3/orderList", "symbol=BTCUSDT&orderListId=" + list);
    ASSERT_EQ(gone.status, 200) << gone.body;
    EXPECT_EQ(jsonAt(gone.body, "/listOrderStatus"), "ALL_DONE") << gone.body;
    EXPECT_EQ(statusOf("far"), "CANCELED");
    EXPECT_EQ(statusOf("later"), "EXPIRED");

    auto const buys = post(
        "oto",
        "workingType=LIMIT&workingSide=BUY&workingPrice=" + price(105) +
            "&workingQuantity=0.01&workingTimeInForce=GTC&workingClientOrderId=now&pendingType=LIMIT&"
            "pendingSide=SELL&pendingPrice=" +
            price(150) + "&pendingQuantity=0.01&pendingTimeInForce=GTC&pendingClientOrderId=then"
    );
    ASSERT_EQ(buys.status, 200) << buys.body;
    EXPECT_TRUE(becomes("now", "FILLED"));
    EXPECT_TRUE(becomes("then", "NEW"));
}

TEST_F(BinanceLists, AnOtocoBringsTwoThatCancelEachOther)
{
    auto const made = post(
        "otoco",
        "workingType=LIMIT&workingSide=BUY&workingPrice=" + price(105) +
            "&workingQuantity=0.01&workingTimeInForce=GTC&workingClientOrderId=in&pendingSide=SELL&"
            "pendingQuantity=0.01&pendingAboveType=LIMIT_MAKER&pendingAbovePrice=" +
            price(150) + "&pendingAboveClientOrderId=gain&pendingBelowType=STOP_LOSS&pendingBelowStopPrice=" +
            price(50) + "&pendingBelowClientOrderId=loss"
    );
    ASSERT_EQ(made.status, 200) << made.body;
    EXPECT_TRUE(becomes("in", "FILLED"));
    EXPECT_TRUE(becomes("gain", "NEW"));
    ASSERT_EQ(trader.request("DELETE", "/api/v3/order", "symbol=BTCUSDT&origClientOrderId=gain").status, 200);
    EXPECT_EQ(statusOf("loss"), "EXPIRED");
}

TEST_F(BinanceLists, WhatIsWrongInAListNamesTheOrderAndPlacesNone)
{
    auto const bad = post(
        "oco",
        "side=SELL&quantity=0.01&aboveType=LIMIT_MAKER&abovePrice=" + price(150) +
            "&belowType=TAKE_PROFIT&belowStopPrice=" + price(50)
    );
    EXPECT_EQ(bad.status, 400) << bad.body;
    EXPECT_NE(bad.body.find("below"), std::string::npos) << bad.body;
    EXPECT_EQ(post("oco", "side=SELL&quantity=0.01&aboveType=LIMIT_MAKER").status, 400);
    EXPECT_EQ(trader.request("GET", "/api/v3/openOrders").body, "[]");
    EXPECT_EQ(trader.request("GET", "/api/v3/orderList", "orderListId=9").status, 400);
    BinanceClient stranger(kit, "other", mayTrade);
    auto const made = post(
        "oco",
        "side=SELL&quantity=0.01&aboveType=LIMIT_MAKER&abovePrice=" + price(150) +
            "&belowType=STOP_LOSS&belowStopPrice=" + price(50)
    );
    ASSERT_EQ(made.status, 200) << made.body;
    EXPECT_EQ(
        stranger.request("DELETE", "/api/v3/orderList", "orderListId=" + jsonAt(made.body, "/orderListId"))
            .status,
        400
    ) << "another's";
}

TEST_F(BinanceLists, AStopMayTrailThePrice)
{
    auto const order = std::string("symbol=BTCUSDT&side=SELL&type=STOP_LOSS&quantity=0.01&newClientOrderId=");
    auto const made = trader.request("POST", "/api/v3/order", order + "trails&trailingDelta=1000");
    ASSERT_EQ(made.status, 200) << made.body;
    auto const own = kit.client("trader").get("/api/v1/order?clOrdId=trails").body;
    auto const last = std::stod(price(100));
    EXPECT_NEAR(std::stod(jsonAt(own, "/trailOffset")), last / 10, last / 50) << own;
    for (auto const* const wrong :
         {"trailingDelta=9",
          "trailingDelta=2001",
          "trailingDelta=99999999999999999999",
          "trailingDelta=100&stopPrice=1"}) {
        auto const refused = trader.request("POST", "/api/v3/order", order + "wrong&" + wrong);
        EXPECT_EQ(refused.status, 400) << wrong << refused.body;
    }
    EXPECT_EQ(
        trader
            .request(
                "POST",
                "/api/v3/order",
                "symbol=BTCUSDT&side=SELL&type=LIMIT&timeInForce=GTC&price=1&quantity=0.01&trailingDelta=100"
            )
            .status,
        400
    );
}

// Words shorter than any that is known, and with more behind them.
TEST(BinanceStreams, NamesOfNothingAreRefused)
{
    GatewayKit kit(GatewayKit::unlimited());
    for (auto const* const name :
         {"btcusdt@trat@trade",
          "btcusdt@d@100ms",
          "btcusdt@",
          "btcusdt@@",
          "@",
          "btcusdt@depth5@",
          "btcusdt@kline_"}) {
        EXPECT_GE(StreamClient(kit.gateway->port(), std::string("/ws/") + name).refused(), 400) << name;
    }
    StreamClient stream(kit.gateway->port());
    stream.send(R"({"method":"SUBSCRIBE","params":nope,"id":1})");
    EXPECT_NE(stream.next().find("JsonMalformed"), std::string::npos);
    EXPECT_EQ(kit.client().get("/health/live").status, 200);
}

// What it missed is missing in the numbers, the others miss nothing, and nothing piles up for it.
TEST(BinanceStreams, ASlowClientIsPassedOver)
{
    GatewayKit kit(GatewayKit::unlimited());
    constexpr int smallBuffer = 4096;
    auto const numberOf = [](std::string const& message, char const* pointer) {
        return std::stoull(jsonAt(message, pointer));
    };
    StreamClient slow(
        kit.gateway->port(),
        "/stream?streams=btcusdt@depth@100ms/btcusdt@depth20@100ms/ethusdt@depth20@100ms/"
        "solusdt@depth20@100ms/"
        "btcusdt@trade/ethusdt@trade/solusdt@trade/btcusdt@bookTicker/ethusdt@bookTicker/solusdt@bookTicker",
        {},
        {},
        smallBuffer
    );
    ASSERT_EQ(slow.refused(), 0);
    ASSERT_EQ(
        kit.session.submit(ReplayRequest{ReplayRequest::Action::SetSpeed, {}, 20.0}), SubmitResult::Accepted
    );
    StreamClient fast(kit.gateway->port(), "/ws/btcusdt@depth@100ms");
    std::uint64_t last = 0;
    for (int i = 0; i < 150; ++i) {
        auto const message = fast.next();
        ASSERT_TRUE(last == 0 || numberOf(message, "/U") == last + 1) << message;
        last = numberOf(message, "/u");
    }
    bool missed = false;
    last = 0;
    for (int i = 0; i < 5'000 && !missed; ++i) {
        auto const message = slow.nextWith(R"("stream":"btcusdt@depth@100ms")");
        ASSERT_FALSE(message.empty());
        missed = last != 0 && numberOf(message, "/data/U") != last + 1;
        last = numberOf(message, "/data/u");
    }
    EXPECT_TRUE(missed);
}

} // namespace
} // namespace qob::test
