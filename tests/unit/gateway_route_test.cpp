#include "engine/gateway/history_route.h"
#include "engine/gateway/openapi.h"
#include "tests/support/gateway_kit.h"

#include <gtest/gtest.h>
#include <simdjson.h>

#include <set>

namespace qob::test {
namespace {

using simdjson::dom::element;

// A value for each parameter that makes a request whole.
std::string sample(ParameterDoc const& doc)
{
    if (doc.name == "symbol" || doc.name == "name") {
        return "BTC-USDT";
    }
    if (doc.name == "venue") {
        return "SIM-A";
    }
    if (doc.name == "interval") {
        return "1m";
    }
    auto const bar = doc.type.find('|');
    return bar != std::string_view::npos ? std::string(doc.type.substr(0, bar))
           : doc.type == "integer"       ? "1"
           : doc.type == "decimal"       ? "1"
           : doc.type == "boolean"       ? "false"
           : doc.type == "array"         ? "[]"
           : doc.type == "object"        ? "{}"
                                         : "x-sample";
}

std::string targetOf(Route const& route)
{
    std::string path(route.pattern);
    std::string query;
    for (ParameterDoc const& doc : route.parameters) {
        auto const hole = "{" + std::string(doc.name) + "}";
        auto const at = path.find(hole);
        if (at != std::string::npos) {
            path.replace(at, hole.size(), sample(doc));
        } else if (doc.required) {
            query += (query.empty() ? "?" : "&") + std::string(doc.name) + "=" + sample(doc);
        }
    }
    return path + query;
}

std::string bodyOf(Route const& route)
{
    std::string body;
    for (ParameterDoc const& doc : route.body) {
        if (doc.required) {
            auto const value = sample(doc);
            bool const plain =
                doc.type == "boolean" || doc.type == "array" || doc.type == "object" || doc.type == "integer";
            body += (body.empty() ? "{" : ",") + ("\"" + std::string(doc.name) + "\":") +
                    (plain ? value : "\"" + value + "\"");
        }
    }
    return body.empty() ? (route.body.empty() ? "" : "{}") : body + "}";
}

// What of JSON Schema the document uses: type, required, enum of the members of an object.
void expectFits(element schema, element value, std::string const& where)
{
    std::string_view type;
    if (schema["type"].get_string().get(type) == simdjson::SUCCESS) {
        bool const fits = (type == "object" && value.is_object()) || (type == "array" && value.is_array()) ||
                          (type == "string" && value.is_string()) ||
                          (type == "integer" && value.is_int64()) || (type == "boolean" && value.is_bool()) ||
                          (type == "number" && value.is_number());
        EXPECT_TRUE(fits) << where << " is no " << type;
    }
    simdjson::dom::array required;
    if (schema["required"].get_array().get(required) == simdjson::SUCCESS && value.is_object()) {
        for (auto const name : required) {
            EXPECT_EQ(value[std::string_view(name)].error(), simdjson::SUCCESS)
                << where << " lacks " << std::string_view(name);
        }
    }
    simdjson::dom::object properties;
    if (schema["properties"].get_object().get(properties) == simdjson::SUCCESS && value.is_object()) {
        for (auto const property : properties) {
            element member;
            if (value[property.key].get(member) == simdjson::SUCCESS) {
                expectFits(property.value, member, where + "." + std::string(property.key));
            }
        }
    }
    simdjson::dom::array words;
    if (schema["enum"].get_array().get(words) == simdjson::SUCCESS) {
        bool found = false;
        for (auto const word : words) {
            found = found || simdjson::minify(word) == simdjson::minify(value);
        }
        EXPECT_TRUE(found) << where << " is " << simdjson::minify(value);
    }
}

std::string lowerName(HttpMethod method)
{
    std::string name(methodName(method));
    std::transform(name.begin(), name.end(), name.begin(), [](char c) {
        return static_cast<char>(c | 0x20);
    });
    return name;
}

class GatewayRoutes : public testing::Test {
protected:
    static void SetUpTestSuite() { kit = new GatewayKit(GatewayKit::unlimited()); }

    static void TearDownTestSuite()
    {
        delete kit;
        kit = nullptr;
    }

