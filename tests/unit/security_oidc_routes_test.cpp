// Logging in at a provider, and linking with one, as a browser meets them over HTTP, without the wire.

#include "engine/gateway/identity_routes.h"
#include "engine/gateway/router.h"
#include "tests/support/faulty_file_system.h"
#include "tests/support/identity_kit.h"
#include "tests/support/login_provider.h"
#include "tests/support/temporary_directory.h"

#include <fstream>
#include <future>

namespace qob {

namespace {

using namespace test;

// A server with a trader "alice", at a provider that knows one person.
struct OidcRoutesKit {
    explicit OidcRoutesKit(bool openRegistration = false)
    {
        std::ofstream(directory.path() + "/ca.pem") << certificates.authority;
        NetSettings net;
        net.caFile = directory.path() + "/ca.pem";
        net.connectTo["*"] = provider.place();
        thread = std::make_unique<NetThread>(net);
        OidcSettings atProvider;
        atProvider.issuer = "https://id.example";
        atProvider.clientId = "qob";
        atProvider.redirectUri = "https://desk.example/api/v1/auth/oidc/callback";
        oidc = std::make_unique<Oidc>(*thread, atProvider, random, clock);
        settings.openRegistration = openRegistration;
        audit = std::move(*AuditTrail::open(disk, {"audit"}, auditKeys({testMasterKey()}), clock));
        identity = std::move(*Identity::open(settings, *store, {testMasterKey()}, random, clock, *audit));
        alice = *identity->createUser({"alice", "", IdentityKit::password}, Role::Trader, {});
        router = std::make_unique<Router>(identityRoutes({*identity, *audit, oidc.get()}));
        auto const tokens = identity->login({"alice", IdentityKit::password, {}, IdentityKit::home, "test"});
        token = tokens->access;
    }

    // What a connection does with a request.
    WebResponse
    ask(HttpMethod method,
        std::string const& target,
        std::string const& bearer = {},
        std::string const& cookie = {})
    {
        WebRequest request;
        request.method = method;
        request.target = target;
        request.address = IdentityKit::home;
        request.headers.emplace_back("cookie", "other=1; " + cookie);
        if (!bearer.empty()) {
            request.headers.emplace_back("authorization", "Bearer " + bearer);
        }
        EXPECT_TRUE(readTarget(request));
        auto const who = identity->principalOf(
            {methodName(method),
             request.target,
             request.query,
             request.body,
             request.address,
             &request.headers}
        );
        if (!who) {
            return errorResponse(who.error());
        }
        request.principal = *who;
        auto const route = router->find(request);
        auto checked = route ? checkPermission(**route, request.principal)
                             : Expected<void>(tl::unexpected(route.error()));
        checked = checked ? checkParameters(**route, request) : checked;
        if (!checked) {
            return errorResponse(checked.error());
        }
        std::promise<WebResponse> answer;
        (*route)->handler(request, [&](WebResponse response) { answer.set_value(std::move(response)); });
        return answer.get_future().get();
    }

    static std::string header(WebResponse const& response, std::string_view name)
    {
        for (auto const& [key, value] : response.headers) {
            if (key == name) {
                return value;
            }
        }
        return {};
    }

    // What the browser sends of what it was given.
    static std::string cookieOf(WebResponse const& response)
    {
        auto const all = header(response, "Set-Cookie");
        return all.substr(0, all.find(';'));
    }

    // The person says yes at the provider, and the browser comes back.
    WebResponse comeBack(std::string const& url, std::string const& cookie)
    {
        auto const asked = formFields(std::string_view(url).substr(url.find('?') + 1));
        nonce = asked.at("nonce");
        return ask(
            HttpMethod::Get, "/api/v1/auth/oidc/callback?code=yes&state=" + asked.at("state"), {}, cookie
        );
    }

    WebResponse login()
    {
        auto const start = ask(HttpMethod::Get, "/api/v1/auth/oidc/start");
        EXPECT_EQ(start.status, 302);
        return comeBack(header(start, "Location"), cookieOf(start));
    }

    WebResponse collect(std::string const& cookie)
    {
        return ask(HttpMethod::Post, "/api/v1/auth/oidc/collect", {}, cookie);
    }

