#include "tests/support/gateway_kit.h"

#include <gtest/gtest.h>
#include <simdjson.h>

namespace qob::test {
namespace {

struct Shape {
    std::string name;
    std::string bytes;
    int status; // 0: it may end without a word
};

std::string post(std::string const& headers, std::string const& body)
{
    return "POST /api/v1/auth/login HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n" +
           headers + "Content-Length: " + std::to_string(body.size()) + "\r\nConnection: close\r\n\r\n" +
           body;
}

std::string get(std::string const& target, std::string const& headers = {})
{
    return "GET " + target + " HTTP/1.1\r\nHost: localhost\r\n" + headers + "Connection: close\r\n\r\n";
}

std::vector<Shape> shapes()
{
    std::string deep;
    for (int i = 0; i < 5000; ++i) {
        deep += R"({"a":)";
    }
    return {
        {"no HTTP at all", "hello\r\n\r\n", 400},
        {"binary", std::string("\x00\x01\x02\x03\r\n\r\n", 8), 400},
        {"no version", "GET /health\r\n\r\n", 400},
        {"HTTP/2 in words", "GET /health HTTP/2.0\r\nHost: a\r\n\r\n", 400},
        {"no host", "GET /health HTTP/1.1\r\n\r\n", 400},
        {"two hosts", "GET /health HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n", 400},
        {"a method of its own", "FLY /health HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n", 405},
        {"a header without a colon", "GET /health HTTP/1.1\r\nHost: a\r\nnonsense\r\n\r\n", 400},
        {"a blank before the colon", "GET /health HTTP/1.1\r\nHost : a\r\n\r\n", 400},
        {"two lengths",
         "POST /api/v1/auth/login HTTP/1.1\r\nHost: a\r\nContent-Length: 2\r\nContent-Length: 3\r\n\r\n{}",
         400},
        {"length and chunks",
         "POST /api/v1/auth/login HTTP/1.1\r\nHost: a\r\nContent-Length: 2\r\nTransfer-Encoding: "
         "chunked\r\n\r\n0\r\n\r\n",
         400},
        {"chunks said twice",
         "POST /api/v1/auth/login HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\nTransfer-Encoding: "
         "identity\r\n\r\n0\r\n\r\n",
         400},
        {"a negative length",
         "POST /api/v1/auth/login HTTP/1.1\r\nHost: a\r\nContent-Length: -1\r\n\r\n",
         400},
        {"a length that is none",
         "POST /api/v1/auth/login HTTP/1.1\r\nHost: a\r\nContent-Length: two\r\n\r\n",
         400},
        {"a chunk size that is none",
         "POST /api/v1/auth/login HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
         400},
        {"a body beyond all measure",
         "POST /api/v1/auth/login HTTP/1.1\r\nHost: a\r\nContent-Length: 999999999\r\n\r\n",
         413},
        {"headers beyond all measure", get("/health", "X: " + std::string(40'000, 'x') + "\r\n"), 431},
        {"a path with a broken escape", get("/api/%zz"), 400},
        {"a path out of the tree", get("/api/v1/../../etc/passwd"), 400},
        {"the same hidden in escapes", get("/api/v1/%2e%2e/%2e%2e/etc/passwd"), 400},
        {"a NUL in the path", get("/api/%00"), 400},
        {"a path that is no UTF-8", get("/api/%ff%fe"), 400},
        {"the same without escapes", get("/api/\xff\xfe"), 400},
        {"a parameter that is no UTF-8", get("/api/v1/depth?symbol=%c3%28"), 400},
        {"a media type that is no UTF-8",
         "POST /api/v1/auth/login HTTP/1.1\r\nHost: a\r\nContent-Type: \xff\xfe\r\nContent-Length: "
         "2\r\nConnection: close\r\n\r\n{}",
         415},
        {"a parameter twice", get("/api/v1/depth?symbol=BTC-USDT&symbol=ETH-USDT"), 400},
        {"a number beyond all measure",
         get("/api/v1/depth?symbol=BTC-USDT&limit=99999999999999999999999999"),
         400},
        {"a negative number", get("/api/v1/depth?symbol=BTC-USDT&limit=-5"), 400},
        {"an empty number", get("/api/v1/depth?symbol=BTC-USDT&limit="), 400},
        {"JSON that is none", post("", "{nonsense"), 400},
        {"JSON cut short", post("", R"({"name":"a)"), 400},
        {"JSON and more", post("", R"({"name":"a","password":"b"} x)"), 400},
        {"a list for an object", post("", "[]"), 400},
        {"wrong types", post("", R"({"name":{"a":1},"password":["x"]})"), 400},
        {"half a literal", post("", R"({"name":tru,"password":"x"})"), 400},
        {"half a null", post("", R"({"name":nul,"password":"x"})"), 400},
        {"a null that goes on", post("", R"({"name":nullx,"password":"x"})"), 400},
        {"a number of nonsense", post("", R"({"name":1.2.3,"password":"x"})"), 400},
        {"a member twice", post("", R"({"name":"a","name":"b","password":"x"})"), 400},
        {"a member that is not known", post("", R"({"name":"a","password":"x","admin":true})"), 400},
        {"JSON deep as the sea", post("", deep), 400},
        {"wrong UTF-8", post("", "{\"name\":\"\xc3\x28\",\"password\":\"x\"}"), 400},
        {"half a surrogate", post("", R"({"name":"\ud800","password":"x"})"), 400},
        {"a body of another kind",
         "POST /api/v1/auth/login HTTP/1.1\r\nHost: a\r\nContent-Type: application/xml\r\nContent-Length: "
         "4\r\nConnection: close\r\n\r\n<a/>",
         415},
        {"half an upgrade", get("/ws", "Upgrade: websocket\r\n"), 404},
        {"an upgrade without a key",
         "GET /ws HTTP/1.1\r\nHost: a\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: "
         "13\r\n\r\n",
         400},
        {"an upgrade of another version",
         "GET /ws HTTP/1.1\r\nHost: a\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Key: "
         "dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 7\r\n\r\n",
         426},
        {"two credentials",
         get("/api/v1/symbols", "Authorization: Bearer a\r\nAuthorization: Bearer b\r\n"),
         400},
    };
}

class GatewayMalformed : public testing::TestWithParam<Shape> {
protected:
    static void SetUpTestSuite() { kit = new GatewayKit(GatewayKit::unlimited()); }

    static void TearDownTestSuite()
    {
        delete kit;
        kit = nullptr;
    }

    static GatewayKit* kit;
};

GatewayKit* GatewayMalformed::kit = nullptr;

// A 4xx with a code and a sentence, and the server goes on.
TEST_P(GatewayMalformed, IsRefusedInWords)
{
    auto const answer = sendRaw(kit->gateway->port(), GetParam().bytes);
    auto const expected = "HTTP/1.1 " + std::to_string(GetParam().status);
    EXPECT_EQ(answer.substr(0, expected.size()), expected) << answer.substr(0, 400);
    EXPECT_NE(answer.find(R"({"error":{"code":")"), std::string::npos) << answer.substr(0, 400);
    EXPECT_EQ(answer.find("HTTP/1.1", 1), std::string::npos) << "one answer to one request";
    auto const body = answer.substr(std::min(answer.find("\r\n\r\n"), answer.size() - 4) + 4);
    simdjson::dom::parser parser;
    EXPECT_EQ(parser.parse(body).error(), simdjson::SUCCESS) << body;
    EXPECT_EQ(kit->client().get("/health/live").status, 200);
}

INSTANTIATE_TEST_SUITE_P(Shapes, GatewayMalformed, testing::ValuesIn(shapes()), [](auto const& tested) {
    std::string name = tested.param.name;
    for (char& c : name) {
        c = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ? c : '_';
    }
    return name;
});

TEST(GatewayLimits, ASlowRequestIsNotWaitedFor)
{
    GatewaySettings settings = GatewayKit::unlimited();
    settings.server.requestTimeout = milliseconds(200);
    GatewayKit kit(settings);
    auto const answer = sendRaw(kit.gateway->port(), "GET /health HTTP/1.1\r\nHost: a\r\nX-Slow: ");
    EXPECT_EQ(answer.substr(0, 12), "HTTP/1.1 408");
}

TEST(GatewayLimits, OneAddressHasSoManyConnections)
{
    GatewaySettings settings = GatewayKit::unlimited();
    settings.server.mostConnectionsOfAddress = 3;
    GatewayKit kit(settings);
    std::vector<GatewayClient> clients;
    for (int i = 0; i < 3; ++i) {
        clients.push_back(kit.client());
        // The kit's own client may still be going.
        while (true) {
            try {
                EXPECT_EQ(clients.back().get("/health/live").status, 200);
                break;
            } catch (std::exception const&) {
                clients.back() = kit.client();
            }
        }
    }
    EXPECT_ANY_THROW(kit.client().get("/health/live"));
    clients.pop_back();
    for (int tries = 0; tries < 1000; ++tries) {
        try {
            EXPECT_EQ(kit.client().get("/health/live").status, 200);
            return;
        } catch (std::exception const&) {
        }
    }
    FAIL() << "what one gave back another did not get";
}

TEST(GatewayAnswers, SayWhenTheyWereMade)
{
    EXPECT_EQ(httpDate(Timestamp(784'111'777'000'000'000)), "Sun, 06 Nov 1994 08:49:37 GMT");
    GatewayKit kit(GatewayKit::unlimited());
    auto const before = httpDate(kit.clock.now()).substr(0, 16);
    auto const answer = kit.client().get("/health/live");
    auto const date = answer.headers.count("date") == 0 ? std::string() : answer.headers.at("date");
    EXPECT_TRUE(date.starts_with(before) || date.starts_with(httpDate(kit.clock.now()).substr(0, 16)))
        << date;
}

TEST(GatewayLimits, ALongAnswerIsCompressedForThoseWhoTakeIt)
{
    GatewayKit kit(GatewayKit::unlimited());
    auto client = kit.client();
    auto const plain = client.get("/openapi.json");
    auto const zipped = client.request("GET", "/openapi.json", {}, {{"Accept-Encoding", "gzip"}});
    EXPECT_EQ(plain.headers.count("content-encoding"), 0U);
    ASSERT_EQ(zipped.headers.at("content-encoding"), "gzip");
    EXPECT_LT(zipped.body.size() * 3, plain.body.size());
    auto const head = client.request("HEAD", "/health/live");
    EXPECT_EQ(head.status, 200);
    EXPECT_TRUE(head.body.empty());
}

} // namespace
} // namespace qob::test
