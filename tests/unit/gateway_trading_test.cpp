#include "tests/support/gateway_kit.h"

#include <gtest/gtest.h>
#include <simdjson.h>

namespace qob::test {
namespace {

class Json {
public:
    explicit Json(std::string const& text) : m_text(text)
    {
        EXPECT_EQ(m_parser.parse(m_text).get(m_root), simdjson::SUCCESS) << text;
    }

    // Of "/a/0/b".
    [[nodiscard]] std::string at(std::string const& pointer) const
    {
        simdjson::dom::element found;
        if (m_root.at_pointer(pointer).get(found) != simdjson::SUCCESS) {
            return "(nothing)";
        }
        std::string_view text;
        return found.get_string().get(text) == simdjson::SUCCESS ? std::string(text)
                                                                 : simdjson::minify(found);
    }

    [[nodiscard]] std::size_t size() const { return m_root.get_array().value().size(); }

private:
    simdjson::dom::parser m_parser;
    std::string m_text;
    simdjson::dom::element m_root;
};

// Far below the market: it rests.
constexpr char const* restingOrder =
    R"({"symbol":"SIM-A:BTC-USDT","side":"BUY","ordType":"LIMIT","orderQty":"0.01","price":"50000","clOrdId":"rest-1"})";

TEST(GatewayTrading, AnOrderFromPlacedToCancelled)
{
    GatewayKit kit(GatewayKit::unlimited());
    auto trader = kit.client("trader");
    const Json placed(trader.request("POST", "/api/v1/order", restingOrder).body);
    EXPECT_EQ(placed.at("/ordStatus"), "NEW");
    EXPECT_EQ(placed.at("/leavesQty"), "0.01");
    EXPECT_EQ(placed.at("/price"), "50000.0");
    auto const id = placed.at("/orderId");

    // The same again is the same order; another one under its name is refused.
    const Json again(trader.request("POST", "/api/v1/order", restingOrder).body);
    EXPECT_EQ(again.at("/orderId"), id);
    std::string const other(restingOrder);
    auto const stolen =
        trader.request("POST", "/api/v1/order", std::string(other).replace(other.find("50000"), 5, "50001"));
    EXPECT_EQ(Json(stolen.body).at("/error/code"), "OrderDuplicateClOrdID");

    // What was refused made no order, so its name is free.
    std::string dear(restingOrder);
    dear.replace(dear.find("rest-1"), 6, "again1").replace(dear.find("0.01"), 4, "150");
    EXPECT_EQ(
        Json(trader.request("POST", "/api/v1/order", dear).body).at("/error/code"), "OrderInsufficientFunds"
    );
    dear.replace(dear.find("150"), 3, "0.01");
    EXPECT_EQ(Json(trader.request("POST", "/api/v1/order", dear).body).at("/ordStatus"), "NEW");
    EXPECT_EQ(trader.request("DELETE", "/api/orders/again1").status, 200);

    const Json amended(
        trader.request("PUT", "/api/orders/" + id, R"({"orderQty":"0.005","price":"50001"})").body
    );
    EXPECT_EQ(amended.at("/orderQty"), "0.005");
    EXPECT_EQ(amended.at("/price"), "50001.0");
    EXPECT_EQ(Json(trader.get("/api/v1/order/open").body).at("/orders/0/orderId"), id);
    EXPECT_EQ(Json(trader.get("/api/orders?status=NEW&limit=5").body).at("/orders/0/orderId"), id);

    // It is nobody else's.
    auto stranger = kit.client("other");
    EXPECT_EQ(stranger.get("/api/orders/" + id).status, 404);
    EXPECT_EQ(stranger.request("DELETE", "/api/orders/" + id).status, 404);

    const Json cancelled(trader.request("DELETE", "/api/orders/" + id).body);
    EXPECT_EQ(cancelled.at("/ordStatus"), "CANCELED");
    EXPECT_EQ(trader.request("DELETE", "/api/orders/" + id).status, 409);
    EXPECT_EQ(Json(trader.get("/api/v1/order/open").body).at("/orders"), "[]");
}

TEST(GatewayTrading, AFillMovesBalancesAndPositions)
{
    GatewayKit kit(GatewayKit::unlimited());
    auto trader = kit.client("trader");
    const Json filled(
        trader
            .request(
                "POST",
                "/api/v1/order",
                R"({"symbol":"SIM-A:BTC-USDT","side":"BUY","ordType":"MARKET","orderQty":"0.01"})"
            )
            .body
    );
    EXPECT_EQ(filled.at("/ordStatus"), "FILLED");
    const Json fills(trader.get("/api/v1/fills").body);
    ASSERT_GE(fills.size(), 1U);
    EXPECT_EQ(fills.at("/0/liquidity"), "TAKER");
    EXPECT_EQ(fills.at("/0/orderId"), filled.at("/orderId"));
    std::string net = "(nothing)"; // the account is told of a moment after its fill
    for (int i = 0; i < 5000 && net == "(nothing)"; ++i) {
        net = Json(trader.get("/api/positions").body).at("/0/net");
    }
    EXPECT_EQ(net, "0.01");
    const Json summary(trader.get("/api/positions/portfolio/summary").body);
    EXPECT_EQ(summary.at("/byAsset/0/openPositions"), "1");
    const Json strangers(kit.client("other").get("/api/positions").body);
    EXPECT_EQ(strangers.size(), 0U);
}

TEST(GatewayTrading, PagesGoBackToTheFirstOrder)
{
    GatewayKit kit(GatewayKit::unlimited());
    auto trader = kit.client("trader");
    for (int i = 0; i < 5; ++i) {
        std::string order(restingOrder);
        order.replace(order.find("rest-1"), 6, "page-" + std::to_string(i));
        ASSERT_EQ(trader.request("POST", "/api/v1/order", order).status, 200);
    }
    std::string target = "/api/orders?limit=2";
    std::vector<std::string> seen;
    while (!target.empty()) {
        const Json page(trader.get(target).body);
        for (auto const* at : {"/orders/0/clOrdId", "/orders/1/clOrdId"}) {
            if (page.at(at) != "(nothing)") {
                seen.push_back(page.at(at));
            }
        }
        auto const cursor = page.at("/cursor");
        target = cursor == "(nothing)" ? "" : "/api/orders?limit=2&cursor=" + cursor;
    }
    EXPECT_EQ(seen, (std::vector<std::string>{"page-4", "page-3", "page-2", "page-1", "page-0"}));
}

TEST(GatewayTrading, TheKillSwitchCancelsEverybodyAndTakesNoOrder)
{
    GatewayKit kit(GatewayKit::unlimited());
    auto trader = kit.client("trader");
    auto risk = kit.client("risk");
    ASSERT_EQ(trader.request("POST", "/api/v1/order", restingOrder).status, 200);
    EXPECT_EQ(trader.request("POST", "/admin/kill-switch").status, 403);
    EXPECT_EQ(risk.request("POST", "/admin/kill-switch").status, 200);
    std::string refused(restingOrder);
    refused.replace(refused.find("rest-1"), 6, "rest-2");
    auto const answer = trader.request("POST", "/api/v1/order", refused);
    EXPECT_EQ(answer.status, 403);
    EXPECT_EQ(Json(answer.body).at("/error/code"), "OrderAccountBlocked");
    std::string open = "?";
    for (int i = 0; i < 5000 && open != "[]"; ++i) { // the venue's word takes its latency
        open = Json(trader.get("/api/v1/order/open").body).at("/orders");
    }
    EXPECT_EQ(open, "[]");
    EXPECT_EQ(risk.request("POST", "/admin/reset-circuit-breaker").status, 200);
    EXPECT_EQ(trader.request("POST", "/api/v1/order", refused).status, 200);
}

TEST(GatewayTrading, WhatIsDoneLeavesARecord)
{
    GatewayKit kit(GatewayKit::unlimited());
    auto trader = kit.client("trader");
    ASSERT_EQ(trader.request("POST", "/api/v1/order", restingOrder).status, 200);
    ASSERT_EQ(trader.request("DELETE", "/api/orders/rest-1").status, 200);
    ASSERT_TRUE(kit.audit->flush());
    auto const page = kit.audit->page(0, 2);
    ASSERT_TRUE(page);
    ASSERT_EQ(page->lines.size(), 2U);
    EXPECT_NE(page->lines[0].find("order.cancel"), std::string::npos);
    EXPECT_NE(page->lines[1].find("order.new"), std::string::npos);
    EXPECT_NE(page->lines[1].find("BUY 0.01 SIM-A:BTC-USDT at 50000"), std::string::npos);
}

TEST(GatewayTrading, TooManyRequestsAreToldWhenToComeBack)
{
    GatewayKit kit;
    auto viewer = kit.client("viewer");
    int status = 200;
    Answer answer;
    for (int i = 0; i < 50 && status == 200; ++i) {
        answer = viewer.get("/api/v1/symbols");
        status = answer.status;
    }
    EXPECT_EQ(status, 429);
    EXPECT_GE(std::stoi(answer.headers["retry-after"]), 1);
}

} // namespace
} // namespace qob::test
