// Users, keys and the audit trail as a client meets them over HTTP, without the wire.

#include "engine/gateway/identity_routes.h"
#include "engine/gateway/router.h"
#include "engine/security/json_members.h"
#include "tests/support/faulty_file_system.h"
#include "tests/support/identity_kit.h"

#include <atomic>
#include <future>
#include <thread>

namespace qob {

namespace {

using namespace test;

struct RoutesKit {
    RoutesKit()
    {
        settings.openRegistration = true;
        audit = std::move(*AuditTrail::open(disk, {"audit"}, auditKeys({testMasterKey()}), clock));
        identity = std::move(*Identity::open(settings, *store, {testMasterKey()}, random, clock, *audit));
        router = std::make_unique<Router>(identityRoutes({*identity, *audit}));
        for (unsigned role = 0; role < 5; ++role) {
            auto const name = std::string(roleName(static_cast<Role>(role))) + "1";
            EXPECT_TRUE(identity->createUser({name, "", IdentityKit::password}, static_cast<Role>(role), {})
                            .has_value());
        }
    }

    // What a connection does with a request.
    WebResponse
    ask(HttpMethod method, std::string const& target, std::string body = {}, std::string const& token = {})
    {
        WebRequest request;
        request.method = method;
        request.target = target;
        request.address = IdentityKit::home;
        request.body = std::move(body);
        request.headers.emplace_back("content-type", "application/json");
        if (!token.empty()) {
            request.headers.emplace_back("authorization", "Bearer " + token);
        }
        if (auto const read = readTarget(request); !read) {
            return errorResponse(read.error());
        }
        RequestFacts facts{
            methodName(method),
            request.target,
            request.query,
            request.body,
            request.address,
            &request.headers};
        auto const who = identity->principalOf(facts);
        if (!who) {
            return errorResponse(who.error());
        }
        request.principal = *who;
        auto const route = router->find(request);
        if (!route) {
            return errorResponse(route.error());
        }
        if (auto const allowed = checkPermission(**route, request.principal); !allowed) {
            return errorResponse(allowed.error());
        }
        auto const read = readBody(request);
        auto const checked = read ? checkParameters(**route, request) : read;
        if (!checked) {
            return errorResponse(checked.error());
        }
        std::promise<WebResponse> answer;
        (*route)->handler(request, [&](WebResponse response) { answer.set_value(std::move(response)); });
        return answer.get_future().get();
    }

    std::string login(std::string const& name)
    {
        auto const response =
            ask(HttpMethod::Post,
                "/api/v1/auth/login",
                R"({"name":")" + name + R"(","password":"correct horse battery"})");
        EXPECT_EQ(response.status, 200) << response.body;
        return field(response, "accessToken");
    }

    static std::string field(WebResponse const& response, std::string_view name)
    {
        auto const members = JsonMembers::read(response.body);
        auto const* const text = members ? members->text(name) : nullptr;
        return text == nullptr ? std::string() : *text;
    }

