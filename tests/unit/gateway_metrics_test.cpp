// What those who watch a server are told by its figures.

#include "engine/gateway/process_figures.h"
#include "tests/support/gateway_kit.h"

#include <gtest/gtest.h>

#include <chrono>

namespace qob::test {
namespace {

// The figure of that name without labels.
double figure(GatewayClient& client, std::string const& name)
{
    auto const text = "\n" + client.get("/metrics").body;
    auto const at = text.find("\n" + name + " ");
    EXPECT_NE(at, std::string::npos) << name;
    return at == std::string::npos ? -1 : std::stod(text.substr(at + 1 + name.size()));
}

int loginStatus(GatewayClient& client, std::string const& password)
{
    auto const body = R"({"name":"trader","password":")" + password + "\"}";
    return client.request("POST", "/api/v1/auth/login", body).status;
}

TEST(GatewayMetrics, AGuessedPasswordIsAFailureAndALoginThatEndedIsNone)
{
    GatewayKit kit(GatewayKit::unlimited());
    auto client = kit.client();
    auto const failures = [&] {
        return figure(client, "qob_auth_failures_total");
    };
    EXPECT_EQ(failures(), 0);
    EXPECT_EQ(loginStatus(client, "a wrong password"), 401);
    EXPECT_EQ(failures(), 1);
    EXPECT_EQ(loginStatus(client, GatewayKit::password), 200);
    EXPECT_EQ(failures(), 1);

    auto const token = "Bearer " + kit.token("trader");
    auto const ask = [&](std::string const& with) {
        return client.request("GET", "/api/v1/order/open", {}, {{"Authorization", with}}).status;
    };
    EXPECT_EQ(ask(token), 200);
    EXPECT_EQ(client.request("POST", "/api/v1/auth/logout", {}, {{"Authorization", token}}).status, 200);
    EXPECT_EQ(ask(token), 401);
    EXPECT_EQ(failures(), 1) << "that login was ended: nobody guesses";
    EXPECT_EQ(ask("Bearer no.real.token"), 401);
    EXPECT_EQ(failures(), 2);
}

// The code is asked for after the password: who has not sent it yet has guessed nothing.
TEST(GatewayMetrics, ASecondFactorThatIsStillToComeIsNoFailureAndAWrongOneIs)
{
    GatewayKit kit(GatewayKit::unlimited());
    auto client = kit.client("trader");
    auto const begun = client.request("POST", "/api/v1/auth/totp", {});
    ASSERT_EQ(begun.status, 200) << begun.body;
    auto const wrong = client.request("POST", "/api/v1/auth/totp/confirm", R"({"code":"000000"})");
    EXPECT_EQ(wrong.status, 401) << wrong.body;
    auto anybody = kit.client();
    EXPECT_EQ(figure(anybody, "qob_auth_failures_total"), 1) << "a wrong code, wherever it is asked for";
}

TEST(GatewayMetrics, AProcessWasStartedWhenItWas)
{
    const std::chrono::duration<double> now = std::chrono::system_clock::now().time_since_epoch();
    double const age = now.count() - processFigures().startedSeconds;
    EXPECT_GT(age, -60);
    EXPECT_LT(age, 3600) << "this process is not as old as that, nor as the system";
}

} // namespace
} // namespace qob::test
