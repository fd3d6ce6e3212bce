// What a bot relies on: that an answer says what became of its order, and that a refusal changes nothing.

#include "engine/gateway/binance_book.h"
#include "engine/gateway/channel.h"
#include "tests/support/binance_client.h"
#include "tests/support/fake_session.h"

#include <gtest/gtest.h>

namespace qob::test {
namespace {

constexpr std::uint32_t mayTrade = 1U << static_cast<unsigned>(Permission::ReadMarket) |
                                   1U << static_cast<unsigned>(Permission::ReadOrders) |
                                   1U << static_cast<unsigned>(Permission::Trade);

std::string limit(char const* side, char const* price, char const* quantity = "0.01")
{
    return std::string("symbol=BTCUSDT&type=LIMIT&timeInForce=GTC&side=") + side + "&price=" + price +
           "&quantity=" + quantity;
}

class GatewayBot : public testing::Test {
protected:
    std::string place(std::string const& parameters)
    {
        auto const placed = bot.request("POST", "/api/v3/order", parameters);
        EXPECT_EQ(placed.status, 200) << placed.body;
        return placed.body;
    }

    [[nodiscard]] double lastPrice()
    {
        return std::stod(jsonAt(bot.get("/api/v3/ticker/price?symbol=BTCUSDT").body, "/price"));
    }

    std::string codeOf(std::string const& method, std::string const& path, std::string const& parameters)
    {
        return jsonAt(bot.request(method, path, parameters).body, "/code");
    }