    IdentitySettings settings;
    FaultyFileSystem disk;
    ManualClock clock{IdentityKit::start};
    SeededRandom random;
    std::unique_ptr<UserStore> store = makeMemoryUserStore();
    std::unique_ptr<AuditTrail> audit;
    std::unique_ptr<Identity> identity;
    std::unique_ptr<Router> router;
};

TEST(IdentityRoutes, RegisterLoginRefreshLogout)
{
    RoutesKit kit;
    auto const made = kit.ask(
        HttpMethod::Post,
        "/api/v1/auth/register",
        R"({"name":"bob","password":"correct horse battery","email":"b@example.com"})"
    );
    EXPECT_EQ(made.status, 200) << made.body;
    EXPECT_EQ(kit.field(made, "role"), "trader");
    auto const login = kit.ask(
        HttpMethod::Post, "/api/v1/auth/login", R"({"name":"bob","password":"correct horse battery"})"
    );
    auto const refresh = R"({"refreshToken":")" + kit.field(login, "refreshToken") + R"("})";
    auto const again = kit.ask(HttpMethod::Post, "/api/v1/auth/refresh", refresh);
    EXPECT_EQ(again.status, 200) << again.body;
    auto const token = kit.field(again, "accessToken");
    EXPECT_EQ(kit.field(kit.ask(HttpMethod::Get, "/api/v1/auth/me", {}, token), "name"), "bob");
    EXPECT_NE(
        kit.ask(HttpMethod::Get, "/api/v1/logins", {}, token).body.find(R"("current":true)"),
        std::string::npos
    );
    EXPECT_EQ(kit.ask(HttpMethod::Post, "/api/v1/auth/logout", {}, token).status, 200);
    EXPECT_EQ(kit.ask(HttpMethod::Get, "/api/v1/auth/me", {}, token).status, 401);
}

TEST(IdentityRoutes, FieldsThatAreMissingWrongOrUnknownAreNamed)
{
    RoutesKit kit;
    auto const missing = kit.ask(HttpMethod::Post, "/api/v1/auth/login", R"({"name":"bob"})");
    EXPECT_EQ(missing.status, 400);
    EXPECT_NE(missing.body.find("password"), std::string::npos);
    auto const unknown =
        kit.ask(HttpMethod::Post, "/api/v1/auth/login", R"({"name":"b","password":"x","pasword":"y"})");
    EXPECT_EQ(unknown.status, 400);
    EXPECT_NE(unknown.body.find("pasword"), std::string::npos);
    auto const token = kit.login("trader1");
    auto const scope =
        kit.ask(HttpMethod::Post, "/api/v1/keys", R"({"label":"x","scopes":["everything"]})", token);
    EXPECT_EQ(scope.status, 400);
    EXPECT_NE(scope.body.find("everything"), std::string::npos);
    EXPECT_EQ(
        kit.ask(HttpMethod::Post, "/api/v1/keys", R"({"label":"x","scopes":"trade"})", token).status, 400
    );
    EXPECT_EQ(
        kit.ask(
               HttpMethod::Post,
               "/api/v1/keys",
               R"({"label":"x","scopes":["trade"],"expires":999999999999999999})",
               token
        )
            .status,
        400
    );
}

TEST(IdentityRoutes, SecretsInAQueryAreRefused)
{
    RoutesKit kit;
    auto const response =
        kit.ask(HttpMethod::Post, "/api/v1/auth/login?name=trader1&password=correct+horse+battery");
    EXPECT_EQ(response.status, 400);
    EXPECT_EQ(response.body.find("horse"), std::string::npos);
}

TEST(IdentityRoutes, ALockedLoginSaysHowLong)
{
    RoutesKit kit;
    WebResponse last;
    for (int i = 0; i < 6; ++i) {
        last = kit.ask(
            HttpMethod::Post, "/api/v1/auth/login", R"({"name":"trader1","password":"wrong password!"})"
        );
    }
    EXPECT_EQ(last.status, 429);
    ASSERT_EQ(last.headers.size(), 1U);
    EXPECT_EQ(last.headers[0].first, "Retry-After");
    EXPECT_EQ(last.headers[0].second, "1");
}

TEST(IdentityRoutes, AKeyFromItsMakingToItsEnd)
{
    RoutesKit kit;
    auto const token = kit.login("trader1");
    auto const made = kit.ask(
        HttpMethod::Post,
        "/api/v1/keys",
        R"({"label":"bot","scopes":["trade","market:read"],"addresses":["192.0.2.0/24"]})",
        token
    );
    ASSERT_EQ(made.status, 200) << made.body;
    EXPECT_EQ(kit.field(made, "secret").size(), 43U);
    auto const id = kit.field(made, "id");
    auto const listed = kit.ask(HttpMethod::Get, "/api/v1/keys", {}, token).body;
    EXPECT_NE(listed.find(id), std::string::npos);
    EXPECT_EQ(listed.find("secret"), std::string::npos);
    auto const rotated = kit.ask(HttpMethod::Post, "/api/v1/keys/" + id + "/rotate", {}, token);
    EXPECT_NE(kit.field(rotated, "secret"), kit.field(made, "secret"));
    EXPECT_EQ(kit.ask(HttpMethod::Delete, "/api/v1/keys/" + id, {}, kit.login("viewer1")).status, 404)
        << "it is another's";
    EXPECT_EQ(kit.ask(HttpMethod::Delete, "/api/v1/keys/" + id, {}, token).status, 200);
    EXPECT_EQ(kit.ask(HttpMethod::Delete, "/api/v1/keys/" + id, {}, token).status, 404);
}

TEST(IdentityRoutes, TheSecondFactorOverHttp)
{
    RoutesKit kit;
    auto const token = kit.login("trader1");
    auto const offer = kit.ask(HttpMethod::Post, "/api/v1/auth/totp", {}, token);
    auto const secret = IdentityKit::fromBase32(kit.field(offer, "secret"));
    auto const code = totpCode(secret, totpStepAt(kit.clock.now()));
    auto const confirmed =
        kit.ask(HttpMethod::Post, "/api/v1/auth/totp/confirm", R"({"code":")" + code + R"("})", token);
    EXPECT_EQ(JsonMembers::read(confirmed.body)->find("recoveryCodes")->list.size(), 10U);
    auto const without = kit.ask(
        HttpMethod::Post, "/api/v1/auth/login", R"({"name":"trader1","password":"correct horse battery"})"
    );
    EXPECT_EQ(without.status, 401);
    EXPECT_NE(without.body.find("AuthSecondFactorRequired"), std::string::npos);
    EXPECT_EQ(kit.ask(HttpMethod::Delete, "/api/v1/users/2/totp", {}, kit.login("admin1")).status, 200);
    EXPECT_FALSE(kit.login("trader1").empty());
}

TEST(IdentityRoutes, AnAdminChangesUsersAndAnAuditorReadsWhatHappened)
{
    RoutesKit kit;
    auto const admin = kit.login("admin1");
    auto const changed =
        kit.ask(HttpMethod::Patch, "/api/v1/users/1", R"({"role":"trader","tier":"professional"})", admin);
    EXPECT_EQ(changed.status, 200) << changed.body;
    EXPECT_EQ(kit.field(changed, "role"), "trader");
    EXPECT_EQ(kit.field(changed, "tier"), "professional");
    EXPECT_EQ(kit.ask(HttpMethod::Patch, "/api/v1/users/1", R"({"role":"king"})", admin).status, 400);
    EXPECT_EQ(kit.ask(HttpMethod::Patch, "/api/v1/users/99", R"({"role":"risk"})", admin).status, 404);
    EXPECT_EQ(kit.ask(HttpMethod::Patch, "/api/v1/users/4", R"({"role":"risk"})", admin).status, 409)
        << "the last admin";
    ASSERT_TRUE(kit.audit->flush().has_value());
    auto const auditor = kit.login("auditor1");
    ASSERT_TRUE(kit.audit->flush().has_value());
    auto const page = kit.ask(HttpMethod::Get, "/api/v1/audit?actor=admin1&action=user.tier", {}, auditor);
    EXPECT_EQ(page.status, 200);
    auto const records = JsonMembers::read(page.body)->find("records")->list;
    ASSERT_EQ(records.size(), 1U);
    EXPECT_EQ(*JsonMembers::read(records[0])->text("target"), "1 professional");
    auto const first = JsonMembers::read(kit.ask(HttpMethod::Get, "/api/v1/audit?limit=2", {}, auditor).body);
    EXPECT_EQ(first->find("records")->list.size(), 2U);
    ASSERT_NE(first->integer("next"), nullptr);
}

// Which roles may ask for a route; written down apart from the table that the program has.
std::string_view mayAsk(Route const& route)
{
    const std::string_view pattern = route.pattern;
    if (pattern.starts_with("/api/v1/users")) {
        return "a";
    }
    return pattern == "/api/v1/audit" ? "au" : "vtrau";
}

TEST(IdentityRoutes, EveryRouteAsEveryRoleAndAsNobody)
{
    RoutesKit kit;
    constexpr std::string_view letters = "vtrau";
    EXPECT_GE(kit.router->routes().size(), 20U);
    for (Route const& route : kit.router->routes()) {
        auto const place = std::string(methodName(route.method)) + " " + std::string(route.pattern);
        EXPECT_EQ(checkPermission(route, {}).has_value(), route.permission == Permission::Public) << place;
        EXPECT_FALSE(route.summary.empty()) << place;
        for (unsigned role = 0; role < letters.size(); ++role) {
            Principal who;
            who.user = UserId(role + 1);
            who.permissions = permissionsOf(static_cast<Role>(role));
            bool const may = mayAsk(route).find(letters[role]) != std::string_view::npos;
            EXPECT_EQ(checkPermission(route, who).has_value(), may) << place << " as " << letters[role];
        }
    }
    // And through the door.
    for (unsigned role = 0; role < letters.size(); ++role) {
        auto const token = kit.login(std::string(roleName(static_cast<Role>(role))) + "1");
        bool const admin = letters[role] == 'a';
        EXPECT_EQ(kit.ask(HttpMethod::Get, "/api/v1/users", {}, token).status, admin ? 200 : 403);
    }
    EXPECT_EQ(kit.ask(HttpMethod::Get, "/api/v1/users").status, 401);
}

TEST(IdentityRoutes, NothingSecretIsInTheAuditFilesOrInARefusal)
{
    RoutesKit kit;
    std::vector<std::string> secrets{
        IdentityKit::password, "wrong password!", "hunter2hunter2", "the new password"};
    std::string refusals;
    auto const keep = [&](WebResponse const& response, std::string_view name) {
        secrets.push_back(RoutesKit::field(response, name));
        EXPECT_GE(secrets.back().size(), 20U) << response.body;
    };
    auto const post = [&](std::string const& path, std::string const& body, std::string const& token = {}) {
        auto response = kit.ask(HttpMethod::Post, "/api/v1/" + path, body, token);
        refusals += response.status >= 400 ? response.body : "";
        return response;
    };
    auto const login = post("auth/login", R"({"name":"trader1","password":"correct horse battery"})");
    auto const token = RoutesKit::field(login, "accessToken");
    keep(login, "accessToken");
    keep(login, "refreshToken");
    post("auth/login", R"({"name":"trader1","password":"wrong password!"})");
    post("auth/login", R"({"name":"hunter2hunter2","password":"wrong password!"})");
    post("auth/register", R"({"name":"bob","password":"hunter2hunter2","email":"x"})");
    post("auth/refresh", R"({"refreshToken":"hunter2hunter2"})");
    keep(
        post("auth/refresh", R"({"refreshToken":")" + RoutesKit::field(login, "refreshToken") + R"("})"),
        "refreshToken"
    );
    keep(post("keys", R"({"label":"bot","scopes":["trade"]})", token), "secret");
    keep(post("auth/totp", {}, token), "secret");
    post("auth/totp/confirm", R"({"code":"000000"})", token);
    post("auth/password", R"({"password":"wrong password!","newPassword":"the new password"})", token);
    post("auth/password", R"({"password":"correct horse battery","newPassword":"the new password"})", token);
    ASSERT_TRUE(kit.audit->flush().has_value());
    std::string files = refusals;
    for (auto const& [path, bytes] : kit.disk.contents()) {
        files.append(reinterpret_cast<char const*>(bytes.data()), bytes.size());
    }
    EXPECT_NE(files.find("password.change"), std::string::npos);
    for (std::string const& secret : secrets) {
        EXPECT_EQ(files.find(secret), std::string::npos) << secret;
    }
}

TEST(IdentityRoutes, AFullPoolRefusesAndDoesNotWait)
{
    RoutesKit kit;
    std::promise<void> open;
    auto const gate = open.get_future().share();
    std::atomic<std::size_t> begun{0};
    auto const fill = [&] {
        while (kit.identity->inBackground([gate, &begun] {
            ++begun;
            gate.wait();
        })) {
        }
    };
    fill();
    while (begun < IdentitySettings().poolThreads) { // each of them takes one, and makes room for another
        std::this_thread::yield();
    }
    fill();
    auto const response =
        kit.ask(HttpMethod::Post, "/api/v1/auth/login", R"({"name":"trader1","password":"x"})");
    EXPECT_EQ(response.status, 503);
    open.set_value();
}

} // namespace

} // namespace qob