    static std::string urlOf(WebResponse const& response)
    {
        auto const begin = response.body.find("https:");
        auto url = response.body.substr(begin, response.body.rfind('"') - begin);
        for (auto at = url.find("\\/"); at != std::string::npos; at = url.find("\\/")) {
            url.erase(at, 1);
        }
        return url;
    }

    // On the provider's thread.
    std::string answer(std::string const& path)
    {
        if (path == "/.well-known/openid-configuration") {
            return R"({"issuer":"https://id.example","authorization_endpoint":"https://id.example/authorize",)"
                   R"("token_endpoint":"https://id.example/token","jwks_uri":"https://id.example/keys"})";
        }
        if (path == "/keys") {
            return R"({"keys":[)" + signer.jwk() + "]}";
        }
        auto const now = std::to_string(IdentityKit::start.value / 1'000'000'000);
        auto const until = std::to_string(IdentityKit::start.value / 1'000'000'000 + 300);
        return R"({"access_token":"x","token_type":"Bearer","id_token":")" +
               signer.token(
                   R"({"iss":"https://id.example","aud":"qob","sub":"s-1","preferred_username":"jane","iat":)" +
                   now + R"(,"exp":)" + until + R"(,"nonce":")" + nonce + R"("})"
               ) +
               R"("})";
    }