    GatewayKit kit{GatewayKit::unlimited()};
    BinanceClient bot{kit, "trader", mayTrade};
};

TEST_F(GatewayBot, AnOrderThatTradesAtOnceIsAnsweredAsTraded)
{
    auto trader = kit.client("other");
    for (int i = 0; i < 20; ++i) {
        auto const buys = i % 2 == 0;
        auto const body = place(limit(buys ? "BUY" : "SELL", buys ? "1000000" : "10000"));
        EXPECT_NE(jsonAt(body, "/status"), "NEW") << body;
        EXPECT_NE(jsonAt(body, "/fills"), "[]") << body;
        auto const own = trader.request(
            "POST",
            "/api/v1/order",
            std::string(R"({"symbol":"SIM-A:BTC-USDT","ordType":"LIMIT","orderQty":"0.01","side":")") +
                (buys ? R"(BUY","price":"1000000"})" : R"(SELL","price":"10000"})")
        );
        ASSERT_EQ(own.status, 200) << own.body;
        EXPECT_NE(jsonAt(own.body, "/ordStatus"), "NEW") << own.body;
    }
}

TEST_F(GatewayBot, AListOfWhichOneIsRefusedIsRefused)
{
    // Both prices on the wrong side of the market.
    EXPECT_EQ(
        codeOf(
            "POST",
            "/api/v3/orderList/oco",
            "symbol=BTCUSDT&side=SELL&quantity=0.01&aboveType=LIMIT_MAKER&abovePrice=1000"
            "&belowType=STOP_LOSS&belowStopPrice=20000"
        ),
        "-2010"
    );
    EXPECT_EQ(
        codeOf(
            "POST",
            "/api/v3/orderList/oco",
            "symbol=BTCUSDT&side=SELL&quantity=0.01&aboveType=LIMIT_MAKER&abovePrice=900000"
            "&belowType=STOP_LOSS&belowStopPrice=800000"
        ),
        "-2010"
    );
    EXPECT_EQ(bot.request("GET", "/api/v3/openOrders").body, "[]");
    EXPECT_EQ(bot.request("GET", "/api/v3/myTrades", "symbol=BTCUSDT").body, "[]");
}

TEST_F(GatewayBot, BothOrdersOfAListThatIsCancelledAreCancelled)
{
    auto const placed = bot.request(
        "POST",
        "/api/v3/orderList/oco",
        "symbol=BTCUSDT&side=SELL&quantity=0.01&aboveType=LIMIT_MAKER&abovePrice=900000"
        "&belowType=STOP_LOSS&belowStopPrice=20000"
    );
    ASSERT_EQ(placed.status, 200) << placed.body;
    auto const gone = bot.request(
        "DELETE", "/api/v3/orderList", "symbol=BTCUSDT&orderListId=" + jsonAt(placed.body, "/orderListId")
    );
    EXPECT_EQ(jsonAt(gone.body, "/orderReports/0/status"), "CANCELED") << gone.body;
    EXPECT_EQ(jsonAt(gone.body, "/orderReports/1/status"), "CANCELED") << gone.body;
}

TEST_F(GatewayBot, WhatAFilterForbidsTakesNoOrderAway)
{
    auto const id = jsonAt(place(limit("BUY", "1000")), "/orderId");
    for (auto const* const wrong : {"1000000", "0.0001"}) {
        auto const parameters = limit("BUY", "1000", wrong);
        EXPECT_EQ(codeOf("POST", "/api/v3/order/test", parameters), "-1013") << wrong;
        EXPECT_NE(
            bot.request(
                   "POST",
                   "/api/v3/order/cancelReplace",
                   parameters + "&cancelReplaceMode=STOP_ON_FAILURE&cancelOrderId=" + id
            )
                .status,
            200
        );
        auto const still = bot.request("GET", "/api/v3/order", "symbol=BTCUSDT&orderId=" + id);
        EXPECT_EQ(jsonAt(still.body, "/status"), "NEW") << still.body;
    }
}

TEST_F(GatewayBot, AStopOnTheWrongSideOfTheMarketIsRefusedAndATriggeredOneKeepsItsName)
{
    auto const stop = std::string("symbol=BTCUSDT&type=STOP_LOSS&quantity=0.01&side=SELL&stopPrice=");
    EXPECT_EQ(codeOf("POST", "/api/v3/order", stop + "900000"), "-2010");
    auto const resting = place(stop + "20000");
    EXPECT_EQ(jsonAt(resting, "/type"), "STOP_LOSS");
    ExecutionReport triggered;
    triggered.ordType = OrdType::Market;
    triggered.stopPx = Price(1);
    EXPECT_EQ(binanceType(triggered), "STOP_LOSS");
    triggered.ordType = OrdType::Limit;
    EXPECT_EQ(binanceType(triggered), "STOP_LOSS_LIMIT");
}

TEST_F(GatewayBot, PagesBeginWhereTheyAreAskedToBegin)
{
    std::vector<std::string> ids;
    for (int i = 0; i < 5; ++i) {
        ids.push_back(
            jsonAt(place(limit(i % 2 == 0 ? "BUY" : "SELL", i % 2 == 0 ? "1000000" : "10000")), "/orderId")
        );
    }
    for (auto const* const begin : {"orderId=0", "startTime=0"}) {
        auto const page =
            bot.request("GET", "/api/v3/allOrders", std::string("symbol=BTCUSDT&limit=2&") + begin);
        EXPECT_EQ(jsonAt(page.body, "/0/orderId"), ids[0]) << begin;
        EXPECT_EQ(jsonAt(page.body, "/1/orderId"), ids[1]) << begin;
    }
    auto const newest = bot.request("GET", "/api/v3/allOrders", "symbol=BTCUSDT&limit=2");
    EXPECT_EQ(jsonAt(newest.body, "/1/orderId"), ids[4]);
    for (auto const* const begin : {"fromId=0", "startTime=0"}) {
        auto const page =
            bot.request("GET", "/api/v3/myTrades", std::string("symbol=BTCUSDT&limit=1&") + begin);
        EXPECT_EQ(jsonAt(page.body, "/0/orderId"), ids[0]) << begin;
    }
}

TEST_F(GatewayBot, FeesAndSymbolsAreWhatTheyAre)
{
    auto const account = bot.request("GET", "/api/v3/account").body;
    auto const fees = bot.request("GET", "/sapi/v1/asset/tradeFee").body;
    EXPECT_EQ(jsonAt(account, "/commissionRates/taker"), jsonAt(fees, "/0/takerCommission"));
    EXPECT_NE(jsonAt(account, "/takerCommission"), "0");
    auto const two = bot.get("/api/v3/exchangeInfo?symbols=%5B%22ETHUSDT%22,%22BTCUSDT%22%5D").body;
    EXPECT_NE(jsonAt(two, "/symbols/1/symbol"), "(nothing)");
    EXPECT_EQ(jsonAt(two, "/symbols/2"), "(nothing)");
    EXPECT_EQ(jsonAt(two, "/symbols/0/ocoAllowed"), "true");
    EXPECT_EQ(jsonAt(bot.get("/api/v3/ticker/price?symbols=%5B%22NOPE%22%5D").body, "/code"), "-1121");
}

TEST_F(GatewayBot, WhatIsNotBuiltSaysSoHoweverItIsAsked)
{
    auto client = kit.client("trader");
    for (auto const* const path :
         {"/api/risk",
          "/api/risk/limits",
          "/api/risk/limits/1",
          "/api/smart-orders",
          "/api/smart-orders/twap/1"}) {
        for (auto const* const method : {"GET", "POST", "PUT", "DELETE"}) {
            auto const answer = client.request(method, path, {});
            EXPECT_EQ(answer.status, 501) << method << ' ' << path << answer.body;
            EXPECT_EQ(jsonAt(answer.body, "/error/code"), "RequestNotBuilt") << path;
        }
    }
}

TEST_F(GatewayBot, ADisabledUsersOrdersGo)
{
    place(limit("BUY", "1000"));
    auto admin = kit.client("admin");
    auto const working = [&] {
        return jsonAt(admin.get("/admin/orders").body, "/orders/0/order/ordStatus");
    };
    EXPECT_EQ(working(), "NEW");
    auto const id = std::to_string(kit.identity->userNamed("trader")->id.value);
    ASSERT_EQ(admin.request("PATCH", "/api/v1/users/" + id, R"({"disabled":true})").status, 200);
    while (working() != "(nothing)") { // or the test's limit of time
    }
}

// A world of the gateway's on a session that the test plays.
class PlayedMarket : public testing::Test {
protected:
    PlayedMarket()
    {
        btc.id = InstrumentId(1);
        btc.venue = "A";
        btc.symbol = "BTC-USDT";
        btc.canonical = "BTC-USDT";
        btc.kind = ContractKind::Spot;
        btc.priceScale = 3;
        btc.qtyScale = 1;
        session.setSnapshot({TopicKind::Instruments, {}, {}, {}, {}}, InstrumentList{{btc}});
        thread.run([this] {
            link = std::make_unique<EngineLink>(session, thread, clock);
            board = std::make_unique<MarketBoard>(*link);
        });
        settle();
    }

