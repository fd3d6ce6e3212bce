#include "tests/support/binance_client.h"

#include <gtest/gtest.h>

#include <map>

namespace qob::test {
namespace {

constexpr std::uint32_t mayTrade = 1U << static_cast<unsigned>(Permission::ReadMarket) |
                                   1U << static_cast<unsigned>(Permission::ReadOrders) |
                                   1U << static_cast<unsigned>(Permission::Trade);
// Far below the market: it rests.
constexpr char const* resting =
    "symbol=BTCUSDT&side=BUY&type=LIMIT&timeInForce=GTC&quantity=0.01&price=50000";

std::string withOrder(std::string const& changes)
{
    return "symbol=BTCUSDT&side=BUY&" + changes;
}

TEST(GatewayBinance, InstrumentsCarryTheirFilters)
{
    GatewayKit kit(GatewayKit::unlimited());
    auto const answer = kit.client().get("/api/v3/exchangeInfo?symbol=BTCUSDT");
    ASSERT_EQ(answer.status, 200) << answer.body;
    EXPECT_EQ(jsonAt(answer.body, "/symbols/0/symbol"), "BTCUSDT");
    EXPECT_EQ(jsonAt(answer.body, "/symbols/0/baseAsset"), "BTC");
    EXPECT_EQ(jsonAt(answer.body, "/symbols/1"), "(nothing)");
    auto const own = kit.client().get("/api/v1/symbols?venue=SIM-A");
    EXPECT_EQ(jsonAt(answer.body, "/symbols/0/filters/0/filterType"), "PRICE_FILTER");
    EXPECT_EQ(jsonAt(answer.body, "/symbols/0/filters/0/tickSize"), jsonAt(own.body, "/0/tickSize"));
    EXPECT_EQ(jsonAt(answer.body, "/symbols/0/filters/1/filterType"), "LOT_SIZE");
    EXPECT_EQ(jsonAt(answer.body, "/symbols/0/filters/1/stepSize"), jsonAt(own.body, "/0/lotSize"));
    // All are of one venue: no symbol is there twice.
    auto const all = kit.client().get("/api/v3/exchangeInfo");
    auto const first = all.body.find(R"("symbol":"BTCUSDT")");
    EXPECT_EQ(all.body.find(R"("symbol":"BTCUSDT")", first + 1), std::string::npos);
}

TEST(GatewayBinance, AnOrderFromPlacedToCancelled)
{
    GatewayKit kit(GatewayKit::unlimited());
    BinanceClient trader(kit, "trader", mayTrade);
    auto const placed =
        trader.request("POST", "/api/v3/order", std::string(resting) + "&newClientOrderId=mine");
    ASSERT_EQ(placed.status, 200) << placed.body;
    EXPECT_EQ(jsonAt(placed.body, "/status"), "NEW");
    EXPECT_EQ(jsonAt(placed.body, "/type"), "LIMIT");
    EXPECT_EQ(jsonAt(placed.body, "/clientOrderId"), "mine");
    EXPECT_EQ(jsonAt(placed.body, "/fills"), "[]");
    auto const id = jsonAt(placed.body, "/orderId");
    EXPECT_LT(std::stoull(id), std::uint64_t{1} << 53U); // JavaScript counts no further

    auto const which = "symbol=BTCUSDT&orderId=" + id;
    EXPECT_EQ(jsonAt(trader.request("GET", "/api/v3/order", which).body, "/clientOrderId"), "mine");
    EXPECT_EQ(jsonAt(trader.request("GET", "/api/v3/openOrders", "").body, "/0/orderId"), id);
    EXPECT_EQ(trader.request("GET", "/api/v3/order", "symbol=ETHUSDT&orderId=" + id).status, 400);

    BinanceClient stranger(kit, "other", mayTrade);
    EXPECT_EQ(jsonAt(stranger.request("GET", "/api/v3/order", which).body, "/code"), "-2013");
    EXPECT_EQ(jsonAt(stranger.request("DELETE", "/api/v3/order", which).body, "/code"), "-2011");

    auto const account = trader.request("GET", "/api/v3/account");
    EXPECT_NE(account.body.find(R"("locked":"500)"), std::string::npos) << account.body;
    auto const gone = trader.request("DELETE", "/api/v3/order", which + "&newClientOrderId=bye");
    EXPECT_EQ(jsonAt(gone.body, "/status"), "CANCELED");
    EXPECT_EQ(jsonAt(gone.body, "/origClientOrderId"), "mine");
    EXPECT_EQ(jsonAt(gone.body, "/clientOrderId"), "bye");
    EXPECT_EQ(jsonAt(trader.request("DELETE", "/api/v3/order", which).body, "/code"), "-2011");
    EXPECT_EQ(trader.request("GET", "/api/v3/openOrders").body, "[]");
}

TEST(GatewayBinance, AMarketOrderIsAnsweredWithItsFills)
{
    GatewayKit kit(GatewayKit::unlimited());
    BinanceClient trader(kit, "trader", mayTrade);
    auto const bought = trader.request("POST", "/api/v3/order", withOrder("type=MARKET&quantity=0.01"));
    ASSERT_EQ(bought.status, 200) << bought.body;
    EXPECT_EQ(jsonAt(bought.body, "/status"), "FILLED");
    EXPECT_EQ(jsonAt(bought.body, "/executedQty"), "0.01");
    auto const fills = trader.request("GET", "/api/v3/myTrades", "symbol=BTCUSDT");
    EXPECT_EQ(jsonAt(fills.body, "/0/orderId"), jsonAt(bought.body, "/orderId"));
    EXPECT_EQ(jsonAt(fills.body, "/0/id"), jsonAt(bought.body, "/fills/0/tradeId"));
    EXPECT_EQ(jsonAt(fills.body, "/0/isMaker"), "false");
    // So many quote units and no more; nobody has asked for this book before.
    auto const spent =
        trader.request("POST", "/api/v3/order", "symbol=ETHUSDT&side=BUY&type=MARKET&quoteOrderQty=1000");
    ASSERT_EQ(spent.status, 200) << spent.body;
    auto const quote = std::stod(jsonAt(spent.body, "/cummulativeQuoteQty"));
    EXPECT_GT(quote, 900);
    EXPECT_LE(quote, 1010); // the book may have moved on the way
}

TEST(GatewayBinance, WhatIsWrongHasBinancesNumber)
{
    GatewayKit kit(GatewayKit::unlimited());
    BinanceClient trader(kit, "trader", mayTrade);

    struct Case {
        char const* parameters;
        int code;
        char const* message;
    };

    for (Case const& one :
         {Case{"symbol=NOPE&side=BUY&type=MARKET&quantity=1", -1121, "Invalid symbol."},
          {"symbol=BTCUSDT&side=BUY&type=LIMIT&timeInForce=GTC&quantity=0.01", -1102, "price"},
          {"symbol=BTCUSDT&side=BUY&type=LIMIT&quantity=0.01&price=50000", -1102, "timeInForce"},
          {"symbol=BTCUSDT&side=BUY&type=NEW&quantity=0.01&price=50000", -1130, "type"},
          {"symbol=BTCUSDT&side=BUY&type=TAKE_PROFIT&quantity=0.01&stopPrice=50000", -2010, "TAKE_PROFIT"},
          {"symbol=BTCUSDT&side=BUY&type=LIMIT&timeInForce=GTC&quantity=0&price=50000", -1013, "LOT_SIZE"},
          {"symbol=BTCUSDT&side=BUY&type=LIMIT&timeInForce=GTC&quantity=0.01&price=0", -1013, "PRICE_FILTER"},
          {"symbol=BTCUSDT&side=BUY&type=LIMIT&timeInForce=GTC&quantity=90&price=50000",
           -2010,
           "Account has insufficient balance for requested action."},
          {"symbol=BTCUSDT&side=BUY&type=LIMIT_MAKER&quantity=0.01&price=120000",
           -2010,
           "Order would immediately match and take."}}) {
        auto const answer = trader.request("POST", "/api/v3/order", one.parameters);
        EXPECT_EQ(answer.status, 400) << one.parameters;
        EXPECT_EQ(jsonAt(answer.body, "/code"), std::to_string(one.code)) << one.parameters << answer.body;
        EXPECT_NE(jsonAt(answer.body, "/msg").find(one.message), std::string::npos) << answer.body;
    }
}

TEST(GatewayBinance, OnlyASignedRequestOfAKeyThatMayIsLetIn)
{
    GatewayKit kit(GatewayKit::unlimited());
    BinanceClient trader(kit, "trader", mayTrade);
    auto plain = kit.client();
    EXPECT_EQ(plain.get("/api/v3/account").status, 401);
    auto const named = plain.request("GET", "/api/v3/account", "", {{"X-MBX-APIKEY", trader.key}});
    EXPECT_EQ(named.status, 403);
    EXPECT_EQ(jsonAt(named.body, "/code"), "-2015");

    auto text = trader.signedText(resting);
    text.back() = text.back() == '0' ? '1' : '0';
    auto const forged =
        plain.request("DELETE", "/api/v3/openOrders?" + text, "", {{"X-MBX-APIKEY", trader.key}});
    EXPECT_EQ(jsonAt(forged.body, "/code"), "-1022");
    const std::string old = "timestamp=1499827319559";
    auto const late = plain.request(
        "GET",
        "/api/v3/account?" + old + "&signature=" + trader.signature(old),
        "",
        {{"X-MBX-APIKEY", trader.key}}
    );
    EXPECT_EQ(jsonAt(late.body, "/code"), "-1021");

    BinanceClient reader(kit, "trader", mayTrade & ~(1U << static_cast<unsigned>(Permission::Trade)));
    EXPECT_EQ(reader.request("GET", "/api/v3/account").status, 200);
    EXPECT_EQ(jsonAt(reader.request("POST", "/api/v3/order", resting).body, "/code"), "-2015");

    // A trial places nothing, and neither does anybody while the kill switch is on.
    EXPECT_EQ(trader.request("POST", "/api/v3/order/test", resting).body, "{}");
    EXPECT_EQ(kit.client("risk").request("POST", "/admin/kill-switch").status, 200);
    EXPECT_EQ(jsonAt(trader.request("POST", "/api/v3/order", resting).body, "/code"), "-2010");
    EXPECT_EQ(trader.request("GET", "/api/v3/openOrders").body, "[]");
}

TEST(GatewayBinance, CancelReplaceSaysHowFarItCame)
{
    GatewayKit kit(GatewayKit::unlimited());
    BinanceClient trader(kit, "trader", mayTrade);
    auto const first = trader.request("POST", "/api/v3/order", resting);
    auto const id = jsonAt(first.body, "/orderId");
    std::string const again = std::string(resting) + "&cancelReplaceMode=STOP_ON_FAILURE&cancelOrderId=";
    auto const replaced = trader.request("POST", "/api/v3/order/cancelReplace", again + id);
    ASSERT_EQ(replaced.status, 200) << replaced.body;
    EXPECT_EQ(jsonAt(replaced.body, "/cancelResponse/orderId"), id);
    EXPECT_EQ(jsonAt(replaced.body, "/newOrderResponse/status"), "NEW");
    auto const failed = trader.request("POST", "/api/v3/order/cancelReplace", again + id);
    EXPECT_EQ(failed.status, 400);
    EXPECT_EQ(jsonAt(failed.body, "/code"), "-2022");
    EXPECT_EQ(jsonAt(failed.body, "/data/newOrderResult"), "NOT_ATTEMPTED");
    auto const all = trader.request("DELETE", "/api/v3/openOrders", "symbol=BTCUSDT");
    EXPECT_EQ(jsonAt(all.body, "/0/orderId"), jsonAt(replaced.body, "/newOrderResponse/orderId"));
    EXPECT_EQ(jsonAt(all.body, "/1"), "(nothing)");
}

// A book as a client keeps it: the snapshot, then every update that follows it.
class Followed {
public:
    explicit Followed(std::string const& snapshot) : last(std::stoull(jsonAt(snapshot, "/lastUpdateId")))
    {
        read(snapshot, "bids", bids);
        read(snapshot, "asks", asks);
    }

    void take(std::string const& update)
    {
        auto const first = std::stoull(jsonAt(update, "/U"));
        auto const end = std::stoull(jsonAt(update, "/u"));
        ASSERT_LE(first, end);
        if (end <= last) {
            return; // it is in the snapshot already
        }
        ASSERT_TRUE(first <= last + 1 && (m_taken == 0 || first == last + 1)) << "a hole";
        ++m_taken;
        last = end;
        read(update, "b", bids);
        read(update, "a", asks);
    }

    std::uint64_t last;
    std::map<std::string, std::string> bids; // price -> size
    std::map<std::string, std::string> asks;

private:
    static void read(std::string const& text, char const* name, std::map<std::string, std::string>& into)
    {
        simdjson::dom::parser parser;
        for (simdjson::dom::array const level : parser.parse(text)[name].get_array()) {
            const std::string price(std::string_view(level.at(0)));
            const std::string size(std::string_view(level.at(1)));
            size == "0" ? static_cast<void>(into.erase(price)) : static_cast<void>(into[price] = size);
        }
    }

    int m_taken = 0;
};

// Through a snapshot and the updates after it, a client has the book that a later snapshot shows.
void expectSameBook(GatewayKit& kit, std::string const& path, bool subscribe)
{
    StreamClient stream(kit.gateway->port(), path);
    if (subscribe) {
        stream.send(R"({"method":"SUBSCRIBE","params":["btcusdt@depth@100ms"],"id":7})");
        EXPECT_EQ(stream.next(), R"({"result":null,"id":7})");
    }
    auto client = kit.client();
    Followed book(client.get("/api/v3/depth?symbol=BTCUSDT&limit=5000").body);
    for (int i = 0; i < 20; ++i) {
        ASSERT_NO_FATAL_FAILURE(book.take(stream.next()));
    }
    // Updates end where they end: the first later snapshot that is one of those ends must be the same book.
    for (int i = 0; i < 200; ++i) {
        const Followed now(client.get("/api/v3/depth?symbol=BTCUSDT&limit=5000").body);
        while (book.last < now.last) {
            ASSERT_NO_FATAL_FAILURE(book.take(stream.next()));
        }
        if (book.last == now.last) {
            EXPECT_EQ(book.bids, now.bids);
            EXPECT_EQ(book.asks, now.asks);
            return;
        }
    }
    FAIL() << "no update ended at a snapshot";
}

TEST(GatewayBinance, ABookOfSnapshotAndStreamIsTheEngines)
{
    GatewayKit kit(GatewayKit::unlimited());
    expectSameBook(kit, "/ws/btcusdt@depth@100ms", false);
    expectSameBook(kit, "/ws", true); // beside our own language
    expectSameBook(kit, "/ws/0", true);
}

TEST(GatewayBinance, StreamsSpeakTheirForms)
{
    GatewayKit kit(GatewayKit::unlimited());
    StreamClient stream(kit.gateway->port(), "/stream?streams=btcusdt@trade/btcusdt@bookTicker");
    auto const trade = stream.nextWith(R"("stream":"btcusdt@trade")");
    EXPECT_EQ(jsonAt(trade, "/data/e"), "trade");
    EXPECT_EQ(jsonAt(trade, "/data/s"), "BTCUSDT");
    EXPECT_NE(jsonAt(trade, "/data/p"), "(nothing)");
    stream.send(R"({"method":"SUBSCRIBE","params":["btcusdt@miniTicker","ethusdt@kline_1m"],"id":"x"})");
    EXPECT_EQ(jsonAt(stream.nextWith(R"("id":"x")"), "/result"), "null");
    EXPECT_EQ(jsonAt(stream.nextWith("@miniTicker"), "/data/e"), "24hrMiniTicker");
    EXPECT_EQ(jsonAt(stream.nextWith("@kline_1m"), "/data/k/i"), "1m");
    stream.send(R"({"method":"SUBSCRIBE","params":["btc\"usdt@trade"],"id":3})");
    EXPECT_EQ(jsonAt(stream.nextWith(R"("id":3)"), "/error/code"), "2");
    stream.send(R"({"method":"LIST_SUBSCRIPTIONS","id":4})");
    EXPECT_EQ(jsonAt(stream.nextWith(R"("id":4)"), "/result/3"), "ethusdt@kline_1m");
    EXPECT_EQ(StreamClient(kit.gateway->port(), "/ws/nope@trade").refused(), 404);
}

// {"id":…,"method":…,"params":{…}} signed as it has to be: sorted, and not escaped.
std::string apiRequest(
    GatewayKit& kit,
    BinanceClient const& client,
    std::string const& id,
    std::string const& method,
    std::map<std::string, std::string> params
)
{
    params["apiKey"] = client.key;
    params["timestamp"] = std::to_string(kit.clock.now().value / milliseconds(1).value);
    std::string text;
    std::string json;
    for (auto const& [name, value] : params) {
        text += (text.empty() ? "" : "&") + name + "=" + value;
        json += "\"" + name + "\":\"" + value + "\",";
    }
    return R"({"id":)" + id + R"(,"method":")" + method + R"(","params":{)" + json + R"("signature":")" +
           client.signature(text) + "\"}}";
}