    TestCertificates certificates = TestCertificates::make({"id.example"});
    TemporaryDirectory directory;
    ProviderSigner signer{"RS256", "rsa"};
    std::string nonce;
    LoginProvider provider{certificates, [this](auto const& path, auto const&, auto const&) {
                               return answer(path);
                           }};
    FaultyFileSystem disk;
    ManualClock clock{IdentityKit::start};
    SeededRandom random;
    IdentitySettings settings;
    std::unique_ptr<UserStore> store = makeMemoryUserStore();
    std::unique_ptr<AuditTrail> audit;
    std::unique_ptr<Identity> identity;
    std::unique_ptr<NetThread> thread; // behind whom its answers are for, as in a server
    std::unique_ptr<Oidc> oidc;
    UserId alice;
    std::unique_ptr<Router> router;
    std::string token;
};

TEST(OidcRoutes, ABrowserIsSentThereAndComesBackLoggedIn)
{
    OidcRoutesKit kit(true);
    auto const start = kit.ask(HttpMethod::Get, "/api/v1/auth/oidc/start");
    ASSERT_EQ(start.status, 302);
    EXPECT_TRUE(kit.header(start, "Location").starts_with("https://id.example/authorize?"));
    auto const cookie = kit.header(start, "Set-Cookie");
    for (auto const* const part : {"__Host-", "; Secure", "; HttpOnly", "; SameSite=Lax", "; Path=/"}) {
        EXPECT_NE(cookie.find(part), std::string::npos) << part;
    }
    auto const back = kit.comeBack(kit.header(start, "Location"), kit.cookieOf(start));
    ASSERT_EQ(back.status, 200) << back.body;
    EXPECT_NE(back.body.find("\"accessToken\":\""), std::string::npos);
    EXPECT_NE(kit.header(back, "Set-Cookie").find("Max-Age=0"), std::string::npos);
    EXPECT_EQ(kit.identity->users().size(), 2U);
    EXPECT_EQ(kit.login().status, 200);
    EXPECT_EQ(kit.identity->users().size(), 2U) << "the same person is the same user";
}

TEST(OidcRoutes, AStrangerMakesNoUserWhereRegistrationIsClosed)
{
    OidcRoutesKit kit;
    EXPECT_EQ(kit.login().status, 403);
    EXPECT_EQ(kit.identity->users().size(), 1U);
}

TEST(OidcRoutes, AUserLinksHimselfAndThenLogsInThere)
{
    OidcRoutesKit kit;
    auto const link = kit.ask(HttpMethod::Post, "/api/v1/auth/oidc/link", kit.token);
    ASSERT_EQ(link.status, 200) << link.body;
    auto const back = kit.comeBack(kit.urlOf(link), kit.cookieOf(link));
    ASSERT_EQ(back.status, 200) << back.body;
    EXPECT_EQ(back.body, R"({"ok":true})") << "a link is no login";
    auto const login = kit.login();
    ASSERT_EQ(login.status, 200) << login.body;
    EXPECT_NE(login.body.find("\"user\":" + std::to_string(kit.alice.value)), std::string::npos)
        << login.body;
    EXPECT_EQ(kit.identity->users().size(), 1U);
}

TEST(OidcRoutes, NobodyLinksAnother)
{
    OidcRoutesKit kit;
    EXPECT_EQ(kit.ask(HttpMethod::Post, "/api/v1/auth/oidc/link").status, 401);
    // The browser of somebody else, sent to where alice's is to come back.
    auto const link = kit.ask(HttpMethod::Post, "/api/v1/auth/oidc/link", kit.token);
    EXPECT_EQ(kit.comeBack(kit.urlOf(link), "__Host-qob-oidc=another").status, 502);
    EXPECT_EQ(kit.comeBack(kit.urlOf(link), {}).status, 502);
    EXPECT_EQ(kit.login().status, 403) << "it was not linked";
    // A user who was disabled meanwhile.
    auto const late = kit.ask(HttpMethod::Post, "/api/v1/auth/oidc/link", kit.token);
    ASSERT_EQ(late.status, 200);
    ASSERT_TRUE(kit.identity->setDisabled(kit.alice, true, {}));
    EXPECT_EQ(kit.comeBack(kit.urlOf(late), kit.cookieOf(late)).status, 401);
}

TEST(OidcRoutes, ThePageCollectsWhatCameOfItOnce)
{
    OidcRoutesKit kit(true);
    auto const start = kit.ask(HttpMethod::Get, "/api/v1/auth/oidc/start?page=true");
    ASSERT_EQ(start.status, 302);
    auto const cookie = kit.cookieOf(start);
    EXPECT_EQ(kit.collect(cookie).status, 401) << "it is still at the provider's";
    auto const back = kit.comeBack(kit.header(start, "Location"), cookie);
    EXPECT_EQ(back.status, 302);
    EXPECT_EQ(kit.header(back, "Location"), "/?login=provider");
    EXPECT_TRUE(back.body.empty());
    EXPECT_EQ(kit.cookieOf(back), cookie);
    EXPECT_EQ(kit.collect("__Host-qob-oidc=another").status, 401);
    EXPECT_EQ(kit.collect({}).status, 401);
    auto const collected = kit.collect(cookie);
    ASSERT_EQ(collected.status, 200) << collected.body;
    EXPECT_NE(collected.body.find("\"accessToken\":\""), std::string::npos);
    EXPECT_NE(kit.header(collected, "Set-Cookie").find("Max-Age=0"), std::string::npos);
    EXPECT_EQ(kit.collect(cookie).status, 401);
}

TEST(OidcRoutes, ThePageIsToldWhatWentWrong)
{
    OidcRoutesKit kit; // registration is closed
    auto const start = kit.ask(HttpMethod::Get, "/api/v1/auth/oidc/start?page=true");
    auto const cookie = kit.cookieOf(start);
    EXPECT_EQ(kit.comeBack(kit.header(start, "Location"), cookie).status, 302);
    EXPECT_EQ(kit.collect(cookie).status, 403);
    auto const denied = kit.ask(HttpMethod::Get, "/api/v1/auth/oidc/start?page=true");
    auto const refused = kit.ask(
        HttpMethod::Get, "/api/v1/auth/oidc/callback?error=access_denied&state=x", {}, kit.cookieOf(denied)
    );
    EXPECT_EQ(refused.status, 302);
    EXPECT_NE(kit.collect(kit.cookieOf(denied)).body.find("access_denied"), std::string::npos);
}

TEST(OidcRoutes, ThePageLearnsThatThereIsAProvider)
{
    OidcRoutesKit kit;
    EXPECT_EQ(
        kit.ask(HttpMethod::Get, "/api/v1/auth/methods").body, R"({"methods":["password","provider"]})"
    );
}

TEST(OidcRoutes, ARefusalAtTheProviderIsToldInWords)
{
    OidcRoutesKit kit;
    auto const answer = kit.ask(HttpMethod::Get, "/api/v1/auth/oidc/callback?error=access_denied&state=x");
    EXPECT_GE(answer.status, 400);
    EXPECT_LT(answer.status, 503);
    EXPECT_NE(answer.body.find("access_denied"), std::string::npos) << answer.body;
}

} // namespace

} // namespace qob