    static GatewayKit* kit;
};

GatewayKit* GatewayRoutes::kit = nullptr;

TEST_F(GatewayRoutes, TheDocumentHoldsEveryRouteAndNoOther)
{
    auto const answer = kit->client().get("/openapi.json");
    ASSERT_EQ(answer.status, 200);
    simdjson::dom::parser parser;
    element document;
    ASSERT_EQ(parser.parse(answer.body).get(document), simdjson::SUCCESS);
    EXPECT_EQ(std::string_view(document["openapi"]), "3.1.0");
    std::size_t operations = 0;
    for (auto const path : document["paths"].get_object()) {
        operations += path.value.get_object().value().size();
    }
    std::size_t documented = 0;
    std::set<std::string> ids;
    for (Route const& route : kit->gateway->routes()) {
        element operation;
        if (route.tag.empty()) { // a page is none of the interface
            EXPECT_NE(document["paths"][route.pattern].get(operation), simdjson::SUCCESS) << route.pattern;
            continue;
        }
        ++documented;
        ASSERT_EQ(document["paths"][route.pattern][lowerName(route.method)].get(operation), simdjson::SUCCESS)
            << route.pattern;
        EXPECT_TRUE(ids.insert(std::string(std::string_view(operation["operationId"]))).second)
            << route.pattern;
        EXPECT_FALSE(std::string_view(operation["summary"]).empty()) << route.pattern;
        std::size_t holes = 0;
        for (auto const parameter : operation["parameters"].get_array()) {
            holes += std::string_view(parameter["in"]) == "path" ? 1U : 0U;
        }
        EXPECT_EQ(
            static_cast<std::size_t>(std::count(route.pattern.begin(), route.pattern.end(), '{')), holes
        ) << route.pattern;
    }
    EXPECT_EQ(operations, documented);
}

// Whatever a route answers is what the document says: the answer's schema, or the error's.
TEST_F(GatewayRoutes, EveryAnswerFitsTheDocument)
{
    auto admin = kit->client("admin");
    auto const answer = admin.get("/openapi.json");
    simdjson::dom::parser documentParser;
    element document;
    ASSERT_EQ(documentParser.parse(answer.body).get(document), simdjson::SUCCESS);
    int good = 0;
    for (Route const& route : kit->gateway->routes()) {
        auto const given =
            admin.request(std::string(methodName(route.method)), targetOf(route), bodyOf(route));
        auto const where = std::string(methodName(route.method)) + " " + targetOf(route);
        ASSERT_NE(given.status, 0) << where;
        ASSERT_LT(given.status, 600) << where;
        EXPECT_NE(given.status, 500) << where << given.body;
        if (given.headers.at("content-type") != "application/json") {
            continue; // text for Prometheus, and pages
        }
        simdjson::dom::parser parser;
        element body;
        ASSERT_EQ(parser.parse(given.body).get(body), simdjson::SUCCESS) << where << given.body;
        element schema;
        if (given.status == 200) {
            ++good;
            schema = document["paths"][route.pattern][lowerName(route.method)]["responses"]["200"]["content"]
                             ["application/json"]["schema"]
                                 .value();
        } else if (given.status != 503) { // health says DOWN in its own words
            schema = document["components"]["schemas"][route.errors->name].value();
            std::int64_t status = 0;
            if (body["error"]["status"].get(status) == simdjson::SUCCESS) {
                EXPECT_EQ(status, given.status) << where;
            }
        }
        if (schema.is_object()) {
            expectFits(schema, body, where);
        }
        if (route.pattern == "/admin/kill-switch") {
            EXPECT_EQ(admin.request("POST", "/admin/reset-circuit-breaker").status, 200);
        }
    }
    EXPECT_GT(good, 25);
}

// Denied unless the role table says otherwise, whatever else the request is.
TEST_F(GatewayRoutes, EveryRouteAsEveryRole)
{
    for (std::string const name : {"", "viewer", "trader", "risk", "admin", "auditor"}) {
        auto client = kit->client(name);
        auto const role = name.empty() ? std::optional<Role>() : parseRole(name);
        for (Route const& route : kit->gateway->routes()) {
            if (route.pattern == "/metrics") {
                continue; // of its own: see below
            }
            bool const may =
                route.permission == Permission::Public ||
                (role ? (permissionsOf(*role) >> static_cast<unsigned>(route.permission) & 1U) != 0
                      : route.permission == Permission::ReadMarket);
            if (may) {
                continue; // what it then does has tests of its own
            }
            auto const answer =
                client.request(std::string(methodName(route.method)), targetOf(route), bodyOf(route));
            EXPECT_EQ(answer.status, role ? 403 : 401) << name << " at " << route.pattern;
        }
    }
}

// Who may: v viewer, t trader, r risk, a admin, u auditor; * anybody, logged in or not.
std::string rightsOf(Route const& route)
{
    std::string rights = route.permission == Permission::Public ? "*" : "";
    for (auto const& [role, letter] :
         {std::pair{Role::Viewer, 'v'},
          {Role::Trader, 't'},
          {Role::Risk, 'r'},
          {Role::Admin, 'a'},
          {Role::Auditor, 'u'}}) {
        if ((permissionsOf(role) >> static_cast<unsigned>(route.permission) & 1U) != 0) {
            rights += letter;
        }
    }
    return rights;
}

// What each part of the interface is for whom, by the longest beginning of "METHOD path" or of the path.
// Written down here by hand: a route that asks for less than it should, or that nobody thought of, is an
// error.
using Rule = std::pair<std::string_view, std::string_view>;
constexpr std::string_view anybody = "*vtrau";
constexpr std::string_view users = "vtrau";
constexpr auto rightsByPath = std::to_array<Rule>({
    {"/", anybody},
    {"/api-docs", anybody},
    {"/assets/", anybody},
    {"/favicon.svg", anybody},
    {"/licences.txt", anybody},
    {"/openapi.json", anybody},
    {"/health", anybody},
    {"POST /api/v1/auth/login", anybody},
    {"POST /api/v1/auth/refresh", anybody},
    {"POST /api/v1/auth/register", anybody},
    {"GET /api/v1/auth/methods", anybody},
    {"/sapi/v1/system/status", anybody},
    {"/health/detailed", "a"},
    {"/metrics", "a"},
    {"/admin/", "a"},
    {"/api/v1/users", "a"},
    {"/api/v1/audit", "au"},
    {"/admin/orders", "rau"},
    {"/admin/kill-switch", "ra"},
    {"/admin/reset-circuit-breaker", "ra"},
    {"/api/v1/order", "ta"},
    {"/api/orders", "ta"},
    {"/api/risk", "ta"},
    {"/api/smart-orders", "ta"},
    {"/api/v3/order", "ta"},
    {"/api/v3/openOrders", "ta"},
    {"GET /api/v1/order", users},
    {"GET /api/orders", users},
    {"GET /api/risk", users},
    {"GET /api/smart-orders", users},
    {"GET /api/v3/order", users},
    {"GET /api/v3/openOrder", users},
    {"/api/positions", users},
    {"/api/analytics/", users},
    {"/api/market-data/", users},
    {"/api/v1/auth/", users},
    {"/api/v1/keys", users},
    {"/api/v1/logins", users},
    {"/api/v1/balances", users},
    {"/api/v1/consolidated", users},
    {"/api/v1/depth", users},
    {"/api/v1/fills", users},
    {"/api/v1/klines", users},
    {"/api/v1/symbols", users},
    {"/api/v1/tickers", users},
    {"/api/v1/trades", users},
    {"/api/v1/venues", users},
    {"/api/v3/account", users},
    {"/api/v3/aggTrades", users},
    {"/api/v3/allOrders", users},
    {"/api/v3/depth", users},
    {"/api/v3/exchangeInfo", users},
    {"/api/v3/historicalTrades", users},
    {"/api/v3/klines", users},
    {"/api/v3/myTrades", users},
    {"/api/v3/ping", users},
    {"/api/v3/ticker/", users},
    {"/api/v3/time", users},
    {"/api/v3/trades", users},
    {"/api/v3/userDataStream", users},
    {"/sapi/v1/asset/", users},
    {"/sapi/v1/capital/", users},
    {"/sapi/v1/margin/", users},
    {"/dapi/v1/exchangeInfo", users},
    {"/eapi/v1/exchangeInfo", users},
    {"/fapi/v1/exchangeInfo", users},
});

TEST_F(GatewayRoutes, EachAsksForWhatItIs)
{
    for (Route const& route : kit->gateway->routes()) {
        auto const name = std::string(methodName(route.method)) + " " + std::string(route.pattern);
        Rule rule;
        for (Rule const& one : rightsByPath) {
            auto const text = one.first.starts_with('/') ? route.pattern : std::string_view(name);
            bool const fits = one.first == "/" ? text == "/" : text.starts_with(one.first);
            if (fits && one.first.size() > rule.first.size()) {
                rule = one;
            }
        }
        EXPECT_FALSE(rule.first.empty()) << name << " is nobody's: " << rightsOf(route);
        EXPECT_EQ(rightsOf(route), rule.second) << name;
    }
}

TEST_F(GatewayRoutes, MarketDataCanBeClosedToStrangers)
{
    GatewaySettings closed = GatewayKit::unlimited();
    closed.publicMarket = false;
    GatewayKit other(closed);
    EXPECT_EQ(other.client().get("/api/v1/depth?symbol=BTC-USDT").status, 401);
    EXPECT_EQ(other.client("viewer").get("/api/v1/depth?symbol=BTC-USDT").status, 200);
}

TEST(GatewayHistory, MinutesAreGatheredExactly)
{
    auto const minute =
        [](std::int64_t at, std::int64_t open, std::int64_t high, std::int64_t low, std::int64_t close) {
            CandleRow row;
            row.interval = CandleInterval::Min1;
            row.start = Timestamp(minutes(at).value);
            row.open = Amount(open);
            row.high = Amount(high);
            row.low = Amount(low);
            row.close = Amount(close);
            row.volume = Amount(10);
            row.trades = 2;
            return row;
        };
    auto const five = gathered(
        {minute(1, 10, 12, 9, 11), minute(3, 11, 15, 11, 14), minute(5, 14, 14, 2, 3)}, CandleInterval::Min5
    );
    ASSERT_EQ(five.size(), 2U);
    CandleRow expected = minute(0, 10, 15, 9, 14);
    expected.interval = CandleInterval::Min5;
    expected.volume = Amount(20);
    expected.trades = 4;
    EXPECT_EQ(five[0], expected);
    EXPECT_EQ(five[1].start, Timestamp(minutes(5).value));
    EXPECT_EQ(five[1].low, Amount(2));
}

TEST_F(GatewayRoutes, MetricsTakeALoginAToken_OrThisMachine)
{
    EXPECT_EQ(kit->client().get("/metrics").status, 200);
    EXPECT_EQ(kit->client("viewer").get("/metrics").status, 403);
    GatewaySettings closed = GatewayKit::unlimited();
    closed.metricsLoopback = false;
    closed.metricsToken = "a-token-of-prometheus";
    GatewayKit other(closed);
    EXPECT_EQ(other.client().get("/metrics").status, 401);
    EXPECT_EQ(other.client("admin").get("/metrics").status, 200);
    auto const shown = [&](std::string const& target, std::string const& token) {
        return other.client().request("GET", target, {}, {{"Authorization", "Bearer " + token}}).status;
    };
    EXPECT_EQ(shown("/metrics", "a-token-of-prometheus"), 200);
    EXPECT_EQ(shown("/metrics", "another"), 401);
    EXPECT_EQ(shown("/admin/config", "a-token-of-prometheus"), 401) << "it is good for nothing else";
}

TEST_F(GatewayRoutes, AWrongParameterIsNamed)
{
    auto client = kit->client("trader");
    auto const missing = client.get("/api/v1/depth");
    EXPECT_EQ(missing.status, 400);
    EXPECT_NE(missing.body.find("RequestMissing"), std::string::npos);
    EXPECT_NE(missing.body.find("symbol"), std::string::npos);
    auto const misspelt = client.get("/api/v1/depth?symbol=BTC-USDT&limt=3");
    EXPECT_EQ(misspelt.status, 400);
    EXPECT_NE(misspelt.body.find("did you mean 'limit'"), std::string::npos);
    auto const word = client.request(
        "POST", "/api/v1/order", R"({"symbol":"BTC-USDT","side":"buy","ordType":"LIMIT","orderQty":"1"})"
    );
    EXPECT_EQ(word.status, 400);
    EXPECT_NE(word.body.find("BUY|SELL"), std::string::npos);
    auto const unknown = client.get("/api/v1/depth?symbol=NOPE");
    EXPECT_EQ(unknown.status, 404);
    EXPECT_NE(unknown.body.find("OrderUnknownSymbol"), std::string::npos);
    auto const method = client.request("PATCH", "/api/v1/depth");
    EXPECT_EQ(method.status, 405);
}

} // namespace
} // namespace qob::test
