#pragma once

#include "engine/gateway/certificate.h"
#include "engine/gateway/gateway.h"
#include "engine/storage/posix_file_system.h"
#include "tests/support/gateway_client.h"
#include "tests/support/identity_kit.h"
#include "tests/support/sim_session.h"
#include "tests/support/temporary_directory.h"

namespace qob::test {

// A gateway on loopback over a simulated market that runs, with a user of each role: "viewer", "trader",
// "risk", "admin", "auditor", and one more trader, "other".
class GatewayKit {
public:
    static constexpr char const* password = "correct horse battery";

    explicit GatewayKit(
        GatewaySettings settings = {},
        Duration history = seconds(5),
        LogSettings const& logging = {LogLevel::Off, LogLevel::Off, {}, 1'000'000, 1},
        std::function<void(GatewayEngine&)> const& change = {}
    )
        : log(logging)
        , session(simSequencer(log, history), clock, log)
    {
        AuditSettings trail;
        trail.directory = directory.path() + "/audit";
        audit = std::move(*AuditTrail::open(disk, trail, auditKeys({testMasterKey()}), clock));
        IdentitySettings users;
        users.cost = PasswordCost{};
        identity = std::move(*Identity::open(users, *store, {testMasterKey()}, random, clock, *audit));
        for (auto const& [name, role] :
             {std::pair{"viewer", Role::Viewer},
              {"trader", Role::Trader},
              {"risk", Role::Risk},
              {"admin", Role::Admin},
              {"auditor", Role::Auditor},
              {"other", Role::Trader}}) {
            EXPECT_TRUE(identity->createUser({name, {}, password}, role, {"test", {}}));
        }
        auto certificate = *makeCertificate({"localhost", "127.0.0.1"}, clock.now());
        settings.server.certificate = certificate.chain;
        settings.server.privateKey = certificate.key;
        settings.clOrdIdPrefix = "g-";
        GatewayEngine engine{
            session,
            [this](AccountId account) { return session.accountSession(account); },
            [] { return EngineFigures{}; },
            {},
            {}};
        if (change) {
            change(engine);
        }
        auto opened =
            Gateway::open(std::move(settings), std::move(engine), {clock, log, config, *identity, *audit});
        EXPECT_TRUE(opened) << opened.error().message();
        gateway = std::move(*opened);
        GatewayClient client(gateway->port());
        while (client.get("/health").status != 200) { // the market is being made
        }
    }

    ~GatewayKit() { gateway->stop(seconds(2)); }

    GatewayKit(GatewayKit const&) = delete;
    GatewayKit& operator=(GatewayKit const&) = delete;

    [[nodiscard]] std::string token(std::string const& name)
    {
        auto const tokens = identity->login({name, password, {}, "127.0.0.1", "test"});
        EXPECT_TRUE(tokens);
        return tokens->access;
    }

    // Logged in; nobody: not.
    [[nodiscard]] GatewayClient client(std::string const& name = {})
    {
        return GatewayClient(gateway->port(), name.empty() ? std::string() : token(name));
    }

    static GatewaySettings unlimited()
    {
        GatewaySettings settings;
        settings.rateLimits = false;
        return settings;
    }

    TemporaryDirectory directory;
    PosixFileSystem disk;
    SystemClock clock;
    Config config;
    Log log;
    SeededRandom random;
    std::unique_ptr<UserStore> store = makeMemoryUserStore();
    std::unique_ptr<AuditTrail> audit;
    std::unique_ptr<Identity> identity;
    LocalSession session;
    std::unique_ptr<Gateway> gateway;
};

} // namespace qob::test