// The next messages that have these in them, in whatever order they come.
std::vector<std::string> nextOf(StreamClient& stream, std::vector<std::string> const& parts)
{
    std::vector<std::string> found(parts.size());
    std::size_t missing = parts.size();
    while (missing > 0) {
        auto const message = stream.next();
        if (message.empty()) {
            ADD_FAILURE() << "the server ended it";
            return found;
        }
        for (std::size_t i = 0; i < parts.size(); ++i) {
            if (found[i].empty() && message.find(parts[i]) != std::string::npos) {
                found[i] = message;
                --missing;
            }
        }
    }
    return found;
}

TEST(GatewayBinance, OrdersAndOnesOwnEventsOverOneStream)
{
    GatewayKit kit(GatewayKit::unlimited());
    BinanceClient trader(kit, "trader", mayTrade);
    StreamClient stream(kit.gateway->port(), "/ws-api/v3");
    stream.send(apiRequest(kit, trader, "1", "userDataStream.subscribe.signature", {}));
    auto const subscribed = stream.next();
    EXPECT_EQ(jsonAt(subscribed, "/result/subscriptionId"), "0") << subscribed;
    stream.send(apiRequest(
        kit,
        trader,
        "\"2\"",
        "order.place",
        {{"symbol", "BTCUSDT"},
         {"side", "BUY"},
         {"type", "LIMIT"},
         {"timeInForce", "GTC"},
         {"quantity", "0.01"},
         {"price", "50000"},
         {"newClientOrderId", "over-the-stream"}}
    ));
    auto const told = nextOf(stream, {"executionReport", R"("id":"2")", "outboundAccountPosition"});
    auto const& event = told[0];
    EXPECT_EQ(jsonAt(event, "/subscriptionId"), "0");
    EXPECT_EQ(jsonAt(event, "/event/x"), "NEW");
    EXPECT_EQ(jsonAt(event, "/event/c"), "over-the-stream");
    EXPECT_EQ(jsonAt(told[1], "/status"), "200") << told[1];
    EXPECT_EQ(jsonAt(told[1], "/result/orderId"), jsonAt(event, "/event/i"));
    EXPECT_EQ(jsonAt(told[2], "/event/B/0/a"), "USDT");

    stream.send(apiRequest(
        kit, trader, "3", "order.cancel", {{"symbol", "BTCUSDT"}, {"origClientOrderId", "over-the-stream"}}
    ));
    auto const ended = nextOf(stream, {R"("x":"CANCELED")", R"("id":3)"});
    EXPECT_EQ(jsonAt(ended[0], "/event/X"), "CANCELED");
    EXPECT_EQ(jsonAt(ended[1], "/result/status"), "CANCELED");

    auto forged = apiRequest(kit, trader, "4", "openOrders.cancelAll", {{"symbol", "BTCUSDT"}});
    forged.replace(forged.find("BTCUSDT"), 7, "ETHUSDT");
    stream.send(forged);
    auto const refused = nextOf(stream, {R"("id":4)"})[0];
    EXPECT_EQ(jsonAt(refused, "/error/code"), "-1022") << refused;
    stream.send(R"({"id":5,"method":"account.status","params":{}})");
    EXPECT_EQ(jsonAt(nextOf(stream, {R"("id":5)"})[0], "/status"), "401");
    stream.send(R"({"id":6,"method":"depth","params":{"symbol":"BTCUSDT","limit":5}})");
    EXPECT_NE(jsonAt(nextOf(stream, {R"("id":6)"})[0], "/result/bids/4"), "(nothing)");
    stream.send(R"({"id":7,"method":"ticker.price","params":{"symbols":["ETHUSDT"]}})");
    auto const prices = nextOf(stream, {R"("id":7)"})[0];
    EXPECT_EQ(jsonAt(prices, "/result/0/symbol"), "ETHUSDT") << prices;
    EXPECT_EQ(jsonAt(prices, "/result/1"), "(nothing)");
}

