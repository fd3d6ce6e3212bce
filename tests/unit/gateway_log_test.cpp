// What is secret never reaches the log, at whatever level.

#include "engine/security/json_members.h"
#include "tests/support/gateway_kit.h"

#include <arpa/inet.h>
#include <gtest/gtest.h>
#include <sys/socket.h>
#include <unistd.h>

#include <fstream>
#include <iterator>

namespace qob::test {
namespace {

// Says something to the port without TLS and waits for the end.
void sayInTheClear(std::uint16_t port, std::string const& text)
{
    int const plain = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in to{};
    to.sin_family = AF_INET;
    to.sin_port = htons(port);
    to.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    ASSERT_EQ(connect(plain, reinterpret_cast<sockaddr const*>(&to), sizeof to), 0);
    EXPECT_EQ(send(plain, text.data(), text.size(), MSG_NOSIGNAL), static_cast<ssize_t>(text.size()));
    char part[256];
    while (recv(plain, part, sizeof part, 0) > 0) {
    }
    close(plain);
}

// Does with a server whatever brings a secret to it, and collects those.
class Secrets {
public:
    void use(GatewayKit& kit)
    {
        m_all.emplace_back(GatewayKit::password);
        auto client = kit.client();
        auto const login = client.request(
            "POST", "/api/v1/auth/login", R"({"name":"trader","password":"correct horse battery"})"
        );
        auto const access = secretIn(login.body, "accessToken");
        auto const refresh = secretIn(login.body, "refreshToken");
        client.request(
            "POST", "/api/v1/auth/login", R"({"name":"trader","password":")" + noted("a wrong pass") + "\"}"
        );
        client.request(
            "POST", "/api/v1/auth/login", R"({"name":"trader","password":")" + noted("a cut pass")
        );
        client.request("POST", "/api/v1/auth/refresh", R"({"refreshToken":")" + refresh + "\"}");
        client.request("POST", "/api/v1/auth/refresh", R"({"refreshToken":")" + refresh + "\"}"); // twice
        client.request(
            "GET", "/api/v1/order/open", {}, {{"Authorization", "Bearer " + noted("no.real.token")}}
        );
        client.request("GET", "/api/v1/order/open", {}, {{"Cookie", "qob=" + noted("cookie-77f1")}});
        client.request("GET", "/api/v3/account?timestamp=1&signature=" + noted(std::string(64, '7')));
        client.request("GET", "/api/v1/symbols?token=" + noted("token-in-a-query"));
        auto own = kit.client("other");
        secretIn(own.request("POST", "/api/v1/auth/totp").body, "secret");
        secretIn(
            own.request("POST", "/api/v1/keys", R"({"label":"bot","scopes":["market:read"]})").body, "secret"
        );
        StreamClient stream(kit.gateway->port());
        stream.send(R"({"method":"AUTH","params":{"token":")" + access + R"("},"id":1})");
        stream.nextWith(R"("id":1)");
        stream.send(R"({"method":"AUTH","params":{"token":")" + noted("wrong-on-a-stream") + R"("},"id":2})");
        stream.nextWith(R"("id":2)");
        sayInTheClear(kit.gateway->port(), "GET /?token=" + noted("said-in-the-clear") + " HTTP/1.1\r\n\r\n");
        kit.client("admin").request("POST", "/admin/kill-switch", R"({"on":true})");
    }

    [[nodiscard]] std::vector<std::string> const& all() const { return m_all; }

private:
    std::string noted(std::string secret)
    {
        m_all.push_back(secret);
        return secret;
    }

    std::string secretIn(std::string const& json, std::string_view name)
    {
        auto const members = JsonMembers::read(json);
        auto const* const text = members ? members->text(name) : nullptr;
        EXPECT_NE(text, nullptr) << name << " is not in " << json;
        return text == nullptr ? std::string() : noted(*text);
    }

    std::vector<std::string> m_all;
};

TEST(GatewayLog, NoSecretIsInIt)
{
    TemporaryDirectory directory;
    auto const path = directory.path() + "/qob.log";
    Secrets secrets;
    {
        GatewayKit kit(
            GatewayKit::unlimited(), seconds(5), {LogLevel::Off, LogLevel::Debug, path, 10'000'000, 1}
        );
        secrets.use(kit);
    }
    std::ifstream file(path);
    const std::string log(std::istreambuf_iterator<char>(file), {});
    EXPECT_NE(log.find("\"level\":\"debug\""), std::string::npos) << "all levels are written:\n" << log;
    EXPECT_NE(log.find("kill switch"), std::string::npos) << "to its end:\n" << log;
    EXPECT_GE(secrets.all().size(), 12U);
    for (std::string const& secret : secrets.all()) {
        EXPECT_EQ(log.find(secret), std::string::npos) << secret << " in\n" << log;
    }
}

} // namespace
} // namespace qob::test