    ~PlayedMarket() override
    {
        thread.run([this] {
            board.reset();
            link.reset();
        });
    }

    // What was posted is done.
    void settle()
    {
        thread.run([] {});
        thread.run([] {});
    }

    FakeSession session;
    SystemClock clock;
    GatewayThread thread;
    Instrument btc;
    std::unique_ptr<EngineLink> link;
    std::unique_ptr<MarketBoard> board;
};

TEST_F(PlayedMarket, TheVenueOfWhoNamesNoneStaysTheFirst)
{
    Instrument late = btc;
    late.id = InstrumentId(0);
    late.venue = "LATE";
    session.publish({TopicKind::Instruments, {}, {}, {}, {}}, InstrumentList{{late}});
    settle();
    thread.run([this] { EXPECT_EQ(board->spotVenue(), "A"); });
}

TEST_F(PlayedMarket, OtherUnitsAreHeardOf)
{
    std::vector<Instrument> heard;
    thread.run([&] {
        board->onUnits = [&](Instrument const& instrument) {
            heard.push_back(instrument);
        };
    });
    session.publish({TopicKind::Instruments, {}, {}, {}, {}}, InstrumentList{{btc}});
    btc.priceScale = 1;
    session.publish({TopicKind::Instruments, {}, {}, {}, {}}, InstrumentList{{btc}});
    settle();
    thread.run([&] {
        ASSERT_EQ(heard.size(), 1U);
        EXPECT_EQ(heard[0].priceScale, 1);
    });
}

} // namespace
} // namespace qob::test