TEST(GatewayBinance, AListenKeyOpensOnesOwnStream)
{
    GatewayKit kit(GatewayKit::unlimited());
    BinanceClient trader(kit, "trader", mayTrade);
    auto const key = jsonAt(trader.request("POST", "/api/v3/userDataStream").body, "/listenKey");
    ASSERT_GE(key.size(), 60U);
    StreamClient stream(kit.gateway->port(), "/ws/" + key);
    ASSERT_EQ(trader.request("POST", "/api/v3/order", resting).status, 200);
    EXPECT_EQ(jsonAt(stream.nextWith("executionReport"), "/X"), "NEW");
    EXPECT_EQ(trader.request("PUT", "/api/v3/userDataStream", "listenKey=" + key).body, "{}");
    BinanceClient other(kit, "other", mayTrade);
    auto const stolen = other.request("DELETE", "/api/v3/userDataStream", "listenKey=" + key);
    EXPECT_EQ(jsonAt(stolen.body, "/code"), "-1125");
}

TEST(GatewayBinance, AnotherVenueByItsHeader)
{
    GatewayKit kit(GatewayKit::unlimited());
    auto client = kit.client();
    auto const other = client.request("GET", "/api/v3/exchangeInfo", "", {{"qob-venue", "SIM-B"}});
    EXPECT_EQ(other.status, 200);
    EXPECT_NE(jsonAt(other.body, "/symbols/0/symbol"), "(nothing)");
    auto const none = client.request("GET", "/api/v3/exchangeInfo", "", {{"qob-venue", "NOWHERE"}});
    EXPECT_EQ(jsonAt(none.body, "/code"), "-1121");
}

} // namespace
} // namespace qob::test
